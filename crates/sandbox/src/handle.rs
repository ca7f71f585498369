//! One file through one worker, and what happens when that goes wrong.

use crate::event::{Checker, tag};
use crate::frame::NoFrame;
use crate::pool::{Seat, Shared};
use crate::request::{Request, bounded, read_done};
use crate::wire::Violation;
use sporhund_extract::budget::Limits;
use sporhund_model::{Event, Note, Outcome, Receiver};
use sporhund_platform::Worker;
use std::fs::File;
use std::sync::Arc;
use std::time::Instant;

/// A receiver that can begin again: a file whose worker died is decoded once more, from its beginning.
pub trait Taker: Receiver {
    /// All that was received since [`Handle::decode`] was called is void; it will be sent again.
    fn restart(&mut self);
}

/// How a file ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// The format it was read as; empty when unknown.
    pub format: String,
    /// How it ended. `Partly` when the receiver wanted no more.
    pub outcome: Outcome,
    /// What the worker's fate adds to the coverage; notes of decoders came as events.
    pub notes: Vec<Note>,
    /// Whether the receiver wanted no more.
    pub stopped: bool,
}

/// Why a file was not read to its end.
enum Trouble {
    /// The worker died or hung up.
    Died,
    /// It took longer than the limit and the grace.
    Late,
    /// It sent what the protocol does not allow.
    Violation(Violation),
    /// The receiver wants no more.
    Stopped,
}

impl From<NoFrame> for Trouble {
    fn from(none: NoFrame) -> Self {
        match none {
            NoFrame::End | NoFrame::Broken => Trouble::Died,
            NoFrame::Late => Trouble::Late,
            NoFrame::Violation(violation) => Trouble::Violation(violation),
        }
    }
}

impl From<Violation> for Trouble {
    fn from(violation: Violation) -> Self {
        Trouble::Violation(violation)
    }
}

/// One thread's way to its worker.
#[derive(Debug)]
pub struct Handle {
    shared: Arc<Shared>,
    seat: Option<Seat>,
    checker: Checker,
}

impl Handle {
    pub(crate) fn new(shared: Arc<Shared>, seat: Option<Seat>) -> Self {
        Handle {
            shared,
            seat,
            checker: Checker::default(),
        }
    }

    /// Decodes a file in the worker. Whatever the file does to it, this returns within the time limit and 2 s (longer only
    /// when the receiver takes longer, or when the file is tried once more), and what has arrived by then has been
    /// received, with every open member closed.
    pub fn decode(
        &mut self,
        file: &File,
        size: u64,
        extension: &str,
        limits: &Limits,
        taker: &mut dyn Taker,
    ) -> Finished {
        let limits = Limits {
            timeout: bounded(limits.timeout),
            ..*limits
        };
        let request = Request {
            size,
            extension: extension.to_owned(),
            limits,
        };
        let first = self.attempt(file, &request, taker);
        let Attempt::Died(how) = first else {
            return first.into_finished(&limits);
        };
        taker.restart();
        // Alone: in a worker of its own that no other file has been through, and none comes after.
        self.seat = None;
        let again = self.attempt(file, &request, taker);
        self.seat = None;
        let retried = matches!(again, Attempt::Done(_));
        let mut finished = again.into_finished(&limits);
        if retried {
            finished.notes.push(how.note("note-worker-retried"));
        }
        finished
    }

    fn attempt(&mut self, file: &File, request: &Request, taker: &mut dyn Taker) -> Attempt {
        self.checker.begin(request.limits.max_depth);
        let Some(mut seat) = self.take_seat() else {
            return Attempt::NoWorker;
        };
        let deadline = Instant::now() + request.limits.timeout + self.shared.settings.grace;
        match run(&mut seat, &mut self.checker, file, request, deadline, taker) {
            Ok(finished) => {
                seat.files += 1;
                self.seat = Some(seat);
                Attempt::Done(finished)
            }
            Err(trouble) => {
                let death = Death(seat.worker.end());
                close_members(&self.checker, &trouble, taker);
                match trouble {
                    Trouble::Died => Attempt::Died(death),
                    Trouble::Late => Attempt::Late,
                    Trouble::Violation(what) => Attempt::Violation(what),
                    Trouble::Stopped => Attempt::Stopped,
                }
            }
        }
    }

