//! The dictionary: finds terms at the edges of words.
//!
//! Cost does not grow with the number of terms: the first and the last four bytes of each word are looked up in a bit map of
//! 8 KiB, and only what passes is compared. A term matches a whole word, a word with an ending (`sjukskriven`,
//! `sjukskrivnas`), and, when it is strong and long enough, the end of a compound (`bröstcancer`).

use std::collections::HashMap;

/// Bits in each filter.
const FILTER_BITS: usize = 1 << 16;
/// The shortest term, in bytes, that may end a compound.
const MIN_COMPOUND: usize = 6;
/// Endings of nouns, adjectives and participles in Swedish, Danish and Norwegian.
const ENDINGS: [&str; 26] = [
    "", "s", "n", "en", "et", "t", "ns", "ens", "ets", "na", "nas", "er", "ers", "ar", "or", "r",
    "a", "e", "ne", "erna", "arna", "orna", "ene", "erne", "ernas", "ernes",
];

/// How much a term says about a person who is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Ordinary in policies, law and minutes; never counts alone.
    Context,
    /// Counts only near a person or identifier.
    Weak,
    /// Says something about a person once one is near.
    Strong,
}

/// One term.
#[derive(Debug)]
pub(crate) struct Term {
    text: Box<[u8]>,
    pub rule: u16,
    pub strength: Strength,
    /// Its line in the dictionary, from 1: evidence keeps this number, never quoted text.
    pub line: u32,
    /// An abbreviation: matches in this case only, and without endings.
    exact: bool,
}

/// A term that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TermHit {
    pub start: u32,
    pub end: u32,
    pub term: u32,
}

#[derive(Debug)]
struct Filter(Box<[u64]>);

impl Filter {
    fn new() -> Self {
        Filter(vec![0; FILTER_BITS / 64].into_boxed_slice())
    }

    fn insert(&mut self, key: u32) {
        let bit = slot(key);
        if let Some(word) = self.0.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
    }

    #[inline]
    fn has(&self, key: u32) -> bool {
        let bit = slot(key);
        self.0
            .get(bit / 64)
            .is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }
}

#[inline]
fn slot(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> 16) as usize
}

/// Four bytes in a form that does not tell upper from lower case.
#[inline]
fn key(bytes: [u8; 4]) -> u32 {
    u32::from_le_bytes(bytes) | 0x2020_2020
}

/// The key of a word's first bytes; short words are filled up with zeros.
#[inline]
fn first_key(text: &[u8], start: usize, end: usize) -> u32 {
    match text.get(start..start + 4) {
        Some(bytes) if end - start >= 4 => key(bytes.try_into().unwrap_or_default()),
        _ => short_key(text.get(start..end).unwrap_or_default()),
    }
}

fn short_key(word: &[u8]) -> u32 {
    let mut bytes = [0; 4];
    for (to, from) in bytes.iter_mut().zip(word) {
        *to = *from;
    }
    key(bytes)
}

/// Collects terms.
#[derive(Debug, Default)]
pub(crate) struct DictionaryBuilder {
    terms: Vec<Term>,
}

impl DictionaryBuilder {
    /// Adds the lines of a csv text: `lang,term,strength`, with a heading.
    ///
    /// # Errors
    /// The number of the first line that is not of this form.
    pub(crate) fn add(&mut self, csv: &str, rule: u16) -> Result<(), usize> {
        for (index, line) in csv.lines().enumerate().skip(1) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let term = Self::parse(line, rule, index as u32 + 1).ok_or(index + 1)?;
            self.terms.push(term);
        }
        Ok(())
    }

    fn parse(line: &str, rule: u16, number: u32) -> Option<Term> {
        let mut fields = line.split(',').map(|field| field.trim().trim_matches('"'));
        let (_, text, strength) = (fields.next()?, fields.next()?, fields.next()?);
        let strength = match strength {
            "strong" => Strength::Strong,
            "weak" => Strength::Weak,
            "context" => Strength::Context,
            _ => return None,
        };
        let exact = text.chars().count() <= 4 && text.chars().all(char::is_uppercase);
        let text = if exact {
            text.to_owned()
        } else {
            text.to_lowercase()
        };
        let starts_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
        (text.len() >= 2 && starts_with_letter).then(|| Term {
            text: text.into_bytes().into_boxed_slice(),
            rule,
            strength,
            line: number,
            exact,
        })
    }

    pub(crate) fn build(self) -> Dictionary {
        let mut dictionary = Dictionary {
            terms: self.terms,
            first: Filter::new(),
            last: Filter::new(),
            by_first: HashMap::new(),
            by_last: HashMap::new(),
        };
        for index in 0..dictionary.terms.len() {
            dictionary.index(index);
        }
        dictionary
    }
}

