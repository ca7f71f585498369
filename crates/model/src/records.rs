//! How reports read results back: a cursor, never a list of everything.

use crate::assessment::Assessment;
use crate::coverage::{Coverage, Outcome};
use crate::finding::{Finding, Mention};
use crate::history::ScanFigures;
use crate::item::{Item, Root};
use crate::note::Note;
use crate::signals::Signals;
use crate::verdict::Verdict;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;

/// What a scan was and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScanInfo {
    /// Its number in the store.
    pub id: u64,
    /// The program's version.
    pub program: String,
    /// The rules' digest, in hexadecimal digits.
    pub rules: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ended; `None` while it runs or when it was broken off.
    pub finished: Option<Timestamp>,
    /// The day that verdicts are for.
    pub today: Option<jiff::civil::Date>,
    /// The roots scanned.
    pub roots: Vec<Root>,
    /// The plans used, by name.
    pub plans: Vec<String>,
    /// The isolation of the workers that was in force, such as `landlock+seccomp+rlimits`.
    pub isolation: String,
    /// Whether it ran to its end.
    pub complete: bool,
    /// Files and bytes read per root, errors of the run, exclusions: what the first page must say.
    pub notes: Vec<Note>,
    /// Folders and files that were left out on purpose, counted by pattern.
    pub excluded: BTreeMap<String, u64>,
}

/// All that is known of one item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRecord {
    /// The file, or a folder that could not be listed.
    pub item: Item,
    /// The format it was read as.
    pub format: String,
    /// The item's coverage first, then its members'.
    pub coverage: Vec<Coverage>,
    /// Sorted by (member, start, rule).
    pub findings: Vec<Finding>,
    /// Each distinct identity; empty unless asked for.
    pub mentions: Vec<Mention>,
    /// What the document says about itself.
    pub signals: Signals,
    /// What it holds as a whole.
    pub assessment: Assessment,
    /// Whether it may still lie there; `None` before it was judged.
    pub verdict: Option<Verdict>,
    /// The BLAKE3 hash of its content, where it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<[u8; 32]>,
}

impl ItemRecord {
    /// How the reading of the item itself ended.
    pub fn outcome(&self) -> Outcome {
        self.coverage
            .first()
            .map_or(Outcome::NotReached, |coverage| coverage.outcome)
    }
}

/// The results of a scan, sorted by (root, path bytes).
pub trait Records {
    /// What the scan was.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn scan(&self) -> io::Result<ScanInfo>;

    /// Gives each item in order.
    ///
    /// # Errors
    /// When the store cannot be read, or what `visit` returned.
    fn for_each(&self, visit: &mut dyn FnMut(&ItemRecord) -> io::Result<()>) -> io::Result<()>;

    /// The scans of the past with their figures, the oldest first; none where they are not kept.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn history(&self) -> io::Result<Vec<ScanFigures>> {
        Ok(Vec::new())
    }
}
