//! The words of all document types, by number, with the rows they stand in.
//!
//! A word of a file's name is compared with these words once, whatever the number of rows or files: see [`Index::matches`].

use super::words::{key, meaning, tells};
use crate::plan::Language;
use std::collections::{BTreeMap, HashMap};

/// Row and position of a word in its type.
pub(super) type Place = (usize, usize);

/// How much of a plan's word the file's word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// Its beginning only, of so many bytes.
    Head(u8),
    /// Its end only.
    Tail(u8),
}

/// A plan's word that a file's word is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Match {
    pub(super) key: u32,
    /// In hundredths.
    pub(super) likeness: u8,
    pub(super) part: Part,
}

/// The same stem.
const SAME: u8 = 100;
/// A word that tells of the plan's word: a "carport" is built by a "bygglov".
const TELLS: u8 = 82;
/// Pieces of a word, with dots between.
const ABBREVIATED: u8 = 85;
/// The same for a word that stands in the plan itself.
const HINTS: u8 = 50;
/// The beginning of a compound that says all that it is about: "planering" of a "planeringslista".
const ABOUT: u8 = 78;
/// A compound of the file that ends with the row's word: a "hyresavtal" is an "avtal".
const ENDS_WITH_ROW: u8 = 72;
/// A compound of the file that begins with the row's word.
const BEGINS_WITH_ROW: u8 = 55;
/// A compound of the row that ends with the file's word: an "avtal" need not be a "hyresavtal".
const ROW_ENDS_WITH: u8 = 40;
/// A compound of the row that begins with the file's word, as others do.
const ROW_BEGINS_WITH: u8 = 35;
/// The form alone of the only type that has it ("schema"), which counts for a folder.
pub(super) const FORM_ONLY: u8 = 79;
/// What counts only beside another part of the same compound.
const PAIRED: u8 = 0;
/// The end of a compound that no other row has: enough for a link, and too little for anything to be overdue by it.
const ONLY_END: u8 = 65;
/// The beginning of one, which says less of what it is; also an abbreviation.
const ONLY_BEGINNING: u8 = 58;
/// From this likeness on a word explains a plan's word by itself.
pub(super) const EXPLAINS: u8 = 55;

/// Whether a word explains some word of the plans.
pub(super) fn explains(matches: &[Match]) -> bool {
    matches.iter().any(|one| one.likeness >= EXPLAINS)
}

/// All words of the plans.
#[derive(Default)]
pub(super) struct Index {
    keys: Vec<String>,
    numbers: BTreeMap<String, u32>,
    /// Where each word stands in document types.
    places: Vec<Vec<Place>>,
    /// The rows whose type is this one word.
    alone: Vec<Vec<Place>>,
    /// The rows whose remark or heading has the word.
    hints: Vec<Vec<(usize, Hint)>>,
    by_tail: HashMap<String, Vec<u32>>,
}

/// Where else than in its type a row has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hint {
    /// In its remark, which names examples.
    Remark,
    /// In the heading of its process, right above it.
    Process,
    /// In a heading further up.
    Section,
}

impl Index {
    pub(super) fn number(&mut self, key: &str) -> u32 {
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.push(key.to_owned());
        self.numbers.insert(key.to_owned(), number);
        self.places.push(Vec::new());
        self.alone.push(Vec::new());
        self.hints.push(Vec::new());
        number
    }

    /// Takes the words of a type.
    pub(super) fn add(&mut self, entry: usize, words: &[&str]) {
        for (position, word) in words.iter().enumerate() {
            let number = self.number(word);
            let at = number as usize;
            if self.places.get(at).is_some_and(Vec::is_empty) {
                for tail in tails(word) {
                    self.by_tail
                        .entry(tail.to_owned())
                        .or_default()
                        .push(number);
                }
            }
            if let Some(places) = self.places.get_mut(at) {
                places.push((entry, position));
            }
            if let (Some(alone), true) = (self.alone.get_mut(at), words.len() == 1) {
                alone.push((entry, 0));
            }
        }
    }

    pub(super) fn add_hint(&mut self, entry: usize, word: &str, hint: Hint) {
        let number = self.number(word);
        if let Some(hints) = self.hints.get_mut(number as usize)
            && !hints.contains(&(entry, hint))
        {
            hints.push((entry, hint));
        }
    }

