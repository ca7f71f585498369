//! The write-ahead log is kept small: what stands in it is taken into the store when it has grown, also while others read, and
//! at the end of a run.
//!
//! SQLite takes it over after every 4 MB by itself, but begins the file anew only in a moment in which nobody reads from it. With
//! readers that come and go there may never be one. So when the file has grown, the writer waits for those who read now; who
//! comes meanwhile reads from the store. A reader that stays longer than the writer waits lets the file grow until it ends.

use crate::error::StoreError;
use crate::open::{PATIENCE, Store};
use std::ffi::OsString;
use std::fs;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Bytes from which on the log is begun anew.
pub(crate) const LIMIT: u64 = 64 << 20;
/// How long the writer waits for readers to end.
const WAIT: Duration = Duration::from_secs(2);

impl Store {
    /// Bytes from which on the write-ahead log is begun anew.
    pub fn set_log_limit(&mut self, bytes: u64) {
        self.log.limit = bytes;
    }

    /// Takes the whole write-ahead log into the store, and empties its file unless somebody still reads from it.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn empty_log(&self) -> Result<(), StoreError> {
        let empty = || -> rusqlite::Result<()> {
            self.connection.busy_timeout(WAIT)?;
            let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
            // Told as a row, not as an error: whether somebody was in the way.
            let done = self.connection.query_row(sql, [], |_| Ok(()));
            self.connection.busy_timeout(PATIENCE)?;
            done
        };
        empty().map_err(|error| self.failed(error))
    }

    /// To be called after each commit.
    pub(crate) fn mind_log(&self) {
        let size = self.log_size();
        let tried = self.log.tried.load(Ordering::Relaxed);
        if size < self.log.limit {
            self.log.tried.store(0, Ordering::Relaxed);
        } else if size >= tried + self.log.limit {
            // Who is in the way now may be so for long: it is tried again when the file has grown by as much again.
            self.log.tried.store(size, Ordering::Relaxed);
            // The commit stands in the log, whatever becomes of this.
            drop(self.empty_log());
        }
    }

    fn log_size(&self) -> u64 {
        let mut name = OsString::from(&self.path);
        name.push("-wal");
        fs::metadata(name).map_or(0, |metadata| metadata.len())
    }
}
