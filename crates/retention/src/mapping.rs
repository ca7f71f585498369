//! The organisation's own mapping of folders to rows of its plan: it goes before all that is guessed.
//!
//! A line has a pattern on the path below the root (`**/Klasslistor/**`), and what is known of the files it matches: the row, the
//! board, the day of the event, a hold. The last line that matches a file wins; any line that holds it does.

use crate::fold;
use crate::lists::{Columns, List, date, is_yes};
use crate::plan::Plan;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sporhund_model::Table;

/// One line of a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MappingLine {
    /// The pattern on the path below the root.
    pub glob: String,
    /// The row: a class code, a document type, both (`7.1 Klasslista`), the row's number in the plan's file, or `7.1-12`, the
    /// twelfth row of class 7.1.
    pub row: String,
    /// The board whose files they are.
    pub board: String,
    /// The day of the event that starts the row's period.
    pub date: Option<Date>,
    /// Whether the files are on hold.
    pub hold: bool,
}

/// The lines of a mapping, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The lines.
    #[serde(default, rename = "map")]
    pub lines: Vec<MappingLine>,
}

/// Why a mapping cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// The TOML is broken or has unknown keys.
    #[error("{0}")]
    Toml(String),
    /// No table has a column of patterns and another one that is known.
    #[error("no row with the headings of a mapping: needed are glob and row, board, date or hold")]
    NoHeadings,
    /// A pattern that cannot be read.
    #[error("line {line}: pattern `{glob}`: {reason}")]
    Glob {
        /// The line, from 1.
        line: usize,
        /// The pattern.
        glob: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A date that is none.
    #[error("line {line}: `{text}` is no date")]
    Date {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        text: String,
    },
}

impl Mapping {
    /// Reads a mapping of `[[map]]` tables.
    ///
    /// # Errors
    /// [`MappingError`] with what is wrong and where.
    pub fn from_toml(text: &str) -> Result<Mapping, MappingError> {
        let mapping: Mapping =
            toml::from_str(text).map_err(|error| MappingError::Toml(error.to_string()))?;
        mapping.compile().map(|_| mapping)
    }

    /// Reads a mapping of a table with the columns glob, row, board, date and hold.
    ///
    /// # Errors
    /// [`MappingError`] with what is wrong and where.
    pub fn from_tables(tables: &[Table]) -> Result<Mapping, MappingError> {
        let mut mapping = Mapping::default();
        let found = tables
            .iter()
            .find_map(|table| Columns::find(List::Mapping, "glob", table))
            .ok_or(MappingError::NoHeadings)?;
        for row in found.rows {
            let glob = found.cell(row, "glob");
            if glob.is_empty() {
                continue;
            }
            let day = found.cell(row, "date");
            let line = row.number as usize;
            if !day.is_empty() && date(day).is_none() {
                let text = day.to_owned();
                return Err(MappingError::Date { line, text });
            }
            mapping.lines.push(MappingLine {
                glob: glob.to_owned(),
                row: found.cell(row, "row").to_owned(),
                board: found.cell(row, "board").to_owned(),
                date: date(day),
                hold: is_yes(found.cell(row, "hold")),
            });
        }
        mapping.compile().map(|_| mapping)
    }

    /// The patterns in one set.
    pub(crate) fn compile(&self) -> Result<GlobSet, MappingError> {
        let mut set = GlobSetBuilder::new();
        for (at, line) in self.lines.iter().enumerate() {
            let fault = |error: globset::Error| MappingError::Glob {
                line: at + 1,
                glob: line.glob.clone(),
                reason: error.kind().to_string(),
            };
            let pattern = line.glob.replace('\\', "/");
            let glob = GlobBuilder::new(&pattern)
                .literal_separator(true)
                .case_insensitive(true)
                .build();
            set.add(glob.map_err(fault)?);
        }
        set.build()
            .map_err(|error| MappingError::Toml(error.to_string()))
    }

    /// The lines whose row no plan has.
    pub fn unresolved<'a>(&'a self, plans: &[Plan]) -> Vec<&'a MappingLine> {
        let lines = self.lines.iter().filter(|line| !line.row.is_empty());
        lines
            .filter(|line| find_row(&line.row, plans).is_none())
            .collect()
    }
}

