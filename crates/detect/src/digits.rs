//! The walker over runs of digits: finds numbers as people write them.
//!
//! Rules name only the lengths of the groups. The walker knows the separators (hyphens and dashes, plus, spaces of all
//! kinds, slash, dot, line break, the edge of a table cell) and what a number may not be part of (a longer number, a
//! decimal, a version, a GUID, a path of a URL).

use crate::classify::Run;
use crate::shapes::{Asking, Free, MAX_RUN, Shapes};
use sporhund_detector::Separator;

/// Bytes that can stand between two groups.
const MAX_SEPARATOR: usize = 12;
/// Bytes that can stand between two groups of a free shape.
const MAX_FREE_SEPARATOR: usize = 5;
/// The most groups of a free shape.
const MAX_FREE_GROUPS: usize = 8;

/// A number that has a shape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub start: u32,
    pub end: u32,
    digits: [u8; MAX_RUN],
    pub count: u8,
    /// What stands before the last group.
    pub separator: Separator,
    /// Whether the groups stand in different lines or cells.
    pub split: bool,
}

impl Number {
    pub(crate) fn new(text: &[u8], (start, end): Run) -> Self {
        let mut number = Number {
            start,
            end: start,
            digits: [0; MAX_RUN],
            count: 0,
            separator: Separator::None,
            split: false,
        };
        number.append(text, (start, end));
        number
    }

    pub(crate) fn digits(&self) -> &[u8] {
        self.digits.get(..self.count as usize).unwrap_or_default()
    }

    /// Takes the next group in; what does not fit is left out, and then no shape fits.
    fn append(&mut self, text: &[u8], (from, to): Run) {
        let group = text.get(from as usize..to as usize).unwrap_or_default();
        let count = self.count as usize;
        if let Some(slot) = self.digits.get_mut(count..count + group.len()) {
            slot.copy_from_slice(group);
            self.count += group.len() as u8;
        }
        self.end = to;
    }

    fn append_behind(&mut self, text: &[u8], run: Run, between: Between) {
        self.separator = between.separator;
        self.split |= between.split;
        self.append(text, run);
    }
}

/// A text whose numbers are looked for. `delimiter` is the one of a csv file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk<'a> {
    pub text: &'a [u8],
    pub delimiter: Option<u8>,
}

