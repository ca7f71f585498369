//! The rows of plans that verdicts name: a thousand files of one folder have the same candidates, which are kept once.
//!
//! Their key is a hash of what they say, so that nothing is looked up to write them, and the same rows have the same key in
//! every store.

use crate::rows::{json, parsed};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sporhund_model::verdict::shared;
use sporhund_model::{Candidate, RowRef, Verdict};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// So many links are remembered, each way.
const MAX_KNOWN: usize = 100_000;

/// The part of a verdict that many share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Linked {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    row: Option<RowRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phrase: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trigger: Option<String>,
    #[serde(default, with = "shared")]
    candidates: Arc<[Candidate]>,
}

impl Linked {
    pub(crate) fn of(verdict: Verdict) -> Self {
        Linked {
            row: verdict.row,
            phrase: verdict.phrase,
            trigger: verdict.trigger,
            candidates: verdict.candidates,
        }
    }

    pub(crate) fn put_into(&self, verdict: &mut Verdict) {
        verdict.row.clone_from(&self.row);
        verdict.phrase.clone_from(&self.phrase);
        verdict.trigger.clone_from(&self.trigger);
        verdict.candidates = Arc::clone(&self.candidates);
    }

    fn is_empty(&self) -> bool {
        self.row.is_none()
            && self.phrase.is_none()
            && self.trigger.is_none()
            && self.candidates.is_empty()
    }

    /// The list of candidates is told by where it lies in memory: files that share a link share the list.
    fn place(&self) -> Place {
        let mut hasher = DefaultHasher::new();
        if let Some(row) = &self.row {
            (row.row, &row.plan, &row.document_type).hash(&mut hasher);
        }
        (&self.phrase, &self.trigger).hash(&mut hasher);
        (self.candidates.as_ptr().addr(), hasher.finish())
    }
}

/// Where the list of candidates lies, and a hash of the row.
type Place = (usize, u64);

/// The links that a connection met.
#[derive(Debug, Default)]
pub(crate) struct Links {
    read: HashMap<i64, Arc<Linked>>,
    /// The list is held, so that no other one comes to lie in its place.
    written: HashMap<Place, (i64, Arc<[Candidate]>)>,
}

impl Links {
    /// Writes a link where it is not there, and returns its key; `None` for one that says nothing.
    pub(crate) fn write(
        &mut self,
        connection: &Connection,
        linked: &Linked,
    ) -> rusqlite::Result<Option<i64>> {
        if linked.is_empty() {
            return Ok(None);
        }
        let place = linked.place();
        if let Some((key, _)) = self.written.get(&place) {
            return Ok(Some(*key));
        }
        let body = json(serde_json::to_string(linked))?;
        let key = key_of(&body);
        let sql = "INSERT OR IGNORE INTO link VALUES (?1, ?2)";
        connection
            .prepare_cached(sql)?
            .execute(params![key, body])?;
        if self.written.len() >= MAX_KNOWN {
            self.written.clear();
        }
        let list = Arc::clone(&linked.candidates);
        self.written.insert(place, (key, list));
        Ok(Some(key))
    }

    /// A link by its key; an empty one where it is not there.
    pub(crate) fn read(
        &mut self,
        connection: &Connection,
        key: i64,
    ) -> rusqlite::Result<Arc<Linked>> {
        if let Some(known) = self.read.get(&key) {
            return Ok(Arc::clone(known));
        }
        let sql = "SELECT body FROM link WHERE id = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let found = statement.query_row([key], |row| {
            parsed(0, serde_json::from_str(row.get_ref(0)?.as_str()?))
        });
        let linked: Arc<Linked> = Arc::new(found.optional()?.unwrap_or_default());
        if self.read.len() >= MAX_KNOWN {
            self.read.clear();
        }
        self.read.insert(key, Arc::clone(&linked));
        Ok(linked)
    }

    /// A transaction begins; what the one before wrote may have been undone.
    pub(crate) fn forget(&mut self) {
        self.written.clear();
    }
}

fn key_of(body: &str) -> i64 {
    let hash = blake3::hash(body.as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    i64::from_le_bytes(bytes)
}
