//! The sink that decoders write to: one for an item and all its members.
//!
//! It gives places their numbers, builds the chunks, spends the budget and opens members. The name of a member is sent as
//! the member's own text, but does not count in its offsets.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sporhund_model::{
    Cell, Event, Join, MemberStep, Merge, Note, Outcome, Part, Place, PlaceId, Receiver, Stopped,
};

use crate::budget::{Budget, Exceeded, Limits};
use crate::builder::Builder;
use crate::decoder::{DecodeError, Input, Sink, Text};
use crate::names::decode_name;
use crate::office::package::find_limit;
use crate::sniff::{self, Format};

/// The sink of one item.
pub struct Session<'a> {
    receiver: &'a mut dyn Receiver,
    budget: Budget,
    places: HashMap<Place, PlaceId>,
    builder: Builder,
    depth: u32,
    /// Merged cells so far.
    merges: u32,
    /// Whether the open member lost something to a limit.
    lost: bool,
    stopped: bool,
}

impl<'a> Session<'a> {
    /// A session with a full budget.
    pub fn new(limits: Limits, receiver: &'a mut dyn Receiver) -> Self {
        Session {
            receiver,
            budget: Budget::new(limits),
            places: HashMap::new(),
            builder: Builder::new(),
            depth: 0,
            merges: 0,
            lost: false,
            stopped: false,
        }
    }

    /// Reads the input as the format and sends all its text; says how it ended.
    ///
    /// # Errors
    /// [`Stopped`] when the receiver wants nothing more.
    pub fn run(&mut self, format: &Format, input: &mut Input<'_>) -> Result<Outcome, Stopped> {
        self.lost = false;
        let outcome = match format {
            Format::Empty => Outcome::Scanned,
            _ => self.read(format, input)?,
        };
        if self.stopped {
            return Err(Stopped);
        }
        self.flush()?;
        Ok(match outcome {
            Outcome::Scanned if self.lost => Outcome::Partly,
            outcome => outcome,
        })
    }

    fn read(&mut self, format: &Format, input: &mut Input<'_>) -> Result<Outcome, Stopped> {
        let Some(decoder) = format.decoder() else {
            return Ok(Outcome::Unsupported);
        };
        let (depth, before) = (self.depth, self.builder.offset());
        let ended = catch_unwind(AssertUnwindSafe(|| decoder.decode(input, self)));
        self.builder.set_line(0);
        self.depth = depth;
        let some = self.builder.offset() > before;
        match ended {
            Ok(Ok(outcome)) => Ok(outcome),
            Ok(Err(error)) => self.explain(&error, some),
            Err(_) => {
                self.note(Note::new("error-decoder-panicked").with("format", format.name()))?;
                Ok(Outcome::Failed)
            }
        }
    }

    /// The outcome of a decoder that ended early, `some` when it had sent text.
    fn explain(&mut self, error: &DecodeError, some: bool) -> Result<Outcome, Stopped> {
        if let DecodeError::Io(reading) = error
            && let Some(limit) = find_limit(reading)
        {
            return self.explain(&DecodeError::Limit(limit), some);
        }
        let broken = if some {
            Outcome::Partly
        } else {
            Outcome::Failed
        };
        match error {
            DecodeError::Stopped => Err(Stopped),
            DecodeError::Encrypted => Ok(Outcome::Encrypted),
            DecodeError::Limit(exceeded) => {
                self.note(limit_note(*exceeded))?;
                Ok(match exceeded {
                    Exceeded::Time => Outcome::TimedOut,
                    _ => Outcome::Partly,
                })
            }
            DecodeError::Broken { offset, what } => {
                let note = Note::new("error-broken").with("what", *what);
                self.note(note.with("offset", *offset))?;
                Ok(broken)
            }
            DecodeError::Io(error) => {
                let kind = error.kind().to_string();
                self.note(Note::new("error-reading").with("kind", kind))?;
                Ok(broken)
            }
        }
    }

    fn send(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        if self.stopped {
            return Err(Stopped);
        }
        let sent = self.receiver.receive(event);
        self.stopped = sent.is_err();
        sent
    }

    fn flush(&mut self) -> Result<(), Stopped> {
        if self.stopped {
            return Err(Stopped);
        }
        let sent = self.builder.flush(self.receiver);
        self.stopped = sent.is_err();
        sent
    }

    /// What keeps a member from being opened.
    fn refuse(&mut self, size: u64) -> Option<Exceeded> {
        let limits = self.budget.limits();
        if self.depth >= limits.max_depth {
            return Some(Exceeded::Depth);
        }
        if size > limits.max_member_size {
            return Some(Exceeded::MemberSize);
        }
        None
    }

    fn send_name(&mut self, name: &[u8]) -> Result<(), DecodeError> {
        let name = decode_name(name);
        let place = self.place(Place::part(Part::Name))?;
        self.builder.set_offset(0);
        if !name.is_empty() {
            self.text(Text {
                text: &name,
                place,
                cell: Cell::default(),
                join: Join::Hard,
            })?;
            self.flush()?;
        }
        self.builder.set_offset(0);
        Ok(())
    }

