//! What was found for names seen before. Shares hold many files under the same few words: a word is stemmed once, and files
//! whose words of the plan, class codes and language are the same share one link.
//!
//! Both maps are bounded; what does not fit is found anew.

use super::Link;
use crate::plan::Language;
use sporhund_model::SignalSource;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

const MAX_WORDS: usize = 400_000;
const MAX_LINKS: usize = 200_000;

/// What tells files apart for linking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct LinkKey {
    /// Words that stand in the plan in some way, by number, and where they stand.
    pub(super) words: Vec<(u32, SignalSource)>,
    pub(super) codes: Vec<(String, SignalSource)>,
    pub(super) danish: Option<bool>,
}

impl LinkKey {
    pub(super) fn language(&self) -> Option<Language> {
        let danish = self.danish?;
        Some(if danish { Language::Da } else { Language::Sv })
    }
}

/// The memory of one linker.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The numbers of a word's keys; none for a word that is in no plan.
    words: HashMap<String, Box<[u32]>>,
    /// The keys by number.
    keys: Vec<String>,
    numbers: HashMap<String, u32>,
    links: HashMap<LinkKey, Arc<Link>>,
    types: HashMap<String, bool>,
}

impl Memory {
    /// The numbers of a word that was met before.
    pub(super) fn numbers(&self, word: &str) -> Option<&[u32]> {
        self.words.get(word).map(|numbers| &numbers[..])
    }

    /// Gives the keys of a word their numbers.
    pub(super) fn learn(&mut self, word: &str, keys: Vec<String>) -> Box<[u32]> {
        let numbers: Box<[u32]> = keys.into_iter().map(|key| self.number(key)).collect();
        if self.words.len() < MAX_WORDS {
            self.words.insert(word.to_owned(), numbers.clone());
        }
        numbers
    }

    fn number(&mut self, key: String) -> u32 {
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.push(key.clone());
        self.numbers.insert(key, number);
        number
    }

    pub(super) fn key(&self, number: u32) -> Option<&str> {
        self.keys.get(number as usize).map(String::as_str)
    }

    pub(super) fn link(&self, key: &LinkKey) -> Option<Arc<Link>> {
        self.links.get(key).cloned()
    }

    /// Keeps a link, and returns the one that is shared: another thread may have been sooner.
    pub(super) fn keep(&mut self, key: LinkKey, link: Arc<Link>) -> Arc<Link> {
        if self.links.len() >= MAX_LINKS {
            return link;
        }
        Arc::clone(self.links.entry(key).or_insert(link))
    }

    pub(super) fn type_named(&self, name: &str) -> Option<bool> {
        self.types.get(name).copied()
    }

    pub(super) fn keep_type(&mut self, name: &str, names_type: bool) {
        if self.types.len() < MAX_WORDS {
            self.types.insert(name.to_owned(), names_type);
        }
    }
}

/// A memory that many threads read and few write; that of a thread that broke off is as good as before.
#[derive(Debug, Default)]
pub(super) struct Shared(RwLock<Memory>);

impl Shared {
    pub(super) fn read(&self) -> RwLockReadGuard<'_, Memory> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn write(&self) -> RwLockWriteGuard<'_, Memory> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
