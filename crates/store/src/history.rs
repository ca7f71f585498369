//! The scans of the past: their figures, and which files came, went and changed between two of them.

use crate::error::StoreError;
use crate::open::Store;
use crate::rows::{self, count, int, parsed};
use rusqlite::{Connection, Row, params};
use sporhund_model::history::Figures;
use sporhund_model::{Change, ChangeKind, Level, RelPath, RootName, ScanFigures, ScanInfo};

/// Between the parts of a figure's name; no unit has it in its own.
const SPLIT: char = '\u{1f}';

/// Two scans of a store, the earlier first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What was there after this scan...
    pub from: u64,
    /// ... and is, or is not, after this one.
    pub to: u64,
}

impl Store {
    /// All scans with their figures, the oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn scans(&self) -> Result<Vec<ScanFigures>, StoreError> {
        let read = || -> rusqlite::Result<Vec<ScanFigures>> {
            let mut statement = self
                .connection
                .prepare("SELECT id, info FROM scan ORDER BY id")?;
            let scans = statement.query_map([], |row| {
                let info: ScanInfo = parsed(1, serde_json::from_str(row.get_ref(1)?.as_str()?))?;
                Ok(ScanFigures {
                    id: count(row.get(0)?),
                    started: info.started,
                    finished: info.finished,
                    complete: info.complete,
                    figures: read_figures(&self.connection, row.get(0)?)?,
                })
            })?;
            scans.collect()
        };
        read().map_err(|error| self.failed(error))
    }

    /// Writes down what the store holds after a scan.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_figures(&self, scan: u64, figures: &Figures) -> Result<(), StoreError> {
        let put = || -> rusqlite::Result<()> {
            let transaction = self.connection.unchecked_transaction()?;
            transaction.execute("DELETE FROM figure WHERE scan = ?1", [int(scan)])?;
            {
                let sql = "INSERT OR REPLACE INTO figure VALUES (?1, ?2, ?3, ?4)";
                let mut insert = transaction.prepare_cached(sql)?;
                for (kind, name, value) in flat(figures) {
                    insert.execute(params![int(scan), kind, name, int(value)])?;
                }
            }
            transaction.commit()
        };
        put().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(())
    }

    /// What the store held after the last scan that counted it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_last_figures(&self) -> Result<Option<Figures>, StoreError> {
        let find = || -> rusqlite::Result<Option<Figures>> {
            let sql = "SELECT max(scan) FROM figure";
            let last: Option<i64> = self.connection.query_row(sql, [], |row| row.get(0))?;
            last.map(|scan| read_figures(&self.connection, scan))
                .transpose()
        };
        find().map_err(|error| self.failed(error))
    }

    /// The last scan that counted what the store held.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_last_counted(&self) -> Result<Option<u64>, StoreError> {
        let sql = "SELECT max(scan) FROM figure";
        let last = self
            .connection
            .query_row(sql, [], |row| row.get::<_, Option<i64>>(0));
        last.map(|last| last.map(count))
            .map_err(|error| self.failed(error))
    }

    /// Gives each file that differs between two scans: first the new, then the gone, the changed and the moved.
    ///
    /// # Errors
    /// When the store cannot be read, or what `visit` returned.
    pub fn for_each_change(
        &self,
        between: Difference,
        visit: &mut dyn FnMut(&Change) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let failed = |error| self.failed(error);
        for (kind, sql) in [
            (ChangeKind::New, NEW),
            (ChangeKind::Gone, GONE),
            (ChangeKind::Changed, CHANGED),
            (ChangeKind::Moved, MOVED),
        ] {
            let sql = format!("{CHANGE} {sql} ORDER BY root.name, dir.path, item.name");
            let mut statement = self.connection.prepare(&sql).map_err(failed)?;
            let scans = params![int(between.from), int(between.to)];
            let mut rows = statement.query(scans).map_err(failed)?;
            while let Some(row) = rows.next().map_err(failed)? {
                visit(&change(kind, row).map_err(failed)?)?;
            }
        }
        Ok(())
    }
}

const CHANGE: &str = "
    SELECT root.name, dir.path, item.name, document.level, document.persons, change.body,
           json_extract(item.body, '$.unit')
    FROM root JOIN dir ON dir.root = root.id JOIN item ON item.dir = dir.id
    LEFT JOIN document ON document.item = item.id
    LEFT JOIN change ON change.item = item.id AND change.scan = (
        SELECT min(c.scan) FROM change c WHERE c.item = item.id AND c.scan > ?1 AND c.scan <= ?2)";
const NEW: &str = "WHERE item.folder = 0 AND item.since > ?1 AND item.since <= ?2
    AND (item.gone IS NULL OR item.gone > ?2)";
