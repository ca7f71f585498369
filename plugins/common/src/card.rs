//! Payment cards: an issuer's range, its length, and Luhn's check digit.
//!
//! Source: ISO/IEC 7812-1; the ranges that Visa, Mastercard, American Express, Diners Club, JCB, Discover, UnionPay, Maestro and
//! Nets (Dankort) publish.

use sporhund_detector::arithmetic::{number, passes_luhn};
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::IdentityKind;

/// First and last four digits of each range, with its lengths.
const RANGES: [(u64, u64, &[usize]); 18] = [
    (2221, 2720, &[16]),
    (3000, 3059, &[14]),
    (3400, 3499, &[15]),
    (3528, 3589, &[16]),
    (3600, 3699, &[14]),
    (3700, 3799, &[15]),
    (3800, 3999, &[14]),
    (4000, 4999, &[13, 16, 19]),
    (5000, 5018, &[16, 19]),
    (5019, 5019, &[16]),
    (5020, 5099, &[16, 19]),
    (5100, 5599, &[16]),
    (5600, 5899, &[16, 19]),
    (6011, 6011, &[16]),
    (6200, 6299, &[16, 19]),
    (6304, 6304, &[16]),
    (6440, 6599, &[16]),
    (6759, 6763, &[16, 19]),
];

/// `payment-card`: 13 to 19 digits.
#[derive(Clone, Copy, Debug, Default)]
pub struct PaymentCard;

impl Validator for PaymentCard {
    fn name(&self) -> &'static str {
        "payment-card"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        if !(13..=19).contains(&digits.len()) || candidate.separator == Separator::Plus {
            return None;
        }
        let head = number(digits.get(..4)?)?;
        let fits = |(first, last, lengths): &(u64, u64, &[usize])| {
            (*first..=*last).contains(&head) && lengths.contains(&digits.len())
        };
        // A row of one digit is a place-holder.
        let is_varied = digits.windows(2).any(|pair| pair[0] != pair[1]);
        if !RANGES.iter().any(fits) || !is_varied || !passes_luhn(digits) {
            return None;
        }
        let normal = String::from_utf8_lossy(digits).into_owned();
        let last = normal.get(normal.len() - 4..)?;
        let masked = format!("{}{last}", "*".repeat(normal.len() - 4));
        let checked = Checked::new(IdentityKind::Card, normal.clone(), masked)
            .because("reason-luhn-passed", 0);
        Some(match candidate.separator {
            Separator::None => checked.because("reason-bare-digits", -250),
            _ => checked.because("reason-standard-form", 200),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iban::tests::TODAY;
    use proptest::prelude::*;

    fn passes(digits: &str) -> bool {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            ..Candidate::default()
        };
        PaymentCard.check(&candidate, &TODAY).is_some()
    }

    #[test]
    fn takes_the_test_numbers_of_the_schemes() {
        for digits in [
            "4111111111111111",
            "4012888888881881",
            "4222222222222",
            "5555555555554444",
            "5105105105105100",
            "2223003122003222",
            "378282246310005",
            "371449635398431",
            "30569309025904",
            "6011111111111117",
            "3530111333300000",
            "5019717010103742",
        ] {
            assert!(passes(digits), "{digits}");
        }
    }

    #[test]
    fn rejects_look_alikes() {
        for digits in [
            "4012888888881882",
            "9012888888881881",
            "401288888888188",
            "",
            "0000000000000000",
        ] {
            assert!(!passes(digits), "{digits}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(at in 0usize..16, add in 1u8..10) {
            let mut text = "4012888888881881".to_owned();
            let digit = (text.as_bytes()[at] - b'0' + add) % 10;
            text.replace_range(at..=at, &digit.to_string());
            prop_assert!(!passes(&text));
        }

        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..22)) {
            let candidate = Candidate { digits: &digits, ..Candidate::default() };
            let _ = PaymentCard.check(&candidate, &TODAY);
        }
    }
}
