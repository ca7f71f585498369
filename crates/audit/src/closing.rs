//! The end of a run: what is gone is marked, folders that are settled are remembered, every file is judged.

use crate::guard::Standing;
use crate::judging;
use crate::run::{AuditError, Work, refuse};
use crate::summary::{Ended, Summary};
use jiff::Timestamp;
use sporhund_model::Note;
use sporhund_model::history::measure;
use sporhund_store::{Difference, Store};
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

/// Folders that are settled together.
const PAGE: usize = 1_000;
/// Fewer files than this share of the last run's are told of loudly.
const FAR_LESS: u64 = 2;

/// Ends a run.
pub(crate) fn close(
    work: &Work<'_>,
    store: &Store,
    standings: &[Standing],
    summary: &mut Summary,
) -> Result<(), AuditError> {
    let mut is_settled = vec![false; work.places.len()];
    for (number, (place, standing)) in work.places.iter().zip(standings).enumerate() {
        let root = &place.source.root().name;
        if place.source.is_silent() {
            if !matches!(standing, Standing::Unreachable(_)) {
                let note = Note::new("error-root-silent").with("root", root.0.as_str());
                refuse(summary, root, &note);
            }
        } else if *standing == Standing::Reached {
            retire(work, store, number, summary)?;
            is_settled[number] = true;
        }
    }
    settle(work, store, &is_settled)?;
    summary.ended = ended(work, standings, summary);
    let last = store.find_last_figures()?;
    let judged = judging::judge(work.config, store, summary)?;
    let mut figures = judged.figures;
    if judged.has_changes {
        figures.changes = changes(store, summary)?;
    }
    if let Some(last) = last {
        let (before, now) = (last.total(None, measure::READ), summary.read());
        summary.far_less = (now < before / FAR_LESS).then_some((now, before));
    }
    summary.scan.complete = summary.ended == Ended::Whole;
    summary.scan.finished = Some(Timestamp::now());
    store.put_figures(summary.scan.id, &figures)?;
    store.finish(&summary.scan)?;
    summary.figures = figures;
    store.empty_log()?;
    tracing::info!(
        scan = summary.scan.id,
        files = summary.files(),
        bytes = summary.bytes_read,
        complete = summary.scan.complete,
        "scan ends"
    );
    Ok(())
}

/// How many files came, went and changed since the scan before, by controller; nothing after the first scan.
fn changes(
    store: &Store,
    summary: &Summary,
) -> Result<BTreeMap<(String, String), u64>, AuditError> {
    let mut changes = BTreeMap::new();
    let before = store.find_last_counted()?;
    let Some(from) = before else {
        return Ok(changes);
    };
    let between = Difference {
        from,
        to: summary.scan.id,
    };
    store.for_each_change(between, &mut |change| {
        let root = summary
            .scan
            .roots
            .iter()
            .find(|root| root.name == change.root);
        let controller = root.map_or(String::new(), |root| root.controller.clone());
        *changes
            .entry((controller, change.kind.as_str().to_owned()))
            .or_default() += 1;
        Ok(())
    })?;
    Ok(changes)
}

/// A listing that was cut short counts as time that was over, whether or not a file was left.
fn ended(work: &Work<'_>, standings: &[Standing], summary: &Summary) -> Ended {
    let left = summary.outcomes.get(&sporhund_model::Outcome::NotReached);
    if work.stop.load(Ordering::Relaxed) {
        Ended::Stopped
    } else if standings.contains(&Standing::Ended)
        || (work.is_over() && left.is_some_and(|left| *left > 0))
    {
        Ended::StopTime
    } else {
        Ended::Whole
    }
}

fn retire(
    work: &Work<'_>,
    store: &Store,
    number: usize,
    summary: &mut Summary,
) -> Result<(), AuditError> {
    let missing = match work.agenda.lock() {
        Ok(agenda) => agenda.missing(number)?,
        Err(_) => return Ok(()),
    };
    if let Some(place) = work.places.get(number) {
        let root = &place.source.root().name;
        summary.gone += store.retire(root, summary.scan.id, &missing)?;
    }
    Ok(())
}

fn settle(work: &Work<'_>, store: &Store, is_settled: &[bool]) -> Result<(), AuditError> {
    let mut after = 0;
    loop {
        let page = match work.agenda.lock() {
            Ok(agenda) => agenda.settled(after, PAGE)?,
            Err(_) => return Ok(()),
        };
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = last.id;
        let folders: Vec<_> = page
            .into_iter()
            .filter(|folder| is_settled.get(folder.root) == Some(&true))
            .filter_map(|folder| {
                let root = work.places.get(folder.root)?.source.root().name.clone();
                Some((root, folder.path, folder.digest, folder.files))
            })
            .collect();
        store.settle(&folders)?;
    }
}
