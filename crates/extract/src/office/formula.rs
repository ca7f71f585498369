//! Texts and long numbers that stand in formulas, in the tokens of binary workbooks.

use crate::ole::bytes::{code_page_text, slice, u8_at, u16_at, u64_at, utf16};

/// Numbers from here on have six digits and may stand for a person.
const LONG: f64 = 100_000.0;

/// How a workbook writes its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Excel 5 and 95, in a code page.
    Page(u32),
    /// Excel 97 to 2003.
    Unicode,
    /// Workbooks with binary parts.
    Parts,
}

/// The literals of a formula, texts in quotes; empty when there are none.
pub(crate) fn literals(mut tokens: &[u8], dialect: Dialect) -> String {
    let mut found = String::new();
    while let Some((token, rest)) = tokens.split_first() {
        let length = match token {
            0x17 => Some(text(rest, dialect, &mut found)),
            0x1F => {
                long_number(f64::from_bits(u64_at(rest, 0)), &mut found);
                Some(8)
            }
            token => operand(*token, rest, dialect),
        };
        let Some(next) = length.and_then(|length| rest.get(length..)) else {
            break;
        };
        tokens = next;
    }
    found
}

/// Adds a text; gives how many bytes it takes.
fn text(bytes: &[u8], dialect: Dialect, found: &mut String) -> usize {
    let (text, length) = match dialect {
        Dialect::Page(page) => {
            let count = usize::from(u8_at(bytes, 0));
            (code_page_text(slice(bytes, 1, count), page), 1 + count)
        }
        Dialect::Unicode if u8_at(bytes, 1) & 1 == 0 => {
            let count = usize::from(u8_at(bytes, 0));
            let latin = slice(bytes, 2, count).iter();
            (latin.map(|byte| char::from(*byte)).collect(), 2 + count)
        }
        Dialect::Unicode => {
            let count = 2 * usize::from(u8_at(bytes, 0));
            (utf16(slice(bytes, 2, count)), 2 + count)
        }
        Dialect::Parts => {
            let count = 2 * usize::from(u16_at(bytes, 0));
            (utf16(slice(bytes, 2, count)), 2 + count)
        }
    };
    if !text.trim().is_empty() {
        separate(found);
        found.push('"');
        found.push_str(&text);
        found.push('"');
    }
    length
}

fn long_number(number: f64, found: &mut String) {
    if number.fract() == 0.0 && (LONG..1e15).contains(&number) {
        separate(found);
        found.push_str(&(number as u64).to_string());
    }
}

fn separate(found: &mut String) {
    if !found.is_empty() {
        found.push(' ');
    }
}

/// Bytes behind a token that is no literal; `None` for one that is not known.
fn operand(token: u8, rest: &[u8], dialect: Dialect) -> Option<usize> {
    let by = |old, unicode, parts| match dialect {
        Dialect::Page(_) => old,
        Dialect::Unicode => unicode,
        Dialect::Parts => parts,
    };
    Some(match token {
        0x01 | 0x02 => 4,
        0x03..=0x16 => 0,
        0x18 if dialect == Dialect::Parts && u8_at(rest, 0) == 0x19 => 13,
        0x18 => 5,
        // A choice lists where its branches are.
        0x19 if u8_at(rest, 0) & 4 != 0 => 3 + 2 * (usize::from(u16_at(rest, 1)) + 1),
        0x19 => 3,
        0x1C | 0x1D => 1,
        0x1E => 2,
        0x20..=0x7F => match token & 0x1F {
            0x00 => by(7, 7, 14),
            0x01 | 0x09 => 2,
            0x02 => 3,
            0x03 => by(14, 4, 4),
            0x04 | 0x0A | 0x0C => by(3, 4, 6),
            0x05 | 0x0B | 0x0D => by(6, 8, 12),
            0x06..=0x08 => 6,
            0x19 => by(24, 6, 6),
            0x1A | 0x1C => by(17, 6, 8),
            0x1B | 0x1D => by(20, 10, 14),
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_texts_between_cells_and_operators() {
        // A1 & "åb" & "c", in the tokens of Excel 97.
        let tokens = [
            0x44, 0, 0, 0, 0xC0, 0x17, 2, 0, 0xE5, b'b', 0x08, 0x17, 1, 1, b'c', 0, 0x08,
        ];
        assert_eq!(literals(&tokens, Dialect::Unicode), "\"åb\" \"c\"");
    }

    #[test]
    fn finds_long_numbers_and_no_short_ones() {
        let mut tokens = vec![0x1E, 5, 0];
        for number in [12.0_f64, 191_212_121_212.0] {
            tokens.push(0x1F);
            tokens.extend(number.to_le_bytes());
        }
        assert_eq!(literals(&tokens, Dialect::Parts), "191212121212");
    }

    #[test]
    fn stops_at_what_it_does_not_know() {
        assert_eq!(literals(&[0xFF, 0x17, 1, 0, b'a'], Dialect::Unicode), "");
        assert_eq!(literals(&[0x17, 200, 0, b'a'], Dialect::Unicode), "\"a\"");
    }
}
