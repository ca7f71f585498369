//! The compressed rich text of a message (LZFu).

use crate::ole::bytes::{slice, u8_at, u32_at};

/// What the dictionary holds before the first byte.
const PRESET: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
/// Size of the dictionary.
const RING: usize = 4096;
/// Bytes that come out at most.
const MAX_OUT: usize = 64 << 20;

/// The rich text; `None` when the bytes are not of the kind.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let packed = bytes.get(16..)?;
    let size = (u32_at(bytes, 4) as usize).min(MAX_OUT);
    match slice(bytes, 8, 4) {
        b"LZFu" => Some(inflate(packed, size)),
        b"MELA" => Some(slice(packed, 0, size).to_vec()),
        _ => None,
    }
}

/// Eight tokens after each byte of flags: a byte, or a place in the dictionary with a length.
fn inflate(packed: &[u8], size: usize) -> Vec<u8> {
    let mut ring = [b' '; RING];
    if let Some(start) = ring.get_mut(..PRESET.len()) {
        start.copy_from_slice(PRESET);
    }
    let mut write = PRESET.len();
    let mut out = Vec::new();
    let mut put = |byte: u8, ring: &mut [u8; RING], out: &mut Vec<u8>| {
        if let Some(place) = ring.get_mut(write % RING) {
            *place = byte;
        }
        write += 1;
        out.push(byte);
        write % RING
    };
    let mut at = 0;
    let mut end = PRESET.len();
    while at < packed.len() && out.len() < size {
        let flags = u8_at(packed, at);
        at += 1;
        for bit in 0..8 {
            if flags & (1 << bit) == 0 {
                let Some(byte) = packed.get(at) else {
                    return out;
                };
                at += 1;
                end = put(*byte, &mut ring, &mut out);
                continue;
            }
            let token = usize::from(u8_at(packed, at)) << 8 | usize::from(u8_at(packed, at + 1));
            at += 2;
            let (from, length) = (token >> 4, (token & 0xF) + 2);
            if from == end || at > packed.len() {
                return out;
            }
            for step in 0..length {
                let byte = ring.get((from + step) % RING).copied().unwrap_or(b' ');
                end = put(byte, &mut ring, &mut out);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_the_example_of_the_specification() {
        let packed = b"\x2d\x00\x00\x00\x2b\x00\x00\x00LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125B2\x0a\xf3 hel\x09\x00 bw\x05\xb0ld}\x0a\x80\x0f\xa0";
        let text = unpack(packed).unwrap();
        assert_eq!(text, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    #[test]
    fn broken_bytes_give_what_stands_before_the_fault() {
        assert_eq!(unpack(b"short"), None);
        let cut = b"\x2d\x00\x00\x00\x2b\x00\x00\x00LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcp";
        assert!(unpack(cut).unwrap().starts_with(b"{\\rtf1"));
    }
}
