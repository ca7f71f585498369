//! The dictionary: finds terms and labels at the edges of words.
//!
//! Cost does not grow with the number of entries: the first eight bytes of each word are looked up in a bit map that stays
//! in the processor's nearest caches, as are, of words that are long enough, six bytes before each of their endings. Only
//! what passes is compared. Short entries are entered with all their endings, and those of several words with the beginning
//! of the next one, so that hardly anything passes that is no entry. A term matches a whole word, a word with an ending
//! (`sjukskriven`, `sjukskrivnas`), and, when it is strong and long enough, the end of a compound (`bröstcancer`).

#![expect(
    clippy::inline_always,
    reason = "the loop over words is compiled with the processor features of its caller"
)]

use crate::endings::each_length;
use crate::entry::{Entry, Meaning, SHORTEST_COMPOUND, end_of, ends_compound, white_space};
use crate::expand::expand;
use crate::follow::{Follow, bit, follows, letters};
use crate::keymap::KeyMap;
use crate::persons::Signs;
use crate::word_key::{WIDE, key_of_head, next_key, tail_key};
use crate::words::{WordHit, Words};

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
            for line in expand(line).ok_or(index + 1)? {
                let entry = Entry::parse(&line, rule, index as u32 + 1).ok_or(index + 1)?;
                self.entries.push(entry);
            }
        }
        Ok(())
    }

    /// Adds a label; `None` when it does not begin with a letter.
    pub(crate) fn add_label(&mut self, text: &str, number: u32) -> Option<()> {
        let entry = Entry::new(text, Meaning::Label(number))?;
        self.entries.push(entry);
        Some(())
    }

    /// Adds words that say what stands around them.
    pub(crate) fn add_signs(&mut self, signs: impl Iterator<Item = (&'static str, Signs)>) {
        let entry = |(word, signs)| Entry::new(word, Meaning::Sign(signs));
        self.entries.extend(signs.filter_map(entry));
    }

    pub(crate) fn build(mut self) -> Dictionary {
        // Of those that begin with the same word, those of one word come first.
        self.entries.sort_by_key(|entry| entry.first.is_some());
        let entries = self.entries;
        let numbered = || (0..).zip(&entries);
        let with = |number| move |key| (key, number);
        let heads = numbered().flat_map(|(number, entry)| entry.head_keys().map(with(number)));
        let heads = KeyMap::new(heads);
        let tails =
            numbered().flat_map(|(number, entry)| entry.tail_keys().into_iter().map(with(number)));
        let nexts = numbered().flat_map(|(number, entry)| {
            let head = entry.head_keys().next().unwrap_or_default();
            let (mark, nexts) = entry.next_keys();
            let key = move |next| (pair_key(head, (mark, next)), number);
            nexts.into_iter().map(key)
        });
        Dictionary {
            letters: letters(&entries),
            follows: follows(&entries, &heads),
            tails: KeyMap::new(tails),
            nexts: KeyMap::new(nexts),
            heads,
            entries,
        }
    }
}

