//! Reading: keys of what was read before, one item, and the cursor over a whole scan.

use crate::error::StoreError;
use crate::open::Store;
use crate::packed;
use crate::rows::{self, parsed};
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, Row, params};
use sporhund_model::{
    Finding, ItemRecord, Mention, Records, RelPath, RootName, ScanFigures, ScanInfo, Verdict,
};
use std::io;

/// Whether a view gives the mentions of each item, which can be many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mentions {
    /// Leave them empty.
    #[default]
    Without,
    /// Give them.
    With,
}

/// The results of the last scan: all that is known of its roots, sorted by (root, path bytes).
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    store: &'a Store,
    mentions: Mentions,
}

impl Store {
    /// The results of the last scan.
    pub fn records(&self, mentions: Mentions) -> View<'_> {
        View {
            store: self,
            mentions,
        }
    }

    /// The last scan, `None` in an empty store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_last_scan(&self) -> Result<Option<ScanInfo>, StoreError> {
        self.connection
            .query_row(
                "SELECT info FROM scan ORDER BY id DESC LIMIT 1",
                [],
                |row| {
                    let info: String = row.get(0)?;
                    parsed(0, serde_json::from_str(&info))
                },
            )
            .optional()
            .map_err(|error| self.failed(error))
    }

    /// All that is known of one file, with its mentions.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_item(
        &self,
        root: &RootName,
        path: &RelPath,
    ) -> Result<Option<ItemRecord>, StoreError> {
        let sql = format!(
            "{RECORD} WHERE root.name = ?1 AND dir.path = ?2 AND item.name = ?3 AND item.gone IS NULL"
        );
        let find = || -> rusqlite::Result<_> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let place = params![root.0, path.folder(), path.name()];
            let mut found = statement.query(place)?;
            match found.next()? {
                Some(row) => self.record(row, Mentions::With).map(Some),
                None => Ok(None),
            }
        };
        find().map_err(|error| self.failed(error))
    }

    /// All that is known of the item with this number.
    pub(crate) fn record_of(&self, id: i64, mentions: Mentions) -> rusqlite::Result<ItemRecord> {
        let by_number = format!("{RECORD} WHERE item.id = ?1");
        let mut statement = self.connection.prepare_cached(&by_number)?;
        statement.query_row([id], |row| self.record(row, mentions))
    }

    /// Reads a row of [`RECORD`], and the rows of other tables that belong to it.
    fn record(&self, row: &Row<'_>, mentions: Mentions) -> rusqlite::Result<ItemRecord> {
        let id: i64 = row.get(0)?;
        let mut record = item_from(row)?;
        record.verdict = self.verdict(row)?;
        record.coverage = self.bodies(
            id,
            "SELECT body FROM coverage WHERE item = ?1 ORDER BY number",
            |text| serde_json::from_str(text),
        )?;
        record.findings = self.bodies(
            id,
            "SELECT body FROM finding WHERE item = ?1 ORDER BY number",
            |text| serde_json::from_str::<Finding>(text),
        )?;
        if mentions == Mentions::With {
            record.mentions = self.mentions(id)?;
        }
        Ok(record)
    }

    /// The verdict of a row of [`RECORD`]; programs before wrote it as text.
    fn verdict(&self, row: &Row<'_>) -> rusqlite::Result<Option<Verdict>> {
        let body = match row.get_ref(8)? {
            ValueRef::Null => return Ok(None),
            ValueRef::Blob(body) => body,
            other => return parsed(8, serde_json::from_str(other.as_str()?)).map(Some),
        };
        let mut verdict = packed::unpack(body).ok_or_else(|| rows::damaged(8))?;
        if let Some(link) = row.get(10)? {
            let linked = self.links.borrow_mut().read(&self.connection, link)?;
            linked.put_into(&mut verdict);
        }
        Ok(Some(verdict))
    }

    fn bodies<T>(
        &self,
        item: i64,
        sql: &str,
        parse: impl Fn(&str) -> serde_json::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let bodies =
            statement.query_map([item], |row| parsed(0, parse(row.get_ref(0)?.as_str()?)))?;
        bodies.collect()
    }

    fn mentions(&self, item: i64) -> rusqlite::Result<Vec<Mention>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT fingerprint, identity, rule, count, confidence, member, first, facts
             FROM mention WHERE item = ?1 ORDER BY number",
        )?;
        let mentions = statement.query_map([item], rows::mention_from)?;
        mentions.collect()
    }
}

