//! Identity numbers that cannot belong to a living person.
//!
//! - Swedish numbers have the birth numbers 980–999, which Skatteverket keeps for its published test numbers
//!   (testpersonnummer and testsamordningsnummer) and gives to nobody; Luhn digit as in SKV 704. Some are of people born
//!   1892–1899 besides.
//! - Danish numbers are either of people born 1858–1899 (7th digit 5–8, years 58–99; CPR-kontoret, "Personnummeret i CPR"),
//!   or have 60 added to the day, as replacement and test numbers have and real CPR numbers never do. Modulus 11 holds.
//!
//! A Swedish number never reads as a Danish one with a valid modulus 11, nor the other way round, so that the ground truth
//! has one rule for each.

use crate::random::Random;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `451224-9981` (with `+` for those over a hundred), `610158-5000`.
    Hyphen,
    /// `4512249981`.
    Bare,
    /// `194512249981`; a Danish number bare.
    Long,
    /// `19451224-9981`.
    LongHyphen,
    /// With a no-break space.
    NoBreakSpace,
    /// With an en dash.
    EnDash,
    /// With a space.
    Space,
    /// With a non-breaking hyphen.
    NoBreakHyphen,
    /// In full-width digits.
    FullWidth,
    /// As a number cell keeps it: bare, without its leading zeros.
    LostZero,
}

/// An identity number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The rule that finds it.
    pub rule: &'static str,
    /// Its digits: twelve for a Swedish number, ten for a Danish one.
    pub digits: String,
}

impl Number {
    /// The number as people write it.
    pub fn written(&self, form: Form) -> String {
        let is_swedish = self.digits.len() == 12;
        let short = self
            .digits
            .get(self.digits.len().saturating_sub(10)..)
            .unwrap_or_default();
        let (front, back) = short.split_at_checked(6).unwrap_or((short, ""));
        let century = if is_swedish {
            self.digits.get(..2).unwrap_or_default()
        } else {
            ""
        };
        match form {
            // Only people born before 1900 are made, who are over a hundred on any day.
            Form::Hyphen if is_swedish && self.digits.as_str() < "1900" => {
                format!("{front}+{back}")
            }
            Form::Hyphen => format!("{front}-{back}"),
            Form::Bare => short.to_owned(),
            Form::Long => self.digits.clone(),
            Form::LongHyphen => format!("{century}{front}-{back}"),
            Form::NoBreakSpace => format!("{front}\u{a0}{back}"),
            Form::EnDash => format!("{front}–{back}"),
            Form::Space => format!("{front} {back}"),
            Form::NoBreakHyphen => format!("{front}\u{2011}{back}"),
            Form::FullWidth => format!("{front}-{back}").chars().map(full_width).collect(),
            Form::LostZero => short.trim_start_matches('0').to_owned(),
        }
    }
}

fn full_width(letter: char) -> char {
    let moved = letter
        .to_digit(10)
        .and_then(|digit| char::from_u32(0xff10 + digit));
    moved.unwrap_or(letter)
}

/// A personnummer of Skatteverket's test series, born 1932–1960 or 1992–1999 on a day that is not 5, 15 or 25.
pub(crate) fn personnummer(random: &mut Random) -> Number {
    let day = ordinary_day(random);
    personnummer_on(random, day)
}

/// The same with a day of one's own, for the files that are kept for research.
pub(crate) fn personnummer_on(random: &mut Random, day: u32) -> Number {
    let year = test_year(random);
    swedish(random, "se.personnummer", year, day)
}

/// A samordningsnummer: 60 added to the day.
pub(crate) fn samordningsnummer(random: &mut Random) -> Number {
    let year = test_year(random);
    let day = ordinary_day(random) + 60;
    swedish(random, "se.samordningsnummer", year, day)
}

/// A personnummer of somebody born 1892–1899.
pub(crate) fn personnummer_of_the_dead(random: &mut Random) -> Number {
    let year = random.between(1892, 1899);
    let day = ordinary_day(random);
    swedish(random, "se.personnummer", year, day)
}

/// A personnummer that starts with a zero: born 2003–2009.
pub(crate) fn personnummer_with_zero(random: &mut Random) -> Number {
    loop {
        let year = random.between(2003, 2009);
        let day = ordinary_day(random);
        let number = swedish(random, "se.personnummer", year, day);
        if !number.digits.get(2..).is_some_and(passes_modulus_11) {
            return number;
        }
    }
}

/// A CPR number with 60 added to the day.
pub(crate) fn cpr(random: &mut Random) -> Number {
    let day = random.between(1, 28) + 60;
    let year = plain_year(random, 40);
    danish(random, day, year, 0)
}

/// A CPR number of somebody born 1858–1899.
pub(crate) fn cpr_of_the_dead(random: &mut Random) -> Number {
    let day = random.between(10, 28);
    let year = plain_year(random, 58);
    danish(random, day, year, 5)
}

/// A CPR number that starts with a zero.
pub(crate) fn cpr_with_zero(random: &mut Random) -> Number {
    let day = random.between(1, 9);
    let year = plain_year(random, 58);
    danish(random, day, year, 5)
}

fn ordinary_day(random: &mut Random) -> u32 {
    let day = random.between(1, 28);
    if day % 10 == 5 { day + 1 } else { day }
}

/// Years whose last two digits are no Danish day, also with 60 added.
fn test_year(random: &mut Random) -> u32 {
    let year = random.between(1932, 1967);
    if year > 1960 { year + 32 } else { year }
}

/// Two digits of a year that are no Swedish day, also with 60 added: `low` to 60, or 92 to 99.
fn plain_year(random: &mut Random, low: u32) -> u32 {
    let year = random.between(low, 68);
    if year > 60 { year + 31 } else { year }
}

fn swedish(random: &mut Random, rule: &'static str, year: u32, day: u32) -> Number {
    let month = random.between(1, 12);
    let serial = random.between(980, 998);
    let mut digits = format!("{year:04}{month:02}{day:02}{serial:03}");
    let check = luhn_digit(digits.get(2..).unwrap_or_default());
    digits.push_str(&check.to_string());
    Number { rule, digits }
}

fn danish(random: &mut Random, day: u32, year: u32, century: u32) -> Number {
    loop {
        let month = random.between(1, 12);
        let serial = random.between(century * 1000 + 1, century * 1000 + 3999);
        let digits = format!("{day:02}{month:02}{year:02}{serial:04}");
        if passes_modulus_11(&digits) {
            let rule = "dk.cpr";
            return Number { rule, digits };
        }
    }
}

/// The digit that makes nine digits pass Luhn's check; also used to make organisation numbers and OCR references.
pub(crate) fn luhn_digit(digits: &str) -> u32 {
    let last_first = digits.bytes().rev().enumerate();
    let sum: u32 = last_first
        .map(|(place, byte)| {
            let doubled = u32::from(byte.saturating_sub(b'0')) * if place % 2 == 0 { 2 } else { 1 };
            doubled / 10 + doubled % 10
        })
        .sum();
    (10 - sum % 10) % 10
}

fn passes_modulus_11(digits: &str) -> bool {
    let weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = digits
        .bytes()
        .zip(weights)
        .map(|(byte, weight)| u32::from(byte.saturating_sub(b'0')) * weight)
        .sum();
    sum.is_multiple_of(11)
}
