//! Sensitive terms count only when tied to a person: beside a number or a name in the same sentence or row, to somebody whom
//! a pronoun means in the same paragraph, or to whom a form is about.
//!
//! A number ties more than a name: names stand in policies, minutes and news as well, as those of officials and authors.

use crate::also::also;
use crate::bond::{Bond, Tie, hit_of};
use crate::compile::Rules;
use crate::entry::{Meaning, Strength};
use crate::everyday::is_everyday;
use crate::focus::NOTE;
use crate::general::is_of_council;
use crate::hit::Hit;
use crate::language::Language;
use crate::leads::find_lead;
use crate::persons::{Signs, is_role, sign_of, signs_of};
use crate::scene::{Person, Scene};
use crate::second::{Sketch, keep_seconded, may_be_seconded, stem_of};
use crate::sentence::{reach_back, reach_on};
use crate::words::WordHit;
use sporhund_model::{Category, Chunk};

/// A number or name must be at least this sure to stand for a person, in thousandths.
const PERSON: i16 = 500;
/// Bytes beside a name in which a role makes it an official's.
const ROLE: usize = 48;

/// A lead shorter than this (`er`, `har`, `fick`) says nothing of an everyday word.
const LEAD: u32 = 7;
/// Bytes of a text in which the title of a record may stand.
const TITLE: u32 = 160;
/// Bytes before a term in which the word before it ends.
const BEFORE: usize = 8;
/// What the names of records end in.
const RECORDS: [&str; 16] = [
    "plan",
    "journal",
    "utredning",
    "anteckning",
    "lista",
    "liste",
    "akt",
    "skrivning",
    "erklæring",
    "undersøgelse",
    "underretning",
    "attest",
    "sag",
    "rapport",
    "notat",
    "bedömning",
];
/// Endings of nouns in the plural.
const GROUPS: [&str; 10] = [
    "er", "ar", "erna", "arna", "ere", "erne", "ne", "na", "ers", "ernas",
];
/// Bytes of a line in which a label may stand before a name.
const LABEL: usize = 48;

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
    let all = (0..hits.len()).filter_map(|index| person(chunk, rules, hits.get(index)?, index));
    let (officials, persons): (Vec<Person>, Vec<Person>) =
        all.partition(|person| person.is_official);
    if persons.is_empty() && officials.is_empty() {
        return;
    }
    let scene = Scene {
        chunk,
        persons: &persons,
        officials: &officials,
        subject: subject(chunk, &persons, hits),
        is_of_council: is_of_council(&chunk.text),
    };
    let tying = Tying {
        chunk,
        rules,
        language,
        sketches: sketches(chunk, rules, terms),
        scene,
    };
    let mut tied = Vec::new();
    for term in terms.iter().filter(|term| !is_nested(term, terms)) {
        tying.take(term, &mut tied);
    }
    keep_seconded(chunk, &mut tied);
    hits.append(&mut tied);
}

/// What the terms of a text are tied by.
struct Tying<'a> {
    chunk: &'a Chunk,
    rules: &'a Rules,
    language: Option<Language>,
    sketches: Vec<Sketch>,
    scene: Scene<'a>,
}

/// A term with its rule, the line of its dictionary, and how much it says where it stands.
#[derive(Clone, Copy)]
struct Said<'a> {
    term: &'a WordHit,
    rule: u16,
    line: u32,
    strength: Strength,
    is_faint: bool,
}

