//! A paragraph on its way: its text, and which stretches of it a reader sees.

use std::ops::Range;

use sporhund_model::{Cell, Join, Part, Place};

use crate::decoder::{DecodeError, Sink, Text};

/// What a stretch of a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As the document reads.
    Plain,
    /// A tracked insertion.
    Inserted,
    /// A tracked deletion.
    Deleted,
    /// Not shown.
    Hidden,
    /// A field code.
    Code,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) part: Part,
    pub(crate) table: Option<u32>,
    pub(crate) cell: Cell,
    pub(crate) join: Join,
}

/// The text of a paragraph with its stretches.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    text: String,
    spans: Vec<(Kind, Range<usize>)>,
    /// Whether its style or outline level makes it a heading.
    pub(crate) heading: bool,
}

impl Paragraph {
    /// Empties it and keeps its memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.heading = false;
    }

    /// Adds text.
    pub(crate) fn push(&mut self, kind: Kind, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        match self.spans.last_mut() {
            Some((last, range)) if *last == kind => range.end = self.text.len(),
            _ => self.spans.push((kind, start..self.text.len())),
        }
    }

    /// Whether it holds anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether something was sent after what a reader sees.
    pub(crate) fn has_asides(&self) -> bool {
        let mut kinds = self.spans.iter().map(|(kind, _)| *kind);
        kinds.any(|kind| matches!(kind, Kind::Deleted | Kind::Code))
    }

    fn get(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Sends first what a reader sees, then each deletion with the word it was part of, then field codes.
    pub(crate) fn send(&self, spot: Spot, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut join = spot.join;
        let seen = |kind: Kind| !matches!(kind, Kind::Deleted | Kind::Code);
        for (kind, range) in self.spans.iter().filter(|(kind, _)| seen(*kind)) {
            let part = match kind {
                Kind::Inserted => Part::Insertion,
                Kind::Hidden => Part::Hidden,
                _ if self.heading && spot.part == Part::Body => Part::Heading,
                _ => spot.part,
            };
            send_as(part, self.get(range), Spot { join, ..spot }, sink)?;
            join = Join::None;
        }
        let hard = Spot {
            join: Join::Hard,
            ..spot
        };
        for at in 0..self.spans.len() {
            match self.spans.get(at) {
                Some((Kind::Deleted, _)) => {
                    send_as(Part::Deletion, &self.before_deletion(at), hard, sink)?;
                }
                Some((Kind::Code, range)) => {
                    send_as(Part::Formula, self.get(range), hard, sink)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A deletion with what was the rest of its first and last word, so that a number of which one digit was changed
    /// is still read as it was.
    fn before_deletion(&self, at: usize) -> String {
        let original = |kind: Kind| matches!(kind, Kind::Plain | Kind::Hidden);
        let (before, after) = self.spans.split_at(at.min(self.spans.len()));
        let last = before
            .iter()
            .rev()
            .find(|(kind, _)| *kind != Kind::Inserted);
        let next = after
            .iter()
            .skip(1)
            .find(|(kind, _)| *kind != Kind::Inserted);
        let mut text = String::new();
        if let Some((kind, range)) = last
            && original(*kind)
        {
            let words = self.get(range);
            let start = words.rfind(char::is_whitespace).map_or(0, |at| {
                at + words
                    .get(at..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(1, char::len_utf8)
            });
            text.push_str(words.get(start..).unwrap_or_default());
        }
        if let Some((_, range)) = after.first() {
            text.push_str(self.get(range));
        }
        if let Some((kind, range)) = next
            && original(*kind)
        {
            let words = self.get(range);
            let end = words.find(char::is_whitespace).unwrap_or(words.len());
            text.push_str(words.get(..end).unwrap_or_default());
        }
        text
    }
}

/// Sends text at a spot as a part.
pub(crate) fn send_as(
    part: Part,
    text: &str,
    spot: Spot,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let place = sink.place(Place {
        part,
        table: spot.table,
        ..Place::default()
    })?;
    sink.text(Text {
        text,
        place,
        cell: spot.cell,
        join: spot.join,
    })
}
