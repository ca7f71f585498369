//! From a byte of a chunk to a place that people can find, for kept samples only.

use crate::table::{Column, column_at};
use sporhund_model::{Chunk, Location, Place, PlaceId, Span};

/// Counts lines from the chunk's own start on; hits come in order, so nothing is counted twice.
#[derive(Debug, Default)]
pub(crate) struct LineCounter {
    at: u32,
    lines: u64,
    line_start: u32,
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
        let line = chunk
            .text
            .get(self.line_start as usize..at as usize)
            .unwrap_or_default();
        // A byte order mark stands in the file and is seen by nobody.
        let seen = line.chars().filter(|character| *character != '\u{feff}');
        (self.lines + 1, seen.count() as u32 + 1)
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
