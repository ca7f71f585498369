//! A whole audit: roots are opened and listed, each is compared with what it was, then files are read in their order, and
//! last it is told what is gone and what each file's verdict is.

use crate::closing;
use crate::config::{Config, CrashAfter};
use crate::feed;
use crate::guard::{Evidence, Standing};
use crate::key::ReadKeys;
use crate::listing::{FolderNote, Lister, Listing};
use crate::progress::Progress;
use crate::reader::{self, Waiting};
use crate::summary::Summary;
use crate::writer::{self, Message};
use crossbeam_channel::{Receiver, Sender, bounded};
use jiff::Timestamp;
use sporhund_model::{Item, Note, Outcome, Root, RootName, ScanInfo};
use sporhund_sandbox::{Pool, PoolError, WorkerSettings};
use sporhund_source::{ExcludeError, Excludes, LocalTree, PaceLimits, Source, Watched};
use sporhund_store::{Agenda, Store, StoreError};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Files that wait between the agenda and reading, and results that wait for the store.
const QUEUE: usize = 256;
/// Address space of a worker, at the least and at the most.
const WORKER_MEMORY: (u64, u64) = (384 << 20, 4 << 30);

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
pub(crate) struct Work<'a> {
    pub config: &'a Config,
    pub keys: ReadKeys,
    pub places: Vec<Place>,
    pub pool: Pool,
    pub progress: &'a Progress,
    pub stop: &'a AtomicBool,
    pub agenda: Mutex<Agenda>,
    /// Files in work and parts that wait: while there are any, more parts may come.
    pub active: AtomicUsize,
    pub locked: Mutex<Vec<Waiting>>,
}

/// A root at work.
pub(crate) struct Place {
    pub source: Arc<Watched>,
    pub is_paced: bool,
    /// Files of it that are with the readers.
    pub in_flight: AtomicUsize,
}

/// A file of a source that is to be read, or only to be named.
pub(crate) struct Task {
    pub source: usize,
    pub item: Item,
    pub key: [u8; 16],
    pub left_out: Option<(Outcome, Note)>,
    /// Its number in the agenda.
    pub number: Option<i64>,
    pub is_new: bool,
}

impl Work<'_> {
    /// Whether the run is to end: it was told to, or its time is over.
    pub(crate) fn is_over(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || self.is_past_stop()
    }

    fn is_past_stop(&self) -> bool {
        let stop_at = self.config.conduct.stop_at;
        stop_at.is_some_and(|at| Instant::now() >= at)
    }

    /// Why no more files of a root are read.
    pub(crate) fn reason_to_leave(&self, root: usize) -> Option<Note> {
        let is_silent = self
            .places
            .get(root)
            .is_some_and(|place| place.source.is_silent());
        if self.stop.load(Ordering::Relaxed) {
            Some(Note::new("note-stopped"))
        } else if self.is_past_stop() {
            Some(Note::new("note-stop-time"))
        } else {
            is_silent.then(|| Note::new("note-root-silent"))
        }
    }
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
    let mut summary = Summary::default();
    let sources = open_roots(config, store, &mut summary);
    run_on(config, sources, store, progress, stop, summary)
}

/// [`run`] on sources of the caller; `summary` tells of roots that could not even be opened.
///
/// # Errors
/// As [`run`].
pub fn run_on(
    config: &Config,
    sources: Vec<Arc<dyn Source>>,
    store: &mut Store,
    progress: &Progress,
    stop: &AtomicBool,
    mut summary: Summary,
) -> Result<Summary, AuditError> {
    if let Some(CrashAfter::Batches(commits)) = config.conduct.crash_after {
        store.die_after(commits);
    }
    let pool = start_pool(config)?;
    let places: Vec<Place> = sources
        .into_iter()
        .map(|source| place(config, source))
        .collect();
    summary.scan = scan_info(config, &pool, &places, &summary);
    summary.scan.id = store.begin(&summary.scan)?;
    tracing::info!(scan = summary.scan.id, roots = places.len(), "scan begins");
    let excludes = Excludes::with_defaults(&config.excludes)?;
    let work = Work {
        config,
        keys: ReadKeys::new(config),
        places,
        pool,
        progress,
        stop,
        agenda: Mutex::new(Agenda::new()?),
        active: AtomicUsize::new(0),
        locked: Mutex::new(Vec::new()),
    };
    let listings = list_all(&work, store, &excludes)?;
    let standings = stand_all(&work, store, &listings, &mut summary)?;
    read_all(&work, store, listings, &standings, &mut summary)?;
    closing::close(&work, store, &standings, &mut summary)?;
    Ok(summary)
}

