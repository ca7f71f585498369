//! Words of names and document types in the form by which they are compared.
//!
//! Inflections fall to one stem; a compound whose last part has another word for it takes that word ("hyreskontrakt" is a
//! "hyresavtal"); a last part that says nothing ("ansökningshandlingar") is left out.

use crate::data;
use crate::fold;
use crate::plan::Language;
use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

#[derive(Default, Deserialize)]
struct Synonyms {
    sv: Vec<Vec<String>>,
    da: Vec<Vec<String>>,
    empty: Vec<String>,
    behind: Vec<String>,
    about: Vec<String>,
    outcome: Vec<String>,
    generic: Vec<String>,
    who: Vec<String>,
    generic_ends: Vec<String>,
    no_generic_ends: Vec<String>,
    dossiers: Vec<String>,
    groups: Vec<String>,
    means: Vec<[String; 2]>,
}

struct Words {
    /// Stem → the word that stands for its group, by language.
    same: [HashMap<String, String>; 2],
    empty: HashSet<String>,
    behind: HashSet<String>,
    about: HashSet<String>,
    outcome: HashSet<String>,
    generic: Vec<String>,
    who: Vec<String>,
    generic_ends: Vec<String>,
    no_generic_ends: Vec<String>,
    dossiers: Vec<String>,
    /// Those of them that are groups of people.
    groups: Vec<String>,
    /// Word → the words that say it in full.
    means: HashMap<String, Vec<String>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let data: Synonyms = data::load("synonyms.toml");
    Words {
        same: [
            groups(&data.sv, Language::Sv),
            groups(&data.da, Language::Da),
        ],
        generic: data.generic,
        who: data.who,
        empty: data.empty.into_iter().collect(),
        behind: data.behind.into_iter().collect(),
        about: data.about.into_iter().collect(),
        outcome: data.outcome.into_iter().collect(),
        generic_ends: data.generic_ends,
        no_generic_ends: data.no_generic_ends,
        dossiers: data.dossiers,
        groups: data.groups,
        means: data
            .means
            .into_iter()
            .map(|[word, meaning]| (word, fold::words(&meaning)))
            .collect(),
    }
});

/// Keys of words, by language.
type Keys = [HashSet<String>; 2];

/// The keys of the words that say little.
static GENERIC: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.generic));
/// Those of words that say who or where.
static WHO: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.who));

fn keys(words: &[String]) -> Keys {
    [Language::Sv, Language::Da].map(|language| {
        let keys = words.iter().filter_map(|word| key(word, language));
        keys.collect()
    })
}

fn groups(groups: &[Vec<String>], language: Language) -> HashMap<String, String> {
    let mut same = HashMap::new();
    for group in groups {
        let Some(first) = group.first() else { continue };
        for word in group {
            same.entry(stem(word, language))
                .or_insert_with(|| first.clone());
        }
    }
    same
}

static SWEDISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Swedish));
static DANISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Danish));

fn index(language: Language) -> usize {
    usize::from(language == Language::Da)
}

/// Plurals of neuters that end in a vowel.
const NEUTERS: [&str; 6] = ["kvitton", "konton", "foton", "videon", "memon", "porton"];

pub(super) fn stem(word: &str, language: Language) -> String {
    let stem = match language {
        // "schema" and "scheman", "kvitto" and "kvitton": the stemmer does not know the plural with n alone.
        Language::Sv if NEUTERS.iter().any(|plural| word.ends_with(plural)) => {
            SWEDISH.stem(word.strip_suffix('n').unwrap_or(word))
        }
        Language::Sv => SWEDISH.stem(
            word.strip_suffix("an")
                .filter(|short| short.len() > 3)
                .unwrap_or(word),
        ),
        Language::Da => DANISH.stem(word),
    };
    // The stemmers keep some plurals of one syllable apart ("akter" and "akt" both end as "akt" this way).
    let short = stem.strip_suffix('e').filter(|short| short.len() > 3);
    short.map_or_else(|| stem.to_string(), str::to_owned)
}

/// The form of a word by which it is compared; `None` for a word that says nothing.
pub(super) fn key(word: &str, language: Language) -> Option<String> {
    if WORDS.empty.contains(word)
        || word.chars().count() < 3
        || !word.chars().any(char::is_alphabetic)
    {
        return None;
    }
    let same = WORDS.same.get(index(language))?;
    if let Some(first) = same.get(&stem(word, language)) {
        return Some(first.clone());
    }
    let stem = stem(without_generic_end(word), language);
    if let Some(first) = same.get(&stem) {
        return Some(first.clone());
    }
    Some(compound(&stem, same).unwrap_or(stem))
}

/// Whether a clause of a document type says what came of the matter.
pub(super) fn tells_outcome(document_type: &str) -> bool {
    let words = fold::words(document_type);
    words
        .iter()
        .skip(1)
        .any(|word| WORDS.outcome.contains(word))
}

