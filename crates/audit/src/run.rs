//! A whole audit.

use crate::config::Config;
use crate::document::{Desk, Done, Try};
use crate::judging;
use crate::key::ReadKeys;
use crate::parts::BigText;
use crate::progress::Progress;
use crate::summary::Summary;
use crate::writer::{self, Message};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};
use jiff::Timestamp;
use sporhund_detect::DocumentTally;
use sporhund_extract::text::windows::Windows;
use sporhund_model::{Item, ItemScan, Note, Outcome, RelPath, Root, ScanInfo};
use sporhund_sandbox::{Pool, PoolError, WorkerSettings};
use sporhund_source::{ExcludeError, Excludes, LocalTree, Met, Source, Walk};
use sporhund_store::{Store, StoreError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Files that wait between listing and reading, and results that wait for the store.
const QUEUE: usize = 1_024;
/// Address space of a worker, at the least and at the most.
const WORKER_MEMORY: (u64, u64) = (384 << 20, 4 << 30);
/// How often an idle thread looks whether all is done.
const IDLE: Duration = Duration::from_millis(5);

/// Why an audit could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// The store cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No worker process can be started.
    #[error(transparent)]
    Pool(#[from] PoolError),
    /// A pattern of what is left out cannot be read.
    #[error(transparent)]
    Exclude(#[from] ExcludeError),
    /// A pattern of a hold cannot be read.
    #[error(transparent)]
    Hold(#[from] sporhund_retention::judge::HoldError),
    /// The threads cannot be started.
    #[error("start threads: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// Results cannot be read back.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What all threads share.
struct Work<'a> {
    config: &'a Config,
    keys: ReadKeys,
    sources: Vec<LocalTree>,
    pool: Pool,
    progress: &'a Progress,
    stop: &'a AtomicBool,
    /// Files in work and parts that wait: while there are any, more parts may come.
    active: AtomicUsize,
    locked: Mutex<Vec<(usize, Item)>>,
}

/// A file of a source that is to be read, or only to be named.
struct Task {
    source: usize,
    item: Item,
    left_out: Option<(Outcome, Note)>,
}

/// A part of a big text.
struct PartTask {
    source: usize,
    big: Arc<BigText>,
    number: usize,
}

/// Scans the roots into the store and judges every file. `stop` ends it cleanly: what is not reached by then is recorded so.
///
/// # Errors
/// [`AuditError`]. What can be wrong with single files or roots is no error: it stands in the summary.
pub fn run(
    config: &Config,
    store: &mut Store,
    progress: &Progress,
    stop: &AtomicBool,
) -> Result<Summary, AuditError> {
    let memory =
        (config.memory / config.threads.max(1) as u64).clamp(WORKER_MEMORY.0, WORKER_MEMORY.1);
    let pool = Pool::start(
        config.worker.clone(),
        WorkerSettings {
            memory,
            ..WorkerSettings::default()
        },
    )?;
    let mut summary = Summary::default();
    let sources = open_roots(config, &mut summary);
    summary.scan = scan_info(config, &pool, &sources, &summary);
    summary.scan.id = store.begin(&summary.scan)?;
    let excludes = Excludes::with_defaults(&config.excludes)?;
    let work = Work {
        config,
        keys: ReadKeys::new(config),
        sources,
        pool,
        progress,
        stop,
        active: AtomicUsize::new(0),
        locked: Mutex::new(Vec::new()),
    };
    let listed = scan(&work, store, &excludes, &mut summary)?;
    finish(&work, store, &listed, &mut summary)?;
    Ok(summary)
}

fn open_roots(config: &Config, summary: &mut Summary) -> Vec<LocalTree> {
    let mut sources = Vec::new();
    for root in &config.roots {
        match LocalTree::new(root.clone()) {
            Ok(source) => sources.push(source),
            Err(error) => {
                let note = Note::new("error-root")
                    .with("root", root.name.0.as_str())
                    .with("why", error.to_string());
                summary.roots_not_read.push((root.name.clone(), note));
            }
        }
    }
    sources
}

fn scan_info(config: &Config, pool: &Pool, sources: &[LocalTree], summary: &Summary) -> ScanInfo {
    let digest = config.rules.digest();
    let roots: Vec<Root> = sources.iter().map(|source| source.root().clone()).collect();
    ScanInfo {
        program: config.program.clone(),
        rules: digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect::<Vec<_>>()
            .concat(),
        started: Timestamp::now(),
        today: Some(config.today()),
        roots,
        plans: config.plans.iter().map(|plan| plan.name.clone()).collect(),
        isolation: pool.isolation().to_string(),
        notes: summary
            .roots_not_read
            .iter()
            .map(|(_, note)| note.clone())
            .collect(),
        ..ScanInfo::default()
    }
}

/// What the listing of one root came to.
struct Listed {
    source: usize,
    whole: bool,
}

fn scan(
    work: &Work<'_>,
    store: &mut Store,
    excludes: &Excludes,
    summary: &mut Summary,
) -> Result<Vec<Listed>, AuditError> {
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(work.config.threads.max(1))
        .build()?;
    let known = store.reopen()?;
    let (results, incoming) = bounded(QUEUE);
    let scan = summary.scan.id;
    let excluded = Mutex::new(std::collections::BTreeMap::new());
    let (written, listed) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| writer::write(store, scan, &incoming, summary, work.stop));
        let (tasks, queue) = bounded(QUEUE);
        let to_store = results.clone();
        let excluded = &excluded;
        let lister = scope.spawn(move || list(work, &known, excludes, &tasks, &to_store, excluded));
        read_all(work, &threads, &queue, &results, Try::First);
        let listed = lister.join().unwrap_or_default();
        read_locked(work, &threads, &results);
        drop(results);
        (writer.join(), listed)
    });
    written.unwrap_or_else(|_| Err(StoreError::UnknownScan(scan)))?;
    summary.scan.excluded = excluded.into_inner().unwrap_or_default();
    Ok(listed)
}

