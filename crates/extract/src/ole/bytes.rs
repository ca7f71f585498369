//! Numbers and texts at places of a byte slice that nobody vouches for.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The byte at a place; 0 past the end.
pub(crate) fn u8_at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// The number of two bytes at a place, low byte first; 0 past the end.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from(u8_at(bytes, at)) | u16::from(u8_at(bytes, at.saturating_add(1))) << 8
}

/// The number of four bytes at a place; 0 past the end.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at.saturating_add(2))) << 16
}

/// The number of eight bytes at a place; 0 past the end.
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at.saturating_add(4))) << 32
}

/// So many bytes from a place, as far as they are there.
pub(crate) fn slice(bytes: &[u8], at: usize, length: usize) -> &[u8] {
    let end = at.saturating_add(length).min(bytes.len());
    bytes.get(at..end).unwrap_or_default()
}

/// UTF-16, low byte first.
pub(crate) fn utf16(bytes: &[u8]) -> String {
    let (text, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(bytes);
    text.into_owned()
}

/// Text in a code page of Windows.
pub(crate) fn code_page_text(bytes: &[u8], page: u32) -> String {
    let (text, _) = code_page(page).decode_without_bom_handling(bytes);
    text.into_owned()
}

/// The encoding of a code page; Western European when it is not known.
pub(crate) fn code_page(page: u32) -> &'static Encoding {
    match page {
        65001 => encoding_rs::UTF_8,
        1200 => encoding_rs::UTF_16LE,
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1253 => encoding_rs::WINDOWS_1253,
        1254 => encoding_rs::WINDOWS_1254,
        1255 => encoding_rs::WINDOWS_1255,
        1256 => encoding_rs::WINDOWS_1256,
        1257 => encoding_rs::WINDOWS_1257,
        1258 => encoding_rs::WINDOWS_1258,
        866 => encoding_rs::IBM866,
        10000 => encoding_rs::MACINTOSH,
        20866 => encoding_rs::KOI8_R,
        28592 => encoding_rs::ISO_8859_2,
        28595 => encoding_rs::ISO_8859_5,
        28597 => encoding_rs::ISO_8859_7,
        _ => WINDOWS_1252,
    }
}
