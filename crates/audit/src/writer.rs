//! The one thread that writes to the store.

use crate::summary::Summary;
use crossbeam_channel::{Receiver, RecvTimeoutError};
use sporhund_model::{Item, ItemScan, Outcome, ScanBatch};
use sporhund_store::{Store, StoreError};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Items of a batch.
const BATCH: usize = 500;
/// Time after which an unfinished batch is written.
const PATIENCE: Duration = Duration::from_secs(1);

/// What goes to the store.
pub(crate) enum Message {
    Scanned(Box<ItemScan>),
    Unchanged(Box<Item>),
}

/// Merges results until all senders are gone. When the store fails, `stop` is set and the rest is let go, so that nobody
/// waits for a full channel.
pub(crate) fn write(
    store: &mut Store,
    scan: u64,
    results: &Receiver<Message>,
    summary: &mut Summary,
    stop: &AtomicBool,
) -> Result<(), StoreError> {
    let mut failure = None;
    let mut batch = ScanBatch::new(scan);
    let mut since = Instant::now();
    loop {
        let message = results.recv_timeout(PATIENCE);
        match message {
            Ok(message) if failure.is_none() => take(message, &mut batch, summary),
            Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        let is_full =
            batch.items.len() + batch.unchanged.len() >= BATCH || since.elapsed() >= PATIENCE;
        if is_full && failure.is_none() {
            failure = flush(store, &mut batch).err();
            since = Instant::now();
            if failure.is_some() {
                stop.store(true, Ordering::Relaxed);
            }
        }
    }
    match failure {
        Some(error) => Err(error),
        None => flush(store, &mut batch),
    }
}

fn take(message: Message, batch: &mut ScanBatch, summary: &mut Summary) {
    match message {
        Message::Scanned(item) => {
            let outcome = item
                .coverage
                .first()
                .map_or(Outcome::NotReached, |coverage| coverage.outcome);
            *summary.outcomes.entry(outcome).or_default() += 1;
            summary.bytes_read += item.bytes_read;
            batch.items.push(*item);
        }
        Message::Unchanged(item) => {
            summary.unchanged += 1;
            batch.unchanged.push(*item);
        }
    }
}

fn flush(store: &Store, batch: &mut ScanBatch) -> Result<(), StoreError> {
    if batch.items.is_empty() && batch.unchanged.is_empty() {
        return Ok(());
    }
    store.merge(batch)?;
    *batch = ScanBatch::new(batch.scan);
    Ok(())
}