/// The plan and row that a mapping names; the first plan that has it.
pub(crate) fn find_row(name: &str, plans: &[Plan]) -> Option<(usize, usize)> {
    let found = |(at, plan): (usize, &Plan)| find_in(name.trim(), plan).map(|row| (at, row));
    plans.iter().enumerate().find_map(found)
}

fn find_in(name: &str, plan: &Plan) -> Option<usize> {
    let of_class = |code: &str| -> Vec<usize> {
        let rows = plan.rows.iter().enumerate();
        rows.filter(|(_, row)| !code.is_empty() && row.class_code == code)
            .map(|(at, _)| at)
            .collect()
    };
    let is_typed = |at: usize, kind: &str| {
        plan.rows
            .get(at)
            .is_some_and(|row| fold::words(&row.document_type) == fold::words(kind))
    };
    // A code alone names its row where it has only one.
    if let [only] = of_class(name)[..] {
        return Some(only);
    }
    if let Some((code, number)) = name.rsplit_once('-') {
        let nth = number
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let row = nth.and_then(|nth| of_class(code.trim()).get(nth).copied());
        if row.is_some() {
            return row;
        }
    }
    if let Some((code, kind)) = name.split_once(' ') {
        let row = of_class(code).into_iter().find(|at| is_typed(*at, kind));
        if row.is_some() {
            return row;
        }
    }
    let mut same = (0..plan.rows.len()).filter(|at| is_typed(*at, name));
    if let (Some(only), None) = (same.next(), same.next()) {
        return Some(only);
    }
    let number: u32 = name.parse().ok()?;
    plan.rows.iter().position(|row| row.number == number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::table;

    #[test]
    fn reads_toml_and_csv_alike() {
        let toml = "[[map]]\nglob = \"**/Klasslistor/**\"\nrow = \"7.1-2\"\ndate = \"2019-06-30\"\n[[map]]\nglob = \"HR/**\"\nhold = true\n";
        let csv = "glob;row;board;date;hold\n**/Klasslistor/**;7.1-2;;2019-06-30;\nHR/**;;;;x\n";
        let mapping = Mapping::from_toml(toml).unwrap();
        assert_eq!(Mapping::from_tables(&[table(csv)]).unwrap(), mapping);
        assert_eq!(mapping.lines[0].date, Some(Date::constant(2019, 6, 30)));
        assert!(mapping.lines[1].hold);
        let set = mapping.compile().unwrap();
        assert_eq!(set.matches("Skola/klasslistor/7A.docx"), [0]);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let wrong = "[[map]]\nglob = \"a[\"\n";
        assert!(matches!(
            Mapping::from_toml(wrong),
            Err(MappingError::Glob { line: 1, .. })
        ));
        assert!(matches!(
            Mapping::from_toml("[[map]]\nrov = \"7\"\n"),
            Err(MappingError::Toml(_))
        ));
        let day = "glob;date\na/**;snart\n";
        assert!(matches!(
            Mapping::from_tables(&[table(day)]),
            Err(MappingError::Date { line: 2, .. })
        ));
        assert_eq!(
            Mapping::from_tables(&[table("a;b\n")]),
            Err(MappingError::NoHeadings)
        );
    }

    #[test]
    fn finds_the_row_however_it_is_named() {
        let source =
            "Klass;Handling;Gallringsfrist\n7.1;Klasslista;2 år\n7.1;Schema;1 år\n7.2;Avtal;5 år\n";
        let (plan, _) = Plan::import("p", &[table(source)]).unwrap();
        let plans = [plan];
        for (name, row) in [
            ("7.2", 2),
            ("7.1-2", 1),
            ("7.1 Klasslista", 0),
            ("schema", 1),
            ("4", 2),
            ("7.1 Schema", 1),
        ] {
            assert_eq!(find_row(name, &plans), Some((0, row)), "{name}");
        }
        for name in ["7.1", "7.1-9", "Okänd", "", "99"] {
            assert_eq!(find_row(name, &plans), None, "{name}");
        }
    }
}
