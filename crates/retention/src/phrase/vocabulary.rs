//! The words of the grammar: which part each can play, which concept it names. All data of `rules/plan`.

use super::Trigger;
use crate::data;
use crate::fold;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Declares the classes with the names they have in `vocabulary.toml`.
macro_rules! classes {
    ($($class:ident = $name:literal),* $(,)?) => {
        /// The part a word plays in a phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class { $($class),* }

        impl Class {
            /// Every class with its name in the data.
            pub(crate) const ALL: &[(Class, &str)] = &[$((Class::$class, $name)),*];
        }
    };
}

classes! {
    Dispose = "dispose", Cleanse = "cleanse", Preserve = "preserve", Keep = "keep", KeepDoubtful = "keep_doubtful",
    Archive = "archive", Deliver = "deliver", HandOver = "hand_over", GiveBack = "give_back",
    ArchivePlace = "archive_place", Forever = "forever", Not = "not", May = "may", Must = "must", AtMost = "at_most",
    AtLeast = "at_least", Head = "head", After = "after", From = "from", Until = "until", AsLong = "as_long", During = "during", InSpan = "in_span",
    AtOnce = "at_once", CurrentYear = "current_year", Plus = "plus", Every = "every", Afterwards = "afterwards",
    Age = "age", AgeWord = "age_word", Refer = "refer", Cite = "cite", Judge = "judge", Condition = "condition",
    IfWord = "if_word", Before = "before", NounAct = "noun_act", LimitNoun = "limit_noun", Numbered = "numbered",
    NumberedAfter = "numbered_after", Others = "others", Definition = "definition", Indefinite = "indefinite",
    NotRecord = "not_record", Or = "or", And = "and", Copula = "copula", Abbreviation = "abbreviation", Secrecy = "secrecy", Plain = "plain",
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    Hours,
    Days,
    Weeks,
    Months,
    Quarters,
    HalfYears,
    Years,
    SchoolYears,
    Mandates,
}

/// All that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    classes: u64,
    /// Concepts by the order of their names.
    pub(crate) concepts: u64,
    /// The unit of time it names.
    pub(crate) unit: Option<Unit>,
    /// The number it names.
    pub(crate) number: Option<u32>,
    /// The half units it names ("halvt" 1, "halvannat" 3).
    pub(crate) halves: Option<u32>,
}

impl Marks {
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u64) != 0
    }

    pub(crate) fn add(&mut self, class: Class) {
        self.classes |= 1 << class as u64;
    }

    fn merge(&mut self, other: Marks) {
        self.classes |= other.classes;
        self.concepts |= other.concepts;
        self.unit = self.unit.or(other.unit);
        self.number = self.number.or(other.number);
        self.halves = self.halves.or(other.halves);
    }

    fn is_empty(&self) -> bool {
        *self == Marks::default()
    }

    fn take_away(&mut self, other: Marks) {
        self.classes &= !other.classes;
        self.concepts &= !other.concepts;
    }
}

#[derive(Default, Deserialize)]
struct Forms {
    forms: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Numbers {
    #[serde(rename = "numbers")]
    words: BTreeMap<String, u32>,
    halves: BTreeMap<String, u32>,
    units: HashMap<Unit, Vec<String>>,
}

#[derive(Default, Deserialize)]
struct Triggers {
    concepts: BTreeMap<String, Vec<String>>,
    trigger: Vec<TriggerData>,
}

#[derive(Deserialize)]
struct TriggerData {
    name: Trigger,
    when: Vec<Vec<String>>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    bare: bool,
    #[serde(default)]
    after: bool,
}

/// When a clause names a trigger.
pub(crate) struct TriggerRule {
    pub(crate) trigger: Trigger,
    /// One of these sets of concepts must be there in full.
    pub(crate) when: Vec<u64>,
    /// None of these may be.
    pub(crate) unless: u64,
    /// Nothing else of weight may stand in the clause.
    pub(crate) bare: bool,
    /// The clause must open with "efter": "efter anställning" is its end, "vid anställning" its beginning.
    pub(crate) after: bool,
}

/// A word form with its wildcards.
#[derive(Clone, Debug)]
struct Form {
    text: String,
    open_start: bool,
    open_end: bool,
}

impl Form {
    fn read(text: &str) -> Self {
        let inner = text.trim_matches('*');
        Form {
            text: inner.to_lowercase(),
            open_start: text.starts_with('*'),
            open_end: text.ends_with('*'),
        }
    }

