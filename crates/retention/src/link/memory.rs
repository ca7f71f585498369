//! What was found for names seen before. Shares hold many files under the same few words: a word is stemmed once, and files
//! whose words of the plan, class codes and language are the same share one link.
//!
//! Both maps are bounded; what does not fit is found anew.

use super::Link;
use crate::plan::Language;
use sporhund_model::SignalSource;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
    pub(super) fn numbers(
        &mut self,
        word: &str,
        keys: impl FnOnce(&str) -> Vec<String>,
    ) -> Box<[u32]> {
        if let Some(known) = self.words.get(word) {
            return known.clone();
        }
        let numbers: Box<[u32]> = keys(word).into_iter().map(|key| self.number(key)).collect();
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

    pub(super) fn keep(&mut self, key: LinkKey, link: &Arc<Link>) {
        if self.links.len() < MAX_LINKS {
            self.links.insert(key, Arc::clone(link));
        }
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

/// The memory of a thread that broke off is as good as before.
pub(super) fn open(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}
