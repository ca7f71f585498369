//! Names of members as people read them.

use std::borrow::Cow;

/// Code page 850 from 0x80, which packers on Nordic Windows write when a name is not UTF-8.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The name as text: archives do not say how they wrote it.
pub(crate) fn decode_name(name: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(name) {
        return Cow::Borrowed(text);
    }
    if is_windows(name) {
        return encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(name)
            .0;
    }
    Cow::Owned(name.iter().map(|byte| cp850(*byte)).collect())
}

/// The character of a byte in code page 850.
pub(crate) fn cp850(byte: u8) -> char {
    let Some(index) = usize::from(byte).checked_sub(0x80) else {
        return char::from(byte);
    };
    let found = CP850.chars().nth(index);
    found.unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Whether the bytes past ASCII are letters of our languages in the code page of Windows, and none is one of the old page.
fn is_windows(name: &[u8]) -> bool {
    let high = || name.iter().filter(|byte| **byte >= 0x80);
    let windows = |byte: &u8| matches!(byte, 0xC4..=0xC6 | 0xC9 | 0xD6 | 0xD8 | 0xDC | 0xE0..=0xFC);
    high().all(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_of_nordic_packers() {
        assert_eq!(
            decode_name(b"l\x84karintyg \x8fsa.txt"),
            "läkarintyg Åsa.txt"
        );
        assert_eq!(
            decode_name(b"l\xE4karintyg \xC5sa.txt"),
            "läkarintyg Åsa.txt"
        );
        assert_eq!(CP850.chars().count(), 128);
    }
}
