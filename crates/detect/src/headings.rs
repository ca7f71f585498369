//! The headings of a document's tables.
//!
//! A table has one row of headings, and what a later row says renames no column: a remark ("asked about her religion") below
//! *Remark* is no heading. Titles and legends may stand above it, so a better row within the first ones takes its place.

use crate::classify::Classified;
use crate::context::Labels;
use crate::dictionary::Dictionary;
use crate::hit::Naming;
use crate::other_number;
use crate::table::{CSV, Column};
use crate::words::{LookUp, Words};
use sporhund_model::{Chunk, PlaceId, Segment};
use std::collections::{HashMap, HashSet};

/// Rows at the top of a table in which headings are looked for: titles and legends may stand above them.
const HEADING_ROWS: u32 = 15;
/// The longest text of a cell that is a heading, in bytes.
const MAX_HEADING: usize = 80;
/// The most digits of a heading.
const MAX_DIGITS: usize = 4;
/// Columns of one document whose headings are kept.
const MAX_COLUMNS: usize = 4096;

/// A row that may hold headings, as counted.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    number: u32,
    /// Cells with text.
    filled: u32,
    /// Cells that name something.
    labelled: u32,
    /// Whether none of its cells is too long for a heading, or full of digits.
    is_plain: bool,
}

impl Row {
    /// Whether a later row of a table is its row of headings, rather than the one known so far.
    fn is_better_than(self, known: Row) -> bool {
        if self.is_plain && self.labelled > 0 && known.filled < 2 && self.filled >= 2 {
            return true;
        }
        if !self.is_plain || self.labelled <= known.labelled {
            return false;
        }
        let mostly_names = self.labelled >= 2 && self.labelled * 2 >= self.filled;
        mostly_names || self.filled > known.filled || !known.is_plain
    }

    /// Whether it can only be a second row of headings.
    fn is_all_names(self) -> bool {
        self.filled >= 2 && self.labelled == self.filled
    }
}

/// What is known of one table.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The number of its first row; a row of names may grow while the table is read.
    first: u32,
    row: Row,
}

/// What is known of the headings of a document's tables.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    /// Rules that some heading names.
    named: Vec<u16>,
    /// The labels that stand in each.
    columns: HashMap<Column, Vec<u32>>,
    /// Those that are named by a word for a number that no rule knows.
    others: HashSet<Column>,
    tables: HashMap<PlaceId, Known>,
    /// The cells of the row at hand that name something, with their labels.
    cells: Vec<(Column, Vec<u32>)>,
    classified: Classified,
    words: Words,
}

impl Headings {
    pub(crate) fn clear(&mut self) {
        self.columns.clear();
        self.others.clear();
        self.named.clear();
        self.tables.clear();
    }

