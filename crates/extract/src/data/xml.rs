//! XML of any kind: an element with children or attributes is a record, an element with text alone a value of the record around.

use std::io::Read;

use sporhund_model::{Cell, Join, Note, Outcome, Part, Place};

use super::records::{Record, Records, Value};
use crate::decoder::{DecodeError, Sink};
use crate::office::xml::{Token, Xml};

/// Bytes of one text; a longer one is sent in parts.
const LONG: usize = 256 * 1024;
/// Bytes of the path of an element; deeper ones share a table.
const MAX_PATH: usize = 4_096;

/// An element that is open.
struct Element {
    name: String,
    text: String,
    /// The line that the text begins on.
    line: u32,
    /// The record of its children and attributes, once it has any.
    record: Option<Record>,
    /// Length of the path before it.
    path: usize,
}

/// Sends all names and values.
pub(super) fn send<R: Read>(xml: &mut Xml<R>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
    let mut walk = Walk::default();
    let walked = walk.all(xml, sink);
    while !walk.open.is_empty() {
        walk.end(sink)?;
    }
    match walked {
        Err(DecodeError::Broken { offset, what }) => {
            let note = Note::new("note-broken-part").with("what", what);
            sink.note(note.with("offset", offset))?;
            Ok(Outcome::Partly)
        }
        other => other.map(|()| Outcome::Scanned),
    }
}

#[derive(Default)]
struct Walk {
    records: Records,
    open: Vec<Element>,
    path: String,
    /// Elements within running text, which are a part of it.
    inline: u32,
    /// The line that the token at hand begins on.
    line: u32,
}

impl Walk {
    fn all<R: Read>(&mut self, xml: &mut Xml<R>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut count = 0u32;
        loop {
            self.line = xml.next_line();
            match xml.next()? {
                Token::Start(start) => {
                    let name = start.name().to_owned();
                    let attributes = start.attributes_by_line();
                    self.start(name, &attributes, sink)?;
                }
                Token::Text(text) => self.text(text, sink)?,
                Token::End if self.inline > 0 => self.inline -= 1,
                Token::End => self.end(sink)?,
                Token::Comment(text) => self.comment(text, sink)?,
                Token::Skip => {}
                Token::Eof => return Ok(()),
            }
            count = count.wrapping_add(1);
            if count.is_multiple_of(4096) {
                sink.budget().check_time()?;
            }
        }
    }

    fn start(
        &mut self,
        name: String,
        attributes: &[(String, String, u32)],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let in_text = self
            .open
            .last()
            .is_some_and(|outer| !outer.text.trim().is_empty());
        if self.inline > 0 || in_text {
            self.inline += 1;
            return self.add_all(attributes, sink);
        }
        let path = self.path.len();
        if path < MAX_PATH {
            self.path.push('/');
            self.path.push_str(&name);
        }
        self.open.push(Element {
            name,
            text: String::new(),
            line: self.line,
            record: None,
            path,
        });
        self.add_all(attributes, sink)
    }

    fn add_all(
        &mut self,
        attributes: &[(String, String, u32)],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        for (name, text, feeds) in attributes {
            let line = self.line.saturating_add(*feeds);
            self.add(Value { name, text, line }, sink)?;
        }
        Ok(())
    }

    /// Adds a value to the record of the element that is open.
    fn add(&mut self, value: Value<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(element) = self.open.last_mut() else {
            return Ok(());
        };
        if element.record.is_none() {
            let table = self.records.table(&self.path, sink)?;
            element.record = Some(Records::start(table));
        }
        match &mut element.record {
            Some(record) => self.records.add(record, value, sink),
            None => Ok(()),
        }
    }

    fn comment(&mut self, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let place = sink.place(Place::part(Part::Source))?;
        let start = text.len() - text.trim_start().len();
        let before = text.get(..start).unwrap_or_default();
        let line = self.line.saturating_add(self.records.feeds_in(before));
        let at = (Cell::default(), Join::Hard);
        self.records
            .send_text((text.trim(), line), place, at, sink)?;
        self.records.forget_last();
        Ok(())
    }

    fn text(&mut self, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(element) = self.open.last_mut() else {
            return Ok(());
        };
        if element.text.is_empty() && text.trim().is_empty() {
            return Ok(());
        }
        if element.text.is_empty() {
            element.line = self.line;
        }
        element.text.push_str(text);
        if element.text.len() > LONG {
            let (name, text) = (element.name.clone(), std::mem::take(&mut element.text));
            let line = element.line;
            let (name, text) = (name.as_str(), text.as_str());
            self.add(Value { name, text, line }, sink)?;
        }
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(mut element) = self.open.pop() else {
            return Ok(());
        };
        self.path.truncate(element.path);
        let value = Value {
            name: &element.name,
            text: &element.text,
            line: element.line,
        };
        match &mut element.record {
            Some(record) => {
                self.records.add(record, value, sink)?;
                self.records.send(record, sink)
            }
            None => self.add(value, sink),
        }
    }
}
