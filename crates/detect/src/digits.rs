//! The walker over runs of digits: finds numbers as people write them.
//!
//! Rules name only the lengths of the groups. The walker knows the separators (hyphens and dashes, plus, spaces of all
//! kinds, slash, dot, line break, the edge of a table cell) and what a number may not be part of (a longer number, a
//! decimal, a version, a GUID, a path of a URL).

use crate::classify::Run;
use sporhund_detector::Separator;

/// The most groups of a shape.
const MAX_GROUPS: usize = 6;
/// The most digits of a number.
pub(crate) const MAX_DIGITS: usize = 32;
/// Bytes that can stand between two groups.
const MAX_SEPARATOR: usize = 12;

/// The lengths of a number's groups, for one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub rule: u16,
    groups: [u8; MAX_GROUPS],
    count: u8,
}

impl Shape {
    /// Reads lengths with a space between, such as `6 4`.
    pub(crate) fn parse(text: &str, rule: u16) -> Option<Self> {
        let mut shape = Shape {
            rule,
            groups: [0; MAX_GROUPS],
            count: 0,
        };
        for part in text.split(' ') {
            let length: u8 = part
                .parse()
                .ok()
                .filter(|length| (1..=19).contains(length))?;
            *shape.groups.get_mut(shape.count as usize)? = length;
            shape.count += 1;
        }
        let digits: usize = shape.groups.iter().map(|length| *length as usize).sum();
        (digits <= MAX_DIGITS).then_some(shape)
    }

    pub(crate) fn groups(&self) -> &[u8] {
        self.groups.get(..self.count as usize).unwrap_or_default()
    }
}

/// The shapes of all rules, by the length of their first group.
#[derive(Debug, Default)]
pub(crate) struct Shapes {
    by_first: [Vec<Shape>; 20],
    shortest: u32,
}

impl Shapes {
    pub(crate) fn add(&mut self, shape: Shape) {
        let shortest = shape.groups().iter().copied().min().unwrap_or(1) as u32;
        self.shortest = if self.shortest == 0 {
            shortest
        } else {
            self.shortest.min(shortest)
        };
        if let Some(shapes) = self.by_first.get_mut(shape.groups[0] as usize) {
            shapes.push(shape);
        }
    }

    /// The shortest group of any shape: shorter runs of digits need not be looked at.
    pub(crate) fn shortest_run(&self) -> u32 {
        self.shortest.max(1)
    }

    /// The shapes that begin with a run of this length.
    pub(crate) fn beginning_with(&self, length: u32) -> &[Shape] {
        self.by_first
            .get(length as usize)
            .map_or(&[], Vec::as_slice)
    }
}

/// A number that has a shape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub start: u32,
    pub end: u32,
    pub digits: [u8; MAX_DIGITS],
    pub count: u8,
    /// What stands before the last group.
    pub separator: Separator,
    /// Whether the groups stand in different lines or cells.
    pub split: bool,
}

impl Number {
    pub(crate) fn digits(&self) -> &[u8] {
        self.digits.get(..self.count as usize).unwrap_or_default()
    }
}

/// The number that begins with the first of `runs`, when it has the shape. `delimiter` is the one of a csv file.
pub(crate) fn find_number(
    text: &[u8],
    runs: &[Run],
    shape: &Shape,
    delimiter: Option<u8>,
) -> Option<Number> {
    let (start, mut end) = *runs.first()?;
    let mut number = Number {
        start,
        end,
        digits: [0; MAX_DIGITS],
        count: 0,
        separator: Separator::None,
        split: false,
    };
    number.append(text, start, end);
    for (group, run) in shape.groups().iter().skip(1).zip(runs.iter().skip(1)) {
        let (from, to) = *run;
        if to - from != u32::from(*group) || from as usize - end as usize > MAX_SEPARATOR {
            return None;
        }
        let between = read_separator(text.get(end as usize..from as usize)?, delimiter)?;
        number.separator = between.separator;
        number.split |= between.split;
        number.append(text, from, to);
        end = to;
    }
    number.end = end;
    let expected: u32 = shape.groups().iter().map(|length| u32::from(*length)).sum();
    (u32::from(number.count) == expected && stands_alone(text, start, end, delimiter))
        .then_some(number)
}

impl Number {
    fn append(&mut self, text: &[u8], from: u32, to: u32) {
        for byte in text.get(from as usize..to as usize).unwrap_or_default() {
            if let Some(slot) = self.digits.get_mut(self.count as usize) {
                *slot = *byte;
                self.count += 1;
            }
        }
    }
}

struct Between {
    separator: Separator,
    split: bool,
}

/// What stands between two groups: at most one mark with spaces around it.
fn read_separator(between: &[u8], delimiter: Option<u8>) -> Option<Between> {
    let mut found = Between {
        separator: Separator::None,
        split: false,
    };
    let mut marks = 0;
    let mut spaces = 0;
    for character in std::str::from_utf8(between).ok()?.chars() {
        match character {
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => {
                found.separator = Separator::Hyphen;
                marks += 1;
            }
            '+' => {
                found.separator = Separator::Plus;
                marks += 1;
            }
            ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => spaces += 1,
            '/' | '.' => marks += 1,
            '\n' | '\r' | '\t' => found.split = true,
            _ if delimiter.is_some_and(|delimiter| char::from(delimiter) == character) => {
                found.split = true;
                marks += 1;
            }
            _ => return None,
        }
    }
    if found.separator == Separator::None {
        found.separator = Separator::Other;
    }
    (marks <= 1 && spaces <= 3).then_some(found)
}

