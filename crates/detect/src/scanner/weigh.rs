//! Weighing hits by heading, surroundings and language.

use super::Scanner;
use crate::hit::{Hit, Naming};
use crate::resolve::{weigh, weigh_language};
use sporhund_model::{Chunk, Note};

impl Scanner<'_> {
    /// Weighs each hit; what must be labelled and is not falls away.
    pub(super) fn weigh(&mut self, chunk: &Chunk, hits: &mut Vec<Hit>) {
        let language = self.language();
        let mut looked_at = None;
        for hit in hits.iter_mut() {
            hit.column = self.cells.column_at(chunk, hit.start);
            if looked_at != Some((hit.start, hit.end)) {
                self.surroundings
                    .look(chunk, &self.words.labels, hit.start, hit.end);
                looked_at = Some((hit.start, hit.end));
            }
            hit.naming = self.naming(hit);
            weigh(hit);
            if let Some(rule) = self.rules.rule(hit.rule) {
                weigh_language(hit, rule.id.as_str(), language);
            }
            self.weigh_wishes(chunk, hit);
        }
        let (rules, floors) = (self.rules, &self.floors);
        hits.retain(|hit| {
            let must_be_named = rules.rule(hit.rule).is_some_and(|rule| rule.require_label);
            let floor = floors.get(usize::from(hit.rule)).copied().unwrap_or(0);
            hit.confidence >= floor && (hit.naming.is_named() || !must_be_named)
        });
    }

    fn naming(&self, hit: &Hit) -> Naming {
        let labels = &self.rules.labels;
        let heading = hit.column.map_or(Naming::None, |column| {
            self.headings.naming(labels, column, hit.rule)
        });
        match (heading, self.surroundings.naming(labels, hit.rule)) {
            (_, Naming::Label) => Naming::Label,
            (Naming::Heading, _) => Naming::Heading,
            (Naming::Other, _) => Naming::Other,
            (Naming::Hint, _) => Naming::Hint,
            (_, beside) => beside,
        }
    }

    /// What the organisation excepts is dropped; its own addresses are official contact data.
    fn weigh_wishes(&self, chunk: &Chunk, hit: &mut Hit) {
        let Some(checked) = &hit.checked else { return };
        let raw = chunk.text.get(hit.start as usize..hit.end as usize);
        if self
            .rules
            .wishes
            .excepts(raw.unwrap_or_default(), &checked.normal)
        {
            hit.confidence = i16::MIN;
        } else if self.rules.wishes.is_own_address(&checked.normal) {
            hit.confidence -= OWN_ADDRESS;
            hit.reasons.push(Note::new("reason-own-address"));
        }
    }
}

/// What an address of the organisation itself loses: official contact data, shown only when asked for.
const OWN_ADDRESS: i16 = 900;
