//! Mails and other items of Outlook (msg): properties in streams, recipients and attachments in storages.

mod rtf;
#[cfg(test)]
mod tests;

use std::path::Path;

use sporhund_model::{Outcome, Part};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::flow::Flow;
use crate::office::paragraph::Kind;
use crate::ole::bytes::{code_page, code_page_text, u16_at, u32_at, u64_at, utf16};
use crate::ole::properties::file_time;
use crate::ole::{Compound, objects};
use crate::{html, rtf as rich};

/// Properties of people and of what they wrote, each with what its line is called.
const LINES: &[(u16, &str)] = &[
    (0x0C1A, "From"),
    (0x5D01, "From"),
    (0x0C1F, "From"),
    (0x0042, "On behalf of"),
    (0x0065, "On behalf of"),
    (0x5D02, "On behalf of"),
    (0x0E04, "To"),
    (0x0E03, "Cc"),
    (0x0E02, "Bcc"),
    (0x0050, "Reply-To"),
    (0x0E1D, "Subject"),
    (0x0070, "Topic"),
    (0x1008, "Place"),
    (0x3A06, "Given name"),
    (0x3A11, "Surname"),
    (0x3A16, "Company"),
    (0x3A17, "Title"),
    (0x3A08, "Telephone"),
    (0x3A09, "Telephone"),
    (0x3A1C, "Telephone"),
    (0x3A15, "Address"),
    (0x3A29, "Address"),
    (0x3A27, "Address"),
    (0x3A2A, "Address"),
    (0x3A19, "Department"),
    (0x3001, "Name"),
    (0x3003, "Address"),
    (0x39FE, "Address"),
    (0x5FF6, "Name"),
];

/// The decoder.
pub struct Msg;

impl Decoder for Msg {
    fn format(&self) -> &'static str {
        "msg"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut file = Compound::open(input, sink)?;
        let item = Item::read(&mut file, "/");
        item.send_head(sink)?;
        for (name, path) in file.storages("/") {
            if name.starts_with("__recip_version1.0") {
                Item::read(&mut file, path).send_lines(sink)?;
            }
        }
        item.send_bodies(sink)?;
        let attachments = file.storages("/").into_iter();
        let attachments = attachments.filter(|(name, _)| name.starts_with("__attach_version1.0"));
        for (ordinal, (_, path)) in attachments.enumerate() {
            sink.budget().check_time()?;
            send_attachment(&mut file, ordinal as u32, &path, sink)?;
        }
        Ok(Outcome::Scanned)
    }
}

fn send_attachment(
    file: &mut Compound<'_>,
    ordinal: u32,
    path: &Path,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let item = Item::read(file, path);
    let name = [0x3707, 0x3704, 0x3001]
        .into_iter()
        .find_map(|id| item.text(id));
    let name = name.unwrap_or_default();
    if let Some(bytes) = item.binary(0x3701) {
        return objects::send_bytes(ordinal, &name, bytes.to_vec(), sink);
    }
    match file.copy(&path.join("__substg1.0_3701000D")) {
        Some(bytes) => objects::send_bytes(ordinal, &name, bytes, sink),
        None => sink.closed_member(ordinal, name.as_bytes(), Outcome::Failed, None),
    }
}

/// The properties of a message, recipient or attachment.
#[derive(Default)]
struct Item {
    /// Id, type and bytes of those that stand in streams of their own.
    streams: Vec<(u16, u16, Vec<u8>)>,
    code_page: u32,
    times: Vec<(u16, u64)>,
}

impl Item {
    fn read(file: &mut Compound<'_>, storage: impl AsRef<Path>) -> Item {
        let mut item = Item {
            code_page: 1252,
            ..Item::default()
        };
        for (name, path) in file.streams(storage) {
            if name == "__properties_version1.0" {
                item.read_fixed(&file.read(path).unwrap_or_default());
            } else if let Some((id, kind)) = parse_name(&name) {
                let bytes = file.read(path).unwrap_or_default();
                item.streams.push((id, kind, bytes));
            }
        }
        item.streams.sort_by_key(|stream| (stream.0, stream.1));
        item
    }

