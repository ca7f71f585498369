//! Characters of glyphs whose codes the file does not explain: the font program knows them too, the other way round.

use std::collections::HashMap;

use hayro_interpret::font::OutlineGlyph;
use skrifa::MetadataProvider;
use skrifa::raw::FontRef;

/// Fonts that are kept for one document.
const MAX_FONTS: usize = 256;
/// Where fonts of symbols put the codes of their glyphs.
const SYMBOLS: std::ops::RangeInclusive<u32> = 0xF020..=0xF0FF;

/// Characters by glyph, for each font program by its key.
#[derive(Debug, Default)]
pub(super) struct Programs(HashMap<u128, HashMap<u32, char>>);

impl Programs {
    /// The character of a glyph, as the program of its font maps characters to glyphs.
    pub(super) fn character(&mut self, glyph: &OutlineGlyph) -> Option<char> {
        let font = glyph.font_data()?;
        if self.0.len() >= MAX_FONTS {
            self.0.clear();
        }
        let data: &[u8] = (*font.data).as_ref();
        let characters = self
            .0
            .entry(font.cache_key)
            .or_insert_with(|| characters(data));
        characters.get(&glyph.glyph_id().to_u32()).copied()
    }
}

/// A code of a font that is not in the file and has no name for it: the upper half of Windows' code page.
pub(super) fn western(code: u32) -> Option<char> {
    let byte = u8::try_from(code).ok().filter(|byte| *byte >= 0x80)?;
    decode(byte)
}

fn decode(byte: u8) -> Option<char> {
    let (text, _) =
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars()
        .next()
        .filter(|character| !character.is_control())
}

fn characters(data: &[u8]) -> HashMap<u32, char> {
    let mut found = HashMap::new();
    let Ok(font) = FontRef::new(data) else {
        return found;
    };
    for (code, glyph) in font.charmap().mappings() {
        let character = if SYMBOLS.contains(&code) {
            u8::try_from(code & 0xFF).ok().and_then(decode)
        } else {
            char::from_u32(code).filter(|character| !character.is_control())
        };
        // Of several characters with one glyph the first is the usual one.
        if let Some(character) = character {
            found.entry(glyph.to_u32()).or_insert(character);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_that_is_not_in_the_file_is_western() {
        assert_eq!(western(0xE4), Some('ä'));
        assert_eq!(western(0x41), None);
        assert_eq!(western(0x1E4), None);
        assert_eq!(western(0x81), None);
    }

    #[test]
    fn what_is_no_font_has_no_characters() {
        assert!(characters(b"no font").is_empty());
    }
}
