//! Mailboxes: messages one after the other, each begun by a line `From `.

use std::io::{BufRead, BufReader, Cursor, SeekFrom};

use sporhund_model::Outcome;

use super::MAX_MESSAGE;
use crate::budget::Exceeded;
use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::session::limit_note;

/// Bytes of one line.
const MAX_LINE: usize = 1 << 20;

/// Reads each message as a member.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mbox;

impl Decoder for Mbox {
    fn format(&self) -> &'static str {
        "mbox"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        let mut reader = BufReader::with_capacity(64 * 1024, &mut *input.reader);
        let mut reading = Reading::default();
        let mut line = Vec::new();
        let mut after_blank = true;
        while read_line(&mut reader, &mut line)? {
            if after_blank && line.starts_with(b"From ") {
                reading.send(sink)?;
            } else {
                reading.add(unquoted(&line));
            }
            after_blank = line.trim_ascii().is_empty();
        }
        reading.send(sink)?;
        Ok(if reading.lost {
            Outcome::Partly
        } else {
            Outcome::Scanned
        })
    }
}

/// A line with its end; a very long one comes in parts.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    loop {
        let there = reader.fill_buf()?;
        if there.is_empty() {
            return Ok(!line.is_empty());
        }
        let end = memchr::memchr(b'\n', there);
        let count = end.map_or(there.len(), |end| end + 1);
        line.extend_from_slice(there.get(..count).unwrap_or_default());
        reader.consume(count);
        if end.is_some() || line.len() > MAX_LINE {
            return Ok(true);
        }
    }
}

/// A line of text that began with `From ` was given a `>`.
fn unquoted(line: &[u8]) -> &[u8] {
    let quotes = line.iter().take_while(|byte| **byte == b'>').count();
    let is_quoted = quotes > 0
        && line
            .get(quotes..)
            .is_some_and(|rest| rest.starts_with(b"From "));
    if is_quoted {
        line.get(1..).unwrap_or_default()
    } else {
        line
    }
}

#[derive(Default)]
struct Reading {
    message: Vec<u8>,
    ordinal: u32,
    cut: bool,
    lost: bool,
}

impl Reading {
    fn add(&mut self, line: &[u8]) {
        if self.message.len() + line.len() > MAX_MESSAGE {
            self.cut = true;
            return;
        }
        self.message.extend_from_slice(line);
    }

    fn send(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.message.trim_ascii().is_empty() {
            self.message.clear();
            return Ok(());
        }
        sink.budget().spend_bytes(self.message.len() as u64)?;
        let mut input = Input {
            size: self.message.len() as u64,
            reader: &mut Cursor::new(&self.message),
            extension: "eml",
        };
        sink.member(self.ordinal, b"", &mut input)?;
        if std::mem::take(&mut self.cut) {
            self.lost = true;
            sink.note(limit_note(Exceeded::MemberSize))?;
        }
        self.ordinal += 1;
        self.message.clear();
        Ok(())
    }
}
