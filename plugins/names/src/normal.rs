//! One form for all ways of writing a name, and its mask.

use crate::lexicon::{Class, class_of};
use sporhund_detector::Checked;
use sporhund_model::IdentityKind;

/// The normal form (`karin von essen`) and the mask (`K*** v*** E***`) of a name.
pub(crate) fn read(raw: &str) -> Checked {
    let mut normal = String::with_capacity(raw.len() + 1);
    match raw.split_once(", ") {
        Some((last, first)) => [first, last]
            .iter()
            .for_each(|part| add_words(&mut normal, part)),
        None => add_words(&mut normal, raw),
    }
    if let Some((first, rest)) = normal.split_once(' ')
        && !raw.contains(',')
        && is_turned(first, rest)
    {
        normal = [rest, " ", first].concat();
    }
    Checked::new(IdentityKind::Name, normal, mask(raw))
}

/// Adds the words of a part of a name in lower case.
fn add_words(normal: &mut String, part: &str) {
    let words = part.split([' ', '\u{a0}', '.']);
    for word in words.filter(|word| !word.is_empty()) {
        if !normal.is_empty() {
            normal.push(' ');
        }
        if word.is_ascii() {
            normal.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            normal.push_str(&word.to_lowercase());
        }
    }
}

/// `andersson karin`: a word that is a surname only, before one that is a first name only.
fn is_turned(first: &str, rest: &str) -> bool {
    let is_only = |word: &str, one: Class, other: Class| {
        let class = class_of(word.as_bytes());
        class.is(one) && !class.is(other)
    };
    let last = rest.rsplit(' ').next().unwrap_or_default();
    is_only(first, Class::LAST, Class::FIRST) && is_only(last, Class::FIRST, Class::LAST)
}

/// Each word's first letter and a fixed number of stars, so that not even its length is told.
fn mask(raw: &str) -> String {
    let mut masked = String::with_capacity(raw.len() + 8);
    let words = raw.split([' ', '\u{a0}', ',', '-', '.']);
    for first in words.filter_map(|word| word.chars().next()) {
        masked.push_str(if masked.is_empty() { "" } else { " " });
        masked.push(first);
        masked.push_str("***");
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_one_form_for_both_orders() {
        let one = read("Andersson, Karin");
        assert_eq!(one.normal, "karin andersson");
        assert_eq!(read("Karin Andersson").normal, one.normal);
        assert_eq!(read("KARIN ANDERSSON").normal, one.normal);
        assert_eq!(read("Andersson Karin").normal, one.normal);
        assert_eq!(one.masked, "A*** K***");
    }
}
