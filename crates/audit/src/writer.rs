//! The one thread that writes to the store.

use crate::config::CrashAfter;
use crate::run::Work;
use crate::summary::Summary;
use crossbeam_channel::{Receiver, RecvTimeoutError};
use sporhund_model::{ItemScan, Outcome, ScanBatch};
use sporhund_store::{ContentId, Store, StoreError};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Time after which an unfinished batch is written.
const PATIENCE: Duration = Duration::from_secs(1);

/// What goes to the store.
pub(crate) struct Message {
    pub scan: Box<ItemScan>,
    /// The file's number in the agenda.
    pub number: Option<i64>,
    /// Whether the store did not know it: it may be a known one from another place.
    pub is_new: bool,
}

/// Results that wait to be written together.
struct Batch {
    scans: ScanBatch,
    numbers: Vec<i64>,
    since: Instant,
}

impl Batch {
    fn new(scan: u64) -> Self {
        Batch {
            scans: ScanBatch::new(scan),
            numbers: Vec::new(),
            since: Instant::now(),
        }
    }
}

/// Merges results until all senders are gone. When the store fails, `stop` is set and the rest is let go, so that nobody
/// waits for a full channel.
pub(crate) fn write(
    work: &Work<'_>,
    store: &mut Store,
    results: &Receiver<Message>,
    summary: &mut Summary,
) -> Result<(), StoreError> {
    let mut failure = None;
    let mut batch = Batch::new(summary.scan.id);
    loop {
        match results.recv_timeout(PATIENCE) {
            Ok(message) if failure.is_none() => {
                failure = take(work, message, &mut batch, summary).err();
            }
            Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        let is_full = batch.scans.items.len() >= work.config.conduct.batch.max(1);
        if failure.is_none() && (is_full || batch.since.elapsed() >= PATIENCE) {
            failure = flush(work, store, &mut batch).err();
        }
        if failure.is_some() {
            work.stop.store(true, Ordering::Relaxed);
        }
    }
    match failure {
        Some(error) => Err(error),
        None => flush(work, store, &mut batch),
    }
}

fn take(
    work: &Work<'_>,
    message: Message,
    batch: &mut Batch,
    summary: &mut Summary,
) -> Result<(), StoreError> {
    let mut scan = *message.scan;
    let outcome = scan
        .coverage
        .first()
        .map_or(Outcome::NotReached, |coverage| coverage.outcome);
    *summary.outcomes.entry(outcome).or_default() += 1;
    summary.bytes_read += scan.bytes_read;
    let crash = work.config.conduct.crash_after;
    if matches!(crash, Some(CrashAfter::Bytes(bytes)) if summary.bytes_read >= bytes) {
        sporhund_platform::kill_self();
    }
    if message.is_new {
        find_former_place(work, &mut scan)?;
    }
    batch.numbers.extend(message.number);
    batch.scans.items.push(scan);
    Ok(())
}

/// A file whose content is that of one that is missing was moved.
fn find_former_place(work: &Work<'_>, scan: &mut ItemScan) -> Result<(), StoreError> {
    let whole = scan.content_hash.map(ContentId::Whole);
    let Some(content) = whole.or_else(|| scan.sample.map(ContentId::Sample)) else {
        return Ok(());
    };
    // Empty files are all the same.
    let Some(agenda) = work.agenda.lock().ok().filter(|_| scan.item.size > 0) else {
        return Ok(());
    };
    if let Some((root, path)) = agenda.claim(content, &scan.item.version)? {
        let place = work.places.get(root);
        scan.moved_from = place.map(|place| (place.source.root().name.clone(), path));
    }
    Ok(())
}

fn flush(work: &Work<'_>, store: &Store, batch: &mut Batch) -> Result<(), StoreError> {
    if !batch.scans.items.is_empty() {
        store.merge(&batch.scans)?;
        if let Ok(agenda) = work.agenda.lock() {
            agenda.finish(&batch.numbers)?;
        }
    }
    *batch = Batch::new(batch.scans.scan);
    Ok(())
}
