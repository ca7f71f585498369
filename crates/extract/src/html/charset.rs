//! The characters of a page.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// Bytes in which the page must say its encoding.
const HEAD: usize = 1024;

/// The characters of a page: what its beginning says of them.
pub(super) struct Charset {
    /// By byte order mark.
    marked: Option<&'static Encoding>,
    declared: Option<&'static Encoding>,
}

impl Charset {
    /// By the first bytes of a page.
    pub(super) fn new(head: &[u8]) -> Self {
        Charset {
            marked: Encoding::for_bom(head).map(|(encoding, _)| encoding),
            declared: declared(head),
        }
    }

    /// Whether a character is never cut where a byte looks like a mark of HTML.
    pub(super) fn is_ascii_compatible(&self) -> bool {
        self.marked.is_none_or(Encoding::is_ascii_compatible)
    }

    /// The text of a part of the page: by byte order mark, as UTF-8 if it is, by what the page says, else by guess.
    pub(super) fn decode<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        if let Some(encoding) = self.marked {
            return encoding.decode_with_bom_removal(bytes).0;
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Cow::Borrowed(text);
        }
        let encoding = self.declared.unwrap_or_else(|| guess(bytes));
        if encoding == UTF_8 {
            return Cow::Owned(with_strays(bytes));
        }
        encoding.decode_without_bom_handling(bytes).0
    }
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
