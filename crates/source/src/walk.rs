//! Through a whole source, folder by folder in byte order.

use crate::entry::child;
use crate::{Entry, EntryKind, Excludes, ListError, Watched};
use sporhund_model::RelPath;
use sporhund_platform::FileId;
use std::collections::{BTreeMap, HashSet};

/// What a walk comes by: one folder at a time.
#[derive(Debug)]
pub enum Met {
    /// A folder, with its files and what is skipped in it.
    Folder {
        /// Its path below the root.
        path: RelPath,
        /// Sorted by the bytes of their names; no folders, and nothing that is excluded.
        entries: Vec<Entry>,
    },
    /// A folder that was met before under another path (bind mounts).
    Repeated(RelPath),
    /// A folder that could not be listed: nothing is known of what lies below it.
    Unlisted {
        /// Its path below the root.
        path: RelPath,
        /// Why.
        error: ListError,
    },
}

/// Goes through a source: a folder, then the folders below it by the bytes of their names.
///
/// Holds one folder's entries and the names of the folders that wait, never the whole tree.
pub struct Walk<'a> {
    source: &'a Watched,
    excludes: &'a Excludes,
    excluded: BTreeMap<String, u64>,
    seen: HashSet<FileId>,
    waiting: Vec<RelPath>,
}

impl<'a> Walk<'a> {
    /// A walk from the root of the source.
    pub fn new(source: &'a Watched, excludes: &'a Excludes) -> Self {
        Walk {
            source,
            excludes,
            excluded: excludes.counts(),
            seen: HashSet::new(),
            waiting: vec![RelPath::default()],
        }
    }

    /// How many files and folders each pattern has left out so far; what lies in such a folder is not counted.
    pub fn excluded(&self) -> &BTreeMap<String, u64> {
        &self.excluded
    }

    fn is_excluded(&mut self, folder: &RelPath, name: &[u8]) -> bool {
        let Some(pattern) = self.excludes.find_pattern(folder, name) else {
            return false;
        };
        if let Some(count) = self.excluded.get_mut(pattern) {
            *count += 1;
        }
        true
    }

    /// Keeps what is to be told of a folder; its folders wait.
    fn sort_out(&mut self, folder: &RelPath, entries: &mut Vec<Entry>) {
        let first = self.waiting.len();
        entries.retain(|entry| {
            if self.is_excluded(folder, &entry.name) {
                return false;
            }
            if entry.kind == EntryKind::Folder {
                self.waiting.push(child(folder, &entry.name));
                return false;
            }
            true
        });
        // The first folder is taken from the end of the stack first.
        if let Some(below) = self.waiting.get_mut(first..) {
            below.reverse();
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Met;

    fn next(&mut self) -> Option<Met> {
        let path = self.waiting.pop()?;
        Some(match self.source.list(&path) {
            Ok(listing) if listing.id.is_some_and(|id| !self.seen.insert(id)) => {
                Met::Repeated(path)
            }
            Ok(listing) => {
                let mut entries = listing.entries;
                self.sort_out(&path, &mut entries);
                Met::Folder { path, entries }
            }
            Err(error) => Met::Unlisted { path, error },
        })
    }
}
