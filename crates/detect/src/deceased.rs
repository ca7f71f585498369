//! Who is dead by the words around: `avliden`, `dödsbo`, `afdøde`. Only living persons are covered by the GDPR.

use crate::compile::Rules;
use crate::hit::Hit;
use crate::persons::{Signs, signs_of};
use crate::sentence::{reach_back, reach_on};
use sporhund_model::{Category, Note};

/// A text with more numbers is a list; there, no words stand around them.
const LIST: usize = 32;
/// Bytes on either side of a number in which such a word stands.
const NEAR: usize = 60;

/// Marks the numbers of those who are dead.
pub(crate) fn mark(text: &str, rules: &Rules, hits: &mut [Hit]) {
    let is_number = |hit: &Hit| {
        rules
            .rule(hit.rule)
            .is_some_and(|rule| rule.category == Category::NationalId)
    };
    if hits.iter().filter(|hit| is_number(hit)).count() > LIST {
        return;
    }
    for hit in hits.iter_mut().filter(|hit| is_number(hit)) {
        let is_dead = is_dead(text, hit);
        if let Some(checked) = &mut hit.checked
            && is_dead
            && !checked.facts.probably_deceased
        {
            checked.facts.probably_deceased = true;
            hit.reasons.push(Note::new("reason-deceased-by-words"));
        }
    }
}

/// Whether such a word stands in the line of a hit.
fn is_dead(text: &str, hit: &Hit) -> bool {
    let before = reach_back(text, hit.start, NEAR);
    let behind = reach_on(text, hit.end, NEAR);
    let line = before.rsplit(['\n', ';']).next().unwrap_or_default();
    let rest = behind.split(['\n', ';']).next().unwrap_or_default();
    let rest = rest.split(". ").next().unwrap_or_default();
    signs_of(line).has(Signs::DECEASED) || signs_of(rest).has(Signs::DECEASED)
}
