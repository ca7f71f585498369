//! Words for numbers that no rule knows: `Prøve-id`, `Partinr.`, `Gravstednr.`, `streckkod`.
//!
//! Lists name the common ones (`context/look_alikes.csv`); people make new ones every day, and how they end tells what they are.

/// How such words end.
const ENDS: [&str; 8] = [
    "nr", "nummer", "numret", "nummeret", "-id", "_id", "kod", "kode",
];
/// The fewest bytes before the end: `p-nr` is a personnummer.
const STEM: usize = 2;
/// The longest word.
const LONGEST: usize = 40;
/// Bytes before a number that are looked at.
const REACH: usize = 90;

/// Whether a text, up to its end, ends in a word for a number: with `:`, a full stop or a space behind it at most.
pub(crate) fn ends_in_one(text: &[u8]) -> bool {
    let marks = |byte: &u8| matches!(byte, b' ' | b':' | b'.' | b'#' | b'=' | b'"');
    let text = text
        .get(text.len().saturating_sub(REACH)..)
        .unwrap_or_default();
    let end = text.iter().rposition(|byte| !marks(byte));
    let end = end.map_or(0, |last| last + 1);
    let from = end.saturating_sub(LONGEST);
    let head = text.get(from..end).unwrap_or_default();
    let is_word =
        |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80 || matches!(byte, b'-' | b'_');
    let start = head.iter().rposition(|byte| !is_word(byte));
    let word = head
        .get(start.map_or(0, |last| last + 1)..)
        .unwrap_or_default();
    let Ok(word) = std::str::from_utf8(word) else {
        return false;
    };
    let is_camel = word.ends_with("Id") || word.ends_with("ID");
    let lower = word.to_lowercase();
    let stem = ENDS.iter().find_map(|end| lower.strip_suffix(end));
    let stem = stem.map(|stem| stem.trim_end_matches(['-', '_']));
    // `idnr` says nothing of whose.
    stem.is_some_and(|stem| stem.len() >= STEM && stem != "id") || is_camel && word.len() > STEM + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_words_for_numbers_by_their_end() {
        for text in [
            "OE-nr ",
            "Prøve-id ",
            "Partinr. ",
            "se Gravstednr.: ",
            "streckkod=",
            "orderId: ",
            "\"larm_id\": \"",
        ] {
            assert!(ends_in_one(text.as_bytes()), "{text}");
        }
        for text in [
            "nr ",
            "altid ",
            "id: ",
            "framtid ",
            "kod ",
            "Partinr. och ",
            "",
            "p-nr ",
        ] {
            assert!(!ends_in_one(text.as_bytes()), "{text}");
        }
    }
}
