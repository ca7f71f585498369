//! One scanner a thread: takes the events of a document and tallies what is found.

use crate::at::find_address;
use crate::classify::Classified;
use crate::compile::Rules;
use crate::context::Surroundings;
use crate::digits::{Number, Shape, find_number};
use crate::fingerprint::Key;
use crate::fold::{self, Folded};
use crate::hit::{Hit, Naming};
use crate::language::Language;
use crate::place::{LineCounter, locate, mask_name, span_of};
use crate::resolve::{keep_best, weigh, weigh_language};
use crate::signals;
use crate::table::{Headings, column_at};
use crate::tally::{DocumentTally, GroupKey, MentionTally, SAMPLES, Sample};
use crate::tie::tie;
use crate::words::TermHit;
use jiff::civil::Date;
use sporhund_detector::{Candidate, CheckContext, Separator};
use sporhund_model::{
    Cell, Chunk, Confidence, Coverage, Event, Fingerprint, IdentityKind, Join, Location,
    MemberPath, MemberStep, Note, Outcome, Part, Place, PlaceId, Receiver, RuleId, Segment, Span,
    Stopped,
};
use std::collections::HashMap;

/// Numbers of a document that are attributed to their columns, to learn what share of each is real.
const PROFILED: u32 = 4096;
/// Identities whose fingerprints are kept at hand.
const CACHED: usize = 65_536;

/// Whether raw values are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Values {
    /// They are dropped once they are masked and hashed.
    #[default]
    Drop,
    /// They are kept in the findings (`--show-values`).
    Keep,
}

/// How many occurrences are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurrences {
    /// 32 of each kind in each column or member.
    #[default]
    Samples,
    /// All.
    All,
}

/// What is the same for all documents of a scan.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The day: births after it are rejected.
    pub today: Date,
    /// What is less sure is not reported.
    pub min_confidence: Confidence,
    /// The key of fingerprints.
    pub key: Key,
    /// Whether raw values are kept.
    pub values: Values,
    /// How many occurrences are kept.
    pub occurrences: Occurrences,
    /// Only these rules, when there are any.
    pub only: Vec<RuleId>,
}

/// What is known of a document before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct DocumentHead<'a> {
    /// Its path below its root, scanned as text; `None` for the later parts of a big text, and when only text is scanned.
    pub path: Option<&'a str>,
    /// For the later parts of a csv file: its first lines.
    pub csv_head: Option<&'a str>,
    /// Its delimiter.
    pub delimiter: Option<u8>,
}

