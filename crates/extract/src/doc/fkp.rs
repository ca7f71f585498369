//! The formatting of paragraphs and characters as far as it matters for what a reader sees: tables, headings, hidden text and
//! tracked changes.

use crate::office::merges::{Above, RowCell};
use crate::ole::bytes::{slice, u8_at, u16_at, u32_at};

/// Size of a page of formatting.
const PAGE: usize = 512;
/// Ranges that are kept; a document of 10,000 pages has fewer.
const MAX_RANGES: usize = 1 << 20;
/// Cells of a row; Word allows 63.
const MAX_CELLS: usize = 64;

/// What is said of a range of the main stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) in_table: bool,
    /// The mark that ends a row.
    pub(super) row_end: bool,
    pub(super) heading: bool,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    pub(super) inserted: bool,
    /// The number of the row whose cells are defined here, from 1.
    row: u32,
}

/// Which of the two kinds of formatting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraphs,
    Characters,
}

/// Ranges of the main stream with how they look, in its order; those without anything to say are left out.
#[derive(Debug, Default)]
pub(super) struct Looks {
    ranges: Vec<(usize, usize, Look)>,
    /// The cells of rows in which some are merged.
    rows: Vec<Vec<RowCell>>,
}

impl Looks {
    /// Reads all pages that the table names.
    pub(super) fn parse(main: &[u8], table: &[u8], kind: Kind) -> Looks {
        let count = table.len().saturating_sub(4) / 8;
        let mut looks = Looks::default();
        for index in 0..count {
            let number = u32_at(table, 4 * (count + 1) + 4 * index) & 0x003F_FFFF;
            let page = slice(main, number as usize * PAGE, PAGE);
            if page.len() == PAGE && looks.ranges.len() < MAX_RANGES {
                looks.parse_page(page, kind);
            }
        }
        looks.ranges.sort_by_key(|range| range.0);
        looks
    }

    fn parse_page(&mut self, page: &[u8], kind: Kind) {
        let count = usize::from(u8_at(page, PAGE - 1));
        let entry = if kind == Kind::Paragraphs { 13 } else { 1 };
        for index in 0..count {
            let start = u32_at(page, 4 * index) as usize;
            let end = u32_at(page, 4 * index + 4) as usize;
            let offset = usize::from(u8_at(page, 4 * (count + 1) + entry * index)) * 2;
            let mut cells = Vec::new();
            let mut look = match kind {
                _ if offset == 0 => Look::default(),
                Kind::Paragraphs => paragraph(page, offset, &mut cells),
                Kind::Characters => {
                    let size = usize::from(u8_at(page, offset));
                    changes(slice(page, offset + 1, size), &mut cells)
                }
            };
            if cells.iter().any(|cell| *cell != RowCell::default()) {
                self.rows.push(cells);
                look.row = self.rows.len() as u32;
            }
            if look != Look::default() {
                self.ranges.push((start, end, look));
            }
        }
    }

    /// The cells of the row that the look ends; none when no cell of it is merged.
    pub(super) fn row(&self, look: Look) -> &[RowCell] {
        let row = (look.row as usize).checked_sub(1);
        row.and_then(|row| self.rows.get(row))
            .map_or(&[], Vec::as_slice)
    }

    /// How the byte looks.
    pub(super) fn at(&self, byte: usize) -> Look {
        let next = self.ranges.partition_point(|(start, _, _)| *start <= byte);
        match next.checked_sub(1).and_then(|at| self.ranges.get(at)) {
            Some((_, end, look)) if byte < *end => *look,
            _ => Look::default(),
        }
    }
}

/// The style, then changes to it; the first nine styles after the plain one are the headings.
fn paragraph(page: &[u8], offset: usize, cells: &mut Vec<RowCell>) -> Look {
    let words = usize::from(u8_at(page, offset));
    let (at, size) = if words == 0 {
        (offset + 2, usize::from(u8_at(page, offset + 1)) * 2)
    } else {
        (offset + 1, words * 2 - 1)
    };
    let mut look = changes(slice(page, at + 2, size.saturating_sub(2)), cells);
    look.heading = matches!(u16_at(page, at), 1..=9);
    look
}

/// Goes through changes, each a code and an operand whose size the code tells; gives the cells of a row that is defined.
fn changes(mut bytes: &[u8], cells: &mut Vec<RowCell>) -> Look {
    let mut look = Look::default();
    while bytes.len() > 2 {
        let code = u16_at(bytes, 0);
        let on = u8_at(bytes, 2) & 0x7F != 0;
        match code {
            0x2416 => look.in_table = on,
            0x2417 => look.row_end = on,
            0x083C => look.hidden = on,
            0x0800 => look.deleted = on,
            0x0801 => look.inserted = on,
            0xD608 => *cells = row_cells(bytes),
            0xD62B => set_above(cells, u8_at(bytes, 3), u8_at(bytes, 4)),
            _ => {}
        }
        let size = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if code == 0xD608 => usize::from(u16_at(bytes, 2)) + 1,
            _ => usize::from(u8_at(bytes, 2)) + 1,
        };
        bytes = bytes.get(2 + size..).unwrap_or_default();
    }
    look
}

/// The cells of a row's definition: so many sides, one more than cells, then twenty bytes a cell, of which the first two tell
/// merges.
fn row_cells(change: &[u8]) -> Vec<RowCell> {
    let count = usize::from(u8_at(change, 4));
    let from = 5 + 2 * (count + 1);
    let cell = |index: usize| {
        let flags = u16_at(change, from + 20 * index);
        RowCell {
            above: above((flags >> 5) & 3),
            goes_on: flags & 3 == 1,
        }
    };
    let told = change.len().saturating_sub(from) / 20;
    (0..count.min(told).min(MAX_CELLS)).map(cell).collect()
}

fn set_above(cells: &mut Vec<RowCell>, index: u8, value: u8) {
    let index = usize::from(index);
    if index < MAX_CELLS {
        cells.resize(cells.len().max(index + 1), RowCell::default());
    }
    if let Some(cell) = cells.get_mut(index) {
        cell.above = above(u16::from(value & 3));
    }
}

fn above(flags: u16) -> Above {
    match flags {
        1 => Above::GoesOn,
        3 => Above::Begins,
        _ => Above::Apart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_cells_of_a_row() {
        // A row of three cells of 100 each: one that begins, one apart, one that goes on with the one to its left.
        let mut change = vec![0x08, 0xD6, 0, 0, 3, 0, 0, 100, 0, 200, 0, 44, 1];
        for flags in [0x60_u16, 0, 1] {
            change.extend(flags.to_le_bytes());
            change.extend([0; 18]);
        }
        let cells = row_cells(&change);
        let told: Vec<(Above, bool)> = cells
            .iter()
            .map(|cell| (cell.above, cell.goes_on))
            .collect();
        assert_eq!(
            told,
            [
                (Above::Begins, false),
                (Above::Apart, false),
                (Above::Apart, true)
            ]
        );
    }
}
