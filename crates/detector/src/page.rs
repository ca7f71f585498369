//! Detectors: what has no digits and no fixed words and must be looked for in the text itself, such as names of persons.
//!
//! The host finds the words that begin with a capital, once for all detectors: a name begins with one, and only about one
//! word in ten does. A detector gives spans without allocating; [`Detector::read`] is asked for what is left after weighing.

use crate::Checked;

/// A word that begins with a capital, by its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

/// A text to look through.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words that begin with a capital, in order.
    pub capitals: &'a [Word],
    /// For tables: what stands between the cells of a row.
    pub delimiter: Option<u8>,
}

/// Something that may be what a detector looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawHit {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Added to the rule's confidence, in thousandths.
    pub weight: i16,
    /// The code of the reason for it.
    pub reason: &'static str,
}

/// Looks for something in a text.
pub trait Detector: Send + Sync {
    /// The name that rules use.
    fn name(&self) -> &'static str;

    /// Adds what may be it, in the order of the text.
    fn scan(&self, page: &Page<'_>, found: &mut Vec<RawHit>);

    /// The normal form and the mask of a span that was found.
    fn read(&self, raw: &str) -> Checked;
}

/// Adds the words of a text that begin with a capital and do not stand right behind a digit: letters of one script, so
/// what no Nordic name has ends a word. The host finds the same words faster; this is for the tests of detectors.
pub fn find_capitals(text: &str, words: &mut Vec<Word>) {
    let is_letter = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{17f}').contains(&c);
    let mut before = ' ';
    let mut from = 0;
    while let Some(first) = text.get(from..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(from..).unwrap_or_default();
        let length = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        if length > 0 && first.is_uppercase() && !before.is_ascii_digit() {
            words.push(Word {
                start: from as u32,
                end: (from + length) as u32,
            });
        }
        let passed = rest.get(..length.max(first.len_utf8())).unwrap_or_default();
        before = passed.chars().next_back().unwrap_or(' ');
        from += passed.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capitals(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        find_capitals(text, &mut words);
        words
            .iter()
            .map(|word| &text[word.start as usize..word.end as usize])
            .collect()
    }

    #[test]
    fn finds_words_with_a_capital() {
        assert_eq!(
            capitals("Hos Åsa och éva bor K. Öst-Berg, mcDonald 3X."),
            ["Hos", "Åsa", "K", "Öst", "Berg"]
        );
        assert_eq!(
            capitals("–Karin\u{a0}Berg, “Šime” Łukasz"),
            ["Karin", "Berg", "Šime", "Łukasz"]
        );
    }
}
