//! A candidate that a validator or a dictionary accepted, before it is counted.

use crate::table::Column;
use sporhund_detector::Checked;
use sporhund_model::{Note, is_official_reason};

/// What the surroundings say of a hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Naming {
    /// A label names something else.
    Other,
    /// A word for another number, which no list knows, stands right before it or above it.
    Unknown,
    /// Nothing names it.
    #[default]
    None,
    /// A word beside it makes it likelier.
    Hint,
    /// The heading of its column names it.
    Heading,
    /// A label beside it names it.
    Label,
}

impl Naming {
    /// Whether it is named as what the rule looks for.
    pub fn is_named(self) -> bool {
        matches!(self, Naming::Heading | Naming::Label)
    }
}

/// A candidate that was accepted.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub rule: u16,
    /// In the chunk's text.
    pub start: u32,
    pub end: u32,
    /// In thousandths; may lie outside 0 to 1000 while it is being weighed.
    pub confidence: i16,
    pub naming: Naming,
    /// Whether the text is written in another country's language.
    pub is_foreign: bool,
    pub column: Option<Column>,
    pub checked: Option<Checked>,
    pub reasons: Vec<Note>,
    /// The hit number of the person that a term is tied to.
    pub person: Option<usize>,
    /// It counts only beside another term of the same rule.
    pub is_faint: bool,
}

impl Hit {
    pub(crate) fn new(rule: u16, start: u32, end: u32, confidence: i16) -> Self {
        Hit {
            rule,
            start,
            end,
            confidence,
            naming: Naming::None,
            is_foreign: false,
            column: None,
            checked: None,
            reasons: Vec::new(),
            person: None,
            is_faint: false,
        }
    }

    /// Whether a reason says that it is official contact data.
    pub(crate) fn is_official(&self) -> bool {
        self.reasons
            .iter()
            .any(|reason| is_official_reason(&reason.code))
    }
}
