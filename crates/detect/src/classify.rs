//! 64 bytes of text become bit masks: digits, letters, `@`.
//!
//! Id numbers have no literal that a regex engine could look for first; runs of digits and edges of words are what can be
//! found fast. Letters are ASCII letters and the two bytes of Latin-1 letters in UTF-8 (å ä ö æ ø é ü …), so that
//! typographic quotes, dashes and no-break spaces separate words.

/// Bytes in one block.
pub(crate) const BLOCK: usize = 64;

/// One bit for each byte of a block, the first byte lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Masks {
    /// `0` to `9`.
    pub digits: u64,
    /// ASCII letters.
    pub letters: u64,
    /// 0xC3, the first byte of Latin-1 letters.
    pub latin: u64,
    /// `@`.
    pub at: u64,
    /// First bytes of characters that a reader may not see, or sees as digits: 0xC2, 0xE2, 0xEF.
    pub odd: u64,
}

/// The masks of a block.
#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "the compiler asks for it; 9 times as fast as the scalar twin"
)]
pub(crate) fn masks(block: &[u8; BLOCK]) -> Masks {
    // SAFETY: `simd::masks` needs SSE2 only, which every x86-64 processor has.
    unsafe { simd::masks(block) }
}

/// The masks of a block.
#[cfg(not(target_arch = "x86_64"))]
pub(crate) fn masks(block: &[u8; BLOCK]) -> Masks {
    scalar_masks(block)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
fn scalar_masks(block: &[u8; BLOCK]) -> Masks {
    let mut masks = Masks::default();
    for (index, byte) in block.iter().enumerate() {
        masks.digits |= u64::from(byte.is_ascii_digit()) << index;
        masks.letters |= u64::from(byte.is_ascii_alphabetic()) << index;
        masks.latin |= u64::from(*byte == 0xC3) << index;
        masks.at |= u64::from(*byte == b'@') << index;
        masks.odd |= u64::from(matches!(byte, 0xC2 | 0xE2 | 0xEF)) << index;
    }
    masks
}

/// SSE2 is part of every x86-64 processor, so nothing is chosen at run time.
#[cfg(target_arch = "x86_64")]
mod simd {
    use super::{BLOCK, Masks};
    use std::arch::x86_64::{
        __m128i, _mm_add_epi8, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set_epi64x, _mm_set1_epi8,
    };

    #[target_feature(enable = "sse2")]
    pub(super) fn masks(block: &[u8; BLOCK]) -> Masks {
        let mut masks = Masks::default();
        for (index, lane) in block.chunks_exact(16).enumerate() {
            let lane = load(lane);
            let shift = index * 16;
            masks.digits |= mask(in_range(lane, b'0', 10)) << shift;
            let folded = _mm_or_si128(lane, _mm_set1_epi8(0x20));
            masks.letters |= mask(in_range(folded, b'a', 26)) << shift;
            masks.latin |=
                mask(_mm_cmpeq_epi8(lane, _mm_set1_epi8(0xC3_u8.cast_signed()))) << shift;
            masks.at |= mask(_mm_cmpeq_epi8(lane, _mm_set1_epi8(b'@'.cast_signed()))) << shift;
            let is = |byte: u8| _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte.cast_signed()));
            let odd = _mm_or_si128(is(0xC2), _mm_or_si128(is(0xE2), is(0xEF)));
            masks.odd |= mask(odd) << shift;
        }
        masks
    }

    #[target_feature(enable = "sse2")]
    fn load(lane: &[u8]) -> __m128i {
        let (low, high) = lane.split_at(8);
        let word = |bytes: &[u8]| i64::from_le_bytes(bytes.try_into().unwrap_or_default());
        _mm_set_epi64x(word(high), word(low))
    }

    /// Bytes from `first` on, `count` of them: moved so that they are the smallest signed numbers.
    #[target_feature(enable = "sse2")]
    fn in_range(lane: __m128i, first: u8, count: u8) -> __m128i {
        let moved = _mm_add_epi8(
            lane,
            _mm_set1_epi8(0x80_u8.wrapping_sub(first).cast_signed()),
        );
        _mm_cmplt_epi8(moved, _mm_set1_epi8((0x80 + count).cast_signed()))
    }

    #[target_feature(enable = "sse2")]
    fn mask(lane: __m128i) -> u64 {
        u64::from(_mm_movemask_epi8(lane).cast_unsigned())
    }
}

