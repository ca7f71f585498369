//! Tests rules against their own examples.

use crate::compile::Rules;
use crate::fingerprint::Key;
use crate::settings::{DocumentHead, Occurrences, Settings, Values};
use jiff::civil::{Date, date};
use sporhund_model::{
    Chunk, Confidence, Event, Finding, Part, Place, PlaceId, Receiver, RuleId, Segment,
};

/// An example that does not do what it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckFailure {
    /// An example gives no finding.
    #[error("{file}: line {line}: rule `{rule}` does not find this example: {text:?}")]
    Missed {
        /// The rule file.
        file: String,
        /// The line on which the example stands.
        line: usize,
        /// The rule.
        rule: RuleId,
        /// The example.
        text: String,
    },
    /// A negative example gives a finding.
    #[error("{file}: line {line}: rule `{rule}` finds this negative example: {text:?}")]
    Hit {
        /// The rule file.
        file: String,
        /// The line on which the example stands.
        line: usize,
        /// The rule.
        rule: RuleId,
        /// The example.
        text: String,
    },
}

/// Settings for texts that stand alone: all occurrences with their values.
pub(crate) fn settings_for_texts(today: Date) -> Settings {
    Settings {
        today,
        min_confidence: Confidence::new(0.5),
        key: Key::new(0, &[0; 32]),
        values: Values::Keep,
        occurrences: Occurrences::All,
        only: Vec::new(),
    }
}

impl Rules {
    /// What is found in a text that stands alone, at or above the default threshold, with its values.
    pub fn find_in_text(&self, text: &str, today: Date) -> Vec<Finding> {
        let settings = settings_for_texts(today);
        let mut scanner = self.scanner(&settings);
        scanner.begin(&DocumentHead::default());
        let chunk = Chunk {
            text: text.to_owned(),
            segments: vec![Segment::default()],
            own: 0..text.len() as u32,
            ..Chunk::default()
        };
        // The scanner takes every event.
        let _ = scanner.receive(Event::Place(PlaceId(0), Place::part(Part::Body)));
        let _ = scanner.receive(Event::Chunk(&chunk));
        let tally = scanner.finish();
        self.assess(tally, &settings).findings
    }
}

/// Tests each rule against its examples and negative examples; failures in the order of the rules.
pub fn check(rules: &Rules) -> Vec<CheckFailure> {
    let today = date(2026, 1, 1);
    let mut failures = Vec::new();
    for rule in &rules.all {
        let file = &rule.loaded.file;
        let source = &rule.loaded.source;
        let finds = |text: &str| {
            rules
                .find_in_text(text, today)
                .iter()
                .any(|finding| finding.rule == rule.id)
        };
        let line = |text: &str| line_of_text(&source.text, text);
        for text in file.examples.iter().filter(|text| !finds(text)) {
            failures.push(CheckFailure::Missed {
                file: source.file.clone(),
                line: line(text),
                rule: rule.id.clone(),
                text: text.clone(),
            });
        }
        for text in file.negative_examples.iter().filter(|text| finds(text)) {
            failures.push(CheckFailure::Hit {
                file: source.file.clone(),
                line: line(text),
                rule: rule.id.clone(),
                text: text.clone(),
            });
        }
    }
    failures
}

/// The line of a rule file that holds an example; its first ten characters are looked for, since the rest may be escaped.
fn line_of_text(source: &str, text: &str) -> usize {
    let head: String = text
        .chars()
        .take_while(|character| !matches!(character, '"' | '\\' | '\n'))
        .take(24)
        .collect();
    source
        .lines()
        .position(|line| !head.is_empty() && line.contains(&head))
        .map_or(1, |index| index + 1)
}
