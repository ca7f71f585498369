//! IBAN: country, two check digits, and an account of the country's length.
//!
//! Source: ISO 13616-1 and SWIFT's IBAN Registry; the check is that of ISO/IEC 7064, MOD 97-10.

use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::IdentityKind;
use std::sync::LazyLock;

/// The longest IBAN.
const LONGEST: usize = 34;
/// Countries with the length of their IBANs (SWIFT, IBAN Registry).
static LENGTHS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

/// `iban`: a run of digits with the country's letters right before it and the rest behind it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Iban;

impl Validator for Iban {
    fn name(&self) -> &'static str {
        "iban"
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        matches!(glance.before, [.., a, b] if length_of(&[*a, *b]).is_some())
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let before = candidate.before.as_bytes();
        let country = before
            .len()
            .checked_sub(2)
            .and_then(|at| before.get(at..))?;
        let is_whole = before.len() == 2 || !before.get(before.len() - 3)?.is_ascii_alphanumeric();
        let length = length_of(country).filter(|_| is_whole)?;
        let mut all = [0_u8; LONGEST];
        all.get_mut(..2)?.copy_from_slice(country);
        let behind = collect(candidate, length, &mut all)?;
        if !passes_mod_97(all.get(..length)?) {
            return None;
        }
        let normal = String::from_utf8_lossy(all.get(..length)?).to_uppercase();
        let masked = format!("{}{}", normal.get(..4)?, "*".repeat(length - 4));
        Some(
            Checked::new(IdentityKind::Account, normal, masked)
                .because("reason-mod-97-passed", 0)
                .widened(2, behind),
        )
    }
}

/// The length for each pair of letters; 0 where there is no such country.
static BY_LETTERS: LazyLock<[u8; 26 * 26]> = LazyLock::new(|| {
    let mut table = [0; 26 * 26];
    for entry in LENGTHS.split(' ') {
        let length = entry.get(2..).and_then(|length| length.parse().ok());
        if let (Some(at), Some(length)) = (slot(entry.as_bytes()), length) {
            table[at] = length;
        }
    }
    table
});

fn slot(country: &[u8]) -> Option<usize> {
    let letter = |at: usize| {
        let byte = country.get(at).filter(|byte| byte.is_ascii_uppercase())?;
        Some(usize::from(byte - b'A'))
    };
    Some(letter(0)? * 26 + letter(1)?)
}

fn length_of(country: &[u8]) -> Option<usize> {
    let length = BY_LETTERS.get(slot(country)?).copied()?;
    (length > 0).then(|| usize::from(length))
}

/// Fills in what follows the country, without spaces and hyphens, and gives the bytes that stand behind the run of digits.
fn collect(candidate: &Candidate<'_>, length: usize, all: &mut [u8; LONGEST]) -> Option<usize> {
    let mut filled = 2;
    for digit in candidate.digits {
        *all.get_mut(filled).filter(|_| filled < length)? = *digit;
        filled += 1;
    }
    let mut behind = 0;
    let mut gap = 0;
    for byte in candidate.after.bytes() {
        if filled == length {
            break;
        }
        behind += 1;
        match byte {
            b' ' | b'-' if gap == 0 => gap = 1,
            // A no-break space has two bytes.
            0xC2 | 0xA0 => gap = 1,
            _ if byte.is_ascii_alphanumeric() => {
                *all.get_mut(filled)? = byte;
                filled += 1;
                gap = 0;
            }
            _ => return None,
        }
    }
    let next = candidate.after.as_bytes().get(behind);
    (filled == length && !next.is_some_and(u8::is_ascii_alphanumeric)).then_some(behind)
}

/// The first four characters moved to the end, letters as 10 to 35: the rest over 97 is 1.
fn passes_mod_97(all: &[u8]) -> bool {
    let (head, tail) = all.split_at(all.len().min(4));
    let rest = tail
        .iter()
        .chain(head)
        .try_fold(0_u32, |rest, byte| match byte {
            b'0'..=b'9' => Some((rest * 10 + u32::from(byte - b'0')) % 97),
            byte if byte.is_ascii_alphabetic() => {
                Some((rest * 100 + u32::from(byte.to_ascii_uppercase() - b'A') + 10) % 97)
            }
            _ => None,
        });
    rest == Some(1)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) const TODAY: CheckContext = CheckContext {
        year: 2026,
        month: 11,
        day: 24,
    };

    fn check_text(text: &str) -> Option<Checked> {
        let digits = text.bytes().skip(2).take_while(u8::is_ascii_digit).count();
        let candidate = Candidate {
            raw: text.get(2..2 + digits)?,
            digits: text.as_bytes().get(2..2 + digits)?,
            before: text.get(..2)?,
            after: text.get(2 + digits..)?,
            ..Candidate::default()
        };
        Iban.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_the_examples_of_the_registry() {
        for text in [
            "SE4550000000058398257466",
            "SE45 5000 0000 0583 9825 7466",
            "DK5000400440116243",
            "DK50 0040 0440 1162 43",
            "NO9386011117947",
            "FI2112345600000785",
            "GB29NWBK60161331926819",
            "GB29 NWBK 6016 1331 9268 19",
            "DE89 3704 0044 0532 0130 00.",
            "IS14 0159 2600 7654 5510 7303 39",
            "MT84MALT011000012345MTLCAST001S",
        ] {
            assert!(check_text(text).is_some(), "{text}");
        }
        let checked = check_text("SE45 5000 0000 0583 9825 7466").expect("SE");
        assert_eq!(checked.normal, "SE4550000000058398257466");
        assert_eq!(checked.masked, "SE45********************");
    }

    #[test]
    fn rejects_look_alikes() {
        for text in [
            "SE4650000000058398257466",
            "SE455000000005839825746",
            "SE45500000000583982574666",
            "XX4550000000058398257466",
            "se4550000000058398257466",
            "Se4550000000058398257466",
            "SE45 5000  0000 0583 9825 7466",
        ] {
            assert!(check_text(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(at in 2usize..24, add in 1u8..10) {
            let mut text = "SE4550000000058398257466".to_owned();
            let digit = (text.as_bytes()[at] - b'0' + add) % 10;
            text.replace_range(at..=at, &digit.to_string());
            prop_assert!(check_text(&text).is_none());
        }

        #[test]
        fn never_panics(before in ".{0,6}", after in ".{0,40}", digits in proptest::collection::vec(b'0'..=b'9', 0..33)) {
            let candidate = Candidate { digits: &digits, before: &before, after: &after, ..Candidate::default() };
            let _ = Iban.check(&candidate, &TODAY);
        }
    }
}
