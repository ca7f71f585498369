//! 64 bytes of text become bit masks: digits, letters, `@`.
//!
//! Id numbers have no literal that a regex engine could look for first; runs of digits and edges of words are what can be
//! found fast. Letters are ASCII letters and the two bytes of the letters of Latin-1 and Latin Extended-A in UTF-8 (å ä ö
//! æ ø é ü ł š …), so that typographic quotes, dashes and no-break spaces separate words.
#![expect(
    clippy::inline_always,
    reason = "the loops are compiled with the processor features of their caller"
)]

/// Bytes in one block.
pub(crate) const BLOCK: usize = 64;

/// One bit for each byte of a block, the first byte lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Masks {
    /// `0` to `9`.
    pub digits: u64,
    /// ASCII letters.
    pub letters: u64,
    /// ASCII capitals.
    pub capitals: u64,
    /// 0xC3 to 0xC5, the first bytes of letters with marks.
    pub latin: u64,
    /// `@`.
    pub at: u64,
    /// Bytes that are no ASCII.
    pub wide: u64,
}

/// The masks of a block, told byte by byte.
#[cfg(any(test, not(target_arch = "x86_64")))]
pub(crate) fn scalar_masks(block: &[u8; BLOCK]) -> Masks {
    let mut masks = Masks::default();
    for (index, byte) in block.iter().enumerate() {
        masks.digits |= u64::from(byte.is_ascii_digit()) << index;
        masks.letters |= u64::from(byte.is_ascii_alphabetic()) << index;
        masks.capitals |= u64::from(byte.is_ascii_uppercase()) << index;
        masks.latin |= u64::from(matches!(byte, 0xC3..=0xC5)) << index;
        masks.at |= u64::from(*byte == b'@') << index;
        masks.wide |= u64::from(!byte.is_ascii()) << index;
    }
    masks
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
    /// A word that begins with a capital, not right behind a digit. Words are handed over in order, beside the others.
    fn capital(&mut self, start: u32, end: u32);
}

/// What one pass over a text gives; the buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct Classified {
    /// Places of `@`.
    pub ats: Vec<u32>,
    /// Whether any character that is no letter is no ASCII, and so may have to be folded away.
    pub has_odd: bool,
}

impl Classified {
    /// Passes over the text once: fills `ats`, and hands over each word and each run of digits.
    pub(crate) fn pass(&mut self, text: &[u8], tokens: &mut impl TakeToken) {
        crate::simd::pass(self, text, tokens);
    }

