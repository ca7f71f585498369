//! Cells of sheets: what they show, and what they hold.

use crate::office::xml::Start;

/// What a cell holds beside the text that it shows.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// How often it is repeated; each takes a column.
    pub(super) repeated: u32,
    /// How many rows and columns it takes; the covered ones come as cells of their own.
    pub(super) rows: u32,
    pub(super) columns: u32,
    /// A whole number with so many digits that a narrow or formatted cell may not show it.
    pub(super) number: Option<String>,
    /// A formula, when it holds words or numbers of its own.
    pub(super) formula: Option<String>,
}

/// Digits from which on a number may stand for a person.
const LONG: usize = 6;

impl Cell {
    pub(super) fn new(start: &Start<'_>) -> Self {
        let count = |name| start.attribute(name).and_then(|count| count.parse().ok());
        let formula = start
            .attribute("formula")
            .filter(|formula| has_literal(formula));
        Cell {
            repeated: count("number-columns-repeated").unwrap_or(1),
            rows: count("number-rows-spanned").unwrap_or(1),
            columns: count("number-columns-spanned").unwrap_or(1),
            number: start.attribute("value").filter(|value| is_long(value)),
            formula,
        }
    }

    /// The number, unless the text shows it.
    pub(super) fn unseen_number(&self, shown: &str) -> Option<&str> {
        let number = self.number.as_deref()?;
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        (digits.trim_start_matches('0') != number.trim_start_matches('0')).then_some(number)
    }
}

fn is_long(value: &str) -> bool {
    value.len() >= LONG && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a formula holds a text, or digits that are no name of a cell.
pub(crate) fn has_literal(formula: &str) -> bool {
    let bytes = formula.as_bytes();
    let mut digits = 0;
    for (at, byte) in bytes.iter().enumerate() {
        digits = match byte {
            b'"' => return true,
            b'0'..=b'9' => digits + 1,
            _ => 0,
        };
        let before = at.checked_sub(digits).and_then(|at| bytes.get(at));
        let is_cell = before.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'$');
        if digits >= LONG && !is_cell {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_literals_from_names_of_cells() {
        assert!(has_literal("of:=\"19121212-1212\""));
        assert!(has_literal("=A1+191212"));
        assert!(!has_literal("=SUM(A1:A104857)"));
        assert!(!has_literal("=A$1048576*2"));
    }

    #[test]
    fn a_number_that_is_shown_is_not_said_again() {
        let cell = Cell {
            number: Some("191212121212".to_owned()),
            ..Cell::default()
        };
        assert_eq!(cell.unseen_number("19121212-1212"), None);
        assert_eq!(cell.unseen_number("1,91E+11"), Some("191212121212"));
    }
}
