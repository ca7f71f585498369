//! Where files come from: one folder at a time, in byte order, and nothing without a trace.
//!
//! A [`Source`] lists, describes and opens. [`Watched`] stands between it and the program: it calls the source on threads
//! that can be left behind, so that a server that does not answer costs a minute and never the run. [`Walk`] goes through
//! all of one with a stack of its own, so that neither the depth nor the number of files is a matter of the thread's stack.
//! Links to folders are never followed and links to files are not read: what lies inside the root is read in its own place,
//! and what lies outside does not belong to it. What is left out is said, each with its path and why.

mod entry;
mod excludes;
#[cfg(feature = "faults")]
pub mod faults;
mod local;
mod pace;
mod walk;
mod watched;

pub use entry::{Entry, EntryKind, Listing, Skipped, Stat};
pub use excludes::{DEFAULT_EXCLUDES, ExcludeError, Excludes};
pub use local::{LocalTree, RootError};
pub use pace::{Pace, PaceLimits};
pub use sporhund_platform::OpenError;
pub use walk::{Met, Walk};
pub use watched::{Content, FetchError, FetchLimits, Stream, Watched, begin};

use sporhund_model::{Item, Note, RelPath, Root, VersionToken};
use std::fs::File;
use std::io::{Read, Seek};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A tree of files.
pub trait Source: Send + Sync {
    /// What is scanned.
    fn root(&self) -> &Root;

    /// Which file system or share this is, over remounts; `None` where that cannot be told.
    fn identity(&self) -> Option<String>;

    /// The entries of one folder, sorted by the bytes of their names; the root itself has the empty path. Each answer of the
    /// file system is a beat of `pulse`.
    ///
    /// # Errors
    /// When the folder cannot be listed, or not to its end.
    fn list(&self, folder: &RelPath, pulse: &Pulse) -> Result<Listing, ListError>;

    /// What tells whether the file has changed since it was listed.
    ///
    /// # Errors
    /// When it is gone or cannot be reached.
    fn stat(&self, item: &Item) -> Result<VersionToken, OpenError>;

    /// Opens a file for reading.
    ///
    /// # Errors
    /// [`OpenError`]; one that is `Locked` is worth another try later.
    fn open(&self, item: &Item) -> Result<Opened, OpenError>;

    /// The name of the account with this number, as far as it is known here.
    fn owner_name(&self, number: u32) -> String {
        number.to_string()
    }
}

/// Bytes that can be read from any place.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// An opened file.
pub enum Opened {
    /// A file of the system.
    File(File),
    /// Bytes that come from elsewhere.
    Reader(Box<dyn ReadSeek + Send>),
}

impl Opened {
    pub(crate) fn reader(&mut self) -> &mut dyn ReadSeek {
        match self {
            Opened::File(file) => file,
            Opened::Reader(reader) => reader,
        }
    }

    pub(crate) fn size(&mut self) -> std::io::Result<u64> {
        match self {
            Opened::File(file) => Ok(file.metadata()?.len()),
            Opened::Reader(reader) => {
                let size = reader.seek(std::io::SeekFrom::End(0))?;
                reader.rewind()?;
                Ok(size)
            }
        }
    }
}

/// The sign of life of a call that takes long.
#[derive(Clone, Debug, Default)]
pub struct Pulse(Arc<AtomicU64>);

impl Pulse {
    /// Something has answered.
    pub fn beat(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a folder could not be listed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ListError {
    /// It is not there any more.
    #[error("not found")]
    NotFound,
    /// No right to list it.
    #[error("access denied")]
    Denied,
    /// Its path cannot be one of this source.
    #[error("not a path of this root")]
    BadPath,
    /// The source did not answer in time, and is not asked any more.
    #[error("no answer")]
    Silent,
    /// Anything else; also a listing that broke off.
    #[error(transparent)]
    Io(std::io::Error),
}

impl From<std::io::Error> for ListError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => ListError::NotFound,
            ErrorKind::PermissionDenied => ListError::Denied,
            _ => ListError::Io(error),
        }
    }
}

impl ListError {
    /// Whether it is the server that fails, and not this one folder that is closed or gone.
    pub fn is_of_server(&self) -> bool {
        matches!(self, ListError::Io(_) | ListError::Silent)
    }

    /// The error as a note for the coverage.
    pub fn note(&self) -> Note {
        match self {
            ListError::NotFound => Note::new("error-list-not-found"),
            ListError::Denied => Note::new("error-list-denied"),
            ListError::BadPath => Note::new("error-list-bad-path"),
            ListError::Silent => Note::new("error-list-silent"),
            ListError::Io(error) => io_note("error-list-io", error),
        }
    }
}

/// The error as a note for the coverage.
pub fn open_note(error: &OpenError) -> Note {
    match error {
        OpenError::NotFound => Note::new("error-open-not-found"),
        OpenError::Denied => Note::new("error-open-denied"),
        OpenError::Locked => Note::new("error-open-locked"),
        OpenError::Offline => Note::new("note-offline"),
        OpenError::NotRegular => Note::new("note-special-file"),
        OpenError::Io(error) => io_note("error-open-io", error),
        _ => Note::new("error-open-io").with("error", 0_i64),
    }
}

/// The system's number alone: its message may hold a path.
fn io_note(code: &'static str, error: &std::io::Error) -> Note {
    Note::new(code).with("error", i64::from(error.raw_os_error().unwrap_or(0)))
}
