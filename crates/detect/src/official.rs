//! Official contact data: what leads to an authority, or to who works there as such, and not to a private person.
//!
//! Mailboxes of functions are told by their validator, addresses of the own domain by the organisation's wishes. Here it is
//! told by what stands around: the word for a switchboard, and the signature of an official, which is a closing, a title,
//! and the own domain or the name of an authority.

use crate::compile::Rules;
use crate::hit::Hit;
use crate::persons::{Signs, signs_of};
use crate::sentence::{floor, reach_back};
use sporhund_model::{Category, Note};

/// Bytes before a number in which the word for a switchboard stands.
const SWITCHBOARD: usize = 28;
/// Bytes between the closing of a letter and what belongs to the signature.
const SIGNATURE: usize = 240;
/// Bytes behind a hit that may belong to the same signature.
const BLOCK: usize = 160;

/// What leads to a switchboard, and what closes a letter: where none of these stands before a hit, nothing is looked for.
pub(crate) const SIGNS: Signs = Signs::SWITCHBOARD.and(Signs::CLOSING);

/// Marks the hits that are official contact data. `signs` are where words of [`SIGNS`] may stand, when that is known.
pub(crate) fn mark(text: &str, rules: &Rules, signs: Option<&[(u32, Signs)]>, hits: &mut [Hit]) {
    let own: Vec<usize> = hits
        .iter()
        .filter(|hit| hit.is_official())
        .map(|hit| hit.start as usize)
        .collect();
    for hit in hits {
        let category = rules.rule(hit.rule).map(|rule| rule.category);
        let is_contact = category == Some(Category::Contact);
        let is_one = is_contact || category == Some(Category::Name);
        if !is_one || hit.is_official() || !stands_before(signs, hit) {
            continue;
        }
        if is_contact && is_switchboard(text, hit) {
            hit.reasons.push(Note::new("reason-switchboard"));
        } else if signs_as_official(text, hit, &own) {
            hit.reasons.push(Note::new("reason-official-signature"));
        }
    }
}

/// Whether a word of [`SIGNS`] may stand near enough before a hit.
fn stands_before(signs: Option<&[(u32, Signs)]>, hit: &Hit) -> bool {
    let Some(signs) = signs else { return true };
    let behind = signs.partition_point(|(at, _)| *at < hit.start);
    let last = behind.checked_sub(1).and_then(|last| signs.get(last));
    last.is_some_and(|(at, _)| (hit.start - at) as usize <= SIGNATURE)
}

/// `Växel: 026-24 00 00`.
fn is_switchboard(text: &str, hit: &Hit) -> bool {
    let before = reach_back(text, hit.start, SWITCHBOARD);
    let line = before.rsplit(['\n', ',', ';']).next().unwrap_or_default();
    signs_of(line).has(Signs::SWITCHBOARD)
}

/// Whether a closing stands before the hit, and a title with the own domain or an authority in the same block.
fn signs_as_official(text: &str, hit: &Hit, own: &[usize]) -> bool {
    let (start, end) = (hit.start as usize, hit.end as usize);
    let from = floor(text, start.saturating_sub(SIGNATURE));
    let before = text.get(from..start).unwrap_or_default();
    let Some(closing) = closing_line(before) else {
        return false;
    };
    let to = floor(text, (end + BLOCK).min(text.len()));
    let block = text.get(from + closing..to).unwrap_or_default();
    let signs = signs_of(block);
    let has_own = own.iter().any(|at| (from + closing..to).contains(at));
    signs.has(Signs::OFFICIAL) && (has_own || signs.has(Signs::AUTHORITY))
}

/// Where the line with the last closing begins: `Med vänlig hälsning`.
fn closing_line(before: &str) -> Option<usize> {
    let mut start = before.len();
    for line in before.rsplit('\n') {
        start = start.saturating_sub(line.len());
        if signs_of(line).has(Signs::CLOSING) {
            return Some(start);
        }
        start = start.saturating_sub(1);
    }
    None
}