    /// Reads a member between its open and close events.
    fn read_member(
        &mut self,
        name: &[u8],
        format: &Format,
        input: &mut Input<'_>,
    ) -> Result<Outcome, DecodeError> {
        let outer_lost = self.lost;
        self.send_name(name)?;
        if let Some(exceeded) = self.refuse(input.size) {
            self.note(limit_note(exceeded))?;
            self.lost = true;
            return Ok(Outcome::Skipped);
        }
        self.depth += 1;
        let outcome = self.run(format, input);
        self.depth -= 1;
        self.lost = outer_lost;
        Ok(outcome?)
    }
}

impl Sink for Session<'_> {
    fn place(&mut self, place: Place) -> Result<PlaceId, Stopped> {
        if let Some(id) = self.places.get(&place) {
            return Ok(*id);
        }
        let id = PlaceId(self.places.len() as u32);
        self.send(Event::Place(id, place.clone()))?;
        self.places.insert(place, id);
        Ok(id)
    }

    fn text(&mut self, text: Text<'_>) -> Result<(), DecodeError> {
        if self.stopped {
            return Err(DecodeError::Stopped);
        }
        if text.text.is_empty() {
            return Ok(());
        }
        self.budget.spend_bytes(text.text.len() as u64)?;
        let before = self.builder.offset();
        let sent = self.builder.push(text, self.receiver);
        self.stopped = sent.is_err();
        sent?;
        // The clock costs too much to look at for each cell of a sheet.
        if before >> 16 != self.builder.offset() >> 16 {
            self.budget.check_time()?;
        }
        Ok(())
    }

    fn line(&mut self, line: u32) {
        self.builder.set_line(line);
    }

    fn merge(&mut self, place: PlaceId, merge: Merge) -> Result<(), DecodeError> {
        self.merges = self.merges.wrapping_add(1);
        if self.merges.is_multiple_of(4096) {
            self.budget.check_time()?;
        }
        Ok(self.send(Event::Merge(place, merge))?)
    }

    fn property(&mut self, name: &str, value: &str) -> Result<(), DecodeError> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        self.send(Event::Property { name, value })?;
        let place = self.place(Place::part(Part::Property))?;
        let mut text = Text {
            text: value,
            place,
            cell: Cell::default(),
            join: Join::Hard,
        };
        // The name of a custom property was chosen by a person: it is text, and the label of its value.
        if let Some(name) = name.strip_prefix("custom:") {
            self.text(Text { text: name, ..text })?;
            text.join = Join::Soft;
        }
        self.text(text)
    }

    fn note(&mut self, note: Note) -> Result<(), Stopped> {
        self.send(Event::Note(note))
    }

    fn member(
        &mut self,
        ordinal: u32,
        name: &[u8],
        input: &mut Input<'_>,
    ) -> Result<Outcome, DecodeError> {
        self.budget.check_time()?;
        self.budget.spend_member()?;
        self.flush()?;
        let format = sniff::detect(input);
        self.send(Event::OpenMember(MemberStep {
            ordinal,
            name: name.to_vec(),
            decoder: format.name().to_owned(),
        }))?;
        let offset = self.builder.offset();
        self.builder.set_line(0);
        let outcome = match self.read_member(name, &format, input) {
            Ok(outcome) => outcome,
            Err(error) => self.explain(&error, true)?,
        };
        self.flush()?;
        self.send(Event::CloseMember(outcome))?;
        self.builder.set_offset(offset);
        Ok(outcome)
    }

    fn closed_member(
        &mut self,
        ordinal: u32,
        name: &[u8],
        outcome: Outcome,
        why: Option<Note>,
    ) -> Result<(), DecodeError> {
        self.budget.check_time()?;
        self.budget.spend_member()?;
        self.flush()?;
        self.send(Event::OpenMember(MemberStep {
            ordinal,
            name: name.to_vec(),
            decoder: String::new(),
        }))?;
        let offset = self.builder.offset();
        self.send_name(name)?;
        if let Some(note) = why {
            self.note(note)?;
        }
        self.send(Event::CloseMember(outcome))?;
        self.builder.set_offset(offset);
        Ok(())
    }

    fn budget(&mut self) -> &mut Budget {
        &mut self.budget
    }
}

/// The note that tells of a limit.
pub fn limit_note(exceeded: Exceeded) -> Note {
    Note::new(match exceeded {
        Exceeded::BytesOut => "limit-bytes-out",
        Exceeded::MemberSize => "limit-member-size",
        Exceeded::Depth => "limit-depth",
        Exceeded::Members => "limit-members",
        Exceeded::Ratio => "limit-ratio",
        Exceeded::Time => "limit-time",
    })
}