fn start_pool(config: &Config) -> Result<Pool, PoolError> {
    let share = config.memory / config.threads.max(1) as u64;
    let settings = WorkerSettings {
        memory: share.clamp(WORKER_MEMORY.0, WORKER_MEMORY.1),
        ..WorkerSettings::default()
    };
    Pool::start(config.worker.clone(), settings)
}

fn place(config: &Config, source: Arc<dyn Source>) -> Place {
    let conduct = &config.conduct;
    let own = conduct.paces.get(&source.root().name).copied();
    let pace = own.unwrap_or(conduct.pace);
    Place {
        source: Arc::new(Watched::new(source, conduct.patience, pace)),
        is_paced: pace != PaceLimits::default(),
        in_flight: AtomicUsize::new(0),
    }
}

/// Opens all roots at once, since each may let us wait; a root that is known is told of also when it cannot be opened.
fn open_roots(config: &Config, store: &Store, summary: &mut Summary) -> Vec<Arc<dyn Source>> {
    let open = |root: &Root| {
        let root = root.clone();
        sporhund_source::begin(move || LocalTree::new(root))
    };
    let opened: Vec<_> = config.roots.iter().map(open).collect();
    let until = Instant::now() + config.conduct.patience;
    let mut sources: Vec<Arc<dyn Source>> = Vec::new();
    for (root, opened) in config.roots.iter().zip(opened) {
        let left = until.saturating_duration_since(Instant::now());
        let why = match opened.recv_timeout(left) {
            Ok(Ok(source)) => {
                sources.push(Arc::new(source));
                continue;
            }
            Ok(Err(error)) => Note::new("error-root").with("why", error.to_string()),
            Err(_) => Note::new("error-root-silent"),
        };
        let why = why.with("root", root.name.0.as_str());
        tracing::error!(root = root.name.0, code = &*why.code, "root not opened");
        if store
            .find_root(&root.name)
            .is_ok_and(|known| known.reached.is_some())
        {
            summary.scan.roots.push(root.clone());
        }
        summary.roots_not_read.push((root.name.clone(), why));
    }
    sources
}

fn scan_info(config: &Config, pool: &Pool, places: &[Place], summary: &Summary) -> ScanInfo {
    let digest = config.rules.digest();
    let mut roots = summary.scan.roots.clone();
    roots.extend(places.iter().map(|place| place.source.root().clone()));
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

/// Lists all roots side by side: one that lets us wait keeps no other waiting.
fn list_all(
    work: &Work<'_>,
    store: &Store,
    excludes: &Excludes,
) -> Result<Vec<Listing>, AuditError> {
    let is_over = || work.is_over();
    let mut listers = Vec::new();
    for (number, place) in work.places.iter().enumerate() {
        listers.push(Lister {
            number,
            source: &place.source,
            keys: &work.keys,
            known: store.reopen()?,
            agenda: &work.agenda,
            progress: work.progress,
            is_over: &is_over,
        });
    }
    let listed: Vec<Result<Listing, StoreError>> = std::thread::scope(|scope| {
        let running: Vec<_> = listers
            .into_iter()
            .map(|lister| scope.spawn(move || lister.run(excludes)))
            .collect();
        let join = |one: std::thread::ScopedJoinHandle<'_, Result<Listing, StoreError>>| {
            one.join().unwrap_or_else(|_| Ok(Listing::default()))
        };
        running.into_iter().map(join).collect()
    });
    work.progress.end_walk();
    Ok(listed.into_iter().collect::<Result<_, _>>()?)
}

