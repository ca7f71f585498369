//! The CVR number: eight digits, modulus 11.
//!
//! Source: Erhvervsstyrelsen, CVR-loven § 5; the check is that of the former SE numbers (Skatteforvaltningen).

use sporhund_detector::arithmetic::passes_mod11;
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::IdentityKind;

const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

/// `dk-cvr`: eight digits, also with DK in front or in pairs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cvr;

impl Validator for Cvr {
    fn name(&self) -> &'static str {
        "dk-cvr"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        let is_plain = matches!(candidate.separator, Separator::None | Separator::Other);
        let is_number = digits.len() == 8 && digits.first() != Some(&b'0');
        if !is_plain || !is_number || !passes_mod11(digits, &WEIGHTS) {
            return None;
        }
        let normal = String::from_utf8_lossy(digits).into_owned();
        let masked = format!("{}******", normal.get(..2).unwrap_or_default());
        Some(
            Checked::new(IdentityKind::DkCompany, normal, masked)
                .because("reason-modulus-11-passed", 0),
        )
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

    fn passes(digits: &str) -> bool {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            ..Candidate::default()
        };
        Cvr.check(&candidate, &TODAY).is_some()
    }

    #[test]
    fn takes_numbers_of_the_register() {
        // Erhvervsstyrelsen, and the example of python-stdnum.
        assert!(passes("10150817") && passes("13585628"));
        for wrong in ["10150818", "00150817", "1015081", "101508170", ""] {
            assert!(!passes(wrong), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(seven in 1_000_000u32..10_000_000, at in 0usize..8, add in 1u8..10) {
            let all = (0..10).map(|digit| format!("{seven}{digit}"))
                .find(|all| passes_mod11(all.as_bytes(), &WEIGHTS));
            let Some(mut all) = all else { return Ok(()) };
            prop_assert!(passes(&all));
            let digit = (all.as_bytes()[at] - b'0' + add) % 10;
            all.replace_range(at..=at, &digit.to_string());
            prop_assert!(!passes(&all));
        }

        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..12)) {
            let candidate = Candidate { digits: &digits, ..Candidate::default() };
            let _ = Cvr.check(&candidate, &TODAY);
        }
    }
}