    /// Entries of 16 bytes, behind a head whose size depends on what the properties belong to.
    fn read_fixed(&mut self, bytes: &[u8]) {
        let mut at = if bytes.len() % 16 == 8 { 8 } else { 0 };
        while at + 16 <= bytes.len() {
            match (u16_at(bytes, at + 2), u16_at(bytes, at)) {
                (id, 0x40) => self.times.push((id, u64_at(bytes, at + 8))),
                (0x3FFD, 0x03) => self.code_page = u32_at(bytes, at + 8),
                (0x3FDE, 0x03) if self.code_page == 1252 => {
                    self.code_page = u32_at(bytes, at + 8);
                }
                _ => {}
            }
            at += 16;
        }
    }

    fn text(&self, id: u16) -> Option<String> {
        self.streams
            .iter()
            .filter(|stream| stream.0 == id)
            .find_map(|(_, kind, bytes)| match kind {
                0x1F => Some(utf16(bytes)),
                0x1E => Some(code_page_text(bytes, self.code_page)),
                _ => None,
            })
            .map(|text| text.trim_end_matches('\0').trim().to_owned())
            .filter(|text| !text.is_empty())
    }

    fn binary(&self, id: u16) -> Option<&[u8]> {
        let found = self
            .streams
            .iter()
            .find(|stream| stream.0 == id && stream.1 == 0x102)?;
        Some(&found.2)
    }

    fn send_head(&self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if let Some(subject) = self.text(0x0037) {
            sink.property("title", &subject)?;
            let mut flow = Flow::default();
            flow.send_aside(Part::Heading, &subject, sink)?;
        }
        // When it was sent, received, or made.
        let date = [0x0039, 0x0E06, 0x3007]
            .into_iter()
            .find_map(|id| self.times.iter().find(|time| time.0 == id));
        if let Some(date) = date.and_then(|time| file_time(time.1)) {
            sink.property("date", &date)?;
        }
        self.send_lines(sink)?;
        let mut flow = Flow::default();
        for line in self.text(0x007D).unwrap_or_default().lines() {
            flow.send_aside(Part::MailHeader, line, sink)?;
        }
        Ok(())
    }

    /// Sends who and what the item names; then what programs and people named themselves.
    fn send_lines(&self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut flow = Flow::default();
        let mut sent: Vec<String> = Vec::new();
        for (id, label) in LINES {
            let Some(text) = self.text(*id).filter(|text| !sent.contains(text)) else {
                continue;
            };
            flow.send_aside(Part::MailHeader, &format!("{label}: {text}"), sink)?;
            sent.push(text);
        }
        for (id, kind, _) in &self.streams {
            let named = *id >= 0x8000 && matches!(kind, 0x1E | 0x1F);
            if let Some(text) = self.text(*id).filter(|_| named) {
                flow.send_aside(Part::Property, &text, sink)?;
            }
        }
        Ok(())
    }

    fn send_bodies(&self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if let Some(text) = self.text(0x1000) {
            send_lines(&text, sink)?;
        }
        let page = self.binary(0x1013).map(|bytes| {
            let (page, _) = code_page(self.html_code_page(bytes)).decode_with_bom_removal(bytes);
            page.into_owned()
        });
        if let Some(page) = page.or_else(|| self.text(0x1013)) {
            return html::send(&page, sink);
        }
        let unpacked = self.binary(0x1009).and_then(rtf::unpack);
        match unpacked {
            Some(bytes) => rich::send(&bytes, sink),
            None => Ok(()),
        }
    }

    /// UTF-8 when it is, whatever the item says.
    fn html_code_page(&self, bytes: &[u8]) -> u32 {
        if std::str::from_utf8(bytes).is_ok() {
            65001
        } else {
            self.code_page
        }
    }
}

/// Id and type of a property from the name of its stream, `__substg1.0_` and eight hexadecimal digits.
fn parse_name(name: &str) -> Option<(u16, u16)> {
    let digits = name.strip_prefix("__substg1.0_")?;
    let id = u16::from_str_radix(digits.get(..4)?, 16).ok()?;
    let kind = u16::from_str_radix(digits.get(4..8)?, 16).ok()?;
    (digits.len() == 8).then_some((id, kind))
}

fn send_lines(text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut flow = Flow::default();
    for line in text.lines() {
        flow.start_paragraph();
        flow.push(Kind::Plain, line.trim_end());
        flow.end_paragraph(sink)?;
    }
    Ok(())
}
