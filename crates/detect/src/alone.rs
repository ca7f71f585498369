//! Who is a person of their own: a full name or a private mail address that belongs to no number or name beside it.

use crate::compile::Rules;
use crate::hit::Hit;
use sporhund_model::{Category, Chunk, IdentityKind};

/// Bytes between a name or address and the number or name of its owner.
const OWNER: u32 = 120;
/// Hits on either side among which the owner is looked for.
const BESIDE: usize = 8;

/// Whether a hit is a full name without an identity number beside it, or a mail address without a number or name: in its
/// row, its line or the next.
pub(crate) fn is_alone(chunk: &Chunk, rules: &Rules, index: usize, hits: &[Hit]) -> bool {
    let Some(hit) = hits.get(index) else {
        return false;
    };
    let Some(checked) = &hit.checked else {
        return false;
    };
    let is_mail = checked.identity == IdentityKind::Email;
    let is_full_name = checked.identity == IdentityKind::Name && checked.normal.contains(' ');
    if !is_full_name && (!is_mail || hit.is_official()) {
        return false;
    }
    let is_owner = |other: &Hit| {
        let category = rules.rule(other.rule).map(|rule| rule.category);
        let is_named = is_mail && category == Some(Category::Name);
        (category == Some(Category::NationalId) || is_named) && other.confidence >= 500
    };
    let is_beside = |other: &Hit| {
        let (from, to) = (hit.end.min(other.end), hit.start.max(other.start));
        let between = chunk.text.get(from as usize..to.max(from) as usize);
        to.saturating_sub(from) <= OWNER && between.is_some_and(|text| !text.contains("\n\n"))
    };
    let near = hits.get(index.saturating_sub(BESIDE)..(index + BESIDE).min(hits.len()));
    let mut near = near.unwrap_or_default().iter();
    !near.any(|other| is_owner(other) && is_beside(other))
}
