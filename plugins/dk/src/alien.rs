//! The number of a foreigner with the Danish immigration authorities (udlændingenummer, person-id).
//!
//! Source: Udlændingestyrelsen, "Personnummer, udlændingenummer (Udl.nr.) og person-ID". Eight or nine digits without a check
//! digit, so a rule must ask for a label.

use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::IdentityKind;

/// `dk-udlaendingenummer`: eight or nine digits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Udlaendingenummer;

impl Validator for Udlaendingenummer {
    fn name(&self) -> &'static str {
        "dk-udlaendingenummer"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        let is_plain = matches!(candidate.separator, Separator::None | Separator::Other);
        // One digit repeated is a place-holder.
        let is_varied = digits.windows(2).any(|pair| pair[0] != pair[1]);
        let fits = matches!(digits.len(), 8 | 9) && digits.iter().all(u8::is_ascii_digit);
        (is_plain && is_varied && fits).then(|| {
            let normal = String::from_utf8_lossy(digits).into_owned();
            let masked = "*".repeat(digits.len());
            Checked::new(IdentityKind::DkAlien, normal, masked).because("reason-length-fits", 0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_eight_or_nine_digits() {
        let today = CheckContext {
            year: 2026,
            month: 11,
            day: 24,
        };
        let passes = |digits: &str| {
            let candidate = Candidate {
                digits: digits.as_bytes(),
                ..Candidate::default()
            };
            Udlaendingenummer.check(&candidate, &today).is_some()
        };
        assert!(passes("12345678") && passes("123456789"));
        for wrong in ["1234567", "1234567890", "11111111", "1234567x"] {
            assert!(!passes(wrong), "{wrong}");
        }
    }
}
