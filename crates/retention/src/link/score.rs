//! How well the words of a file fit the document types of rows.

use super::index::{EXPLAINS, FORM_ONLY, Hint, Index, Part};
use super::manner::Manner;
use super::memory::{Level, Matches};
use super::types::TypeWord;
use super::{Entry, LINKED, SURE};
use std::collections::HashMap;

/// A word of the file: what it is like, and where it stands.
pub(super) struct FileWord {
    pub(super) matches: Matches,
    pub(super) level: Level,
}

/// How well the best word of the file fits a word of an entry.
#[derive(Clone, Copy)]
struct Fit {
    /// In hundredths, what its place is worth taken in.
    worth: u32,
    likeness: u8,
    level: Level,
    /// The nearest place of a word that is firmly like it, and how like that is.
    near: Option<(Level, u8)>,
    /// How like the best word of a folder is.
    filed: u8,
    /// The words of the file that it is made of, a bit each.
    words: u64,
}

/// How well a file's words fit the type of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// In thousandths.
    pub(super) score: u32,
    /// Where the word stands that weighs most.
    pub(super) level: Level,
    /// Which of the file's words explain words of it, a bit each.
    pub(super) words: u64,
    /// Those of them that say what the file is, rather than that it is an application or somebody's.
    pub(super) telling: u64,
    /// Those that are the plan's words, or compounds of them.
    pub(super) firm: u64,
    /// Whether each word of the type, or of one of its alternatives, has a word of the file.
    pub(super) is_whole: bool,
    /// Whether only a folder says it.
    pub(super) is_of_folder: bool,
    /// Words of the file that stand in its remark.
    pub(super) remark: u64,
    /// What the best word that stands in the headings above it is worth; 0 for none.
    pub(super) section: u32,
    /// Words of the file that stand in them.
    pub(super) headed: u64,
    /// The nearest place of a word that says what the file is.
    pub(super) nearest: Option<(Level, u8)>,
    /// How like it the best word of a folder is, of those that say what the file is.
    pub(super) filed: u8,
    /// Whether the file names the people whose it is.
    pub(super) names_whose: bool,
    /// Whether the heading right above it has one of them.
    is_of_process: bool,
    /// How far a word or the headings tell of it.
    pub(super) standing: Standing,
}

/// What a hit rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A word that says what the file is, in full.
    Firm,
    /// The same, and not whose it is where the row says that.
    LacksWhose,
    /// A word that many types have, and nothing that tells which of them.
    Vague,
    /// A part of a word, or words that many types have.
    Weak,
}

/// A word that stands in more rows than this says little: it finds only types of that one word, and adds to what other words
/// found. So the cost of a file does not grow with the plan.
const COMMON: usize = 200;
/// A compound of the row whose both parts the file has as words of their own.
const SPLIT: u8 = 90;
/// A word of a remark, which gives examples, counts from this likeness on, and where at most so many rows have it.
const REMARKED: u8 = 70;
const REMARKED_ROWS: usize = 2;
/// A word of a heading above rows counts from this likeness on.
const HEADED: u8 = 65;
/// From this likeness on a word is the plan's, or a compound of it.
const FIRM: u8 = 70;
/// A form of documents that does not name a folder.
const LOOSE: u8 = 40;
/// From this one on it is the same.
pub(super) const EXACT: u8 = 90;
/// What a word of the remark alone is worth, in thousandths.
const REMARK_ALONE: u32 = 620;
/// What it adds to words of the type.
const REMARK_MORE: u32 = 160;
/// A sum above what is shown keeps rows apart that all fit well.
const MOST: u32 = 1300;
/// What a heading above the row adds.
const SECTION_MORE: u32 = 70;

type Fits = HashMap<usize, HashMap<usize, Fit>>;

/// How much of each row's document type the file's words cover. Walks the words' own rows only, so that the cost does not grow
/// with the plan.
pub(super) fn hits(
    words: &[FileWord],
    manner: Manner,
    index: &Index,
    entries: &[Entry],
) -> HashMap<usize, Hit> {
    let mut fits = Fits::new();
    let offered = offers(words, index);
    // What explains a word finds rows; what is only like one adds to rows that were found.
    for (key, fit) in offered.iter().filter(|(_, fit)| fit.likeness >= EXPLAINS) {
        for (entry, position) in found_by(index, *key) {
            put(&mut fits, *entry, *position, *fit);
        }
    }
    for (key, fit) in &offered {
        let places = index.places(*key);
        if places.len() > COMMON {
            add_common(&mut fits, *key, *fit, index, entries);
        } else if fit.likeness < EXPLAINS {
            for (entry, position) in places {
                if fits.contains_key(entry) {
                    put(&mut fits, *entry, *position, *fit);
                }
            }
        }
    }
    let mut hits: HashMap<usize, Hit> = HashMap::new();
    for (entry, by_position) in &fits {
        if let Some(row) = entries.get(*entry) {
            hits.insert(*entry, hit(row, by_position, manner));
        }
    }
    add_hints(words, index, &mut hits);
    hits
}

