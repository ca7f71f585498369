//! Counting hits: groups, samples, and the mention of each identity.

use super::Scanner;
use crate::alone::is_alone;
use crate::entry::{Meaning, Strength};
use crate::hit::Hit;
use crate::place::{locate, span_of};
use crate::settings::Values;
use crate::tally::{GroupKey, MentionTally, SAMPLES, Sample};
use sporhund_model::{Chunk, Fingerprint, IdentityKind, Location, Span};

/// Identities whose fingerprints are kept at hand.
pub(super) const CACHED: usize = 65_536;

impl Scanner<'_> {
    /// Counts the hits that start in the chunk's own range.
    pub(super) fn count(&mut self, chunk: &Chunk, hits: &[Hit]) {
        for term in self
            .words
            .terms
            .iter()
            .filter(|term| chunk.own.contains(&term.start))
        {
            let entry = self.rules.dictionary.entry(term.number);
            // Ordinary words stand in every record; strong ones show what a document speaks of.
            if let Some(Meaning::Term { rule, strength, .. }) = entry.map(|entry| entry.meaning)
                && strength == Strength::Strong
            {
                *self.tally.terms.entry(rule).or_default() += 1;
            }
        }
        for (index, hit) in hits.iter().enumerate() {
            if chunk.own.contains(&hit.start) {
                self.count_hit(chunk, index, hits);
            }
        }
    }

    fn count_hit(&mut self, chunk: &Chunk, index: usize, hits: &[Hit]) {
        let Some(hit) = hits.get(index) else { return };
        if !self.is_enabled(hit.rule) {
            return;
        }
        let key = GroupKey {
            member: self.member() as u32,
            rule: hit.rule,
            column: hit.column,
            naming: hit.naming,
            is_official: hit.is_official(),
        };
        let confidence = hit.confidence.clamp(0, 1000);
        let fingerprint = self.fingerprint(hit);
        let group = self.tally.groups.entry(key).or_default();
        group.count(confidence);
        let wanted = self.tally.samples_all || group.samples.len() < SAMPLES;
        let is_new =
            fingerprint.is_some_and(|fingerprint| !self.tally.mentions.contains_key(&fingerprint));
        let (location, span) = if wanted || is_new {
            (
                locate(chunk, &self.places, hit.start, &mut self.lines).0,
                span_of(chunk, hit.start, hit.end),
            )
        } else {
            (Location::default(), Span::default())
        };
        let rules = self.rules;
        if let (Some(fingerprint), Some(checked)) = (fingerprint, &hit.checked) {
            let mention = MentionTally {
                identity: checked.identity,
                count: 1,
                rule: hit.rule,
                confidence,
                group: key,
                first: location.clone(),
                facts: checked.facts,
                is_alone: is_alone(chunk, rules, index, hits),
            };
            self.tally.merge_mention(fingerprint, mention);
        }
        if wanted {
            let sample = self.sample(chunk, hit, hits, (location, span, fingerprint));
            self.tally.add_sample(key, sample);
        }
    }

    fn sample(
        &mut self,
        chunk: &Chunk,
        hit: &Hit,
        hits: &[Hit],
        (location, span, fingerprint): (Location, Span, Option<Fingerprint>),
    ) -> Sample {
        let text = chunk.text.get(hit.start as usize..hit.end as usize);
        let person = hit
            .person
            .and_then(|index| hits.get(index))
            .and_then(|person| self.fingerprint(person));
        Sample {
            span,
            location,
            confidence: hit.confidence.clamp(0, 1000),
            reasons: hit.reasons.clone(),
            masked: self.mask(hit),
            fingerprint,
            person,
            value: (self.settings.values == Values::Keep)
                .then(|| text.unwrap_or_default().to_owned()),
        }
    }

    /// What may be shown of a hit: for a term its code, never the text.
    fn mask(&self, hit: &Hit) -> String {
        match (&hit.checked, hit.person) {
            (Some(checked), _) => checked.masked.clone(),
            (None, Some(_)) => self
                .rules
                .rule(hit.rule)
                .map_or("", |rule| rule.category.as_str())
                .to_owned(),
            (None, None) => "****".to_owned(),
        }
    }

    fn fingerprint(&mut self, hit: &Hit) -> Option<Fingerprint> {
        let checked = hit.checked.as_ref()?;
        if checked.normal.is_empty() || checked.identity == IdentityKind::None {
            return None;
        }
        let key = (checked.identity, checked.normal.clone());
        if self.fingerprints.len() > CACHED {
            self.fingerprints.clear();
        }
        let settings = self.settings;
        let make =
            |(kind, normal): &(IdentityKind, String)| settings.key.fingerprint(*kind, normal);
        Some(*self.fingerprints.entry(key).or_insert_with_key(make))
    }
}
