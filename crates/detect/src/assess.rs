//! From a tally to findings, mentions, signals, and what the document is as a whole.

use crate::aggregate::{Columns, spread, total_of_column};
use crate::compile::Rules;
use crate::hit::Naming;
use crate::kind::{Title, kind};
use crate::settings::Settings;
use crate::table::{HARDLY_ANY, RUNNING_TEXT};
use crate::tally::{DocumentTally, Group, GroupKey, MentionTally, Sample};
use sporhund_model::{
    Assessment, Category, Confidence, Coverage, Facts, Finding, Fingerprint, Level, MemberPath,
    Mention, Note, PersonCount, Risk, RuleId, SensitiveCategory, Signals,
};
use std::collections::{BTreeMap, HashMap};

/// A column with fewer real numbers than this, in percent, holds something else.
const MOSTLY_OTHER: u32 = 40;
/// A column with at least this many real numbers, in percent, holds identifiers.
const MOSTLY_REAL: u32 = 90;
/// Distinct identities after which a column says what it holds.
const ENOUGH: u64 = 5;
/// The same share as [`HARDLY_ANY`] for numbers without a date.
const HARDLY_ANY_UNDATED: u32 = 34;
/// A document with terms of so many kinds, and fewer than one in so many of them tied, speaks in general.
const GENERAL_CATEGORIES: usize = 4;
const GENERAL_SHARE: u64 = 5;

/// Years from the year of birth in which somebody may be a child.
const CHILD: i16 = 18;

/// What is known of a document once it was read.
#[derive(Clone, Debug, Default)]
pub struct Assessed {
    /// Sorted by (member, start, rule).
    pub findings: Vec<Finding>,
    /// Each distinct identity, sorted by fingerprint.
    pub mentions: Vec<Mention>,
    /// What the document says about itself.
    pub signals: Signals,
    /// What it holds as a whole.
    pub assessment: Assessment,
    /// The item first, then its members in the order they were met.
    pub coverage: Vec<Coverage>,
}

impl Rules {
    /// Weighs columns as a whole, applies the threshold, and says what the document is.
    pub fn assess(&self, mut tally: DocumentTally, settings: &Settings) -> Assessed {
        let distinct = distinct(&tally);
        let mentions = self.mentions(&tally, &distinct, settings);
        let is_general = Title::read(&tally).is_general() || self.speaks_in_general(&tally);
        let mut findings: Vec<(u32, Finding)> = Vec::new();
        let mut columns = Columns::default();
        let mut counts: BTreeMap<RuleId, u64> = BTreeMap::new();
        // Samples become findings one group after the other, so that they are not held twice.
        let mut samples = take_samples(&mut tally);
        for (key, group) in &tally.groups {
            let samples = samples.next().unwrap_or_default();
            let delta = self.delta(&tally, &distinct, key);
            let Some(rule) = self.rule(key.rule) else {
                continue;
            };
            if is_general && is_loosely_tied(rule.category, key.naming) {
                continue;
            }
            let threshold = self.wishes.threshold(&rule.id, settings.min_confidence);
            let total = group.at_least(threshold, delta);
            if total > 0 {
                *counts.entry(rule.id.clone()).or_default() += total;
                let mut kept = self.findings_of(&tally, key, samples, delta, threshold);
                let identities = distinct.get(key).copied().unwrap_or(0);
                match key.column {
                    Some(column) if !tally.samples_all => {
                        let place = (key.member, key.rule, column);
                        columns.add(place, kept, (total, identities));
                        continue;
                    }
                    Some(column) => {
                        if let Some(first) = kept.first_mut() {
                            first
                                .reasons
                                .extend(total_of_column(column, total, identities));
                        }
                    }
                    None => {}
                }
                let spread = spread(kept, total).into_iter();
                findings.extend(spread.map(|finding| (key.member, finding)));
            }
        }
        findings.extend(columns.into_findings());
        findings.sort_by(|(member, one), (other_member, other)| {
            (member, one.span.start, &one.rule).cmp(&(other_member, other.span.start, &other.rule))
        });
        let findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
        let assessment = self.assessment(&tally, counts, &findings, &mentions, settings);
        Assessed {
            findings,
            mentions,
            assessment,
            signals: tally.signals,
            coverage: tally.coverage,
        }
    }

