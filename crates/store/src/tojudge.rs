//! What verdicts are made of: each file without its findings, folder by folder.
//!
//! Files are read in pages, so that no statement stays open while verdicts are written: an open one would keep the
//! write-ahead log from being begun anew, and it would grow as long as judging goes on.

use crate::basis;
use crate::error::StoreError;
use crate::open::Store;
use crate::rows::{self, count, parsed};
use crate::verdicts::{StoredVerdict, stored};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};
use serde::Deserialize;
use serde::de::IgnoredAny;
use sporhund_model::{
    Confidence, Coverage, IdentityKind, ItemRecord, Level, Location, MemberPath, Mention, Outcome,
    RelPath, RootName, RuleId,
};

/// Folders, and files of one folder, that are read together.
const PAGE: usize = 1_000;

/// Root, folder and name of a file.
pub type PlaceKey = (String, Vec<u8>, Vec<u8>);

/// How much of a file is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What forms dossiers.
    Dossiers,
    /// Also the stored verdict.
    Verdicts,
}

/// A file that is to be judged.
#[derive(Clone, Debug, Default)]
pub struct ToJudge {
    /// Its number in the store.
    pub id: i64,
    /// What a verdict depends on, and its level: no findings, no notes, the persons among the mentions.
    pub record: ItemRecord,
    /// Occurrences of findings.
    pub findings: u64,
    /// Their categories, each once.
    pub categories: Vec<String>,
    /// Whether a sensitive category concerns a person.
    pub is_sensitive: bool,
    /// The verdict that is stored.
    pub stored: Option<StoredVerdict>,
    /// What this file is judged by, packed, where the store did not have it.
    pub basis: Option<Vec<u8>>,
}

impl Store {
    /// Gives all files of some roots, sorted by root, folder and name.
    ///
    /// # Errors
    /// When the store cannot be read, or what `visit` returned.
    pub fn for_each_to_judge(
        &self,
        roots: &[RootName],
        depth: Depth,
        visit: &mut dyn FnMut(ToJudge) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for root in roots {
            let mut after: Option<Vec<u8>> = None;
            loop {
                let folders = folders_after(&self.connection, root, after.as_deref());
                let folders = folders.map_err(|error| self.failed(error))?;
                let Some((_, last)) = folders.last() else {
                    break;
                };
                after = Some(last.clone());
                for (id, path) in &folders {
                    self.for_each_of_folder((root, *id, path), depth, visit)?;
                }
            }
        }
        Ok(())
    }

    fn for_each_of_folder(
        &self,
        (root, folder, path): (&RootName, i64, &[u8]),
        depth: Depth,
        visit: &mut dyn FnMut(ToJudge) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut after: Vec<u8> = Vec::new();
        loop {
            let page = self.page_of_folder((root, folder, path), &after, depth);
            let page = page.map_err(|error| self.failed(error))?;
            let is_last = page.len() < PAGE;
            if let Some(last) = page.last() {
                after = last.record.item.path.name().to_vec();
            }
            for one in page {
                visit(one)?;
            }
            if is_last {
                return Ok(());
            }
        }
    }

    fn page_of_folder(
        &self,
        (root, folder, path): (&RootName, i64, &[u8]),
        after: &[u8],
        depth: Depth,
    ) -> rusqlite::Result<Vec<ToJudge>> {
        let sql = match depth {
            Depth::Dossiers => OF_FOLDER,
            Depth::Verdicts => OF_FOLDER_JUDGED,
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut beside = Beside::new(&self.connection)?;
        let mut found = statement.query(params![folder, after, PAGE as i64])?;
        let mut page = Vec::new();
        while let Some(row) = found.next()? {
            page.push(beside.read(row, root, path)?);
        }
        Ok(page)
    }

    /// One file by its number; `None` when it is gone, or lies in another root.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_to_judge(
        &self,
        id: i64,
        roots: &[RootName],
    ) -> Result<Option<ToJudge>, StoreError> {
        let find = || -> rusqlite::Result<Option<ToJudge>> {
            let mut statement = self.connection.prepare_cached(BY_NUMBER)?;
            let mut beside = Beside::new(&self.connection)?;
            let mut found = statement.query([id])?;
            let Some(row) = found.next()? else {
                return Ok(None);
            };
            let root = RootName(row.get(COLUMNS)?);
            if !roots.contains(&root) {
                return Ok(None);
            }
            let path: Vec<u8> = row.get(COLUMNS + 1)?;
            beside.read(row, &root, &path).map(Some)
        };
        find().map_err(|error| self.failed(error))
    }

