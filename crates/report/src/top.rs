//! The few largest of many.

/// Keeps the `limit` entries with the largest keys; of equal keys the ones that came first.
#[derive(Clone, Debug)]
pub(crate) struct Top<K, V> {
    limit: usize,
    entries: Vec<(K, V)>,
}

impl<K: Ord, V> Top<K, V> {
    pub(crate) fn new(limit: usize) -> Self {
        Top {
            limit,
            entries: Vec::new(),
        }
    }

    /// Takes an entry if it is among the largest; `value` is made only then.
    pub(crate) fn offer(&mut self, key: K, value: impl FnOnce() -> V) {
        let at = self.entries.partition_point(|(known, _)| *known >= key);
        if at < self.limit {
            self.entries.insert(at, (key, value()));
            self.entries.truncate(self.limit);
        }
    }

    /// Largest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_largest_and_of_equals_the_first() {
        let mut top = Top::new(3);
        for (key, value) in [(1, 'a'), (5, 'b'), (5, 'c'), (2, 'd'), (5, 'e'), (0, 'f')] {
            top.offer(key, || value);
        }
        assert_eq!(top.iter().collect::<String>(), "bce");
    }
}
