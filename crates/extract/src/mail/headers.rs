//! The headers of a message.

use crate::decoder::{DecodeError, Sink, Text};
use mail_parser::{Address, Header, HeaderName, HeaderValue, Message, MessagePart, MimeHeaders};
use sporhund_model::{Cell, Join, Part, Place};

/// Sends title and date as properties, and each header that people write or read.
pub(super) fn send(message: &Message<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    if let Some(subject) = message.subject() {
        sink.property("title", subject)?;
        send_text(sink, Part::Heading, subject.trim(), Join::Hard)?;
    }
    if let Some(date) = message.date().filter(|date| date.is_valid()) {
        sink.property("date", &date.to_rfc3339())?;
    }
    for header in message.headers() {
        send_header(header, sink)?;
    }
    Ok(())
}

/// Sends what a part says of itself that a reader may see: where it was saved from, and a description.
pub(super) fn send_of_part(part: &MessagePart<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let told = [part.content_location(), part.content_description()];
    for text in told.into_iter().flatten() {
        send_text(sink, Part::MailHeader, text.trim(), Join::Hard)?;
    }
    Ok(())
}

/// Sends the name of a header and its value: the name is the label of what follows.
fn send_header(header: &Header<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    if is_technical(&header.name) {
        return Ok(());
    }
    let value = value_text(&header.value);
    if value.is_empty() {
        return Ok(());
    }
    let line = format!("{}: {value}", header.name.as_str());
    send_text(sink, Part::MailHeader, &line, Join::Hard)
}

fn send_text(sink: &mut dyn Sink, part: Part, text: &str, join: Join) -> Result<(), DecodeError> {
    if text.is_empty() {
        return Ok(());
    }
    let place = sink.place(Place::part(part))?;
    let cell = Cell::default();
    sink.text(Text {
        text,
        place,
        cell,
        join,
    })
}

/// Headers that programs write for programs: ids, signatures and routes, full of digits.
fn is_technical(name: &HeaderName<'_>) -> bool {
    const WORDS: [&str; 22] = [
        "subject",
        "date",
        "received",
        "message-id",
        "references",
        "in-reply-to",
        "mime-version",
        "dkim-",
        "dkim2-",
        "arc-",
        "content-",
        "authentication-results",
        "x-ms-",
        "x-microsoft-",
        "x-forefront-",
        "x-google-",
        "x-gm-",
        "x-received",
        "x-spam",
        "thread-index",
        "resent-message-id",
        "x-mailer",
    ];
    let name = name.as_str().to_ascii_lowercase();
    WORDS.iter().any(|word| name.starts_with(word))
}

fn value_text(value: &HeaderValue<'_>) -> String {
    match value {
        HeaderValue::Address(address) => address_text(address),
        HeaderValue::Text(text) => text.trim().to_owned(),
        HeaderValue::TextList(texts) => texts.join(", "),
        HeaderValue::DateTime(date) => date.to_rfc3339(),
        HeaderValue::ContentType(_) | HeaderValue::Received(_) | HeaderValue::Empty => {
            String::new()
        }
    }
}

fn address_text(address: &Address<'_>) -> String {
    let people = address
        .iter()
        .map(|person| match (person.name(), person.address()) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (Some(one), None) | (None, Some(one)) => one.to_owned(),
            (None, None) => String::new(),
        });
    people
        .filter(|person| !person.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
