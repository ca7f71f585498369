//! One scanner a thread: takes the events of a document and tallies what is found.
//!
//! `find` gives candidates that validators accept, `detect` what detectors find, `weigh` looks around them, `count` tallies what is left, and `read` takes
//! what the beginning of the document says about itself.

mod columns;
mod count;
mod detect;
mod enumeration;
mod find;
mod quiet;
mod read;
mod rivals;
mod weigh;

use self::quiet::Quiet;
use crate::cells::CsvCells;
use crate::classify::{Classified, Run};
use crate::compile::Rules;
use crate::context::Surroundings;
use crate::fold::Folded;
use crate::gate::Opened;
use crate::hasher::FastBuild;
use crate::headings::Headings;
use crate::hit::Hit;
use crate::language::Language;
use crate::place::{LineCounter, mask_name};
use crate::resolve::keep_best;
use crate::settings::{DocumentHead, Occurrences, Settings};
use crate::signals;
use crate::tally::DocumentTally;
use crate::tie::tie;
use crate::words::Words;
use crate::{deceased, official};
use sporhund_detector::{CheckContext, RawHit, Word};
use sporhund_model::{
    Chunk, Coverage, Event, Fingerprint, IdentityKind, MemberPath, MemberStep, Outcome, Part,
    Place, PlaceId, Receiver, Segment, Stopped,
};
use std::collections::HashMap;

/// Finds what the rules describe. Make one for each thread and use it for many documents.
pub struct Scanner<'r> {
    rules: &'r Rules,
    settings: &'r Settings,
    context: CheckContext,
    enabled: Vec<bool>,
    classified: Classified,
    folded: Folded,
    /// Whether the chunk was folded.
    is_folded: bool,
    runs: Vec<Run>,
    opened: Vec<Opened>,
    /// What detectors took for something in the chunk, sure or not.
    suspected: Vec<Run>,
    words: Words,
    hits: Vec<Hit>,
    capitals: Vec<Word>,
    raw: Vec<RawHit>,
    surroundings: Surroundings,
    headings: Headings,
    places: Vec<Place>,
    lines: LineCounter,
    fingerprints: HashMap<(IdentityKind, String), Fingerprint, FastBuild>,
    tally: DocumentTally,
    steps: Vec<MemberStep>,
    open: Vec<usize>,
    next_member: usize,
    profiled: u32,
    head_seen: usize,
    /// What a rule's hit must reach before its column is weighed, in thousandths; less is dropped at once.
    floors: Vec<i16>,
    /// What a rule's hit must reach in the end.
    thresholds: Vec<i16>,
    cells: CsvCells,
    quiet: Quiet,
}

impl Rules {
    /// A scanner for one thread.
    pub fn scanner<'r>(&'r self, settings: &'r Settings) -> Scanner<'r> {
        let today = settings.today;
        let context = CheckContext {
            year: today.year().unsigned_abs(),
            month: today.month().unsigned_abs(),
            day: today.day().unsigned_abs(),
        };
        let threshold =
            |rule: &crate::compile::Rule| self.wishes.threshold(&rule.id, settings.min_confidence);
        let floor = |rule: &crate::compile::Rule| threshold(rule) - MOST_BY_COLUMN;
        let is_enabled = |rule: &crate::compile::Rule| {
            settings.only.is_empty() || settings.only.contains(&rule.id)
        };
        Scanner {
            rules: self,
            settings,
            context,
            enabled: self.all.iter().map(is_enabled).collect(),
            classified: Classified::default(),
            folded: Folded::default(),
            is_folded: false,
            runs: Vec::new(),
            opened: Vec::new(),
            suspected: Vec::new(),
            words: Words::default(),
            hits: Vec::new(),
            capitals: Vec::new(),
            raw: Vec::new(),
            surroundings: Surroundings::default(),
            headings: Headings::default(),
            places: Vec::new(),
            lines: LineCounter::default(),
            fingerprints: HashMap::default(),
            tally: DocumentTally::default(),
            steps: Vec::new(),
            open: Vec::new(),
            next_member: 0,
            profiled: 0,
            head_seen: 0,
            floors: self.all.iter().map(floor).collect(),
            thresholds: self.all.iter().map(threshold).collect(),
            cells: CsvCells::default(),
            quiet: Quiet::default(),
        }
    }
}

/// What a label or a heading may add at most (see `resolve`).
const MOST_BY_NAMING: i16 = 300;
/// What the share of real numbers in a column may add at most (see `assess`).
const MOST_BY_COLUMN: i16 = 200;

