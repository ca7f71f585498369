//! Which rows of the plans may fit a file, with score and reasons. Ambiguity is a result, never hidden by a guess.
//!
//! A class code that stands in the plan names a few rows; words of folders, title and name tell them apart by the words of
//! the document types, each weighted by how rare it is in the plan. Words are compared by stem, compounds by their last part.

mod memory;
mod score;
mod words;

pub(crate) use words::{holds_dossiers, names_group};

use crate::plan::{Language, Plan, PlanRow};
use crate::signals::PathSignals;
use memory::{LinkKey, Memory, Shared};
use score::{FileWord, Hit, tails};
use sporhund_model::{Candidate, Note, SignalSource, Signals};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};
use words::{TypeWords, key, meaning};

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
    total: u32,
    part_totals: Vec<u32>,
    /// Whether the type is told from others by what came of the matter ("Klagomål som lett till föreläggande").
    is_outcome: bool,
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
    /// Entry and position of each word.
    by_word: HashMap<String, Vec<(usize, usize)>>,
    /// The same for the endings of compounds.
    by_tail: HashMap<String, Vec<(usize, usize)>>,
    /// Entries whose type is one word.
    alone: HashMap<String, Vec<(usize, usize)>>,
    by_code: HashMap<String, Vec<usize>>,
    /// The same for their beginnings, with and without the letter that joins compounds.
    by_head: HashMap<String, Vec<(usize, usize)>>,
    languages: Vec<Language>,
    memory: Shared,
}

/// The rows that may fit a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Plan, row, score and reasons, best first.
    pub candidates: Vec<(usize, usize, u16, Vec<Note>)>,
    /// Made when it is first asked for.
    shown: OnceLock<Arc<[Candidate]>>,
}

