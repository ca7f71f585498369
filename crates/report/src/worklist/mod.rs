//! The worklist: what the plan asks for, to be decided by people, as a workbook or as csv.
//!
//! It is made for one controller and goes to those who handle the files, so that paths stand in full. Groups (folder or dossier,
//! row of the plan, verdict, year) are decided on as one; files are listed below them. At most [`LIMIT`] rows of either are
//! written, what is most pressing first, and what was left out is told in the last one.

mod columns;
mod csv;
mod rows;
mod xlsx;

pub use csv::write_worklist_csv;
pub use xlsx::write_worklist_xlsx;

use crate::summary::Scope;

/// Rows of each sheet: the headings, at most two less of data, and the line that tells what was left out.
pub const LIMIT: usize = 50_000;

/// What to write.
#[derive(Clone, Debug)]
pub struct WorklistOptions {
    /// Whose files.
    pub scope: Scope,
    /// Rows of each sheet.
    pub limit: usize,
}

impl Default for WorklistOptions {
    fn default() -> Self {
        WorklistOptions {
            scope: Scope::default(),
            limit: LIMIT,
        }
    }
}

impl WorklistOptions {
    /// Groups or files that fit.
    fn fitting(&self) -> usize {
        self.limit.min(LIMIT).saturating_sub(2)
    }
}

/// What did not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Files of groups that were left out.
    pub of_groups: u64,
    /// Files that were left out of the list of files.
    pub files: u64,
}

/// What can be decided, by the words of stored decisions.
const DECISIONS: [&str; 12] = [
    "delete",
    "register-then-delete",
    "de-identify",
    "deliver",
    "preserve",
    "restrict",
    "keep-until",
    "hold",
    "not-mine",
    "wrong-link",
    "false-alarm",
    "handled",
];

/// Text that a spreadsheet would take for a formula is made plain text.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+46", "-1", "@a", "\t=1"] {
            assert_eq!(plain(text), format!("'{text}"));
        }
        assert_eq!(plain("Avtal 2012.docx"), "Avtal 2012.docx");
    }
}
