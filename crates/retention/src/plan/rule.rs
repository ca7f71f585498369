//! One rule out of a row's cells: decision and time limit make the phrase, delivery and remark complete it.

use super::around;
use super::headings::Role;
use super::rows::{Walker, one_line};
use super::{BirthdayException, Language, PlanRow};
use crate::fold;
use crate::phrase::{self, Action, NormalForm, Period, Trigger};
use sporhund_model::TableRow;
use std::collections::BTreeMap;

impl Walker<'_> {
    pub(super) fn parse(&mut self, phrase: &str) -> NormalForm {
        if let Some(known) = self.parsed.get(phrase) {
            return *known;
        }
        let form = phrase::parse(&spelt_out(&self.plan.legend, phrase));
        self.parsed.insert(phrase.to_owned(), form);
        form
    }

    /// The decision and time limit cells as one phrase.
    pub(super) fn decision(&self, row: &TableRow) -> String {
        let cell = |role: Role| self.with_unit(row, role);
        let mut parts = vec![
            cell(Role::Decision),
            marked(&cell(Role::Preserve), "Bevaras"),
            marked(&cell(Role::Dispose), "Gallras"),
            cell(Role::TimeLimit),
        ];
        parts.retain(|part| !is_nothing(part));
        parts.dedup();
        parts.join(", ")
    }

    /// A bare number under "Gallringsfrist (år)" has its unit in the heading, or in a line above the table.
    fn with_unit(&self, row: &TableRow, role: Role) -> String {
        let cell = one_line(&self.header.cell(row, role));
        if !is_bare_number(&cell) {
            return cell;
        }
        match around::unit_in(self.header.heading(role)).or(self.unit) {
            Some(unit) => format!("{cell} {unit}"),
            None => cell,
        }
    }

    /// The rule of the row, completed by its delivery and remark cells.
    pub(super) fn complete(&mut self, row: &TableRow, mut entry: PlanRow) -> PlanRow {
        let cell = |role: Role| one_line(&self.header.cell(row, role));
        entry.delivery_phrase = cell(Role::Delivery);
        entry.remark = cell(Role::Remark);
        entry.legal_basis = cell(Role::LegalBasis);
        entry.registration = cell(Role::Registration);
        self.take_inherited(&mut entry);
        self.take_footnotes(row, &mut entry);
        entry.birthday = around::birthday(&entry.remark)
            .or_else(|| around::birthday(&entry.phrase))
            .or_else(|| self.excepted(&entry))
            .unwrap_or_default();
        entry.normal = self.parse(&entry.phrase);
        self.take_bare_number(&mut entry);
        self.deliver_then_delete(row, &mut entry);
        self.take_delivery(&mut entry);
        self.take_remark(&mut entry);
        self.take_default_trigger(&mut entry);
        entry
    }

    fn take_inherited(&self, entry: &mut PlanRow) {
        let Some(inherited) = self.inherited.as_ref().filter(|_| entry.phrase.is_empty()) else {
            return;
        };
        entry.phrase.clone_from(&inherited.decision);
        if entry.delivery_phrase.is_empty() {
            entry.delivery_phrase.clone_from(&inherited.delivery);
        }
        if entry.remark.is_empty() {
            entry.remark.clone_from(&inherited.remark);
        }
    }

    /// A footnote of one of the cells that decide is part of the remark.
    fn take_footnotes(&self, row: &TableRow, entry: &mut PlanRow) {
        let roles = [
            Role::DocumentType,
            Role::Decision,
            Role::Preserve,
            Role::Dispose,
            Role::TimeLimit,
        ];
        for role in roles {
            let cell = self.header.cell(row, role);
            for note in self.footnotes.of_cell(&cell) {
                if !entry.remark.contains(note) {
                    let sign = if entry.remark.is_empty() { "" } else { ". " };
                    entry.remark = format!("{}{sign}{}", entry.remark, one_line(note));
                }
            }
        }
    }

    /// A number under a heading of time without any unit most likely counts years; a person confirms it.
    fn take_bare_number(&mut self, entry: &mut PlanRow) {
        if is_bare_number(&entry.phrase) && entry.normal.action == Action::Unknown {
            let years = format!("{} år", entry.phrase);
            entry.normal = NormalForm {
                needs_human: true,
                ..self.parse(&years)
            };
        }
    }

    /// The Danish normal case: `B` with a deletion period means deliver to the archive, then delete.
    fn deliver_then_delete(&mut self, row: &TableRow, entry: &mut PlanRow) {
        let limit = self.with_unit(row, Role::TimeLimit);
        let decision = [Role::Decision, Role::Preserve, Role::Dispose]
            .map(|role| self.header.cell(row, role))
            .join(" ");
        let decision = decision.trim();
        if self.header.language() != Language::Da || limit.is_empty() || decision.is_empty() {
            return;
        }
        let (decided, limited) = (self.parse(decision), self.parse(&limit));
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
        } else if decided.action == Action::Unknown {
            // KL's "tom": whether it is to be preserved is not settled.
            entry.normal.needs_human = true;
        }
    }

    /// "5 år" in a delivery column is when it is delivered, never when it is disposed of.
    fn take_delivery(&mut self, entry: &mut PlanRow) {
        if is_nothing(&entry.delivery_phrase) || entry.delivery_phrase.starts_with("Ej ") {
            return;
        }
        let told = self.parse(&entry.delivery_phrase.clone());
        if matches!(told.action, Action::Preserve) {
            return;
        }
        let timed = matches!(told.action, Action::Dispose | Action::Deliver);
        let named = is_yes(&entry.delivery_phrase)
            || entry.delivery_phrase.to_lowercase().contains("arkiv");
        let delivery = NormalForm {
            action: Action::Deliver,
            period: told.period.filter(|_| timed),
            trigger: if timed { told.trigger } else { Trigger::None },
            needs_human: (!timed && !named) || (told.needs_human && told.period.is_some()),
            ..NormalForm::default()
        };
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
            (Action::Dispose, Action::Dispose) if told.period.is_some() && !event => {
                match (normal.period, told.period) {
                    (Some(own), Some(other)) if own.is_as_long_as(other) => {
                        normal.needs_human |= told.needs_human;
                    }
                    (Some(_), _) => normal.needs_human = true,
                    (None, _) => *normal = told,
                }
            }
            // "Afleveres før sletning" says again what the row says already.
            (Action::Dispose, Action::Deliver) if entry.delivery.is_some() => {}
            (Action::Dispose, Action::Preserve | Action::Deliver)
                if entry.birthday == BirthdayException::None =>
            {
                normal.needs_human = true;
            }
            (Action::Preserve | Action::Deliver, Action::Dispose | Action::WhenNoLongerNeeded)
            | (Action::Dispose, Action::WhenNoLongerNeeded) => {
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

/// A phrase with the plan's own letter in front spelt out by its legend.
pub(super) fn spelt_out(legend: &BTreeMap<String, String>, phrase: &str) -> String {
    let (key, tail) = phrase.split_once(' ').unwrap_or((phrase, ""));
    match legend.get(key.trim_end_matches([',', '.'])) {
        Some(meaning) => format!("{meaning} {tail}").trim_end().to_owned(),
        None => phrase.to_owned(),
    }
}

fn is_bare_number(cell: &str) -> bool {
    (1..=3).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell says nothing.
fn is_nothing(cell: &str) -> bool {
    let words = fold::words(cell);
    words.is_empty() || (words.len() == 1 && matches!(words[0].as_str(), "nej" | "ingen" | "inget"))
}

/// A cross, tick or "ja".
fn is_yes(cell: &str) -> bool {
    let words = fold::words(cell);
    let ticked = matches!(cell.trim(), "✓" | "✔" | "☒" | "☑" | "•");
    ticked || (words.len() == 1 && matches!(words[0].as_str(), "x" | "ja" | "j"))
}

/// A cell of a column "Bevaras" or "Gallras": a mark says what the heading says.
fn marked(cell: &str, heading: &str) -> String {
    if is_yes(cell) {
        return heading.to_owned();
    }
    let only_time = fold::words(cell)
        .first()
        .is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    if only_time {
        format!("{heading} {cell}")
    } else {
        cell.to_owned()
    }
}
