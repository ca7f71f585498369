//! What was understood of a plan, for `plan check`.

use super::headings::Role;
use super::import::Header;
use super::{BirthdayException, Decided, Plan, PlanError};
use crate::phrase::{Action, NormalForm};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A phrase with its meaning and how often it stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PhraseCount {
    /// As it stands.
    pub phrase: String,
    /// What it means by itself.
    pub normal: NormalForm,
    /// In how many rows.
    pub count: usize,
}

/// What was understood of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlanReport {
    /// The row of the first header, from 1.
    pub header_row: u32,
    /// Each heading with its role.
    pub headings: Vec<(String, Role)>,
    /// Rules.
    pub rows: usize,
    /// Rules by the number of levels of their class code.
    pub levels: BTreeMap<usize, usize>,
    /// Distinct phrases, the commonest first.
    pub phrases: Vec<PhraseCount>,
    /// The numbers of the rows that a human must settle.
    pub needs_human: Vec<u32>,
    /// Phrases without a meaning, the commonest first.
    pub unknown: Vec<PhraseCount>,
    /// Rows without any phrase.
    pub without_phrase: Vec<u32>,
    /// Who decided the plan.
    pub decided: Option<Decided>,
    /// Its version.
    pub version: Option<String>,
    /// The days between which it holds.
    pub valid: (Option<Date>, Option<Date>),
    /// Whose files are kept by the plan's own words: a line above the table, or that many rows.
    pub birthday: (BirthdayException, usize),
    /// Kinds of files that the plan says are never disposed of.
    pub never_dispose: Vec<String>,
    /// What its letters mean.
    pub legend: BTreeMap<String, String>,
}

/// A plan with its report; a plan without rules is refused.
pub(super) fn reported(plan: Plan) -> Result<(Plan, PlanReport), PlanError> {
    if plan.rows.is_empty() {
        return Err(PlanError::NoRows);
    }
    let mut report = PlanReport::default();
    report.finish(&plan);
    Ok((plan, report))
}

impl PlanReport {
    pub(super) fn take_header(&mut self, header: &Header, row: u32) {
        self.header_row = row;
        self.headings = header
            .columns
            .iter()
            .map(|(_, text, role)| (text.clone(), *role))
            .collect();
    }

    pub(super) fn finish(&mut self, plan: &Plan) {
        self.rows = plan.rows.len();
        self.decided.clone_from(&plan.decided);
        self.version.clone_from(&plan.version);
        self.valid = (plan.valid_from, plan.valid_to);
        self.never_dispose.clone_from(&plan.settings.never_dispose);
        self.legend.clone_from(&plan.legend);
        let kept = |row: &&super::PlanRow| row.birthday != BirthdayException::None;
        self.birthday = (
            plan.settings.birthday,
            plan.rows.iter().filter(kept).count(),
        );
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &plan.rows {
            *self.levels.entry(levels(&row.class_code)).or_default() += 1;
            if row.phrase.is_empty() {
                self.without_phrase.push(row.number);
            } else {
                *counts.entry(&row.phrase).or_default() += 1;
            }
            if row.normal.needs_human {
                self.needs_human.push(row.number);
            }
        }
        self.phrases = counts
            .into_iter()
            .map(|(phrase, count)| PhraseCount {
                phrase: phrase.to_owned(),
                normal: plan.meaning(phrase),
                count,
            })
            .collect();
        self.phrases
            .sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.phrase.cmp(&b.phrase)));
        self.unknown = self
            .phrases
            .iter()
            .filter(|phrase| phrase.normal.action == Action::Unknown)
            .cloned()
            .collect();
    }
}

/// How many levels a class code has.
fn levels(code: &str) -> usize {
    if code.is_empty() {
        0
    } else {
        code.split('.').count()
    }
}
