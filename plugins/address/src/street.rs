//! The street and its number.

use crate::parts;
use sporhund_detector::{Page, RawHit, Word};
use std::sync::LazyLock;

static STREETS: LazyLock<Streets> = LazyLock::new(|| Streets::read(include_str!("streets.txt")));

/// What words say of a name before a number; see `streets.txt`.
#[derive(Default)]
struct Streets {
    endings: Vec<&'static str>,
    words: Vec<&'static str>,
    no_street: Vec<&'static str>,
    no_name: Vec<&'static str>,
    doubtful: Vec<&'static str>,
    quarters: Vec<&'static str>,
}

impl Streets {
    /// Reads sections of words, each behind its name in brackets.
    fn read(text: &'static str) -> Self {
        let mut streets = Streets::default();
        let mut section = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                section = line;
                continue;
            }
            let list = match section {
                "[ending]" => &mut streets.endings,
                "[word]" => &mut streets.words,
                "[no street]" => &mut streets.no_street,
                "[no name]" => &mut streets.no_name,
                "[doubtful]" => &mut streets.doubtful,
                _ => &mut streets.quarters,
            };
            list.extend(line.split_whitespace());
        }
        streets
    }
}

/// How sure an address is, relative to a rule that is sure by a half.
const WHOLE: i16 = 400;
const STREET: i16 = 200;
const HARDLY: i16 = -150;

/// The address that begins with a word, when it is one.
pub(crate) fn find(page: &Page<'_>, index: usize) -> Option<RawHit> {
    let word = page.capitals.get(index)?;
    let text = page.text.as_bytes();
    // Most words end here: no number stands behind them, and no word for a street.
    let behind = text.get(word.end as usize..)?;
    let (name_end, is_street) = street_end(page.text, *word, behind)?;
    let name = page.text.get(word.start as usize..name_end)?;
    if STREETS.no_street.contains(&name) {
        return None;
    }
    let (number_end, is_whole_number) = parts::number(page.text, name_end)?;
    let tail = parts::tail(page.text, number_end);
    let may_be = tail.has_town && may_be_street(name, tail.may_be_year);
    if !is_street && !may_be {
        return None;
    }
    let is_doubtful = STREETS.doubtful.iter().any(|ending| name.ends_with(ending));
    let weight = match (tail.has_town, is_doubtful || !is_whole_number) {
        (true, _) => WHOLE,
        (false, false) => STREET,
        (false, true) => HARDLY,
    };
    Some(RawHit {
        start: name_start(page, index, name.contains(' ')),
        end: u32::try_from(tail.end).ok()?,
        weight,
        reason: if tail.has_town {
            "reason-postcode"
        } else {
            "reason-street"
        },
    })
}

/// Where the name of the street ends, at the end of the word, or of the small or capital word behind it; and whether it is
/// one by its words. Any other name may be one when a postcode and a town stand behind its number.
fn street_end(text: &str, word: Word, behind: &[u8]) -> Option<(usize, bool)> {
    let end = word.end as usize;
    if !matches!(behind, [b' ', ..] | [0xC2, 0xA0, ..]) {
        return None;
    }
    let next = behind.get(1).copied()?;
    if next.is_ascii_digit() {
        let name = text.get(word.start as usize..end)?;
        return Some((end, is_street(name)));
    }
    let rest = text.get(end + 1..)?;
    let length = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
        .take(12)
        .count();
    let [b' ', b'0'..=b'9', ..] = rest.as_bytes().get(length..)? else {
        return None;
    };
    let small = rest.get(..length)?;
    let is_word = STREETS
        .words
        .iter()
        .any(|word| small.eq_ignore_ascii_case(word));
    // A capital one is looked at by itself.
    let may_be_part = is_word || small.starts_with(char::is_lowercase);
    may_be_part.then_some((end + 1 + length, is_word))
}

/// Whether a name that has no word for a street may be one all the same, for want of a better reading.
fn may_be_street(name: &str, may_be_year: bool) -> bool {
    let is_name = name
        .chars()
        .all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let first = name.split(' ').next().unwrap_or_default();
    is_name && name.chars().count() >= 4 && !may_be_year && !STREETS.no_name.contains(&first)
}

fn is_street(name: &str) -> bool {
    let ends = |ending: &&str| {
        let at = name.len().checked_sub(ending.len());
        at.filter(|at| *at >= 2)
            .and_then(|at| name.get(at..))
            .is_some_and(|tail| tail == *ending)
    };
    STREETS.endings.iter().any(ends) || STREETS.words.contains(&name)
}

/// Words with capitals right before the name belong to it: `Norra Kungsgatan`, `H.C. Andersens Vej`.
fn name_start(page: &Page<'_>, index: usize, has_two_words: bool) -> u32 {
    let text = page.text.as_bytes();
    let mut at = index;
    let mut start = page.capitals.get(index).map_or(0, |word| word.start);
    while let Some(before) = at
        .checked_sub(1)
        .and_then(|before| page.capitals.get(before))
    {
        let gap = text
            .get(before.end as usize..start as usize)
            .unwrap_or_default();
        let is_initial = before.end - before.start == 1 && matches!(gap, b"." | b". ");
        let word = page.text.get(before.start as usize..before.end as usize);
        let is_quarter = word.is_some_and(|word| STREETS.quarters.contains(&word));
        let is_part = gap == b" "
            && index - at < 2
            && (is_quarter || has_two_words || !ends_sentence_before(page.text, before.start));
        if !(is_initial || is_part) {
            break;
        }
        start = before.start;
        at -= 1;
    }
    start
}

/// A word that begins a line or a sentence may be any word: `Adress Storgatan 3`, `Bor Storgatan 3`.
fn ends_sentence_before(text: &str, start: u32) -> bool {
    let before = text.get(..start as usize).unwrap_or_default();
    let mut tail = before.chars().rev();
    !matches!(tail.next(), Some(' '))
        || matches!(tail.next(), None | Some('.' | ':' | '\n' | '!' | '?'))
}
