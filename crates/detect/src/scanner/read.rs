//! What the beginning of a document says about itself.

use super::Scanner;
use crate::hit::Hit;
use crate::signals;
use sporhund_model::{Category, Chunk, Part};

impl Scanner<'_> {
    /// Headings, case numbers and dates at the beginning of the document, with every detected span masked.
    pub(super) fn read_signals(&mut self, chunk: &Chunk, hits: &[Hit]) {
        if self.head_seen >= signals::HEAD || self.member() != 0 {
            return;
        }
        let mut end =
            (chunk.own.start as usize + signals::HEAD - self.head_seen).min(chunk.own.end as usize);
        while !chunk.text.is_char_boundary(end) {
            end -= 1;
        }
        let start = chunk.own.start as usize;
        let mut text = chunk.text.get(start..end).unwrap_or_default().to_owned();
        self.head_seen += text.len();
        // Case numbers name no person, and are what linking needs.
        let rules = self.rules;
        let is_reference = |hit: &Hit| {
            rules
                .rule(hit.rule)
                .is_some_and(|rule| rule.category == Category::Reference)
        };
        // `Läkarintyg för Eva Ek` says what the document is, `Eva Ek lider av …` what she has.
        let is_said = |hit: &Hit| {
            let person = hit.person.and_then(|person| hits.get(person));
            person.is_some_and(|person| person.start < hit.start)
        };
        let detected = hits
            .iter()
            .filter(|hit| hit.checked.is_some() && !is_reference(hit) || is_said(hit))
            .map(|hit| (hit.start, hit.end));
        for (from, to) in detected.chain(self.suspected.iter().copied()) {
            let from = (from as usize).saturating_sub(start);
            let to = (to as usize).saturating_sub(start).min(text.len());
            if from < to && text.is_char_boundary(from) && text.is_char_boundary(to) {
                text.replace_range(from..to, &"*".repeat(to - from));
            }
        }
        signals::read_text(&text, &mut self.tally.signals);
        self.read_headings(chunk, &text, start);
    }

    fn read_headings(&mut self, chunk: &Chunk, masked: &str, start: usize) {
        let words = &mut self.tally.signals.heading_words;
        for (index, segment) in chunk.segments.iter().enumerate() {
            let is_heading = self
                .places
                .get(segment.place.0 as usize)
                .is_some_and(|place| place.part == Part::Heading);
            let end = chunk
                .segments
                .get(index + 1)
                .map_or(chunk.text.len(), |next| next.start as usize);
            let range = (segment.start as usize).saturating_sub(start)
                ..end.saturating_sub(start).min(masked.len());
            if is_heading && words.len() < 48 {
                words.extend(signals::heading_words(
                    masked.get(range).unwrap_or_default(),
                ));
            }
        }
        if words.is_empty() && self.head_seen == masked.len() {
            let line = masked
                .lines()
                .find(|line| !line.trim().is_empty())
                .unwrap_or_default();
            if line.len() <= 120 {
                words.extend(signals::heading_words(line));
            }
        }
    }
}
