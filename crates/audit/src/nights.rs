//! Judging only what changed or falls due, as of one night after another.
//!
//! A verdict depends on the file itself, on its dossier, its series and the files of the same content, and on how many files
//! were changed in its very minute. So when a file comes, goes or changes, all are judged that have or had one of these in common
//! with it; and for each file that is judged, all those are collected that it has something in common with. What the store
//! keeps of each file is enough to find them in one pass over numbers.

use crate::counting::{Counting, Share, Turn};
use crate::judging::{Done, Extent, Ready, Round, Standing, footing, text};
use crate::run::AuditError;
use sporhund_model::Level;
use sporhund_retention::judge::MIGRATED_FILES;
use sporhund_store::{Footing, Store};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// With more files to judge or to collect than this, all are judged.
const LIMIT: usize = 100_000;

/// What a night has to do.
pub(crate) struct Planned {
    /// Files that came, changed or went.
    stale: Vec<i64>,
    /// Those of them that are gone.
    gone: Vec<i64>,
    /// The files that are judged.
    affected: HashSet<i64>,
    /// The files that form their dossiers and series.
    members: HashSet<i64>,
    /// How many files of all have the minutes that matter.
    minutes: HashMap<i64, u32>,
    /// The highest level among the files that are not judged.
    level: Level,
}

/// What is known of files that changed, before and after.
#[derive(Default)]
struct Changed {
    /// What lives, as it is now.
    now: Vec<Footing>,
    gone: Vec<i64>,
    /// What they have, or had, in common with others.
    ties: HashSet<i64>,
    /// How many of them had a minute before, and have it now.
    minutes: BTreeMap<i64, (u32, u32)>,
}

/// Plans a night; `None` when so much is to be done that all are better judged.
pub(crate) fn plan(round: &Round<'_>) -> Result<Option<Planned>, AuditError> {
    let stale = round.store.stale(LIMIT + 1)?;
    if stale.len() > LIMIT {
        return Ok(None);
    }
    let changed = changed(round, &stale)?;
    let is_stale: HashSet<i64> = stale.iter().copied().collect();
    let first = Pass::new(round.store, &is_stale);
    let others = first.count(&changed.minutes.keys().copied().collect())?;
    let crossed: HashSet<i64> = changed
        .minutes
        .iter()
        .filter(|(minute, (was, is))| {
            let others = others.get(minute).copied().unwrap_or(0);
            (others + was >= MIGRATED_FILES) != (others + is >= MIGRATED_FILES)
        })
        .map(|(minute, _)| *minute)
        .collect();
    let today = round.standing.today;
    let is_hit = |one: &Footing| {
        let ties = one.ties.iter().flatten();
        one.until.is_some_and(|until| until <= today)
            || ties.into_iter().any(|tie| changed.ties.contains(tie))
            || one.minute.is_some_and(|minute| crossed.contains(&minute))
    };
    let mut found: Vec<Footing> = Vec::new();
    let mut level = Level::default();
    let mut known = 0;
    first.each(&mut |one| {
        known += 1;
        if !is_hit(one) {
            level = level.max(one.level);
        } else if found.len() <= LIMIT {
            found.push(*one);
        }
    })?;
    let limit = LIMIT.min(1_000 + known / 4);
    found.extend(&changed.now);
    if found.len() > limit {
        return Ok(None);
    }
    collect(&first, &found, (stale, changed.gone, level), limit)
}

/// Finds all that the files have something in common with.
fn collect(
    pass: &Pass<'_>,
    affected: &[Footing],
    (stale, gone, level): (Vec<i64>, Vec<i64>, Level),
    limit: usize,
) -> Result<Option<Planned>, AuditError> {
    let ties: HashSet<i64> = affected.iter().flat_map(|one| one.ties).flatten().collect();
    let wanted: BTreeSet<i64> = affected.iter().filter_map(|one| one.minute).collect();
    let mut planned = Planned {
        stale,
        gone,
        affected: affected.iter().map(|one| one.item).collect(),
        members: affected.iter().map(|one| one.item).collect(),
        minutes: HashMap::new(),
        level,
    };
    if affected.is_empty() {
        return Ok(Some(planned));
    }
    planned.minutes = pass.count(&wanted)?;
    for minute in affected.iter().filter(|one| pass.stale.contains(&one.item)) {
        if let Some(minute) = minute.minute {
            *planned.minutes.entry(minute).or_default() += 1;
        }
    }
    pass.each(&mut |one| {
        let shares = one.ties.iter().flatten().any(|tie| ties.contains(tie));
        if shares && planned.members.len() <= 2 * limit {
            planned.members.insert(one.item);
        }
    })?;
    Ok((planned.members.len() <= 2 * limit).then_some(planned))
}

