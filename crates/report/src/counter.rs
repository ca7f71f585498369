//! Counts by key that do not grow without end.

use std::collections::BTreeMap;

/// Values by key for at most `limit` keys; what comes under further keys goes into `rest`.
#[derive(Clone, Debug)]
pub(crate) struct Counter<K, V> {
    limit: usize,
    entries: BTreeMap<K, V>,
    rest: V,
}

impl<K: Ord, V: Default> Counter<K, V> {
    pub(crate) fn new(limit: usize) -> Self {
        Counter {
            limit,
            entries: BTreeMap::new(),
            rest: V::default(),
        }
    }

    /// The value to add to.
    pub(crate) fn at(&mut self, key: K) -> &mut V {
        if self.entries.len() >= self.limit && !self.entries.contains_key(&key) {
            return &mut self.rest;
        }
        self.entries.entry(key).or_default()
    }

    /// By key.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter()
    }

    /// Largest first by what `size` says, then by key.
    pub(crate) fn sorted(&self, size: impl Fn(&V) -> u64) -> Vec<(&K, &V)> {
        let mut all: Vec<_> = self.entries.iter().collect();
        all.sort_by_key(|(_, value)| std::cmp::Reverse(size(value)));
        all
    }

    /// What came under keys past the limit.
    pub(crate) fn rest(&self) -> &V {
        &self.rest
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_keys_past_the_limit_into_the_rest() {
        let mut counter: Counter<u8, u64> = Counter::new(2);
        for key in [1, 2, 3, 2, 4] {
            *counter.at(key) += 1;
        }
        assert_eq!(counter.sorted(|count| *count), [(&2, &2), (&1, &1)]);
        assert_eq!(*counter.rest(), 2);
    }
}
