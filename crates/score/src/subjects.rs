//! Precision and recall of sensitive categories, text by text: which of them truly concern an identifiable person.
//!
//! A line of a corpus is `categories|text`, with `-` for none, commas between several, and `⏎` for a line feed.

use crate::labelled::{Counts, shown};
use crate::synth::random::Random;
use crate::synth::template::{Labelled, fill, parse};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A text with the categories that concern somebody in it.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The text with its spans.
    pub labelled: Labelled,
    /// The categories.
    pub categories: BTreeSet<String>,
}

/// Fills the lines of a corpus.
pub fn read(lines: &str, random: &mut Random) -> Vec<Subject> {
    let subject = |line: &str| {
        let (categories, text) = line.split_once('|')?;
        let categories = categories.split(',').filter(|category| *category != "-");
        Some(Subject {
            categories: categories.map(str::to_owned).collect(),
            labelled: parse(&fill(&text.replace('⏎', "\n"), random)),
        })
    };
    let texts = lines.lines().filter(|line| !line.starts_with('#'));
    texts.filter_map(subject).collect()
}

/// Counts by category.
#[derive(Clone, Debug, Default)]
pub struct SubjectTally {
    /// Right, missed and wrong texts of each category.
    pub categories: BTreeMap<String, Counts>,
    /// What was missed and what was false, with the text.
    pub faults: Vec<String>,
}

impl SubjectTally {
    /// Counts what was found in a text.
    pub fn add(&mut self, subject: &Subject, found: &BTreeSet<String>) {
        for category in found.union(&subject.categories) {
            let counts = self.categories.entry(category.clone()).or_default();
            let (planted, is_found) = (
                subject.categories.contains(category),
                found.contains(category),
            );
            counts.right += u64::from(planted && is_found);
            counts.missed += u64::from(planted && !is_found);
            counts.wrong += u64::from(!planted && is_found);
            if planted != is_found {
                let what = if planted { "missed" } else { "false" };
                let text = subject.labelled.text.replace('\n', "⏎");
                self.faults.push(format!("{what}\t{category}\t{text}"));
            }
        }
    }

    /// Counts over all categories.
    pub fn all(&self) -> Counts {
        self.categories
            .values()
            .fold(Counts::default(), |sum, counts| Counts {
                right: sum.right + counts.right,
                missed: sum.missed + counts.missed,
                wrong: sum.wrong + counts.wrong,
            })
    }

    /// The figures as a table.
    pub fn table(&self) -> String {
        let mut table = String::new();
        let all = self.all();
        let rows = self
            .categories
            .iter()
            .map(|(name, counts)| (name.as_str(), *counts));
        for (name, counts) in rows.chain([("all categories", all)]) {
            let (precision, recall) = (shown(counts.precision()), shown(counts.recall()));
            let _ = writeln!(table, "{name:<26}{precision:>26}{recall:>26}");
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_categories_text_by_text() {
        let subjects = read(
            "health,crime|{pnr:h} är sjuk⏎och dömd\n-|Policy",
            &mut Random::new(1),
        );
        assert_eq!(subjects.len(), 2);
        assert!(subjects[0].labelled.text.contains('\n'));
        let mut tally = SubjectTally::default();
        tally.add(&subjects[0], &BTreeSet::from(["health".to_owned()]));
        tally.add(&subjects[1], &BTreeSet::from(["union".to_owned()]));
        let counts = tally.all();
        assert_eq!((counts.right, counts.missed, counts.wrong), (1, 1, 1));
        assert_eq!(tally.faults.len(), 2);
    }
}
