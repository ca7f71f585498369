//! The organisation's own document management plan, as rows with a normal form each.
//!
//! [`Plan::import`] takes tables as `extract` reads them (sheet, csv, table of a document), finds the header row wherever it
//! stands, and reads each row as a person would: codes and sections carried down, the delivery and remark cells completing
//! the decision. [`PlanReport`] says what was understood, for `plan check`.

mod headings;
mod import;
mod report;
mod rows;

pub use headings::Role;
pub use report::{PhraseCount, PlanReport};

use crate::calendar::Counting;
use crate::phrase::{NormalForm, Trigger};
use serde::{Deserialize, Serialize};
use sporhund_model::{Note, Table};

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

/// A plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its name, as verdicts show it.
    pub name: String,
    /// What holds for all of it.
    pub settings: PlanSettings,
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
mod tests;
