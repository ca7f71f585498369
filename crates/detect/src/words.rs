//! The dictionary: finds terms at the edges of words.
//!
//! Cost does not grow with the number of terms: the first and the last eight bytes of each word are looked up in a bit map
//! that stays in the processor's nearest caches, and only what passes is compared. Terms are entered with all their endings,
//! so that hardly anything passes that is no term. A term matches a whole word, a word with an ending (`sjukskriven`,
//! `sjukskrivnas`), and, when it is strong and long enough, the end of a compound (`bröstcancer`).

use crate::classify::{Around, TakeToken};
use crate::keymap::KeyMap;

/// The shortest term, in bytes, that may end a compound.
const MIN_COMPOUND: usize = 6;
/// The shortest compound: at least three bytes stand before its last part.
const SHORTEST_COMPOUND: usize = MIN_COMPOUND + 3;
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
    /// Whether it is one word that matches in any case and with endings.
    plain: bool,
    /// The bytes of its first word, and the byte that the next one begins with; none for a single word.
    second: Option<(usize, u8)>,
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

    /// The entry with each of its endings.
    fn forms(&self) -> impl Iterator<Item = Vec<u8>> {
        ENDINGS
            .iter()
            .map(|ending| [&*self.text, ending.as_bytes()].concat())
    }

    /// The keys of the words that it may begin with.
    fn head_keys(&self) -> impl Iterator<Item = u64> {
        let length = self.text.iter().take_while(|byte| is_word(**byte)).count();
        let bends = self.plain;
        let whole = head_key(&self.text, 0, length);
        let bent = self.forms().map(|form| head_key(&form, 0, form.len()));
        std::iter::once(whole).chain(bent.filter(move |_| bends))
    }

    /// The keys of the compounds that it may end.
    fn tail_keys(&self) -> impl Iterator<Item = u64> {
        let ends_compound = self.may_end_compound();
        let key = |form: Vec<u8>| match tail_keys(&form, form.len()) {
            (wide, _) if form.len() >= WIDE => wide,
            _ => head_key(&form, form.len() - NARROW, form.len()),
        };
        self.forms().filter(move |_| ends_compound).map(key)
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
/// The bytes of a word's beginning, and of its end, that are looked up.
const WIDE: usize = 8;
/// The same for the ends of words whose last part is shorter than [`WIDE`].
const NARROW: usize = 6;
/// Eight bytes from `start` on; zeros behind the end of the text.
#[inline]
fn eight(text: &[u8], start: usize) -> u64 {
    let rest = text.get(start..).unwrap_or_default();
    match rest.first_chunk::<WIDE>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => last_eight(rest),
    }
}

#[cold]
fn last_eight(rest: &[u8]) -> u64 {
    let mut bytes = [0; WIDE];
    for (byte, found) in bytes.iter_mut().zip(rest) {
        *byte = *found;
    }
    u64::from_le_bytes(bytes)
}

/// The bytes of a key that a word of some length fills.
const FILLED: [u64; 64] = filled();

const fn filled() -> [u64; 64] {
    let mut filled = [u64::MAX; 64];
    let mut length = 0;
    while length < WIDE {
        filled[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    filled
}

/// The key of a word that begins with eight bytes: all of it, or its first [`WIDE`] bytes.
#[inline]
fn key_of_head(eight: u64, length: usize) -> u64 {
    (eight | CASELESS) & FILLED[length.min(63)]
}

/// The key of a word.
fn head_key(text: &[u8], start: usize, end: usize) -> u64 {
    key_of_head(eight(text, start), end - start)
}

/// The keys of a word's end, wide and narrow, from its last eight bytes.
#[inline]
fn keys_of_tail(eight: u64) -> (u64, u64) {
    let tail = eight | CASELESS;
    (tail, tail >> (8 * (WIDE - NARROW)))
}

/// The keys of the end of a word that has at least [`WIDE`] bytes.
fn tail_keys(text: &[u8], end: usize) -> (u64, u64) {
    keys_of_tail(eight(text, end.saturating_sub(WIDE)))
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
            plain: !exact && text.bytes().all(is_word),
            second: second_word(text.as_bytes()),
            text: text.into_bytes().into_boxed_slice(),
            meaning,
            exact,
        })
    }

    pub(crate) fn build(self) -> Dictionary {
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for (number, entry) in self.entries.iter().enumerate() {
            let with_number = |key| (key, number as u32);
            heads.extend(entry.head_keys().map(with_number));
            tails.extend(entry.tail_keys().map(with_number));
        }
        let (entries, heads) = (self.entries, KeyMap::new(heads));
        Dictionary {
            letters: letters(&entries),
            follows: follows(&entries, &heads),
            entries,
            heads,
            tails: KeyMap::new(tails),
        }
    }
}