    /// Whether nothing is known of raw csv.
    pub(crate) fn has_csv(&self) -> bool {
        self.tables.contains_key(&CSV)
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

    /// Whether the heading of a column is a word for a number that no rule knows.
    pub(crate) fn is_other(&self, column: Column) -> bool {
        self.others.contains(&column)
    }

    /// Whether the heading of a column names other things than what a rule looks for as well.
    pub(crate) fn is_generic(&self, labels: &Labels, column: Column, rule: u16) -> bool {
        let heading = self.columns.get(&column);
        heading.is_some_and(|heading| labels.is_generic(heading, rule))
    }

    /// Learns from the cells of a chunk that stand in the first rows of their tables.
    pub(crate) fn learn(&mut self, chunk: &Chunk, words: (&Dictionary, &Labels)) {
        let same = |one: &Segment, other: &Segment| {
            (one.place, one.cell.row) == (other.place, other.cell.row)
        };
        let mut at = 0;
        for row in chunk.segments.chunk_by(same) {
            let behind = chunk.segments.get(at + row.len());
            at += row.len();
            let Some(first) = row.first().filter(|first| first.cell.is_some()) else {
                continue;
            };
            if first.cell.row >= self.first_row(first).saturating_add(HEADING_ROWS) {
                continue;
            }
            let next = row.iter().skip(1).chain(behind).map(|next| next.start);
            let ends = next.chain([chunk.text.len() as u32]);
            let cells = row.iter().zip(ends).map(|(segment, end)| {
                let text = chunk.text.get(segment.start as usize..end as usize);
                (segment.cell.column, text.unwrap_or_default())
            });
            self.take_row(first.place, first.cell.row, cells, words);
        }
    }

    fn first_row(&self, segment: &Segment) -> u32 {
        let known = self.tables.get(&segment.place);
        known.map_or(segment.cell.row, |known| known.first)
    }

    /// Learns from the first lines of raw csv.
    pub(crate) fn learn_csv(&mut self, head: &str, delimiter: u8, words: (&Dictionary, &Labels)) {
        for (number, line) in (1..=HEADING_ROWS).zip(head.lines()) {
            let cells = (1..).zip(cells(line, delimiter));
            self.take_row(CSV, number, cells, words);
        }
    }

    fn take_row<'t>(
        &mut self,
        place: PlaceId,
        number: u32,
        cells: impl Iterator<Item = (u32, &'t str)>,
        words: (&Dictionary, &Labels),
    ) {
        let row = self.read_row(place, number, cells, words.0);
        let Some(known) = self.tables.get(&place).copied() else {
            self.tables.insert(place, Known { first: number, row });
            return if row.is_plain {
                self.name_columns(words.1);
            };
        };
        if number == known.row.number || number == known.first {
            if known.row.is_plain && row.is_plain {
                self.name_columns(words.1);
            }
        } else if row.is_better_than(known.row) {
            self.columns.retain(|column, _| column.place != place);
            self.others.retain(|column| column.place != place);
            self.tables.insert(place, Known { row, ..known });
            self.name_columns(words.1);
        } else if row.is_plain && row.is_all_names() {
            self.name_columns(words.1);
        }
    }

    /// Counts a row's cells, and keeps those with labels.
    fn read_row<'t>(
        &mut self,
        place: PlaceId,
        number: u32,
        cells: impl Iterator<Item = (u32, &'t str)>,
        dictionary: &Dictionary,
    ) -> Row {
        self.cells.clear();
        let mut row = Row {
            number,
            is_plain: true,
            ..Row::default()
        };
        for (column, text) in cells {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            row.filled += 1;
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            if text.len() > MAX_HEADING || digits > MAX_DIGITS {
                row.is_plain = false;
            } else if text.chars().any(char::is_alphabetic) {
                let labels = self.labels_in(text, dictionary);
                row.labelled += u32::from(!labels.is_empty());
                if !labels.is_empty() || other_number::ends_in_one(text.as_bytes()) {
                    self.cells.push((Column { place, column }, labels));
                }
            }
        }
        row
    }

    fn labels_in(&mut self, text: &str, dictionary: &Dictionary) -> Vec<u32> {
        let words = &mut self.words;
        words.clear();
        let mut look_up = LookUp {
            dictionary,
            text: text.as_bytes(),
            found: words,
        };
        self.classified.pass(text.as_bytes(), &mut look_up);
        words.labels.iter().map(|label| label.number).collect()
    }

    /// The labelled cells of the row at hand become headings of the columns that nothing has named.
    fn name_columns(&mut self, known: &Labels) {
        let names = |labels: &Vec<u32>| {
            labels
                .iter()
                .any(|label| !known.named_by(*label).is_empty())
        };
        for (column, labels) in self.cells.drain(..) {
            let count = self.columns.len() + self.others.len();
            if count >= MAX_COLUMNS || self.columns.get(&column).is_some_and(names) {
                continue;
            }
            if labels.is_empty() {
                self.others.insert(column);
                continue;
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_a_line_at_its_delimiters_outside_quotes() {
        let found: Vec<&str> = cells("\"x;y\";2;", b';').collect();
        assert_eq!(found, ["\"x;y\"", "2", ""]);
    }

    #[test]
    fn a_later_row_holds_the_headings_when_it_names_more() {
        let row = |filled, labelled| Row {
            number: 2,
            filled,
            labelled,
            is_plain: true,
        };
        let with_values = Row {
            is_plain: false,
            ..row(2, 0)
        };
        assert!(row(3, 1).is_better_than(row(1, 1)));
        assert!(row(4, 2).is_better_than(row(4, 1)));
        assert!(row(2, 1).is_better_than(with_values));
        assert!(!row(2, 1).is_better_than(row(2, 0)));
        assert!(!row(5, 2).is_better_than(row(5, 2)));
    }
}