    #[inline(always)]
    pub(crate) fn pass_with(
        &mut self,
        text: &[u8],
        tokens: &mut impl TakeToken,
        masks: impl Fn(&[u8; BLOCK]) -> Masks,
    ) {
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
            self.pass_block(text, (&window, masks(window.block())), &mut open, tokens);
        }
    }

    #[inline(always)]
    fn pass_block(
        &mut self,
        text: &[u8],
        (window, masks): (&Around<'_>, Masks),
        open: &mut Open,
        tokens: &mut impl TakeToken,
    ) {
        let letters = masks.letters | masks.latin | (masks.latin << 1) | open.latin;
        let behind = (letters | masks.digits) << 1 | open.glued;
        let capitals = (masks.capitals | masks.latin) & !behind;
        feed_capitals(text, (capitals, letters), window.base, tokens);
        open.latin = masks.latin >> 63;
        open.glued = (letters | masks.digits) >> 63;
        feed_digits(masks.digits, window.base, &mut open.digits, tokens);
        feed_words(letters, window, &mut open.word, tokens);
        self.has_odd |= masks.wide & !letters != 0;
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
    /// Whether it ends in a letter or a digit.
    glued: u64,
}

/// Hands over the words that begin with a capital: those among `starts` that are no small letter with a mark.
#[inline(always)]
fn feed_capitals(
    text: &[u8],
    (mut starts, letters): (u64, u64),
    base: u32,
    tokens: &mut impl TakeToken,
) {
    while starts != 0 {
        let start = starts.trailing_zeros();
        starts &= starts - 1;
        let length = (letters >> start).trailing_ones();
        let (from, mut to) = (base + start, base + start + length);
        if start + length == u64::BITS {
            to = word_end(text, to);
        }
        if is_capital(text, from) {
            tokens.capital(from, to);
        }
    }
}

/// Whether the letter at the beginning of a word is a capital.
#[inline]
fn is_capital(text: &[u8], at: u32) -> bool {
    match text.get(at as usize..) {
        Some([0xC3, second, ..]) => (0x80..=0x9E).contains(second),
        // Latin Extended-A has its capitals at even numbers up to Ĭ, and at odd ones in the stretch of Ł to Ň and Ź to Ž.
        Some([0xC4, second, ..]) => second & 1 == 0 && *second < 0xB8,
        Some([0xC5, second, ..]) => matches!(
            second,
            0x81 | 0x83 | 0x98 | 0x9A | 0x9E | 0xA0 | 0xB9 | 0xBB | 0xBD
        ),
        _ => true,
    }
}

/// The end of a word that goes on past its block.
fn word_end(text: &[u8], from: u32) -> u32 {
    let mut end = from as usize;
    // The block may end between the two bytes of a letter.
    if text
        .get(end)
        .is_some_and(|byte| (0x80..0xC0).contains(byte))
        && text
            .get(end - 1)
            .is_some_and(|byte| (0xC3..=0xC5).contains(byte))
    {
        end += 1;
    }
    while let Some(byte) = text.get(end) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => end += 1,
            0xC3..=0xC5 => end += 2,
            _ => break,
        }
    }
    end.min(text.len()) as u32
}

/// Hands over the runs of ones of a mask. Adding one at a run's first bit clears it and sets the bit right behind it.
#[inline(always)]
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
#[inline(always)]
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
    struct Ranges(Vec<Run>, Vec<Run>, Vec<Run>);

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

        fn capital(&mut self, start: u32, end: u32) {
            self.2.push((start, end));
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

        fn capital(&mut self, _: u32, _: u32) {}
    }

    fn capitals(text: &str) -> Vec<&str> {
        let mut found = Ranges::default();
        Classified::default().pass(text.as_bytes(), &mut found);
        let word = |run: &Run| &text[run.0 as usize..run.1 as usize];
        found.2.iter().map(word).collect()
    }

    #[test]
    fn finds_words_with_a_capital_wherever_blocks_end() {
        assert_eq!(
            capitals("Hos Åsa och éva bor K. Öst-Berg, mcDonald 12T."),
            ["Hos", "Åsa", "K", "Öst", "Berg"]
        );
        assert_eq!(
            capitals("–Karin\u{a0}Berg, “Šime” Łukasz"),
            ["Karin", "Berg", "Šime", "Łukasz"]
        );
        for pad in 50..70 {
            let text = format!("{} Ärla {}Karin", "a".repeat(pad), ".".repeat(pad));
            assert_eq!(capitals(&text), ["Ärla", "Karin"], "{pad}");
            let text = format!("{} Kåå", "å".repeat(pad));
            assert_eq!(capitals(&text), ["Kåå"], "{pad}");
        }
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
        fn capitals_are_those_of_a_slow_search(text in "[a-zA-ZåÅöł1 \\.]{0,200}") {
            let mut slow = Vec::new();
            sporhund_detector::page::find_capitals(&text, &mut slow);
            let slow: Vec<&str> = slow.iter().map(|word| &text[word.start as usize..word.end as usize]).collect();
            prop_assert_eq!(capitals(&text), slow);
        }

        #[test]
        fn windows_show_what_stands_beside_each_word(text in "[a-zå 1]{0,300}") {
            Classified::default().pass(text.as_bytes(), &mut Edges(text.as_bytes()));
        }
    }
}
