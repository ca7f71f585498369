//! Sensitive terms count only when tied to a person: beside a number or a name in the same sentence or row, to somebody whom
//! a pronoun means in the same paragraph, or to whom a form is about.
//!
//! A number ties more than a name: names stand in policies, minutes and news as well, as those of officials and authors.

use crate::compile::Rules;
use crate::entry::{Meaning, Strength};
use crate::hit::{Hit, Naming};
use crate::language::Language;
use crate::persons::{Signs, sign_of, signs_of};
use crate::words::WordHit;
use sporhund_model::{Category, Chunk, Join, Note};
use std::ops::Range;

/// Bytes between a term and a person in running text: about 15 words and the sentence they stand in.
const NEAR: u32 = 160;
/// Bytes within which a term is as good as beside the person.
const BESIDE: u32 = 60;
/// Bytes within a paragraph that a pronoun reaches back.
const PRONOUN: u32 = 900;
/// Bytes between whom a form is about and its lines.
const FORM: u32 = 2000;
/// The longest row that is looked through.
const ROW: u32 = 4096;
/// A number or name must be at least this sure to stand for a person, in thousandths.
const PERSON: i16 = 500;
/// Bytes between a person and what is said of them.
const SAID: u32 = 90;
/// Bytes between a term and whom it is about.
const LEADS: usize = 48;
/// Bytes beside a name in which a role makes it an official's.
const ROLE: usize = 48;

/// A number or name that stands for a person.
#[derive(Clone, Copy, Debug)]
struct Person {
    /// The number of the hit.
    hit: usize,
    start: u32,
    end: u32,
    is_number: bool,
}

/// How a term is tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bond {
    Row,
    /// A name in the same row.
    NameRow,
    Number,
    Name,
    Pronoun,
    Form,
}

/// A person that a term is tied to.
#[derive(Clone, Copy, Debug)]
struct Tie {
    bond: Bond,
    distance: u32,
    person: usize,
    /// A verb says that the person is or has what the term means.
    is_said: bool,
}

/// Adds a hit for each term that is tied to one of the persons among `hits` (sorted by start).
pub(crate) fn tie(
    chunk: &Chunk,
    rules: &Rules,
    (terms, language): (&[WordHit], Option<Language>),
    hits: &mut Vec<Hit>,
) {
    if terms.is_empty() {
        return;
    }
    let persons: Vec<Person> = (0..hits.len())
        .filter_map(|index| person(chunk, rules, hits.get(index)?, index))
        .collect();
    if persons.is_empty() {
        return;
    }
    let scene = Scene {
        chunk,
        persons: &persons,
    };
    let mut tied = Vec::new();
    for term in terms {
        let Some((rule, strength, line)) = meaning(rules, term) else {
            continue;
        };
        if strength != Strength::Strong && is_foreign(rules, (rule, line), language) {
            continue;
        }
        if let Some(tie) = scene.find(term, strength) {
            tied.extend(hit_of(rules, (rule, line), term, strength, tie));
        }
    }
    hits.append(&mut tied);
}

fn meaning(rules: &Rules, term: &WordHit) -> Option<(u16, Strength, u32)> {
    match rules.dictionary.entry(term.number)?.meaning {
        Meaning::Term {
            rule,
            strength,
            line,
        } => Some((rule, strength, line)),
        Meaning::Label(_) => None,
    }
}

/// Whether a term is a word of another language than the text's: it may be an ordinary word of that.
fn is_foreign(rules: &Rules, (rule, line): (u16, u32), language: Option<Language>) -> bool {
    let line = (line as usize).wrapping_sub(1);
    let own = rules.rule(rule).and_then(|rule| rule.languages.get(line));
    matches!((own, language), (Some(own), Some(language)) if !own.has(language))
}

/// A hit that stands for a person: an identity number, or a name that is no official's.
fn person(chunk: &Chunk, rules: &Rules, hit: &Hit, index: usize) -> Option<Person> {
    let category = rules.rule(hit.rule)?.category;
    let is_number = category == Category::NationalId;
    let is_person = is_number || category == Category::Name && !is_official(&chunk.text, hit);
    (is_person && hit.confidence >= PERSON).then_some(Person {
        hit: index,
        start: hit.start,
        end: hit.end,
        is_number,
    })
}

