//! What the plan says of all files together: by unit, by document type, by folder, and why files are kept.

use super::section::{due_date, unit};
use crate::counter::Counter;
use crate::mask::masked_folder;
use crate::shown::shorten;
use jiff::civil::Date;
use sporhund_model::{ItemRecord, Note, Root, Standing, Verdict, VerdictState};
use std::collections::BTreeMap;

const MAX_TYPES: usize = 500;
const MAX_UNITS: usize = 300;
const MAX_FOLDERS: usize = 500;
const MAX_REASONS: usize = 100;

/// The columns of the ageing by unit: states that ask for the same kind of work stand together.
pub const BANDS: [&[VerdictState]; 6] = [
    &[VerdictState::Overdue, VerdictState::DeliveryOverdue],
    &[
        VerdictState::PossiblyOverdue,
        VerdictState::WorkingPaperDue,
        VerdictState::Superseded,
    ],
    &[VerdictState::DueSoon, VerdictState::MayDispose],
    &[VerdictState::KeepUntil, VerdictState::DeliverToArchive],
    &[VerdictState::Preserve, VerdictState::OnHold],
    &[VerdictState::Review, VerdictState::Unclassified],
];

/// Files of one kind together.
#[derive(Clone, Debug, Default)]
pub struct Amount {
    /// How many.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// When the first of them ran out.
    pub oldest: Option<Date>,
}

impl Amount {
    fn add(&mut self, record: &ItemRecord, due: Option<Date>) {
        self.files += 1;
        self.bytes = self.bytes.saturating_add(record.item.size);
        self.oldest = match (self.oldest, due) {
            (Some(known), Some(due)) => Some(known.min(due)),
            (known, due) => known.or(due),
        };
    }
}

/// A document type by the name of its row, with class code.
pub type TypeName = String;

/// Files of a folder that no row means, with the row that they come nearest to.
#[derive(Clone, Debug, Default)]
pub struct Unlinked {
    /// How many.
    pub files: u64,
    /// The rows they come near to, with the sum of their scores.
    nearest: Vec<(TypeName, u64)>,
}

impl Unlinked {
    /// So many rows are remembered for a folder.
    const MOST: usize = 12;

    fn add(&mut self, record: &ItemRecord) {
        self.files += 1;
        let candidates = record
            .verdict
            .iter()
            .flat_map(|verdict| verdict.candidates.iter());
        for candidate in candidates {
            let name = type_name(&candidate.row.class_code, &candidate.row.document_type);
            let score = u64::from(candidate.score);
            let has_room = self.nearest.len() < Self::MOST;
            match self.nearest.iter_mut().find(|(known, _)| *known == name) {
                Some((_, sum)) => *sum += score,
                None if has_room => self.nearest.push((name, score)),
                None => {}
            }
        }
    }

    /// The row that its files come nearest to, with how near on average, in thousandths.
    pub fn suggestion(&self) -> Option<(&str, u64)> {
        let best = self
            .nearest
            .iter()
            .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        best.map(|(name, sum)| (name.as_str(), sum / self.files.max(1)))
    }
}

/// What the plan says of all files together.
#[derive(Clone, Debug)]
pub struct Retention {
    units: Counter<String, [u64; BANDS.len()]>,
    overdue: Counter<TypeName, Amount>,
    delivery: Counter<TypeName, Amount>,
    papers: Counter<String, Amount>,
    /// Copies of registered files among the working papers.
    pub registered_copies: u64,
    unlinked: Counter<String, Unlinked>,
    kept: Counter<String, (u64, Option<Note>)>,
    /// Files whose persons are probably all dead, by state.
    deceased: BTreeMap<VerdictState, u64>,
    is_listed: bool,
}

impl Retention {
    /// With folders, or without them where a report is over several controllers.
    pub(super) fn new(is_listed: bool) -> Self {
        Retention {
            units: Counter::new(MAX_UNITS),
            overdue: Counter::new(MAX_TYPES),
            delivery: Counter::new(MAX_TYPES),
            papers: Counter::new(MAX_FOLDERS),
            registered_copies: 0,
            unlinked: Counter::new(MAX_FOLDERS),
            kept: Counter::new(MAX_REASONS),
            deceased: BTreeMap::new(),
            is_listed,
        }
    }

