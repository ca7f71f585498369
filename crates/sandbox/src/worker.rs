//! The life of a worker process.

use crate::event::put_event;
use crate::frame::Incoming;
use crate::request::{Request, put_done, put_hello, read_setup};
use crate::wire::Violation;
use sporhund_extract::budget::Limits;
use sporhund_extract::decoder::Input;
use sporhund_model::{Event, Note, Outcome, Receiver, Stopped};
use sporhund_platform::WorkerEnd;
use std::io::{BufReader, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// How a decoder ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The format it was read as, such as `docx`; empty when unknown.
    pub format: String,
    /// How it ended.
    pub outcome: Outcome,
}

/// What a worker runs on each file: usually `sporhund_extract::decode`.
pub type DecodeFn<'a> = dyn FnMut(&mut Input<'_>, &Limits, &mut dyn Receiver) -> Answer + 'a;

/// Events wait for others until so many bytes have come together; a chunk does not wait, since what has been sent is kept
/// when the worker dies.
const TOGETHER: usize = 32 << 10;
const READ_AHEAD: usize = 64 << 10;

/// Serves the parent at stdin until it hangs up: confines the process first, then decodes file after file. To be called
/// at the start of a hidden command, while the process has one thread.
pub fn serve(decode: &mut DecodeFn<'_>) -> ExitCode {
    // Messages of panics may quote the file.
    std::panic::set_hook(Box::new(|_| {}));
    match serve_all(decode) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

fn serve_all(decode: &mut DecodeFn<'_>) -> Option<()> {
    let mut line = WorkerEnd::open().ok()?;
    let mut incoming = Incoming::new();
    let (tag, setup) = incoming.next(|into| line.receive(into)).ok()?;
    let isolation = sporhund_platform::confine(read_setup(tag, setup).ok()?);
    let mut hello = Vec::new();
    put_hello(&mut hello, isolation).ok()?;
    line.write_all(&hello).ok()?;
    line.flush().ok()?;
    let mut bytes = Vec::new();
    while let Ok((tag, payload)) = incoming.next(|into| line.receive(into)) {
        let request = Request::read(tag, payload).ok()?;
        bytes.clear();
        serve_one(&mut line, &request, decode, &mut bytes)?;
    }
    Some(())
}

fn serve_one(
    line: &mut WorkerEnd,
    request: &Request,
    decode: &mut DecodeFn<'_>,
    bytes: &mut Vec<u8>,
) -> Option<()> {
    let content = line.content(request.size).ok()?;
    let mut sender = Sender {
        line,
        bytes,
        depth: 0,
        fault: None,
    };
    let mut reader = BufReader::with_capacity(READ_AHEAD, content);
    let mut input = Input {
        reader: &mut reader,
        size: request.size,
        extension: &request.extension,
    };
    let run = || decode(&mut input, &request.limits, &mut sender);
    let answer = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        sender.fault = Some("error-decoder-panic");
        Answer::default()
    });
    sender.finish(&answer)
}

/// Sends what a decoder finds.
struct Sender<'a> {
    line: &'a mut WorkerEnd,
    bytes: &'a mut Vec<u8>,
    /// Members that are open.
    depth: u32,
    /// What makes the file fail whatever the decoder says.
    fault: Option<&'static str>,
}

impl Sender<'_> {
    fn send(&mut self) -> Result<(), Stopped> {
        let sent = self
            .line
            .write_all(self.bytes)
            .and_then(|()| self.line.flush());
        self.bytes.clear();
        sent.map_err(|_| Stopped)
    }

    /// Closes what a decoder that broke off has left open, and says how the file ended. `None` when the parent is gone.
    fn finish(mut self, answer: &Answer) -> Option<()> {
        for _ in 0..self.depth {
            self.put(&Event::CloseMember(Outcome::Failed)).ok()?;
        }
        let outcome = match self.fault {
            None => answer.outcome,
            Some(code) => {
                self.put(&Event::Note(Note::new(code))).ok()?;
                Outcome::Failed
            }
        };
        put_done(self.bytes, &answer.format, outcome).ok()?;
        self.send().ok()
    }

    fn put(&mut self, event: &Event<'_>) -> Result<(), Violation> {
        put_event(self.bytes, event)
    }
}

impl Receiver for Sender<'_> {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        if self.put(&event).is_err() {
            self.fault = Some("error-event-too-long");
            return Err(Stopped);
        }
        match event {
            Event::OpenMember(_) => self.depth += 1,
            Event::CloseMember(_) => self.depth = self.depth.saturating_sub(1),
            Event::Chunk(_) => return self.send(),
            _ => {}
        }
        if self.bytes.len() < TOGETHER {
            return Ok(());
        }
        self.send()
    }
}
