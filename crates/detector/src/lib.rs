//! The traits that validators and detectors implement: what `plugins/` and later the host of third-party plugins build on.
//!
//! A rule says what to look for; a validator says whether it is real. A validator sees one candidate and the day, nothing
//! else: no file, no clock, no network. It must not allocate before it has accepted, since most candidates are rejected.
//! [`arithmetic`] holds the check digits and the calendar that several countries share.

pub mod arithmetic;
pub mod groups;
mod leads;
pub mod page;

pub use leads::Leads;
pub use page::{Detector, Page, RawHit, Word};

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
#[derive(Clone, Copy, Debug, Default)]
pub struct Candidate<'a> {
    /// As it stands in the text.
    pub raw: &'a str,
    /// The ASCII digits alone, for candidates of digits; empty for others.
    pub digits: &'a [u8],
    /// What stands before the last group of digits.
    pub separator: Separator,
    /// Some bytes of text right before it, within its line.
    pub before: &'a str,
    /// Some bytes of text right behind it, within its line.
    pub after: &'a str,
}

/// An anchored candidate at a glance.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glance<'a> {
    /// The ASCII digits of the candidate.
    pub digits: &'a [u8],
    /// Some bytes right before it, which may begin within a character and hold line ends.
    pub before: &'a [u8],
    /// Some bytes right behind it, which may end within a character and hold line ends.
    pub after: &'a [u8],
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

impl CheckContext {
    /// Whether a day has not come yet.
    pub fn is_future(&self, year: u16, month: u8, day: u8) -> bool {
        (year, month, day) > (self.year, self.month, self.day)
    }

    /// The latest year with these last two digits whose day is not in the future.
    pub fn latest_year(&self, short: u16, month: u8, day: u8) -> u16 {
        let year = self.year - self.year % 100 + short;
        if self.is_future(year, month, day) {
            year.saturating_sub(100)
        } else {
            year
        }
    }
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
    /// Bytes of [`Candidate::before`] and [`Candidate::after`] that belong to it too.
    pub widen: (u8, u8),
}

impl Checked {
    /// An identifier with its normal form and its mask, and nothing more to say.
    pub fn new(identity: IdentityKind, normal: String, masked: String) -> Self {
        Checked {
            identity,
            normal,
            facts: Facts::default(),
            masked,
            weight: 0,
            reasons: Vec::new(),
            widen: (0, 0),
        }
    }

    /// Adds a reason with its weight.
    #[must_use]
    pub fn because(mut self, code: &'static str, weight: i16) -> Self {
        self.reasons.push(Note::new(code));
        self.weight += weight;
        self
    }

    /// Takes in bytes before and behind the candidate.
    #[must_use]
    pub fn widened(mut self, before: usize, after: usize) -> Self {
        self.widen = (
            u8::try_from(before).unwrap_or(0),
            u8::try_from(after).unwrap_or(0),
        );
        self
    }
}

/// Says whether a candidate is real.
pub trait Validator: Send + Sync {
    /// The name that rules use, such as `cpr-mod11`.
    fn name(&self) -> &'static str;

    /// Whether it reads [`Candidate::before`] and [`Candidate::after`] of shaped numbers too; they are left empty for who says no,
    /// since finding them costs more than most checks. Anchors and free shapes always have them.
    fn looks_around(&self) -> bool {
        true
    }

    /// Whether [`Candidate::before`] and [`Candidate::after`] of anchors reach across lines, and twice as far: for what has
    /// several lines, such as a zone that machines read.
    fn reads_lines(&self) -> bool {
        false
    }

    /// A first look at an anchored candidate, before its surroundings are made ready: `false` when it cannot be real. Nearly
    /// all anchors are nothing, so this should tell from a few bytes.
    fn may_be(&self, _glance: &Glance<'_>) -> bool {
        true
    }

    /// What the first digits of a shaped number must be. Most look-alikes end here, and cost no call.
    fn leads(&self) -> Leads {
        Leads::ANY
    }

    /// Whether most numbers of its shape pass: then a column in which nearly all do says nothing about what it holds.
    fn passes_by_chance(&self) -> bool {
        false
    }

    /// The candidate in normal form, or `None` when it is not real.
    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked>;
}