/// All terms of all rules.
#[derive(Debug)]
pub(crate) struct Dictionary {
    terms: Vec<Term>,
    first: Filter,
    last: Filter,
    by_first: HashMap<u32, Vec<u32>>,
    by_last: HashMap<u32, Vec<(u32, u8)>>,
}

impl Dictionary {
    fn index(&mut self, index: usize) {
        let Some(term) = self.terms.get(index) else {
            return;
        };
        let word = term
            .text
            .split(|byte| !is_word(*byte))
            .next()
            .unwrap_or_default();
        let first = first_key(word, 0, word.len());
        // A short term with an ending is a longer word, whose first four bytes hold the ending.
        let mut firsts = vec![first];
        if word.len() < 4 && !term.exact {
            firsts.extend(ENDINGS.iter().map(|ending| {
                let inflected = [word, ending.as_bytes()].concat();
                first_key(&inflected, 0, inflected.len())
            }));
        }
        firsts.sort_unstable();
        firsts.dedup();
        for key in firsts {
            self.first.insert(key);
            self.by_first.entry(key).or_default().push(index as u32);
        }
        let whole_word = word.len() == term.text.len();
        if whole_word
            && term.strength == Strength::Strong
            && term.text.len() >= MIN_COMPOUND
            && !term.exact
        {
            for (number, ending) in ENDINGS.iter().enumerate() {
                let inflected = [&*term.text, ending.as_bytes()].concat();
                let key = first_key(&inflected, inflected.len() - 4, inflected.len());
                self.last.insert(key);
                self.by_last
                    .entry(key)
                    .or_default()
                    .push((index as u32, number as u8));
            }
        }
    }

    /// The term with a number.
    pub(crate) fn term(&self, number: u32) -> Option<&Term> {
        self.terms.get(number as usize)
    }

    /// Looks a word up and adds the longest term that begins with it or ends in it.
    #[inline]
    pub(crate) fn look_up(&self, text: &[u8], start: u32, end: u32, found: &mut Vec<TermHit>) {
        let (from, to) = (start as usize, end as usize);
        let first = first_key(text, from, to);
        if self.first.has(first) {
            self.compare_first(text, from, to, first, found);
        }
        if to - from > MIN_COMPOUND {
            let last = first_key(text, to - 4, to);
            if self.last.has(last) {
                self.compare_last(text, from, to, last, found);
            }
        }
    }

    fn compare_first(
        &self,
        text: &[u8],
        from: usize,
        to: usize,
        key: u32,
        found: &mut Vec<TermHit>,
    ) {
        let longest = self
            .by_first
            .get(&key)
            .into_iter()
            .flatten()
            .filter_map(|number| {
                self.end_of(text, from, to, *number)
                    .map(|end| (end, *number))
            })
            .max_by_key(|(end, number)| (*end, self.term(*number).map(|term| term.strength)));
        if let Some((end, term)) = longest {
            found.push(TermHit {
                start: from as u32,
                end: end as u32,
                term,
            });
        }
    }

    /// Where a term that begins with a word ends, with its ending.
    fn end_of(&self, text: &[u8], from: usize, to: usize, number: u32) -> Option<usize> {
        let term = self.term(number)?;
        let rest = text.get(from..)?;
        if term.exact {
            return (text.get(from..to)? == &*term.text).then_some(to);
        }
        let end = from + match_folded(rest, &term.text)?;
        if end < from + 1 || end < to && !is_ending(text.get(end..to)?) {
            return None;
        }
        if end <= to {
            return Some(to);
        }
        // The term has several words, so its last one may have an ending too.
        let tail = text
            .get(end..)?
            .iter()
            .take_while(|byte| is_word(**byte))
            .count();
        is_ending(text.get(end..end + tail)?).then_some(end + tail)
    }