    fn findings_of(
        &self,
        tally: &DocumentTally,
        key: &GroupKey,
        samples: Vec<Sample>,
        delta: i16,
        threshold: i16,
    ) -> Vec<Finding> {
        let Some(rule) = self.rule(key.rule) else {
            return Vec::new();
        };
        let is_sure = |sample: &Sample| sample.confidence + delta >= threshold;
        let finding = |sample: Sample| Finding {
            rule: rule.id.clone(),
            category: rule.category,
            member: member_of(tally, key.member),
            location: sample.location,
            span: sample.span,
            confidence: Confidence::from_thousandths(
                (sample.confidence + delta).clamp(0, 1000).unsigned_abs(),
            ),
            reasons: reasons(sample.reasons, delta),
            masked: sample.masked,
            fingerprint: sample.fingerprint,
            person: sample.person,
            occurrences: 1,
            column: None,
            value: sample.value,
        };
        samples.into_iter().filter(is_sure).map(finding).collect()
    }

    fn mentions(
        &self,
        tally: &DocumentTally,
        distinct: &Distinct,
        settings: &Settings,
    ) -> Vec<Mention> {
        let is_sure = |mention: &MentionTally| {
            let confidence = mention.confidence + self.delta(tally, distinct, &mention.group);
            self.rule(mention.rule).is_some_and(|rule| {
                confidence >= self.wishes.threshold(&rule.id, settings.min_confidence)
            })
        };
        let mut mentions: Vec<Mention> = tally
            .mentions
            .iter()
            .filter(|(_, mention)| is_sure(mention))
            .filter_map(|(fingerprint, mention)| self.mention(tally, *fingerprint, mention))
            .collect();
        mentions.sort_by_key(|mention| mention.fingerprint);
        mentions
    }

    fn mention(
        &self,
        tally: &DocumentTally,
        fingerprint: Fingerprint,
        mention: &MentionTally,
    ) -> Option<Mention> {
        Some(Mention {
            identity: mention.identity,
            fingerprint,
            count: mention.count,
            rule: self.rule(mention.rule)?.id.clone(),
            confidence: Confidence::from_thousandths(
                mention.confidence.clamp(0, 1000).unsigned_abs(),
            ),
            member: member_of(tally, mention.group.member),
            first: mention.first.clone(),
            facts: mention.facts,
        })
    }

    fn assessment(
        &self,
        tally: &DocumentTally,
        counts: BTreeMap<RuleId, u64>,
        findings: &[Finding],
        mentions: &[Mention],
        settings: &Settings,
    ) -> Assessment {
        let numbers = mentions
            .iter()
            .filter(|mention| mention.identity.is_person())
            .count() as u64;
        // A number with the name and the mail address beside it are one person; what belongs to no number is one more.
        let is_lone = |mention: &&Mention| {
            let known = tally.mentions.get(&mention.fingerprint);
            known.is_some_and(|known| known.is_alone)
        };
        let names = mentions.iter().filter(is_lone).count() as u64;
        let persons = PersonCount {
            count: numbers + names + tally.more_mentions,
            estimated: tally.more_mentions > 0,
        };
        let level = self.level(tally, &counts);
        let sensitive = sensitive(findings);
        let (kind, kind_reasons) = kind(tally, numbers);
        let children = children(settings, mentions);
        let risk = risk(level, persons, &sensitive, (mentions, children));
        Assessment {
            counts,
            persons,
            level,
            sensitive,
            kind,
            kind_reasons,
            risk,
        }
    }

