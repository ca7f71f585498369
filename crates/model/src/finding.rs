//! What was found, where, and how sure we are.

use crate::identity::{Facts, Fingerprint, IdentityKind};
use crate::member::MemberPath;
use crate::note::Note;
use crate::place::Part;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a rule: dotted, lower case, by country and kind, such as `se.personnummer`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(String);

impl RuleId {
    /// Reads an id: lower-case ASCII letters, digits and `_` in parts with dots between them.
    pub fn parse(text: &str) -> Option<Self> {
        let part_is_fine = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        };
        text.split('.')
            .all(part_is_fine)
            .then(|| RuleId(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// The kind of personal data, as reports group it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Category {
    /// National identity number of a person.
    NationalId,
    /// Names of persons.
    Name,
    /// Mail addresses, phone numbers, postal addresses.
    Contact,
    /// Bank accounts, giro numbers and payment cards.
    Account,
    /// Numbers of organisations; a sole trader's is a person's.
    Organisation,
    /// Health (GDPR Art. 9).
    Health,
    /// Racial or ethnic origin (Art. 9).
    EthnicOrigin,
    /// Political opinions (Art. 9).
    Political,
    /// Religious or philosophical belief, having none counts too (Art. 9).
    Religion,
    /// Trade-union membership (Art. 9).
    Union,
    /// Genetic data (Art. 9).
    Genetic,
    /// Biometric data (Art. 9).
    Biometric,
    /// Sex life or sexual orientation (Art. 9).
    Sexual,
    /// Criminal offences (Art. 10).
    Crime,
    /// Social matters, confidential.
    SocialConfidential,
    /// Economic matters, confidential.
    EconomicConfidential,
    /// Protected identity or address.
    ProtectedIdentity,
    /// Marking of secrecy.
    SecrecyMarking,
    /// Family matters.
    Family,
    /// Identifiers that are not personal and serve linking.
    Reference,
    /// Anything else.
    Other,
}

impl Category {
    /// Every category, in the order of reports.
    pub const ALL: [Category; 21] = [
        Category::NationalId,
        Category::Name,
        Category::Contact,
        Category::Account,
        Category::Organisation,
        Category::Health,
        Category::EthnicOrigin,
        Category::Political,
        Category::Religion,
        Category::Union,
        Category::Genetic,
        Category::Biometric,
        Category::Sexual,
        Category::Crime,
        Category::SocialConfidential,
        Category::EconomicConfidential,
        Category::ProtectedIdentity,
        Category::SecrecyMarking,
        Category::Family,
        Category::Reference,
        Category::Other,
    ];

    /// The word that stands in rules, stored data and JSON lines.
    pub fn as_str(self) -> &'static str {
        match self {
            Category::NationalId => "national_id",
            Category::Name => "name",
            Category::Contact => "contact",
            Category::Account => "account",
            Category::Organisation => "organisation",
            Category::Health => "health",
            Category::EthnicOrigin => "ethnic_origin",
            Category::Political => "political",
            Category::Religion => "religion",
            Category::Union => "union",
            Category::Genetic => "genetic",
            Category::Biometric => "biometric",
            Category::Sexual => "sexual",
            Category::Crime => "crime",
            Category::SocialConfidential => "social_confidential",
            Category::EconomicConfidential => "economic_confidential",
            Category::ProtectedIdentity => "protected_identity",
            Category::SecrecyMarking => "secrecy_marking",
            Category::Family => "family",
            Category::Reference => "reference",
            Category::Other => "other",
        }
    }

    /// The category that [`as_str`](Self::as_str) names.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.as_str() == word)
    }

    /// Whether it says something about somebody, and is no identifier of its own.
    pub fn is_about_somebody(self) -> bool {
        self.is_special()
            || matches!(
                self,
                Category::SocialConfidential
                    | Category::EconomicConfidential
                    | Category::ProtectedIdentity
                    | Category::SecrecyMarking
                    | Category::Family
            )
    }

    /// Whether it is a special category (GDPR Art. 9) or about offences (Art. 10).
    pub fn is_special(self) -> bool {
        matches!(
            self,
            Category::Health
                | Category::EthnicOrigin
                | Category::Political
                | Category::Religion
                | Category::Union
                | Category::Genetic
                | Category::Biometric
                | Category::Sexual
                | Category::Crime
        )
    }
}

/// How sure a finding is, from 0 to 1, kept in thousandths so that it compares and sorts exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

