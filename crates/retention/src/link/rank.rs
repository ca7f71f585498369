//! Which of the rows that fit a file are the likeliest: what explains more of its words goes before what explains fewer, and what
//! the file's words cannot tell apart is equally likely.

use super::manner::Manner;
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

/// Puts the best in front, and says which outcomes would make it another row, a bit each; `told` are those that the file tells of.
pub(super) fn rank(found: &mut Vec<Found>, entries: &[Entry], told: u64, manner: Manner) -> u64 {
    found.retain(|found| found.score >= LEAST_SCORE);
    sort(found);
    found.dedup_by_key(|found| found.entry);
    found.truncate(KEPT);
    put_nearer_first(found, entries, manner);
    put_case_first(found, entries, manner);
    put_named_first(found);
    put_fuller_first(found);
    put_plain_first(found, entries, told);
    raise_siblings(found);
    put_plain_first(found, entries, told);
    open_outcomes(found, entries, told)
}

/// The rows that fit a word which the best one does not explain, and that says what the file is; none beside a class code.
pub(super) fn rivals(found: &[Found]) -> impl Iterator<Item = &Found> {
    let (best, others) = match found.split_first() {
        Some((best, others)) if best.code.is_none() => (best.hit, others),
        _ => (None, Default::default()),
    };
    let explained = best.map_or(0, |hit| hit.explained());
    others.iter().filter(move |other| {
        let telling = other.hit.map_or(0, |hit| hit.telling);
        other.score >= u32::from(LINKED) && telling & !explained != 0
    })
}

fn sort(found: &mut [Found]) {
    found.sort_by_key(|found| (Reverse(found.score), found.entry));
}

/// What the file itself says goes before what only its folders say, where it says it as plainly.
fn put_nearer_first(found: &mut [Found], entries: &[Entry], manner: Manner) {
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
        if is_of_case(other, entries, manner) {
            continue;
        }
        let is_plainer = of_folder.is_some_and(|(_, plain)| plain >= EXACT && likeness < PLAIN);
        // A heading that only tells of a type says less than a name that has its very word.
        let is_told = likeness >= EXACT
            && of_folder.is_some_and(|(level, plain)| level == Level::Heading && plain < EXACT);
        if (of_name(other).is_none() && !is_plainer) || is_told {
            other.score = other.score.min(lower);
        }
    }
    sort(found);
}

/// All documents of a case are of its row, whatever each of them is.
fn put_case_first(found: &mut [Found], entries: &[Entry], manner: Manner) {
    let best = |of_case: bool| {
        let mut all = found.iter();
        let found = all.find(|found| is_of_case(found, entries, manner) == of_case);
        found.map_or(0, |found| found.score)
    };
    let (case, other) = (best(true), best(false));
    let more = (other + u32::from(CLOSE) + 1).saturating_sub(case);
    for one in found.iter_mut() {
        if is_of_case(one, entries, manner) {
            one.score += more;
        }
    }
    sort(found);
}

fn is_of_case(found: &Found, entries: &[Entry], manner: Manner) -> bool {
    let row = entries.get(found.entry);
    let is_case = manner.in_case && row.is_some_and(|row| row.is_of_cases);
    is_case && found.hit.is_some_and(|hit| hit.filed >= PLAIN)
}

/// A row that says whose it is, and the file says another's, goes behind one whose people the file names.
fn put_named_first(found: &mut [Found]) {
    let is_named = |hit: &Hit| hit.standing != Standing::LacksWhose && hit.names_whose;
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

/// A row that is told by what came of the matter goes behind the plain one, where the file does not tell of it.
fn put_plain_first(found: &mut [Found], entries: &[Entry], told: u64) {
    let entry = |found: &Found| entries.get(found.entry);
    let plain: Vec<(u32, Option<&str>)> = found
        .iter()
        .filter_map(|found| Some((found.score, entry(found)?)))
        .filter(|(_, entry)| entry.outcome.is_none())
        .map(|(score, entry)| (score, entry.head()))
        .collect();
    for other in found.iter_mut() {
        let Some(row) = entry(other) else { continue };
        let is_untold = row.outcome.is_some_and(|bit| told & (1 << bit) == 0);
        let mut rivals = plain.iter().filter(|(score, head)| {
            is_untold && *head == row.head() && score + u32::from(CLOSE) >= other.score
        });
        if let Some((score, _)) = rivals.next() {
            let lower = score.saturating_sub(u32::from(CLOSE) + 1);
            other.score = other.score.min(lower);
        }
    }
    sort(found);
}

/// The outcomes that would make the best row another one, and of which the file tells nothing.
fn open_outcomes(found: &[Found], entries: &[Entry], told: u64) -> u64 {
    let best = found.first().and_then(|best| entries.get(best.entry));
    let Some(best) = best.filter(|best| best.outcome.is_none()) else {
        return 0;
    };
    let others = entries.iter().filter(|other| {
        other.plan == best.plan && other.head().is_some() && other.head() == best.head()
    });
    let bits = others.filter_map(|other| other.outcome).map(|bit| 1 << bit);
    bits.fold(0, |all: u64, bit: u64| all | bit) & !told
}
