//! The records of one sheet.

use std::collections::{HashMap, HashSet};

use sporhund_model::{Cell, Merge, Part};

use super::globals::{Bound, Globals};
use super::records::{Charset, Records, Strings};
use crate::decoder::{DecodeError, Sink};
use crate::office::formula::literals;
use crate::office::grid::{Asides, Grid, cell_at};
use crate::ole::bytes::{slice, u8_at, u16_at, u32_at, u64_at, utf16};
use crate::xlsx::without_codes;

/// Notes whose cells are not yet told.
const MAX_NOTES: usize = 10_000;

/// Sends the cells of a sheet and what stands beside them.
pub(super) fn send(
    mut records: Records<'_>,
    bound: &Bound,
    globals: &Globals,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut reading = Sheet {
        globals,
        part: bound.part,
        grid: Grid::start(&bound.name, sink)?,
        hidden_rows: HashSet::new(),
        hidden_columns: Vec::new(),
        formula: None,
        asides: Asides::default(),
        note: None,
        notes: HashMap::new(),
        text: String::new(),
    };
    let mut depth = 0u32;
    let mut count = 0u32;
    while let Some(record) = records.next() {
        match record.kind {
            0x0809 | 0x0409 | 0x0209 | 0x0009 => depth += 1,
            0x000A if depth <= 1 => break,
            0x000A => depth -= 1,
            0x01B6 => reading.text_box(record.body, &mut records, sink)?,
            kind => reading.take(kind, record.body, sink)?,
        }
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
    reading.finish(sink)
}

struct Sheet<'g> {
    globals: &'g Globals,
    part: Part,
    grid: Grid,
    hidden_rows: HashSet<u16>,
    hidden_columns: Vec<(u16, u16)>,
    /// The cell of a formula whose text comes in the next record.
    formula: Option<(u16, u16)>,
    /// Literals of formulas.
    asides: Asides,
    /// The number of the object that is a note, whose text comes next.
    note: Option<u16>,
    /// Texts of notes by the numbers of their objects, until their cells are told.
    notes: HashMap<u16, String>,
    text: String,
}

