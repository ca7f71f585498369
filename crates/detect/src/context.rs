//! What stands around a hit: labels that name it, and words that name a look-alike.
//!
//! Labels are found in the same pass as the terms of dictionaries. Context is local: one word about invoices somewhere in a
//! file says nothing of a number on another page, so only some 90 bytes before and 40 behind count, never across a hard
//! join. A label beats a word for a look-alike unless that stands nearer in a clause of its own. The label of one rule for
//! numbers says of all others that they are not meant.

use crate::compile::Rule;
use crate::dictionary::DictionaryBuilder;
use crate::hit::Naming;
use crate::rule::CandidateSpec;
use crate::spelling::spellings;
use crate::words::WordHit;
use sporhund_model::{Chunk, Join};
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes before and behind a hit that are looked at.
const BEFORE: u32 = 90;
const BEHIND: u32 = 40;

/// Words for numbers that are no personal data, in all languages; lines of `lang,word`.
static LOOK_ALIKES: &str = include_str!("../../../rules/context/look_alikes.csv");

/// What one label says.
#[derive(Debug, Default)]
struct Label {
    names: Vec<u16>,
    hints: Vec<u16>,
    negates: Vec<u16>,
    /// Whether it says of all other numbers that they are not meant.
    exclusive: bool,
    /// The same, of a number right behind it only.
    exclusive_beside: bool,
}

/// Adds what a rule says of its labels. A label that is a hint too is a common word (`bilen`): it names what the rule looks
/// for, and says nothing of other numbers.
fn add_rule(by_text: &mut BTreeMap<String, Label>, rule: &Rule, number: u16) {
    let context = &rule.loaded.file.context;
    // Labels of terms are headings of columns; what stands beside a term is read elsewhere.
    let has_terms = matches!(rule.loaded.file.candidate, CandidateSpec::Words { .. });
    for text in &context.labels {
        let is_exclusive = is_number(rule) && !context.hints.contains(text);
        for_each_spelling(by_text, text, |label| {
            label.names.push(number);
            label.exclusive |= is_exclusive;
        });
    }
    if has_terms {
        return;
    }
    for text in &context.hints {
        for_each_spelling(by_text, text, |label| label.hints.push(number));
    }
    for text in &context.negative {
        for_each_spelling(by_text, text, |label| label.negates.push(number));
    }
}

fn for_each_spelling(
    by_text: &mut BTreeMap<String, Label>,
    text: &str,
    mut change: impl FnMut(&mut Label),
) {
    for spelling in spellings(text) {
        change(by_text.entry(spelling).or_default());
    }
}

/// The labels of all rules by number.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    labels: Vec<Label>,
    is_number: Vec<bool>,
}

impl Labels {
    /// Collects the labels of all rules in all their spellings, and adds them to the dictionary.
    pub(crate) fn new(rules: &[Rule], dictionary: &mut DictionaryBuilder) -> Self {
        let mut by_text: BTreeMap<String, Label> = BTreeMap::new();
        let is_number: Vec<bool> = rules.iter().map(is_number).collect();
        for (number, rule) in rules.iter().enumerate() {
            add_rule(&mut by_text, rule, number as u16);
        }
        for line in LOOK_ALIKES.lines().skip(1) {
            let mut fields = line.split(',').skip(1);
            let text = fields.next().unwrap_or_default();
            let is_beside = fields.next().is_some_and(|when| when.trim() == "beside");
            for_each_spelling(&mut by_text, text, |label| {
                if is_beside {
                    label.exclusive_beside = true;
                } else {
                    label.exclusive = true;
                }
            });
        }
        let mut labels = Labels {
            labels: Vec::with_capacity(by_text.len()),
            is_number,
        };
        for (text, label) in by_text {
            if dictionary
                .add_label(&text, labels.labels.len() as u32)
                .is_some()
            {
                labels.labels.push(label);
            }
        }
        labels
    }

    /// The rules that a label names.
    pub(crate) fn named_by(&self, label: u32) -> &[u16] {
        self.labels
            .get(label as usize)
            .map_or(&[], |label| label.names.as_slice())
    }

    /// What a label says of a rule, of a number right behind it or elsewhere.
    fn says(&self, label: u32, rule: u16, is_beside: bool) -> Naming {
        let Some(label) = self.labels.get(label as usize) else {
            return Naming::None;
        };
        let is_number = self.is_number.get(usize::from(rule)).copied();
        let is_exclusive = label.exclusive || label.exclusive_beside && is_beside;
        if label.names.contains(&rule) {
            Naming::Label
        } else if label.negates.contains(&rule) {
            Naming::Other
        } else if label.hints.contains(&rule) {
            Naming::Hint
        } else if is_exclusive && is_number == Some(true) {
            Naming::Other
        } else {
            Naming::None
        }
    }