/// The row of an item with what belongs to it once.
const RECORD: &str = "
    SELECT item.id, root.name, dir.path, item.name, item.body, item.format, document.signals, document.assessment,
           verdict.body, item.content_hash, verdict.link
    FROM root JOIN dir ON dir.root = root.id JOIN item ON item.dir = dir.id
    LEFT JOIN document ON document.item = item.id LEFT JOIN verdict ON verdict.item = item.id";

/// The items of a root in the order of their path's bytes. Only paths and numbers are sorted, by SQLite in a file of its
/// own where they are many; `||` makes text of bytes and loses none.
const ORDER: &str = "
    SELECT item.id FROM dir JOIN item ON item.dir = dir.id
    WHERE dir.root = (SELECT id FROM root WHERE name = ?1) AND item.gone IS NULL
    ORDER BY CAST(iif(dir.path = x'', item.name, dir.path || x'2f' || item.name) AS BLOB)";

fn item_from(row: &Row<'_>) -> rusqlite::Result<ItemRecord> {
    let mut record = ItemRecord {
        item: parsed(4, serde_json::from_str(row.get_ref(4)?.as_str()?))?,
        format: row.get(5)?,
        ..ItemRecord::default()
    };
    record.item.root = RootName(row.get(1)?);
    record.item.path = RelPath::new(rows::joined(
        row.get_ref(2)?.as_blob()?,
        row.get_ref(3)?.as_blob()?,
    ));
    if let Some(signals) = row.get_ref(6)?.as_str_or_null()? {
        record.signals = parsed(6, serde_json::from_str(signals))?;
    }
    if let Some(assessment) = row.get_ref(7)?.as_str_or_null()? {
        record.assessment = parsed(7, serde_json::from_str(assessment))?;
    }
    record.content_hash = row.get(9)?;
    Ok(record)
}

impl View<'_> {
    fn for_each_of_root(
        &self,
        root: &RootName,
        visit: &mut dyn FnMut(&ItemRecord) -> io::Result<()>,
    ) -> io::Result<()> {
        let failed = |error| io::Error::from(self.store.failed(error));
        let connection = &self.store.connection;
        let mut order = connection.prepare(ORDER).map_err(failed)?;
        let mut numbers = order.query([&root.0]).map_err(failed)?;
        while let Some(row) = numbers.next().map_err(failed)? {
            let id: i64 = row.get(0).map_err(failed)?;
            let record = self.store.record_of(id, self.mentions);
            visit(&record.map_err(failed)?)?;
        }
        Ok(())
    }
}

impl Records for View<'_> {
    fn scan(&self) -> io::Result<ScanInfo> {
        Ok(self.store.find_last_scan()?.unwrap_or_default())
    }

    fn for_each(&self, visit: &mut dyn FnMut(&ItemRecord) -> io::Result<()>) -> io::Result<()> {
        let mut roots: Vec<RootName> = self
            .scan()?
            .roots
            .into_iter()
            .map(|root| root.name)
            .collect();
        roots.sort();
        roots.dedup();
        roots
            .iter()
            .try_for_each(|root| self.for_each_of_root(root, visit))
    }

    fn history(&self) -> io::Result<Vec<ScanFigures>> {
        Ok(self.store.scans()?)
    }
}

impl Records for Store {
    fn scan(&self) -> io::Result<ScanInfo> {
        self.records(Mentions::Without).scan()
    }

    fn for_each(&self, visit: &mut dyn FnMut(&ItemRecord) -> io::Result<()>) -> io::Result<()> {
        self.records(Mentions::Without).for_each(visit)
    }

    fn history(&self) -> io::Result<Vec<ScanFigures>> {
        Ok(self.scans()?)
    }
}