    /// Gives the hash of each content, of files that are there.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn for_each_content(&self, visit: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        let mut read = || -> rusqlite::Result<()> {
            let sql = "SELECT content_hash FROM item WHERE gone IS NULL AND content_hash IS NOT NULL AND size > 0";
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                visit(row.get_ref(0)?.as_blob()?);
            }
            Ok(())
        };
        read().map_err(|error| self.failed(error))
    }

    /// Where a file lies: root, folder and name, which is the order of [`for_each_to_judge`](Self::for_each_to_judge).
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_place(&self, id: i64) -> Result<Option<PlaceKey>, StoreError> {
        let find = || -> rusqlite::Result<_> {
            let mut statement = self.connection.prepare_cached(
                "SELECT root.name, dir.path, item.name FROM item JOIN dir ON dir.id = item.dir
                 JOIN root ON root.id = dir.root WHERE item.id = ?1",
            )?;
            let place =
                statement.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
            place.optional()
        };
        find().map_err(|error| self.failed(error))
    }
}

/// Columns that all statements have first.
const COLUMNS: usize = 6;

const OF_FOLDER: &str = "
    SELECT item.id, item.name, item.content_hash, item.basis, NULL, NULL FROM item
    WHERE item.dir = ?1 AND item.name > ?2 AND item.gone IS NULL ORDER BY item.name LIMIT ?3";

const OF_FOLDER_JUDGED: &str = "
    SELECT item.id, item.name, item.content_hash, item.basis, verdict.link, verdict.body
    FROM item LEFT JOIN verdict ON verdict.item = item.id
    WHERE item.dir = ?1 AND item.name > ?2 AND item.gone IS NULL ORDER BY item.name LIMIT ?3";

const BY_NUMBER: &str = "
    SELECT item.id, item.name, item.content_hash, item.basis, verdict.link, verdict.body, root.name, dir.path
    FROM item JOIN dir ON dir.id = item.dir JOIN root ON root.id = dir.root
    LEFT JOIN verdict ON verdict.item = item.id WHERE item.id = ?1 AND item.gone IS NULL";

/// What a basis is made of where there is none.
const BESIDE: &str = "
    SELECT item.body, document.signals, document.persons, document.level, document.assessment
    FROM item LEFT JOIN document ON document.item = item.id WHERE item.id = ?1";

fn folders_after(
    connection: &Connection,
    root: &RootName,
    after: Option<&[u8]>,
) -> rusqlite::Result<Vec<(i64, Vec<u8>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, path FROM dir WHERE root = (SELECT id FROM root WHERE name = ?1) AND (?2 IS NULL OR path > ?2)
         ORDER BY path LIMIT ?3",
    )?;
    let folders = statement.query_map(params![root.0, after, PAGE as i64], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    folders.collect()
}

/// What lies in other tables, for rows without a basis.
struct Beside<'a> {
    own: CachedStatement<'a>,
    outcomes: CachedStatement<'a>,
    mentions: CachedStatement<'a>,
    findings: CachedStatement<'a>,
}

/// The part of a finding that is counted.
#[derive(Deserialize)]
struct Occurring {
    occurrences: u64,
}

/// The part of an assessment that is counted.
#[derive(Deserialize)]
struct Assessed {
    #[serde(default)]
    sensitive: Vec<IgnoredAny>,
}

