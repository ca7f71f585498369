//! Files within the file.

use super::objects::{catalog, dicts, read_stream, text};
use super::strings::decode_name;
use crate::decoder::{DecodeError, Input, Sink};
use hayro_syntax::object::{Array, Dict, ObjectIdentifier, Stream, String as PdfString};
use sporhund_model::Note;
use std::collections::BTreeSet;
use std::io::Cursor;

/// Nodes of the tree of names, and files, that are visited.
const MAX_NODES: usize = 100_000;

/// Sends the files that are embedded in the document or attached to a page.
pub(super) fn send(pdf: &hayro_syntax::Pdf, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut files = named_files(pdf);
    for page in pdf.pages().iter() {
        sink.budget().check_time()?;
        let annotations = page.raw().get::<Array<'_>>(b"Annots");
        if let Some(annotations) = annotations {
            let annotations = dicts(&annotations, pdf.xref());
            files.extend(annotations.filter_map(|annotation| annotation.get::<Dict<'_>>(b"FS")));
        }
    }
    let mut seen = BTreeSet::new();
    let mut ordinal = 0;
    for file in &files {
        if let Some(stream) = find_stream(file)
            && seen.insert(key(stream.obj_id()))
        {
            send_file(ordinal, file, &stream, sink)?;
            ordinal += 1;
        }
    }
    Ok(())
}

fn key(id: ObjectIdentifier) -> (u32, i32) {
    (id.obj_number, id.gen_number)
}

fn find_stream<'a>(file: &Dict<'a>) -> Option<Stream<'a>> {
    let streams = file.get::<Dict<'a>>(b"EF")?;
    streams
        .get::<Stream<'a>>(b"UF")
        .or_else(|| streams.get::<Stream<'a>>(b"F"))
}

/// The file specifications of the tree of names.
fn named_files(pdf: &hayro_syntax::Pdf) -> Vec<Dict<'_>> {
    let names = catalog(pdf).get::<Dict<'_>>(b"Names");
    let root = names.and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles"));
    let mut open: Vec<Dict<'_>> = root.into_iter().collect();
    let mut files = Vec::new();
    for _ in 0..MAX_NODES {
        let Some(node) = open.pop() else {
            break;
        };
        if let Some(entries) = node.get::<Array<'_>>(b"Names") {
            files.extend(dicts(&entries, pdf.xref()));
        }
        if let Some(kids) = node.get::<Array<'_>>(b"Kids")
            && open.len() < MAX_NODES
        {
            open.extend(dicts(&kids, pdf.xref()));
        }
        if files.len() > MAX_NODES {
            break;
        }
    }
    files.truncate(MAX_NODES);
    files
}

fn send_file(
    ordinal: u32,
    file: &Dict<'_>,
    stream: &Stream<'_>,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let name = text(file, b"UF")
        .or_else(|| {
            file.get::<PdfString<'_>>(b"F")
                .map(|name| decode_name(&name))
        })
        .unwrap_or_default();
    let limit = sink.budget().limits().max_member_size;
    let limit = usize::try_from(limit.saturating_add(1)).unwrap_or(usize::MAX);
    let Some(data) = read_stream(stream, limit) else {
        sink.note(Note::new("error-embedded-file").with("ordinal", ordinal))?;
        return Ok(());
    };
    sink.budget().spend_bytes(data.len() as u64)?;
    let extension = name
        .rsplit_once('.')
        .map(|(_, end)| end.to_lowercase())
        .unwrap_or_default();
    let mut input = Input {
        size: data.len() as u64,
        reader: &mut Cursor::new(data),
        extension: &extension,
    };
    sink.member(ordinal, name.as_bytes(), &mut input)?;
    Ok(())
}
