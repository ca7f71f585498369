//! What a document holds as a whole.

use crate::finding::{Category, Confidence, RuleId};
use crate::note::Note;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much protection personal data asks for; the map from kind to level is configuration.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// No personal data found.
    #[default]
    None,
    /// Contact data of an authority, such as the mailbox of a function (sv officiella, da officielle).
    Official,
    /// Ordinary personal data (sv harmlösa, da almindelige).
    Ordinary,
    /// Extra worthy of protection (sv extra skyddsvärda, da fortrolige).
    Confidential,
    /// Special categories of Art. 9 (sv känsliga, da følsomme).
    Sensitive,
    /// Criminal offences of Art. 10.
    Crime,
    /// A person with protected identity.
    Protected,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Level; 7] = [
        Level::None,
        Level::Official,
        Level::Ordinary,
        Level::Confidential,
        Level::Sensitive,
        Level::Crime,
        Level::Protected,
    ];

    /// The word that stands in stored data, JSON lines and `--fail-on`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::None => "none",
            Level::Official => "official",
            Level::Ordinary => "ordinary",
            Level::Confidential => "confidential",
            Level::Sensitive => "sensitive",
            Level::Crime => "crime",
            Level::Protected => "protected",
        }
    }

    /// The level that [`as_str`](Self::as_str) names.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == word)
    }
}

/// How many distinct persons a document names: by number, or by a full name that no number belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCount {
    /// The count.
    pub count: u64,
    /// Whether it was estimated (past 1,000,000).
    #[serde(default)]
    pub estimated: bool,
}

/// A category that truly concerns an identified person in the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SensitiveCategory {
    /// Which.
    pub category: Category,
    /// How sure.
    pub confidence: Confidence,
    /// In how many places.
    pub places: u64,
}

/// What kind of document it is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentKind {
    /// Could not be told.
    #[default]
    Unknown,
    /// Policy, law, guide: speaks about categories without a person.
    Policy,
    /// Blank or filled form.
    Form,
    /// Letter or mail.
    Letter,
    /// Decision.
    Decision,
    /// Record about a person.
    Record,
    /// List of persons.
    List,
    /// Extract of a register: many persons, one a row.
    RegisterExtract,
    /// Minutes.
    Minutes,
    /// Invoice.
    Invoice,
}

impl DocumentKind {
    /// The word that stands in stored data and JSON lines.
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Unknown => "unknown",
            DocumentKind::Policy => "policy",
            DocumentKind::Form => "form",
            DocumentKind::Letter => "letter",
            DocumentKind::Decision => "decision",
            DocumentKind::Record => "record",
            DocumentKind::List => "list",
            DocumentKind::RegisterExtract => "register_extract",
            DocumentKind::Minutes => "minutes",
            DocumentKind::Invoice => "invoice",
        }
    }
}

/// An order of documents by how much harm they can do, with its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risk {
    /// The higher, the sooner to be looked at; 0 to 100.
    pub score: u32,
    /// What it is made of: a note for each part, with its `points`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Note>,
}

/// What a document holds as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Occurrences by rule, at or above the confidence threshold.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<RuleId, u64>,
    /// Distinct persons.
    pub persons: PersonCount,
    /// The highest level of what was found.
    pub level: Level,
    /// Sensitive categories that truly concern an identified person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive: Vec<SensitiveCategory>,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Why that kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kind_reasons: Vec<Note>,
    /// How soon it should be looked at.
    pub risk: Risk,
}
