//! The cells of one sheet on their way: shown ones and hidden ones, row by row.

use sporhund_model::{Cell, Join, Merge, Part, Place, PlaceId};

use crate::decoder::{DecodeError, Sink, Text};

/// Bytes of texts that wait.
const MAX_WAITING: usize = 256 * 1024;

/// A sheet by its name.
pub(crate) struct Grid {
    name: String,
    places: Vec<(Part, PlaceId)>,
    join: Join,
}

impl Grid {
    /// Sends the name, and then takes cells.
    pub(crate) fn start(name: &str, sink: &mut dyn Sink) -> Result<Grid, DecodeError> {
        let mut grid = Grid::without_name(name);
        grid.send_beside(Part::Name, Cell::default(), name, sink)?;
        Ok(grid)
    }

    /// The same for what belongs to a sheet whose name is sent elsewhere.
    pub(crate) fn without_name(name: &str) -> Grid {
        Grid {
            name: name.to_owned(),
            places: Vec::new(),
            join: Join::Hard,
        }
    }

    /// Sends a cell; `(row, column)` count from 0.
    pub(crate) fn send(
        &mut self,
        part: Part,
        (row, column): (u32, u32),
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        if text.is_empty() {
            return Ok(());
        }
        let place = self.place(part, sink)?;
        sink.text(Text {
            text,
            place,
            cell: cell_at(row, column),
            join: std::mem::replace(&mut self.join, Join::Soft),
        })
    }

    /// Sends a text that belongs to the sheet, or to one of its cells, but does not stand in it.
    pub(crate) fn send_beside(
        &mut self,
        part: Part,
        cell: Cell,
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let place = self.place(part, sink)?;
        self.join = Join::Hard;
        sink.text(Text {
            text,
            place,
            cell,
            join: Join::Hard,
        })
    }

    /// Tells of cells that are one.
    pub(crate) fn merge(&mut self, merge: Merge, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let place = self.place(Part::Body, sink)?;
        sink.merge(place, merge)
    }

    fn place(&mut self, part: Part, sink: &mut dyn Sink) -> Result<PlaceId, DecodeError> {
        if let Some((_, id)) = self.places.iter().find(|(known, _)| *known == part) {
            return Ok(*id);
        }
        let id = sink.place(Place {
            part,
            sheet: (!self.name.is_empty()).then(|| self.name.clone()),
            ..Place::default()
        })?;
        self.places.push((part, id));
        Ok(id)
    }
}

/// Texts that belong to cells and wait until the rows come to an end: they must not part the cells of a row.
#[derive(Debug, Default)]
pub(crate) struct Asides {
    waiting: Vec<(Part, Cell, String)>,
    bytes: usize,
}

impl Asides {
    /// Keeps a text; when there are too many, they are sent.
    pub(crate) fn push(
        &mut self,
        part: Part,
        cell: Cell,
        text: &str,
        grid: &mut Grid,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if self.bytes + text.len() > MAX_WAITING {
            self.send(grid, sink)?;
        }
        self.bytes += text.len();
        self.waiting.push((part, cell, text.to_owned()));
        Ok(())
    }

    /// Sends what waits.
    pub(crate) fn send(&mut self, grid: &mut Grid, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.bytes = 0;
        for (part, cell, text) in std::mem::take(&mut self.waiting) {
            grid.send_beside(part, cell, &text, sink)?;
        }
        Ok(())
    }
}

/// The cell at a row and column that count from 0.
pub(crate) fn cell_at(row: u32, column: u32) -> Cell {
    Cell {
        row: row.saturating_add(1),
        column: column.saturating_add(1),
    }
}
