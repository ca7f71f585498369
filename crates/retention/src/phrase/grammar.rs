//! Statements: what is done, for how long, from when, with what is left open.
//!
//! ```text
//! phrase    := statement (separator statement)*
//! statement := (act | amount | age | clause | word of class | other word)*
//! amount    := ISO | number [alternative number] ["(" number ")"] unit [smaller amount]
//! clause    := head word+           "efter avslutat ärende", "når barnet er fyldt 18 år"
//! ```

use super::Bound;
use super::lexer::{Kind, Token};
use super::period::Period;
use super::reader::Reader;
use super::trigger::Clause;
use super::vocabulary::Class;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Dispose,
    Cleanse,
    Preserve,
    Keep,
    KeepDoubtful,
    Archive,
    Deliver,
    HandOver,
    GiveBack,
}

/// A verb with its negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    pub(crate) verb: Verb,
    pub(crate) negated: bool,
}

/// A length of time as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// The longest of its alternatives.
    pub(crate) period: Period,
    /// Whether there were alternatives.
    pub(crate) alternatives: bool,
    /// Whether it is a limit by its own words ("i 5 år", "under 5 år").
    pub(crate) spanned: bool,
    /// A code of the Danish classification in days: its clock is the closing of the case.
    pub(crate) iso: bool,
}

/// One thing that the phrase says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statement {
    pub(crate) acts: Vec<Act>,
    pub(crate) amounts: Vec<Amount>,
    pub(crate) clause: Option<Clause>,
    /// The clause is a limit ("tills", "så länge").
    pub(crate) until: bool,
    pub(crate) age: Option<u16>,
    pub(crate) bound: Bound,
    pub(crate) may: bool,
    pub(crate) forever: bool,
    pub(crate) at_once: bool,
    pub(crate) indefinite: bool,
    pub(crate) archive_place: bool,
    /// Something names another place where the rule stands.
    pub(crate) refers: bool,
    /// A law or decision is named.
    pub(crate) cites: bool,
    /// Someone must judge, or it holds under a condition or for a part only.
    pub(crate) open: bool,
    /// Someone must judge.
    pub(crate) judged: bool,
    /// Two objects in one cell.
    pub(crate) others: bool,
    /// "inte ... förrän": the negation is a bound.
    pub(crate) before: bool,
    /// It begins with "när", "efter", "vid".
    pub(crate) opens_with_event: bool,
    /// The time limit is named ("gallringsfrist").
    pub(crate) limit_noun: bool,
    /// A word of use or need stands in it.
    pub(crate) idle: bool,
    /// A year stands in it: "Bevaras till 2030".
    pub(crate) dated: bool,
    /// A sentence that defines a word ("Sagen afsluttes efter 3 måneders stilstand").
    pub(crate) defines: bool,
    /// It follows on the statement before ("därefter").
    pub(crate) follows: bool,
    /// It says how long the document is secret.
    pub(crate) secret: bool,
    /// Words that play no part.
    pub(crate) strays: u32,
    /// It opens with a verb that is none of the field's.
    pub(crate) foreign_verb: bool,
    /// It opens with a condition ("medmindre", "dock").
    pub(crate) conditional: bool,
}

impl Statement {
    /// "senast", "tidigast", also where they open a clause ("tidigast efter").
    pub(crate) fn take_bound(&mut self, token: &Token) {
        if token.is(Class::AtMost) {
            self.bound = Bound::AtMost;
        }
        if token.is(Class::AtLeast) {
            self.bound = Bound::AtLeast;
        }
    }
}

/// Reads all statements.
pub(crate) fn statements(tokens: &[Token]) -> Vec<Statement> {
    segments(tokens)
        .into_iter()
        .map(|segment| Reader::new(segment).read())
        .collect()
}

/// Cuts at the ends of sentences and parentheses, and at commas and conjunctions between two verbs.
fn segments(tokens: &[Token]) -> Vec<&[Token]> {
    let mut out = Vec::new();
    for part in split_strong(tokens) {
        split_weak(part, &mut out);
    }
    out
}

fn split_strong(tokens: &[Token]) -> Vec<&[Token]> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut inside = false;
    for (index, token) in tokens.iter().enumerate() {
        inside |= token.kind == Kind::Open
            && (is_repeated_number(tokens, index) || is_short_note(tokens, index));
        let splits = match token.kind {
            Kind::Stop => true,
            Kind::Open | Kind::Close => !inside,
            _ => false,
        };
        inside &= token.kind != Kind::Close;
        if splits {
            out.push(tokens.get(start..index).unwrap_or_default());
            start = index + 1;
        }
    }
    out.push(tokens.get(start..).unwrap_or_default());
    out.retain(|part| !part.is_empty());
    out
}

