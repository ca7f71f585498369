//! The words of a text, looked up in the dictionary.
#![expect(
    clippy::inline_always,
    reason = "the loop over words is compiled with the processor features of its caller"
)]

use crate::classify::{Around, TakeToken};
use crate::dictionary::Dictionary;
use crate::persons::Signs;
use crate::word_key::{WIDE, eight};

/// A term or label that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordHit {
    pub start: u32,
    pub end: u32,
    /// The number of the entry, or of the label.
    pub number: u32,
}

/// What was found in one text; the buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub terms: Vec<WordHit>,
    pub labels: Vec<WordHit>,
    /// Where words stand that say what stands around them, in any form: a superset of what `persons` reads.
    pub signs: Vec<(u32, Signs)>,
}

impl Words {
    pub(crate) fn clear(&mut self) {
        self.terms.clear();
        self.labels.clear();
        self.signs.clear();
    }
}

/// Looks up the words of a text.
pub(crate) struct LookUp<'a> {
    pub dictionary: &'a Dictionary,
    pub text: &'a [u8],
    pub found: &'a mut Words,
}

impl TakeToken for LookUp<'_> {
    fn digits(&mut self, _: u32, _: u32) {}

    fn capital(&mut self, _: u32, _: u32) {}

    #[inline(always)]
    fn inside(&mut self, window: &Around<'_>, start: u32, end: u32) {
        let range = ((window.base + start) as usize, (window.base + end) as usize);
        let edges = (window.behind(start), window.before(end));
        self.dictionary.look_up(self.text, range, edges, self.found);
    }

    fn across(&mut self, start: u32, end: u32) {
        let (from, to) = (start as usize, end as usize);
        let edges = (
            eight(self.text, from),
            eight(self.text, to.saturating_sub(WIDE)),
        );
        self.dictionary
            .look_up(self.text, (from, to), edges, self.found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Classified;
    use crate::dictionary::DictionaryBuilder;
    use crate::entry::{Entry, Meaning};
    use crate::expand::expand;

    fn dictionary() -> Dictionary {
        let mut builder = DictionaryBuilder::default();
        let csv = "lang,term,strength\nsv,sjukskriven,strong\nsv,cancer,strong\nsv,diagnosticerad med,strong\nsv,ADHD,strong\nsv,ålderspension,weak\nda,hiv,strong\n";
        builder.add(csv, 3).unwrap();
        builder.build()
    }

    fn found(text: &str) -> Vec<&str> {
        found_by(&dictionary(), text)
    }

    fn built(terms: &[String]) -> Dictionary {
        let lines: Vec<String> = terms.iter().map(|term| format!("sv,{term},weak")).collect();
        let csv = format!("lang,term,strength\n{}", lines.join("\n"));
        let mut builder = DictionaryBuilder::default();
        builder.add(&csv, 0).unwrap();
        builder.build()
    }

    fn found_by<'t>(dictionary: &Dictionary, text: &'t str) -> Vec<&'t str> {
        let mut words = Words::default();
        let bytes = text.as_bytes();
        let mut look_up = LookUp {
            dictionary,
            text: bytes,
            found: &mut words,
        };
        Classified::default().pass(bytes, &mut look_up);
        words
            .terms
            .iter()
            .map(|hit| &text[hit.start as usize..hit.end as usize])
            .collect()
    }

    #[test]
    fn finds_terms_in_any_case_with_endings_and_in_compounds() {
        assert_eq!(found("Hon är SJUKSKRIVEN."), ["SJUKSKRIVEN"]);
        assert_eq!(
            found("cancern, bröstcancer och Bröstcancerns"),
            ["cancern", "bröstcancer", "Bröstcancerns"]
        );
        assert_eq!(
            found("ÅLDERSPENSION och Ålderspensionen"),
            ["ÅLDERSPENSION", "Ålderspensionen"]
        );
        assert_eq!(
            found("diagnosticerad\u{a0}med astma, diagnosticerad\nmed"),
            ["diagnosticerad\u{a0}med", "diagnosticerad\nmed"]
        );
        assert_eq!(found("har hiv. Hiven och HIV"), ["hiv", "Hiven", "HIV"]);
    }

    #[test]
    fn leaves_words_that_only_look_alike() {
        assert!(found("Cancerfonden och cancerforskning").is_empty());
        assert!(found("adhd Adhd").is_empty());
        assert!(found("diagnosticerad utan, hivkliniken").is_empty());
        assert_eq!(found("ADHD"), ["ADHD"]);
    }

    #[test]
    fn a_star_says_where_a_weak_term_may_stand_in_a_compound() {
        let dictionary = built(&["*besvär".into(), "missbruk*".into(), "astma".into()]);
        assert_eq!(
            found_by(
                &dictionary,
                "magbesvären, besvär, missbruksvården, missbruket; barnastma"
            ),
            ["magbesvären", "besvär", "missbruksvården", "missbruket"]
        );
        assert!(Entry::new("vård*", Meaning::Label(1)).is_none());
        assert!(Entry::new("*två ord", Meaning::Label(1)).is_none());
    }

    #[test]
    fn a_word_is_not_taken_for_the_first_eight_bytes_of_a_term() {
        let dictionary = built(&["kommunalskatt".into(), "utmätningen".into()]);
        assert!(found_by(&dictionary, "i Kommunal och utmätni").is_empty());
    }

    /// The terms of a shipped dictionary, with their sentences.
    #[test]
    fn finds_every_shipped_term_in_a_sentence() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/sensitive");
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|found| found != "csv") {
                continue;
            }
            let csv = std::fs::read_to_string(&path).unwrap();
            let mut builder = DictionaryBuilder::default();
            builder.add(&csv, 0).unwrap();
            let dictionary = builder.build();
            for line in csv.lines().skip(1).filter(|line| !line.starts_with('#')) {
                for term in expand(line.split(',').nth(1).unwrap()).unwrap() {
                    let term = term.trim_matches(['"', '*']);
                    let text = format!("Så {term}.");
                    let found = found_by(&dictionary, &text);
                    assert!(found.contains(&term), "{term} in {}", path.display());
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn finds_terms_of_any_length_wherever_they_stand(
            term in proptest::string::string_regex("[a-zåäöæø]{2,9}( [a-zåäöæø]{1,8}){0,2}").unwrap(),
            others in proptest::collection::vec("[a-zåäöæø]{2,17}", 0..20),
            before in 0_usize..130,
        ) {
            let mut terms = others;
            terms.push(term.clone());
            let dictionary = built(&terms);
            let text = format!("{} {term}; {}", "-".repeat(before), term.to_uppercase());
            let found = found_by(&dictionary, &text);
            let upper = term.to_uppercase();
            proptest::prop_assert!(found.iter().any(|hit| hit.starts_with(&term)));
            proptest::prop_assert!(found.iter().any(|hit| hit.starts_with(&upper)));
        }

        #[test]
        fn finds_only_what_begins_with_a_term(
            terms in proptest::collection::vec("[a-cåø]{2,17}", 1..8),
            words in proptest::collection::vec("[a-cåø]{1,17}", 1..12),
        ) {
            let dictionary = built(&terms);
            for hit in found_by(&dictionary, &words.join(" ")) {
                proptest::prop_assert!(terms.iter().any(|term| hit.starts_with(term.as_str())), "{hit} of {terms:?}");
            }
        }
    }

    #[test]
    fn says_which_line_of_a_dictionary_is_wrong() {
        assert_eq!(
            DictionaryBuilder::default().add("lang,term,strength\nsv,x y,strong\nsv,abc,loud\n", 0),
            Err(3)
        );
    }
}
