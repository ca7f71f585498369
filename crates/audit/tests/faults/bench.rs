//! What the tests stand on: servers in memory, a store, and audits of them.

use crate::HIDDEN;
use sporhund_audit::{Conduct, Config, Progress, Summary, run_on};
use sporhund_detect::{Key, Occurrences, Rules, Settings, Values, builtin_sources};
use sporhund_model::{Confidence, ItemRecord, Outcome, Records, RelPath, RootName};
use sporhund_platform::WorkerCommand;
use sporhund_source::Source;
use sporhund_source::faults::FaultySource;
use sporhund_store::{Mentions, Store};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// A mailbox that is found in a text.
pub const MAIL: &str = "skriv till anna.test@example.org";

/// One rule alone: each audit compiles its own.
fn rules() -> Rules {
    let mut sources = builtin_sources();
    sources.retain(|source| source.file.ends_with("email.toml"));
    Rules::compile(&sources, sporhund_plugin_common::validators()).unwrap()
}

/// Some servers and the store that their audits share.
pub struct Bench {
    folder: tempfile::TempDir,
    pub sources: Vec<Arc<FaultySource>>,
    pub conduct: Conduct,
}

impl Bench {
    /// Servers with these names, each with `files` files in three folders.
    pub fn new(names: &[&str], files: usize) -> Self {
        let source = |name: &&str| {
            let source = FaultySource::new(name);
            for number in 0..files {
                let path = format!("{}/{number:03}.txt", ["a", "b", "c"][number % 3]);
                source.write(&path, format!("{MAIL} {number} {name}"), number as i64);
            }
            Arc::new(source)
        };
        Bench {
            folder: tempfile::tempdir().unwrap(),
            sources: names.iter().map(source).collect(),
            conduct: Conduct {
                patience: Duration::from_millis(300),
                batch: 4,
                ..Conduct::default()
            },
        }
    }

    pub fn store(&self) -> Store {
        Store::open(&self.folder.path().join("s.sqlite")).unwrap()
    }

    pub fn config(&self) -> Config {
        let today = jiff::civil::date(2026, 1, 1);
        Config {
            roots: Vec::new(),
            excludes: Vec::new(),
            rules: rules(),
            settings: Settings {
                today,
                min_confidence: Confidence::new(0.5),
                key: Key::new(1, &[1; 32]),
                values: Values::Drop,
                occurrences: Occurrences::Samples,
                only: Vec::new(),
            },
            limits: sporhund_extract::Limits::default(),
            threads: 2,
            memory: 1 << 30,
            worker: WorkerCommand {
                program: std::env::current_exe().unwrap(),
                args: vec![HIDDEN.into()],
            },
            plans: Vec::new(),
            judging: sporhund_retention::judge::Settings::new(today),
            program: "test".into(),
            conduct: self.conduct.clone(),
        }
    }

    pub fn run(&self) -> Summary {
        self.run_with(&self.config(), &AtomicBool::new(false))
    }

    pub fn run_with(&self, config: &Config, stop: &AtomicBool) -> Summary {
        self.run_so(config, &Progress::default(), stop)
    }

    pub fn run_showing(&self, progress: &Progress) -> Summary {
        self.run_so(&self.config(), progress, &AtomicBool::new(false))
    }

    fn run_so(&self, config: &Config, progress: &Progress, stop: &AtomicBool) -> Summary {
        let sources = self
            .sources
            .iter()
            .map(|one| Arc::clone(one) as Arc<dyn Source>);
        let mut store = self.store();
        run_on(
            config,
            sources.collect(),
            &mut store,
            progress,
            stop,
            Summary::default(),
        )
        .unwrap()
    }

    /// All that is known of the files that are there.
    pub fn records(&self) -> Vec<ItemRecord> {
        let store = self.store();
        let mut records = Vec::new();
        store
            .records(Mentions::With)
            .for_each(&mut |record| {
                records.push(record.clone());
                Ok(())
            })
            .unwrap();
        records
    }

    pub fn paths(&self) -> Vec<String> {
        let records = self.records();
        let path = |record: &ItemRecord| record.item.path.display().into_owned();
        records.iter().map(path).collect()
    }

    pub fn count(&self, outcome: Outcome) -> usize {
        let records = self.records();
        records
            .iter()
            .filter(|record| record.outcome() == outcome)
            .count()
    }

    pub fn find(&self, root: &str, path: &str) -> Option<ItemRecord> {
        let root = RootName(root.into());
        self.store().find_item(&root, &RelPath::from(path)).unwrap()
    }

    pub fn dump(&self) -> String {
        let mut text = Vec::new();
        self.store().dump(&mut text).unwrap();
        String::from_utf8(text).unwrap()
    }
}

/// The code of the only root that was refused.
pub fn refused(summary: &Summary) -> Option<&str> {
    match summary.roots_not_read.as_slice() {
        [] => None,
        [(_, note)] => Some(&note.code),
        several => panic!("{several:?}"),
    }
}
