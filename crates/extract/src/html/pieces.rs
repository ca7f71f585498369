//! A page in pieces, so that a large one does not lie in memory as a whole.
//!
//! A piece ends behind a tag. A script or a comment that is cut is read as text in the next piece: nothing of it is lost.

use std::borrow::Cow;
use std::io::{self, Read, SeekFrom};

use super::charset::Charset;
use crate::decoder::{Input, ReadSeek};

/// Bytes of a piece; nearly all pages are one.
const PIECE: usize = 16 << 20;

/// The pieces of a page.
pub(super) struct Pieces<'a> {
    reader: &'a mut dyn ReadSeek,
    charset: Option<Charset>,
    bytes: Vec<u8>,
    /// Bytes of the last piece.
    used: usize,
    size: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(input: &'a mut Input<'_>) -> io::Result<Self> {
        input.reader.seek(SeekFrom::Start(0))?;
        Ok(Pieces {
            reader: &mut *input.reader,
            charset: None,
            bytes: Vec::new(),
            used: 0,
            size: PIECE,
        })
    }

    /// The next piece; a fault after some bytes ends the page there.
    pub(super) fn next(&mut self) -> io::Result<Option<Cow<'_, str>>> {
        self.bytes.drain(..self.used);
        let wanted = self.size.saturating_sub(self.bytes.len()) as u64;
        let read = (&mut *self.reader)
            .take(wanted)
            .read_to_end(&mut self.bytes);
        if self.bytes.is_empty() {
            read?;
            return Ok(None);
        }
        let charset = self
            .charset
            .get_or_insert_with(|| Charset::new(&self.bytes));
        self.used = if self.bytes.len() < self.size {
            self.bytes.len()
        } else {
            cut(&self.bytes, charset)
        };
        let piece = self.bytes.get(..self.used).unwrap_or_default();
        Ok(Some(charset.decode(piece)))
    }
}

/// Where a piece ends: behind the last tag, else between characters.
fn cut(bytes: &[u8], charset: &Charset) -> usize {
    if !charset.is_ascii_compatible() {
        return bytes.len() & !3;
    }
    let tag = memchr::memrchr(b'>', bytes).map(|at| at + 1);
    let space = || memchr::memrchr(b' ', bytes).filter(|at| *at > 0);
    tag.or_else(space)
        .unwrap_or_else(|| whole_characters(bytes))
}

/// The bytes without the beginning of a character of UTF-8 that stands at their end.
fn whole_characters(bytes: &[u8]) -> usize {
    let mut tail = bytes.iter().rev().take(3);
    let start = tail.position(|byte| byte & 0xC0 == 0xC0);
    let kept = start.map_or(bytes.len(), |at| bytes.len() - at - 1);
    if kept == 0 { bytes.len() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn pieces(page: &str, size: usize) -> Vec<String> {
        let mut reader = Cursor::new(page.as_bytes().to_vec());
        let mut input = Input {
            size: page.len() as u64,
            reader: &mut reader,
            extension: "",
        };
        let mut pieces = Pieces::new(&mut input).unwrap();
        pieces.size = size;
        let mut found = Vec::new();
        while let Some(piece) = pieces.next().unwrap() {
            found.push(piece.into_owned());
        }
        found
    }

    #[test]
    fn a_piece_ends_behind_a_tag() {
        let page = "<p>född 1912<b>12</b>12</p><p>å</p>";
        let expected = ["<p>född 1912<b>12</b>", "12</p><p>å</p>"];
        assert_eq!(pieces(page, 24), expected);
        assert_eq!(pieces(page, 1000), [page]);
    }

    #[test]
    fn a_text_without_tags_is_cut_all_the_same() {
        for size in 4..30 {
            let page = "ett två tre fyra fem sexsjuåttaniotio elva";
            assert_eq!(pieces(page, size).concat(), page);
        }
    }
}