/// Lists the roots; what has not changed goes straight to the store.
fn list(
    work: &Work<'_>,
    known: &Store,
    excludes: &Excludes,
    tasks: &Sender<Task>,
    results: &Sender<Message>,
    excluded: &Mutex<std::collections::BTreeMap<String, u64>>,
) -> Vec<Listed> {
    let mut listed = Vec::new();
    for (number, source) in work.sources.iter().enumerate() {
        let mut walk = Walk::new(source, excludes);
        let mut whole = true;
        for met in walk.by_ref() {
            if work.stop.load(Ordering::Relaxed) {
                whole = false;
                break;
            }
            whole &= !matches!(met, Met::Unlisted { .. });
            if take_met(work, known, number, met, tasks, results).is_none() {
                break;
            }
        }
        if let Ok(mut all) = excluded.lock() {
            for (pattern, count) in walk.excluded() {
                *all.entry(pattern.clone()).or_default() += count;
            }
        }
        listed.push(Listed {
            source: number,
            whole,
        });
    }
    work.progress.end_walk();
    listed
}

/// Passes on what the walk came by; `None` when nobody takes it any more.
fn take_met(
    work: &Work<'_>,
    known: &Store,
    source: usize,
    met: Met,
    tasks: &Sender<Task>,
    results: &Sender<Message>,
) -> Option<()> {
    let root = work.sources.get(source)?.root();
    let named = |path: RelPath, size| Item {
        root: root.name.clone(),
        path,
        size,
        unit: root.unit.clone(),
        ..Item::default()
    };
    let (item, left_out) = match met {
        Met::Folder(folder) => {
            work.progress.enter(&folder);
            return Some(());
        }
        Met::File(item) => (item, None),
        Met::Skipped(skipped) => (
            named(skipped.path, skipped.size),
            Some((skipped.outcome, skipped.note)),
        ),
        Met::Unlisted { path, note } => (named(path, 0), Some((Outcome::Unlisted, note))),
    };
    work.progress.list(item.size);
    let is_known = left_out.is_none()
        && known.find_read_key(&item.root, &item.path).ok().flatten() == Some(work.keys.of(&item));
    if is_known {
        work.progress.finish_file(item.size, 0);
        return results.send(Message::Unchanged(Box::new(item))).ok();
    }
    tasks
        .send(Task {
            source,
            item,
            left_out,
        })
        .ok()
}

/// Reads all files of a queue with all threads.
fn read_all(
    work: &Work<'_>,
    threads: &rayon::ThreadPool,
    queue: &Receiver<Task>,
    results: &Sender<Message>,
    attempt: Try,
) {
    let (parts, waiting) = unbounded();
    threads.broadcast(|_| {
        let desk = Desk {
            config: work.config,
            keys: &work.keys,
            scanner: work.config.rules.scanner(&work.config.settings),
            windows: Windows::default(),
            handle: work.pool.handle(),
        };
        Reader {
            work,
            desk,
            parts: parts.clone(),
            results: results.clone(),
            attempt,
        }
        .run(queue, &waiting);
    });
}

/// Files that another program had locked are tried once more at the end.
fn read_locked(work: &Work<'_>, threads: &rayon::ThreadPool, results: &Sender<Message>) {
    let locked = work
        .locked
        .lock()
        .map(|mut locked| std::mem::take(&mut *locked))
        .unwrap_or_default();
    if locked.is_empty() {
        return;
    }
    let (tasks, queue) = unbounded();
    for (source, item) in locked {
        let _ = tasks.send(Task {
            source,
            item,
            left_out: None,
        });
    }
    drop(tasks);
    read_all(work, threads, &queue, results, Try::Last);
}

