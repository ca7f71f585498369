//! Dates of birth: a day of the calendar that a living person may be born on. Only a label tells it from other dates.
//!
//! Ways of writing: ISO 8601 (`1981-12-18`, `19811218`), `18.12.1981`, `18/12 1981`, `811218`, and with the month's name.

use sporhund_detector::arithmetic::{is_date, number, pair};
use sporhund_detector::{Candidate, CheckContext, Checked, Validator};
use sporhund_model::{Facts, IdentityKind};

/// The first letters of the months in Swedish, Danish, Norwegian and English.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de",
];

/// `birth-date`: groups of digits, or a day with the month's name and the year behind it.
#[derive(Clone, Copy, Debug, Default)]
pub struct BirthDate;

impl Validator for BirthDate {
    fn name(&self) -> &'static str {
        "birth-date"
    }

    fn passes_by_chance(&self) -> bool {
        true
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        if is_limit(candidate.before) {
            return None;
        }
        let ((year, month, day), behind) = match digits.len() {
            1 | 2 => named(digits, candidate.after)?,
            6 => (short(digits, *context)?, 0),
            7 | 8 => (long(candidate)?, 0),
            _ => return None,
        };
        let is_real = is_date(year, month, day)
            && !context.is_future(year, month, day)
            && year + 110 >= context.year;
        is_real.then(|| {
            let mut checked =
                Checked::new(IdentityKind::None, String::new(), format!("{year}-**-**"))
                    .because("reason-date-of-birth", 0)
                    .widened(0, behind);
            checked.facts = Facts {
                birth_year: Some(year),
                ..Facts::default()
            };
            checked
        })
    }
}

/// Words right before a day that make it a limit of age, in laws and rules: `född före den 1 januari 1960`.
const LIMITS: [&str; 13] = [
    "före", "efter", "senast", "tidigast", "innan", "mellan", "før", "senest", "inden", "tidligst",
    "mellem", "before", "after",
];

/// Whether a word for a limit stands right before, with `den` or `d.` between or not.
fn is_limit(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let word = match last {
        "den" | "d." | "the" => words.next().unwrap_or_default(),
        other => other,
    };
    LIMITS.contains(&word)
}

type Day = (u16, u8, u8);

/// `811218`, or `181281` where that is none.
fn short(digits: &[u8], today: CheckContext) -> Option<Day> {
    let (first, month, last) = (pair(digits, 0)?, pair(digits, 2)?, pair(digits, 4)?);
    let day = |short: u8, day: u8| {
        let year = today.latest_year(u16::from(short), month, day);
        is_date(year, month, day).then_some((year, month, day))
    };
    day(first, last).or_else(|| day(last, first))
}

/// `19811218`, or `18121981`, with any separators; a day or month of one digit is not padded.
fn long(candidate: &Candidate<'_>) -> Option<Day> {
    let mut groups = candidate
        .raw
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(|group| number(group.as_bytes()).map(|value| (group.len(), value)));
    let parts = match (groups.next(), groups.next(), groups.next()) {
        (Some(Some((4, year))), Some(Some((_, month))), Some(Some((_, day))))
        | (Some(Some((_, day))), Some(Some((_, month))), Some(Some((4, year)))) => {
            (year, month, day)
        }
        _ if candidate.digits.len() == 8 => return solid(candidate.digits),
        _ => return None,
    };
    Some((
        u16::try_from(parts.0).ok()?,
        u8::try_from(parts.1).ok()?,
        u8::try_from(parts.2).ok()?,
    ))
}

fn solid(digits: &[u8]) -> Option<Day> {
    let year =
        |at: usize| Some(u16::from(pair(digits, at)?) * 100 + u16::from(pair(digits, at + 2)?));
    let first = (year(0)?, pair(digits, 4)?, pair(digits, 6)?);
    if is_date(first.0, first.1, first.2) && first.0 >= 1850 {
        return Some(first);
    }
    Some((year(4)?, pair(digits, 2)?, pair(digits, 0)?))
}

