//! The characters of a page.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// Bytes in which the page must say its encoding.
const HEAD: usize = 1024;

/// The text of the bytes: by byte order mark, by what the page says, as UTF-8 if it is, else by guess.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let encoding = declared(bytes).unwrap_or_else(|| guess(bytes));
    if encoding == UTF_8 {
        return Cow::Owned(with_strays(bytes));
    }
    encoding.decode_without_bom_handling(bytes).0
}

/// UTF-8 whose stray bytes are letters of Windows.
fn with_strays(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(
            &encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(chunk.invalid())
                .0,
        );
    }
    text
}

/// What stands after `charset=` or `encoding=` near the start. That it is UTF-8 has been tried already; a page that says
/// UTF-16 and can be read up to there is not.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let at = find_end(&head, b"charset").or_else(|| find_end(&head, b"encoding"))?;
    let rest = head.get(at..)?;
    let skip = rest
        .iter()
        .take_while(|byte| b" =\"'\t\r\n".contains(byte))
        .count();
    let rest = rest.get(skip..)?;
    let length = rest
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte))
        .count();
    let encoding = Encoding::for_label(rest.get(..length)?)?;
    let is_wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
    // Declared UTF-8 with stray bytes is mostly Windows-1252 behind a template's heading.
    let is_unicode = is_wide || encoding == UTF_8;
    (!is_unicode).then_some(encoding)
}

fn find_end(bytes: &[u8], word: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, word).map(|at| at + word.len())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let stray = bytes
        .utf8_chunks()
        .filter(|chunk| !chunk.invalid().is_empty())
        .count();
    let wide = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid())
        .filter(|valid| !valid.is_ascii())
        .count();
    // A page that was cut or pasted into: mostly UTF-8.
    if wide > stray {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}
