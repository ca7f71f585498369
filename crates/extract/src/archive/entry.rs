//! One entry of an archive, unpacked as far as it can be.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};

use sporhund_model::Outcome;
use zip::{CompressionMethod, ZipArchive};

use super::packed::stream_or_keep;
use super::rewind::{Rewind, Shared};
use super::send_comment;
use crate::budget::{Exceeded, Limits};
use crate::decoder::{DecodeError, Input, Sink};
use crate::office::package::{Bounded, LimitError, find_limit, zip_error};
use crate::session::limit_note;

/// Bytes of a member that is kept in memory, since its format is read from any place of it.
pub(crate) const MAX_IN_MEMORY: u64 = 96 << 20;

/// What came out of an entry, and the error that ended it.
pub(crate) struct Unpacked {
    bytes: Vec<u8>,
    error: Option<io::Error>,
}

impl Unpacked {
    /// Unpacks within the limits of a member.
    pub(crate) fn read(reader: &mut dyn Read, packed: u64, limits: &Limits) -> Self {
        let mut bytes = Vec::new();
        let read = Bounded::new(reader, packed, limits).read_to_end(&mut bytes);
        Unpacked {
            bytes,
            error: read.err(),
        }
    }

    /// Keeps what a reader gives that has limits of its own, up to so many bytes.
    pub(crate) fn keep(reader: &mut dyn Read, limit: u64) -> Self {
        let mut bytes = Vec::new();
        let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        let mut error = read.err();
        if bytes.len() as u64 > limit {
            error = Some(io::Error::other(LimitError(Exceeded::MemberSize)));
        }
        Unpacked { bytes, error }
    }
}

/// The unpacked bytes; the error comes where they end, so that the member knows why it is not whole.
struct Ended {
    bytes: Cursor<Vec<u8>>,
    error: Option<io::Error>,
}

impl Ended {
    /// The error again for each read at the end: who looks at the head first must not take it from the decoder.
    fn error(&self) -> Option<io::Error> {
        let error = self.error.as_ref()?;
        Some(match find_limit(error) {
            Some(exceeded) => io::Error::other(LimitError(exceeded)),
            None => error.kind().into(),
        })
    }
}

impl Read for Ended {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(out)?;
        if count == 0
            && !out.is_empty()
            && let Some(error) = self.error()
        {
            return Err(error);
        }
        Ok(count)
    }
}

impl Seek for Ended {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// Sends one entry as a member; `Partly` when it was left out.
pub(crate) fn send<'a>(
    zip: &mut ZipArchive<Shared<'a>>,
    shared: &Shared<'a>,
    ordinal: usize,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let Ok(entry) = zip.by_index_data(ordinal) else {
        return Ok(Outcome::Partly);
    };
    let name = entry.name_raw().to_vec();
    let (encrypted, packed, size) = (entry.encrypted(), entry.compressed_size(), entry.size());
    send_comment(entry.comment_raw(), sink)?;
    if is_passed_over(&name) {
        return Ok(Outcome::Scanned);
    }
    let limits = *sink.budget().limits();
    let ordinal_number = ordinal as u32;
    if encrypted {
        sink.closed_member(ordinal_number, &name, Outcome::Encrypted, None)?;
        return Ok(Outcome::Scanned);
    }
    let streamed = if size > MAX_IN_MEMORY && size <= limits.max_member_size {
        open_stream(zip, shared, ordinal, limits)
    } else {
        None
    };
    if let Some(mut stream) = streamed {
        return stream_or_keep(&mut stream, ordinal_number, &name, sink);
    }
    if size > limits.max_member_size.min(MAX_IN_MEMORY) {
        let why = limit_note(Exceeded::MemberSize);
        sink.closed_member(ordinal_number, &name, Outcome::Skipped, Some(why))?;
        return Ok(Outcome::Partly);
    }
    let unpacked = match zip.by_index(ordinal).map_err(zip_error) {
        Ok(mut file) => Unpacked::read(&mut file, packed, &limits),
        Err(DecodeError::Io(error)) => return Err(DecodeError::Io(error)),
        Err(_) => {
            sink.closed_member(ordinal_number, &name, Outcome::Unsupported, None)?;
            return Ok(Outcome::Scanned);
        }
    };
    send_member(ordinal_number, &name, unpacked, sink)?;
    Ok(Outcome::Scanned)
}

/// A big entry as a stream that can be started anew; only methods that need no more than the bytes are read so.
fn open_stream<'a>(
    zip: &mut ZipArchive<Shared<'a>>,
    shared: &Shared<'a>,
    ordinal: usize,
    limits: Limits,
) -> Option<Rewind<'a>> {
    let (start, packed, method) = {
        let file = zip.by_index_raw(ordinal).ok()?;
        (
            file.data_start()?,
            file.compressed_size(),
            file.compression(),
        )
    };
    if !matches!(
        method,
        CompressionMethod::Stored | CompressionMethod::Deflated
    ) {
        return None;
    }
    let unpack = move |bytes: BufReader<Shared<'a>>| -> io::Result<Box<dyn Read + 'a>> {
        let bytes = bytes.take(packed);
        Ok(if method == CompressionMethod::Stored {
            Box::new(Bounded::new(bytes, packed, &limits))
        } else {
            let inflate = flate2::bufread::DeflateDecoder::new(bytes);
            Box::new(Bounded::new(inflate, packed, &limits))
        })
    };
    Some(Rewind::new(shared.clone(), start, Box::new(unpack)))
}

/// Sends the member with what could be unpacked of it.
pub(crate) fn send_member(
    ordinal: u32,
    name: &[u8],
    unpacked: Unpacked,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let Unpacked { bytes, error } = unpacked;
    sink.budget().spend_bytes(bytes.len() as u64)?;
    if bytes.is_empty() && error.is_some() {
        return sink.closed_member(ordinal, name, Outcome::Failed, None);
    }
    let extension = extension_of(name);
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Ended {
            bytes: Cursor::new(bytes),
            error,
        },
        extension: &extension,
    };
    sink.member(ordinal, name, &mut input)?;
    Ok(())
}

pub(crate) fn extension_of(name: &[u8]) -> String {
    let text = String::from_utf8_lossy(name);
    text.rsplit_once('.')
        .map_or_else(String::new, |(_, end)| end.to_lowercase())
}

/// Folders, and what a Mac writes beside each file.
pub(crate) fn is_passed_over(name: &[u8]) -> bool {
    name.ends_with(b"/") || name.ends_with(b"\\") || name.starts_with(b"__MACOSX/")
}
