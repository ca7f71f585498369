//! Judging every file of a store: two passes, each a line of threads. One reads ahead, all cores judge, one writes.
//!
//! Batches keep the order of folders, so that it depends on nothing else who is counted and put together with whom.

use crate::counting::Counting;
use crate::judging::Ready;
use crate::run::AuditError;
use crossbeam_channel::{Receiver, Sender, bounded};
use rayon::prelude::*;
use sporhund_model::{Level, RootName};
use sporhund_retention::judge::Judge;
use sporhund_store::{Depth, Store, StoreError, ToJudge, Written};
use std::thread;

/// Files that are read, judged and written together.
const BATCH: usize = 4_000;
/// Batches that wait between two threads.
const WAITING: usize = 2;
/// Bytes of the store that each connection keeps in memory.
const CACHE: u64 = 48 << 20;

/// The two passes over a store.
pub(crate) struct Passes<'a> {
    store: &'a Store,
    roots: &'a [RootName],
    threads: rayon::ThreadPool,
}

impl<'a> Passes<'a> {
    pub(crate) fn new(
        store: &'a Store,
        roots: &'a [RootName],
        threads: usize,
    ) -> Result<Self, AuditError> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(threads);
        Ok(Passes {
            store,
            roots,
            threads: threads.build()?,
        })
    }

    /// The first pass: dossiers and all else that files form together.
    pub(crate) fn collect(&self, judge: &mut Judge) -> Result<(), AuditError> {
        self.read(Depth::Dossiers, |batches| {
            for batch in batches {
                let gather = |one: &ToJudge| judge.gather(&one.record);
                let gathered = || batch.par_iter().map(gather).collect();
                let gathered: Vec<_> = self.threads.install(gathered);
                for (one, gathered) in batch.iter().zip(gathered) {
                    judge.take(&one.record, gathered);
                }
            }
            Ok(())
        })
    }

    /// The second pass: verdicts, counted and written. Gives the highest level that was met.
    pub(crate) fn judge(
        &self,
        judge: &Judge,
        counting: &mut Counting,
    ) -> Result<Level, AuditError> {
        let mut level = Level::default();
        let writer = self.connection()?;
        thread::scope(|scope| {
            let (to, from) = bounded(WAITING);
            let written = scope.spawn(move || write(&writer, &from));
            let read = self.read(Depth::Verdicts, |batches| {
                for batch in batches {
                    let ready = self.ready(judge, counting, batch);
                    let mut verdicts = Vec::with_capacity(ready.len());
                    for one in ready {
                        level = level.max(one.written.footing().level);
                        counting.add(&one.share);
                        verdicts.push(one.written);
                    }
                    if to.send(verdicts).is_err() {
                        break;
                    }
                }
                Ok(())
            });
            drop(to);
            joined(written)?;
            read
        })?;
        Ok(level)
    }

    fn ready(&self, judge: &Judge, counting: &Counting, batch: Vec<ToJudge>) -> Vec<Ready> {
        let ready = |one| Ready::new(judge, counting, one);
        let all = || batch.into_par_iter().map(ready).collect();
        self.threads.install(all)
    }

    /// Reads all files on a thread of its own while `work` takes them.
    fn read(
        &self,
        depth: Depth,
        work: impl FnOnce(Receiver<Vec<ToJudge>>) -> Result<(), AuditError>,
    ) -> Result<(), AuditError> {
        let store = self.connection()?;
        let roots = self.roots;
        thread::scope(|scope| {
            let (to, from) = bounded(WAITING);
            let read = scope.spawn(move || read(&store, roots, depth, &to));
            let worked = work(from);
            joined(read)?;
            worked
        })
    }

    fn connection(&self) -> Result<Store, StoreError> {
        let store = self.store.reopen()?;
        store.set_cache(CACHE)?;
        Ok(store)
    }
}

/// Who takes the batches may stop before the last one; then nothing is left to do.
fn read(
    store: &Store,
    roots: &[RootName],
    depth: Depth,
    to: &Sender<Vec<ToJudge>>,
) -> Result<(), StoreError> {
    let mut batch = Vec::with_capacity(BATCH);
    store.for_each_to_judge(roots, depth, &mut |one| {
        batch.push(one);
        if batch.len() == BATCH {
            let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
            let _ = to.send(full);
        }
        Ok(())
    })?;
    let _ = to.send(batch);
    Ok(())
}

fn write(store: &Store, from: &Receiver<Vec<Written>>) -> Result<(), StoreError> {
    for batch in from {
        let verdicts = store.write_verdicts()?;
        batch.iter().try_for_each(|one| verdicts.put(one))?;
        verdicts.commit()?;
    }
    Ok(())
}

/// What a thread came to; its panic goes on in this one.
fn joined(thread: thread::ScopedJoinHandle<'_, Result<(), StoreError>>) -> Result<(), StoreError> {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
