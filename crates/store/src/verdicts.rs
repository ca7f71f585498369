//! Verdicts: recomputed in each run, and written only where they changed.

use crate::error::StoreError;
use crate::open::Store;
use crate::rows;
use rusqlite::{CachedStatement, OptionalExtension, params};
use sporhund_model::{RelPath, RootName, Verdict};

impl Store {
    /// Writes the verdicts that differ from those stored, and returns how many did. Verdicts of items that the store does
    /// not know are left out.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_verdicts(
        &self,
        verdicts: &[(RootName, RelPath, Verdict)],
    ) -> Result<u64, StoreError> {
        let put = || -> rusqlite::Result<u64> {
            let transaction = self.connection.unchecked_transaction()?;
            let mut written = 0;
            {
                let mut find = transaction.prepare_cached(FIND)?;
                let mut write = transaction.prepare_cached(WRITE)?;
                for (root, path, verdict) in verdicts {
                    written += put_one(&mut find, &mut write, (root, path), verdict)?;
                }
            }
            transaction.commit()?;
            Ok(written)
        };
        let written = put().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(written)
    }

    /// What all files were last judged under, if nothing has changed since.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_judged(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT body FROM meta WHERE name = 'judged'";
        let found = self.connection.query_row(sql, [], |row| row.get(0));
        found.optional().map_err(|error| self.failed(error))
    }

    /// Writes down what all files have been judged under.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_judged(&self, judged: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM meta WHERE name GLOB 'text:*'", [])?;
        self.execute(
            "INSERT OR REPLACE INTO meta VALUES ('judged', ?1)",
            [judged],
        )
    }

    /// A text that was made of all that the store says, if the store still says the same.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_text(&self, name: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT body FROM meta WHERE name = 'text:' || ?1";
        let found = self.connection.query_row(sql, [name], |row| row.get(0));
        found.optional().map_err(|error| self.failed(error))
    }

    /// Keeps a text until the store says something else.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_text(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO meta VALUES ('text:' || ?1, ?2)";
        self.execute(sql, [name, text])
    }
}

const FIND: &str = "
    SELECT item.id, verdict.body FROM root JOIN dir ON dir.root = root.id JOIN item ON item.dir = dir.id
    LEFT JOIN verdict ON verdict.item = item.id
    WHERE root.name = ?1 AND dir.path = ?2 AND item.name = ?3";

const WRITE: &str =
    "INSERT OR REPLACE INTO verdict (item, state, due, body) VALUES (?1, ?2, ?3, ?4)";

fn put_one(
    find: &mut CachedStatement<'_>,
    write: &mut CachedStatement<'_>,
    (root, path): (&RootName, &RelPath),
    verdict: &Verdict,
) -> rusqlite::Result<u64> {
    let body = rows::json(serde_json::to_string(verdict))?;
    let found: Option<(i64, Option<String>)> = find
        .query_row(params![root.0, path.folder(), path.name()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match found {
        Some((item, stored)) if stored.as_ref() != Some(&body) => {
            let due = verdict.obligations.iter().find_map(|duty| duty.date);
            let due = due.map(|date| date.to_string());
            write.execute(params![item, verdict.state.as_str(), due, body])?;
            Ok(1)
        }
        _ => Ok(0),
    }
}
