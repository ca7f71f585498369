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
    hintless: Vec<String>,
    forms: Vec<String>,
    bare: Vec<String>,
    private_folders: Vec<String>,
    negations: Vec<String>,
    guides: Vec<String>,
    led_to: Vec<String>,
    dossiers: Vec<String>,
    groups: Vec<String>,
    means: Vec<[String; 2]>,
}

/// What names of files tell of types: pairs of the plan's words and the file's.
#[derive(Default, Deserialize)]
struct Lexicon {
    sv: Vec<[String; 2]>,
    da: Vec<[String; 2]>,
}

pub(super) struct Words {
    /// Stem → the word that stands for its group, by language.
    pub(super) same: [HashMap<String, String>; 2],
    pub(super) empty: HashSet<String>,
    pub(super) behind: HashSet<String>,
    pub(super) about: HashSet<String>,
    pub(super) outcome: HashSet<String>,
    pub(super) generic: Vec<String>,
    pub(super) who: Vec<String>,
    pub(super) generic_ends: Vec<String>,
    pub(super) no_generic_ends: Vec<String>,
    /// Words of remarks that tell nothing of a file.
    pub(super) hintless: HashSet<String>,
    pub(super) forms: Vec<String>,
    pub(super) bare: Vec<String>,
    /// Folders of somebody's own, whose files are of no row.
    pub(super) private_folders: HashSet<String>,
    /// Words that deny the one behind them.
    pub(super) negations: HashSet<String>,
    /// Words that call a document a guide to others of its kind.
    pub(super) guides: HashSet<String>,
    /// Words that say that something came of a matter.
    pub(super) led_to: HashSet<String>,
    pub(super) dossiers: Vec<String>,
    /// Those of them that are groups of people.
    pub(super) groups: Vec<String>,
    /// Word → the words that say it in full.
    pub(super) means: HashMap<String, Vec<String>>,
}

/// Stem of a file's word → keys of the plan's words that it tells of.
type Told = HashMap<String, Vec<String>>;

static TELLS: LazyLock<[Told; 2]> = LazyLock::new(|| {
    let data: Lexicon = data::load("lexicon.toml");
    [told(&data.sv, Language::Sv), told(&data.da, Language::Da)]
});

fn told(pairs: &[[String; 2]], language: Language) -> Told {
    let mut all = Told::new();
    for [plan, file] in pairs {
        let keys: Vec<String> = fold::words(plan)
            .iter()
            .filter_map(|word| key(word, language))
            .collect();
        for word in fold::words(file) {
            let known = all.entry(stem(&word, language)).or_default();
            let more = keys.iter().filter(|key| !known.contains(key));
            let more: Vec<String> = more.cloned().collect();
            known.extend(more);
        }
    }
    all
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
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
        forms: data.forms,
        bare: data.bare,
        hintless: data.hintless.into_iter().collect(),
        private_folders: data.private_folders.into_iter().collect(),
        negations: data.negations.into_iter().collect(),
        guides: data.guides.into_iter().collect(),
        led_to: data.led_to.into_iter().collect(),
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
pub(super) type Keys = [HashSet<String>; 2];

/// The keys of the words that say little.
pub(super) static GENERIC: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.generic));
/// Those of words that say who or where.
pub(super) static WHO: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.who));

/// Those of words for the form of a document.
static FORMS: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.forms));

/// Those of them that say nothing at all.
static BARE: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.bare));

/// Whether a key says nothing of a type, even where the plan has it in one type alone.
pub(super) fn is_bare(key: &str) -> bool {
    BARE.iter().any(|keys| keys.contains(key))
}

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
        Language::Sv => {
            let active = active(word);
            let short = active.strip_suffix("an").filter(|short| short.len() > 3);
            SWEDISH.stem(short.unwrap_or(active))
        }
        Language::Da => DANISH.stem(word),
    };
    if let Some(stem) = participle(&stem, language) {
        return stem;
    }
    // The stemmers keep some plurals of one syllable apart ("akter" and "akt" both end as "akt" this way).
    let short = stem.strip_suffix('e').filter(|short| short.len() > 3);
    short.map_or_else(|| stem.to_string(), str::to_owned)
}

