//! A source under watch: it is called on threads of its own, and one that does not answer in time is left behind.
//!
//! A call into a file system that hangs cannot be broken off: neither a signal nor a deadline reaches a thread that waits for
//! a dead server. So each call is made by a helper thread, and who waits for it waits no longer than the patience lasts since
//! the last sign of life. After that the source is silent for good: no further call is made, and its helper is left where it
//! hangs until the process ends.

use crate::pace::{Pace, PaceLimits};
use crate::{ListError, Listing, OpenError, Opened, Pulse, Source};
use sporhund_model::{Item, RelPath, Root};
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Bytes that one call reads.
const BLOCK: usize = 256 * 1024;

type Job = Box<dyn FnOnce() + Send>;

/// A source that is called on threads which may be left behind.
pub struct Watched {
    source: Arc<dyn Source>,
    patience: Duration,
    pace: Pace,
    helpers: Mutex<Vec<Sender<Job>>>,
    silent: AtomicBool,
}

/// Why a file could not be fetched.
#[derive(Debug)]
pub enum FetchError {
    /// It could not be opened.
    Open(OpenError),
    /// Reading it failed.
    Read(io::Error),
    /// The source does not answer.
    Silent,
}

/// How much of a file is fetched at once.
#[derive(Clone, Copy, Debug)]
pub struct FetchLimits {
    /// Bytes that are looked at to tell what a file is.
    pub head: usize,
    /// Files up to this size are fetched whole.
    pub whole: u64,
    /// Whether more than the head is wanted, by the head and the extension.
    pub wants_all: fn(&[u8], &str) -> bool,
}

/// What was fetched of a file.
pub enum Content {
    /// All of it.
    Whole(Vec<u8>),
    /// Its head, since no more is wanted, and its size.
    Head(Vec<u8>, u64),
    /// Its head, its size, and the opened file: it is too large to be fetched at once.
    Large(Vec<u8>, u64, Opened),
}

impl Watched {
    /// Watches a source, with so much patience since the last sign of life.
    pub fn new(source: Arc<dyn Source>, patience: Duration, pace: PaceLimits) -> Self {
        Watched {
            source,
            patience,
            pace: Pace::new(pace),
            helpers: Mutex::new(Vec::new()),
            silent: AtomicBool::new(false),
        }
    }

    /// What is scanned.
    pub fn root(&self) -> &Root {
        self.source.root()
    }

    /// The source itself, for what asks no file system.
    pub fn source(&self) -> &dyn Source {
        &*self.source
    }

    /// How fast it is read.
    pub fn pace(&self) -> &Pace {
        &self.pace
    }

    /// Whether it has not answered in time, and is not asked any more.
    pub fn is_silent(&self) -> bool {
        self.silent.load(Ordering::Relaxed)
    }

    /// [`Source::identity`]; `Err` when the source does not answer.
    ///
    /// # Errors
    /// [`ListError::Silent`].
    pub fn identity(&self) -> Result<Option<String>, ListError> {
        let answer = self.call(|source, _| source.identity());
        answer.ok_or(ListError::Silent)
    }

    /// [`Source::list`].
    ///
    /// # Errors
    /// [`ListError`], also when the source does not answer.
    pub fn list(&self, folder: &RelPath) -> Result<Listing, ListError> {
        let path = folder.clone();
        self.call(move |source, pulse| source.list(&path, pulse))
            .unwrap_or(Err(ListError::Silent))
    }

    /// Opens a file and reads as much of it as the limits say.
    ///
    /// # Errors
    /// [`FetchError`].
    pub fn fetch(&self, item: &Item, limits: FetchLimits) -> Result<Content, FetchError> {
        let wanted = item.clone();
        let fetched = self
            .call(move |source, pulse| fetch(source, &wanted, limits, pulse))
            .unwrap_or(Err(FetchError::Silent));
        let bytes = match &fetched {
            Ok(Content::Whole(bytes) | Content::Head(bytes, _) | Content::Large(bytes, ..)) => {
                bytes.len()
            }
            Err(_) => 0,
        };
        self.pace.take(1, bytes as u64, Instant::now());
        fetched
    }

    /// Opens a file to be read in pieces.
    ///
    /// # Errors
    /// [`FetchError`].
    pub fn stream(self: &Arc<Self>, item: &Item) -> Result<Stream, FetchError> {
        let wanted = item.clone();
        let opened = self.call(move |source, _| source.open(&wanted));
        let opened = opened.ok_or(FetchError::Silent)?;
        opened
            .map(|opened| Stream::new(Arc::clone(self), opened))
            .map_err(FetchError::Open)
    }

