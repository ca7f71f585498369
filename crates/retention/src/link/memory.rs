//! What was found for names seen before. Shares hold many files under the same few words: a word is compared with the plans'
//! words once, and files whose words of the plan, class codes and language are the same share one link.
//!
//! Both maps are bounded; what does not fit is found anew.

use super::Link;
use super::index::Match;
use super::manner::Manner;
use crate::plan::Language;
use sporhund_model::SignalSource;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

const MAX_WORDS: usize = 400_000;
const MAX_LINKS: usize = 200_000;

/// Where a word of a file stands, the nearest to the file first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Level {
    Name,
    /// In the name too, behind a word that says what the file is: "Påminnelse barnomsorgsavgift" is a reminder.
    Later,
    Heading,
    /// In the heading too, behind a word that says what the file is.
    Further,
    Property,
    /// So many folders up, counting only those that say something.
    Folder(u8),
}

impl Level {
    pub(super) fn source(self) -> SignalSource {
        match self {
            Level::Name | Level::Later => SignalSource::Name,
            Level::Heading | Level::Further => SignalSource::Heading,
            Level::Property => SignalSource::Property,
            Level::Folder(_) => SignalSource::Folder,
        }
    }

    /// What a word there is worth, in hundredths: the nearer to the file, the more.
    pub(super) fn worth(self) -> u32 {
        match self {
            Level::Name => 95,
            Level::Heading | Level::Folder(0) => 92,
            Level::Later => 86,
            Level::Further | Level::Property => 85,
            Level::Folder(1) => 80,
            Level::Folder(2) => 70,
            Level::Folder(_) => 62,
        }
    }
}

/// What tells files apart for linking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct LinkKey {
    /// The sets of matches of words that stand in the plan in some way, by number, and where the words stand.
    pub(super) words: Vec<(u32, Level)>,
    pub(super) codes: Vec<(String, SignalSource)>,
    pub(super) danish: Option<bool>,
    pub(super) manner: Manner,
}

impl LinkKey {
    pub(super) fn language(&self) -> Option<Language> {
        let danish = self.danish?;
        Some(if danish { Language::Da } else { Language::Sv })
    }
}

/// The matches of one word; words of one stem share them.
pub(super) type Matches = Arc<[Match]>;

/// What is known of a word that was met before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// The number of its matches; none for a word that is in no plan.
    pub(super) number: Option<u32>,
    /// Whether it names a kind of document, of whatever plan.
    pub(super) is_of_document: bool,
    /// Whether it names one that no plan has anything like ("fotoschema").
    pub(super) is_other: bool,
}

/// The memory of one linker.
#[derive(Debug, Default)]
pub(super) struct Memory {
    words: HashMap<String, Seen>,
    /// The matches by number.
    sets: Vec<Matches>,
    numbers: HashMap<Matches, u32>,
    links: HashMap<LinkKey, Arc<Link>>,
    types: HashMap<String, bool>,
}

impl Memory {
    /// What is known of a word; nothing for one that was not met yet.
    pub(super) fn seen(&self, word: &str) -> Option<Seen> {
        self.words.get(word).copied()
    }

    /// Gives the matches of a word their number.
    pub(super) fn learn(&mut self, word: &str, matches: Vec<Match>, seen: Seen) -> Seen {
        let seen = Seen {
            number: (!matches.is_empty()).then(|| self.number_of(matches.into())),
            ..seen
        };
        if self.words.len() < MAX_WORDS {
            self.words.insert(word.to_owned(), seen);
        }
        seen
    }

    fn number_of(&mut self, matches: Matches) -> u32 {
        if let Some(number) = self.numbers.get(&matches) {
            return *number;
        }
        let number = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        self.sets.push(Arc::clone(&matches));
        self.numbers.insert(matches, number);
        number
    }

    pub(super) fn matches(&self, number: u32) -> Option<&Matches> {
        self.sets.get(number as usize)
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
