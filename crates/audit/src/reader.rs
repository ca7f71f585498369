//! The threads that read: each takes parts of big texts first, then files.

use crate::document::{Desk, Done};
use crate::parts::BigText;
use crate::run::{Task, Work};
use crate::writer::Message;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};
use sporhund_detect::DocumentTally;
use sporhund_extract::text::windows::Windows;
use sporhund_model::{ItemScan, Note, Outcome};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// How often an idle thread looks whether all is done.
const IDLE: Duration = Duration::from_millis(5);

/// Whether a locked file is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Try {
    First,
    Last,
}

/// A locked file that waits for its second try.
pub(crate) struct Waiting(Task);

/// A part of a big text.
struct PartTask {
    source: usize,
    big: Arc<BigText>,
    number: usize,
}

/// Reads all files of a queue with all threads.
pub(crate) fn read_all(
    work: &Work<'_>,
    threads: &rayon::ThreadPool,
    queue: &Receiver<Task>,
    results: &Sender<Message>,
    attempt: Try,
) {
    let (parts, waiting) = unbounded();
    threads.broadcast(|_| {
        let desk = Desk {
            config: work.config,
            scanner: work.config.rules.scanner(&work.config.settings),
            windows: Windows::default(),
            handle: work.pool.handle(),
        };
        Reader {
            work,
            desk,
            parts: parts.clone(),
            results: results.clone(),
            attempt,
        }
        .run(queue, &waiting);
    });
}

/// Files that another program had locked are tried once more at the end.
pub(crate) fn read_locked(work: &Work<'_>, threads: &rayon::ThreadPool, results: &Sender<Message>) {
    let locked = work
        .locked
        .lock()
        .map(|mut locked| std::mem::take(&mut *locked))
        .unwrap_or_default();
    if locked.is_empty() {
        return;
    }
    let (tasks, queue) = unbounded();
    for Waiting(mut task) in locked {
        if let Some(note) = work.reason_to_leave(task.source) {
            task.left_out = Some((Outcome::NotReached, note));
        }
        let _ = tasks.send(task);
    }
    drop(tasks);
    read_all(work, threads, &queue, results, Try::Last);
}

/// One thread at work.
struct Reader<'a> {
    work: &'a Work<'a>,
    desk: Desk<'a>,
    parts: Sender<PartTask>,
    results: Sender<Message>,
    attempt: Try,
}

impl Reader<'_> {
    /// Takes parts of big texts first, then files, until there are none of either.
    fn run(mut self, queue: &Receiver<Task>, waiting: &Receiver<PartTask>) {
        let mut is_open = true;
        loop {
            if let Ok(part) = waiting.try_recv() {
                self.part(&part);
            } else if is_open {
                match queue.recv_timeout(IDLE) {
                    Ok(task) => self.task(task),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => is_open = false,
                }
            } else if self.work.active.load(Ordering::SeqCst) == 0 {
                return;
            } else if let Ok(part) = waiting.recv_timeout(IDLE) {
                self.part(&part);
            }
        }
    }

    fn task(&mut self, task: Task) {
        self.work.active.fetch_add(1, Ordering::SeqCst);
        let done = catch_unwind(AssertUnwindSafe(|| self.read(&task)));
        if let Some(place) = self.work.places.get(task.source) {
            place.in_flight.fetch_sub(1, Ordering::SeqCst);
        }
        match done {
            Ok(Done::Scanned(scan)) => {
                let size = scan.item.size;
                self.send(scan, size, task.number, task.is_new);
            }
            Ok(Done::Locked) => {
                if let Ok(mut locked) = self.work.locked.lock() {
                    if let Some(place) = self.work.places.get(task.source) {
                        place.in_flight.fetch_add(1, Ordering::SeqCst);
                    }
                    locked.push(Waiting(task));
                }
            }
            Ok(Done::Split(big)) => self.split(task.source, big),
            Err(_) => {
                tracing::error!(root = task.item.root.0, code = "error-panic", "file failed");
                let note = Note::new("error-panic");
                let scan = self.desk.leave(&task, Outcome::Failed, note);
                let size = scan.item.size;
                self.send(scan, size, task.number, task.is_new);
            }
        }
        self.work.active.fetch_sub(1, Ordering::SeqCst);
    }

    fn read(&mut self, task: &Task) -> Done {
        if let Some((outcome, note)) = &task.left_out {
            return Done::Scanned(self.desk.leave(task, *outcome, note.clone()));
        }
        if let Some(note) = self.work.reason_to_leave(task.source) {
            return Done::Scanned(self.desk.leave(task, Outcome::NotReached, note));
        }
        match self.work.places.get(task.source) {
            Some(place) => self.desk.read(&place.source, task, self.attempt),
            None => Done::Locked,
        }
    }

    fn split(&mut self, source: usize, big: Box<BigText>) {
        let big: Arc<BigText> = Arc::from(big);
        for number in 0..big.count() {
            self.work.active.fetch_add(1, Ordering::SeqCst);
            let _ = self.parts.send(PartTask {
                source,
                big: Arc::clone(&big),
                number,
            });
        }
    }

    fn part(&mut self, part: &PartTask) {
        let tally = catch_unwind(AssertUnwindSafe(|| {
            match self.work.places.get(part.source) {
                Some(place) if self.work.reason_to_leave(part.source).is_none() => {
                    self.desk.read_part(&place.source, &part.big, part.number)
                }
                _ => {
                    part.big.worsen(Outcome::NotReached);
                    DocumentTally::default()
                }
            }
        }));
        let tally = tally.unwrap_or_else(|_| {
            part.big.worsen(Outcome::Failed);
            DocumentTally::default()
        });
        let range = part.big.range(part.number);
        let size = range.end.saturating_sub(range.start);
        self.work.progress.finish(0, size, 0);
        if let Some(whole) = part.big.put(part.number, tally) {
            let scan = self.desk.finish_big(&part.big, whole);
            self.send(scan, 0, part.big.task, part.big.is_new);
        }
        self.work.active.fetch_sub(1, Ordering::SeqCst);
    }

    /// `size`: its bytes that are not in the progress yet.
    fn send(&self, scan: Box<ItemScan>, size: u64, number: Option<i64>, is_new: bool) {
        let findings: u64 = scan
            .findings
            .iter()
            .map(|finding| finding.occurrences)
            .sum();
        self.work.progress.finish(1, size, findings);
        // A store that failed has set `stop`; then nobody waits for results.
        let _ = self.results.send(Message {
            scan,
            number,
            is_new,
        });
    }
}