    /// Whether all labels that name a rule are hints of it too: they name other things as well.
    pub(crate) fn is_generic(&self, labels: &[u32], rule: u16) -> bool {
        let known = labels
            .iter()
            .filter_map(|label| self.labels.get(*label as usize));
        let mut naming = known.filter(|label| label.names.contains(&rule));
        naming.all(|label| label.hints.contains(&rule))
    }

    /// What a heading with these labels says of a rule.
    pub(crate) fn heading(&self, labels: &[u32], rule: u16) -> Naming {
        let strongest = labels
            .iter()
            .map(|label| self.says(*label, rule, true))
            .max_by_key(|naming| match naming {
                Naming::Label | Naming::Heading => 3,
                Naming::Hint => 2,
                Naming::Other => 1,
                Naming::Unknown | Naming::None => 0,
            });
        match strongest {
            Some(Naming::Label) => Naming::Heading,
            other => other.unwrap_or_default(),
        }
    }

    /// Whether any of the labels near a span names a rule.
    pub(crate) fn names_near(&self, near: &[WordHit], rule: u16) -> bool {
        near.iter()
            .any(|label| self.named_by(label.number).contains(&rule))
    }
}

/// From where to where spans end and start that a label is near: those that end behind the first byte, and start no later
/// than the last.
pub(crate) fn reach(label: &WordHit) -> Range<u32> {
    label.start.saturating_sub(BEHIND)..label.start + BEFORE
}

/// The labels near a run of digits, followed from run to run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Window {
    first: usize,
    behind: usize,
}

impl Window {
    /// Moves on to a span that starts no earlier than the last one.
    pub(crate) fn move_to(&mut self, found: &[WordHit], (start, end): (u32, u32)) {
        while found
            .get(self.first)
            .is_some_and(|label| label.start + BEFORE < start)
        {
            self.first += 1;
        }
        self.behind = self.behind.max(self.first);
        while found
            .get(self.behind)
            .is_some_and(|label| label.start < end + BEHIND)
        {
            self.behind += 1;
        }
    }

    /// The labels in it.
    pub(crate) fn labels(self, found: &[WordHit]) -> &[WordHit] {
        found
            .get(self.first..self.behind.max(self.first))
            .unwrap_or_default()
    }
}

/// Whether a rule looks for digits.
pub(crate) fn is_number(rule: &Rule) -> bool {
    matches!(rule.loaded.file.candidate, CandidateSpec::Digits { .. })
}

/// The labels that end or start near a span.
pub(crate) fn near(found: &[WordHit], start: u32, end: u32) -> impl Iterator<Item = &WordHit> {
    let first = found.partition_point(|label| label.start + BEFORE < start);
    found
        .iter()
        .skip(first)
        .take_while(move |label| label.start < end + BEHIND)
}

/// A label near a span.
#[derive(Clone, Copy, Debug)]
struct Near {
    label: u32,
    distance: u32,
    /// The span stands right behind it.
    is_beside: bool,
    /// Another line or sentence lies between: it says less.
    is_apart: bool,
    /// Neither a comma nor a digit stands between it and the span behind it.
    same_clause: bool,
    /// It has a number of its own, with more or fewer digits, and a comma stands behind that.
    is_spent: bool,
}

/// The labels around one span; the buffer is kept.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    near: Vec<Near>,
}

impl Surroundings {
    /// Looks for labels around a span. `found` are the labels of the chunk, sorted by start.
    pub(crate) fn look(&mut self, chunk: &Chunk, found: &[WordHit], start: u32, end: u32) {
        self.near.clear();
        let mut labels = near(found, start, end).peekable();
        if labels.peek().is_none() {
            return;
        }
        let within = bounds(chunk, start, end);
        let text = chunk.text.as_bytes();
        let delimiter = chunk.origin.as_ref().and_then(|origin| origin.delimiter);
        for label in labels.filter(|label| label.start >= within.start && label.end <= within.end) {
            if label.end <= start {
                self.near.push(before(label, text, (start, end), delimiter));
            } else if label.start >= end {
                self.near.extend(behind(label, text, end));
            }
        }
    }

    /// Whether a label stands right before the span.
    pub(crate) fn has_label_beside(&self) -> bool {
        self.near.iter().any(|near| near.is_beside)
    }

    /// What the labels say of a rule.
    pub(crate) fn naming(&self, labels: &Labels, rule: u16) -> Naming {
        let nearest = |naming: Naming| {
            self.near
                .iter()
                .filter(|near| labels.says(near.label, rule, near.is_beside) == naming)
                .filter(|near| naming == Naming::Label || !near.is_apart)
                .filter(|near| naming != Naming::Other || !near.is_spent)
                .min_by_key(|near| near.distance)
        };
        let (label, other) = (nearest(Naming::Label), nearest(Naming::Other));
        let hint = nearest(Naming::Hint);
        match (label, other) {
            (Some(label), None) if label.is_apart => Naming::Hint,
            (Some(_), None) => Naming::Label,
            (Some(label), Some(other))
                if !label.is_apart && (label.distance <= other.distance || label.same_clause) =>
            {
                Naming::Label
            }
            (None, None) => hint.map_or(Naming::None, |_| Naming::Hint),
            (_, Some(other)) => match hint {
                Some(hint) if hint.distance <= other.distance => Naming::Hint,
                _ => Naming::Other,
            },
        }
    }
}