/// What may stand behind a word for any entry of its group to match: rejects most words that only begin entries of
/// several words (`har`, `i`).
#[derive(Clone, Copy, Debug, Default)]
struct Follow {
    /// Beyond a space, as a set of pairs of bytes.
    spaced: u64,
    /// Right behind the word, as a set of bytes modulo 64.
    beside: u64,
}

impl Follow {
    fn add(&mut self, entry: &Entry) {
        let length = entry.text.iter().take_while(|byte| is_word(**byte)).count();
        let next = |ahead| entry.text.get(length + ahead).copied();
        match (next(0), next(1), next(2)) {
            (Some(b' '), Some(one), Some(two)) if two != b' ' => self.spaced |= pair(one, two),
            (Some(b' '), _, _) => self.spaced = u64::MAX,
            (Some(mark), _, _) => self.beside |= bit(mark),
            _ => (self.spaced, self.beside) = (u64::MAX, u64::MAX),
        }
    }

    /// Whether an entry may match that begins with the word that ends at `to`.
    #[inline]
    fn allows(self, text: &[u8], to: usize) -> bool {
        match text.get(to..).unwrap_or_default() {
            [b' ', b' ' | b'\t' | b'\r' | b'\n' | 0xC2, ..]
            | [b'\t' | b'\r' | b'\n' | 0xC2, ..] => self.spaced | self.beside != 0,
            [b' ', one, two, ..] => self.spaced & pair(*one, *two) != 0,
            [b' ', ..] => self.spaced != 0,
            [mark, ..] => self.beside & bit(*mark) != 0,
            [] => self.beside == u64::MAX,
        }
    }
}

/// The bit of two bytes in a set of pairs, the same for upper and lower case.
#[inline]
fn pair(one: u8, two: u8) -> u64 {
    let (one, two) = (u32::from(one | 0x20), u32::from(two | 0x20));
    1 << ((5 * one + 11 * two) & 63)
}

/// A byte's bit in a set of bytes, the same for upper and lower case.
#[inline]
fn bit(byte: u8) -> u64 {
    1 << ((byte | 0x20) & 63)
}

/// The bytes right behind the letters that are first words.
fn letters(entries: &[Entry]) -> Box<[u64; 256]> {
    let mut letters = Box::new([0; 256]);
    for entry in entries {
        if let [letter, next, ..] = *entry.text
            && !is_word(next)
        {
            let spaces = [b' ', b'\t', b'\r', b'\n', 0xC2]
                .map(bit)
                .into_iter()
                .sum::<u64>();
            let behind = if next == b' ' { spaces } else { bit(next) };
            letters[usize::from(letter)] |= behind;
            letters[usize::from(letter.to_ascii_uppercase())] |= behind;
        }
    }
    letters
}

/// What may follow the words of each group.
fn follows(entries: &[Entry], heads: &KeyMap) -> Vec<Follow> {
    let mut follows = vec![Follow::default(); heads.groups()];
    for (group, follow) in follows.iter_mut().enumerate() {
        for number in heads.numbers(group) {
            entries
                .get(*number as usize)
                .into_iter()
                .for_each(|entry| follow.add(entry));
        }
    }
    follows
}

/// Where the first of several words ends, and what the next one begins with.
fn second_word(text: &[u8]) -> Option<(usize, u8)> {
    let end = text.iter().position(|byte| !is_word(*byte))?;
    (text.get(end) == Some(&b' ')).then_some((end, *text.get(end + 1)?))
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
    /// By the beginnings of first words, each with its endings.
    heads: KeyMap,
    /// By the groups of `heads`.
    follows: Vec<Follow>,
    /// The bytes that may stand behind a letter that is the first word of an entry.
    letters: Box<[u64; 256]>,
    /// By the ends of those that may end a compound.
    tails: KeyMap,
}

