//! All rules as one matcher.

use crate::context::Labels;
use crate::dictionary::{Dictionary, DictionaryBuilder};
use crate::expand::expand;
use crate::language::Languages;
use crate::load::{LoadedRule, RuleError, RuleSource};
use crate::rule::{AnchorSpec, CandidateSpec};
use crate::settings::Wishes;
use crate::shapes::{Naming, Shapes, Writing, byte_class, parse_range};
use crate::{official, persons};
use regex_automata::meta::Regex;
use sporhund_detector::{Detector, Leads, Validator};
use sporhund_model::{Category, Level, RuleId};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// The most rules that can be compiled together: their numbers are 16 bits wide.
const MAX_RULES: usize = 10_000;

/// What rules may name: validators and detectors of `plugins/`.
#[derive(Default)]
pub struct Plugins {
    /// What rules name with `validate`.
    pub validators: Vec<Box<dyn Validator>>,
    /// What rules name in their candidate.
    pub detectors: Vec<Box<dyn Detector>>,
}

impl From<Vec<Box<dyn Validator>>> for Plugins {
    fn from(validators: Vec<Box<dyn Validator>>) -> Self {
        Plugins {
            validators,
            detectors: Vec::new(),
        }
    }
}

/// A rule ready for work.
pub(crate) struct Rule {
    pub id: RuleId,
    pub category: Category,
    pub level: Level,
    /// In thousandths.
    pub confidence: i16,
    pub validator: Option<Arc<dyn Validator>>,
    pub require_label: bool,
    /// Whether the validator reads what stands around a shaped number.
    pub looks_around: bool,
    /// Whether most numbers of its shape pass the validator.
    pub passes_by_chance: bool,
    /// The languages of each line of its dictionary.
    pub languages: Vec<Languages>,
    /// Terms of its dictionary that are words of several languages, in lower case.
    pub shared: HashSet<String>,
    pub loaded: LoadedRule,
}

/// All rules, compiled once and shared by all threads.
pub struct Rules {
    pub(crate) all: Vec<Rule>,
    pub(crate) shapes: Shapes,
    pub(crate) at: Vec<u16>,
    pub(crate) dictionary: Dictionary,
    pub(crate) patterns: Option<Regex>,
    pub(crate) pattern_numbers: Vec<u16>,
    pub(crate) labels: Labels,
    /// With the rules that name them.
    pub(crate) detectors: Vec<(Box<dyn Detector>, u16)>,
    pub(crate) wishes: Wishes,
    digest: [u8; 32],
}

