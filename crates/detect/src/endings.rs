//! Endings of nouns, adjectives and participles in Swedish, Danish and Norwegian.
//!
//! A word has few of them: its last byte leaves at most seven, which are told by one comparison each.

use crate::word_key::{CASELESS, WIDE};

/// All of them, in lower case; none has more bytes than [`LONGEST`].
pub(crate) const ENDINGS: [&str; 26] = [
    "", "s", "n", "en", "et", "t", "ns", "ens", "ets", "na", "nas", "er", "ers", "ar", "or", "r",
    "a", "e", "ne", "erna", "arna", "orna", "ene", "erne", "ernas", "ernes",
];
/// Bytes of the longest ending.
pub(crate) const LONGEST: usize = 5;
/// The most endings, with the empty one, that a word can have at once: `s`, `as` is none, `nas`, `ernas`.
const MOST: usize = 8;

/// An ending as the last bytes of a word: how many, and what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ending {
    length: u32,
    bytes: u64,
}

/// The endings that end in a byte, by its five low bits.
static BY_LAST: [[Ending; MOST]; 32] = by_last();

const fn by_last() -> [[Ending; MOST]; 32] {
    let none = Ending {
        length: 0,
        bytes: 0,
    };
    let mut table = [[none; MOST]; 32];
    let mut at = 1;
    while at < ENDINGS.len() {
        let text = ENDINGS[at].as_bytes();
        let row = (text[text.len() - 1] & 31) as usize;
        let mut free = 0;
        while table[row][free].length != 0 {
            free += 1;
        }
        table[row][free] = Ending {
            length: text.len() as u32,
            bytes: key(text),
        };
        at += 1;
    }
    table
}

/// An ending's bytes as the highest of eight.
const fn key(text: &[u8]) -> u64 {
    let mut key = 0;
    let mut at = 0;
    while at < text.len() {
        key = key >> 8 | (text[at] as u64) << 56;
        at += 1;
    }
    key
}

/// The endings as the lowest bytes of eight, as they stand behind a word in a key.
pub(crate) static BYTES: [u64; ENDINGS.len()] = bytes();

const fn bytes() -> [u64; ENDINGS.len()] {
    let mut all = [0; ENDINGS.len()];
    let mut at = 1;
    while at < ENDINGS.len() {
        let text = ENDINGS[at].as_bytes();
        all[at] = key(text) >> (64 - 8 * text.len());
        at += 1;
    }
    all
}

/// Hands over the length of each ending of a word that has eight bytes at least, from its last eight bytes; the empty one
/// first.
#[inline]
pub(crate) fn each_length(last: u64, mut take: impl FnMut(usize)) {
    take(0);
    let last = last | CASELESS;
    let row = &BY_LAST[(last >> 56) as usize & 31];
    for ending in row {
        if ending.length == 0 {
            return;
        }
        let rest = u64::BITS - 8 * ending.length;
        if last >> rest == ending.bytes >> rest {
            take(ending.length as usize);
        }
    }
}

/// Whether what follows a term is an ending, in any case.
pub(crate) fn is_ending(tail: &[u8]) -> bool {
    let Some(last) = tail.last() else { return true };
    if tail.len() > LONGEST {
        return false;
    }
    let mut bytes = [0; WIDE];
    for (slot, byte) in bytes.iter_mut().rev().zip(tail.iter().rev()) {
        *slot = byte.to_ascii_lowercase();
    }
    let ending = Ending {
        length: tail.len() as u32,
        bytes: u64::from_le_bytes(bytes),
    };
    BY_LAST[usize::from(last & 31)].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(word: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let last: [u8; WIDE] = word.as_bytes()[word.len() - WIDE..].try_into().unwrap();
        each_length(u64::from_le_bytes(last), |length| found.push(length));
        found.sort_unstable();
        found
    }

    #[test]
    fn tells_all_endings_of_a_word() {
        assert_eq!(lengths("sjukskrivningernas"), [0, 1, 3, 5]);
        assert_eq!(lengths("SJUKSKRIVNINGEN"), [0, 1, 2]);
        assert_eq!(lengths("bröstcancer"), [0, 1, 2]);
        assert_eq!(lengths("missbruk"), [0]);
    }

    #[test]
    fn tells_endings_from_other_letters() {
        assert!(ENDINGS.iter().all(|ending| is_ending(ending.as_bytes())));
        assert!(is_ending(b"ErNas"));
        for other in ["x", "as", "ering", "ernass", "\u{e5}", "\u{15}"] {
            assert!(!is_ending(other.as_bytes()), "{other}");
        }
    }
}
