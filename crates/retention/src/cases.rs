//! What the case system says of its cases: an export with case number, class, and the days of opening, closing and archiving.
//!
//! Its dates are of the highest rank, and a file of one of its cases is a registered record.

use crate::lists::{Columns, List, date};
use crate::signals::case_numbers;
use jiff::civil::Date;
use sporhund_model::Table;
use std::collections::BTreeMap;

/// One case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisteredCase {
    /// The class code; empty where it is not said.
    pub class: String,
    /// The day it was opened.
    pub opened: Option<Date>,
    /// The day it was closed; `None` while it is open.
    pub closed: Option<Date>,
    /// The day it was archived.
    pub archived: Option<Date>,
}

/// The cases of one or more exports, by case number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cases {
    by_number: BTreeMap<String, RegisteredCase>,
}

/// Why a list of cases cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CasesError {
    /// No table has a column of case numbers and another one that is known.
    #[error(
        "no row with the headings of a case list: needed are a case number and a date or class"
    )]
    NoHeadings,
}

impl Cases {
    /// Reads the cases of an export.
    ///
    /// # Errors
    /// [`CasesError::NoHeadings`] when no table is a list of cases.
    pub fn from_tables(tables: &[Table]) -> Result<Cases, CasesError> {
        let mut cases = Cases::default();
        let mut found = false;
        for table in tables {
            let Some(columns) = Columns::find(List::Cases, "number", table) else {
                continue;
            };
            found = true;
            for row in columns.rows {
                cases.add(
                    columns.cell(row, "number"),
                    RegisteredCase {
                        class: columns.cell(row, "class").to_owned(),
                        opened: date(columns.cell(row, "opened")),
                        closed: date(columns.cell(row, "closed")),
                        archived: date(columns.cell(row, "archived")),
                    },
                );
            }
        }
        if found {
            Ok(cases)
        } else {
            Err(CasesError::NoHeadings)
        }
    }

    fn add(&mut self, number: &str, case: RegisteredCase) {
        if number.is_empty() {
            return;
        }
        let normal = case_numbers(number).into_iter().next();
        let normal = normal.map_or_else(|| number.to_owned(), |case| case.normal);
        let slot = self.by_number.entry(normal).or_default();
        // A case that stands in several rows is closed with the last of them.
        let later = |left: Option<Date>, right: Option<Date>| match (left, right) {
            (Some(left), Some(right)) => Some(left.max(right)),
            (left, right) => left.or(right),
        };
        slot.closed = later(slot.closed, case.closed);
        slot.archived = later(slot.archived, case.archived);
        slot.opened = slot.opened.or(case.opened);
        if slot.class.is_empty() {
            slot.class = case.class;
        }
    }

    /// The case of a number in normal form.
    pub fn find(&self, number: &str) -> Option<&RegisteredCase> {
        self.by_number.get(number)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_number.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_number.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::table;

    #[test]
    fn reads_exports_with_swedish_danish_and_english_headings() {
        for text in [
            "Ärendelista;;;\nDiarienummer;Klass;Öppnat;Avslutat\nBUN 2012/149;7.1;2012-02-01;2012-05-01\n",
            "Sagsnr.;KLE;Oprettet;Afsluttet\nBUN-2012-00149;7.1;01.02.2012;01.05.2012\n",
            "Case number;Class;Opened;Closed\nBUN/2012:149;7.1;2012-02-01 08:00;2012-05-01 12:30\n",
        ] {
            let cases = Cases::from_tables(&[table(text)]).unwrap();
            let case = cases.find("BUN/2012:149").unwrap();
            assert_eq!(case.closed, Some(Date::constant(2012, 5, 1)), "{text}");
            assert_eq!(case.opened, Some(Date::constant(2012, 2, 1)), "{text}");
            assert_eq!(case.class, "7.1");
        }
        assert_eq!(
            Cases::from_tables(&[table("Namn;Ort\nA;B\n")]),
            Err(CasesError::NoHeadings)
        );
    }

    #[test]
    fn a_case_in_several_rows_is_closed_with_the_last() {
        let text = "Dnr;Avslutat\nKS 2018/65;2019-01-01\nKS 2018/65;2020-02-02\nKS 2018/66;\n";
        let cases = Cases::from_tables(&[table(text)]).unwrap();
        assert_eq!(
            cases.find("KS/2018:65").unwrap().closed,
            Some(Date::constant(2020, 2, 2))
        );
        assert_eq!(cases.find("KS/2018:66").unwrap().closed, None);
        assert_eq!(cases.len(), 2);
    }
}
