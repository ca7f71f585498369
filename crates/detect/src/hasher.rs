//! A fast hash for keys that nobody outside can choose to collide: fingerprints, places, and values of one document.

use std::hash::{BuildHasherDefault, Hasher};

/// Multiplies and rotates, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fast(u64);

/// Makes [`Fast`].
pub(crate) type FastBuild = BuildHasherDefault<Fast>;

impl Fast {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    }
}

impl Hasher for Fast {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let tail = rest
            .iter()
            .fold(0, |tail, byte| tail << 8 | u64::from(*byte));
        self.add(tail ^ (rest.len() as u64) << 56);
    }

    fn write_u8(&mut self, value: u8) {
        self.add(u64::from(value));
    }

    fn write_u16(&mut self, value: u16) {
        self.add(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.add(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.add(value as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::Hash;

    #[test]
    fn tells_values_apart() {
        let hash = |text: &str| {
            let mut hasher = Fast::default();
            text.hash(&mut hasher);
            hasher.finish()
        };
        let all: std::collections::BTreeSet<u64> =
            (0..10_000).map(|n| hash(&n.to_string())).collect();
        assert_eq!(all.len(), 10_000);
    }
}
