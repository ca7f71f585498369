//! The order of the night: new and changed files first, then those that were never read, then the rest; all roots in turn, each
//! within its pace. What is left when the run ends is told as not reached.

use crate::listing::entry_of;
use crate::run::{AuditError, Task, Work};
use crossbeam_channel::Sender;
use sporhund_model::{Note, Outcome, RelPath};
use sporhund_store::{Class, Planned};
use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Files that are taken from the agenda at once.
const PAGE: usize = 500;
/// How long the feeder sleeps at most when all roots are to be waited for.
const NAP: Duration = Duration::from_millis(20);

/// The files of one root and class that wait.
struct Queue {
    root: usize,
    class: Class,
    after: i64,
    page: VecDeque<Planned>,
    ended: bool,
}

/// What became of one try to feed a root's next file.
enum Fed {
    Sent,
    Waits(Duration),
    Empty,
    /// Nobody takes tasks any more.
    Hung,
}

/// Feeds all files of the agenda to the readers.
pub(crate) fn feed(work: &Work<'_>, tasks: &Sender<Task>) -> Result<(), AuditError> {
    for class in Class::ALL {
        let queue = |root| Queue {
            root,
            class,
            after: 0,
            page: VecDeque::new(),
            ended: false,
        };
        let mut queues: Vec<Queue> = (0..work.places.len()).map(queue).collect();
        if !feed_class(work, &mut queues, tasks)? {
            return Ok(());
        }
    }
    Ok(())
}

/// Feeds one class; `false` when nobody takes tasks any more.
fn feed_class(
    work: &Work<'_>,
    queues: &mut Vec<Queue>,
    tasks: &Sender<Task>,
) -> Result<bool, AuditError> {
    while !queues.is_empty() {
        let mut nap = NAP;
        let mut is_fed = false;
        for queue in queues.iter_mut() {
            match queue.feed(work, tasks)? {
                Fed::Sent => is_fed = true,
                Fed::Waits(time) => nap = nap.min(time),
                Fed::Empty => queue.ended = true,
                Fed::Hung => return Ok(false),
            }
        }
        queues.retain(|queue| !queue.ended);
        if !is_fed && !queues.is_empty() {
            std::thread::sleep(nap.max(Duration::from_millis(1)));
        }
    }
    Ok(true)
}

impl Queue {
    fn feed(&mut self, work: &Work<'_>, tasks: &Sender<Task>) -> Result<Fed, AuditError> {
        if self.page.is_empty() && !self.turn_page(work)? {
            return Ok(Fed::Empty);
        }
        let Some(place) = work.places.get(self.root) else {
            return Ok(Fed::Empty);
        };
        let left = work.reason_to_leave(self.root);
        if left.is_none() && place.is_paced {
            let wait = place.source.pace().wait(Instant::now());
            let busy = place.in_flight.load(Ordering::SeqCst);
            if wait > Duration::ZERO || busy >= work.config.threads {
                return Ok(Fed::Waits(wait));
            }
        }
        let Some(planned) = self.page.pop_front() else {
            return Ok(Fed::Empty);
        };
        place.in_flight.fetch_add(1, Ordering::SeqCst);
        let task = task(work, self.root, &planned, left);
        Ok(match tasks.send(task) {
            Ok(()) => Fed::Sent,
            Err(_) => Fed::Hung,
        })
    }

    fn turn_page(&mut self, work: &Work<'_>) -> Result<bool, AuditError> {
        let Ok(agenda) = work.agenda.lock() else {
            return Ok(false);
        };
        let page = agenda.next((self.root, self.class), self.after, PAGE)?;
        drop(agenda);
        self.page = page.into();
        self.after = self.page.back().map_or(self.after, |last| last.id);
        Ok(!self.page.is_empty())
    }
}

fn task(work: &Work<'_>, root: usize, planned: &Planned, left: Option<Note>) -> Task {
    let folder = RelPath::new(planned.path.folder());
    let entry = entry_of(planned);
    let source = work.places.get(root).map(|place| place.source.source());
    let known = planned.left_out.clone();
    let left_out = match (known, left) {
        (Some((_, outcome, note)), _) => Some((outcome, note)),
        (None, Some(note)) => Some((Outcome::NotReached, note)),
        (None, None) => None,
    };
    Task {
        source: root,
        item: source.map_or_else(Default::default, |source| entry.item(source, &folder)),
        key: work.keys.of_entry(&entry),
        left_out,
        number: Some(planned.id),
        is_new: planned.is_new,
    }
}
