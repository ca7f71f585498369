//! Columns of tables: their headings, and what share of their numbers is real.

use crate::classify::Classified;
use crate::context::Labels;
use crate::dictionary::Dictionary;
use crate::hit::Naming;
use crate::words::{LookUp, Words};
use sporhund_model::{Cell, Chunk, PlaceId};
use std::collections::HashMap;

/// Rows at the top of a table in which headings are looked for: titles and legends may stand above them.
const HEADING_ROWS: u32 = 15;
/// The longest text of a cell that is a heading, in bytes.
const MAX_HEADING: usize = 80;
/// Columns of one document whose headings are kept.
const MAX_COLUMNS: usize = 4096;
/// The place of the columns of raw csv.
pub(crate) const CSV: PlaceId = PlaceId(u32::MAX);

/// Where fewer are real than this, in percent, those may be so by chance.
pub(crate) const HARDLY_ANY: u32 = 10;
/// Numbers after which a column is known to hold look-alikes.
const SETTLED: u32 = 256;

/// Stands for the running text of a document, outside of tables.
pub(crate) const RUNNING_TEXT: Column = Column {
    place: PlaceId(u32::MAX - 1),
    column: 0,
};

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Column {
    pub place: PlaceId,
    pub column: u32,
}

/// What is known of the headings of a document's tables.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    /// Rules that some heading names.
    named: Vec<u16>,
    /// The labels that stand in each.
    columns: HashMap<Column, Vec<u32>>,
    first_row: HashMap<PlaceId, u32>,
    classified: Classified,
    words: Words,
}

impl Headings {
    pub(crate) fn clear(&mut self) {
        self.columns.clear();
        self.named.clear();
        self.first_row.clear();
    }

    /// Whether nothing is known of raw csv.
    pub(crate) fn has_csv(&self) -> bool {
        self.first_row.contains_key(&CSV)
    }

    /// Whether no heading says anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Whether some heading names a rule.
    pub(crate) fn names(&self, rule: u16) -> bool {
        self.named.contains(&rule)
    }

    /// What the heading of a column says of a rule.
    pub(crate) fn naming(&self, labels: &Labels, column: Column, rule: u16) -> Naming {
        self.columns
            .get(&column)
            .map_or(Naming::None, |heading| labels.heading(heading, rule))
    }

    /// Whether the heading of a column names other things than what a rule looks for as well.
    pub(crate) fn is_generic(&self, labels: &Labels, column: Column, rule: u16) -> bool {
        let heading = self.columns.get(&column);
        heading.is_some_and(|heading| labels.is_generic(heading, rule))
    }

    /// Learns from the cells of a chunk that stand in the first rows of their tables.
    pub(crate) fn learn(&mut self, chunk: &Chunk, words: (&Dictionary, &Labels)) {
        for (index, segment) in chunk.segments.iter().enumerate() {
            if !segment.cell.is_some() {
                continue;
            }
            let first = *self
                .first_row
                .entry(segment.place)
                .or_insert(segment.cell.row);
            if segment.cell.row >= first.saturating_add(HEADING_ROWS) {
                continue;
            }
            let end = chunk
                .segments
                .get(index + 1)
                .map_or(chunk.text.len(), |next| next.start as usize);
            let text = chunk
                .text
                .get(segment.start as usize..end)
                .unwrap_or_default();
            self.take(
                Column {
                    place: segment.place,
                    column: segment.cell.column,
                },
                text,
                words,
            );
        }
    }

    /// Learns from the first lines of raw csv.
    pub(crate) fn learn_csv(&mut self, head: &str, delimiter: u8, words: (&Dictionary, &Labels)) {
        self.first_row.insert(CSV, 1);
        for line in head.lines().take(HEADING_ROWS as usize) {
            for (index, cell) in cells(line, delimiter).enumerate() {
                self.take(
                    Column {
                        place: CSV,
                        column: index as u32 + 1,
                    },
                    cell,
                    words,
                );
            }
        }
    }

    /// The text of a cell becomes the heading of its column when it names something, or when nothing else has.
    fn take(&mut self, column: Column, text: &str, (dictionary, known): (&Dictionary, &Labels)) {
        let text = text.trim();
        let is_heading = text.len() <= MAX_HEADING
            && text.chars().any(char::is_alphabetic)
            && text.bytes().filter(u8::is_ascii_digit).count() < 5;
        if !is_heading || self.columns.len() >= MAX_COLUMNS {
            return;
        }
        let words = &mut self.words;
        words.clear();
        let mut look_up = LookUp {
            dictionary,
            text: text.as_bytes(),
            found: words,
        };
        self.classified.pass(text.as_bytes(), &mut look_up);
        if !words.labels.is_empty() {
            // A row of values does not rename what the row of headings has named.
            let names = |labels: &Vec<u32>| {
                labels
                    .iter()
                    .any(|label| !known.named_by(*label).is_empty())
            };
            if self.columns.get(&column).is_some_and(names) {
                return;
            }
            let labels: Vec<u32> = words.labels.iter().map(|label| label.number).collect();
            for label in &labels {
                self.named.extend_from_slice(known.named_by(*label));
            }
            self.columns.insert(column, labels);
        }
    }
}

