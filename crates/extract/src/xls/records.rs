//! The records of a workbook stream, and the strings in them.

use crate::office::formula::Dialect;
use crate::ole::bytes::{code_page_text, slice, u8_at, u16_at};

/// A record: its kind and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) body: &'a [u8],
}

/// Goes through records from a place on.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// What a record is continued by.
const CONTINUE: u16 = 0x003C;

impl<'a> Records<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Records { bytes, at }
    }

    /// The bodies of the records that continue the one that came last.
    pub(super) fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut bodies = Vec::new();
        while u16_at(self.bytes, self.at) == CONTINUE {
            let Some(record) = self.next() else {
                break;
            };
            bodies.push(record.body);
        }
        bodies
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.bytes.get(self.at..self.at + 4)?, 0);
        let length = usize::from(u16_at(self.bytes, self.at + 2));
        let body = slice(self.bytes, self.at + 4, length);
        self.at += 4 + length;
        Some(Record { kind, body })
    }
}

/// Reads strings that may go on in the next record, whose first byte tells anew how wide its characters are.
pub(super) struct Strings<'a> {
    pieces: Vec<&'a [u8]>,
    piece: usize,
    at: usize,
}

impl<'a> Strings<'a> {
    pub(super) fn new(pieces: Vec<&'a [u8]>, at: usize) -> Self {
        Strings {
            pieces,
            piece: 0,
            at,
        }
    }

    fn current(&self) -> &'a [u8] {
        self.pieces.get(self.piece).copied().unwrap_or_default()
    }

    /// Whether another piece was gone to, since this one is at its end.
    fn advance(&mut self) -> bool {
        if self.at < self.current().len() || self.piece + 1 >= self.pieces.len() {
            return false;
        }
        self.piece += 1;
        self.at = 0;
        true
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        while self.advance() {}
        let byte = self.current().get(self.at).copied();
        self.at += 1;
        byte
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            let left = self.current().len().saturating_sub(self.at);
            let step = left.min(count);
            self.at += step;
            count -= step;
            if count > 0 && !self.advance() {
                return;
            }
        }
    }

    /// So many characters behind a byte of flags.
    pub(super) fn characters(&mut self, count: usize, flags: u8) -> String {
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.advance() {
                wide = self.byte().is_some_and(|flags| flags & 1 != 0);
            }
            let unit = if wide {
                self.u16()
            } else {
                self.byte().map(u16::from)
            };
            let Some(unit) = unit else {
                break;
            };
            units.push(unit);
        }
        String::from_utf16_lossy(&units)
    }

    /// A string of the table of shared strings, with its runs and phonetics passed over.
    pub(super) fn shared(&mut self) -> Option<String> {
        let count = usize::from(self.u16()?);
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.u16()? } else { 0 };
        let extra = if flags & 4 != 0 { self.u32()? } else { 0 };
        let text = self.characters(count, flags);
        self.skip(usize::from(runs) * 4 + extra as usize);
        Some(text)
    }
}

/// How the strings of a workbook are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Charset {
    /// Unicode, with flags (Excel 97 and later).
    Unicode,
    /// Bytes of a code page.
    Page(u32),
}

impl Charset {
    /// How formulas are written.
    pub(super) fn dialect(self) -> Dialect {
        match self {
            Charset::Unicode => Dialect::Unicode,
            Charset::Page(page) => Dialect::Page(page),
        }
    }

    /// A string behind a length of two bytes.
    pub(super) fn long(self, body: &[u8], at: usize) -> String {
        let count = usize::from(u16_at(body, at));
        self.text(body, at + 2, count)
    }

    /// A string behind a length of one byte.
    pub(super) fn short(self, body: &[u8], at: usize) -> String {
        let count = usize::from(u8_at(body, at));
        self.text(body, at + 1, count)
    }

    fn text(self, body: &[u8], at: usize, count: usize) -> String {
        match self {
            Charset::Unicode => {
                let mut strings = Strings::new(vec![body], at + 1);
                strings.characters(count, u8_at(body, at))
            }
            Charset::Page(page) => code_page_text(slice(body, at, count), page),
        }
    }
}
