//! How the cells of a workbook show their numbers: formats by id, and the styles that name them.

use std::collections::HashMap;

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

use crate::xlsx::number::{self, Digits};

/// How a cell's number is shown.
#[derive(Clone, Debug, Default)]
struct Look {
    digits: Option<Digits>,
    /// When it shows a date, a time or a duration.
    time: Option<ExcelDateTimeType>,
}

/// The looks of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Looks {
    /// Whether days are counted from 1904.
    pub(crate) from_1904: bool,
    formats: HashMap<u16, Look>,
    /// The format of each style.
    styles: Vec<u16>,
}

impl Looks {
    /// Takes a format by its code.
    pub(crate) fn add_format(&mut self, id: u16, code: &str) {
        let look = Look {
            digits: Digits::parse(code),
            time: time_code(code),
        };
        self.formats.insert(id, look);
    }

    /// Takes the format of the next style.
    pub(crate) fn add_style(&mut self, format: u16) {
        self.styles.push(format);
    }

    /// Writes a number as a cell of the style shows it.
    pub(crate) fn write(&self, number: f64, style: usize, to: &mut String) {
        let format = self.styles.get(style).copied().unwrap_or(0);
        let look = self.formats.get(&format);
        let time = look.map_or_else(|| time_format(format), |look| look.time);
        let value = match time {
            Some(kind) => DataRef::DateTime(ExcelDateTime::new(number, kind, self.from_1904)),
            None => DataRef::Float(number),
        };
        number::write(&value, look.and_then(|look| look.digits.as_ref()), to);
    }
}

/// The time that a format which every workbook has shows.
fn time_format(id: u16) -> Option<ExcelDateTimeType> {
    match id {
        46 => Some(ExcelDateTimeType::TimeDelta),
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Some(ExcelDateTimeType::DateTime),
        _ => None,
    }
}

/// The time that a format code shows: letters for it outside of quotes and brackets; within brackets they are a duration.
fn time_code(code: &str) -> Option<ExcelDateTimeType> {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => while characters.next().is_some_and(|next| next != '"') {},
            '[' => {
                let inner: String = characters
                    .by_ref()
                    .take_while(|next| *next != ']')
                    .collect();
                let unit = inner.to_ascii_lowercase();
                if !unit.is_empty()
                    && ["h", "m", "s"]
                        .iter()
                        .any(|one| unit.replace(one, "").is_empty())
                {
                    return Some(ExcelDateTimeType::TimeDelta);
                }
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            'y' | 'Y' | 'd' | 'D' | 'h' | 'H' | 'm' | 'M' | 's' | 'S' => {
                return Some(ExcelDateTimeType::DateTime);
            }
            'G' | 'g' | 'E' | 'e' | '0' | '#' | '@' => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_times_by_their_code() {
        let date = Some(ExcelDateTimeType::DateTime);
        assert_eq!(time_code("yyyy\\-mm\\-dd"), date);
        assert_eq!(time_code("[$-41D]d mmmm yyyy"), date);
        assert_eq!(time_code("[hh]:mm:ss"), Some(ExcelDateTimeType::TimeDelta));
        for code in ["General", "000000\\-0000", "#,##0\"d\"", "[Red]0.00"] {
            assert_eq!(time_code(code), None, "{code}");
        }
    }
}
