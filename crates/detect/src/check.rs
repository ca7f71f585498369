//! Tests rules against their own examples.

use crate::compile::Rules;
use crate::fingerprint::Key;
use crate::load::line_of;
use crate::rule::CandidateSpec;
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

/// A candidate that makes every scan slower.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: line {line}: warning: rule `{rule}`: {what}")]
pub struct CostWarning {
    /// The rule file.
    pub file: String,
    /// The line on which the candidate stands.
    pub line: usize,
    /// The rule.
    pub rule: RuleId,
    /// What costs, and what would cost less.
    pub what: String,
}

/// Warns of costly candidates, in the order of the rules.
pub fn costs(rules: &Rules) -> Vec<CostWarning> {
    let warning = |rule: &crate::compile::Rule| {
        let file = &rule.loaded.file;
        let source = &rule.loaded.source;
        let (field, what) = cost_of(&file.candidate, file.context.require_label)?;
        Some(CostWarning {
            file: source.file.clone(),
            line: line_of(&source.text, field),
            rule: rule.id.clone(),
            what,
        })
    };
    rules.all.iter().filter_map(warning).collect()
}

/// The field and the reason of a costly candidate.
fn cost_of(candidate: &CandidateSpec, require_label: bool) -> Option<(&'static str, String)> {
    match candidate {
        CandidateSpec::Regex { pattern } => regex_cost(pattern).map(|what| ("pattern", what)),
        CandidateSpec::Literal { pattern } if pattern.len() < 3 => Some((
            "pattern",
            format!(
                "`{pattern}` stands nearly everywhere; a literal of three bytes or more is rarer"
            ),
        )),
        CandidateSpec::Digits { shapes, .. } if !require_label => {
            let short = |shape: &&String| {
                let digits: u32 = shape
                    .split(' ')
                    .filter_map(|part| part.parse::<u32>().ok())
                    .sum();
                !shape.starts_with(['~', '!']) && digits < 5
            };
            let shape = shapes.iter().find(short)?;
            let what = format!(
                "`{shape}` fits a number in nearly every line; add `require_label = true`, or more digits"
            );
            Some(("shapes", what))
        }
        _ => None,
    }
}

/// What makes an expression slow: Unicode classes, and no literal to look for first.
fn regex_cost(pattern: &str) -> Option<String> {
    let is_ascii = pattern.contains("(?-u");
    if let Some(class) = ["\\b", "\\w", "\\d", "\\s"]
        .into_iter()
        .find(|class| !is_ascii && pattern.contains(class))
    {
        return Some(format!(
            "a Unicode `{class}` makes the whole search many times slower; write `(?-u:{class})` or `[0-9]`"
        ));
    }
    let bare = pattern
        .trim_start_matches("(?-u:\\b")
        .trim_start_matches("(?-u:")
        .trim_start_matches("(?i)");
    let literal = bare.chars().take_while(|c| c.is_alphanumeric()).count();
    (literal < 3).then(|| {
        "no literal of three letters stands at its beginning, so it is tried at every byte; `digits`, `words` or a literal cost less"
            .to_owned()
    })
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
