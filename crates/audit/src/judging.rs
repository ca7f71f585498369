//! After the scan: every file gets its verdict, in two passes over the store.

use crate::config::Config;
use crate::run::AuditError;
use crate::summary::Summary;
use sporhund_model::{ItemRecord, Records, RelPath, RootName, Verdict};
use sporhund_retention::judge::{Judge, Settings};
use sporhund_retention::plan::Plan;
use sporhund_store::{Mentions, Store};

/// Verdicts that are written together.
const BATCH: usize = 1_000;

/// Judges every file in the store.
pub(crate) fn judge(
    config: &Config,
    store: &Store,
    summary: &mut Summary,
) -> Result<(), AuditError> {
    let judge = Judge::new(config.plans.clone(), config.judging.clone())?;
    judge_all(judge, store, &mut |record| {
        summary.level = summary.level.max(record.assessment.level);
    })
}

/// Judges what a store holds by other plans or for another day, without reading any file.
///
/// # Errors
/// When a hold is no pattern, or the store cannot be read or written.
pub fn judge_stored(plans: Vec<Plan>, settings: Settings, store: &Store) -> Result<(), AuditError> {
    judge_all(Judge::new(plans, settings)?, store, &mut |_| {})
}

fn judge_all(
    mut judge: Judge,
    store: &Store,
    seen: &mut dyn FnMut(&ItemRecord),
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
        verdicts.push((
            record.item.root.clone(),
            record.item.path.clone(),
            judge.verdict(record),
        ));
        if verdicts.len() >= BATCH {
            put(&mut verdicts)
        } else {
            Ok(())
        }
    })?;
    put(&mut verdicts)?;
    Ok(())
}
