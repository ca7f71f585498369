//! Numbers of persons in a row: `811218-9876, 640823-3234 och 7010632391`.
//!
//! Digits without anything between are much else, but hardly right behind a number that is one for sure.

use crate::compile::Rules;
use crate::hit::{Hit, Naming};
use sporhund_model::{Category, Chunk, Note};

/// A number that is at least this sure leads the row, in thousandths.
const SURE: i16 = 700;
/// What it adds to the next, as a word beside it would.
const NEXT: i16 = 120;
/// What stands between two numbers of a row.
const BETWEEN: [&str; 6] = [", ", "; ", " och ", " og ", " & ", " samt "];

/// Adds to each number that nothing names what the number right before it says.
pub(super) fn weigh(chunk: &Chunk, rules: &Rules, hits: &mut [Hit]) {
    let is_number = |hit: &Hit| {
        let rule = rules.rule(hit.rule);
        rule.is_some_and(|rule| rule.category == Category::NationalId)
    };
    let ends: Vec<u32> = hits
        .iter()
        .filter(|hit| hit.confidence >= SURE && is_number(hit))
        .map(|hit| hit.end)
        .collect();
    if ends.is_empty() {
        return;
    }
    for hit in hits.iter_mut() {
        let is_open = hit.naming == Naming::None && hit.confidence < SURE && is_number(hit);
        if is_open && ends.iter().any(|end| leads(&chunk.text, *end, hit.start)) {
            hit.confidence += NEXT;
            hit.naming = Naming::Hint;
            hit.reasons.push(Note::new("reason-hint"));
        }
    }
}

/// Whether nothing but the joint of a row stands between two numbers.
fn leads(text: &str, end: u32, start: u32) -> bool {
    let between = text.get(end as usize..start as usize);
    end < start && between.is_some_and(|between| BETWEEN.contains(&between))
}
