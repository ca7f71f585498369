//! Maps over millions of names: the name itself is not kept, only a hash of it.
//!
//! Two of ten million names have the same 64 bits once in some four hundred thousand shares. Their files would then be taken for
//! one dossier or series, which makes them more, never less, careful.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

/// Values by the hash of a name.
pub(crate) type Keyed<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// The hash of a name.
pub(crate) fn key_of(name: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// A hash is not hashed again.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = key_of(bytes);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
