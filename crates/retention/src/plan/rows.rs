//! Rows under the headings: codes, sections and process rules carried down, rows that were torn apart put together.

use super::around;
use super::headings::Role;
use super::import::{Header, header_at};
use super::merges::carry_down;
use super::notes::Footnotes;
use super::{BirthdayException, Plan, PlanRow};
use crate::fold;
use crate::phrase::{Action, NormalForm};
use crate::signals::is_class_code;
use sporhund_model::{Table, TableRow};
use std::collections::HashMap;

/// A longer line between rows is a remark and no section.
const LONGEST_SECTION: usize = 160;

/// A rule that stands on a process or section row and holds for the rows under it that have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inherited {
    pub(super) decision: String,
    pub(super) delivery: String,
    pub(super) remark: String,
}

/// Walks the rows of one table.
pub(super) struct Walker<'a> {
    pub(super) table: &'a Table,
    pub(super) header: Header,
    pub(super) plan: &'a mut Plan,
    /// The last cell of each class column.
    carried: Vec<String>,
    /// Section rows above, outermost first, with the code of each.
    sections: Vec<(String, String)>,
    /// Levels with a title that stood in the column in which the levels below them stand too.
    lifted: Vec<(String, String)>,
    /// Titles of sections whose rows keep the files of people born on certain days.
    excepted: Vec<(String, BirthdayException)>,
    /// Whether the row before was a section row too, so that the next one lies within it.
    after_section: bool,
    pub(super) inherited: Option<Inherited>,
    /// What bare numbers count, where a line above the table says so.
    pub(super) unit: Option<&'static str>,
    pub(super) footnotes: Footnotes,
    pub(super) parsed: HashMap<String, NormalForm>,
}

impl<'a> Walker<'a> {
    pub(super) fn new(table: &'a Table, header: Header, plan: &'a mut Plan) -> Self {
        Walker {
            footnotes: Footnotes::collect(&table.rows, table.above.iter()),
            table,
            header,
            plan,
            carried: Vec::new(),
            sections: Vec::new(),
            lifted: Vec::new(),
            excepted: Vec::new(),
            after_section: false,
            inherited: None,
            unit: None,
            parsed: HashMap::new(),
        }
    }

    /// Title, legend and what else stands above the headings.
    pub(super) fn lines_above(&mut self, end: usize) {
        let end = end.saturating_sub(self.header.height);
        for line in &self.table.above {
            around::take_line(self.plan, line);
            self.unit = around::unit_of(line).or(self.unit);
        }
        for row in self.table.rows.iter().take(end) {
            let cells = filled_cells(row);
            around::take_cells(self.plan, &cells);
            self.unit = around::unit_of(&cells.join(" ")).or(self.unit);
        }
    }

    pub(super) fn walk(&mut self, start: usize) {
        let rows = &*carry_down(self.table);
        let joins = self.joins_torn_rows(rows.get(start..).unwrap_or_default());
        let mut whole: Option<TableRow> = None;
        let mut at = start;
        while let Some(row) = rows.get(at) {
            if let Some(again) = self.repeated_header(rows, at) {
                at += again.height;
                // A row that a page end tore apart goes on below the headings of the next page.
                if again.columns != self.header.columns {
                    self.finish(&mut whole);
                }
                self.header = again;
                continue;
            }
            match whole.as_mut() {
                Some(above) if joins && self.goes_on(row, above) => join_rows(above, row),
                _ => {
                    self.finish(&mut whole);
                    whole = Some(row.clone());
                }
            }
            at += 1;
        }
        self.finish(&mut whole);
    }

    fn finish(&mut self, whole: &mut Option<TableRow>) {
        if let Some(row) = whole.take() {
            self.row(&row);
        }
    }

    /// Whether rows can be told to go on with the one above by their lower case. In a plan that writes most of its types in
    /// lower case they cannot.
    fn joins_torn_rows(&self, rows: &[TableRow]) -> bool {
        let types = rows
            .iter()
            .map(|row| self.header.cell(row, Role::DocumentType));
        let (small, all) =
            types
                .filter(|cell| !cell.is_empty())
                .fold((0, 0), |(small, all), cell| {
                    (
                        small + usize::from(cell.starts_with(char::is_lowercase)),
                        all + 1,
                    )
                });
        small * 2 <= all
    }