impl Rules {
    /// Compiles rules with the validators and detectors they name.
    ///
    /// # Errors
    /// Every error of every file.
    pub fn compile(
        sources: &[RuleSource],
        plugins: impl Into<Plugins>,
    ) -> Result<Self, Vec<RuleError>> {
        let Plugins {
            validators,
            detectors,
        } = plugins.into();
        let validators: BTreeMap<&'static str, Arc<dyn Validator>> = validators
            .into_iter()
            .map(|validator| (validator.name(), Arc::from(validator)))
            .collect();
        let mut errors = Vec::new();
        let mut rules: Vec<Rule> = Vec::new();
        for source in sources {
            match load_rule(source, &validators, &rules) {
                Ok(rule) => rules.push(rule),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            Self::assemble(rules, sources, detectors)
        } else {
            Err(errors)
        }
    }

    fn assemble(
        rules: Vec<Rule>,
        sources: &[RuleSource],
        detectors: Vec<Box<dyn Detector>>,
    ) -> Result<Self, Vec<RuleError>> {
        let mut parts = Parts {
            detectors,
            ..Parts::default()
        };
        for (number, rule) in rules.iter().enumerate() {
            parts.add(number as u16, rule);
        }
        if !parts.errors.is_empty() {
            return Err(parts.errors);
        }
        let labels = Labels::new(&rules, &mut parts.dictionary);
        parts
            .dictionary
            .add_signs(persons::that_say(official::SIGNS));
        let patterns = if parts.patterns.is_empty() {
            None
        } else {
            Regex::new_many(&parts.patterns).ok()
        };
        Ok(Rules {
            all: rules,
            shapes: parts.shapes,
            at: parts.at,
            dictionary: parts.dictionary.build(),
            patterns,
            pattern_numbers: parts.pattern_numbers,
            labels,
            detectors: parts.named,
            wishes: Wishes::default(),
            digest: digest(sources),
        })
    }

    /// Adds what the organisation wants left out or weighed in its own way.
    #[must_use]
    pub fn with_wishes(mut self, wishes: Wishes) -> Self {
        self.digest = *blake3::Hasher::new()
            .update(&self.digest)
            .update(format!("{wishes:?}").as_bytes())
            .finalize()
            .as_bytes();
        for rule in &mut self.all {
            if let Some(level) = wishes.levels.get(&rule.id) {
                rule.level = *level;
            }
        }
        self.wishes = wishes;
        self
    }

    /// A digest of all rule files and dictionaries: part of the key that tells whether a file must be read again.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// The rules' ids with category and level, in the order of their files.
    pub fn list(&self) -> impl Iterator<Item = (&RuleId, Category, Level, &crate::RuleFile)> {
        self.all
            .iter()
            .map(|rule| (&rule.id, rule.category, rule.level, &rule.loaded.file))
    }

    /// The number of a rule.
    pub(crate) fn rule(&self, number: u16) -> Option<&Rule> {
        self.all.get(number as usize)
    }
}

/// What rules look for, collected.
#[derive(Default)]
struct Parts {
    shapes: Shapes,
    at: Vec<u16>,
    dictionary: DictionaryBuilder,
    patterns: Vec<String>,
    pattern_numbers: Vec<u16>,
    /// Those that no rule has named yet, and those that one has.
    detectors: Vec<Box<dyn Detector>>,
    named: Vec<(Box<dyn Detector>, u16)>,
    errors: Vec<RuleError>,
}

impl Parts {
    fn add(&mut self, number: u16, rule: &Rule) {
        let source = &rule.loaded.source;
        match &rule.loaded.file.candidate {
            CandidateSpec::Digits {
                shapes,
                anchors,
                split,
            } => {
                let naming = if rule.require_label {
                    Naming::Required
                } else {
                    Naming::Optional
                };
                let validator = rule.validator.as_ref();
                let writing = Writing {
                    naming,
                    may_split: *split,
                    leads: validator.map_or(Leads::ANY, |validator| validator.leads()),
                };
                self.add_shapes((number, writing), shapes, source);
                self.add_anchors((number, naming), anchors, source);
            }
            CandidateSpec::At => self.at.push(number),
            CandidateSpec::Detector { name } => self.add_detector(number, name, source),
            CandidateSpec::Words { terms } => self.add_words(number, terms, source),
            CandidateSpec::Literal { pattern } => self.add_pattern(number, escape(pattern)),
            CandidateSpec::Regex { pattern } => match Regex::new(pattern) {
                Ok(_) => self.add_pattern(number, pattern.clone()),
                Err(error) => {
                    let error = source.value_error("pattern", pattern, &error.to_string());
                    self.errors.push(error);
                }
            },
        }
    }

    fn add_shapes(
        &mut self,
        (number, writing): (u16, Writing),
        shapes: &[String],
        source: &RuleSource,
    ) {
        for text in shapes {
            if self.shapes.add(text, number, writing).is_none() {
                self.errors.push(source.value_error(
                    "shapes",
                    text,
                    "lengths of groups, such as `6 4`, or a free grouping, such as `~8-10 0`",
                ));
            }
        }
    }

    fn add_anchors(&mut self, rule: (u16, Naming), anchors: &[AnchorSpec], source: &RuleSource) {
        for anchor in anchors {
            if add_anchor(&mut self.shapes, anchor, rule).is_none() {
                self.errors.push(source.value_error(
                    "anchors",
                    &anchor.runs,
                    "the length of a run, such as `6` or `2-32` (at most 32), and at most 64 anchors in all",
                ));
            }
        }
    }

    fn add_words(&mut self, number: u16, terms: &str, source: &RuleSource) {
        let text = source.dictionaries.get(terms).map_or("", AsRef::as_ref);
        if let Err(line) = self.dictionary.add(text, number) {
            self.errors.push(source.value_error(
                "terms",
                &format!("{terms}, line {line}"),
                "`lang,term,strength`",
            ));
        }
    }

