//! The formatting of paragraphs and characters as far as it matters for what a reader sees: tables, headings, hidden text and
//! tracked changes.

use crate::ole::bytes::{slice, u8_at, u16_at, u32_at};

/// Size of a page of formatting.
const PAGE: usize = 512;
/// Ranges that are kept; a document of 10,000 pages has fewer.
const MAX_RANGES: usize = 1 << 20;

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
}

/// Which of the two kinds of formatting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraphs,
    Characters,
}

/// Ranges of the main stream with how they look, in its order; those without anything to say are left out.
#[derive(Debug, Default)]
pub(super) struct Looks(Vec<(usize, usize, Look)>);

impl Looks {
    /// Reads all pages that the table names.
    pub(super) fn parse(main: &[u8], table: &[u8], kind: Kind) -> Looks {
        let count = table.len().saturating_sub(4) / 8;
        let mut ranges = Vec::new();
        for index in 0..count {
            let number = u32_at(table, 4 * (count + 1) + 4 * index) & 0x003F_FFFF;
            let page = slice(main, number as usize * PAGE, PAGE);
            if page.len() == PAGE && ranges.len() < MAX_RANGES {
                parse_page(page, kind, &mut ranges);
            }
        }
        ranges.sort_by_key(|range| range.0);
        Looks(ranges)
    }

    /// How the byte looks.
    pub(super) fn at(&self, byte: usize) -> Look {
        let next = self.0.partition_point(|(start, _, _)| *start <= byte);
        match next.checked_sub(1).and_then(|at| self.0.get(at)) {
            Some((_, end, look)) if byte < *end => *look,
            _ => Look::default(),
        }
    }
}

fn parse_page(page: &[u8], kind: Kind, ranges: &mut Vec<(usize, usize, Look)>) {
    let count = usize::from(u8_at(page, PAGE - 1));
    let entry = if kind == Kind::Paragraphs { 13 } else { 1 };
    for index in 0..count {
        let start = u32_at(page, 4 * index) as usize;
        let end = u32_at(page, 4 * index + 4) as usize;
        let offset = usize::from(u8_at(page, 4 * (count + 1) + entry * index)) * 2;
        let look = match kind {
            _ if offset == 0 => Look::default(),
            Kind::Paragraphs => paragraph(page, offset),
            Kind::Characters => {
                let size = usize::from(u8_at(page, offset));
                changes(slice(page, offset + 1, size))
            }
        };
        if look != Look::default() {
            ranges.push((start, end, look));
        }
    }
}

/// The style, then changes to it; the first nine styles after the plain one are the headings.
fn paragraph(page: &[u8], offset: usize) -> Look {
    let words = usize::from(u8_at(page, offset));
    let (at, size) = if words == 0 {
        (offset + 2, usize::from(u8_at(page, offset + 1)) * 2)
    } else {
        (offset + 1, words * 2 - 1)
    };
    let mut look = changes(slice(page, at + 2, size.saturating_sub(2)));
    look.heading = matches!(u16_at(page, at), 1..=9);
    look
}

/// Goes through changes, each a code and an operand whose size the code tells.
fn changes(mut bytes: &[u8]) -> Look {
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
