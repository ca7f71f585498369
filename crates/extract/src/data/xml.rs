//! XML of any kind: an element with children or attributes is a record, an element with text alone a value of the record around.

use std::io::Read;

use sporhund_model::{Cell, Join, Note, Outcome, Part, Place};

use super::records::{Record, Records};
use crate::decoder::{DecodeError, Sink, Text};
use crate::office::xml::{Token, Xml};

/// Bytes of one text; a longer one is sent in parts.
const LONG: usize = 256 * 1024;
/// Bytes of the path of an element; deeper ones share a table.
const MAX_PATH: usize = 4_096;

/// An element that is open.
struct Element {
    name: String,
    text: String,
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
}

impl Walk {
    fn all<R: Read>(&mut self, xml: &mut Xml<R>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut count = 0u32;
        loop {
            match xml.next()? {
                Token::Start(start) => {
                    let name = start.name().to_owned();
                    let attributes = start.attributes();
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
        attributes: &[(String, String)],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let in_text = self
            .open
            .last()
            .is_some_and(|outer| !outer.text.trim().is_empty());
        if self.inline > 0 || in_text {
            self.inline += 1;
            for (name, value) in attributes {
                self.add(name, value, sink)?;
            }
            return Ok(());
        }
        let path = self.path.len();
        if path < MAX_PATH {
            self.path.push('/');
            self.path.push_str(&name);
        }
        self.open.push(Element {
            name,
            text: String::new(),
            record: None,
            path,
        });
        for (name, value) in attributes {
            self.add(name, value, sink)?;
        }
        Ok(())
    }

    /// Adds a value to the record of the element that is open.
    fn add(&mut self, name: &str, value: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(element) = self.open.last_mut() else {
            return Ok(());
        };
        if element.record.is_none() {
            let table = self.records.table(&self.path, sink)?;
            element.record = Some(Records::start(table));
        }
        match &mut element.record {
            Some(record) => self.records.add(record, (name, value), sink),
            None => Ok(()),
        }
    }

    fn comment(&mut self, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let place = sink.place(Place::part(Part::Source))?;
        sink.text(Text {
            text: text.trim(),
            place,
            cell: Cell::default(),
            join: Join::Hard,
        })?;
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
        element.text.push_str(text);
        if element.text.len() > LONG {
            let (name, text) = (element.name.clone(), std::mem::take(&mut element.text));
            self.add(&name, &text, sink)?;
        }
        Ok(())
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(mut element) = self.open.pop() else {
            return Ok(());
        };
        self.path.truncate(element.path);
        let value = (element.name.as_str(), element.text.as_str());
        match &mut element.record {
            Some(record) => {
                self.records.add(record, value, sink)?;
                self.records.send(record, sink)
            }
            None => self.add(value.0, value.1, sink),
        }
    }
}
