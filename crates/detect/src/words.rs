//! The dictionary: finds terms at the edges of words.
//!
//! Cost does not grow with the number of terms: the first and the last eight bytes of each word are looked up in a bit map
//! that stays in the processor's nearest caches, and only what passes is compared. Terms are entered with all their endings,
//! so that hardly anything passes that is no term. A term matches a whole word, a word with an ending (`sjukskriven`,
//! `sjukskrivnas`), and, when it is strong and long enough, the end of a compound (`bröstcancer`).

use crate::classify::{Around, TakeToken};
use crate::entry::{Entry, Meaning, SHORTEST_COMPOUND, end_of, ends_compound};
use crate::expand::expand;
use crate::follow::{Follow, bit, follows, letters};
use crate::keymap::KeyMap;
use crate::word_key::{WIDE, eight, key_of_head, keys_of_tail, tail_keys};

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
}

impl Words {
    pub(crate) fn clear(&mut self) {
        self.terms.clear();
        self.labels.clear();
    }
}

/// Collects terms and labels.
#[derive(Debug, Default)]
pub(crate) struct DictionaryBuilder {
    entries: Vec<Entry>,
}

impl DictionaryBuilder {
    /// Adds the lines of a csv text: `lang,term,strength`, with a heading.
    ///
    /// # Errors
    /// The number of the first line that is not of this form.
    pub(crate) fn add(&mut self, csv: &str, rule: u16) -> Result<(), usize> {
        for (index, line) in csv.lines().enumerate().skip(1) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            for line in expand(line).ok_or(index + 1)? {
                let entry = Entry::parse(&line, rule, index as u32 + 1).ok_or(index + 1)?;
                self.entries.push(entry);
            }
        }
        Ok(())
    }

    /// Adds a label; `None` when it does not begin with a letter.
    pub(crate) fn add_label(&mut self, text: &str, number: u32) -> Option<()> {
        let entry = Entry::new(text, Meaning::Label(number))?;
        self.entries.push(entry);
        Some(())
    }

    pub(crate) fn build(mut self) -> Dictionary {
        // Those that begin with the same word stand in the order of their next one, where it is looked up.
        self.entries.sort_by_key(second_byte);
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for (number, entry) in self.entries.iter().enumerate() {
            let with_number = |key| (key, number as u32);
            heads.extend(entry.head_keys().map(with_number));
            tails.extend(entry.tail_keys().map(with_number));
        }
        let (entries, heads) = (self.entries, KeyMap::new(heads));
        Dictionary {
            letters: letters(&entries),
            follows: follows(&entries, &heads),
            seconds: entries.iter().map(second_byte).collect(),
            entries,
            heads,
            tails: KeyMap::new(tails),
        }
    }
}

/// The longest term and the longest label at a word: the end, the weight and the number.
#[derive(Default)]
struct Best {
    term: Option<(usize, u8, u32)>,
    label: Option<(usize, u8, u32)>,
}

/// Entries that are compared one by one.
const FEW: usize = 6;

fn second_byte(entry: &Entry) -> u8 {
    entry.second.map_or(0, |(_, byte)| byte)
}

/// All terms and labels of all rules.
#[derive(Debug)]
pub(crate) struct Dictionary {
    pub entries: Vec<Entry>,
    /// By the beginnings of first words, each with its endings.
    heads: KeyMap,
    /// By the groups of `heads`.
    follows: Vec<Follow>,
    /// By the numbers of entries, the byte that the second word begins with; 0 for none.
    seconds: Box<[u8]>,
    /// The bytes that may stand behind a letter that is the first word of an entry.
    letters: Box<[u64; 256]>,
    /// By the ends of those that may end a compound.
    tails: KeyMap,
}

impl Dictionary {
    /// The entry with a number.
    pub(crate) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// Looks a word up by its first and its last eight bytes, and adds the longest term, and the longest label, that
    /// begins with it or ends in it.
    #[inline]
    fn look_up(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        (first, last): (u64, u64),
        found: &mut Words,
    ) {
        let head = key_of_head(first, to - from);
        // A letter alone begins few entries (`p-nr`); codes are full of them.
        if to - from == 1 && !self.may_follow_letter(text, from) {
            return;
        }
        if self.heads.may_have(head) {
            self.compare(text, (from, to), head, found);
        } else if to - from >= SHORTEST_COMPOUND {
            let (wide, narrow) = keys_of_tail(last);
            if self.tails.may_have(wide) | self.tails.may_have(narrow) {
                self.compare_last(text, (from, to), &Best::default(), found);
            }
        }
    }

