//! What stands right behind a word rejects most words that only begin entries of several words.

use crate::entry::{Entry, is_word};
use crate::keymap::KeyMap;

/// What may stand behind a word for any entry of its group to match: rejects most words that only begin entries of
/// several words (`har`, `i`).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Follow {
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
    pub(crate) fn allows(self, text: &[u8], to: usize) -> bool {
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
pub(crate) fn bit(byte: u8) -> u64 {
    1 << ((byte | 0x20) & 63)
}

/// The bytes right behind the letters that are first words.
pub(crate) fn letters(entries: &[Entry]) -> Box<[u64; 256]> {
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
pub(crate) fn follows(entries: &[Entry], heads: &KeyMap) -> Vec<Follow> {
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
