//! What was found in a document, or in a part of one: counts, samples and identities. Merging is associative, so the parts
//! of a big text can be scanned side by side.

use crate::hasher::FastBuild;
use crate::hit::Naming;
use crate::language::LanguageTally;
use crate::table::{Column, Profile};
use sporhund_model::{
    Coverage, Facts, Fingerprint, IdentityKind, Location, MemberPath, Note, Outcome, Signals, Span,
};
use std::collections::{BTreeMap, HashMap};

/// Samples kept of one kind in one column or member.
pub(crate) const SAMPLES: usize = 32;
/// Distinct identities kept of one document; past that the count is an estimate.
pub(crate) const MAX_MENTIONS: usize = 1_000_000;

/// Hits that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct GroupKey {
    pub member: u32,
    pub rule: u16,
    pub column: Option<Column>,
    pub naming: Naming,
    /// Contact data of an authority.
    pub is_official: bool,
}

/// One occurrence, resolved.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub span: Span,
    pub location: Location,
    /// In thousandths.
    pub confidence: i16,
    pub reasons: Vec<Note>,
    pub masked: String,
    pub fingerprint: Option<Fingerprint>,
    pub person: Option<Fingerprint>,
    pub value: Option<String>,
}

/// A step of confidence, in thousandths: occurrences are counted apart by it, so that a column can be weighed as a whole
/// afterwards.
const STEP: i16 = 20;

/// Hits of one kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// Occurrences by step of confidence; few steps are met in one group.
    by_confidence: Vec<(i16, u64)>,
    pub samples: Vec<Sample>,
}

impl Group {
    pub(crate) fn count(&mut self, confidence: i16) {
        self.add(confidence.clamp(0, 1000) / STEP, 1);
    }

    fn add(&mut self, step: i16, count: u64) {
        match self.by_confidence.iter_mut().find(|met| met.0 == step) {
            Some(met) => met.1 += count,
            None => self.by_confidence.push((step, count)),
        }
    }

    /// Occurrences at or above a threshold, once all are moved by `delta`.
    pub(crate) fn at_least(&self, threshold: i16, delta: i16) -> u64 {
        let is_enough = |(step, _): &&(i16, u64)| {
            let most = i32::from(*step * STEP + STEP - 1);
            most + i32::from(delta) >= i32::from(threshold)
        };
        let enough = self.by_confidence.iter().filter(is_enough);
        enough.map(|(_, count)| *count).sum()
    }

    fn keep(&mut self, sample: Sample) {
        // Most groups of mail and archives have one or two.
        if self.samples.len() < 2 {
            self.samples.reserve_exact(1);
        }
        self.samples.push(sample);
    }

    fn merge(&mut self, mut next: Self, samples_all: bool) {
        for (step, count) in next.by_confidence {
            self.add(step, count);
        }
        self.samples.append(&mut next.samples);
        if !samples_all {
            self.samples.truncate(SAMPLES);
        }
    }
}

/// One identity.
#[derive(Clone, Debug)]
pub(crate) struct MentionTally {
    pub identity: IdentityKind,
    pub count: u64,
    pub rule: u16,
    pub confidence: i16,
    pub group: GroupKey,
    pub first: Location,
    pub facts: Facts,
    /// Whether it is a full name that no number beside it belongs to.
    pub is_alone: bool,
}

/// What was found in a document, or in a part of one.
#[derive(Clone, Debug, Default)]
pub struct DocumentTally {
    pub(crate) groups: BTreeMap<GroupKey, Group>,
    pub(crate) mentions: HashMap<Fingerprint, MentionTally, FastBuild>,
    /// Identities that were not kept any more.
    pub(crate) more_mentions: u64,
    /// By column and rule.
    pub(crate) profiles: HashMap<(Column, u16), Profile, FastBuild>,
    pub(crate) language: LanguageTally,
    pub(crate) members: Vec<MemberPath>,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) signals: Signals,
    /// The words of the document's own name; they are read and dropped.
    pub(crate) name_words: Vec<String>,
    /// Sensitive terms met, tied or not, by category of their rule.
    pub(crate) terms: BTreeMap<u16, u64>,
    pub(crate) samples_all: bool,
    lines: u64,
}