/// The key of a word with the mark or space behind it and what follows.
#[inline]
fn pair_key(head: u64, (mark, next): (u8, u32)) -> u64 {
    let behind = u64::from(mark) << 32 | u64::from(next);
    head.rotate_left(29) ^ behind.wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// What other words say, and the longest term and the longest label at a word: the end, the weight and the number.
#[derive(Default)]
struct Best {
    term: Option<(usize, u8, u32)>,
    label: Option<(usize, u8, u32)>,
    signs: Signs,
}

impl Best {
    fn take(&mut self, end: usize, entry: &Entry, number: u32) {
        let best = match entry.meaning {
            Meaning::Term { .. } => &mut self.term,
            Meaning::Label(_) => &mut self.label,
            Meaning::Sign(signs) => {
                self.signs = self.signs.and(signs);
                return;
            }
        };
        *best = (*best).max(Some((end, entry.weight(), number)));
    }
}

/// All terms and labels of all rules.
#[derive(Debug)]
pub(crate) struct Dictionary {
    pub entries: Vec<Entry>,
    /// By the beginnings of first words, each with its endings.
    heads: KeyMap,
    /// By the groups of `heads`.
    follows: Vec<Follow>,
    /// By first words with the beginnings of the next ones.
    nexts: KeyMap,
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
    #[inline(always)]
    pub(crate) fn look_up(
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
            self.compare(text, (from, to), (head, last), found);
        } else if to - from >= SHORTEST_COMPOUND {
            self.look_up_end(text, (from, to), (last, false), found);
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
    fn compare(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        (head, last): (u64, u64),
        found: &mut Words,
    ) {
        let mut best = Best::default();
        if let Some(group) = self.heads.find(head) {
            self.compare_group(text, (from, to), (head, group), &mut best);
        }
        if to - from >= SHORTEST_COMPOUND {
            self.look_up_end(text, (from, to), (last, best.label.is_some()), found);
        }
        if let Some((end, _, number)) = best.term {
            self.push(from, end, number, found);
        }
        if let Some((end, _, number)) = best.label {
            self.push(from, end, number, found);
        }
        if best.signs != Signs::default() {
            found.signs.push((from as u32, best.signs));
        }
    }

    #[inline]
    fn compare_group(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        (head, group): (u64, usize),
        best: &mut Best,
    ) {
        let follow = self.follows.get(group).copied().unwrap_or_default();
        let numbers = self.heads.numbers(group);
        for number in numbers.get(..follow.alone).unwrap_or_default() {
            self.compare_one(text, (from, to), *number, best);
        }
        let (mark, next) = behind(text, to);
        if follow.goes_on(mark) {
            self.compare_next(text, (from, to), (head, mark, next), best);
        }
    }

    /// Compares the entries that go on behind the word with a mark, or a space, and what follows that.
    #[inline]
    fn compare_next(
        &self,
        text: &[u8],
        range: (usize, usize),
        (head, mark, next): (u64, u8, usize),
        best: &mut Best,
    ) {
        let key = pair_key(head, (mark, next_key(text, next)));
        if self.nexts.may_have(key) {
            for number in self.nexts.get(key) {
                self.compare_one(text, range, *number, best);
            }
        }
    }

    #[inline]
    fn compare_one(&self, text: &[u8], (from, to): (usize, usize), number: u32, best: &mut Best) {
        let Some(entry) = self.entry(number) else {
            return;
        };
        // The key of a short word is the whole of it; that of eight bytes is the beginning of longer ones as well.
        let is_settled = to - from < WIDE && entry.plain;
        let end = if is_settled {
            Some(to)
        } else {
            end_of(entry, text, from, to)
        };
        if let Some(end) = end {
            best.take(end, entry, number);
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
            Some(Meaning::Sign(_)) | None => {}
        }
    }

    /// Looks up what a compound may end in, without each of its endings.
    #[inline(never)]
    fn look_up_end(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        (last, is_label): (u64, bool),
        found: &mut Words,
    ) {
        each_length(last, |ending| {
            if to - from < SHORTEST_COMPOUND + ending {
                return;
            }
            let key = tail_key(text, to - ending);
            if self.tails.may_have(key) {
                self.compare_end(text, (from, to), (key, ending, is_label), found);
            }
        });
    }

    #[inline(never)]
    fn compare_end(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        (key, ending, is_label): (u64, usize, bool),
        found: &mut Words,
    ) {
        let word = text.get(from..to).unwrap_or_default();
        for number in self.tails.get(key) {
            let Some(entry) = self.entry(*number) else {
                continue;
            };
            // A word that is a label itself is not the compound of another (`fastighetsbeteckning`, `beteckning`).
            let is_named = is_label && matches!(entry.meaning, Meaning::Label(_));
            if !is_named && ends_compound(entry, word, ending) {
                self.push(from, to, *number, found);
            }
        }
    }
}

/// What stands behind a word, and where what follows begins: a space for white space within a paragraph, else one byte.
#[inline]
fn behind(text: &[u8], to: usize) -> (u8, usize) {
    match text.get(to..) {
        Some([b' ', next, ..]) if next.is_ascii_graphic() => (b' ', to + 1),
        Some([mark @ b'!'..=b'~', ..]) => (*mark, to + 1),
        rest => match white_space(rest.unwrap_or_default()) {
            0 => (text.get(to).copied().unwrap_or_default(), to + 1),
            spaces => (b' ', to + spaces),
        },
    }
}
