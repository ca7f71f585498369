//! Where files come from: one folder at a time, in byte order, and nothing without a trace.
//!
//! A [`Source`] lists, describes and opens; [`Walk`] goes through all of one with a stack of its own, so that neither the
//! depth nor the number of files is a matter of the thread's stack. Links to folders are never followed and links to files
//! are not read: what lies inside the root is read in its own place, and what lies outside does not belong to it. What is
//! left out is said, each with its path and why.

mod excludes;
mod local;
mod walk;

pub use excludes::{DEFAULT_EXCLUDES, ExcludeError, Excludes};
pub use local::{LocalTree, RootError};
pub use sporhund_platform::OpenError;
pub use walk::{Met, Walk};

use sporhund_model::{Item, Note, Outcome, RelPath, Root, VersionToken};
use sporhund_platform::FileId;
use std::fs::File;

/// A tree of files.
pub trait Source: Send + Sync {
    /// What is scanned.
    fn root(&self) -> &Root;

    /// The entries of one folder, sorted by the bytes of their names; the root itself has the empty path.
    ///
    /// # Errors
    /// When the folder cannot be listed, or not to its end.
    fn list(&self, folder: &RelPath) -> Result<Listing, ListError>;

    /// What tells whether the file has changed since it was listed.
    ///
    /// # Errors
    /// When it is gone or cannot be reached.
    fn stat(&self, item: &Item) -> Result<VersionToken, OpenError>;

    /// Opens a file for reading.
    ///
    /// # Errors
    /// [`OpenError`]; one that is `Locked` is worth another try later.
    fn open(&self, item: &Item) -> Result<File, OpenError>;
}

/// What a folder holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The folder's identity, where the system tells: it shows a folder that is met a second time (bind mounts).
    pub id: Option<FileId>,
    /// Its entries, sorted by the bytes of their paths.
    pub entries: Vec<Entry>,
}

/// One entry of a folder.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A file to be read.
    File(Item),
    /// A folder below.
    Folder(RelPath),
    /// What is not read.
    Skipped(Skipped),
}

impl Entry {
    /// Its path below the root.
    pub fn path(&self) -> &RelPath {
        match self {
            Entry::File(item) => &item.path,
            Entry::Folder(path) => path,
            Entry::Skipped(skipped) => &skipped.path,
        }
    }
}

/// An entry that is not read, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// Its path below the root.
    pub path: RelPath,
    /// Its bytes, as far as they are known; 0 for what is no file.
    pub size: u64,
    /// `Skipped`, or `Unreadable` where the system did not let us look.
    pub outcome: Outcome,
    /// Why.
    pub note: Note,
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
    /// The error as a note for the coverage.
    pub fn note(&self) -> Note {
        match self {
            ListError::NotFound => Note::new("error-list-not-found"),
            ListError::Denied => Note::new("error-list-denied"),
            ListError::BadPath => Note::new("error-list-bad-path"),
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
