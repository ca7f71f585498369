//! Writing: scans begin and end, batches are merged, files that are no longer there are marked.

use crate::basis;
use crate::error::StoreError;
use crate::known::token;
use crate::open::{Store, Values};
use crate::rows::{self, int};
use crate::verdicts::{forget_texts, mark_stale};
use rusqlite::{Connection, OptionalExtension, params};
use sporhund_model::batch::BATCH_VERSION;
use sporhund_model::{
    Coverage, Item, ItemScan, Note, Outcome, RelPath, RootName, ScanBatch, ScanInfo,
};

impl Store {
    /// Begins a scan, and returns its number.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn begin(&self, info: &ScanInfo) -> Result<u64, StoreError> {
        let begin = || -> rusqlite::Result<u64> {
            let transaction = self.connection.unchecked_transaction()?;
            transaction.execute("INSERT INTO scan (complete, info) VALUES (0, '')", [])?;
            let id = rows::count(transaction.last_insert_rowid());
            write_scan(&transaction, &ScanInfo { id, ..info.clone() })?;
            for root in &info.roots {
                transaction.execute(
                    "INSERT INTO root (name, info) VALUES (?1, ?2)
                     ON CONFLICT (name) DO UPDATE SET info = excluded.info",
                    params![root.name.0, rows::json(serde_json::to_string(root))?],
                )?;
            }
            transaction.commit()?;
            Ok(id)
        };
        let id = begin().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(id)
    }

    /// Writes down how a scan ended: `info.id` is the number that [`begin`](Self::begin) gave.
    ///
    /// # Errors
    /// When the store cannot be written, or the scan was not begun in it.
    pub fn finish(&self, info: &ScanInfo) -> Result<(), StoreError> {
        let written = write_scan(&self.connection, info).map_err(|error| self.failed(error))?;
        if written == 0 {
            return Err(StoreError::UnknownScan(info.id));
        }
        self.committed();
        Ok(())
    }

    /// Takes the results of some items: the only way in. An item's rows replace those it had, so that merging twice
    /// changes nothing.
    ///
    /// # Errors
    /// When the store cannot be written (nothing of the batch is then in it), or the batch is of another version or scan.
    pub fn merge(&self, batch: &ScanBatch) -> Result<(), StoreError> {
        if batch.version != BATCH_VERSION {
            return Err(StoreError::BatchVersion {
                found: batch.version,
                known: BATCH_VERSION,
            });
        }
        if !self.has_scan(batch.scan)? {
            return Err(StoreError::UnknownScan(batch.scan));
        }
        let merge = || -> rusqlite::Result<()> {
            let transaction = self.connection.unchecked_transaction()?;
            let mut writer = Writer::new(&transaction, batch.scan);
            for item in &batch.items {
                writer.put(item, self.values == Values::Keep)?;
            }
            for item in &batch.unchanged {
                writer.touch(item)?;
            }
            forget_texts(&transaction)?;
            transaction.commit()
        };
        merge().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(())
    }

    /// Marks files as gone, by their numbers, and the folders of a root that could not be listed before and can be now or
    /// are gone. To be called only after the whole root was listed.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn retire(&self, root: &RootName, scan: u64, missing: &[i64]) -> Result<u64, StoreError> {
        let retire = || -> rusqlite::Result<u64> {
            let transaction = self.connection.unchecked_transaction()?;
            let gone =
                mark_gone(&transaction, scan, missing)? + mark_open(&transaction, root, scan)?;
            if gone > 0 {
                mark_gone_stale(&transaction, scan)?;
                forget_texts(&transaction)?;
            }
            let reached = "UPDATE root SET reached = ?2, lost = NULL WHERE name = ?1";
            transaction.execute(reached, params![root.0, int(scan)])?;
            transaction.commit()?;
            Ok(gone)
        };
        let gone = retire().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(gone)
    }

    fn has_scan(&self, scan: u64) -> Result<bool, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM scan WHERE id = ?1")
            .map_err(|error| self.failed(error))?;
        statement
            .exists([int(scan)])
            .map_err(|error| self.failed(error))
    }
}

fn mark_gone(connection: &Connection, scan: u64, missing: &[i64]) -> rusqlite::Result<u64> {
    let sql = "UPDATE item SET gone = ?2 WHERE id = ?1 AND gone IS NULL";
    let mut mark = connection.prepare_cached(sql)?;
    let mut gone = 0;
    for item in missing {
        gone += mark.execute(params![item, int(scan)])? as u64;
    }
    Ok(gone)
}