impl Link {
    /// A link with these candidates.
    pub fn new(candidates: Vec<(usize, usize, u16, Vec<Note>)>) -> Self {
        Link {
            candidates,
            shown: OnceLock::new(),
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

/// An entry that may fit, before its reasons are made.
struct Found {
    entry: usize,
    score: u32,
    /// Which of the file's codes names it.
    code: Option<usize>,
    /// How well words fit it.
    hit: Option<Hit>,
}

/// Candidates below this score are not worth showing.
const LEAST_SCORE: u32 = 200;
/// Candidates that are kept.
const KEPT: usize = 24;
impl Linker {
    /// Reads the document types of all plans.
    pub fn new(plans: &[Plan]) -> Self {
        let mut linker = Linker {
            entries: Vec::new(),
            by_word: HashMap::new(),
            by_tail: HashMap::new(),
            alone: HashMap::new(),
            by_code: HashMap::new(),
            by_head: HashMap::new(),
            languages: Vec::new(),
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
        linker.weigh();
        linker
    }

    fn add(&mut self, plan: usize, row: usize, entry: &PlanRow, language: Language) {
        let index = self.entries.len();
        let words = TypeWords::read(&entry.document_type, language);
        for (position, word) in words.words.iter().enumerate() {
            let place = (index, position);
            let key = &word.key;
            self.by_word.entry(key.clone()).or_default().push(place);
            for tail in tails(key) {
                let head = key.strip_suffix(tail).unwrap_or_default();
                for head in [Some(head), head.strip_suffix('s')].into_iter().flatten() {
                    self.by_head.entry(head.to_owned()).or_default().push(place);
                }
                self.by_tail.entry(tail.to_owned()).or_default().push(place);
            }
        }
        if let [only] = &words.words[..] {
            let places = self.alone.entry(only.key.clone()).or_default();
            places.push((index, 0));
        }
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
            words,
            total: 0,
            part_totals: Vec::new(),
            is_outcome: words::tells_outcome(&entry.document_type),
        });
    }

    /// Rare words of the plan weigh more than words that stand in every other row.
    fn weigh(&mut self) {
        let rows = self.entries.len().max(1);
        for entry in &mut self.entries {
            let mut totals = vec![0; entry.words.parts.len()];
            for word in &mut entry.words.words {
                let count = self.by_word.get(&word.key).map_or(1, Vec::len).max(1);
                let rarity = 10 + (rows / count).max(1).ilog2();
                word.weight *= rarity;
                if let Some(total) = totals.get_mut(word.part) {
                    *total += word.weight;
                }
            }
            entry.total = totals.iter().sum::<u32>().max(1);
            entry.part_totals = totals;
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
        let hits = self.word_scores(words);
        let codes = self.coded(&key.codes);
        let coded: HashSet<usize> = codes
            .iter()
            .flat_map(|(_, _, rows)| rows.iter().copied())
            .collect();
        let mut found: Vec<Found> = Vec::new();
        for (entry, hit) in &hits {
            if !coded.contains(entry) {
                // A file that names another class is less likely to be of this one.
                let score = if coded.is_empty() {
                    hit.score
                } else {
                    hit.score / 2
                };
                let score = self.in_language(*entry, score, key.language());
                found.push(Found {
                    entry: *entry,
                    score,
                    code: None,
                    hit: Some(*hit),
                });
            }
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
        self.best(found, &codes)
    }

    /// The best of what was found, with reasons.
    fn best(&self, mut found: Vec<Found>, codes: &[Coded]) -> Link {
        found.retain(|found| found.score >= LEAST_SCORE);
        sort(&mut found);
        found.dedup_by_key(|found| found.entry);
        raise_siblings(&mut found);
        self.raise_outcomes(&mut found);
        found.truncate(KEPT);
        let candidates = found
            .iter()
            .filter_map(|found| self.candidate(found, codes));
        Link::new(candidates.collect())
    }

    /// Rows that differ from the best one by what came of the matter are as likely as it: the file that tells may be another one.
    fn raise_outcomes(&self, found: &mut [Found]) {
        let Some((score, best)) = found.first().map(|best| (best.score, best.entry)) else {
            return;
        };
        let Some(best) = self.entries.get(best).filter(|best| !best.is_outcome) else {
            return;
        };
        for other in found.iter_mut() {
            let entry = self.entries.get(other.entry);
            if entry.is_some_and(|entry| entry.is_outcome && entry.head() == best.head()) {
                other.score = score;
            }
        }
        sort(found);
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
            folder_words: crate::fold::words(name),
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
        reasons.extend(found.hit.map(|hit| reason_words(hit.source)));
        Some((entry.plan, entry.row, found.score.min(1000) as u16, reasons))
    }

    /// What tells the file apart from others for linking.
    fn link_key(&self, path: &PathSignals, signals: &Signals) -> LinkKey {
        let template: Vec<String> = signals
            .template
            .iter()
            .flat_map(|name| crate::fold::words(name))
            .collect();
        let sources: [(&[String], SignalSource); 4] = [
            (&path.folder_words, SignalSource::Folder),
            (&signals.heading_words, SignalSource::Heading),
            (&path.name_words, SignalSource::Name),
            (&template, SignalSource::Property),
        ];
        let mut words = Vec::new();
        let mut unknown = Vec::new();
        let memory = self.memory.read();
        for (list, source) in sources {
            for word in list {
                match memory.numbers(word) {
                    Some(numbers) => words.extend(numbers.iter().map(|number| (*number, source))),
                    None => unknown.push((word, source)),
                }
            }
        }
        drop(memory);
        for (word, source) in unknown {
            let keys = self.keys(word);
            let numbers = self.memory.write().learn(word, keys);
            words.extend(numbers.iter().map(|number| (*number, source)));
        }
        words.sort_unstable();
        words.dedup();
        LinkKey {
            words,
            codes: self.known_codes(path, signals),
            danish: match signals.language.as_deref() {
                Some("sv") => Some(false),
                Some("da") => Some(true),
                _ => None,
            },
        }
    }

    /// The keys of a word, and of what it stands for, by the languages of the plans, that can fit some row.
    fn keys(&self, word: &str) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        let said = meaning(word).iter().map(String::as_str);
        for (word, language) in std::iter::once(word)
            .chain(said)
            .flat_map(|word| self.languages.iter().map(move |language| (word, *language)))
        {
            let found = key(word, language).filter(|key| self.is_of_plan(key));
            if let Some(key) = found.filter(|key| !keys.contains(key)) {
                keys.push(key);
            }
        }
        keys
    }

    fn is_of_plan(&self, key: &str) -> bool {
        let known = |part: &str| self.by_word.contains_key(part);
        known(key)
            || self.by_tail.contains_key(key)
            || self.by_head.contains_key(key)
            || tails(key).any(known)
            || key
                .char_indices()
                .any(|(cut, _)| key.get(..cut).is_some_and(known))
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

fn sort(found: &mut [Found]) {
    found.sort_by_key(|found| (std::cmp::Reverse(found.score), found.entry));
}

/// Rows that the very same words of the file fit as the best one, and that differ in words which the file does not have
/// ("Nationella prov i svenska" and "Nationella prov, övriga ämnen"), are as likely as it; so are rows that fit more of them.
fn raise_siblings(found: &mut [Found]) {
    let Some(best) = found.first() else { return };
    let (score, code) = (best.score, best.code);
    let Some(hit) = best.hit else { return };
    // What a folder is named for may lie there in all its kinds.
    let is_open = !hit.is_whole || hit.is_of_folder;
    for other in found.iter_mut().filter(|other| other.code == code) {
        let is_sibling = other.hit.is_some_and(|other| {
            let has_more = other.words & hit.words == hit.words && other.words != hit.words;
            has_more || (is_open && !other.is_whole && other.words == hit.words)
        });
        if is_sibling {
            other.score = score;
        }
    }
    sort(found);
}

/// The words that a key stands for, with what each place is worth in hundredths; in an order that does not depend on the files
/// that came before.
fn file_words(memory: &Memory, key: &LinkKey) -> Vec<FileWord> {
    let word = |(number, source): &(u32, SignalSource)| {
        let worth = match source {
            SignalSource::Folder | SignalSource::Heading => 90,
            _ => 85,
        };
        Some(FileWord {
            key: memory.key(*number)?.to_owned(),
            source: *source,
            worth,
        })
    };
    let mut words: Vec<FileWord> = key.words.iter().filter_map(word).collect();
    words.sort_by(|one, other| (&one.key, one.source).cmp(&(&other.key, other.source)));
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