    /// What the share of real numbers in its column, or in the running text, adds to a hit that no label beside it names.
    fn delta(&self, tally: &DocumentTally, distinct: &Distinct, key: &GroupKey) -> i16 {
        let column = key.column.unwrap_or(RUNNING_TEXT);
        let profile = tally.profiles.get(&(column, key.rule));
        let Some(share) = profile.and_then(|profile| profile.share()) else {
            return 0;
        };
        let in_table = key.column.is_some();
        // One number that is repeated down a column says no more than it does once.
        let is_telling = distinct.get(key).is_some_and(|count| *count >= ENOUGH)
            && self
                .rule(key.rule)
                .is_some_and(|rule| !rule.passes_by_chance);
        if self.is_detector(key.rule) {
            // Under `Name` stand files, products and companies as well.
            let is_named = in_table && key.naming == Naming::Heading;
            return if is_named && share < MOSTLY_OTHER {
                -200
            } else {
                0
            };
        }
        // Dates of birth down a whole column are no accident, whatever the heading says.
        let is_dated = self
            .rule(key.rule)
            .is_some_and(|rule| rule.category == Category::NationalId);
        match key.naming {
            Naming::None | Naming::Hint if share < self.hardly_any(key.rule) => -500,
            Naming::None | Naming::Hint if in_table && share < MOSTLY_OTHER => -300,
            Naming::None | Naming::Hint if in_table && is_telling && share >= MOSTLY_REAL => 200,
            Naming::Unknown if in_table && is_telling && share >= MOSTLY_REAL && is_dated => 200,
            // Telephone numbers and the like, one below the other.
            Naming::None | Naming::Hint
                if is_telling && share >= MOSTLY_REAL && self.is_contact(key.rule) =>
            {
                310
            }
            Naming::Heading | Naming::Other if in_table && is_telling && share >= MOSTLY_REAL => {
                100
            }
            _ => 0,
        }
    }

    /// The share of real numbers, in percent, below which they may be so by chance: a check digit alone lets one in ten pass, and
    /// a date of birth with it hardly any.
    fn hardly_any(&self, rule: u16) -> u32 {
        let category = self.rule(rule).map(|rule| rule.category);
        match category {
            Some(Category::NationalId) => HARDLY_ANY,
            _ => HARDLY_ANY_UNDATED,
        }
    }

    fn is_contact(&self, rule: u16) -> bool {
        self.rule(rule)
            .is_some_and(|rule| rule.category == Category::Contact)
    }

    fn is_detector(&self, rule: u16) -> bool {
        self.detectors.iter().any(|(_, number)| *number == rule)
    }

    /// The highest level of the rules that found something; a rule that found official contact data only is below the rest.
    fn level(&self, tally: &DocumentTally, counts: &BTreeMap<RuleId, u64>) -> Level {
        let is_official = |number: usize| {
            let mut groups = tally
                .groups
                .keys()
                .filter(|key| usize::from(key.rule) == number);
            groups.all(|key| key.is_official)
        };
        let level = |(number, rule): (usize, &crate::compile::Rule)| {
            if is_official(number) {
                Level::Official
            } else {
                rule.level
            }
        };
        let rules = self.all.iter().enumerate();
        let found = rules.filter(|(_, rule)| counts.contains_key(&rule.id));
        found.map(level).max().unwrap_or_default()
    }

    /// Whether a document speaks of many kinds of sensitive data, and hardly ever of somebody: then the names in it are those
    /// of authors and officials.
    fn speaks_in_general(&self, tally: &DocumentTally) -> bool {
        let all: u64 = tally.terms.values().sum();
        let is_tied = |key: &&GroupKey| {
            self.rule(key.rule)
                .is_some_and(|rule| rule.category.is_about_somebody())
        };
        let tied: u64 = tally
            .groups
            .iter()
            .filter(|(key, _)| is_tied(key))
            .map(|(_, group)| group.at_least(500, 0))
            .sum();
        tally.terms.len() >= GENERAL_CATEGORIES && tied * GENERAL_SHARE < all
    }
}

