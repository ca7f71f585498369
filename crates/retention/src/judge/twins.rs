//! Files of the same content. A file whose content lies in a registered case too is a copy, whatever its name says.

use sporhund_model::{FileRef, ItemRecord};
use std::collections::HashMap;

/// Enough of a hash to tell contents apart.
type Key = [u8; 16];

#[derive(Clone, Debug, Default)]
struct Twins {
    files: u32,
    /// The first registered file with this content.
    registered: Option<Box<FileRef>>,
}

/// All contents.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    by_hash: HashMap<Key, Twins>,
}

impl Contents {
    pub(super) fn take(&mut self, record: &ItemRecord, is_registered: bool) {
        let Some(key) = key(record) else { return };
        let twins = self.by_hash.entry(key).or_default();
        twins.files += 1;
        if is_registered && twins.registered.is_none() {
            twins.registered = Some(Box::new(FileRef {
                root: record.item.root.clone(),
                path: record.item.path.clone(),
            }));
        }
    }

    /// The registered file that a file is a copy of.
    pub(super) fn registered(&self, record: &ItemRecord) -> Option<&FileRef> {
        let twins = self.by_hash.get(&key(record)?)?;
        let item = &record.item;
        let registered = twins.registered.as_deref()?;
        (registered.root != item.root || registered.path != item.path).then_some(registered)
    }

    /// How many other files have the same content.
    pub(super) fn others(&self, record: &ItemRecord) -> u32 {
        let twins = key(record).and_then(|key| self.by_hash.get(&key));
        twins.map_or(0, |twins| twins.files.saturating_sub(1))
    }
}

/// Empty files are alike and no copies.
pub(super) fn key(record: &ItemRecord) -> Option<Key> {
    let hash = record.content_hash.filter(|_| record.item.size > 0)?;
    hash.get(..16)?.try_into().ok()
}