/// Whether a role stands right before a name in its sentence, or behind a comma after it.
fn is_official(text: &str, hit: &Hit) -> bool {
    let (start, end) = (hit.start as usize, hit.end as usize);
    let from = floor(text, start.saturating_sub(ROLE));
    let before = text.get(from..start).unwrap_or_default();
    let clause = before
        .rfind(['\n', ';'])
        .max(before.rfind(". ").map(|at| at + 1))
        .max(before.rfind(" att ").map(|at| at + 4))
        .max(before.rfind(" at ").map(|at| at + 3))
        .map_or(0, |at| at + 1);
    let to = floor(text, (end + ROLE).min(text.len()));
    let behind = text.get(end..to).unwrap_or_default();
    let role = behind
        .strip_prefix([',', '('])
        .or_else(|| behind.strip_prefix(" ("));
    let role = role.and_then(|role| role.split([',', '.', ')', '\n']).next());
    signs_of(before.get(clause..).unwrap_or_default()).has(Signs::OFFICIAL)
        || role.is_some_and(|role| signs_of(role).has(Signs::OFFICIAL))
}

/// The nearest place at or before a byte where a character begins.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The persons of a chunk.
#[derive(Clone, Copy)]
struct Scene<'a> {
    chunk: &'a Chunk,
    persons: &'a [Person],
}

impl Scene<'_> {
    /// The person whom a term says something about.
    fn find(&self, term: &WordHit, strength: Strength) -> Option<Tie> {
        let after = self
            .persons
            .partition_point(|person| person.start < term.start);
        let sentence = sentence(&self.chunk.text, term);
        let text = self.chunk.text.get(sentence.clone()).unwrap_or_default();
        let signs = signs_of(text);
        let beside = self.beside(term, after, &sentence, signs);
        if beside.is_some() {
            return beside;
        }
        if signs.has(Signs::FORM) {
            return None;
        }
        let reaches_back =
            signs.has(Signs::PRONOUN) || signs.has(Signs::SUBJECT) && !signs.has(Signs::GENERAL);
        let before = self.persons.get(..after)?;
        let is_said =
            signs.has(Signs::PREDICATE) && !signs.has(Signs::GENERAL.and(Signs::OFFICIAL));
        let counts = strength == Strength::Strong || strength == Strength::Weak && is_said;
        if reaches_back
            && counts
            && let Some(tie) = self.named_before(term, before)
        {
            return Some(tie);
        }
        self.of_form(term, before, text)
    }

    /// A number near the term, or a name in its sentence.
    fn beside(
        &self,
        term: &WordHit,
        after: usize,
        sentence: &Range<usize>,
        signs: Signs,
    ) -> Option<Tie> {
        let from = after.saturating_sub(3);
        let to = (after + 3).min(self.persons.len());
        let near = self.persons.get(from..to)?;
        let tie = |person: &Person| self.tie_to(term, person, sentence, signs);
        near.iter().filter_map(tie).min_by_key(|tie| {
            let is_name = matches!(tie.bond, Bond::Name | Bond::NameRow);
            (is_name, tie.distance)
        })
    }

    fn tie_to(
        &self,
        term: &WordHit,
        person: &Person,
        sentence: &Range<usize>,
        signs: Signs,
    ) -> Option<Tie> {
        let distance = distance(self.chunk, term, person)?;
        let in_sentence = sentence.contains(&(person.start as usize));
        let bond = match (distance, person.is_number) {
            (0, true) => Bond::Row,
            (0, false) => Bond::NameRow,
            (_, true) if !signs.has(Signs::FORM) => Bond::Number,
            (_, false) if in_sentence && !signs.has(Signs::FORM.and(Signs::GENERAL)) => Bond::Name,
            _ => return None,
        };
        let overlaps = term.start < person.end && person.start < term.end;
        let leads = self.leads(term, person);
        let tie = Tie {
            bond,
            distance,
            person: person.hit,
            is_said: !matches!(bond, Bond::Row | Bond::NameRow)
                && (self.is_said(term, person) || leads && !signs.has(Signs::GENERAL)),
        };
        // A name behind a term is whom it is about only when a word says so.
        let is_loose = bond == Bond::Name && person.start > term.start && !leads;
        (!overlaps && !is_loose).then_some(tie)
    }

    /// Whether a verb stands between a person and a term behind it, and nothing that turns it into something general.
    fn is_said(&self, term: &WordHit, person: &Person) -> bool {
        let gap = term.start.checked_sub(person.end);
        if gap.is_none_or(|gap| gap > SAID) {
            return false;
        }
        // The verb may be the beginning of the term itself: `har skulder`, `er jøde`.
        let clause = self.chunk.text.get(person.end as usize..term.end as usize);
        let signs = signs_of(clause.unwrap_or_default());
        let is_said = signs.has(Signs::PREDICATE.and(Signs::PRONOUN));
        is_said
            && !signs.has(Signs::GENERAL.and(Signs::FORM))
            && !holds_office(clause.unwrap_or_default())
    }

    /// Whether what stands between a term and a name behind it leads to the name: `läkarintyg för`, `orosanmälan gällande`.
    fn leads(&self, term: &WordHit, person: &Person) -> bool {
        let between = self
            .chunk
            .text
            .get(term.start as usize..person.start as usize)
            .unwrap_or_default();
        let length = between
            .len()
            .saturating_sub((term.end - term.start) as usize);
        let last = between.split_whitespace().next_back().unwrap_or_default();
        length <= LEADS && sign_of(last.trim_matches([':', '.', ','])).has(Signs::ABOUT)
    }

    /// Whom a pronoun means: the last person named in the same paragraph.
    fn named_before(&self, term: &WordHit, before: &[Person]) -> Option<Tie> {
        let last = before.last()?;
        let between = self
            .chunk
            .text
            .get(last.end as usize..term.start as usize)?;
        let distance = term.start.checked_sub(last.end)?;
        let fits = distance <= PRONOUN
            && !between.contains("\n\n")
            && !crosses(self.chunk, last.end, term.start);
        fits.then_some(Tie {
            bond: Bond::Pronoun,
            distance,
            person: last.hit,
            is_said: false,
        })
    }

    /// Whom a form is about: its only number stands above, and the line is a label with its value.
    fn of_form(&self, term: &WordHit, before: &[Person], line: &str) -> Option<Tie> {
        let (label, value) = line.split_once(':')?;
        let value = value.trim();
        let is_filled =
            value.chars().any(char::is_alphanumeric) && !sign_of(value).has(Signs::EMPTY);
        let is_field = label.len() <= 60 && is_filled && value.len() <= 160;
        let mut numbers = before.iter().rev().filter(|person| person.is_number);
        let last = numbers.next()?;
        let distance = term.start.checked_sub(last.end)?;
        let is_near = distance <= FORM && !crosses(self.chunk, last.end, term.start);
        (is_field && is_near).then_some(Tie {
            bond: Bond::Form,
            distance,
            person: last.hit,
            is_said: false,
        })
    }
}

