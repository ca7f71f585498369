//! What fuzz targets run, as plain functions so that tests replay the seeds.

use std::io::Cursor;

use sporhund_model::{Event, Receiver, Stopped};

use crate::archive::Packed;
use crate::session::Session;
use crate::sniff::{Format, detect};
use crate::{Decoded, Input, Limits, decode};

/// Takes everything and keeps nothing; a panic that the inner belt caught is one all the same.
struct Nothing;

impl Receiver for Nothing {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Chunk(chunk) => assert!(
                chunk
                    .text
                    .get(chunk.own.start as usize..chunk.own.end as usize)
                    .is_some()
            ),
            Event::Note(note) => assert_ne!(note.code, "error-decoder-panicked"),
            _ => {}
        }
        Ok(())
    }
}

/// Each decoder by the name of its fuzz target.
pub const TARGETS: [(&str, Format); 29] = [
    ("text", Format::Text("txt")),
    ("csv", Format::Csv("csv")),
    ("utf32", Format::Utf32),
    ("docx", Format::Docx),
    ("xlsx", Format::Xlsx),
    ("pptx", Format::Pptx),
    ("doc", Format::Doc),
    ("xls", Format::Xls),
    ("xlsb", Format::Xlsb),
    ("ppt", Format::Ppt),
    ("msg", Format::Msg),
    ("rtf", Format::Rtf),
    ("opendocument", Format::OpenDocument("odt")),
    ("flat_document", Format::FlatDocument("fodt")),
    ("zip", Format::Zip),
    ("pdf", Format::Pdf),
    ("html", Format::Html),
    ("eml", Format::Eml),
    ("mbox", Format::Mbox),
    ("xml", Format::Xml),
    ("json", Format::Json),
    ("flat_word", Format::FlatWord),
    ("flat_sheet", Format::FlatSheet),
    ("tar", Format::Tar),
    ("seven_zip", Format::SevenZip),
    ("gzip", Format::Packed(Packed::Gzip)),
    ("bzip2", Format::Packed(Packed::Bzip2)),
    ("xz", Format::Packed(Packed::Xz)),
    ("zstd", Format::Packed(Packed::Zstd)),
];

/// Limits that keep a run short.
fn limits() -> Limits {
    Limits {
        max_bytes_out: 64 << 20,
        max_member_size: 16 << 20,
        max_members: 1_000,
        ..Limits::default()
    }
}

/// Reads the bytes with the decoder of a target, whatever they are.
///
/// # Panics
/// When the decoder panics, or sends a chunk whose own range is none of its text.
pub fn decode_as(target: &str, bytes: &[u8]) {
    let known = TARGETS.iter().find(|(name, _)| *name == target);
    let decoder = known.and_then(|(_, format)| format.decoder());
    let mut input = Input {
        reader: &mut Cursor::new(bytes),
        size: bytes.len() as u64,
        extension: "",
    };
    let mut nothing = Nothing;
    let mut session = Session::new(limits(), &mut nothing);
    if let Some(decoder) = decoder {
        let _ = decoder.decode(&mut input, &mut session);
    }
}

/// The name of the target that reads the bytes by what they are; `None` for what no target reads.
pub fn target_of(bytes: &[u8]) -> Option<&'static str> {
    let mut input = Input {
        reader: &mut Cursor::new(bytes),
        size: bytes.len() as u64,
        extension: "",
    };
    let format = detect(&mut input);
    let target = TARGETS.iter().find(|(_, known)| *known == format);
    target.map(|(name, _)| *name)
}

/// Decodes any bytes as what they are, under small limits; only how it ended comes back.
///
/// # Panics
/// When a decoder panicked, or sent a chunk whose own range is none of its text.
pub fn decode_any(bytes: &[u8]) -> Decoded {
    let limits = limits();
    let mut input = Input {
        reader: &mut Cursor::new(bytes),
        size: bytes.len() as u64,
        extension: "",
    };
    decode(&mut input, &limits, &mut Nothing)
}
