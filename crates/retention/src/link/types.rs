//! The words of document types, each with what it says of its type, and those of the remarks and headings beside it.
//!
//! A type may name alternatives ("kallelser och föredragningslistor"), narrow itself down behind a comma, and tell what came of
//! a matter in a clause ("som överklagats").

use super::index::Hint;
use super::words::{GENERIC, WHO, WORDS, has, in_full, is_body, key};
use crate::fold;
use crate::plan::Language;

/// A word of a document type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypeWord {
    pub(super) key: String,
    pub(super) weight: u32,
    /// Whether it stands before a preposition or comma.
    is_head: bool,
    /// Whether it says whose or where.
    pub(super) is_who: bool,
    /// Whether it stands in so many types that it says little, or says whose or where.
    pub(super) says_little: bool,
    /// Whether it tells what came of the matter ("som överklagats").
    pub(super) is_of_outcome: bool,
    /// Whether it says what the document is not ("ej anställda").
    pub(super) is_denied: bool,
    /// Whether the type begins with it.
    pub(super) is_first: bool,
    /// Which of the alternatives of the type it stands in: "kallelser och föredragningslistor" has two.
    pub(super) part: usize,
}

/// The words of a document type with what each says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TypeWords {
    pub(super) words: Vec<TypeWord>,
    /// How much each part is worth alone, in hundredths; 0 for a part that says too little.
    pub(super) parts: Vec<u32>,
}

/// A word that tells what the document is, in full.
const FULL: u32 = 4;
/// A word that says little: behind a preposition or comma, or one that stands in many types.
const LITTLE: u32 = 2;
/// A word that tells what came of the matter.
const LEAST: u32 = 1;

impl TypeWords {
    pub(super) fn read(document_type: &str, language: Language) -> Self {
        let mut all = TypeWords::default();
        let joined = fold::clean(document_type).to_lowercase();
        for (at, part) in parts(&joined).into_iter().enumerate() {
            all.take(at, part, language);
        }
        if !all.words.iter().any(|word| word.weight == FULL) {
            let heads = all.words.iter_mut().filter(|word| word.is_head);
            heads.for_each(|word| word.weight = FULL);
        }
        if all.parts.len() == 1 {
            all.parts = vec![0];
        }
        all
    }

    fn take(&mut self, at: usize, (text, behind_comma): (&str, bool), language: Language) {
        // "Personakter, ekonomiskt bistånd": what stands before the comma says nothing yet.
        let is_told = self.words.iter().any(|word| !word.says_little);
        let mut weight = if behind_comma && is_told {
            LITTLE
        } else {
            FULL
        };
        let mut denied = false;
        let mut of_outcome = false;
        let start = self.words.len();
        let mut tells = false;
        for word in in_full(fold::words(text)) {
            if self.words.len() > start {
                if WORDS.outcome.contains(&word) {
                    of_outcome = true;
                    weight = LEAST;
                } else if WORDS.behind.contains(&word) && weight != LEAST {
                    weight = LITTLE;
                } else if WORDS.about.contains(&word) {
                    weight = FULL;
                }
            }
            if WORDS.negations.contains(&word) {
                denied = true;
                continue;
            }
            let Some(key) = key(&word, language) else {
                continue;
            };
            // "ej anställda" is said of those who are none: the file need not name them.
            let is_denied = std::mem::take(&mut denied);
            if self.words.iter().skip(start).any(|known| known.key == key) {
                continue;
            }
            let is_who = (has(&WHO, &key, language) || is_body(&key)) && !is_denied;
            let says_little = is_who || is_denied || has(&GENERIC, &key, language);
            tells |= !says_little;
            self.words.push(TypeWord {
                key,
                weight: if is_denied || (says_little && weight == LITTLE) {
                    LEAST
                } else if says_little {
                    LITTLE.min(weight)
                } else {
                    weight
                },
                is_head: weight == FULL,
                is_who,
                says_little,
                is_of_outcome: of_outcome && !WORDS.led_to.contains(&word),
                is_denied,
                is_first: self.words.is_empty(),
                part: at,
            });
        }
        let alone = if behind_comma { 0 } else { 95 };
        self.parts.push(if tells { alone } else { 0 });
    }
}

