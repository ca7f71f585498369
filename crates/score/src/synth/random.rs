//! A small generator of random numbers: the same seed gives the same text on every machine.

/// Xorshift with a multiplication (S. Vigna, xorshift64*).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator from a seed.
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number below `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32) as u32;
        ((u64::from(high) * u64::from(limit.max(1))) >> 32) as u32
    }

    /// A number from `first` to `last`.
    pub fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last - first + 1)
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let at = self.below(all.len() as u32) as usize;
        &all[at]
    }

    /// So many digits, the first no zero.
    pub fn digits(&mut self, count: usize) -> String {
        let first = self.between(1, 9).to_string();
        let rest = (1..count).map(|_| char::from(b'0' + self.below(10) as u8));
        first.chars().chain(rest).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_same_numbers_for_a_seed() {
        let (mut one, mut other) = (Random::new(7), Random::new(7));
        let first: Vec<u32> = (0..20).map(|_| one.between(3, 9)).collect();
        let second: Vec<u32> = (0..20).map(|_| other.between(3, 9)).collect();
        assert_eq!(first, second);
        assert!(first.iter().all(|number| (3..=9).contains(number)));
        assert_eq!(one.digits(10).len(), 10);
    }
}
