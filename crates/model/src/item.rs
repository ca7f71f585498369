//! What is scanned: roots and the files below them.

use crate::path::RelPath;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The name of a root: the key that items carry, stable when the root is mounted elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RootName(pub String);

/// A place to scan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    /// The key of the root.
    pub name: RootName,
    /// Where it is reached from this machine.
    pub path: PathBuf,
    /// What people can click, such as `\\fil\VON$`; empty means `path`.
    #[serde(default)]
    pub display: String,
    /// The board or company that the files belong to (the controller of GDPR Art. 4(7)); reports are made per controller.
    #[serde(default)]
    pub controller: String,
    /// The department, where the whole root is one unit's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// The times that the file system keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// Last change of the content.
    pub modified: Option<Timestamp>,
    /// Creation, where the system keeps it.
    pub created: Option<Timestamp>,
    /// Last change of the content or its metadata (`ctime`), where kept.
    pub changed: Option<Timestamp>,
}

/// What tells an unchanged file from a changed one without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VersionToken {
    /// Size in bytes.
    pub size: u64,
    /// Modification time in nanoseconds since 1970.
    pub modified_ns: i64,
    /// Change time in nanoseconds since 1970, where kept.
    pub changed_ns: Option<i64>,
}

/// Who can read a file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Audience {
    /// Could not be told.
    #[default]
    Unknown,
    /// One person.
    Private,
    /// A unit.
    Unit,
    /// A large group.
    LargeGroup,
    /// All staff.
    AllStaff,
    /// Everyone, guests too.
    Everyone,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The root it lies under.
    pub root: RootName,
    /// Its path below the root.
    pub path: RelPath,
    /// Size in bytes.
    pub size: u64,
    /// Its times.
    pub times: Times,
    /// Tells an unchanged file from a changed one.
    pub version: VersionToken,
    /// The owner's account name, where known.
    pub owner: Option<String>,
    /// The department.
    pub unit: Option<String>,
    /// Who can read it.
    pub audience: Audience,
}
