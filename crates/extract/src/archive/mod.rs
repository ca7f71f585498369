//! Zip archives: each file in them is a member, read by the decoder that fits it.

use std::io::{Cursor, Read};

use sporhund_model::{Note, Outcome};
use zip::ZipArchive;

use crate::budget::Limits;
use crate::decoder::{DecodeError, Decoder, Input, ReadSeek, Sink};
use crate::office::package::{Bounded, read_error, zip_error};
use crate::session::limit_note;

/// The decoder.
pub struct Zip;

impl Decoder for Zip {
    fn format(&self) -> &'static str {
        "zip"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut zip = ZipArchive::new(&mut *input.reader).map_err(zip_error)?;
        let mut outcome = Outcome::Scanned;
        for ordinal in 0..zip.len() {
            if send_entry(&mut zip, ordinal, sink)? == Outcome::Partly {
                outcome = Outcome::Partly;
            }
        }
        Ok(outcome)
    }
}

/// Sends one entry as a member; `Partly` when some of it was left out.
fn send_entry(
    zip: &mut ZipArchive<&mut (dyn ReadSeek + '_)>,
    ordinal: usize,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let Ok(entry) = zip.by_index_data(ordinal) else {
        return Ok(Outcome::Partly);
    };
    let name = entry.name_raw().to_vec();
    if is_passed_over(&name) {
        return Ok(Outcome::Scanned);
    }
    let encrypted = entry.encrypted();
    let limits = *sink.budget().limits();
    let mut bytes = Vec::new();
    let ended = if encrypted {
        Err(DecodeError::Encrypted)
    } else {
        unpack(zip, ordinal, &limits, &mut bytes)
    };
    sink.budget().spend_bytes(bytes.len() as u64)?;
    send_member(ordinal as u32, &name, bytes, ended, sink)
}

fn unpack(
    zip: &mut ZipArchive<&mut (dyn ReadSeek + '_)>,
    ordinal: usize,
    limits: &Limits,
    bytes: &mut Vec<u8>,
) -> Result<(), DecodeError> {
    let file = zip.by_index(ordinal).map_err(zip_error)?;
    let packed = file.compressed_size();
    Bounded::new(file, packed, limits)
        .read_to_end(bytes)
        .map_err(read_error)?;
    Ok(())
}

/// Sends the member with what could be unpacked of it.
fn send_member(
    ordinal: u32,
    name: &[u8],
    bytes: Vec<u8>,
    ended: Result<(), DecodeError>,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let whole = match ended {
        Ok(()) => Outcome::Scanned,
        Err(DecodeError::Encrypted) => {
            sink.closed_member(ordinal, name, Outcome::Encrypted)?;
            return Ok(Outcome::Scanned);
        }
        Err(DecodeError::Limit(exceeded)) => {
            sink.note(limit_note(exceeded))?;
            Outcome::Partly
        }
        Err(_) if bytes.is_empty() => {
            sink.closed_member(ordinal, name, Outcome::Failed)?;
            return Ok(Outcome::Scanned);
        }
        Err(_) => {
            sink.note(Note::new("note-broken-member").with("ordinal", ordinal))?;
            Outcome::Partly
        }
    };
    let extension = extension_of(name);
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: &extension,
    };
    sink.member(ordinal, name, &mut input)?;
    Ok(whole)
}

fn extension_of(name: &[u8]) -> String {
    let text = String::from_utf8_lossy(name);
    text.rsplit_once('.')
        .map_or_else(String::new, |(_, end)| end.to_lowercase())
}

/// Folders, and what a Mac writes beside each file.
fn is_passed_over(name: &[u8]) -> bool {
    name.ends_with(b"/") || name.ends_with(b"\\") || name.starts_with(b"__MACOSX/")
}
