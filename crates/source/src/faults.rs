//! A source in memory that fails on demand: how servers behave that are slow, go down, come back or lie about their clock.

use crate::{Entry, EntryKind, ListError, Listing, OpenError, Opened, Pulse, Source, Stat};
use sporhund_model::{Audience, Item, RelPath, Root, RootName, VersionToken};
use sporhund_platform::FileId;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Where a fault strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Listing a folder.
    List,
    /// Opening a file.
    Open,
    /// Reading a file, after some of it came.
    Read,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It takes so long.
    Delay(Duration),
    /// It never answers.
    Hang,
    /// `EIO`: the disk or the link is broken.
    Broken,
    /// `ESTALE`: the server knows the file by that handle no more.
    Stale,
    /// `EACCES`.
    Denied,
    /// Another program holds the file.
    Locked,
}

/// A file of the tree.
#[derive(Clone, Debug, Default)]
struct File {
    bytes: Vec<u8>,
    modified_ns: i64,
}

/// A tree in memory.
pub struct FaultySource {
    root: Root,
    state: Mutex<State>,
    listings: AtomicU64,
    opened: AtomicU64,
    read: Arc<AtomicU64>,
}

#[derive(Default)]
struct State {
    identity: Option<String>,
    files: BTreeMap<Vec<u8>, File>,
    faults: Vec<(Vec<u8>, On, Fault)>,
    delay: Duration,
    inodes_change: bool,
}

impl FaultySource {
    /// An empty tree.
    pub fn new(name: &str) -> Self {
        let state = State {
            identity: Some(format!("memory:{name}")),
            ..State::default()
        };
        FaultySource {
            root: Root {
                name: RootName(name.to_owned()),
                path: name.into(),
                display: String::new(),
                controller: String::new(),
                unit: None,
            },
            state: Mutex::new(state),
            listings: AtomicU64::new(0),
            opened: AtomicU64::new(0),
            read: Arc::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a file.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>, modified_ns: i64) {
        let file = File {
            bytes: bytes.as_ref().to_vec(),
            modified_ns,
        };
        self.state().files.insert(path.into(), file);
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        self.state().files.remove(path.as_bytes());
    }

    /// Gives a file another path.
    pub fn rename(&self, from: &str, to: &str) {
        let mut state = self.state();
        if let Some(file) = state.files.remove(from.as_bytes()) {
            state.files.insert(to.into(), file);
        }
    }

    /// Moves the clock of all files, as a server does whose time zone was corrected.
    pub fn move_clock(&self, by_ns: i64) {
        for file in self.state().files.values_mut() {
            file.modified_ns += by_ns;
        }
    }

    /// Has something go wrong at this path, or below it.
    pub fn fail(&self, path: &str, on: On, fault: Fault) {
        self.state().faults.push((path.into(), on, fault));
    }

    /// Ends all faults.
    pub fn mend(&self) {
        self.state().faults.clear();
    }

    /// Has every call take so long.
    pub fn delay(&self, delay: Duration) {
        self.state().delay = delay;
    }

    /// Becomes another file system.
    pub fn become_other(&self, identity: &str) {
        self.state().identity = Some(identity.to_owned());
    }

    /// Gives folders another inode at each look, as some file systems do.
    pub fn change_inodes(&self) {
        self.state().inodes_change = true;
    }

    /// How many files have been opened since the last time this was asked.
    pub fn take_opened(&self) -> u64 {
        self.opened.swap(0, Ordering::SeqCst)
    }

    /// How many bytes of files have been given since the last time this was asked.
    pub fn take_read(&self) -> u64 {
        self.read.swap(0, Ordering::SeqCst)
    }

    /// What strikes here; what lasts is waited for.
    fn strike(&self, path: &[u8], on: On) -> io::Result<()> {
        let (delay, fault) = {
            let state = self.state();
            let found = state
                .faults
                .iter()
                .find(|(place, when, _)| *when == on && path.starts_with(place));
            (state.delay, found.map(|(_, _, fault)| *fault))
        };
        if !delay.is_zero() {
            std::thread::sleep(delay);
        }
        match fault {
            None => Ok(()),
            Some(Fault::Delay(time)) => {
                std::thread::sleep(time);
                Ok(())
            }
            Some(Fault::Hang) => loop {
                std::thread::park();
            },
            Some(Fault::Broken) => Err(io::Error::from_raw_os_error(5)),
            Some(Fault::Stale) => Err(io::Error::from_raw_os_error(116)),
            Some(Fault::Denied) => Err(io::ErrorKind::PermissionDenied.into()),
            Some(Fault::Locked) => Err(io::ErrorKind::ResourceBusy.into()),
        }
    }

    fn entries(&self, folder: &RelPath, pulse: &Pulse) -> Vec<Entry> {
        let state = self.state();
        let prefix = match folder.as_bytes() {
            b"" => Vec::new(),
            path => [path, b"/"].concat(),
        };
        let mut folders = BTreeSet::new();
        let mut entries = Vec::new();
        for (path, file) in state.files.range(prefix.clone()..) {
            let Some(rest) = path.strip_prefix(prefix.as_slice()) else {
                break;
            };
            pulse.beat();
            match rest.iter().position(|byte| *byte == b'/') {
                Some(end) => {
                    folders.insert(rest.get(..end).unwrap_or_default().to_vec());
                }
                None => entries.push(Entry {
                    name: rest.into(),
                    kind: EntryKind::File(stat(file)),
                }),
            }
        }
        entries.extend(folders.into_iter().map(|name| Entry {
            name: name.into(),
            kind: EntryKind::Folder,
        }));
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        entries
    }
}

fn stat(file: &File) -> Stat {
    Stat {
        version: VersionToken {
            size: file.bytes.len() as u64,
            modified_ns: file.modified_ns,
            changed_ns: None,
        },
        created_ns: None,
        owner: None,
        audience: Audience::Unknown,
    }
}

impl Source for FaultySource {
    fn root(&self) -> &Root {
        &self.root
    }

