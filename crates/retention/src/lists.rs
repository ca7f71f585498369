//! Lists that stand beside a plan: the headings of their columns, and dates as people and programs write them in cells.

use crate::data;
use crate::dates;
use crate::fold;
use crate::plan::Language;
use jiff::civil::Date;
use serde::Deserialize;
use sporhund_model::{DateRank, Table, TableRow};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Headings stand within the first rows.
const SEARCHED_ROWS: usize = 30;

#[derive(Default, Deserialize)]
struct Lists {
    cases: BTreeMap<String, Vec<String>>,
    mapping: BTreeMap<String, Vec<String>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| data::load("lists.toml"));

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Cases,
    Mapping,
}

/// The rows of a list, with the columns by their names in `lists.toml`.
pub(crate) struct Columns<'a> {
    at: BTreeMap<&'static str, usize>,
    pub(crate) rows: &'a [TableRow],
}

impl<'a> Columns<'a> {
    /// Finds the headings of a list in a table; `needed` must be among them.
    pub(crate) fn find(list: List, needed: &str, table: &'a Table) -> Option<Self> {
        let known = match list {
            List::Cases => &LISTS.cases,
            List::Mapping => &LISTS.mapping,
        };
        let columns = |row: &TableRow| {
            let mut at = BTreeMap::new();
            for (column, cell) in row.cells.iter().enumerate() {
                let heading = fold::words(cell).join(" ");
                let found = known.iter().find(|(_, words)| words.contains(&heading));
                if let Some((name, _)) = found {
                    at.entry(name.as_str()).or_insert(column);
                }
            }
            at
        };
        let head = table.rows.iter().take(SEARCHED_ROWS).enumerate();
        let (row, at) = head
            .map(|(row, cells)| (row, columns(cells)))
            .filter(|(_, at)| at.contains_key(needed))
            .max_by_key(|(row, at)| (at.len(), std::cmp::Reverse(*row)))?;
        (at.len() >= 2).then(|| Columns {
            at,
            rows: table.rows.get(row + 1..).unwrap_or_default(),
        })
    }

    /// The cell of a row, empty where the list has no such column.
    pub(crate) fn cell<'r>(&self, row: &'r TableRow, name: &str) -> &'r str {
        let cell = self.at.get(name).and_then(|column| row.cells.get(*column));
        cell.map_or("", |cell| cell.trim())
    }
}

/// A full date of a cell: `2019-05-16`, `2019-05-16 10:12`, `16.05.2019`, `16. maj 2019`.
pub(crate) fn date(cell: &str) -> Option<Date> {
    dates::in_name(cell, Language::Sv)
        .into_iter()
        .find(|named| named.rank == DateRank::Document)
        .map(|named| named.date)
}

/// Whether a cell says yes.
pub(crate) fn is_yes(cell: &str) -> bool {
    matches!(
        cell.to_lowercase().as_str(),
        "x" | "ja" | "j" | "yes" | "y" | "true" | "sant" | "sand" | "1"
    )
}
