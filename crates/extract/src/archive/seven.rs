//! 7z archives.

use std::io::{Read, SeekFrom};

use sevenz_rust2::{ArchiveReader, Error, Password};
use sporhund_model::Outcome;

use super::entry::{self, MAX_IN_MEMORY, Unpacked};
use crate::budget::Exceeded;
use crate::decoder::{DecodeError, Decoder, Input, ReadSeek, Sink};
use crate::session::limit_note;

/// The decoder.
pub struct SevenZip;

impl Decoder for SevenZip {
    fn format(&self) -> &'static str {
        "7z"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        let reader = &mut *input.reader as &mut dyn ReadSeek;
        let mut archive = ArchiveReader::new(reader, Password::empty()).map_err(seven_error)?;
        let mut reading = Reading {
            ordinal: 0,
            outcome: Outcome::Scanned,
            ended: None,
        };
        let walked = archive.for_each_entries(|entry, reader| {
            Ok(reading.take(
                entry.name(),
                entry.size(),
                entry.is_directory(),
                reader,
                sink,
            ))
        });
        if let Some(error) = reading.ended {
            return Err(error);
        }
        walked.map_err(seven_error)?;
        Ok(reading.outcome)
    }
}

struct Reading {
    ordinal: u32,
    outcome: Outcome,
    /// Why the sink wants no more.
    ended: Option<DecodeError>,
}

impl Reading {
    /// Takes an entry; `false` ends the walk.
    fn take(
        &mut self,
        name: &str,
        size: u64,
        is_folder: bool,
        reader: &mut dyn Read,
        sink: &mut dyn Sink,
    ) -> bool {
        let sent = self.send(name, size, is_folder, reader, sink);
        self.ordinal += 1;
        match sent {
            Ok(()) => true,
            Err(error) => {
                self.ended = Some(error);
                false
            }
        }
    }

    fn send(
        &mut self,
        name: &str,
        size: u64,
        is_folder: bool,
        reader: &mut dyn Read,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        sink.budget().check_time()?;
        if is_folder || entry::is_passed_over(name.as_bytes()) {
            return Ok(());
        }
        if size > MAX_IN_MEMORY {
            self.outcome = Outcome::Partly;
            // What is solid must be unpacked to come to what follows.
            let _ = std::io::copy(reader, &mut std::io::sink());
            let why = limit_note(Exceeded::MemberSize);
            return sink.closed_member(self.ordinal, name.as_bytes(), Outcome::Skipped, Some(why));
        }
        let unpacked = Unpacked::keep(reader, MAX_IN_MEMORY);
        entry::send_member(self.ordinal, name.as_bytes(), unpacked, sink)
    }
}

fn seven_error(error: Error) -> DecodeError {
    match error {
        Error::PasswordRequired | Error::MaybeBadPassword(_) => DecodeError::Encrypted,
        Error::UnsupportedCompressionMethod(method) if method.contains("AES") => {
            DecodeError::Encrypted
        }
        Error::Io(error, _) | Error::FileOpen(error, _) => DecodeError::Io(error),
        Error::MaxMemLimited { .. } => DecodeError::Limit(Exceeded::MemberSize),
        _ => DecodeError::Broken {
            offset: 0,
            what: "7z header",
        },
    }
}
