//! Tells what starts a period from the words of a clause.

use super::Trigger;
use super::lexer::{Kind, Token};
use super::vocabulary::{Class, vocabulary};

/// A clause that says when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// What starts the period.
    pub(crate) trigger: Trigger,
    /// Whether the clause leaves something open: two events, or an event of delivery.
    pub(crate) open: bool,
}

/// Reads the words behind "efter", "när", "så länge" and the like; `None` when there are none.
pub(crate) fn clause(head: &Token, words: &[&Token]) -> Option<Clause> {
    if !words.iter().any(|token| matches!(token.kind, Kind::Word)) {
        return None;
    }
    let lasting = head.is(Class::AsLong);
    let mut trigger = resolve(words, lasting);
    let counted_from = head.is(Class::From) && !head.is(Class::Head);
    if trigger == Trigger::Other && counted_from && has(words, "registration") {
        trigger = Trigger::Creation;
    }
    let open = names_two(words, lasting)
        || words.iter().any(|token| token.is(Class::Deliver))
        || is_double(words, trigger);
    Some(Clause { trigger, open })
}

/// The trigger that the words name, `Other` when none is known.
pub(crate) fn resolve(words: &[&Token], lasting: bool) -> Trigger {
    let vocabulary = vocabulary();
    let mut concepts = words
        .iter()
        .fold(0, |bits, token| bits | token.marks.concepts);
    if lasting {
        concepts |= vocabulary.concept("end");
    }
    let weight = words.iter().filter(|token| has_weight(token)).count();
    vocabulary
        .triggers
        .iter()
        .filter(|rule| !rule.bare || weight <= 1)
        .filter(|rule| concepts & rule.unless == 0)
        .find(|rule| rule.when.iter().any(|all| concepts & all == *all))
        .map_or(Trigger::Other, |rule| rule.trigger)
}

fn has(words: &[&Token], concept: &str) -> bool {
    let bit = vocabulary().concept(concept);
    words.iter().any(|token| token.marks.concepts & bit != 0)
}

/// Whether a word says something of its own: not an article, preposition or auxiliary.
fn has_weight(token: &Token) -> bool {
    const LIGHT: [Class; 9] = [
        Class::Plain,
        Class::Copula,
        Class::Head,
        Class::From,
        Class::InSpan,
        Class::And,
        Class::Until,
        Class::Must,
        Class::Afterwards,
    ];
    token.kind == Kind::Word
        && !LIGHT.iter().any(|class| token.is(*class))
        && token.marks.number.is_none()
}

/// Whether two different events are joined by "eller".
fn names_two(words: &[&Token], lasting: bool) -> bool {
    let mut sides = words
        .split(|token| token.is(Class::Or))
        .map(|side| resolve(side, lasting))
        .filter(|trigger| *trigger != Trigger::Other);
    let first = sides.next();
    first.is_some() && sides.any(|trigger| Some(trigger) != first)
}

/// Whether two finite sentences are joined by "och" and neither is a known event.
fn is_double(words: &[&Token], trigger: Trigger) -> bool {
    let finite = words.iter().filter(|token| token.is(Class::Copula)).count();
    trigger == Trigger::Other && finite > 1 && words.iter().any(|token| token.is(Class::And))
}
