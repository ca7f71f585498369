//! Which rows of the plans may fit a file, with score and reasons. Ambiguity is a result, never hidden by a guess.
//!
//! A class code that stands in the plan names a few rows; words of folders, title and name tell them apart by the words of
//! the document types, each weighted by how rare it is in the plan. Words are compared by stem, compounds by their last part.

mod words;

pub(crate) use words::holds_dossiers;

use crate::plan::{Language, Plan, PlanRow};
use crate::signals::PathSignals;
use sporhund_model::{Candidate, Note, SignalSource, Signals};
use std::collections::{HashMap, HashSet};
use words::{TypeWords, key};

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
    languages: Vec<Language>,
}

/// The rows that may fit a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Plan, row, score and reasons, best first.
    pub candidates: Vec<(usize, usize, u16, Vec<Note>)>,
}

impl Link {
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

    /// The candidates as a verdict shows them.
    pub fn shown(&self, plans: &[Plan]) -> Vec<Candidate> {
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

/// How well words fit the word of an entry at a position, and where the best of them stands.
type Fits = HashMap<(usize, usize), (u32, SignalSource)>;

/// A word of the file with where it stands and what that is worth, in hundredths.
struct FileWord {
    key: String,
    source: SignalSource,
    worth: u32,
}

/// A class code of the file, where it stands, and the rows at or under it.
type Coded = (String, SignalSource, Vec<usize>);

/// An entry that may fit, before its reasons are made.
struct Found {
    entry: usize,
    score: u32,
    /// Which of the file's codes names it.
    code: Option<usize>,
    /// Where the words that fit it stand.
    words: Option<SignalSource>,
}

/// Candidates below this score are not worth showing.
const LEAST_SCORE: u32 = 200;
/// Candidates that are kept.
const KEPT: usize = 24;
/// A word that stands in more rows than this says little: it finds only types of that one word, and adds to what other words
/// found. So the cost of a file does not grow with the plan.
const COMMON: usize = 200;

impl Linker {
    /// Reads the document types of all plans.
    pub fn new(plans: &[Plan]) -> Self {
        let mut linker = Linker {
            entries: Vec::new(),
            by_word: HashMap::new(),
            by_tail: HashMap::new(),
            alone: HashMap::new(),
            by_code: HashMap::new(),
            languages: Vec::new(),
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
    pub fn link(&self, path: &PathSignals, signals: &Signals) -> Link {
        let words = self.file_words(path, signals);
        let hits = self.word_scores(&words);
        let codes = self.coded(path, signals);
        let coded: HashSet<usize> = codes
            .iter()
            .flat_map(|(_, _, rows)| rows.iter().copied())
            .collect();
        let mut found: Vec<Found> = Vec::new();
        for (entry, (score, source)) in &hits {
            if !coded.contains(entry) {
                // A file that names another class is less likely to be of this one.
                let score = if coded.is_empty() { *score } else { *score / 2 };
                let score = self.in_language(*entry, score, signals);
                found.push(Found {
                    entry: *entry,
                    score,
                    code: None,
                    words: Some(*source),
                });
            }
        }
        for (at, (_, _, rows)) in codes.iter().enumerate() {
            let alone = if rows.len() == 1 { 850 } else { 520 };
            for entry in rows {
                let hit = hits.get(entry);
                found.push(Found {
                    entry: *entry,
                    score: (alone + hit.map_or(0, |(words, _)| words * 45 / 100)).min(1000),
                    code: Some(at),
                    words: hit.map(|(_, source)| *source),
                });
            }
        }
        found.retain(|found| found.score >= LEAST_SCORE);
        found.sort_by_key(|found| (std::cmp::Reverse(found.score), found.entry));
        found.dedup_by_key(|found| found.entry);
        found.truncate(KEPT);
        let candidates = found
            .iter()
            .filter_map(|found| self.candidate(found, &codes));
        Link {
            candidates: candidates.collect(),
        }
    }

    /// A document in another language than the plan's is less likely to be of its rows, where another plan has its language.
    fn in_language(&self, entry: usize, score: u32, signals: &Signals) -> u32 {
        let spoken = match signals.language.as_deref() {
            Some("sv") => Language::Sv,
            Some("da") => Language::Da,
            _ => return score,
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
        let path = PathSignals {
            folder_words: crate::fold::words(name),
            ..PathSignals::default()
        };
        let words = self.file_words(&path, &Signals::default());
        let scores = self.word_scores(&words);
        scores
            .values()
            .any(|(score, _)| *score >= u32::from(LINKED))
    }

    /// A candidate with its reasons, which are made for the few that are kept.
    fn candidate(&self, found: &Found, codes: &[Coded]) -> Option<(usize, usize, u16, Vec<Note>)> {
        let entry = self.entries.get(found.entry)?;
        let code = found.code.and_then(|at| codes.get(at));
        let mut reasons: Vec<Note> = Vec::new();
        reasons.extend(code.map(|(code, source, _)| reason_code(code, *source)));
        reasons.extend(found.words.map(reason_words));
        Some((entry.plan, entry.row, found.score.min(1000) as u16, reasons))
    }

    fn file_words(&self, path: &PathSignals, signals: &Signals) -> Vec<FileWord> {
        let template: Vec<String> = signals
            .template
            .iter()
            .flat_map(|name| crate::fold::words(name))
            .collect();
        let sources: [(&[String], SignalSource, u32); 4] = [
            (&path.folder_words, SignalSource::Folder, 90),
            (&signals.heading_words, SignalSource::Heading, 90),
            (&path.name_words, SignalSource::Name, 85),
            (&template, SignalSource::Property, 85),
        ];
        let mut out: Vec<FileWord> = Vec::new();
        for (words, source, worth) in sources {
            for word in words {
                for language in &self.languages {
                    if let Some(key) = key(word, *language) {
                        out.push(FileWord { key, source, worth });
                    }
                }
            }
        }
        out
    }

    /// How much of each row's document type the file's words cover, in thousandths. Walks the words' own rows only, so
    /// that the cost does not grow with the plan.
    fn word_scores(&self, words: &[FileWord]) -> HashMap<usize, (u32, SignalSource)> {
        let mut fits: Fits = HashMap::new();
        for word in words {
            let mut take = |key: &str, likeness: u32| {
                for place in self.places(key) {
                    let fit = likeness * word.worth / 100;
                    let slot = fits.entry(*place).or_insert((fit, word.source));
                    if slot.0 < fit {
                        *slot = (fit, word.source);
                    }
                }
            };
            take(&word.key, SAME);
            for tail in tails(&word.key) {
                take(tail, ENDS_WITH_ROW);
            }
            for head in self.heads(&word.key) {
                take(head, BEGINS_WITH_ROW);
            }
        }
        self.add_split(words, &mut fits);
        let known: HashSet<usize> = fits.keys().map(|(entry, _)| *entry).collect();
        self.add_common(words, &known, &mut fits);
        for word in words {
            let tailed = self.by_tail.get(&word.key).map_or(&[][..], Vec::as_slice);
            for place in tailed.iter().filter(|_| tailed.len() <= COMMON) {
                if known.contains(&place.0) {
                    let fit = ROW_ENDS_WITH * word.worth / 100;
                    fits.entry(*place).or_insert((fit, word.source));
                }
            }
        }
        self.sum(&fits)
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
            let known = |rest: &str| self.by_word.contains_key(rest);
            let splits = known(rest) || rest.strip_prefix('s').is_some_and(known);
            (letters >= LONG || splits).then_some(head)
        })
    }

    /// Where a word stands in document types; of a common word, the types that are nothing else.
    fn places(&self, key: &str) -> &[(usize, usize)] {
        let all = self.by_word.get(key).map_or(&[][..], Vec::as_slice);
        if all.len() <= COMMON {
            return all;
        }
        let alone = self.alone.get(key).map_or(&[][..], Vec::as_slice);
        alone.get(..alone.len().min(COMMON)).unwrap_or_default()
    }

    /// Adds the compounds of rows that the file writes in two words: "Ansökan om skolskjuts" is a "skolskjutsansökan".
    fn add_split(&self, words: &[FileWord], fits: &mut Fits) {
        for tail in words {
            let places = self.by_tail.get(&tail.key).map_or(&[][..], Vec::as_slice);
            for place in places.iter().take(COMMON) {
                let whole = self.entries.get(place.0);
                let whole = whole.and_then(|entry| entry.words.words.get(place.1));
                let head = whole.and_then(|word| word.key.strip_suffix(tail.key.as_str()));
                let Some(head) = head else { continue };
                let is_head = |word: &&FileWord| {
                    word.key == head || head.strip_suffix('s') == Some(word.key.as_str())
                };
                if let Some(head) = words.iter().find(is_head) {
                    let fit = SPLIT * head.worth.min(tail.worth) / 100;
                    let slot = fits.entry(*place).or_insert((fit, tail.source));
                    slot.0 = slot.0.max(fit);
                }
            }
        }
    }

    /// Adds the common words of entries that other words have found.
    fn add_common(&self, words: &[FileWord], known: &HashSet<usize>, fits: &mut Fits) {
        for index in known {
            let Some(entry) = self.entries.get(*index) else {
                continue;
            };
            for (position, typed) in entry.words.words.iter().enumerate() {
                let key = &typed.key;
                let common = self.by_word.get(key).is_some_and(|all| all.len() > COMMON);
                let word = words.iter().filter(|word| common && word.key == *key);
                if let Some(word) = word.max_by_key(|word| word.worth) {
                    fits.entry((*index, position))
                        .or_insert((SAME * word.worth / 100, word.source));
                }
            }
        }
    }

    fn sum(&self, fits: &Fits) -> HashMap<usize, (u32, SignalSource)> {
        let mut sums: HashMap<usize, Sum> = HashMap::new();
        for ((index, position), (fit, source)) in fits {
            let Some(entry) = self.entries.get(*index) else {
                continue;
            };
            let Some(word) = entry.words.words.get(*position) else {
                continue;
            };
            let sum = sums
                .entry(*index)
                .or_insert_with(|| Sum::new(entry.part_totals.len(), *source));
            sum.take(word.part, word.weight * fit, *source);
        }
        sums.into_iter()
            .filter_map(|(index, sum)| Some((index, sum.score(self.entries.get(index)?))))
            .collect()
    }

    /// Class codes of the file that stand in a plan and have two levels or more, with the rows at or under them.
    fn coded(&self, path: &PathSignals, signals: &Signals) -> Vec<Coded> {
        let text = signals
            .class_codes
            .iter()
            .map(|signal| (signal.value.as_str(), signal.source));
        let named = path
            .class_codes
            .iter()
            .map(|(code, source)| (code.as_str(), *source));
        let mut out: Vec<Coded> = Vec::new();
        for (code, source) in named.chain(text) {
            if !code.contains('.') || out.iter().any(|(known, _, _)| known == code) {
                continue;
            }
            let plain = code.split('-').next().unwrap_or(code);
            let rows: Vec<usize> = [code, plain]
                .iter()
                .find_map(|code| self.by_code.get(*code))
                .cloned()
                .unwrap_or_default();
            if !rows.is_empty() {
                out.push((code.to_owned(), source, rows));
            }
        }
        out
    }
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

/// How much of a type the file's words cover.
struct Sum {
    parts: Vec<u32>,
    best: (u32, SignalSource),
}

impl Sum {
    fn new(parts: usize, source: SignalSource) -> Self {
        Sum {
            parts: vec![0; parts],
            best: (0, source),
        }
    }

    fn take(&mut self, part: usize, worth: u32, source: SignalSource) {
        if let Some(sum) = self.parts.get_mut(part) {
            *sum += worth;
        }
        // The word that weighs most says where the link comes from; equal ones by the order of sources.
        self.best = self.best.max((worth, source));
    }

    /// The whole type, or the best of its alternatives, in thousandths.
    fn score(&self, entry: &Entry) -> (u32, SignalSource) {
        let whole = self.parts.iter().sum::<u32>() * 10 / entry.total;
        let parts = self.parts.iter().zip(&entry.part_totals);
        let alone = parts
            .zip(&entry.words.parts)
            .map(|((sum, total), share)| sum * 10 / (*total).max(1) * share / 100)
            .max();
        (whole.max(alone.unwrap_or(0)), self.best.1)
    }
}

/// How alike two words are, in hundredths: the same stem.
const SAME: u32 = 100;
/// A compound of the row whose both parts the file has as words of their own.
const SPLIT: u32 = 90;
/// A compound of the file that ends with the row's word: a "hyresavtal" is an "avtal".
const ENDS_WITH_ROW: u32 = 70;
/// A compound of the file that begins with the row's word.
const BEGINS_WITH_ROW: u32 = 50;
/// A compound of the row that ends with the file's word: an "avtal" need not be a "hyresavtal".
const ROW_ENDS_WITH: u32 = 40;

/// The proper endings of a word that may be words of their own, shortest last.
fn tails(word: &str) -> impl Iterator<Item = &str> {
    let count = word.chars().count();
    let cuts = word.char_indices().enumerate().skip(1);
    cuts.take_while(move |(at, _)| count - at >= 4)
        .filter_map(|(_, (cut, _))| word.get(cut..))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase;
    use crate::signals;
    use sporhund_model::Item;

    fn plan() -> Plan {
        let row = |number, code: &str, document_type: &str| PlanRow {
            number,
            class_code: code.to_owned(),
            document_type: document_type.to_owned(),
            normal: phrase::parse("Gallras 2 år"),
            ..PlanRow::default()
        };
        Plan {
            name: "p".to_owned(),
            rows: vec![
                row(1, "2.1", "Anställningsavtal"),
                row(2, "2.2", "Avtal med utförare"),
                row(3, "7.1", "Ärenden om skolskjuts"),
                row(4, "7.1", "Klasslistor"),
                row(5, "7.1", "Elevhälsovårdsjournal"),
                row(6, "3.1", "Leverantörsfakturor"),
            ],
            ..Plan::default()
        }
    }

    fn best(path: &str) -> Vec<u32> {
        let plans = [plan()];
        let linker = Linker::new(&plans);
        let item = Item {
            path: path.into(),
            ..Item::default()
        };
        let link = linker.link(&signals::of_item(&item, Language::Sv), &Signals::default());
        link.close()
            .iter()
            .filter_map(|(_, row, _, _)| plans[0].rows.get(*row))
            .map(|row| row.number)
            .collect()
    }

    #[test]
    fn links_by_class_code_and_words() {
        for (path, want) in [
            ("2.1 Personal/a.docx", vec![1]),
            ("7.1 Skola/Klasslistor/7A VT19.xlsx", vec![4]),
            ("Klasslista 7A.xlsx", vec![4]),
            ("Skolskjuts/Ärende 12.docx", vec![3]),
            ("Fakturor/1234.pdf", vec![6]),
            ("Diverse/semesterbilder.jpg", vec![]),
            ("Avtal/utförare/Avtal.docx", vec![2]),
            ("9.9 Annat/a.txt", vec![]),
        ] {
            assert_eq!(best(path), want, "{path}");
        }
    }
}
