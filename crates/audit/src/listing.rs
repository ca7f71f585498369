//! Listing: every folder of a root is compared with what is known of it, before any file is read.
//!
//! A folder whose digest is that of its last listing costs one look-up and no write. What differs goes to the agenda, and known
//! files that were not met are remembered as missing. Nothing is written to the store: whether the root is what it was can be
//! told only when all of it has been listed.

use crate::key::ReadKeys;
use crate::progress::Progress;
use sporhund_model::{Note, Outcome, RelPath};
use sporhund_source::{Entry, EntryKind, Excludes, ListError, Met, Walk, Watched};
use sporhund_store::{Agenda, Class, KnownItem, Listed, Planned, Store, StoreError};
use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;

/// A row that stands for a folder: its path, how it ended and why.
pub(crate) type FolderNote = (RelPath, Outcome, Note);

/// What the listing of a root came to.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Whether it came to its end.
    pub whole: bool,
    /// Files that were listed.
    pub files: u64,
    /// Files that are as they were.
    pub unchanged: u64,
    /// Files that were known of the folders that could be listed.
    pub known: u64,
    /// Folders that could not be listed, or were met before.
    pub folders: Vec<FolderNote>,
    /// The first sign that the server fails, and not one folder alone.
    pub fault: Option<ListError>,
    /// What was left out, by pattern.
    pub excluded: BTreeMap<String, u64>,
}

/// Lists one root.
pub(crate) struct Lister<'a> {
    pub number: usize,
    pub source: &'a Watched,
    pub keys: &'a ReadKeys,
    pub known: Store,
    pub agenda: &'a Mutex<Agenda>,
    pub progress: &'a Progress,
    pub is_over: &'a (dyn Fn() -> bool + Sync),
}

/// The state of one listing.
#[derive(Default)]
struct State {
    listing: Listing,
    /// Numbers of the known folders that were listed.
    seen: HashSet<i64>,
    /// Paths of folders that could not be listed: nothing is known of what lies below.
    closed: Vec<RelPath>,
}

impl Lister<'_> {
    /// Lists all of the root.
    pub(crate) fn run(&self, excludes: &Excludes) -> Result<Listing, StoreError> {
        let mut state = State::default();
        state.listing.whole = true;
        let mut walk = Walk::new(self.source, excludes);
        for met in walk.by_ref() {
            if (self.is_over)() {
                state.listing.whole = false;
                break;
            }
            self.meet(met, &mut state)?;
            if self.source.is_silent() {
                state.listing.whole = false;
                break;
            }
        }
        state.listing.excluded.clone_from(walk.excluded());
        if state.listing.whole {
            self.miss_folders(&mut state)?;
        }
        Ok(state.listing)
    }

    fn meet(&self, met: Met, state: &mut State) -> Result<(), StoreError> {
        match met {
            Met::Folder { path, entries } => {
                self.progress.enter(&path);
                self.compare(&path, &entries, state)
            }
            Met::Repeated(path) => {
                let note = Note::new("note-folder-seen");
                state.closed.push(path.clone());
                state.listing.folders.push((path, Outcome::Skipped, note));
                Ok(())
            }
            Met::Unlisted { path, error } => {
                let note = error.note();
                state.closed.push(path.clone());
                state.listing.folders.push((path, Outcome::Unlisted, note));
                if error.is_of_server() && state.listing.fault.is_none() {
                    state.listing.fault = Some(error);
                }
                Ok(())
            }
        }
    }

    fn compare(
        &self,
        path: &RelPath,
        entries: &[Entry],
        state: &mut State,
    ) -> Result<(), StoreError> {
        let count = entries.len() as u64;
        let bytes: u64 = entries.iter().map(size).sum();
        state.listing.files += count;
        self.progress.list(count, bytes);
        let digest = self.keys.digest(entries);
        let folder = self.known.find_folder(&self.source.root().name, path)?;
        let items = match folder {
            Some(folder) if folder.digest == Some(digest) => {
                state.seen.insert(folder.id);
                state.listing.known += count;
                state.listing.unchanged += count;
                self.progress.finish(count, bytes, 0);
                return Ok(());
            }
            Some(folder) => {
                state.seen.insert(folder.id);
                self.known.items_of(folder.id)?
            }
            None if entries.is_empty() => return Ok(()),
            None => Vec::new(),
        };
        let listed = Listed {
            path,
            digest,
            files: count,
        };
        self.plan(&listed, entries, &items, state)
    }

    /// Puts what differs on the agenda.
    fn plan(
        &self,
        listed: &Listed<'_>,
        entries: &[Entry],
        items: &[KnownItem],
        state: &mut State,
    ) -> Result<(), StoreError> {
        let mut tasks = Vec::new();
        let mut known = items.iter().peekable();
        let mut missing: Vec<&KnownItem> = Vec::new();
        for entry in entries {
            while let Some(item) = known.next_if(|item| item.name.as_slice() < &*entry.name) {
                missing.push(item);
            }
            let item = known.next_if(|item| item.name.as_slice() == &*entry.name);
            if let Some(class) = self.class(entry, item) {
                tasks.push((class, planned(listed.path, entry, item)));
            } else {
                state.listing.unchanged += 1;
                self.progress.finish(1, size(entry), 0);
            }
        }
        missing.extend(known);
        missing.retain(|item| !item.is_gone);
        state.listing.known += items.iter().filter(|item| !item.is_gone).count() as u64;
        let Ok(agenda) = self.agenda.lock() else {
            return Ok(());
        };
        for item in missing {
            agenda.add_missing(self.number, listed.path.as_bytes(), item)?;
        }
        agenda.add_folder(self.number, listed, &tasks)
    }

    /// How urgent it is to read an entry; `None` when nothing has changed.
    fn class(&self, entry: &Entry, item: Option<&KnownItem>) -> Option<Class> {
        let Some(item) = item.filter(|item| !item.is_gone) else {
            return Some(Class::Fresh);
        };
        if item.read_key == self.keys.of_entry(entry) {
            return None;
        }
        let EntryKind::File(stat) = &entry.kind else {
            return Some(Class::Fresh);
        };
        Some(if !item.was_read {
            Class::Unread
        } else if item.version.is_some_and(|known| known != stat.version) {
            Class::Fresh
        } else {
            Class::Stale
        })
    }

    /// Files of known folders that were not met at all, and do not lie below a folder that could not be listed.
    fn miss_folders(&self, state: &mut State) -> Result<(), StoreError> {
        let root = &self.source.root().name;
        let mut unmet = Vec::new();
        self.known.for_each_folder(root, &mut |id, path| {
            if !state.seen.contains(&id) && !state.closed.iter().any(|above| holds(above, path)) {
                unmet.push((id, path.to_vec()));
            }
        })?;
        for (id, path) in unmet {
            for item in self.known.items_of(id)?.iter().filter(|item| !item.is_gone) {
                state.listing.known += 1;
                if let Ok(agenda) = self.agenda.lock() {
                    agenda.add_missing(self.number, &path, item)?;
                }
            }
        }
        Ok(())
    }
}

