//! Opening stores, kept and anonymous.

use crate::error::StoreError;
use crate::key::{Key, is_exposed};
use crate::links::Links;
use crate::schema;
use rusqlite::{Connection, OptionalExtension};
use std::cell::RefCell;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How long a writer waits for another one.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Whether raw values may be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Values {
    /// Never: what every kept store does.
    #[default]
    Drop,
    /// In an anonymous store, for `--show-values`.
    Keep,
}

/// The results of scans in a SQLite file.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) values: Values,
    removes: bool,
    commits: Commits,
    pub(crate) log: Log,
    pub(crate) links: RefCell<Links>,
}

/// How far the write-ahead log may grow, and how large it was when it was last tried to empty it.
#[derive(Debug)]
pub(crate) struct Log {
    pub(crate) limit: u64,
    pub(crate) tried: AtomicU64,
}

impl Default for Log {
    fn default() -> Self {
        Log {
            limit: crate::log::LIMIT,
            tried: AtomicU64::new(0),
        }
    }
}

/// Commits of a store and of all its further connections, and after how many the process is to die: for tests of what
/// survives.
#[derive(Clone, Debug, Default)]
struct Commits {
    made: Arc<AtomicU64>,
    last: Option<u64>,
}

impl Store {
    /// Opens a store, or makes one where there is no file. Its files are readable by their owner alone.
    ///
    /// # Errors
    /// When the file cannot be opened or made, is not a store, is too new, or others can read it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        prepare_file(path).map_err(|source| StoreError::Open {
            path: path.to_path_buf(),
            source,
        })?;
        if fs::metadata(path).is_ok_and(|metadata| is_exposed(&metadata)) {
            return Err(StoreError::Exposed {
                path: path.to_path_buf(),
            });
        }
        let connection = connect(path, "NORMAL")?;
        Ok(Store {
            connection,
            path: path.to_path_buf(),
            values: Values::Drop,
            removes: false,
            commits: Commits::default(),
            log: Log::default(),
            links: RefCell::default(),
        })
    }

    /// Makes a store in `folder` that is removed when it is dropped.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn anonymous(folder: &Path, values: Values) -> Result<Self, StoreError> {
        let (_, path) =
            sporhund_platform::create_private_temp(folder, "sporhund-").map_err(|source| {
                StoreError::Open {
                    path: folder.to_path_buf(),
                    source,
                }
            })?;
        let connection = connect(&path, "OFF").inspect_err(|_| remove_files(&path))?;
        Ok(Store {
            connection,
            path,
            values,
            removes: true,
            commits: Commits::default(),
            log: Log::default(),
            links: RefCell::default(),
        })
    }

    /// The same store over a connection of its own, for reading while another thread writes.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn reopen(&self) -> Result<Self, StoreError> {
        let synchronous = if self.removes { "OFF" } else { "NORMAL" };
        Ok(Store {
            connection: connect(&self.path, synchronous)?,
            path: self.path.clone(),
            values: self.values,
            removes: false,
            commits: self.commits.clone(),
            log: Log {
                limit: self.log.limit,
                ..Log::default()
            },
            links: RefCell::default(),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Binds the store to the key of its fingerprints, or checks that it is the one it was bound to.
    ///
    /// # Errors
    /// When the store's fingerprints were made with another key.
    pub fn bind_key(&self, key: &Key) -> Result<(), StoreError> {
        let bind = || -> rusqlite::Result<Option<u32>> {
            self.connection.execute(
                "INSERT INTO setting (name, value) VALUES ('key', ?1) ON CONFLICT DO NOTHING",
                [key.id()],
            )?;
            let stored = "SELECT value FROM setting WHERE name = 'key'";
            self.connection
                .query_row(stored, [], |row| row.get(0))
                .optional()
        };
        match bind().map_err(|error| self.failed(error))? {
            Some(stored) if stored != key.id() => Err(StoreError::OtherKey {
                stored,
                given: key.id(),
            }),
            _ => Ok(()),
        }
    }

    /// Sets how many bytes of the store are kept in memory by this connection; 8 MB where nothing is said.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn set_cache(&self, bytes: u64) -> Result<(), StoreError> {
        let sql = format!("PRAGMA cache_size = -{}", bytes / 1024);
        let done = self.connection.execute_batch(&sql);
        done.map_err(|error| self.failed(error))
    }

    /// Has the process killed right after so many commits, as a power cut would.
    pub fn die_after(&mut self, commits: u64) {
        self.commits.last = Some(commits);
    }

    /// To be called after each commit.
    pub(crate) fn committed(&self) {
        let made = self.commits.made.fetch_add(1, Ordering::SeqCst) + 1;
        if self.commits.last.is_some_and(|last| made >= last) {
            sporhund_platform::kill_self();
        }
        self.mind_log();
    }

    /// One statement that is a transaction of its own.
    pub(crate) fn execute(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        let done = self.connection.execute(sql, values);
        done.map_err(|error| self.failed(error))?;
        self.committed();
        Ok(())
    }

    pub(crate) fn failed(&self, error: rusqlite::Error) -> StoreError {
        StoreError::at(&self.path, error)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.removes {
            remove_files(&self.path);
        }
    }
}

