//! What detectors find in the text itself, such as names.

use super::{MOST_BY_NAMING, Scanner};
use crate::context::near;
use crate::hit::{Hit, Naming};
use crate::table::{Column, column_at};
use crate::words::WordHit;
use sporhund_detector::{Page, RawHit};
use sporhund_model::{Chunk, Note};

impl Scanner<'_> {
    /// Adds what detectors find, unless it cannot count whatever stands around it.
    pub(super) fn detect(&mut self, chunk: &Chunk, hits: &mut Vec<Hit>) {
        let rules = self.rules;
        self.suspected.clear();
        if !rules
            .detectors
            .iter()
            .any(|(_, rule)| self.is_enabled(*rule))
        {
            return;
        }
        let capitals = std::mem::take(&mut self.capitals);
        let mut raw = std::mem::take(&mut self.raw);
        let page = Page {
            text: &chunk.text,
            capitals: &capitals,
            delimiter: delimiter(chunk),
        };
        for (detector, rule) in &rules.detectors {
            if !self.is_enabled(*rule) {
                continue;
            }
            raw.clear();
            detector.scan(&page, &mut raw);
            // What may be a name is kept out of what is stored, however unsure.
            self.suspected
                .extend(raw.iter().map(|found| (found.start, found.end)));
            for found in &raw {
                self.profile_found(chunk, found, *rule);
                if self.may_be_named(chunk, found, *rule) {
                    let text = chunk.text.get(found.start as usize..found.end as usize);
                    let checked = detector.read(text.unwrap_or_default());
                    hits.push(self.detected(found, *rule, checked));
                }
            }
        }
        self.capitals = capitals;
        self.raw = raw;
    }

    /// Counts what stands under a heading that names things as well as sure by itself, or as what only the heading makes it.
    fn profile_found(&mut self, chunk: &Chunk, found: &RawHit, rule: u16) {
        if !self.headings.names(rule) || self.profiled >= super::find::PROFILED {
            return;
        }
        let column = self.cells.column_at(chunk, found.start);
        let labels = &self.rules.labels;
        let is_generic = |column: &Column| self.headings.is_generic(labels, *column, rule);
        if let Some(column) = column.filter(is_generic) {
            self.profiled += 1;
            let profile = self.tally.profiles.entry((column, rule)).or_default();
            profile.real += u32::from(found.weight >= 0);
            profile.look_alikes += u32::from(found.weight < 0);
        }
    }

    fn detected(&self, found: &RawHit, rule: u16, checked: sporhund_detector::Checked) -> Hit {
        let base = self.rules.rule(rule).map_or(0, |rule| rule.confidence);
        let mut hit = Hit::new(rule, found.start, found.end, base + found.weight);
        hit.reasons.push(Note::new(found.reason));
        hit.checked = Some(checked);
        hit
    }

    /// Whether something is sure enough, or may become so by a label beside it or the heading of its column.
    fn may_be_named(&self, chunk: &Chunk, found: &RawHit, rule: u16) -> bool {
        let base = self.rules.rule(rule).map_or(0, |rule| rule.confidence);
        let threshold = self.thresholds.get(usize::from(rule)).copied().unwrap_or(0);
        let missing = threshold - (base + found.weight);
        if missing <= 0 {
            return true;
        }
        if missing > MOST_BY_NAMING {
            return false;
        }
        let labels = &self.rules.labels;
        let text = chunk.text.as_bytes();
        let is_label = |label: &WordHit| label.start < found.end && found.start < label.end;
        let overlapping = near(&self.words.labels, found.start, found.end);
        if overlapping
            .filter(|label| is_label(label))
            .any(|label| labels.named_by(label.number).contains(&rule))
        {
            return false;
        }
        let names_it = |label: &WordHit| {
            let between = text.get(label.end as usize..found.start as usize);
            between.is_some_and(is_colon) && labels.named_by(label.number).contains(&rule)
        };
        let mut near = near(&self.words.labels, found.start, found.end);
        let is_labelled = near.any(names_it);
        is_labelled
            || self.headings.names(rule)
                && column_at(chunk, found.start).is_some_and(|column| {
                    self.headings.naming(labels, column, rule) == Naming::Heading
                })
    }
}

/// What stands between the cells of a table.
fn delimiter(chunk: &Chunk) -> Option<u8> {
    let has_cells = chunk.segments.iter().any(|segment| segment.cell.is_some());
    match &chunk.origin {
        Some(origin) => origin.delimiter,
        None => has_cells.then_some(b'\t'),
    }
}

/// `: ` and the like, which leads from a label to what it names.
fn is_colon(between: &[u8]) -> bool {
    between.len() <= 4
        && between.iter().any(|byte| matches!(byte, b':' | b'\t'))
        && between
            .iter()
            .all(|byte| byte.is_ascii_whitespace() || *byte == b':')
}