impl Scanner<'_> {
    /// Begins a document, or a part of one.
    pub fn begin(&mut self, head: &DocumentHead<'_>) {
        self.tally = DocumentTally::new(self.settings.occurrences == Occurrences::All);
        self.places.clear();
        self.headings.clear();
        self.steps.clear();
        self.open.clear();
        self.next_member = 0;
        self.profiled = 0;
        self.head_seen = 0;
        if let (Some(text), Some(delimiter)) = (head.csv_head, head.delimiter) {
            self.headings.learn_csv(
                text,
                delimiter,
                (&self.rules.dictionary, &self.rules.labels),
            );
        }
        if let Some(path) = head.path {
            self.scan_path(path);
        }
    }

    /// Ends the document and gives what was found.
    pub fn finish(&mut self) -> DocumentTally {
        let mut tally = std::mem::take(&mut self.tally);
        tally.signals.language = tally
            .language
            .find()
            .map(|language| language.code().to_owned());
        if self.fingerprints.len() > count::CACHED {
            self.fingerprints.clear();
        }
        tally
    }

    /// Names of folders and of the file are text too; nothing crosses from one to the next.
    fn scan_path(&mut self, path: &str) {
        let mut chunk = Chunk {
            text: path.replace('/', "\n"),
            own: 0..path.len() as u32,
            ..Chunk::default()
        };
        let starts =
            std::iter::once(0).chain(memchr::memchr_iter(b'/', path.as_bytes()).map(|at| at + 1));
        chunk.segments.extend(starts.map(|start| Segment {
            start: start as u32,
            offset: start as u64,
            ..Segment::default()
        }));
        self.places.push(Place::part(Part::Name));
        self.scan(&chunk);
        let name = path.rsplit('/').next().unwrap_or_default();
        self.tally.name_words = signals::heading_words(name).collect();
        self.places.clear();
        self.head_seen = 0;
        self.tally.signals.heading_words.clear();
    }

    fn member(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn language(&self) -> Option<Language> {
        self.tally.language.find()
    }

    /// Scans one chunk.
    fn scan(&mut self, chunk: &Chunk) {
        self.learn(chunk);
        let mut hits = std::mem::take(&mut self.hits);
        hits.clear();
        self.find(chunk, &mut hits);
        self.detect(chunk, &mut hits);
        self.weigh(chunk, &mut hits);
        self.settle_rivals(&mut hits);
        let rules = self.rules;
        keep_best(&mut hits, |rule| {
            rules
                .rule(rule)
                .map_or_else(String::new, |rule| rule.id.to_string())
        });
        // Where invisible characters were left out, other words may be read than were looked up.
        let signs = (!self.is_folded).then_some(self.words.signs.as_slice());
        official::mark(&chunk.text, rules, signs, &mut hits);
        deceased::mark(&chunk.text, rules, &mut hits);
        let terms = (self.words.terms.as_slice(), self.language());
        tie(chunk, rules, terms, &mut hits);
        self.tie_columns(chunk, &mut hits);
        self.count(chunk, &hits);
        self.read_signals(chunk, &hits);
        self.hits = hits;
    }

    fn learn(&mut self, chunk: &Chunk) {
        let own = chunk
            .text
            .get(chunk.own.start as usize..chunk.own.end as usize)
            .unwrap_or_default();
        self.tally.language.feed(own);
        self.lines.begin(chunk);
        self.cells.restart();
        // Headings may be learnt from each chunk.
        self.quiet.clear();
        match chunk.origin.as_ref().and_then(|origin| origin.delimiter) {
            Some(delimiter) if !self.headings.has_csv() => {
                self.headings.learn_csv(
                    &chunk.text,
                    delimiter,
                    (&self.rules.dictionary, &self.rules.labels),
                );
            }
            Some(_) => {}
            None => self
                .headings
                .learn(chunk, (&self.rules.dictionary, &self.rules.labels)),
        }
    }

    fn open_member(&mut self, step: MemberStep) {
        self.steps.push(step);
        self.tally.members.push(MemberPath(self.steps.clone()));
        self.next_member += 1;
        self.open.push(self.next_member);
        self.tally.coverage.push(Coverage {
            member: MemberPath(self.steps.clone()),
            ..Coverage::default()
        });
    }

    fn close_member(&mut self, outcome: Outcome) {
        let member = self.member();
        if let Some(coverage) = self.tally.coverage.get_mut(member) {
            coverage.outcome = outcome;
        }
        self.steps.pop();
        self.open.pop();
    }

    fn add_place(&mut self, id: PlaceId, mut place: Place) {
        place.sheet = place.sheet.as_deref().map(mask_name);
        let index = id.0 as usize;
        if index <= self.places.len() {
            self.places.truncate(index);
            self.places.push(place);
        }
    }
}

impl Receiver for Scanner<'_> {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Place(id, place) => self.add_place(id, place),
            Event::Chunk(chunk) => self.scan(chunk),
            Event::Merge(..) => {}
            Event::Property { name, value } => {
                if self.member() == 0 {
                    signals::read_property(name, value, &mut self.tally.signals);
                }
            }
            Event::OpenMember(step) => self.open_member(step),
            Event::CloseMember(outcome) => self.close_member(outcome),
            Event::Note(note) => {
                let member = self.member();
                if let Some(coverage) = self.tally.coverage.get_mut(member)
                    && !coverage.notes.contains(&note)
                {
                    coverage.notes.push(note);
                }
            }
        }
        Ok(())
    }
}
