//! The CPR number: date of birth, century by the seventh digit, modulus 11 for most.
//!
//! Source: CPR-kontoret, "Personnummeret i CPR-systemet" and "Personnumre uden kontrolciffer". Since 1 October 2007 numbers
//! are given out that fail modulus 11, and they are as valid as the others: failing lowers confidence and never rejects.

use sporhund_detector::arithmetic::is_date;
use sporhund_detector::{Candidate, CheckContext, Checked, Leads, Separator, Validator};
use sporhund_model::{Facts, IdentityKind, Note};

/// Replacement numbers (erstatningspersonnumre) have this added to the day.
const DAY_SHIFT: u8 = 60;

/// Past this age nobody in Denmark is alive.
const OLDEST_AGE: u16 = 110;

/// Weights of modulus 11.
const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// `dk-cpr`: ten digits with a date of birth that is not in the future.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cpr;

/// A number taken apart.
#[derive(Clone, Copy, Debug)]
struct Number {
    digits: [u8; 10],
    year: u16,
    month: u8,
    /// Day of birth, without the shift of replacement numbers.
    day: u8,
    is_replacement: bool,
}

impl Validator for Cpr {
    fn name(&self) -> &'static str {
        "dk-cpr"
    }

    fn looks_around(&self) -> bool {
        false
    }

    fn leads(&self) -> Leads {
        Leads::DAY_MONTH
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        // No plus sign is ever written in a CPR number.
        if candidate.separator == Separator::Plus {
            return None;
        }
        let number = Number::find(candidate.digits)?;
        let is_future = number.date() > (context.year, context.month, context.day);
        (!is_future).then(|| number.into_checked(candidate.separator, *context))
    }
}

impl Number {
    fn find(digits: &[u8]) -> Option<Self> {
        let ascii: &[u8; 10] = digits.try_into().ok()?;
        // Most candidates end here: a month that is none.
        if !matches!(ascii[2..4], [b'0', _] | [b'1', b'0'..=b'2']) {
            return None;
        }
        let mut digits = [0; 10];
        for (digit, byte) in digits.iter_mut().zip(ascii) {
            *digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        }
        let [d1, d2, m1, m2, y1, y2, seventh, ..] = digits;
        let written_day = d1 * 10 + d2;
        let day = written_day.checked_sub(DAY_SHIFT).unwrap_or(written_day);
        let number = Number {
            digits,
            year: year_of_birth(y1 * 10 + y2, seventh),
            month: m1 * 10 + m2,
            day,
            is_replacement: written_day > DAY_SHIFT,
        };
        is_date(number.year, number.month, day).then_some(number)
    }

    fn date(&self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    fn passes_modulus_11(&self) -> bool {
        let products = self.digits.iter().zip(WEIGHTS);
        let sum: u32 = products
            .map(|(digit, weight)| u32::from(*digit) * weight)
            .sum();
        sum.is_multiple_of(11)
    }

    /// What modulus 11 adds. Numbers without it were given to people registered with 1 January as their birthday, from 1960 on.
    fn modulus_weight(&self) -> (i16, Note) {
        if self.passes_modulus_11() {
            return (150, Note::new("reason-modulus-11-passed"));
        }
        let is_known_exception = self.month == 1 && self.day == 1 && self.year >= 1960;
        let weight = if is_known_exception { -100 } else { -330 };
        (weight, Note::new("reason-modulus-11-failed"))
    }

    fn into_checked(self, separator: Separator, today: CheckContext) -> Checked {
        let (modulus, reason) = self.modulus_weight();
        let (mut form, form_reason) = form_weight(separator);
        let mut reasons = vec![reason, Note::new(form_reason)];
        if separator == Separator::None && self.looks_like_time() {
            form -= 200;
            reasons.push(Note::new("reason-looks-like-time"));
        }
        let (_, month, day) = self.date();
        let facts = Facts {
            birth_year: Some(self.year),
            // Days 5, 15 and 25 are kept for research in Sweden only.
            research_day: None,
            probably_deceased: (self.year + OLDEST_AGE, month, day)
                < (today.year, today.month, today.day),
            coordination: false,
            interim: self.is_replacement,
        };
        if facts.probably_deceased {
            reasons.push(Note::new("reason-probably-deceased"));
        }
        if facts.interim {
            reasons.push(Note::new("reason-replacement-number"));
        }
        let masked = format!("{}****-****", self.year);
        Checked {
            facts,
            weight: modulus + form,
            reasons,
            ..Checked::new(IdentityKind::DkPerson, self.normal(), masked)
        }
    }

    /// `2004061600`: a day of this century or the last, and an hour.
    fn looks_like_time(&self) -> bool {
        let pair = |at: usize| self.digits[at] * 10 + self.digits[at + 1];
        matches!(pair(0), 19 | 20)
            && (1..=12).contains(&pair(4))
            && (1..=31).contains(&pair(6))
            && pair(8) < 24
    }

    /// `YYYYMMDD-NNNN`, the day as written, so that a replacement number stays another identity than the real one.
    fn normal(&self) -> String {
        let [d1, d2, m1, m2, _, _, serial @ ..] = self.digits;
        let mut normal = format!("{}{m1}{m2}{d1}{d2}-", self.year);
        normal.extend(serial.iter().map(|digit| char::from(b'0' + digit)));
        normal
    }
}

fn form_weight(separator: Separator) -> (i16, &'static str) {
    match separator {
        Separator::Hyphen | Separator::Plus => (100, "reason-standard-form"),
        Separator::None => (-330, "reason-bare-digits"),
        Separator::Other => (-150, "reason-unusual-separator"),
    }
}

/// The table of CPR-kontoret over the digits in positions 5, 6 and 7.
fn year_of_birth(short: u8, seventh: u8) -> u16 {
    let century = match (seventh, short) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (_, 0..=57) => 2000,
        (_, 58..) => 1800,
    };
    century + u16::from(short)
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