impl<'a> Beside<'a> {
    fn new(connection: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Beside {
            own: connection.prepare_cached(BESIDE)?,
            outcomes: connection
                .prepare_cached("SELECT outcome FROM coverage WHERE item = ?1 ORDER BY number")?,
            mentions: connection.prepare_cached(
                "SELECT fingerprint, identity, rule, facts FROM mention WHERE item = ?1 ORDER BY number",
            )?,
            findings: connection
                .prepare_cached("SELECT category, body FROM finding WHERE item = ?1")?,
        })
    }

    fn read(&mut self, row: &Row<'_>, root: &RootName, folder: &[u8]) -> rusqlite::Result<ToJudge> {
        let mut one = ToJudge {
            id: row.get(0)?,
            ..ToJudge::default()
        };
        let basis = row.get_ref(3)?.as_blob_or_null()?;
        if basis
            .and_then(|basis| basis::unpack(basis, &mut one))
            .is_none()
        {
            self.gather(&mut one)?;
            one.basis = Some(basis::of_record(&one));
        }
        let record = &mut one.record;
        record.item.root = root.clone();
        record.item.path = RelPath::new(rows::joined(folder, row.get_ref(1)?.as_blob()?));
        record.content_hash = row.get(2)?;
        one.stored = stored(row)?;
        Ok(one)
    }

    /// Reads from the tables what a basis says.
    fn gather(&mut self, one: &mut ToJudge) -> rusqlite::Result<()> {
        let mut found = self.own.query([one.id])?;
        if let Some(row) = found.next()? {
            let record = &mut one.record;
            record.item = parsed(0, serde_json::from_str(row.get_ref(0)?.as_str()?))?;
            if let Some(signals) = row.get_ref(1)?.as_str_or_null()? {
                record.signals = parsed(1, serde_json::from_str(signals))?;
            }
            let assessment = &mut record.assessment;
            assessment.persons.count = count(row.get::<_, Option<i64>>(2)?.unwrap_or(0));
            let level = row.get_ref(3)?.as_str_or_null()?;
            assessment.level = level.and_then(Level::find).unwrap_or_default();
            if let Some(text) = row.get_ref(4)?.as_str_or_null()? {
                let assessed: Assessed = parsed(4, serde_json::from_str(text))?;
                one.is_sensitive = !assessed.sensitive.is_empty();
            }
        }
        drop(found);
        one.record.coverage = self.coverage(one.id)?;
        one.record.mentions = self.mentions(one.id)?;
        self.count(one)
    }

    fn count(&mut self, one: &mut ToJudge) -> rusqlite::Result<()> {
        let mut found = self.findings.query([one.id])?;
        while let Some(row) = found.next()? {
            let category = row.get_ref(0)?.as_str()?;
            if !one.categories.iter().any(|known| known == category) {
                one.categories.push(category.to_owned());
            }
            let finding: Occurring = parsed(1, serde_json::from_str(row.get_ref(1)?.as_str()?))?;
            one.findings += finding.occurrences;
        }
        one.categories.sort_unstable();
        Ok(())
    }

    fn coverage(&mut self, id: i64) -> rusqlite::Result<Vec<Coverage>> {
        let found = self.outcomes.query_map([id], |row| {
            let outcome = Outcome::find(row.get_ref(0)?.as_str()?).unwrap_or_default();
            Ok(Coverage {
                outcome,
                ..Coverage::default()
            })
        })?;
        found.collect()
    }

    fn mentions(&mut self, id: i64) -> rusqlite::Result<Vec<Mention>> {
        let mut found = self.mentions.query([id])?;
        let mut mentions = Vec::new();
        while let Some(row) = found.next()? {
            let identity = IdentityKind::find(row.get_ref(1)?.as_str()?);
            let rule = RuleId::parse(row.get_ref(2)?.as_str()?);
            let (Some(identity), Some(rule)) = (identity, rule) else {
                continue;
            };
            if identity.is_person() {
                mentions.push(Mention {
                    fingerprint: rows::fingerprint_from(row.get(0)?),
                    identity,
                    rule,
                    count: 1,
                    confidence: Confidence::default(),
                    member: MemberPath::default(),
                    first: Location::default(),
                    facts: parsed(3, serde_json::from_str(row.get_ref(3)?.as_str()?))?,
                });
            }
        }
        Ok(mentions)
    }
}