/// A row that stands for a closed folder lives only as long as scans meet it closed.
fn mark_open(connection: &Connection, root: &RootName, scan: u64) -> rusqlite::Result<u64> {
    let sql = "UPDATE item SET gone = ?2 WHERE folder = 1 AND seen < ?2 AND gone IS NULL
               AND dir IN (SELECT dir.id FROM dir JOIN root ON root.id = dir.root WHERE root.name = ?1)";
    Ok(connection.execute(sql, params![root.0, int(scan)])? as u64)
}

/// Others may have depended on what is gone.
fn mark_gone_stale(connection: &Connection, scan: u64) -> rusqlite::Result<()> {
    let sql = "INSERT OR IGNORE INTO stale SELECT id FROM item WHERE gone = ?1
               AND EXISTS (SELECT 1 FROM meta WHERE name = 'judged')";
    connection.prepare_cached(sql)?.execute([int(scan)])?;
    Ok(())
}

fn write_scan(connection: &Connection, info: &ScanInfo) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE scan SET complete = ?2, info = ?3 WHERE id = ?1",
        params![
            int(info.id),
            info.complete,
            rows::json(serde_json::to_string(info))?
        ],
    )
}

/// Writes the items of one batch; neighbours mostly lie in the same folder, whose number is kept.
struct Writer<'a> {
    connection: &'a Connection,
    scan: i64,
    folder: Option<(RootName, Vec<u8>, i64)>,
}

impl<'a> Writer<'a> {
    fn new(connection: &'a Connection, scan: u64) -> Self {
        Writer {
            connection,
            scan: int(scan),
            folder: None,
        }
    }

    fn put(&mut self, scan: &ItemScan, keep_values: bool) -> rusqlite::Result<()> {
        let folder = self.folder(&scan.item)?;
        if let Some((root, path)) = &scan.moved_from {
            self.relocate(root, path, folder, scan.item.path.name())?;
        }
        let before = self.before(folder, scan.item.path.name())?;
        let outcome = outcome_of(scan);
        if let Some(before) = &before
            && before.is_kept_over(scan, outcome)
        {
            return self.keep(before, scan, outcome);
        }
        let id = self.write_item(folder, scan, outcome)?;
        mark_stale(self.connection, id)?;
        if let Some(before) = before.filter(|before| before.has_changed(scan)) {
            self.log(id, "changed", &before.figures)?;
        }
        rows::replace(self.connection, id, scan, keep_values)
    }