/// "två (2) år": the parenthesis says the number again.
fn is_repeated_number(tokens: &[Token], open: usize) -> bool {
    let inner = tokens.get(open + 1).map(|token| token.kind);
    let close = tokens.get(open + 2).map(|token| token.kind);
    let unit = tokens
        .get(open + 3)
        .is_some_and(|token| token.marks.unit.is_some());
    matches!(inner, Some(Kind::Number(_))) && close == Some(Kind::Close) && unit
}

/// A parenthesis inside a verb group: "Kan (i princippet) slettes".
fn is_short_note(tokens: &[Token], open: usize) -> bool {
    open.checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| token.is(Class::May) || token.is(Class::Must))
}

fn split_weak<'a>(part: &'a [Token], out: &mut Vec<&'a [Token]>) {
    let mut start = 0;
    for index in 1..part.len() {
        if index <= start || !is_weak_separator(part, index) {
            continue;
        }
        let head = part.get(start..index).unwrap_or_default();
        let tail = part.get(index + 1..).unwrap_or_default();
        if states_something(head) && begins_with_act(tail) {
            out.push(head);
            // A word such as "men" or "därefter" still speaks about the statement it opens.
            let keeps = part
                .get(index)
                .is_some_and(|token| token.is(Class::Condition) || token.is(Class::Afterwards));
            start = if keeps { index } else { index + 1 };
        }
    }
    out.push(part.get(start..).unwrap_or_default());
}

fn is_weak_separator(part: &[Token], index: usize) -> bool {
    part.get(index).is_some_and(|token| {
        matches!(
            token.kind,
            Kind::Comma | Kind::Slash | Kind::Dash | Kind::Close
        ) || token.is(Class::And)
            || token.is(Class::Condition)
            || token.is(Class::Afterwards)
    })
}

/// Whether a verb of the field stands there outside of a clause's nouns.
fn states_something(tokens: &[Token]) -> bool {
    let mut heads = tokens.iter().position(|token| token.is(Class::Head));
    if heads == Some(0) {
        heads = None;
    }
    let front = tokens
        .get(..heads.unwrap_or(tokens.len()))
        .unwrap_or_default();
    front.iter().any(|token| find_verb(token).is_some()) || letter_verb(tokens).is_some()
}

/// Whether the next part, up to its own first separator, has a verb of its own that is not a clause's noun.
fn begins_with_act(tokens: &[Token]) -> bool {
    let end = (1..tokens.len())
        .find(|at| is_weak_separator(tokens, *at))
        .unwrap_or(tokens.len());
    let part = tokens.get(..end).unwrap_or_default();
    let has_act = |part: &[Token]| {
        let head = part.iter().position(|token| token.is(Class::Head));
        let verb = part.iter().position(|token| find_verb(token).is_some());
        match (verb, head) {
            (Some(verb), Some(head)) => {
                verb < head
                    || part
                        .iter()
                        .skip(head)
                        .any(|token| find_verb(token).is_some() && !token.is(Class::NounAct))
            }
            (Some(_), None) => true,
            (None, _) => letter_verb(part).is_some(),
        }
    };
    has_act(part) || (part.iter().all(|token| token.is(Class::Afterwards)) && has_act(tokens))
}

pub(super) fn find_verb(token: &Token) -> Option<Verb> {
    const VERBS: [(Class, Verb); 9] = [
        (Class::GiveBack, Verb::GiveBack),
        (Class::Deliver, Verb::Deliver),
        (Class::Preserve, Verb::Preserve),
        (Class::Dispose, Verb::Dispose),
        (Class::Cleanse, Verb::Cleanse),
        (Class::Keep, Verb::Keep),
        (Class::KeepDoubtful, Verb::KeepDoubtful),
        (Class::Archive, Verb::Archive),
        (Class::HandOver, Verb::HandOver),
    ];
    VERBS
        .iter()
        .find(|(class, _)| token.is(*class))
        .map(|(_, verb)| *verb)
}

/// The letter codes G (gallras), B (bevaras, bevares) and K (kan kasseres) at the front of a statement.
pub(super) fn letter_verb(tokens: &[Token]) -> Option<Verb> {
    let first = tokens.first().filter(|token| token.capital)?;
    match first.text.as_str() {
        "g" | "k" => Some(Verb::Dispose),
        "b" => Some(Verb::Preserve),
        _ => None,
    }
}
