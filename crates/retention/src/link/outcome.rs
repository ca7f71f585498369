//! Rows that are told from a plainer one by what came of the matter: "Ärenden om skolskjuts som överklagats" beside "Ärenden om
//! skolskjuts", "Ansökningar, erhållen tjänst" beside "Ansökningar, ej erhållen tjänst".
//!
//! A file need not say it: another file of its dossier may. So each such row is a bit, and a dossier gathers the bits that
//! its files tell.

use super::memory::Matches;
use super::types::TypeWord;
use super::{CLOSE, Entry, Link, Linker, manner};
use crate::signals::PathSignals;
use sporhund_model::{Note, Signals};
use std::collections::HashMap;

/// Rows that are kept apart.
const MOST: u8 = 64;
/// A word tells of an outcome from this likeness on.
const TELLS: u8 = 70;

/// What a file, or the files of a dossier, tell of its matter, a bit for each row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// Rows of what came of it.
    pub(crate) outcomes: u64,
    /// Rows that begin like others.
    pub(crate) kinds: u64,
}

impl Told {
    pub(crate) fn take(&mut self, other: Told) {
        self.outcomes |= other.outcomes;
        self.kinds |= other.kinds;
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Told::default()
    }
}

/// The words that tell of each outcome.
#[derive(Default)]
pub(super) struct Outcomes {
    by_key: HashMap<u32, u64>,
}

impl Outcomes {
    /// Finds the rows that are told by what came of a matter, and gives each its bit.
    pub(super) fn find(entries: &mut [Entry]) -> Self {
        Self::of(entries, keys_of, |entry, bit| entry.outcome = Some(bit))
    }

    /// Finds the rows that begin like others, and gives each its bit.
    pub(super) fn kinds(entries: &mut [Entry]) -> Self {
        Self::of(entries, kind_of, |entry, bit| entry.kind = Some(bit))
    }

    fn of(
        entries: &mut [Entry],
        keys: fn(&Entry, &[Entry]) -> Vec<u32>,
        put: fn(&mut Entry, u8),
    ) -> Self {
        let mut outcomes = Outcomes::default();
        let mut next = 0;
        for at in 0..entries.len() {
            let keys = entries
                .get(at)
                .map(|entry| keys(entry, entries))
                .unwrap_or_default();
            if keys.is_empty() || next == MOST {
                continue;
            }
            for key in keys {
                *outcomes.by_key.entry(key).or_default() |= 1 << next;
            }
            if let Some(entry) = entries.get_mut(at) {
                put(entry, next);
            }
            next += 1;
        }
        outcomes
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// The outcomes that words tell of.
    pub(super) fn told<'a>(&self, words: impl Iterator<Item = &'a Matches>) -> u64 {
        let mut bits = 0;
        for one in words.flat_map(|matches| matches.iter()) {
            if one.likeness >= TELLS {
                bits |= self.by_key.get(&one.key).copied().unwrap_or_default();
            }
        }
        bits
    }
}

/// The words of a row that tell it from others that begin alike ("Bygglovsärenden, beviljade"); none for a row that is alone.
fn kind_of(entry: &Entry, entries: &[Entry]) -> Vec<u32> {
    let alike: Vec<&Entry> = entries
        .iter()
        .filter(|other| {
            other.plan == entry.plan && other.row != entry.row && other.head() == entry.head()
        })
        .collect();
    if alike.is_empty() || entry.head().is_none() {
        return Vec::new();
    }
    let own = numbers(entry, |word| {
        !word.is_first && !word.is_denied && !word.says_little
    });
    let is_shared = |number: &u32| alike.iter().any(|other| other.numbers.contains(number));
    own.into_iter()
        .filter(|number| !is_shared(number))
        .collect()
}

