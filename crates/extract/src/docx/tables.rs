//! The tables that are open while a part is walked: which row and column comes next.

use sporhund_model::Cell;

use crate::office::xml::Start;

#[derive(Clone, Copy, Debug, Default)]
struct Table {
    number: u32,
    cell: Cell,
    /// How many columns the next cell stands after the last one.
    span: u32,
}

/// Tables within tables, counted over all parts of the document.
#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<Table>,
    count: u32,
}

impl Tables {
    /// A table begins.
    pub(super) fn start(&mut self) {
        self.count += 1;
        self.open.push(Table {
            number: self.count,
            ..Table::default()
        });
    }

    /// The innermost table ends.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// The part ends.
    pub(super) fn leave_all(&mut self) {
        self.open.clear();
    }

    /// A row or cell begins, or says how wide it is.
    pub(super) fn advance(&mut self, start: &Start<'_>) {
        let Some(table) = self.open.last_mut() else {
            return;
        };
        match start.name() {
            "tr" => {
                table.cell = Cell {
                    row: table.cell.row.saturating_add(1),
                    column: 0,
                };
                table.span = 1;
            }
            "tc" => {
                table.cell.column = table.cell.column.saturating_add(table.span.max(1));
                table.span = 1;
            }
            "gridSpan" => table.span = number(start),
            _ => table.span = number(start).saturating_add(1),
        }
    }

    /// The number of the innermost table and the cell, when one is open.
    pub(super) fn spot(&self) -> (Option<u32>, Cell) {
        match self.open.last() {
            Some(table) if table.cell.is_some() => (Some(table.number), table.cell),
            _ => (None, Cell::default()),
        }
    }
}

fn number(start: &Start<'_>) -> u32 {
    let value = start.attribute("val").and_then(|value| value.parse().ok());
    // No table has more columns; a larger number is a fault or a trap.
    value.unwrap_or(1).clamp(1, 16_384)
}