/// Finds what the rules describe. Make one for each thread and use it for many documents.
pub struct Scanner<'r> {
    rules: &'r Rules,
    settings: &'r Settings,
    context: CheckContext,
    enabled: Vec<bool>,
    classified: Classified,
    folded: Folded,
    terms: Vec<TermHit>,
    hits: Vec<Hit>,
    surroundings: Surroundings,
    headings: Headings,
    places: Vec<Place>,
    lines: LineCounter,
    fingerprints: HashMap<(IdentityKind, String), Fingerprint>,
    tally: DocumentTally,
    steps: Vec<MemberStep>,
    open: Vec<usize>,
    next_member: usize,
    profiled: u32,
    head_seen: usize,
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
            terms: Vec::new(),
            hits: Vec::new(),
            surroundings: Surroundings::default(),
            headings: Headings::default(),
            places: Vec::new(),
            lines: LineCounter::default(),
            fingerprints: HashMap::new(),
            tally: DocumentTally::default(),
            steps: Vec::new(),
            open: Vec::new(),
            next_member: 0,
            profiled: 0,
            head_seen: 0,
        }
    }
}

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
            self.headings.learn_csv(text, delimiter, &self.rules.labels);
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
        if self.fingerprints.len() > CACHED {
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
        self.weigh(chunk, &mut hits);
        let rules = self.rules;
        keep_best(&mut hits, |rule| {
            rules
                .rule(rule)
                .map_or_else(String::new, |rule| rule.id.to_string())
        });
        tie(chunk, rules, &self.terms, &mut hits);
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
        match chunk.origin.as_ref().and_then(|origin| origin.delimiter) {
            Some(delimiter) if !self.headings.has_csv() => {
                self.headings
                    .learn_csv(&chunk.text, delimiter, &self.rules.labels);
            }
            Some(_) => {}
            None => self.headings.learn(chunk, &self.rules.labels),
        }
    }

    /// Finds candidates that validators and dictionaries accept, with their places in the chunk's own text.
    fn find(&mut self, chunk: &Chunk, hits: &mut Vec<Hit>) {
        let mut classified = std::mem::take(&mut self.classified);
        let mut folded = std::mem::take(&mut self.folded);
        let is_folded = fold::is_needed(&chunk.text);
        if is_folded {
            folded.fill(&chunk.text);
        }
        let text = if is_folded { &folded.text } else { &chunk.text };
        let (terms, dictionary) = (&mut self.terms, &self.rules.dictionary);
        terms.clear();
        classified.pass(
            text.as_bytes(),
            self.rules.shapes.shortest_run(),
            |start, end| {
                dictionary.look_up(text.as_bytes(), start, end, terms);
            },
        );
        let map = is_folded.then_some(&folded);
        let view = View { chunk, text, map };
        self.find_numbers(&view, &classified, hits);
        self.find_addresses(&view, &classified, hits);
        self.find_patterns(&view, hits);
        for term in &mut self.terms {
            (term.start, term.end) = view.original(term.start, term.end);
        }
        self.classified = classified;
        self.folded = folded;
    }

    fn find_numbers(&mut self, view: &View<'_>, classified: &Classified, hits: &mut Vec<Hit>) {
        let delimiter = view
            .chunk
            .origin
            .as_ref()
            .and_then(|origin| origin.delimiter);
        for (index, run) in classified.runs.iter().enumerate() {
            let runs = classified.runs.get(index..).unwrap_or_default();
            let found_before = hits.len();
            let mut last: Option<(&Shape, Option<Number>)> = None;
            let mut look_alike = None;
            for shape in self.rules.shapes.beginning_with(run.1 - run.0) {
                let number = match &last {
                    Some((same, number)) if same.groups() == shape.groups() => *number,
                    _ => find_number(view.text.as_bytes(), runs, shape, delimiter),
                };
                last = Some((shape, number));
                if let Some(number) = number {
                    look_alike = Some(number.start);
                    self.check_number(view, shape, &number, hits);
                }
            }
            if run.1 - run.0 == 9 {
                self.check_lost_zero(view, *run, hits);
            }
            if let Some(start) = look_alike {
                self.profile(view, start, hits.len() > found_before);
            }
        }
    }

    fn check_number(&self, view: &View<'_>, shape: &Shape, number: &Number, hits: &mut Vec<Hit>) {
        if number.split && view.crosses_hard_join(number.start, number.end) {
            return;
        }
        let raw = view
            .text
            .get(number.start as usize..number.end as usize)
            .unwrap_or_default();
        let candidate = Candidate {
            raw,
            digits: number.digits(),
            separator: number.separator,
        };
        if let Some(mut hit) = self.check(shape.rule, &candidate, number.start, number.end) {
            hit.confidence += self.form_weight(number, &mut hit);
            (hit.start, hit.end) = view.original(hit.start, hit.end);
            hits.push(hit);
        }
    }

    /// What the way of writing says of a number.
    fn form_weight(&self, number: &Number, hit: &mut Hit) -> i16 {
        let reason = match (number.separator, number.split, number.count) {
            (_, true, _) => ("reason-split", -200),
            (Separator::None, _, 12) if self.looks_like_time(number.digits()) => {
                ("reason-looks-like-time", -350)
            }
            (Separator::None, _, 12) => ("reason-bare", -50),
            (Separator::None, _, _) => ("reason-bare", -230),
            (Separator::Other, _, _) => ("reason-unusual-separator", -100),
            (Separator::Hyphen | Separator::Plus, _, _) => return 0,
        };
        hit.reasons.push(Note::new(reason.0));
        reason.1
    }

    /// `202403151230`: a recent day with an hour and a minute.
    fn looks_like_time(&self, digits: &[u8]) -> bool {
        let number = |range: std::ops::Range<usize>| {
            digits
                .get(range)
                .unwrap_or_default()
                .iter()
                .fold(0_u16, |sum, digit| sum * 10 + u16::from(digit - b'0'))
        };
        number(0..4) + 35 >= self.context.year && number(8..10) < 24 && number(10..12) < 60
    }

    /// A spreadsheet that took a number for a quantity lost its leading zero; only a heading can tell.
    fn check_lost_zero(&self, view: &View<'_>, run: (u32, u32), hits: &mut Vec<Hit>) {
        if !view.fills_cell(run.0, run.1) {
            return;
        }
        let (start, end) = view.original(run.0, run.1);
        let Some(column) = column_at(view.chunk, start) else {
            return;
        };
        let named = self.headings.of(column);
        let mut digits = [b'0'; 10];
        digits[1..].copy_from_slice(
            view.text
                .as_bytes()
                .get(run.0 as usize..run.1 as usize)
                .unwrap_or(&[0; 9]),
        );
        for shape in self
            .rules
            .shapes
            .beginning_with(10)
            .iter()
            .filter(|shape| shape.groups().len() == 1)
        {
            let candidate = Candidate {
                raw: "",
                digits: &digits,
                separator: Separator::None,
            };
            if named.naming(shape.rule) == Naming::Label
                && let Some(mut hit) = self.check(shape.rule, &candidate, start, end)
            {
                hit.confidence -= 100;
                hit.reasons.push(Note::new("reason-leading-zero-lost"));
                hits.push(hit);
            }
        }
    }

    fn check(&self, rule: u16, candidate: &Candidate<'_>, start: u32, end: u32) -> Option<Hit> {
        if !self.enabled.get(rule as usize).copied().unwrap_or(false) {
            return None;
        }
        let compiled = self.rules.rule(rule)?;
        let mut hit = Hit::new(rule, start, end, compiled.confidence);
        if let Some(validator) = &compiled.validator {
            let mut checked = validator.check(candidate, &self.context)?;
            hit.confidence += checked.weight;
            hit.reasons = std::mem::take(&mut checked.reasons);
            hit.checked = Some(checked);
        }
        Some(hit)
    }

    /// Counts a number of the right shape for its column, as real or as a look-alike.
    fn profile(&mut self, view: &View<'_>, start: u32, is_real: bool) {
        let start = view.original(start, start + 1).0;
        if self.profiled >= PROFILED || !(view.chunk.own.start..view.chunk.own.end).contains(&start)
        {
            return;
        }
        if let Some(column) = column_at(view.chunk, start) {
            self.profiled += 1;
            let profile = self.tally.profiles.entry(column).or_default();
            profile.real += u32::from(is_real);
            profile.look_alikes += u32::from(!is_real);
        }
    }

    fn find_addresses(&self, view: &View<'_>, classified: &Classified, hits: &mut Vec<Hit>) {
        for at in &classified.ats {
            let Some((start, end)) = find_address(view.text.as_bytes(), *at) else {
                continue;
            };
            let Some(raw) = view.text.get(start as usize..end as usize) else {
                continue;
            };
            let candidate = Candidate {
                raw,
                digits: &[],
                separator: Separator::None,
            };
            for rule in &self.rules.at {
                if let Some(mut hit) = self.check(*rule, &candidate, start, end) {
                    (hit.start, hit.end) = view.original(start, end);
                    hits.push(hit);
                }
            }
        }
    }

    fn find_patterns(&self, view: &View<'_>, hits: &mut Vec<Hit>) {
        for found in self
            .rules
            .patterns
            .iter()
            .flat_map(|regex| regex.find_iter(view.text.as_bytes()))
        {
            let Some(rule) = self.rules.pattern_numbers.get(found.pattern().as_usize()) else {
                continue;
            };
            let Some(raw) = view.text.get(found.range()) else {
                continue;
            };
            let candidate = Candidate {
                raw,
                digits: &[],
                separator: Separator::None,
            };
            if let Some(mut hit) =
                self.check(*rule, &candidate, found.start() as u32, found.end() as u32)
            {
                (hit.start, hit.end) = view.original(hit.start, hit.end);
                hits.push(hit);
            }
        }
    }

    /// Weighs each hit by its heading and surroundings.
    fn weigh(&mut self, chunk: &Chunk, hits: &mut Vec<Hit>) {
        let language = self.language();
        let mut looked_at = None;
        for hit in hits.iter_mut() {
            hit.column = column_at(chunk, hit.start);
            if looked_at != Some((hit.start, hit.end)) {
                self.surroundings
                    .look(chunk, &self.rules.labels, hit.start, hit.end);
                looked_at = Some((hit.start, hit.end));
            }
            let heading = hit.column.map_or(Naming::None, |column| {
                self.headings.of(column).naming(hit.rule)
            });
            hit.naming = match (heading, self.surroundings.naming(hit.rule)) {
                (_, Naming::Label) => Naming::Label,
                (Naming::Label, _) => Naming::Heading,
                (Naming::Other, _) | (_, Naming::Other) => Naming::Other,
                _ => Naming::None,
            };
            weigh(hit);
            if let Some(rule) = self.rules.rule(hit.rule) {
                weigh_language(hit, rule.id.as_str(), language);
            }
        }
        let rules = self.rules;
        hits.retain(|hit| {
            hit.naming.is_named() || !rules.rule(hit.rule).is_some_and(|rule| rule.require_label)
        });
    }

    /// Counts the hits that start in the chunk's own range.
    fn count(&mut self, chunk: &Chunk, hits: &[Hit]) {
        for term in self
            .terms
            .iter()
            .filter(|term| chunk.own.contains(&term.start))
        {
            if let Some(term) = self.rules.dictionary.term(term.term) {
                *self.tally.terms.entry(term.rule).or_default() += 1;
            }
        }
        for hit in hits.iter().filter(|hit| chunk.own.contains(&hit.start)) {
            self.count_hit(chunk, hit, hits);
        }
    }

    fn count_hit(&mut self, chunk: &Chunk, hit: &Hit, hits: &[Hit]) {
        if !self
            .enabled
            .get(hit.rule as usize)
            .copied()
            .unwrap_or(false)
        {
            return;
        }
        let key = GroupKey {
            member: self.member() as u32,
            rule: hit.rule,
            column: hit.column,
            naming: hit.naming,
        };
        let confidence = hit.confidence.clamp(0, 1000);
        let fingerprint = self.fingerprint(hit);
        let person = hit
            .person
            .and_then(|index| hits.get(index))
            .and_then(|person| self.fingerprint(person));
        let group = self.tally.groups.entry(key).or_default();
        group.count(confidence);
        let wanted = self.tally.samples_all || group.samples.len() < SAMPLES;
        let is_new =
            fingerprint.is_some_and(|fingerprint| !self.tally.mentions.contains_key(&fingerprint));
        let location = if wanted || is_new {
            locate(chunk, &self.places, hit.start, &mut self.lines).0
        } else {
            Location::default()
        };
        let span = if wanted || is_new {
            span_of(chunk, hit.start, hit.end)
        } else {
            Span::default()
        };
        if let (Some(fingerprint), Some(checked)) = (fingerprint, &hit.checked) {
            let mention = MentionTally {
                identity: checked.identity,
                count: 1,
                rule: hit.rule,
                confidence,
                group: key,
                first: location.clone(),
                facts: checked.facts,
            };
            self.tally.merge_mention(fingerprint, mention);
        }
        if wanted {
            let value = (self.settings.values == Values::Keep).then(|| {
                chunk
                    .text
                    .get(hit.start as usize..hit.end as usize)
                    .unwrap_or_default()
                    .to_owned()
            });
            let masked = self.mask(hit);
            let reasons = hit.reasons.clone();
            self.tally.add_sample(
                key,
                Sample {
                    span,
                    location,
                    confidence,
                    reasons,
                    masked,
                    fingerprint,
                    person,
                    value,
                },
            );
        }
    }

    /// What may be shown of a hit: for a term its code, never the text.
    fn mask(&self, hit: &Hit) -> String {
        match (&hit.checked, hit.person) {
            (Some(checked), _) => checked.masked.clone(),
            (None, Some(_)) => self
                .rules
                .rule(hit.rule)
                .map_or("", |rule| rule.category.as_str())
                .to_owned(),
            (None, None) => "****".to_owned(),
        }
    }

    fn fingerprint(&mut self, hit: &Hit) -> Option<Fingerprint> {
        let checked = hit.checked.as_ref()?;
        if checked.normal.is_empty() {
            return None;
        }
        let key = (checked.identity, checked.normal.clone());
        if self.fingerprints.len() > CACHED {
            self.fingerprints.clear();
        }
        let settings = self.settings;
        let make =
            |(kind, normal): &(IdentityKind, String)| settings.key.fingerprint(*kind, normal);
        Some(*self.fingerprints.entry(key).or_insert_with_key(make))
    }

    /// Headings, case numbers and dates at the beginning of the document, with every detected span masked.
    fn read_signals(&mut self, chunk: &Chunk, hits: &[Hit]) {
        if self.head_seen >= signals::HEAD || self.member() != 0 {
            return;
        }
        let mut end =
            (chunk.own.start as usize + signals::HEAD - self.head_seen).min(chunk.own.end as usize);
        while !chunk.text.is_char_boundary(end) {
            end -= 1;
        }
        let start = chunk.own.start as usize;
        let mut text = chunk.text.get(start..end).unwrap_or_default().to_owned();
        self.head_seen += text.len();
        for hit in hits.iter().filter(|hit| hit.checked.is_some()) {
            let (from, to) = (
                (hit.start as usize).saturating_sub(start),
                (hit.end as usize).saturating_sub(start),
            );
            if from < to && text.is_char_boundary(from) && text.is_char_boundary(to.min(text.len()))
            {
                let to = to.min(text.len());
                text.replace_range(from..to, &"*".repeat(to - from));
            }
        }
        signals::read_text(&text, &mut self.tally.signals);
        self.read_headings(chunk, &text, start);
    }

    fn read_headings(&mut self, chunk: &Chunk, masked: &str, start: usize) {
        let words = &mut self.tally.signals.heading_words;
        for (index, segment) in chunk.segments.iter().enumerate() {
            let is_heading = self
                .places
                .get(segment.place.0 as usize)
                .is_some_and(|place| place.part == Part::Heading);
            let end = chunk
                .segments
                .get(index + 1)
                .map_or(chunk.text.len(), |next| next.start as usize);
            let range = (segment.start as usize).saturating_sub(start)
                ..end.saturating_sub(start).min(masked.len());
            if is_heading && words.len() < 48 {
                words.extend(signals::heading_words(
                    masked.get(range).unwrap_or_default(),
                ));
            }
        }
        if words.is_empty() && self.head_seen == masked.len() {
            let line = masked
                .lines()
                .find(|line| !line.trim().is_empty())
                .unwrap_or_default();
            if line.len() <= 120 {
                words.extend(signals::heading_words(line));
            }
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

/// A chunk's text as it is scanned, with the way back to the original.
struct View<'a> {
    chunk: &'a Chunk,
    text: &'a str,
    map: Option<&'a Folded>,
}

impl View<'_> {
    fn original(&self, start: u32, end: u32) -> (u32, u32) {
        let Some(map) = self.map else {
            return (start, end);
        };
        let mut last = map.original_end(end) as usize;
        while last < self.chunk.text.len() && !self.chunk.text.is_char_boundary(last) {
            last += 1;
        }
        (map.original(start), last as u32)
    }

    fn crosses_hard_join(&self, start: u32, end: u32) -> bool {
        let (start, end) = self.original(start, end);
        let segments = &self.chunk.segments;
        let next = segments.partition_point(|segment| segment.start <= start);
        let inside = segments
            .get(next..)
            .unwrap_or_default()
            .iter()
            .take_while(|segment| segment.start < end);
        inside.into_iter().any(|segment| segment.join == Join::Hard)
    }

    /// Whether a range is all that its cell holds.
    fn fills_cell(&self, start: u32, end: u32) -> bool {
        let is_edge = |byte: Option<&u8>, delimiter: Option<u8>| {
            byte.is_none_or(|byte| {
                matches!(byte, b'\n' | b'\r' | b'\t' | b'"') || Some(*byte) == delimiter
            })
        };
        let delimiter = self
            .chunk
            .origin
            .as_ref()
            .and_then(|origin| origin.delimiter);
        let in_table = delimiter.is_some() || self.chunk.segment_at(start).cell != Cell::default();
        let text = self.text.as_bytes();
        let before = start.checked_sub(1).and_then(|at| text.get(at as usize));
        in_table && is_edge(before, delimiter) && is_edge(text.get(end as usize), delimiter)
    }
}
