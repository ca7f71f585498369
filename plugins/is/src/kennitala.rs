//! The kennitala of persons: date of birth, two digits, check digit, century.
//!
//! Source: Þjóðskrá, "Um kennitölur"; lög nr. 140/2019 um skráningu einstaklinga. Companies have 40 added to the day; they
//! are no persons and are left out.

use sporhund_detector::arithmetic::{is_date, pair, passes_mod11};
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::{Facts, IdentityKind};

/// Weights of the first nine digits; the tenth is the century.
const WEIGHTS: [u32; 9] = [3, 2, 7, 6, 5, 4, 3, 2, 1];

/// `is-kennitala`: ten digits of a person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kennitala;

impl Validator for Kennitala {
    fn name(&self) -> &'static str {
        "is-kennitala"
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let digits: &[u8; 10] = candidate.digits.try_into().ok()?;
        if candidate.separator == Separator::Plus {
            return None;
        }
        let century = match digits[9] {
            b'8' => 1800,
            b'9' => 1900,
            b'0' => 2000,
            _ => return None,
        };
        let (day, month) = (pair(digits, 0)?, pair(digits, 2)?);
        let year = century + u16::from(pair(digits, 4)?);
        let is_real = is_date(year, month, day)
            && passes_mod11(&digits[..9], &WEIGHTS)
            && !context.is_future(year, month, day);
        is_real.then(|| {
            let normal = String::from_utf8_lossy(digits).into_owned();
            let mut checked =
                Checked::new(IdentityKind::IsPerson, normal, format!("{year}****-****"));
            checked.facts = Facts {
                birth_year: Some(year),
                probably_deceased: year + 110 < context.year,
                ..Facts::default()
            };
            let checked = checked.because("reason-modulus-11-passed", 0);
            match candidate.separator {
                Separator::None => checked.because("reason-bare-digits", -100),
                Separator::Other => checked.because("reason-unusual-separator", -100),
                _ => checked.because("reason-standard-form", 100),
            }
        })
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

    fn check_text(digits: &str) -> Option<Checked> {
        let candidate = Candidate {
            raw: digits,
            digits: digits.as_bytes(),
            ..Candidate::default()
        };
        Kennitala.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_persons_and_leaves_companies() {
        // 120174-3399 is the example of Þjóðskrá.
        let checked = check_text("1201743399").expect("example");
        assert_eq!(checked.facts.birth_year, Some(1974));
        for wrong in [
            "1201743389",
            "1201743391",
            "5201743399",
            "1213743399",
            "120174339",
        ] {
            assert!(check_text(wrong).is_none(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_digit_of_the_first_nine_is_rejected(
            day in 1u8..29, month in 1u8..13, serial in 20u16..100, at in 0usize..9, add in 1u8..10,
        ) {
            let eight = format!("{day:02}{month:02}74{serial:02}");
            let nine = (0..10).map(|digit| format!("{eight}{digit}"))
                .find(|nine| passes_mod11(nine.as_bytes(), &WEIGHTS));
            let Some(nine) = nine else { return Ok(()) };
            let mut ten = format!("{nine}9");
            prop_assert!(check_text(&ten).is_some());
            let digit = (ten.as_bytes()[at] - b'0' + add) % 10;
            ten.replace_range(at..=at, &digit.to_string());
            prop_assert!(check_text(&ten).is_none());
        }

        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..14)) {
            let candidate = Candidate { digits: &digits, ..Candidate::default() };
            let _ = Kennitala.check(&candidate, &TODAY);
        }
    }
}
