//! The tables, as a list of steps from one version to the next. A step that was released is never changed.

use crate::error::StoreError;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// `SPOR` in ASCII, in the place that SQLite keeps for the program a file belongs to.
const APPLICATION: i64 = 0x5350_4F52;

const MIGRATIONS: &[&str] = &[
    // 1: paths are bytes, since names need not be UTF-8; structured parts are JSON, what queries ask for has a column.
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
     CREATE TABLE scan (
         id INTEGER PRIMARY KEY AUTOINCREMENT, complete INTEGER NOT NULL, info TEXT NOT NULL);
     CREATE TABLE root (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, info TEXT NOT NULL);
     CREATE TABLE dir (
         id INTEGER PRIMARY KEY, root INTEGER NOT NULL REFERENCES root, path BLOB NOT NULL, UNIQUE (root, path));
     CREATE TABLE item (
         id INTEGER PRIMARY KEY, dir INTEGER NOT NULL REFERENCES dir, name BLOB NOT NULL,
         seen INTEGER NOT NULL, gone INTEGER, size INTEGER NOT NULL, read_key BLOB NOT NULL, format TEXT NOT NULL,
         bytes_read INTEGER NOT NULL, content_hash BLOB, outcome TEXT NOT NULL, body TEXT NOT NULL,
         UNIQUE (dir, name));
     CREATE TABLE coverage (
         item INTEGER NOT NULL REFERENCES item, number INTEGER NOT NULL, outcome TEXT NOT NULL, body TEXT NOT NULL,
         PRIMARY KEY (item, number)) WITHOUT ROWID;
     CREATE TABLE finding (
         item INTEGER NOT NULL REFERENCES item, number INTEGER NOT NULL, rule TEXT NOT NULL, category TEXT NOT NULL,
         confidence INTEGER NOT NULL, fingerprint BLOB, body TEXT NOT NULL,
         PRIMARY KEY (item, number)) WITHOUT ROWID;
     CREATE TABLE mention (
         item INTEGER NOT NULL REFERENCES item, number INTEGER NOT NULL, fingerprint BLOB NOT NULL,
         identity TEXT NOT NULL, rule TEXT NOT NULL, count INTEGER NOT NULL, confidence INTEGER NOT NULL,
         member TEXT, first TEXT NOT NULL, facts TEXT NOT NULL,
         PRIMARY KEY (item, number)) WITHOUT ROWID;
     CREATE INDEX mention_fingerprint ON mention (fingerprint);
     CREATE TABLE document (
         item INTEGER PRIMARY KEY REFERENCES item, kind TEXT NOT NULL, level TEXT NOT NULL, persons INTEGER NOT NULL,
         risk INTEGER NOT NULL, signals TEXT NOT NULL, assessment TEXT NOT NULL);
     CREATE TABLE verdict (
         item INTEGER PRIMARY KEY REFERENCES item, state TEXT NOT NULL, due TEXT, body TEXT NOT NULL);",
    // 2: a folder's digest spares looking at its files; `token` is the version alone, `read` the scan that last read the file,
    // `since` the one that first met it; `folder` marks the row of a folder that could not be listed.
    "ALTER TABLE dir ADD COLUMN digest BLOB;
     ALTER TABLE item ADD COLUMN token BLOB;
     ALTER TABLE item ADD COLUMN sample BLOB;
     ALTER TABLE item ADD COLUMN read INTEGER;
     ALTER TABLE item ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE item ADD COLUMN folder INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE root ADD COLUMN identity TEXT;
     ALTER TABLE root ADD COLUMN reached INTEGER;
     ALTER TABLE root ADD COLUMN lost INTEGER;
     UPDATE item SET folder = 1 WHERE outcome = 'unlisted';
     UPDATE item SET read = seen WHERE outcome NOT IN ('not_reached', 'skipped', 'unreadable', 'unlisted');
     UPDATE root SET reached = (SELECT max(id) FROM scan WHERE complete = 1);
     CREATE INDEX item_folder ON item (dir) WHERE folder = 1;
     CREATE INDEX item_gone ON item (gone) WHERE gone IS NOT NULL;
     CREATE TABLE meta (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
     CREATE TABLE change (
         scan INTEGER NOT NULL, item INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
         PRIMARY KEY (scan, item, kind)) WITHOUT ROWID;
     CREATE INDEX change_item ON change (item);
     CREATE TABLE figure (
         scan INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL,
         PRIMARY KEY (scan, kind, name)) WITHOUT ROWID;",
    // 3: until when a verdict stands and what it depends on, and which files changed since; all are judged anew once.
    "CREATE TABLE judged (
         item INTEGER PRIMARY KEY REFERENCES item, until INTEGER, minute INTEGER, dossier INTEGER, series INTEGER,
         content INTEGER, version INTEGER, level TEXT NOT NULL, counts TEXT NOT NULL);
     CREATE TABLE stale (item INTEGER PRIMARY KEY REFERENCES item);
     DELETE FROM meta WHERE name = 'judged';",
    // 4: what a file is judged by, packed; rows of plans that many verdicts name are kept once, by the hash of what they say.
    "ALTER TABLE item ADD COLUMN basis BLOB;
     CREATE TABLE link (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
     ALTER TABLE verdict ADD COLUMN link INTEGER;",
];

/// The present version of the tables.
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

/// Brings a file to the present version, whatever version it has.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::at(path, error);
    let known = VERSION;
    if version(connection, path)? == known {
        return Ok(());
    }
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    // Looked at again, since another process may have been here while we waited for the lock.
    let found = version(&transaction, path)?;
    for step in MIGRATIONS.iter().skip(found as usize) {
        transaction.execute_batch(step).map_err(failed)?;
    }
    transaction
        .execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {known};"
        ))
        .map_err(failed)?;
    transaction.commit().map_err(failed)
}

