//! The national identity number and the D-number: date of birth, individual number, two check digits.
//!
//! Source: Skatteetaten, "Fødselsnummer" and "D-nummer"; folkeregisterforskriften (FOR-2017-07-14-1201) §§ 2-2-1 and 2-2-2.
//! Both are one identity kind; a D-number keeps its day plus 40, since its holder gets another number when registered.

use sporhund_detector::arithmetic::{is_date, number, pair, passes_mod11};
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::{Facts, IdentityKind};

/// What is added to the first digit's value of the day in a D-number.
const D_SHIFT: u8 = 40;
/// Past this age nobody is alive.
const OLDEST_AGE: u16 = 110;

const FIRST_WEIGHTS: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_WEIGHTS: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// `no-fodselsnummer`: eleven digits of a person who is registered as living in Norway.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fodselsnummer;

/// `no-dnummer`: the same with 40 added to the day, for persons who are not.
#[derive(Clone, Copy, Debug, Default)]
pub struct DNummer;

impl Validator for Fodselsnummer {
    fn name(&self) -> &'static str {
        "no-fodselsnummer"
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        check(candidate, *context, 0)
    }
}

impl Validator for DNummer {
    fn name(&self) -> &'static str {
        "no-dnummer"
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let mut checked = check(candidate, *context, D_SHIFT)?;
        checked.facts.coordination = true;
        Some(checked)
    }
}

fn check(candidate: &Candidate<'_>, today: CheckContext, shift: u8) -> Option<Checked> {
    let digits = candidate.digits;
    if digits.len() != 11 || candidate.separator == Separator::Plus {
        return None;
    }
    let day = pair(digits, 0)?.checked_sub(shift)?;
    let (month, short) = (pair(digits, 2)?, u16::from(pair(digits, 4)?));
    let year = year_of_birth(short, number(digits.get(6..9)?)?)?;
    let is_real = is_date(year, month, day)
        && passes_mod11(digits.get(..10)?, &FIRST_WEIGHTS)
        && passes_mod11(digits, &SECOND_WEIGHTS);
    (is_real && !today.is_future(year, month, day)).then(|| {
        let normal = String::from_utf8_lossy(digits).into_owned();
        let mut checked = Checked::new(IdentityKind::NoPerson, normal, format!("{year}****-*****"));
        checked.facts = Facts {
            birth_year: Some(year),
            probably_deceased: (year + OLDEST_AGE, month, day)
                < (today.year, today.month, today.day),
            ..Facts::default()
        };
        let checked = checked.because("reason-modulus-11-passed", 0);
        match candidate.separator {
            Separator::None => checked.because("reason-bare-digits", -200),
            Separator::Other => checked.because("reason-unusual-separator", -100),
            _ => checked.because("reason-standard-form", 100),
        }
    })
}

/// The table of individual numbers by year of birth.
fn year_of_birth(short: u16, individual: u64) -> Option<u16> {
    match (individual, short) {
        (0..=499, _) | (900..=999, 40..) => Some(1900 + short),
        (500..=749, 54..) => Some(1800 + short),
        (500..=999, 0..=39) => Some(2000 + short),
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

    fn check_text(validator: &dyn Validator, digits: &str) -> Option<Checked> {
        let candidate = Candidate {
            raw: digits,
            digits: digits.as_bytes(),
            ..Candidate::default()
        };
        validator.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_numbers_of_the_directorate() {
        // Folkeregisteret's documentation: 17054026641 is used as an example of the calculation.
        let checked = check_text(&Fodselsnummer, "17054026641").expect("example");
        assert_eq!(checked.facts.birth_year, Some(1940));
        assert_eq!(checked.masked, "1940****-*****");
        for wrong in [
            "17054026642",
            "17054026651",
            "17134026641",
            "1705402664",
            "",
        ] {
            assert!(check_text(&Fodselsnummer, wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn tells_d_numbers_by_the_day() {
        let d_number = with_checks("570540266")
            .or_else(|| with_checks("570540267"))
            .expect("one fits");
        assert!(check_text(&Fodselsnummer, &d_number).is_none());
        let checked = check_text(&DNummer, &d_number).expect("D-number");
        assert!(checked.facts.coordination);
        assert!(check_text(&DNummer, "17054026641").is_none());
    }

    #[test]
    fn finds_the_year_in_the_table_of_individual_numbers() {
        for (short, individual, year) in [
            (40, 266, Some(1940)),
            (54, 500, Some(1854)),
            (39, 500, Some(2039)),
            (53, 600, None),
            (40, 900, Some(1940)),
            (40, 899, None),
        ] {
            assert_eq!(year_of_birth(short, individual), year);
        }
    }

    /// The nine digits with both check digits, where they exist.
    fn with_checks(nine: &str) -> Option<String> {
        let ten = (0..10)
            .map(|digit| format!("{nine}{digit}"))
            .find(|ten| passes_mod11(ten.as_bytes(), &FIRST_WEIGHTS))?;
        (0..10)
            .map(|digit| format!("{ten}{digit}"))
            .find(|all| passes_mod11(all.as_bytes(), &SECOND_WEIGHTS))
    }

    proptest! {
        #[test]
        fn any_changed_digit_is_rejected(day in 1u8..29, month in 1u8..13, serial in 0u16..500, at in 0usize..11, add in 1u8..10) {
            let Some(mut all) = with_checks(&format!("{day:02}{month:02}50{serial:03}")) else { return Ok(()) };
            prop_assert!(check_text(&Fodselsnummer, &all).is_some());
            let digit = (all.as_bytes()[at] - b'0' + add) % 10;
            all.replace_range(at..=at, &digit.to_string());
            prop_assert!(check_text(&Fodselsnummer, &all).is_none());
        }

        #[test]
        fn never_panics(digits in proptest::collection::vec(any::<u8>(), 0..14)) {
            let candidate = Candidate { digits: &digits, ..Candidate::default() };
            let _ = Fodselsnummer.check(&candidate, &TODAY);
            let _ = DNummer.check(&candidate, &TODAY);
        }
    }
}