impl Linker {
    /// What one of its files tells of a matter.
    pub(crate) fn told(&self, path: &PathSignals, signals: &Signals) -> Told {
        if self.outcomes.is_empty() && self.kinds.is_empty() {
            return Told::default();
        }
        let lists = [&path.name_words, &signals.heading_words].into_iter();
        let words = lists
            .chain(&path.folder_words)
            .flat_map(|list| manner::affirmed(list));
        let numbers: Vec<u32> = words.filter_map(|word| self.number(word)).collect();
        let memory = self.memory.read();
        let matches = || numbers.iter().filter_map(|number| memory.matches(*number));
        Told {
            outcomes: self.outcomes.told(matches()),
            kinds: self.kinds.told(matches()),
        }
    }

    /// The link to the one of equally likely rows that begin alike whose kind the dossier tells.
    pub(crate) fn by_kind(&self, link: &Link, told: Told) -> Option<Link> {
        let close = link.close();
        let entry = |one: &(usize, usize, u16, Vec<Note>)| {
            let mut entries = self.entries.iter();
            entries.find(|entry| (entry.plan, entry.row) == (one.0, one.1))
        };
        let rows: Vec<&Entry> = close.iter().filter_map(entry).collect();
        let (first, others) = rows.split_first()?;
        let is_alike = !others.is_empty() && others.iter().all(|row| row.head() == first.head());
        let is_told = |row: &&&Entry| row.kind.is_some_and(|bit| told.kinds & (1 << bit) != 0);
        let mut told = rows.iter().filter(is_told);
        let (Some(row), None) = (told.next(), told.next()) else {
            return None;
        };
        is_alike.then(|| link_to(row, link))
    }

    /// The link to the row of what came of a matter, where that is told.
    pub(crate) fn by_outcome(&self, link: &Link, told: Told) -> Option<Link> {
        let bits = told.outcomes & link.outcomes;
        let of_bit = |entry: &&Entry| entry.outcome.is_some_and(|bit| bits & (1 << bit) != 0);
        let entry = self.entries.iter().find(of_bit)?;
        (!link.candidates.is_empty()).then(|| link_to(entry, link))
    }
}

/// A link with one row in front of the others.
fn link_to(entry: &Entry, link: &Link) -> Link {
    let score = link.candidates.first().map_or(0, |one| one.2);
    let reasons = vec![Note::new("reason-link-dossier")];
    let mut candidates = vec![(entry.plan, entry.row, score, reasons)];
    let others = link.candidates.iter();
    let others = others.filter(|one| (one.0, one.1) != (entry.plan, entry.row));
    candidates.extend(others.map(|(plan, row, score, reasons)| {
        let lower = score.saturating_sub(CLOSE + 1);
        (*plan, *row, lower, reasons.clone())
    }));
    Link {
        // It is told.
        outcomes: 0,
        ..link.with(candidates)
    }
}

/// The words of a row that tell what came of the matter; none for a row that tells nothing, or that nothing came of it.
fn keys_of(entry: &Entry, entries: &[Entry]) -> Vec<u32> {
    if entry.came_to_nothing {
        return Vec::new();
    }
    let clause = numbers(entry, |word| word.is_of_outcome);
    let telling = numbers(entry, |word| word.is_of_outcome && !word.says_little);
    if !telling.is_empty() {
        return telling;
    }
    if !clause.is_empty() {
        return clause;
    }
    affirmed(entry, entries)
}

fn numbers(entry: &Entry, wanted: impl Fn(&TypeWord) -> bool) -> Vec<u32> {
    let words = entry.words.words.iter().zip(&entry.numbers);
    words
        .filter(|(word, _)| wanted(word))
        .map(|(_, number)| *number)
        .collect()
}

/// The words of a row that another row of the same kind denies.
fn affirmed(entry: &Entry, entries: &[Entry]) -> Vec<u32> {
    let own = numbers(entry, |word| !word.is_denied && !word.is_first);
    let others = entries.iter().filter(|other| {
        other.plan == entry.plan && other.row != entry.row && other.head() == entry.head()
    });
    let denied = others.flat_map(|other| numbers(other, |word| word.is_denied));
    denied.filter(|number| own.contains(number)).collect()
}