/// The words that a word stands for: an abbreviation, or another name, for what is said in several ("np" are "nationella prov").
pub(super) fn meaning(word: &str) -> &'static [String] {
    WORDS.means.get(word).map_or(&[], Vec::as_slice)
}

/// "frånvaroanmälning" → "frånvaroanmälan".
fn compound(stem: &str, same: &HashMap<String, String>) -> Option<String> {
    const SHORTEST_HEAD: usize = 3;
    const SHORTEST_TAIL: usize = 4;
    let letters = stem.chars().count();
    let cuts = stem.char_indices().enumerate().skip(SHORTEST_HEAD);
    cuts.take_while(|(at, _)| letters - at >= SHORTEST_TAIL)
        .find_map(|(_, (cut, _))| {
            let first = same.get(stem.get(cut..)?)?;
            Some(format!("{}{first}", stem.get(..cut)?))
        })
}

/// "ansökningshandlingar" → "ansökning"; "upphandling" stays.
fn without_generic_end(word: &str) -> &str {
    if WORDS.no_generic_ends.iter().any(|end| word.ends_with(end)) {
        return word;
    }
    let ends = WORDS.generic_ends.iter();
    let short = ends
        .filter_map(|end| word.strip_suffix(end.as_str()))
        .map(|head| head.strip_suffix('s').unwrap_or(head))
        .find(|head| head.chars().count() >= 5);
    short.unwrap_or(word)
}

/// Whether the folder's name says that each of its subfolders is one person's, case's or project's.
pub(crate) fn holds_dossiers(folder: &str) -> bool {
    let words = fold::words(folder);
    words.last().is_some_and(|last| {
        let mut forms = WORDS.dossiers.iter();
        forms.any(|form| match form.strip_prefix('*') {
            Some(end) => last.ends_with(end),
            None => last == form,
        })
    })
}

/// Whether the folder's name is that of a group of people, so that its subfolders may be topics too.
pub(crate) fn names_group(folder: &str) -> bool {
    let words = fold::words(folder);
    words.last().is_some_and(|last| WORDS.groups.contains(last))
}

/// A word of a document type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypeWord {
    pub(super) key: String,
    pub(super) weight: u32,
    /// Whether it stands before a preposition or comma.
    is_head: bool,
    /// Whether it says whose or where.
    pub(super) is_who: bool,
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
        let mut weight = if behind_comma { LITTLE } else { FULL };
        let start = self.words.len();
        let mut tells = false;
        for word in in_full(fold::words(text)) {
            if self.words.len() > start {
                if WORDS.behind.contains(&word) {
                    weight = LITTLE;
                } else if WORDS.about.contains(&word) {
                    weight = FULL;
                }
            }
            let Some(key) = key(&word, language) else {
                continue;
            };
            if self.words.iter().skip(start).any(|known| known.key == key) {
                continue;
            }
            let is_who = has(&WHO, &key, language);
            let says_little = is_who || has(&GENERIC, &key, language);
            tells |= !says_little;
            self.words.push(TypeWord {
                key,
                weight: if says_little { LITTLE } else { weight },
                is_head: weight == FULL,
                is_who,
                part: at,
            });
        }
        let alone = if behind_comma { 0 } else { 95 };
        self.parts.push(if tells { alone } else { 0 });
    }
}

/// Whether a word stands in so many types, of either country, that it says little.
pub(super) fn says_little(key: &str) -> bool {
    let lists = GENERIC.iter().chain(WHO.iter());
    lists.into_iter().any(|keys| keys.contains(key))
}

/// Words with what they stand for in their place.
fn in_full(words: Vec<String>) -> impl Iterator<Item = String> {
    words.into_iter().flat_map(|word| match meaning(&word) {
        [] => vec![word],
        said => said.to_vec(),
    })
}

fn has(keys: &Keys, key: &str, language: Language) -> bool {
    keys.get(index(language))
        .is_some_and(|keys| keys.contains(key))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_synonyms_and_generic_ends_come_to_one_key() {
        for (left, right) in [
            ("frånvaroanmälan", "frånvaroanmälningar"),
            ("tjänstgöringsschema", "tjänstgöringsscheman"),
            ("hyreskontrakt", "hyresavtal"),
            ("ansökningshandlingar", "ansökan"),
            ("klasslista", "klasslistor"),
            ("friskvårdskvitto", "friskvårdskvitton"),
            ("leverantörsfaktura", "leverantörsfakturor"),
        ] {
            assert_eq!(key(left, Language::Sv), key(right, Language::Sv), "{left}");
        }
        for (left, right) in [("elevliste", "elevlister"), ("vagtplan", "vagtplaner")] {
            assert_eq!(key(left, Language::Da), key(right, Language::Da), "{left}");
        }
        assert_ne!(key("upphandling", Language::Sv), key("upp", Language::Sv));
    }

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

    #[test]
    fn knows_folders_that_hold_a_dossier_each() {
        assert!(holds_dossiers("Personalakter"));
        assert!(holds_dossiers("Projekt"));
        assert!(!holds_dossiers("Klasslistor"));
    }
}
