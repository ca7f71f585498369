//! Rows under the headings: codes and sections carried down, cells brought together into one rule.

use super::headings::Role;
use super::import::{Header, header_at};
use super::{BirthdayException, Language, Plan, PlanRow};
use crate::fold;
use crate::phrase::{self, Action, NormalForm, Period, Trigger};
use crate::signals::is_class_code;
use sporhund_model::{Table, TableRow};
use std::collections::HashMap;

/// Walks the rows of one table.
pub(super) struct Walker<'a> {
    table: &'a Table,
    header: Header,
    plan: &'a mut Plan,
    /// The last cell of each class column.
    carried: Vec<String>,
    section: Option<String>,
    /// A rule that stands on a process or section row and holds for the rows under it.
    inherited: Option<String>,
    parsed: HashMap<String, NormalForm>,
}

impl<'a> Walker<'a> {
    pub(super) fn new(table: &'a Table, header: Header, plan: &'a mut Plan) -> Self {
        Walker {
            table,
            header,
            plan,
            carried: Vec::new(),
            section: None,
            inherited: None,
            parsed: HashMap::new(),
        }
    }

    fn parse(&mut self, phrase: &str) -> NormalForm {
        if let Some(known) = self.parsed.get(phrase) {
            return *known;
        }
        let form = phrase::parse(phrase);
        self.parsed.insert(phrase.to_owned(), form);
        form
    }

    /// Title, legend and what else stands above the headings.
    pub(super) fn lines_above(&mut self, end: usize) {
        let mut lines = self.table.above.clone();
        for row in self
            .table
            .rows
            .iter()
            .take(end.saturating_sub(self.header.height))
        {
            lines.extend(
                row.cells
                    .iter()
                    .filter(|cell| !cell.trim().is_empty())
                    .cloned(),
            );
        }
        for line in lines {
            if let Some(trigger) = counted_from(&line) {
                self.plan.settings.default_trigger = trigger;
            }
            if let Some(exception) = birthday(&line) {
                self.plan.settings.birthday = exception;
            }
        }
    }

    pub(super) fn walk(&mut self, start: usize) {
        let rows = &self.table.rows;
        let mut at = start;
        while let Some(row) = rows.get(at) {
            if let Some(again) = self.repeated_header(rows, at) {
                at += again.height;
                self.header = again;
                continue;
            }
            self.row(row);
            at += 1;
        }
    }

