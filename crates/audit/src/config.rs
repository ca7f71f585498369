//! What an audit is told to do: checked before it begins.

use jiff::civil::Date;
use sporhund_detect::{Rules, Settings};
use sporhund_extract::Limits;
use sporhund_model::{Root, RootName};
use sporhund_platform::WorkerCommand;
use sporhund_retention::plan::Plan;
use sporhund_source::PaceLimits;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// What an audit is told to do.
pub struct Config {
    /// What is scanned.
    pub roots: Vec<Root>,
    /// Patterns that are left out besides the default ones.
    pub excludes: Vec<String>,
    /// What is looked for.
    pub rules: Rules,
    /// How findings are kept.
    pub settings: Settings,
    /// The limits of each file.
    pub limits: Limits,
    /// How many threads scan; each has a worker process of its own.
    pub threads: usize,
    /// Bytes for the program and its workers together.
    pub memory: u64,
    /// How a worker process is started.
    pub worker: WorkerCommand,
    /// The plans that files are judged by; the first that has a row wins.
    pub plans: Vec<Plan>,
    /// What verdicts are made under.
    pub judging: sporhund_retention::judge::Settings,
    /// The program's version, as the report shows it.
    pub program: String,
    /// How the run goes on in time.
    pub conduct: Conduct,
}

/// How fast a run goes, when it ends, and what it puts up with.
#[derive(Clone, Debug)]
pub struct Conduct {
    /// A root that gives no sign of life for so long is abandoned.
    pub patience: Duration,
    /// How fast roots are read that have no pace of their own.
    pub pace: PaceLimits,
    /// How fast single roots are read.
    pub paces: BTreeMap<RootName, PaceLimits>,
    /// From this moment on nothing more is read; what is left waits for the next run.
    pub stop_at: Option<Instant>,
    /// Roots, by name or path, that may have lost files or be another file system than before.
    pub accept_loss: Vec<String>,
    /// Results that are written together.
    pub batch: usize,
    /// When the process is to die, for tests of what survives.
    pub crash_after: Option<CrashAfter>,
}

impl Default for Conduct {
    fn default() -> Self {
        Conduct {
            patience: Duration::from_mins(1),
            pace: PaceLimits::default(),
            paces: BTreeMap::new(),
            stop_at: None,
            accept_loss: Vec::new(),
            batch: 500,
            crash_after: None,
        }
    }
}

/// When a run is to die as by a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrashAfter {
    /// Right after so many commits of the store.
    Batches(u64),
    /// As soon as so many bytes have been read, before they are in the store.
    Bytes(u64),
}

impl Config {
    /// The day that verdicts are for.
    pub fn today(&self) -> Date {
        self.settings.today
    }
}
