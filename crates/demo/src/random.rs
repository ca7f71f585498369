//! Chance that is the same on every run and system.

/// A small generator (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        let width = u64::from(high.saturating_sub(low)) + 1;
        low + (self.next() % width) as u32
    }

    /// One of the words; empty when there are none.
    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let last = (from.len().max(1) - 1) as u32;
        let index = self.between(0, last) as usize;
        from.get(index).copied().unwrap_or_default()
    }
}
