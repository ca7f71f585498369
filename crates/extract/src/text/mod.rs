//! Plain text and csv.
//!
//! The pipeline reads them in its own process through [`windows`], since nothing is parsed; members of archives and mails
//! come through the decoders here.

pub mod dialect;
pub mod encoding;
pub mod lock;
pub mod wide;
pub mod windows;

use crate::decoder::{DecodeError, Decoder, Input, ReadSeek, Sink, Text};
use crate::names::cp850;
use crate::text::encoding::TextEncoding;
use sporhund_model::{Cell, Join, Outcome, Part, Place};
use std::io::{Read, SeekFrom};

/// Bytes that are looked at to tell the encoding and the dialect.
pub const HEAD: usize = 64 * 1024;

/// Plain text of any encoding that is known.
pub struct PlainText;

impl Decoder for PlainText {
    fn format(&self) -> &'static str {
        "txt"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let place = sink.place(Place::part(Part::Body))?;
        let head = read_head(input)?;
        let detected = encoding::detect(&head);
        let layout = windows::TextLayout {
            encoding: detected.encoding,
            delimiter: None,
        };
        let mut join = Join::Hard;
        let range = detected.bom..input.size.max(head.len() as u64);
        windows::Windows::default().read(input.reader, range, &layout, &mut |chunk| {
            let own = chunk
                .text
                .get(chunk.own.start as usize..chunk.own.end as usize)
                .unwrap_or_default();
            sink.budget().check_time()?;
            sink.text(Text {
                text: own,
                place,
                cell: Cell::default(),
                join: std::mem::replace(&mut join, Join::None),
            })
        })?;
        Ok(Outcome::Scanned)
    }
}

/// Comma-separated values with any delimiter.
pub struct Csv;

impl Decoder for Csv {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let place = sink.place(Place {
            table: Some(1),
            ..Place::default()
        })?;
        let head = read_head(input)?;
        let detected = encoding::detect(&head);
        let (text, _) = encoding::decode(&head, detected);
        let delimiter = dialect::find_delimiter(&text).unwrap_or(b';');
        input.reader.seek(SeekFrom::Start(detected.bom))?;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(Transcoded::new(input.reader, detected.encoding));
        let mut record = csv::ByteRecord::new();
        let mut row = 0;
        while reader.read_byte_record(&mut record).map_err(csv_error)? {
            row += 1;
            for (column, field) in record.iter().enumerate() {
                let cell = Cell {
                    row,
                    column: column as u32 + 1,
                };
                let join = if row == 1 && column == 0 {
                    Join::Hard
                } else {
                    Join::Soft
                };
                let text = String::from_utf8_lossy(field);
                if !text.is_empty() {
                    sink.text(Text {
                        text: &text,
                        place,
                        cell,
                        join,
                    })?;
                }
            }
            sink.budget().check_time()?;
        }
        Ok(Outcome::Scanned)
    }
}

fn read_head(input: &mut Input<'_>) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    input.reader.seek(SeekFrom::Start(0))?;
    // A fault comes again when the text is read.
    let _ = input.reader.take(HEAD as u64).read_to_end(&mut head);
    Ok(head)
}

fn csv_error(error: csv::Error) -> DecodeError {
    let offset = error.position().map_or(0, csv::Position::byte);
    match error.into_kind() {
        csv::ErrorKind::Io(error) => DecodeError::Io(error),
        _ => DecodeError::Broken {
            offset,
            what: "row",
        },
    }
}

/// A reader of UTF-8 over a reader of another encoding.
struct Transcoded<'a> {
    reader: &'a mut dyn ReadSeek,
    encoding: TextEncoding,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    text: String,
    given: usize,
    ended: bool,
}

impl<'a> Transcoded<'a> {
    fn new(reader: &'a mut dyn ReadSeek, encoding: TextEncoding) -> Self {
        let decoder = encoding.as_encoding().new_decoder_without_bom_handling();
        Transcoded {
            reader,
            encoding,
            decoder,
            raw: Vec::new(),
            text: String::new(),
            given: 0,
            ended: false,
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.raw.clear();
        self.text.clear();
        self.given = 0;
        self.ended = (&mut *self.reader)
            .take(HEAD as u64)
            .read_to_end(&mut self.raw)?
            == 0;
        if self.encoding == TextEncoding::Cp850 {
            self.text.extend(self.raw.iter().map(|byte| cp850(*byte)));
            return Ok(());
        }
        let room = self
            .decoder
            .max_utf8_buffer_length(self.raw.len())
            .unwrap_or(4 * HEAD);
        self.text.reserve(room);
        let _ = self
            .decoder
            .decode_to_string(&self.raw, &mut self.text, self.ended);
        Ok(())
    }
}

impl Read for Transcoded<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.refill()?;
        }
        let mut left = self.text.as_bytes().get(self.given..).unwrap_or_default();
        let count = left.read(out)?;
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn transcodes_utf16_to_utf8() {
        let text = "Namn;Född\r\nÅsa;1912-12-12\r\n".repeat(3000);
        let raw: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut cursor = Cursor::new(raw);
        let mut out = String::new();
        Transcoded::new(&mut cursor, TextEncoding::Utf16Le)
            .read_to_string(&mut out)
            .unwrap();
        assert_eq!(out, text);
    }
}
