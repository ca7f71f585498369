//! Which rows of the plans may fit a file, with score and reasons. Ambiguity is a result, never hidden by a guess.
//!
//! A class code that stands in the plan names a few rows; words of folders, title and name tell them apart by the words of
//! the document types, each weighted by how rare it is in the plan. Words are compared by stem, compounds by their last part.

mod index;
mod manner;
mod memory;
mod outcome;
mod rank;
mod score;
mod types;
mod words;

pub(crate) use words::{holds_dossiers, names_group};

use crate::plan::{Language, Plan, PlanRow};
use crate::signals::PathSignals;
use index::{Hint, Index};
use manner::Manner;
use memory::{Level, LinkKey, Memory, Seen, Shared};
use outcome::Outcomes;
pub(crate) use outcome::Told;
use rank::Found;
use score::FileWord;
use sporhund_model::{Candidate, Note, SignalSource, Signals};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};
use types::TypeWords;

/// A row is taken for a file from this score on, in thousandths.
pub const LINKED: u16 = 500;
/// Nothing is overdue by a link below this score.
pub(crate) const SURE: u16 = 560;
/// Candidates this near the best one are equally likely.
const CLOSE: u16 = 90;
/// Candidates that a verdict shows.
const SHOWN: usize = 5;

/// A row with the words of its document type.
struct Entry {
    plan: usize,
    row: usize,
    language: Language,
    words: TypeWords,
    /// Their numbers among all words.
    numbers: Vec<u32>,
    /// Which bit of outcomes it is: its type is told from others by what came of the matter ("Klagomål som lett till föreläggande").
    outcome: Option<u8>,
    /// Which bit of the rows that begin like others it is.
    kind: Option<u8>,
    /// Whether all documents of a case are of it.
    is_of_cases: bool,
    /// Whether it is of matters that came to nothing.
    came_to_nothing: bool,
    /// Whether its documents are guides themselves.
    is_guide: bool,
}

impl Entry {
    /// The first word of the type.
    fn head(&self) -> Option<&str> {
        self.words.words.first().map(|word| word.key.as_str())
    }
}

/// All rows of all plans, by word and by class code.
pub struct Linker {
    entries: Vec<Entry>,
    index: Index,
    by_code: HashMap<String, Vec<usize>>,
    languages: Vec<Language>,
    outcomes: Outcomes,
    kinds: Outcomes,
    memory: Shared,
}

/// The rows that may fit a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Rows that differ from the best one by what came of the matter, of which the file says nothing, a bit each.
    pub(crate) outcomes: u64,
    /// Rows, by plan and row, that explain a word of the file which the best one does not.
    pub(crate) rivals: Vec<(usize, usize)>,
    /// Plan, row, score and reasons, best first.
    pub candidates: Vec<(usize, usize, u16, Vec<Note>)>,
    /// Made when it is first asked for.
    shown: OnceLock<Arc<[Candidate]>>,
}

impl Link {
    /// A link with these candidates.
    pub fn new(candidates: Vec<(usize, usize, u16, Vec<Note>)>) -> Self {
        Link {
            outcomes: 0,
            rivals: Vec::new(),
            candidates,
            shown: OnceLock::new(),
        }
    }

    /// The same with other candidates: what is open, and what speaks against them, stays.
    pub(crate) fn with(&self, candidates: Vec<(usize, usize, u16, Vec<Note>)>) -> Self {
        let is_left = |row: &&(usize, usize)| {
            let mut others = candidates.iter().skip(1);
            others.any(|other| (other.0, other.1) == **row)
        };
        Link {
            outcomes: self.outcomes,
            rivals: self.rivals.iter().filter(is_left).copied().collect(),
            ..Link::new(candidates)
        }
    }

    /// The candidates that are good enough, and as good as the best one.
    pub fn close(&self) -> &[(usize, usize, u16, Vec<Note>)] {
        let best = self.candidates.first().map_or(0, |candidate| candidate.2);
        let count = self
            .candidates
            .iter()
            .take_while(|candidate| candidate.2 >= LINKED && candidate.2 + CLOSE >= best)
            .count();
        self.candidates.get(..count).unwrap_or_default()
    }

    /// The candidates as a verdict shows them; `plans` are those that the link was made for.
    pub fn shown(&self, plans: &[Plan]) -> Arc<[Candidate]> {
        Arc::clone(self.shown.get_or_init(|| self.show(plans)))
    }