/// The version of the tables; 0 for an empty file.
fn version(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    let failed = |error| StoreError::at(path, error);
    let number =
        |sql: &str| -> rusqlite::Result<i64> { connection.query_row(sql, [], |row| row.get(0)) };
    let application = number("PRAGMA application_id").map_err(failed)?;
    let version = number("PRAGMA user_version").map_err(failed)?;
    let tables = number("SELECT count(*) FROM sqlite_schema").map_err(failed)?;
    let is_new = application == 0 && version == 0 && tables == 0;
    let found = u32::try_from(version).unwrap_or(0);
    let known = VERSION;
    if !is_new && application != APPLICATION {
        return Err(StoreError::Foreign {
            path: path.to_path_buf(),
        });
    }
    if found > known {
        return Err(StoreError::Newer {
            path: path.to_path_buf(),
            found,
            known,
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use sporhund_model::{Outcome, RelPath, RootName};

    /// A store as the first released version wrote it: two files, one of which was not reached, and a folder that was closed.
    const FIRST: &str = r#"
        INSERT INTO scan VALUES (1, 1, '{"id":1,"program":"0.1.0","rules":"","started":"2026-11-01T01:00:00Z",
            "finished":"2026-11-01T02:00:00Z","today":"2026-11-01","roots":[{"name":"r","path":"/srv/r"}],"plans":[],
            "isolation":"","complete":true,"notes":[],"excluded":{}}');
        INSERT INTO root VALUES (1, 'r', '{"name":"r","path":"/srv/r"}');
        INSERT INTO dir VALUES (1, 1, x''), (2, 1, x'61');
        INSERT INTO item VALUES (1, 2, x'312e747874', 1, NULL, 5, zeroblob(16), 'txt', 5, NULL, 'scanned',
            '{"root":"","path":"","size":5,"times":{"modified":null,"created":null,"changed":null},"version":
            {"size":5,"modified_ns":7,"changed_ns":null},"owner":null,"unit":null,"audience":"unknown"}');
        INSERT INTO item SELECT 2, 2, x'322e747874', 1, NULL, 5, zeroblob(16), '', 0, NULL, 'not_reached', body FROM item;
        INSERT INTO item SELECT 3, 1, x'62', 1, NULL, 0, zeroblob(16), '', 0, NULL, 'unlisted', body FROM item WHERE id = 1;
        INSERT INTO coverage VALUES (1, 0, 'scanned', '{"outcome":"scanned"}');"#;

    fn first_release(path: &Path) {
        drop(sporhund_platform::create_private(path).unwrap());
        let old = Connection::open(path).unwrap();
        old.execute_batch(MIGRATIONS[0]).unwrap();
        old.execute_batch(FIRST).unwrap();
        let mark = format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1;");
        old.execute_batch(&mark).unwrap();
    }

    #[test]
    fn a_store_of_the_first_release_is_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.sqlite");
        first_release(&path);
        let store = Store::open(&path).unwrap();
        let number = |sql: &str| -> i64 {
            let connection = &store.connection;
            connection.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(number("PRAGMA user_version"), i64::from(VERSION));
        assert_eq!(number("SELECT count(*) FROM item WHERE read = 1"), 1);
        assert_eq!(number("SELECT id FROM item WHERE folder = 1"), 3);
        assert_eq!(number("SELECT reached FROM root"), 1);
        let root = RootName("r".into());
        let item = store.find_item(&root, &RelPath::from("a/1.txt")).unwrap();
        assert_eq!(item.unwrap().outcome(), Outcome::Scanned);
        assert_eq!(store.find_last_scan().unwrap().unwrap().id, 1);
        assert!(store.check().unwrap().is_empty());
    }

    #[test]
    fn opening_twice_migrates_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.sqlite");
        first_release(&path);
        drop(Store::open(&path).unwrap());
        assert!(Store::open(&path).is_ok());
    }
}
