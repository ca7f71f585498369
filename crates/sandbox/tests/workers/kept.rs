//! A receiver that keeps what it gets.

use crate::decoder::FAULT;
use sporhund_model::{Event, Receiver, Stopped};
use sporhund_sandbox::Taker;

/// What was received.
#[derive(Debug, Default)]
pub struct Kept {
    /// All text.
    pub text: String,
    /// Other events, in words.
    pub others: Vec<String>,
    /// How often it began again.
    pub restarts: u32,
    /// Stop after so many chunks; 0 for never.
    pub most: u32,
    /// Chunks so far.
    pub chunks: u32,
}

impl Receiver for Kept {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Chunk(chunk) => {
                // Without end is without end here too: only a start of it is kept.
                if self.text.len() < 4 << 20 {
                    self.text.push_str(&chunk.text);
                }
                if let Some(process) = chunk.text.strip_prefix(FAULT) {
                    fault(process);
                }
                self.chunks += 1;
                if self.chunks == self.most {
                    return Err(Stopped);
                }
            }
            Event::Place(id, _) => self.others.push(format!("place {}", id.0)),
            Event::Merge(place, _) => self.others.push(format!("merge {}", place.0)),
            Event::Property { name, value } => self.others.push(format!("property {name}={value}")),
            Event::OpenMember(step) => {
                let name = String::from_utf8_lossy(&step.name);
                self.others.push(format!("open {name}"));
            }
            Event::CloseMember(outcome) => self.others.push(format!("close {outcome:?}")),
            Event::Note(note) => self.others.push(format!("note {}", note.code)),
        }
        Ok(())
    }
}

impl Taker for Kept {
    fn restart(&mut self) {
        self.text.clear();
        self.others.clear();
        self.restarts += 1;
    }
}

fn fault(process: &str) {
    let process = process
        .parse()
        .ok()
        .and_then(rustix::process::Pid::from_raw);
    rustix::process::kill_process(process.unwrap(), rustix::process::Signal::ILL).unwrap();
}
