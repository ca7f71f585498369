//! One term or label: how it may stand in a text.
//!
//! A term is written as it stands in a dictionary. `*besvär` may also end a compound (`magbesvär`), as a strong term may
//! without a star; `missbruk*` may begin one, and has eight bytes at least.

use crate::word_key::{CASELESS, NARROW, WIDE, head_key, tail_keys};

/// The shortest term, in bytes, that may end a compound.
const MIN_COMPOUND: usize = 6;
/// The shortest compound: at least three bytes stand before its last part.
pub(crate) const SHORTEST_COMPOUND: usize = MIN_COMPOUND + 3;
/// Bytes of the longest of [`ENDINGS`].
const LONGEST_ENDING: usize = 5;
/// Endings of nouns, adjectives and participles in Swedish, Danish and Norwegian.
const ENDINGS: [&str; 26] = [
    "", "s", "n", "en", "et", "t", "ns", "ens", "ets", "na", "nas", "er", "ers", "ar", "or", "r",
    "a", "e", "ne", "erna", "arna", "orna", "ene", "erne", "ernas", "ernes",
];

/// How much a term says about a person who is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Says nothing but behind a lead (`ont i` and `knät`).
    Part,
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
    pub text: Box<[u8]>,
    pub meaning: Meaning,
    /// An abbreviation: matches in this case only, and without endings.
    exact: bool,
    /// Whether it is one word that matches in any case and with endings.
    pub plain: bool,
    /// The bytes of its first word, and the byte that the next one begins with; none for a single word.
    pub second: Option<(usize, u8)>,
    /// Written `*x`: it may end a compound, however little it says.
    ends: bool,
    /// Written `x*`: a compound may begin with it.
    begins: bool,
}

impl Entry {
    /// The entry of a line `lang,term,strength`.
    pub(crate) fn parse(line: &str, rule: u16, line_number: u32) -> Option<Entry> {
        let mut fields = line.split(',').map(|field| field.trim().trim_matches('"'));
        let (_, text, strength) = (fields.next()?, fields.next()?, fields.next()?);
        let strength = match strength {
            "strong" => Strength::Strong,
            "weak" => Strength::Weak,
            "context" => Strength::Context,
            "part" => Strength::Part,
            _ => return None,
        };
        let meaning = Meaning::Term {
            rule,
            strength,
            line: line_number,
        };
        Self::new(text, meaning)
    }

    /// An entry; `None` when it does not begin with a letter, or its star asks for what cannot be looked up.
    pub(crate) fn new(text: &str, meaning: Meaning) -> Option<Entry> {
        let (text, ends) = text
            .strip_prefix('*')
            .map_or((text, false), |rest| (rest, true));
        let (text, begins) = text
            .strip_suffix('*')
            .map_or((text, false), |rest| (rest, true));
        let is_label = matches!(meaning, Meaning::Label(_));
        let exact = !is_label && text.chars().count() <= 4 && text.chars().all(char::is_uppercase);
        let text = if exact {
            text.to_owned()
        } else {
            text.to_lowercase()
        };
        let plain = !exact && text.bytes().all(is_word);
        let starts_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
        let is_found = !(ends || begins) || plain && (!begins || text.len() >= WIDE);
        (text.len() >= 2 && starts_with_letter && is_found).then(|| Entry {
            plain,
            second: second_word(text.as_bytes()),
            text: text.into_bytes().into_boxed_slice(),
            meaning,
            exact,
            ends,
            begins,
        })
    }

    fn may_end_compound(&self) -> bool {
        let weighty = match self.meaning {
            Meaning::Term { strength, .. } => {
                strength == Strength::Strong && self.text.len() >= MIN_COMPOUND
            }
            Meaning::Label(_) => self.text.len() >= MIN_COMPOUND,
        };
        (weighty || self.ends) && !self.exact && self.text.iter().all(|byte| is_word(*byte))
    }

    /// The entry with each of its endings.
    fn forms(&self) -> impl Iterator<Item = Vec<u8>> {
        ENDINGS
            .iter()
            .map(|ending| [&*self.text, ending.as_bytes()].concat())
    }