impl Tying<'_> {
    /// Adds the hits of a term, if it is tied to somebody; `None` where it says nothing.
    fn take(&self, term: &WordHit, tied: &mut Vec<Hit>) -> Option<()> {
        let (chunk, rules, scene) = (self.chunk, self.rules, &self.scene);
        let (rule, strength, line) = meaning(rules, term)?;
        if strength != Strength::Strong && is_foreign(rules, (rule, line), term, self.language) {
            return None;
        }
        if is_marking(rules, rule)
            && let Some(tie) = scene.of_stamp(term)
        {
            let strength = Strength::Strong;
            tied.extend(hit_of(rules, (rule, (rule, line)), term, strength, tie));
            return None;
        }
        let lead = lead(chunk, rules, (rule, strength), term);
        let is_faint = is_faint(strength, lead.map(|lead| term.start - lead));
        let strength = led(strength, lead.is_some());
        let is_care = is_care(rules, rule);
        let may_count = || may_be_seconded(&chunk.text, term, (rule, &self.sketches));
        if is_faint && !may_count() && !(term.start <= TITLE && is_care) {
            return None;
        }
        if strength == Strength::Part || lead.is_none() && is_everyday(word(chunk, term)) {
            return None;
        }
        let found = scene.find(term, lead.unwrap_or(term.start), strength);
        let titled = || scene.of_title(term, is_faint).filter(|_| is_care);
        let said = Said {
            term,
            rule,
            line,
            strength,
            is_faint,
        };
        self.add(said, found.or_else(titled)?, tied);
        Some(())
    }

    fn add(&self, said: Said<'_>, tie: Tie, tied: &mut Vec<Hit>) {
        let (chunk, rules, scene) = (self.chunk, self.rules, &self.scene);
        let Said {
            term,
            rule,
            line,
            strength,
            ..
        } = said;
        let is_faint = tie.bond != Bond::Title && said.is_faint
            || is_loose(chunk, tie, strength, scene.persons)
            || tie.bond == Bond::Record && scene.is_crowd()
            || is_group(chunk, rules, rule, term)
            || is_marking(rules, rule) && !word(chunk, term).contains(' ');
        let mut others = also_of(chunk, rules, rule, term);
        others.push(rule);
        for other in others {
            let hit = hit_of(rules, (other, (rule, line)), term, strength, tie);
            tied.extend(hit.map(|hit| Hit { is_faint, ..hit }));
        }
    }
}

/// What is looked at first of each term.
fn sketches(chunk: &Chunk, rules: &Rules, terms: &[WordHit]) -> Vec<Sketch> {
    let sketch = |term: &WordHit| {
        let (rule, strength, _) = meaning(rules, term)?;
        Some(Sketch {
            start: term.start,
            rule,
            is_sure: !matches!(strength, Strength::Faint | Strength::Context),
            stem: stem_of(word(chunk, term).as_bytes()),
        })
    };
    terms.iter().filter_map(sketch).collect()
}

/// Whether a term needs a second one: an everyday word does, unless a lead that says something stands before it, and so does
/// a word of policies and minutes.
fn is_faint(strength: Strength, lead: Option<u32>) -> bool {
    match strength {
        Strength::Faint => lead.is_none_or(|bytes| bytes < LEAD),
        Strength::Context => lead.is_none(),
        _ => false,
    }
}

/// Whether a term stands in another sentence than the name it is tied to.
fn is_far(tie: Tie) -> bool {
    matches!(tie.bond, Bond::Pronoun | Bond::Record)
}

/// Whether only a pronoun or a sentence before ties a weak term to a name, in a text that is no note.
fn is_loose(chunk: &Chunk, tie: Tie, strength: Strength, persons: &[Person]) -> bool {
    let heads = || {
        let one = persons.iter().find(|person| person.hit == tie.person);
        one.is_some_and(|person| person.is_number || person.is_labelled)
    };
    is_far(tie) && strength == Strength::Weak && chunk.text.len() > NOTE && !heads()
}

/// Whether a term names a people, the followers of something or a kind of records in the plural, with its ending: `ryssarna`,
/// `nazister`, `genomförandeplaner`.
fn is_group(chunk: &Chunk, rules: &Rules, rule: u16, term: &WordHit) -> bool {
    let entry = rules.dictionary.entry(term.number);
    let Some(entry) = entry.filter(|entry| entry.plain) else {
        return false;
    };
    let category = rules.rule(rule).map(|rule| rule.category);
    let is_people = matches!(
        category,
        Some(Category::EthnicOrigin | Category::Religion | Category::Political)
    );
    let is_record = || {
        RECORDS
            .iter()
            .any(|record| entry.text.ends_with(record.as_bytes()))
    };
    let ending = word(chunk, term)
        .get(entry.text.len()..)
        .unwrap_or_default();
    let is_many = entry.text.ends_with(b"er") && ending == "e";
    let is_plural = is_many || GROUPS.contains(&ending.to_lowercase().as_str());
    // `Vi är tamiler och hinduer`.
    let before = reach_back(&chunk.text, term.start, BEFORE);
    let last = before.split_whitespace().next_back();
    let is_said = matches!(last, Some("är" | "er" | "og" | "och" | "som" | "are"));
    is_many || is_plural && (is_people && !is_said || is_record())
}

