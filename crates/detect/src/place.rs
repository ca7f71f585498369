//! From a byte of a chunk to a place that people can find, for kept samples only.

use crate::table::{Column, column_at};
use sporhund_model::{Chunk, Location, Place, PlaceId, Span};

/// Counts lines from the chunk's own start on; hits come in order, so nothing is counted twice.
#[derive(Debug, Default)]
pub(crate) struct LineCounter {
    at: u32,
    lines: u64,
    line_start: u32,
    /// A place in the line, and the characters before it: a line may be as long as the file.
    counted: (u32, u32),
}

impl LineCounter {
    pub(crate) fn begin(&mut self, chunk: &Chunk) {
        self.at = chunk.own.start;
        self.lines = chunk.origin.as_ref().map_or(0, |origin| origin.lines);
        let before = chunk
            .text
            .as_bytes()
            .get(..self.at as usize)
            .unwrap_or_default();
        self.line_start = memchr::memrchr(b'\n', before).map_or(0, |feed| feed as u32 + 1);
        self.counted = (self.line_start, 0);
    }

    /// Line from 1 and column in characters from 1.
    fn position(&mut self, chunk: &Chunk, at: u32) -> (u64, u32) {
        let passed = chunk
            .text
            .as_bytes()
            .get(self.at as usize..at as usize)
            .unwrap_or_default();
        for feed in memchr::memchr_iter(b'\n', passed) {
            self.lines += 1;
            self.line_start = self.at + feed as u32 + 1;
        }
        self.at = at.max(self.at);
        if !(self.line_start..=at).contains(&self.counted.0) {
            self.counted = (self.line_start, 0);
        }
        let (from, before) = self.counted;
        let part = chunk.text.get(from as usize..at as usize);
        // A byte order mark stands in the file and is seen by nobody.
        let seen = part
            .unwrap_or_default()
            .chars()
            .filter(|character| *character != '\u{feff}');
        let characters = before + seen.count() as u32;
        if part.is_some() {
            self.counted = (at, characters);
        }
        (self.lines + 1, characters + 1)
    }
}

/// Where a span of a chunk stands. `places` are those of the document.
pub(crate) fn locate(
    chunk: &Chunk,
    places: &[Place],
    start: u32,
    lines: &mut LineCounter,
) -> (Location, Option<Column>) {
    let segment = chunk.segment_at(start);
    let column = column_at(chunk, start);
    let mut location = Location::default();
    if let Some(place) = place_of(places, segment.place) {
        location.part = place.part;
        location.page = place.page;
        location.slide = place.slide;
        location.sheet.clone_from(&place.sheet);
    }
    if segment.cell.is_some() {
        location.cell = Some(segment.cell.name());
    }
    if segment.line > 0 {
        location.line = Some(u64::from(segment.line));
    }
    if let Some(origin) = &chunk.origin {
        let (line, character) = lines.position(chunk, start);
        location.line = Some(line);
        location.column = Some(character);
        if origin.delimiter.is_some() {
            location.cell = column
                .and_then(|column| column.csv_cell(line))
                .map(sporhund_model::Cell::name);
        }
    }
    (location, column)
}

fn place_of(places: &[Place], id: PlaceId) -> Option<&Place> {
    places.get(id.0 as usize)
}

/// The bytes that a span of a chunk stands for: of the file for plain text, else of the member's text.
pub(crate) fn span_of(chunk: &Chunk, start: u32, end: u32) -> Span {
    if let Some(origin) = &chunk.origin {
        return Span {
            start: origin.file_byte(&chunk.text, start),
            end: origin.file_byte(&chunk.text, end),
        };
    }
    let segment = chunk.segment_at(start);
    let from = segment.offset + u64::from(start - segment.start);
    Span {
        start: from,
        end: from + u64::from(end - start),
    }
}

/// A name with everything that could identify taken out: runs of six digits or more, and mail addresses.
pub(crate) fn mask_name(name: &str) -> String {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    if name.contains('@') || digits >= 6 {
        name.chars()
            .map(|c| {
                if c.is_ascii_digit() || name.contains('@') && c.is_alphanumeric() {
                    '*'
                } else {
                    c
                }
            })
            .collect()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_in_any_order() {
        let chunk = Chunk {
            text: "\u{feff}aå 1\nöö 2 ä 3\n4".into(),
            ..Chunk::default()
        };
        let at = |digit: char| chunk.text.find(digit).unwrap() as u32;
        let mut lines = LineCounter::default();
        lines.begin(&chunk);
        assert_eq!(lines.position(&chunk, at('1')), (1, 4));
        assert_eq!(lines.position(&chunk, at('2')), (2, 4));
        assert_eq!(lines.position(&chunk, at('3')), (2, 8));
        assert_eq!(lines.position(&chunk, at('2')), (2, 4));
        assert_eq!(lines.position(&chunk, at('4')), (3, 1));
    }
}
