//! A big text in windows of one re-used buffer.
//!
//! A range of the file is read in windows that overlap: each holds 4 KiB of what came before and 1 KiB of what follows, so
//! that a match and its context are whole, and owns the bytes between. Ranges of one file can be read side by side: a
//! match belongs to the range it starts in.

use crate::decoder::{DecodeError, ReadSeek};
use crate::text::encoding::TextEncoding;
use sporhund_model::{Chunk, Join, Origin, PlaceId, Segment, Width};
use std::io::SeekFrom;
use std::ops::Range;

/// Bytes of the file in one window.
pub const WINDOW: usize = 256 * 1024;
/// Bytes before the owned part.
pub const CARRY: usize = 4 * 1024;
/// Bytes behind the owned part.
pub const AHEAD: usize = 1024;

/// How a text is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextLayout {
    /// Its encoding.
    pub encoding: TextEncoding,
    /// Its delimiter, when it is csv.
    pub delimiter: Option<u8>,
}

/// What the reading of a range came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RangeRead {
    /// Bytes of the range that were there.
    pub bytes: u64,
    /// Line feeds in the range.
    pub lines: u64,
    /// Bytes that were not of the encoding, and were read as Latin-1.
    pub strays: u64,
}

/// The buffers of one thread.
#[derive(Default)]
pub struct Windows {
    raw: Vec<u8>,
    chunk: Chunk,
}

/// Where a window stands in the file.
struct Frame {
    base: u64,
    own: Range<usize>,
}

impl Windows {
    /// Reads a range of a file and gives each window to `take`, as a chunk with its origin. Bytes around the range are read
    /// as context. The range may end behind the file.
    ///
    /// # Errors
    /// When reading fails, or what `take` returned.
    pub fn read(
        &mut self,
        reader: &mut dyn ReadSeek,
        range: Range<u64>,
        layout: &TextLayout,
        take: &mut dyn FnMut(&Chunk) -> Result<(), DecodeError>,
    ) -> Result<RangeRead, DecodeError> {
        // An even byte, so that UTF-16 is read from the start of a unit.
        let base = range.start.saturating_sub(CARRY as u64) & !1;
        let mut frame = Frame {
            base,
            own: (range.start - base) as usize..0,
        };
        let mut read = RangeRead::default();
        self.raw.clear();
        reader.seek(SeekFrom::Start(frame.base))?;
        loop {
            let (ended, fault) = fill(reader, &mut self.raw);
            let rest = usize::try_from(range.end.saturating_sub(frame.base)).unwrap_or(usize::MAX);
            let known = if ended {
                self.raw.len()
            } else {
                self.raw.len().saturating_sub(AHEAD)
            };
            // A file that became shorter may end before the range begins.
            frame.own.start = frame.own.start.min(self.raw.len());
            frame.own.end = known.min(rest).max(frame.own.start);
            frame.own = aligned(&self.raw, frame.own.clone(), layout.encoding, ended);
            read.strays += self.decode(&frame, layout, read.lines);
            if !frame.own.is_empty() {
                take(&self.chunk)?;
            }
            read.bytes += frame.own.len() as u64;
            read.lines += self.lines_owned();
            // What came before the fault was given already.
            if let Some(fault) = fault {
                return Err(fault.into());
            }
            if ended || known >= rest {
                return Ok(read);
            }
            let keep = frame.own.end.saturating_sub(CARRY) & !1;
            self.raw.drain(..keep);
            frame.base += keep as u64;
            frame.own = frame.own.end - keep..0;
        }
    }

    fn lines_owned(&self) -> u64 {
        let own = self.chunk.own.start as usize..self.chunk.own.end as usize;
        memchr::memchr_iter(
            b'\n',
            self.chunk.text.as_bytes().get(own).unwrap_or_default(),
        )
        .count() as u64
    }

