//! What stands around a hit: labels that name it, and words that name a look-alike.
//!
//! Context is local. One word about invoices somewhere in a file says nothing of a number on another page, so only some 90
//! bytes before and 40 behind are looked at, never across a hard join. The nearest label decides.

use crate::compile::Rule;
use crate::hit::Naming;
use regex_automata::meta::{Config, Regex};
use regex_automata::util::syntax;
use sporhund_model::{Chunk, Join};
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes before and behind a hit that are looked at.
const BEFORE: u32 = 90;
const BEHIND: u32 = 40;
/// Labels of at least this length may be part of a compound (`elevpersonnummer`, `personnumret`).
const COMPOUND: usize = 6;

/// Which rules a text names, and of which it says that something else is meant; a bit for each rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NamedRules {
    pub named: u128,
    pub other: u128,
}

impl NamedRules {
    /// What it says of one rule.
    pub(crate) fn naming(self, rule: u16) -> Naming {
        match (self.named >> rule & 1 == 1, self.other >> rule & 1 == 1) {
            (true, _) => Naming::Label,
            (false, true) => Naming::Other,
            (false, false) => Naming::None,
        }
    }
}

/// A label in a text.
#[derive(Clone, Copy, Debug)]
struct LabelMatch {
    start: u32,
    end: u32,
    rules: NamedRules,
}

/// All labels of all rules, compiled as one expression.
#[derive(Debug)]
pub(crate) struct LabelMatcher {
    regex: Option<Regex>,
    rules: Vec<NamedRules>,
}

impl LabelMatcher {
    pub(crate) fn new(rules: &[Rule]) -> Self {
        let mut labels: BTreeMap<String, NamedRules> = BTreeMap::new();
        for (number, rule) in rules.iter().enumerate().take(128) {
            let context = &rule.loaded.file.context;
            for label in &context.labels {
                labels.entry(label.to_lowercase()).or_default().named |= 1 << number;
            }
            for label in &context.negative {
                labels.entry(label.to_lowercase()).or_default().other |= 1 << number;
            }
        }
        labels.remove("");
        // The longest first: of two that begin at one place, the first listed is taken.
        let mut labels: Vec<(String, NamedRules)> = labels.into_iter().collect();
        labels.sort_by_key(|(label, _)| std::cmp::Reverse(label.len()));
        let patterns: Vec<String> = labels.iter().map(|(label, _)| pattern(label)).collect();
        let regex = Regex::builder()
            .configure(Config::new().utf8_empty(false))
            .syntax(syntax::Config::new().utf8(false).unicode(false))
            .build_many(&patterns)
            .ok()
            .filter(|_| !patterns.is_empty());
        LabelMatcher {
            regex,
            rules: labels.into_iter().map(|(_, rules)| rules).collect(),
        }
    }

    fn matches<'t>(
        &'t self,
        text: &'t [u8],
        range: Range<u32>,
    ) -> impl Iterator<Item = LabelMatch> + 't {
        let part = text
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default();
        self.regex
            .iter()
            .flat_map(move |regex| regex.find_iter(part))
            .filter_map(move |found| {
                let (start, end) = (
                    range.start as usize + found.start(),
                    range.start as usize + found.end(),
                );
                let rules = *self.rules.get(found.pattern().as_usize())?;
                has_edges(text, start, end).then_some(LabelMatch {
                    start: start as u32,
                    end: end as u32,
                    rules,
                })
            })
    }

    /// All that a heading names.
    pub(crate) fn heading(&self, text: &str) -> NamedRules {
        let mut all = NamedRules::default();
        for label in self.matches(text.as_bytes(), 0..text.len() as u32) {
            all.named |= label.rules.named;
            all.other |= label.rules.other;
        }
        all
    }
}

/// The labels around one span; the buffer is kept.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    matches: Vec<(u32, LabelMatch)>,
}

impl Surroundings {
    /// Looks for labels around a span.
    pub(crate) fn look(&mut self, chunk: &Chunk, labels: &LabelMatcher, start: u32, end: u32) {
        self.matches.clear();
        let text = chunk.text.as_bytes();
        let within = bounds(chunk, start, end);
        for label in labels.matches(text, within.start..start) {
            self.matches.push((start - label.end, label));
        }
        let line_end = memchr::memchr(
            b'\n',
            text.get(end as usize..within.end as usize)
                .unwrap_or_default(),
        );
        let behind = line_end.map_or(within.end, |length| end + length as u32);
        for label in labels.matches(text, end..behind) {
            // What follows names a number less often than what stands before it.
            self.matches.push((2 * (label.start - end) + 12, label));
        }
    }

    /// What the labels say of a rule: the nearest one decides, and one that names beats one that does not.
    pub(crate) fn naming(&self, rule: u16) -> Naming {
        let nearest = |naming: Naming| {
            let says = |(_, label): &&(u32, LabelMatch)| label.rules.naming(rule) == naming;
            self.matches
                .iter()
                .filter(says)
                .map(|(distance, _)| *distance)
                .min()
        };
        match (nearest(Naming::Label), nearest(Naming::Other)) {
            (Some(named), Some(other)) if named > other => Naming::Other,
            (Some(_), _) => Naming::Label,
            (None, Some(_)) => Naming::Other,
            (None, None) => Naming::None,
        }
    }
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

/// Whether a label is a word, or part of a compound that it is long enough for.
fn has_edges(text: &[u8], start: usize, end: usize) -> bool {
    let is_letter =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == 0xC3);
    let long = end - start >= COMPOUND;
    let before = start.checked_sub(1).and_then(|at| text.get(at));
    let glued_before =
        before.is_some_and(|byte| byte.is_ascii_alphabetic() || (0x80..0xC0).contains(byte));
    long || !glued_before && !is_letter(text.get(end))
}

/// A label as an expression on bytes: ASCII case is ignored, other letters stand in both cases, a space is any white space.
fn pattern(label: &str) -> String {
    let mut pattern = String::from("(?i:");
    for character in label.chars() {
        match character {
            ' ' => pattern.push_str(r"(?:[\x20\t\r\n]|\xC2\xA0){1,2}"),
            _ if character.is_ascii_alphanumeric() => pattern.push(character),
            _ if character.is_ascii() => {
                pattern.push('\\');
                pattern.push(character);
            }
            _ => push_both_cases(&mut pattern, character),
        }
    }
    pattern.push(')');
    pattern
}

fn push_both_cases(pattern: &mut String, character: char) {
    pattern.push_str("(?:");
    push_bytes(pattern, &character.to_lowercase().to_string());
    pattern.push('|');
    push_bytes(pattern, &character.to_uppercase().to_string());
    pattern.push(')');
}

fn push_bytes(pattern: &mut String, text: &str) {
    for byte in text.bytes() {
        pattern.push_str(r"\x");
        for digit in [byte >> 4, byte & 15] {
            pattern.extend(char::from_digit(u32::from(digit), 16));
        }
    }
}