    fn show(&self, plans: &[Plan]) -> Arc<[Candidate]> {
        let show = |(plan, row, score, reasons): &(usize, usize, u16, Vec<Note>)| {
            let plan = plans.get(*plan)?;
            Some(Candidate {
                row: plan.row_ref(plan.rows.get(*row)?),
                score: *score,
                reasons: reasons.clone(),
            })
        };
        self.candidates
            .iter()
            .take(SHOWN)
            .filter_map(show)
            .collect()
    }
}

/// A class code of the file, where it stands, and the rows at or under it.
type Coded = (String, SignalSource, Vec<usize>);

impl Linker {
    /// Reads the document types of all plans.
    pub fn new(plans: &[Plan]) -> Self {
        let mut linker = Linker {
            entries: Vec::new(),
            index: Index::default(),
            by_code: HashMap::new(),
            languages: Vec::new(),
            outcomes: Outcomes::default(),
            kinds: Outcomes::default(),
            memory: Shared::default(),
        };
        for (at, plan) in plans.iter().enumerate() {
            if !linker.languages.contains(&plan.settings.language) {
                linker.languages.push(plan.settings.language);
            }
            for (row, entry) in plan.rows.iter().enumerate() {
                linker.add(at, row, entry, plan.settings.language);
            }
        }
        linker.add_hints(plans);
        linker.weigh();
        linker.outcomes = Outcomes::find(&mut linker.entries);
        linker.kinds = Outcomes::kinds(&mut linker.entries);
        linker
    }

    fn add(&mut self, plan: usize, row: usize, entry: &PlanRow, language: Language) {
        let index = self.entries.len();
        let words = TypeWords::read(&entry.document_type, language);
        let keys: Vec<&str> = words.words.iter().map(|word| word.key.as_str()).collect();
        self.index.add(index, &keys);
        let numbers = keys.iter().map(|key| self.index.number(key)).collect();
        if !entry.class_code.is_empty() {
            self.by_code
                .entry(entry.class_code.clone())
                .or_default()
                .push(index);
        }
        self.entries.push(Entry {
            plan,
            row,
            language,
            numbers,
            words,
            outcome: None,
            kind: None,
            is_of_cases: types::is_of_cases(&entry.document_type),
            came_to_nothing: types::tells_nothing_came(&entry.document_type),
            is_guide: Manner::of_type(&entry.document_type).is_guide,
        });
    }

    /// Takes the words of remarks and headings. A remark that names another row's type points there ("se även lex Sarah").
    fn add_hints(&mut self, plans: &[Plan]) {
        for index in 0..self.entries.len() {
            let Some(entry) = self.entries.get(index) else {
                continue;
            };
            let plan = plans.get(entry.plan);
            let Some((plan, row)) = plan.and_then(|plan| Some((plan, plan.rows.get(entry.row)?)))
            else {
                continue;
            };
            let above = row.section.iter().rev().enumerate();
            let above = above.map(|(up, text)| {
                let hint = if up == 0 {
                    Hint::Process
                } else {
                    Hint::Section
                };
                (text.as_str(), hint)
            });
            let remark = std::iter::once((row.remark.as_str(), Hint::Remark));
            for (text, hint) in remark.chain(above) {
                for key in types::hints(text, hint, plan.settings.language) {
                    if hint != Hint::Remark || !self.index.heads_type(&key) {
                        self.index.add_hint(index, &key, hint);
                    }
                }
            }
        }
    }

    /// Rare words of the plan weigh more than words that stand in every other row.
    fn weigh(&mut self) {
        let rows = self.entries.len().max(1);
        for entry in &mut self.entries {
            for word in &mut entry.words.words {
                let count = self.index.count(&word.key).max(1);
                // A word that many plans have in many types tells, where this one has it at the front of one type alone.
                let is_telling = !word.is_who && !words::is_bare(&word.key);
                if word.is_first && count == 1 && is_telling {
                    word.says_little = false;
                }
                word.weight *= 10 + (rows / count).max(1).ilog2();
            }
        }
    }

    /// The rows that may fit, best first.
    pub fn link(&self, path: &PathSignals, signals: &Signals) -> Arc<Link> {
        let key = self.link_key(path, signals);
        let memory = self.memory.read();
        if let Some(link) = memory.link(&key) {
            return link;
        }
        let words = file_words(&memory, &key);
        drop(memory);
        let link = Arc::new(self.find(&words, &key));
        self.memory.write().keep(key, link)
    }

