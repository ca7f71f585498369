//! The walker over runs of digits: finds numbers as people write them.
//!
//! Rules name only the lengths of the groups. The walker knows the separators (hyphens and dashes, plus, spaces of all
//! kinds, slash, dot, line break, the edge of a table cell) and what a number may not be part of (a longer number, a
//! decimal, a version, a GUID, a path of a URL).

use crate::classify::Run;
use crate::shapes::{Asking, Free, MAX_RUN, Naming, Shapes};
use sporhund_detector::Separator;

/// Bytes that can stand between two groups.
pub(crate) const MAX_SEPARATOR: u32 = 12;
/// Bytes that can stand between two groups of a free shape.
const MAX_FREE_SEPARATOR: usize = 5;
/// The most groups of a free shape.
const MAX_FREE_GROUPS: usize = 8;

/// A number that has a shape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number<'t> {
    text: &'t [u8],
    pub start: u32,
    pub end: u32,
    /// The digits of several groups; those of one group stand in the text.
    joined: [u8; MAX_RUN],
    pub count: u8,
    /// What stands before the last group.
    pub separator: Separator,
    /// Whether the groups stand in different lines or cells.
    pub split: bool,
    has_groups: bool,
}

impl<'t> Number<'t> {
    #[inline]
    pub(crate) fn new(text: &'t [u8], (start, end): Run) -> Self {
        Number {
            text,
            start,
            end,
            joined: [0; MAX_RUN],
            count: (end - start) as u8,
            separator: Separator::None,
            split: false,
            has_groups: false,
        }
    }

    #[inline]
    pub(crate) fn digits(&self) -> &[u8] {
        let digits = if self.has_groups {
            self.joined.get(..self.count as usize)
        } else {
            self.text.get(self.start as usize..self.end as usize)
        };
        digits.unwrap_or_default()
    }

    /// Takes a group in; what does not fit is left out, and then no shape fits.
    fn join(&mut self, at: usize, (from, to): Run) {
        let group = self.text.get(from as usize..to as usize);
        let slots = self.joined.get_mut(at..).unwrap_or_default();
        for (slot, digit) in slots.iter_mut().zip(group.unwrap_or_default()) {
            *slot = *digit;
        }
    }

    fn append(&mut self, run: Run, between: Between) {
        if !self.has_groups {
            self.join(0, (self.start, self.end));
            self.has_groups = true;
        }
        self.join(self.count as usize, run);
        self.count = (u32::from(self.count) + run.1 - run.0).min(MAX_RUN as u32) as u8;
        self.end = run.1;
        self.separator = between.separator;
        self.split |= between.split;
    }
}

/// A text whose numbers are looked for. `delimiter` is the one of a csv file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk<'a> {
    pub text: &'a [u8],
    pub delimiter: Option<u8>,
}

impl<'t> Walk<'t> {
    /// Whether the lengths of the runs, and the first bytes of what stands between them, are those of any shape. Nearly all
    /// that only begin like one are rejected here.
    pub(crate) fn may_have_shape(&self, runs: &[Run], (shapes, naming): (&Shapes, Naming)) -> bool {
        let length = |run: &Run| run.1 - run.0;
        let Some((first, rest)) = runs.split_first() else {
            return false;
        };
        let Some(mut node) = shapes.child(shapes.root(), length(first)) else {
            return false;
        };
        let mut end = first.1;
        for run in rest {
            let Some(child) = shapes.child(node, length(run)) else {
                return false;
            };
            if !child.counts(naming) || !self.may_separate(end, run.0, child.may_split) {
                return false;
            }
            if child.ends(naming) {
                return true;
            }
            (node, end) = (child, run.1);
        }
        false
    }

