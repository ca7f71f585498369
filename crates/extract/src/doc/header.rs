//! The file information block: where everything stands.

use sporhund_model::Part;

use crate::ole::bytes::{u16_at, u32_at};

/// The first version whose text stands in pieces (Word 97).
const PIECES: u16 = 106;

/// What the block says.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    pub(super) version: u16,
    pub(super) encrypted: bool,
    second_table: bool,
    /// Where the text of the oldest versions stands in the main stream.
    pub(super) plain: (usize, usize),
    /// Characters of each of the texts that follow one another.
    lengths: [u32; 8],
    pub(super) piece_table: (usize, usize),
    pub(super) paragraphs: (usize, usize),
    pub(super) characters: (usize, usize),
    pub(super) comment_authors: (usize, usize),
    pub(super) bookmarks: (usize, usize),
}

/// What the texts are, in their order.
const PARTS: [Part; 8] = [
    Part::Body,
    Part::Note,
    Part::Header,
    Part::Body,
    Part::Comment,
    Part::Note,
    Part::TextBox,
    Part::TextBox,
];

impl Header {
    /// Parses the block at the start of the main stream.
    pub(super) fn parse(main: &[u8]) -> Header {
        let flags = u16_at(main, 0x0A);
        let pair = |index: usize| {
            let at = 0x9A + 8 * index;
            (u32_at(main, at) as usize, u32_at(main, at + 4) as usize)
        };
        let plain_from = u32_at(main, 0x18) as usize;
        let plain_to = u32_at(main, 0x1C) as usize;
        let mut header = Header {
            version: u16_at(main, 2),
            encrypted: flags & 0x0100 != 0,
            second_table: flags & 0x0200 != 0,
            plain: (plain_from, plain_to.saturating_sub(plain_from)),
            ..Header::default()
        };
        if header.version >= PIECES {
            for (at, length) in header.lengths.iter_mut().enumerate() {
                *length = u32_at(main, 0x4C + 4 * at);
            }
            header.piece_table = pair(33);
            header.paragraphs = pair(13);
            header.characters = pair(12);
            header.comment_authors = pair(36);
            header.bookmarks = pair(21);
        }
        header
    }

    /// Whether the text stands in pieces.
    pub(super) fn has_pieces(&self) -> bool {
        self.version >= PIECES
    }

    /// The stream that holds the tables.
    pub(super) fn table_stream(&self) -> &'static str {
        if self.second_table {
            "/1Table"
        } else {
            "/0Table"
        }
    }

    /// Characters of all texts together.
    pub(super) fn length(&self) -> u64 {
        self.lengths.iter().map(|length| u64::from(*length)).sum()
    }

    /// The texts with where each ends, in characters.
    pub(super) fn texts(&self) -> Vec<(Part, u64)> {
        if !self.has_pieces() {
            return vec![(Part::Body, u64::MAX)];
        }
        let mut end = 0;
        let mut texts: Vec<(Part, u64)> = PARTS
            .into_iter()
            .zip(self.lengths)
            .map(|(part, length)| {
                end += u64::from(length);
                (part, end)
            })
            .collect();
        // Lengths that are wrong must not cost text.
        texts.push((Part::Body, u64::MAX));
        texts
    }
}
