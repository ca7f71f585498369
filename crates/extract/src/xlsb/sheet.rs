//! The records of one sheet.

use std::io::Read;
use std::ops::RangeInclusive;

use sporhund_model::{Cell, Merge, Part};

use super::globals::{Bound, Globals};
use super::records::{Records, string};
use crate::decoder::{DecodeError, Sink};
use crate::office::formula::{Dialect, literals};
use crate::office::grid::{Asides, Grid, cell_at};
use crate::ole::bytes::{slice, u8_at, u16_at, u32_at, u64_at};
use crate::xls::short_number;
use crate::xlsx::without_codes;

/// Ranges of hidden columns that are kept; a sheet has 16,384 columns.
const MAX_RANGES: usize = 16_384;

/// Sends the cells of a sheet and what stands beside them.
pub(super) fn send<R: Read>(
    part: R,
    bound: &Bound,
    globals: &Globals,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut sheet = Sheet {
        globals,
        part: bound.part,
        grid: Grid::start(&bound.name, sink)?,
        row: 0,
        row_is_hidden: false,
        hidden_columns: Vec::new(),
        asides: Asides::default(),
        text: String::new(),
    };
    let sent = sheet.walk(&mut Records::new(part), sink);
    sheet.asides.send(&mut sheet.grid, sink)?;
    sent
}

struct Sheet<'g> {
    globals: &'g Globals,
    part: Part,
    grid: Grid,
    row: u32,
    row_is_hidden: bool,
    hidden_columns: Vec<RangeInclusive<u32>>,
    asides: Asides,
    text: String,
}

impl Sheet<'_> {
    fn walk<R: Read>(
        &mut self,
        records: &mut Records<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let mut count = 0u32;
        while let Some((kind, body)) = records.next()? {
            match kind {
                0 => {
                    self.row = u32_at(body, 0);
                    self.row_is_hidden = u8_at(body, 11) & 0x10 != 0;
                }
                2..=11 | 62 => self.cell(kind, body, sink)?,
                _ => self.beside(kind, body, sink)?,
            }
            count = count.wrapping_add(1);
            if count.is_multiple_of(4096) {
                sink.budget().check_time()?;
            }
        }
        Ok(())
    }

    /// A cell: its column, its style, its value, and behind a value that was computed the formula.
    fn cell(&mut self, kind: u16, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let (column, style) = (u32_at(body, 0), (u32_at(body, 4) & 0x00FF_FFFF) as usize);
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let mut end = 9;
        match kind {
            2 => {
                let number = short_number(u32_at(body, 8));
                self.globals.looks.write(number, style, &mut text);
            }
            4 | 10 => text.push_str(if u8_at(body, 8) == 0 { "FALSE" } else { "TRUE" }),
            5 | 9 => {
                let number = f64::from_bits(u64_at(body, 8));
                self.globals.looks.write(number, style, &mut text);
                end = 16;
            }
            6 | 8 => (text, end) = string(body, 8),
            7 => text.push_str(self.globals.string(u32_at(body, 8))),
            62 => text = string(body, 9).0,
            _ => {}
        }
        let part = if self.is_hidden(column) {
            Part::Hidden
        } else {
            self.part
        };
        let sent = self.grid.send(part, (self.row, column), &text, sink);
        self.text = text;
        sent?;
        if (8..=11).contains(&kind) {
            self.formula(column, body, end.saturating_add(2), sink)?;
        }
        Ok(())
    }

    fn is_hidden(&self, column: u32) -> bool {
        let mut columns = self.hidden_columns.iter();
        self.row_is_hidden || columns.any(|columns| columns.contains(&column))
    }

    /// The literals of a formula, which begins with its length.
    fn formula(
        &mut self,
        column: u32,
        body: &[u8],
        at: usize,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let tokens = slice(body, at.saturating_add(4), u32_at(body, at) as usize);
        let found = literals(tokens, Dialect::Parts);
        let cell = cell_at(self.row, column);
        self.asides
            .push(Part::Formula, cell, &found, &mut self.grid, sink)
    }

    /// Records that are no cells.
    fn beside(&mut self, kind: u16, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match kind {
            60 if u16_at(body, 16) & 1 != 0 && self.hidden_columns.len() < MAX_RANGES => {
                self.hidden_columns.push(u32_at(body, 0)..=u32_at(body, 4));
            }
            176 => {
                let (first, last) = corners(body, 0);
                if let Some(merge) = Merge::new(first, last) {
                    self.grid.merge(merge, sink)?;
                }
            }
            427 => self.formula(u32_at(body, 8), body, 16, sink)?,
            426 => self.formula(u32_at(body, 8), body, 17, sink)?,
            494 => {
                self.strings(Part::Link, corners(body, 0).0, body, (16, 4, 1), sink)?;
            }
            64 => self.validation(body, sink)?,
            479 => self.page_texts(body, sink)?,
            _ => {}
        }
        Ok(())
    }

    /// So many strings from a place on; the first of them are passed over.
    fn strings(
        &mut self,
        part: Part,
        cell: Cell,
        body: &[u8],
        (mut at, count, passed): (usize, usize, usize),
        sink: &mut dyn Sink,
    ) -> Result<usize, DecodeError> {
        for index in 0..count {
            let (text, end) = string(body, at);
            at = end;
            if index >= passed {
                self.grid.send_beside(part, cell, &text, sink)?;
            }
        }
        Ok(at)
    }

    /// The ranges of a validation, its four messages, and two formulas with their constants.
    fn validation(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let ranges = (u32_at(body, 4) as usize).saturating_mul(16);
        let cell = corners(body, 8).0;
        let at = ranges.saturating_add(8);
        let mut at = self.strings(Part::Attribute, cell, body, (at, 4, 0), sink)?;
        for _ in 0..2 {
            let length = u32_at(body, at) as usize;
            let tokens = slice(body, at.saturating_add(4), length);
            // A list is one text with its values behind one another.
            let found = literals(tokens, Dialect::Parts).replace('\0', "\n");
            self.grid.send_beside(Part::Formula, cell, &found, sink)?;
            at = at.saturating_add(4).saturating_add(length);
            at = at
                .saturating_add(4)
                .saturating_add(u32_at(body, at) as usize);
        }
        Ok(())
    }

    /// Header and footer of odd, even and first pages.
    fn page_texts(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut at = 2;
        for index in 0..6 {
            let (text, end) = string(body, at);
            at = end;
            let part = if index % 2 == 0 {
                Part::Header
            } else {
                Part::Footer
            };
            let text = without_codes(&text);
            self.grid.send_beside(part, Cell::default(), &text, sink)?;
        }
        Ok(())
    }
}

/// The corners of a range: first and last row, first and last column.
pub(super) fn corners(body: &[u8], at: usize) -> (Cell, Cell) {
    let side = |index: usize| u32_at(body, at + 4 * index);
    (cell_at(side(0), side(2)), cell_at(side(1), side(3)))
}