    /// Where a word stands in types.
    pub(super) fn places(&self, key: u32) -> &[Place] {
        self.places.get(key as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn alone(&self, key: u32) -> &[Place] {
        self.alone.get(key as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn hints(&self, key: u32) -> &[(usize, Hint)] {
        self.hints.get(key as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn len_of(&self, key: u32) -> usize {
        self.keys.get(key as usize).map_or(0, String::len)
    }

    /// Whether a word is the first of some type, so that a remark that has it points there.
    pub(super) fn heads_type(&self, key: &str) -> bool {
        let places = self.typed(key).map(|number| self.places(number));
        places.is_some_and(|places| places.iter().any(|(_, position)| *position == 0))
    }

    /// Rows whose type has the word.
    pub(super) fn count(&self, key: &str) -> usize {
        self.typed(key)
            .map_or(0, |number| self.places(number).len())
    }

    /// The number of a word that stands in a type.
    fn typed(&self, key: &str) -> Option<u32> {
        let number = *self.numbers.get(key)?;
        (!self.places(number).is_empty()).then_some(number)
    }

    /// The words of plans that a word of a file is like, by the languages of the plans; in one order, whatever came before.
    pub(super) fn matches(&self, word: &str, languages: &[Language]) -> Vec<Match> {
        let mut found: BTreeMap<(u32, Part), u8> = BTreeMap::new();
        if word.contains('.') {
            self.take_abbreviation(word, &mut found);
        }
        for language in languages {
            let own = key(word, *language);
            let said = meaning(word).iter().filter_map(|word| key(word, *language));
            let mut forms: Vec<(String, u8)> = said.map(|key| (key, SAME)).collect();
            let told = tells(word, own.as_deref(), *language).into_iter();
            // A word that stands in the plan itself is meant so, and only hints at what else it could tell of.
            let is_said = own.as_deref().is_some_and(|own| self.typed(own).is_some());
            let most = if is_said { HINTS } else { TELLS };
            forms.extend(told.map(|(key, share)| (key, share_of(most, share))));
            for (form, share) in &forms {
                self.take_whole(form, *share, &mut found);
            }
            let Some(own) = own else { continue };
            self.take_whole(&own, SAME, &mut found);
            self.take_parts(&own, &mut found);
            for tail in tails(&own) {
                self.take_pairs(tail, &mut found);
            }
        }
        let all = found.into_iter();
        all.map(|((key, part), likeness)| Match {
            key,
            likeness,
            part,
        })
        .collect()
    }

    /// The plan's words that the word is, ends with or begins with.
    fn take_whole(&self, word: &str, share: u8, found: &mut BTreeMap<(u32, Part), u8>) {
        let mut put = |key: &str, likeness: u8| {
            if let Some(number) = self.numbers.get(key) {
                let likeness = (u16::from(likeness) * u16::from(share) / 100) as u8;
                let slot = found.entry((*number, Part::Whole)).or_default();
                *slot = likeness.max(*slot);
            }
        };
        put(word, SAME);
        // What a row says in full is not said by the rows that have a part of it: a "spontanansökan" is no "ansökan" where the
        // plan has both.
        let mut is_said = self.typed(word).is_some();
        for tail in tails(word) {
            // Whose it is may be said by the way: "valnämnden" is a "nämnd" too.
            let is_part = is_said && !super::words::is_whose(tail);
            let likeness = if is_part {
                ROW_ENDS_WITH
            } else {
                ENDS_WITH_ROW
            };
            put(tail, likeness);
            is_said |= self.typed(tail).is_some();
        }
        for head in self.heads(word) {
            put(
                head,
                if is_said {
                    ROW_BEGINS_WITH
                } else {
                    BEGINS_WITH_ROW
                },
            );
        }
    }

    /// The proper beginnings of a word that may be words of their own: long ones, and shorter ones before a word that the plan
    /// has too ("enkätunderlag").
    fn heads<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        const SHORTEST: usize = 4;
        const LONG: usize = 7;
        let cuts = word.char_indices().enumerate().skip(SHORTEST);
        cuts.filter_map(move |(letters, (cut, _))| {
            let head = word.get(..cut)?;
            let rest = word.get(cut..)?;
            let known = |rest: &str| self.numbers.contains_key(rest);
            let splits = known(rest) || rest.strip_prefix('s').is_some_and(known);
            (letters >= LONG || splits).then_some(head)
        })
    }

    /// "läk.int" is a "läkarintyg": the word's pieces begin its parts, in their order.
    fn take_abbreviation(&self, word: &str, found: &mut BTreeMap<(u32, Part), u8>) {
        let pieces: Vec<&str> = word.split('.').collect();
        let Some((first, more)) = pieces.split_first().filter(|(first, _)| !first.is_empty())
        else {
            return;
        };
        let begun = self.numbers.range((*first).to_owned()..);
        for (key, number) in begun.take_while(|(key, _)| key.starts_with(*first)) {
            let mut rest = key.get(first.len()..);
            for piece in more {
                let at = rest.and_then(|rest| rest.find(piece));
                rest = at.and_then(|at| rest?.get(at + piece.len()..));
            }
            if rest.is_some() && !self.places(*number).is_empty() {
                found.insert((*number, Part::Whole), ABBREVIATED);
            }
        }
    }

    /// The plan's compounds of which the word is the beginning or the end.
    fn take_parts(&self, word: &str, found: &mut BTreeMap<(u32, Part), u8>) {
        let is_free = self.typed(word).is_none() && !super::words::says_little(word);
        let (begun, ended) = self.compounds(word);
        for (all, part, weak, only) in [
            (
                &begun,
                Part::Head as fn(u8) -> Part,
                ROW_BEGINS_WITH,
                ONLY_BEGINNING,
            ),
            (&ended, Part::Tail, ROW_ENDS_WITH, ONLY_END),
        ] {
            let likeness = match all[..] {
                [_] if is_free => only,
                // A folder may be named by the form alone of the only type that has it.
                [_] if super::words::is_form(word) => FORM_ONLY,
                _ => weak,
            };
            let part = part(length(word));
            for number in all {
                found.entry((*number, part)).or_insert(likeness);
            }
        }
        if self.typed(word).is_some() || super::words::says_little(word) {
            return;
        }
        for number in begun {
            let key = self.keys.get(number as usize);
            let rest = key.and_then(|key| key.get(word.len()..));
            if word.chars().count() >= SHORTEST_ABOUT && rest.is_some_and(super::words::is_form) {
                found.insert((number, Part::Head(length(word))), ABOUT);
            }
        }
    }

    /// The plan's compounds that begin with what the file's word ends with, as "enkätsvar" and "medborgarenkät": it counts beside
    /// the other part alone.
    fn take_pairs(&self, word: &str, found: &mut BTreeMap<(u32, Part), u8>) {
        let (begun, _) = self.compounds(word);
        for number in begun {
            found
                .entry((number, Part::Head(length(word))))
                .or_insert(PAIRED);
        }
    }

    /// The plan's compounds that begin with a word, and those that end with it; none of a part of too many.
    fn compounds(&self, word: &str) -> (Vec<u32>, Vec<u32>) {
        const SHORTEST: usize = 4;
        const MOST: usize = 200;
        if word.chars().count() < SHORTEST {
            return (Vec::new(), Vec::new());
        }
        let begun = self
            .numbers
            .range(word.to_owned()..)
            .take_while(|(key, _)| key.starts_with(word))
            .filter(|(key, number)| key.len() > word.len() && !self.places(**number).is_empty())
            .map(|(_, number)| *number);
        let begun: Vec<u32> = begun.take(MOST + 1).collect();
        let ended = self.by_tail.get(word).cloned().unwrap_or_default();
        let few = |all: Vec<u32>| if all.len() > MOST { Vec::new() } else { all };
        (few(begun), few(ended))
    }
}

/// Letters of a word that can say what a document is about.
const SHORTEST_ABOUT: usize = 5;

fn share_of(most: u8, share: u8) -> u8 {
    u8::try_from(u16::from(most) * u16::from(share) / 100).unwrap_or(most)
}

/// Bytes of a word.
fn length(word: &str) -> u8 {
    u8::try_from(word.len()).unwrap_or(u8::MAX)
}

/// The proper endings of a word that may be words of their own, shortest last.
fn tails(word: &str) -> impl Iterator<Item = &str> {
    let count = word.chars().count();
    let cuts = word.char_indices().enumerate().skip(1);
    cuts.take_while(move |(at, _)| count - at >= 4)
        .filter_map(|(_, (cut, _))| word.get(cut..))
}
