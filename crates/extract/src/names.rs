//! Names of members as people read them.

use std::borrow::Cow;

/// Code page 850 from 0x80, which packers on Nordic Windows write when a name is not UTF-8.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The name as text: archives do not say how they wrote it.
pub(crate) fn decode_name(name: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(name) {
        return Cow::Borrowed(text);
    }
    let decode = |byte: &u8| match byte {
        0..0x80 => char::from(*byte),
        _ => CP850
            .chars()
            .nth(usize::from(*byte) - 0x80)
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Cow::Owned(name.iter().map(decode).collect())
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
        assert_eq!(CP850.chars().count(), 128);
    }
}
