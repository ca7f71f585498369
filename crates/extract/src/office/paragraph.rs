//! A paragraph on its way: its text, and which stretches of it a reader sees.

use std::ops::Range;

use sporhund_model::{Join, Part};

use crate::decoder::DecodeError;

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

/// Takes the pieces of a paragraph: what each is, its text, and how it hangs together with the one before.
pub(crate) type Take<'t> = dyn FnMut(Part, &str, Join) -> Result<(), DecodeError> + 't;

/// The text of a paragraph with its stretches.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    text: String,
    spans: Vec<(Kind, Range<usize>)>,
    /// Whether its style or outline level makes it a heading.
    pub(crate) heading: bool,
    /// The number that a list sets in front of it.
    pub(crate) label: String,
}

impl Paragraph {
    /// Empties it and keeps its memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.heading = false;
        self.label.clear();
    }

    /// Adds text.
    pub(crate) fn push(&mut self, kind: Kind, text: &str) {
        if !self.label.is_empty() && !text.is_empty() {
            let label = std::mem::take(&mut self.label);
            self.push(Kind::Plain, &label);
        }
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

    /// Gives first what a reader sees, then each deletion with the word it was part of, then field codes. What is nothing
    /// of its own is of the kind `part`.
    pub(crate) fn send(
        &self,
        part: Part,
        join: Join,
        take: &mut Take<'_>,
    ) -> Result<(), DecodeError> {
        let mut join = join;
        let seen = |kind: Kind| !matches!(kind, Kind::Deleted | Kind::Code);
        for (kind, range) in self.spans.iter().filter(|(kind, _)| seen(*kind)) {
            let part = match kind {
                Kind::Inserted => Part::Insertion,
                Kind::Hidden => Part::Hidden,
                _ if self.heading && part == Part::Body => Part::Heading,
                _ => part,
            };
            take(part, self.get(range), join)?;
            join = Join::None;
        }
        for at in 0..self.spans.len() {
            match self.spans.get(at) {
                Some((Kind::Deleted, _)) => {
                    take(Part::Deletion, &self.before_deletion(at), Join::Hard)?;
                }
                Some((Kind::Code, range)) => take(Part::Formula, self.get(range), Join::Hard)?,
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