impl Dictionary {
    /// The entry with a number.
    pub(crate) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Looks a word up by its first and its last eight bytes, and adds the longest term, and the longest label, that
    /// begins with it or ends in it.
    #[inline]
    fn look_up(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        (first, last): (u64, u64),
        found: &mut Words,
    ) {
        let head = key_of_head(first, to - from);
        // A letter alone begins few entries (`p-nr`); codes are full of them.
        if to - from == 1 && !self.may_follow_letter(text, from) {
            return;
        }
        if self.heads.may_have(head) {
            self.compare(text, (from, to), head, found);
        } else if to - from >= SHORTEST_COMPOUND {
            let (wide, narrow) = keys_of_tail(last);
            if self.tails.may_have(wide) | self.tails.may_have(narrow) {
                self.compare_last(text, (from, to), &Best::default(), found);
            }
        }
    }

    /// Whether what stands behind a single letter may be that of any entry.
    #[inline]
    fn may_follow_letter(&self, text: &[u8], at: usize) -> bool {
        let byte = |at: usize| text.get(at).copied().unwrap_or(0);
        self.letters[usize::from(byte(at))] & bit(byte(at + 1)) != 0
    }

    /// Compares a word whose beginning passed the filter.
    #[inline(never)]
    fn compare(&self, text: &[u8], (from, to): (usize, usize), head: u64, found: &mut Words) {
        let mut best = Best::default();
        if let Some(group) = self.heads.find(head)
            && self
                .follows
                .get(group)
                .is_some_and(|follow| follow.allows(text, to))
        {
            self.compare_first(text, (from, to), self.heads.numbers(group), &mut best);
        }
        if to - from >= SHORTEST_COMPOUND {
            self.compare_last(text, (from, to), &best, found);
        }
        for (end, _, number) in [best.term, best.label].into_iter().flatten() {
            self.push(from, end, number, found);
        }
    }

    fn compare_first(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        numbers: &[u32],
        best: &mut Best,
    ) {
        for number in numbers {
            let Some(entry) = self.entry(*number) else {
                continue;
            };
            // The key of a word that does not fill it is the whole of the word.
            let is_settled = to - from < WIDE && entry.plain;
            let end = if is_settled {
                Some(to)
            } else {
                end_of(entry, text, from, to)
            };
            if let Some(end) = end {
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
        best: &Best,
        found: &mut Words,
    ) {
        let (wide, narrow) = tail_keys(text, to);
        let numbers = [wide, narrow].map(|key| self.tails.get(key));
        for number in numbers.into_iter().flatten() {
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

/// Looks up the words of a text.
pub(crate) struct LookUp<'a> {
    pub dictionary: &'a Dictionary,
    pub text: &'a [u8],
    pub found: &'a mut Words,
}

impl TakeToken for LookUp<'_> {
    fn digits(&mut self, _: u32, _: u32) {}

    fn capital(&mut self, _: u32, _: u32) {}

    #[inline]
    fn inside(&mut self, window: &Around<'_>, start: u32, end: u32) {
        let range = ((window.base + start) as usize, (window.base + end) as usize);
        let edges = (window.behind(start), window.before(end));
        self.dictionary.look_up(self.text, range, edges, self.found);
    }

    fn across(&mut self, start: u32, end: u32) {
        let (from, to) = (start as usize, end as usize);
        let edges = (
            eight(self.text, from),
            eight(self.text, to.saturating_sub(WIDE)),
        );
        self.dictionary
            .look_up(self.text, (from, to), edges, self.found);
    }
}

/// Where an entry that begins with a word ends, with its ending.
fn end_of(entry: &Entry, text: &[u8], from: usize, to: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    if let Some((length, second)) = entry.second {
        // Most entries that begin with a common word end here.
        let next = (text.get(to) == Some(&b' '))
            .then(|| text.get(to + 1))
            .flatten();
        let differs = |next: &u8| next.is_ascii() && next.to_ascii_lowercase() != second;
        if to - from != length || next.is_some_and(differs) {
            return None;
        }
    }
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
        let mut look_up = LookUp {
            dictionary: &dictionary,
            text: bytes,
            found: &mut words,
        };
        Classified::default().pass(bytes, &mut look_up);
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
