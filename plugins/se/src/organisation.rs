//! The organisation number: group of legal form, third digit of two or more, check digit.
//!
//! Source: lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.; Skatteverket, SKV 709. A sole trader's number
//! is a personnummer, whose month is never 20 or more, and is left to that validator.

use sporhund_detector::arithmetic::passes_luhn;
use sporhund_detector::{Candidate, CheckContext, Checked, Leads, Separator, Validator};
use sporhund_model::IdentityKind;

/// `se-organisationsnummer`: ten digits, or twelve with 16 in front.
#[derive(Clone, Copy, Debug, Default)]
pub struct Organisationsnummer;

impl Validator for Organisationsnummer {
    fn name(&self) -> &'static str {
        "se-organisationsnummer"
    }

    fn looks_around(&self) -> bool {
        false
    }

    fn leads(&self) -> Leads {
        Leads::NO_MONTH
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let ten = match candidate.digits.len() {
            10 => candidate.digits,
            12 => candidate
                .digits
                .strip_prefix(b"16")
                .or_else(|| vat_number(candidate))?,
            _ => return None,
        };
        // The first digit tells the legal form; 4 is not given out.
        let is_form = matches!(ten.first(), Some(b'1'..=b'3' | b'5'..=b'9'));
        let is_no_month = matches!(ten.get(2), Some(b'2'..=b'9'));
        if !is_form || !is_no_month || candidate.separator == Separator::Plus || !passes_luhn(ten) {
            return None;
        }
        let normal = String::from_utf8_lossy(ten).into_owned();
        let masked = format!("{}****-****", normal.get(..2).unwrap_or_default());
        let checked = Checked::new(IdentityKind::SeOrganisation, normal, masked)
            .because("reason-luhn-passed", 0);
        if candidate.digits.len() == 12 && candidate.before.ends_with("SE") {
            return Some(checked.because("reason-standard-form", 100).widened(2, 0));
        }
        Some(match candidate.separator {
            Separator::Hyphen => checked.because("reason-standard-form", 100),
            Separator::None => checked.because("reason-bare-digits", -250),
            _ => checked.because("reason-unusual-separator", -150),
        })
    }
}

/// A registration number for value added tax: `SE`, the ten digits, `01`.
fn vat_number<'a>(candidate: &Candidate<'a>) -> Option<&'a [u8]> {
    let is_vat = candidate.before.ends_with("SE") && candidate.digits.ends_with(b"01");
    candidate.digits.get(..10).filter(|_| is_vat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::{TODAY, check_text, with_check_digit};
    use proptest::prelude::*;

    #[test]
    fn takes_numbers_of_every_legal_form() {
        for raw in [
            "556016-0680",
            "202100-5489",
            "5560160680",
            "16556016-0680",
            "212000-0142",
        ] {
            assert!(check_text(&Organisationsnummer, raw).is_some(), "{raw}");
        }
        let checked = check_text(&Organisationsnummer, "556016-0680").expect("AB");
        assert_eq!(
            (checked.normal.as_str(), checked.masked.as_str()),
            ("5560160680", "55****-****")
        );
    }

    #[test]
    fn leaves_persons_and_look_alikes() {
        for raw in [
            "811218-9876",
            "556016-0681",
            "456016-0680",
            "19556016-0680",
            "556016+0680",
            "",
            "55601606",
        ] {
            assert!(check_text(&Organisationsnummer, raw).is_none(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(form in 5u8..10, middle in 20u32..100, rest in 0u32..100_000, at in 0usize..10, add in 1u8..10) {
            let mut ten = with_check_digit(&format!("{form}5{middle:02}{rest:05}"));
            prop_assert!(check_text(&Organisationsnummer, &ten).is_some());
            let digit = (ten.as_bytes()[at] - b'0' + add) % 10;
            ten.replace_range(at..=at, &digit.to_string());
            prop_assert!(check_text(&Organisationsnummer, &ten).is_none());
        }

        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..14)) {
            let candidate = Candidate { digits: &digits, ..Candidate::default() };
            let _ = Organisationsnummer.check(&candidate, &TODAY);
        }
    }
}
