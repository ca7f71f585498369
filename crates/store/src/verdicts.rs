//! Verdicts, and what is kept beside each so that the next run judges only what changed or falls due.
//!
//! A file whose row was written since it was judged is *stale*. Every file that was judged has a *footing*: until when its
//! verdict stands, and what it has in common with other files, as numbers that are equal where these are. Stale files are
//! told as long as there is a note of what all files were judged under; without one everything is judged anew.

use crate::error::StoreError;
use crate::links::Linked;
use crate::open::Store;
use crate::packed;
use crate::tojudge::ToJudge;
use jiff::civil::Date;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use sporhund_model::{Level, Verdict, VerdictState};

/// What is kept of a file that was judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Footing {
    /// Its number in the store.
    pub item: i64,
    /// The first day on which its verdict may be another one.
    pub until: Option<Date>,
    /// The minute of its last change.
    pub minute: Option<i64>,
    /// Its dossier, its series, its content, and the document whose version it is.
    pub ties: [Option<i64>; 4],
    /// The level of what it holds.
    pub level: Level,
}

/// A verdict as the store holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVerdict {
    link: Option<i64>,
    body: Vec<u8>,
}

/// A verdict that is to be written, packed already.
#[derive(Clone, Debug)]
pub struct Written {
    footing: Footing,
    counts: String,
    state: VerdictState,
    due: Option<Date>,
    body: Vec<u8>,
    linked: Linked,
    stored: Option<StoredVerdict>,
    basis: Option<Vec<u8>>,
}

impl Written {
    /// Packs the verdict on a file; it is written where it differs from what is stored. `counts` is what it adds to the
    /// figures of a scan, as the caller reads it.
    pub fn new(one: ToJudge, verdict: Verdict, footing: Footing, counts: String) -> Self {
        Written {
            footing,
            counts,
            state: verdict.state,
            due: verdict.obligations.iter().find_map(|duty| duty.date),
            body: packed::pack(&verdict),
            linked: Linked::of(verdict),
            stored: one.stored,
            basis: one.basis,
        }
    }

    /// What is kept beside it.
    pub fn footing(&self) -> &Footing {
        &self.footing
    }
}

impl Store {
    /// Begins to write verdicts; nothing is written before [`Verdicts::commit`].
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn write_verdicts(&self) -> Result<Verdicts<'_>, StoreError> {
        let transaction = self.connection.unchecked_transaction();
        self.links.borrow_mut().forget();
        Ok(Verdicts {
            store: self,
            transaction: transaction.map_err(|error| self.failed(error))?,
        })
    }

    /// Forgets what files were judged under, so that all are judged anew.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn forget_judged(&self) -> Result<(), StoreError> {
        let forget = || -> rusqlite::Result<()> {
            let transaction = self.connection.unchecked_transaction()?;
            transaction.execute_batch(
                "DELETE FROM meta WHERE name = 'judged' OR name GLOB 'text:*';
                 DELETE FROM judged; DELETE FROM stale;",
            )?;
            transaction.commit()
        };
        forget().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(())
    }

    /// What all files were last judged under; those that were written since are stale.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_judged(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT body FROM meta WHERE name = 'judged'";
        let found = self.connection.query_row(sql, [], |row| row.get(0));
        found.optional().map_err(|error| self.failed(error))
    }

    /// The files that were written or marked as gone since all were judged, `limit` of them at most.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn stale(&self, limit: usize) -> Result<Vec<i64>, StoreError> {
        let read = || -> rusqlite::Result<Vec<i64>> {
            let sql = "SELECT item FROM stale ORDER BY item LIMIT ?1";
            let mut statement = self.connection.prepare_cached(sql)?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            statement.query_map([limit], |row| row.get(0))?.collect()
        };
        read().map_err(|error| self.failed(error))
    }

    /// What is kept of a file since it was judged.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_footing(&self, item: i64) -> Result<Option<(Footing, String)>, StoreError> {
        let find = || -> rusqlite::Result<_> {
            let sql = "SELECT item, until, minute, dossier, series, content, version, level, counts FROM judged WHERE item = ?1";
            let mut statement = self.connection.prepare_cached(sql)?;
            let found = statement.query_row([item], |row| Ok((footing(row)?, row.get(8)?)));
            found.optional()
        };
        find().map_err(|error| self.failed(error))
    }

    /// Gives what is kept of every file that was judged, in the order of their numbers.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn for_each_footing(&self, visit: &mut dyn FnMut(&Footing)) -> Result<(), StoreError> {
        let mut read = || -> rusqlite::Result<()> {
            let sql = "SELECT item, until, minute, dossier, series, content, version, level FROM judged ORDER BY item";
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                visit(&footing(row)?);
            }
            Ok(())
        };
        read().map_err(|error| self.failed(error))
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

/// Verdicts that are written together.
#[derive(Debug)]
pub struct Verdicts<'a> {
    store: &'a Store,
    transaction: Transaction<'a>,
}

