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
];

/// Brings a file to the present version, whatever version it has.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::at(path, error);
    let known = MIGRATIONS.len() as u32;
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
    let known = MIGRATIONS.len() as u32;
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
