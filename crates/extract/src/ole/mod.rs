//! Compound files (OLE): the storages and streams that the older formats of Office and Outlook are made of.

pub(crate) mod bytes;
pub(crate) mod objects;
mod padded;
pub(crate) mod properties;
mod unknown;

use std::io::{Cursor, Read, SeekFrom, Write};
use std::path::{Path, PathBuf};

use cfb::CompoundFile;

pub use unknown::Unknown;

use crate::decoder::{DecodeError, Input, ReadSeek, Sink};
use padded::Padded;

/// Streams of a storage that are copied at most.
const MAX_STREAMS: usize = 10_000;

/// An open compound file.
pub(crate) struct Compound<'a> {
    file: CompoundFile<Padded<'a>>,
    limit: u64,
}

impl<'a> Compound<'a> {
    /// Reads the directory.
    pub(crate) fn open(input: &'a mut Input<'_>, sink: &mut dyn Sink) -> Result<Self, DecodeError> {
        let limit = sink.budget().limits().max_member_size;
        input.reader.seek(SeekFrom::Start(0))?;
        let file = open(input.reader).ok_or(broken("directory of the compound file"))?;
        Ok(Compound { file, limit })
    }

    /// The bytes of a stream as far as they can be read; `None` when there is none.
    pub(crate) fn read(&mut self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(path).ok()?;
        let mut bytes = Vec::new();
        // What came before a fault is kept.
        let _ = stream.take(self.limit).read_to_end(&mut bytes);
        Some(bytes)
    }

    /// Whether there is such a stream or storage.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.file.exists(path)
    }

    /// The storages right under a storage, with their names.
    pub(crate) fn storages(&self, path: impl AsRef<Path>) -> Vec<(String, PathBuf)> {
        self.children(path, cfb::Entry::is_storage)
    }

    /// The streams right under a storage, with their names.
    pub(crate) fn streams(&self, path: impl AsRef<Path>) -> Vec<(String, PathBuf)> {
        self.children(path, cfb::Entry::is_stream)
    }

    fn children(
        &self,
        path: impl AsRef<Path>,
        keep: fn(&cfb::Entry) -> bool,
    ) -> Vec<(String, PathBuf)> {
        let Ok(entries) = self.file.read_storage(path) else {
            return Vec::new();
        };
        entries
            .take(MAX_STREAMS)
            .filter(keep)
            .map(|entry| (entry.name().to_owned(), entry.path().to_owned()))
            .collect()
    }

    /// A storage as a compound file of its own, so that what is embedded is read like any other file.
    pub(crate) fn copy(&mut self, path: &Path) -> Option<Vec<u8>> {
        let entries: Vec<(PathBuf, bool)> = self
            .file
            .walk_storage(path)
            .ok()?
            .take(MAX_STREAMS)
            .map(|entry| (entry.path().to_owned(), entry.is_stream()))
            .collect();
        let mut copy = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
        for (from, is_stream) in entries {
            let Ok(inner) = from.strip_prefix(path) else {
                continue;
            };
            let to = Path::new("/").join(inner);
            if is_stream {
                let bytes = self.read(&from).unwrap_or_default();
                copy.create_stream(&to).ok()?.write_all(&bytes).ok()?;
            } else if to != Path::new("/") {
                copy.create_storage_all(&to).ok()?;
            }
        }
        copy.flush().ok()?;
        Some(copy.into_inner().into_inner())
    }
}

/// Opens the directory; of a file that was cut off, what is there is read.
fn open<'a>(reader: &'a mut (dyn ReadSeek + 'a)) -> Option<CompoundFile<Padded<'a>>> {
    let mut reader = Padded::new(reader).ok()?;
    if CompoundFile::open(&mut reader).is_err() {
        reader.pad().ok()?;
    }
    CompoundFile::open(reader).ok()
}

/// The names of the streams and storages at the root; `None` when the directory cannot be read.
pub(crate) fn root_names<'a>(reader: &'a mut (dyn ReadSeek + 'a)) -> Option<Vec<String>> {
    let file = open(reader)?;
    let entries = file.read_root_storage().take(MAX_STREAMS);
    Some(entries.map(|entry| entry.name().to_owned()).collect())
}

/// The error of a structure that is not as it should be.
pub(crate) fn broken(what: &'static str) -> DecodeError {
    DecodeError::Broken { offset: 0, what }
}