impl Verdicts<'_> {
    /// Writes a verdict.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put(&self, written: &Written) -> Result<(), StoreError> {
        put(self.store, written).map_err(|error| self.store.failed(error))
    }

    /// Lets go of what is kept of a file that is not there any more.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn drop_footing(&self, item: i64) -> Result<(), StoreError> {
        let drop_it = || -> rusqlite::Result<()> {
            let sql = "DELETE FROM judged WHERE item = ?1";
            self.transaction.prepare_cached(sql)?.execute([item])?;
            Ok(())
        };
        drop_it().map_err(|error| self.store.failed(error))
    }

    /// Writes down what all files have been judged under, when these are the last verdicts.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn settle(&self, judged: &str) -> Result<(), StoreError> {
        let settle = || -> rusqlite::Result<()> {
            self.transaction.execute("DELETE FROM stale", [])?;
            forget_texts(&self.transaction)?;
            let sql = "INSERT OR REPLACE INTO meta VALUES ('judged', ?1)";
            self.transaction.execute(sql, [judged]).map(drop)
        };
        settle().map_err(|error| self.store.failed(error))
    }

    /// Writes down only that the verdicts stand on another day too.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn confirm(&self, judged: &str) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO meta VALUES ('judged', ?1)";
        let done = self.transaction.execute(sql, [judged]);
        done.map(drop).map_err(|error| self.store.failed(error))
    }

    /// Ends the transaction.
    ///
    /// # Errors
    /// When the store cannot be written; none of these verdicts is in it then.
    pub fn commit(self) -> Result<(), StoreError> {
        let store = self.store;
        let done = self.transaction.commit();
        done.map_err(|error| store.failed(error))?;
        store.committed();
        Ok(())
    }
}

fn put(store: &Store, written: &Written) -> rusqlite::Result<()> {
    let connection = &store.connection;
    let footing = &written.footing;
    let link = store
        .links
        .borrow_mut()
        .write(connection, &written.linked)?;
    let is_same = |stored: &StoredVerdict| stored.link == link && stored.body == written.body;
    if !written.stored.as_ref().is_some_and(is_same) {
        let due = written.due.map(|date| date.to_string());
        let sql = "INSERT OR REPLACE INTO verdict (item, state, due, body, link) VALUES (?1, ?2, ?3, ?4, ?5)";
        let state = written.state.as_str();
        let values = params![footing.item, state, due, written.body, link];
        connection.prepare_cached(sql)?.execute(values)?;
    }
    if let Some(basis) = &written.basis {
        let sql = "UPDATE item SET basis = ?2 WHERE id = ?1";
        let values = params![footing.item, basis];
        connection.prepare_cached(sql)?.execute(values)?;
    }
    let sql = "INSERT OR REPLACE INTO judged VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let [dossier, series, content, version] = footing.ties;
    connection.prepare_cached(sql)?.execute(params![
        footing.item,
        footing.until.map(number),
        footing.minute,
        dossier,
        series,
        content,
        version,
        footing.level.as_str(),
        written.counts
    ])?;
    Ok(())
}

/// The stored verdict of a row with the link as its fifth column and the body as its sixth; one that was written as text, by an
/// older program, is written anew.
pub(crate) fn stored(row: &Row<'_>) -> rusqlite::Result<Option<StoredVerdict>> {
    match row.get_ref(5)? {
        ValueRef::Blob(body) => Ok(Some(StoredVerdict {
            link: row.get(4)?,
            body: body.to_vec(),
        })),
        _ => Ok(None),
    }
}

/// A file was written, or is gone: its verdict, and those of files that have to do with it, may not stand.
pub(crate) fn mark_stale(connection: &Connection, item: i64) -> rusqlite::Result<()> {
    let sql = "INSERT OR IGNORE INTO stale SELECT ?1 WHERE EXISTS (SELECT 1 FROM meta WHERE name = 'judged')";
    connection.prepare_cached(sql)?.execute([item]).map(drop)
}

/// Texts that were made of the store say what it said before.
pub(crate) fn forget_texts(connection: &Connection) -> rusqlite::Result<()> {
    let sql = "DELETE FROM meta WHERE name GLOB 'text:*'";
    connection.prepare_cached(sql)?.execute([]).map(drop)
}

/// A row is removed. While something is kept of it, others may depend on it, and it can no longer be told which.
pub(crate) fn forget_item(connection: &Connection, item: i64) -> rusqlite::Result<()> {
    let sql = "DELETE FROM judged WHERE item = ?1";
    let was_judged = connection.prepare_cached(sql)?.execute([item])? > 0;
    let sql = "DELETE FROM stale WHERE item = ?1";
    connection.prepare_cached(sql)?.execute([item])?;
    if was_judged {
        connection.execute("DELETE FROM meta WHERE name = 'judged'", [])?;
    }
    Ok(())
}

fn footing(row: &Row<'_>) -> rusqlite::Result<Footing> {
    let level = row.get_ref(7)?.as_str()?;
    Ok(Footing {
        item: row.get(0)?,
        until: row.get::<_, Option<i32>>(1)?.and_then(day),
        minute: row.get(2)?,
        ties: [row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?],
        level: Level::find(level).unwrap_or_default(),
    })
}

/// 2026-11-29 as 20261129.
fn number(day: Date) -> i32 {
    (i32::from(day.year()) * 100 + i32::from(day.month())) * 100 + i32::from(day.day())
}

fn day(number: i32) -> Option<Date> {
    let part = |number: i32| i8::try_from(number % 100).ok();
    let year = i16::try_from(number / 10_000).ok()?;
    Date::new(year, part(number / 100)?, part(number)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_as_it_was() {
        for text in ["2026-11-29", "1900-01-01", "9999-12-31"] {
            let date: Date = text.parse().unwrap();
            assert_eq!(day(number(date)), Some(date));
        }
        assert_eq!(day(20_261_399), None);
    }
}