/// "överklagats" → "överklagat".
fn active(word: &str) -> &str {
    let short = word.strip_suffix('s').filter(|short| short.len() > 6);
    short
        .filter(|short| {
            ["at", "ad", "ade", "it"]
                .iter()
                .any(|end| short.ends_with(end))
        })
        .unwrap_or(word)
}

/// One stem for the forms of a participle that the stemmers keep apart: "avskriven", "avskrivet", "avskrivna".
fn participle(stem: &str, language: Language) -> Option<String> {
    const SWEDISH: [(&str, &str); 6] = [
        ("ivet", "iv"),
        ("ivn", "iv"),
        ("aget", "ag"),
        ("agn", "ag"),
        ("agen", "ag"),
        ("iven", "iv"),
    ];
    if language == Language::Sv {
        let found = SWEDISH.iter();
        return found
            .filter_map(|(end, short)| Some(format!("{}{short}", stem.strip_suffix(end)?)))
            .find(|short| short.chars().count() >= 5);
    }
    let short = stem.strip_suffix("ed")?;
    let doubled = short.chars().rev().take(2).collect::<Vec<char>>();
    let short = match doubled[..] {
        [last, before] if last == before => short.strip_suffix(last)?,
        _ => short,
    };
    (short.chars().count() >= 5).then(|| short.to_owned())
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

/// The words that a word stands for: an abbreviation, or another name, for what is said in several ("np" are "nationella prov").
pub(super) fn meaning(word: &str) -> &'static [String] {
    WORDS.means.get(word).map_or(&[], Vec::as_slice)
}

/// The keys of the plan's words that a word of a file tells of ("carport" of a "bygglov"), each with its share in hundredths: a part of
/// a compound tells less.
pub(super) fn tells(word: &str, key: Option<&str>, language: Language) -> Vec<(String, u8)> {
    const SHORTEST: usize = 5;
    const SHORTEST_STEM: usize = 4;
    const OF_TAIL: u8 = 84;
    const OF_HEAD: u8 = 76;
    let Some(told) = TELLS.get(index(language)) else {
        return Vec::new();
    };
    let with =
        |keys: &Vec<String>, share: u8| keys.iter().map(|key| (key.clone(), share)).collect();
    let whole = told.get(&stem(word, language)).or_else(|| told.get(key?));
    let Some(key) = key.filter(|_| whole.is_none()) else {
        return whole.map_or_else(Vec::new, |keys| with(keys, 100));
    };
    let cuts: Vec<usize> = word.char_indices().map(|(cut, _)| cut).skip(2).collect();
    let long = |part: &&str| part.chars().count() >= SHORTEST;
    // By the stem of the end: "Björkskolan" ends with "skolan".
    let tails = cuts.iter().filter_map(|cut| word.get(*cut..)).filter(long);
    let tail = tails.map(|tail| stem(tail, language));
    let tail = tail
        .filter(|stem| stem.chars().count() >= SHORTEST_STEM)
        .map(|stem| told.get(&stem));
    if let Some(keys) = tail.flatten().next() {
        return with(keys, OF_TAIL);
    }
    let heads = cuts.iter().rev().filter_map(|cut| key.get(..*cut));
    let whole = |head: &str| told.get(head).or_else(|| told.get(head.strip_suffix('s')?));
    let head = heads.filter(long).find_map(whole);
    head.map_or_else(Vec::new, |keys| with(keys, OF_HEAD))
}