    fn write_item(&self, folder: i64, scan: &ItemScan, outcome: Outcome) -> rusqlite::Result<i64> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO item (dir, name, seen, size, read_key, format, bytes_read, content_hash, outcome, body,
                 token, sample, read, since, folder, basis)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?3, ?14, ?15)
             ON CONFLICT (dir, name) DO UPDATE SET seen = excluded.seen, gone = NULL, size = excluded.size,
             read_key = excluded.read_key, format = excluded.format, bytes_read = excluded.bytes_read,
             content_hash = excluded.content_hash, outcome = excluded.outcome, body = excluded.body,
             token = excluded.token, sample = excluded.sample, read = coalesce(excluded.read, read),
             since = iif(gone IS NULL, since, excluded.since), folder = excluded.folder,
             basis = excluded.basis
             RETURNING id",
        )?;
        let values = params![
            folder,
            scan.item.path.name(),
            self.scan,
            int(scan.item.size),
            scan.read_key,
            scan.format,
            int(scan.bytes_read),
            scan.content_hash,
            outcome.as_str(),
            rows::item_body(&scan.item)?,
            token(&scan.item.version),
            scan.sample,
            is_read(outcome).then_some(self.scan),
            is_folder(scan, outcome),
            basis::of_scan(scan)
        ];
        statement.query_row(values, |row| row.get(0))
    }

    /// What is known of a file before it is written.
    fn before(&self, folder: i64, name: &[u8]) -> rusqlite::Result<Option<Before>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT item.id, token, read, outcome, read_key, level, persons FROM item
             LEFT JOIN document ON document.item = item.id WHERE dir = ?1 AND name = ?2 AND gone IS NULL",
        )?;
        let before = statement.query_row(params![folder, name], |row| {
            Ok(Before {
                id: row.get(0)?,
                token: row.get(1)?,
                was_read: row.get::<_, Option<i64>>(2)?.is_some(),
                outcome: row.get(3)?,
                figures: Figures {
                    level: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                    persons: row.get::<_, Option<i64>>(6)?.unwrap_or_default(),
                },
            })
        });
        before.optional()
    }

    /// What was found earlier stays, with the reason why it was not read again.
    fn keep(&self, before: &Before, scan: &ItemScan, outcome: Outcome) -> rusqlite::Result<()> {
        if !before.was_read && before.outcome == outcome.as_str() {
            let seen = "UPDATE item SET seen = ?2 WHERE id = ?1";
            let mut seen = self.connection.prepare_cached(seen)?;
            return seen.execute(params![before.id, self.scan]).map(drop);
        }
        mark_stale(self.connection, before.id)?;
        let sql = "UPDATE item SET seen = ?2, outcome = ?3, read_key = zeroblob(16), basis = NULL WHERE id = ?1";
        self.connection.prepare_cached(sql)?.execute(params![
            before.id,
            self.scan,
            outcome.as_str()
        ])?;
        let mut notes = scan
            .coverage
            .first()
            .map_or(Vec::new(), |one| one.notes.clone());
        notes.push(Note::new("note-earlier-results"));
        let coverage = Coverage {
            outcome,
            notes,
            ..Coverage::default()
        };
        let body = rows::json(serde_json::to_string(&coverage))?;
        let sql = "INSERT OR REPLACE INTO coverage VALUES (?1, 0, ?2, ?3)";
        let mut statement = self.connection.prepare_cached(sql)?;
        statement
            .execute(params![before.id, outcome.as_str(), body])
            .map(drop)
    }

    /// A file that was moved keeps its row, and so all that hangs on it.
    fn relocate(
        &self,
        root: &RootName,
        path: &RelPath,
        folder: i64,
        name: &[u8],
    ) -> rusqlite::Result<()> {
        let old: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT item.id FROM root JOIN dir ON dir.root = root.id JOIN item ON item.dir = dir.id
                 WHERE root.name = ?1 AND dir.path = ?2 AND item.name = ?3",
            )?
            .query_row(params![root.0, path.folder(), path.name()], |row| row.get(0))
            .optional()?;
        let there: Option<(i64, bool)> = self
            .connection
            .prepare_cached("SELECT id, gone IS NULL FROM item WHERE dir = ?1 AND name = ?2")?
            .query_row(params![folder, name], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (Some(old), Some((_, false)) | None) = (old, there) else {
            return Ok(());
        };
        if let Some((dead, _)) = there {
            rows::delete(self.connection, dead)?;
        }
        mark_stale(self.connection, old)?;
        self.connection
            .prepare_cached("UPDATE item SET dir = ?2, name = ?3 WHERE id = ?1")?
            .execute(params![old, folder, name])?;
        let from = serde_json::to_string(&(root, path));
        self.log_text(old, "moved", &rows::json(from)?)
    }

    fn log(&self, item: i64, kind: &str, figures: &Figures) -> rusqlite::Result<()> {
        self.log_text(item, kind, &rows::json(serde_json::to_string(figures))?)
    }

    fn log_text(&self, item: i64, kind: &str, body: &str) -> rusqlite::Result<()> {
        let sql = "INSERT OR IGNORE INTO change (scan, item, kind, body) VALUES (?1, ?2, ?3, ?4)";
        let mut statement = self.connection.prepare_cached(sql)?;
        statement
            .execute(params![self.scan, item, kind, body])
            .map(drop)
    }

    /// An unchanged file costs one update of one number.
    fn touch(&mut self, item: &Item) -> rusqlite::Result<()> {
        let folder = self.folder(item)?;
        let again = "SELECT id FROM item WHERE dir = ?1 AND name = ?2 AND gone IS NOT NULL";
        let again: Option<i64> = self
            .connection
            .prepare_cached(again)?
            .query_row(params![folder, item.path.name()], |row| row.get(0))
            .optional()?;
        if let Some(id) = again {
            mark_stale(self.connection, id)?;
        }
        self.connection
            .prepare_cached(
                "UPDATE item SET seen = ?3, since = iif(gone IS NULL, since, ?3), gone = NULL WHERE dir = ?1 AND name = ?2",
            )?
            .execute(params![folder, item.path.name(), self.scan])?;
        Ok(())
    }

    fn folder(&mut self, item: &Item) -> rusqlite::Result<i64> {
        if let Some((root, path, id)) = &self.folder
            && *root == item.root
            && path == item.path.folder()
        {
            return Ok(*id);
        }
        let id = self.find_or_insert_folder(item)?;
        self.folder = Some((item.root.clone(), item.path.folder().to_vec(), id));
        Ok(id)
    }

    fn find_or_insert_folder(&self, item: &Item) -> rusqlite::Result<i64> {
        let known = self
            .connection
            .prepare_cached(
                "SELECT dir.id FROM dir JOIN root ON root.id = dir.root WHERE root.name = ?1 AND dir.path = ?2",
            )?
            .query_row(params![item.root.0, item.path.folder()], |row| row.get(0))
            .optional()?;
        if let Some(id) = known {
            return Ok(id);
        }
        let root: i64 = self
            .connection
            .prepare_cached(
                "INSERT INTO root (name, info) VALUES (?1, 'null')
                 ON CONFLICT (name) DO UPDATE SET name = name RETURNING id",
            )?
            .query_row([&item.root.0], |row| row.get(0))?;
        self.connection
            .prepare_cached("INSERT INTO dir (root, path) VALUES (?1, ?2) RETURNING id")?
            .query_row(params![root, item.path.folder()], |row| row.get(0))
    }
}

