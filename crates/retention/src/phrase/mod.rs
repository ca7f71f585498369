//! Retention phrases: what a cell such as "Gallras 5 år efter avslutat ärende" asks for.
//!
//! The way of a phrase: `lexer` (words, numbers, laws, marked with the parts they can play), `grammar` with
//! `reader`, `amount` and `trigger` (statements: what is done, how long, from when), `meaning` (what each asks for), `combine` (one normal form of all). The words are data in `rules/plan`. It is
//! an island grammar: words of the cell that play no part are passed over, so that document types and names do no harm.
//! What the phrase does not settle comes out as `unknown` or with `needs_human`, never as a guess.

mod amount;
mod combine;
mod grammar;
mod lexer;
mod meaning;
mod period;
mod print;
mod reader;
mod trigger;
mod vocabulary;

pub use period::Period;
pub use print::printed;

use serde::{Deserialize, Serialize};

/// What the phrase asks for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Keep for ever.
    Preserve,
    /// Destroy.
    Dispose,
    /// Deliver to the archive, which implies to preserve.
    Deliver,
    /// Destroy when there is no more use for it.
    WhenNoLongerNeeded,
    /// Look at it again.
    Review,
    /// Not settled by the phrase.
    #[default]
    Unknown,
}

/// What the period runs from.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Trigger {
    /// Nothing is said.
    #[default]
    None,
    /// The document was made.
    Creation,
    /// The document came in.
    Receipt,
    /// The case was closed.
    CaseClosed,
    /// A decision was taken.
    Decision,
    /// A decision can no longer be appealed.
    LegalForce,
    /// The last entry in the file.
    LastEntry,
    /// No more use.
    Inactivity,
    /// Replaced by a newer one.
    Superseded,
    /// The end of the calendar year.
    EndOfCalendarYear,
    /// The end of the fiscal year.
    EndOfFiscalYear,
    /// The end of the school year or term.
    EndOfSchoolYear,
    /// The child, pupil or student left.
    EndOfEnrolment,
    /// The employee left.
    EndOfEmployment,
    /// The recruitment ended.
    RecruitmentEnd,
    /// The contract or its validity ended.
    ContractEnd,
    /// The project ended.
    ProjectEnd,
    /// The measure, treatment or placement ended.
    EndOfMeasure,
    /// The audit was done.
    Audit,
    /// The person died.
    PersonDies,
    /// The person reached an age.
    AgeOfPerson,
    /// Something else.
    Other,
}

impl Trigger {
    /// The word that stands in stored data, and in date evidence.
    pub fn as_str(self) -> &'static str {
        match self {
            Trigger::None => "none",
            Trigger::Creation => "creation",
            Trigger::Receipt => "receipt",
            Trigger::CaseClosed => "case_closed",
            Trigger::Decision => "decision",
            Trigger::LegalForce => "legal_force",
            Trigger::LastEntry => "last_entry",
            Trigger::Inactivity => "inactivity",
            Trigger::Superseded => "superseded",
            Trigger::EndOfCalendarYear => "end_of_calendar_year",
            Trigger::EndOfFiscalYear => "end_of_fiscal_year",
            Trigger::EndOfSchoolYear => "end_of_school_year",
            Trigger::EndOfEnrolment => "end_of_enrolment",
            Trigger::EndOfEmployment => "end_of_employment",
            Trigger::RecruitmentEnd => "recruitment_end",
            Trigger::ContractEnd => "contract_end",
            Trigger::ProjectEnd => "project_end",
            Trigger::EndOfMeasure => "end_of_measure",
            Trigger::Audit => "audit",
            Trigger::PersonDies => "person_dies",
            Trigger::AgeOfPerson => "age_of_person",
            Trigger::Other => "other",
        }
    }
}

/// How the period binds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// No later than then.
    AtMost,
    /// Then.
    #[default]
    Exact,
    /// No earlier than then.
    AtLeast,
}

/// Whether it must be done.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// It must.
    #[default]
    Must,
    /// It is allowed.
    May,
}

/// The meaning of a phrase in the words of all plans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NormalForm {
    /// What.
    pub action: Action,
    /// How long after the trigger.
    pub period: Option<Period>,
    /// What the period runs from.
    pub trigger: Trigger,
    /// Whether the phrase itself does not settle the rule.
    pub needs_human: bool,
    /// How the period binds.
    pub bound: Bound,
    /// Whether it must be done.
    pub duty: Duty,
    /// The age in years, for the trigger `age_of_person`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u16>,
}

impl NormalForm {
    /// A phrase that settles nothing.
    pub const UNKNOWN: NormalForm = NormalForm {
        action: Action::Unknown,
        period: None,
        trigger: Trigger::None,
        needs_human: true,
        bound: Bound::Exact,
        duty: Duty::Must,
        age: None,
    };

    /// Whether it can make a file overdue: it must be disposed of, at a time that is settled.
    pub fn can_be_overdue(&self) -> bool {
        self.action == Action::Dispose
            && self.duty == Duty::Must
            && self.bound != Bound::AtLeast
            && self.period.is_some()
            && !self.needs_human
    }
}

/// A phrase with its meaning: one line of `plan explain --format jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading<'a> {
    /// As it stands.
    pub phrase: &'a str,
    /// What it means.
    #[serde(flatten)]
    pub form: Line,
}

/// The fields of the contract, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    action: Action,
    period: Option<Period>,
    trigger: Trigger,
    needs_human: bool,
    bound: Bound,
    duty: Duty,
}

impl<'a> Reading<'a> {
    /// Reads a phrase.
    pub fn of(phrase: &'a str) -> Self {
        let form = parse(phrase);
        Reading {
            phrase,
            form: Line {
                action: form.action,
                period: form.period,
                trigger: form.trigger,
                needs_human: form.needs_human,
                bound: form.bound,
                duty: form.duty,
            },
        }
    }
}

/// Longer cells are tables or texts of their own; a person reads them.
const LONGEST: usize = 4000;

/// The meaning of a phrase.
pub fn parse(phrase: &str) -> NormalForm {
    if phrase.len() > LONGEST {
        return NormalForm::UNKNOWN;
    }
    let tokens = lexer::tokens(phrase);
    combine::normal_form(&grammar::statements(&tokens))
}

/// Each word of the phrase with the parts it was taken to play, for `plan explain`.
pub fn explain(phrase: &str) -> Vec<(String, Vec<String>)> {
    lexer::tokens(phrase)
        .into_iter()
        .map(|token| (token.text.clone(), token.roles()))
        .collect()
}

#[cfg(test)]
mod tests;
