//! Character references of HTML and XML, and percent-encoding of addresses.
//!
//! Names of Latin-1 are also read without their semicolon, as browsers do.

use std::borrow::Cow;

/// Characters of the longest name.
const MAX_NAME: usize = 8;

/// Names that are read without a semicolon too; sorted.
#[rustfmt::skip]
const LATIN: [(&str, char); 101] = [
    ("AElig", 'Æ'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Agrave", 'À'),
    ("Aring", 'Å'),
    ("Atilde", 'Ã'),
    ("Auml", 'Ä'),
    ("Ccedil", 'Ç'),
    ("ETH", 'Ð'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Egrave", 'È'),
    ("Euml", 'Ë'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Igrave", 'Ì'),
    ("Iuml", 'Ï'),
    ("Ntilde", 'Ñ'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Ograve", 'Ò'),
    ("Oslash", 'Ø'),
    ("Otilde", 'Õ'),
    ("Ouml", 'Ö'),
    ("THORN", 'Þ'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Ugrave", 'Ù'),
    ("Uuml", 'Ü'),
    ("Yacute", 'Ý'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("acute", '´'),
    ("aelig", 'æ'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("apos", '\''),
    ("aring", 'å'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("brvbar", '¦'),
    ("ccedil", 'ç'),
    ("cedil", '¸'),
    ("cent", '¢'),
    ("copy", '©'),
    ("curren", '¤'),
    ("deg", '°'),
    ("divide", '÷'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("eth", 'ð'),
    ("euml", 'ë'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("gt", '>'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iexcl", '¡'),
    ("igrave", 'ì'),
    ("iquest", '¿'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("lt", '<'),
    ("macr", '¯'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("nbsp", '\u{A0}'),
    ("not", '¬'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("ograve", 'ò'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("oslash", 'ø'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("para", '¶'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("reg", '®'),
    ("sect", '§'),
    ("shy", '\u{AD}'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("szlig", 'ß'),
    ("thorn", 'þ'),
    ("times", '×'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("ugrave", 'ù'),
    ("uml", '¨'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("yen", '¥'),
    ("yuml", 'ÿ'),
];

/// Names that need their semicolon; sorted.
#[rustfmt::skip]
const OTHERS: [(&str, char); 80] = [
    ("Ccaron", 'Č'),
    ("Dagger", '‡'),
    ("NewLine", '\n'),
    ("OElig", 'Œ'),
    ("Prime", '″'),
    ("Scaron", 'Š'),
    ("Tab", '\t'),
    ("Yuml", 'Ÿ'),
    ("Zcaron", 'Ž'),
    ("ast", '*'),
    ("asymp", '≈'),
    ("bdquo", '„'),
    ("bsol", '\\'),
    ("bull", '•'),
    ("ccaron", 'č'),
    ("circ", 'ˆ'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("dagger", '†'),
    ("darr", '↓'),
    ("dash", '‐'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("equals", '='),
    ("euro", '€'),
    ("excl", '!'),
    ("fnof", 'ƒ'),
    ("frasl", '⁄'),
    ("ge", '≥'),
    ("harr", '↔'),
    ("hellip", '…'),
    ("hyphen", '‐'),
    ("infin", '∞'),
    ("larr", '←'),
    ("lcub", '{'),
    ("ldquo", '“'),
    ("le", '≤'),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lrm", '\u{200E}'),
    ("lsaquo", '‹'),
    ("lsqb", '['),
    ("lsquo", '‘'),
    ("mdash", '—'),
    ("minus", '−'),
    ("ndash", '–'),
    ("ne", '≠'),
    ("num", '#'),
    ("oelig", 'œ'),
    ("oline", '‾'),
    ("percnt", '%'),
    ("period", '.'),
    ("permil", '‰'),
    ("plus", '+'),
    ("prime", '′'),
    ("quest", '?'),
    ("radic", '√'),
    ("rarr", '→'),
    ("rcub", '}'),
    ("rdquo", '”'),
    ("rlm", '\u{200F}'),
    ("rpar", ')'),
    ("rsaquo", '›'),
    ("rsqb", ']'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("scaron", 'š'),
    ("semi", ';'),
    ("sol", '/'),
    ("sum", '∑'),
    ("thinsp", '\u{2009}'),
    ("tilde", '˜'),
    ("trade", '™'),
    ("uarr", '↑'),
    ("verbar", '|'),
    ("vert", '|'),
    ("zcaron", 'ž'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
];

/// The text with its character references resolved; unknown ones stay as they are.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let (character, length) = reference(after).unwrap_or(('&', 0));
        decoded.push(character);
        rest = after.get(length..).unwrap_or_default();
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character that a reference stands for, and its length without the ampersand.
fn reference(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number).map(|(character, length)| (character, length + 1));
    }
    let length = text
        .bytes()
        .take(MAX_NAME + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let name = text.get(..length)?;
    if text.as_bytes().get(length) == Some(&b';') {
        return find(&LATIN, name)
            .or_else(|| find(&OTHERS, name))
            .map(|character| (character, length + 1));
    }
    find(&LATIN, name).map(|character| (character, length))
}

fn find(table: &[(&str, char)], name: &str) -> Option<char> {
    let index = table.binary_search_by_key(&name, |entry| entry.0).ok()?;
    table.get(index).map(|entry| entry.1)
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix, prefix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (text, 10, 0),
    };
    let length = digits
        .chars()
        .take(9)
        .take_while(|digit| digit.is_digit(radix))
        .count();
    let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
    let end = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some((character(code), prefix + length + end))
}

/// Numbers from 128 to 159 are bytes of Windows-1252, as in browsers.
fn character(code: u32) -> char {
    if let Ok(byte @ 0x80..=0x9F) = u8::try_from(code) {
        let bytes = [byte];
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(code)
        .filter(|character| *character != '\0')
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The text with `%` and two hexadecimal digits read as bytes of UTF-8; left alone when that gives no UTF-8.
pub(crate) fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = hex_byte(after).filter(|_| first == b'%');
        bytes.push(escaped.unwrap_or(first));
        let taken = if escaped.is_some() { 2 } else { 0 };
        rest = after.get(taken..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex_byte(bytes: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(bytes.get(..2)?).ok()?;
    if digits.starts_with('+') {
        return None;
    }
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(LATIN.is_sorted_by_key(|entry| entry.0));
        assert!(OTHERS.is_sorted_by_key(|entry| entry.0));
        assert!(
            LATIN
                .iter()
                .chain(&OTHERS)
                .all(|entry| entry.0.len() <= MAX_NAME)
        );
    }

    #[test]
    fn resolves_names_and_numbers() {
        assert_eq!(
            decode("&Aring;sa &amp co &#229;&#xE4; &#150; &euro; a@&period;"),
            "Åsa & co åä – € a@."
        );
        assert_eq!(
            decode("a & b &nothing; &#; &#x; &"),
            "a & b &nothing; &#; &#x; &"
        );
        assert_eq!(decode("&#1114112; &#xD800;"), "\u{FFFD} \u{FFFD}");
    }

    #[test]
    fn decodes_percent_signs() {
        assert_eq!(percent_decode("a%40example.org%C3%A5"), "a@example.orgå");
        assert_eq!(percent_decode("100% %zz %E5"), "100% %zz %E5");
    }
}