    /// A row that only goes on with the row above: every filled cell begins in lower case below a filled one, and the row has
    /// no rule of its own, or the one above ends in the middle of a sentence.
    fn goes_on(&self, row: &TableRow, above: &TableRow) -> bool {
        let small = |cell: &str| {
            cell.trim_start_matches(['(', '"'])
                .starts_with(char::is_lowercase)
        };
        let numeric = |cell: &str| cell.starts_with(|letter: char| letter.is_ascii_digit());
        let cells: Vec<(usize, &String)> = row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty())
            .collect();
        let below = |column: &usize| {
            above
                .cells
                .get(*column)
                .is_some_and(|cell| !cell.trim().is_empty())
        };
        let whole =
            !self.header.cell(row, Role::DocumentType).is_empty() && !self.decision(row).is_empty();
        let hangs = cells
            .iter()
            .any(|(column, _)| above.cells.get(*column).is_some_and(|cell| hangs(cell)));
        !cells.is_empty()
            && (!whole || hangs)
            && filled(above) > 1
            && cells
                .iter()
                .all(|(column, cell)| (small(cell) || numeric(cell)) && below(column))
            && cells.iter().any(|(_, cell)| small(cell))
    }

    /// Headings that stand again, as on each page, or the headings of another part of the plan.
    fn repeated_header(&self, rows: &[TableRow], at: usize) -> Option<Header> {
        let row = rows.get(at)?;
        let same = self.header.columns.iter().filter(|(column, heading, _)| {
            let cell = row.cells.get(*column);
            cell.is_some_and(|cell| {
                let cell = fold::words(cell);
                !cell.is_empty() && fold::words(heading).concat() == cell.concat()
            })
        });
        let same = same.count();
        let again = header_at(rows, at).filter(|again| {
            again.columns.len() >= 3 && again.columns.len() * 10 >= filled(row) * 8
        });
        if same * 10 >= self.header.columns.len() * 6 {
            return Some(again.unwrap_or_else(|| Header {
                height: 1,
                ..self.header.clone()
            }));
        }
        again
    }

    fn row(&mut self, row: &TableRow) {
        if filled(row) == 0 || is_total(row) || is_page_mark(row) || self.footnotes.holds(row) {
            return;
        }
        let row = &unrepeated(row);
        let document_type = one_line(&self.header.cell(row, Role::DocumentType));
        let decision = self.decision(row);
        let takes_rule = self.inherited.is_some() && document_type.starts_with(char::is_uppercase);
        if filled(row) == 1 && decision.is_empty() && !takes_rule {
            if self.is_upper_level(row) {
                self.carry_codes(row);
            } else {
                self.lone_cell(row, &document_type);
            }
            return;
        }
        self.after_section = false;
        let fresh = self.carry_codes(row);
        let (class_code, section) = self.class();
        if document_type.is_empty() {
            self.nameless(row, decision, fresh, class_code, section);
        } else {
            self.push(row, decision, class_code, section, document_type);
        }
    }

    /// A code alone in one of several class columns: a level whose lower levels follow in the rows below.
    fn is_upper_level(&self, row: &TableRow) -> bool {
        let mut columns = self
            .header
            .columns
            .iter()
            .filter(|(_, _, role)| *role == Role::ClassCode)
            .map(|(column, _, _)| {
                row.cells
                    .get(*column)
                    .map(|cell| one_line(cell))
                    .unwrap_or_default()
            });
        let several = columns.clone().count() > 1;
        let is_bare = |cell: String| {
            let (code, title) = split_code(&cell);
            !code.is_empty() && around::birthday(&title).is_none()
        };
        several && columns.any(is_bare)
    }

    /// A rule without a document type: that of a process, or another rule for the type above.
    fn nameless(
        &mut self,
        row: &TableRow,
        decision: String,
        fresh: bool,
        class_code: String,
        mut section: Vec<String>,
    ) {
        if decision.is_empty() {
            return;
        }
        let above = self.plan.rows.last().filter(|last| {
            !fresh
                && last.table == self.table.name
                && last.class_code == class_code
                && self.inherited.is_none()
        });
        if let Some(document_type) = above.map(|last| last.document_type.clone()) {
            self.push(row, decision, class_code, section, document_type);
            return;
        }
        self.inherited = Some(Inherited {
            decision: decision.clone(),
            delivery: one_line(&self.header.cell(row, Role::Delivery)),
            remark: String::new(),
        });
        if let Some(document_type) = section.pop() {
            self.push(row, decision, class_code, section, document_type);
        }
    }

    fn push(
        &mut self,
        row: &TableRow,
        decision: String,
        class_code: String,
        section: Vec<String>,
        document_type: String,
    ) {
        let entry = PlanRow {
            number: row.number,
            table: self.table.name.clone(),
            class_code,
            document_type,
            section,
            phrase: decision,
            ..PlanRow::default()
        };
        let entry = self.complete(row, entry);
        self.plan.rows.push(entry);
    }

    /// A row with one cell: a section, a rule for all rows under it, or a remark.
    fn lone_cell(&mut self, row: &TableRow, document_type: &str) {
        let text = filled_cells(row)
            .first()
            .map(|cell| one_line(cell))
            .unwrap_or_default();
        let goes_on = document_type == text && text.starts_with(char::is_lowercase);
        if let (true, Some(last)) = (goes_on, self.plan.rows.last_mut()) {
            last.document_type = format!("{} {text}", last.document_type);
            return;
        }
        if let Some(trigger) = around::counted_from(&text) {
            self.plan.settings.default_trigger = trigger;
            return;
        }
        if let Some(exception) = around::birthday(&text) {
            self.except(&text, exception);
            return;
        }
        let form = self.parse(&text);
        let settles = form.action != Action::Unknown && !form.needs_human;
        self.inherited = settles.then(|| Inherited {
            decision: text.clone(),
            ..Inherited::default()
        });
        if text.chars().count() <= LONGEST_SECTION {
            self.open_section(&text);
        }
    }

    /// An exception by day of birth: behind the title of a section it holds for the rows under it, alone for the whole plan.
    fn except(&mut self, text: &str, exception: BirthdayException) {
        let title = text.split('(').next().unwrap_or_default().trim();
        let is_titled = title.chars().any(char::is_alphabetic) && around::birthday(title).is_none();
        if !is_titled {
            self.plan.settings.birthday = exception;
            return;
        }
        self.open_section(title);
        let (_, title) = split_code(title);
        self.excepted.push((title, exception));
    }

    /// The exception of the sections that a row stands under.
    pub(super) fn excepted(&self, entry: &PlanRow) -> Option<BirthdayException> {
        let mut known = self.excepted.iter();
        let found = known.find(|(title, _)| entry.section.contains(title));
        found.map(|(_, exception)| *exception)
    }

    /// A section within those above whose codes it continues, or within the section row right above.
    fn open_section(&mut self, text: &str) {
        let (code, title) = split_code(text);
        if code.is_empty() {
            if !self.after_section {
                self.sections.retain(|(code, _)| !code.is_empty());
            }
        } else {
            self.sections
                .retain(|(above, _)| !above.is_empty() && code.starts_with(&format!("{above}.")));
            self.carried = vec![code.clone()];
        }
        self.after_section = true;
        self.sections.push((code, title));
    }

    /// Takes the class cells of the row, and says whether one of them is new.
    fn carry_codes(&mut self, row: &TableRow) -> bool {
        let columns: Vec<usize> = self
            .header
            .columns
            .iter()
            .filter(|(_, _, role)| *role == Role::ClassCode)
            .map(|(column, _, _)| *column)
            .collect();
        if columns.is_empty() {
            return false;
        }
        if self.carried.len() != columns.len() && self.carried.len() != 1 {
            self.carried = Vec::new();
        }
        self.carried.resize(columns.len(), String::new());
        let mut fresh = false;
        let lifted = &mut self.lifted;
        for (slot, column) in self.carried.iter_mut().zip(&columns) {
            let cell = row
                .cells
                .get(*column)
                .map(|text| one_line(text))
                .unwrap_or_default();
            if !cell.is_empty() {
                fresh |= *slot != cell;
                lift(lifted, slot, &cell);
                *slot = cell;
            } else if fresh {
                slot.clear();
            }
        }
        if fresh {
            self.inherited = None;
        }
        fresh
    }

    /// The class code of the row, and the processes and sections it stands under.
    fn class(&self) -> (String, Vec<String>) {
        let mut codes: Vec<String> = Vec::new();
        let mut section: Vec<String> = Vec::new();
        let above = self.sections.iter().chain(&self.lifted);
        section.extend(above.map(|(_, title)| title.clone()));
        for cell in &self.carried {
            let (code, title) = split_code(cell);
            codes.extend((!code.is_empty()).then_some(code));
            section.push(title);
        }
        section.retain(|title| !title.is_empty());
        section.dedup();
        (join_codes(&codes), section)
    }
}