    fn matches(&self, word: &str) -> bool {
        match (self.open_start, self.open_end) {
            (false, false) => word == self.text,
            (false, true) => word.starts_with(&self.text),
            (true, false) => word.ends_with(&self.text),
            (true, true) => word.contains(&self.text),
        }
    }
}

/// Letters of the first and of the last part of a compound at least.
const SHORTEST_HEAD: usize = 3;
const SHORTEST_TAIL: usize = 5;

/// The words of all plans.
#[derive(Default)]
pub(crate) struct Vocabulary {
    exact: HashMap<String, Marks>,
    typed: HashMap<String, Marks>,
    starts: HashMap<String, Marks>,
    typed_starts: HashMap<String, Marks>,
    ends: HashMap<String, Marks>,
    inner: Vec<(String, Marks)>,
    /// Words that the wildcards of their class or concept do not mean.
    exceptions: Vec<(Form, Marks)>,
    sequences: HashMap<String, Vec<(Vec<Form>, Marks)>>,
    near: Vec<(String, Marks)>,
    pub(crate) concepts: Vec<String>,
    pub(crate) triggers: Vec<TriggerRule>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::load);

/// The words, read once.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

impl Vocabulary {
    fn load() -> Self {
        let words: BTreeMap<String, Forms> = data::load("vocabulary.toml");
        let numbers: Numbers = data::load("numbers.toml");
        let triggers: Triggers = data::load("triggers.toml");
        let mut all = Vocabulary::default();
        all.add_classes(&words);
        all.add_numbers(&numbers);
        all.add_triggers(triggers);
        all.add_typed();
        all
    }

    fn add_classes(&mut self, words: &BTreeMap<String, Forms>) {
        for (class, name) in Class::ALL {
            let mut marks = Marks::default();
            marks.add(*class);
            for form in words.get(*name).into_iter().flat_map(|entry| &entry.forms) {
                self.add(form, marks);
            }
        }
    }

    fn add_numbers(&mut self, numbers: &Numbers) {
        for (word, number) in &numbers.words {
            self.add(
                word,
                Marks {
                    number: Some(*number),
                    ..Marks::default()
                },
            );
        }
        for (word, halves) in &numbers.halves {
            self.add(
                word,
                Marks {
                    halves: Some(*halves),
                    ..Marks::default()
                },
            );
        }
        for (unit, words) in &numbers.units {
            for word in words {
                self.add(
                    word,
                    Marks {
                        unit: Some(*unit),
                        ..Marks::default()
                    },
                );
            }
        }
    }

    fn add_triggers(&mut self, data: Triggers) {
        self.concepts = data.concepts.keys().take(64).cloned().collect();
        for (index, forms) in data.concepts.values().take(64).enumerate() {
            for form in forms {
                self.add(
                    form,
                    Marks {
                        concepts: 1 << index,
                        ..Marks::default()
                    },
                );
            }
        }
        for rule in data.trigger {
            let rule = TriggerRule {
                trigger: rule.name,
                when: rule.when.iter().map(|names| self.bits(names)).collect(),
                unless: self.bits(&rule.unless),
                bare: rule.bare,
                after: rule.after,
            };
            self.triggers.push(rule);
        }
    }

    fn bits(&self, names: &[String]) -> u64 {
        names.iter().fold(0, |bits, name| bits | self.concept(name))
    }

    /// The bit of a concept; all bits for a name that is not known, which no clause can meet.
    pub(crate) fn concept(&self, name: &str) -> u64 {
        let found = self.concepts.iter().position(|concept| concept == name);
        found.map_or(u64::MAX, |index| 1 << index)
    }

    fn add(&mut self, text: &str, marks: Marks) {
        if let Some(exception) = text.strip_prefix('!') {
            self.exceptions.push((Form::read(exception), marks));
            return;
        }
        let forms: Vec<Form> = text.split(' ').map(Form::read).collect();
        let Some(first) = forms.first().cloned() else {
            return;
        };
        if forms.len() > 1 {
            self.sequences
                .entry(first.text)
                .or_default()
                .push((forms, marks));
            return;
        }
        match (first.open_start, first.open_end) {
            (false, false) => self.exact.entry(first.text).or_default().merge(marks),
            (false, true) => self.starts.entry(first.text).or_default().merge(marks),
            (true, false) => self.ends.entry(first.text).or_default().merge(marks),
            (true, true) => self.inner.push((first.text, marks)),
        }
    }

    /// Adds the words as typed without å ä ö æ ø, and the list that misspellings are compared with.
    fn add_typed(&mut self) {
        for (start, marks) in &self.starts {
            for typed in fold::ascii_forms(start) {
                if typed != *start && typed.len() > 4 {
                    self.typed_starts.entry(typed).or_default().merge(*marks);
                }
            }
        }
        for (word, marks) in &self.exact {
            for typed in fold::ascii_forms(word) {
                if typed != *word && typed.len() > 1 {
                    self.typed.entry(typed).or_default().merge(*marks);
                }
            }
            if word.chars().count() >= 6 && is_weighty(marks) {
                self.near.push((word.clone(), *marks));
            }
        }
        self.near.sort_by(|a, b| a.0.cmp(&b.0));
    }

    /// What a word in lower case can be.
    pub(crate) fn look_up(&self, word: &str) -> Marks {
        let mut marks = self.exact.get(word).copied().unwrap_or_default();
        for (cut, _) in word.char_indices().skip(1).chain([(word.len(), ' ')]) {
            if let Some(found) = word.get(..cut).and_then(|start| self.starts.get(start)) {
                marks.merge(*found);
            }
        }
        for (cut, _) in word.char_indices() {
            if let Some(found) = word.get(cut..).and_then(|end| self.ends.get(end)) {
                marks.merge(*found);
            }
        }
        for (inner, found) in &self.inner {
            if word.contains(inner.as_str()) {
                marks.merge(*found);
            }
        }
        for (form, other) in &self.exceptions {
            if form.matches(word) {
                marks.take_away(*other);
            }
        }
        if !marks.is_empty() {
            return marks;
        }
        let marks = self.look_up_misspelt(word);
        if marks.is_empty() {
            return self.look_up_compound(word);
        }
        marks
    }