impl Sheet<'_> {
    fn take(&mut self, kind: u16, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let at = (u16_at(body, 0), u16_at(body, 2));
        let style = u16_at(body, 4);
        match kind {
            0x0208 if u8_at(body, 12) & 0x20 != 0 => {
                self.hidden_rows.insert(at.0);
            }
            0x007D if u16_at(body, 8) & 1 != 0 => self.hidden_columns.push(at),
            0x00FD => {
                let globals = self.globals;
                self.cell(at, globals.string(u32_at(body, 6)), sink)?;
            }
            0x0204 | 0x00D6 => {
                let text = self.globals.charset.long(body, 6);
                self.cell(at, &text, sink)?;
            }
            0x0203 => self.number(at, style, f64::from_bits(u64_at(body, 6)), sink)?,
            0x027E => self.number(at, style, short_number(u32_at(body, 6)), sink)?,
            0x00BD => self.numbers(body, sink)?,
            0x0006 => self.formula(at, style, body, sink)?,
            0x0207 => {
                let text = self.globals.charset.long(body, 0);
                if let Some(at) = self.formula.take() {
                    self.cell(at, &text, sink)?;
                }
            }
            0x00E5 => self.merges(body, sink)?,
            0x04BC => self.literals(
                (at.0, u16::from(u8_at(body, 4))),
                slice(body, 10, usize::from(u16_at(body, 8))),
                sink,
            )?,
            0x0221 => self.literals(
                (at.0, u16::from(u8_at(body, 4))),
                slice(body, 14, usize::from(u16_at(body, 12))),
                sink,
            )?,
            _ => self.take_beside(kind, body, sink)?,
        }
        Ok(())
    }

    /// Cells that are one: how many, then first and last row, first and last column of each.
    fn merges(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let count = usize::from(u16_at(body, 0)).min(body.len() / 8);
        for index in 0..count {
            let side = |at: usize| u32::from(u16_at(body, 2 + 8 * index + 2 * at));
            let (first, last) = (cell_at(side(0), side(2)), cell_at(side(1), side(3)));
            if let Some(merge) = Merge::new(first, last) {
                self.grid.merge(merge, sink)?;
            }
        }
        Ok(())
    }

    /// Records that are no cells.
    fn take_beside(
        &mut self,
        kind: u16,
        body: &[u8],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let charset = self.globals.charset;
        let (part, text) = match kind {
            0x0014 | 0x0015 if !body.is_empty() => {
                let part = if kind == 0x0014 {
                    Part::Header
                } else {
                    Part::Footer
                };
                let text = match charset {
                    Charset::Unicode => charset.long(body, 0),
                    Charset::Page(_) => charset.short(body, 0),
                };
                (part, without_codes(&text))
            }
            0x001C if matches!(charset, Charset::Unicode) => return self.note(body, sink),
            0x005D => {
                self.note = (u16_at(body, 4) == 0x19).then(|| u16_at(body, 6));
                return Ok(());
            }
            0x001C => {
                let text = crate::ole::bytes::code_page_text(slice(body, 6, body.len()), 1252);
                (Part::Comment, text)
            }
            0x01B8 => return self.link(body, sink),
            0x0800 => (Part::Attribute, utf16(slice(body, 10, body.len()))),
            0x01BE => return self.validation(body, sink),
            0x100D => (Part::TextBox, charset.short(body, 2)),
            _ => return Ok(()),
        };
        let text = text.trim_end_matches('\0');
        self.grid.send_beside(part, Cell::default(), text, sink)
    }

    fn cell(
        &mut self,
        (row, column): (u16, u16),
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let hidden = self.hidden_rows.contains(&row)
            || self
                .hidden_columns
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&column));
        let part = if hidden { Part::Hidden } else { self.part };
        let at = (u32::from(row), u32::from(column));
        self.grid.send(part, at, text, sink)
    }

    fn number(
        &mut self,
        at: (u16, u16),
        style: u16,
        number: f64,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        self.globals
            .looks
            .write(number, usize::from(style), &mut text);
        let sent = self.cell(at, &text, sink);
        self.text = text;
        sent
    }

    /// A row of numbers in one record.
    fn numbers(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let (row, first) = (u16_at(body, 0), u16_at(body, 2));
        let count = body.len().saturating_sub(6) / 6;
        for index in 0..count {
            let style = u16_at(body, 4 + 6 * index);
            let number = short_number(u32_at(body, 6 + 6 * index));
            let column = first.saturating_add(index as u16);
            self.number((row, column), style, number, sink)?;
        }
        Ok(())
    }

    /// The last result of a formula; a text comes in a record of its own.
    fn formula(
        &mut self,
        at: (u16, u16),
        style: u16,
        body: &[u8],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        self.formula = None;
        let length = usize::from(u16_at(body, 20));
        self.literals(at, slice(body, 22, length), sink)?;
        if u16_at(body, 12) != 0xFFFF {
            return self.number(at, style, f64::from_bits(u64_at(body, 6)), sink);
        }
        match u8_at(body, 6) {
            0 => self.formula = Some(at),
            1 => {
                let text = if u8_at(body, 8) == 0 { "FALSE" } else { "TRUE" };
                self.cell(at, text, sink)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps the literals of a formula until the rows come to an end.
    fn literals(
        &mut self,
        (row, column): (u16, u16),
        tokens: &[u8],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let found = literals(tokens, self.globals.charset.dialect());
        let cell = cell_at(u32::from(row), u32::from(column));
        self.asides
            .push(Part::Formula, cell, &found, &mut self.grid, sink)
    }

    /// The cell of a note with its author; its text came with its object.
    fn note(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let author = self.globals.charset.long(body, 8);
        let text = self.notes.remove(&u16_at(body, 6)).unwrap_or_default();
        let cell = cell_at(u32::from(u16_at(body, 0)), u32::from(u16_at(body, 2)));
        for text in [author, text] {
            self.grid.send_beside(Part::Comment, cell, &text, sink)?;
        }
        Ok(())
    }

    /// What still waits when the sheet ends.
    fn finish(mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.asides.send(&mut self.grid, sink)?;
        let mut notes: Vec<(u16, String)> = self.notes.drain().collect();
        notes.sort_unstable();
        for (_, text) in notes {
            self.grid
                .send_beside(Part::Comment, Cell::default(), &text, sink)?;
        }
        Ok(())
    }

    /// A text box or note, whose text stands in the records that follow.
    fn text_box(
        &mut self,
        body: &[u8],
        records: &mut Records<'_>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let count = usize::from(u16_at(body, 10));
        let mut strings = Strings::new(records.continued(), 0);
        let flags = strings.byte().unwrap_or(0);
        let text = strings.characters(count, flags);
        if let Some(note) = self.note.take().filter(|_| self.notes.len() < MAX_NOTES) {
            self.notes.insert(note, text);
            return Ok(());
        }
        self.grid
            .send_beside(Part::TextBox, Cell::default(), &text, sink)
    }

    /// The prompts of a validation, and its list of values.
    fn validation(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut strings = Strings::new(vec![body], 4);
        for _ in 0..4 {
            let Some(text) = strings.shared() else {
                return Ok(());
            };
            let text = text.trim_end_matches('\0');
            self.grid
                .send_beside(Part::Attribute, Cell::default(), text, sink)?;
        }
        let _ = strings.u32();
        if strings.byte() == Some(0x17) {
            let count = usize::from(strings.byte().unwrap_or(0));
            let flags = strings.byte().unwrap_or(0);
            let list = strings.characters(count, flags).replace('\0', "\n");
            self.grid
                .send_beside(Part::Formula, Cell::default(), &list, sink)?;
        }
        Ok(())
    }

    /// The address of a link: text that is shown, frame, then the address itself in one of three forms, then the place in it.
    fn link(&mut self, body: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let flags = u32_at(body, 28);
        let mut at = 32;
        let mut texts = Vec::new();
        let string = |at: &mut usize| {
            let size = (u32_at(body, *at) as usize).saturating_mul(2);
            let text = utf16(slice(body, *at + 4, size));
            *at = at.saturating_add(4).saturating_add(size);
            text
        };
        if flags & 0x10 != 0 {
            texts.push(string(&mut at));
        }
        if flags & 0x80 != 0 {
            string(&mut at);
        }
        if flags & 0x101 == 0x101 {
            texts.push(string(&mut at));
        } else if flags & 1 != 0 {
            let kind = u32_at(body, at);
            at = at.saturating_add(16);
            if kind == 0x79EA_C9E0 {
                texts.push(utf16(slice(body, at + 4, u32_at(body, at) as usize)));
            } else {
                let size = u32_at(body, at + 2) as usize;
                texts.push(crate::ole::bytes::code_page_text(
                    slice(body, at + 6, size),
                    1252,
                ));
            }
        }
        let cell = cell_at(u32::from(u16_at(body, 0)), u32::from(u16_at(body, 4)));
        for text in texts {
            let text = text.split('\0').next().unwrap_or_default();
            self.grid.send_beside(Part::Link, cell, text, sink)?;
        }
        Ok(())
    }
}

/// A number in four bytes: a whole number or the upper half of a double, perhaps a hundred times too large.
pub(crate) fn short_number(packed: u32) -> f64 {
    let number = if packed & 2 != 0 {
        f64::from(packed as i32 >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 {
        number / 100.0
    } else {
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_packed_numbers() {
        assert!((short_number(1_912 << 2 | 2) - 1_912.0).abs() < 1e-9);
        assert!((short_number(12_345 << 2 | 3) - 123.45).abs() < 1e-9);
    }
}