/// Whether a sensitive term is tied by a name or pronoun only.
fn is_loosely_tied(category: Category, naming: Naming) -> bool {
    category.is_about_somebody() && naming == Naming::Hint
}

/// How many distinct identities each group has.
type Distinct = HashMap<GroupKey, u64>;

fn distinct(tally: &DocumentTally) -> Distinct {
    let mut distinct = Distinct::new();
    for mention in tally.mentions.values() {
        *distinct.entry(mention.group).or_default() += 1;
    }
    distinct
}

fn member_of(tally: &DocumentTally, member: u32) -> MemberPath {
    tally
        .members
        .get(member as usize)
        .cloned()
        .unwrap_or_default()
}

/// The samples of each group, in order.
fn take_samples(tally: &mut DocumentTally) -> std::vec::IntoIter<Vec<Sample>> {
    let take = |group: &mut Group| std::mem::take(&mut group.samples);
    let samples: Vec<Vec<Sample>> = tally.groups.values_mut().map(take).collect();
    samples.into_iter()
}

fn reasons(mut reasons: Vec<Note>, delta: i16) -> Vec<Note> {
    match delta {
        ..0 => reasons.push(Note::new("reason-column-of-look-alikes")),
        1.. => reasons.push(Note::new("reason-column-of-real")),
        0 => {}
    }
    reasons
}

fn sensitive(findings: &[Finding]) -> Vec<SensitiveCategory> {
    let mut categories: BTreeMap<Category, SensitiveCategory> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.person.is_some()) {
        let new = SensitiveCategory {
            category: finding.category,
            confidence: finding.confidence,
            places: 0,
        };
        let entry = categories.entry(finding.category).or_insert(new);
        entry.places += finding.occurrences;
        entry.confidence = entry.confidence.max(finding.confidence);
    }
    categories.into_values().collect()
}

/// How many persons are children by their year of birth.
fn children(settings: &Settings, mentions: &[Mention]) -> u64 {
    let year = settings.today.year();
    let is_child = |mention: &&Mention| {
        let born = mention.facts.birth_year.map(u16::cast_signed);
        mention.identity.is_person() && born.is_some_and(|born| born + CHILD >= year)
    };
    mentions.iter().filter(is_child).count() as u64
}

/// Points by level, number of persons, and vulnerable persons.
fn risk(
    level: Level,
    persons: PersonCount,
    sensitive: &[SensitiveCategory],
    (mentions, children): (&[Mention], u64),
) -> Risk {
    let mut risk = Risk::default();
    let mut add = |points: u32, part: Note| {
        if points > 0 {
            risk.score = (risk.score + points).min(100);
            risk.parts.push(part.with("points", points));
        }
    };
    let by_level = match level {
        Level::None => 0,
        Level::Official => 1,
        Level::Ordinary => 2,
        Level::Confidential => 15,
        Level::Sensitive => 35,
        Level::Crime => 40,
        Level::Protected => 60,
    };
    add(
        by_level,
        Note::new("risk-level").with("level", level.as_str()),
    );
    let by_persons = (persons.count + 1).ilog2() * 3;
    add(
        by_persons.min(30),
        Note::new("risk-persons").with("persons", persons.count),
    );
    add(
        (sensitive.len() as u32 * 3).min(15),
        Note::new("risk-categories").with("categories", sensitive.len() as u64),
    );
    add(
        ((children + 1).ilog2() * 2).min(10),
        Note::new("risk-children").with("children", children),
    );
    let is_protected = |one: &SensitiveCategory| one.category == Category::ProtectedIdentity;
    add(
        5 * u32::from(sensitive.iter().any(is_protected)),
        Note::new("risk-protected"),
    );
    let is_coordination = |facts: &Facts| facts.coordination;
    add(
        u32::from(
            mentions
                .iter()
                .any(|mention| is_coordination(&mention.facts)),
        ),
        Note::new("risk-coordination"),
    );
    risk
}
