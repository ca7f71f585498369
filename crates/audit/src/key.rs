//! What a file was read under: equal keys mean that reading it again gives the same.

use crate::config::Config;
use sporhund_model::{Note, Outcome, VersionToken};
use sporhund_source::{Entry, EntryKind};

/// Grows when any decoder or the scanner gives other results than before.
const READING: u32 = 1;

/// Makes the keys of one audit.
pub(crate) struct ReadKeys {
    base: blake3::Hasher,
}

impl ReadKeys {
    pub(crate) fn new(config: &Config) -> Self {
        let mut base = blake3::Hasher::new();
        base.update(&READING.to_le_bytes());
        base.update(&config.rules.digest());
        base.update(format!("{:?}", config.limits).as_bytes());
        let settings = &config.settings;
        let kept = (
            settings.min_confidence,
            settings.key.origin(),
            &settings.only,
            settings.occurrences,
            settings.values,
        );
        base.update(format!("{kept:?}").as_bytes());
        ReadKeys { base }
    }

    /// The key of a file that is read in this version.
    pub(crate) fn of(&self, version: &VersionToken) -> [u8; 16] {
        let mut hasher = self.base.clone();
        update(&mut hasher, version);
        short(&hasher)
    }

    /// The key of what is not read, for this reason.
    pub(crate) fn of_left_out(&self, size: u64, outcome: Outcome, note: &Note) -> [u8; 16] {
        let mut hasher = self.base.clone();
        hasher.update(&size.to_le_bytes());
        hasher.update(outcome.as_str().as_bytes());
        hasher.update(format!("{note:?}").as_bytes());
        short(&hasher)
    }

    /// The key of an entry of a folder.
    pub(crate) fn of_entry(&self, entry: &Entry) -> [u8; 16] {
        match &entry.kind {
            EntryKind::File(stat) => self.of(&stat.version),
            EntryKind::Skipped(left) => self.of_left_out(left.size, left.outcome, &left.note),
            EntryKind::Folder => [0; 16],
        }
    }

    /// Equal digests mean that a folder holds the same files in the same versions, to be read in the same way.
    pub(crate) fn digest(&self, entries: &[Entry]) -> [u8; 16] {
        let mut hasher = self.base.clone();
        for entry in entries {
            hasher.update(&(entry.name.len() as u64).to_le_bytes());
            hasher.update(&entry.name);
            match &entry.kind {
                EntryKind::File(stat) => update(&mut hasher, &stat.version),
                _ => {
                    hasher.update(&self.of_entry(entry));
                }
            }
        }
        short(&hasher)
    }
}

fn update(hasher: &mut blake3::Hasher, version: &VersionToken) {
    let mut bytes = [0; 24];
    let changed = version.changed_ns.unwrap_or(i64::MIN);
    bytes[..8].copy_from_slice(&version.size.to_le_bytes());
    bytes[8..16].copy_from_slice(&version.modified_ns.to_le_bytes());
    bytes[16..].copy_from_slice(&changed.to_le_bytes());
    hasher.update(&bytes);
}

fn short(hasher: &blake3::Hasher) -> [u8; 16] {
    let mut key = [0; 16];
    key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    key
}
