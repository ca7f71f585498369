//! Archives, and single files that are packed. Zip archives: each file in them is a member, read by the decoder that fits it.
//!
//! When the directory at the end is broken or missing, the headers before each entry are followed from the start.

mod entry;
mod packed;
mod rewind;
mod seven;
mod tar;

use std::io::SeekFrom;

use sporhund_model::{Cell, Join, Note, Outcome, Part, Place};
use zip::ZipArchive;
use zip::read::read_zipfile_from_stream;

pub use packed::Packed;
use rewind::Shared;
pub use seven::SevenZip;
pub use tar::Tar;

use crate::decoder::{DecodeError, Decoder, Input, Sink, Text};
use crate::names::decode_name;
use crate::office::package::zip_error;

/// The decoder.
pub struct Zip;

impl Decoder for Zip {
    fn format(&self) -> &'static str {
        "zip"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let shared = Shared::new(&mut *input.reader);
        let mut zip = match ZipArchive::new(shared.clone()) {
            Ok(zip) => zip,
            Err(error) => {
                drop(shared);
                return send_stream(input, zip_error(error), sink);
            }
        };
        send_comment(zip.comment(), sink)?;
        let mut outcome = Outcome::Scanned;
        for ordinal in 0..zip.len() {
            if entry::send(&mut zip, &shared, ordinal, sink)? == Outcome::Partly {
                outcome = Outcome::Partly;
            }
        }
        Ok(outcome)
    }
}

/// Sends what somebody wrote about the archive or an entry; archives do not say in which encoding.
fn send_comment(comment: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
    if comment.is_empty() {
        return Ok(());
    }
    let place = sink.place(Place::part(Part::Comment))?;
    sink.text(Text {
        text: &decode_name(comment),
        place,
        cell: Cell::default(),
        join: Join::Hard,
    })
}

/// Sends the entries in the order they stand in the file, as far as their headers can be followed.
fn send_stream(
    input: &mut Input<'_>,
    error: DecodeError,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    input.reader.seek(SeekFrom::Start(0))?;
    let limits = *sink.budget().limits();
    let mut ordinal = 0;
    let mut reader = &mut *input.reader;
    while let Ok(Some(mut file)) = read_zipfile_from_stream(&mut reader) {
        let name = file.name_raw().to_vec();
        let packed = file.compressed_size();
        let unpacked = entry::Unpacked::read(&mut file, packed, &limits);
        drop(file);
        if !entry::is_passed_over(&name) {
            entry::send_member(ordinal, &name, unpacked, sink)?;
        }
        ordinal += 1;
    }
    if ordinal == 0 {
        return Err(error);
    }
    sink.note(Note::new("note-no-directory"))?;
    Ok(Outcome::Partly)
}
