//! From the text of rule files to checked rules, with errors that say file, line, and what would be right.

use crate::rule::{CandidateSpec, RuleFile};
use sporhund_model::{Category, Level, RuleId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The text of a rule file with the dictionaries beside it.
#[derive(Clone, Debug, Default)]
pub struct RuleSource {
    /// The file's path, as errors show it.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Dictionaries in the same folder, by file name; its rules share them.
    pub dictionaries: BTreeMap<String, Arc<str>>,
}

/// What is wrong with a rule file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Not TOML, or not the fields of a rule.
    #[error("{file}: line {line}: {message}{shown}")]
    Syntax {
        /// The rule file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the reader of TOML says.
        message: String,
        /// The line as it stands, ready to be shown below the message.
        shown: String,
    },
    /// A value that is not allowed.
    #[error(
        "{file}: line {line}: {field} `{value}` is not known; right would be {expected}{shown}"
    )]
    Value {
        /// The rule file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The field.
        field: &'static str,
        /// What it holds.
        value: String,
        /// What it may hold.
        expected: String,
        /// The line as it stands with the value marked, ready to be shown below the message.
        shown: String,
    },
    /// Two rules with one id.
    #[error(
        "{file}: line {line}: id `{id}` is used already in {other}; every rule has an id of its own"
    )]
    Duplicate {
        /// The rule file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The id.
        id: String,
        /// The other file.
        other: String,
    },
}

/// The line of a rule file on which a field stands.
pub(crate) fn line_of(text: &str, field: &str) -> usize {
    let is_field = |line: &str| {
        line.trim_start()
            .strip_prefix(field)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(is_field).map_or(1, |index| index + 1)
}

/// A rule whose words have been checked.
#[derive(Clone, Debug)]
pub(crate) struct LoadedRule {
    pub id: RuleId,
    pub category: Category,
    pub level: Level,
    pub source: RuleSource,
    pub file: RuleFile,
}

impl RuleSource {
    /// Reads the rule.
    pub(crate) fn load(&self) -> Result<LoadedRule, RuleError> {
        let file: RuleFile =
            toml::from_str(&self.text).map_err(|error| self.syntax_error(&error))?;
        let id = RuleId::parse(&file.id).ok_or_else(|| {
            self.value_error(
                "id",
                &file.id,
                "lower-case parts with dots between, such as `se.personnummer`",
            )
        })?;
        let category = Category::find(&file.category).ok_or_else(|| {
            self.value_error(
                "category",
                &file.category,
                &words(Category::ALL.map(Category::as_str)),
            )
        })?;
        let level = Level::find(&file.level).ok_or_else(|| {
            self.value_error("level", &file.level, &words(Level::ALL.map(Level::as_str)))
        })?;
        self.check_texts(&file)?;
        Ok(LoadedRule {
            id,
            category,
            level,
            source: self.clone(),
            file,
        })
    }

    fn check_texts(&self, file: &RuleFile) -> Result<(), RuleError> {
        if file.description.trim().is_empty() {
            return Err(self.value_error(
                "description",
                "",
                "one or two sentences for a data protection officer",
            ));
        }
        if !(0.0..=1.0).contains(&file.confidence) {
            return Err(self.value_error(
                "confidence",
                &file.confidence.to_string(),
                "a share from 0 to 1",
            ));
        }
        for (field, texts) in [
            ("examples", &file.examples),
            ("negative_examples", &file.negative_examples),
        ] {
            if texts.len() < 2 {
                return Err(self.value_error(
                    field,
                    &format!("{} texts", texts.len()),
                    "at least two",
                ));
            }
        }
        if let CandidateSpec::Words { terms } = &file.candidate
            && !self.dictionaries.contains_key(terms)
        {
            return Err(self.value_error("terms", terms, "the name of a csv file beside the rule"));
        }
        Ok(())
    }

    pub(crate) fn value_error(
        &self,
        field: &'static str,
        value: &str,
        expected: &str,
    ) -> RuleError {
        let line = line_of(&self.text, field);
        RuleError::Value {
            file: self.file.clone(),
            line,
            field,
            value: value.to_owned(),
            expected: format!("{expected}{}", nearest(value, expected)),
            shown: shown(&self.text, line, value),
        }
    }

    fn syntax_error(&self, error: &toml::de::Error) -> RuleError {
        let start = error.span().map_or(0, |span| span.start);
        let line = self
            .text
            .bytes()
            .take(start)
            .filter(|byte| *byte == b'\n')
            .count()
            + 1;
        RuleError::Syntax {
            file: self.file.clone(),
            line,
            message: error.message().to_owned(),
            shown: shown(&self.text, line, ""),
        }
    }
}

/// A line with its number, and the marked part underlined, as compilers show it.
fn shown(text: &str, line: usize, marked: &str) -> String {
    let Some(found) = text.lines().nth(line.saturating_sub(1)) else {
        return String::new();
    };
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let at = found.find(marked).filter(|_| !marked.is_empty());
    let below = at.map_or(String::new(), |at| {
        let before = found.get(..at).map_or(0, |before| before.chars().count());
        format!(
            "\n{margin} | {}{}",
            " ".repeat(before),
            "^".repeat(marked.chars().count())
        )
    });
    format!("\n{margin} |\n{number} | {found}{below}")
}

/// Of several words that would be right, the one that was probably meant.
fn nearest(value: &str, expected: &str) -> String {
    let Some(words) = expected.strip_prefix("one of ") else {
        return String::new();
    };
    let closest = words
        .split(", ")
        .map(|word| (distance(value, word), word))
        .min()
        .filter(|(distance, _)| *distance <= 2);
    closest.map_or(String::new(), |(_, word)| format!("; is `{word}` meant?"))
}

/// How many letters must be changed, added or left out (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (at, expected) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *expected);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

fn words<const N: usize>(words: [&str; N]) -> String {
    format!("one of {}", words.join(", "))
}