    /// A compound is what its last part is: "serveringstillstånd" is a "tillstånd". Only what triggers are told from is
    /// taken so; a verb of the field is never the end of another word by chance.
    fn look_up_compound(&self, word: &str) -> Marks {
        let letters = word.chars().count();
        let tails = word.char_indices().enumerate().skip(SHORTEST_HEAD);
        let tails = tails.take_while(|(at, _)| letters - at >= SHORTEST_TAIL);
        let mut concepts = tails
            .filter_map(|(_, (cut, _))| word.get(cut..))
            .map(|tail| self.concepts_of(tail))
            .filter(|concepts| *concepts != 0);
        let mut marks = Marks {
            concepts: concepts.next().unwrap_or(0),
            ..Marks::default()
        };
        for (form, other) in &self.exceptions {
            if form.matches(word) {
                marks.take_away(*other);
            }
        }
        marks
    }

    /// The concepts of a word by itself or by its beginning.
    fn concepts_of(&self, word: &str) -> u64 {
        let exact = self.exact.get(word).map_or(0, |marks| marks.concepts);
        let cuts = word.char_indices().map(|(cut, _)| cut).chain([word.len()]);
        cuts.filter(|cut| *cut >= SHORTEST_TAIL)
            .filter_map(|cut| self.starts.get(word.get(..cut)?))
            .fold(exact, |bits, marks| bits | marks.concepts)
    }

    fn look_up_misspelt(&self, word: &str) -> Marks {
        if let Some(found) = self.typed.get(word) {
            return *found;
        }
        let cuts = word.char_indices().map(|(cut, _)| cut).chain([word.len()]);
        let longest = cuts
            .rev()
            .find_map(|cut| self.typed_starts.get(word.get(..cut)?));
        if let Some(found) = longest {
            return *found;
        }
        let length = word.chars().count();
        if !(6..=24).contains(&length) || !word.chars().all(char::is_alphabetic) {
            return Marks::default();
        }
        let limit = if length >= 10 { 2 } else { 1 };
        self.near
            .iter()
            .filter(|(near, _)| near.chars().next() == word.chars().next())
            .map(|(near, marks)| (fold::distance(word, near, limit), marks))
            .filter(|(edits, _)| *edits <= limit)
            .min_by_key(|(edits, _)| *edits)
            .map_or_else(Marks::default, |(_, marks)| *marks)
    }

    /// The longest sequence of words that begins here: how many words, and what they are together.
    pub(crate) fn find_sequence(&self, words: &[&str]) -> Option<(usize, Marks)> {
        let list = self.sequences.get(*words.first()?)?;
        let fits = |forms: &[Form]| {
            forms.len() <= words.len()
                && forms
                    .iter()
                    .zip(words)
                    .all(|(form, word)| form.matches(word))
        };
        let longest = list
            .iter()
            .filter(|(forms, _)| fits(forms))
            .map(|(forms, _)| forms.len())
            .max()?;
        let mut marks = Marks::default();
        for (forms, found) in list.iter().filter(|(forms, _)| forms.len() == longest) {
            if fits(forms) {
                marks.merge(*found);
            }
        }
        Some((longest, marks))
    }
}

/// Whether a misspelling of the word is worth finding: verbs, bounds, and what triggers are told from.
fn is_weighty(marks: &Marks) -> bool {
    const VERBS: [Class; 7] = [
        Class::Dispose,
        Class::Cleanse,
        Class::Preserve,
        Class::Keep,
        Class::Deliver,
        Class::Archive,
        Class::Forever,
    ];
    marks.concepts != 0 || VERBS.iter().any(|class| marks.is(*class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_are_readable_and_every_class_is_used() {
        let words: BTreeMap<String, Forms> = data::try_load("vocabulary.toml").unwrap();
        for (_, name) in Class::ALL {
            assert!(words.contains_key(*name), "{name}");
        }
        assert_eq!(words.len(), Class::ALL.len());
        data::try_load::<Numbers>("numbers.toml").unwrap();
        let triggers: Triggers = data::try_load("triggers.toml").unwrap();
        assert!(triggers.concepts.len() <= 64);
        for rule in &triggers.trigger {
            for name in rule.when.iter().flatten().chain(&rule.unless) {
                assert!(triggers.concepts.contains_key(name), "{name}");
            }
        }
    }

    #[test]
    fn finds_words_that_are_misspelt_or_typed_without_their_letters() {
        assert!(vocabulary().look_up("gallars").is(Class::Dispose));
        assert!(vocabulary().look_up("beavras").is(Class::Preserve));
        assert_eq!(vocabulary().look_up("ar").unit, Some(Unit::Years));
        assert!(!vocabulary().look_up("bevakas").is(Class::Preserve));
    }
}
