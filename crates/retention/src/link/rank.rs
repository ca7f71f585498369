//! Which of the rows that fit a file are the likeliest: what explains more of its words goes before what explains fewer, and what
//! the file's words cannot tell apart is equally likely.

use super::memory::Level;
use super::score::{EXACT, Hit, Standing};
use super::{CLOSE, Entry, LINKED};
use std::cmp::Reverse;

/// An entry that may fit, before its reasons are made.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) entry: usize,
    pub(super) score: u32,
    /// Which of the file's codes names it.
    pub(super) code: Option<usize>,
    /// How well words fit it.
    pub(super) hit: Option<Hit>,
}

/// Candidates below this score are not worth showing.
const LEAST_SCORE: u32 = 200;
/// Candidates that are kept.
const KEPT: usize = 24;
/// A row that explains more of the file's words goes before others from this score on.
const LEAST_SUPERSET: u32 = 380;

/// What a name tells by less than this is less plain than the very words of a folder.
const PLAIN: u8 = 80;

/// Puts the best in front.
pub(super) fn rank(found: &mut Vec<Found>, entries: &[Entry]) {
    found.retain(|found| found.score >= LEAST_SCORE);
    sort(found);
    found.dedup_by_key(|found| found.entry);
    found.truncate(KEPT);
    put_nearer_first(found);
    put_named_first(found);
    put_fuller_first(found);
    raise_siblings(found);
    raise_outcomes(found, entries);
}

fn sort(found: &mut [Found]) {
    found.sort_by_key(|found| (Reverse(found.score), found.entry));
}

/// What the file itself says goes before what only its folders say, where it says it as plainly.
fn put_nearer_first(found: &mut [Found]) {
    let of_name = |found: &Found| {
        let (level, likeness) = found.hit.as_ref()?.nearest?;
        (!matches!(level, Level::Folder(_))).then_some(likeness)
    };
    let nearest = found.iter().filter(|found| found.code.is_none());
    let nearest = nearest.filter_map(|found| Some((found.score, of_name(found)?)));
    let Some((best, likeness)) = nearest.max() else {
        return;
    };
    if best < u32::from(LINKED) {
        return;
    }
    let lower = best.saturating_sub(u32::from(CLOSE) + 1);
    for other in found.iter_mut().filter(|found| found.code.is_none()) {
        let of_folder = other.hit.and_then(|hit| hit.nearest);
        let is_plainer = of_folder.is_some_and(|(_, plain)| plain >= EXACT && likeness < PLAIN);
        if of_name(other).is_none() && !is_plainer {
            other.score = other.score.min(lower);
        }
    }
    sort(found);
}

/// A row that says whose it is, and the file says another's, goes behind one whose people the file names.
fn put_named_first(found: &mut [Found]) {
    let is_named = |hit: &Hit| hit.standing == Standing::Firm && hit.names_whose;
    let named = found.iter().filter_map(|found| {
        let hit = found.hit.filter(is_named)?;
        (found.score >= LEAST_SUPERSET).then_some((found.score, hit.telling))
    });
    let named: Vec<(u32, u64)> = named.collect();
    for other in found.iter_mut() {
        let Some(hit) = other.hit.filter(|hit| hit.standing == Standing::LacksWhose) else {
            continue;
        };
        let shares = named
            .iter()
            .filter(|(_, telling)| telling & hit.telling != 0);
        if let Some((score, _)) = shares.max() {
            other.score = other.score.min(score.saturating_sub(u32::from(CLOSE) + 1));
        }
    }
    sort(found);
}

/// "Bygglovsärenden, återkallade" goes before "Bygglovsärenden, beviljade" for what lies in "Bygglov/Återkallade".
fn put_fuller_first(found: &mut [Found]) {
    for fuller in 0..found.len() {
        for other in 0..found.len() {
            let (Some(one), Some(two)) = (found.get(fuller), found.get(other)) else {
                continue;
            };
            if !is_fuller(one, two) {
                continue;
            }
            let score = one.score.max(two.score);
            let lower = two.score.min(score.saturating_sub(u32::from(CLOSE) + 1));
            if let Some(one) = found.get_mut(fuller) {
                one.score = score;
            }
            if let Some(two) = found.get_mut(other) {
                two.score = lower;
            }
        }
    }
    sort(found);
}

fn is_fuller(one: &Found, two: &Found) -> bool {
    let (Some(hit), Some(other)) = (one.hit, two.hit) else {
        return false;
    };
    let holds = other.explained() & !hit.explained() == 0;
    let more = (hit.firm | hit.remark) & !other.explained();
    one.code == two.code && one.score >= LEAST_SUPERSET && holds && more != 0
}

/// Rows that the very same words of the file fit as the best one, and that differ in words which the file does not have
/// ("Nationella prov i svenska" and "Nationella prov, övriga ämnen"), are as likely as it.
fn raise_siblings(found: &mut [Found]) {
    let Some(best) = found.first() else { return };
    let (score, code) = (best.score, best.code);
    let Some(hit) = best.hit else { return };
    // What a folder is named for may lie there in all its kinds.
    let is_open = !hit.is_whole || hit.is_of_folder;
    for other in found.iter_mut().filter(|other| other.code == code) {
        let is_sibling = other.hit.is_some_and(|other| {
            let same = other.explained() == hit.explained() && other.section >= hit.section;
            is_open && same && !other.is_whole
        });
        if is_sibling {
            other.score = score;
        }
    }
    sort(found);
}

/// Rows that differ from the best one by what came of the matter are as likely as it: the file that tells may be another one.
fn raise_outcomes(found: &mut [Found], entries: &[Entry]) {
    let Some((score, best)) = found.first().map(|best| (best.score, best.entry)) else {
        return;
    };
    let Some(best) = entries.get(best).filter(|best| !best.is_outcome) else {
        return;
    };
    for other in found.iter_mut() {
        let entry = entries.get(other.entry);
        if entry.is_some_and(|entry| entry.is_outcome && entry.head() == best.head()) {
            other.score = score;
        }
    }
    sort(found);
}
