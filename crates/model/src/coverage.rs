//! What was read and what was not: nothing is silent.

use crate::member::MemberPath;
use crate::note::Note;
use serde::{Deserialize, Serialize};

/// How the reading of an item or a member ended.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
#[non_exhaustive]
pub enum Outcome {
    /// Read to its end.
    #[default]
    Scanned,
    /// Some of it was read; the notes say what was not.
    Partly,
    /// Needs a password.
    Encrypted,
    /// A format that is not read.
    Unsupported,
    /// Broken, or it ended its worker.
    Failed,
    /// Took longer than the time limit.
    TimedOut,
    /// Left out on purpose; the notes say why (excluded, offline, too large).
    Skipped,
    /// The system refused to open or read it.
    Unreadable,
    /// The run ended before it.
    NotReached,
    /// A folder that could not be listed.
    Unlisted,
}

impl Outcome {
    /// Every outcome, in the order of reports.
    pub const ALL: [Outcome; 10] = [
        Outcome::Scanned,
        Outcome::Partly,
        Outcome::Encrypted,
        Outcome::Unsupported,
        Outcome::Failed,
        Outcome::TimedOut,
        Outcome::Skipped,
        Outcome::Unreadable,
        Outcome::NotReached,
        Outcome::Unlisted,
    ];

    /// The word that stands in stored data and JSON lines.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Scanned => "scanned",
            Outcome::Partly => "partly",
            Outcome::Encrypted => "encrypted",
            Outcome::Unsupported => "unsupported",
            Outcome::Failed => "failed",
            Outcome::TimedOut => "timed_out",
            Outcome::Skipped => "skipped",
            Outcome::Unreadable => "unreadable",
            Outcome::NotReached => "not_reached",
            Outcome::Unlisted => "unlisted",
        }
    }

    /// The outcome that [`as_str`](Self::as_str) names.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|outcome| outcome.as_str() == word)
    }
}

/// The coverage of an item or one of its members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Which member; empty for the item itself.
    #[serde(default, skip_serializing_if = "MemberPath::is_item")]
    pub member: MemberPath,
    /// How it ended.
    pub outcome: Outcome,
    /// Limits that were hit and other notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}
