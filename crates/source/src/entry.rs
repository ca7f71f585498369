//! What a folder holds, kept small: a folder may hold a million files.

use crate::Source;
use jiff::Timestamp;
use sporhund_model::{Item, Note, Outcome, RelPath, Times, VersionToken};
use sporhund_platform::FileId;

/// What a folder holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The folder's identity, where the system tells: it shows a folder that is met a second time (bind mounts).
    pub id: Option<FileId>,
    /// Its entries, sorted by the bytes of their names.
    pub entries: Vec<Entry>,
}

/// One entry of a folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name in the folder.
    pub name: Box<[u8]>,
    /// What it is.
    pub kind: EntryKind,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryKind {
    /// A file to be read.
    File(Stat),
    /// A folder below.
    Folder,
    /// What is not read.
    Skipped(Box<Skipped>),
}

/// What the file system says of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stat {
    /// What tells an unchanged file from a changed one.
    pub version: VersionToken,
    /// Creation in nanoseconds since 1970, where kept.
    pub created_ns: Option<i64>,
    /// The number of its owner's account.
    pub owner: Option<u32>,
    /// Who can read it.
    pub audience: sporhund_model::Audience,
}

/// An entry that is not read, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// Its bytes, as far as they are known; 0 for what is no file.
    pub size: u64,
    /// `Skipped`, or `Unreadable` where the system did not let us look.
    pub outcome: Outcome,
    /// Why.
    pub note: Note,
}

impl Entry {
    /// The path of this entry of `folder`.
    pub fn path(&self, folder: &RelPath) -> RelPath {
        child(folder, &self.name)
    }

    /// The item that this entry of `folder` is.
    pub fn item(&self, source: &dyn Source, folder: &RelPath) -> Item {
        let root = source.root();
        let mut item = Item {
            root: root.name.clone(),
            path: self.path(folder),
            unit: root.unit.clone(),
            ..Item::default()
        };
        match &self.kind {
            EntryKind::File(stat) => stat.describe(source, &mut item),
            EntryKind::Skipped(skipped) => item.size = skipped.size,
            EntryKind::Folder => {}
        }
        item
    }
}

impl Stat {
    fn describe(&self, source: &dyn Source, item: &mut Item) {
        item.size = self.version.size;
        item.version = self.version;
        item.times = Times {
            modified: time(self.version.modified_ns),
            created: self.created_ns.and_then(time),
            changed: self.version.changed_ns.and_then(time),
        };
        item.owner = self.owner.map(|number| source.owner_name(number));
        item.audience = self.audience;
    }
}

fn time(nanoseconds: i64) -> Option<Timestamp> {
    Timestamp::from_nanosecond(i128::from(nanoseconds)).ok()
}

/// The path of `name` in `folder`.
pub(crate) fn child(folder: &RelPath, name: &[u8]) -> RelPath {
    let mut path = Vec::with_capacity(folder.as_bytes().len() + 1 + name.len());
    if !folder.as_bytes().is_empty() {
        path.extend_from_slice(folder.as_bytes());
        path.push(b'/');
    }
    path.extend_from_slice(name);
    RelPath::new(path)
}
