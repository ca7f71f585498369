//! What tests and examples share: the shipped rules, and texts and csv files scanned as they stand.
#![allow(dead_code)] // each test takes what it needs

use jiff::civil::date;
use sporhund_detect::{
    Assessed, DocumentHead, Key, Occurrences, Plugins, Rules, Settings, Values, builtin_sources,
};
use sporhund_detector::Validator;
use sporhund_model::{
    Chunk, Confidence, Event, Finding, Note, Origin, Part, Place, PlaceId, Receiver, Segment,
};
use sporhund_score::labelled::{Hit, Tally};
use sporhund_score::subjects::{Subject, SubjectTally, read};
use sporhund_score::synth::random::Random;
use sporhund_score::synth::template::{Labelled, fill, parse};
use std::path::Path;

pub fn validators() -> Vec<Box<dyn Validator>> {
    let mut all = sporhund_plugin_se::validators();
    all.extend(sporhund_plugin_dk::validators());
    all.extend(sporhund_plugin_common::validators());
    all
}

pub fn plugins() -> Plugins {
    let mut detectors = sporhund_plugin_names::detectors();
    detectors.extend(sporhund_plugin_address::detectors());
    Plugins {
        validators: validators(),
        detectors,
    }
}

pub fn rules() -> Rules {
    Rules::compile(&builtin_sources(), plugins()).expect("the shipped rules compile")
}

pub fn settings() -> Settings {
    Settings {
        today: date(2026, 1, 1),
        min_confidence: Confidence::new(0.5),
        key: Key::new(0, &[0; 32]),
        values: Values::Keep,
        occurrences: Occurrences::All,
        only: Vec::new(),
    }
}

/// What is found in a text, or in the raw text of a csv file.
pub fn find(rules: &Rules, settings: &Settings, text: &str, delimiter: Option<u8>) -> Vec<Finding> {
    assess(rules, settings, text, delimiter).findings
}

/// The same with what the document is as a whole.
pub fn assess(rules: &Rules, settings: &Settings, text: &str, delimiter: Option<u8>) -> Assessed {
    let mut scanner = rules.scanner(settings);
    scanner.begin(&DocumentHead::default());
    let chunk = Chunk {
        text: text.to_owned(),
        segments: vec![Segment::default()],
        own: 0..text.len() as u32,
        origin: Some(Origin {
            delimiter,
            ..Origin::default()
        }),
    };
    scanner
        .receive(Event::Place(PlaceId(0), Place::part(Part::Body)))
        .expect("taken");
    scanner.receive(Event::Chunk(&chunk)).expect("taken");
    let tally = scanner.finish();
    rules.assess(tally, settings)
}

pub fn hits(findings: &[Finding]) -> Vec<Hit> {
    findings
        .iter()
        .map(|finding| Hit {
            rule: finding.rule.to_string(),
            start: finding.span.start as usize,
            end: finding.span.end as usize,
            confidence: finding.confidence.share(),
        })
        .collect()
}

/// A corpus: its sentences and documents, each filled so many times.
pub struct Corpus {
    pub sentences: Vec<Labelled>,
    /// With their delimiter, for csv.
    pub documents: Vec<(Labelled, Option<u8>)>,
}

impl Corpus {
    pub fn read(folder: &str, times: usize, seed: u64) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../tests/corpus")
            .join(folder);
        let read =
            |name: &str| std::fs::read_to_string(path.join(name)).expect("the corpus is there");
        let mut random = Random::new(seed);
        let mut corpus = Corpus {
            sentences: Vec::new(),
            documents: Vec::new(),
        };
        let (sentences, documents) = (read("sentences.txt"), read("documents.txt"));
        for _ in 0..times {
            for line in sentences.lines() {
                corpus.sentences.push(parse(&fill(line, &mut random)));
            }
            for document in documents.split("=== ").skip(1) {
                let (name, body) = document.split_once('\n').expect("a name and a body");
                let labelled = parse(&fill(body, &mut random));
                corpus.documents.push((labelled, delimiter(name, body)));
            }
        }
        corpus
    }

    pub fn score(&self, rules: &Rules) -> Tally {
        let settings = settings();
        let mut tally = Tally::default();
        let texts = self.sentences.iter().map(|sentence| (sentence, None));
        let documents = self
            .documents
            .iter()
            .map(|(text, delimiter)| (text, *delimiter));
        for (labelled, delimiter) in texts.chain(documents) {
            let found = find(rules, &settings, &labelled.text, delimiter);
            tally.add(labelled, &hits(&found));
        }
        tally
    }
}

/// The texts about persons of a part, filled so many times.
pub fn persons(folder: &str, times: usize, seed: u64) -> Vec<Subject> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let lines = std::fs::read_to_string(path.join(folder).join("persons.txt"));
    let lines = lines.expect("the corpus is there");
    let mut random = Random::new(seed);
    (0..times).flat_map(|_| read(&lines, &mut random)).collect()
}

/// The score of texts about persons: names and addresses, and the categories that concern somebody.
pub fn score_persons(rules: &Rules, subjects: &[Subject]) -> (Tally, SubjectTally) {
    let settings = settings();
    let (mut spans, mut categories) = (Tally::default(), SubjectTally::default());
    for (number, subject) in subjects.iter().enumerate() {
        let assessed = assess(rules, &settings, &subject.labelled.text, None);
        let is_span = |hit: &Hit| matches!(hit.rule.as_str(), "person.name" | "address");
        let mut found = hits(&assessed.findings);
        found.retain(is_span);
        let mut labelled = subject.labelled.clone();
        labelled
            .planted
            .retain(|planted| matches!(planted.rule.as_str(), "person.name" | "address"));
        spans.add(&labelled, &found);
        let sensitive = assessed.assessment.sensitive.iter();
        let sensitive = sensitive.map(|sensitive| sensitive.category.as_str().to_owned());
        let sensitive = sensitive.collect();
        categories.add(subject, &sensitive);
        for finding in &assessed.findings {
            let category = finding.category.as_str();
            if !sensitive.contains(category) {
                continue;
            }
            let is_right = subject.categories.contains(category);
            let what = if is_right { "because" } else { "why" };
            let (start, end) = (finding.span.start as usize, finding.span.end as usize);
            let text = subject.labelled.text.get(start..end).unwrap_or_default();
            let codes: Vec<String> = finding.reasons.iter().map(shown).collect();
            let confidence = finding.confidence.share();
            let why = format!(
                "{what}\t{category}\t{number}\t{text}\t{confidence}\t{}",
                codes.join(" ")
            );
            categories.faults.push(why);
        }
    }
    (spans, categories)
}

/// A reason with its term.
fn shown(note: &Note) -> String {
    let arguments = note
        .args
        .iter()
        .map(|(name, value)| format!("{name}={value:?}"));
    let arguments: Vec<String> = arguments.collect();
    format!("{}({})", note.code, arguments.join(" "))
}

fn delimiter(name: &str, body: &str) -> Option<u8> {
    let first = body.lines().next().unwrap_or_default();
    let is_csv = Path::new(name.trim())
        .extension()
        .is_some_and(|found| found == "csv");
    is_csv.then(|| if first.contains(';') { b';' } else { b',' })
}
