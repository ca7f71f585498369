//! Tables as rows of text: how plans, registers and returned worklists arrive from `extract`.

use crate::chunk::Merge;
use serde::{Deserialize, Serialize};

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// The row's number in its sheet, file or table, from 1.
    pub number: u32,
    /// The cells from the first column on; a cell that is covered by a merge from above or from the left is empty.
    pub cells: Vec<String>,
}

/// A table: a sheet, a csv file, or a table of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The sheet's name, or empty.
    pub name: String,
    /// The lines of text that stand right above the table in a document.
    pub above: Vec<String>,
    /// The rows, top down; rows without any text are left out.
    pub rows: Vec<TableRow>,
    /// Cells that take several rows or columns, by the numbers of rows and columns from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merges: Vec<Merge>,
}
