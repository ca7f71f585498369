//! What is known of a word: a first name, a surname, a title, a place, part of the name of an organisation, an ordinary word.
//!
//! One look-up for all lists, in a table of hashes behind a filter of one bit: most words with a capital begin a sentence
//! and are in no list. Case is folded by one bit, so `KARIN` is `Karin`.

use std::sync::LazyLock;

/// What a word may be; a word can be several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u16);

impl Class {
    /// A first name.
    pub const FIRST: Class = Class(1);
    /// A surname.
    pub const LAST: Class = Class(2);
    /// A name that is also an ordinary word, a month or a place.
    pub const DOUBTFUL: Class = Class(4);
    /// A title, a role or a relation, which a name follows.
    pub const TITLE: Class = Class(8);
    /// A place.
    pub const PLACE: Class = Class(16);
    /// A part of the name of an organisation, a street or a building.
    pub const ORGANISATION: Class = Class(32);
    /// An ordinary word that begins sentences, and is no name.
    pub const ORDINARY: Class = Class(64);

    /// A word that a speaker stands beside.
    pub const SPEECH: Class = Class(128);

    /// A verb that persons stand before.
    pub const VERB: Class = Class(256);

    /// The closing of a letter, which a name follows.
    pub const CLOSING: Class = Class(512);

    /// Whether it is one of these too.
    #[must_use]
    pub fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Without these.
    #[must_use]
    pub(crate) fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self.0 == 0
    }
}

/// Bits of the filter, as a power of two: 8 KiB stay in the processor's first cache.
const FILTER: u32 = 16;

struct Lexicon {
    filter: Box<[u64]>,
    keys: Box<[u64]>,
    classes: Box<[Class]>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// What is known of a word.
#[must_use]
pub fn class_of(word: &[u8]) -> Class {
    LEXICON.get(key(word))
}

/// A hash of a word's bytes with the bit of case set; the length is part of it.
#[inline]
fn key(word: &[u8]) -> u64 {
    const PRIME: u64 = 0x9E37_79B9_7F4A_7C15;
    let (eights, rest) = word.as_chunks::<8>();
    let mix = |hash: u64, bytes: u64| {
        let mixed = (hash ^ (bytes | 0x2020_2020_2020_2020)).wrapping_mul(PRIME);
        mixed ^ mixed >> 29
    };
    let hash = eights.iter().fold(word.len() as u64, |hash, eight| {
        mix(hash, u64::from_le_bytes(*eight))
    });
    let tail = rest
        .iter()
        .rev()
        .fold(0, |tail, byte| tail << 8 | u64::from(*byte));
    // 0 stands for a free slot.
    mix(hash, tail) | 1
}

impl Lexicon {
    fn read() -> Self {
        let mut words: Vec<(u64, Class)> = Vec::new();
        read_names(include_str!("first.txt"), Class::FIRST, &mut words);
        read_names(include_str!("last.txt"), Class::LAST, &mut words);
        read_others(include_str!("other.txt"), &mut words);
        let size = (words.len() * 2).next_power_of_two().max(2);
        let mut lexicon = Lexicon {
            filter: vec![0; (1 << FILTER) / 64].into_boxed_slice(),
            keys: vec![0; size].into_boxed_slice(),
            classes: vec![Class::default(); size].into_boxed_slice(),
        };
        for (key, class) in words {
            lexicon.insert(key, class);
        }
        lexicon
    }

    fn insert(&mut self, key: u64, class: Class) {
        let bit = filter_bit(key);
        self.filter[bit / 64] |= 1 << (bit % 64);
        let mut at = self.home(key);
        while self.keys[at] != 0 && self.keys[at] != key {
            at = (at + 1) % self.keys.len();
        }
        self.keys[at] = key;
        self.classes[at] = self.classes[at].and(class);
    }

    fn home(&self, key: u64) -> usize {
        (key >> 20) as usize & (self.keys.len() - 1)
    }

    #[inline]
    fn get(&self, key: u64) -> Class {
        let bit = filter_bit(key);
        if self.filter[bit / 64] >> (bit % 64) & 1 == 0 {
            return Class::default();
        }
        let mut at = self.home(key);
        while self.keys[at] != 0 {
            if self.keys[at] == key {
                return self.classes[at];
            }
            at = (at + 1) % self.keys.len();
        }
        Class::default()
    }
}

fn filter_bit(key: u64) -> usize {
    (key >> (64 - FILTER)) as usize
}

/// One name a line; `?` behind it says that it is also an ordinary word.
fn read_names(text: &str, class: Class, words: &mut Vec<(u64, Class)>) {
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, class) = match line.strip_suffix('?') {
            Some(name) => (name, class.and(Class::DOUBTFUL)),
            None => (line, class),
        };
        words.push((key(name.as_bytes()), class));
    }
}

/// Sections of words with white space between, each behind its name in brackets.
fn read_others(text: &str, words: &mut Vec<(u64, Class)>) {
    let mut class = Class::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.trim() {
            "[title]" => class = Class::TITLE,
            "[place]" => class = Class::PLACE,
            "[organisation]" => class = Class::ORGANISATION,
            "[speech]" => class = Class::SPEECH,
            "[verb]" => class = Class::VERB,
            "[closing]" => class = Class::CLOSING,
            "[ordinary]" => class = Class::ORDINARY,
            list => words.extend(
                list.split_whitespace()
                    .map(|word| (key(word.as_bytes()), class)),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_a_word_may_be_whatever_its_case() {
        assert!(class_of("Karin".as_bytes()).is(Class::FIRST));
        assert!(class_of("ÅSA".as_bytes()).is(Class::FIRST));
        assert!(class_of("Andersson".as_bytes()).is(Class::LAST));
        assert!(class_of("Per".as_bytes()).is(Class::DOUBTFUL));
        assert!(class_of("handläggare".as_bytes()).is(Class::TITLE));
        assert!(class_of("Falun".as_bytes()).is(Class::PLACE));
        assert!(class_of("Xyzzy".as_bytes()).is_unknown());
    }
}
