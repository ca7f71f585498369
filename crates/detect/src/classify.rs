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

/// Bytes on either side of a block that are at hand too.
const BESIDE: usize = 8;

/// A block with the bytes beside it, so that eight bytes from any edge of a word on are read without looking at bounds.
/// Zeros stand where the text does not go on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around<'t> {
    bytes: &'t [u8; BLOCK + 2 * BESIDE],
    /// Where the block begins in the text.
    pub base: u32,
}

impl Around<'_> {
    fn block(&self) -> &[u8; BLOCK] {
        self.bytes
            .get(BESIDE..)
            .and_then(<[u8]>::first_chunk)
            .unwrap_or(&[0; BLOCK])
    }

    /// The eight bytes from a byte of the block on.
    #[inline]
    pub(crate) fn behind(&self, at: u32) -> u64 {
        self.eight(at as usize + BESIDE)
    }

    /// The eight bytes right before a byte of the block.
    #[inline]
    pub(crate) fn before(&self, at: u32) -> u64 {
        self.eight(at as usize)
    }

    #[inline]
    fn eight(&self, from: usize) -> u64 {
        let bytes = self.bytes.get(from..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

/// What is done with the words and the runs of digits of a text.
pub(crate) trait TakeToken {
    /// A word that lies within a block; its range counts from the block's beginning.
    fn inside(&mut self, window: &Around<'_>, start: u32, end: u32);
    /// A word that lies in several blocks; its range counts from the text's beginning.
    fn across(&mut self, start: u32, end: u32);
    /// A run of digits.
    fn digits(&mut self, start: u32, end: u32);
}

/// What one pass over a text gives; the buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct Classified {
    /// Places of `@`.
    pub ats: Vec<u32>,
    /// Whether any character may have to be folded away.
    pub has_odd: bool,
}

impl Classified {
    /// Passes over the text once: fills `ats`, and hands over each word and each run of digits.
    pub(crate) fn pass(&mut self, text: &[u8], tokens: &mut impl TakeToken) {
        self.ats.clear();
        self.has_odd = false;
        let mut open = Open::default();
        // One block more than the text fills closes what is open at its end.
        for block in 0..=text.len().div_ceil(BLOCK) {
            let base = block * BLOCK;
            let mut padded = [0; BLOCK + 2 * BESIDE];
            let inner = base
                .checked_sub(BESIDE)
                .and_then(|from| text.get(from..)?.first_chunk());
            let window = Around {
                bytes: inner.unwrap_or_else(|| {
                    pad(text, base, &mut padded);
                    &padded
                }),
                base: base as u32,
            };
            self.pass_block(&window, &mut open, tokens);
        }
    }

    #[inline]
    fn pass_block(&mut self, window: &Around<'_>, open: &mut Open, tokens: &mut impl TakeToken) {
        let masks = masks(window.block());
        let letters = masks.letters | masks.latin | (masks.latin << 1) | open.latin;
        open.latin = masks.latin >> 63;
        feed_digits(masks.digits, window.base, &mut open.digits, tokens);
        feed_words(letters, window, &mut open.word, tokens);
        self.has_odd |= masks.odd != 0;
        let mut at = masks.at;
        while at != 0 {
            self.ats.push(window.base + at.trailing_zeros());
            at &= at - 1;
        }
    }
}

/// A window at the beginning or the end of a text.
#[cold]
fn pad(text: &[u8], base: usize, padded: &mut [u8; BLOCK + 2 * BESIDE]) {
    let skipped = BESIDE.saturating_sub(base);
    let rest = text.get((base + skipped).saturating_sub(BESIDE)..);
    let slots = padded.iter_mut().skip(skipped);
    for (slot, byte) in slots.zip(rest.unwrap_or_default()) {
        *slot = *byte;
    }
}

/// What reached the end of the last block.
#[derive(Debug, Default)]
struct Open {
    /// Where the run of digits began.
    digits: Option<u32>,
    /// Where the word began.
    word: Option<u32>,
    /// Whether a character of two bytes is not yet whole.
    latin: u64,
}

/// Hands over the runs of ones of a mask. Adding one at a run's first bit clears it and sets the bit right behind it.
#[inline]
fn feed_digits(mask: u64, base: u32, open: &mut Option<u32>, tokens: &mut impl TakeToken) {
    let mut rest = mask;
    // A run that is open begins before the first bit.
    let mut low = match open {
        Some(_) => 1,
        None => rest & rest.wrapping_neg(),
    };
    let mut start = open.take().unwrap_or(base + rest.trailing_zeros());
    while low != 0 {
        let (carried, is_open) = rest.overflowing_add(low);
        if is_open {
            *open = Some(start);
            return;
        }
        tokens.digits(start, base + carried.trailing_zeros());
        rest &= carried;
        low = rest & rest.wrapping_neg();
        start = base + rest.trailing_zeros();
    }
}

/// The same for words, which are told apart by whether they lie within the block.
#[inline]
fn feed_words(mask: u64, window: &Around<'_>, open: &mut Option<u32>, tokens: &mut impl TakeToken) {
    let mut rest = mask;
    if let Some(start) = *open {
        let (carried, is_open) = rest.overflowing_add(1);
        if is_open {
            return;
        }
        tokens.across(start, window.base + carried.trailing_zeros());
        rest &= carried;
        *open = None;
    }
    while rest != 0 {
        let start = rest.trailing_zeros();
        let (carried, is_open) = rest.overflowing_add(1 << start);
        if is_open {
            *open = Some(window.base + start);
            return;
        }
        tokens.inside(window, start, carried.trailing_zeros());
        rest &= carried;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Collects the ranges of words and of digits.
    #[derive(Default)]
    struct Ranges(Vec<Run>, Vec<Run>);

    impl TakeToken for Ranges {
        fn inside(&mut self, window: &Around<'_>, start: u32, end: u32) {
            self.0.push((window.base + start, window.base + end));
        }

        fn across(&mut self, start: u32, end: u32) {
            self.0.push((start, end));
        }

        fn digits(&mut self, start: u32, end: u32) {
            self.1.push((start, end));
        }
    }

    fn words_of(text: &str) -> Vec<&str> {
        let mut found = Ranges::default();
        Classified::default().pass(text.as_bytes(), &mut found);
        let word = |run: &Run| &text[run.0 as usize..run.1 as usize];
        found.0.iter().map(word).collect()
    }

    /// Looks at the bytes that a window gives for each word.
    struct Edges<'t>(&'t [u8]);

    impl TakeToken for Edges<'_> {
        fn inside(&mut self, window: &Around<'_>, start: u32, end: u32) {
            let eight = |from: usize| {
                let mut bytes = [0; 8];
                let rest = self.0.get(from..).unwrap_or_default();
                for (byte, found) in bytes.iter_mut().zip(rest) {
                    *byte = *found;
                }
                u64::from_le_bytes(bytes)
            };
            let (from, to) = ((window.base + start) as usize, (window.base + end) as usize);
            assert_eq!(window.behind(start), eight(from));
            if let Some(before) = to.checked_sub(8) {
                assert_eq!(window.before(end), eight(before));
            }
        }

        fn across(&mut self, _: u32, _: u32) {}

        fn digits(&mut self, _: u32, _: u32) {}
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
        let mut found = Ranges::default();
        classified.pass(text.as_bytes(), &mut found);
        assert_eq!(found.1, [(60, 70), (71, 73), (74, 114)]);
        assert_eq!(classified.ats, [text.len() as u32 - 1]);
    }

    proptest! {
        #[test]
        fn windows_show_what_stands_beside_each_word(text in "[a-zå 1]{0,300}") {
            Classified::default().pass(text.as_bytes(), &mut Edges(text.as_bytes()));
        }

        #[test]
        fn vector_and_scalar_masks_are_equal(bytes in proptest::collection::vec(any::<u8>(), BLOCK)) {
            let block: [u8; BLOCK] = bytes.try_into().unwrap();
            prop_assert_eq!(masks(&block), scalar_masks(&block));
        }
    }
}
