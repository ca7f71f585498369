//! The dictionary: finds terms at the edges of words.
//!
//! Cost does not grow with the number of terms: the first and the last four bytes of each word are looked up in a bit map of
//! 8 KiB, and only what passes is compared. A term matches a whole word, a word with an ending (`sjukskriven`,
//! `sjukskrivnas`), and, when it is strong and long enough, the end of a compound (`bröstcancer`).

use crate::keymap::KeyMap;

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

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A term of a dictionary.
    Term {
        /// Its rule.
        rule: u16,
        /// How much it says.
        strength: Strength,
        /// Its line in the dictionary, from 1: evidence keeps this number, never quoted text.
        line: u32,
    },
    /// A label with its number.
    Label(u32),
}

/// One entry.
#[derive(Debug)]
pub(crate) struct Entry {
    text: Box<[u8]>,
    pub meaning: Meaning,
    /// An abbreviation: matches in this case only, and without endings.
    exact: bool,
}

impl Entry {
    fn may_end_compound(&self) -> bool {
        let weighty = match self.meaning {
            Meaning::Term { strength, .. } => strength == Strength::Strong,
            Meaning::Label(_) => true,
        };
        let is_one_word = self.text.iter().all(|byte| is_word(*byte));
        weighty && is_one_word && self.text.len() >= MIN_COMPOUND && !self.exact
    }

    fn weight(&self) -> u8 {
        match self.meaning {
            Meaning::Term { strength, .. } => strength as u8,
            Meaning::Label(_) => 0,
        }
    }
}

/// A term or label that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordHit {
    pub start: u32,
    pub end: u32,
    /// The number of the entry, or of the label.
    pub number: u32,
}

/// What was found in one text; the buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub terms: Vec<WordHit>,
    pub labels: Vec<WordHit>,
}

impl Words {
    pub(crate) fn clear(&mut self) {
        self.terms.clear();
        self.labels.clear();
    }
}

/// Bytes in a form that does not tell upper from lower case.
const CASELESS: u64 = 0x2020_2020_2020_2020;
/// The bytes of a word's end that are looked up.
const TAIL: usize = 6;

/// The key of a word's first four bytes; short words are filled up.
#[inline]
fn first_key(text: &[u8], start: usize, end: usize) -> u64 {
    match text.get(start..start + 4) {
        Some(&[a, b, c, d]) if end - start >= 4 => {
            u64::from(u32::from_le_bytes([a, b, c, d])) | CASELESS
        }
        _ => short_key(text.get(start..end).unwrap_or_default()),
    }
}

fn short_key(word: &[u8]) -> u64 {
    word.iter()
        .take(4)
        .rev()
        .fold(0, |key, byte| key << 8 | u64::from(*byte))
        | CASELESS
}

/// The key of the first bytes of a word that has at least [`TAIL`] of them.
#[inline]
fn long_key(text: &[u8], start: usize) -> u64 {
    last_key(text, start + TAIL)
}

/// The key of a word's last bytes.
#[inline]
fn last_key(text: &[u8], end: usize) -> u64 {
    let mut bytes = [0; 8];
    if let Some(tail) = text.get(end.wrapping_sub(TAIL)..end) {
        bytes[..TAIL].copy_from_slice(tail);
    }
    u64::from_le_bytes(bytes) | CASELESS
}

/// Collects terms and labels.
#[derive(Debug, Default)]
pub(crate) struct DictionaryBuilder {
    entries: Vec<Entry>,
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
            let entry = Self::parse(line, rule, index as u32 + 1).ok_or(index + 1)?;
            self.entries.push(entry);
        }
        Ok(())
    }

    /// Adds a label; `None` when it does not begin with a letter.
    pub(crate) fn add_label(&mut self, text: &str, number: u32) -> Option<()> {
        let entry = Self::entry(text, Meaning::Label(number))?;
        self.entries.push(entry);
        Some(())
    }

    fn parse(line: &str, rule: u16, line_number: u32) -> Option<Entry> {
        let mut fields = line.split(',').map(|field| field.trim().trim_matches('"'));
        let (_, text, strength) = (fields.next()?, fields.next()?, fields.next()?);
        let strength = match strength {
            "strong" => Strength::Strong,
            "weak" => Strength::Weak,
            "context" => Strength::Context,
            _ => return None,
        };
        let meaning = Meaning::Term {
            rule,
            strength,
            line: line_number,
        };
        Self::entry(text, meaning)
    }

    fn entry(text: &str, meaning: Meaning) -> Option<Entry> {
        let is_label = matches!(meaning, Meaning::Label(_));
        let exact = !is_label && text.chars().count() <= 4 && text.chars().all(char::is_uppercase);
        let text = if exact {
            text.to_owned()
        } else {
            text.to_lowercase()
        };
        let starts_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
        (text.len() >= 2 && starts_with_letter).then(|| Entry {
            text: text.into_bytes().into_boxed_slice(),
            meaning,
            exact,
        })
    }

    pub(crate) fn build(self) -> Dictionary {
        let (mut first, mut long, mut last) = (Vec::new(), Vec::new(), Vec::new());
        for (number, entry) in self.entries.iter().enumerate() {
            let word = first_word(entry);
            if word.len() >= TAIL {
                long.push((long_key(word, 0), number as u32));
            } else {
                first.extend(
                    first_keys(entry)
                        .into_iter()
                        .map(|key| (key, number as u32)),
                );
            }
            last.extend(last_keys(entry).into_iter().map(|key| (key, number as u32)));
        }
        Dictionary {
            entries: self.entries,
            first: KeyMap::new(first),
            long: KeyMap::new(long),
            last: KeyMap::new(last),
        }
    }
}

