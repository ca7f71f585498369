//! Characters that a reader does not see, and digits of full width.
//!
//! Soft hyphens and zero-width characters within a number or a word are left out, and full-width digits become ASCII, in a
//! copy of the text with a map back. Nearly all texts have none of these, and are scanned as they are.

use memchr::{memchr_iter, memchr2_iter, memchr3_iter};

/// A copy of a text without what a reader does not see.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    pub text: String,
    /// Places in the copy from which on the original is so many bytes ahead.
    steps: Vec<(u32, u32)>,
}

/// Whether a text has any character that [`Folded`] would change.
pub(crate) fn is_needed(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.is_ascii() {
        return false;
    }
    let byte = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied();
    let soft_hyphen = memchr_iter(0xAD, bytes).any(|at| byte(at.checked_sub(1)) == Some(0xC2));
    let zero_width = || {
        memchr3_iter(0x8B, 0x8C, 0x8D, bytes).any(|at| {
            byte(at.checked_sub(1)) == Some(0x80) && byte(at.checked_sub(2)) == Some(0xE2)
        })
    };
    let wide = || {
        memchr2_iter(0xBC, 0xBB, bytes).any(|at| byte(at.checked_sub(1)) == Some(0xEF))
            || memchr_iter(0xA0, bytes).any(|at| byte(at.checked_sub(1)) == Some(0x81))
    };
    soft_hyphen || zero_width() || wide()
}

impl Folded {
    /// Makes the copy.
    pub(crate) fn fill(&mut self, text: &str) {
        self.text.clear();
        self.steps.clear();
        let mut ahead = 0;
        for character in text.chars() {
            match character {
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}' => {
                    ahead += character.len_utf8() as u32;
                }
                '０'..='９' => {
                    self.text
                        .push(char::from(b'0' + (character as u32 - '０' as u32) as u8));
                    ahead += 2;
                }
                _ => self.text.push(character),
            }
            let at = self.text.len() as u32;
            if ahead > self.steps.last().map_or(0, |step| step.1) {
                self.steps.push((at, ahead));
            }
        }
    }

    /// The byte of the original that a byte of the copy stands for.
    pub(crate) fn original(&self, at: u32) -> u32 {
        let next = self.steps.partition_point(|step| step.0 <= at);
        at + next
            .checked_sub(1)
            .and_then(|index| self.steps.get(index))
            .map_or(0, |step| step.1)
    }

    /// The original's end of a range that ends at a byte of the copy: before anything invisible that follows it.
    pub(crate) fn original_end(&self, end: u32) -> u32 {
        end.checked_sub(1).map_or(0, |last| self.original(last) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_back_to_the_original() {
        let text = "å 8112\u{ad}18-98\u{200b}76 slut";
        assert!(is_needed(text));
        let mut folded = Folded::default();
        folded.fill(text);
        assert_eq!(folded.text, "å 811218-9876 slut");
        let start = folded.text.find('8').unwrap() as u32;
        let end = start + 11;
        let original = folded.original(start) as usize..folded.original_end(end) as usize;
        assert_eq!(&text[original], "8112\u{ad}18-98\u{200b}76");
    }

    #[test]
    fn makes_wide_digits_narrow() {
        let mut folded = Folded::default();
        folded.fill("nr ８１１２１８");
        assert_eq!(folded.text, "nr 811218");
        assert!(is_needed("８") && !is_needed("åäö ”x” – y\u{a0}z"));
    }
}
