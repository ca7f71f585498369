//! One span has one meaning: hits are weighed by what names them and how they are written, and of overlapping ones the best
//! is kept.

use crate::hit::{Hit, Naming};
use crate::language::Language;
use sporhund_model::Note;

/// What naming adds to confidence, in thousandths.
const LABEL: i16 = 300;
const HEADING: i16 = 300;
const HINT: i16 = 120;
const OTHER: i16 = -450;
/// What the wrong language takes from a number that nothing names, and what the right one adds.
const FOREIGN: i16 = -150;
const NATIVE: i16 = 100;

/// Adds what the surroundings say.
pub(crate) fn weigh(hit: &mut Hit) {
    let (weight, reason) = match hit.naming {
        Naming::Label => (LABEL, Some("reason-label")),
        Naming::Heading => (HEADING, Some("reason-heading")),
        Naming::Hint => (HINT, Some("reason-hint")),
        Naming::Other => (OTHER, Some("reason-named-otherwise")),
        Naming::None => (0, None),
    };
    hit.confidence += weight;
    hit.reasons.extend(reason.map(Note::new));
}

/// A number of one country that nothing names is less sure in a text of the other's language, and surer in its own.
pub(crate) fn weigh_language(hit: &mut Hit, rule_id: &str, language: Option<Language>) {
    if hit.naming.is_named() {
        return;
    }
    match (language, rule_id.get(..3)) {
        (Some(Language::Swedish), Some("dk.")) | (Some(Language::Danish), Some("se.")) => {
            hit.confidence += FOREIGN;
            hit.reasons.push(Note::new("reason-other-language"));
        }
        (Some(Language::Danish), Some("dk.")) | (Some(Language::Swedish), Some("se.")) => {
            hit.confidence += NATIVE;
            hit.reasons.push(Note::new("reason-own-language"));
        }
        _ => {}
    }
}

/// Sorts the hits and keeps the best of those that overlap. `id` gives a rule's id.
pub(crate) fn keep_best(hits: &mut Vec<Hit>, id: impl Fn(u16) -> String) {
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end), hit.rule));
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits.drain(..) {
        match kept.last_mut() {
            Some(last) if hit.start < last.end => {
                let (better, worse) = if rank(&hit) > rank(last) {
                    (hit, last.clone())
                } else {
                    (last.clone(), hit)
                };
                *last = better;
                if worse.confidence >= 400 && worse.rule != last.rule {
                    last.reasons
                        .push(Note::new("reason-also-fits").with("rule", id(worse.rule)));
                }
            }
            _ => kept.push(hit),
        }
    }
    *hits = kept;
}

fn rank(hit: &Hit) -> (bool, i16, u32) {
    (hit.naming.is_named(), hit.confidence, hit.end - hit.start)
}