/// An entry's first word.
fn first_word(entry: &Entry) -> &[u8] {
    entry
        .text
        .split(|byte| !is_word(*byte))
        .next()
        .unwrap_or_default()
}

fn first_keys(entry: &Entry) -> Vec<u64> {
    let word = first_word(entry);
    let mut keys = vec![first_key(word, 0, word.len())];
    // A short term with an ending is a longer word, whose first four bytes hold the ending.
    if word.len() < 4 && word.len() == entry.text.len() && !entry.exact {
        keys.extend(ENDINGS.iter().map(|ending| {
            let inflected = [word, ending.as_bytes()].concat();
            first_key(&inflected, 0, inflected.len())
        }));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn last_keys(entry: &Entry) -> Vec<u64> {
    if !entry.may_end_compound() {
        return Vec::new();
    }
    let inflected = ENDINGS
        .iter()
        .map(|ending| [&*entry.text, ending.as_bytes()].concat());
    inflected
        .map(|inflected| last_key(&inflected, inflected.len()))
        .collect()
}

/// The longest term and the longest label at a word: the end, the weight and the number.
#[derive(Default)]
struct Best {
    term: Option<(usize, u8, u32)>,
    label: Option<(usize, u8, u32)>,
}

/// All terms and labels of all rules.
#[derive(Debug)]
pub(crate) struct Dictionary {
    entries: Vec<Entry>,
    /// By the first four bytes of a first word that is shorter than [`TAIL`].
    first: KeyMap,
    /// By the first [`TAIL`] bytes of longer ones.
    long: KeyMap,
    last: KeyMap,
}

impl Dictionary {
    /// The entry with a number.
    pub(crate) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Looks a word up and adds the longest term, and the longest label, that begins with it or ends in it.
    #[inline]
    pub(crate) fn look_up(&self, text: &[u8], start: u32, end: u32, found: &mut Words) {
        let (from, to) = (start as usize, end as usize);
        let first = first_key(text, from, to);
        let mut best = Best::default();
        if self.first.may_have(first) {
            self.compare_first(text, from, to, self.first.get(first), &mut best);
        }
        if to - from >= TAIL {
            let long = long_key(text, from);
            if self.long.may_have(long) {
                self.compare_first(text, from, to, self.long.get(long), &mut best);
            }
            let last = last_key(text, to);
            if to - from > MIN_COMPOUND && self.last.may_have(last) {
                self.compare_last(text, (from, to), last, (&best, found));
            }
        }
        for (end, _, number) in [best.term, best.label].into_iter().flatten() {
            self.push(from, end, number, found);
        }
    }

    #[inline(never)]
    fn compare_first(&self, text: &[u8], from: usize, to: usize, numbers: &[u32], best: &mut Best) {
        for number in numbers {
            let Some(entry) = self.entry(*number) else {
                continue;
            };
            if let Some(end) = end_of(entry, text, from, to) {
                let best = match entry.meaning {
                    Meaning::Term { .. } => &mut best.term,
                    Meaning::Label(_) => &mut best.label,
                };
                *best = (*best).max(Some((end, entry.weight(), *number)));
            }
        }
    }

    fn push(&self, start: usize, end: usize, number: u32, found: &mut Words) {
        let hit = |number| WordHit {
            start: start as u32,
            end: end as u32,
            number,
        };
        match self.entry(number).map(|entry| entry.meaning) {
            Some(Meaning::Term { .. }) => found.terms.push(hit(number)),
            Some(Meaning::Label(label)) => found.labels.push(hit(label)),
            None => {}
        }
    }

    #[inline(never)]
    fn compare_last(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        key: u64,
        (best, found): (&Best, &mut Words),
    ) {
        for number in self.last.get(key) {
            let Some(entry) = self.entry(*number) else {
                continue;
            };
            // A word that is a label itself is not the compound of another (`fastighetsbeteckning`, `beteckning`).
            let is_named = best.label.is_some() && matches!(entry.meaning, Meaning::Label(_));
            if !is_named && ends_compound(entry, text, from, to) {
                self.push(from, to, *number, found);
            }
        }
    }
}

/// Where an entry that begins with a word ends, with its ending.
fn end_of(entry: &Entry, text: &[u8], from: usize, to: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    if entry.exact {
        return (text.get(from..to)? == &*entry.text).then_some(to);
    }
    let end = from + match_folded(rest, &entry.text)?;
    if end < from + 1 || end < to && !is_ending(text.get(end..to)?) {
        return None;
    }
    if end <= to {
        return Some(to);
    }
    // The entry has several words, so its last one may have an ending too.
    let tail = text
        .get(end..)?
        .iter()
        .take_while(|byte| is_word(**byte))
        .count();
    is_ending(text.get(end..end + tail)?).then_some(end + tail)
}

/// Whether a word is a compound whose last part is the entry with one of its endings.
fn ends_compound(entry: &Entry, text: &[u8], from: usize, to: usize) -> bool {
    ENDINGS.iter().any(|ending| {
        let length = entry.text.len() + ending.len();
        // At least three bytes before it, or it is no compound.
        to - from >= length + 3
            && text
                .get(to - length..to)
                .and_then(|rest| match_folded(rest, &entry.text))
                == Some(entry.text.len())
            && text
                .get(to - ending.len()..to)
                .is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
    })
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
        let mut words = Words::default();
        let bytes = text.as_bytes();
        Classified::default().pass(bytes, 4, |start, end| {
            dictionary.look_up(bytes, start, end, &mut words);
        });
        words
            .terms
            .iter()
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
