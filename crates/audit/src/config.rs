//! What an audit is told to do: checked before it begins.

use jiff::civil::Date;
use sporhund_detect::{Rules, Settings};
use sporhund_extract::Limits;
use sporhund_model::Root;
use sporhund_platform::WorkerCommand;
use sporhund_retention::plan::Plan;

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
}

impl Config {
    /// The day that verdicts are for.
    pub fn today(&self) -> Date {
        self.settings.today
    }
}
