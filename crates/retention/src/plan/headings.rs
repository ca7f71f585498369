//! Which role a column plays, from its heading.

use super::Language;
use crate::data;
use crate::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The role of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// Class code, or the process it names.
    ClassCode,
    /// Document type.
    DocumentType,
    /// Preserve or dispose, often with the time limit.
    Decision,
    /// A column of its own for what is preserved.
    Preserve,
    /// A column of its own for what is disposed of.
    Dispose,
    /// Time limit for disposal.
    TimeLimit,
    /// Delivery to the archive.
    Delivery,
    /// Where it is kept.
    Storage,
    /// Order, medium, format.
    Order,
    /// Where it is registered.
    Registration,
    /// Law or decision.
    LegalBasis,
    /// Secrecy.
    Secrecy,
    /// Who is responsible.
    Responsible,
    /// Remark.
    Remark,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 14] = [
        Role::ClassCode,
        Role::DocumentType,
        Role::Decision,
        Role::Preserve,
        Role::Dispose,
        Role::TimeLimit,
        Role::Delivery,
        Role::Storage,
        Role::Order,
        Role::Registration,
        Role::LegalBasis,
        Role::Secrecy,
        Role::Responsible,
        Role::Remark,
    ];

    /// The word that stands in outputs and in `headings.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::ClassCode => "class_code",
            Role::DocumentType => "document_type",
            Role::Decision => "decision",
            Role::Preserve => "preserve",
            Role::Dispose => "dispose",
            Role::TimeLimit => "time_limit",
            Role::Delivery => "delivery",
            Role::Storage => "storage",
            Role::Order => "order",
            Role::Registration => "registration",
            Role::LegalBasis => "legal_basis",
            Role::Secrecy => "secrecy",
            Role::Responsible => "responsible",
            Role::Remark => "remark",
        }
    }

    /// Whether the column can say what is to be done.
    pub fn decides(self) -> bool {
        matches!(
            self,
            Role::Decision | Role::Preserve | Role::Dispose | Role::TimeLimit
        )
    }
}

#[derive(Default, Deserialize)]
struct Words {
    sv: Vec<String>,
    da: Vec<String>,
}

struct Known {
    role: Role,
    language: Language,
    words: Vec<String>,
    joined: String,
    /// Letters in `joined`.
    length: usize,
    counts: Counts,
}

/// How often each letter stands in a word, by the low bits of the letter: words with few edits between them differ little.
type Counts = [u8; 32];

fn counts(text: &str) -> Counts {
    let mut counts = [0_u8; 32];
    for letter in text.chars() {
        if let Some(count) = counts.get_mut(letter as usize & 31) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

fn differ(left: &Counts, right: &Counts) -> u32 {
    left.iter()
        .zip(right)
        .map(|(a, b)| u32::from(a.abs_diff(*b)))
        .sum()
}

impl Known {
    fn new(role: Role, language: Language, text: &str) -> Self {
        let words = fold::words(text);
        let joined = words.concat();
        Known {
            role,
            language,
            length: joined.chars().count(),
            counts: counts(&joined),
            joined,
            words,
        }
    }
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let data: BTreeMap<Role, Words> = data::load("headings.toml");
    data.iter()
        .flat_map(|(role, words)| {
            let sv = words
                .sv
                .iter()
                .map(|text| Known::new(*role, Language::Sv, text));
            sv.chain(
                words
                    .da
                    .iter()
                    .map(|text| Known::new(*role, Language::Da, text)),
            )
        })
        .collect()
});

/// A heading that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) role: Role,
    pub(super) language: Language,
    /// How well it fits, up to 100.
    pub(super) score: u32,
}

/// The role that a heading names.
pub(super) fn find_role(heading: &str) -> Option<Match> {
    if heading.chars().count() > 120 {
        return None;
    }
    let all = fold::words(heading);
    // "A Verksamhetsområde", "B-C Processgrupp": column letters of a template.
    let long: Vec<String> = all
        .iter()
        .filter(|word| word.chars().count() > 1)
        .cloned()
        .collect();
    let words = if long.is_empty() { all } else { long };
    // Digits make it a value ("Gallras 2 år"), unless the heading is known as it stands.
    let least = if heading.contains(|letter: char| letter.is_ascii_digit()) {
        100
    } else {
        60
    };
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    let heading = Heading {
        joined: words.concat(),
        words,
    };
    let (length, counts) = (heading.joined.chars().count(), counts(&heading.joined));
    let best = |best: Option<Match>, known: &Known| {
        let score = heading.score(known, length, &counts);
        let better = score > best.map_or(0, |found| found.score);
        if better {
            Some(Match {
                role: known.role,
                language: known.language,
                score,
            })
        } else {
            best
        }
    };
    KNOWN
        .iter()
        .fold(None, best)
        .filter(|found| found.score >= least)
}

/// A heading in its words.
struct Heading {
    words: Vec<String>,
    joined: String,
}

impl Heading {
    fn score(&self, known: &Known, length: usize, counts: &Counts) -> u32 {
        if known.length == length && known.joined == self.joined {
            return 100;
        }
        let limit = usize::from(known.length >= 12) + 1;
        let near = known.length >= 8
            && known.length.abs_diff(length) <= limit
            && differ(&known.counts, counts) <= 2 * limit as u32;
        if near && fold::distance(&known.joined, &self.joined, 2) <= limit {
            return 85;
        }
        let held = known.length >= 3
            && self
                .words
                .windows(known.words.len().max(1))
                .any(|window| window == known.words);
        if !held {
            return 0;
        }
        // The more of the heading is explained, the surer.
        let typed = self.words.first() == known.words.first();
        let share = known.words.len() * 30 / self.words.len();
        50 + share as u32 + u32::from(typed) * 5
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_roles_whatever_the_punctuation_and_breaks() {
        let mut wrong = Vec::new();
        let mut count = 0;
        for line in include_str!("../../tests/data/headings.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let (heading, want) = line.rsplit_once(" | ").unwrap();
            let heading = heading.replace("\\n", "\n").replace('~', "\u{ad}");
            let got = find_role(&heading).map_or("-", |found| found.role.as_str());
            if got != want {
                wrong.push(format!("{line}: {got}"));
            }
            count += 1;
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(count >= 200, "{count}");
        assert_eq!(find_role(""), None);
    }
}
