//! The coordination number: as a personnummer, with 60 added to the day of birth.

use crate::number::Number;
use sporhund_detector::arithmetic::is_date;
use sporhund_detector::{Candidate, CheckContext, Checked, Leads, Validator};
use sporhund_model::Note;

/// What is added to the day of birth (folkbokföringslagen 18 a §).
const DAY_SHIFT: u8 = 60;

/// A day that no calendar has is one that somebody made up, or no coordination number at all.
const NO_DATE: i16 = -100;

/// `se-samordningsnummer`: day of birth plus 60. A day that is not known stands as 60, a month that is not known as 00; where the
/// date is uncertain, also days stand there that the month does not have. Skatteverket's list of numbers for tests has them all
/// (`19150072-2390`, `19200491-2388`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Samordningsnummer;

impl Validator for Samordningsnummer {
    fn name(&self) -> &'static str {
        "se-samordningsnummer"
    }

    fn looks_around(&self) -> bool {
        false
    }

    fn leads(&self) -> Leads {
        Leads::YEAR_MONTH_DAY
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let number = Number::find(candidate, *context, DAY_SHIFT)?;
        let day = number.day.checked_sub(DAY_SHIFT)?;
        let birthday = is_date(number.year, number.month, day).then_some((number.month, day));
        let is_possible = number.month <= 12 && day <= 31;
        is_possible.then(|| accept(number, birthday, *context))
    }
}

fn accept(number: Number, birthday: Option<(u8, u8)>, today: CheckContext) -> Checked {
    let is_uncertain = birthday.is_none() && number.day > DAY_SHIFT;
    let mut checked = number.into_checked(birthday, today);
    checked.facts.coordination = true;
    checked
        .reasons
        .push(Note::new("reason-coordination-number"));
    if is_uncertain {
        checked.weight += NO_DATE;
    }
    if birthday.is_none() {
        checked.reasons.push(Note::new("reason-birth-day-unknown"));
    }
    checked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Personnummer;
    use crate::number::tests::{check_text, with_check_digit};
    use proptest::prelude::*;

    #[test]
    fn takes_the_example_of_skv_707() {
        for raw in ["701063-2391", "7010632391", "19701063-2391"] {
            let checked = check_text(&Samordningsnummer, raw).expect(raw);
            assert_eq!(checked.normal, "197010632391");
            assert_eq!(checked.masked, "1970****-****");
            assert!(checked.facts.coordination);
            assert_eq!(checked.facts.birth_year, Some(1970));
            assert_eq!(checked.facts.research_day, Some(false));
        }
    }

    #[test]
    fn takes_days_and_months_that_are_unknown_or_uncertain() {
        for nine in [
            "701060239",
            "700060239",
            "700063239", // a day without a month
            "700291239", // 31 February
        ] {
            let checked = check_text(&Samordningsnummer, &with_check_digit(nine)).expect(nine);
            assert_eq!(checked.facts.research_day, None);
            assert_eq!(checked.facts.birth_year, Some(1970));
        }
    }

    #[test]
    fn takes_the_numbers_for_tests_with_uncertain_dates() {
        for raw in [
            "19150072-2390",
            "19160080-2399",
            "19200491-2388",
            "19300290-2397",
        ] {
            let checked = check_text(&Samordningsnummer, raw).expect(raw);
            assert_eq!(checked.facts.research_day, None);
        }
    }

    #[test]
    fn rejects_days_and_months_that_no_coordination_number_has() {
        for nine in [
            "701003239", // day as it is: a personnummer
            "701092239", // day 32
            "701360239", // month 13
            "701059239", // day 59
        ] {
            let ten = with_check_digit(nine);
            assert!(check_text(&Samordningsnummer, &ten).is_none(), "{ten}");
        }
    }

    #[test]
    fn rejects_a_wrong_check_digit() {
        assert!(check_text(&Samordningsnummer, "701063-2390").is_none());
    }

    proptest! {
        #[test]
        fn no_number_is_both_kinds(ten in "[0-9]{10}") {
            let both = check_text(&Samordningsnummer, &ten).is_some()
                && check_text(&Personnummer, &ten).is_some();
            prop_assert!(!both);
        }
    }
}