    /// The keys of the words that it may begin with.
    pub(crate) fn head_keys(&self) -> impl Iterator<Item = u64> {
        let length = self.text.iter().take_while(|byte| is_word(**byte)).count();
        let whole = head_key(&self.text, 0, length);
        // Endings stand behind the bytes of the key of a longer word.
        let bends = self.plain && self.text.len() < WIDE;
        let forms = bends.then(|| self.forms()).into_iter().flatten();
        std::iter::once(whole).chain(forms.map(|form| head_key(&form, 0, form.len())))
    }

    /// The keys of the compounds that it may end.
    pub(crate) fn tail_keys(&self) -> impl Iterator<Item = u64> {
        let key = |form: Vec<u8>| match tail_keys(&form, form.len()) {
            (wide, _) if form.len() >= WIDE => wide,
            _ => head_key(&form, form.len() - NARROW, form.len()),
        };
        let forms = self.may_end_compound().then(|| self.forms());
        let forms = forms.into_iter().flatten();
        forms.filter(|form| form.len() >= NARROW).map(key)
    }

    pub(crate) fn weight(&self) -> u8 {
        match self.meaning {
            Meaning::Term { strength, .. } => strength as u8,
            Meaning::Label(_) => 0,
        }
    }
}

/// Where the first of several words ends, and what the next one begins with.
fn second_word(text: &[u8]) -> Option<(usize, u8)> {
    let end = text.iter().position(|byte| !is_word(*byte))?;
    (text.get(end) == Some(&b' ')).then_some((end, *text.get(end + 1)?))
}

/// Where an entry that begins with a word ends, with its ending.
pub(crate) fn end_of(entry: &Entry, text: &[u8], from: usize, to: usize) -> Option<usize> {
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
    let end = if entry.plain {
        let is_one = may_bend(entry, rest, to - from) && begins_with(rest, &entry.text);
        is_one.then_some(from + entry.text.len())?
    } else {
        from + match_folded(rest, &entry.text)?
    };
    if end < from + 1 || end < to && !entry.begins && !is_ending(text.get(end..to)?) {
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

/// Whether a word may be an entry of one word with an ending, by its length and the last byte of the entry; rejects most
/// that only begin with the same eight bytes.
fn may_bend(entry: &Entry, text: &[u8], length: usize) -> bool {
    let Some(more) = length.checked_sub(entry.text.len()) else {
        return false;
    };
    let last = entry.text.len().saturating_sub(1);
    let differs = |byte: &u8| {
        entry
            .text
            .last()
            .is_some_and(|own| (own ^ byte) & !0x20 != 0)
    };
    (more <= LONGEST_ENDING || entry.begins) && !text.get(last).is_some_and(differs)
}

/// Whether a word is a compound whose last part is the entry with one of its endings.
pub(crate) fn ends_compound(entry: &Entry, text: &[u8], from: usize, to: usize) -> bool {
    ENDINGS.iter().any(|ending| {
        let length = entry.text.len() + ending.len();
        // At least three bytes before it, or it is no compound.
        to - from >= length + 3
            && text
                .get(to - length..to)
                .is_some_and(|rest| begins_with(rest, &entry.text))
            && text
                .get(to - ending.len()..to)
                .is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
    })
}

/// Whether a byte belongs to a word, as in `classify`: a typographic apostrophe does not.
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, 0x80..=0xBF | 0xC3..=0xC5)
}

fn is_ending(tail: &[u8]) -> bool {
    tail.len() <= LONGEST_ENDING
        && ENDINGS
            .iter()
            .any(|ending| tail.eq_ignore_ascii_case(ending.as_bytes()))
}

/// Whether a word begins with a lower-case word in any case, eight bytes at a time: in letters of ASCII and of Latin-1 in
/// UTF-8, one bit tells upper from lower case.
fn begins_with(text: &[u8], word: &[u8]) -> bool {
    let Some(text) = text.get(..word.len()) else {
        return false;
    };
    let same = |one: &[u8], other: &[u8]| {
        let differs = |(one, other): (&u8, &u8)| (one ^ other) & !0x20;
        one.iter()
            .zip(other)
            .map(differs)
            .fold(0, |all, bits| all | bits)
            == 0
    };
    let (texts, text_rest) = text.as_chunks::<WIDE>();
    let (words, word_rest) = word.as_chunks::<WIDE>();
    texts.iter().zip(words).all(|(one, other)| {
        (u64::from_le_bytes(*one) ^ u64::from_le_bytes(*other)) & !CASELESS == 0
    }) && same(text_rest, word_rest)
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
