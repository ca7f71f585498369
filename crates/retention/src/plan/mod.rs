//! The organisation's own document management plan, as rows with a normal form each.
//!
//! [`Plan::import`] takes tables as `extract` reads them (sheet, csv, table of a document), finds the header row wherever it
//! stands, and reads each row as a person would: codes and sections carried down, the delivery and remark cells completing
//! the decision. [`PlanReport`] says what was understood, for `plan check`.

mod around;
mod headings;
mod import;
mod merges;
mod normalised;
mod notes;
mod report;
mod rows;
mod rule;
mod versions;

pub use headings::Role;
pub use normalised::{PlanFormat, write_normalised};
pub use report::{PhraseCount, PlanReport};
pub(crate) use versions::in_force;

use crate::calendar::Counting;
use crate::phrase::{NormalForm, Trigger};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sporhund_model::{Note, Table};
use std::collections::BTreeMap;

/// Which language's customs a plan follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Swedish.
    #[default]
    Sv,
    /// Danish.
    Da,
}

/// Whose files of social services are kept for research.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BirthdayException {
    /// Nobody's.
    #[default]
    None,
    /// Those of people born on day 5, 15 or 25 of a month.
    Days,
    /// Everyone's (intensive-data areas).
    All,
}

/// What holds for a whole plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanSettings {
    /// How years are counted; Swedish plans count whole calendar years.
    pub counting: Counting,
    /// Its language.
    pub language: Language,
    /// The month in which the fiscal year ends.
    pub fiscal_year_end: i8,
    /// The month in which the school year ends: June in Sweden, July in Denmark.
    pub school_year_end: i8,
    /// What periods without a trigger of their own run from.
    pub default_trigger: Trigger,
    /// Whose files are kept for research.
    pub birthday: BirthdayException,
    /// Kinds of files that the plan says are never disposed of, as beginnings of words: "faderskap", "adoption".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub never_dispose: Vec<String>,
    /// The board whose plan it is; empty for the whole authority. A board's plan goes before the common one.
    pub board: String,
}

impl Default for PlanSettings {
    fn default() -> Self {
        PlanSettings::of(Language::Sv)
    }
}

impl PlanSettings {
    /// The customs of a language.
    pub fn of(language: Language) -> Self {
        let swedish = language == Language::Sv;
        PlanSettings {
            counting: if swedish {
                Counting::CalendarYears
            } else {
                Counting::ExactDate
            },
            language,
            fiscal_year_end: 12,
            school_year_end: if swedish { 6 } else { 7 },
            default_trigger: Trigger::None,
            birthday: BirthdayException::None,
            never_dispose: Vec::new(),
            board: String::new(),
        }
    }
}

/// One rule of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRow {
    /// The row's number in the plan's file, from 1.
    pub number: u32,
    /// The table's name, where the file has several.
    pub table: String,
    /// The class code with all its levels, such as `7.1`.
    pub class_code: String,
    /// The document type.
    pub document_type: String,
    /// Process and section headings above it, outermost first.
    pub section: Vec<String>,
    /// The retention phrase as it stands: decision and time limit.
    pub phrase: String,
    /// What it means, completed by the row's other cells.
    pub normal: NormalForm,
    /// When it is delivered to the archive, where the plan says so.
    pub delivery: Option<NormalForm>,
    /// The delivery cell as it stands.
    pub delivery_phrase: String,
    /// The remark.
    pub remark: String,
    /// The law or decision relied on.
    pub legal_basis: String,
    /// Where it is registered.
    pub registration: String,
    /// Whether the row's own words keep the files of people born on certain days.
    pub birthday: BirthdayException,
}

/// Who decided a plan, and where it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decided {
    /// The board or council, in lower case; empty where it is not said.
    pub board: String,
    /// The day of the decision, of the latest one where there are several.
    pub date: Option<Date>,
    /// The paragraph or item of the minutes, such as `§ 44`.
    pub paragraph: Option<String>,
    /// The case number.
    pub reference: Option<String>,
}

/// A plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its name, as verdicts show it.
    pub name: String,
    /// What holds for all of it.
    pub settings: PlanSettings,
    /// Who decided it.
    #[serde(default)]
    pub decided: Option<Decided>,
    /// Its version.
    #[serde(default)]
    pub version: Option<String>,
    /// The first day it holds.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// The last day it holds.
    #[serde(default)]
    pub valid_to: Option<Date>,
    /// What its letters mean, such as `V` for "vid inaktualitet".
    #[serde(default)]
    pub legend: BTreeMap<String, String>,
    /// Its rules.
    pub rows: Vec<PlanRow>,
}

/// Why a plan cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// No row of any table can be a header.
    #[error(
        "no row with the headings of a plan: found {found:?}; needed are a document type and a decision or time limit"
    )]
    NoHeadings {
        /// The headings that were recognised in the best row, with their roles.
        found: Vec<(String, Role)>,
        /// The roles that are missing.
        missing: Vec<Role>,
        /// The cells of the row that comes closest, or of the first row.
        closest: Vec<String>,
    },
    /// A line of the normalised form that is no JSON object, by its number from 1.
    #[error("line {0}: not a JSON object")]
    Line(u32),
    /// Headings, and no row under them.
    #[error("headings without any rule under them")]
    NoRows,
}

impl PlanError {
    /// The error as code and arguments.
    pub fn note(&self) -> Note {
        match self {
            PlanError::NoHeadings {
                found,
                missing,
                closest,
            } => {
                let found: Vec<String> = found
                    .iter()
                    .map(|(text, role)| format!("{text} ({})", role.as_str()))
                    .collect();
                let missing: Vec<&str> = missing.iter().map(|role| role.as_str()).collect();
                Note::new("error-plan-no-headings")
                    .with("found", found.join(", "))
                    .with("needed", missing.join(", "))
                    .with("closest", closest.join(" | "))
            }
            PlanError::NoRows => Note::new("error-plan-no-rows"),
            PlanError::Line(line) => Note::new("error-plan-line").with("line", u64::from(*line)),
        }
    }
}

impl Plan {
    /// Reads a plan from its tables, with what was understood.
    ///
    /// # Errors
    /// [`PlanError`] when no table has the headings of a plan, or none has rows.
    pub fn import(name: &str, tables: &[Table]) -> Result<(Plan, PlanReport), PlanError> {
        import::import(name, tables)
    }

    /// Whether it holds on a day.
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| to >= day)
    }

    /// What a phrase of the plan means, its letters spelt out by its legend.
    pub fn meaning(&self, phrase: &str) -> NormalForm {
        crate::phrase::parse(&rule::spelt_out(&self.legend, phrase))
    }

    /// What a row says, as verdicts name it.
    pub fn row_ref(&self, row: &PlanRow) -> sporhund_model::RowRef {
        sporhund_model::RowRef {
            plan: self.name.clone(),
            row: row.number,
            class_code: row.class_code.clone(),
            document_type: row.document_type.clone(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
