//! The tables of a flow: where the open cell stands, and which cells are one.

use sporhund_model::{Cell, Join, Merge};

use super::flow::Flow;
use super::merges::{Above, Merges, RowCell};

/// Tables within tables that are told apart.
const MAX_TABLES: usize = 64;
/// The widest cell; a larger number is a fault or a trap.
const MAX_SPAN: u32 = 16_384;

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// `None` for a sheet.
    pub(super) number: Option<u32>,
    pub(super) cell: Cell,
    /// Columns that the open cell takes.
    span: u32,
    pub(super) is_open: bool,
    merges: Merges,
}

/// What a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableKind {
    /// A sheet of a workbook; its name tells it apart.
    Sheet,
    /// A table in a text; its number tells it apart.
    Inner,
}

impl Flow {
    /// A table begins; `sheet` when it is a whole sheet.
    pub(crate) fn start_table(&mut self, kind: TableKind) {
        let number = match kind {
            TableKind::Sheet => None,
            TableKind::Inner => {
                self.table_count += 1;
                Some(self.table_count)
            }
        };
        if self.tables.len() < MAX_TABLES {
            self.tables.push(Table {
                number,
                ..Table::default()
            });
        }
    }

    /// The innermost table ends.
    pub(crate) fn end_table(&mut self) {
        if self.tables.len() > self.floor {
            self.end_row();
            if let Some(mut table) = self.tables.pop() {
                self.take_merges(&mut table, Merges::end_table);
            }
        }
        self.join = Join::Hard;
    }

    /// The tables of an inner text end.
    pub(super) fn end_tables(&mut self) {
        while self.tables.len() > self.floor {
            self.end_table();
        }
    }

    fn take_merges(&mut self, table: &mut Table, take: fn(&mut Merges, &mut Vec<Merge>)) {
        let mut ready = Vec::new();
        take(&mut table.merges, &mut ready);
        let sheet = self.sheet.as_ref().filter(|_| table.number.is_none());
        let told = ready
            .into_iter()
            .map(|merge| (table.number, sheet.cloned(), merge));
        self.merged.extend(told);
    }

    /// The row that is open ends, when one is.
    fn end_row(&mut self) {
        if self.tables.len() > self.floor
            && let Some(mut table) = self.tables.pop()
        {
            self.take_merges(&mut table, Merges::end_row);
            self.tables.push(table);
        }
    }

    fn table(&mut self) -> Option<&mut Table> {
        let floor = self.floor;
        self.tables.get_mut(floor..)?.last_mut()
    }

    /// The next row begins.
    pub(crate) fn start_row(&mut self) {
        self.end_row();
        if let Some(table) = self.table() {
            table.cell.row = table.cell.row.saturating_add(1);
            table.cell.column = 0;
            table.span = 1;
            table.is_open = false;
        }
    }

    /// Rows that are passed over.
    pub(crate) fn skip_rows(&mut self, count: u32) {
        if let Some(table) = self.table() {
            table.cell.row = table.cell.row.saturating_add(count);
        }
    }

    /// Columns that the row passes over before its first cell.
    pub(crate) fn skip_columns(&mut self, count: u32) {
        if let Some(table) = self.table() {
            table.cell.column = table.cell.column.saturating_add(count.min(MAX_SPAN));
        }
    }

    /// The next cell of the row begins; it stands for `span` columns, each a cell of its own.
    pub(crate) fn start_cell(&mut self, span: u32) {
        if let Some(table) = self.table() {
            let step = if table.cell.column == 0 {
                1
            } else {
                table.span
            };
            table.cell.row = table.cell.row.max(1);
            table.cell.column = table.cell.column.saturating_add(step);
            table.span = span.clamp(1, MAX_SPAN);
            table.is_open = true;
            table.merges.push(table.cell, table.cell.column);
        }
    }

    /// How many columns lie between the last cell and the next.
    pub(crate) fn set_span(&mut self, span: u32) {
        if let Some(table) = self.table() {
            table.span = span.clamp(1, MAX_SPAN);
        }
    }

    /// The cell that is open takes so many columns.
    pub(crate) fn widen(&mut self, columns: u32) {
        if let Some(table) = self.table() {
            table.span = columns.clamp(1, MAX_SPAN);
            let last = table.cell.column.saturating_add(table.span - 1);
            table.merges.set_last_column(None, last);
        }
    }

    /// The row that is over, by its cells: how each hangs together with the one above, and with the one to its left.
    pub(crate) fn set_row(&mut self, cells: &[RowCell]) {
        let Some(table) = self.table() else {
            return;
        };
        let mut first = 0;
        for (index, cell) in cells.iter().enumerate() {
            table.merges.set_above(Some(index), cell.above);
            if !cell.goes_on {
                first = index;
            } else if let Ok(column) = u32::try_from(index + 1) {
                table.merges.set_last_column(Some(first), column);
            }
        }
    }

    /// How the cell that is open hangs together with the one above.
    pub(crate) fn set_above(&mut self, above: Above) {
        if let Some(table) = self.table() {
            table.merges.set_above(None, above);
        }
    }

    /// The cell that is open takes so many rows and columns, whose own cells come all the same, or are passed over.
    pub(crate) fn merge(&mut self, rows: u32, columns: u32) {
        let Some((number, first)) = self.table().map(|table| (table.number, table.cell)) else {
            return;
        };
        let last = Cell {
            row: first.row.saturating_add(rows.max(1) - 1),
            column: first.column.saturating_add(columns.clamp(1, MAX_SPAN) - 1),
        };
        let sheet = self.sheet.as_ref().filter(|_| number.is_none()).cloned();
        let merge = Merge::new(first, last);
        self.merged
            .extend(merge.map(|merge| (number, sheet, merge)));
    }

    /// The column of the cell that is open.
    pub(crate) fn column(&self) -> u32 {
        self.spot().1.column
    }

    /// The cell ends.
    pub(crate) fn end_cell(&mut self) {
        if let Some(table) = self.table() {
            table.is_open = false;
        }
    }
}
