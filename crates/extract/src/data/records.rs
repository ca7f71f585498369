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

/// A value with its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'v> {
    /// Empty for a column without heading.
    pub(super) name: &'v str,
    pub(super) text: &'v str,
    /// The line of the file that the text begins on, from 1.
    pub(super) line: u32,
}

/// A value that waits.
#[derive(Debug)]
struct Waiting {
    name: String,
    text: String,
    line: u32,
}

/// A record that is open: its values with their names.
#[derive(Debug)]
pub(super) struct Record {
    table: TableId,
    row: u32,
    values: Vec<Waiting>,
    bytes: usize,
}

/// What a line feed in a value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Feeds {
    /// The end of a line of the file.
    #[default]
    OfFile,
    /// One that the file writes in another way.
    Written,
}

/// All tables of a document.
#[derive(Default)]
pub(super) struct Records {
    ids: HashMap<String, usize>,
    tables: Vec<Table>,
    last: Option<(usize, u32)>,
    feeds: Feeds,
}

impl Records {
    /// No tables yet.
    pub(super) fn new(feeds: Feeds) -> Self {
        Records {
            feeds,
            ..Records::default()
        }
    }

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

    /// Adds a value to a record.
    pub(super) fn add(
        &mut self,
        record: &mut Record,
        value: Value<'_>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let text = value.text.trim_start();
        let before = value.text.len() - text.len();
        let text = text.trim_end();
        if text.is_empty() {
            return Ok(());
        }
        let passed = self.feeds_in(value.text.get(..before).unwrap_or_default());
        record.bytes += text.len();
        record.values.push(Waiting {
            name: value.name.to_owned(),
            text: text.to_owned(),
            line: value.line.saturating_add(passed),
        });
        if record.bytes > MAX_WAITING {
            self.send(record, sink)?;
        }
        Ok(())
    }

    /// The lines of the file that end in a text.
    pub(super) fn feeds_in(&self, text: &str) -> u32 {
        match self.feeds {
            Feeds::OfFile => memchr::memchr_iter(b'\n', text.as_bytes()).count() as u32,
            Feeds::Written => 0,
        }
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
            return self.send_beside(&values, sink);
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
        for (at, Waiting { name, line, .. }) in values.iter().enumerate() {
            let known = table.columns.get(name).copied();
            let column = known.unwrap_or_else(|| (table.columns.len() + 1) as u32);
            columns.push(column);
            if known.is_some() || table.columns.len() >= MAX_COLUMNS {
                continue;
            }
            table.columns.insert(name.clone(), column);
            let is_heading = !name.starts_with('\0');
            if is_heading {
                sink.line(*line);
                let row = 1;
                send_cell(table.place, Cell { row, column }, name, join, sink)?;
                join = if at == 0 { Join::Soft } else { join };
            }
        }
        let (place, row) = (table.place, record.row);
        for (value, column) in values.iter().zip(columns) {
            let at = (Cell { row, column }, join);
            self.send_text((&value.text, value.line), place, at, sink)?;
            join = Join::Soft;
        }
        self.last = Some((id, record.row));
        Ok(())
    }

    /// Values without a table: each behind its name.
    fn send_beside(&self, values: &[Waiting], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let place = sink.place(Place::part(Part::Body))?;
        for value in values {
            let name = value.name.trim_start_matches('\0');
            sink.line(value.line);
            send_cell(place, Cell::default(), name, Join::Hard, sink)?;
            let at = (Cell::default(), Join::Soft);
            self.send_text((&value.text, value.line), place, at, sink)?;
        }
        Ok(())
    }

    /// Sends a text that stands on a line. Each of its own lines knows its number, and all are one text.
    pub(super) fn send_text(
        &self,
        (text, line): (&str, u32),
        place: PlaceId,
        (cell, join): (Cell, Join),
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let (mut line, mut join) = (line, join);
        for part in text.split_inclusive('\n') {
            sink.line(line);
            send_cell(place, cell, part, join, sink)?;
            line = line.saturating_add(self.feeds_in(part));
            join = Join::None;
        }
        Ok(())
    }
}

fn send_cell(
    place: PlaceId,
    cell: Cell,
    text: &str,
    join: Join,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    sink.text(Text {
        text,
        place,
        cell,
        join,
    })
}