/// Keeps the level that the next cell of its column lies within ("2 STÖD" above "2.1.1"), and drops those it does not lie within.
fn lift(lifted: &mut Vec<(String, String)>, before: &str, cell: &str) {
    let (code, _) = split_code(cell);
    if code.is_empty() {
        return;
    }
    let (above, title) = split_code(before);
    if !above.is_empty() && !title.is_empty() {
        lifted.push((above, title));
    }
    lifted.retain(|(above, _)| code.starts_with(&format!("{above}.")));
}

/// Whether a cell ends with a word that wants another behind it.
fn hangs(cell: &str) -> bool {
    const HANGING: [&str; 30] = [
        "och", "og", "eller", "samt", "med", "av", "af", "för", "for", "till", "til", "i", "på",
        "efter", "vid", "ved", "från", "fra", "om", "den", "det", "att", "at", "som", "enligt",
        "när", "når", "ett", "et", "en",
    ];
    let words = fold::words(cell);
    cell.trim_end().ends_with(['-', ','])
        || words
            .last()
            .is_some_and(|last| HANGING.contains(&last.as_str()))
}

/// Puts the cells of a row behind those of the row that it goes on with.
fn join_rows(above: &mut TableRow, row: &TableRow) {
    let cells = row.cells.iter().enumerate();
    for (column, cell) in cells.filter(|(_, cell)| !cell.trim().is_empty()) {
        if let Some(slot) = above.cells.get_mut(column) {
            *slot = format!("{}\n{}", slot.trim_end(), cell.trim());
        }
    }
}

