//! Keys of words: their first and their last eight bytes, the same for upper and lower case.

/// Bytes in a form that does not tell upper from lower case.
pub(crate) const CASELESS: u64 = 0x2020_2020_2020_2020;
/// The bytes of a word's beginning, and of its end, that are looked up.
pub(crate) const WIDE: usize = 8;
/// The same for the ends of words whose last part is shorter than [`WIDE`].
pub(crate) const NARROW: usize = 6;

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

/// The keys of a word's end, wide and narrow, from its last eight bytes.
#[inline]
pub(crate) fn keys_of_tail(eight: u64) -> (u64, u64) {
    let tail = eight | CASELESS;
    (tail, tail >> (8 * (WIDE - NARROW)))
}

/// The keys of the end of a word that has at least [`WIDE`] bytes.
pub(crate) fn tail_keys(text: &[u8], end: usize) -> (u64, u64) {
    keys_of_tail(eight(text, end.saturating_sub(WIDE)))
}
