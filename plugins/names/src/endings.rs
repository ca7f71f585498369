//! Lists of endings, behind a look at a word's last two bytes: most words have none of them.

/// Endings in lower case, of two bytes at least.
pub(crate) struct Endings<const N: usize> {
    all: [&'static str; N],
    /// The last two bytes of each, as bits.
    last: u64,
}

impl<const N: usize> Endings<N> {
    pub(crate) const fn new(all: [&'static str; N]) -> Self {
        let (mut last, mut at) = (0, 0);
        while at < N {
            last |= outline(all[at].as_bytes());
            at += 1;
        }
        Endings { all, last }
    }

    fn matching(&self, word: &str) -> impl Iterator<Item = &&'static str> {
        let may_end = word.len() > 1 && self.last & outline(word.as_bytes()) != 0;
        let all = if may_end { self.all.as_slice() } else { &[] };
        all.iter()
    }

    /// Whether a word ends in one of them.
    pub(crate) fn end(&self, word: &str) -> bool {
        self.matching(word).any(|ending| word.ends_with(*ending))
    }

    /// Whether a word ends in one of them, and is longer.
    pub(crate) fn end_longer(&self, word: &str) -> bool {
        self.matching(word)
            .any(|ending| word.len() > ending.len() && word.ends_with(*ending))
    }

    /// Whether a name in any case ends in one of them, behind two bytes at least.
    pub(crate) fn end_name(&self, word: &str) -> bool {
        self.matching(word).any(|ending| {
            let at = word.len().checked_sub(ending.len());
            at.filter(|at| *at >= 2)
                .and_then(|at| word.get(at..))
                .is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
        })
    }
}

/// A bit for the last two bytes of a word of two at least, the same for upper and lower case.
const fn outline(word: &[u8]) -> u64 {
    let (before, last) = (word[word.len() - 2] | 0x20, word[word.len() - 1] | 0x20);
    1 << ((before as u32 * 7 + last as u32) & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_endings_in_the_case_that_counts() {
        static ENDINGS: Endings<3> = Endings::new(["berg", "gatan", "bæk"]);
        assert!(ENDINGS.end("gatan") && !ENDINGS.end_longer("gatan"));
        assert!(ENDINGS.end_longer("Storgatan") && !ENDINGS.end_longer("STORGATAN"));
        assert!(
            ENDINGS.end_name("LINDBERG") && ENDINGS.end_name("Holbæk") && !ENDINGS.end_name("berg")
        );
        assert!(!ENDINGS.end("g") && !ENDINGS.end(""));
    }
}
