//! The masks of a block by vector instructions, as wide as the processor has them.

use crate::classify::{BLOCK, Classified, TakeToken};

/// A pass over a text: with AVX2 where it is, else with what every processor of its kind has.
#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "the compiler asks for it; 9 times as fast as the scalar twin"
)]
pub(crate) fn pass(classified: &mut Classified, text: &[u8], tokens: &mut impl TakeToken) {
    if x86::has_avx2() {
        // SAFETY: the processor has what `pass_avx2` needs.
        unsafe { x86::pass_avx2(classified, text, tokens) }
    } else {
        // SAFETY: `pass_sse2` needs SSE2 only, which every x86-64 processor has.
        unsafe { x86::pass_sse2(classified, text, tokens) }
    }
}

/// A pass over a text, byte by byte.
#[cfg(not(target_arch = "x86_64"))]
pub(crate) fn pass(classified: &mut Classified, text: &[u8], tokens: &mut impl TakeToken) {
    classified.pass_with(text, tokens, crate::classify::scalar_masks);
}

/// Hands over, for each block of a text, where three bytes stand in it, one bit for each byte; zeros behind its end.
pub(crate) fn find_three(text: &[u8], bytes: [u8; 3], mut take: impl FnMut([u64; 3])) {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    for block in blocks {
        take(three_in(block, bytes));
    }
    if !rest.is_empty() {
        let mut block = [0; BLOCK];
        block
            .iter_mut()
            .zip(rest)
            .for_each(|(slot, byte)| *slot = *byte);
        let kept = (1 << rest.len()) - 1;
        take(three_in(&block, bytes).map(|mask: u64| mask & kept));
    }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "the compiler asks for it")]
fn three_in(block: &[u8; BLOCK], bytes: [u8; 3]) -> [u64; 3] {
    // SAFETY: it needs SSE2 only, which every x86-64 processor has.
    unsafe { x86::three_in(block, bytes) }
}

