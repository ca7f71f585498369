//! After the scan: every file gets its verdict, in two passes over the store, and what the store holds is counted.
//!
//! When nothing has changed since the files were last judged, on the same day and by the same plans, the verdicts stand.

use crate::config::Config;
use crate::counting::Counting;
use crate::run::AuditError;
use crate::summary::Summary;
use serde::{Deserialize, Serialize};
use sporhund_model::{Figures, ItemRecord, Level, Records, RelPath, RootName, Verdict};
use sporhund_retention::judge::{Judge, Settings};
use sporhund_retention::plan::Plan;
use sporhund_store::{Mentions, Store};

/// Verdicts that are written together.
const BATCH: usize = 1_000;

/// What all files were judged under, and the highest level among them.
#[derive(Serialize, Deserialize)]
struct Judged {
    under: String,
    level: Level,
}

/// Judges every file in the store.
pub(crate) fn judge(
    config: &Config,
    store: &Store,
    summary: &mut Summary,
) -> Result<Figures, AuditError> {
    let under = under(config, summary);
    summary.judged_under.clone_from(&under);
    if let Some(standing) = find_standing(store, &under)? {
        summary.level = standing.level;
        if let Some(figures) = store.find_last_figures()? {
            summary.is_unchanged = true;
            return Ok(figures);
        }
    }
    let judge = Judge::new(config.plans.clone(), config.judging.clone())?;
    let mut counting = Counting::new(&summary.scan.roots);
    judge_all(
        judge,
        store,
        &mut |record| summary.level = summary.level.max(record.assessment.level),
        &mut |record, verdict| counting.add(record, verdict),
    )?;
    let figures = counting.figures;
    let judged = Judged {
        under,
        level: summary.level,
    };
    store.put_judged(&serde_json::to_string(&judged).unwrap_or_default())?;
    Ok(figures)
}

fn find_standing(store: &Store, under: &str) -> Result<Option<Judged>, AuditError> {
    let text = store.find_judged()?;
    let judged: Option<Judged> = text.and_then(|text| serde_json::from_str(&text).ok());
    Ok(judged.filter(|judged| judged.under == under))
}

/// What verdicts depend on besides the files: plans, settings, the day, and which roots are looked at.
fn under(config: &Config, summary: &Summary) -> String {
    let mut roots: Vec<_> = summary.scan.roots.iter().collect();
    roots.sort_by(|one, other| one.name.cmp(&other.name));
    let parts = format!("{:?}{:?}{roots:?}", config.plans, config.judging);
    blake3::hash(parts.as_bytes()).to_hex().to_string()
}

/// Judges what a store holds by other plans or for another day, without reading any file.
///
/// # Errors
/// When a hold is no pattern, or the store cannot be read or written.
pub fn judge_stored(plans: Vec<Plan>, settings: Settings, store: &Store) -> Result<(), AuditError> {
    // The next scan must not take these verdicts for its own.
    store.put_judged("")?;
    judge_all(
        Judge::new(plans, settings)?,
        store,
        &mut |_| {},
        &mut |_, _| {},
    )
}

fn judge_all(
    mut judge: Judge,
    store: &Store,
    seen: &mut dyn FnMut(&ItemRecord),
    judged: &mut dyn FnMut(&ItemRecord, &Verdict),
) -> Result<(), AuditError> {
    let records = store.records(Mentions::With);
    records.for_each(&mut |record| {
        judge.collect(record);
        seen(record);
        Ok(())
    })?;
    let writer = store.reopen()?;
    let mut verdicts: Vec<(RootName, RelPath, Verdict)> = Vec::with_capacity(BATCH);
    let put = |verdicts: &mut Vec<_>| {
        let result = writer.put_verdicts(verdicts);
        verdicts.clear();
        result.map(|_| ()).map_err(std::io::Error::other)
    };
    records.for_each(&mut |record| {
        let verdict = judge.verdict(record);
        judged(record, &verdict);
        let item = &record.item;
        verdicts.push((item.root.clone(), item.path.clone(), verdict));
        if verdicts.len() >= BATCH {
            put(&mut verdicts)
        } else {
            Ok(())
        }
    })?;
    put(&mut verdicts)?;
    Ok(())
}
