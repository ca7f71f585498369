//! Files that hold other files under a directory: zip packages and compound files, told apart by what they hold.

use std::io::{Read, SeekFrom};

use memchr::memmem;

use super::Format;
use crate::budget::Limits;
use crate::decoder::Input;
use crate::office::package::Package;
use crate::ole::root_names;

/// By the names in the local headers that stand in the first bytes.
pub(super) fn sniff_zip(head: &[u8]) -> Format {
    if let Some(name) = open_document(head.get(30..).unwrap_or_default()) {
        return open_document_format(name);
    }
    for at in memmem::find_iter(head, b"PK\x03\x04") {
        let name = head.get(at + 30..).unwrap_or_default();
        if name.starts_with(b"word/") {
            return Format::Docx;
        }
        if name.starts_with(b"xl/") {
            return Format::Xlsx;
        }
        if name.starts_with(b"ppt/") {
            return Format::Pptx;
        }
    }
    Format::Zip
}

/// The kind of an OpenDocument or e-book by its first entry, `mimetype`.
fn open_document(entry: &[u8]) -> Option<&'static str> {
    let kind = entry.strip_prefix(b"mimetype")?;
    let kinds: [(&[u8], &str); 6] = [
        (b"opendocument.text", "odt"),
        (b"opendocument.spreadsheet", "ods"),
        (b"opendocument.presentation", "odp"),
        (b"opendocument.graphics", "odg"),
        (b"epub+zip", "epub"),
        (b"opendocument", "odf"),
    ];
    let kind = kind.get(..120).unwrap_or(kind);
    let found = kinds
        .iter()
        .find(|(pattern, _)| memmem::find(kind, pattern).is_some());
    found.map(|(_, name)| *name)
}

/// An e-book is pages in a zip; what is neither that nor a document is a zip too.
fn open_document_format(kind: &'static str) -> Format {
    match kind {
        "epub" => Format::Zip,
        kind => Format::OpenDocument(kind),
    }
}

/// By the content types that the package declares.
pub(super) fn refine_zip(input: &mut Input<'_>) -> Option<Format> {
    let mut package = Package::open(input.reader, &Limits::default()).ok()?;
    let Some(types) = package.read_small("[Content_Types].xml") else {
        let mimetype = package.read_small("mimetype");
        let named = [
            b"mimetype".as_slice(),
            mimetype.as_deref().unwrap_or_default(),
        ]
        .concat();
        return Some(open_document(&named).map_or(Format::Zip, open_document_format));
    };
    let kinds: [(&[u8], Format); 8] = [
        (b"wordprocessingml.document.main", Format::Docx),
        (b"wordprocessingml.template.main", Format::Docx),
        (b"ms-word.", Format::Docx),
        (b"spreadsheetml.sheet.main", Format::Xlsx),
        (b"spreadsheetml.template.main", Format::Xlsx),
        (b"ms-excel.sheet.binary", Format::Xlsb),
        (b"ms-excel.", Format::Xlsx),
        (b"presentationml", Format::Pptx),
    ];
    let found = kinds
        .iter()
        .find(|(pattern, _)| memmem::find(&types, pattern).is_some());
    Some(found.map_or(Format::Zip, |(_, format)| *format))
}

/// Names of streams in a compound file, and what it then is. Those that come first win: a mail holds other documents.
const STREAMS: &[(&str, Format)] = &[
    ("EncryptedPackage", Format::Locked),
    ("EncryptionInfo", Format::Locked),
    ("__properties_version1.0", Format::Msg),
    ("WordDocument", Format::Doc),
    ("Workbook", Format::Xls),
    ("Book", Format::Xls),
    ("PowerPoint Document", Format::Ppt),
    ("VisioDocument", Format::Unsupported("vsd")),
];

pub(super) fn sniff_cfb(head: &[u8]) -> Format {
    cfb_by_directory(head).unwrap_or(Format::Compound)
}

/// Looks for the names in UTF-16, as the directory of a compound file has them.
fn cfb_by_directory(bytes: &[u8]) -> Option<Format> {
    let found = STREAMS.iter().find(|(name, _)| {
        let mut wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        wide.extend([0, 0]);
        memmem::find(bytes, &wide).is_some()
    });
    found.map(|(_, format)| *format)
}

/// By the streams and storages at the root; when the directory is broken, by its first sectors.
pub(super) fn refine_cfb(input: &mut Input<'_>) -> Format {
    if let Some(names) = root_names(input.reader) {
        let found = STREAMS
            .iter()
            .find(|(name, _)| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
        return found.map_or(Format::Compound, |(_, format)| *format);
    }
    refine_broken_cfb(input).unwrap_or(Format::Compound)
}

/// Reads the first sectors of the directory, wherever the header says it stands.
fn refine_broken_cfb(input: &mut Input<'_>) -> Option<Format> {
    let mut header = [0; 512];
    input.reader.seek(SeekFrom::Start(0)).ok()?;
    input.reader.read_exact(&mut header).ok()?;
    let shift = if header[30] == 12 { 12 } else { 9 };
    let sector = u32::from_le_bytes([header[48], header[49], header[50], header[51]]);
    let start = SeekFrom::Start((u64::from(sector) + 1) << shift);
    let mut directory = Vec::new();
    input.reader.seek(start).ok()?;
    input
        .reader
        .take(16 * 1024)
        .read_to_end(&mut directory)
        .ok()?;
    cfb_by_directory(&directory)
}
