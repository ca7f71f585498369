//! What kind of document it is: by how many persons it names, and by the words of its title, headings and name.

use crate::tally::DocumentTally;
use sporhund_model::{DocumentKind, Note};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static WORDS: &str = include_str!("../../../rules/signals/kinds.csv");

/// Persons that make a list, and a register extract.
const LIST: u64 = 5;
const EXTRACT: u64 = 50;
/// Words of an extract that make one of a list of persons, such as `uge` and `ydelse` of DREAM deliveries.
const EXTRACT_WORDS: u32 = 2;

/// What a word of a title says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Kind(u8),
    /// A job advertisement: speaks of nobody, and is no kind of its own.
    Advertisement,
    /// A delivery out of a register.
    Extract,
}

/// The kinds in the order of their numbers.
const KINDS: [(&str, DocumentKind); 8] = [
    ("policy", DocumentKind::Policy),
    ("form", DocumentKind::Form),
    ("letter", DocumentKind::Letter),
    ("decision", DocumentKind::Decision),
    ("record", DocumentKind::Record),
    ("list", DocumentKind::List),
    ("minutes", DocumentKind::Minutes),
    ("invoice", DocumentKind::Invoice),
];

static SIGNS: LazyLock<BTreeMap<&'static str, Sign>> = LazyLock::new(|| {
    let sign = |kind: &str| match kind {
        "advertisement" => Some(Sign::Advertisement),
        "extract" => Some(Sign::Extract),
        _ => {
            let at = KINDS.iter().position(|(name, _)| *name == kind)?;
            u8::try_from(at).ok().map(Sign::Kind)
        }
    };
    let entry = |line: &'static str| {
        let mut fields = line.split(',');
        let sign = sign(fields.next()?)?;
        Some((fields.nth(1)?, sign))
    };
    WORDS.lines().skip(1).filter_map(entry).collect()
});

/// What the words of a title say together.
#[derive(Debug, Default)]
pub(crate) struct Title {
    /// How many words speak for each sign; the first of them.
    signs: BTreeMap<Sign, (u32, &'static str)>,
}

impl Default for Sign {
    fn default() -> Self {
        Sign::Kind(0)
    }
}

impl Title {
    /// Reads the headings of a document, and the words of its name.
    pub(crate) fn read(tally: &DocumentTally) -> Self {
        let mut title = Title::default();
        let headings = tally.signals.heading_words.iter().take(16);
        for word in headings.chain(&tally.name_words) {
            if let Some((known, sign)) = SIGNS.get_key_value(word.as_str()) {
                title.signs.entry(*sign).or_insert((0, known)).0 += 1;
            }
        }
        title
    }

    /// Whether it speaks in general: a policy, a law, an advertisement.
    pub(crate) fn is_general(&self) -> bool {
        let speaks = |sign: Sign| self.signs.contains_key(&sign);
        speaks(Sign::Advertisement)
            || self
                .kind()
                .is_some_and(|(kind, _)| kind == DocumentKind::Policy)
    }

    /// Whether it is a delivery out of a register.
    fn is_extract(&self) -> bool {
        let (count, word) = self.signs.get(&Sign::Extract).copied().unwrap_or_default();
        count >= EXTRACT_WORDS || matches!(word, "dream" | "registerutdrag" | "registerudtræk")
    }

    /// The kind that most words speak for, and one of them.
    fn kind(&self) -> Option<(DocumentKind, &'static str)> {
        let kinds = self
            .signs
            .iter()
            .filter_map(|(sign, (count, word))| match sign {
                Sign::Kind(number) => Some((*count, std::cmp::Reverse(*number), *word)),
                Sign::Advertisement | Sign::Extract => None,
            });
        let (_, number, word) = kinds.max()?;
        let (_, kind) = KINDS.get(usize::from(number.0))?;
        Some((*kind, word))
    }
}

/// The kind of a document that names so many persons by number, with the reasons.
pub(crate) fn kind(tally: &DocumentTally, numbers: u64) -> (DocumentKind, Vec<Note>) {
    let title = Title::read(tally);
    let in_columns = tally.groups.keys().any(|key| key.column.is_some());
    let many = || Note::new("reason-many-persons").with("persons", numbers);
    if in_columns && numbers >= LIST && title.is_extract() {
        return (
            DocumentKind::RegisterExtract,
            vec![many(), Note::new("reason-register-words")],
        );
    }
    if in_columns && numbers >= EXTRACT {
        return (DocumentKind::RegisterExtract, vec![many()]);
    }
    if numbers >= LIST {
        return (DocumentKind::List, vec![many()]);
    }
    if let Some((kind, word)) = title.kind() {
        return (
            kind,
            vec![Note::new("reason-title-word").with("word", word)],
        );
    }
    let categories = tally.terms.values().filter(|count| **count >= 2).count();
    if numbers == 0 && categories >= 4 {
        let note = Note::new("reason-categories-without-person");
        return (
            DocumentKind::Policy,
            vec![note.with("categories", categories as u64)],
        );
    }
    (DocumentKind::Unknown, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(words: &[&str], numbers: u64) -> DocumentKind {
        let mut tally = DocumentTally::new(false);
        tally.name_words = words.iter().map(|word| (*word).to_owned()).collect();
        kind(&tally, numbers).0
    }

    #[test]
    fn tells_kinds_by_their_words() {
        assert_eq!(kind_of(&["protokoll"], 0), DocumentKind::Minutes);
        assert_eq!(
            kind_of(&["rutin", "sjukskrivning"], 0),
            DocumentKind::Policy
        );
        assert_eq!(kind_of(&["lægeattest"], 1), DocumentKind::Record);
        assert_eq!(kind_of(&["faktura"], 0), DocumentKind::Invoice);
        assert_eq!(kind_of(&["protokoll"], 9), DocumentKind::List);
        assert_eq!(kind_of(&["något"], 0), DocumentKind::Unknown);
    }
}