impl Walk<'_> {
    /// Hands over each number that begins with the first of `runs` and has a shape, with the rules that ask for it.
    #[inline]
    pub(crate) fn shaped(
        &self,
        runs: &[Run],
        shapes: &Shapes,
        mut take: impl FnMut(&Number, &[Asking]),
    ) {
        let Some(first) = runs.first() else { return };
        let Some(mut node) = shapes.child(shapes.root(), first.1 - first.0) else {
            return;
        };
        if !self.may_start(first.0) {
            return;
        }
        let mut number = Number::new(self.text, *first);
        for next in runs.iter().skip(1).map(Some).chain([None]) {
            if !node.rules.is_empty() && self.may_end(number.end) {
                take(&number, &node.rules);
            }
            let Some(run) = next.filter(|_| node.has_next) else {
                return;
            };
            let Some(child) = shapes.child(node, run.1 - run.0) else {
                return;
            };
            let Some(between) = self.between(number.end, run.0) else {
                return;
            };
            number.append_behind(self.text, *run, between);
            node = child;
        }
    }

    /// Hands over the groupings of a free shape, the longest first, until one is taken.
    pub(crate) fn free(&self, runs: &[Run], free: Free, mut take: impl FnMut(&Number) -> bool) {
        let Some(first) = runs.first() else { return };
        if !self.may_start_free(first.0) {
            return;
        }
        let mut found = [None; MAX_FREE_GROUPS];
        let mut number = Number::new(self.text, *first);
        for (slot, next) in found
            .iter_mut()
            .zip(runs.iter().skip(1).map(Some).chain([None]))
        {
            let fits = (free.least..=free.most).contains(&number.count);
            *slot = (fits && self.may_end(number.end)).then_some(number);
            let grown = next.and_then(|run| Some((run, self.free_between(number.end, run.0)?)));
            match grown {
                Some((run, between))
                    if u32::from(free.most) >= u32::from(number.count) + run.1 - run.0 =>
                {
                    number.append_behind(self.text, *run, between);
                }
                _ => break,
            }
        }
        for number in found.iter().rev().flatten() {
            if take(number) {
                return;
            }
        }
    }

    fn between(&self, end: u32, start: u32) -> Option<Between> {
        let between = self.text.get(end as usize..start as usize)?;
        if between.len() > MAX_SEPARATOR || !is_separator_start(*between.first()?, self.delimiter) {
            return None;
        }
        read_separator(between, self.delimiter)
    }

    /// As between the groups of a telephone number: parentheses too, and nothing that ends a line or a cell.
    fn free_between(&self, end: u32, start: u32) -> Option<Between> {
        let between = self.text.get(end as usize..start as usize)?;
        if between.len() > MAX_FREE_SEPARATOR {
            return None;
        }
        let mut separator = Separator::Other;
        let mut marks = 0;
        for character in std::str::from_utf8(between).ok()?.chars() {
            match character {
                '-' | '\u{2010}'..='\u{2015}' => {
                    separator = Separator::Hyphen;
                    marks += 1;
                }
                '/' | '.' => marks += 1,
                ' ' | '\u{a0}' | '\u{202f}' | '(' | ')' => {}
                _ => return None,
            }
        }
        (marks <= 1).then_some(Between {
            separator,
            split: false,
        })
    }

    fn byte_before(&self, at: u32, back: u32) -> u8 {
        at.checked_sub(back)
            .and_then(|at| self.text.get(at as usize))
            .copied()
            .unwrap_or(b' ')
    }

    fn byte_after(&self, at: u32, ahead: u32) -> u8 {
        self.text
            .get((at + ahead) as usize)
            .copied()
            .unwrap_or(b' ')
    }

    /// Whether what stands before a number does not make it a part of something longer.
    fn may_start(&self, start: u32) -> bool {
        match self.byte_before(start, 1) {
            byte if self.delimiter == Some(byte) => true,
            b'.' | b'-' | b'+' | b'/' | b'\\' | b'#' => {
                !self.byte_before(start, 2).is_ascii_alphanumeric() || self.is_behind_label(start)
            }
            b',' | b':' => !self.byte_before(start, 2).is_ascii_digit(),
            b'%' | b'$' => false,
            byte => !byte.is_ascii_alphabetic() || is_glued_label(self.text, start),
        }
    }

    /// As [`may_start`](Self::may_start); a plus or a parenthesis is the beginning of a telephone number.
    fn may_start_free(&self, start: u32) -> bool {
        match self.byte_before(start, 1) {
            b'+' | b'(' => !self.byte_before(start, 2).is_ascii_alphanumeric(),
            b':' | b'/' => {
                !self.byte_before(start, 2).is_ascii_digit() && self.byte_before(start, 2) != b'/'
            }
            _ => self.may_start(start),
        }
    }

    fn may_end(&self, end: u32) -> bool {
        match self.byte_after(end, 0) {
            byte if self.delimiter == Some(byte) => true,
            b'-' | b'/' | b'+' | b'\\' => !self.byte_after(end, 1).is_ascii_alphanumeric(),
            b'.' | b':' => !self.byte_after(end, 1).is_ascii_digit(),
            b',' => !self.is_decimal_part(end + 1),
            b'%' | b'@' => false,
            byte => !byte.is_ascii_alphabetic(),
        }
    }

    /// One or two digits behind a comma are a part of an amount; more are the next number of a list.
    fn is_decimal_part(&self, start: u32) -> bool {
        let digits = (0..3)
            .take_while(|ahead| self.byte_after(start, *ahead).is_ascii_digit())
            .count();
        (1..3).contains(&digits)
    }

    /// A mark right before a number is fine behind a label (`pnr-811218…`), but not in a path (`/arkiv/8112…`) or a code.
    fn is_behind_label(&self, start: u32) -> bool {
        matches!(self.byte_before(start, 1), b'-' | b'.') && is_glued_label(self.text, start - 1)
    }
}

#[derive(Clone, Copy, Debug)]
struct Between {
    separator: Separator,
    split: bool,
}

#[inline]
fn is_separator_start(byte: u8, delimiter: Option<u8>) -> bool {
    matches!(
        byte,
        b'-' | b'+' | b' ' | b'/' | b'.' | b'\n' | b'\r' | b'\t' | 0xC2 | 0xE2 | 0xEF
    ) || delimiter == Some(byte)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Classified;

    fn numbers(text: &str, shapes: &[&str]) -> Vec<String> {
        let mut compiled = Shapes::default();
        for shape in shapes {
            compiled.add(shape, 0).unwrap();
        }
        let mut classified = Classified::default();
        classified.pass(text.as_bytes(), compiled.shortest_run(), |_, _| {});
        let walk = Walk {
            text: text.as_bytes(),
            delimiter: None,
        };
        let mut found = Vec::new();
        let mut take = |number: &Number| {
            found.push(String::from_utf8(number.digits().to_vec()).unwrap());
            true
        };
        for (index, run) in classified.runs.iter().enumerate() {
            let runs = &classified.runs[index..];
            walk.shaped(runs, &compiled, |number, _| {
                take(number);
            });
            let before = walk.byte_before(run.0, 1);
            for free in compiled.free(before, walk.text[run.0 as usize]) {
                walk.free(runs, *free, &mut take);
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
            "8112189876,50",
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
    fn finds_free_groupings_behind_their_mark() {
        let shapes = ["~8-11 0", "~9-13 +"];
        for (text, digits) in [
            ("070-123 45 67", "0701234567"),
            ("(08) 123 456 78", "0812345678"),
            ("+46 (0)70-123 45 67", "460701234567"),
            ("tel:+46701234567", "46701234567"),
            ("08-12 34 56, 7", "08123456"),
        ] {
            assert_eq!(numbers(text, &shapes)[0], digits, "{text}");
        }
        for text in ["70-123 45 67", "1+070123456", "0701234567890123", "07-1"] {
            assert!(numbers(text, &shapes).is_empty(), "{text}");
        }
    }
}