/// A label before a span.
fn before(label: &WordHit, text: &[u8], (start, end): (u32, u32), delimiter: Option<u8>) -> Near {
    let span = between(text, start, end);
    let between = between(text, label.end, start);
    let has_digit = between.iter().any(u8::is_ascii_digit);
    let has_comma = memchr::memchr2(b',', b';', between).is_some();
    let crosses_cell = delimiter.is_some_and(|delimiter| between.contains(&delimiter));
    // The full stop of an abbreviation ends no sentence.
    let is_abbreviation = between.first() == Some(&b'.') && is_abbreviation(text, label);
    let rest = between
        .get(usize::from(is_abbreviation)..)
        .unwrap_or_default();
    Near {
        label: label.number,
        distance: between.len() as u32,
        is_beside: between
            .iter()
            .all(|byte| matches!(byte, b' ' | b':' | b'.' | b'#' | b'-' | b'_')),
        is_apart: ends_sentence(rest) || has_line_break(between) || crosses_cell && has_digit,
        same_clause: !has_digit && !has_comma,
        is_spent: is_spent(between, span),
    }
}

/// Whether a label names the number before a comma, and not the one behind it: `udlændingenr. 12345678, 070761-4285`. Numbers
/// with as many digits are a list of its kind.
fn is_spent(between: &[u8], span: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().filter(|byte| byte.is_ascii_digit()).count();
    let Some(comma) = memchr::memchr2(b',', b';', between) else {
        return false;
    };
    let own = digits(between.get(..comma).unwrap_or_default());
    own > 3 && own != digits(span)
}

fn between(text: &[u8], from: u32, to: u32) -> &[u8] {
    text.get(from as usize..to as usize).unwrap_or_default()
}

/// The most letters of a label's last word that is taken for an abbreviation.
const ABBREVIATION: usize = 4;

/// Whether a label ends in a short word, such as `nr` or `tel`.
fn is_abbreviation(text: &[u8], label: &WordHit) -> bool {
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic() || **byte >= 0x80;
    let words = between(text, label.start, label.end);
    let letters = words.iter().rev().take_while(is_letter).count();
    let is_number = matches!(words, [.., b'N' | b'n', b'R' | b'r']);
    letters <= ABBREVIATION || is_number
}

/// Bytes behind a label within which its own number stands.
const OWN_NUMBER: usize = 14;

/// A label behind a span: it names a number less often than what stands before it, never from the next line, and never when
/// a number of its own follows (`811218-9876, tel. 070…`).
fn behind(label: &WordHit, text: &[u8], end: u32) -> Option<Near> {
    let between = between(text, end, label.start);
    let rest = text.get(label.end as usize..).unwrap_or_default();
    let own = rest.iter().take(OWN_NUMBER);
    let mut own = own.take_while(|byte| !matches!(byte, b'\n' | b')' | b';' | b','));
    let is_same_line = !between.contains(&b'\n') && !ends_sentence(between);
    (is_same_line && !own.any(u8::is_ascii_digit)).then(|| Near {
        label: label.number,
        distance: 2 * between.len() as u32 + 12,
        is_beside: false,
        is_apart: false,
        same_clause: false,
        is_spent: false,
    })
}

/// A full stop and a capital letter.
fn ends_sentence(between: &[u8]) -> bool {
    between.windows(3).any(|part| {
        part[0] == b'.' && part[1] == b' ' && (part[2].is_ascii_uppercase() || part[2] == 0xC3)
    })
}

/// A line that ends elsewhere than right behind the label, or two lines.
fn has_line_break(between: &[u8]) -> bool {
    let Some(feed) = memchr::memchr(b'\n', between) else {
        return false;
    };
    let (head, tail) = between.split_at(feed);
    let is_empty = head
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || byte.is_ascii_punctuation());
    !is_empty || memchr::memchr_iter(b'\n', tail).count() > 1
}

/// How far the context of a span reaches: not across a hard join.
fn bounds(chunk: &Chunk, start: u32, end: u32) -> Range<u32> {
    let mut from = start.saturating_sub(BEFORE);
    let mut to = (end + BEHIND).min(chunk.text.len() as u32);
    let next = chunk
        .segments
        .partition_point(|segment| segment.start <= start);
    let before = chunk.segments.get(..next).unwrap_or_default();
    if let Some(hard) = before
        .iter()
        .rev()
        .take_while(|segment| segment.start > from)
        .find(|s| s.join == Join::Hard)
    {
        from = hard.start;
    }
    let behind = chunk.segments.get(next..).unwrap_or_default();
    if let Some(hard) = behind
        .iter()
        .take_while(|segment| segment.start < to)
        .find(|s| s.join == Join::Hard)
    {
        to = hard.start.max(end);
    }
    from..to
}