#[cfg(not(target_arch = "x86_64"))]
fn three_in(block: &[u8; BLOCK], bytes: [u8; 3]) -> [u64; 3] {
    scalar_three(block, bytes)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
fn scalar_three(block: &[u8; BLOCK], bytes: [u8; 3]) -> [u64; 3] {
    bytes.map(|byte| {
        let ones = block
            .iter()
            .enumerate()
            .filter(|(_, found)| **found == byte);
        ones.fold(0, |mask, (index, _)| mask | 1 << index)
    })
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use crate::classify::{BLOCK, Classified, Masks, TakeToken};
    use std::arch::x86_64::{
        __m128i, __m256i, _mm_add_epi8, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_movemask_epi8,
        _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8, _mm256_add_epi8, _mm256_cmpeq_epi8,
        _mm256_cmpgt_epi8, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set_m128i,
        _mm256_set1_epi8,
    };

    /// Whether the processor has all that [`pass_avx2`] needs.
    #[inline]
    pub(super) fn has_avx2() -> bool {
        std::is_x86_feature_detected!("avx2")
            && std::is_x86_feature_detected!("bmi1")
            && std::is_x86_feature_detected!("bmi2")
    }

    #[target_feature(enable = "avx2,bmi1,bmi2")]
    pub(super) fn pass_avx2(classified: &mut Classified, text: &[u8], tokens: &mut impl TakeToken) {
        classified.pass_with(text, tokens, |block| masks_avx2(block));
    }

    #[target_feature(enable = "sse2")]
    pub(super) fn pass_sse2(classified: &mut Classified, text: &[u8], tokens: &mut impl TakeToken) {
        classified.pass_with(text, tokens, |block| masks_sse2(block));
    }

    #[target_feature(enable = "avx2,bmi1,bmi2")]
    pub(super) fn masks_avx2(block: &[u8; BLOCK]) -> Masks {
        let mut masks = Masks::default();
        for (index, lane) in block.chunks_exact(32).enumerate() {
            let (low, high) = lane.split_at(16);
            let lane = _mm256_set_m128i(load(high), load(low));
            let shift = index * 32;
            let mask =
                |lane: __m256i| u64::from(_mm256_movemask_epi8(lane).cast_unsigned()) << shift;
            let all = |byte: u8| _mm256_set1_epi8(byte.cast_signed());
            // Moved so that the bytes from `first` on are the smallest signed numbers.
            let in_range = |lane, first: u8, count: u8| {
                let moved = _mm256_add_epi8(lane, all(0x80_u8.wrapping_sub(first)));
                mask(_mm256_cmpgt_epi8(all(0x80 + count), moved))
            };
            masks.digits |= in_range(lane, b'0', 10);
            masks.letters |= in_range(_mm256_or_si256(lane, all(0x20)), b'a', 26);
            masks.capitals |= in_range(lane, b'A', 26);
            masks.latin |= in_range(lane, 0xC3, 3);
            masks.at |= mask(_mm256_cmpeq_epi8(lane, all(b'@')));
            masks.wide |= mask(lane);
        }
        masks
    }

    #[target_feature(enable = "sse2")]
    pub(super) fn masks_sse2(block: &[u8; BLOCK]) -> Masks {
        let mut masks = Masks::default();
        for (index, lane) in block.chunks_exact(16).enumerate() {
            let lane = load(lane);
            let shift = index * 16;
            let mask = |lane: __m128i| u64::from(_mm_movemask_epi8(lane).cast_unsigned()) << shift;
            let all = |byte: u8| _mm_set1_epi8(byte.cast_signed());
            let in_range = |lane, first: u8, count: u8| {
                let moved = _mm_add_epi8(lane, all(0x80_u8.wrapping_sub(first)));
                mask(_mm_cmplt_epi8(moved, all(0x80 + count)))
            };
            masks.digits |= in_range(lane, b'0', 10);
            masks.letters |= in_range(_mm_or_si128(lane, all(0x20)), b'a', 26);
            masks.capitals |= in_range(lane, b'A', 26);
            masks.latin |= in_range(lane, 0xC3, 3);
            masks.at |= mask(_mm_cmpeq_epi8(lane, all(b'@')));
            masks.wide |= mask(lane);
        }
        masks
    }

    #[target_feature(enable = "sse2")]
    pub(super) fn three_in(block: &[u8; BLOCK], bytes: [u8; 3]) -> [u64; 3] {
        let mut masks = [0; 3];
        for (index, lane) in block.chunks_exact(16).enumerate() {
            let lane = load(lane);
            for (mask, byte) in masks.iter_mut().zip(bytes) {
                let equal = _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte.cast_signed()));
                *mask |= u64::from(_mm_movemask_epi8(equal).cast_unsigned()) << (index * 16);
            }
        }
        masks
    }

    #[target_feature(enable = "sse2")]
    fn load(lane: &[u8]) -> __m128i {
        let (low, high) = lane.split_at(8);
        let word = |bytes: &[u8]| i64::from_le_bytes(bytes.try_into().unwrap_or_default());
        _mm_set_epi64x(word(high), word(low))
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use super::{scalar_three, three_in, x86};
    use crate::classify::{BLOCK, scalar_masks};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn three_bytes_are_found_as_one_by_one(bytes in proptest::collection::vec(0_u8..5, BLOCK)) {
            let block: [u8; BLOCK] = bytes.try_into().unwrap();
            prop_assert_eq!(three_in(&block, [1, 2, 4]), scalar_three(&block, [1, 2, 4]));
        }

        #[test]
        #[expect(unsafe_code, reason = "both kinds are tried where the processor has both")]
        fn vector_and_scalar_masks_are_equal(bytes in proptest::collection::vec(any::<u8>(), BLOCK)) {
            let block: [u8; BLOCK] = bytes.try_into().unwrap();
            // SAFETY: every x86-64 processor has SSE2.
            prop_assert_eq!(unsafe { x86::masks_sse2(&block) }, scalar_masks(&block));
            if x86::has_avx2() {
                // SAFETY: just asked.
                prop_assert_eq!(unsafe { x86::masks_avx2(&block) }, scalar_masks(&block));
            }
        }
    }
}
