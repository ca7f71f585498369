//! Text strings and dates of PDF objects.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use hayro_syntax::object::DateTime;
use std::fmt::Write as _;

/// PDFDocEncoding from 0x18 to 0x1F and from 0x80 to 0xA0 (ISO 32000-2, annex D.2); else it is Latin-1.
const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
];

/// The text of a text string: UTF-16 or UTF-8 by its mark, else PDFDocEncoding. Writers that put UTF-8 without a mark
/// are believed.
pub(super) fn decode_text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => std::str::from_utf8(bytes).map_or_else(
            |_| bytes.iter().copied().map(document_char).collect(),
            str::to_owned,
        ),
    }
}

fn document_char(byte: u8) -> char {
    let special = match byte {
        0x18..=0x1F => LOW.get(usize::from(byte) - 0x18),
        0x80..=0xA0 => HIGH.get(usize::from(byte) - 0x80),
        _ => None,
    };
    special.copied().unwrap_or(char::from(byte))
}

/// The text of a name of a file, which older writers leave in the system's encoding.
pub(super) fn decode_name(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xFE, 0xFF]) || bytes.starts_with(&[0xFF, 0xFE]) || bytes.is_ascii() {
        return decode_text(bytes);
    }
    std::str::from_utf8(bytes).map_or_else(
        |_| {
            WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned()
        },
        str::to_owned,
    )
}

/// A date as ISO 8601.
pub(super) fn date(value: &DateTime) -> String {
    let mut text = format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        value.year, value.month, value.day, value.hour, value.minute, value.second
    );
    let (hour, minute) = (value.utc_offset_hour, value.utc_offset_minute);
    if hour == 0 && minute == 0 {
        text.push('Z');
    } else {
        let sign = if hour < 0 { '-' } else { '+' };
        let _ = write!(text, "{sign}{:02}:{minute:02}", hour.unsigned_abs());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_encodings_of_text_strings() {
        assert_eq!(decode_text(b"\xFE\xFF\x00\xC5"), "Å");
        assert_eq!(decode_text(b"\xFF\xFE\xC5\x00"), "Å");
        assert_eq!(decode_text(b"\xEF\xBB\xBF\xC3\x85"), "Å");
        assert_eq!(decode_text(b"\xC5sa \x84"), "Åsa —");
        assert_eq!(decode_text("Åsa".as_bytes()), "Åsa");
    }
}
