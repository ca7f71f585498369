//! What can go wrong, by what the caller can do about it.

use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why the store could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No room is left where the store lies.
    #[error("{path}: the disk is full")]
    Full {
        /// The store.
        path: PathBuf,
    },
    /// The store may be read only.
    #[error("{path}: the store cannot be written")]
    ReadOnly {
        /// The store.
        path: PathBuf,
    },
    /// Another program is writing to the store.
    #[error("{path}: the store is in use by another program")]
    Busy {
        /// The store.
        path: PathBuf,
    },
    /// Another run is writing to the store.
    #[error("{path}: held by process {pid} on {host} since {since}")]
    Held {
        /// The store.
        path: PathBuf,
        /// The process.
        pid: u32,
        /// The machine it runs on.
        host: String,
        /// Since when.
        since: String,
    },
    /// The file cannot be opened or created.
    #[error("{path}: the store cannot be opened: {source}")]
    Open {
        /// The store.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file is something else than a store.
    #[error("{path}: not a store of this program")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file is a store whose content is damaged.
    #[error("{path}: the store is damaged: {detail}")]
    Damaged {
        /// The store.
        path: PathBuf,
        /// What does not hold.
        detail: String,
    },
    /// Others than its owner can read the file.
    #[error("{path}: others than its owner can read the store")]
    Exposed {
        /// The store.
        path: PathBuf,
    },
    /// The store was written by a later version of the program.
    #[error("{path}: the store has version {found}, this program knows up to {known}")]
    Newer {
        /// The store.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The highest version known.
        known: u32,
    },
    /// The store's fingerprints were made with another key.
    #[error("the store was made with key {stored:08x}, not {given:08x}")]
    OtherKey {
        /// The id of the store's key.
        stored: u32,
        /// The id of the key given.
        given: u32,
    },
    /// The batch has another encoding than this program's.
    #[error("the batch has version {found}, this program reads {known}")]
    BatchVersion {
        /// The batch's version.
        found: u16,
        /// The version known.
        known: u16,
    },
    /// The scan that a batch belongs to was not begun in this store.
    #[error("scan {0} is not in the store")]
    UnknownScan(u64),
    /// Any other failure of the database.
    #[error("{path}: {source}")]
    Sqlite {
        /// The store.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// Sorts an error of the database by what can be done about it.
    pub(crate) fn at(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                StoreError::ReadOnly { path }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
            Some(ErrorCode::NotADatabase) => StoreError::Foreign { path },
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged {
                path,
                detail: source.to_string(),
            },
            Some(ErrorCode::CannotOpen) => StoreError::Open {
                path,
                source: io::Error::other(source),
            },
            _ => StoreError::Sqlite { path, source },
        }
    }
}

impl From<StoreError> for io::Error {
    fn from(error: StoreError) -> Self {
        io::Error::other(error)
    }
}

/// Why the key could not be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Others than its owner can read the file: whoever has the key can find out whose each fingerprint is.
    #[error("{path}: others than its owner can read the key")]
    Exposed {
        /// The key file.
        path: PathBuf,
    },
    /// The file holds no key.
    #[error("{path}: not a key (64 hexadecimal digits expected)")]
    Malformed {
        /// The key file.
        path: PathBuf,
    },
    /// Reading or writing failed.
    #[error("{path}: {source}")]
    Io {
        /// The key file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The system gives no random numbers.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
}