    fn find(&self, words: &[FileWord], key: &LinkKey) -> Link {
        let hits = score::hits(words, key.manner, &self.index, &self.entries);
        let codes = self.coded(&key.codes);
        let coded: HashSet<usize> = codes
            .iter()
            .flat_map(|(_, _, rows)| rows.iter().copied())
            .collect();
        let mut found: Vec<Found> = Vec::new();
        for (entry, hit) in hits.iter().filter(|(entry, _)| !coded.contains(entry)) {
            if self.is_ruled_out(*entry, key.manner) {
                continue;
            }
            // A file that names another class is less likely to be of this one.
            let score = if coded.is_empty() {
                hit.score
            } else {
                hit.score / 2
            };
            found.push(Found {
                entry: *entry,
                score: self.in_language(*entry, score, key.language()),
                code: None,
                hit: Some(*hit),
            });
        }
        for (at, (_, _, rows)) in codes.iter().enumerate() {
            let alone = if rows.len() == 1 { 850 } else { 520 };
            for entry in rows {
                let hit = hits.get(entry).copied();
                found.push(Found {
                    entry: *entry,
                    score: (alone + hit.map_or(0, |hit| hit.score * 45 / 100)).min(1000),
                    code: Some(at),
                    hit,
                });
            }
        }
        let told = self.outcomes.told(words.iter().map(|word| &word.matches));
        let open = rank::rank(&mut found, &self.entries, told, key.manner);
        let candidates = found
            .iter()
            .filter_map(|found| self.candidate(found, &codes));
        Link {
            outcomes: open,
            rivals: self.places_of(rank::rivals(&found)),
            ..Link::new(candidates.collect())
        }
    }