/// The plan's words that the file has, each with the best that it has for it.
fn offers(words: &[FileWord], index: &Index) -> Vec<(u32, Fit)> {
    let mut best: HashMap<u32, Fit> = HashMap::new();
    let mut heads: HashMap<u32, Vec<(u8, Fit)>> = HashMap::new();
    let mut ends: Vec<(u32, u8, Fit)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for one in word.matches.iter() {
            // What another row says in full is not explained by a part of it.
            let is_said = one.part == Part::Whole && one.likeness < EXPLAINS;
            let bit = if is_said { 0 } else { 1 << (at % 64) };
            let is_loose = one.likeness == FORM_ONLY
                && !(Level::Folder(0)..=Level::Folder(1)).contains(&word.level);
            let likeness = if is_loose { LOOSE } else { one.likeness };
            let fit = Fit::new(likeness, word.level, bit);
            if one.likeness > 0 {
                best.entry(one.key).or_insert(fit).improve(fit);
            }
            match one.part {
                Part::Head(length) => heads.entry(one.key).or_default().push((length, fit)),
                Part::Tail(length) => ends.push((one.key, length, fit)),
                Part::Whole => {}
            }
        }
    }
    // "Ansökan om skolskjuts" is a "skolskjutsansökan".
    for (key, length, end) in ends {
        for (head_length, head) in heads.get(&key).into_iter().flatten() {
            let joined = usize::from(length) + usize::from(*head_length);
            let whole = index.len_of(key);
            if head.words != end.words && (joined == whole || joined + 1 == whole) {
                let level = head.level.max(end.level);
                let fit = Fit::new(SPLIT, level, head.words | end.words);
                best.entry(key).or_insert(fit).improve(fit);
            }
        }
    }
    let mut all: Vec<(u32, Fit)> = best.into_iter().collect();
    all.sort_by_key(|(key, _)| *key);
    all
}

impl Fit {
    fn new(likeness: u8, level: Level, words: u64) -> Self {
        Fit {
            worth: u32::from(likeness) * level.worth() / 100,
            likeness,
            level,
            filed: if matches!(level, Level::Folder(_)) {
                likeness
            } else {
                0
            },
            near: (likeness >= FIRM).then_some((level, likeness)),
            words,
        }
    }

    /// Takes the better one; both words are explained.
    fn improve(&mut self, other: Fit) {
        let words = self.words | other.words;
        let near = nearer(self.near, other.near);
        let filed = self.filed.max(other.filed);
        if self.worth < other.worth {
            *self = other;
        }
        self.words = words;
        self.near = near;
        self.filed = filed;
    }
}

/// The nearer one; of two at one place, the one that is more like.
fn nearer(one: Option<(Level, u8)>, two: Option<(Level, u8)>) -> Option<(Level, u8)> {
    let all = one.into_iter().chain(two);
    all.min_by_key(|(level, likeness)| (*level, std::cmp::Reverse(*likeness)))
}

fn put(fits: &mut Fits, entry: usize, position: usize, fit: Fit) {
    let slots = fits.entry(entry).or_default();
    slots.entry(position).or_insert(fit).improve(fit);
}

/// The rows that a word finds; a common word, the types that are nothing else.
fn found_by(index: &Index, key: u32) -> &[(usize, usize)] {
    let all = index.places(key);
    if all.len() <= COMMON {
        return all;
    }
    let alone = index.alone(key);
    alone.get(..alone.len().min(COMMON)).unwrap_or_default()
}

/// Adds a common word to the entries that other words have found.
fn add_common(fits: &mut Fits, key: u32, fit: Fit, index: &Index, entries: &[Entry]) {
    let known: Vec<usize> = fits.keys().copied().collect();
    for entry in known {
        let words = entries.get(entry).map(|entry| &entry.numbers);
        let position = words.and_then(|words| words.iter().position(|number| *number == key));
        if let Some(position) = position.filter(|_| index.places(key).len() > COMMON) {
            put(fits, entry, position, fit);
        }
    }
}

