//! Names without capitals, as in dictated notes and chats: `borgeren jonas flindt mortensen`.
//!
//! Only short texts are looked through: long ones are written with care, and would pay for it.

use crate::judge::is_lower_surname;
use crate::lexicon::{Class, class_of};
use sporhund_detector::{Page, RawHit};

/// The longest text that is looked through, in bytes.
const SHORT: usize = 1200;
/// Words of such a name.
const WORDS: usize = 3;
/// A first name alone, behind a title, has so many bytes at least.
const ALONE: usize = 5;
/// How sure a full name is, and one of which only the first word is known.
const FULL: i16 = 200;
const TITLED: i16 = 100;

/// A word with its place.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

/// Adds the names in lower case that stand in none of those found.
pub(crate) fn scan(page: &Page<'_>, found: &mut Vec<RawHit>) {
    if page.text.len() > SHORT || page.delimiter.is_some() {
        return;
    }
    let words = words(page.text);
    let mut taken = 0;
    let known = found.len();
    for (at, first) in words.iter().enumerate() {
        let is_lower = first.text.starts_with(char::is_lowercase);
        if first.start < taken || !is_lower || !is_first(first.text) {
            continue;
        }
        let Some((end, weight)) = name(page.text, &words, at) else {
            continue;
        };
        taken = end;
        let overlaps = |hit: &RawHit| (hit.start as usize) < end && first.start < hit.end as usize;
        if !found.iter().take(known).any(overlaps) {
            found.push(RawHit {
                start: first.start as u32,
                end: end as u32,
                weight,
                reason: "reason-full-name",
            });
        }
    }
    found.sort_by_key(|hit| hit.start);
}

/// Where the name ends that begins with a first name, and how sure it is.
fn name(text: &str, words: &[Word<'_>], at: usize) -> Option<(usize, i16)> {
    let first = words.get(at)?;
    let row = words.get(at..(at + WORDS).min(words.len()))?;
    let joined = row
        .windows(2)
        .take_while(|two| matches!(two, [one, next] if next.start == one.end + 1))
        .count();
    for behind in (1..=joined).rev() {
        let last = row.get(behind)?;
        let between = row.get(1..behind).unwrap_or_default();
        let is_name = |word: &Word<'_>| {
            let class = class_of(word.text.as_bytes());
            class.is_unknown() || class.is(Class::FIRST.and(Class::LAST))
        };
        if is_lower_surname(last.text) && between.iter().all(is_name) {
            return Some((last.end, FULL));
        }
    }
    let before = at.checked_sub(1).and_then(|before| words.get(before))?;
    let is_titled = class_of(before.text.as_bytes()).is(Class::TITLE) || greets(before.text);
    let is_beside = before.end + 1 == first.start && text.as_bytes().get(before.end) == Some(&b' ');
    (is_titled && is_beside && first.text.len() >= ALONE).then_some((first.end, TITLED))
}

fn greets(word: &str) -> bool {
    matches!(
        word,
        "hej" | "hei" | "hejsan" | "hejsa" | "kære" | "kjære" | "kära"
    )
}

/// Whether a word is a first name and nothing else, or two of them with a hyphen.
fn is_first(word: &str) -> bool {
    let is_one = |part: &str| {
        let class = class_of(part.as_bytes());
        let other = Class::DOUBTFUL.and(Class::ORDINARY).and(Class::TITLE);
        class.is(Class::FIRST) && !class.is(other.and(Class::PLACE).and(Class::VERB))
    };
    match word.split_once('-') {
        Some((one, other)) => class_of(one.as_bytes()).is(Class::FIRST) && is_one(other),
        None => word.len() > 3 && is_one(word),
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let is_part = |c: char| c.is_alphabetic() || c == '-';
    let mut all = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, letter) in ends {
        match (start, is_part(letter)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let word = text.get(from..at).unwrap_or_default();
                all.push(Word {
                    text: word,
                    start: from,
                    end: at,
                });
            }
            _ => {}
        }
    }
    all
}
