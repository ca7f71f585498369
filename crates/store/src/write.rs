//! Writing: scans begin and end, batches are merged, files that are no longer there are marked.

use crate::error::StoreError;
use crate::open::{Store, Values};
use crate::rows::{self, int};
use rusqlite::{Connection, OptionalExtension, params};
use sporhund_model::batch::BATCH_VERSION;
use sporhund_model::{Item, ItemScan, Outcome, RootName, ScanBatch, ScanInfo};

/// What [`Store::retire`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retired {
    /// So many files that were known are no longer there.
    Gone(u64),
    /// Nothing was seen, so nothing was marked: an empty mount point looks like this.
    NothingSeen,
}

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
        begin().map_err(|error| self.failed(error))
    }

    /// Writes down how a scan ended: `info.id` is the number that [`begin`](Self::begin) gave.
    ///
    /// # Errors
    /// When the store cannot be written, or the scan was not begun in it.
    pub fn finish(&self, info: &ScanInfo) -> Result<(), StoreError> {
        match write_scan(&self.connection, info).map_err(|error| self.failed(error))? {
            0 => Err(StoreError::UnknownScan(info.id)),
            _ => Ok(()),
        }
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
            transaction.commit()
        };
        merge().map_err(|error| self.failed(error))
    }

    /// Marks the files of a root that this scan has not met as gone. To be called only after the whole root was listed;
    /// what lies below a folder that could not be listed stays as it is, and so does everything when nothing was met.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn retire(&self, root: &RootName, scan: u64) -> Result<Retired, StoreError> {
        let retire = || -> rusqlite::Result<Retired> {
            let transaction = self.connection.unchecked_transaction()?;
            if !has_seen(&transaction, root, scan)? {
                return Ok(Retired::NothingSeen);
            }
            let gone = mark_gone(&transaction, root, scan)?;
            transaction.commit()?;
            Ok(Retired::Gone(gone))
        };
        retire().map_err(|error| self.failed(error))
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

/// Marks what was missed, but for the folders that could not be listed (their item's path is the folder's) and all below.
fn mark_gone(connection: &Connection, root: &RootName, scan: u64) -> rusqlite::Result<u64> {
    let closed = closed_folders(connection, root, scan)?;
    let is_closed = |folder: &[u8]| {
        closed.iter().any(|above| {
            let rest = folder.strip_prefix(above.as_slice());
            rest.is_some_and(|rest| above.is_empty() || rest.is_empty() || rest[0] == b'/')
        })
    };
    let mut missed = connection.prepare(
        "SELECT DISTINCT dir.id, dir.path FROM root JOIN dir ON dir.root = root.id
         JOIN item ON item.dir = dir.id WHERE root.name = ?1 AND item.seen < ?2 AND item.gone IS NULL",
    )?;
    let folders: Vec<(i64, Vec<u8>)> = missed
        .query_map(params![root.0, int(scan)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<Result<_, _>>()?;
    let mut mark = connection
        .prepare("UPDATE item SET gone = ?2 WHERE dir = ?1 AND seen < ?2 AND gone IS NULL")?;
    let mut gone = 0;
    for (folder, _) in folders.iter().filter(|(_, path)| !is_closed(path)) {
        gone += mark.execute(params![folder, int(scan)])? as u64;
    }
    Ok(gone)
}

fn closed_folders(
    connection: &Connection,
    root: &RootName,
    scan: u64,
) -> rusqlite::Result<Vec<Vec<u8>>> {
    let mut statement = connection.prepare(
        "SELECT dir.path, item.name FROM root JOIN dir ON dir.root = root.id
         JOIN item ON item.dir = dir.id
         WHERE root.name = ?1 AND item.seen = ?2 AND item.outcome = 'unlisted'",
    )?;
    let folders = statement.query_map(params![root.0, int(scan)], |row| {
        let (folder, name) = (row.get_ref(0)?.as_blob()?, row.get_ref(1)?.as_blob()?);
        Ok(rows::joined(folder, name))
    })?;
    folders.collect()
}

fn has_seen(connection: &Connection, root: &RootName, scan: u64) -> rusqlite::Result<bool> {
    let sql = "SELECT 1 FROM item JOIN dir ON dir.id = item.dir JOIN root ON root.id = dir.root
               WHERE root.name = ?1 AND item.seen = ?2 AND item.outcome != 'unlisted' LIMIT 1";
    connection.prepare(sql)?.exists(params![root.0, int(scan)])
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
        let outcome = scan
            .coverage
            .first()
            .map_or(Outcome::NotReached, |coverage| coverage.outcome);
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO item (dir, name, seen, size, read_key, format, bytes_read, content_hash, outcome, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (dir, name) DO UPDATE SET seen = excluded.seen, gone = NULL, size = excluded.size,
             read_key = excluded.read_key, format = excluded.format, bytes_read = excluded.bytes_read,
             content_hash = excluded.content_hash, outcome = excluded.outcome, body = excluded.body
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
            rows::item_body(&scan.item)?
        ];
        let id = statement.query_row(values, |row| row.get(0))?;
        rows::replace(self.connection, id, scan, keep_values)
    }

    /// An unchanged file costs one update of one number.
    fn touch(&mut self, item: &Item) -> rusqlite::Result<()> {
        let folder = self.folder(item)?;
        self.connection
            .prepare_cached("UPDATE item SET seen = ?3, gone = NULL WHERE dir = ?1 AND name = ?2")?
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

#[cfg(test)]
mod tests {
    use super::*;
    use sporhund_model::RelPath;

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
