//! Keys of words: some of their first and their last bytes, the same for upper and lower case.

use crate::entry::is_word;

/// Bytes in a form that does not tell upper from lower case.
pub(crate) const CASELESS: u64 = 0x2020_2020_2020_2020;
/// The bytes of a word's beginning that are looked up.
pub(crate) const WIDE: usize = 8;
/// The same of the last part of a compound, before its ending.
pub(crate) const NARROW: usize = 6;
/// The same of the word behind the first one.
pub(crate) const NEXT: usize = 4;

/// Eight bytes from `start` on; zeros behind the end of the text.
#[inline]
pub(crate) fn eight(text: &[u8], start: usize) -> u64 {
    let rest = text.get(start..).unwrap_or_default();
    match rest.first_chunk::<WIDE>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => last_eight(rest),
    }
}

#[cold]
fn last_eight(rest: &[u8]) -> u64 {
    let mut bytes = [0; WIDE];
    for (byte, found) in bytes.iter_mut().zip(rest) {
        *byte = *found;
    }
    u64::from_le_bytes(bytes)
}

/// The bytes of a key that a word of some length fills.
const FILLED: [u64; 64] = filled();

const fn filled() -> [u64; 64] {
    let mut filled = [u64::MAX; 64];
    let mut length = 0;
    while length < WIDE {
        filled[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    filled
}

/// The key of a word that begins with eight bytes: all of it, or its first [`WIDE`] bytes.
#[inline]
pub(crate) fn key_of_head(eight: u64, length: usize) -> u64 {
    (eight | CASELESS) & FILLED[length.min(63)]
}

/// The key of a word.
pub(crate) fn head_key(text: &[u8], start: usize, end: usize) -> u64 {
    key_of_head(eight(text, start), end - start)
}

/// The key of a compound's last part: the [`NARROW`] bytes right before `end`, of which eight at least stand in the text.
#[inline]
pub(crate) fn tail_key(text: &[u8], end: usize) -> u64 {
    (eight(text, end - WIDE) | CASELESS) >> (8 * (WIDE - NARROW))
}

/// The same of these bytes alone.
pub(crate) fn key_of_tail(last: &[u8]) -> u64 {
    head_key(last, 0, NARROW)
}

/// All ones for the bytes of words.
static LETTERS: [u32; 256] = letters();

const fn letters() -> [u32; 256] {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = if is_word(byte as u8) { u32::MAX } else { 0 };
        byte += 1;
    }
    letters
}

/// The key of what begins at a byte: the letters there, [`NEXT`] at most.
#[inline]
pub(crate) fn next_key(text: &[u8], at: usize) -> u32 {
    let rest = text.get(at..).unwrap_or_default();
    let bytes = rest.first_chunk::<NEXT>().copied().unwrap_or_else(|| {
        let mut bytes = [0; NEXT];
        bytes
            .iter_mut()
            .zip(rest)
            .for_each(|(slot, byte)| *slot = *byte);
        bytes
    });
    // Whether all bytes up to one are letters.
    let first = LETTERS[usize::from(bytes[0])];
    let second = first & LETTERS[usize::from(bytes[1])];
    let third = second & LETTERS[usize::from(bytes[2])];
    let fourth = third & LETTERS[usize::from(bytes[3])];
    let filled = first & 0xFF | second & 0xFF00 | third & 0xFF_0000 | fourth & 0xFF00_0000;
    (u32::from_le_bytes(bytes) | 0x2020_2020) & filled
}
