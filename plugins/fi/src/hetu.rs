//! The personal identity code (henkilötunnus): date of birth, sign of the century, individual number, check character.
//!
//! Source: Digi- ja väestötietovirasto, "Henkilötunnus"; valtioneuvoston asetus väestötietojärjestelmästä (128/2010) 2 §, as
//! changed by 690/2022: since 1 January 2023 further signs are given out for each century.

use sporhund_detector::arithmetic::{is_date, number, pair};
use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::{Facts, IdentityKind, Note};

/// The check character by the rest of the nine digits over 31.
const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
/// Past this age nobody is alive.
const OLDEST_AGE: u16 = 110;

/// `fi-hetu`: six digits, with the sign, three digits and the check character behind them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hetu;

impl Validator for Hetu {
    fn name(&self) -> &'static str {
        "fi-hetu"
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        matches!(glance.digits, [b'0'..=b'3', _, b'0' | b'1', ..])
            && matches!(glance.after, [_, a, b, c, check, ..]
                if [a, b, c].into_iter().all(u8::is_ascii_digit) && check.is_ascii_alphanumeric())
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        let &[sign, first, second, third, check, ref rest @ ..] = candidate.after.as_bytes() else {
            return None;
        };
        let century = century(sign)?;
        if digits.len() != 6 || rest.first().is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let individual = [first, second, third];
        let serial = number(&individual)?;
        let all = number(digits)? * 1000 + serial;
        let check = check.to_ascii_uppercase();
        if CHECKS.get((all % 31) as usize) != Some(&check) || serial < 2 {
            return None;
        }
        let (day, month) = (pair(digits, 0)?, pair(digits, 2)?);
        let year = century + u16::from(pair(digits, 4)?);
        let is_real = is_date(year, month, day) && !context.is_future(year, month, day);
        is_real.then(|| {
            // The sign tells the century only, so the normal form holds the year instead: signs are interchangeable.
            let normal = format!("{year}{month:02}{day:02}-{serial:03}{}", char::from(check));
            let checked = accept(normal, (year, month, day), serial >= 900, *context);
            // Ten digits may be another country's number; one in thirty has this check digit by chance.
            let weight = if check.is_ascii_digit() { -450 } else { 0 };
            checked.because("reason-check-character", weight)
        })
    }
}

fn accept(
    normal: String,
    (year, month, day): (u16, u8, u8),
    is_temporary: bool,
    today: CheckContext,
) -> Checked {
    let mut checked =
        Checked::new(IdentityKind::FiPerson, normal, format!("{year}****-****")).widened(0, 5);
    checked.facts = Facts {
        birth_year: Some(year),
        probably_deceased: (year + OLDEST_AGE, month, day) < (today.year, today.month, today.day),
        interim: is_temporary,
        ..Facts::default()
    };
    if is_temporary {
        checked.reasons.push(Note::new("reason-interim-number"));
    }
    checked
}

/// The century that a sign stands for.
fn century(sign: u8) -> Option<u16> {
    match sign {
        b'+' => Some(1800),
        b'-' | b'U' | b'V' | b'W' | b'X' | b'Y' => Some(1900),
        b'A'..=b'F' => Some(2000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: CheckContext = CheckContext {
        year: 2026,
        month: 11,
        day: 24,
    };

    fn check_text(text: &str) -> Option<Checked> {
        let candidate = Candidate {
            raw: text.get(..6)?,
            digits: text.as_bytes().get(..6)?,
            after: text.get(6..)?,
            ..Candidate::default()
        };
        Hetu.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_the_example_of_the_agency_with_every_sign() {
        // 131052-308T is the example of Digi- ja väestötietovirasto.
        for sign in ["-", "U", "V", "W", "X", "Y"] {
            let checked = check_text(&format!("131052{sign}308T")).expect(sign);
            assert_eq!(checked.normal, "19521013-308T");
            assert_eq!(checked.masked, "1952****-****");
        }
        for sign in ["A", "B", "C", "D", "E", "F"] {
            assert_eq!(
                check_text(&format!("010203{sign}308{}", check_of("010203308")))
                    .expect(sign)
                    .facts
                    .birth_year,
                Some(2003)
            );
        }
    }

    #[test]
    fn marks_numbers_from_900_on_as_interim() {
        let text = format!("010190-900{}", check_of("010190900"));
        assert!(check_text(&text).expect("temporary").facts.interim);
        assert!(!check_text("131052-308T").expect("real").facts.interim);
    }

    #[test]
    fn rejects_look_alikes() {
        for text in [
            "131052-308S",
            "131052/308T",
            "131352-308T",
            "131052-308TX",
            "131052-30T",
            "131052G308T",
            "131052-001H",
            "131052",
        ] {
            assert!(check_text(text).is_none(), "{text}");
        }
    }

    fn check_of(nine: &str) -> char {
        char::from(CHECKS[(nine.parse::<u64>().unwrap() % 31) as usize])
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(day in 1u8..29, month in 1u8..13, serial in 2u16..900, at in 0usize..9, add in 1u8..10) {
            let nine = format!("{day:02}{month:02}50{serial:03}");
            let check = check_of(&nine);
            let mut changed = nine.into_bytes();
            changed[at] = b'0' + (changed[at] - b'0' + add) % 10;
            let changed = String::from_utf8(changed).unwrap();
            let text = format!("{}-{}{check}", &changed[..6], &changed[6..]);
            prop_assert!(check_text(&text).is_none());
        }

        #[test]
        fn never_panics(text in ".{0,14}") {
            let candidate = Candidate { digits: b"131052", after: &text, ..Candidate::default() };
            let _ = Hetu.check(&candidate, &TODAY);
        }
    }
}
