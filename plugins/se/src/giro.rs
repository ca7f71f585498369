//! Bankgiro and plusgiro numbers: a check digit after Luhn.
//!
//! Source: Bankgirot, "Beräkning av kontrollsiffra (modulus 10)"; Nordea, "Plusgirots kontonummer". Bankgiro numbers have
//! seven or eight digits with a hyphen before the last four, plusgiro numbers two to eight with one before the last.

use sporhund_detector::arithmetic::{number, passes_luhn};
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::IdentityKind;

/// `se-bankgiro`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bankgiro;

/// `se-plusgiro`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plusgiro;

impl Validator for Bankgiro {
    fn name(&self) -> &'static str {
        "se-bankgiro"
    }

    fn looks_around(&self) -> bool {
        false
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        if !matches!(digits.len(), 7 | 8) || digits.first() == Some(&b'0') || !passes_luhn(digits) {
            return None;
        }
        let checked = accept(candidate, "bg", 4)?;
        Some(if is_span_of_years(digits) {
            checked.because("reason-looks-like-years", -400)
        } else {
            checked
        })
    }
}

impl Validator for Plusgiro {
    fn name(&self) -> &'static str {
        "se-plusgiro"
    }

    fn looks_around(&self) -> bool {
        false
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        let fits = (2..=8).contains(&digits.len()) && digits.first() != Some(&b'0');
        // The hyphen stands before the last digit, spaces between pairs before it.
        let has_hyphen = candidate.separator == Separator::Hyphen;
        let is_bare = candidate.separator == Separator::None;
        if !fits || !(has_hyphen || is_bare) || !passes_luhn(digits) {
            return None;
        }
        accept(candidate, "pg", 1)
    }
}

/// `2012-2016`.
fn is_span_of_years(digits: &[u8]) -> bool {
    let year = |at: usize| digits.get(at..at + 4).and_then(number);
    match (year(0), year(4)) {
        (Some(first), Some(last)) => 1900 <= first && first < last && last <= 2100,
        _ => false,
    }
}

fn accept(candidate: &Candidate<'_>, kind: &str, last_group: usize) -> Option<Checked> {
    let digits = std::str::from_utf8(candidate.digits).ok()?;
    let stars = "*".repeat(digits.len() - last_group);
    let masked = format!("{stars}-{}", "*".repeat(last_group));
    let checked = Checked::new(IdentityKind::Account, format!("{kind}{digits}"), masked)
        .because("reason-luhn-passed", 0);
    Some(match candidate.separator {
        Separator::Hyphen => checked.because("reason-standard-form", 50),
        Separator::None => checked.because("reason-bare-digits", -50),
        _ => checked.because("reason-unusual-separator", -100),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::TODAY;
    use proptest::prelude::*;

    fn check_digits(validator: &dyn Validator, digits: &str, separator: Separator) -> bool {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            separator,
            ..Candidate::default()
        };
        validator.check(&candidate, &TODAY).is_some()
    }

    #[test]
    fn takes_published_giro_numbers() {
        // Bankgirot's own (991-2346 is its example), and Radiohjälpen's 90-accounts.
        for digits in ["9912346", "50501055", "9019506"] {
            assert!(
                check_digits(&Bankgiro, digits, Separator::Hyphen),
                "{digits}"
            );
        }
        for digits in ["901950", "9019506", "41989"] {
            let valid = passes_luhn(digits.as_bytes());
            assert_eq!(
                check_digits(&Plusgiro, digits, Separator::Hyphen),
                valid,
                "{digits}"
            );
        }
    }

    #[test]
    fn rejects_look_alikes() {
        for digits in ["9912345", "0912346", "991234", "123456789", ""] {
            assert!(
                !check_digits(&Bankgiro, digits, Separator::Hyphen),
                "{digits}"
            );
        }
        assert!(!check_digits(&Plusgiro, "9019507", Separator::Hyphen));
        assert!(!check_digits(&Plusgiro, "9019506", Separator::Other));
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(six in 100_000u32..1_000_000, at in 0usize..7, add in 1u8..10) {
            let seven = (0..10).map(|digit| format!("{six}{digit}")).find(|seven| passes_luhn(seven.as_bytes()));
            let mut seven = seven.expect("one of ten digits fits");
            prop_assert!(check_digits(&Bankgiro, &seven, Separator::Hyphen));
            let digit = (seven.as_bytes()[at] - b'0' + add) % 10;
            seven.replace_range(at..=at, &digit.to_string());
            prop_assert!(!check_digits(&Bankgiro, &seven, Separator::Hyphen));
        }

        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..14)) {
            let candidate = Candidate { digits: &digits, ..Candidate::default() };
            let _ = Bankgiro.check(&candidate, &TODAY);
            let _ = Plusgiro.check(&candidate, &TODAY);
        }
    }
}
