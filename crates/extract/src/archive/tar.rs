//! Tar archives, read from start to end.

use std::io::{Read, SeekFrom};

use sporhund_model::{Note, Outcome};

use super::entry::{self, Unpacked};
use crate::budget::Exceeded;
use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::session::limit_note;

/// The decoder.
pub struct Tar;

impl Decoder for Tar {
    fn format(&self) -> &'static str {
        "tar"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        let mut archive = tar::Archive::new(&mut *input.reader);
        let mut outcome = Outcome::Scanned;
        for (file, ordinal) in archive.entries()?.zip(0u32..) {
            sink.budget().check_time()?;
            let Ok(mut file) = file else {
                sink.note(Note::new("note-broken-part").with("what", "tar header"))?;
                return Ok(Outcome::Partly);
            };
            let name = file.path_bytes().into_owned();
            if !file.header().entry_type().is_file() || entry::is_passed_over(&name) {
                continue;
            }
            if file.size() > entry::MAX_IN_MEMORY {
                let why = limit_note(Exceeded::MemberSize);
                sink.closed_member(ordinal, &name, Outcome::Skipped, Some(why))?;
                outcome = Outcome::Partly;
                continue;
            }
            let unpacked = Unpacked::keep(&mut file as &mut dyn Read, entry::MAX_IN_MEMORY);
            entry::send_member(ordinal, &name, unpacked, sink)?;
        }
        Ok(outcome)
    }
}