    /// Headings that stand again, as on each page, or the headings of another part of the plan.
    fn repeated_header(&self, rows: &[TableRow], at: usize) -> Option<Header> {
        let row = rows.get(at)?;
        let same = self.header.columns.iter().filter(|(column, heading, _)| {
            let cell = row
                .cells
                .get(*column)
                .map(|text| fold::words(text).concat());
            cell.is_some_and(|cell| !cell.is_empty() && fold::words(heading).concat() == cell)
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
        if is_total(row) || filled(row) == 0 {
            return;
        }
        let document_type = one_line(&self.header.cell(row, Role::DocumentType));
        let decision = self.decision(row);
        let takes_rule = self.inherited.is_some() && document_type.starts_with(char::is_uppercase);
        if filled(row) == 1 && decision.is_empty() && !takes_rule {
            self.lone_cell(row, &document_type);
            return;
        }
        let (class_code, mut section) = self.class(row);
        let named = !document_type.is_empty();
        if !named && decision.is_empty() {
            return;
        }
        let document_type = if named {
            document_type
        } else {
            section.last().cloned().unwrap_or_default()
        };
        if document_type.is_empty() {
            return;
        }
        if !named {
            section.pop();
            self.inherited = Some(decision.clone());
        }
        let phrase = if decision.is_empty() {
            self.inherited.clone().unwrap_or_default()
        } else {
            decision
        };
        let entry = self.complete(
            row,
            PlanRow {
                number: row.number,
                table: self.table.name.clone(),
                class_code,
                document_type,
                section,
                phrase,
                ..PlanRow::default()
            },
        );
        self.plan.rows.push(entry);
    }

    /// A row with one cell: a section, or the rest of the row above.
    fn lone_cell(&mut self, row: &TableRow, document_type: &str) {
        let text = row
            .cells
            .iter()
            .map(|cell| one_line(cell))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default();
        let goes_on = document_type == text && text.starts_with(char::is_lowercase);
        if let (true, Some(last)) = (goes_on, self.plan.rows.last_mut()) {
            last.document_type = format!("{} {text}", last.document_type);
            return;
        }
        let form = self.parse(&text);
        self.inherited =
            (form.action != Action::Unknown && !form.needs_human).then(|| text.clone());
        if let Some(exception) = birthday(&text) {
            self.plan.settings.birthday = exception;
        }
        let (code, title) = split_code(&text);
        if !code.is_empty() {
            self.carried = vec![code];
        }
        self.section = Some(title).filter(|title| !title.is_empty());
    }

    /// The class code of the row, and the processes and sections it stands under.
    fn class(&mut self, row: &TableRow) -> (String, Vec<String>) {
        let columns: Vec<usize> = self
            .header
            .columns
            .iter()
            .filter(|(_, _, role)| *role == Role::ClassCode)
            .map(|(column, _, _)| *column)
            .collect();
        if !columns.is_empty() {
            if self.carried.len() != columns.len() && self.carried.len() != 1 {
                self.carried = Vec::new();
            }
            self.carried.resize(columns.len(), String::new());
            let mut fresh = false;
            for (slot, column) in self.carried.iter_mut().zip(&columns) {
                let cell = row
                    .cells
                    .get(*column)
                    .map(|text| one_line(text))
                    .unwrap_or_default();
                if !cell.is_empty() {
                    fresh |= *slot != cell;
                    *slot = cell;
                } else if fresh {
                    slot.clear();
                }
            }
            if fresh {
                self.inherited = None;
            }
        }
        let mut codes: Vec<String> = Vec::new();
        let mut section: Vec<String> = self.section.iter().cloned().collect();
        for cell in &self.carried {
            let (code, title) = split_code(cell);
            codes.extend((!code.is_empty()).then_some(code));
            section.extend((!title.is_empty()).then_some(title));
        }
        (join_codes(&codes), section)
    }

    /// The decision and time limit cells as one phrase.
    fn decision(&self, row: &TableRow) -> String {
        let cell = |role: Role| one_line(&self.header.cell(row, role));
        let mut parts = vec![
            cell(Role::Decision),
            marked(&cell(Role::Preserve), "Bevaras"),
            marked(&cell(Role::Dispose), "Gallras"),
            self.time_limit(row),
        ];
        parts.retain(|part| !is_nothing(part));
        parts.join(", ")
    }

    /// A bare number under "Gallringsfrist (år)" has its unit in the heading.
    fn time_limit(&self, row: &TableRow) -> String {
        let cell = one_line(&self.header.cell(row, Role::TimeLimit));
        let words = fold::words(self.header.heading(Role::TimeLimit));
        let bare = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
        let unit = ["år", "månader", "mån", "måneder", "dagar", "dage"]
            .iter()
            .find(|unit| words.iter().any(|word| word == *unit));
        match (bare, unit) {
            (true, Some(unit)) => format!("{cell} {unit}"),
            _ => cell,
        }
    }

    /// The rule of the row, completed by its delivery and remark cells.
    fn complete(&mut self, row: &TableRow, mut entry: PlanRow) -> PlanRow {
        entry.delivery_phrase = one_line(&self.header.cell(row, Role::Delivery));
        entry.remark = one_line(&self.header.cell(row, Role::Remark));
        entry.legal_basis = one_line(&self.header.cell(row, Role::LegalBasis));
        entry.registration = one_line(&self.header.cell(row, Role::Registration));
        entry.birthday = birthday(&entry.remark)
            .or_else(|| birthday(&entry.phrase))
            .unwrap_or_default();
        entry.normal = self.parse(&entry.phrase);
        self.deliver_then_delete(row, &mut entry);
        self.take_delivery(&mut entry);
        self.take_remark(&mut entry);
        self.take_default_trigger(&mut entry);
        entry
    }

    /// The Danish normal case: `B` with a deletion period means deliver to the archive, then delete.
    fn deliver_then_delete(&mut self, row: &TableRow, entry: &mut PlanRow) {
        let limit = self.time_limit(row);
        let decision = [Role::Decision, Role::Preserve]
            .map(|role| self.header.cell(row, role))
            .join(" ");
        if self.header.language() != Language::Da || limit.is_empty() || decision.trim().is_empty()
        {
            return;
        }
        let (decided, limited) = (self.parse(decision.trim()), self.parse(&limit));
        let deletes = limited.action == Action::Dispose && limited.period.is_some();
        if decided.action == Action::Preserve && !decided.needs_human && deletes {
            entry.normal = limited;
            entry.delivery = Some(NormalForm {
                action: Action::Deliver,
                ..NormalForm::default()
            });
        } else if decided.action == Action::Dispose && decided.period.is_none() && deletes {
            // `K` may be discarded by the archives act; the deletion period is a duty of its own.
            entry.normal = limited;
        }
    }

    /// "5 år" in a delivery column is when it is delivered, never when it is disposed of.
    fn take_delivery(&mut self, entry: &mut PlanRow) {
        if is_nothing(&entry.delivery_phrase) {
            return;
        }
        let told = self.parse(&entry.delivery_phrase.clone());
        let timed = matches!(told.action, Action::Dispose | Action::Deliver);
        let delivery = NormalForm {
            action: Action::Deliver,
            period: told.period.filter(|_| timed),
            trigger: if timed { told.trigger } else { Trigger::None },
            needs_human: !timed || (told.needs_human && told.period.is_some()),
            ..NormalForm::default()
        };
        if matches!(told.action, Action::Preserve) {
            return;
        }
        entry.delivery = Some(delivery);
        if entry.normal.action == Action::Preserve {
            entry.normal = NormalForm {
                needs_human: entry.normal.needs_human,
                ..delivery
            };
        }
    }

    /// A remark can say from when, or all that "se anm." leaves open.
    fn take_remark(&mut self, entry: &mut PlanRow) {
        if is_nothing(&entry.remark) {
            return;
        }
        let told = self.parse(&entry.remark.clone());
        let event = told.action == Action::Dispose && told.period == Some(Period::NOW);
        let normal = &mut entry.normal;
        match (normal.action, told.action) {
            (Action::Unknown, Action::Preserve | Action::Dispose | Action::Deliver)
                if !entry.phrase.is_empty() =>
            {
                // The decision cell points to the remark; a person reads both.
                *normal = NormalForm {
                    needs_human: true,
                    ..told
                };
            }
            (Action::Dispose, Action::Dispose) if event && normal.trigger == Trigger::None => {
                normal.trigger = told.trigger;
                normal.age = told.age;
            }
            (Action::Dispose, Action::Dispose)
                if told.period.is_some() && told.period != normal.period && !event =>
            {
                if normal.period.is_none() {
                    *normal = told;
                } else {
                    normal.needs_human = true;
                }
            }
            // "Afleveres før sletning" says again what the row says already.
            (Action::Dispose, Action::Deliver) if entry.delivery.is_some() => {}
            (Action::Dispose, Action::Preserve | Action::Deliver)
                if entry.birthday == BirthdayException::None =>
            {
                normal.needs_human = true;
            }
            (Action::Preserve | Action::Deliver, Action::Dispose | Action::WhenNoLongerNeeded) => {
                normal.needs_human = true;
            }
            _ => {}
        }
    }

    fn take_default_trigger(&self, entry: &mut PlanRow) {
        let normal = &mut entry.normal;
        if normal.action == Action::Dispose && normal.trigger == Trigger::None {
            normal.trigger = self.plan.settings.default_trigger;
        }
    }
}

fn filled(row: &TableRow) -> usize {
    row.cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count()
}

fn is_total(row: &TableRow) -> bool {
    let first = row.cells.iter().find(|cell| !cell.trim().is_empty());
    let words = first.map(|cell| fold::words(cell)).unwrap_or_default();
    matches!(
        words.first().map(String::as_str),
        Some("summa" | "totalt" | "total" | "ialt")
    )
}

/// The text of a cell on one line, broken words joined.
pub(super) fn one_line(cell: &str) -> String {
    let joined = fold::rejoin(&fold::clean(cell));
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a cell says nothing.
fn is_nothing(cell: &str) -> bool {
    let words = fold::words(cell);
    words.is_empty() || (words.len() == 1 && matches!(words[0].as_str(), "nej" | "ingen" | "inget"))
}

/// A cell of a column "Bevaras" or "Gallras": a mark says what the heading says.
fn marked(cell: &str, heading: &str) -> String {
    let words = fold::words(cell);
    let ticked = cell == "✓"
        || cell == "✔"
        || matches!(words.first().map(String::as_str), Some("x" | "ja" | "j"));
    if ticked && words.len() <= 1 {
        return heading.to_owned();
    }
    let only_time = words
        .first()
        .is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    if only_time {
        format!("{heading} {cell}")
    } else {
        cell.to_owned()
    }
}

/// "7.1 Skolplikt" as code and title.
fn split_code(cell: &str) -> (String, String) {
    let (head, tail) = cell.split_once(' ').unwrap_or((cell, ""));
    let head = head.trim_end_matches(['.', ':']);
    if is_class_code(head) {
        (
            head.to_owned(),
            tail.trim_matches([' ', '-', ':']).to_owned(),
        )
    } else {
        (String::new(), cell.to_owned())
    }
}

/// "7", "7.1", "7.1.3" say the whole code each; "7", "1", "3" a part each.
fn join_codes(codes: &[String]) -> String {
    codes.iter().fold(String::new(), |all, code| {
        if all.is_empty()
            || code.starts_with(&format!("{all}."))
            || (*code == all && code.contains('.'))
        {
            code.clone()
        } else {
            format!("{all}.{code}")
        }
    })
}

/// "Tiden räknas från avslutat ärende", "årene regnes fra ...": what all periods run from.
fn counted_from(line: &str) -> Option<Trigger> {
    let lower = fold::words(line).join(" ");
    let tail = [
        "räknas från",
        "räknat från",
        "beräknas från",
        "räknas efter",
        "regnes fra",
        "regnet fra",
        "beregnes fra",
    ]
    .iter()
    .find_map(|words| lower.split_once(words))?
    .1;
    let form = phrase::parse(&format!("1 år efter {tail}"));
    (!matches!(form.trigger, Trigger::None | Trigger::Other)).then_some(form.trigger)
}

/// Words that keep the files of people born on certain days.
pub(super) fn birthday(text: &str) -> Option<BirthdayException> {
    let words = fold::words(text);
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let born = words
        .iter()
        .any(|word| matches!(word.as_str(), "födda" | "född" | "fødte" | "født" | "fodda"));
    (born && has("5") && has("15") && has("25")).then_some(BirthdayException::Days)
}