    fn check_text(raw: &str) -> Option<Checked> {
        let digits: Vec<u8> = raw.bytes().filter(u8::is_ascii_digit).collect();
        let separator = match raw.as_bytes().get(6) {
            Some(b'-') => Separator::Hyphen,
            Some(b'+') => Separator::Plus,
            Some(b' ') => Separator::Other,
            _ => Separator::None,
        };
        let candidate = Candidate {
            raw,
            digits: &digits,
            separator,
            ..Candidate::default()
        };
        Cpr.check(&candidate, &TODAY)
    }

    fn has(checked: &Checked, code: &str) -> bool {
        checked.reasons.iter().any(|note| note.code == code)
    }

    #[test]
    fn takes_the_examples_of_cpr_kontoret() {
        for (raw, normal) in [
            ("070761-4285", "19610707-4285"),
            ("0707614285", "19610707-4285"),
            ("070761 4285", "19610707-4285"),
            ("010111-1113", "19110101-1113"),
        ] {
            let checked = check_text(raw).expect(raw);
            assert_eq!(checked.normal, normal);
            assert_eq!(checked.masked, format!("{}****-****", &normal[..4]));
            assert!(has(&checked, "reason-modulus-11-passed"), "{raw}");
        }
    }

    #[test]
    fn resolves_the_century_by_the_seventh_digit() {
        for (short, seventh, year) in [
            (0, 0, 1900),
            (99, 3, 1999),
            (36, 4, 2036),
            (37, 4, 1937),
            (99, 4, 1999),
            (0, 5, 2000),
            (57, 8, 2057),
            (58, 5, 1858),
            (99, 8, 1899),
            (36, 9, 2036),
            (37, 9, 1937),
        ] {
            assert_eq!(year_of_birth(short, seventh), year, "{short} {seventh}");
        }
    }

    #[test]
    fn lowers_but_never_rejects_what_fails_modulus_11() {
        let passing = check_text("070761-4285").expect("passes");
        let failing = check_text("070761-4286").expect("fails");
        assert!(passing.weight > 0);
        assert!(failing.weight < 0);
        assert!(has(&failing, "reason-modulus-11-failed"));
        let new_year = check_text("010165-4286").expect("1 January");
        assert!(has(&new_year, "reason-modulus-11-failed"));
        assert!(new_year.weight > failing.weight);
    }

    #[test]
    fn marks_replacement_numbers_as_interim() {
        let replacement = check_text("670761-4285").expect("day 7 plus 60");
        assert!(replacement.facts.interim);
        assert_eq!(replacement.facts.birth_year, Some(1961));
        assert_eq!(replacement.normal, "19610767-4285");
        assert!(!check_text("070761-4285").expect("day 7").facts.interim);
    }

    #[test]
    fn marks_those_born_more_than_110_years_ago_as_probably_deceased() {
        assert!(
            check_text("010111-1113")
                .expect("1911")
                .facts
                .probably_deceased
        );
        assert!(
            !check_text("070761-4285")
                .expect("1961")
                .facts
                .probably_deceased
        );
    }

    #[test]
    fn rejects_look_alikes() {
        for raw in [
            "310261-4285",   // no such day
            "600761-4285",   // day 60
            "920761-4285",   // day 32 plus 60
            "071361-4285",   // month 13
            "251126-4285",   // tomorrow, 2026
            "010157-5005",   // 2057
            "070761+4285",   // plus sign
            "0707614285 1",  // eleven digits
            "19610707-4285", // century
            "12345678",      // CVR number
            "",
        ] {
            assert!(check_text(raw).is_none(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn modulus_11_notices_any_changed_digit(
            day in 1u8..29, month in 1u8..13, year in 40u8..100, serial in 0u16..400, at in 0usize..10, add in 1u8..10,
        ) {
            let nine = format!("{day:02}{month:02}{year:02}{serial:03}");
            let ten = (0..10).map(|last| format!("{nine}{last}"))
                .find(|ten| Number::find(ten.as_bytes()).is_some_and(|number| number.passes_modulus_11()));
            let Some(mut ten) = ten else { return Ok(()) };
            let digit = (ten.as_bytes()[at] - b'0' + add) % 10;
            ten.replace_range(at..=at, &digit.to_string());
            let passes = Number::find(ten.as_bytes()).is_some_and(|number| number.passes_modulus_11());
            prop_assert!(!passes);
        }

        #[test]
        fn never_panics(raw in ".{0,20}", digits in proptest::collection::vec(any::<u8>(), 0..14)) {
            let candidate = Candidate { raw: &raw, digits: &digits, separator: Separator::Other, ..Candidate::default() };
            let _ = Cpr.check(&candidate, &TODAY);
        }
    }
}
