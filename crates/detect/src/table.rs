//! Columns of tables, and what share of their numbers is real.

use sporhund_model::{Cell, Chunk, PlaceId};

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
