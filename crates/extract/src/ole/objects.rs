//! Documents that are embedded in a compound file, each in a storage of its own.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::Compound;
use super::bytes::{slice, u16_at, u32_at};
use crate::decoder::{DecodeError, Input, Sink};

/// Sends each embedded object under the storage.
pub(crate) fn send(
    file: &mut Compound<'_>,
    pool: &str,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let storages = file.storages(pool);
    send_storages(file, storages, sink)
}

/// Sends each embedded object whose storage stands at the root under a name that begins so.
pub(crate) fn send_named(
    file: &mut Compound<'_>,
    start: &str,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut storages = file.storages("/");
    storages.retain(|(name, _)| name.starts_with(start));
    send_storages(file, storages, sink)
}

fn send_storages(
    file: &mut Compound<'_>,
    storages: Vec<(String, PathBuf)>,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    for (ordinal, (name, path)) in storages.into_iter().enumerate() {
        sink.budget().check_time()?;
        if let Some((file_name, bytes)) = read(file, &path) {
            let name = file_name.unwrap_or(name);
            send_bytes(ordinal as u32, &name, bytes, sink)?;
        }
    }
    Ok(())
}

/// The object in a storage: a file that was packed into a stream, else the storage as a file of its own.
fn read(file: &mut Compound<'_>, storage: &Path) -> Option<(Option<String>, Vec<u8>)> {
    for stream in ["Package", "CONTENTS"] {
        if let Some(bytes) = file
            .read(storage.join(stream))
            .filter(|bytes| !bytes.is_empty())
        {
            return Some((None, bytes));
        }
    }
    if let Some(bytes) = file.read(storage.join("\u{1}Ole10Native")) {
        return unpack(&bytes).map(|(name, bytes)| (Some(name), bytes));
    }
    file.copy(storage).map(|bytes| (None, bytes))
}

/// The name and bytes of a file that was dropped into a document.
pub(crate) fn unpack(native: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut at = 6;
    let mut texts = Vec::new();
    for _ in 0..2 {
        let rest = native.get(at..)?;
        let length = memchr::memchr(0, rest)?;
        texts.push(super::bytes::code_page_text(rest.get(..length)?, 1252));
        at += length + 1;
    }
    // Two words of flags, then the path it was copied to with its length.
    at += 4;
    let path = u32_at(native, at) as usize;
    at = at.checked_add(4)?.checked_add(path)?;
    let size = u32_at(native, at) as usize;
    let bytes = slice(native, at + 4, size);
    let is_file = u16_at(native, 4) == 2 && !bytes.is_empty();
    is_file.then(|| (texts.swap_remove(0), bytes.to_vec()))
}

/// Sends bytes as a member.
pub(crate) fn send_bytes(
    ordinal: u32,
    name: &str,
    bytes: Vec<u8>,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    sink.budget().spend_bytes(bytes.len() as u64)?;
    let extension = name
        .rsplit_once('.')
        .map_or_else(String::new, |(_, end)| end.to_lowercase());
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: &extension,
    };
    sink.member(ordinal, name.as_bytes(), &mut input)?;
    Ok(())
}
