//! The personal identity number: date of birth, birth number, check digit.

use crate::interim;
use crate::number::Number;
use sporhund_detector::arithmetic::is_date;
use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Leads, Validator};

/// `se-personnummer`: 10 or 12 digits with a date of birth that is not in the future, and a check digit that holds.
///
/// A birthday alone is taken when an interim number goes on behind it (`000101-T220`).
///
/// Without century the latest one is taken that is not in the future, and the one before it when a plus sign says so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Personnummer;

impl Validator for Personnummer {
    fn name(&self) -> &'static str {
        "se-personnummer"
    }

    fn looks_around(&self) -> bool {
        false
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        interim::may_be(glance.after)
    }

    fn leads(&self) -> Leads {
        Leads::YEAR_MONTH_DAY
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        if matches!(candidate.digits.len(), 6 | 8) {
            return interim::check(candidate, *context);
        }
        let number = Number::find(candidate, *context, 0)?;
        let (year, month, day) = (number.year, number.month, number.day);
        is_date(year, month, day).then(|| number.into_checked(Some((month, day)), *context))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::{check_text, with_check_digit};
    use proptest::prelude::*;

    #[test]
    fn takes_the_ways_of_writing_as_one_identity() {
        for raw in [
            "198112189876",
            "19811218-9876",
            "811218-9876",
            "8112189876",
            "811218 9876",
            "19811218 9876",
        ] {
            let checked = check_text(&Personnummer, raw).expect(raw);
            assert_eq!(checked.normal, "198112189876", "{raw}");
            assert_eq!(checked.masked, "1981****-****", "{raw}");
            assert_eq!(checked.facts.birth_year, Some(1981), "{raw}");
        }
    }

    #[test]
    fn takes_the_example_of_skv_704() {
        let checked = check_text(&Personnummer, "640823-3234").expect("SKV 704");
        assert_eq!(checked.normal, "196408233234");
        assert!(!checked.facts.coordination);
    }

    #[test]
    fn resolves_the_century_by_the_plus_sign_and_by_today() {
        for (raw, normal) in [
            ("121212-1212", "201212121212"),
            ("121212+1212", "191212121212"),
            ("19121212+1212", "191212121212"),
            ("191212121212", "191212121212"),
        ] {
            assert_eq!(check_text(&Personnummer, raw).expect(raw).normal, normal);
        }
        // Tomorrow of this century has not come, so it is the century before.
        let tomorrow = with_check_digit("261125239");
        let checked = check_text(&Personnummer, &tomorrow).expect("1926");
        assert_eq!(checked.facts.birth_year, Some(1926));
        let today = with_check_digit("261124239");
        let checked = check_text(&Personnummer, &today).expect("2026");
        assert_eq!(checked.facts.birth_year, Some(2026));
    }

    #[test]
    fn marks_those_born_more_than_110_years_ago_as_probably_deceased() {
        let deceased = |raw| {
            check_text(&Personnummer, raw)
                .expect(raw)
                .facts
                .probably_deceased
        };
        assert!(deceased("191212121212"));
        assert!(!deceased("198112189876"));
        let birthday_is_today = format!("19{}", with_check_digit("161124239"));
        let birthday_was_yesterday = format!("19{}", with_check_digit("161123239"));
        assert!(!deceased(&birthday_is_today));
        assert!(deceased(&birthday_was_yesterday));
    }

    #[test]
    fn says_whether_the_day_is_one_of_those_kept_for_research() {
        let day = |nine| {
            check_text(&Personnummer, &with_check_digit(nine))
                .expect(nine)
                .facts
        };
        assert_eq!(day("810105239").research_day, Some(true));
        assert_eq!(day("810115239").research_day, Some(true));
        assert_eq!(day("810125239").research_day, Some(true));
        assert_eq!(day("810106239").research_day, Some(false));
    }

    #[test]
    fn trusts_the_standard_form_more_than_bare_digits() {
        let weight = |raw| check_text(&Personnummer, raw).expect(raw).weight;
        assert!(weight("811218-9876") > weight("811218 9876"));
        assert!(weight("811218 9876") > weight("8112189876"));
        assert!(weight("198112189876") > weight("8112189876"));
    }

    #[test]
    fn agrees_with_the_shared_list_of_the_personnummer_project() {
        // github.com/personnummer/meta, testdata/structured.json, in the long forms; the short ones follow from them.
        for (list, is_valid) in [
            (
                [
                    "190905271474",
                    "198211059954",
                    "199012119948",
                    "187912219990",
                    "200012099891",
                ],
                true,
            ),
            (
                [
                    "201509160006",
                    "198707049996",
                    "201211209941",
                    "193901829913",
                    "201210759984",
                ],
                false,
            ),
        ] {
            for long in list {
                let hyphen = format!("{}-{}", &long[..8], &long[8..]);
                let short = format!("{}-{}", &long[2..8], &long[8..]);
                for raw in [long, hyphen.as_str(), short.as_str()] {
                    assert_eq!(check_text(&Personnummer, raw).is_some(), is_valid, "{raw}");
                }
            }
        }
        for coordination in ["19570574-9959", "730674-9982"] {
            assert!(check_text(&Personnummer, coordination).is_none());
            assert!(check_text(&crate::Samordningsnummer, coordination).is_some());
        }
    }

    #[test]
    fn rejects_look_alikes() {
        for raw in [
            "811218-9875",   // check digit
            "202100-5489",   // organisation number of Skatteverket's register: month 21
            "556016-0680",   // organisation number
            "701063-2391",   // coordination number
            "810230-2399",   // no such day
            "800000-0000",   // no date
            "811218-0006",   // birth number 000
            "20811218-9876", // in the future
            "17811218-9876", // before there were numbers
            "811218987",     // nine digits
            "1198112189876", // thirteen digits
            "",
        ] {
            assert!(check_text(&Personnummer, raw).is_none(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(
            year in 0u16..100, month in 1u8..13, day in 1u8..29, serial in 1u16..1000,
            at in 0usize..10, add in 1u8..10,
        ) {
            let mut ten = with_check_digit(&format!("{year:02}{month:02}{day:02}{serial:03}"));
            prop_assert!(check_text(&Personnummer, &ten).is_some());
            let digit = (ten.as_bytes()[at] - b'0' + add) % 10;
            ten.replace_range(at..=at, &digit.to_string());
            prop_assert!(check_text(&Personnummer, &ten).is_none());
        }

        #[test]
        fn never_panics(raw in ".{0,20}", digits in proptest::collection::vec(any::<u8>(), 0..16)) {
            let candidate = Candidate { raw: &raw, digits: &digits, separator: sporhund_detector::Separator::Plus, ..Candidate::default() };
            for year in [0, 99, 2026, u16::MAX - 200] {
                let _ = Personnummer.check(&candidate, &CheckContext { year, month: 1, day: 1 });
            }
        }
    }
}