/// A half-open range of bytes in a text.
pub(crate) type Run = (u32, u32);

/// What one pass over a text gives; the buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct Classified {
    /// Runs of digits of at least the length asked for, and at most 32.
    pub runs: Vec<Run>,
    /// Places of `@`.
    pub ats: Vec<u32>,
    /// Whether any character may have to be folded away.
    pub has_odd: bool,
}

impl Classified {
    /// Passes over the text once: fills `runs` and `ats`, and calls `word` for each word.
    pub(crate) fn pass(&mut self, text: &[u8], min_run: u32, mut word: impl FnMut(u32, u32)) {
        self.runs.clear();
        self.ats.clear();
        let mut odd = 0;
        let (mut digits, mut words) = (Edges::default(), Edges::default());
        let mut latin_carry = 0;
        let mut block_of = |masks: Masks, base: u32| {
            let letters = masks.letters | masks.latin | (masks.latin << 1) | latin_carry;
            latin_carry = masks.latin >> 63;
            let runs = &mut self.runs;
            digits.feed(masks.digits, base, |start, end| {
                if (min_run..=32).contains(&(end - start)) {
                    runs.push((start, end));
                }
            });
            words.feed(letters, base, &mut word);
            odd |= masks.odd;
            let mut at = masks.at;
            while at != 0 {
                self.ats.push(base + at.trailing_zeros());
                at &= at - 1;
            }
        };
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        for (index, block) in blocks.iter().enumerate() {
            block_of(masks(block), (index * BLOCK) as u32);
        }
        // The rest is filled up with zeros, and one block of zeros closes what is open at the end of the text.
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let base = (blocks.len() * BLOCK) as u32;
        block_of(masks(&last), base);
        block_of(Masks::default(), base + BLOCK as u32);
        self.has_odd = odd != 0;
    }
}

/// Follows one mask over the blocks and gives its runs of ones.
#[derive(Default)]
struct Edges {
    open: Option<u32>,
}

impl Edges {
    #[inline]
    fn feed(&mut self, mask: u64, base: u32, mut run: impl FnMut(u32, u32)) {
        let carry = u64::from(self.open.is_some());
        let mut edges = mask ^ (mask << 1 | carry);
        let mut open = self.open;
        while edges != 0 {
            let at = base + edges.trailing_zeros();
            open = match open {
                Some(start) => {
                    run(start, at);
                    None
                }
                None => Some(at),
            };
            edges &= edges - 1;
        }
        self.open = open;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words_of(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        Classified::default().pass(text.as_bytes(), 1, |start, end| {
            found.push(&text[start as usize..end as usize]);
        });
        found
    }

    #[test]
    fn cuts_words_at_quotes_and_no_break_spaces() {
        assert_eq!(words_of("”Åsa” är\u{a0}född 1912"), ["Åsa", "är", "född"]);
        let long = format!("{}å{}", "x".repeat(63), "y".repeat(70));
        assert_eq!(words_of(&long), [long.as_str()]);
    }

    #[test]
    fn finds_runs_over_block_edges() {
        let text = format!("{}8112189876 12 {}@", "-".repeat(60), "1".repeat(40));
        let mut classified = Classified::default();
        classified.pass(text.as_bytes(), 4, |_, _| {});
        assert_eq!(classified.runs, [(60, 70)]);
        assert_eq!(classified.ats, [text.len() as u32 - 1]);
    }

    proptest! {
        #[test]
        fn vector_and_scalar_masks_are_equal(bytes in proptest::collection::vec(any::<u8>(), BLOCK)) {
            let block: [u8; BLOCK] = bytes.try_into().unwrap();
            prop_assert_eq!(masks(&block), scalar_masks(&block));
        }
    }
}
