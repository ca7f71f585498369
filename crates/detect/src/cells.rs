//! The columns of raw csv, block by block, so that a byte's column is told without walking its row.

use crate::classify::BLOCK;
use crate::simd;
use crate::table::{CSV, Column, segment_column};
use sporhund_model::Chunk;

/// What stands in one block, and the cell that it begins in.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// Delimiters and line feeds, one bit for each byte.
    delimiters: u64,
    feeds: u64,
    column: u32,
    /// Whether it begins within quotes.
    quoted: bool,
    /// Whether any part of it stands within quotes.
    has_quotes: bool,
}

/// The cells of a chunk; the buffer is kept.
#[derive(Debug, Default)]
pub(crate) struct CsvCells {
    blocks: Vec<Block>,
}

impl CsvCells {
    /// Begins another chunk.
    pub(crate) fn restart(&mut self) {
        self.blocks.clear();
    }

    /// The column of a byte in the chunk.
    pub(crate) fn column_at(&mut self, chunk: &Chunk, at: u32) -> Option<Column> {
        let Some(delimiter) = chunk.origin.as_ref().and_then(|origin| origin.delimiter) else {
            return segment_column(chunk, at);
        };
        let text = chunk.text.as_bytes();
        if self.blocks.is_empty() {
            self.read(text, delimiter);
        }
        let (index, bit) = (at as usize / BLOCK, at % BLOCK as u32);
        let block = self.blocks.get(index).copied().unwrap_or_default();
        let column = if block.has_quotes {
            let from = index * BLOCK;
            let passed = text.get(from..at as usize).unwrap_or_default();
            step(passed, delimiter, (block.column, block.quoted)).0
        } else {
            block.column_at((1 << bit) - 1)
        };
        Some(Column { place: CSV, column })
    }

    fn read(&mut self, text: &[u8], delimiter: u8) {
        let (mut column, mut quoted) = (1, false);
        let blocks = &mut self.blocks;
        simd::find_three(
            text,
            [delimiter, b'\n', b'"'],
            |[delimiters, feeds, quotes]| {
                let block = Block {
                    delimiters,
                    feeds,
                    column,
                    quoted,
                    has_quotes: quoted || quotes != 0,
                };
                if block.has_quotes {
                    let rest = text.get(blocks.len() * BLOCK..).unwrap_or_default();
                    let passed = rest.get(..BLOCK).unwrap_or(rest);
                    (column, quoted) = step(passed, delimiter, (column, quoted));
                } else {
                    column = block.column_at(u64::MAX);
                }
                blocks.push(block);
            },
        );
        // A place right behind the text.
        blocks.push(Block {
            column,
            quoted,
            has_quotes: quoted,
            ..Block::default()
        });
    }
}

impl Block {
    /// The column behind some of its first bytes, as ones of a mask, when none of them stands within quotes.
    #[inline]
    fn column_at(&self, passed: u64) -> u32 {
        let feeds = self.feeds & passed;
        if feeds == 0 {
            return self.column + (self.delimiters & passed).count_ones();
        }
        // The bits above the last feed.
        let behind = (u64::MAX << feeds.ilog2()) << 1;
        1 + (self.delimiters & passed & behind).count_ones()
    }
}

/// The column behind some bytes, one by one, and whether it stands within quotes.
fn step(passed: &[u8], delimiter: u8, (mut column, mut quoted): (u32, bool)) -> (u32, bool) {
    for byte in passed {
        match byte {
            b'\n' => (column, quoted) = (1, false),
            b'"' => quoted = !quoted,
            byte => column += u32::from(*byte == delimiter && !quoted),
        }
    }
    (column, quoted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::csv_column;
    use sporhund_model::Origin;

    fn chunk(text: &str) -> Chunk {
        Chunk {
            text: text.to_owned(),
            origin: Some(Origin {
                delimiter: Some(b';'),
                ..Origin::default()
            }),
            ..Chunk::default()
        }
    }

    proptest::proptest! {
        #[test]
        fn tells_each_column_as_a_walk_from_the_line_does(text in "[a;\"\n]{0,40}[a-f;\n]{0,150}[;\"]{0,9}[b;\n]{0,90}") {
            let chunk = chunk(&text);
            let mut cells = CsvCells::default();
            for at in 0..=text.len() as u32 {
                let slow = csv_column(text.as_bytes(), at, b';').0;
                proptest::prop_assert_eq!(cells.column_at(&chunk, at), Some(slow));
            }
        }
    }
}