/// A file as it was before it is written.
struct Before {
    id: i64,
    token: Option<Vec<u8>>,
    was_read: bool,
    outcome: String,
    figures: Figures,
}

impl Before {
    /// A file that was not reached, or that the system did not open this time, keeps what was found in it; and what was not
    /// reached before need not be written again.
    fn is_kept_over(&self, scan: &ItemScan, outcome: Outcome) -> bool {
        let is_same = outcome == Outcome::NotReached && self.outcome == outcome.as_str();
        let is_refused = matches!(outcome, Outcome::NotReached | Outcome::Unreadable);
        is_refused && !is_folder(scan, outcome) && (self.was_read || is_same)
    }

    fn has_changed(&self, scan: &ItemScan) -> bool {
        let is_other = |old: &Vec<u8>| *old != token(&scan.item.version);
        self.was_read && self.token.as_ref().is_some_and(is_other)
    }
}

/// What a document held before it changed.
#[derive(serde::Serialize)]
struct Figures {
    level: String,
    persons: i64,
}

fn outcome_of(scan: &ItemScan) -> Outcome {
    let first = scan.coverage.first();
    first.map_or(Outcome::NotReached, |coverage| coverage.outcome)
}

fn is_read(outcome: Outcome) -> bool {
    !matches!(
        outcome,
        Outcome::NotReached | Outcome::Skipped | Outcome::Unreadable | Outcome::Unlisted
    )
}

/// Whether the row stands for a folder: one that could not be listed, or that was met before.
fn is_folder(scan: &ItemScan, outcome: Outcome) -> bool {
    let is_repeated = |note: &Note| note.code == "note-folder-seen";
    let notes = scan.coverage.first().map(|one| one.notes.as_slice());
    outcome == Outcome::Unlisted || notes.unwrap_or_default().iter().any(is_repeated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Store, u64) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::anonymous(folder.path(), Values::Drop).unwrap();
        let scan = store.begin(&ScanInfo::default()).unwrap();
        (folder, store, scan)
    }

    fn large_batch(scan: u64) -> ScanBatch {
        let mut batch = ScanBatch::new(scan);
        for number in 0..2_000 {
            let mut item = ItemScan::default();
            item.item.path = RelPath::new(format!("{number}"));
            batch.items.push(item);
        }
        batch
    }

    #[test]
    fn a_full_disk_is_told_and_leaves_the_store_as_it_was() {
        let (_folder, store, scan) = store();
        let limit = "PRAGMA max_page_count = 60";
        store
            .connection
            .query_row(limit, [], |row| row.get::<_, i64>(0))
            .unwrap();
        let result = store.merge(&large_batch(scan));
        assert!(matches!(result, Err(StoreError::Full { .. })), "{result:?}");
        let count = "SELECT count(*) FROM item";
        let items: i64 = store
            .connection
            .query_row(count, [], |row| row.get(0))
            .unwrap();
        assert_eq!(items, 0);
    }

    #[test]
    fn a_store_that_may_not_be_written_says_so() {
        let (_folder, store, scan) = store();
        store
            .connection
            .execute_batch("PRAGMA query_only = 1")
            .unwrap();
        let result = store.merge(&large_batch(scan));
        assert!(matches!(result, Err(StoreError::ReadOnly { .. })));
    }
}
