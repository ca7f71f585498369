//! What stands right behind a word rejects most words that only begin longer entries.

use crate::entry::{Entry, is_word};
use crate::keymap::KeyMap;

/// What is known of the entries that begin with one word, before any of them is compared.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Follow {
    /// How many of them, from the first on, are that word alone.
    pub alone: usize,
    /// What stands right behind it in the others: a mark, or a space for white space of any kind.
    behind: u64,
}

impl Follow {
    fn add(&mut self, entry: &Entry) {
        match entry.first.and_then(|first| entry.text.get(first)) {
            Some(mark) => self.behind |= bit(*mark),
            None => self.alone += 1,
        }
    }

    /// Whether an entry may go on behind the word with a mark, or a space.
    #[inline]
    pub(crate) fn goes_on(self, mark: u8) -> bool {
        self.behind & bit(mark) != 0
    }
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

/// What may follow the words of each group, whose entries stand with those of one word first.
pub(crate) fn follows(entries: &[Entry], heads: &KeyMap) -> Vec<Follow> {
    let follow = |group| {
        let mut follow = Follow::default();
        let numbers = heads.numbers(group).iter();
        let known = numbers.filter_map(|number| entries.get(*number as usize));
        known.for_each(|entry| follow.add(entry));
        follow
    };
    (0..heads.groups()).map(follow).collect()
}
