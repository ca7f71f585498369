//! Weighing hits by heading, surroundings and language.

use super::{Scanner, enumeration};
use crate::hit::{Hit, Naming};
use crate::other_number;
use crate::resolve::{weigh, weigh_language};
use crate::table::RUNNING_TEXT;
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
            hit.naming = self.naming(chunk, hit);
            weigh(hit);
            if let Some(rule) = self.rules.rule(hit.rule) {
                weigh_language(hit, rule, language);
            }
            self.weigh_wishes(chunk, hit);
        }
        enumeration::weigh(chunk, self.rules, hits);
        let (rules, floors, profiles) = (self.rules, &self.floors, &self.tally.profiles);
        hits.retain(|hit| {
            let column = hit.column.unwrap_or(RUNNING_TEXT);
            let profile = profiles.get(&(column, hit.rule));
            if !hit.naming.is_named() && profile.is_some_and(|profile| profile.is_settled()) {
                return false;
            }
            let is_number = rules.rule(hit.rule).is_some_and(crate::context::is_number);
            if is_number && in_url_path(chunk.text.as_bytes(), hit.start as usize) {
                return false;
            }
            let must_be_named = rules.rule(hit.rule).is_some_and(|rule| rule.require_label);
            let floor = floors.get(usize::from(hit.rule)).copied().unwrap_or(0);
            hit.confidence >= floor && (hit.naming.is_named() || !must_be_named)
        });
    }

    fn naming(&self, chunk: &Chunk, hit: &Hit) -> Naming {
        let labels = &self.rules.labels;
        let heading = hit.column.map_or(Naming::None, |column| {
            self.headings.naming(labels, column, hit.rule)
        });
        match (heading, self.surroundings.naming(labels, hit.rule)) {
            (_, Naming::Label) => Naming::Label,
            (Naming::Heading, _) => Naming::Heading,
            (Naming::Other, _) | (_, Naming::Other) => Naming::Other,
            _ if self.is_other_number(chunk, hit) => Naming::Unknown,
            (Naming::Hint, _) => Naming::Hint,
            (_, beside) => beside,
        }
    }

    /// Whether a word for a number that no rule knows stands right before a number, or above its column.
    fn is_other_number(&self, chunk: &Chunk, hit: &Hit) -> bool {
        let rule = self.rules.rule(hit.rule);
        if !rule.is_some_and(crate::context::is_number) {
            return false;
        }
        let head = chunk.text.as_bytes().get(..hit.start as usize);
        let is_behind = || other_number::ends_in_one(head.unwrap_or_default());
        let is_headed = |column| self.headings.is_other(column);
        !self.surroundings.has_label_beside() && is_behind() || hit.column.is_some_and(is_headed)
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
            hit.reasons.push(Note::new("reason-own-address"));
        }
    }
}

/// The longest address on the web that is looked through.
const MAX_URL: usize = 240;

/// Whether a byte stands in the path of an address on the web; what stands in its query is data.
fn in_url_path(text: &[u8], at: usize) -> bool {
    let before = text.get(at.saturating_sub(MAX_URL)..at).unwrap_or_default();
    let is_end =
        |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'<' | b'>' | b'(');
    let start = before.iter().rposition(is_end).map_or(0, |end| end + 1);
    let url = before.get(start..).unwrap_or_default();
    let is_url = memchr::memmem::find(url, b"://").is_some() || url.starts_with(b"www.");
    is_url && memchr::memchr2(b'?', b'#', url).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_path_of_an_address_from_its_query() {
        let holds = |text: &str| in_url_path(text.as_bytes(), text.find("811218").unwrap_or(0));
        assert!(holds("se https://example.org/doc/811218-9876.pdf"));
        assert!(holds("www.example.org/811218"));
        assert!(!holds("https://example.org/?pnr=811218-9876"));
        assert!(!holds("https://example.org är stängd, 811218-9876"));
    }
}
