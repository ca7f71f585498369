//! Finds the headings and walks the rows under them.

use super::headings::{self, Role};
use super::report::PlanReport;
use super::rows::{self, Walker};
use super::{Language, Plan, PlanError, PlanSettings};
use super::{around, normalised, report};
use sporhund_model::{Table, TableRow};

/// What each column is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// Column, heading, role, in the order of columns.
    pub(super) columns: Vec<(usize, String, Role)>,
    /// How many rows it takes.
    pub(super) height: usize,
    pub(super) danish: usize,
    pub(super) swedish: usize,
}

impl Header {
    fn has(&self, wanted: impl Fn(Role) -> bool) -> bool {
        self.columns.iter().any(|(_, _, role)| wanted(*role))
    }

    /// The roles that are needed and not there.
    fn missing(&self) -> Vec<Role> {
        let mut missing = Vec::new();
        if !self.has(|role| role == Role::DocumentType) && self.class_columns() < 2 {
            missing.push(Role::DocumentType);
        }
        if !self.has(Role::decides) {
            missing.push(Role::Decision);
        }
        missing
    }

    fn class_columns(&self) -> usize {
        self.columns
            .iter()
            .filter(|(_, _, role)| *role == Role::ClassCode)
            .count()
    }

    pub(super) fn language(&self) -> Language {
        if self.danish > self.swedish {
            Language::Da
        } else {
            Language::Sv
        }
    }

    /// The cells of a row with the role, joined.
    pub(super) fn cell(&self, row: &TableRow, wanted: Role) -> String {
        let cells = self.columns.iter().filter(|(_, _, role)| *role == wanted);
        let texts: Vec<&str> = cells
            .filter_map(|(column, _, _)| row.cells.get(*column))
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        texts.join(" ")
    }

    /// The heading of the first column with the role.
    pub(super) fn heading(&self, wanted: Role) -> &str {
        let found = self.columns.iter().find(|(_, _, role)| *role == wanted);
        found.map_or("", |(_, heading, _)| heading)
    }
}

/// Headings stand within the first rows of a table, below title, decision and legend.
const SEARCHED_ROWS: usize = 200;

pub(super) fn import(name: &str, tables: &[Table]) -> Result<(Plan, PlanReport), PlanError> {
    let mut plan = Plan {
        name: name.to_owned(),
        ..Plan::default()
    };
    if let Some(plan) = tables
        .iter()
        .find_map(|table| normalised::from_table(name, table))
    {
        return report::reported(plan);
    }
    let mut header: Option<Header> = None;
    let mut report = PlanReport::default();
    // Cover sheets and title tables.
    let mut lines: Vec<Vec<&str>> = Vec::new();
    for table in tables {
        let found = find_header(&table.rows);
        let start = match (&found, &header) {
            (Some((at, new)), _) => {
                if header.is_none() {
                    plan.settings = PlanSettings::of(new.language());
                    report.take_header(new, table.rows.get(*at).map_or(0, |row| row.number));
                    for cells in lines.drain(..) {
                        around::take_cells(&mut plan, &cells);
                    }
                }
                header = Some(new.clone());
                at + new.height
            }
            // A table that goes on from the page before, without its headings.
            (None, Some(known)) if continues(known, table) => 0,
            (None, None) => {
                lines.extend(table.above.iter().map(|line| vec![line.as_str()]));
                lines.extend(
                    table
                        .rows
                        .iter()
                        .take(SEARCHED_ROWS)
                        .map(rows::filled_cells),
                );
                continue;
            }
            _ => continue,
        };
        let Some(header) = header.clone() else {
            continue;
        };
        let mut walker = Walker::new(table, header, &mut plan);
        walker.lines_above(start.min(table.rows.len()));
        walker.walk(start);
    }
    if header.is_none() {
        return Err(no_headings(tables));
    }
    if plan.rows.is_empty() {
        return Err(PlanError::NoRows);
    }
    report.finish(&plan);
    Ok((plan, report))
}

fn continues(header: &Header, table: &Table) -> bool {
    let width = header
        .columns
        .iter()
        .map(|(column, _, _)| column + 1)
        .max()
        .unwrap_or(0);
    table
        .rows
        .iter()
        .any(|row| row.cells.len() >= width.saturating_sub(1) && row.cells.len() <= width + 3)
}

