//! A new key for the fingerprints of a store, without reading a file again.
//!
//! A fingerprint under several keys is the keyed hash of the one under the keys before. So the fingerprints that are stored can
//! be taken on to a new key, and who has an old key alone can do nothing with them.

use crate::error::StoreError;
use crate::key::Key;
use crate::open::Store;
use crate::rows::{self, parsed};
use rusqlite::{Connection, params};
use sporhund_model::{Finding, Fingerprint};

/// What a change of keys came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rekeyed {
    /// Mentions that were taken on.
    pub mentions: u64,
    /// Findings that were taken on.
    pub findings: u64,
}

impl Store {
    /// Takes all fingerprints on from the store's key to `key`, which must be that key with one more behind it.
    ///
    /// # Errors
    /// When the store was made with another key than `key` goes back to, or cannot be written.
    pub fn rekey(&self, old: &Key, key: &Key) -> Result<Rekeyed, StoreError> {
        self.bind_key(old)?;
        let take = || -> rusqlite::Result<Rekeyed> {
            let transaction = self.connection.unchecked_transaction()?;
            let rekeyed = Rekeyed {
                mentions: rekey_mentions(&transaction, old, key)?,
                findings: rekey_findings(&transaction, old, key)?,
            };
            // It is made again of what the tables say.
            transaction.execute("UPDATE item SET basis = NULL", [])?;
            let sql = "UPDATE setting SET value = ?1 WHERE name = 'key'";
            transaction.execute(sql, [key.id()])?;
            transaction.commit()?;
            Ok(rekeyed)
        };
        let rekeyed = take().map_err(|error| self.failed(error))?;
        self.committed();
        self.vacuum()?;
        Ok(rekeyed)
    }

    /// The id of the key that the store's fingerprints were made with; `None` in a new store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn key_id(&self) -> Result<Option<u32>, StoreError> {
        use rusqlite::OptionalExtension;
        let sql = "SELECT value FROM setting WHERE name = 'key'";
        let found = self.connection.query_row(sql, [], |row| row.get(0));
        found.optional().map_err(|error| self.failed(error))
    }
}

fn rekey_mentions(connection: &Connection, old: &Key, key: &Key) -> rusqlite::Result<u64> {
    let mut read = connection.prepare("SELECT item, number, fingerprint FROM mention")?;
    let sql = "UPDATE mention SET fingerprint = ?3 WHERE item = ?1 AND number = ?2";
    let mut write = connection.prepare(sql)?;
    let all: Vec<(i64, i64, [u8; 20])> = read
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let mut taken = 0;
    for (item, number, bytes) in all {
        let mut fingerprint = rows::fingerprint_from(bytes);
        if take_on(&mut fingerprint, old, key) {
            let bytes = rows::fingerprint_bytes(&fingerprint);
            taken += write.execute(params![item, number, bytes])? as u64;
        }
    }
    Ok(taken)
}

fn rekey_findings(connection: &Connection, old: &Key, key: &Key) -> rusqlite::Result<u64> {
    let mut read = connection.prepare("SELECT item, number FROM finding")?;
    let mut find =
        connection.prepare("SELECT body FROM finding WHERE item = ?1 AND number = ?2")?;
    let sql = "UPDATE finding SET fingerprint = ?3, body = ?4 WHERE item = ?1 AND number = ?2";
    let mut write = connection.prepare(sql)?;
    let all: Vec<(i64, i64)> = read
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut taken = 0;
    for (item, number) in all {
        let mut finding: Finding = find.query_row([item, number], |row| {
            parsed(0, serde_json::from_str(row.get_ref(0)?.as_str()?))
        })?;
        let own = finding.fingerprint.as_mut();
        let has_own = own.is_some_and(|own| take_on(own, old, key));
        let person = finding.person.as_mut();
        if person.is_some_and(|person| take_on(person, old, key)) || has_own {
            let bytes = finding.fingerprint.as_ref().map(rows::fingerprint_bytes);
            let body = rows::json(serde_json::to_string(&finding))?;
            taken += write.execute(params![item, number, bytes, body])? as u64;
        }
    }
    Ok(taken)
}

fn take_on(fingerprint: &mut Fingerprint, old: &Key, key: &Key) -> bool {
    let is_old = fingerprint.key == old.id();
    if is_old {
        *fingerprint = key.take_on(fingerprint);
    }
    is_old
}
