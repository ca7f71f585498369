//! Frames: a tag, the length of the payload in four bytes, the payload.

use crate::wire::Violation;
use std::io;

/// The longest payload. A chunk is 64 KiB of text and its overlap, with 25 bytes for each segment.
pub(crate) const MOST: usize = 8 << 20;
const HEAD: usize = 5;
/// The buffer's size at rest; a longer frame grows it for as long as it is needed.
const AT_REST: usize = 256 << 10;

/// Puts a frame behind others. Longer payloads than [`MOST`] are taken back and refused.
pub(crate) fn put(
    to: &mut Vec<u8>,
    tag: u8,
    payload: impl FnOnce(&mut Vec<u8>),
) -> Result<(), Violation> {
    let start = to.len();
    to.push(tag);
    to.extend_from_slice(&[0; 4]);
    payload(to);
    let length = to.len() - start - HEAD;
    if length > MOST {
        to.truncate(start);
        return Err(Violation("frame too long"));
    }
    if let Some(place) = to.get_mut(start + 1..start + HEAD) {
        place.copy_from_slice(&(length as u32).to_le_bytes());
    }
    Ok(())
}

/// Why no frame came.
#[derive(Debug)]
pub(crate) enum NoFrame {
    /// The other end hung up.
    End,
    /// The deadline has passed.
    Late,
    /// The line is broken.
    Broken,
    /// It is longer than any frame may be.
    Violation(Violation),
}

impl From<io::Error> for NoFrame {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::TimedOut => NoFrame::Late,
            _ => NoFrame::Broken,
        }
    }
}

/// Bytes that have arrived, and the frames in them.
#[derive(Debug)]
pub(crate) struct Incoming {
    buffer: Vec<u8>,
    start: usize,
    end: usize,
}

impl Incoming {
    pub(crate) fn new() -> Self {
        Incoming {
            buffer: vec![0; AT_REST],
            start: 0,
            end: 0,
        }
    }

    /// Whether bytes wait that nobody has asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The next frame; `receive` fills a buffer and says how far, 0 at the end.
    pub(crate) fn next(
        &mut self,
        mut receive: impl FnMut(&mut [u8]) -> io::Result<usize>,
    ) -> Result<(u8, &[u8]), NoFrame> {
        let length = loop {
            let whole = self.whole_length()?;
            match whole {
                Some(length) if self.end - self.start >= length => break length,
                _ => self.make_room(whole.unwrap_or(HEAD)),
            }
            let room = self.buffer.get_mut(self.end..).unwrap_or_default();
            match receive(room)? {
                0 => return Err(NoFrame::End),
                received => self.end = (self.end + received).min(self.buffer.len()),
            }
        };
        let frame = self.buffer.get(self.start..self.start + length);
        self.start += length;
        match frame {
            Some([tag, _, _, _, _, payload @ ..]) => Ok((*tag, payload)),
            _ => Err(NoFrame::Broken),
        }
    }

    /// The length of the first frame with its head, once the head is there.
    fn whole_length(&self) -> Result<Option<usize>, NoFrame> {
        match self.buffer.get(self.start..self.end) {
            Some([_, a, b, c, d, ..]) => {
                let length = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
                if length > MOST {
                    return Err(NoFrame::Violation(Violation("frame too long")));
                }
                Ok(Some(HEAD + length))
            }
            _ => Ok(None),
        }
    }

    /// Moves what is there to the front and makes the buffer long enough for the first frame.
    fn make_room(&mut self, length: usize) {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        let size = length.max(AT_REST).max(self.end);
        if self.buffer.len() < size {
            self.buffer.resize(size, 0);
        } else if size == AT_REST && self.buffer.len() > AT_REST {
            self.buffer.truncate(AT_REST);
            self.buffer.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(bytes: &[u8], step: usize) -> Vec<(u8, Vec<u8>)> {
        let mut rest = bytes;
        let mut incoming = Incoming::new();
        let mut all = Vec::new();
        loop {
            let receive = |into: &mut [u8]| {
                let count = step.min(rest.len()).min(into.len());
                into[..count].copy_from_slice(&rest[..count]);
                rest = &rest[count..];
                Ok(count)
            };
            match incoming.next(receive) {
                Ok((tag, payload)) => all.push((tag, payload.to_vec())),
                Err(_) => return all,
            }
        }
    }

    #[test]
    fn frames_come_whole_however_their_bytes_arrive() {
        let mut bytes = Vec::new();
        for (tag, length) in [(1, 0), (2, 3), (3, 400_000), (4, 1)] {
            put(&mut bytes, tag, |to| to.resize(to.len() + length, tag)).unwrap();
        }
        for step in [1, 7, 70_000, usize::MAX] {
            let lengths: Vec<usize> = frames(&bytes, step).iter().map(|one| one.1.len()).collect();
            assert_eq!(lengths, [0, 3, 400_000, 1], "step {step}");
        }
    }

    #[test]
    fn a_frame_that_is_too_long_is_refused_at_both_ends() {
        let mut bytes = Vec::new();
        assert!(put(&mut bytes, 1, |to| to.resize(MOST + 6, 0)).is_err());
        assert!(bytes.is_empty());
        let mut incoming = Incoming::new();
        let receive = |into: &mut [u8]| {
            into[..5].copy_from_slice(&[1, 255, 255, 255, 255]);
            Ok(5)
        };
        assert!(matches!(incoming.next(receive), Err(NoFrame::Violation(_))));
    }
}