/// The first row that can be a header, alone or with the row below it.
fn find_header(rows: &[TableRow]) -> Option<(usize, Header)> {
    (0..rows.len().min(SEARCHED_ROWS)).find_map(|at| header_at(rows, at).map(|header| (at, header)))
}

/// The header that begins at a row.
pub(super) fn header_at(rows: &[TableRow], at: usize) -> Option<Header> {
    let first = rows.get(at)?;
    let one = read_header(&first.cells);
    let filled = first
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count();
    if let Some(second) = rows
        .get(at + 1)
        .filter(|second| !one.columns.is_empty() && is_second_row(&one, second))
    {
        let two = read_header(&merge_cells(&first.cells, &second.cells));
        let alone = read_header(&second.cells);
        // A title or legend above headings that say all by themselves is no part of them.
        let adds = !alone.missing().is_empty() || two.columns.len() > alone.columns.len();
        if adds
            && two.missing().is_empty()
            && two.columns.len() > one.columns.len().min(two.columns.len() - 1)
        {
            return Some(Header { height: 2, ..two });
        }
    }
    let enough = one.columns.len() * 2 >= filled && one.columns.len() >= 2;
    (one.missing().is_empty() && enough).then_some(Header { height: 1, ..one })
}

/// Whether the row below holds headings too: most of its cells, and some where the first row has none.
fn is_second_row(one: &Header, second: &TableRow) -> bool {
    let filled: Vec<usize> = second
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.trim().is_empty())
        .map(|(at, _)| at)
        .collect();
    let named = |column: &usize| {
        second
            .cells
            .get(*column)
            .is_some_and(|cell| headings::find_role(cell).is_some())
    };
    let known = filled.iter().filter(|column| named(column)).count();
    let new = filled
        .iter()
        .any(|column| named(column) && !one.columns.iter().any(|(at, _, _)| at == column));
    let split = filled.len() >= 2 && filled.iter().all(named);
    known * 10 >= filled.len() * 6 && (new || split) && !filled.is_empty()
}

/// Two header rows as one: the lower cell says more; the upper one of a merge holds for the columns right of it.
fn merge_cells(upper: &[String], lower: &[String]) -> Vec<String> {
    let width = upper.len().max(lower.len());
    let mut group = "";
    (0..width)
        .map(|column| {
            let cell = |cells: &'_ [String]| {
                cells
                    .get(column)
                    .map(|text| text.trim().to_owned())
                    .unwrap_or_default()
            };
            let (top, low) = (cell(upper), cell(lower));
            if !top.is_empty() {
                group = upper.get(column).map_or("", |text| text.trim());
            }
            match (low.is_empty(), headings::find_role(&low).is_some()) {
                (true, _) => top,
                (false, true) => low,
                (false, false) => format!("{group} {low}"),
            }
        })
        .collect()
}

fn read_header(cells: &[String]) -> Header {
    let mut header = Header::default();
    for (column, cell) in cells.iter().enumerate() {
        let beside = header
            .columns
            .last()
            .is_some_and(|(at, _, role)| at + 1 == column && *role == Role::ClassCode);
        if cell.trim().is_empty() && beside {
            // A code that is split over several columns under one merged heading.
            header
                .columns
                .push((column, String::new(), Role::ClassCode));
            continue;
        }
        let Some(found) = headings::find_role(cell) else {
            continue;
        };
        let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        header.columns.push((column, text, found.role));
        match found.language {
            Language::Da => header.danish += 1,
            Language::Sv => header.swedish += 1,
        }
    }
    header
}

fn no_headings(tables: &[Table]) -> PlanError {
    let rows = tables
        .iter()
        .flat_map(|table| table.rows.iter().take(SEARCHED_ROWS));
    let best = rows
        .map(|row| (read_header(&row.cells), row))
        .max_by_key(|(header, row)| {
            let roles = header.columns.len();
            (
                roles,
                roles * 100 / row.cells.len().max(1),
                u32::MAX - row.number,
            )
        });
    let Some((header, row)) = best else {
        return PlanError::NoHeadings {
            found: Vec::new(),
            missing: Header::default().missing(),
            closest: Vec::new(),
        };
    };
    let short = |text: &String| text.chars().take(60).collect::<String>();
    PlanError::NoHeadings {
        missing: header.missing(),
        found: header
            .columns
            .into_iter()
            .map(|(_, text, role)| (text, role))
            .collect(),
        closest: row
            .cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .take(12)
            .map(short)
            .collect(),
    }
}
