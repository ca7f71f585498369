//! Several rules that take the same span: which of them the rest of its column, or of the text, speaks for.
//!
//! One Danish number in ten passes the check of a Swedish one. What tells them apart is what stands around: in a column where
//! nearly all are real by one rule, those that are real by another one as well are so by chance.

use super::Scanner;
use crate::context::is_number;
use crate::hit::{Hit, Naming};
use crate::table::RUNNING_TEXT;
use sporhund_model::Note;

/// A rule that takes at least this share of the numbers of a column, in percent, prevails over one that takes less than half
/// as many.
const PREVAILING: u32 = 60;
/// What the other one loses, in thousandths.
const OUTNUMBERED: i16 = -500;
/// Hits on either side among which rivals are looked for.
const BESIDE: usize = 6;

impl Scanner<'_> {
    /// Takes from hits what a rival prevails over. A label right beside a number is stronger than its column.
    pub(super) fn settle_rivals(&self, hits: &mut [Hit]) {
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end), hit.rule));
        for index in 0..hits.len() {
            if self.is_outnumbered(hits, index)
                && let Some(hit) = hits.get_mut(index)
            {
                hit.is_foreign = true;
                hit.confidence += OUTNUMBERED;
                hit.reasons.push(Note::new("reason-rival-prevails"));
            }
        }
    }

    fn is_outnumbered(&self, hits: &[Hit], index: usize) -> bool {
        let Some(hit) = hits.get(index) else {
            return false;
        };
        let is_labelled = hit.naming == Naming::Label;
        if is_labelled || !self.rules.rule(hit.rule).is_some_and(is_number) {
            return false;
        }
        let from = index.saturating_sub(BESIDE);
        let near = hits
            .get(from..hits.len().min(index + BESIDE))
            .unwrap_or_default();
        let is_rival =
            |other: &&Hit| other.rule != hit.rule && other.start < hit.end && hit.start < other.end;
        let mut rivals = near.iter().filter(is_rival).peekable();
        if rivals.peek().is_none() {
            return false;
        }
        let own = self.share(hit).unwrap_or(0);
        rivals.any(|rival| {
            let by_chance = self
                .rules
                .rule(rival.rule)
                .is_none_or(|rule| rule.passes_by_chance);
            let share = self.share(rival).filter(|_| !by_chance);
            share.is_some_and(|share| share >= PREVAILING && own * 2 < share)
        })
    }

    /// The share of the numbers of a hit's column that its rule takes.
    fn share(&self, hit: &Hit) -> Option<u32> {
        let column = hit.column.unwrap_or(RUNNING_TEXT);
        self.tally.profiles.get(&(column, hit.rule))?.share_of_all()
    }
}
