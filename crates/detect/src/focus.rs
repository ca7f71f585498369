//! Whom a text is about: whether notes are made of somebody, who signs a letter, and what is said of an official.

use crate::general::is_listed;
use crate::persons::{Signs, is_note, sign_of, signs_of};
use crate::scene::Person;
use crate::sentence::{floor, reach_on};
use crate::words::WordHit;
use std::ops::Range;

/// Bytes around a person and a term that tell what the text is.
const AROUND: usize = 260;
/// Letters and notes are not longer than this; texts that are name many who are not their subject.
pub(crate) const NOTE: usize = 1500;
/// Bytes of such a text that are read at most.
const MOST: usize = 1200;
/// Words in front of a name that signs, such as `mamma`.
const TITLES: usize = 2;
/// Words behind a name that signs at the very end, such as `, vej og park`.
const ADDRESS: usize = 5;
/// Words behind a name within which the verb stands that says something of it.
const VERB: usize = 3;

/// Whether the text around a person and a term speaks of somebody, and of nothing in general.
pub(crate) fn is_personal(text: &str, term: &WordHit, person: &Person) -> bool {
    let wanted = if text.len() <= NOTE { 1 } else { 2 };
    score(text, term, person) >= wanted
}

/// Whether the text around a person and the title of a record speaks of somebody more than its title does.
pub(crate) fn is_recorded(text: &str, term: &WordHit, person: &Person) -> bool {
    score(text, term, person) >= 2
}

/// Whether the text around a person and a term behind it in the same sentence speaks of nothing in general.
pub(crate) fn is_particular(text: &str, term: &WordHit, person: &Person) -> bool {
    let wanted = if text.len() <= NOTE { 0 } else { 2 };
    person.end <= term.start && score(text, term, person) >= wanted
}

/// Whether the text around a marking and a person speaks of nothing in general.
pub(crate) fn is_marked(text: &str, term: &WordHit, person: &Person) -> bool {
    score(text, term, person) >= 0
}

/// How much speaks for notes about somebody, against what is said in general.
fn score(text: &str, term: &WordHit, person: &Person) -> i32 {
    let (start, end) = (term.start.min(person.start), term.end.max(person.end));
    let from = floor(text, (start as usize).saturating_sub(AROUND));
    let to = floor(
        text,
        (end as usize + AROUND).min(from + MOST).min(text.len()),
    );
    let around = text.get(from..to).unwrap_or_default();
    let mut score = 2 * i32::from(person.is_number) + 2 * i32::from(person.is_labelled);
    let (mut all, mut has_notes) = (Signs::default(), false);
    for word in around.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')) {
        let signs = sign_of(word.trim_matches(['.', '-']));
        score -= i32::from(signs.has(Signs::GENERAL));
        score -= 2 * i32::from(signs.has(Signs::FORM));
        all = all.and(signs);
        has_notes |= is_note(word);
    }
    score += i32::from(has_notes && !all.has(Signs::RECORD));
    for sign in [Signs::PRONOUN, Signs::SUBJECT, Signs::RECORD, Signs::KIN] {
        score += i32::from(all.has(sign));
    }
    score
}

/// Whether a name signs what stands before it: behind a closing or a slash, or alone at the end of a paragraph.
pub(crate) fn signs_letter(text: &str, from: u32, person: &Person) -> bool {
    let between = text
        .get(from as usize..person.start as usize)
        .unwrap_or_default();
    if signs_of(between).has(Signs::CLOSING) || between.trim_end().ends_with('/') {
        return true;
    }
    let behind = reach_on(text, person.end, AROUND);
    if behind.trim().is_empty() && between.trim_end().ends_with(',') {
        return true;
    }
    let lead = between.rsplit(['.', '!', '?', '\n']).next();
    let is_first = lead.is_some_and(|lead| lead.split_whitespace().count() <= TITLES)
        && lead.map(str::len) < Some(between.len());
    let rest = behind.split('\n').next().unwrap_or_default();
    let is_last = behind.trim_end().len() <= rest.trim_end().len();
    let most = if is_last { ADDRESS } else { TITLES + 1 };
    is_first && rest.split_whitespace().count() <= most && !rest.trim_end().contains(". ")
}

