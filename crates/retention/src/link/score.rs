//! How well the words of a file fit the document types of rows.

use super::words::{TypeWord, says_little};
use super::{Entry, LINKED, Linker, SURE};
use sporhund_model::SignalSource;
use std::collections::{HashMap, HashSet};

/// How well the best word of the file fits a word of an entry.
#[derive(Clone, Copy)]
struct Fit {
    /// In hundredths.
    worth: u32,
    source: SignalSource,
    /// The word's place among the file's words.
    word: usize,
}

/// How well words fit the word of an entry at a position.
type Fits = HashMap<(usize, usize), Fit>;

/// How well a file's words fit the type of a row.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// In thousandths.
    pub(super) score: u32,
    /// Where the words that fit it stand.
    pub(super) source: SignalSource,
    /// Which of the file's words fit it, a bit each.
    pub(super) words: u64,
    /// Whether each word of the type, or of one of its alternatives, has a word of the file.
    pub(super) is_whole: bool,
    /// Whether only a folder says it.
    pub(super) is_of_folder: bool,
}

/// A word of the file with where it stands and what that is worth, in hundredths.
pub(super) struct FileWord {
    pub(super) key: String,
    pub(super) source: SignalSource,
    pub(super) worth: u32,
}

/// A word that stands in more rows than this says little: it finds only types of that one word, and adds to what other words
/// found. So the cost of a file does not grow with the plan.
const COMMON: usize = 200;