/// `18 december 1981`, `18. dec. 1981`, and the bytes behind the day.
fn named(digits: &[u8], after: &str) -> Option<(Day, usize)> {
    let word = after.trim_start_matches(['.', ' ', '\u{a0}', ':', 'e', 'a']);
    let lead = after.len() - word.len();
    let letters: usize = word
        .chars()
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    let name = word.get(..letters)?.to_lowercase();
    let name = if lead > 0 && after.get(..lead)?.ends_with('a') {
        format!("a{name}")
    } else {
        name
    };
    let month = month_of(&name)?;
    let rest = word.get(letters..)?;
    let year_text = rest.trim_start_matches(['.', ' ', '\u{a0}', ',']);
    let year = number(year_text.get(..4)?.as_bytes())?;
    let is_longer = year_text
        .as_bytes()
        .get(4)
        .is_some_and(u8::is_ascii_alphanumeric);
    let end = after.len() - year_text.len() + 4;
    let day = u8::try_from(number(digits)?).ok()?;
    (!is_longer).then_some(((u16::try_from(year).ok()?, month, day), end))
}

fn month_of(name: &str) -> Option<u8> {
    if !(3..=9).contains(&name.chars().count()) {
        return None;
    }
    let month = match name.get(..3)? {
        "maj" | "may" | "mai" => 5,
        "okt" | "oct" => 10,
        "dec" | "des" => 12,
        _ => {
            let at = MONTHS
                .iter()
                .position(|month| month.len() == 3 && name.starts_with(month))?;
            u8::try_from(at + 1).ok()?
        }
    };
    Some(month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iban::tests::TODAY;
    use proptest::prelude::*;

    fn mask_of(text: &str) -> Option<String> {
        let is_named = text.chars().any(char::is_alphabetic);
        let first = text.bytes().take_while(u8::is_ascii_digit).count();
        let raw = if is_named { text.get(..first)? } else { text };
        let digits: Vec<u8> = raw.bytes().filter(u8::is_ascii_digit).collect();
        let candidate = Candidate {
            raw,
            digits: &digits,
            after: text.get(raw.len()..)?,
            ..Candidate::default()
        };
        BirthDate
            .check(&candidate, &TODAY)
            .map(|checked| checked.masked)
    }

    #[test]
    fn takes_days_as_people_write_them() {
        for text in [
            "1981-12-18",
            "19811218",
            "18.12.1981",
            "18/12 1981",
            "18-12-1981",
            "18121981",
            "811218",
            "181281",
            "18 december 1981",
            "18. dec. 1981",
            "18. december 1981,",
        ] {
            assert_eq!(mask_of(text).as_deref(), Some("1981-**-**"), "{text}");
        }
        assert_eq!(mask_of("1 april 1990").as_deref(), Some("1990-**-**"));
        assert_eq!(mask_of("3 augusti 1990").as_deref(), Some("1990-**-**"));
        assert_eq!(
            mask_of("5.3.1990").as_deref(),
            None,
            "six digits are read as a short day"
        );
    }

    #[test]
    fn leaves_limits_of_age() {
        for (before, is_one) in [
            ("född före den ", true),
            ("født efter ", true),
            ("född den ", false),
            ("född ", false),
        ] {
            assert_eq!(is_limit(before), is_one, "{before}");
        }
    }

    #[test]
    fn rejects_days_that_are_none() {
        for text in [
            "1981-13-18",
            "2081-12-18",
            "1815-12-18",
            "991399",
            "18 xyz 1981",
            "12",
            "31 februari 1981",
        ] {
            assert_eq!(mask_of(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(raw in ".{0,14}", after in ".{0,20}", digits in proptest::collection::vec(any::<u8>(), 0..10)) {
            let candidate = Candidate { raw: &raw, digits: &digits, after: &after, ..Candidate::default() };
            let _ = BirthDate.check(&candidate, &TODAY);
        }
    }
}
