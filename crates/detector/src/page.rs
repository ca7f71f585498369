//! Detectors: what has no digits and no fixed words and must be looked for in the text itself, such as names of persons.
//!
//! The host finds the words that begin with a capital, once for all detectors: a name begins with one, and only about one
//! word in ten does. A detector gives spans without allocating; [`Detector::read`] is asked for what is left after weighing.

use crate::Checked;

/// A word that begins with a capital, by its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

/// A text to look through.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words that begin with a capital, in order.
    pub capitals: &'a [Word],
    /// For tables: what stands between the cells of a row.
    pub delimiter: Option<u8>,
}

/// Something that may be what a detector looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawHit {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Added to the rule's confidence, in thousandths.
    pub weight: i16,
    /// The code of the reason for it.
    pub reason: &'static str,
}

/// Looks for something in a text.
pub trait Detector: Send + Sync {
    /// The name that rules use.
    fn name(&self) -> &'static str;

    /// Adds what may be it, in the order of the text.
    fn scan(&self, page: &Page<'_>, found: &mut Vec<RawHit>);

    /// The normal form and the mask of a span that was found.
    fn read(&self, raw: &str) -> Checked;
}

/// Bytes in one block of the search for capitals.
const BLOCK: usize = 64;

/// Adds the words of a text that begin with a capital, letters of one script: what no Nordic name has ends a word.
pub fn find_capitals(text: &str, words: &mut Vec<Word>) {
    let bytes = text.as_bytes();
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut edge = Edge::default();
    for (index, block) in blocks.iter().enumerate() {
        take_block(bytes, index * BLOCK, block, &mut edge, words);
    }
    let mut last = [b' '; BLOCK];
    if let Some(head) = last.get_mut(..rest.len()) {
        head.copy_from_slice(rest);
    }
    take_block(bytes, blocks.len() * BLOCK, &last, &mut edge, words);
}

/// What the last byte of a block says of the next one: 1 or 0.
#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    is_letter: u64,
    is_lead: u64,
}

/// Adds the words that begin in a block.
#[inline]
fn take_block(text: &[u8], at: usize, block: &[u8; BLOCK], edge: &mut Edge, words: &mut Vec<Word>) {
    let ascii = mask(block, |byte| {
        u8::from((byte | 0x20).wrapping_sub(b'a') < 26)
    });
    let uppers = mask(block, |byte| u8::from(byte.wrapping_sub(b'A') < 26));
    let leads = mask(block, |byte| u8::from(byte.wrapping_sub(0xC3) < 3));
    let letters = ascii | leads | leads << 1 | edge.is_lead;
    let mut starts = (uppers | leads) & !(letters << 1 | edge.is_letter);
    *edge = Edge {
        is_letter: letters >> (BLOCK - 1),
        is_lead: leads >> (BLOCK - 1),
    };
    while starts != 0 {
        let start = at + starts.trailing_zeros() as usize;
        starts &= starts - 1;
        words.extend(word_at(text, start));
    }
}

/// One bit for each byte of a block.
#[inline]
fn mask(block: &[u8; BLOCK], is_one: impl Fn(u8) -> u8) -> u64 {
    let ones: [u8; BLOCK] = std::array::from_fn(|index| is_one(block[index]));
    let (eights, _) = ones.as_chunks::<8>();
    // Eight bytes of 0 or 1 become eight bits: the products of the multiplication meet in the highest byte.
    let gather = |mask: u64, (index, eight): (usize, &[u8; 8])| {
        let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask | bits << (8 * index)
    };
    eights.iter().enumerate().fold(0, gather)
}

/// The word that begins at a byte, unless its first letter is a small one.
fn word_at(text: &[u8], start: usize) -> Option<Word> {
    let is_capital = match text.get(start..)? {
        [0xC3, second, ..] => (0x80..=0x9E).contains(second),
        // Latin Extended-A has its capitals at even numbers up to Ĭ, and at odd ones in the stretch of Ł to Ň and Ź to Ž.
        [0xC4, second, ..] => second & 1 == 0 && *second < 0xB8,
        [0xC5, second, ..] => matches!(
            second,
            0x81 | 0x83 | 0x98 | 0x9A | 0x9E | 0xA0 | 0xB9 | 0xBB | 0xBD
        ),
        _ => true,
    };
    let mut end = start;
    while let Some(byte) = text.get(end) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => end += 1,
            0xC3..=0xC5 => end += 2,
            _ => break,
        }
    }
    let word = Word {
        start: u32::try_from(start).ok()?,
        end: u32::try_from(end.min(text.len())).ok()?,
    };
    is_capital.then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn capitals(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        find_capitals(text, &mut words);
        words
            .iter()
            .map(|word| &text[word.start as usize..word.end as usize])
            .collect()
    }

    #[test]
    fn finds_words_with_a_capital_wherever_blocks_end() {
        assert_eq!(
            capitals("Hos Åsa och éva bor K. Öst-Berg, mcDonald."),
            ["Hos", "Åsa", "K", "Öst", "Berg"]
        );
        assert_eq!(
            capitals("–Karin\u{a0}Berg, “Šime” Łukasz"),
            ["Karin", "Berg", "Šime", "Łukasz"]
        );
        for pad in 55..70 {
            let text = format!("{} Ärla {}Karin", "a".repeat(pad), ".".repeat(pad));
            assert_eq!(capitals(&text), ["Ärla", "Karin"], "{pad}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_a_slow_search(text in "[a-zA-ZåÅö \\.]{0,200}") {
            let slow: Vec<&str> = text
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
                .collect();
            prop_assert_eq!(capitals(&text), slow);
        }
    }
}
