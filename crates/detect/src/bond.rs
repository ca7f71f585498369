//! How a term is tied to a person, how sure that is, and the hit that it gives.

use crate::compile::Rules;
use crate::entry::Strength;
use crate::hit::{Hit, Naming};
use crate::words::WordHit;
use sporhund_model::Note;

/// Bytes within which a term is as good as beside the person.
const BESIDE: u32 = 60;

/// How a term is tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bond {
    Row,
    /// A name in the same row.
    NameRow,
    Number,
    Name,
    Pronoun,
    /// A line of a form below the number or the name of whom it is about.
    Form,
    /// The title of a record above whom it is about.
    Title,
    /// A sentence behind the one that names somebody, or any of a record about one person.
    Record,
}

/// A person that a term is tied to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tie {
    pub bond: Bond,
    pub distance: u32,
    /// The number of the person's hit.
    pub person: usize,
    /// A verb says that the person is or has what the term means.
    pub is_said: bool,
}

/// How sure it is that a term says something about the person it is tied to, in thousandths.
pub(crate) fn confidence(tie: Tie, strength: Strength) -> Option<i16> {
    let beside = tie.distance <= BESIDE;
    let if_beside = |near, far| Some(if beside { near } else { far });
    match (tie.bond, strength) {
        (_, Strength::Strong) if tie.is_said => Some(900),
        (_, Strength::Weak) if tie.is_said => Some(750),
        (_, Strength::Context) if tie.is_said && beside => Some(600),
        (Bond::Form, Strength::Context) | (Bond::Row, Strength::Weak) => Some(650),
        // Ordinary words stand beside names in lists of films, books and places.
        (Bond::Name | Bond::NameRow, Strength::Weak)
        | (_, Strength::Faint | Strength::Context | Strength::Part) => None,
        (Bond::Row, Strength::Strong) => Some(900),
        (Bond::Number, Strength::Strong) => if_beside(900, 800),
        (Bond::Name, Strength::Strong) => if_beside(800, 700),
        (Bond::Pronoun | Bond::Form, _) => Some(700),
        (Bond::Number, Strength::Weak) => if_beside(650, 550),
        (Bond::NameRow, Strength::Strong) => Some(750),
        (Bond::Record | Bond::Title, _) => Some(600),
    }
}

/// The hit of a rule for a term (the rule and the line of its dictionary), if its tie is sure enough.
pub(crate) fn hit_of(
    rules: &Rules,
    (rule, (own, line)): (u16, (u16, u32)),
    term: &WordHit,
    strength: Strength,
    tie: Tie,
) -> Option<Hit> {
    let confidence = confidence(tie, strength)?;
    let mut hit = Hit::new(rule, term.start, term.end, confidence);
    hit.person = Some(tie.person);
    // How a term is tied is kept apart: a policy takes away what only names tie.
    hit.naming = match tie.bond {
        Bond::Row | Bond::Number | Bond::Form => Naming::Label,
        Bond::Name | Bond::NameRow | Bond::Pronoun | Bond::Record | Bond::Title => Naming::Hint,
    };
    let category = rules.rule(own)?.category;
    let code = format!("{}:{}", category.as_str(), line);
    let reason = match tie.bond {
        Bond::Row | Bond::NameRow => "reason-term-in-row",
        Bond::Pronoun => "reason-term-pronoun",
        Bond::Form | Bond::Record | Bond::Title => "reason-term-form",
        Bond::Number | Bond::Name => "reason-term-near",
    };
    let note = Note::new(reason).with("term", code);
    hit.reasons.push(match tie.bond {
        Bond::Number | Bond::Name => note.with("distance", tie.distance),
        _ => note,
    });
    Some(hit)
}