impl Confidence {
    /// Wholly sure.
    pub const MAX: Confidence = Confidence(1000);

    /// From a share; what lies outside 0 to 1 is cut.
    pub fn new(share: f64) -> Self {
        Confidence((share.clamp(0.0, 1.0) * 1000.0).round() as u16)
    }

    /// From thousandths; more than 1000 is cut.
    pub const fn from_thousandths(thousandths: u16) -> Self {
        Confidence(if thousandths > 1000 {
            1000
        } else {
            thousandths
        })
    }

    /// In thousandths.
    pub const fn thousandths(self) -> u16 {
        self.0
    }

    /// As a share from 0 to 1.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl Serialize for Confidence {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(self.share())
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        f64::deserialize(from).map(Confidence::new)
    }
}

/// A range of bytes: of the original file for plain text, else of the text of the member it stands in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u64,
    /// The byte after the last.
    pub end: u64,
}

/// Where a finding stands, resolved for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Location {
    /// Which part of the document.
    #[serde(default)]
    pub part: Part,
    /// Line, from 1 (plain text).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Column within the line in characters, from 1 (plain text).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Page, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Slide, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide: Option<u32>,
    /// Sheet, with what was found in its name masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cell, such as `C17`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// By which rule.
    pub rule: RuleId,
    /// What kind of personal data.
    pub category: Category,
    /// In which member; empty for the item itself.
    #[serde(default, skip_serializing_if = "MemberPath::is_item")]
    pub member: MemberPath,
    /// Where.
    pub location: Location,
    /// Which bytes.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Note>,
    /// The value with all that identifies taken out, such as `1981****-****`.
    pub masked: String,
    /// Whose it is, for identifiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
    /// For a sensitive term: the fingerprint of the person it is tied to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Fingerprint>,
    /// How many occurrences the finding stands for (1, or more for a sampled or aggregated one).
    pub occurrences: u64,
    /// What the column holds, for a finding that stands for a whole one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<ColumnTotal>,
    /// The raw value; only with `--show-values`, and never in a kept store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Finding {
    /// Whether it is contact data of an authority, or of who works there as such, and not of a private person.
    pub fn is_official(&self) -> bool {
        let is_one = |note: &Note| is_official_reason(&note.code);
        matches!(self.category, Category::Contact | Category::Name)
            && self.reasons.iter().any(is_one)
    }
}

/// The reasons of what is official contact data: the mailbox of a function, an address at the own domain, a switchboard,
/// and the signature of an official.
const OFFICIAL: [&str; 4] = [
    "reason-function-address",
    "reason-own-address",
    "reason-switchboard",
    "reason-official-signature",
];

/// Whether the code of a reason says that something is official contact data.
pub fn is_official_reason(code: &str) -> bool {
    OFFICIAL.contains(&code)
}

/// What a column of a table holds of one kind: what readers see instead of thousands of findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnTotal {
    /// The column's letters, as spreadsheets name it.
    pub column: String,
    /// How many distinct identities it holds; 0 for what has none.
    pub distinct: u64,
    /// Where some of them stand.
    pub samples: Vec<Location>,
}

/// One identity in one document, so that a person's request finds row 8,211 of a register extract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// What the identifier names.
    pub identity: IdentityKind,
    /// Whose it is.
    pub fingerprint: Fingerprint,
    /// How often it stands in the document.
    pub count: u64,
    /// The rule that found it first.
    pub rule: RuleId,
    /// The surest occurrence.
    pub confidence: Confidence,
    /// The member of the first occurrence.
    #[serde(default, skip_serializing_if = "MemberPath::is_item")]
    pub member: MemberPath,
    /// The place of the first occurrence.
    pub first: Location,
    /// What may be kept of it.
    pub facts: Facts,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_rule_ids_of_lower_case_parts_only() {
        assert!(RuleId::parse("se.personnummer").is_some());
        assert!(RuleId::parse("email").is_some());
        for wrong in ["", "se.", "SE.x", "se personnummer", "sé"] {
            assert!(RuleId::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn names_every_category_in_one_way() {
        for category in Category::ALL {
            let json = serde_json::to_string(&category).unwrap();
            assert_eq!(json.trim_matches('"'), category.as_str());
            assert_eq!(Category::find(category.as_str()), Some(category));
        }
    }

    #[test]
    fn cuts_confidence_to_its_range() {
        assert_eq!(Confidence::new(1.7), Confidence::MAX);
        assert_eq!(Confidence::new(-1.0).thousandths(), 0);
    }
}