    fn compare_last(
        &self,
        text: &[u8],
        from: usize,
        to: usize,
        key: u32,
        found: &mut Vec<TermHit>,
    ) {
        for (number, ending) in self.by_last.get(&key).into_iter().flatten() {
            let (Some(term), Some(ending)) = (self.term(*number), ENDINGS.get(*ending as usize))
            else {
                continue;
            };
            let length = term.text.len() + ending.len();
            // At least three bytes before it, or it is no compound.
            if to - from < length + 3 {
                continue;
            }
            let start = to - length;
            let matches = text
                .get(start..)
                .and_then(|rest| match_folded(rest, &term.text))
                == Some(term.text.len())
                && text
                    .get(to - ending.len()..to)
                    .is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()));
            if matches {
                found.push(TermHit {
                    start: from as u32,
                    end: to as u32,
                    term: *number,
                });
                return;
            }
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

fn is_ending(tail: &[u8]) -> bool {
    tail.len() <= 5
        && ENDINGS
            .iter()
            .any(|ending| tail.eq_ignore_ascii_case(ending.as_bytes()))
}

/// How many bytes of the text match a lower-case term, ignoring case; a space of the term is any white space.
fn match_folded(text: &[u8], term: &[u8]) -> Option<usize> {
    let mut at = 0;
    let mut previous = 0;
    for expected in term {
        let byte = *text.get(at)?;
        if *expected == b' ' {
            let spaces = white_space(text.get(at..)?);
            if spaces == 0 {
                return None;
            }
            at += spaces;
        } else if fold(byte, previous) == *expected {
            at += 1;
        } else {
            return None;
        }
        previous = byte;
    }
    Some(at)
}

/// Lower case of ASCII, and of Latin-1 letters in UTF-8.
fn fold(byte: u8, previous: u8) -> u8 {
    if previous == 0xC3 && (0x80..=0x9E).contains(&byte) {
        byte + 0x20
    } else {
        byte.to_ascii_lowercase()
    }
}

/// Bytes of white space, a no-break space too, within one paragraph.
fn white_space(text: &[u8]) -> usize {
    let mut length = 0;
    let mut lines = 0;
    loop {
        match text.get(length..) {
            Some([b' ' | b'\t' | b'\r', ..]) => length += 1,
            Some([b'\n', ..]) if lines == 0 => {
                lines += 1;
                length += 1;
            }
            Some([0xC2, 0xA0, ..]) => length += 2,
            _ => return length,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Classified;

    fn dictionary() -> Dictionary {
        let mut builder = DictionaryBuilder::default();
        let csv = "lang,term,strength\nsv,sjukskriven,strong\nsv,cancer,strong\nsv,diagnosticerad med,strong\nsv,ADHD,strong\nsv,ålderspension,weak\nda,hiv,strong\n";
        builder.add(csv, 3).unwrap();
        builder.build()
    }

    fn found(text: &str) -> Vec<&str> {
        let dictionary = dictionary();
        let mut hits = Vec::new();
        let bytes = text.as_bytes();
        Classified::default().pass(bytes, 4, |start, end| {
            dictionary.look_up(bytes, start, end, &mut hits);
        });
        hits.iter()
            .map(|hit| &text[hit.start as usize..hit.end as usize])
            .collect()
    }

    #[test]
    fn finds_terms_in_any_case_with_endings_and_in_compounds() {
        assert_eq!(found("Hon är SJUKSKRIVEN."), ["SJUKSKRIVEN"]);
        assert_eq!(
            found("cancern, bröstcancer och Bröstcancerns"),
            ["cancern", "bröstcancer", "Bröstcancerns"]
        );
        assert_eq!(
            found("ÅLDERSPENSION och Ålderspensionen"),
            ["ÅLDERSPENSION", "Ålderspensionen"]
        );
        assert_eq!(
            found("diagnosticerad\u{a0}med astma, diagnosticerad\nmed"),
            ["diagnosticerad\u{a0}med", "diagnosticerad\nmed"]
        );
        assert_eq!(found("har hiv. Hiven och HIV"), ["hiv", "Hiven", "HIV"]);
    }

    #[test]
    fn leaves_words_that_only_look_alike() {
        assert!(found("Cancerfonden och cancerforskning").is_empty());
        assert!(found("adhd Adhd").is_empty());
        assert!(found("diagnosticerad utan, hivkliniken").is_empty());
        assert_eq!(found("ADHD"), ["ADHD"]);
    }

    #[test]
    fn says_which_line_of_a_dictionary_is_wrong() {
        assert_eq!(
            DictionaryBuilder::default().add("lang,term,strength\nsv,x y,strong\nsv,abc,loud\n", 0),
            Err(3)
        );
    }
}
