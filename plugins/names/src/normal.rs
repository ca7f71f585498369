//! One form for all ways of writing a name, and its mask.

use crate::lexicon::{Class, class_of};
use sporhund_detector::Checked;
use sporhund_model::IdentityKind;

/// The normal form (`karin von essen`) and the mask (`K***** v** E****`) of a name.
pub(crate) fn read(raw: &str) -> Checked {
    let ordered = match raw.split_once(", ") {
        Some((last, first)) => format!("{first} {last}"),
        None => raw.to_owned(),
    };
    let words = ordered
        .split([' ', '\u{a0}', '.'])
        .filter(|word| !word.is_empty());
    let mut normal: Vec<String> = words.map(str::to_lowercase).collect();
    if raw.find(',').is_none() && is_turned(&normal) {
        normal.rotate_left(1);
    }
    Checked::new(IdentityKind::Name, normal.join(" "), mask(raw))
}

/// `andersson karin`: a word that is a surname only, before one that is a first name only.
fn is_turned(words: &[String]) -> bool {
    let class = |word: &String| class_of(word.as_bytes());
    let (Some(first), Some(last)) = (words.first().map(class), words.last().map(class)) else {
        return false;
    };
    let is_only = |class: Class, one: Class, other: Class| class.is(one) && !class.is(other);
    is_only(first, Class::LAST, Class::FIRST) && is_only(last, Class::FIRST, Class::LAST)
}

/// Each word's first letter and a fixed number of stars, so that not even its length is told.
fn mask(raw: &str) -> String {
    let words = raw
        .split([' ', '\u{a0}', ',', '-', '.'])
        .filter_map(|word| word.chars().next());
    let masked: Vec<String> = words.map(|first| format!("{first}***")).collect();
    masked.join(" ")
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
