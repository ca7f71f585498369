//! What a file is: its content decides, its name only where the content leaves it open.
//!
//! [`sniff`] sees the first bytes only, so that the pipeline can tell plain text from what must go to a worker without
//! opening anything. [`detect`] may read the whole input and is what decoding goes by.

mod containers;
mod format;
mod text;

use std::io::{Read, SeekFrom};

use file_format::{FileFormat, Kind};
use memchr::memmem;

pub use self::format::Format;

use self::containers::{refine_cfb, refine_zip, sniff_cfb, sniff_zip};
use self::text::{sniff_text, text_start};
use crate::archive::Packed;
use crate::decoder::Input;
use crate::text::{lock, wide};

/// How many bytes of a file are looked at.
pub const HEAD: usize = 64 * 1024;

/// What the input is; its reader stands at the start again.
pub fn detect(input: &mut Input<'_>) -> Format {
    let mut head = Vec::new();
    let read = input
        .reader
        .seek(SeekFrom::Start(0))
        .and_then(|_| input.reader.take(HEAD as u64).read_to_end(&mut head));
    let format = match read {
        Err(_) if head.is_empty() => Format::Unsupported("unreadable"),
        // What was read before a fault tells as much.
        _ => sniff(&head, input.extension),
    };
    let refined = match format {
        _ if head.starts_with(b"PK\x03\x04") => refine_zip(input).unwrap_or(Format::Zip),
        Format::Compound | Format::Doc | Format::Xls | Format::Ppt | Format::Msg => {
            refine_cfb(input)
        }
        _ => format,
    };
    let _ = input.reader.seek(SeekFrom::Start(0));
    refined
}

/// What a file is by its first bytes and the extension of its name (lower case, no dot).
pub fn sniff(head: &[u8], extension: &str) -> Format {
    if head.is_empty() {
        return Format::Empty;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return sniff_zip(head);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return sniff_cfb(head);
    }
    if let Some(packed) = sniff_packed(head) {
        return packed;
    }
    let first = head.get(..1024).unwrap_or(head);
    if memmem::find(first, b"%PDF-").is_some() {
        return Format::Pdf;
    }
    if text_start(first).starts_with(b"{\\rtf") {
        return Format::Rtf;
    }
    if lock::is_lock(head) {
        return Format::Lock;
    }
    if wide::is_utf32(head) {
        return Format::Utf32;
    }
    if is_text(head) {
        return sniff_text(head, extension);
    }
    Format::Unsupported(binary_name(head))
}

/// Archives and packed files by their first bytes.
fn sniff_packed(head: &[u8]) -> Option<Format> {
    const STARTS: [(&[u8], Format); 5] = [
        (b"\x1F\x8B\x08", Format::Packed(Packed::Gzip)),
        (b"\xFD7zXZ\0", Format::Packed(Packed::Xz)),
        (b"\x28\xB5\x2F\xFD", Format::Packed(Packed::Zstd)),
        (b"7z\xBC\xAF\x27\x1C", Format::SevenZip),
        (b"BZh", Format::Packed(Packed::Bzip2)),
    ];
    let found = STARTS.iter().find(|(start, _)| head.starts_with(start));
    match found {
        // The block of a bzip2 file begins with digits of pi; a text may begin with the letters.
        Some((b"BZh", format)) => (head.get(4..10) == Some(b"1AY&SY")).then_some(*format),
        Some((_, format)) => Some(*format),
        None => is_tar(head).then_some(Format::Tar),
    }
}

/// A header of tar has a word at its end, or a sum of its bytes that is right.
fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.get(..512) else {
        return false;
    };
    if header.get(257..262) == Some(b"ustar") {
        return true;
    }
    let field = header.get(148..156).unwrap_or_default();
    let digits: String = field
        .iter()
        .map(|byte| char::from(*byte))
        .filter(char::is_ascii_digit)
        .collect();
    let sum: u32 = header
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            if (148..156).contains(&at) {
                32
            } else {
                u32::from(*byte)
            }
        })
        .sum();
    !digits.is_empty() && u32::from_str_radix(&digits, 8) == Ok(sum) && header.contains(&0)
}

/// The name of a format that is not text: its usual extension.
fn binary_name(head: &[u8]) -> &'static str {
    let format = FileFormat::from_bytes(head);
    let listed = FileFormat::from_kind(format.kind())
        .iter()
        .find(|known| **known == format);
    match listed {
        Some(known) if !matches!(known.extension(), "bin" | "txt") => known.extension(),
        _ => "binary",
    }
}