    pub(super) fn add(&mut self, record: &ItemRecord, root: Option<&Root>) {
        let Some(verdict) = &record.verdict else {
            return;
        };
        let band = BANDS.iter().position(|band| band.contains(&verdict.state));
        if let Some(count) = band.and_then(|at| self.units.at(unit(record, root)).get_mut(at)) {
            *count += 1;
        }
        let due = due_date(verdict);
        let row = verdict.row.as_ref();
        let name = row.map(|row| type_name(&row.class_code, &row.document_type));
        match (verdict.state, name) {
            (VerdictState::Overdue, Some(name)) => self.overdue.at(name).add(record, due),
            (VerdictState::DeliveryOverdue, Some(name)) => self.delivery.at(name).add(record, due),
            (VerdictState::WorkingPaperDue, _) => {
                let is_copy = verdict.standing == Standing::Copy && verdict.identical.is_some();
                self.registered_copies += u64::from(is_copy);
                if self.is_listed {
                    self.papers.at(folder(record)).add(record, due);
                }
            }
            (VerdictState::Unclassified, _) if self.is_listed => {
                self.unlinked.at(folder(record)).add(record);
            }
            _ => {}
        }
        if verdict.reasons.iter().any(|note| note.code == DECEASED) {
            *self.deceased.entry(verdict.state).or_default() += 1;
        }
        self.add_kept(record);
    }

    fn add_kept(&mut self, record: &ItemRecord) {
        let Some(verdict) = &record.verdict else {
            return;
        };
        let is_kept = matches!(
            verdict.state,
            VerdictState::Preserve | VerdictState::OnHold | VerdictState::KeepUntil
        );
        if is_kept {
            let why = why_kept(verdict);
            let (count, kept) = self.kept.at(why.code.to_string());
            *count += 1;
            kept.get_or_insert(why);
        }
    }

    /// Files by unit and band, most first.
    pub fn units(&self) -> Vec<(&str, &[u64; BANDS.len()])> {
        let sorted = self.units.sorted(|bands| bands.iter().sum());
        let units = sorted.into_iter();
        units.map(|(unit, bands)| (unit.as_str(), bands)).collect()
    }

    /// Overdue files by document type, most first.
    pub fn overdue(&self) -> Vec<(&str, &Amount)> {
        amounts(&self.overdue)
    }

    /// Files whose delivery is overdue by document type, most first.
    pub fn delivery(&self) -> Vec<(&str, &Amount)> {
        amounts(&self.delivery)
    }

    /// Working papers to be cleared by folder, most first.
    pub fn papers(&self) -> Vec<(&str, &Amount)> {
        amounts(&self.papers)
    }

    /// Files that no row means by folder, most first.
    pub fn unlinked(&self) -> Vec<(&str, &Unlinked)> {
        let sorted = self.unlinked.sorted(|unlinked| unlinked.files);
        let folders = sorted.into_iter();
        folders
            .map(|(folder, unlinked)| (folder.as_str(), unlinked))
            .collect()
    }

    /// Files whose persons are probably all dead, by state in the order of reports.
    pub fn deceased(&self) -> Vec<(VerdictState, u64)> {
        let states = VerdictState::ALL.into_iter();
        states
            .filter_map(|state| Some((state, *self.deceased.get(&state)?)))
            .collect()
    }

    /// Why files are kept, commonest first.
    pub fn kept(&self) -> Vec<(&Note, u64)> {
        let sorted = self.kept.sorted(|(count, _)| *count);
        let notes = sorted.into_iter();
        notes
            .filter_map(|(_, (count, note))| note.as_ref().map(|note| (note, *count)))
            .collect()
    }
}

/// Says that the persons of a file are dead, which is no reason to keep it.
const DECEASED: &str = "reason-subjects-deceased";

/// What keeps a file: an exception, or the plan; the day that its time runs from is no reason of many files.
fn why_kept(verdict: &Verdict) -> Note {
    let told = verdict
        .reasons
        .iter()
        .find(|note| !matches!(&*note.code, "reason-date" | DECEASED));
    let note = verdict.exceptions.first().or(told);
    note.cloned()
        .unwrap_or_else(|| Note::new("reason-period-runs"))
}

fn amounts(counter: &Counter<String, Amount>) -> Vec<(&str, &Amount)> {
    let sorted = counter.sorted(|amount| amount.files).into_iter();
    sorted
        .map(|(name, amount)| (name.as_str(), amount))
        .collect()
}

fn type_name(code: &str, document_type: &str) -> TypeName {
    shorten(format!("{code} {document_type}").trim(), 120)
}

fn folder(record: &ItemRecord) -> String {
    let folder = masked_folder(record);
    shorten(if folder.is_empty() { "/" } else { &folder }, 160)
}
