//! Numbers and dates as a reader sees them.
//!
//! Only the formats that change which digits are read count: zeros in front, and separators between them. Currency, per cent
//! and thousands do not.

use std::fmt::Write as _;

use calamine::{DataRef, ExcelDateTime, Style};

/// Up to here all whole numbers have a double of their own.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// The day after the last that spreadsheets know, 9999-12-31; a larger "date" is a number with a wrong format.
const DAYS: f64 = 2_958_466.0;

/// A format of zeros and separators, such as `000000-0000`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Digits {
    /// `None` is a digit.
    pattern: Vec<Option<char>>,
    zeros: usize,
}

impl Digits {
    /// The format of a code, when it is of that kind.
    pub(crate) fn parse(code: &str) -> Option<Digits> {
        let mut digits = Digits::default();
        let mut characters = code.split(';').next()?.chars();
        let mut quoted = false;
        while let Some(character) = characters.next() {
            let literal = match character {
                '"' => {
                    quoted = !quoted;
                    continue;
                }
                character if quoted => character,
                '\\' => characters.next()?,
                '0' => {
                    digits.zeros += 1;
                    digits.pattern.push(None);
                    continue;
                }
                '-' | ' ' | '+' | '/' => character,
                _ => return None,
            };
            digits.pattern.push(Some(literal));
        }
        (digits.zeros >= 2).then_some(digits)
    }

    /// Writes the digits of a number into the pattern; digits that are too many stand first.
    fn write(&self, number: u64, to: &mut String) {
        let places = number.checked_ilog10().map_or(1, |log| log as usize + 1);
        let mut left = places.max(self.zeros);
        let mut first = left - self.zeros + 1;
        for place in &self.pattern {
            if let Some(literal) = place {
                to.push(*literal);
                continue;
            }
            for _ in 0..std::mem::replace(&mut first, 1) {
                left = left.saturating_sub(1);
                to.push(digit_at(number, left));
            }
        }
    }
}

/// The digit of a number with so many digits after it.
fn digit_at(number: u64, after: usize) -> char {
    let power = 10u64.checked_pow(after as u32);
    let digit = power.map_or(0, |power| number / power % 10);
    char::from(b'0' + digit as u8)
}

/// The formats of a workbook by style id.
pub(crate) struct Formats(Vec<Option<Digits>>);

impl Formats {
    /// Parses each style's format once.
    pub(crate) fn new(styles: &[Style]) -> Self {
        let parse = |style: &Style| Digits::parse(&style.number_format.as_ref()?.format_code);
        Formats(styles.iter().map(parse).collect())
    }

    /// The format of a style, when it shows zeros or separators.
    pub(crate) fn get(&self, style: usize) -> Option<&Digits> {
        self.0.get(style)?.as_ref()
    }
}

/// Writes a value as a reader sees it; text is not handled here.
pub(crate) fn write(value: &DataRef<'_>, format: Option<&Digits>, to: &mut String) {
    match value {
        DataRef::Int(number) => write_number(*number as f64, format, to),
        DataRef::Float(number) => write_number(*number, format, to),
        DataRef::Bool(value) => to.push_str(if *value { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(time) => write_time(time, to),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => to.push_str(text),
        _ => {}
    }
}

fn write_number(number: f64, format: Option<&Digits>, to: &mut String) {
    let whole = number.fract() == 0.0 && number.abs() < EXACT;
    let _ = match format {
        Some(format) if whole && number >= 0.0 => {
            format.write(number as u64, to);
            Ok(())
        }
        _ if whole => write!(to, "{}", number as i64),
        _ => write!(to, "{number}"),
    };
}

/// ISO 8601; the time is left out at midnight, the date in durations and times of day.
fn write_time(time: &ExcelDateTime, to: &mut String) {
    let days = time.as_f64();
    if !(0.0..DAYS).contains(&days) {
        return write_number(days, None, to);
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let dated = days >= 1.0 && !time.is_duration();
    if dated {
        let _ = write!(to, "{year:04}-{month:02}-{day:02}");
    }
    if days.fract() == 0.0 && dated {
        return;
    }
    if dated {
        to.push('T');
    }
    let hours = if time.is_duration() {
        (days * 24.0) as u64
    } else {
        u64::from(hour)
    };
    let _ = write!(to, "{hours:02}:{minute:02}:{second:02}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: f64, code: &str) -> String {
        let mut text = String::new();
        write_number(number, Digits::parse(code).as_ref(), &mut text);
        text
    }

    #[test]
    fn restores_zeros_and_separators_that_the_format_shows() {
        assert_eq!(shown(101_010_101.0, "0000000000"), "0101010101");
        assert_eq!(shown(101_011_234.0, "000000-0000"), "010101-1234");
        assert_eq!(shown(101_011_234.0, "000000\\-0000"), "010101-1234");
        assert_eq!(shown(191_212_121_212.0, "000000\"-\"0000"), "19121212-1212");
        assert_eq!(shown(0.0, "00"), "00");
    }

    #[test]
    fn writes_numbers_without_exponent() {
        assert_eq!(shown(191_212_121_212.0, "General"), "191212121212");
        assert_eq!(shown(1.5, "0.00"), "1.5");
        assert_eq!(shown(1e20, "General"), "100000000000000000000");
        assert_eq!(shown(-3.0, "0000"), "-3");
    }
}
