//! Which encoding a text is written in.
//!
//! A byte order mark decides; then the pattern of zero bytes (UTF-16 without a mark); then whether the bytes are UTF-8.
//! What is not is guessed among the legacy encodings of our languages. Text that is UTF-8 but for stray bytes stays UTF-8,
//! and its stray bytes are read as Latin-1, so that nothing is dropped.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::names::cp850;

/// An encoding, by how its bytes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, ASCII too.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// One byte a character.
    Single(&'static Encoding),
    /// Code page 850, of old programs for DOS and of consoles.
    Cp850,
}

impl TextEncoding {
    /// The encoding as the decoder library names it.
    pub fn as_encoding(self) -> &'static Encoding {
        match self {
            TextEncoding::Utf8 => UTF_8,
            TextEncoding::Utf16Le => UTF_16LE,
            TextEncoding::Utf16Be => UTF_16BE,
            TextEncoding::Single(encoding) => encoding,
            // The nearest that the library has; `decode` knows better.
            TextEncoding::Cp850 => WINDOWS_1252,
        }
    }

    /// The bytes as text.
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            TextEncoding::Cp850 => bytes.iter().map(|byte| cp850(*byte)).collect(),
            other => other.as_encoding().decode_without_bom_handling(bytes).0,
        }
    }
}

/// The encoding of a text, and the length of its byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: TextEncoding,
    /// Bytes to leave out at the start.
    pub bom: u64,
}

/// Tells the encoding from the first bytes of a file.
pub fn detect(head: &[u8]) -> Detected {
    let found = |encoding, bom| Detected { encoding, bom };
    match head {
        [0xEF, 0xBB, 0xBF, ..] => found(TextEncoding::Utf8, 3),
        [0xFF, 0xFE, ..] => found(TextEncoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => found(TextEncoding::Utf16Be, 2),
        _ => found(detect_without_mark(head), 0),
    }
}

/// The head as text.
pub fn decode(head: &[u8], detected: Detected) -> (String, Detected) {
    let body = head.get(detected.bom as usize..).unwrap_or_default();
    (detected.encoding.decode(body).into_owned(), detected)
}

fn detect_without_mark(head: &[u8]) -> TextEncoding {
    if let Some(encoding) = find_utf16(head) {
        return encoding;
    }
    if mostly_utf8(head) {
        return TextEncoding::Utf8;
    }
    if let Some(encoding) = find_old(head) {
        return encoding;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guess = detector.guess(Some(b"se"), chardetng::Utf8Detection::Deny);
    TextEncoding::Single(if guess.is_single_byte() {
        guess
    } else {
        WINDOWS_1252
    })
}

/// Letters of our languages by where they stand in the code pages that the guess does not know, and in that of Windows.
const WINDOWS_LETTERS: &[u8] = b"\xC4\xC5\xC6\xC9\xD6\xD8\xDC\xE4\xE5\xE6\xE9\xF6\xF8\xFC";
const CP850_LETTERS: &[u8] = b"\x81\x82\x84\x86\x8E\x8F\x91\x94\x99\x9B\x9D";
const MAC_LETTERS: &[u8] = b"\x80\x81\x85\x8A\x8C\x8E\x9A\x9F\xAE\xAF\xBE\xBF";

/// Code page 850 or that of the old Macintosh, when most bytes past ASCII are their letters within words, and few are those of
/// Windows.
fn find_old(head: &[u8]) -> Option<TextEncoding> {
    let count = |letters: &[u8]| {
        let triples = head.windows(3);
        triples
            .filter(|around| match around {
                // Quotation marks of Windows have the same numbers, but stand at the edges of words.
                [before, letter, after] => {
                    letters.contains(letter)
                        && after.is_ascii_alphabetic()
                        && (before.is_ascii_alphabetic() || *letter != 0x91 && *before <= b' ')
                }
                _ => false,
            })
            .count()
    };
    let high = head.iter().filter(|byte| **byte >= 0x80).count();
    let (windows, cp850, mac) = (
        count(WINDOWS_LETTERS),
        count(CP850_LETTERS),
        count(MAC_LETTERS),
    );
    let best = cp850.max(mac);
    if best * 2 <= high || windows * 4 > best {
        return None;
    }
    Some(if mac > cp850 {
        TextEncoding::Single(MACINTOSH)
    } else {
        TextEncoding::Cp850
    })
}

/// UTF-16 of a Western text has a zero in every second byte.
fn find_utf16(head: &[u8]) -> Option<TextEncoding> {
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 7 && even * 20 < pairs {
        Some(TextEncoding::Utf16Le)
    } else if even * 10 > pairs * 7 && odd * 20 < pairs {
        Some(TextEncoding::Utf16Be)
    } else {
        None
    }
}

/// Whether the text is ASCII, or has more UTF-8 characters than bytes that are none.
fn mostly_utf8(head: &[u8]) -> bool {
    let mut strays = 0_usize;
    let mut characters = 0_usize;
    for part in head.utf8_chunks() {
        characters += part
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        strays += usize::from(!part.invalid().is_empty());
    }
    strays == 0
        || strays == 1 && characters == 0 && ends_in_a_character(head)
        || strays * 4 < characters
}

/// Whether the head was cut within a character.
fn ends_in_a_character(head: &[u8]) -> bool {
    matches!(std::str::from_utf8(head), Err(error) if error.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_encodings_of_our_languages() {
        let text = "Åsa är född på Ærø och bor i Örebro. Hon är sjukskriven.\n";
        assert_eq!(detect(text.as_bytes()).encoding, TextEncoding::Utf8);
        let (latin, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(detect(&latin).encoding, TextEncoding::Single(WINDOWS_1252));
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(detect(&little).encoding, TextEncoding::Utf16Le);
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(detect(&big).encoding, TextEncoding::Utf16Be);
        assert_eq!(
            detect(b"\xEF\xBB\xBFabc"),
            Detected {
                encoding: TextEncoding::Utf8,
                bom: 3
            }
        );
        assert_eq!(detect(b"").encoding, TextEncoding::Utf8);
    }

    #[test]
    fn tells_old_code_pages_from_the_one_of_windows() {
        let text = "Åsa är född på Ærø och bor i Örebro. Hon är sjukskriven för en längre tid.\n";
        let old: Vec<u8> = text
            .chars()
            .filter_map(|wanted| (0..=255).find(|byte| cp850(*byte) == wanted))
            .collect();
        assert_eq!(detect(&old).encoding, TextEncoding::Cp850);
        assert_eq!(TextEncoding::Cp850.decode(&old), text);
        let (mac, _, _) = (encode_mac(text), 0, 0);
        assert_eq!(detect(&mac).encoding, TextEncoding::Single(MACINTOSH));
        let (quoted, _, _) = WINDOWS_1252.encode("It\u{2019}s a \u{201D}word\u{201D}. Don\u{2019}t \u{201E}say\u{201D} it\u{2020} caf\u{e9}");
        assert_eq!(detect(&quoted).encoding, TextEncoding::Single(WINDOWS_1252));
    }

    fn encode_mac(text: &str) -> Vec<u8> {
        let byte = |wanted: char| {
            (0..=255u8).find(|byte| {
                MACINTOSH.decode_without_bom_handling(&[*byte]).0 == wanted.to_string()
            })
        };
        text.chars().filter_map(byte).collect()
    }

    #[test]
    fn keeps_utf8_with_one_stray_byte() {
        let mut bytes = "åäö ".repeat(40).into_bytes();
        bytes.push(0xE5);
        bytes.extend_from_slice(" mer text".as_bytes());
        assert_eq!(detect(&bytes).encoding, TextEncoding::Utf8);
    }
}
