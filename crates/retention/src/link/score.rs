//! How well the words of a file fit the document types of rows.

use super::{Entry, Linker};
use sporhund_model::SignalSource;
use std::collections::{HashMap, HashSet};

/// How well words fit the word of an entry at a position, and where the best of them stands.
type Fits = HashMap<(usize, usize), (u32, SignalSource)>;

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
    pub(super) fn word_scores(&self, words: &[FileWord]) -> HashMap<usize, (u32, SignalSource)> {
        let mut fits: Fits = HashMap::new();
        for word in words {
            let mut take = |key: &str, likeness: u32| {
                for place in self.places(key) {
                    let fit = likeness * word.worth / 100;
                    let slot = fits.entry(*place).or_insert((fit, word.source));
                    if slot.0 < fit {
                        *slot = (fit, word.source);
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
        let known: HashSet<usize> = fits.keys().map(|(entry, _)| *entry).collect();
        self.add_common(words, &known, &mut fits);
        for word in words {
            let tailed = self.by_tail.get(&word.key).map_or(&[][..], Vec::as_slice);
            for place in tailed.iter().filter(|_| tailed.len() <= COMMON) {
                if known.contains(&place.0) {
                    let fit = ROW_ENDS_WITH * word.worth / 100;
                    fits.entry(*place).or_insert((fit, word.source));
                }
            }
        }
        self.sum(&fits)
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
        for tail in words {
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
                    let fit = SPLIT * head.worth.min(tail.worth) / 100;
                    let slot = fits.entry(*place).or_insert((fit, tail.source));
                    slot.0 = slot.0.max(fit);
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
                let word = words.iter().filter(|word| common && word.key == *key);
                if let Some(word) = word.max_by_key(|word| word.worth) {
                    fits.entry((*index, position))
                        .or_insert((SAME * word.worth / 100, word.source));
                }
            }
        }
    }

    fn sum(&self, fits: &Fits) -> HashMap<usize, (u32, SignalSource)> {
        let mut sums: HashMap<usize, Sum> = HashMap::new();
        for ((index, position), (fit, source)) in fits {
            let Some(entry) = self.entries.get(*index) else {
                continue;
            };
            let Some(word) = entry.words.words.get(*position) else {
                continue;
            };
            let sum = sums
                .entry(*index)
                .or_insert_with(|| Sum::new(entry.part_totals.len(), *source));
            sum.take(word.part, word.weight * fit, *source);
        }
        sums.into_iter()
            .filter_map(|(index, sum)| Some((index, sum.score(self.entries.get(index)?))))
            .collect()
    }
}

/// How much of a type the file's words cover.
struct Sum {
    parts: Vec<u32>,
    best: (u32, SignalSource),
}

impl Sum {
    fn new(parts: usize, source: SignalSource) -> Self {
        Sum {
            parts: vec![0; parts],
            best: (0, source),
        }
    }

    fn take(&mut self, part: usize, worth: u32, source: SignalSource) {
        if let Some(sum) = self.parts.get_mut(part) {
            *sum += worth;
        }
        // The word that weighs most says where the link comes from; equal ones by the order of sources.
        self.best = self.best.max((worth, source));
    }

    /// The whole type, or the best of its alternatives, in thousandths.
    fn score(&self, entry: &Entry) -> (u32, SignalSource) {
        let whole = self.parts.iter().sum::<u32>() * 10 / entry.total;
        let parts = self.parts.iter().zip(&entry.part_totals);
        let alone = parts
            .zip(&entry.words.parts)
            .map(|((sum, total), share)| sum * 10 / (*total).max(1) * share / 100)
            .max();
        (whole.max(alone.unwrap_or(0)), self.best.1)
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

/// The proper endings of a word that may be words of their own, shortest last.
pub(super) fn tails(word: &str) -> impl Iterator<Item = &str> {
    let count = word.chars().count();
    let cuts = word.char_indices().enumerate().skip(1);
    cuts.take_while(move |(at, _)| count - at >= 4)
        .filter_map(|(_, (cut, _))| word.get(cut..))
}
