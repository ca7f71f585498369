//! Text on its way from a decoder to the detectors.
//!
//! A [`Chunk`] is one re-used buffer of UTF-8 with its [`Segment`]s. Chunks overlap: `own` is the range in which a match
//! must *start* to belong to the chunk; what stands before it was seen already and what stands after it is there so that
//! matches and their context are whole. The same bytes cross a worker's socket.

use crate::coverage::Outcome;
use crate::member::MemberStep;
use crate::note::Note;
use crate::place::{Place, PlaceId};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How a segment hangs together with the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Join {
    /// A reader sees one text: nothing lies between the two.
    None,
    /// Next cell, line or page: a match may cross it and says so in its reasons.
    Soft,
    /// Nothing crosses it, neither a match nor its context.
    #[default]
    Hard,
}

/// Row and column of a table cell, both from 1; 0 means "no cell".
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Cell {
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u32,
}

impl Cell {
    /// Whether this is a real cell.
    pub fn is_some(self) -> bool {
        self.row != 0 && self.column != 0
    }

    /// The cell's name as spreadsheets write it, such as `C17`.
    pub fn name(self) -> String {
        let mut letters = Vec::new();
        let mut column = self.column;
        while column > 0 {
            column -= 1;
            letters.push(b'A' + (column % 26) as u8);
            column /= 26;
        }
        letters.reverse();
        format!("{}{}", String::from_utf8_lossy(&letters), self.row)
    }
}

/// A cell that takes several rows or columns: its text stands in the first, the others are covered by it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Merge {
    /// The upper left cell, which holds the text.
    pub first: Cell,
    /// The lower right cell.
    pub last: Cell,
}

impl Merge {
    /// A merge of at least two cells; `None` for one cell, or none.
    pub fn new(first: Cell, last: Cell) -> Option<Self> {
        let ordered = first.row <= last.row && first.column <= last.column;
        (first.is_some() && ordered && first != last).then_some(Merge { first, last })
    }
}

/// A stretch of a chunk's text with one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Where it starts in the chunk's text, in bytes. It ends where the next one starts.
    pub start: u32,
    /// Where in the document it stands.
    pub place: PlaceId,
    /// Its table cell, if it has one.
    pub cell: Cell,
    /// How it hangs together with the segment before it.
    pub join: Join,
    /// Where the segment's text stands in the document's text of the same member: the number of bytes of text before it.
    pub offset: u64,
    /// The line of the file or member that its text begins on, from 1, where the decoder counts lines; else 0.
    pub line: u32,
}

/// How many bytes of the original file a character takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As in the chunk (UTF-8).
    #[default]
    Utf8,
    /// Two or four (UTF-16).
    Utf16,
    /// One (Windows-1252 and its like).
    Single,
}

/// Where a chunk of plain text stands in its file, so that offsets and lines can be computed for hits only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The byte of the file at which the chunk's text begins.
    pub byte: u64,
    /// Line feeds between the start of the range that is read and the chunk's `own.start`.
    pub lines: u64,
    /// The delimiter, for csv that is sent as the raw text it is: cells and headings are then resolved for hits only.
    pub delimiter: Option<u8>,
    /// How the file's characters were written.
    pub width: Width,
    /// Where in the chunk a stray byte of the file (not UTF-8) was read as a Latin-1 character of two bytes, ascending.
    pub strays: Vec<u32>,
}

impl Origin {
    /// The byte of the file that the chunk's byte `at` stands for.
    pub fn file_byte(&self, text: &str, at: u32) -> u64 {
        let before = text.get(..at as usize).unwrap_or(text);
        let width = match self.width {
            Width::Utf8 => before.len() - self.strays.partition_point(|stray| *stray < at),
            Width::Utf16 => before
                .chars()
                .map(|character| 2 * character.len_utf16())
                .sum(),
            Width::Single => before.chars().count(),
        };
        self.byte + width as u64
    }
}

/// A buffer of text with segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// The text. Between segments that are not `Join::None` stands a line feed (hard, or soft between lines) or a tab
    /// (soft between cells), which belongs to the segment before.
    pub text: String,
    /// The segments, in order; the first starts at 0.
    pub segments: Vec<Segment>,
    /// Where a match must start to belong to this chunk.
    pub own: Range<u32>,
    /// For plain text that is read in this process; never crosses a worker's socket.
    pub origin: Option<Origin>,
}

impl Chunk {
    /// The segment that holds the byte at `at`.
    pub fn segment_at(&self, at: u32) -> Segment {
        let next = self.segments.partition_point(|segment| segment.start <= at);
        self.segments
            .get(next.wrapping_sub(1))
            .copied()
            .unwrap_or_default()
    }

    /// Empties the chunk and keeps its memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.segments.clear();
        self.own = 0..0;
        self.origin = None;
    }
}

/// What a document sends, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A place gets its number. Numbers count from 0 within one item.
    Place(PlaceId, Place),
    /// Text.
    Chunk(&'a Chunk),
    /// Cells of the place's table (its sheet, or the table of that number, whatever the part) are merged. It comes when the
    /// decoder knows, which may be before or after the text of the cells.
    Merge(PlaceId, Merge),
    /// A property of the document as name and value (also sent as text with `Part::Property`).
    Property {
        /// Its name, such as `dc:creator` or `custom:Diarienummer`.
        name: &'a str,
        /// Its value.
        value: &'a str,
    },
    /// What follows belongs to a member (an attachment, a file in an archive) until the matching close.
    OpenMember(MemberStep),
    /// The member that was opened last ends so. Text that was still on its way has been sent before.
    CloseMember(Outcome),
    /// A reason, or a limit that was hit, for the coverage report; it belongs to the open member.
    Note(Note),
}

/// The other end hung up: the decoder shall return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Takes what a document sends.
pub trait Receiver {
    /// Takes one event.
    ///
    /// # Errors
    /// [`Stopped`] when nothing more is wanted.
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cells_as_spreadsheets_do() {
        let name = |row, column| Cell { row, column }.name();
        assert_eq!(name(17, 3), "C17");
        assert_eq!(name(1, 26), "Z1");
        assert_eq!(name(1, 27), "AA1");
        assert_eq!(name(1, 703), "AAA1");
    }

    #[test]
    fn finds_the_segment_of_a_byte() {
        let segment = |start| Segment {
            start,
            ..Segment::default()
        };
        let chunk = Chunk {
            segments: vec![segment(0), segment(5)],
            ..Chunk::default()
        };
        assert_eq!(chunk.segment_at(4).start, 0);
        assert_eq!(chunk.segment_at(5).start, 5);
    }
}
