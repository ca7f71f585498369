//! Everyday words that are spelled as a term, or as a form of one, and nearly always mean something else: `gælder` (is about) is
//! no form of `gæld` (debt), `bönor` (beans) none of `bön` (prayer).
//!
//! Alone they say nothing of anybody; behind a lead (`drabbats av slag`), and as a part of a longer term, they do.

use crate::hasher::FastBuild;
use std::collections::HashSet;
use std::sync::LazyLock;

static LIST: &str = include_str!("../../../rules/context/everyday.csv");

static WORDS: LazyLock<HashSet<&'static str, FastBuild>> = LazyLock::new(|| {
    let words = LIST.lines().skip(1);
    words.filter_map(|line| line.split(',').nth(1)).collect()
});

/// Whether a word is one of them, in any case.
pub(crate) fn is_everyday(word: &str) -> bool {
    WORDS.contains(word) || WORDS.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_everyday_words_in_any_case() {
        assert!(is_everyday("gælder") && is_everyday("Slags") && is_everyday("BÖNOR"));
        assert!(!is_everyday("gæld") && !is_everyday("slaganfall"));
    }
}
