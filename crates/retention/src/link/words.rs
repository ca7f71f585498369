//! Words of names and document types in the form by which they are compared.
//!
//! Inflections fall to one stem; a compound whose last part has another word for it takes that word ("hyreskontrakt" is a
//! "hyresavtal"); a last part that says nothing ("ansökningshandlingar") is left out.

use super::index::Hint;
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
    /// Words of remarks that tell nothing of a file.
    hintless: HashSet<String>,
    forms: Vec<String>,
    /// Folders of somebody's own, whose files are of no row.
    private_folders: HashSet<String>,
    /// Words that deny the one behind them.
    negations: HashSet<String>,
    /// Words that call a document a guide to others of its kind.
    guides: HashSet<String>,
    /// Words that say that something came of a matter.
    led_to: HashSet<String>,
    dossiers: Vec<String>,
    /// Those of them that are groups of people.
    groups: Vec<String>,
    /// Word → the words that say it in full.
    means: HashMap<String, Vec<String>>,
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
        forms: data.forms,
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
type Keys = [HashSet<String>; 2];

/// The keys of the words that say little.
static GENERIC: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.generic));
/// Those of words that say who or where.
static WHO: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.who));

/// Those of words for the form of a document.
static FORMS: LazyLock<Keys> = LazyLock::new(|| keys(&WORDS.forms));

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

/// Whether a folder is somebody's own.
pub(super) fn is_private(folder: &[String]) -> bool {
    folder
        .iter()
        .any(|word| WORDS.private_folders.contains(word))
}

/// Whether a key names a body that acts, such as "valnämnd".
fn is_body(key: &str) -> bool {
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

/// The words that are not denied: "Inget föreläggande" says nothing of a "föreläggande".
pub(super) fn affirmed(words: &[String]) -> impl Iterator<Item = &String> {
    let before = std::iter::once(None).chain(words.iter().map(Some));
    let denied = |word: Option<&String>| word.is_some_and(|word| WORDS.negations.contains(word));
    let all = before.zip(words);
    all.filter(move |(before, _)| !denied(*before))
        .map(|(_, word)| word)
}

/// What a name says of a document besides its type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Manner {
    /// It tells how such documents are made.
    pub(super) is_guide: bool,
    /// Something came of the matter.
    pub(super) led_to: bool,
    /// It lies in a folder of somebody's own.
    pub(super) is_private: bool,
    /// It names a kind of document, whether the plan has it or not.
    pub(super) is_of_document: bool,
    /// It is of a case with a number.
    pub(super) in_case: bool,
}

impl Manner {
    pub(super) fn read(name: &[String], folders: &[Vec<String>]) -> Self {
        let denies = name.iter().any(|word| WORDS.negations.contains(word));
        Manner {
            is_guide: name.iter().any(|word| WORDS.guides.contains(word)),
            led_to: !denies && name.iter().any(|word| WORDS.led_to.contains(word)),
            is_of_document: false,
            in_case: false,
            is_private: folders.iter().any(|folder| is_private(folder)),
        }
    }

    /// What a type says of its documents.
    pub(super) fn of_type(document_type: &str) -> Self {
        let words = fold::words(document_type);
        let guide = |word: &String| {
            WORDS
                .guides
                .iter()
                .any(|guide| word.starts_with(guide.as_str()))
        };
        Manner {
            is_guide: words.iter().any(guide),
            ..Manner::default()
        }
    }
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

/// Whether a word of a name says little.
pub(super) fn is_little(word: &str, language: Language) -> bool {
    key(word, language)
        .is_some_and(|key| has(&GENERIC, &key, language) || has(&WHO, &key, language))
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
