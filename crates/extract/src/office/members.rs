//! Documents that are embedded in a package: each is a member of its own.

use std::io::{Cursor, Read};

use crate::decoder::{DecodeError, Input, Sink};
use crate::office::package::{Package, read_error};
use crate::session::limit_note;

/// Sends what lies embedded under the folder of the format (`word/`, `xl/`), and parts that are documents themselves.
pub(crate) fn send(
    package: &mut Package<'_>,
    folder: &str,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let is_member = |name: &str| {
        let inner = name.strip_prefix(folder);
        inner.is_some_and(|inner| inner.starts_with("embeddings/") || inner.starts_with("afchunk"))
    };
    send_all(package, &is_member, sink)
}

/// Sends the parts that are documents themselves, by what their names say.
pub(crate) fn send_all(
    package: &mut Package<'_>,
    is_member: &dyn Fn(&str) -> bool,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let names = package.names().into_iter();
    for (ordinal, name) in names.filter(|name| is_member(name)).enumerate() {
        send_one(package, &name, ordinal as u32, sink)?;
    }
    Ok(())
}

fn send_one(
    package: &mut Package<'_>,
    name: &str,
    ordinal: u32,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut bytes = Vec::new();
    let read = match package.part(name)? {
        Some(mut part) => part.read_to_end(&mut bytes),
        None => return Ok(()),
    };
    match read.map_err(read_error) {
        Err(DecodeError::Limit(exceeded)) => return Ok(sink.note(limit_note(exceeded))?),
        Err(_) if bytes.is_empty() => return Ok(()),
        _ => {}
    }
    sink.budget().spend_bytes(bytes.len() as u64)?;
    let file = name.rsplit('/').next().unwrap_or(name);
    let extension = file.rsplit_once('.').map_or("", |(_, end)| end);
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: &extension.to_lowercase(),
    };
    sink.member(ordinal, file.as_bytes(), &mut input)?;
    Ok(())
}