impl Linker {
    /// How much of each row's document type the file's words cover, in thousandths. Walks the words' own rows only, so
    /// that the cost does not grow with the plan.
    pub(super) fn word_scores(&self, words: &[FileWord]) -> HashMap<usize, Hit> {
        let mut fits: Fits = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            let mut take = |key: &str, likeness: u32| {
                for place in self.places(key) {
                    let fit = word.fit(at, likeness);
                    let slot = fits.entry(*place).or_insert(fit);
                    if slot.worth < fit.worth {
                        *slot = fit;
                    }
                }
            };
            take(&word.key, SAME);
            for tail in tails(&word.key) {
                take(tail, ENDS_WITH_ROW);
            }
            for head in self.heads(&word.key) {
                take(head, BEGINS_WITH_ROW);
            }
        }
        self.add_split(words, &mut fits);
        self.add_only(words, &mut fits);
        let known: HashSet<usize> = fits.keys().map(|(entry, _)| *entry).collect();
        self.add_common(words, &known, &mut fits);
        for (at, word) in words.iter().enumerate() {
            let tailed = self.by_tail.get(&word.key).map_or(&[][..], Vec::as_slice);
            for place in tailed.iter().filter(|_| tailed.len() <= COMMON) {
                if known.contains(&place.0) {
                    let fit = word.fit(at, ROW_ENDS_WITH);
                    fits.entry(*place).or_insert(fit);
                }
            }
        }
        self.sum(&fits)
    }

    /// Adds the compounds of rows of which the file has one part, where no other row has it: "påminnelse" is most likely a
    /// "betalningspåminnelse".
    fn add_only(&self, words: &[FileWord], fits: &mut Fits) {
        for (at, word) in words.iter().enumerate() {
            if self.by_word.contains_key(&word.key) || says_little(&word.key) {
                continue;
            }
            for (parts, likeness) in [(&self.by_tail, ONLY_END), (&self.by_head, ONLY_BEGINNING)] {
                if let Some([place]) = parts.get(&word.key).map(Vec::as_slice) {
                    fits.entry(*place).or_insert(word.fit(at, likeness));
                }
            }
        }
    }

    /// The proper beginnings of a word that may be words of their own: long ones, and shorter ones before a word that the plan
    /// has too ("enkätunderlag").
    fn heads<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        const SHORTEST: usize = 4;
        const LONG: usize = 7;
        let cuts = word.char_indices().enumerate().skip(SHORTEST);
        cuts.filter_map(move |(letters, (cut, _))| {
            let head = word.get(..cut)?;
            let rest = word.get(cut..)?;
            let known = |rest: &str| self.by_word.contains_key(rest);
            let splits = known(rest) || rest.strip_prefix('s').is_some_and(known);
            (letters >= LONG || splits).then_some(head)
        })
    }

    /// Where a word stands in document types; of a common word, the types that are nothing else.
    fn places(&self, key: &str) -> &[(usize, usize)] {
        let all = self.by_word.get(key).map_or(&[][..], Vec::as_slice);
        if all.len() <= COMMON {
            return all;
        }
        let alone = self.alone.get(key).map_or(&[][..], Vec::as_slice);
        alone.get(..alone.len().min(COMMON)).unwrap_or_default()
    }

    /// Adds the compounds of rows that the file writes in two words: "Ansökan om skolskjuts" is a "skolskjutsansökan".
    fn add_split(&self, words: &[FileWord], fits: &mut Fits) {
        for (at, tail) in words.iter().enumerate() {
            let places = self.by_tail.get(&tail.key).map_or(&[][..], Vec::as_slice);
            for place in places.iter().take(COMMON) {
                let whole = self.entries.get(place.0);
                let whole = whole.and_then(|entry| entry.words.words.get(place.1));
                let head = whole.and_then(|word| word.key.strip_suffix(tail.key.as_str()));
                let Some(head) = head else { continue };
                let is_head = |word: &&FileWord| {
                    word.key == head || head.strip_suffix('s') == Some(word.key.as_str())
                };
                if let Some(head) = words.iter().find(is_head) {
                    let fit = Fit {
                        worth: SPLIT * head.worth.min(tail.worth) / 100,
                        ..tail.fit(at, SPLIT)
                    };
                    let slot = fits.entry(*place).or_insert(fit);
                    slot.worth = slot.worth.max(fit.worth);
                }
            }
        }
    }

    /// Adds the common words of entries that other words have found.
    fn add_common(&self, words: &[FileWord], known: &HashSet<usize>, fits: &mut Fits) {
        for index in known {
            let Some(entry) = self.entries.get(*index) else {
                continue;
            };
            for (position, typed) in entry.words.words.iter().enumerate() {
                let key = &typed.key;
                let common = self.by_word.get(key).is_some_and(|all| all.len() > COMMON);
                let same = words.iter().enumerate();
                let same = same.filter(|(_, word)| common && word.key == *key);
                if let Some((at, word)) = same.max_by_key(|(_, word)| word.worth) {
                    fits.entry((*index, position)).or_insert(word.fit(at, SAME));
                }
            }
        }
    }

    fn sum(&self, fits: &Fits) -> HashMap<usize, Hit> {
        let mut sums: HashMap<usize, Sum> = HashMap::new();
        for ((index, position), fit) in fits {
            let Some(entry) = self.entries.get(*index) else {
                continue;
            };
            let Some(word) = entry.words.words.get(*position) else {
                continue;
            };
            let sum = sums
                .entry(*index)
                .or_insert_with(|| Sum::new(entry.part_totals.len(), fit.source));
            sum.take(*position, word, fit);
        }
        sums.into_iter()
            .filter_map(|(index, sum)| Some((index, sum.hit(self.entries.get(index)?))))
            .collect()
    }
}

impl FileWord {
    /// What the word, at its place among the file's words, is worth for a word that is so much like it.
    fn fit(&self, at: usize, likeness: u32) -> Fit {
        Fit {
            worth: likeness * self.worth / 100,
            source: self.source,
            word: at,
        }
    }
}

/// How much of a type the file's words cover.
struct Sum {
    parts: Vec<u32>,
    /// The words of the type that have a word of the file.
    met: Vec<usize>,
    best: (u32, SignalSource),
    words: u64,
    is_of_folder: bool,
}

impl Sum {
    fn new(parts: usize, source: SignalSource) -> Self {
        Sum {
            parts: vec![0; parts],
            met: Vec::new(),
            best: (0, source),
            words: 0,
            is_of_folder: true,
        }
    }

