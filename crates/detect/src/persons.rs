//! Words that say whether a sentence is about somebody: pronouns, roles of officials, forms, policies.
//!
//! They are read only in sentences that hold a sensitive term, so nothing is paid for them elsewhere.

use crate::hasher::FastBuild;
use std::collections::HashMap;
use std::sync::LazyLock;

static WORDS: &str = include_str!("../../../rules/context/persons.csv");

/// No word of the list has more bytes.
const LONGEST: usize = 40;

/// What a word says; one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u32);

impl Signs {
    /// `hon`, `hendes`: somebody named before.
    pub(crate) const PRONOUN: Signs = Signs(1);
    /// `eleven`, `borgeren`: whom the document is about.
    pub(crate) const SUBJECT: Signs = Signs(2);
    /// `handläggare`, `kontakt`: a name beside it is an official's.
    pub(crate) const OFFICIAL: Signs = Signs(4);
    /// `ange`, `f.eks.`: asks or gives examples.
    pub(crate) const FORM: Signs = Signs(8);
    /// `rutin`, `personer`: speaks in general.
    pub(crate) const GENERAL: Signs = Signs(16);
    /// `nej`, `saknas`: a cell that says nothing.
    pub(crate) const EMPTY: Signs = Signs(32);

    /// `har`, `er`: says what somebody is or has.
    pub(crate) const PREDICATE: Signs = Signs(64);
    /// `gällande`, `vedrørende`: leads to whom something is about.
    pub(crate) const ABOUT: Signs = Signs(128);

    /// `jag`, `jeg`: who signs.
    pub(crate) const FIRST: Signs = Signs(256);
    /// `mvh`, `hilsen`: a name behind it signs.
    pub(crate) const CLOSING: Signs = Signs(512);
    /// `elev`, `borger`: a label in front of whom a form or record is about.
    pub(crate) const LABEL: Signs = Signs(1024);
    /// `tlf`, `resp`: a full stop behind it ends no sentence.
    pub(crate) const ABBREVIATION: Signs = Signs(2048);
    /// `om`, `hvis`: a sentence that begins with it says what may be.
    pub(crate) const CONDITION: Signs = Signs(4096);

    /// `berättade`, `spurgte`: what stands behind its `om` is a topic.
    pub(crate) const TOPIC: Signs = Signs(8192);
    /// `sin`, `at`: behind `om`, it is no topic.
    pub(crate) const OWN: Signs = Signs(16384);

    /// `växel`, `hovednummer`: a number behind it is an authority's.
    pub(crate) const SWITCHBOARD: Signs = Signs(32768);
    /// `kommun`, `forvaltning`: the name of an authority.
    pub(crate) const AUTHORITY: Signs = Signs(65536);

    /// `avliden`, `dødsbo`: somebody is dead.
    pub(crate) const DECEASED: Signs = Signs(131_072);

    /// `journal`, `samtal`, `notat`: notes about somebody.
    pub(crate) const RECORD: Signs = Signs(262_144);
    /// `du`, `din`: who is written to.
    pub(crate) const SECOND: Signs = Signs(524_288);
    /// `hej`, `kære`: a name behind it is written to.
    pub(crate) const GREETING: Signs = Signs(1_048_576);
    /// `mamma`, `søn`: somebody's family is spoken of.
    pub(crate) const KIN: Signs = Signs(2_097_152);
    /// `chef`, `rådgiver`: what titles of officials end in.
    const ROLE: Signs = Signs(4_194_304);
    /// `anteckning`, `notat`: what words for notes about somebody end in.
    const NOTES: Signs = Signs(8_388_608);
    /// `møde`, `föreläsning`: what words for talks end in; what stands behind their `om` is a topic.
    const TALKS: Signs = Signs(16_777_216);
    /// `børn`, `personer`: with `som`, `der` or `med` behind, people of a kind.
    pub(crate) const SOME: Signs = Signs(33_554_432);
    /// `vi`, `vores`: who signs, and others.
    pub(crate) const WE: Signs = Signs(67_108_864);

    /// `udvalget`, `nämnden`: what the names of those who meet in an office end in.
    const COUNCIL: Signs = Signs(134_217_728);

    /// `får`, `kan`: asks when it begins a question.
    pub(crate) const MODAL: Signs = Signs(268_435_456);

    /// Whether any of these is among them.
    pub(crate) fn has(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }

    /// Without these.
    pub(crate) const fn without(self, other: Signs) -> Signs {
        Signs(self.0 & !other.0)
    }

    /// Both.
    pub(crate) const fn and(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }

    fn find(kind: &str) -> Option<Signs> {
        Some(match kind {
            "pronoun" => Signs::PRONOUN,
            "subject" => Signs::SUBJECT,
            "official" => Signs::OFFICIAL,
            "form" => Signs::FORM,
            "general" => Signs::GENERAL,
            "empty" => Signs::EMPTY,
            "predicate" => Signs::PREDICATE,
            "about" => Signs::ABOUT,
            "first" => Signs::FIRST,
            "closing" => Signs::CLOSING,
            "label" => Signs::LABEL,
            "abbreviation" => Signs::ABBREVIATION,
            "topic" => Signs::TOPIC,
            "own" => Signs::OWN,
            "switchboard" => Signs::SWITCHBOARD,
            "authority" => Signs::AUTHORITY,
            "deceased" => Signs::DECEASED,
            "condition" => Signs::CONDITION,
            "record" => Signs::RECORD,
            "second" => Signs::SECOND,
            "greeting" => Signs::GREETING,
            "kin" => Signs::KIN,
            "role" => Signs::ROLE,
            "notes" => Signs::NOTES,
            "talks" => Signs::TALKS,
            "some" => Signs::SOME,
            "we" => Signs::WE,
            "council" => Signs::COUNCIL,
            "modal" => Signs::MODAL,
            _ => return None,
        })
    }
}