/// How much a term says, with a lead before it or without.
fn led(strength: Strength, has_lead: bool) -> Strength {
    match strength {
        Strength::Faint => Strength::Weak,
        _ if has_lead => Strength::Strong,
        _ => strength,
    }
}

/// A term as it is written.
fn word<'t>(chunk: &'t Chunk, term: &WordHit) -> &'t str {
    let text = chunk.text.get(term.start as usize..term.end as usize);
    text.unwrap_or_default()
}

/// The rules of what else a term says something of.
fn also_of(chunk: &Chunk, rules: &Rules, rule: u16, term: &WordHit) -> Vec<u16> {
    let Some(own) = rules.rule(rule).map(|rule| rule.category) else {
        return Vec::new();
    };
    let of = |category: Category| {
        let at = rules.all.iter().position(|rule| rule.category == category);
        at.and_then(|at| u16::try_from(at).ok())
    };
    let all = also(word(chunk, term), own);
    all.into_iter().filter_map(of).collect()
}

fn meaning(rules: &Rules, term: &WordHit) -> Option<(u16, Strength, u32)> {
    match rules.dictionary.entry(term.number)?.meaning {
        Meaning::Term {
            rule,
            strength,
            line,
        } => Some((rule, strength, line)),
        Meaning::Label(_) | Meaning::Sign(_) => None,
    }
}

/// Whether a rule finds what marks a document as secret.
fn is_marking(rules: &Rules, rule: u16) -> bool {
    rules
        .rule(rule)
        .is_some_and(|rule| rule.category == Category::SecrecyMarking)
}

/// Whether a rule finds what care and courts do for somebody: the title of their notes says it of whom they name.
fn is_care(rules: &Rules, rule: u16) -> bool {
    let category = rules.rule(rule).map(|rule| rule.category);
    matches!(
        category,
        Some(Category::SocialConfidential | Category::Family)
    )
}

/// Where the lead of a term begins, unless it needs none.
fn lead(
    chunk: &Chunk,
    rules: &Rules,
    (rule, strength): (u16, Strength),
    term: &WordHit,
) -> Option<u32> {
    let category = rules.rule(rule)?.category;
    let needs = strength != Strength::Strong;
    needs
        .then(|| find_lead(&chunk.text, term, category))
        .flatten()
}

/// Whether a term is a word of another language than the text's: it may be an ordinary word of that.
fn is_foreign(
    rules: &Rules,
    (rule, line): (u16, u32),
    term: &WordHit,
    language: Option<Language>,
) -> bool {
    let line = (line as usize).wrapping_sub(1);
    let rule = rules.rule(rule);
    let own = rule.and_then(|rule| rule.languages.get(line));
    let is_other = matches!((own, language), (Some(own), Some(language)) if !own.has(language));
    let entry = rules.dictionary.entry(term.number);
    let word = entry.and_then(|entry| std::str::from_utf8(&entry.text).ok());
    let is_shared = || {
        let lower = word.unwrap_or_default().to_lowercase();
        rule.is_some_and(|rule| rule.shared.contains(&lower))
    };
    is_other && !is_shared()
}

/// A hit that stands for a person: an identity number, or a name.
fn person(chunk: &Chunk, rules: &Rules, hit: &Hit, index: usize) -> Option<Person> {
    let category = rules.rule(hit.rule)?.category;
    let is_number = category == Category::NationalId;
    let is_person = is_number || category == Category::Name;
    (is_person && hit.confidence >= PERSON).then(|| Person {
        hit: index,
        start: hit.start,
        end: hit.end,
        is_number,
        is_official: !is_number && is_official(&chunk.text, hit),
        is_labelled: !is_number && is_labelled(&chunk.text, (hit.start, hit.end)),
    })
}

