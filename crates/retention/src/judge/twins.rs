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
    /// Which contents may be in several files; all, where nothing was told.
    several: Option<Several>,
}

impl Contents {
    pub(super) fn take(&mut self, record: &ItemRecord, is_registered: bool) {
        let Some(key) = key(record) else { return };
        if self
            .several
            .as_ref()
            .is_some_and(|several| !several.has(&key))
        {
            return;
        }
        let twins = self.by_hash.entry(key).or_default();
        twins.files += 1;
        if is_registered && twins.registered.is_none() {
            twins.registered = Some(Box::new(FileRef {
                root: record.item.root.clone(),
                path: record.item.path.clone(),
            }));
        }
    }

    /// Only these contents are of interest from here on.
    pub(super) fn expect(&mut self, several: Several) {
        self.several = Some(several);
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

/// Bits of a filter: 32 MB, in which of 10 million contents that stand alone one in a hundred is taken for a pair.
const BITS: usize = 1 << 27;

/// Which contents are in more than one file, told by two bits for each: met once, met again. It may take one for another, and never
/// misses any.
#[derive(Clone, Default)]
pub struct Several {
    once: Vec<u64>,
    again: Vec<u64>,
}

impl Several {
    /// Takes a content by its hash.
    pub fn add(&mut self, hash: &[u8]) {
        let Some(at) = place(hash) else { return };
        if self.once.is_empty() {
            self.once = vec![0; BITS / 64];
            self.again = vec![0; BITS / 64];
        }
        if is_set(&self.once, at) {
            set(&mut self.again, at);
        } else {
            set(&mut self.once, at);
        }
    }

    fn has(&self, hash: &[u8]) -> bool {
        place(hash).is_some_and(|at| is_set(&self.again, at))
    }
}

impl std::fmt::Debug for Several {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Several").finish_non_exhaustive()
    }
}

fn place(hash: &[u8]) -> Option<usize> {
    let first: [u8; 8] = hash.get(..8)?.try_into().ok()?;
    Some((u64::from_le_bytes(first) % BITS as u64) as usize)
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits.get(at / 64)
        .is_some_and(|word| word & (1 << (at % 64)) != 0)
}

fn set(bits: &mut [u64], at: usize) {
    if let Some(word) = bits.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}
