//! Presentations of the older kind (ppt, pps, pot): the atoms that hold text, in the order of the stream.

use sporhund_model::{Outcome, Part};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::flow::Flow;
use crate::office::paragraph::Kind;
use crate::ole::bytes::{code_page_text, slice, u16_at, u32_at, utf16};
use crate::ole::{Compound, broken, properties};

/// Containers within containers.
const MAX_DEPTH: u32 = 32;

/// The decoder.
pub struct Ppt;

impl Decoder for Ppt {
    fn format(&self) -> &'static str {
        "ppt"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut file = Compound::open(input, sink)?;
        properties::send(&mut file, sink)?;
        if file.has("/EncryptedSummary") {
            return Err(DecodeError::Encrypted);
        }
        let Some(stream) = file.read("/PowerPoint Document") else {
            return Err(broken("main stream"));
        };
        let mut reading = Reading::default();
        reading.container(&stream, Part::Body, 0, sink)?;
        Ok(Outcome::Scanned)
    }
}

#[derive(Default)]
struct Reading {
    flow: Flow,
    /// Whether the next text is the title of a slide.
    title: bool,
}

impl Reading {
    fn container(
        &mut self,
        mut bytes: &[u8],
        part: Part,
        depth: u32,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        while bytes.len() >= 8 {
            let (head, kind) = (u16_at(bytes, 0), u16_at(bytes, 2));
            let length = u32_at(bytes, 4) as usize;
            let body = slice(bytes, 8, length);
            let is_container = head & 0xF == 0xF;
            if is_container && depth < MAX_DEPTH {
                if let Some(part) = part_of(kind, head >> 4, part) {
                    sink.budget().check_time()?;
                    self.flow.cut();
                    self.container(body, part, depth + 1, sink)?;
                }
            } else {
                self.atom(kind, body, part, sink)?;
            }
            bytes = bytes
                .get(8usize.saturating_add(length)..)
                .unwrap_or_default();
        }
        Ok(())
    }

    fn atom(
        &mut self,
        kind: u16,
        body: &[u8],
        part: Part,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        match kind {
            0x0F9F => self.title = matches!(u32_at(body, 0), 0 | 6),
            0x0FA0 => self.text(&utf16(body), part, sink)?,
            0x0FA8 => self.text(&code_page_text(body, 1252), part, sink)?,
            0x0FBA => {
                self.title = false;
                self.text(&utf16(body), part, sink)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str, part: Part, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.flow.part = part;
        self.flow.cut();
        for paragraph in text.split('\r') {
            self.flow.start_paragraph();
            let shown: String = paragraph
                .chars()
                .map(|character| {
                    if character == '\u{B}' {
                        '\n'
                    } else {
                        character
                    }
                })
                .filter(|character| *character >= ' ' || matches!(character, '\n' | '\t'))
                .collect();
            self.flow.push(Kind::Plain, shown.trim_end_matches('\0'));
            if self.title && part == Part::Body {
                self.flow.set_heading();
            }
            self.flow.end_paragraph(sink)?;
        }
        self.title = false;
        Ok(())
    }
}

/// What stands in a container; `None` for what programs put there.
fn part_of(kind: u16, instance: u16, outer: Part) -> Option<Part> {
    match (kind, instance) {
        // Programs' tags, fonts and sounds.
        (0x1388 | 0x07D5 | 0x07E4, _) => None,
        (0x03F8 | 0x0FC9, _) | (0x0FF0, 1) => Some(Part::Master),
        (0x03F0, _) | (0x0FF0, 2) => Some(Part::SpeakerNotes),
        (0x0FD9, _) => Some(Part::Header),
        (0x0FD7 | 0x1038, _) => Some(Part::Link),
        (0x2EE0, _) => Some(Part::Comment),
        _ => Some(outer),
    }
}