    /// The worker that is there, if it may serve on, or a fresh one.
    fn take_seat(&mut self) -> Option<Seat> {
        let most = self.shared.settings.recycle_after;
        // Bytes that nobody asked for: the last file has taken the worker over.
        let is_good = |seat: &Seat| seat.files < most && seat.incoming.is_empty();
        match self.seat.take().filter(is_good) {
            Some(seat) => Some(seat),
            None => self.shared.seat().ok(),
        }
    }
}

/// How one attempt ended.
enum Attempt {
    Done(Finished),
    Died(Death),
    Late,
    Violation(Violation),
    Stopped,
    NoWorker,
}

impl Attempt {
    fn into_finished(self, limits: &Limits) -> Finished {
        let ended = |outcome, note| Finished {
            outcome,
            notes: vec![note],
            ..Finished::default()
        };
        match self {
            Attempt::Done(finished) => finished,
            Attempt::Died(death) => ended(Outcome::Failed, death.note("error-worker-died")),
            Attempt::Violation(Violation(what)) => {
                let note = Note::new("error-worker-protocol").with("what", what);
                ended(Outcome::Failed, note)
            }
            Attempt::NoWorker => ended(Outcome::Failed, Note::new("error-worker-start")),
            Attempt::Late => {
                let seconds = limits.timeout.as_secs();
                let note = Note::new("limit-timeout").with("seconds", seconds);
                ended(Outcome::TimedOut, note)
            }
            Attempt::Stopped => Finished {
                outcome: Outcome::Partly,
                stopped: true,
                ..Finished::default()
            },
        }
    }
}

/// How a worker died, as a note.
struct Death(sporhund_platform::Death);

impl Death {
    fn note(&self, code: &'static str) -> Note {
        Note::new(code).with("how", self.0.to_string())
    }
}

/// Sends the request and takes events until the worker is done.
fn run(
    seat: &mut Seat,
    checker: &mut Checker,
    file: &File,
    request: &Request,
    deadline: Instant,
    taker: &mut dyn Taker,
) -> Result<Finished, Trouble> {
    send(&mut seat.worker, file, request, deadline)?;
    loop {
        let worker = &mut seat.worker;
        let (tag, payload) = seat.incoming.next(|into| worker.receive(into, deadline))?;
        if tag == tag::DONE {
            let (format, outcome) = read_done(payload)?;
            if checker.depth() > 0 {
                return Err(Violation("members left open").into());
            }
            return Ok(Finished {
                format,
                outcome,
                ..Finished::default()
            });
        }
        let event = checker.event(tag, payload)?;
        if taker.receive(event).is_err() {
            return Err(Trouble::Stopped);
        }
        // A worker that sends without end never lets the line run dry.
        if Instant::now() >= deadline {
            return Err(Trouble::Late);
        }
    }
}

fn send(
    worker: &mut Worker,
    file: &File,
    request: &Request,
    deadline: Instant,
) -> Result<(), Trouble> {
    let mut bytes = Vec::new();
    request.put(&mut bytes)?;
    let sent = worker.send(&bytes, Some((file, request.size)), deadline);
    Ok(sent.map_err(NoFrame::from)?)
}

/// What the worker opened and cannot close any more.
fn close_members(checker: &Checker, trouble: &Trouble, taker: &mut dyn Taker) {
    let outcome = match trouble {
        Trouble::Stopped => return,
        Trouble::Late => Outcome::TimedOut,
        Trouble::Died | Trouble::Violation(_) => Outcome::Failed,
    };
    for _ in 0..checker.depth() {
        if taker.receive(Event::CloseMember(outcome)).is_err() {
            return;
        }
    }
}
