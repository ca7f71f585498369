//! What a scan is told: the day, the threshold, what is kept, and what the organisation wants left out.

use crate::fingerprint::Key;
use jiff::civil::Date;
use sporhund_model::{Confidence, Level, RuleId};
use std::collections::{BTreeMap, BTreeSet};

/// Whether raw values are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Values {
    /// They are dropped once they are masked and hashed.
    #[default]
    Drop,
    /// They are kept in the findings (`--show-values`).
    Keep,
}

/// How many occurrences are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurrences {
    /// 32 of each kind in each column or member.
    #[default]
    Samples,
    /// All.
    All,
}

/// What is the same for all documents of a scan.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The day: births after it are rejected.
    pub today: Date,
    /// What is less sure is not reported.
    pub min_confidence: Confidence,
    /// The key of fingerprints.
    pub key: Key,
    /// Whether raw values are kept.
    pub values: Values,
    /// How many occurrences are kept.
    pub occurrences: Occurrences,
    /// Only these rules, when there are any.
    pub only: Vec<RuleId>,
}

/// What an organisation wants left out or weighed in its own way; a part of [`Rules`](crate::Rules).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Numbers that are never findings, such as the own switchboard and giro: digits only, a telephone number in
    /// international form (`4626240000`) or as it is dialled (`026240000`).
    pub numbers: BTreeSet<String>,
    /// Mail domains whose addresses are official contact data (`sandviken.se`); subdomains are meant too.
    pub domains: BTreeSet<String>,
    /// Texts that are never findings, in lower case.
    pub words: BTreeSet<String>,
    /// Thresholds of rules that replace the general one.
    pub thresholds: BTreeMap<RuleId, Confidence>,
    /// Levels of rules that replace those of the rule files.
    pub levels: BTreeMap<RuleId, Level>,
}

impl Wishes {
    /// The threshold of a rule, in thousandths.
    pub(crate) fn threshold(&self, rule: &RuleId, general: Confidence) -> i16 {
        let own = self.thresholds.get(rule).copied();
        own.unwrap_or(general).thousandths().cast_signed()
    }

    /// Whether a value is one that was excepted. `normal` is its normal form.
    pub(crate) fn excepts(&self, raw: &str, normal: &str) -> bool {
        if self.numbers.is_empty() && self.words.is_empty() {
            return false;
        }
        let digits = |text: &str| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        self.words.contains(&raw.to_lowercase())
            || self.numbers.contains(&digits(raw))
            || self.numbers.contains(&digits(normal))
    }

    /// Whether a mail address belongs to the organisation itself.
    pub(crate) fn is_own_address(&self, address: &str) -> bool {
        let Some((_, domain)) = address.rsplit_once('@') else {
            return false;
        };
        let own = |known: &String| {
            domain
                .strip_suffix(known.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.domains.iter().any(own)
    }
}

/// What is known of a document before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct DocumentHead<'a> {
    /// Its path below its root, scanned as text; `None` for the later parts of a big text, and when only text is scanned.
    pub path: Option<&'a str>,
    /// For the later parts of a csv file: its first lines.
    pub csv_head: Option<&'a str>,
    /// Its delimiter.
    pub delimiter: Option<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_own_domain_with_its_subdomains() {
        let wishes = Wishes {
            domains: BTreeSet::from(["example.org".to_owned()]),
            ..Wishes::default()
        };
        assert!(wishes.is_own_address("anna@example.org"));
        assert!(wishes.is_own_address("anna@skola.example.org"));
        assert!(!wishes.is_own_address("anna@notexample.org"));
    }
}
