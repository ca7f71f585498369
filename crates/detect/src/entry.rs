//! One term or label: how it may stand in a text.
//!
//! A term is written as it stands in a dictionary. `*besvär` may also end a compound (`magbesvär`), as a strong term may
//! without a star; `missbruk*` may begin one, and has eight bytes at least.

use crate::endings::{BYTES, ENDINGS, LONGEST, is_ending};
use crate::persons::Signs;
use crate::word_key::{CASELESS, NARROW, NEXT, WIDE, head_key, key_of_tail, next_key};

/// The shortest term, in bytes, that may end a compound.
const MIN_COMPOUND: usize = 6;
/// The shortest compound: at least three bytes stand before its last part.
pub(crate) const SHORTEST_COMPOUND: usize = MIN_COMPOUND + 3;
/// How much a term says about a person who is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Says nothing but behind a lead (`ont i` and `knät`).
    Part,
    /// Ordinary in policies, law and minutes; never counts alone.
    Context,
    /// Everyday words (`truer`, `kommunen har`): as weak, and only beside another term of the same category.
    Faint,
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
    /// A word that says what stands around it, as `persons` lists them.
    Sign(Signs),
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
    /// The bytes of its first word, when something stands behind that.
    pub first: Option<usize>,
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
            "faint" => Strength::Faint,
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
        let is_term = matches!(meaning, Meaning::Term { .. });
        let exact = is_term && text.chars().count() <= 4 && text.chars().all(char::is_uppercase);
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
            first: text.bytes().position(|byte| !is_word(byte)),
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
            Meaning::Sign(_) => false,
        };
        (weighty || self.ends) && !self.exact && self.text.iter().all(|byte| is_word(*byte))
    }

    /// The keys of the words that it may begin with; the same may come twice.
    pub(crate) fn head_keys(&self) -> impl Iterator<Item = u64> {
        let length = self.text.iter().take_while(|byte| is_word(**byte)).count();
        let whole = head_key(&self.text, 0, length);
        // Endings stand behind the bytes of the key of a longer word.
        let bends = self.plain && length < WIDE;
        let endings = if bends { BYTES.as_slice() } else { &BYTES[..1] };
        let behind = 8 * length.min(WIDE - 1);
        endings.iter().map(move |ending| whole | ending << behind)
    }

    /// The mark or space behind its first word, with the keys of what may follow that; none for a single word.
    pub(crate) fn next_keys(&self) -> (u8, Vec<u32>) {
        let mark = self
            .first
            .and_then(|first| Some((first, *self.text.get(first)?)));
        let Some((first, mark)) = mark else {
            return (0, Vec::new());
        };
        let rest = self.text.get(first + 1..).unwrap_or_default();
        let letters = rest.iter().take_while(|byte| is_word(**byte)).count();
        let whole = next_key(rest, 0);
        if letters >= NEXT || letters < rest.len() {
            return (mark, vec![whole]);
        }
        // The short last word may have any ending.
        let behind = |ending: &u64| (ending << (8 * letters)) as u32;
        let mut keys: Vec<u32> = BYTES.iter().map(|ending| whole | behind(ending)).collect();
        keys.sort_unstable();
        keys.dedup();
        (mark, keys)
    }

    /// The keys of the compounds that it may end, without their endings.
    pub(crate) fn tail_keys(&self) -> Vec<u64> {
        if !self.may_end_compound() {
            return Vec::new();
        }
        let key = |form: &[u8]| {
            let from = form.len().checked_sub(NARROW)?;
            Some(key_of_tail(&form[from..]))
        };
        if let Some(key) = key(&self.text) {
            return vec![key];
        }
        // Too short by itself: only with an ending.
        let form = |ending: &&str| [&*self.text, ending.as_bytes()].concat();
        let forms = ENDINGS.iter().map(form);
        forms.filter_map(|form| key(&form)).collect()
    }

    pub(crate) fn weight(&self) -> u8 {
        match self.meaning {
            Meaning::Term { strength, .. } => strength as u8,
            Meaning::Label(_) | Meaning::Sign(_) => 0,
        }
    }
}

/// Where an entry that begins with a word ends, with its ending.
pub(crate) fn end_of(entry: &Entry, text: &[u8], from: usize, to: usize) -> Option<usize> {
    if entry.exact {
        return (text.get(from..to)? == &*entry.text).then_some(to);
    }
    if entry.plain {
        return bends(entry, text.get(from..to)?).then_some(to);
    }
    if entry.first.is_some_and(|length| to - from != length) {
        return None;
    }
    let end = from + match_folded(text.get(from..)?, &entry.text)?;
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

/// Whether a word is an entry of one word with an ending, or begins with one that says so.
fn bends(entry: &Entry, word: &[u8]) -> bool {
    let Some(more) = word.len().checked_sub(entry.text.len()) else {
        return false;
    };
    (more <= LONGEST || entry.begins)
        && begins_with(word, &entry.text)
        && (entry.begins || word.get(entry.text.len()..).is_some_and(is_ending))
}

/// Whether a word is a compound whose last part is the entry with an ending of so many bytes, which is known to be one.
pub(crate) fn ends_compound(entry: &Entry, word: &[u8], ending: usize) -> bool {
    // Of a short entry the key tells the form, not the ending.
    if entry.text.len() < NARROW {
        return ENDINGS.iter().any(|ending| {
            let tail = word.len().checked_sub(ending.len());
            let tail = tail.and_then(|at| word.get(at..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
                && stands_at_end(entry, word, ending.len())
        });
    }
    stands_at_end(entry, word, ending)
}

fn stands_at_end(entry: &Entry, word: &[u8], ending: usize) -> bool {
    let length = entry.text.len() + ending;
    // At least three bytes before it, or it is no compound.
    let at = word.len().checked_sub(length).filter(|at| *at >= 3);
    at.and_then(|at| word.get(at..))
        .is_some_and(|rest| begins_with(rest, &entry.text))
}

/// Whether a byte belongs to a word, as in `classify`: a typographic apostrophe does not.
pub(crate) const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, 0x80..=0xBF | 0xC3..=0xC5)
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
pub(crate) fn white_space(text: &[u8]) -> usize {
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
