//! What scans were and how their results differ: figures of each, and the files that came, went and changed between two.

use crate::assessment::Level;
use crate::item::RootName;
use crate::path::RelPath;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A measure of a scan, as its figures are named.
pub mod measure {
    /// Files that are known.
    pub const FILES: &str = "files";
    /// Their bytes.
    pub const BYTES: &str = "bytes";
    /// Files whose content was read.
    pub const READ: &str = "read";
    /// Documents with personal data.
    pub const WITH_DATA: &str = "with_data";
    /// Documents with a sensitive category that concerns a person.
    pub const SENSITIVE: &str = "sensitive";
    /// Persons named by number, counted once in each document.
    pub const PERSONS: &str = "persons";
    /// Occurrences of what rules find.
    pub const FINDINGS: &str = "findings";
    /// Documents that are overdue, or late to the archive.
    pub const OVERDUE: &str = "overdue";
    /// Files that failed, timed out or could not be opened.
    pub const FAILED: &str = "failed";
    /// Files that no run has come to yet.
    pub const NOT_REACHED: &str = "not_reached";

    /// All measures, in the order of reports.
    pub const ALL: [&str; 10] = [
        FILES,
        BYTES,
        READ,
        WITH_DATA,
        SENSITIVE,
        PERSONS,
        FINDINGS,
        OVERDUE,
        FAILED,
        NOT_REACHED,
    ];
}

/// Figures by measure.
pub type Measures = BTreeMap<String, u64>;

/// What the store held after a scan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// By controller and measure.
    pub controllers: BTreeMap<String, Measures>,
    /// By controller, unit and measure.
    pub units: BTreeMap<(String, String), Measures>,
    /// Documents by controller and category.
    pub categories: BTreeMap<(String, String), u64>,
    /// Files that came, went and changed since the scan before, by controller and kind of change.
    pub changes: BTreeMap<(String, String), u64>,
}

impl Figures {
    /// Files that changed in one way since the scan before.
    pub fn changed(&self, controller: Option<&str>, kind: ChangeKind) -> u64 {
        let is_wanted = |(name, found): &(String, String)| {
            controller.is_none_or(|wanted| wanted == name) && found == kind.as_str()
        };
        let wanted = self.changes.iter().filter(|(key, _)| is_wanted(key));
        wanted.map(|(_, count)| count).sum()
    }

    /// A measure over all controllers, or one of them.
    pub fn total(&self, controller: Option<&str>, measure: &str) -> u64 {
        let is_wanted = |name: &str| controller.is_none_or(|wanted| wanted == name);
        let of = |(_, measures): (&String, &Measures)| measures.get(measure).copied();
        let wanted = self.controllers.iter().filter(|(name, _)| is_wanted(name));
        wanted.filter_map(of).sum()
    }
}

/// One scan of the past.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanFigures {
    /// Its number in the store.
    pub id: u64,
    /// When it began.
    pub started: Timestamp,
    /// When it ended; `None` when it was broken off.
    pub finished: Option<Timestamp>,
    /// Whether it came to its end.
    pub complete: bool,
    /// What the store held afterwards; empty when it was broken off.
    pub figures: Figures,
}

/// How a file differs between two scans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It was not there before.
    New,
    /// It is not there any more.
    Gone,
    /// It has another content.
    Changed,
    /// It lies in another place.
    Moved,
}

impl ChangeKind {
    /// All kinds, in the order of reports.
    pub const ALL: [ChangeKind; 4] = [
        ChangeKind::New,
        ChangeKind::Gone,
        ChangeKind::Changed,
        ChangeKind::Moved,
    ];

    /// The word of stored data and JSON lines.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::New => "new",
            ChangeKind::Gone => "gone",
            ChangeKind::Changed => "changed",
            ChangeKind::Moved => "moved",
        }
    }
}

/// A file that differs between two scans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// How.
    pub kind: ChangeKind,
    /// The root it lies under.
    pub root: RootName,
    /// Its path below the root.
    pub path: RelPath,
    /// Its department.
    pub unit: Option<String>,
    /// The level of what it holds, or held when it was last there.
    pub level: Level,
    /// The persons it names by number.
    pub persons: u64,
    /// The level before it changed.
    pub level_before: Option<Level>,
    /// The persons before it changed.
    pub persons_before: Option<u64>,
    /// Where it lay before.
    pub from: Option<(RootName, RelPath)>,
}
