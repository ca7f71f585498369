//! From characters to paragraphs: marks in the text end paragraphs, cells and rows, and enclose field codes.

use sporhund_model::Part;

use super::fkp::{Kind as FkpKind, Look, Looks};
use super::header::Header;
use super::pieces::Pieces;
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::{Flow, TableKind};
use crate::office::paragraph::Kind;
use crate::ole::bytes::slice;

/// A paragraph that grows past this is ended; only a broken file has one.
const LONG: usize = 1 << 20;
/// Fields within fields.
const MAX_FIELDS: usize = 64;

/// Sends all texts.
pub(super) fn send(
    pieces: &Pieces<'_>,
    header: &Header,
    table: &[u8],
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let looks = |(at, length), kind| Looks::parse(pieces.main, slice(table, at, length), kind);
    let mut walker = Walker {
        flow: Flow::default(),
        paragraphs: looks(header.paragraphs, FkpKind::Paragraphs),
        characters: looks(header.characters, FkpKind::Characters),
        fields: Vec::new(),
        state: State::Outside,
        length: 0,
    };
    let mut texts = header.texts().into_iter();
    let mut text = texts.next().unwrap_or((Part::Body, u64::MAX));
    walker.flow.restart(text.0);
    let mut position = 0u64;
    for piece in &pieces.pieces {
        sink.budget().check_time()?;
        let width = if piece.wide { 2 } else { 1 };
        let mut at = piece.at;
        for character in pieces.text(piece).chars() {
            while position >= text.1 {
                walker.end(sink)?;
                text = texts.next().unwrap_or((Part::Body, u64::MAX));
                walker.flow.restart(text.0);
            }
            walker.take(character, at, sink)?;
            let units = character.len_utf16();
            at += width * units;
            position += units as u64;
        }
    }
    walker.end(sink)
}

/// Where the text stands in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Outside,
    /// In a cell.
    Cell,
    /// Behind the mark of a cell.
    CellEnd,
    /// Behind the mark of a row.
    RowEnd,
}

struct Walker {
    flow: Flow,
    paragraphs: Looks,
    characters: Looks,
    /// Open fields; whether their code is over.
    fields: Vec<bool>,
    state: State,
    length: usize,
}

impl Walker {
    fn take(&mut self, character: char, at: usize, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if !self.flow.in_paragraph() {
            self.start(at);
        }
        match character {
            '\r' | '\u{C}' | '\u{E}' => self.flow.end_paragraph(sink)?,
            '\u{7}' => self.end_cell(at, sink)?,
            '\u{13}' if self.fields.len() < MAX_FIELDS => self.fields.push(false),
            '\u{14}' => {
                if let Some(field) = self.fields.last_mut() {
                    *field = true;
                }
            }
            '\u{15}' => {
                self.fields.pop();
            }
            _ => self.push(character, at),
        }
        if self.length > LONG {
            self.flow.end_paragraph(sink)?;
        }
        Ok(())
    }

    fn push(&mut self, character: char, at: usize) {
        let shown = match character {
            '\u{B}' => '\n',
            '\u{1E}' => '\u{2011}',
            '\u{1F}' => '\u{AD}',
            '\t' | '\u{A0}' => character,
            // Marks of pictures, notes and comments.
            character if character < ' ' => return,
            character => character,
        };
        self.length += 1;
        let look = self.characters.at(at);
        let kind = match () {
            () if self.fields.contains(&false) => Kind::Code,
            () if look.deleted => Kind::Deleted,
            () if look.hidden => Kind::Hidden,
            () if look.inserted => Kind::Inserted,
            () => Kind::Plain,
        };
        self.flow.push(kind, shown.encode_utf8(&mut [0; 4]));
    }

    /// A paragraph begins: in a cell, or outside of tables.
    fn start(&mut self, at: usize) {
        let look = self.paragraphs.at(at);
        self.length = 0;
        self.place(look);
        self.flow.start_paragraph();
        if look.heading {
            self.flow.set_heading();
        }
    }

    fn place(&mut self, look: Look) {
        if !look.in_table {
            if self.state != State::Outside {
                self.flow.end_table();
                self.state = State::Outside;
            }
            return;
        }
        if look.row_end {
            return;
        }
        if self.state == State::Outside {
            self.flow.cut();
            self.flow.start_table(TableKind::Inner);
        }
        if matches!(self.state, State::Outside | State::RowEnd) {
            self.flow.start_row();
        }
        if self.state != State::Cell {
            self.flow.start_cell(1);
        }
        self.state = State::Cell;
    }

    fn end_cell(&mut self, at: usize, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.flow.end_paragraph(sink)?;
        if self.state == State::Outside {
            return Ok(());
        }
        let look = self.paragraphs.at(at);
        if look.row_end {
            self.flow.set_row(self.paragraphs.row(look));
            self.state = State::RowEnd;
        } else {
            self.flow.end_cell();
            self.state = State::CellEnd;
        }
        Ok(())
    }

    /// A text ends.
    fn end(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.flow.finish(sink)?;
        self.fields.clear();
        self.state = State::Outside;
        Ok(())
    }
}