/// One thread at work.
struct Reader<'a> {
    work: &'a Work<'a>,
    desk: Desk<'a>,
    parts: Sender<PartTask>,
    results: Sender<Message>,
    attempt: Try,
}

impl Reader<'_> {
    /// Takes parts of big texts first, then files, until there are none of either.
    fn run(mut self, queue: &Receiver<Task>, waiting: &Receiver<PartTask>) {
        let mut is_open = true;
        loop {
            if let Ok(part) = waiting.try_recv() {
                self.part(&part);
            } else if is_open {
                match queue.recv_timeout(IDLE) {
                    Ok(task) => self.task(&task),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => is_open = false,
                }
            } else if self.work.active.load(Ordering::SeqCst) == 0 {
                return;
            } else if let Ok(part) = waiting.recv_timeout(IDLE) {
                self.part(&part);
            }
        }
    }

    fn task(&mut self, task: &Task) {
        self.work.active.fetch_add(1, Ordering::SeqCst);
        let done = catch_unwind(AssertUnwindSafe(|| self.read(task)));
        match done {
            Ok(Done::Scanned(scan)) => self.send(scan),
            Ok(Done::Locked(item)) => {
                if let Ok(mut locked) = self.work.locked.lock() {
                    locked.push((task.source, *item));
                }
            }
            Ok(Done::Split(big)) => self.split(task.source, big),
            Err(_) => {
                let scan = self
                    .desk
                    .leave(&task.item, Outcome::Failed, Note::new("error-panic"));
                self.send(scan);
            }
        }
        self.work.active.fetch_sub(1, Ordering::SeqCst);
    }

    fn read(&mut self, task: &Task) -> Done {
        if let Some((outcome, note)) = &task.left_out {
            return Done::Scanned(self.desk.leave(&task.item, *outcome, note.clone()));
        }
        if self.work.stop.load(Ordering::Relaxed) {
            return Done::Scanned(self.desk.leave(
                &task.item,
                Outcome::NotReached,
                Note::new("note-stopped"),
            ));
        }
        match self.work.sources.get(task.source) {
            Some(source) => self.desk.read(source, &task.item, self.attempt),
            None => Done::Locked(Box::new(task.item.clone())),
        }
    }

    fn split(&mut self, source: usize, big: Box<BigText>) {
        let big: Arc<BigText> = Arc::from(big);
        for number in 0..big.count() {
            self.work.active.fetch_add(1, Ordering::SeqCst);
            let _ = self.parts.send(PartTask {
                source,
                big: Arc::clone(&big),
                number,
            });
        }
    }

    fn part(&mut self, part: &PartTask) {
        let tally = catch_unwind(AssertUnwindSafe(|| {
            match self.work.sources.get(part.source) {
                Some(source) if !self.work.stop.load(Ordering::Relaxed) => {
                    self.desk.read_part(source, &part.big, part.number)
                }
                _ => {
                    part.big.worsen(Outcome::NotReached);
                    DocumentTally::default()
                }
            }
        }));
        let tally = tally.unwrap_or_else(|_| {
            part.big.worsen(Outcome::Failed);
            DocumentTally::default()
        });
        if let Some(whole) = part.big.put(part.number, tally) {
            let scan = self.desk.finish_big(&part.big, whole);
            self.send(scan);
        }
        self.work.active.fetch_sub(1, Ordering::SeqCst);
    }

    fn send(&self, scan: Box<ItemScan>) {
        let findings: u64 = scan
            .findings
            .iter()
            .map(|finding| finding.occurrences)
            .sum();
        self.work.progress.finish_file(scan.item.size, findings);
        // A store that failed has set `stop`; then nobody waits for results.
        let _ = self.results.send(Message::Scanned(scan));
    }
}

/// Marks what is gone, judges, and writes down how the scan ended.
fn finish(
    work: &Work<'_>,
    store: &Store,
    listed: &[Listed],
    summary: &mut Summary,
) -> Result<(), AuditError> {
    let stopped = work.stop.load(Ordering::Relaxed);
    for root in listed.iter().filter(|root| root.whole && !stopped) {
        if let Some(source) = work.sources.get(root.source) {
            store.retire(&source.root().name, summary.scan.id)?;
        }
    }
    judging::judge(work.config, store, summary)?;
    summary.scan.complete = !stopped;
    summary.scan.finished = Some(Timestamp::now());
    store.finish(&summary.scan)?;
    Ok(())
}
