//! Which language a text is written in, from its commonest words.

/// The languages that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Swedish,
    Danish,
    English,
}

impl Language {
    fn bit(self) -> u8 {
        match self {
            Language::Swedish => 1,
            Language::Danish => 2,
            Language::English => 4,
        }
    }

    /// The language of a code, where it is one that can be told.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Some(match code {
            "sv" => Language::Swedish,
            "da" => Language::Danish,
            "en" => Language::English,
            _ => return None,
        })
    }

    /// The code that is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Language::Swedish => "sv",
            Language::Danish => "da",
            Language::English => "en",
        }
    }
}

/// Some languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Languages(u8);

impl Languages {
    /// All of them.
    const ALL: Languages = Languages(u8::MAX);

    /// Adds the language of a code; all where it is one that cannot be told.
    pub(crate) fn add(&mut self, code: &str) {
        let added = Language::of(code).map_or(Languages::ALL, |language| Languages(language.bit()));
        self.0 |= added.0;
    }

    /// Whether it is one only.
    pub(crate) fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether one is among them.
    pub(crate) fn has(self, language: Language) -> bool {
        self.0 & language.bit() != 0
    }
}

/// Counts of words and letters that only one language has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LanguageTally {
    swedish: u32,
    danish: u32,
    english: u32,
    bytes: u32,
}

/// The longest of the words below, in bytes.
const LONGEST: usize = 8;
/// Common words that only one of the languages has, and what each counts. Words of headings and names of files say little
/// alone.
const WORDS: [(Language, u32, &[&str]); 5] = [
    (
        Language::Swedish,
        2,
        &[
            "och", "är", "att", "för", "inte", "från", "när", "ett", "av", "till", "ska", "vid",
            "inom", "mot",
        ],
    ),
    (
        Language::Danish,
        2,
        &[
            "og", "er", "at", "ikke", "fra", "når", "af", "et", "til", "jeg", "blev", "ved", "mod",
            "vedr", "hvor", "uden",
        ],
    ),
    (Language::English, 2, &["the", "and", "of", "is", "to"]),
    (
        Language::Swedish,
        1,
        &["namn", "enligt", "datum", "kommun", "ärende"],
    ),
    (
        Language::Danish,
        1,
        &["navn", "dato", "sag", "borger", "kommune"],
    ),
];

/// Bytes of a document that are looked at.
const ENOUGH: u32 = 16 * 1024;

impl LanguageTally {
    /// Counts a text, until enough was seen.
    pub(crate) fn feed(&mut self, text: &str) {
        if self.bytes >= ENOUGH {
            return;
        }
        let mut end = text.len().min(ENOUGH as usize);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or_default();
        self.bytes += end as u32;
        for word in text.split(|character: char| !character.is_alphabetic()) {
            self.count(word);
        }
    }

    fn count(&mut self, word: &str) {
        let holds = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
        let mut lists = WORDS.iter().filter(|_| word.len() <= LONGEST);
        match lists.find(|(_, _, words)| holds(words)) {
            Some((Language::Swedish, weight, _)) => self.swedish += weight,
            Some((Language::Danish, weight, _)) => self.danish += weight,
            Some((Language::English, weight, _)) => self.english += weight,
            None => {
                self.swedish += u32::from(word.contains(['ä', 'ö', 'Ä', 'Ö']));
                self.danish += u32::from(word.contains(['æ', 'ø', 'Æ', 'Ø']));
            }
        }
    }

    /// The language with clearly the most signs.
    pub(crate) fn find(self) -> Option<Language> {
        let mut counts = [
            (self.swedish, Language::Swedish),
            (self.danish, Language::Danish),
            (self.english, Language::English),
        ];
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let [(most, language), (next, _), _] = counts;
        (most >= 2 && most > next * 3 / 2).then_some(language)
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.swedish += other.swedish;
        self.danish += other.danish;
        self.english += other.english;
        self.bytes = self.bytes.saturating_add(other.bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Option<Language> {
        let mut tally = LanguageTally::default();
        tally.feed(text);
        tally.find()
    }

    #[test]
    fn tells_swedish_from_danish() {
        assert_eq!(
            language("Beslutet är fattat och kan inte överklagas."),
            Some(Language::Swedish)
        );
        assert_eq!(
            language("Afgørelsen er truffet og kan ikke påklages."),
            Some(Language::Danish)
        );
        assert_eq!(language("8112189876"), None);
    }
}
