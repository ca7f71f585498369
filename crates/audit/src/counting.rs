//! What the store holds after a scan, counted for the history: what each file adds is kept, so that it can be taken off again.

use serde::{Deserialize, Serialize};
use sporhund_model::history::{Measures, measure};
use sporhund_model::{Figures, Level, Outcome, Root, RootName, Verdict, VerdictState};
use sporhund_store::ToJudge;
use std::collections::BTreeMap;

/// Further units are counted in their controller alone.
const MAX_UNITS: usize = 500;

/// What one file adds to the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Share {
    #[serde(rename = "k", default, skip_serializing_if = "String::is_empty")]
    controller: String,
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// By measure, in the order of [`measure::ALL`].
    #[serde(rename = "n")]
    counts: [u64; 10],
    #[serde(rename = "c", default, skip_serializing_if = "Vec::is_empty")]
    categories: Vec<String>,
}

/// Counts file by file.
#[derive(Clone, Debug)]
pub(crate) struct Counting {
    roots: BTreeMap<RootName, Root>,
    pub figures: Figures,
}

/// Whether a share comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    Comes,
    Goes,
}

impl Counting {
    pub(crate) fn new(roots: &[Root], figures: Figures) -> Self {
        let named = |root: &Root| (root.name.clone(), root.clone());
        Counting {
            roots: roots.iter().map(named).collect(),
            figures,
        }
    }

    /// Whether there are so many units that it depends on the order of files which of them are counted.
    pub(crate) fn is_full(figures: &Figures) -> bool {
        figures.units.len() >= MAX_UNITS
    }

    pub(crate) fn share(&self, one: &ToJudge, verdict: &Verdict) -> Share {
        let item = &one.record.item;
        let root = self.roots.get(&item.root);
        let unit = item.unit.as_ref();
        let unit = unit.or_else(|| root.and_then(|root| root.unit.as_ref()));
        Share {
            controller: root.map_or(String::new(), |root| root.controller.clone()),
            unit: unit.cloned(),
            counts: counts(one, verdict),
            categories: one.categories.clone(),
        }
    }

    pub(crate) fn add(&mut self, share: &Share) {
        self.turn(share, Turn::Comes);
    }

    pub(crate) fn turn(&mut self, share: &Share, turn: Turn) {
        let figures = &mut self.figures;
        count(&mut figures.controllers, &share.controller, share, turn);
        if let Some(unit) = &share.unit {
            let key = (share.controller.clone(), unit.clone());
            if figures.units.len() < MAX_UNITS || figures.units.contains_key(&key) {
                count(&mut figures.units, &key, share, turn);
            }
        }
        for category in &share.categories {
            let key = (share.controller.clone(), category.clone());
            let count = figures.categories.entry(key.clone()).or_default();
            *count = turn.apply(*count, 1);
            if *count == 0 {
                figures.categories.remove(&key);
            }
        }
    }
}

impl Turn {
    fn apply(self, count: u64, by: u64) -> u64 {
        match self {
            Turn::Comes => count.saturating_add(by),
            Turn::Goes => count.saturating_sub(by),
        }
    }
}

/// Measures that are nought are not told, and neither is who has none.
fn count<K: Ord + Clone>(all: &mut BTreeMap<K, Measures>, key: &K, share: &Share, turn: Turn) {
    let counted = measure::ALL.into_iter().zip(share.counts);
    let counted: Vec<_> = counted.filter(|(_, count)| *count > 0).collect();
    if counted.is_empty() {
        return;
    }
    let measures = all.entry(key.clone()).or_default();
    for (name, by) in counted {
        let count = measures.entry(name.to_owned()).or_default();
        *count = turn.apply(*count, by);
        if *count == 0 {
            measures.remove(name);
        }
    }
    if measures.is_empty() {
        all.remove(key);
    }
}

/// In the order of [`measure::ALL`].
fn counts(one: &ToJudge, verdict: &Verdict) -> [u64; 10] {
    let record = &one.record;
    let outcome = record.outcome();
    let is = |outcomes: &[Outcome]| u64::from(outcomes.contains(&outcome));
    let overdue = matches!(
        verdict.state,
        VerdictState::Overdue | VerdictState::DeliveryOverdue
    );
    [
        1 - is(&[Outcome::Unlisted]),
        record.item.size,
        is(&[Outcome::Scanned, Outcome::Partly]),
        u64::from(record.assessment.level != Level::None),
        u64::from(one.is_sensitive),
        record.assessment.persons.count,
        one.findings,
        u64::from(overdue),
        is(&[Outcome::Failed, Outcome::TimedOut, Outcome::Unreadable]),
        is(&[Outcome::NotReached]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_and_went_leaves_nothing() {
        let root = Root {
            name: RootName("r".into()),
            path: "/srv/r".into(),
            display: String::new(),
            controller: "Nämnden".into(),
            unit: Some("Skola".into()),
        };
        let mut counting = Counting::new(&[root], Figures::default());
        let mut one = ToJudge {
            findings: 3,
            categories: vec!["email".into()],
            ..ToJudge::default()
        };
        one.record.item.root = RootName("r".into());
        one.record.item.size = 7;
        let share = counting.share(&one, &Verdict::default());
        counting.add(&share);
        assert_eq!(
            counting.figures.total(Some("Nämnden"), measure::FINDINGS),
            3
        );
        let text = serde_json::to_string(&share).unwrap();
        let read: Share = serde_json::from_str(&text).unwrap();
        counting.turn(&read, Turn::Goes);
        assert_eq!(counting.figures, Figures::default());
    }
}
