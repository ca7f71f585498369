//! A map from keys of words to entries, behind a filter: nearly all words are rejected by one look at one word of it.

/// Slots for so many keys: a power of two, so that at least a quarter is free.
fn slots(keys: usize) -> usize {
    (keys + keys / 3).next_power_of_two().max(2)
}

/// Words of 64 bits in the filter: 64 KiB, which stay in the processor's nearest caches.
const FILTER: usize = 1 << 13;

/// Keys with the numbers of their entries.
#[derive(Debug)]
pub(crate) struct KeyMap {
    filter: Box<[u64]>,
    /// Key, and the number of its group from 1; 0 is a free slot.
    slots: Box<[(u64, u32)]>,
    /// Of 32 bits of a hash, those that are not used for the number of a slot.
    shift: u32,
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
    1 << (hash >> 45 & 63) | 1 << (hash >> 39 & 63)
}

impl KeyMap {
    /// A map of pairs of key and number. A key's numbers keep their order; a pair that comes again right away counts once.
    pub(crate) fn new(pairs: impl Iterator<Item = (u64, u32)>) -> Self {
        let mut pairs: Vec<(u64, u32)> = pairs.collect();
        let slots = slots(pairs.len());
        let mut map = KeyMap {
            filter: vec![0; FILTER].into_boxed_slice(),
            slots: vec![(0, 0); slots].into_boxed_slice(),
            shift: 32 - slots.ilog2(),
            ends: vec![0],
            numbers: Vec::new(),
        };
        let mut last = vec![None];
        // From here on each pair holds the key's group.
        pairs.retain_mut(|(key, number)| {
            let group = map.group_or_new(*key);
            last.resize(map.ends.len(), None);
            *key = group as u64;
            let is_other = last[group].replace(*number) != Some(*number);
            map.ends[group] += u32::from(is_other);
            is_other
        });
        map.lay_out(&pairs);
        map
    }

    fn group_or_new(&mut self, key: u64) -> usize {
        let hash = hash(key);
        let mut at = self.home(key);
        while self.slots[at].1 != 0 && self.slots[at].0 != key {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if self.slots[at].1 == 0 {
            self.filter[word(hash)] |= bits(hash);
            self.slots[at] = (key, self.ends.len() as u32);
            self.ends.push(0);
        }
        self.slots[at].1 as usize
    }

    /// Lays the numbers of each group side by side, once `ends` tells how many each has.
    fn lay_out(&mut self, pairs: &[(u64, u32)]) {
        let mut sum = 0;
        for end in &mut self.ends {
            sum += std::mem::replace(end, sum);
        }
        self.numbers = vec![0; pairs.len()];
        for (group, number) in pairs {
            let end = &mut self.ends[*group as usize];
            self.numbers[*end as usize] = *number;
            *end += 1;
        }
    }

    fn home(&self, key: u64) -> usize {
        // The high bits depend on all bytes of the key.
        (hash(key) >> 32) as usize >> self.shift
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
        let map = KeyMap::new(pairs.into_iter());
        for key in 0..250 {
            assert!(map.may_have(key * 7919));
            assert_eq!(map.get(key * 7919), [key as u32 * 2, key as u32 * 2 + 1]);
        }
        assert!(map.get(1).is_empty());
        assert!(KeyMap::new(std::iter::empty()).get(5).is_empty());
    }
}