/// SQLite gives its `-wal` and `-shm` files the mode of the database file, so that file must be private before.
fn prepare_file(path: &Path) -> std::io::Result<()> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            sporhund_platform::create_private(path).map(drop)
        }
        other => other.map(drop),
    }
}

fn connect(path: &Path, synchronous: &str) -> Result<Connection, StoreError> {
    let failed = |error| StoreError::at(path, error);
    let mut connection = Connection::open(path).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(32);
    let settings = format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA cache_size = -8192;
         PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;"
    );
    connection.execute_batch(&settings).map_err(failed)?;
    schema::migrate(&mut connection, path)?;
    Ok(connection)
}

/// Removing an open file works on Unix; on Windows SQLite opens its files so that they may be deleted as well.
fn remove_files(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = OsString::from(path);
        name.push(ending);
        let _ = fs::remove_file(PathBuf::from(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn all_files_of_a_store_are_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("s.sqlite")).unwrap();
        let key = Key::new([1; 32]);
        store.bind_key(&key).unwrap();
        let files: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
        assert_eq!(files.len(), 3);
        for file in files {
            let mode = file.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{:?}", file.path());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_store_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.sqlite");
        drop(Store::open(&path).unwrap());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(
            Store::open(&path),
            Err(StoreError::Exposed { .. })
        ));
    }

    #[test]
    fn an_anonymous_store_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::anonymous(folder.path(), Values::Keep).unwrap();
        let reader = store.reopen().unwrap();
        store.bind_key(&Key::new([1; 32])).unwrap();
        drop(reader);
        drop(store);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn another_key_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("s.sqlite")).unwrap();
        store.bind_key(&Key::new([1; 32])).unwrap();
        store.bind_key(&Key::new([1; 32])).unwrap();
        let other = store.bind_key(&Key::new([2; 32]));
        assert!(matches!(other, Err(StoreError::OtherKey { .. })));
    }

    #[test]
    fn files_that_are_no_stores_are_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.txt");
        let text = "not a database, but a text of some length\n".repeat(40);
        let mut file = sporhund_platform::create_private(&path).unwrap();
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
        let foreign = Store::open(&path);
        assert!(matches!(foreign, Err(StoreError::Foreign { .. })));
        assert_eq!(fs::read(&path).unwrap(), text.as_bytes());
        let missing = Store::open(&folder.path().join("no/such/folder"));
        assert!(matches!(missing, Err(StoreError::Open { .. })));
    }

    #[test]
    fn a_store_of_a_later_version_or_another_program_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.sqlite");
        let store = Store::open(&path).unwrap();
        let newer = "PRAGMA user_version = 99";
        store.connection.execute_batch(newer).unwrap();
        drop(store);
        let found = Store::open(&path).map(drop);
        assert!(matches!(found, Err(StoreError::Newer { found: 99, .. })));
        let other = Connection::open(&path).unwrap();
        other.execute_batch("PRAGMA application_id = 7").unwrap();
        drop(other);
        assert!(matches!(
            Store::open(&path),
            Err(StoreError::Foreign { .. })
        ));
    }
}