static SIGNS: LazyLock<HashMap<&'static str, Signs, FastBuild>> = LazyLock::new(|| {
    let mut signs: HashMap<&str, Signs, FastBuild> = HashMap::default();
    for line in WORDS.lines().skip(1) {
        let mut fields = line.split(',');
        let kind = fields.next().and_then(Signs::find);
        if let (Some(kind), Some(word)) = (kind, fields.nth(1)) {
            let known = signs.entry(word).or_default();
            *known = known.and(kind);
        }
    }
    signs
});

/// The words that say one of some things, to be looked for in a whole text.
pub(crate) fn that_say(some: Signs) -> impl Iterator<Item = (&'static str, Signs)> {
    let said = SIGNS.iter().map(|(word, signs)| (*word, *signs));
    said.filter(move |(_, signs)| signs.has(some))
}

/// Which words may be listed, by their first two bytes, their last one and their length: most words are rejected by one look.
static MAY_SIGN: LazyLock<Box<[u64; 256]>> = LazyLock::new(|| {
    let mut may_sign = Box::new([0; 256]);
    for word in SIGNS.keys() {
        if let Some((slot, bit)) = outline(word) {
            may_sign[usize::from(slot)] |= bit;
        }
    }
    may_sign
});

/// What is looked at first of a word, the same for upper and lower case: a slot and a bit in it.
fn outline(word: &str) -> Option<(u8, u64)> {
    let bytes = word.as_bytes();
    let (first, last) = (bytes.first()? | 0x20, bytes.last()? | 0x20);
    let second = bytes.get(1).map_or(0, |byte| byte | 0x20);
    let bit = (usize::from(last) * 7 + bytes.len()) & 63;
    Some((first.wrapping_mul(37) ^ second.wrapping_mul(11), 1 << bit))
}

/// What the titles of officials end in.
static ROLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| endings(Signs::ROLE));
/// What words for notes end in.
static NOTES: LazyLock<Vec<&'static str>> = LazyLock::new(|| endings(Signs::NOTES));

/// What words for talks end in.
static TALKS: LazyLock<Vec<&'static str>> = LazyLock::new(|| endings(Signs::TALKS));

fn endings(kind: Signs) -> Vec<&'static str> {
    let is_one = |(_, signs): &(&&str, &Signs)| signs.has(kind);
    SIGNS.iter().filter(is_one).map(|(word, _)| *word).collect()
}

/// Whether a word is the title of an official by its end: `enhetschef`, `økonomikonsulent`.
pub(crate) fn is_role(word: &str) -> bool {
    ends_in(word, &ROLES)
}

/// Whether a word names notes about somebody by its end: `mottagningsanteckning`, `teammøde`.
pub(crate) fn is_note(word: &str) -> bool {
    ends_in(word, &NOTES)
}

/// Whether a word names a talk or a writing by its end: `netværksmøde`, `föreläsningen`.
pub(crate) fn names_topic(word: &str) -> bool {
    ends_in(word, &TALKS)
}

/// What the names of councils end in.
static COUNCILS: LazyLock<Vec<&'static str>> = LazyLock::new(|| endings(Signs::COUNCIL));

/// Whether a word names a council or a meeting of an office by its end: `Handicaprådet`, `MED-udvalget`.
pub(crate) fn is_council(word: &str) -> bool {
    ends_in(word, &COUNCILS)
}

fn ends_in(word: &str, endings: &[&str]) -> bool {
    let lower = word.to_lowercase();
    endings.iter().any(|ending| lower.ends_with(ending))
}

/// All signs of a piece of text.
pub(crate) fn signs_of(text: &str) -> Signs {
    text.split(|c: char| !(c.is_alphanumeric() || c == '.'))
        .map(trim_stops)
        .filter(|word| !word.is_empty())
        .map(sign_of)
        .fold(Signs::default(), Signs::and)
}

fn trim_stops(word: &str) -> &str {
    if word.starts_with('.') || word.ends_with('.') {
        return word.trim_matches('.');
    }
    word
}

/// The signs of a word, or of all that a cell holds.
pub(crate) fn sign_of(word: &str) -> Signs {
    let may_sign = |(slot, bit): (u8, u64)| {
        MAY_SIGN
            .get(usize::from(slot))
            .is_some_and(|bits| bits & bit != 0)
    };
    if word.len() > LONGEST || !outline(word).is_some_and(may_sign) {
        return Signs::default();
    }
    if word.chars().any(char::is_uppercase) {
        let lower = word.to_lowercase();
        return SIGNS.get(lower.as_str()).copied().unwrap_or_default();
    }
    SIGNS.get(word).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_signs_of_a_sentence() {
        assert!(signs_of("Hon är sjukskriven").has(Signs::PRONOUN));
        assert!(signs_of("Ange diagnos, t.ex. astma").has(Signs::FORM));
        assert!(signs_of("Handläggare: Eva Berg").has(Signs::OFFICIAL));
        assert!(!signs_of("Karin är sjuk").has(Signs::PRONOUN.and(Signs::OFFICIAL)));
    }
}