/// Tells for each root whether it is what it was; one that is not leaves the agenda.
fn stand_all(
    work: &Work<'_>,
    store: &Store,
    listings: &[Listing],
    summary: &mut Summary,
) -> Result<Vec<Standing>, AuditError> {
    let mut standings = Vec::new();
    for (number, (place, listing)) in work.places.iter().zip(listings).enumerate() {
        let standing = stand(work, store, (number, place), listing)?;
        let root = &place.source.root().name;
        tracing::info!(
            root = root.0,
            files = listing.files,
            unchanged = listing.unchanged,
            "root listed"
        );
        match &standing {
            Standing::Unreachable(note) => {
                if let Ok(agenda) = work.agenda.lock() {
                    agenda.drop_root(number)?;
                }
                store.put_lost(root, summary.scan.id)?;
                refuse(summary, root, note);
            }
            Standing::Partly(note) => refuse(summary, root, note),
            Standing::Reached | Standing::Ended => {}
        }
        if !matches!(standing, Standing::Unreachable(_)) {
            summary.listed += listing.files;
            summary.unchanged += listing.unchanged;
        }
        for (pattern, count) in &listing.excluded {
            *summary.scan.excluded.entry(pattern.clone()).or_default() += count;
        }
        standings.push(standing);
    }
    Ok(standings)
}

fn stand(
    work: &Work<'_>,
    store: &Store,
    (number, place): (usize, &Place),
    listing: &Listing,
) -> Result<Standing, AuditError> {
    let root = place.source.root();
    let identity = place.source.identity().unwrap_or_default();
    let lost = match work.agenda.lock() {
        Ok(agenda) => agenda.count_lost(number)?,
        Err(_) => 0,
    };
    let names = &work.config.conduct.accept_loss;
    let evidence = Evidence {
        root,
        known: &store.find_root(&root.name)?,
        identity: identity.as_deref(),
        listing,
        is_silent: place.source.is_silent(),
        lost,
        is_loss_accepted: names.iter().any(|name| is_named(root, name)),
    };
    let standing = evidence.standing();
    if standing == Standing::Reached {
        store.put_identity(&root.name, identity.as_deref())?;
    }
    Ok(standing)
}

fn is_named(root: &Root, name: &str) -> bool {
    root.name.0 == name || root.path == std::path::Path::new(name)
}

pub(crate) fn refuse(summary: &mut Summary, root: &RootName, note: &Note) {
    tracing::error!(root = root.0, code = &*note.code, "root not read");
    summary.roots_not_read.push((root.clone(), note.clone()));
    summary.scan.notes.push(note.clone());
}

/// Reads what stands on the agenda, and puts it into the store.
fn read_all(
    work: &Work<'_>,
    store: &mut Store,
    listings: Vec<Listing>,
    standings: &[Standing],
    summary: &mut Summary,
) -> Result<(), AuditError> {
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(work.config.threads.max(1))
        .build()?;
    let (results, incoming) = bounded(QUEUE);
    let folders: Vec<Vec<FolderNote>> = listings.into_iter().map(|one| one.folders).collect();
    let (written, fed) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| writer::write(work, store, &incoming, summary));
        let (tasks, queue) = bounded(QUEUE);
        let feeder = scope.spawn(move || {
            feed_folders(work, folders, standings, &tasks);
            feed::feed(work, &tasks)
        });
        read_queue(work, &threads, &queue, &results);
        let fed = feeder.join().unwrap_or(Ok(()));
        drop(results);
        (writer.join(), fed)
    });
    fed?;
    Ok(written.unwrap_or(Err(StoreError::UnknownScan(0)))?)
}

fn read_queue(
    work: &Work<'_>,
    threads: &rayon::ThreadPool,
    queue: &Receiver<Task>,
    results: &Sender<Message>,
) {
    reader::read_all(work, threads, queue, results, reader::Try::First);
    reader::read_locked(work, threads, results);
}

/// Folders that could not be listed, or were met before, are told of like files.
fn feed_folders(
    work: &Work<'_>,
    folders: Vec<Vec<FolderNote>>,
    standings: &[Standing],
    tasks: &Sender<Task>,
) {
    for (number, (folders, standing)) in folders.into_iter().zip(standings).enumerate() {
        let Some(place) = work.places.get(number) else {
            continue;
        };
        if matches!(standing, Standing::Unreachable(_)) {
            continue;
        }
        let root = place.source.root();
        for (path, outcome, note) in folders {
            place.in_flight.fetch_add(1, Ordering::SeqCst);
            let item = Item {
                root: root.name.clone(),
                path,
                unit: root.unit.clone(),
                ..Item::default()
            };
            let task = Task {
                source: number,
                key: work.keys.of_left_out(0, outcome, &note),
                item,
                left_out: Some((outcome, note)),
                number: None,
                is_new: false,
            };
            if tasks.send(task).is_err() {
                return;
            }
        }
    }
}
