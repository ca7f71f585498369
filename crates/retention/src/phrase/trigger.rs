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
    /// A bare "beslut", or one "av nämnden": without a period, it is the disposal that someone must decide.
    pub(crate) vague: bool,
}

/// What a clause opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// "så länge": the clause names what lasts, and its end counts.
    Lasting,
    /// "efter".
    After,
    /// "när", "vid", "från" and the like, or nothing.
    Other,
}

impl Opening {
    fn of(head: &Token) -> Self {
        if head.is(Class::AsLong) || head.is(Class::During) {
            Opening::Lasting
        } else if head.is(Class::After) {
            Opening::After
        } else {
            Opening::Other
        }
    }
}

/// Reads the words behind "efter", "när", "så länge" and the like; `None` when there are none.
pub(crate) fn clause(head: &Token, words: &[&Token]) -> Option<Clause> {
    if !words.iter().any(|token| matches!(token.kind, Kind::Word)) {
        return None;
    }
    let opening = Opening::of(head);
    let mut trigger = resolve(words, opening);
    let counted_from = head.is(Class::From) && !head.is(Class::Head);
    if trigger == Trigger::Other && counted_from && has(words, "registration") {
        trigger = Trigger::Creation;
    }
    let open = names_two(words, opening)
        || words.iter().any(|token| token.is(Class::Deliver))
        || is_double(words, trigger);
    Some(Clause {
        trigger,
        open,
        vague: trigger == Trigger::Decision && asks_for_decision(words),
    })
}

/// "efter beslut", "efter beslut av nämnden".
fn asks_for_decision(words: &[&Token]) -> bool {
    let alone = words.iter().filter(|token| has_weight(token)).count() <= 1;
    let plain = |token: &&&Token| {
        matches!(
            token.text.as_str(),
            "beslut" | "beslutet" | "afgørelse" | "afgørelsen" | "beslutning" | "beslutningen"
        )
    };
    let by = |token: &&Token| matches!(token.text.as_str(), "av" | "från" | "af" | "fra");
    let finite = words.iter().any(|token| token.is(Class::Copula));
    words.iter().any(|token| plain(&token)) && !finite && (alone || words.iter().any(by))
}

/// The trigger that the words name, `Other` when none is known.
pub(crate) fn resolve(words: &[&Token], opening: Opening) -> Trigger {
    let vocabulary = vocabulary();
    let mut concepts = words
        .iter()
        .fold(0, |bits, token| bits | token.marks.concepts);
    if opening == Opening::Lasting {
        concepts |= vocabulary.concept("end");
    }
    let weight = words.iter().filter(|token| has_weight(token)).count();
    vocabulary
        .triggers
        .iter()
        .filter(|rule| !rule.bare || weight <= 1)
        .filter(|rule| !rule.after || opening == Opening::After)
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
fn names_two(words: &[&Token], opening: Opening) -> bool {
    let mut sides = words
        .split(|token| token.is(Class::Or))
        .map(|side| resolve(side, opening))
        .filter(|trigger| *trigger != Trigger::Other);
    let first = sides.next();
    // "eller när rehabilitering avslutats": a clause of its own, whatever it names.
    let again = words
        .windows(2)
        .any(|pair| matches!(pair, [or, head] if or.is(Class::Or) && head.is(Class::Head)));
    first.is_some() && (again || sides.any(|trigger| Some(trigger) != first))
}

/// Whether two finite sentences are joined by "och" and neither is a known event.
fn is_double(words: &[&Token], trigger: Trigger) -> bool {
    let finite = words.iter().filter(|token| token.is(Class::Copula)).count();
    trigger == Trigger::Other && finite > 1 && words.iter().any(|token| token.is(Class::And))
}
