//! The second sign that an everyday word needs: another term of the same category, tied to somebody not far from it.

use crate::hit::Hit;
use crate::words::WordHit;
use sporhund_model::Chunk;
use std::collections::BTreeSet;

/// Bytes between an everyday word and another term that bears it out.
const NEAR: u32 = 1500;
/// Everyday words that bear out another one.
const MANY: usize = 2;
/// Digits of an amount that somebody earns or owes.
const AMOUNT: usize = 4;
const LONGEST: usize = 6;
/// Bytes that two forms of one word share.
const STEM: usize = 5;

/// What is looked at first of a term: its place, its rule, whether it may count alone, and the beginning of its word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sketch {
    pub start: u32,
    pub rule: u16,
    pub is_sure: bool,
    pub stem: u64,
}

/// The first bytes of a word in lower case, as a number.
pub(crate) fn stem_of(word: &[u8]) -> u64 {
    let first = word.iter().take(STEM);
    first.fold(0, |stem, byte| {
        stem << 8 | u64::from(byte.to_ascii_lowercase())
    })
}

/// Whether other terms may bear out a faint one, before anybody is looked for.
pub(crate) fn may_be_seconded(text: &str, term: &WordHit, (rule, all): (u16, &[Sketch])) -> bool {
    if has_amount(text.get(term.end as usize..).unwrap_or_default()) {
        return true;
    }
    let word = text.as_bytes().get(term.start as usize..term.end as usize);
    let own = stem_of(word.unwrap_or_default());
    let from = all.partition_point(|one| one.start + NEAR < term.start);
    let near = all.get(from..).unwrap_or_default().iter();
    let mut other = None;
    for one in near.take_while(|one| one.start <= term.start + NEAR) {
        if one.rule != rule || one.stem == own {
            continue;
        }
        if one.is_sure || other.is_some_and(|other| other != one.stem) {
            return true;
        }
        other = Some(one.stem);
    }
    false
}

/// Drops the faint hits that no other one bears out.
pub(crate) fn keep_seconded(chunk: &Chunk, tied: &mut Vec<Hit>) {
    if !tied.iter().any(|hit| hit.is_faint) {
        return;
    }
    let is_seconded = |hit: &Hit| is_seconded(chunk, hit, tied);
    let kept: Vec<bool> = tied
        .iter()
        .map(|hit| !hit.is_faint || is_seconded(hit))
        .collect();
    let mut kept = kept.into_iter();
    tied.retain(|_| kept.next().unwrap_or(true));
}

/// Whether one sure hit, or [`MANY`] other everyday words, bear a hit out.
fn is_seconded(chunk: &Chunk, hit: &Hit, tied: &[Hit]) -> bool {
    if has_amount(chunk.text.get(hit.end as usize..).unwrap_or_default()) {
        return true;
    }
    let mut faint = BTreeSet::new();
    for other in tied.iter().filter(|other| seconds(chunk, hit, other)) {
        if !other.is_faint {
            return true;
        }
        faint.insert(stem(chunk, other));
    }
    faint.len() >= MANY
}

/// Whether an amount of money stands right behind a word: `tjänar 23 400`.
fn has_amount(behind: &str) -> bool {
    let digits = behind.strip_prefix(' ').unwrap_or_default();
    let figure = |c: &char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '\u{a0}');
    let shown = digits
        .chars()
        .take_while(figure)
        .filter(char::is_ascii_digit);
    digits.starts_with(|c: char| c.is_ascii_digit()) && (AMOUNT..=LONGEST).contains(&shown.count())
}

/// Whether another hit of the same rule stands near, and is no form of the same word.
fn seconds(chunk: &Chunk, hit: &Hit, other: &Hit) -> bool {
    let is_apart = other.end <= hit.start || hit.end <= other.start;
    let is_near = hit.start.abs_diff(other.start) <= NEAR;
    hit.rule == other.rule && is_apart && is_near && stem(chunk, hit) != stem(chunk, other)
}

fn stem(chunk: &Chunk, hit: &Hit) -> u64 {
    let bytes = chunk.text.as_bytes();
    let word = bytes.get(hit.start as usize..hit.end as usize);
    stem_of(word.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str, words: &[(&str, bool)]) -> usize {
        let chunk = Chunk {
            text: text.to_owned(),
            ..Chunk::default()
        };
        let hit = |(word, is_faint): &(&str, bool)| {
            let start = text.find(word).unwrap() as u32;
            let mut hit = Hit::new(0, start, start + word.len() as u32, 700);
            hit.is_faint = *is_faint;
            hit
        };
        let mut hits: Vec<Hit> = words.iter().map(hit).collect();
        keep_seconded(&chunk, &mut hits);
        hits.len()
    }

    #[test]
    fn an_amount_behind_a_word_bears_it_out() {
        assert_eq!(kept("Jag tjänar 23 400 kr", &[("tjänar", true)]), 1);
        assert_eq!(kept("Hon tjener 31.000 om måneden", &[("tjener", true)]), 1);
        assert_eq!(kept("Den tjänar 2 syften", &[("tjänar", true)]), 0);
    }

    #[test]
    fn an_everyday_word_counts_beside_another_one() {
        assert_eq!(kept("Hon har blåmärken", &[("blåmärken", true)]), 0);
        let text = "Hon har blåmärken, är rädd och vågar inte gå hem";
        let three = [("blåmärken", true), ("rädd", true), ("vågar", true)];
        assert_eq!(kept(text, &three), 3);
        assert_eq!(kept(text, &three[1..]), 0);
        let same = [("hotat", true), ("hotad", false)];
        assert_eq!(kept("Hon hotat och hotad", &same), 2);
        let forms = [("placering", true), ("placeringen", true)];
        assert_eq!(kept("Ny placering, ty placeringen", &forms), 0);
    }
}