    /// Hands over each number that begins with the first of `runs` and has a shape, with the rules that ask for it. Where
    /// nothing can name it, `naming` tells to leave out shapes that must be named.
    pub(crate) fn shaped(
        &self,
        runs: &[Run],
        (shapes, naming): (&Shapes, Naming),
        mut take: impl FnMut(&Number<'t>, &[Asking]),
    ) {
        let Some((first, rest)) = runs.split_first() else {
            return;
        };
        let node = shapes.child(shapes.root(), first.1 - first.0);
        let Some(mut node) = node.filter(|_| self.may_start(first.0)) else {
            return;
        };
        let mut number = Number::new(self.text, *first);
        let mut rest = rest.iter();
        loop {
            if node.ends(naming) && self.may_end(number.end) {
                take(&number, &node.rules);
            }
            let Some(run) = rest.next().filter(|_| node.has_next) else {
                return;
            };
            let child = shapes.child(node, run.1 - run.0);
            let Some(child) = child.filter(|child| child.counts(naming)) else {
                return;
            };
            let Some(between) = self.between(number.end, run.0) else {
                return;
            };
            number.append(*run, between);
            node = child;
        }
    }

    /// Hands over the groupings of a free shape, the longest first, until one is taken.
    pub(crate) fn free(&self, runs: &[Run], free: Free, mut take: impl FnMut(&Number<'t>) -> bool) {
        let Some(first) = runs.first() else { return };
        if !self.may_start_free(first.0) || !self.reaches(runs, free) {
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
                    number.append(*run, between);
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

    /// Whether enough digits for a free shape stand close together.
    fn reaches(&self, runs: &[Run], free: Free) -> bool {
        let (mut digits, mut end) = (0, None);
        for run in runs.iter().take(MAX_FREE_GROUPS) {
            let is_close = end.is_none_or(|end| {
                (run.0 - end) as usize <= MAX_FREE_SEPARATOR
                    && matches!(
                        self.byte_after(end, 0),
                        b' ' | b'-' | b'/' | b'.' | b'(' | b')' | 0xC2 | 0xE2
                    )
            });
            digits += run.1 - run.0;
            if !is_close || digits > u32::from(free.most) {
                return false;
            }
            if digits >= u32::from(free.least) {
                return true;
            }
            end = Some(run.1);
        }
        false
    }

    /// Whether what stands between two groups is short enough, and begins like a separator: for numbers that are not split,
    /// not like the end of a line or a cell.
    #[inline]
    fn may_separate(&self, end: u32, start: u32, may_split: bool) -> bool {
        let byte = self.byte_after(end, 0);
        start - end <= MAX_SEPARATOR
            && (is_mark(byte) || may_split && (is_break(byte) || self.delimiter == Some(byte)))
    }

    fn between(&self, end: u32, start: u32) -> Option<Between> {
        if !self.may_separate(end, start, true) {
            return None;
        }
        let between = self.text.get(end as usize..start as usize)?;
        read_separator(between, self.delimiter)
    }

    /// As between the groups of a telephone number: parentheses too, and nothing that ends a line or a cell.
    fn free_between(&self, end: u32, start: u32) -> Option<Between> {
        let between = self.text.get(end as usize..start as usize)?;
        // Three spaces are the gap between two columns.
        if between.len() > MAX_FREE_SEPARATOR || memchr::memmem::find(between, b"   ").is_some() {
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

    /// The bytes right before and at a place.
    pub(crate) fn beside(&self, at: u32) -> (u8, u8) {
        (self.byte_before(at, 1), self.byte_after(at, 0))
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
            // A folder or file in a path.
            b'\\' => true,
            b'.' | b'-' | b'+' | b'/' | b'#' => {
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
            b'\\' => true,
            b'/' => self.is_word(end + 1) || !self.byte_after(end, 1).is_ascii_alphanumeric(),
            b'-' | b'+' => !self.byte_after(end, 1).is_ascii_alphanumeric(),
            b'.' | b':' => !self.byte_after(end, 1).is_ascii_digit(),
            b',' => !self.is_decimal_part(end + 1),
            b'%' | b'@' => false,
            byte => !byte.is_ascii_alphabetic(),
        }
    }

    /// A word of two letters or more: the next label (`/Mob:070…`).
    fn is_word(&self, start: u32) -> bool {
        (0..2).all(|ahead| self.byte_after(start, ahead).is_ascii_alphabetic())
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

/// The first bytes of marks and spaces.
#[inline]
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'-' | b'+' | b' ' | b'/' | b'.' | 0xC2 | 0xE2 | 0xEF)
}

#[inline]
fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | b'\t')
}

/// What stands between two groups: at most one mark with spaces around it.
fn read_separator(between: &[u8], delimiter: Option<u8>) -> Option<Between> {
    // One byte is the commonest by far.
    if let [byte] = between {
        let separator = match byte {
            b'-' => Separator::Hyphen,
            b'+' => Separator::Plus,
            _ => Separator::Other,
        };
        let split = matches!(byte, b'\n' | b'\r' | b'\t')
            || separator == Separator::Other && delimiter == Some(*byte);
        return byte.is_ascii().then_some(Between { separator, split });
    }
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
    use crate::shapes::Writing;

    fn runs_of(text: &str) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (at, _) in text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| byte.is_ascii_digit())
        {
            match runs.last_mut().filter(|run| run.1 == at as u32) {
                Some(run) => run.1 += 1,
                None => runs.push((at as u32, at as u32 + 1)),
            }
        }
        runs
    }

    fn numbers(text: &str, shapes: &[&str]) -> Vec<String> {
        let mut compiled = Shapes::default();
        for shape in shapes {
            let writing = Writing {
                naming: Naming::Optional,
                may_split: true,
                leads: sporhund_detector::Leads::ANY,
            };
            compiled.add(shape, 0, writing).unwrap();
        }
        let runs = runs_of(text);
        let walk = Walk {
            text: text.as_bytes(),
            delimiter: None,
        };
        let mut found = Vec::new();
        let mut take = |number: &Number<'_>| {
            found.push(String::from_utf8(number.digits().to_vec()).unwrap());
            true
        };
        for (index, run) in runs.iter().enumerate() {
            let runs = &runs[index..];
            let before = walk.byte_before(run.0, 1);
            walk.shaped(runs, (&compiled, Naming::Optional), |number, _| {
                take(number);
            });
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
