//! One span has one meaning: hits are weighed by what names them and how they are written, and of overlapping ones the best
//! is kept.

use crate::compile::Rule;
use crate::hit::{Hit, Naming};
use crate::language::Language;
use sporhund_model::{Category, Note};

/// What naming adds to confidence, in thousandths.
const LABEL: i16 = 300;
const HEADING: i16 = 300;
const HINT: i16 = 120;
const OTHER: i16 = -450;
const UNKNOWN: i16 = -250;
/// What the wrong language takes from a number that nothing names, and what the right one adds.
const FOREIGN: i16 = -150;
/// The same of the number of a person: hardly any stands in a text of the other country without its label.
const FOREIGN_PERSON: i16 = -360;
const FOREIGN_NAMED: i16 = -60;
const NATIVE: i16 = 120;

/// What a name adds to digits without anything between: it says what they are, so most of the doubt falls away.
const NAMED_BARE: i16 = 250;

/// Adds what the surroundings say.
pub(crate) fn weigh(hit: &mut Hit) {
    let (weight, reason) = match hit.naming {
        Naming::Label => (LABEL, Some("reason-label")),
        Naming::Heading => (HEADING, Some("reason-heading")),
        Naming::Hint => (HINT, Some("reason-hint")),
        Naming::Other => (OTHER, Some("reason-named-otherwise")),
        Naming::Unknown => (UNKNOWN, Some("reason-named-otherwise")),
        Naming::None => (0, None),
    };
    hit.confidence += weight;
    if hit.naming.is_named() && hit.reasons.iter().any(|reason| reason.code == BARE) {
        hit.confidence += NAMED_BARE;
    }
    hit.reasons.extend(reason.map(Note::new));
}

/// The reason of validators for digits without anything between.
const BARE: &str = "reason-bare-digits";

/// A number of one country is surer in a text of its language; one that nothing names is less sure in the other's.
pub(crate) fn weigh_language(hit: &mut Hit, rule: &Rule, language: Option<Language>) {
    if hit.naming == Naming::Other {
        return;
    }
    let country = rule
        .id
        .as_str()
        .split('.')
        .find(|part| matches!(*part, "se" | "dk"));
    match (language, country) {
        (Some(Language::Swedish), Some("dk")) | (Some(Language::Danish), Some("se")) => {
            if hit.naming.is_named() {
                // `personnummer` is a word of both languages: another number of the text's own country comes first.
                hit.is_foreign = true;
                hit.confidence += FOREIGN_NAMED;
                return;
            }
            hit.confidence += match rule.category {
                Category::NationalId => FOREIGN_PERSON,
                _ => FOREIGN,
            };
            hit.reasons.push(Note::new("reason-other-language"));
        }
        (Some(Language::Danish), Some("dk")) | (Some(Language::Swedish), Some("se")) => {
            hit.confidence += NATIVE;
            hit.reasons.push(Note::new("reason-own-language"));
        }
        _ => {}
    }
}

/// A hit at least this sure swallows what lies within it, in thousandths.
const SURE: i16 = 400;

/// Sorts the hits and keeps the best of those that overlap. `id` gives a rule's id.
pub(crate) fn keep_best(hits: &mut Vec<Hit>, id: impl Fn(u16) -> String) {
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end), hit.rule));
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for mut hit in hits.drain(..) {
        let mut is_kept = true;
        while let Some(last) = kept.last_mut().filter(|last| hit.start < last.end) {
            if is_better(&hit, last) {
                note_other(&mut hit, last, &id);
                kept.pop();
            } else {
                note_other(last, &hit, &id);
                is_kept = false;
                break;
            }
        }
        if is_kept {
            kept.push(hit);
        }
    }
    *hits = kept;
}

/// A longer span that is sure beats what lies within it; else the named one, the surer, the longer.
fn is_better(hit: &Hit, other: &Hit) -> bool {
    let holds = |outer: &Hit, inner: &Hit| {
        outer.start <= inner.start
            && inner.end <= outer.end
            && outer.end - outer.start > inner.end - inner.start
            && outer.confidence >= SURE
    };
    if holds(other, hit) {
        return false;
    }
    holds(hit, other) || rank(hit) > rank(other)
}

fn rank(hit: &Hit) -> (bool, i16, u32) {
    let is_named = hit.naming.is_named() && !hit.is_foreign;
    (is_named, hit.confidence, hit.end - hit.start)
}

/// Says which other rule a span would fit.
fn note_other(better: &mut Hit, worse: &Hit, id: impl Fn(u16) -> String) {
    if worse.confidence >= SURE && worse.rule != better.rule {
        better
            .reasons
            .push(Note::new("reason-also-fits").with("rule", id(worse.rule)));
    }
}