/// Whether a number is not part of something longer.
fn stands_alone(text: &[u8], start: u32, end: u32, delimiter: Option<u8>) -> bool {
    let before = |back: u32| {
        start
            .checked_sub(back)
            .and_then(|at| text.get(at as usize))
            .copied()
            .unwrap_or(b' ')
    };
    let after = |ahead: u32| text.get((end + ahead) as usize).copied().unwrap_or(b' ');
    let is_delimiter = |byte: u8| delimiter == Some(byte);
    let fine_before = match before(1) {
        byte if is_delimiter(byte) => true,
        b'.' | b'-' | b'+' | b'/' | b'\\' | b'#' => {
            !before(2).is_ascii_alphanumeric() || is_query_or_label(text, start)
        }
        b',' | b':' => !before(2).is_ascii_digit(),
        b'%' | b'$' => false,
        byte => !byte.is_ascii_alphabetic() || is_glued_label(text, start),
    };
    let fine_after = match after(0) {
        byte if is_delimiter(byte) => true,
        b'-' | b'/' | b'+' | b'\\' => !after(1).is_ascii_alphanumeric(),
        b'.' | b':' => !after(1).is_ascii_digit(),
        b'%' | b'@' => false,
        byte => !byte.is_ascii_alphabetic(),
    };
    fine_before && fine_after
}

/// Letters right before a number are a label (`pnr811218…`) when they are a word of three to 20 letters; two or fewer, or
/// letters mixed with digits, are part of a code.
fn is_glued_label(text: &[u8], start: u32) -> bool {
    let head = text
        .get(start.saturating_sub(24) as usize..start as usize)
        .unwrap_or_default();
    let letters = head
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80)
        .count();
    let before = head
        .len()
        .checked_sub(letters + 1)
        .and_then(|at| head.get(at));
    (3..=20).contains(&letters)
        && before.is_none_or(|byte| !byte.is_ascii_digit() && *byte != b'%' && *byte != b'\\')
}

/// A mark right before a number is fine behind a label (`pnr-811218…`), but not in a path (`/arkiv/8112…`) or a code.
fn is_query_or_label(text: &[u8], start: u32) -> bool {
    let mark = text.get(start.wrapping_sub(1) as usize).copied();
    matches!(mark, Some(b'-' | b'.')) && is_glued_label(text, start - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Classified;

    fn numbers(text: &str, shapes: &[&str]) -> Vec<String> {
        let mut compiled = Shapes::default();
        for shape in shapes {
            compiled.add(Shape::parse(shape, 0).unwrap());
        }
        let mut classified = Classified::default();
        classified.pass(text.as_bytes(), compiled.shortest_run(), |_, _| {});
        let mut found = Vec::new();
        for (index, run) in classified.runs.iter().enumerate() {
            for shape in compiled.beginning_with(run.1 - run.0) {
                if let Some(number) =
                    find_number(text.as_bytes(), &classified.runs[index..], shape, None)
                {
                    found.push(String::from_utf8(number.digits().to_vec()).unwrap());
                }
            }
        }
        found
    }

    #[test]
    fn finds_numbers_as_people_write_them() {
        for text in [
            "811218-9876",
            "811218 9876",
            "811218\u{a0}9876",
            "811218–9876",
            "811218\u{2011}9876",
            "811218 - 9876",
            "811218/9876",
            "811218.9876",
            "811218-\n9876",
            "811218+9876",
            "pnr811218-9876",
            "_811218-9876_",
            "(811218-9876)",
            "pnr-811218-9876",
            "id:811218-9876,",
            "?pnr=8112189876&x",
            "811218\t9876",
            "8112189876.",
            "8112189876, 1",
        ] {
            assert_eq!(numbers(text, &["6 4", "10"]), ["8112189876"], "{text}");
        }
    }

    #[test]
    fn leaves_parts_of_longer_things() {
        for text in [
            "18112189876",
            "1.8112189876",
            "8112189876.5",
            "811218-9876-1",
            "12-811218-9876",
            "v2.811218.9876",
            "0305e82c-811218-9876",
            "F8112189876",
            "ab8112189876",
            "8112189876ab",
            "/arkiv/811218-9876/x",
            "811218--9876",
            "811218 a 9876",
            "%208112189876",
            "8112189876@example.org",
            "811218    9876",
        ] {
            assert!(numbers(text, &["6 4", "10"]).is_empty(), "{text}");
        }
    }

    #[test]
    fn refuses_shapes_that_are_none() {
        for text in ["", "6-4", "0 4", "6  4", "19 19", "1 1 1 1 1 1 1"] {
            assert!(Shape::parse(text, 0).is_none(), "{text}");
        }
    }
}