    fn identity(&self) -> Option<String> {
        self.state().identity.clone()
    }

    fn list(&self, folder: &RelPath, pulse: &Pulse) -> Result<Listing, ListError> {
        self.strike(folder.as_bytes(), On::List)?;
        let number = self.listings.fetch_add(1, Ordering::SeqCst) + 1;
        let inode = self.state().inodes_change.then_some(number);
        Ok(Listing {
            id: inode.map(|inode| FileId { device: 1, inode }),
            entries: self.entries(folder, pulse),
        })
    }

    fn stat(&self, item: &Item) -> Result<VersionToken, OpenError> {
        let state = self.state();
        let file = state.files.get(item.path.as_bytes());
        file.map(|file| stat(file).version)
            .ok_or(OpenError::NotFound)
    }

    fn open(&self, item: &Item) -> Result<Opened, OpenError> {
        self.strike(item.path.as_bytes(), On::Open)?;
        let state = self.state();
        let file = state.files.get(item.path.as_bytes());
        let bytes = file.ok_or(OpenError::NotFound)?.bytes.clone();
        drop(state);
        self.opened.fetch_add(1, Ordering::SeqCst);
        let fault = self.reading_fault(item.path.as_bytes());
        Ok(Opened::Reader(Box::new(Bytes {
            inner: Cursor::new(bytes),
            fault,
            read: Arc::clone(&self.read),
        })))
    }
}

impl FaultySource {
    fn reading_fault(&self, path: &[u8]) -> Option<Fault> {
        let state = self.state();
        let mut faults = state.faults.iter();
        let found = faults.find(|(place, on, _)| *on == On::Read && path.starts_with(place));
        found.map(|(_, _, fault)| *fault)
    }
}

/// A file that gives its first bytes, and then what was ordered.
struct Bytes {
    inner: Cursor<Vec<u8>>,
    fault: Option<Fault>,
    read: Arc<AtomicU64>,
}

impl Read for Bytes {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.give(into)?;
        self.read.fetch_add(read as u64, Ordering::SeqCst);
        Ok(read)
    }
}

impl Bytes {
    fn give(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.fault {
            None => self.inner.read(into),
            Some(_) if self.inner.position() == 0 => {
                let few = into.len().min(2);
                self.inner.read(into.get_mut(..few).unwrap_or_default())
            }
            Some(Fault::Hang) => loop {
                std::thread::park();
            },
            Some(Fault::Delay(time)) => {
                std::thread::sleep(time);
                self.inner.read(into)
            }
            Some(Fault::Stale) => Err(io::Error::from_raw_os_error(116)),
            Some(_) => Err(io::Error::from_raw_os_error(5)),
        }
    }
}

impl Seek for Bytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
