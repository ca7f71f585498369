//! What both numbers share: the fields, the century, the check digit, and the way an accepted number is told on.
//!
//! Sources: Skatteverket, SKV 704 (personnummer) and SKV 707 (samordningsnummer); folkbokföringslagen (1991:481) 18 §, 18 a §.

use sporhund_detector::arithmetic::{pair, passes_luhn};
use sporhund_detector::{Candidate, CheckContext, Checked, Separator};
use sporhund_model::{Facts, IdentityKind, Note};

/// Numbers were introduced in 1947; nobody who got one was born before this year.
const FIRST_BIRTH_YEAR: u16 = 1840;

/// Past this age nobody in Sweden has been.
const OLDEST_AGE: u16 = 110;

/// A number taken apart, with its check digit already tested.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    digits: [u8; 12],
    /// Year of birth with its century.
    pub(crate) year: u16,
    /// Month as written.
    pub(crate) month: u8,
    /// Day as written, so 61 to 91 in a coordination number.
    pub(crate) day: u8,
    /// How it was written.
    form: Form,
}

/// How a number was written; the rarer among other numbers, the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A hyphen or plus before the last four.
    Standard,
    /// Twelve digits without anything between.
    Long,
    /// Ten digits without anything between, as many other numbers have.
    Bare,
    /// A space, slash, line break or cell edge before the last four.
    Unusual,
    /// A dot, as in a decimal fraction.
    Fraction,
}

impl Number {
    /// Takes a candidate apart. `day_shift` is what is added to the day of birth (60 for coordination numbers).
    pub(crate) fn find(
        candidate: &Candidate<'_>,
        today: CheckContext,
        day_shift: u8,
    ) -> Option<Self> {
        let (century, ten) = match candidate.digits.len() {
            10 => (None, candidate.digits),
            12 => {
                let (century, ten) = candidate.digits.split_at(2);
                (Some(pair(century, 0)?), ten)
            }
            _ => return None,
        };
        let (month, day) = (pair(ten, 2)?, pair(ten, 4)?);
        // Most candidates end here: a month that is none, or a day.
        if month > 12 || !(1..=31).contains(&day.saturating_sub(day_shift)) && day != day_shift {
            return None;
        }
        // SKV 704: the birth number runs from 001 to 999.
        if !passes_luhn(ten) || ten.get(6..9)? == b"000" {
            return None;
        }
        let short = u16::from(pair(ten, 0)?);
        let birthday = (month, day.saturating_sub(day_shift));
        let year = match century {
            Some(century) => u16::from(century) * 100 + short,
            None => year_without_century(short, birthday, candidate.separator, today)?,
        };
        let in_range = year >= FIRST_BIRTH_YEAR && !is_future(year, birthday, today);
        in_range.then_some(())?;
        Some(Number {
            digits: twelve(year, ten)?,
            year,
            month,
            day,
            form: form_of(candidate),
        })
    }

    /// The accepted number, with `birthday` as month and day where both are known.
    pub(crate) fn into_checked(self, birthday: Option<(u8, u8)>, today: CheckContext) -> Checked {
        let facts = Facts {
            birth_year: Some(self.year),
            research_day: birthday.map(|(_, day)| matches!(day, 5 | 15 | 25)),
            probably_deceased: is_past_oldest_age(self.year, birthday, today),
            ..Facts::default()
        };
        let (weight, form) = self.form.weight();
        let mut reasons = vec![Note::new("reason-luhn-passed"), Note::new(form)];
        if facts.probably_deceased {
            reasons.push(Note::new("reason-probably-deceased"));
        }
        let normal = self.digits.iter().map(|digit| char::from(*digit)).collect();
        let masked = format!("{}****-****", self.year);
        Checked {
            facts,
            weight,
            reasons,
            ..Checked::new(IdentityKind::SePerson, normal, masked)
        }
    }
}

impl Form {
    fn weight(self) -> (i16, &'static str) {
        match self {
            Form::Standard => (100, "reason-standard-form"),
            Form::Long => (50, "reason-standard-form"),
            Form::Bare => (-330, "reason-bare-digits"),
            Form::Unusual => (-150, "reason-unusual-separator"),
            Form::Fraction => (-330, "reason-looks-like-fraction"),
        }
    }
}

fn form_of(candidate: &Candidate<'_>) -> Form {
    match (candidate.digits.len(), candidate.separator) {
        (_, Separator::Hyphen | Separator::Plus) => Form::Standard,
        (12, Separator::None) => Form::Long,
        (_, Separator::None) => Form::Bare,
        (_, Separator::Other) if candidate.raw.contains('.') => Form::Fraction,
        (_, Separator::Other) => Form::Unusual,
    }
}

/// The ten digits with the century in front.
fn twelve(year: u16, ten: &[u8]) -> Option<[u8; 12]> {
    let century = u8::try_from(year / 100).ok()?;
    let mut digits = [0; 12];
    digits[0] = b'0' + century / 10;
    digits[1] = b'0' + century % 10;
    digits[2..].copy_from_slice(ten.get(..10)?);
    Some(digits)
}

/// The latest year that is not in the future; a plus sign says that the person has turned, or turns, 100 that year.
fn year_without_century(
    short: u16,
    birthday: (u8, u8),
    separator: Separator,
    today: CheckContext,
) -> Option<u16> {
    let mut year = today.year - today.year % 100 + short;
    if is_future(year, birthday, today) {
        year = year.checked_sub(100)?;
    }
    if separator == Separator::Plus {
        year = year.checked_sub(100)?;
    }
    Some(year)
}

fn is_future(year: u16, (month, day): (u8, u8), today: CheckContext) -> bool {
    (year, month, day) > (today.year, today.month, today.day)
}

/// Whether the 110th birthday is over; an unknown birthday is taken as the last of its year.
fn is_past_oldest_age(year: u16, birthday: Option<(u8, u8)>, today: CheckContext) -> bool {
    let (month, day) = birthday.unwrap_or((12, 31));
    (year + OLDEST_AGE, month, day) < (today.year, today.month, today.day)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) const TODAY: CheckContext = CheckContext {
        year: 2026,
        month: 11,
        day: 24,
    };

    /// Digits and separator as the digit walker would give them.
    pub(crate) fn check_text(
        validator: &dyn sporhund_detector::Validator,
        raw: &str,
    ) -> Option<Checked> {
        let digits: Vec<u8> = raw.bytes().filter(u8::is_ascii_digit).collect();
        let separator = match raw
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .chars()
            .next()
        {
            None => Separator::None,
            Some('-') => Separator::Hyphen,
            Some('+') => Separator::Plus,
            Some(_) => Separator::Other,
        };
        let candidate = Candidate {
            raw,
            digits: &digits,
            separator,
            ..Candidate::default()
        };
        validator.check(&candidate, &TODAY)
    }

    /// The ten digits with the right check digit at the end.
    pub(crate) fn with_check_digit(nine: &str) -> String {
        (0..10)
            .map(|digit| format!("{nine}{digit}"))
            .find(|ten| passes_luhn(ten.as_bytes()))
            .expect("one of ten digits fits")
    }
}