/// The sentence or line that a term stands in.
fn sentence(text: &str, term: &WordHit) -> Range<usize> {
    let (start, end) = (term.start as usize, term.end as usize);
    let from = floor(text, start.saturating_sub(400));
    let before = text.get(from..start).unwrap_or_default();
    let begin = last_end(before).map_or(from, |at| from + at);
    let to = floor(text, (end + 400).min(text.len()));
    let behind = text.get(end..to).unwrap_or_default();
    let finish = first_end(behind).map_or(to, |at| end + at);
    begin..finish
}

/// `är ordförande i …`: what follows is about the office.
fn holds_office(clause: &str) -> bool {
    let mut words = clause.split_whitespace().take(2);
    words.any(|word| sign_of(word).has(Signs::OFFICIAL))
}

/// Where the last sentence before a place ends. A full stop behind one letter or a short word belongs to it.
fn last_end(text: &str) -> Option<usize> {
    let feed = text.rfind('\n').map(|at| at + 1);
    let stop = text
        .rmatch_indices(['.', '!', '?'])
        .map(|(at, mark)| at + mark.len())
        .find(|at| ends_sentence(text, *at));
    feed.max(stop)
}

fn first_end(text: &str) -> Option<usize> {
    let feed = text.find('\n');
    let stop = text
        .match_indices(['.', '!', '?'])
        .map(|(at, mark)| at + mark.len())
        .find(|at| ends_sentence(text, *at));
    match (feed, stop) {
        (Some(feed), Some(stop)) => Some(feed.min(stop)),
        (feed, stop) => feed.or(stop),
    }
}

