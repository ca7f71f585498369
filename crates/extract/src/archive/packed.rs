//! Files that hold one packed stream: gz, bz2, xz, zst.

use std::io::{self, BufReader, Read, SeekFrom};

use liblzma::bufread::XzDecoder;
use liblzma::stream::{CONCATENATED, Stream};
use sporhund_model::Outcome;

use super::entry::{self, MAX_IN_MEMORY, Unpacked};
use super::rewind::{Rewind, Shared};
use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::package::Bounded;
use crate::sniff::{HEAD, sniff};

/// Memory that unpacking xz may take; its usual settings need 9 MiB, the highest 65.
const MAX_XZ_MEMORY: u64 = 128 << 20;

/// Which kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// gzip.
    Gzip,
    /// bzip2.
    Bzip2,
    /// xz.
    Xz,
    /// Zstandard.
    Zstd,
}

impl Packed {
    fn unpack<'a>(self, packed: BufReader<Shared<'a>>) -> io::Result<Box<dyn Read + 'a>> {
        Ok(match self {
            Packed::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(packed)),
            Packed::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(packed)),
            Packed::Xz => {
                let stream = Stream::new_stream_decoder(MAX_XZ_MEMORY, CONCATENATED)?;
                Box::new(XzDecoder::new_stream(packed, stream))
            }
            Packed::Zstd => Box::new(zstd::stream::read::Decoder::with_buffer(packed)?),
        })
    }
}

impl Decoder for Packed {
    fn format(&self) -> &'static str {
        match self {
            Packed::Gzip => "gz",
            Packed::Bzip2 => "bz2",
            Packed::Xz => "xz",
            Packed::Zstd => "zst",
        }
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let name = name_of(input).unwrap_or_default();
        let (size, kind) = (input.size, *self);
        let limits = *sink.budget().limits();
        let bounded = move |packed| -> io::Result<Box<dyn Read + '_>> {
            Ok(Box::new(Bounded::new(kind.unpack(packed)?, size, &limits)))
        };
        let mut stream = Rewind::new(Shared::new(input.reader), 0, Box::new(bounded));
        stream_or_keep(&mut stream, 0, &name, sink)
    }
}

/// Text and archives of files one after the other are read as they are unpacked; other formats are read from memory.
pub(super) fn stream_or_keep(
    stream: &mut Rewind<'_>,
    ordinal: u32,
    name: &[u8],
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let mut head = Vec::new();
    // What came before a fault tells as much.
    let _ = (&mut *stream).take(HEAD as u64).read_to_end(&mut head);
    let extension = &entry::extension_of(name);
    if sniff(&head, extension).is_streamed() {
        let mut member = Input {
            size: sink.budget().limits().max_member_size,
            reader: stream,
            extension,
        };
        sink.member(ordinal, name, &mut member)?;
        return Ok(Outcome::Scanned);
    }
    io::Seek::seek(stream, SeekFrom::Start(0))?;
    let unpacked = Unpacked::keep(stream, MAX_IN_MEMORY);
    entry::send_member(ordinal, name, unpacked, sink)?;
    Ok(Outcome::Scanned)
}

/// The name that a gzip file has of what it holds.
fn name_of(input: &mut Input<'_>) -> Option<Vec<u8>> {
    input.reader.seek(SeekFrom::Start(0)).ok()?;
    let mut head = Vec::new();
    (&mut *input.reader)
        .take(1024)
        .read_to_end(&mut head)
        .ok()?;
    if !head.starts_with(&[0x1F, 0x8B]) {
        return None;
    }
    let decoder = flate2::bufread::GzDecoder::new(head.as_slice());
    decoder.header()?.filename().map(<[u8]>::to_vec)
}