/// Whether a key names a body that acts, such as "valnämnd".
pub(super) fn is_body(key: &str) -> bool {
    const ENDS: [&str; 6] = [
        "nämnd",
        "styrels",
        "förvaltning",
        "udvalg",
        "forvaltning",
        "utskot",
    ];
    ENDS.iter().any(|end| key.ends_with(end))
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

/// Whether a word stands in so many types, of either country, that it says little.
pub(super) fn says_little(key: &str) -> bool {
    let lists = GENERIC.iter().chain(WHO.iter());
    lists.into_iter().any(|keys| keys.contains(key))
}

/// Whether a word names a kind of document, of whatever plan: one of the lexicon's, or one that another word stands for.
pub(super) fn is_of_document(word: &str, language: Language) -> bool {
    let Some(key) = key(word, language) else {
        return false;
    };
    if has(&WHO, &key, language) {
        return false;
    }
    let at = index(language);
    let is_same = WORDS
        .same
        .get(at)
        .is_some_and(|same| same.contains_key(&stem(word, language)));
    is_same || !tells(word, Some(&key), language).is_empty() || ends_with_form(&key, language)
}

/// The same for a word as it is written.
pub(super) fn is_form_of(word: &str, language: Language) -> bool {
    key(word, language).is_some_and(|key| ends_with_form(&key, language))
}

/// Whether a compound ends with a form of documents: "fotoschema", "kontaktlista".
pub(super) fn ends_with_form(key: &str, language: Language) -> bool {
    let cuts = key
        .char_indices()
        .skip(2)
        .filter_map(|(cut, _)| key.get(cut..));
    let mut ends = cuts.filter(|end| end.chars().count() >= 4);
    ends.any(|end| has(&FORMS, end, language))
}

/// Whether what a compound has behind a word is only the form of a document: "planeringslista" is of "planering".
pub(super) fn is_form(rest: &str) -> bool {
    is_a_form(rest) || rest.strip_prefix('s').is_some_and(is_a_form)
}

fn is_a_form(rest: &str) -> bool {
    FORMS.iter().any(|keys| keys.contains(rest))
}

/// Whether a key says whose something is, in either language.
pub(super) fn is_whose(key: &str) -> bool {
    is_body(key) || WHO.iter().any(|keys| keys.contains(key))
}

/// Whether a word of a name says little.
pub(super) fn is_little(word: &str, language: Language) -> bool {
    key(word, language)
        .is_some_and(|key| has(&GENERIC, &key, language) || has(&WHO, &key, language))
}

/// Words with what they stand for in their place.
pub(super) fn in_full(words: Vec<String>) -> impl Iterator<Item = String> {
    words.into_iter().flat_map(|word| match meaning(&word) {
        [] => vec![word],
        said => said.to_vec(),
    })
}

pub(super) fn has(keys: &Keys, key: &str, language: Language) -> bool {
    keys.get(index(language))
        .is_some_and(|keys| keys.contains(key))
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
    fn the_lexicon_is_readable_and_each_pair_says_something() {
        let lexicon: Lexicon = data::try_load("lexicon.toml").unwrap();
        for (pairs, language) in [(&lexicon.sv, Language::Sv), (&lexicon.da, Language::Da)] {
            for [plan, file] in pairs {
                let says = fold::words(plan)
                    .iter()
                    .any(|word| key(word, language).is_some());
                assert!(says && !fold::words(file).is_empty(), "{plan}");
            }
        }
        for (word, language, told) in [
            ("carport", Language::Sv, "bygglov"),
            ("Björkskolan", Language::Sv, "elev"),
            ("dagskassa", Language::Sv, "dagsavslut"),
            ("rollator", Language::Da, "hjælpemiddel"),
        ] {
            let word = word.to_lowercase();
            let own = key(&word, language);
            let keys = tells(&word, own.as_deref(), language);
            let wanted = key(told, language).unwrap();
            assert!(keys.iter().any(|(key, _)| *key == wanted), "{word}");
        }
    }

    #[test]
    fn knows_folders_that_hold_a_dossier_each() {
        assert!(holds_dossiers("Personalakter"));
        assert!(holds_dossiers("Projekt"));
        assert!(!holds_dossiers("Klasslistor"));
    }
}
