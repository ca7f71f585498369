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
    /// A person in Norway (fødselsnummer, D-nummer).
    #[serde(rename = "no.person")]
    NoPerson,
    /// A person in Finland (henkilötunnus).
    #[serde(rename = "fi.person")]
    FiPerson,
    /// A person or company in Iceland (kennitala).
    #[serde(rename = "is.person")]
    IsPerson,
    /// A foreigner in the Danish register of aliens (udlændingenummer).
    #[serde(rename = "dk.alien")]
    DkAlien,
    /// The holder of a passport.
    #[serde(rename = "passport")]
    Passport,
    /// A person by name: the same for all who bear it.
    #[serde(rename = "name")]
    Name,
    /// A postal address.
    #[serde(rename = "address")]
    Address,
    /// A mailbox.
    #[serde(rename = "email")]
    Email,
    /// A telephone, in international form.
    #[serde(rename = "phone")]
    Phone,
    /// An organisation in Sweden.
    #[serde(rename = "se.organisation")]
    SeOrganisation,
    /// A company in Denmark (CVR).
    #[serde(rename = "dk.company")]
    DkCompany,
    /// A bank account, giro or IBAN.
    #[serde(rename = "account")]
    Account,
    /// A payment card.
    #[serde(rename = "card")]
    Card,
    /// A machine on a network.
    #[serde(rename = "ip")]
    IpAddress,
    /// A real property in Sweden.
    #[serde(rename = "se.property")]
    SeProperty,
    /// A vehicle.
    #[serde(rename = "vehicle")]
    Vehicle,
    /// A case in a register of records.
    #[serde(rename = "case")]
    Case,
    /// Something that is no identity of its own, such as a date of birth.
    #[serde(rename = "none")]
    None,
}

impl IdentityKind {
    /// Every kind.
    pub const ALL: [IdentityKind; 19] = [
        IdentityKind::SePerson,
        IdentityKind::DkPerson,
        IdentityKind::NoPerson,
        IdentityKind::FiPerson,
        IdentityKind::IsPerson,
        IdentityKind::DkAlien,
        IdentityKind::Passport,
        IdentityKind::Name,
        IdentityKind::Address,
        IdentityKind::Email,
        IdentityKind::Phone,
        IdentityKind::SeOrganisation,
        IdentityKind::DkCompany,
        IdentityKind::Account,
        IdentityKind::Card,
        IdentityKind::IpAddress,
        IdentityKind::SeProperty,
        IdentityKind::Vehicle,
        IdentityKind::Case,
    ];

    /// The word that stands in stored data, and that is hashed in front of the normal form.
    pub fn as_str(self) -> &'static str {
        match self {
            IdentityKind::SePerson => "se.person",
            IdentityKind::DkPerson => "dk.person",
            IdentityKind::NoPerson => "no.person",
            IdentityKind::FiPerson => "fi.person",
            IdentityKind::IsPerson => "is.person",
            IdentityKind::DkAlien => "dk.alien",
            IdentityKind::Passport => "passport",
            IdentityKind::Name => "name",
            IdentityKind::Address => "address",
            IdentityKind::Email => "email",
            IdentityKind::Phone => "phone",
            IdentityKind::SeOrganisation => "se.organisation",
            IdentityKind::DkCompany => "dk.company",
            IdentityKind::Account => "account",
            IdentityKind::Card => "card",
            IdentityKind::IpAddress => "ip",
            IdentityKind::SeProperty => "se.property",
            IdentityKind::Vehicle => "vehicle",
            IdentityKind::Case => "case",
            IdentityKind::None => "none",
        }
    }

    /// The kind that [`as_str`](Self::as_str) names.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether it names a natural person by a number of its own.
    pub fn is_person(self) -> bool {
        matches!(
            self,
            IdentityKind::SePerson
                | IdentityKind::DkPerson
                | IdentityKind::NoPerson
                | IdentityKind::FiPerson
                | IdentityKind::IsPerson
                | IdentityKind::DkAlien
                | IdentityKind::Passport
        )
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
    fn names_every_kind_in_one_way() {
        for kind in IdentityKind::ALL {
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(json.trim_matches('"'), kind.as_str());
            assert_eq!(IdentityKind::find(kind.as_str()), Some(kind));
        }
    }

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
