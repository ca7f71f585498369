//! The traits that validators and detectors implement: what `plugins/` and later the host of third-party plugins build on.
//!
//! A rule says what to look for; a validator says whether it is real. A validator sees one candidate and the day, nothing
//! else: no file, no clock, no network. It must not allocate before it has accepted, since most candidates are rejected.

use sporhund_model::{Facts, IdentityKind, Note};

/// What stands between the groups of a number, as the digit walker met it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// Nothing.
    #[default]
    None,
    /// Hyphen or a dash that is used as one.
    Hyphen,
    /// Plus sign (a person over 100 years in Sweden).
    Plus,
    /// Space of any kind, slash, dot, line break, or the edge of a table cell.
    Other,
}

/// A piece of text that may be what a rule looks for.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// As it stands in the text.
    pub raw: &'a str,
    /// The ASCII digits alone, for candidates of digits; empty for others.
    pub digits: &'a [u8],
    /// What stands before the last group of digits.
    pub separator: Separator,
}

/// What a validator may know besides the candidate.
#[derive(Clone, Copy, Debug)]
pub struct CheckContext {
    /// Today's year.
    pub year: u16,
    /// Today's month, 1 to 12.
    pub month: u8,
    /// Today's day of the month.
    pub day: u8,
}

/// A candidate that is real.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it names.
    pub identity: IdentityKind,
    /// One form for all ways of writing it; it is hashed and then dropped.
    pub normal: String,
    /// What may be kept of it.
    pub facts: Facts,
    /// The value with all that identifies taken out.
    pub masked: String,
    /// Added to the rule's confidence, in thousandths; negative when a check that may fail did fail.
    pub weight: i16,
    /// Why it is real or doubtful.
    pub reasons: Vec<Note>,
}

/// Says whether a candidate is real.
pub trait Validator: Send + Sync {
    /// The name that rules use, such as `cpr-mod11`.
    fn name(&self) -> &'static str;

    /// The candidate in normal form, or `None` when it is not real.
    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked>;
}