/// The alternatives of a type, each with whether it only narrows down what stands before a comma. In a row of three or more
/// ("avtal, kontrakt och överenskommelser") commas part alternatives.
fn parts(text: &str) -> Vec<(&str, bool)> {
    const JOINTS: [&str; 9] = [
        ",", ";", "/", "+", " och ", " og ", " samt ", " eller ", " resp ",
    ];
    let mut out = Vec::new();
    let (mut rest, mut behind_comma) = (text, false);
    loop {
        let next = JOINTS
            .iter()
            .filter_map(|joint| rest.find(joint).map(|at| (at, *joint)))
            .min();
        let part = next.map_or(rest, |(at, _)| rest.get(..at).unwrap_or_default());
        let enumerates = next.is_some_and(|(_, joint)| joint != ",");
        out.push((part, behind_comma && !enumerates));
        let Some((at, joint)) = next else { break };
        behind_comma = joint == ",";
        rest = rest.get(at + joint.len()..).unwrap_or_default();
    }
    out.retain(|(part, _)| part.chars().any(char::is_alphanumeric));
    out
}

/// The nouns of a verb, by which folders call what a plan calls by the verb: "rekrytera" is "rekrytering", "anställa" "anställning".
fn nouns(word: &str, language: Language) -> Vec<String> {
    let (end, ends) = match language {
        Language::Sv => ('a', ["ning", "ing"]),
        Language::Da => ('e', ["ning", "ing"]),
    };
    let Some(root) = word.strip_suffix(end).filter(|root| root.len() >= 4) else {
        return Vec::new();
    };
    let noun = |end: &str| key(&format!("{root}{end}"), language);
    ends.into_iter().filter_map(noun).collect()
}

/// Whether a type is of cases, so that all documents of a case are of it ("Ärenden om skolskjuts", "Personakter").
pub(super) fn is_of_cases(document_type: &str) -> bool {
    const ENDS: [&str; 6] = ["ärenden", "ärende", "akter", "akt", "sager", "sag"];
    let words = fold::words(document_type);
    words
        .first()
        .is_some_and(|word| ENDS.iter().any(|end| word.ends_with(end)))
}

/// Whether a type is of matters that came to nothing ("tips som inte föranlett åtgärd").
pub(super) fn tells_nothing_came(document_type: &str) -> bool {
    let words = fold::words(document_type);
    let outcome = words
        .iter()
        .skip(1)
        .position(|word| WORDS.outcome.contains(word));
    let behind = outcome
        .and_then(|at| words.get(at + 1..))
        .unwrap_or_default();
    behind.iter().any(|word| WORDS.negations.contains(word))
}

/// The words of a remark or a heading that say something.
pub(super) fn hints(text: &str, hint: Hint, language: Language) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for word in in_full(fold::words(text)) {
        // "Se även överklagade" points elsewhere.
        if hint == Hint::Remark && word == "se" {
            break;
        }
        let Some(key) = key(&word, language) else {
            continue;
        };
        let is_new = !keys.contains(&key) && !WORDS.hintless.contains(&word);
        let tells = hint == Hint::Process || !has(&GENERIC, &key, language);
        if is_new && tells {
            keys.push(key);
            keys.extend(nouns(&word, language));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_type_are_alternatives() {
        let read = |text: &str| TypeWords::read(text, Language::Sv);
        assert_eq!(read("Kallelser och föredragningslistor").parts, [95, 95]);
        assert_eq!(read("Läromedel, egenproducerade").parts, [95, 0]);
        assert_eq!(
            read("Betyg, intyg och omdömen").parts,
            [95, 0, 95],
            "a generic word says nothing alone"
        );
        assert_eq!(read("Klasslistor").parts, [0]);
        // A word that stands in many types tells nothing alone.
        assert_eq!(read("Ansökan och beslut om färdtjänst").parts, [0, 95]);
    }
}