impl DocumentTally {
    pub(crate) fn new(samples_all: bool) -> Self {
        DocumentTally {
            members: vec![MemberPath::default()],
            coverage: vec![Coverage::default()],
            samples_all,
            ..DocumentTally::default()
        }
    }

    /// Says how the reading of the item itself ended.
    pub fn set_outcome(&mut self, outcome: Outcome) {
        if let Some(item) = self.coverage.first_mut() {
            item.outcome = outcome;
        }
    }

    /// Adds a note to the item's coverage.
    pub fn add_note(&mut self, note: Note) {
        if let Some(item) = self.coverage.first_mut()
            && !item.notes.contains(&note)
        {
            item.notes.push(note);
        }
    }

    /// Says how many line feeds the part had that was scanned.
    pub fn set_lines(&mut self, lines: u64) {
        self.lines = lines;
    }

    /// How many occurrences were met, sure or not.
    pub fn occurrences(&self) -> u64 {
        self.groups
            .values()
            .map(|group| group.at_least(500, 0))
            .sum()
    }

    pub(crate) fn add_sample(&mut self, key: GroupKey, sample: Sample) {
        let all = self.samples_all;
        let group = self.groups.entry(key).or_default();
        if all || group.samples.len() < SAMPLES {
            group.keep(sample);
        }
    }

    /// Adds what was found in the part of the same document that follows.
    pub fn merge(&mut self, mut next: Self) {
        for (key, mut group) in std::mem::take(&mut next.groups) {
            for sample in &mut group.samples {
                move_lines(&mut sample.location, self.lines);
            }
            let all = self.samples_all;
            self.groups.entry(key).or_default().merge(group, all);
        }
        for (fingerprint, mut mention) in std::mem::take(&mut next.mentions) {
            move_lines(&mut mention.first, self.lines);
            self.merge_mention(fingerprint, mention);
        }
        self.merge_rest(next);
    }

    fn merge_rest(&mut self, mut next: Self) {
        self.more_mentions += next.more_mentions;
        for (column, profile) in next.profiles {
            self.profiles.entry(column).or_default().merge(profile);
        }
        self.language.merge(next.language);
        for (rule, count) in next.terms {
            *self.terms.entry(rule).or_default() += count;
        }
        self.signals
            .class_codes
            .append(&mut next.signals.class_codes);
        self.signals
            .case_numbers
            .append(&mut next.signals.case_numbers);
        self.signals.dates.append(&mut next.signals.dates);
        for note in next
            .coverage
            .first_mut()
            .map(|item| std::mem::take(&mut item.notes))
            .unwrap_or_default()
        {
            self.add_note(note);
        }
        self.name_words.append(&mut next.name_words);
        self.lines += next.lines;
    }

    /// Counts a mention; the first place and the surest occurrence stay.
    pub(crate) fn merge_mention(&mut self, fingerprint: Fingerprint, mention: MentionTally) {
        if let Some(known) = self.mentions.get_mut(&fingerprint) {
            known.count += mention.count;
            known.is_alone &= mention.is_alone;
            known.facts.probably_deceased |= mention.facts.probably_deceased;
            if mention.confidence > known.confidence {
                known.confidence = mention.confidence;
                known.group = mention.group;
            }
        } else if self.mentions.len() < MAX_MENTIONS {
            self.mentions.insert(fingerprint, mention);
        } else {
            self.more_mentions += 1;
        }
    }
}

/// Lines of a part are counted from its start; the parts before it had `lines`.
fn move_lines(location: &mut Location, lines: u64) {
    if let Some(line) = &mut location.line {
        *line += lines;
        let letters: Option<String> = location
            .cell
            .as_ref()
            .map(|cell| cell.chars().take_while(char::is_ascii_alphabetic).collect());
        location.cell = letters.map(|letters| format!("{letters}{line}"));
    }
}