/// Whether a reader of text would take it for text: no zero bytes (other than UTF-16's) and few control characters.
fn is_text(head: &[u8]) -> bool {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return true;
    }
    let head = head.get(..8192).unwrap_or(head);
    if is_utf16(head) {
        return true;
    }
    // A text with a few stray zeros is one all the same; so is a log that is written into a file of zeros.
    let end = head.iter().rposition(|byte| *byte != 0);
    let head = head.get(..end.map_or(0, |end| end + 1)).unwrap_or(head);
    if head.is_empty() {
        return false;
    }
    let odd = head
        .iter()
        .filter(|byte| matches!(byte, 0..=7 | 14..=26 | 28..=31 | 127))
        .count();
    let zeros = memchr::memchr_iter(0, head).count();
    if zeros * 400 > head.len() {
        return false;
    }
    // Without any control character it is text, however it begins: `070761-4285` is the beginning of a cpio archive too.
    odd == 0 || odd * 50 <= head.len() && may_be_text(FileFormat::from_bytes(head))
}

/// Whether nearly every other byte is zero, as in Latin text in UTF-16.
fn is_utf16(head: &[u8]) -> bool {
    let zeros = |odd: usize| {
        let bytes = head.iter().skip(odd).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd, units) = (zeros(0), zeros(1), head.len() / 2);
    units > 1 && ((odd * 10 > units * 8 && even == 0) || (even * 10 > units * 8 && odd == 0))
}

/// Pictures, sound and the like can begin with printable characters.
fn may_be_text(format: FileFormat) -> bool {
    match format.kind() {
        Kind::Image => format == FileFormat::ScalableVectorGraphics,
        Kind::Archive | Kind::Audio | Kind::Compressed | Kind::Disk | Kind::Font | Kind::Video => {
            false
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_over_the_extension() {
        assert_eq!(sniff(b"%PDF-1.7\n", "txt"), Format::Pdf);
        assert_eq!(sniff(b"Hej p\xE5 dig", "docx"), Format::Text("txt"));
        assert_eq!(sniff(b"<!DOCTYPE html><p>", "txt"), Format::Html);
    }

    #[test]
    fn text_is_text_whatever_it_begins_with() {
        for text in [
            "070761-4285 skal have ny tid",
            "BM-avtal 2019, Anna Berg",
            "ID3 är en tagg",
            "GIF89a nämns här",
            "!<arch> i en text",
        ] {
            assert_eq!(sniff(text.as_bytes(), "txt"), Format::Text("txt"), "{text}");
        }
        assert_eq!(
            sniff(b"070707000000000000\0a\x01\x02", "txt"),
            Format::Unsupported("cpio")
        );
    }

    #[test]
    fn tells_kinds_of_text_by_extension() {
        assert_eq!(sniff(b"a;b\n", "csv"), Format::Csv("csv"));
        assert_eq!(sniff(b"# Rubrik\n", "md"), Format::Text("md"));
        assert_eq!(sniff(b"a", "dat"), Format::Text("txt"));
        assert!(sniff("\u{feff}å".as_bytes(), "").is_plain_text());
        assert!(sniff(b"a\0b\0c\0d\0", "").is_plain_text());
    }

    #[test]
    fn knows_data_by_its_beginning() {
        assert_eq!(sniff(b"{\"namn\": 1}", "txt"), Format::Json);
        assert_eq!(sniff(b"[\n {\"a\": 1}]", ""), Format::Json);
        assert_eq!(sniff(b"[1, 2]", ""), Format::Json);
        assert_eq!(sniff(b"[INFO] start\n", ""), Format::Text("txt"));
        assert_eq!(sniff(b"[2024-01-01] start\n", "log"), Format::Text("log"));
        assert_eq!(sniff(b"{ inget }", ""), Format::Text("txt"));
        assert_eq!(sniff(b"<?xml version='1.0'?><a/>", "txt"), Format::Xml);
        assert_eq!(sniff(b"<kml><a/></kml>", "kml"), Format::Xml);
    }

    #[test]
    fn knows_a_mail_but_not_a_memo() {
        let mail =
            b"From: a@example.org\r\nTo: b@example.org\r\nMessage-ID: <1@example.org>\r\n\r\nHej";
        assert_eq!(sniff(mail, "txt"), Format::Eml);
        assert_eq!(
            sniff(b"Namn: Anna\nOrt: Ystad\n", "txt"),
            Format::Text("txt")
        );
    }

    #[test]
    fn names_what_is_not_read() {
        assert_eq!(
            sniff(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
            Format::Unsupported("png")
        );
        assert_eq!(sniff(b"{\\rtf1 a}", "doc"), Format::Rtf);
        assert_eq!(
            sniff(&[0, 1, 2, 3, 4, 0, 9], "x"),
            Format::Unsupported("binary")
        );
    }
}
