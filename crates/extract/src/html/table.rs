//! Rows and columns of a table that is open. A cell that takes several rows leaves no element in those below: their cells stand
//! one column on.

use super::token::Tag;
use sporhund_model::{Cell, Merge};

/// The widest and highest cell, as browsers have it.
const MAX_COLUMNS: u32 = 1_000;
const MAX_ROWS: u32 = 65_534;

/// A table that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) number: u32,
    pub(super) cell: Cell,
    pub(super) is_open: bool,
    /// Columns that the open cell takes.
    span: u32,
    /// Cells from above that reach into the row or below it.
    reaching: Vec<Merge>,
}

impl Table {
    /// A table before its first row.
    pub(super) fn new(number: u32) -> Self {
        Table {
            number,
            ..Table::default()
        }
    }

    pub(super) fn start_row(&mut self) {
        self.cell.row = self.cell.row.saturating_add(1);
        self.cell.column = 0;
        self.span = 1;
        self.is_open = false;
        let row = self.cell.row;
        self.reaching.retain(|merge| merge.last.row >= row);
    }

    /// The next cell; gives what it is merged with.
    pub(super) fn start_cell(&mut self, tag: &Tag<'_>) -> Option<Merge> {
        if self.cell.row == 0 {
            self.start_row();
        }
        let number = |name| tag.get(name).and_then(|value| value.trim().parse().ok());
        let taken = if self.cell.column == 0 { 1 } else { self.span };
        self.cell.column = self.free(self.cell.column.saturating_add(taken));
        self.span = number("colspan").unwrap_or(1).clamp(1, MAX_COLUMNS);
        self.is_open = true;
        let rows: u32 = number("rowspan").unwrap_or(1).clamp(1, MAX_ROWS);
        let last = Cell {
            row: self.cell.row.saturating_add(rows - 1),
            column: self.cell.column.saturating_add(self.span - 1),
        };
        let merge = Merge::new(self.cell, last)?;
        if rows > 1 && self.reaching.len() < MAX_COLUMNS as usize {
            self.reaching.push(merge);
        }
        Some(merge)
    }

    /// The first column from this one on that no cell from above covers.
    fn free(&self, mut column: u32) -> u32 {
        let covers = |merge: &&Merge, column: u32| {
            merge.first.row < self.cell.row
                && (merge.first.column..=merge.last.column).contains(&column)
        };
        while let Some(merge) = self.reaching.iter().find(|merge| covers(merge, column)) {
            column = merge.last.column.saturating_add(1);
        }
        column
    }
}