    /// Whether what stands behind a single letter may be that of any entry.
    #[inline]
    fn may_follow_letter(&self, text: &[u8], at: usize) -> bool {
        let byte = |at: usize| text.get(at).copied().unwrap_or(0);
        self.letters[usize::from(byte(at))] & bit(byte(at + 1)) != 0
    }

    /// Compares a word whose beginning passed the filter.
    #[inline(never)]
    fn compare(&self, text: &[u8], (from, to): (usize, usize), head: u64, found: &mut Words) {
        let mut best = Best::default();
        if let Some(group) = self.heads.find(head)
            && self
                .follows
                .get(group)
                .is_some_and(|follow| follow.allows(text, to))
        {
            self.compare_first(text, (from, to), self.heads.numbers(group), &mut best);
        }
        if to - from >= SHORTEST_COMPOUND {
            self.compare_last(text, (from, to), &best, found);
        }
        for (end, _, number) in [best.term, best.label].into_iter().flatten() {
            self.push(from, end, number, found);
        }
    }

    /// Of entries that begin with the same word, those of one word, and those whose next word begins with a byte: many
    /// begin with `har` and `er`. All when the byte is not known.
    fn that_go_on<'n>(&self, numbers: &'n [u32], next: Option<u8>) -> [&'n [u32]; 2] {
        let Some(next) = next.filter(|_| numbers.len() > FEW) else {
            return [numbers, &[]];
        };
        let second = |number: &u32| self.seconds.get(*number as usize).copied().unwrap_or(0);
        let alone = numbers.partition_point(|number| second(number) == 0);
        let (alone, rest) = numbers.split_at(alone);
        let from = rest.partition_point(|number| second(number) < next);
        let to = rest.partition_point(|number| second(number) <= next);
        [alone, rest.get(from..to).unwrap_or_default()]
    }

    fn compare_first(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        numbers: &[u32],
        best: &mut Best,
    ) {
        let next = match text.get(to..) {
            Some([b' ', next, ..]) if next.is_ascii_alphanumeric() => {
                Some(next.to_ascii_lowercase())
            }
            _ => None,
        };
        let [alone, going_on] = self.that_go_on(numbers, next);
        for number in alone.iter().chain(going_on) {
            let Some(entry) = self.entry(*number) else {
                continue;
            };
            // The key of a short word is the whole of it; that of eight bytes is the beginning of longer ones as well.
            let is_settled = to - from < WIDE && entry.plain;
            let end = if is_settled {
                Some(to)
            } else {
                end_of(entry, text, from, to)
            };
            if let Some(end) = end {
                let best = match entry.meaning {
                    Meaning::Term { .. } => &mut best.term,
                    Meaning::Label(_) => &mut best.label,
                };
                *best = (*best).max(Some((end, entry.weight(), *number)));
            }
        }
    }

    fn push(&self, start: usize, end: usize, number: u32, found: &mut Words) {
        let hit = |number| WordHit {
            start: start as u32,
            end: end as u32,
            number,
        };
        match self.entry(number).map(|entry| entry.meaning) {
            Some(Meaning::Term { .. }) => found.terms.push(hit(number)),
            Some(Meaning::Label(label)) => found.labels.push(hit(label)),
            None => {}
        }
    }

    #[inline(never)]
    fn compare_last(
        &self,
        text: &[u8],
        (from, to): (usize, usize),
        best: &Best,
        found: &mut Words,
    ) {
        let (wide, narrow) = tail_keys(text, to);
        let numbers = [wide, narrow].map(|key| self.tails.get(key));
        for number in numbers.into_iter().flatten() {
            let Some(entry) = self.entry(*number) else {
                continue;
            };
            // A word that is a label itself is not the compound of another (`fastighetsbeteckning`, `beteckning`).
            let is_named = best.label.is_some() && matches!(entry.meaning, Meaning::Label(_));
            if !is_named && ends_compound(entry, text, from, to) {
                self.push(from, to, *number, found);
            }
        }
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

    #[inline]
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
