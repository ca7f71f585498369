//! A share of successes with the uncertainty of a small sample.

use serde::Serialize;

/// So many right out of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Share {
    /// How many were right.
    pub right: u64,
    /// Out of how many.
    pub of: u64,
    /// The share from 0 to 1; 1 when there was nothing to get wrong.
    pub value: f64,
    /// The lower end of the 95 % interval.
    pub lower: f64,
}

impl Share {
    /// `right` out of `of`.
    pub fn new(right: u64, of: u64) -> Self {
        Share {
            right,
            of,
            value: if of == 0 {
                1.0
            } else {
                right as f64 / of as f64
            },
            lower: wilson_lower(right, of),
        }
    }
}

/// The lower bound of Wilson's score interval at 95 %, which also holds for small samples and shares near 1
/// (E. B. Wilson, 1927). Nothing measured gives 0: nothing is known.
pub fn wilson_lower(right: u64, of: u64) -> f64 {
    if of == 0 {
        return 0.0;
    }
    // The normal quantile for 2.5 % on either side.
    let z = 1.959_963_984_540_054_f64;
    let (count, share) = (of as f64, right as f64 / of as f64);
    let spread = (share * (1.0 - share) / count + z * z / (4.0 * count * count)).sqrt();
    ((share + z * z / (2.0 * count) - z * spread) / (1.0 + z * z / count)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_published_wilson_bounds() {
        // 10 of 10 → 0.7225, 81 of 263 → 0.2553: Newcombe 1998, table I, method 3.
        assert!((wilson_lower(10, 10) - 0.7225).abs() < 5e-4);
        assert!((wilson_lower(81, 263) - 0.2553).abs() < 5e-4);
        assert!(wilson_lower(0, 20) < 1e-9);
    }

    #[test]
    fn counts_nothing_to_find_as_right_but_unknown() {
        let nothing = Share::new(0, 0);
        assert!(nothing.value > 0.999 && nothing.lower < 0.001);
    }
}
