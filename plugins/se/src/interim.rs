//! Interim numbers: a personnummer with a letter where the birth number begins (`811218-T123`).
//!
//! Given out by authorities, universities and health care regions to persons who have no number (Ladok and Inera,
//! "Reservnummer och interimspersonnummer"). The letter counts as 1 in the check digit.

use sporhund_detector::arithmetic::{is_date, pair, passes_luhn};
use sporhund_detector::{Candidate, CheckContext, Checked};
use sporhund_model::{Facts, IdentityKind};

/// Letters that are given out.
const LETTERS: &[u8; 11] = b"TRSUWXJKLMN";

/// Whether a letter that is given out, and digits, go on behind a birthday.
pub(crate) fn may_be(after: &[u8]) -> bool {
    let rest = match after {
        [b'-' | b'+', ..] => after.get(1..).unwrap_or_default(),
        _ => after,
    };
    matches!(rest, [letter, b'0'..=b'9', ..] if LETTERS.contains(&letter.to_ascii_uppercase()))
}

/// An interim number: six or eight digits of a birthday, with a sign, a letter and three digits behind them.
pub(crate) fn check(candidate: &Candidate<'_>, context: CheckContext) -> Option<Checked> {
    let (sign, rest) = match candidate.after.as_bytes() {
        [b'-' | b'+', rest @ ..] => (1, rest),
        rest => (0, rest),
    };
    let &[letter, second, third, check, ref behind @ ..] = rest else {
        return None;
    };
    let is_number = [second, third, check].iter().all(u8::is_ascii_digit);
    let is_longer = behind.first().is_some_and(u8::is_ascii_alphanumeric);
    if !is_number || is_longer || !LETTERS.contains(&letter.to_ascii_uppercase()) {
        return None;
    }
    let (year, six) = birthday(candidate.digits, context)?;
    let mut ten = [b'1'; 10];
    ten.get_mut(..6)?.copy_from_slice(six);
    ten[7..].copy_from_slice(&[second, third, check]);
    let (month, day) = (pair(six, 2)?, pair(six, 4)?);
    let is_real = passes_luhn(&ten) && !context.is_future(year, month, day);
    is_real.then(|| {
        let letter = char::from(letter.to_ascii_uppercase());
        let tail = String::from_utf8_lossy(&ten[7..]).into_owned();
        let normal = format!("{year}{month:02}{day:02}{letter}{tail}");
        let mut checked = Checked::new(IdentityKind::SePerson, normal, format!("{year}****-****"))
            .because("reason-interim-number", 0)
            .because("reason-luhn-passed", 0)
            .widened(0, sign + 4);
        checked.facts = Facts {
            birth_year: Some(year),
            research_day: Some(matches!(day, 5 | 15 | 25)),
            interim: true,
            ..Facts::default()
        };
        checked
    })
}

/// The year and the six digits of a birthday that the calendar has.
fn birthday(digits: &[u8], today: CheckContext) -> Option<(u16, &[u8])> {
    let (year, six) = match digits.len() {
        6 => {
            let short = u16::from(pair(digits, 0)?);
            (
                today.latest_year(short, pair(digits, 2)?, pair(digits, 4)?),
                digits,
            )
        }
        8 => {
            let year = u16::from(pair(digits, 0)?) * 100 + u16::from(pair(digits, 2)?);
            (year, digits.get(2..)?)
        }
        _ => return None,
    };
    is_date(year, pair(six, 2)?, pair(six, 4)?).then_some((year, six))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::TODAY;
    use proptest::prelude::*;

    fn check_parts(digits: &str, after: &str) -> Option<Checked> {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            after,
            ..Candidate::default()
        };
        check(&candidate, TODAY)
    }

    #[test]
    fn takes_the_shared_test_numbers_of_interim_persons() {
        // From the shared list of the personnummer project: 000101-T220, 000101-R220.
        for (after, normal) in [
            ("-T220", "20000101T220"),
            ("-R220", "20000101R220"),
            ("t220,", "20000101T220"),
        ] {
            let checked = check_parts("000101", after).expect(after);
            assert_eq!(checked.normal, normal);
            assert!(checked.facts.interim);
        }
        assert_eq!(
            check_parts("20000101", "-T220").expect("8").normal,
            "20000101T220"
        );
    }

    #[test]
    fn rejects_look_alikes() {
        for after in ["-T221", "-A220", "-T22", "-T2201", "-T22x", "", "T"] {
            assert!(check_parts("000101", after).is_none(), "{after}");
        }
        assert!(check_parts("001301", "-T220").is_none());
    }

    proptest! {
        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..10), after in ".{0,10}") {
            let candidate = Candidate { digits: &digits, after: &after, ..Candidate::default() };
            let _ = check(&candidate, TODAY);
        }
    }
}
