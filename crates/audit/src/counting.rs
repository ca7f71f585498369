//! What the store holds after a scan, counted for the history.

use sporhund_model::history::{Measures, measure};
use sporhund_model::{Figures, ItemRecord, Outcome, Root, RootName, Verdict, VerdictState};
use std::collections::{BTreeMap, BTreeSet};

/// Further units are counted in their controller alone.
const MAX_UNITS: usize = 500;

/// Counts file by file.
pub(crate) struct Counting {
    roots: BTreeMap<RootName, Root>,
    pub figures: Figures,
}

impl Counting {
    pub(crate) fn new(roots: &[Root]) -> Self {
        let named = |root: &Root| (root.name.clone(), root.clone());
        Counting {
            roots: roots.iter().map(named).collect(),
            figures: Figures::default(),
        }
    }

    pub(crate) fn add(&mut self, record: &ItemRecord, verdict: &Verdict) {
        let root = self.roots.get(&record.item.root);
        let controller = root.map_or("", |root| root.controller.as_str()).to_owned();
        let unit = record.item.unit.as_ref();
        let unit = unit
            .or_else(|| root.and_then(|root| root.unit.as_ref()))
            .cloned();
        let counts = counts(record, verdict);
        let whole = self.figures.controllers.entry(controller.clone());
        add(whole.or_default(), &counts);
        if let Some(unit) = unit {
            let key = (controller.clone(), unit);
            if self.figures.units.len() < MAX_UNITS || self.figures.units.contains_key(&key) {
                add(self.figures.units.entry(key).or_default(), &counts);
            }
        }
        let categories: BTreeSet<&str> = record
            .findings
            .iter()
            .map(|finding| finding.category.as_str())
            .collect();
        for category in categories {
            let key = (controller.clone(), category.to_owned());
            *self.figures.categories.entry(key).or_default() += 1;
        }
    }
}

fn add(to: &mut Measures, counts: &[(&'static str, u64)]) {
    for (measure, count) in counts.iter().filter(|(_, count)| *count > 0) {
        *to.entry((*measure).to_owned()).or_default() += count;
    }
}

fn counts(record: &ItemRecord, verdict: &Verdict) -> [(&'static str, u64); 10] {
    let outcome = record.outcome();
    let is = |outcomes: &[Outcome]| u64::from(outcomes.contains(&outcome));
    let overdue = matches!(
        verdict.state,
        VerdictState::Overdue | VerdictState::DeliveryOverdue
    );
    let assessment = &record.assessment;
    let occurrences = record.findings.iter().map(|finding| finding.occurrences);
    [
        (measure::FILES, 1 - is(&[Outcome::Unlisted])),
        (measure::BYTES, record.item.size),
        (measure::READ, is(&[Outcome::Scanned, Outcome::Partly])),
        (
            measure::WITH_DATA,
            u64::from(assessment.level != sporhund_model::Level::None),
        ),
        (
            measure::SENSITIVE,
            u64::from(!assessment.sensitive.is_empty()),
        ),
        (measure::PERSONS, assessment.persons.count),
        (measure::FINDINGS, occurrences.sum()),
        (measure::OVERDUE, u64::from(overdue)),
        (
            measure::FAILED,
            is(&[Outcome::Failed, Outcome::TimedOut, Outcome::Unreadable]),
        ),
        (measure::NOT_REACHED, is(&[Outcome::NotReached])),
    ]
}