/// Whether a space and a capital follow a full stop that does not belong to an abbreviation.
fn ends_sentence(text: &str, at: usize) -> bool {
    let behind = text.get(at..).unwrap_or_default();
    let goes_on = behind
        .strip_prefix([' ', '\r'])
        .is_none_or(|rest| !rest.starts_with(|c: char| c.is_uppercase() || c == '–' || c == '-'));
    let head = text.get(..at.saturating_sub(1)).unwrap_or_default();
    let length = head
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric())
        .count();
    length > 2 && (!goes_on || behind.is_empty())
}

/// How far a term stands from a person that it may be tied to; 0 in the same row.
fn distance(chunk: &Chunk, term: &WordHit, person: &Person) -> Option<u32> {
    let (from, to) = if term.end <= person.start {
        (term.end, person.start)
    } else {
        (person.end.min(term.start), term.start)
    };
    let gap = to - from;
    if gap > ROW {
        return None;
    }
    let between = chunk.text.as_bytes().get(from as usize..to as usize)?;
    if chunk
        .origin
        .as_ref()
        .is_some_and(|origin| origin.delimiter.is_some())
    {
        return memchr::memchr(b'\n', between).is_none().then_some(0);
    }
    let (one, other) = (chunk.segment_at(term.start), chunk.segment_at(person.start));
    if one.cell.is_some() && other.cell.is_some() && one.cell != other.cell {
        return (one.place == other.place && one.cell.row == other.cell.row).then_some(0);
    }
    let fits = gap <= NEAR
        && !crosses(chunk, from, to)
        && memchr::memmem::find(between, b"\n\n").is_none();
    fits.then_some(gap.max(1))
}

/// Whether something that nothing crosses lies between two places.
fn crosses(chunk: &Chunk, from: u32, to: u32) -> bool {
    let first = chunk
        .segments
        .partition_point(|segment| segment.start <= from);
    let behind = chunk.segments.get(first..).unwrap_or_default();
    behind
        .iter()
        .take_while(|segment| segment.start <= to)
        .any(|segment| segment.join == Join::Hard)
}

/// How sure it is that a term says something about the person it is tied to, in thousandths.
fn confidence(tie: Tie, strength: Strength) -> Option<i16> {
    let beside = tie.distance <= BESIDE;
    Some(match (tie.bond, strength) {
        (_, Strength::Strong) if tie.is_said => 900,
        (_, Strength::Weak) if tie.is_said => 750,
        (_, Strength::Context) if tie.is_said && beside => 600,
        (Bond::Form, Strength::Context) | (Bond::Row, Strength::Weak) => 650,
        // Ordinary words stand beside names in lists of films, books and places.
        (Bond::Name | Bond::NameRow, Strength::Weak) | (_, Strength::Context) => return None,
        (Bond::Row, Strength::Strong) => 900,
        (Bond::Number, Strength::Strong) => {
            if beside {
                900
            } else {
                800
            }
        }
        (Bond::Name, Strength::Strong) => {
            if beside {
                800
            } else {
                700
            }
        }
        (Bond::Pronoun | Bond::Form, _) => 700,
        (Bond::Number, Strength::Weak) => {
            if beside {
                650
            } else {
                550
            }
        }
        (Bond::NameRow, Strength::Strong) => 750,
    })
}

fn hit_of(
    rules: &Rules,
    (rule, line): (u16, u32),
    term: &WordHit,
    strength: Strength,
    tie: Tie,
) -> Option<Hit> {
    let confidence = confidence(tie, strength)?;
    let mut hit = Hit::new(rule, term.start, term.end, confidence);
    hit.person = Some(tie.person);
    // How a term is tied is kept apart: a policy takes away what only names tie.
    hit.naming = match tie.bond {
        Bond::Row | Bond::Number | Bond::Form => Naming::Label,
        Bond::Name | Bond::NameRow | Bond::Pronoun => Naming::Hint,
    };
    let category = rules.rule(rule)?.category;
    let code = format!("{}:{}", category.as_str(), line);
    let reason = match tie.bond {
        Bond::Row | Bond::NameRow => "reason-term-in-row",
        Bond::Pronoun => "reason-term-pronoun",
        Bond::Form => "reason-term-form",
        Bond::Number | Bond::Name => "reason-term-near",
    };
    let note = Note::new(reason).with("term", code);
    hit.reasons.push(match tie.bond {
        Bond::Number | Bond::Name => note.with("distance", tie.distance),
        _ => note,
    });
    Some(hit)
}
