//! One writer at a time: who holds a store is told to those who come after.

use crate::error::StoreError;
use serde::{Deserialize, Serialize};
use sporhund_platform::Lock;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The right to write to a store; it ends with the process, however that ends.
#[derive(Debug)]
pub struct WriterLock {
    _lock: Lock,
}

/// What the lock file says.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Holder {
    pid: u32,
    host: String,
    since: String,
}

impl WriterLock {
    /// Takes the right to write to the store at `path`; `since` is the time now, as people read it.
    ///
    /// # Errors
    /// [`StoreError::Held`] with who holds it, or when the lock file beside the store cannot be made.
    pub fn take(path: &Path, since: &str) -> Result<Self, StoreError> {
        let me = Holder {
            pid: std::process::id(),
            host: sporhund_platform::host_name(),
            since: since.to_owned(),
        };
        let description = serde_json::to_string(&me).unwrap_or_default();
        let taken = Lock::take(&beside(path), &description);
        match taken.map_err(|source| StoreError::Open {
            path: path.to_path_buf(),
            source,
        })? {
            Ok(lock) => Ok(WriterLock { _lock: lock }),
            Err(other) => {
                let other: Holder = serde_json::from_str(&other.0).unwrap_or_default();
                Err(StoreError::Held {
                    path: path.to_path_buf(),
                    pid: other.pid,
                    host: other.host,
                    since: other.since,
                })
            }
        }
    }
}

/// `store.sqlite` becomes `store.sqlite-lock`.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push("-lock");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_is_told_who_holds_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.sqlite");
        let held = WriterLock::take(&path, "2026-11-24 20:00").unwrap();
        let Err(StoreError::Held { pid, since, .. }) = WriterLock::take(&path, "later") else {
            panic!("two writers");
        };
        assert_eq!(
            (pid, since.as_str()),
            (std::process::id(), "2026-11-24 20:00")
        );
        drop(held);
        assert!(WriterLock::take(&path, "later").is_ok());
    }
}