/// Whether a name is the value of a label that says whom a form or record is about: `Elev: Eva Ek`, or a title of its own
/// (`Notat vedr. Eva Ek`).
fn is_labelled(text: &str, (start, end): (u32, u32)) -> bool {
    let line = reach_back(text, start, LABEL);
    let line = line.rsplit('\n').next().unwrap_or_default().trim_end();
    let is_label = |word: Option<&str>| {
        word.is_some_and(|word| sign_of(word.trim_end_matches('.')).has(Signs::LABEL))
    };
    if let Some(label) = line.strip_suffix(':') {
        let mut words = label.split_whitespace();
        return is_label(words.next_back()) || is_label(words.next());
    }
    let behind = text
        .get(end as usize..)
        .unwrap_or_default()
        .trim_start_matches([' ', '\r']);
    let ends_line = behind.is_empty() || behind.starts_with(['\n', ',', '(']);
    ends_line && is_label(line.split_whitespace().next_back())
}

/// Whom a text is about: all its numbers are one person's; or it has no number, and one labelled name.
fn subject(chunk: &Chunk, persons: &[Person], hits: &[Hit]) -> Option<Person> {
    let normal = |person: &Person| {
        let hit = hits.get(person.hit)?;
        hit.checked.as_ref().map(|checked| checked.normal.as_str())
    };
    let one = |is_head: fn(&Person) -> bool| {
        let mut heads = persons.iter().filter(|person| is_head(person));
        let first = heads.next()?;
        heads
            .all(|other| normal(other) == normal(first))
            .then_some(*first)
    };
    if persons.iter().any(|person| person.is_number) {
        return one(|person| person.is_number);
    }
    let is_note = chunk.text.len() <= NOTE;
    one(|person| person.is_labelled).or_else(|| is_note.then(|| one(|_| true)).flatten())
}

/// Whether a term is a part of a longer one, which says what it means: `Huntingtons sjukdom`.
fn is_nested(term: &WordHit, terms: &[WordHit]) -> bool {
    let at = terms.partition_point(|other| other.start < term.start);
    let near = terms.get(at.saturating_sub(4)..(at + 4).min(terms.len()));
    near.unwrap_or_default().iter().any(|other| {
        other.start <= term.start
            && term.end <= other.end
            && other.end - other.start > term.end - term.start
    })
}

/// What stands behind whom a note is written to or by: `Till rektor: …`, `Skoleleder til politiet: …`, `Lärare A skriver: …`.
fn behind_address(clause: &str) -> &str {
    let to = ["till", "til", "från", "fra", "to", "from"];
    let (head, rest) = clause.split_once(':').unwrap_or(("", clause));
    let lower = head.to_lowercase();
    let is_address = lower.split_whitespace().any(|word| to.contains(&word));
    if is_address || signs_of(head).has(Signs::TOPIC.and(Signs::PREDICATE)) {
        return rest;
    }
    clause
}

/// Whether a role stands right before a name in its sentence, or behind a comma after it.
fn is_official(text: &str, hit: &Hit) -> bool {
    let before = reach_back(text, hit.start, ROLE);
    let clause = before
        .rfind(['\n', ';'])
        .max(before.rfind(". ").map(|at| at + 1))
        .max(before.rfind(" att ").map(|at| at + 4))
        .max(before.rfind(" at ").map(|at| at + 3))
        .map_or(0, |at| at + 1);
    let clause = behind_address(before.get(clause..).unwrap_or_default());
    // `deltagare Bo Ek` is whom a note is about, unlike `Deltagare: Bo Ek`.
    let last = clause.split_whitespace().next_back().unwrap_or_default();
    if sign_of(last).has(Signs::LABEL.and(Signs::SUBJECT)) {
        return false;
    }
    let mut title = clause.split_whitespace().rev().take(2);
    let behind = reach_on(text, hit.end, ROLE);
    let role = behind
        .strip_prefix([',', '('])
        .or_else(|| behind.strip_prefix(" ("))
        .and_then(|role| role.split([',', '.', ')', '\n']).next())
        .unwrap_or_default();
    signs_of(clause).has(Signs::OFFICIAL)
        || title.any(is_role)
        || signs_of(role).has(Signs::OFFICIAL)
        || role.split_whitespace().take(3).any(is_role)
}