fn size(entry: &Entry) -> u64 {
    match &entry.kind {
        EntryKind::File(stat) => stat.version.size,
        EntryKind::Skipped(left) => left.size,
        EntryKind::Folder => 0,
    }
}

/// Whether `path` is `above` or lies below it.
fn holds(above: &RelPath, path: &[u8]) -> bool {
    let above = above.as_bytes();
    let rest = path.strip_prefix(above);
    rest.is_some_and(|rest| above.is_empty() || rest.is_empty() || rest[0] == b'/')
}

fn planned(folder: &RelPath, entry: &Entry, item: Option<&KnownItem>) -> Planned {
    let mut planned = Planned {
        path: entry.path(folder),
        is_new: item.is_none_or(|item| item.is_gone),
        ..Planned::default()
    };
    match &entry.kind {
        EntryKind::File(stat) => {
            planned.version = stat.version;
            planned.created_ns = stat.created_ns;
            planned.owner = stat.owner;
            planned.audience = audience_number(stat.audience);
        }
        EntryKind::Skipped(left) => {
            planned.version.size = left.size;
            planned.left_out = Some((left.size, left.outcome, left.note.clone()));
        }
        EntryKind::Folder => {}
    }
    planned
}

const AUDIENCES: [sporhund_model::Audience; 6] = [
    sporhund_model::Audience::Unknown,
    sporhund_model::Audience::Private,
    sporhund_model::Audience::Unit,
    sporhund_model::Audience::LargeGroup,
    sporhund_model::Audience::AllStaff,
    sporhund_model::Audience::Everyone,
];

fn audience_number(audience: sporhund_model::Audience) -> u8 {
    let at = AUDIENCES.iter().position(|known| *known == audience);
    at.unwrap_or(0) as u8
}

/// The entry that was planned, to be made an item of.
pub(crate) fn entry_of(planned: &Planned) -> Entry {
    let kind = match &planned.left_out {
        Some((size, outcome, note)) => EntryKind::Skipped(Box::new(sporhund_source::Skipped {
            size: *size,
            outcome: *outcome,
            note: note.clone(),
        })),
        None => EntryKind::File(sporhund_source::Stat {
            version: planned.version,
            created_ns: planned.created_ns,
            owner: planned.owner,
            audience: AUDIENCES
                .get(usize::from(planned.audience))
                .copied()
                .unwrap_or_default(),
        }),
    };
    Entry {
        name: planned.path.name().into(),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_below_a_closed_folder_is_told_from_what_lies_beside_it() {
        let closed = RelPath::from("a/closed");
        assert!(holds(&closed, b"a/closed") && holds(&closed, b"a/closed/x"));
        assert!(!holds(&closed, b"a/closed2") && !holds(&closed, b"a"));
        assert!(holds(&RelPath::default(), b"any"));
    }

    #[test]
    fn every_audience_comes_back() {
        for audience in AUDIENCES {
            let number = audience_number(audience);
            assert_eq!(AUDIENCES[usize::from(number)], audience);
        }
    }
}
