//! Sentences: where the one that a word stands in begins and ends.
//!
//! A line feed ends a sentence unless the line was broken only because it was full, as in text out of PDF files and in mails.

use crate::persons::{Signs, sign_of};
use std::ops::Range;

/// Bytes on either side of a word that are looked through.
const REACH: usize = 400;
/// A line of so many bytes may have been broken because it was full.
const FULL: usize = 55;

/// The sentence or line that a range stands in.
pub(crate) fn sentence(text: &str, (start, end): (u32, u32)) -> Range<usize> {
    let before = reach_back(text, start, REACH);
    let behind = reach_on(text, end, REACH);
    let (from, to) = (start as usize - before.len(), end as usize + behind.len());
    let begin = before
        .rmatch_indices(['.', '!', '?', '\n'])
        .map(|(at, mark)| from + at + mark.len())
        .find(|at| ends_at(text, *at));
    let finish = behind
        .match_indices(['.', '!', '?', '\n'])
        .map(|(at, mark)| end as usize + at + mark.len())
        .find(|at| ends_at(text, *at));
    begin.unwrap_or(from)..finish.unwrap_or(to)
}

/// Some text right before a place.
pub(crate) fn reach_back(text: &str, start: u32, bytes: usize) -> &str {
    let start = start as usize;
    let from = floor(text, start.saturating_sub(bytes));
    text.get(from..start).unwrap_or_default()
}

/// Some text right behind a place.
pub(crate) fn reach_on(text: &str, end: u32, bytes: usize) -> &str {
    let end = end as usize;
    let to = floor(text, (end + bytes).min(text.len()));
    text.get(end..to).unwrap_or_default()
}

/// The nearest place at or before a byte where a character begins.
pub(crate) fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a sentence ends at a place right behind a mark or a line feed.
fn ends_at(text: &str, at: usize) -> bool {
    let head = text.get(..at.saturating_sub(1)).unwrap_or_default();
    let behind = text.get(at..).unwrap_or_default();
    if text.as_bytes().get(at.saturating_sub(1)) == Some(&b'\n') {
        return !is_full_line(head, behind);
    }
    let asks = matches!(text.as_bytes().get(at.saturating_sub(1)), Some(b'?' | b'!'));
    asks && behind.starts_with(' ') || ends_sentence(head, behind)
}

/// Whether a line was broken because it was full: the next one goes on.
fn is_full_line(head: &str, behind: &str) -> bool {
    let line = head.rsplit('\n').next().unwrap_or_default().trim_end();
    let is_long = line.len() >= FULL && line.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    is_long && behind.starts_with(char::is_lowercase)
}

/// Whether a space and a capital follow a full stop that does not belong to an abbreviation.
fn ends_sentence(head: &str, behind: &str) -> bool {
    let goes_on = behind
        .strip_prefix([' ', '\r', '\u{a0}'])
        .is_none_or(|rest| !rest.starts_with(|c: char| c.is_uppercase() || c == '–' || c == '-'));
    if goes_on && !behind.is_empty() {
        return false;
    }
    let start = head
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric())
        .last();
    let (before, word) = start.map_or(("", ""), |(at, _)| head.split_at(at));
    let is_whole = word.chars().count() > 2
        || word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase())
        || is_open(word)
        || ends_date(before, word);
    is_whole && !sign_of(word).has(Signs::ABBREVIATION)
}

/// Whether two letters are a word by their last, which is a vowel in no common abbreviation but `ca`: `nu`, `så`, `på`.
fn is_open(word: &str) -> bool {
    let mut letters = word.chars();
    let both = (letters.next(), letters.next());
    matches!(both, (Some(first), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'ø'))
        if first.is_lowercase() && word != "ca")
}

/// Whether digits are the last of a date or a time, and no ordinal: `2018-03-22`, `16:30`.
fn ends_date(before: &str, word: &str) -> bool {
    let rest = before.strip_suffix(['-', ':', '/', '.']);
    let is_part = rest.is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    is_part && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'t>(text: &'t str, word: &str) -> &'t str {
        let at = text.find(word).unwrap();
        text[sentence(text, (at as u32, (at + word.len()) as u32))].trim()
    }

    #[test]
    fn ends_at_full_stops_and_not_at_abbreviations() {
        let text = "Hon bor kvar. Karin är enl. Läkaren sjuk bl.a. Av stress. Han ringde.";
        assert_eq!(
            of(text, "sjuk"),
            "Karin är enl. Läkaren sjuk bl.a. Av stress."
        );
        assert_eq!(of(text, "ringde"), "Han ringde.");
    }

    #[test]
    fn ends_at_dates_and_short_words_and_not_at_ordinals() {
        let text = "Den kom 2018-03-22. Du bröt armen nu. Vi ses ca. Kl 9 den 22. Maj.";
        assert_eq!(of(text, "kom"), "Den kom 2018-03-22.");
        assert_eq!(of(text, "armen"), "Du bröt armen nu.");
        assert_eq!(of(text, "Kl"), "Vi ses ca. Kl 9 den 22. Maj.");
    }

    #[test]
    fn goes_on_behind_a_full_line_only() {
        let text = "Vid mötet den 3 mars berättade Karin Berg att hon sedan en tid är\nsjukskriven.\nDiagnos: astma\nom inget";
        assert!(of(text, "sjukskriven").starts_with("Vid mötet"));
        assert_eq!(of(text, "astma"), "Diagnos: astma");
    }
}