/// Adds what remarks and the headings above rows say.
fn add_hints(words: &[FileWord], index: &Index, hits: &mut HashMap<usize, Hit>) {
    for (at, word) in words.iter().enumerate() {
        for one in word.matches.iter().filter(|one| one.part == Part::Whole) {
            let hints = index.hints(one.key);
            let remarked = hints.iter().filter(|(_, hint)| *hint == Hint::Remark);
            let is_rare = remarked.count() <= REMARKED_ROWS;
            for (entry, hint) in hints {
                match hint {
                    Hint::Remark if is_rare && one.likeness >= REMARKED => {
                        let score = REMARK_ALONE * u32::from(one.likeness) * word.level.worth();
                        let hit = hits.entry(*entry).or_insert_with(|| Hit {
                            score: score / 10_000,
                            ..Hit::none(word.level)
                        });
                        hit.remark |= 1 << (at % 64);
                    }
                    Hint::Process | Hint::Section if one.likeness >= HEADED => {
                        if let Some(hit) = hits.get_mut(entry) {
                            hit.section = hit.section.max(word.level.worth());
                            hit.headed |= 1 << (at % 64);
                            hit.is_of_process |= *hint == Hint::Process;
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    for hit in hits.values_mut() {
        hit.add_hints();
    }
}

impl Hit {
    fn none(level: Level) -> Self {
        Hit {
            score: 0,
            level,
            words: 0,
            telling: 0,
            firm: 0,
            is_whole: false,
            is_of_folder: false,
            remark: 0,
            section: 0,
            headed: 0,
            filed: 0,
            names_whose: false,
            is_of_process: false,
            nearest: None,
            standing: Standing::Weak,
        }
    }

    /// Adds what remark and headings say, and holds the score within what the hit rests on. What does not say whose says too little
    /// for anything to be overdue by it, and a folder alone too little for a link: what lies in "Ledighet" need not be a pupil's leave.
    fn add_hints(&mut self) {
        let more = self.remark != 0 && self.words != 0;
        let remark = if more { REMARK_MORE } else { 0 };
        let section = SECTION_MORE * self.section / 100;
        let is_said = self.is_of_process || more;
        let most = match self.standing {
            Standing::Firm => MOST,
            Standing::LacksWhose | Standing::Vague if is_said => MOST,
            Standing::LacksWhose | Standing::Weak if !self.is_of_folder => u32::from(SURE) - 1,
            Standing::Weak if is_said => u32::from(SURE) - 1,
            _ => u32::from(LINKED) - 1,
        };
        if self.score > 0 {
            self.score = (self.score + remark + section).min(most);
        }
    }

    /// All words of the file that it explains.
    pub(super) fn explained(&self) -> u64 {
        self.words | self.remark | self.headed
    }
}

/// The whole type, or the best of its alternatives.
fn hit(entry: &Entry, fits: &HashMap<usize, Fit>, manner: Manner) -> Hit {
    let sum = Sum { entry, fits };
    let mut hit = Hit::none(Level::Name);
    let mut best = (0, std::cmp::Reverse(Level::Name));
    let mut is_of_folder = true;
    let mut is_firm = false;
    let tells_nothing = entry.words.words.iter().all(|word| word.says_little);
    let mut positions: Vec<_> = fits.iter().collect();
    positions.sort_by_key(|(position, _)| **position);
    for (position, fit) in positions {
        let Some(word) = entry.words.words.get(*position) else {
            continue;
        };
        best = best.max((word.weight * fit.worth, std::cmp::Reverse(fit.level)));
        hit.words |= fit.words;
        if fit.likeness >= FIRM {
            hit.firm |= fit.words;
        }
        // Where no word of a type tells more, the first one must do.
        if !word.says_little || (tells_nothing && !word.is_who) {
            hit.telling |= fit.words;
            hit.filed = hit.filed.max(fit.filed);
            hit.nearest = nearer(hit.nearest, fit.near);
            let of_folder = matches!(fit.level, Level::Folder(_));
            is_of_folder &= of_folder && fit.near.is_none_or(|(level, _)| level == fit.level);
            // What a folder only tells of may lie there with other things, as the name says where it names a document.
            let is_near = fit.level <= Level::Folder(1) && !manner.is_of_document;
            let is_loose =
                (of_folder && !is_near) || fit.level == Level::Further || manner.is_other;
            is_firm |= fit.likeness >= if is_loose { EXACT } else { FIRM };
            is_firm |= fit.near.is_some_and(|(level, _)| level <= Level::Heading);
        }
    }
    // Who it is of says more than where the rest stands.
    if sum.is_of_named() {
        hit.nearest = nearer(hit.nearest, Some((Level::Later, EXACT)));
        is_of_folder = false;
    }
    Hit {
        score: sum.whole().max(sum.best_part()).max(sum.head()),
        level: best.1.0,
        is_whole: sum.is_whole(),
        is_of_folder,
        names_whose: sum.names_whose(),
        standing: match (is_firm || sum.is_of_named(), sum.lacks_whose()) {
            (true, _) if tells_nothing && sum.met() < 2 && !sum.is_all() => Standing::Vague,
            (true, false) => Standing::Firm,
            (true, true) => Standing::LacksWhose,
            _ => Standing::Weak,
        },
        ..hit
    }
}

/// How much of a type the file's words cover.
struct Sum<'a> {
    entry: &'a Entry,
    fits: &'a HashMap<usize, Fit>,
}

impl Sum<'_> {
    fn worth(&self, position: usize) -> u32 {
        self.fits.get(&position).map_or(0, |fit| fit.worth)
    }

    /// Words with their places; of several that say whose only the one that fits best ("styrelse, nämnder och utskott").
    fn slots(&self, part: Option<usize>) -> impl Iterator<Item = (usize, &TypeWord)> {
        let words = || self.entry.words.words.iter().enumerate();
        let is_in = move |word: &TypeWord| part.is_none_or(|part| word.part == part);
        let of_whom = words().filter(move |(_, word)| word.is_who && is_in(word));
        let best = of_whom.max_by_key(|(at, _)| (self.worth(*at), std::cmp::Reverse(*at)));
        let best = best.map(|(at, _)| at);
        words().filter(move |(at, word)| is_in(word) && (!word.is_who || Some(*at) == best))
    }

    /// The share of weights that the file's words cover, in thousandths.
    fn covered(&self, part: Option<usize>) -> u32 {
        let (mut sum, mut total) = (0, 0);
        for (at, word) in self.slots(part) {
            sum += word.weight * self.worth(at);
            total += word.weight;
        }
        sum * 10 / total.max(1)
    }

    fn whole(&self) -> u32 {
        self.covered(None)
    }

    fn best_part(&self) -> u32 {
        let parts = self.entry.words.parts.iter().enumerate();
        let covered = parts
            .filter(|(_, share)| **share > 0)
            .map(|(part, share)| self.covered(Some(part)) * share / 100);
        covered.max().unwrap_or(0)
    }

    /// The first word of the type, where it tells and the file has the same one: what stands behind it narrows it down.
    fn head(&self) -> u32 {
        const HEAD: u32 = 640;
        let first = self.entry.words.words.first();
        let is_telling = first.is_some_and(|word| word.is_first && !word.says_little);
        let fit = self.fits.get(&0).filter(|fit| fit.likeness >= EXACT);
        fit.filter(|_| is_telling)
            .map_or(0, |fit| HEAD * fit.level.worth() / 100)
    }

    fn is_met(&self, position: usize) -> bool {
        let fit = self.fits.get(&position);
        fit.is_some_and(|fit| fit.likeness >= EXPLAINS)
    }

    /// Whether the file has every word but those that say what the document is not.
    fn is_all(&self) -> bool {
        let mut slots = self.slots(None).filter(|(_, word)| !word.is_denied);
        slots.all(|(at, _)| self.is_met(at))
    }

    /// Words of the type that the file has.
    fn met(&self) -> usize {
        let words = 0..self.entry.words.words.len();
        words.filter(|at| self.is_met(*at)).count()
    }

    /// Whether the file's own name says whose it is, and something of what it is.
    fn is_of_named(&self) -> bool {
        let words = || self.entry.words.words.iter().enumerate();
        let fit = |at: usize| self.fits.get(&at);
        let is_named = |fit: &Fit| fit.likeness >= EXACT && fit.level <= Level::Later;
        let mut whose = words().filter(|(_, word)| word.is_who);
        let mut telling = words().filter(|(_, word)| !word.says_little);
        whose.any(|(at, _)| fit(at).is_some_and(is_named))
            && telling.any(|(at, _)| fit(at).is_some_and(|fit| fit.level <= Level::Folder(0)))
    }

    fn names_whose(&self) -> bool {
        let mut words = self.entry.words.words.iter().enumerate();
        words.any(|(at, word)| word.is_who && self.is_met(at))
    }

    /// Whether a part of which the file has a word says whose it is, and the file does not.
    fn lacks_whose(&self) -> bool {
        let words = || self.entry.words.words.iter().enumerate();
        let says_whose = words().any(|(_, word)| word.is_who);
        says_whose && !self.names_whose() && {
            let met = |part: usize| words().any(|(at, word)| word.part == part && self.is_met(at));
            let narrows = |part: usize| self.entry.words.parts.get(part) == Some(&0);
            words().any(|(_, word)| word.is_who && (met(word.part) || narrows(word.part)))
        }
    }

    fn is_whole(&self) -> bool {
        let is_met = |part: Option<usize>| {
            let mut slots = self.slots(part);
            slots.all(|(at, word)| word.is_denied || self.is_met(at))
        };
        let parts = || self.entry.words.parts.iter().enumerate();
        // A part that says nothing alone narrows the others down.
        let is_narrowed = parts().any(|(_, share)| *share == 0);
        let is_part_met = || parts().any(|(part, _)| is_met(Some(part)));
        (!is_narrowed && is_part_met()) || is_met(None)
    }
}
