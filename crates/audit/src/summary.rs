//! How an audit ended.

use sporhund_model::{Figures, Level, Note, Outcome, RootName, ScanInfo};
use std::collections::BTreeMap;

/// How an audit ended.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The scan, as the store has it.
    pub scan: ScanInfo,
    /// Files (and folders that could not be listed) by how their reading ended; files that have not changed are not here.
    pub outcomes: BTreeMap<Outcome, u64>,
    /// Files that were listed.
    pub listed: u64,
    /// Files that were met again unchanged.
    pub unchanged: u64,
    /// Files that are not there any more.
    pub gone: u64,
    /// Bytes read.
    pub bytes_read: u64,
    /// The highest level of what lies in the roots.
    pub level: Level,
    /// Roots that could not be read, and why.
    pub roots_not_read: Vec<(RootName, Note)>,
    /// How it came to its end.
    pub ended: Ended,
    /// What the store holds now.
    pub figures: Figures,
    /// Files that are known as read now and after the last run, when that is far less.
    pub far_less: Option<(u64, u64)>,
    /// Whether the store says the same as after the last run.
    pub is_unchanged: bool,
    /// What verdicts depend on besides the files, as a digest.
    pub judged_under: String,
}

/// How an audit came to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ended {
    /// All was done.
    #[default]
    Whole,
    /// The time that it was given was over: the next run goes on.
    StopTime,
    /// It was told to stop.
    Stopped,
}

impl Summary {
    /// Files that were read, or had been read before.
    pub fn read(&self) -> u64 {
        let count = |outcome| self.outcomes.get(&outcome).copied().unwrap_or(0);
        count(Outcome::Scanned) + count(Outcome::Partly) + self.unchanged
    }

    /// Files that this run met: read, told of or passed over as unchanged.
    pub fn files(&self) -> u64 {
        self.outcomes.values().sum::<u64>() + self.unchanged
    }

    /// The share of files that failed, timed out or could not be opened, from 0 to 1.
    pub fn failed_share(&self) -> f64 {
        let count = |outcome| self.outcomes.get(&outcome).copied().unwrap_or(0);
        let failed = count(Outcome::Failed) + count(Outcome::TimedOut) + count(Outcome::Unreadable);
        let all = self.files();
        if all == 0 {
            0.0
        } else {
            failed as f64 / all as f64
        }
    }
}