const GONE: &str =
    "WHERE item.folder = 0 AND item.gone > ?1 AND item.gone <= ?2 AND item.since <= ?1";
const CHANGED: &str =
    "WHERE item.since <= ?1 AND (item.gone IS NULL OR item.gone > ?2) AND change.kind = 'changed'";
const MOVED: &str =
    "WHERE item.since <= ?1 AND (item.gone IS NULL OR item.gone > ?2) AND change.kind = 'moved'";

/// What a change was logged with.
#[derive(Default, serde::Deserialize)]
struct Before {
    level: String,
    persons: i64,
}

fn change(kind: ChangeKind, row: &Row<'_>) -> rusqlite::Result<Change> {
    let level: Option<String> = row.get(3)?;
    let persons: Option<i64> = row.get(4)?;
    let body: Option<String> = row.get(5)?;
    let body = body.unwrap_or_default();
    let before: Option<Before> = (kind == ChangeKind::Changed)
        .then(|| serde_json::from_str(&body).ok())
        .flatten();
    let from: Option<(RootName, RelPath)> = (kind == ChangeKind::Moved)
        .then(|| serde_json::from_str(&body).ok())
        .flatten();
    Ok(Change {
        kind,
        root: RootName(row.get(0)?),
        path: RelPath::new(rows::joined(
            row.get_ref(1)?.as_blob()?,
            row.get_ref(2)?.as_blob()?,
        )),
        unit: row.get(6)?,
        level: level.as_deref().and_then(Level::find).unwrap_or_default(),
        persons: persons.map_or(0, count),
        level_before: before
            .as_ref()
            .and_then(|before| Level::find(&before.level)),
        persons_before: before.map(|before| count(before.persons)),
        from,
    })
}

/// Figures as rows: kind, name and value.
fn flat(figures: &Figures) -> Vec<(&'static str, String, u64)> {
    let mut rows = Vec::new();
    for (controller, measures) in &figures.controllers {
        for (measure, value) in measures {
            rows.push((
                "controller",
                format!("{controller}{SPLIT}{measure}"),
                *value,
            ));
        }
    }
    for ((controller, unit), measures) in &figures.units {
        for (measure, value) in measures {
            rows.push((
                "unit",
                format!("{controller}{SPLIT}{unit}{SPLIT}{measure}"),
                *value,
            ));
        }
    }
    for ((controller, category), value) in &figures.categories {
        rows.push(("category", format!("{controller}{SPLIT}{category}"), *value));
    }
    for ((controller, kind), value) in &figures.changes {
        rows.push(("change", format!("{controller}{SPLIT}{kind}"), *value));
    }
    rows
}

fn read_figures(connection: &Connection, scan: i64) -> rusqlite::Result<Figures> {
    let sql = "SELECT kind, name, value FROM figure WHERE scan = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([scan])?;
    let mut figures = Figures::default();
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        put(&mut figures, &kind, &name, count(row.get(2)?));
    }
    Ok(figures)
}

fn put(figures: &mut Figures, kind: &str, name: &str, value: u64) {
    let parts: Vec<&str> = name.split(SPLIT).collect();
    match (kind, parts.as_slice()) {
        ("controller", [controller, measure]) => {
            let measures = figures.controllers.entry((*controller).to_owned());
            measures.or_default().insert((*measure).to_owned(), value);
        }
        ("unit", [controller, unit, measure]) => {
            let key = ((*controller).to_owned(), (*unit).to_owned());
            let measures = figures.units.entry(key).or_default();
            measures.insert((*measure).to_owned(), value);
        }
        ("category", [controller, category]) => {
            let key = ((*controller).to_owned(), (*category).to_owned());
            figures.categories.insert(key, value);
        }
        ("change", [controller, kind]) => {
            let key = ((*controller).to_owned(), (*kind).to_owned());
            figures.changes.insert(key, value);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Values;

    #[test]
    fn figures_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::anonymous(folder.path(), Values::Drop).unwrap();
        let scan = store.begin(&ScanInfo::default()).unwrap();
        let mut figures = Figures::default();
        let measures = [("files".to_owned(), 7), ("persons".to_owned(), 2)];
        figures
            .controllers
            .insert("Nämnden".into(), measures.clone().into());
        figures
            .units
            .insert((String::new(), "Äldreomsorg".into()), measures.into());
        figures
            .categories
            .insert(("Nämnden".into(), "national_id".into()), 3);
        figures.changes.insert((String::new(), "new".into()), 4);
        store.put_figures(scan, &figures).unwrap();
        let scans = store.scans().unwrap();
        assert_eq!(scans[0].figures, figures);
        assert_eq!(figures.total(None, "files"), 7);
        assert_eq!(figures.total(Some("other"), "files"), 0);
    }
}