fn changed(round: &Round<'_>, stale: &[i64]) -> Result<Changed, AuditError> {
    let mut changed = Changed::default();
    for item in stale {
        if let Some((was, _)) = round.store.find_footing(*item)? {
            changed.ties.extend(was.ties.iter().flatten());
            if let Some(minute) = was.minute {
                changed.minutes.entry(minute).or_default().0 += 1;
            }
        }
        let found = round.store.find_to_judge(*item, &round.roots)?;
        let Some(found) = found else {
            changed.gone.push(*item);
            continue;
        };
        let is = footing(*item, &round.judge.ties(&found.record));
        changed.ties.extend(is.ties.iter().flatten());
        if let Some(minute) = is.minute {
            changed.minutes.entry(minute).or_default().1 += 1;
        }
        changed.now.push(is);
    }
    Ok(changed)
}

/// A pass over what is kept of files that did not change.
struct Pass<'a> {
    store: &'a Store,
    stale: &'a HashSet<i64>,
}

impl<'a> Pass<'a> {
    fn new(store: &'a Store, stale: &'a HashSet<i64>) -> Self {
        Pass { store, stale }
    }

    fn each(&self, visit: &mut dyn FnMut(&Footing)) -> Result<(), AuditError> {
        Ok(self.store.for_each_footing(&mut |one| {
            if !self.stale.contains(&one.item) {
                visit(one);
            }
        })?)
    }

    /// How many files have each of some minutes.
    fn count(&self, minutes: &BTreeSet<i64>) -> Result<HashMap<i64, u32>, AuditError> {
        let mut counts = HashMap::new();
        if minutes.is_empty() {
            return Ok(counts);
        }
        self.each(&mut |one| {
            if let Some(minute) = one.minute.filter(|minute| minutes.contains(minute)) {
                *counts.entry(minute).or_default() += 1;
            }
        })?;
        Ok(counts)
    }
}

/// Judges what was planned, in one transaction: killed in the middle, nothing of it has happened.
pub(crate) fn judge(
    mut round: Round<'_>,
    before: &Standing,
    planned: Planned,
) -> Result<Done, AuditError> {
    let has_changes = !planned.stale.is_empty() || before.scan != counted(round.store)?;
    let figures = before.figures();
    if Counting::is_full(&figures) && !planned.affected.is_empty() {
        return round.judge_all();
    }
    round.counting.figures = figures;
    if planned.affected.is_empty() && planned.gone.is_empty() {
        return confirm(round, before, has_changes);
    }
    let order = order(round.store, &planned.members)?;
    for id in &order {
        let found = round.store.find_to_judge(*id, &round.roots)?;
        if let Some(found) = found {
            round.judge.collect(&found.record);
        }
    }
    round.judge.put_minutes(planned.minutes);
    let writer = round.store.reopen()?;
    let verdicts = writer.write_verdicts()?;
    let mut level = planned.level;
    for id in &planned.gone {
        take_off(&mut round, *id)?;
        verdicts.drop_footing(*id)?;
    }
    for id in order.iter().filter(|id| planned.affected.contains(id)) {
        take_off(&mut round, *id)?;
        let found = round.store.find_to_judge(*id, &round.roots)?;
        if let Some(found) = found {
            let ready = Ready::new(&round.judge, &round.counting, found);
            round.counting.add(&ready.share);
            level = level.max(ready.written.footing().level);
            verdicts.put(&ready.written)?;
        }
    }
    let figures = round.counting.figures;
    let standing = round.standing.with(&figures, level);
    verdicts.settle(&text(&standing))?;
    verdicts.commit()?;
    Ok(Done {
        figures,
        level,
        extent: Extent::Some(planned.affected.len() as u64),
        has_changes,
    })
}

/// Nothing is to be judged: all that was said stands today too.
fn confirm(round: Round<'_>, before: &Standing, has_changes: bool) -> Result<Done, AuditError> {
    let figures = before.figures();
    let standing = round.standing.with(&figures, before.level);
    let verdicts = round.store.write_verdicts()?;
    if before.today == standing.today {
        verdicts.confirm(&text(&standing))?;
    } else {
        verdicts.settle(&text(&standing))?;
    }
    verdicts.commit()?;
    Ok(Done {
        figures,
        level: before.level,
        extent: Extent::Some(0),
        has_changes,
    })
}

/// The last scan whose figures were written.
fn counted(store: &Store) -> Result<u64, AuditError> {
    Ok(store.find_last_counted()?.unwrap_or_default())
}

/// What a file added to the figures when it was judged before.
fn take_off(round: &mut Round<'_>, id: i64) -> Result<(), AuditError> {
    if let Some((_, counts)) = round.store.find_footing(id)?
        && let Ok(share) = serde_json::from_str::<Share>(&counts)
    {
        round.counting.turn(&share, Turn::Goes);
    }
    Ok(())
}

/// The files in the order in which all would be collected.
fn order(store: &Store, members: &HashSet<i64>) -> Result<Vec<i64>, AuditError> {
    let mut placed = Vec::with_capacity(members.len());
    for id in members {
        if let Some(place) = store.find_place(*id)? {
            placed.push((place, *id));
        }
    }
    placed.sort_unstable();
    Ok(placed.into_iter().map(|(_, id)| id).collect())
}