    /// Fills the chunk from the raw bytes; returns how many were stray.
    fn decode(&mut self, frame: &Frame, layout: &TextLayout, lines: u64) -> u64 {
        let origin = self.chunk.origin.take().unwrap_or_default();
        self.chunk.clear();
        let mut strays = origin.strays;
        strays.clear();
        let width = match layout.encoding {
            TextEncoding::Utf8 => Width::Utf8,
            TextEncoding::Utf16Le | TextEncoding::Utf16Be => Width::Utf16,
            TextEncoding::Single(_) | TextEncoding::Cp850 => Width::Single,
        };
        // A character that was cut at the start of the raw bytes is left out, and so moves the text's first byte.
        let skip = if frame.base == 0 {
            0
        } else {
            cut_at_start(&self.raw, layout.encoding).min(frame.own.start)
        };
        let parts = [
            skip..frame.own.start,
            frame.own.clone(),
            frame.own.end..self.raw.len(),
        ];
        let mut ends = [0; 3];
        for (part, end) in parts.into_iter().zip(&mut ends) {
            append(
                &mut self.chunk.text,
                &self.raw[part],
                layout.encoding,
                &mut strays,
            );
            *end = self.chunk.text.len() as u32;
        }
        let count = strays
            .iter()
            .filter(|at| (ends[0]..ends[1]).contains(at))
            .count();
        self.chunk.own = ends[0]..ends[1];
        let base = frame.base + skip as u64;
        self.chunk.segments.push(Segment {
            place: PlaceId(0),
            join: Join::Hard,
            offset: base,
            ..Segment::default()
        });
        self.chunk.origin = Some(Origin {
            byte: base,
            lines,
            delimiter: layout.delimiter,
            width,
            strays,
        });
        count as u64
    }
}

/// Reads until the window is full; returns whether the file has ended, and the fault that ended it.
fn fill(reader: &mut dyn ReadSeek, raw: &mut Vec<u8>) -> (bool, Option<std::io::Error>) {
    let mut filled = raw.len();
    raw.resize(WINDOW.max(filled), 0);
    let mut ended = false;
    while filled < raw.len() && !ended {
        match reader.read(&mut raw[filled..]) {
            Ok(0) => ended = true,
            Ok(count) => filled += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => {
                raw.truncate(filled);
                return (true, Some(error));
            }
        }
    }
    raw.truncate(filled);
    (ended, None)
}

/// Moves both ends of a range back to the start of the character they stand in.
fn aligned(raw: &[u8], own: Range<usize>, encoding: TextEncoding, ended: bool) -> Range<usize> {
    let end = if ended && own.end == raw.len() {
        own.end
    } else {
        boundary(raw, own.end, encoding)
    };
    let start = boundary(raw, own.start, encoding).min(end);
    start..end
}

fn boundary(raw: &[u8], at: usize, encoding: TextEncoding) -> usize {
    match encoding {
        TextEncoding::Single(_) | TextEncoding::Cp850 => at,
        TextEncoding::Utf16Le | TextEncoding::Utf16Be => {
            let at = at & !1;
            let high = raw.get(if encoding == TextEncoding::Utf16Le {
                at + 1
            } else {
                at
            });
            if high.is_some_and(|byte| (0xDC..0xE0).contains(byte)) {
                at.saturating_sub(2)
            } else {
                at
            }
        }
        TextEncoding::Utf8 => {
            let is_inner = |at: usize| raw.get(at).is_some_and(|byte| (0x80..0xC0).contains(byte));
            (0..4)
                .filter_map(|back| at.checked_sub(back))
                .find(|at| !is_inner(*at))
                .unwrap_or(at)
        }
    }
}

fn cut_at_start(raw: &[u8], encoding: TextEncoding) -> usize {
    match encoding {
        TextEncoding::Utf8 => raw
            .iter()
            .take(3)
            .take_while(|byte| (0x80..0xC0).contains(*byte))
            .count(),
        _ => 0,
    }
}

fn append(text: &mut String, raw: &[u8], encoding: TextEncoding, strays: &mut Vec<u32>) {
    match encoding {
        TextEncoding::Utf8 => append_utf8(text, raw, strays),
        other => text.push_str(&other.decode(raw)),
    }
}