    fn take(&mut self, position: usize, typed: &TypeWord, fit: &Fit) {
        let worth = typed.weight * fit.worth;
        if let Some(sum) = self.parts.get_mut(typed.part) {
            *sum += worth;
        }
        self.met.push(position);
        // The word that weighs most says where the link comes from; equal ones by the order of sources.
        self.best = self.best.max((worth, fit.source));
        self.words |= 1 << (fit.word % 64);
        if !says_little(&typed.key) {
            self.is_of_folder &= fit.source == SignalSource::Folder;
        }
    }

    /// The whole type, or the best of its alternatives. What does not say whose says too little for anything to be overdue by it,
    /// and a folder alone too little for a link: what lies in "Ledighet" need not be a pupil's leave.
    fn hit(&self, entry: &Entry) -> Hit {
        let whole = self.parts.iter().sum::<u32>() * 10 / entry.total;
        let parts = self.parts.iter().zip(&entry.part_totals);
        let alone = parts
            .zip(&entry.words.parts)
            .map(|((sum, total), share)| sum * 10 / (*total).max(1) * share / 100)
            .max();
        let score = whole.max(alone.unwrap_or(0));
        let most = match (self.lacks_whose(entry), self.is_of_folder) {
            (true, true) => u32::from(LINKED) - 1,
            (true, false) => u32::from(SURE) - 1,
            _ => score,
        };
        Hit {
            score: score.min(most),
            source: self.best.1,
            words: self.words,
            is_whole: self.is_whole(entry),
            is_of_folder: self.is_of_folder,
        }
    }

    fn is_met(&self, position: usize) -> bool {
        self.met.contains(&position)
    }

    /// Whether a part of which the file has a word says whose it is, and the file does not.
    fn lacks_whose(&self, entry: &Entry) -> bool {
        let words = entry.words.words.iter().enumerate();
        let met = |part: usize| {
            let mut met = self.met.iter().filter_map(|at| entry.words.words.get(*at));
            met.any(|word| word.part == part)
        };
        words
            .filter(|(at, word)| word.is_who && !self.is_met(*at))
            .any(|(_, word)| met(word.part))
    }

    fn is_whole(&self, entry: &Entry) -> bool {
        let words = || entry.words.words.iter().enumerate();
        let is_met = |part: usize| {
            let mut words = words().filter(|(_, word)| word.part == part);
            words.all(|(at, _)| self.is_met(at))
        };
        let parts = || entry.words.parts.iter().enumerate();
        // A part that says nothing alone narrows the others down.
        let is_narrowed = parts().any(|(_, share)| *share == 0);
        let is_part_met = || parts().any(|(part, _)| is_met(part));
        (!is_narrowed && is_part_met()) || words().all(|(at, _)| self.is_met(at))
    }
}

/// How alike two words are, in hundredths: the same stem.
const SAME: u32 = 100;
/// A compound of the row whose both parts the file has as words of their own.
const SPLIT: u32 = 90;
/// A compound of the file that ends with the row's word: a "hyresavtal" is an "avtal".
const ENDS_WITH_ROW: u32 = 70;
/// A compound of the file that begins with the row's word.
const BEGINS_WITH_ROW: u32 = 50;
/// A compound of the row that ends with the file's word: an "avtal" need not be a "hyresavtal".
const ROW_ENDS_WITH: u32 = 40;

/// The end of a compound that no other row has: enough for a link, and too little for anything to be overdue by it.
const ONLY_END: u32 = 65;
/// The beginning of one, which says less of what it is.
const ONLY_BEGINNING: u32 = 45;

/// The proper endings of a word that may be words of their own, shortest last.
pub(super) fn tails(word: &str) -> impl Iterator<Item = &str> {
    let count = word.chars().count();
    let cuts = word.char_indices().enumerate().skip(1);
    cuts.take_while(move |(at, _)| count - at >= 4)
        .filter_map(|(_, (cut, _))| word.get(cut..))
}
