//! Through a whole source, folder by folder in byte order.

use crate::{Entry, Excludes, ListError, Skipped, Source};
use sporhund_model::{Item, Note, Outcome, RelPath};
use sporhund_platform::FileId;
use std::collections::{BTreeMap, HashSet};
use std::vec;

/// What a walk comes by.
#[derive(Clone, Debug, PartialEq)]
pub enum Met {
    /// A folder begins: what follows until the next one lies in it itself.
    Folder(RelPath),
    /// A file to be read.
    File(Item),
    /// A file that is not read, or a folder that was met before.
    Skipped(Skipped),
    /// A folder that could not be listed: nothing is known of what lies below it.
    Unlisted {
        /// Its path below the root.
        path: RelPath,
        /// Why.
        note: Note,
    },
}

/// Goes through a source: the files of a folder by the bytes of their names, then its folders likewise.
///
/// Holds one folder's entries and the names of the folders that wait, never the whole tree.
pub struct Walk<'a> {
    source: &'a dyn Source,
    excludes: &'a Excludes,
    excluded: BTreeMap<String, u64>,
    seen: HashSet<FileId>,
    waiting: Vec<RelPath>,
    entries: vec::IntoIter<Entry>,
    below: Vec<RelPath>,
}

impl<'a> Walk<'a> {
    /// A walk from the root of the source.
    pub fn new(source: &'a dyn Source, excludes: &'a Excludes) -> Self {
        Walk {
            source,
            excludes,
            excluded: excludes.counts(),
            seen: HashSet::new(),
            waiting: vec![RelPath::default()],
            entries: Vec::new().into_iter(),
            below: Vec::new(),
        }
    }

    /// How many files and folders each pattern has left out so far; what lies in such a folder is not counted.
    pub fn excluded(&self) -> &BTreeMap<String, u64> {
        &self.excluded
    }

    fn is_excluded(&mut self, path: &RelPath) -> bool {
        let Some(pattern) = self.excludes.find_pattern(path) else {
            return false;
        };
        if let Some(count) = self.excluded.get_mut(pattern) {
            *count += 1;
        }
        true
    }

    /// What the entry is to the walk; `None` for what waits or is left out.
    fn meet(&mut self, entry: Entry) -> Option<Met> {
        if self.is_excluded(entry.path()) {
            return None;
        }
        match entry {
            Entry::File(item) => Some(Met::File(item)),
            Entry::Skipped(skipped) => Some(Met::Skipped(skipped)),
            Entry::Folder(path) => {
                self.below.push(path);
                None
            }
        }
    }

    fn enter(&mut self, path: RelPath) -> Met {
        match self.source.list(&path) {
            Ok(listing) if listing.id.is_some_and(|id| !self.seen.insert(id)) => {
                Met::Skipped(Skipped {
                    path,
                    size: 0,
                    outcome: Outcome::Skipped,
                    note: Note::new("note-folder-seen"),
                })
            }
            Ok(listing) => {
                self.entries = listing.entries.into_iter();
                Met::Folder(path)
            }
            Err(error) => unlisted(path, &error),
        }
    }
}

fn unlisted(path: RelPath, error: &ListError) -> Met {
    Met::Unlisted {
        path,
        note: error.note(),
    }
}

impl Iterator for Walk<'_> {
    type Item = Met;

    fn next(&mut self) -> Option<Met> {
        while let Some(entry) = self.entries.next() {
            let met = self.meet(entry);
            if met.is_some() {
                return met;
            }
        }
        // The first folder is taken from the end of the stack first.
        self.waiting.extend(self.below.drain(..).rev());
        let path = self.waiting.pop()?;
        Some(self.enter(path))
    }
}