    /// Calls the source on a helper; `None` when it did not answer in time, or has not before.
    fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Source, &Pulse) -> T + Send + 'static,
    ) -> Option<T> {
        if self.is_silent() {
            return None;
        }
        let source = Arc::clone(&self.source);
        let pulse = Pulse::default();
        let beats = pulse.clone();
        let (answer, answered) = channel();
        let job: Job = Box::new(move || {
            // Nobody waits any more when the patience has ended.
            let _ = answer.send(work(&*source, &beats));
        });
        let helper = self.helper(job)?;
        let answer = self.wait(&answered, &pulse);
        if answer.is_none() {
            self.silent.store(true, Ordering::Relaxed);
        } else if let Ok(mut helpers) = self.helpers.lock() {
            helpers.push(helper);
        }
        answer
    }

    fn wait<T>(&self, answered: &Receiver<T>, pulse: &Pulse) -> Option<T> {
        let mut beats = pulse.count();
        loop {
            match answered.recv_timeout(self.patience) {
                Ok(answer) => return Some(answer),
                Err(RecvTimeoutError::Timeout) if pulse.count() != beats => beats = pulse.count(),
                // Out of patience, or the helper panicked.
                Err(_) => return None,
            }
        }
    }

    /// Gives the job to a helper that is free, or to a new one.
    fn helper(&self, job: Job) -> Option<Sender<Job>> {
        let free = self.helpers.lock().ok().and_then(|mut free| free.pop());
        let job = match free {
            Some(helper) => match helper.send(job) {
                Ok(()) => return Some(helper),
                Err(returned) => returned.0,
            },
            None => job,
        };
        let (helper, jobs) = channel::<Job>();
        let started = std::thread::Builder::new()
            .name("source".to_owned())
            .spawn(move || jobs.iter().for_each(|job| job()));
        started.ok()?;
        helper.send(job).ok()?;
        Some(helper)
    }
}

/// Does what may hang on a thread of its own; the answer comes through the channel, if it comes.
pub fn begin<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Receiver<T> {
    let (answer, answered) = channel();
    // Without a thread there is no answer, as when it hangs.
    let _ = std::thread::Builder::new()
        .name("source".to_owned())
        .spawn(move || answer.send(work()));
    answered
}

fn fetch(
    source: &dyn Source,
    item: &Item,
    limits: FetchLimits,
    pulse: &Pulse,
) -> Result<Content, FetchError> {
    let mut opened = source.open(item).map_err(FetchError::Open)?;
    pulse.beat();
    let size = opened.size().map_err(FetchError::Read)?;
    let mut bytes = Vec::with_capacity(size.min(limits.head as u64) as usize);
    read_up_to(opened.reader(), &mut bytes, limits.head, pulse)?;
    if bytes.len() as u64 >= size && bytes.len() < limits.head {
        return Ok(Content::Whole(bytes));
    }
    if !(limits.wants_all)(&bytes, &item.path.extension()) {
        return Ok(Content::Head(bytes, size));
    }
    if size > limits.whole {
        return Ok(Content::Large(bytes, size, opened));
    }
    bytes.reserve_exact((size as usize).saturating_sub(bytes.len()));
    read_up_to(opened.reader(), &mut bytes, limits.whole as usize, pulse)?;
    Ok(Content::Whole(bytes))
}

/// Reads to the end, or to so many bytes; each block that comes is a beat.
fn read_up_to(
    reader: &mut dyn crate::ReadSeek,
    bytes: &mut Vec<u8>,
    most: usize,
    pulse: &Pulse,
) -> Result<(), FetchError> {
    while bytes.len() < most {
        let block = BLOCK.min(most - bytes.len()) as u64;
        let read = (&mut *reader).take(block).read_to_end(bytes);
        pulse.beat();
        if read.map_err(FetchError::Read)? == 0 {
            break;
        }
    }
    Ok(())
}

/// A large file that is read block by block, each under watch and within the pace.
pub struct Stream {
    watched: Arc<Watched>,
    opened: Option<Opened>,
    block: Vec<u8>,
    /// Where the block begins in the file.
    start: u64,
    at: u64,
}

impl Stream {
    /// Reads a file of `watched`.
    pub fn new(watched: Arc<Watched>, opened: Opened) -> Self {
        Stream {
            watched,
            opened: Some(opened),
            block: Vec::new(),
            start: 0,
            at: 0,
        }
    }

    /// The bytes of the block from the present place on.
    fn rest(&self) -> &[u8] {
        let from = self.at.checked_sub(self.start);
        let from = from.and_then(|from| usize::try_from(from).ok());
        from.and_then(|from| self.block.get(from..))
            .unwrap_or_default()
    }

    fn fill(&mut self) -> io::Result<()> {
        let gone = || io::Error::from(io::ErrorKind::TimedOut);
        let mut opened = self.opened.take().ok_or_else(gone)?;
        let at = self.at;
        let mut block = std::mem::take(&mut self.block);
        let answer = self.watched.call(move |_, _| {
            block.clear();
            let reader = opened.reader();
            let read = reader
                .seek(SeekFrom::Start(at))
                .and_then(|_| reader.take(BLOCK as u64).read_to_end(&mut block));
            (opened, block, read)
        });
        let (opened, block, read) = answer.ok_or_else(gone)?;
        (self.opened, self.block, self.start) = (Some(opened), block, at);
        self.keep_pace(read?);
        Ok(())
    }

    fn keep_pace(&self, bytes: usize) {
        let pace = self.watched.pace();
        pace.take(0, bytes as u64, Instant::now());
        std::thread::sleep(pace.wait(Instant::now()));
    }
}

impl Read for Stream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.rest().is_empty() {
            self.fill()?;
        }
        let count = self.rest().read(into)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Stream {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let wanted = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(_) => None,
        };
        self.at = wanted.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
