//! One holder at a time: a lock file that says who holds it, and that the system opens again when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The longest description that is read back.
const LONGEST: u64 = 1024;

/// A lock that is held until it is dropped or its process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// Who holds a lock, as they wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder(pub String);

impl Lock {
    /// Takes the lock, and writes `description` into its file for those who come after. `Ok(Err(_))` says who holds it.
    ///
    /// The lock is the system's, not the file's being there: a file left behind by a process that died locks nothing.
    ///
    /// # Errors
    /// When the file cannot be made or locked.
    pub fn take(path: &Path, description: &str) -> io::Result<Result<Lock, Holder>> {
        let mut file = open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Ok(Err(Holder(read(&mut file).unwrap_or_default())));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(description.as_bytes())?;
        file.sync_data()?;
        Ok(Ok(Lock { file }))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Emptied rather than removed: who waits for the file would hold a lock on one that nobody can find.
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn read(file: &mut File) -> io::Result<String> {
    let mut text = Vec::new();
    file.take(LONGEST).read_to_end(&mut text)?;
    Ok(String::from_utf8_lossy(&text).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = Lock::take(&path, "one").unwrap().unwrap();
        let refused = Lock::take(&path, "two").unwrap();
        assert_eq!(refused.unwrap_err(), Holder("one".to_owned()));
        drop(held);
        assert!(Lock::take(&path, "two").unwrap().is_ok());
    }

    #[test]
    fn a_file_that_was_left_behind_locks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        std::fs::write(&path, "a process that died").unwrap();
        assert!(Lock::take(&path, "me").unwrap().is_ok());
    }
}
