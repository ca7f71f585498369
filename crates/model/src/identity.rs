//! Who or what an identifier stands for, without the identifier.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What kind of thing an identifier names. Different ways of writing give one identity: a personnummer with 10 or 12
/// digits, and a sole trader's organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum IdentityKind {
    /// A person in Sweden (personnummer, samordningsnummer).
    #[serde(rename = "se.person")]
    SePerson,
    /// A person in Denmark (CPR).
    #[serde(rename = "dk.person")]
    DkPerson,
    /// A mailbox.
    #[serde(rename = "email")]
    Email,
}

impl IdentityKind {
    /// The word that stands in stored data, and that is hashed in front of the normal form.
    pub fn as_str(self) -> &'static str {
        match self {
            IdentityKind::SePerson => "se.person",
            IdentityKind::DkPerson => "dk.person",
            IdentityKind::Email => "email",
        }
    }

    /// The kind that [`as_str`](Self::as_str) names.
    pub fn find(word: &str) -> Option<Self> {
        [
            IdentityKind::SePerson,
            IdentityKind::DkPerson,
            IdentityKind::Email,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == word)
    }

    /// Whether it names a natural person by a number of its own.
    pub fn is_person(self) -> bool {
        matches!(self, IdentityKind::SePerson | IdentityKind::DkPerson)
    }
}

/// A keyed hash of an identity: key id and the first 16 bytes of HMAC-SHA-256(key, kind ‖ 0 ‖ normal form).
///
/// A plain hash of a personnummer or CPR number can be enumerated in seconds, so none is ever made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// Which key it was made with.
    pub key: u32,
    /// The truncated code.
    pub mac: [u8; 16],
}

impl Fingerprint {
    /// Reads the form that `Display` writes: eight and 32 hexadecimal digits with a hyphen between.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, mac) = text.split_once('-')?;
        if key.len() != 8 || mac.len() != 32 || !mac.is_ascii() {
            return None;
        }
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(mac.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Fingerprint {
            key: u32::from_str_radix(key, 16).ok()?,
            mac: bytes,
        })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:08x}-", self.key)?;
        self.mac
            .iter()
            .try_for_each(|byte| write!(to, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, to)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Fingerprint::parse(&text).ok_or_else(|| serde::de::Error::custom("not a fingerprint"))
    }
}

/// What may be kept of an identity: never the date of birth.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Facts {
    /// Year of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<u16>,
    /// Whether the day of birth is 5, 15 or 25 (files kept for research); `None` when the day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub research_day: Option<bool>,
    /// Born more than 110 years ago: only living persons are covered by the GDPR.
    #[serde(default)]
    pub probably_deceased: bool,
    /// A coordination number (samordningsnummer).
    #[serde(default)]
    pub coordination: bool,
    /// An interim or replacement number.
    #[serde(default)]
    pub interim: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_the_fingerprint_it_writes() {
        let fingerprint = Fingerprint {
            key: 7,
            mac: *b"0123456789abcdef",
        };
        assert_eq!(
            Fingerprint::parse(&fingerprint.to_string()),
            Some(fingerprint)
        );
        assert_eq!(Fingerprint::parse("00000007-åäö"), None);
    }
}
