//! Care for a store: whether it is whole, a copy of it, and what it need not keep any longer.

use crate::error::StoreError;
use crate::open::Store;
use crate::{dump, rows};
use jiff::Timestamp;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};
use std::fs;
use std::path::Path;

/// Something that does not hold in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is damaged, in SQLite's words.
    Damaged(String),
    /// Rows that belong to no other: table and number.
    Orphans(String, u64),
    /// A row cannot be read back.
    Unreadable(String),
}

/// What a purge removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Files that were gone.
    pub files: u64,
    /// Scans of the past.
    pub scans: u64,
}

const ORPHANS: [(&str, &str); 7] = [
    ("dir", "root NOT IN (SELECT id FROM root)"),
    ("item", "dir NOT IN (SELECT id FROM dir)"),
    ("coverage", "item NOT IN (SELECT id FROM item)"),
    ("finding", "item NOT IN (SELECT id FROM item)"),
    ("mention", "item NOT IN (SELECT id FROM item)"),
    ("document", "item NOT IN (SELECT id FROM item)"),
    ("verdict", "item NOT IN (SELECT id FROM item)"),
];

impl Store {
    /// Looks through all of the store; empty when all holds.
    ///
    /// # Errors
    /// When it cannot be read at all.
    pub fn check(&self) -> Result<Vec<Fault>, StoreError> {
        let mut faults = self.damages()?;
        for (table, orphans) in ORPHANS {
            let sql = format!("SELECT count(*) FROM {table} WHERE {orphans}");
            let found = self.connection.query_row(&sql, [], |row| row.get(0));
            let found = found.map(rows::count).map_err(|error| self.failed(error))?;
            if found > 0 {
                faults.push(Fault::Orphans(table.to_owned(), found));
            }
        }
        if let Err(error) = dump::read_all(self) {
            faults.push(Fault::Unreadable(error.to_string()));
        }
        Ok(faults)
    }

    fn damages(&self) -> Result<Vec<Fault>, StoreError> {
        let read = || -> rusqlite::Result<Vec<String>> {
            let mut statement = self.connection.prepare("PRAGMA integrity_check(100)")?;
            statement.query_map([], |row| row.get(0))?.collect()
        };
        let told = read().map_err(|error| self.failed(error))?;
        Ok(told
            .into_iter()
            .filter(|line| line != "ok")
            .map(Fault::Damaged)
            .collect())
    }

    /// Gives room that is free back to the system.
    ///
    /// # Errors
    /// When the store cannot be written, or there is no room for a copy of it.
    pub fn vacuum(&self) -> Result<(), StoreError> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);";
        self.connection
            .execute_batch(sql)
            .map_err(|error| self.failed(error))
    }

    /// Writes a copy of the store, as it is at this moment, to a file that its owner alone can read; a scan may go on
    /// meanwhile. The key is not in it.
    ///
    /// # Errors
    /// When there is such a file, or it cannot be written.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let open = |source| StoreError::Open {
            path: to.to_path_buf(),
            source,
        };
        if to.exists() {
            return Err(open(std::io::ErrorKind::AlreadyExists.into()));
        }
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // SQLite takes an empty file that is there, with the mode it has.
        let (_, copy) = sporhund_platform::create_private_temp(folder, "backup-").map_err(open)?;
        let written = self
            .connection
            .execute("VACUUM INTO ?1", [sql_path(&copy)])
            .map_err(|error| StoreError::at(&copy, error))
            .and_then(|_| is_whole(&copy))
            .and_then(|()| fs::rename(&copy, to).map_err(open));
        if written.is_err() {
            let _ = fs::remove_file(&copy);
        }
        written
    }

    /// Removes what was gone, and what is told of scans, before a moment; the last scan stays. What is removed is written over.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn purge(&self, before: Timestamp) -> Result<Purged, StoreError> {
        let purge = || -> rusqlite::Result<Purged> {
            let transaction = self.connection.unchecked_transaction()?;
            let last: Option<i64> =
                transaction.query_row(LAST, [before.as_second()], |row| row.get(0))?;
            let Some(last) = last else {
                return Ok(Purged::default());
            };
            let purged = Purged {
                files: purge_files(&transaction, last)?,
                scans: purge_scans(&transaction, last)?,
            };
            transaction.commit()?;
            Ok(purged)
        };
        let purged = purge().map_err(|error| self.failed(error))?;
        self.committed();
        self.vacuum()?;
        Ok(purged)
    }
}

/// A path as SQLite takes it: its bytes, UTF-8 or not.
fn sql_path(path: &Path) -> ToSqlOutput<'_> {
    let bytes = sporhund_platform::name_bytes(path.as_os_str());
    ToSqlOutput::Borrowed(ValueRef::Text(bytes))
}

/// A copy that cannot be read back is no backup.
fn is_whole(path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::at(path, error);
    let copy = Connection::open(path).map_err(failed)?;
    let told: String = copy
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(failed)?;
    match told.as_str() {
        "ok" => Ok(()),
        _ => Err(StoreError::Damaged {
            path: path.to_path_buf(),
            detail: told,
        }),
    }
}

/// The last scan before a moment; scans that are told of no more were before the first that is.
const LAST: &str = "
    SELECT coalesce(
        (SELECT max(id) FROM scan WHERE unixepoch(json_extract(info, '$.started')) < ?1),
        (SELECT min(id) - 1 FROM scan))";

/// A root that is not what it was keeps everything.
const GONE: &str = "
    SELECT id FROM item WHERE gone IS NOT NULL AND gone <= ?1
    AND dir NOT IN (SELECT dir.id FROM dir JOIN root ON root.id = dir.root WHERE root.lost IS NOT NULL)";

fn purge_files(connection: &Connection, last: i64) -> rusqlite::Result<u64> {
    let gone: Vec<i64> = connection
        .prepare(GONE)?
        .query_map([last], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for item in &gone {
        rows::delete(connection, *item)?;
    }
    connection.execute("DELETE FROM dir WHERE id NOT IN (SELECT dir FROM item)", [])?;
    Ok(gone.len() as u64)
}

fn purge_scans(connection: &Connection, last: i64) -> rusqlite::Result<u64> {
    for table in ["change", "figure"] {
        let sql =
            format!("DELETE FROM {table} WHERE scan <= ?1 AND scan < (SELECT max(id) FROM scan)");
        connection.execute(&sql, [last])?;
    }
    let sql = "DELETE FROM scan WHERE id <= ?1 AND id < (SELECT max(id) FROM scan)";
    Ok(connection.execute(sql, params![last])? as u64)
}
