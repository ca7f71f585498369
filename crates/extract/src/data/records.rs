//! Values with names on their way to the rows and columns of tables.

use std::collections::HashMap;

use sporhund_model::{Cell, Join, Part, Place, PlaceId};

use crate::decoder::{DecodeError, Sink, Text};

/// Tables that are told apart; values of others are sent beside their names.
const MAX_TABLES: usize = 512;
/// Columns of a table.
const MAX_COLUMNS: usize = 1_024;
/// Bytes of a record that wait until it ends.
const MAX_WAITING: usize = 32 * 1024;

/// Which table a record belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TableId(Option<usize>);

#[derive(Debug)]
struct Table {
    place: PlaceId,
    rows: u32,
    columns: HashMap<String, u32>,
}

/// A record that is open: its values with their names.
#[derive(Debug)]
pub(super) struct Record {
    table: TableId,
    row: u32,
    values: Vec<(String, String)>,
    bytes: usize,
}

/// All tables of a document.
#[derive(Default)]
pub(super) struct Records {
    ids: HashMap<String, usize>,
    tables: Vec<Table>,
    last: Option<(usize, u32)>,
}

impl Records {
    /// The table of records at a path.
    pub(super) fn table(
        &mut self,
        path: &str,
        sink: &mut dyn Sink,
    ) -> Result<TableId, DecodeError> {
        if let Some(id) = self.ids.get(path) {
            return Ok(TableId(Some(*id)));
        }
        if self.tables.len() >= MAX_TABLES {
            return Ok(TableId(None));
        }
        let id = self.tables.len();
        let place = sink.place(Place {
            table: Some(id as u32 + 1),
            ..Place::default()
        })?;
        self.ids.insert(path.to_owned(), id);
        self.tables.push(Table {
            place,
            // The first row holds the names.
            rows: 1,
            columns: HashMap::new(),
        });
        Ok(TableId(Some(id)))
    }

    /// Something else was sent: nothing crosses to it.
    pub(super) fn forget_last(&mut self) {
        self.last = None;
    }

    /// A record begins.
    pub(super) fn start(table: TableId) -> Record {
        Record {
            table,
            row: 0,
            values: Vec::new(),
            bytes: 0,
        }
    }

    /// Adds a value to a record; an empty name is a column without heading.
    pub(super) fn add(
        &mut self,
        record: &mut Record,
        (name, value): (&str, &str),
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        record.bytes += value.len();
        record.values.push((name.to_owned(), value.to_owned()));
        if record.bytes > MAX_WAITING {
            self.send(record, sink)?;
        }
        Ok(())
    }

    /// Sends what waits of a record: first the names that its table does not have, then the values.
    pub(super) fn send(
        &mut self,
        record: &mut Record,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let values = std::mem::take(&mut record.values);
        record.bytes = 0;
        let TableId(Some(id)) = record.table else {
            return send_beside(&values, sink);
        };
        let Some(table) = self.tables.get_mut(id) else {
            return Ok(());
        };
        if values.is_empty() {
            return Ok(());
        }
        if record.row == 0 {
            table.rows = table.rows.saturating_add(1);
            record.row = table.rows;
        }
        let mut join = match self.last {
            Some((last, _)) if last == id => Join::Soft,
            _ => Join::Hard,
        };
        let mut columns = Vec::with_capacity(values.len());
        for (at, (name, _)) in values.iter().enumerate() {
            let known = table.columns.get(name).copied();
            let column = known.unwrap_or_else(|| (table.columns.len() + 1) as u32);
            columns.push(column);
            if known.is_some() || table.columns.len() >= MAX_COLUMNS {
                continue;
            }
            table.columns.insert(name.clone(), column);
            let is_heading = !name.starts_with('\0');
            if is_heading {
                send_cell(table.place, (1, column), name, join, sink)?;
                join = if at == 0 { Join::Soft } else { join };
            }
        }
        for ((_, value), column) in values.iter().zip(columns) {
            send_cell(table.place, (record.row, column), value, join, sink)?;
            join = Join::Soft;
        }
        self.last = Some((id, record.row));
        Ok(())
    }
}

fn send_cell(
    place: PlaceId,
    (row, column): (u32, u32),
    text: &str,
    join: Join,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let cell = Cell { row, column };
    sink.text(Text {
        text,
        place,
        cell,
        join,
    })
}

/// Values without a table: each behind its name.
fn send_beside(values: &[(String, String)], sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let place = sink.place(Place::part(Part::Body))?;
    for (name, value) in values {
        let name = name.trim_start_matches('\0');
        for (text, join) in [(name, Join::Hard), (value, Join::Soft)] {
            sink.text(Text {
                text,
                place,
                cell: Cell::default(),
                join,
            })?;
        }
    }
    Ok(())
}
