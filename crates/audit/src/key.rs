//! What a file was read under: equal keys mean that reading it again gives the same.

use crate::config::Config;
use sporhund_model::Item;

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
            settings.key.id(),
            &settings.only,
            settings.occurrences,
            settings.values,
        );
        base.update(format!("{kept:?}").as_bytes());
        ReadKeys { base }
    }

    pub(crate) fn of(&self, item: &Item) -> [u8; 16] {
        let mut hasher = self.base.clone();
        let version = item.version;
        hasher.update(&version.size.to_le_bytes());
        hasher.update(&version.modified_ns.to_le_bytes());
        hasher.update(&version.changed_ns.unwrap_or(i64::MIN).to_le_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        key
    }
}