/// A section title that an export repeats in all cells of its row is one title.
fn unrepeated(row: &TableRow) -> TableRow {
    let cells = filled_cells(row);
    let first = cells.first().copied().unwrap_or_default();
    if cells.len() < 3 || cells.iter().any(|cell| *cell != first) {
        return row.clone();
    }
    let mut cells = vec![String::new(); row.cells.len()];
    if let Some(slot) = cells.first_mut() {
        first.clone_into(slot);
    }
    TableRow {
        number: row.number,
        cells,
    }
}

pub(super) fn filled_cells(row: &TableRow) -> Vec<&str> {
    let cells = row.cells.iter().map(|cell| cell.trim());
    cells.filter(|cell| !cell.is_empty()).collect()
}

fn filled(row: &TableRow) -> usize {
    filled_cells(row).len()
}

fn is_total(row: &TableRow) -> bool {
    let first = filled_cells(row)
        .first()
        .map(|cell| fold::words(cell))
        .unwrap_or_default();
    let counts = matches!(
        first.first().map(String::as_str),
        Some("summa" | "totalt" | "total" | "ialt" | "antal" | "totalsumma")
    );
    let beside = filled_cells(row).iter().skip(1).all(|cell| {
        cell.chars()
            .all(|letter| letter.is_ascii_digit() || " .,st".contains(letter))
    });
    counts && beside
}

/// "Sida 3 (12)", "Side 3 af 12".
fn is_page_mark(row: &TableRow) -> bool {
    let words: Vec<String> = filled_cells(row)
        .iter()
        .flat_map(|cell| fold::words(cell))
        .collect();
    let numbers = |words: &[String]| {
        !words.is_empty()
            && words.iter().all(|word| {
                matches!(word.as_str(), "av" | "af")
                    || word.bytes().all(|byte| byte.is_ascii_digit())
            })
    };
    match words.split_first() {
        Some((first, rest)) => {
            matches!(first.as_str(), "sida" | "sidan" | "side" | "sid") && numbers(rest)
        }
        None => false,
    }
}

/// The text of a cell on one line, broken words joined.
pub(super) fn one_line(cell: &str) -> String {
    let joined = fold::rejoin(&fold::clean(cell));
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "7.1 Skolplikt" as code and title.
fn split_code(cell: &str) -> (String, String) {
    let (head, tail) = cell.split_once(' ').unwrap_or((cell, ""));
    let head = head.trim_end_matches(['.', ':']);
    if is_class_code(head) || is_facet(head) {
        (
            head.to_owned(),
            tail.trim_matches([' ', '-', '–', ':']).to_owned(),
        )
    } else {
        (String::new(), cell.to_owned())
    }
}

/// The Danish facet of action: `G01`, `A53`.
fn is_facet(text: &str) -> bool {
    let mut letters = text.chars();
    text.len() == 3
        && letters
            .next()
            .is_some_and(|letter| letter.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_digit())
}

/// "7", "7.1", "7.1.3" say the whole code each; "7", "1", "3" a part each; "27.24.00", "G01" are subject and facet.
fn join_codes(codes: &[String]) -> String {
    codes.iter().fold(String::new(), |all, code| {
        let whole = all.is_empty()
            || code.starts_with(&format!("{all}."))
            || (*code == all && code.contains('.'));
        if whole {
            code.clone()
        } else if is_facet(code) {
            format!("{all}-{code}")
        } else {
            format!("{all}.{code}")
        }
    })
}
