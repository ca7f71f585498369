//! The text of a document as pieces, each somewhere in the main stream.

use super::header::Header;
use crate::ole::bytes::{code_page_text, slice, u8_at, u16_at, u32_at, utf16};

/// One piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where its bytes stand in the main stream.
    pub(super) at: usize,
    /// How many bytes it has.
    length: usize,
    /// Whether a character takes two bytes.
    pub(super) wide: bool,
}

/// All pieces of a text, in its order.
pub(super) struct Pieces<'a> {
    pub(super) main: &'a [u8],
    pub(super) pieces: Vec<Piece>,
}

impl<'a> Pieces<'a> {
    /// Finds the pieces.
    pub(super) fn parse(main: &'a [u8], table: &[u8], header: &Header) -> Self {
        let pieces = if header.has_pieces() {
            find_table(slice(table, header.piece_table.0, header.piece_table.1))
                .map(parse_table)
                .unwrap_or_default()
        } else {
            vec![Piece {
                at: header.plain.0,
                length: header.plain.1,
                wide: false,
            }]
        };
        Pieces { main, pieces }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The text of a piece.
    pub(super) fn text(&self, piece: &Piece) -> String {
        let bytes = slice(self.main, piece.at, piece.length);
        if piece.wide {
            utf16(bytes)
        } else {
            code_page_text(bytes, 1252)
        }
    }
}

/// The piece table stands behind blocks of formatting.
fn find_table(clx: &[u8]) -> Option<&[u8]> {
    let mut at = 0;
    while at < clx.len() {
        match u8_at(clx, at) {
            1 => at += 3 + usize::from(u16_at(clx, at + 1)),
            2 => return Some(slice(clx, at + 5, u32_at(clx, at + 1) as usize)),
            _ => return None,
        }
    }
    None
}

fn parse_table(table: &[u8]) -> Vec<Piece> {
    let count = table.len().saturating_sub(4) / 12;
    let mut pieces = Vec::new();
    for index in 0..count {
        let characters = u32_at(table, 4 * index + 4).saturating_sub(u32_at(table, 4 * index));
        let place = u32_at(table, 4 * (count + 1) + 8 * index + 2);
        let wide = place & 0x4000_0000 == 0;
        let at = (place & 0x3FFF_FFFF) as usize;
        let characters = characters as usize;
        pieces.push(Piece {
            at: if wide { at } else { at / 2 },
            length: if wide {
                characters.saturating_mul(2)
            } else {
                characters
            },
            wide,
        });
    }
    pieces
}
