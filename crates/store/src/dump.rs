//! All that a store says, in an order that depends on nothing: two stores that say the same have the same dump.

use crate::error::StoreError;
use crate::open::Store;
use crate::read::Mentions;
use rusqlite::{Row, params};
use std::io::{self, Write};

/// The files of all roots, the gone ones too. Numbers of rows and scans, and times of scans, are not told: they say how the
/// store came to be, not what it says.
const ALL: &str = "
    SELECT item.id, root.name, item.gone IS NOT NULL, item.read_key, item.content_hash, item.sample, item.token,
           item.read IS NOT NULL, item.bytes_read
    FROM root JOIN dir ON dir.root = root.id JOIN item ON item.dir = dir.id
    ORDER BY root.name, dir.path, item.name";

impl Store {
    /// Writes all that the store says, one file a line, sorted.
    ///
    /// # Errors
    /// When the store cannot be read or the output takes no more.
    pub fn dump(&self, to: &mut dyn Write) -> io::Result<()> {
        let failed = |error| io::Error::from(self.failed(error));
        let mut statement = self.connection.prepare(ALL).map_err(failed)?;
        let mut all = statement.query([]).map_err(failed)?;
        while let Some(row) = all.next().map_err(failed)? {
            let line = self.line(row)?;
            writeln!(to, "{line}")?;
        }
        self.dump_changes(to)
    }

    fn line(&self, row: &Row<'_>) -> io::Result<String> {
        let failed = |error| io::Error::from(self.failed(error));
        let id: i64 = row.get(0).map_err(failed)?;
        let root: String = row.get(1).map_err(failed)?;
        let gone: bool = row.get(2).map_err(failed)?;
        let was_read: bool = row.get(7).map_err(failed)?;
        let bytes: i64 = row.get(8).map_err(failed)?;
        let mut hashes = Vec::new();
        for column in 3..=6 {
            hashes.push(
                row.get_ref(column)
                    .and_then(|value| Ok(hex(value.as_blob_or_null()?)))
                    .map_err(failed)?,
            );
        }
        let record = self.record_of(id, Mentions::With).map_err(failed)?;
        let parts = (
            root,
            &record.item.path,
            gone,
            was_read,
            bytes,
            hashes,
            &record,
        );
        serde_json::to_string(&parts).map_err(io::Error::other)
    }

    fn dump_changes(&self, to: &mut dyn Write) -> io::Result<()> {
        let failed = |error| io::Error::from(self.failed(error));
        let mut statement = self
            .connection
            .prepare(
                "SELECT root.name, dir.path, item.name, change.kind, change.body FROM change
                 JOIN item ON item.id = change.item JOIN dir ON dir.id = item.dir JOIN root ON root.id = dir.root
                 ORDER BY 1, 2, 3, 4, 5",
            )
            .map_err(failed)?;
        let mut all = statement.query(params![]).map_err(failed)?;
        while let Some(row) = all.next().map_err(failed)? {
            let text = |column| row.get::<_, String>(column).map_err(failed);
            let path = hex(row
                .get_ref(1)
                .and_then(|value| Ok(value.as_blob_or_null()?))
                .map_err(failed)?);
            let name = hex(row
                .get_ref(2)
                .and_then(|value| Ok(value.as_blob_or_null()?))
                .map_err(failed)?);
            writeln!(to, "{} {path} {name} {} {}", text(0)?, text(3)?, text(4)?)?;
        }
        Ok(())
    }
}

fn hex(bytes: Option<&[u8]>) -> String {
    let digits = |byte: &u8| format!("{byte:02x}");
    bytes.map_or(String::new(), |bytes| bytes.iter().map(digits).collect())
}

/// What [`Store::check`](Store::check) reads to know that every row can be read.
pub(crate) fn read_all(store: &Store) -> Result<(), StoreError> {
    let all = store.dump(&mut io::sink());
    all.map_err(|error| StoreError::Damaged {
        path: store.path.clone(),
        detail: error.to_string(),
    })
}