/// Whether a verb right behind a name says something of it up to a term, in the same clause.
pub(crate) fn is_told_of(text: &str, person: &Person, term: &WordHit) -> bool {
    let clause = text
        .get(person.end as usize..term.end as usize)
        .unwrap_or_default();
    let has_verb = |clause: &str| {
        let mut words = clause.split_whitespace().take(VERB);
        words.any(|word| sign_of(word).has(Signs::PREDICATE))
    };
    let changes = [" att ", " at ", " that "];
    has_verb(clause) && !changes.iter().any(|change| clause.contains(change))
}

/// Whether a marking stands in capitals, or fills its line.
pub(crate) fn is_stamp(text: &str, term: &WordHit) -> bool {
    let (start, end) = (term.start as usize, term.end as usize);
    if is_listed(text, term.start) {
        return false;
    }
    let word = text.get(start..end).unwrap_or_default();
    let line = line_around(text, start, end);
    let is_shouted = word.len() > 4 && !word.chars().any(char::is_lowercase);
    is_shouted || line.trim().len() <= word.len() + STAMPED || start <= HEAD
}

/// A marking this near the beginning of a text is its stamp.
const HEAD: usize = 3;
/// Bytes beside a marking in a line of its own.
const STAMPED: usize = 40;
/// The longest title of a record, in bytes.
const TITLE: usize = 110;
/// Rows of a table below its title among which somebody is named.
const ROWS: usize = 3;

/// Whether a term stands in the title of a record: it begins a note, is short, and names notes of somebody.
pub(crate) fn titles_record(text: &str, sentence: &Range<usize>, term: &WordHit) -> bool {
    let before = text.get(..sentence.start).unwrap_or_default();
    let words = text.get(sentence.clone()).unwrap_or_default();
    let behind = (term.end as usize).saturating_sub(sentence.start);
    let colon = words.get(behind..).and_then(|rest| rest.find(':'));
    let words = colon.map_or(words, |at| words.get(..behind + at).unwrap_or(words));
    let is_first = before.trim().is_empty() && text.len() <= NOTE;
    let first = words.split_whitespace().next().unwrap_or_default();
    let is_address = sign_of(first.trim_end_matches(',')).has(Signs::GREETING)
        || matches!(first, "Till" | "Til" | "To");
    let names_notes =
        || signs_of(words).has(Signs::RECORD) || words.split_whitespace().any(is_note);
    is_first && !is_address && words.trim().len() <= TITLE && names_notes() && !words.contains('?')
}

/// Whether a term stands in a line above a table in which a person is named, or in the first line above a list of persons.
pub(crate) fn titles_table(text: &str, term: &WordHit, person: &Person) -> bool {
    let behind = text.get(term.end as usize..person.start as usize);
    let mut lines = behind.unwrap_or_default().split('\n');
    let title = lines.next().unwrap_or_default();
    let rows: Vec<&str> = lines.collect();
    let has_tabs = rows.iter().any(|row| row.contains('\t'));
    let is_near = (1..=ROWS).contains(&rows.len()) && !title.contains('\t');
    is_near && (has_tabs || lists(text, term, person, &rows))
}

/// Whether the first line is the title of a list: `Allergilista`, and below it `Eva Ek – ägg`.
fn lists(text: &str, term: &WordHit, person: &Person, rows: &[&str]) -> bool {
    let before = text.get(..term.start as usize).unwrap_or_default();
    let behind = text.get(person.end as usize..).unwrap_or_default();
    let is_first = !before.contains('\n');
    let begins_row = rows.last().is_some_and(|row| row.trim().is_empty());
    is_first
        && begins_row
        && [" –", " -", ",", ":"]
            .iter()
            .any(|mark| behind.starts_with(mark))
}

fn line_around(text: &str, start: usize, end: usize) -> &str {
    let from = text.get(..start).and_then(|text| text.rfind('\n'));
    let to = text.get(end..).and_then(|text| text.find('\n'));
    let from = from.map_or(0, |at| at + 1);
    text.get(from..to.map_or(text.len(), |at| end + at))
        .unwrap_or_default()
}
