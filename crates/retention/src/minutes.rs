//! How many files were changed in each minute, as far as it matters: up to 255.

use std::collections::HashMap;

/// Minutes of one page: six weeks.
const PAGE: i64 = 1 << 16;

/// Counts by minute, a byte each: shares of millions of files have nearly as many minutes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Minutes {
    pages: HashMap<i64, Box<[u8]>>,
}

impl Minutes {
    pub(crate) fn add(&mut self, minute: i64) {
        let slot = self.slot(minute);
        *slot = slot.saturating_add(1);
    }

    pub(crate) fn put(&mut self, minute: i64, count: u32) {
        *self.slot(minute) = u8::try_from(count).unwrap_or(u8::MAX);
    }

    pub(crate) fn count(&self, minute: i64) -> u32 {
        let page = self.pages.get(&minute.div_euclid(PAGE));
        let count = page.and_then(|page| page.get(place(minute)));
        count.copied().map_or(0, u32::from)
    }

    fn slot(&mut self, minute: i64) -> &mut u8 {
        let empty = || vec![0; PAGE as usize].into_boxed_slice();
        let page = self.pages.entry(minute.div_euclid(PAGE));
        &mut page.or_insert_with(empty)[place(minute)]
    }
}

/// Below [`PAGE`].
fn place(minute: i64) -> usize {
    minute.rem_euclid(PAGE) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_far_as_it_matters() {
        let mut minutes = Minutes::default();
        for minute in [-1, 0, 0, i64::MAX, i64::MIN] {
            minutes.add(minute);
        }
        assert_eq!(
            [-1, 0, 1, i64::MAX].map(|minute| minutes.count(minute)),
            [1, 2, 0, 1]
        );
        minutes.put(7, 1_000);
        minutes.add(7);
        assert_eq!(minutes.count(7), 255);
    }
}