/// The cells of a line, without quotes.
fn cells(line: &str, delimiter: u8) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |character: char| {
        quoted ^= character == '"';
        character == char::from(delimiter) && !quoted
    })
}

/// The cell of raw csv that holds a byte, and where its line starts; rows are counted elsewhere.
pub(crate) fn csv_column(text: &[u8], at: u32, delimiter: u8) -> (Column, u32) {
    let before = text.get(..at as usize).unwrap_or_default();
    let line = memchr::memrchr(b'\n', before).map_or(0, |feed| feed + 1);
    let mut column = 1;
    let mut quoted = false;
    for byte in before.get(line..).unwrap_or_default() {
        quoted ^= *byte == b'"';
        column += u32::from(*byte == delimiter && !quoted);
    }
    (Column { place: CSV, column }, line as u32)
}

/// The column of a byte in a chunk.
pub(crate) fn column_at(chunk: &Chunk, at: u32) -> Option<Column> {
    match chunk.origin.as_ref().and_then(|origin| origin.delimiter) {
        Some(delimiter) => Some(csv_column(chunk.text.as_bytes(), at, delimiter).0),
        None => segment_column(chunk, at),
    }
}

/// The column of a byte in a chunk that is no raw csv.
pub(crate) fn segment_column(chunk: &Chunk, at: u32) -> Option<Column> {
    let segment = chunk.segment_at(at);
    segment.cell.is_some().then_some(Column {
        place: segment.place,
        column: segment.cell.column,
    })
}

impl Column {
    /// The column's letters, as spreadsheets name it.
    pub(crate) fn letters(self) -> String {
        let cell = Cell {
            row: 1,
            column: self.column,
        };
        cell.name().trim_end_matches('1').to_owned()
    }

    /// The cell's name for a row of raw csv.
    pub(crate) fn csv_cell(self, row: u64) -> Option<Cell> {
        (self.place == CSV).then_some(Cell {
            row: u32::try_from(row).unwrap_or(u32::MAX),
            column: self.column,
        })
    }
}

/// How many numbers of a column have the shape of an identifier, and how many of them are real. From a sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    pub real: u32,
    /// Real by no rule.
    pub look_alikes: u32,
    /// Real by another rule only.
    pub others: u32,
}

/// Numbers after which a share says something.
const SAMPLE: u32 = 8;

impl Profile {
    /// The share of real ones in percent among those that no other rule takes, when enough were seen.
    pub(crate) fn share(self) -> Option<u32> {
        percent(self.real, self.real + self.look_alikes)
    }

    /// The share of real ones in percent among all of the shape, when enough were seen.
    pub(crate) fn share_of_all(self) -> Option<u32> {
        percent(self.real, self.real + self.look_alikes + self.others)
    }

    /// Whether so many were seen, and so few of them real, that what is real may be so by chance.
    pub(crate) fn is_settled(self) -> bool {
        let all = self.real + self.look_alikes;
        all >= SETTLED && self.real * 100 < all * HARDLY_ANY
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.real += other.real;
        self.look_alikes += other.look_alikes;
        self.others += other.others;
    }
}

fn percent(part: u32, all: u32) -> Option<u32> {
    (all >= SAMPLE).then(|| part * 100 / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_columns_outside_quotes() {
        let text = b"a;b\n\"x;y\";811218-9876;z";
        let at = memchr::memchr(b'8', text).unwrap() as u32;
        let (column, line) = csv_column(text, at, b';');
        assert_eq!((column.column, line), (2, 4));
        assert_eq!(
            cells("\"x;y\";2;", b';').collect::<Vec<_>>(),
            ["\"x;y\"", "2", ""]
        );
    }

    #[test]
    fn tells_a_share_only_of_enough() {
        assert_eq!(
            Profile {
                real: 3,
                look_alikes: 1,
                others: 9,
            }
            .share(),
            None
        );
        assert_eq!(
            Profile {
                real: 9,
                look_alikes: 1,
                others: 10,
            }
            .share(),
            Some(90)
        );
    }
}