    fn places_of<'f>(&self, found: impl Iterator<Item = &'f Found>) -> Vec<(usize, usize)> {
        let entries = found.filter_map(|found| self.entries.get(found.entry));
        entries.map(|entry| (entry.plan, entry.row)).collect()
    }

    /// Whether what the file's name says of it besides its type takes a row away that words alone would link it to.
    fn is_ruled_out(&self, entry: usize, manner: Manner) -> bool {
        self.entries.get(entry).is_none_or(|entry| {
            manner.is_private
                || (manner.is_guide && !entry.is_guide)
                || (manner.led_to && entry.came_to_nothing)
        })
    }

    /// A document in another language than the plan's is less likely to be of its rows, where another plan has its language.
    fn in_language(&self, entry: usize, score: u32, spoken: Option<Language>) -> u32 {
        let Some(spoken) = spoken else {
            return score;
        };
        let own = self.entries.get(entry).map(|entry| entry.language);
        if own != Some(spoken) && self.languages.contains(&spoken) {
            score / 2
        } else {
            score
        }
    }

    /// Whether a name alone says of which type files are, as that of a folder "Vagtplaner".
    pub(crate) fn names_type(&self, name: &str) -> bool {
        if let Some(known) = self.memory.read().type_named(name) {
            return known;
        }
        let path = PathSignals {
            folder_words: vec![crate::fold::words(name)],
            ..PathSignals::default()
        };
        let link = self.link(&path, &Signals::default());
        let names_type = !link.close().is_empty();
        self.memory.write().keep_type(name, names_type);
        names_type
    }

    /// A candidate with its reasons, which are made for the few that are kept.
    fn candidate(&self, found: &Found, codes: &[Coded]) -> Option<(usize, usize, u16, Vec<Note>)> {
        let entry = self.entries.get(found.entry)?;
        let code = found.code.and_then(|at| codes.get(at));
        let mut reasons: Vec<Note> = Vec::new();
        reasons.extend(code.map(|(code, source, _)| reason_code(code, *source)));
        let hit = found.hit.as_ref();
        let typed = hit.filter(|hit| hit.words != 0);
        reasons.extend(typed.map(|hit| reason_words(hit.level.source())));
        let remarked = hit.filter(|hit| hit.remark != 0);
        reasons.extend(remarked.map(|_| Note::new("reason-link-remark")));
        Some((entry.plan, entry.row, found.score.min(1000) as u16, reasons))
    }

    /// What tells the file apart from others for linking.
    fn link_key(&self, path: &PathSignals, signals: &Signals) -> LinkKey {
        let template = signals.template.as_deref();
        let template = template.map(crate::fold::words).unwrap_or_default();
        let mut words = self.in_order(&path.name_words, [Level::Name, Level::Later]);
        let heading = [Level::Heading, Level::Further];
        words.extend(self.in_order(&signals.heading_words, heading));
        words.extend(self.in_order(&template, [Level::Property; 2]));
        let mut up = 0;
        for folder in path.folder_words.iter().rev() {
            let level = Level::Folder(up);
            let known = folder
                .iter()
                .filter_map(|word| Some((self.number(word)?, level)));
            let before = words.len();
            words.extend(known);
            // A folder that says nothing, such as a year or a case number, takes nothing from those above it.
            up += u8::from(words.len() > before && up < u8::MAX);
        }
        words.sort_unstable_by_key(|(number, level)| (*level, *number));
        words.dedup();
        LinkKey {
            words,
            codes: self.known_codes(path, signals),
            manner: Manner {
                in_case: !path.case_numbers.is_empty() || !signals.case_numbers.is_empty(),
                is_of_document: path
                    .name_words
                    .iter()
                    .any(|word| self.seen(word).is_of_document),
                is_other: path.name_words.iter().any(|word| self.seen(word).is_other),
                ..Manner::read(&path.name_words, &path.folder_words)
            },
            danish: match signals.language.as_deref() {
                Some("sv") => Some(false),
                Some("da") => Some(true),
                _ => None,
            },
        }
    }

    /// The words of a name or heading: the first that says what the file is, and those behind it.
    fn in_order(&self, list: &[String], [first, later]: [Level; 2]) -> Vec<(u32, Level)> {
        let mut level = first;
        let mut words = Vec::new();
        for word in manner::affirmed(list) {
            let Some(number) = self.number(word) else {
                continue;
            };
            let says_little = self
                .languages
                .iter()
                .any(|one| words::is_little(word, *one));
            words.push((number, if says_little { first } else { level }));
            if !says_little {
                level = later;
            }
        }
        words
    }

    /// The number of what a word is like in the plans, if any has it.
    fn number(&self, word: &str) -> Option<u32> {
        self.seen(word).number
    }

    fn seen(&self, word: &str) -> Seen {
        let seen = self.memory.read().seen(word);
        seen.unwrap_or_else(|| {
            let matches = self.index.matches(word, &self.languages);
            let all = || self.languages.iter();
            let is = |says: fn(&str, Language) -> bool| all().any(|one| says(word, *one));
            let seen = Seen {
                number: None,
                is_of_document: is(words::is_of_document),
                is_other: !index::explains(&matches) && is(words::is_form_of),
            };
            self.memory.write().learn(word, matches, seen)
        })
    }

    /// Class codes of the file that stand in a plan and have two levels or more.
    fn known_codes(&self, path: &PathSignals, signals: &Signals) -> Vec<(String, SignalSource)> {
        let text = signals
            .class_codes
            .iter()
            .map(|signal| (signal.value.as_str(), signal.source));
        let named = path
            .class_codes
            .iter()
            .map(|(code, source)| (code.as_str(), *source));
        let mut out: Vec<(String, SignalSource)> = Vec::new();
        for (code, source) in named.chain(text) {
            let known = code.contains('.') && self.rows_of(code).is_some();
            if known && out.iter().all(|(known, _)| known != code) {
                out.push((code.to_owned(), source));
            }
        }
        out
    }

    /// The rows of a code, or of a code without its facet.
    fn rows_of(&self, code: &str) -> Option<&Vec<usize>> {
        let plain = code.split('-').next().unwrap_or(code);
        [code, plain]
            .iter()
            .find_map(|code| self.by_code.get(*code))
    }

    fn coded(&self, codes: &[(String, SignalSource)]) -> Vec<Coded> {
        let rows = |code: &str| self.rows_of(code).cloned().unwrap_or_default();
        codes
            .iter()
            .map(|(code, source)| (code.clone(), *source, rows(code)))
            .collect()
    }
}

/// The words that a key stands for, in an order that does not depend on the files that came before.
fn file_words(memory: &Memory, key: &LinkKey) -> Vec<FileWord> {
    let word = |(number, level): &(u32, Level)| {
        Some(FileWord {
            matches: Arc::clone(memory.matches(*number)?),
            level: *level,
        })
    };
    let mut words: Vec<FileWord> = key.words.iter().filter_map(word).collect();
    words.sort_by(|one, other| (one.level, &one.matches).cmp(&(other.level, &other.matches)));
    words
}

fn reason_code(code: &str, source: SignalSource) -> Note {
    Note::new("reason-link-class-code")
        .with("code", code)
        .with("source", source_name(source))
}

fn reason_words(source: SignalSource) -> Note {
    Note::new("reason-link-words").with("source", source_name(source))
}

/// The word for a source in notes.
pub(crate) fn source_name(source: SignalSource) -> &'static str {
    match source {
        SignalSource::Heading => "heading",
        SignalSource::Header => "header",
        SignalSource::Folder => "folder",
        SignalSource::Name => "name",
        SignalSource::Property => "property",
        _ => "text",
    }
}

#[cfg(test)]
mod tests;
