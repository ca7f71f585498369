//! A chunk's text as it is scanned, with the way back to the original.

use crate::fold::Folded;
use sporhund_model::{Cell, Chunk, Join};

/// Bytes of text on either side of a candidate that a validator sees.
const BESIDE: usize = 48;
/// The same for validators that read several lines.
const LINES: usize = 96;

/// A chunk's text as it is scanned.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub chunk: &'a Chunk,
    pub text: &'a str,
    /// How the text was folded, when it was.
    pub map: Option<&'a Folded>,
}

impl<'a> View<'a> {
    /// The delimiter of raw csv.
    pub(crate) fn delimiter(&self) -> Option<u8> {
        self.chunk
            .origin
            .as_ref()
            .and_then(|origin| origin.delimiter)
    }

    /// The range of the original that a range of the view stands for.
    pub(crate) fn original(&self, start: u32, end: u32) -> (u32, u32) {
        let Some(map) = self.map else {
            return (start, end);
        };
        let mut last = map.original_end(end) as usize;
        while last < self.chunk.text.len() && !self.chunk.text.is_char_boundary(last) {
            last += 1;
        }
        (map.original(start), last as u32)
    }

    /// Whether something that nothing crosses lies within a range.
    pub(crate) fn crosses_hard_join(&self, start: u32, end: u32) -> bool {
        let (start, end) = self.original(start, end);
        let segments = &self.chunk.segments;
        let next = segments.partition_point(|segment| segment.start <= start);
        let inside = segments
            .get(next..)
            .unwrap_or_default()
            .iter()
            .take_while(|segment| segment.start < end);
        inside.into_iter().any(|segment| segment.join == Join::Hard)
    }

    /// Some text right before a range, within its line.
    pub(crate) fn before(&self, start: u32) -> &'a str {
        let text = self.reach_back(start, BESIDE);
        let line = memchr::memrchr(b'\n', text.as_bytes()).map_or(0, |feed| feed + 1);
        text.get(line..).unwrap_or_default()
    }

    /// Some text right behind a range, within its line.
    pub(crate) fn after(&self, end: u32) -> &'a str {
        let text = self.reach_on(end, BESIDE);
        let line = memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
        text.get(..line).unwrap_or_default()
    }

    /// Some text on either side of a range, across lines.
    pub(crate) fn around(&self, start: u32, end: u32) -> (&'a str, &'a str) {
        (self.reach_back(start, LINES), self.reach_on(end, LINES))
    }

    fn reach_back(&self, start: u32, bytes: usize) -> &'a str {
        let end = start as usize;
        let mut from = end.saturating_sub(bytes);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        self.text.get(from..end).unwrap_or_default()
    }

    fn reach_on(&self, end: u32, bytes: usize) -> &'a str {
        let from = end as usize;
        let mut to = (from + bytes).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        self.text.get(from..to).unwrap_or_default()
    }

    /// Whether a range is all that its cell holds.
    pub(crate) fn fills_cell(&self, start: u32, end: u32) -> bool {
        let is_edge = |byte: Option<&u8>, delimiter: Option<u8>| {
            byte.is_none_or(|byte| {
                matches!(byte, b'\n' | b'\r' | b'\t' | b'"') || Some(*byte) == delimiter
            })
        };
        let delimiter = self.delimiter();
        let in_table = delimiter.is_some() || self.chunk.segment_at(start).cell != Cell::default();
        let text = self.text.as_bytes();
        let before = start.checked_sub(1).and_then(|at| text.get(at as usize));
        in_table && is_edge(before, delimiter) && is_edge(text.get(end as usize), delimiter)
    }
}
