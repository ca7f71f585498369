//! Mail: headers, bodies and attachments.
//!
//! The parts of a message are visited as they stand in it: text and HTML bodies are text of the message itself, all else
//! is a member. A nested message is a member too, so that its own headers and attachments keep their places.

mod headers;
mod mbox;
#[cfg(test)]
mod tests;

pub use mbox::Mbox;

use crate::budget::Exceeded;
use crate::decoder::{DecodeError, Decoder, Input, Sink, Text};
use crate::html;
use crate::session::limit_note;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use sporhund_model::{Cell, Join, Outcome, Part, Place};
use std::io::Cursor;

/// Bytes of a message that are read; its parts are unpacked beside it, and servers take no larger ones.
const MAX_MESSAGE: usize = 96 << 20;

/// Reads one message.
#[derive(Clone, Copy, Debug, Default)]
pub struct Eml;

impl Decoder for Eml {
    fn format(&self) -> &'static str {
        "eml"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let bytes = input.read_all(MAX_MESSAGE as u64)?;
        let Some(message) = MessageParser::default().parse(&bytes) else {
            return Err(DecodeError::Broken {
                offset: 0,
                what: "headers",
            });
        };
        headers::send(&message, sink)?;
        send_bodies(&message, sink)?;
        send_members(&message, sink)?;
        if input.size > MAX_MESSAGE as u64 {
            sink.note(limit_note(Exceeded::MemberSize))?;
            return Ok(Outcome::Partly);
        }
        Ok(Outcome::Scanned)
    }
}

/// Whether the part is text of the message itself: not an attachment, and not named like a file.
fn is_body(part: &MessagePart<'_>) -> bool {
    let is_attachment = part
        .content_disposition()
        .is_some_and(mail_parser::ContentType::is_attachment);
    !is_attachment && part.attachment_name().is_none()
}

fn send_bodies(message: &Message<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    for part in &message.parts {
        sink.budget().check_time()?;
        headers::send_of_part(part, sink)?;
        match &part.body {
            PartType::Text(text) if is_body(part) => send_lines(text, sink)?,
            PartType::Html(page) if is_body(part) => html::send(page, sink)?,
            _ => {}
        }
    }
    Ok(())
}

/// Sends plain text: lines hang together softly, an empty line parts blocks.
fn send_lines(text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let place = sink.place(Place::part(Part::Body))?;
    let cell = Cell::default();
    let mut join = Join::Hard;
    for line in text.lines() {
        let line = line.trim_end();
        if line.is_empty() {
            join = Join::Hard;
            continue;
        }
        sink.text(Text {
            text: line,
            place,
            cell,
            join,
        })?;
        join = Join::Soft;
    }
    Ok(())
}

fn send_members(message: &Message<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut ordinal = 0;
    for part in &message.parts {
        let bytes: &[u8] = match &part.body {
            PartType::Text(text) if !is_body(part) => text.as_bytes(),
            PartType::Html(text) if !is_body(part) => text.as_bytes(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
            PartType::Message(nested) => nested.raw_message(),
            _ => continue,
        };
        send_member(ordinal, part, bytes, sink)?;
        ordinal += 1;
    }
    Ok(())
}

fn send_member(
    ordinal: u32,
    part: &MessagePart<'_>,
    bytes: &[u8],
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let name = part.attachment_name().unwrap_or_default();
    let extension = match part.body {
        PartType::Message(_) => "eml".to_owned(),
        _ => extension(name, part),
    };
    sink.budget().spend_bytes(bytes.len() as u64)?;
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: &extension,
    };
    sink.member(ordinal, name.as_bytes(), &mut input)?;
    Ok(())
}

/// The extension of the name, else one that the declared type stands for.
fn extension(name: &str, part: &MessagePart<'_>) -> String {
    if let Some((_, extension)) = name.rsplit_once('.') {
        return extension.to_lowercase();
    }
    let subtype = part
        .content_type()
        .and_then(|kind| kind.subtype())
        .unwrap_or_default();
    match subtype.to_ascii_lowercase().as_str() {
        "pdf" => "pdf",
        "plain" => "txt",
        "html" => "html",
        "csv" => "csv",
        "rtf" => "rtf",
        "rfc822" => "eml",
        _ => "",
    }
    .to_owned()
}