    fn add_detector(&mut self, number: u16, name: &str, source: &RuleSource) {
        let found = self
            .detectors
            .iter()
            .position(|detector| detector.name() == name);
        if let Some(at) = found {
            self.named.push((self.detectors.swap_remove(at), number));
            return;
        }
        let known: Vec<&str> = self.detectors.iter().map(|known| known.name()).collect();
        let expected = format!("one of {}, each for one rule", known.join(", "));
        self.errors
            .push(source.value_error("name", name, &expected));
    }

    fn add_pattern(&mut self, number: u16, pattern: String) {
        self.patterns.push(pattern);
        self.pattern_numbers.push(number);
    }
}

fn add_anchor(shapes: &mut Shapes, anchor: &AnchorSpec, rule: (u16, Naming)) -> Option<()> {
    let runs = parse_range(&anchor.runs)?;
    let (before, after) = (byte_class(&anchor.before), byte_class(&anchor.after));
    shapes.add_anchor(runs, &before, &after, rule)
}

fn load_rule(
    source: &RuleSource,
    validators: &BTreeMap<&'static str, Arc<dyn Validator>>,
    rules: &[Rule],
) -> Result<Rule, RuleError> {
    let loaded = source.load()?;
    if let Some(other) = rules.iter().find(|rule| rule.id == loaded.id) {
        return Err(RuleError::Duplicate {
            file: source.file.clone(),
            line: crate::load::line_of(&source.text, "id"),
            id: loaded.file.id.clone(),
            other: other.loaded.source.file.clone(),
        });
    }
    if rules.len() >= MAX_RULES {
        return Err(source.value_error("id", &loaded.file.id, "one of at most 10000 rules"));
    }
    let validator = match &loaded.file.validate {
        None => None,
        Some(name) => Some(validators.get(name.as_str()).cloned().ok_or_else(|| {
            let known: Vec<&str> = validators.keys().copied().collect();
            source.value_error("validate", name, &format!("one of {}", known.join(", ")))
        })?),
    };
    let (languages, shared) = languages(&loaded);
    Ok(Rule {
        id: loaded.id.clone(),
        category: loaded.category,
        level: loaded.level,
        confidence: (loaded.file.confidence * 1000.0) as i16,
        looks_around: validator
            .as_ref()
            .is_some_and(|validator| validator.looks_around()),
        passes_by_chance: validator
            .as_ref()
            .is_none_or(|validator| validator.passes_by_chance()),
        validator,
        require_label: loaded.file.context.require_label,
        languages,
        shared,
        loaded,
    })
}

/// The languages of a dictionary's lines, and the terms that several have: a word of one language may be another word of
/// the next (`skuld`, `skulde`), and one word may stand in two.
fn languages(rule: &LoadedRule) -> (Vec<Languages>, HashSet<String>) {
    let CandidateSpec::Words { terms } = &rule.file.candidate else {
        return Default::default();
    };
    let text = rule
        .source
        .dictionaries
        .get(terms)
        .map_or("", AsRef::as_ref);
    let (mut lines, mut by_term) = (Vec::new(), BTreeMap::<String, Languages>::new());
    for line in text.lines() {
        let mut fields = line.split(',');
        let code = fields.next().unwrap_or_default();
        let mut own = Languages::default();
        own.add(code);
        lines.push(own);
        for term in fields.next().and_then(expand).unwrap_or_default() {
            let term = term.trim_matches(['*', '"']).to_lowercase();
            by_term.entry(term).or_default().add(code);
        }
    }
    let is_shared = |languages: &Languages| !languages.is_one();
    let shared = by_term.into_iter().filter(|(_, all)| is_shared(all));
    (lines, shared.map(|(term, _)| term).collect())
}

/// A literal as an expression that ignores ASCII case.
fn escape(literal: &str) -> String {
    let mut pattern = String::from("(?i-u:");
    for character in literal.chars() {
        if character.is_ascii_punctuation() {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push(')');
    pattern
}

fn digest(sources: &[RuleSource]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for source in sources {
        hasher
            .update(source.file.as_bytes())
            .update(&[0])
            .update(source.text.as_bytes())
            .update(&[0]);
        for (name, text) in &source.dictionaries {
            hasher
                .update(name.as_bytes())
                .update(&[0])
                .update(text.as_bytes())
                .update(&[0]);
        }
    }
    *hasher.finalize().as_bytes()
}
