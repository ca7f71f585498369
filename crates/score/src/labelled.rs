//! Precision, recall and calibration over labelled texts, span by span.
//!
//! A finding is right when it has the rule of a planted value and overlaps it. What overlaps a planted value of another rule is
//! false and the value is missed. Findings of rules that are no contract of the corpus (`sensitive.*`) are left out.

use crate::share::Share;
use crate::synth::template::Labelled;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Something that was found in a labelled text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its rule.
    pub rule: String,
    /// Its bytes.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// How sure, from 0 to 1.
    pub confidence: f64,
}

/// Counts of one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Planted and found.
    pub right: u64,
    /// Planted and not found.
    pub missed: u64,
    /// Found and not planted.
    pub wrong: u64,
}

impl Counts {
    /// Of what was found, how much is right.
    pub fn precision(self) -> Share {
        Share::new(self.right, self.right + self.wrong)
    }

    /// Of what was planted, how much was found.
    pub fn recall(self) -> Share {
        Share::new(self.right, self.right + self.missed)
    }
}

/// The result over many texts.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// By rule.
    pub rules: BTreeMap<String, Counts>,
    /// By confidence in tenths: right and all.
    pub calibration: BTreeMap<u8, (u64, u64)>,
    /// Bytes of all texts.
    pub bytes: u64,
    /// What was missed and what was false, with the text around it.
    pub faults: Vec<String>,
}

impl Tally {
    /// Counts what was found in a text.
    pub fn add(&mut self, labelled: &Labelled, hits: &[Hit]) {
        self.bytes += labelled.text.len() as u64;
        let mut used = vec![false; labelled.planted.len()];
        for hit in hits
            .iter()
            .filter(|hit| !hit.rule.starts_with("sensitive."))
        {
            let at = labelled.planted.iter().position(|planted| {
                planted.rule == hit.rule && hit.start < planted.end && planted.start < hit.end
            });
            let tenth = (hit.confidence * 10.0) as u8;
            let (right, all) = self.calibration.entry(tenth.min(9)).or_default();
            *all += 1;
            if let Some(at) = at {
                *right += 1;
                used[at] = true;
            } else {
                self.rules.entry(hit.rule.clone()).or_default().wrong += 1;
                self.fault("false", &hit.rule, &labelled.text, hit.start..hit.end);
            }
        }
        for (planted, used) in labelled.planted.iter().zip(used) {
            let counts = self.rules.entry(planted.rule.clone()).or_default();
            if used {
                counts.right += 1;
            } else {
                counts.missed += 1;
                self.fault(
                    "missed",
                    &planted.rule,
                    &labelled.text,
                    planted.start..planted.end,
                );
            }
        }
    }

    fn fault(&mut self, what: &str, rule: &str, text: &str, span: std::ops::Range<usize>) {
        let mut from = span.start.saturating_sub(60);
        let mut to = (span.end + 30).min(text.len());
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while !text.is_char_boundary(to) {
            to += 1;
        }
        let around = text.get(from..to).unwrap_or_default().replace('\n', "⏎");
        let value = text.get(span).unwrap_or_default();
        self.faults
            .push(format!("{what}\t{rule}\t{value}\t{around}"));
    }

    /// Counts over all rules.
    pub fn all(&self) -> Counts {
        self.rules
            .values()
            .fold(Counts::default(), |sum, counts| Counts {
                right: sum.right + counts.right,
                missed: sum.missed + counts.missed,
                wrong: sum.wrong + counts.wrong,
            })
    }

    /// False findings per 1,000,000 bytes.
    pub fn false_per_mb(&self) -> f64 {
        self.all().wrong as f64 * 1e6 / (self.bytes as f64).max(1.0)
    }

    /// All figures as text. The number in brackets is the lower end of the 95 % interval.
    pub fn table(&self) -> String {
        let mut text = format!(
            "{:<26}{:>26}{:>26}{:>8}\n",
            "rule", "precision", "recall", "F1"
        );
        let mut line = |name: &str, counts: Counts| {
            let (precision, recall) = (counts.precision(), counts.recall());
            let sum = precision.value + recall.value;
            let f1 = if sum > 0.0 {
                2.0 * precision.value * recall.value / sum
            } else {
                0.0
            };
            let _ = writeln!(
                text,
                "{name:<26}{:>26}{:>26}{f1:>8.3}",
                shown(precision),
                shown(recall)
            );
        };
        for (rule, counts) in &self.rules {
            line(rule, *counts);
        }
        line("all", self.all());
        let _ = writeln!(
            text,
            "false findings per MB: {:.2} ({} bytes)",
            self.false_per_mb(),
            self.bytes
        );
        let _ = writeln!(text, "confidence      right / all");
        for (tenth, (right, all)) in &self.calibration {
            let share = Share::new(*right, *all);
            let _ = writeln!(
                text,
                "0.{tenth}–          {right:>5} / {all:<5} {:.3} [{:.3}]",
                share.value, share.lower
            );
        }
        text
    }
}

/// A share with its counts and lower bound.
pub(crate) fn shown(share: Share) -> String {
    format!(
        "{}/{} {:.3} [{:.3}]",
        share.right, share.of, share.value, share.lower
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::template::parse;

    #[test]
    fn counts_by_rule_and_overlap() {
        let labelled = parse("a [[dk.cpr|670761-4285]] b [[email|x@example.org]]");
        let hit = |rule: &str, start, end| Hit {
            rule: rule.to_owned(),
            start,
            end,
            confidence: 0.95,
        };
        let mut tally = Tally::default();
        tally.add(&labelled, &[hit("dk.cpr", 2, 13), hit("phone.dk", 16, 20)]);
        assert_eq!(
            tally.rules["dk.cpr"],
            Counts {
                right: 1,
                missed: 0,
                wrong: 0
            }
        );
        assert_eq!(tally.rules["email"].missed, 1);
        assert_eq!(tally.rules["phone.dk"].wrong, 1);
        assert_eq!(tally.calibration[&9], (1, 2));
        assert_eq!(tally.faults.len(), 2);
        assert!(tally.table().contains("1/1 1.000"));
    }
}
