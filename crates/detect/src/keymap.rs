//! A map from keys of words to entries, behind a filter of one bit: nearly all words are rejected by one look at it.

/// Bits in the filter.
const FILTER_BITS: usize = 1 << 17;

/// Keys with the numbers of their entries.
#[derive(Debug)]
pub(crate) struct KeyMap {
    filter: Box<[u64]>,
    /// Key, and its range in `numbers`; an empty range is a free slot.
    slots: Box<[(u64, u32, u32)]>,
    numbers: Vec<u32>,
}

#[inline]
fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[inline]
fn bit(key: u64) -> usize {
    (hash(key) >> 47) as usize
}

impl KeyMap {
    /// A map of all pairs of key and number.
    pub(crate) fn new(mut pairs: Vec<(u64, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let size = (pairs.len() * 2).next_power_of_two().max(2);
        let mut map = KeyMap {
            filter: vec![0; FILTER_BITS / 64].into_boxed_slice(),
            slots: vec![(0, 0, 0); size].into_boxed_slice(),
            numbers: Vec::with_capacity(pairs.len()),
        };
        for same in pairs.chunk_by(|one, other| one.0 == other.0) {
            map.insert(same);
        }
        map
    }

    fn insert(&mut self, same: &[(u64, u32)]) {
        let Some((key, _)) = same.first() else { return };
        let from = self.numbers.len() as u32;
        self.numbers.extend(same.iter().map(|(_, number)| *number));
        let bit = bit(*key);
        self.filter[bit / 64] |= 1 << (bit % 64);
        let mut at = self.home(*key);
        while self.slots[at].1 != self.slots[at].2 {
            at = (at + 1) % self.slots.len();
        }
        self.slots[at] = (*key, from, self.numbers.len() as u32);
    }

    fn home(&self, key: u64) -> usize {
        (hash(key) >> 20) as usize & (self.slots.len() - 1)
    }

    /// Whether a key may be there; hardly ever true when it is not.
    #[inline]
    pub(crate) fn may_have(&self, key: u64) -> bool {
        let bit = bit(key);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The numbers of a key's entries.
    pub(crate) fn get(&self, key: u64) -> &[u32] {
        let mut at = self.home(key);
        loop {
            let (found, from, to) = self.slots[at];
            if from == to {
                return &[];
            }
            if found == key {
                return self
                    .numbers
                    .get(from as usize..to as usize)
                    .unwrap_or_default();
            }
            at = (at + 1) % self.slots.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_put_in() {
        let pairs: Vec<(u64, u32)> = (0..500)
            .map(|number| (u64::from(number / 2) * 7919, number))
            .collect();
        let map = KeyMap::new(pairs);
        for key in 0..250 {
            assert!(map.may_have(key * 7919));
            assert_eq!(map.get(key * 7919), [key as u32 * 2, key as u32 * 2 + 1]);
        }
        assert!(map.get(1).is_empty());
        assert!(KeyMap::new(Vec::new()).get(5).is_empty());
    }
}
