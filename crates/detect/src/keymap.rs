//! A map from keys of words to entries, behind a filter: nearly all words are rejected by one look at one word of it.

/// Words of 64 bits in the filter: 64 KiB, which stay in the processor's nearest caches.
const FILTER: usize = 1 << 13;

/// Keys with the numbers of their entries.
#[derive(Debug)]
pub(crate) struct KeyMap {
    filter: Box<[u64]>,
    /// Key, and the number of its group from 1; 0 is a free slot.
    slots: Box<[(u64, u32)]>,
    /// Where each group ends in `numbers`.
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

#[inline]
fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The word of the filter that a key's bits stand in.
#[inline]
fn word(hash: u64) -> usize {
    (hash >> (64 - FILTER.ilog2())) as usize
}

/// The two bits of a word of the filter that a key sets.
#[inline]
fn bits(hash: u64) -> u64 {
    1 << (hash >> 20 & 63) | 1 << (hash >> 26 & 63)
}

impl KeyMap {
    /// A map of all pairs of key and number.
    pub(crate) fn new(mut pairs: Vec<(u64, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let size = (pairs.len() * 2).next_power_of_two().max(2);
        let mut map = KeyMap {
            filter: vec![0; FILTER].into_boxed_slice(),
            slots: vec![(0, 0); size].into_boxed_slice(),
            ends: vec![0],
            numbers: Vec::with_capacity(pairs.len()),
        };
        for same in pairs.chunk_by(|one, other| one.0 == other.0) {
            map.insert(same);
        }
        map
    }

    fn insert(&mut self, same: &[(u64, u32)]) {
        let Some((key, _)) = same.first() else { return };
        self.numbers.extend(same.iter().map(|(_, number)| *number));
        let hash = hash(*key);
        self.filter[word(hash)] |= bits(hash);
        let mut at = self.home(*key);
        while self.slots[at].1 != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = (*key, self.ends.len() as u32);
        self.ends.push(self.numbers.len() as u32);
    }

    fn home(&self, key: u64) -> usize {
        (hash(key) >> 20) as usize & (self.slots.len() - 1)
    }

    /// Whether a key may be there; hardly ever true when it is not.
    #[inline]
    pub(crate) fn may_have(&self, key: u64) -> bool {
        let hash = hash(key);
        let bits = bits(hash);
        self.filter
            .get(word(hash))
            .is_some_and(|word| word & bits == bits)
    }

    /// The group of a key's entries.
    pub(crate) fn find(&self, key: u64) -> Option<usize> {
        let mut at = self.home(key);
        loop {
            let (found, group) = *self.slots.get(at)?;
            if group == 0 {
                return None;
            }
            if found == key {
                return Some(group as usize);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// How many groups there are, with an empty one at 0.
    pub(crate) fn groups(&self) -> usize {
        self.ends.len()
    }

    /// The numbers of a group's entries.
    pub(crate) fn numbers(&self, group: usize) -> &[u32] {
        let end = |group: usize| self.ends.get(group).map_or(0, |end| *end as usize);
        self.numbers
            .get(end(group.saturating_sub(1))..end(group))
            .unwrap_or_default()
    }

    /// The numbers of a key's entries.
    pub(crate) fn get(&self, key: u64) -> &[u32] {
        self.find(key).map_or(&[], |group| self.numbers(group))
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