fn append_utf8(text: &mut String, raw: &[u8], strays: &mut Vec<u32>) {
    if let Ok(valid) = simdutf8::basic::from_utf8(raw) {
        text.push_str(valid);
        return;
    }
    for part in raw.utf8_chunks() {
        text.push_str(part.valid());
        for byte in part.invalid() {
            strays.push(text.len() as u32);
            text.push(char::from(*byte));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn layout(encoding: TextEncoding) -> TextLayout {
        TextLayout {
            encoding,
            delimiter: None,
        }
    }

    /// The owned text of each range, and where a marker stands by the origin.
    fn read_in_ranges(raw: &[u8], encoding: TextEncoding, step: u64) -> (String, Vec<u64>, u64) {
        let (mut text, mut found, mut lines) = (String::new(), Vec::new(), 0);
        let mut windows = Windows::default();
        let mut start = 0;
        while start < raw.len() as u64 {
            let range = start..start + step;
            let mut take = |chunk: &Chunk| {
                let own = chunk.own.start as usize..chunk.own.end as usize;
                let origin = chunk.origin.as_ref().expect("plain text has an origin");
                for (at, _) in chunk.text[own.clone()].match_indices('#') {
                    found.push(origin.file_byte(&chunk.text, (own.start + at) as u32));
                }
                text.push_str(&chunk.text[own]);
                Ok(())
            };
            lines += windows
                .read(&mut Cursor::new(raw), range, &layout(encoding), &mut take)
                .unwrap()
                .lines;
            start += step;
        }
        (text, found, lines)
    }

    #[test]
    fn a_range_behind_the_end_of_a_file_that_became_shorter_is_empty() {
        let mut windows = Windows::default();
        let mut take = |_: &Chunk| panic!("there is no text");
        let read = windows.read(
            &mut Cursor::new(b"kort"),
            16 << 20..32 << 20,
            &layout(TextEncoding::Utf8),
            &mut take,
        );
        assert_eq!(read.unwrap().bytes, 0);
    }

    #[test]
    fn gives_all_the_text_once_whatever_the_ranges() {
        let line = "Åsa #Øberg, ”citat” och 𝄞 på rad\n";
        let text = line.repeat(20_000);
        let utf8 = text.as_bytes().to_vec();
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (raw, encoding) in [(&utf8, TextEncoding::Utf8), (&utf16, TextEncoding::Utf16Le)] {
            let marker: Vec<u8> = if encoding == TextEncoding::Utf8 {
                b"#".to_vec()
            } else {
                vec![b'#', 0]
            };
            let expected: Vec<u64> = memchr::memmem::find_iter(raw, &marker)
                .map(|at| at as u64)
                .collect();
            for step in [raw.len() as u64, 300_001, 77_777] {
                let (read, found, lines) = read_in_ranges(raw, encoding, step);
                assert!(read == text, "{encoding:?} {step}");
                assert_eq!(found, expected, "{encoding:?} {step}");
                assert_eq!(lines, 20_000);
            }
        }
    }

    #[test]
    fn reads_stray_bytes_and_keeps_offsets_right() {
        let raw = b"f\xe4rg #ett \xc3\xa5 #tv\xe5 #tre".to_vec();
        let (text, found, _) = read_in_ranges(&raw, TextEncoding::Utf8, 1000);
        assert_eq!(text, "färg #ett å #två #tre");
        let expected: Vec<u64> = memchr::memchr_iter(b'#', &raw)
            .map(|at| at as u64)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_text_of_zero_bytes_gives_nothing() {
        let mut take = |_: &Chunk| panic!("no chunk");
        let read = Windows::default().read(
            &mut Cursor::new(b""),
            0..10,
            &layout(TextEncoding::Utf8),
            &mut take,
        );
        assert_eq!(read.unwrap(), RangeRead::default());
    }
}
