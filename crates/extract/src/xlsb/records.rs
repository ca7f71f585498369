//! The records of a binary part: a kind and a length in as many bytes as they need, then so many bytes.

use std::io::Read;

use crate::decoder::DecodeError;
use crate::office::package::read_error;
use crate::ole::bytes::{slice, u32_at, utf16};

/// The longest record that is kept; a cell holds 64 KiB.
const LONGEST: u64 = 1 << 20;
/// The length of a string that is not there.
const NONE: u32 = u32::MAX;

/// Goes through the records of a part.
pub(super) struct Records<R> {
    reader: R,
    body: Vec<u8>,
}

impl<R: Read> Records<R> {
    pub(super) fn new(reader: R) -> Self {
        Records {
            reader,
            body: Vec::new(),
        }
    }

    /// The kind of the next record and its bytes; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<(u16, &[u8])>, DecodeError> {
        let Some(first) = self.byte()? else {
            return Ok(None);
        };
        let mut kind = u16::from(first & 0x7F);
        if first & 0x80 != 0 {
            kind |= u16::from(self.byte()?.unwrap_or(0) & 0x7F) << 7;
        }
        let length = self.length()?;
        self.body.clear();
        let kept = length.min(LONGEST);
        let read = (&mut self.reader).take(kept).read_to_end(&mut self.body);
        let read = read.map_err(read_error)? as u64;
        let mut rest = (&mut self.reader).take(length - kept);
        let passed = std::io::copy(&mut rest, &mut std::io::sink()).map_err(read_error)?;
        if read + passed < length {
            return Err(DecodeError::Broken {
                offset: 0,
                what: "record",
            });
        }
        Ok(Some((kind, &self.body)))
    }

    fn length(&mut self) -> Result<u64, DecodeError> {
        let mut length = 0u64;
        for place in 0..4 {
            let byte = self.byte()?.unwrap_or(0);
            length |= u64::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(length)
    }

    fn byte(&mut self) -> Result<Option<u8>, DecodeError> {
        let mut byte = [0];
        loop {
            match self.reader.read(&mut byte) {
                Ok(0) => return Ok(None),
                Ok(_) => return Ok(Some(byte[0])),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(read_error(error)),
            }
        }
    }
}

/// The string at a place, and the place behind it; one that is not there is empty.
pub(super) fn string(body: &[u8], at: usize) -> (String, usize) {
    let count = match u32_at(body, at) {
        NONE => 0,
        count => count as usize,
    };
    let bytes = count.saturating_mul(2);
    let start = at.saturating_add(4);
    (
        utf16(slice(body, start, bytes)),
        start.saturating_add(bytes),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_kinds_and_lengths_of_several_bytes() {
        let mut bytes = vec![0x01, 2, b'a', b'b', 0x9C, 0x01, 0x80, 0x01];
        bytes.extend([7; 128]);
        let mut records = Records::new(bytes.as_slice());
        assert_eq!(records.next().unwrap(), Some((1, &b"ab"[..])));
        assert_eq!(records.next().unwrap(), Some((156, &[7; 128][..])));
        assert_eq!(records.next().unwrap(), None);
    }

    #[test]
    fn a_record_that_is_cut_off_is_broken() {
        let mut records = Records::new(&[0x01, 9, 1][..]);
        assert!(records.next().is_err());
    }
}
