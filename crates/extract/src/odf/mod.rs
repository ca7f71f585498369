//! OpenDocument (odt, ods, odp, odg and their templates, as packages and as single files of XML).
//!
//! Text documents, sheets and slides share one vocabulary, and so one [`walk`].

mod cells;
mod lists;
mod styles;
mod tables;
mod walk;

pub(crate) use cells::has_literal;

use std::io::{Read, SeekFrom};

use sporhund_model::{Note, Outcome};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::members;
use crate::office::package::{Bounded, Package};
use crate::office::xml::Xml;
use styles::Styles;
use walk::Walker;

/// Bytes of a single file of XML whose styles are looked at before its text.
const MAX_STYLES: u64 = 8 << 20;

/// Reads packages.
pub struct OpenDocument;

/// Reads documents that are one file of XML (fodt, fods, fodp).
pub struct FlatDocument;

impl Decoder for OpenDocument {
    fn format(&self) -> &'static str {
        "odf"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        let mut package = Package::open(input.reader, &limits)?;
        if is_encrypted(&mut package) {
            return Err(DecodeError::Encrypted);
        }
        let mut styles = Styles::default();
        for part in ["styles.xml", "content.xml"] {
            if let Some(reader) = package.part(part)? {
                styles.read(reader.take(MAX_STYLES));
            }
        }
        let mut walker = Walker::new(styles);
        let mut outcome = Outcome::Scanned;
        for part in text_parts(&package) {
            sink.budget().check_time()?;
            if read_part(&mut package, &part, &mut walker, sink)? == Outcome::Partly {
                outcome = Outcome::Partly;
            }
        }
        members::send_all(&mut package, &is_member, sink)?;
        Ok(outcome)
    }
}

impl Decoder for FlatDocument {
    fn format(&self) -> &'static str {
        "fodt"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut styles = Styles::default();
        input.reader.seek(SeekFrom::Start(0))?;
        styles.read((&mut *input.reader).take(MAX_STYLES));
        input.reader.seek(SeekFrom::Start(0))?;
        let limits = *sink.budget().limits();
        let reader = Bounded::new(&mut *input.reader, input.size, &limits);
        Walker::new(styles).walk(&mut Xml::new(reader), sink)?;
        Ok(Outcome::Scanned)
    }
}

/// Whether the manifest names a key for any part.
fn is_encrypted(package: &mut Package<'_>) -> bool {
    let manifest = package.read_small("META-INF/manifest.xml");
    manifest.is_some_and(|bytes| memchr::memmem::find(&bytes, b"encryption-data").is_some())
}

/// Properties first, then the text, page headers, and the charts and formulas that stand in folders of their own.
fn text_parts(package: &Package<'_>) -> Vec<String> {
    let mut parts: Vec<String> = ["meta.xml", "content.xml", "styles.xml"]
        .map(str::to_owned)
        .to_vec();
    for name in package.names() {
        let inner = name.rsplit_once('/').map(|(_, file)| file);
        if matches!(inner, Some("content.xml" | "styles.xml")) {
            parts.push(name);
        }
    }
    parts
}

/// Embedded objects of other makers are files of their own beside the folders of our own kind.
fn is_member(name: &str) -> bool {
    let is_object = name.starts_with("Object ") && !name.contains('/');
    is_object || name.starts_with("EmbeddedFiles/")
}

fn read_part(
    package: &mut Package<'_>,
    name: &str,
    walker: &mut Walker,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let read = match package.part(name) {
        Ok(Some(part)) => walker.walk(&mut Xml::new(part), sink),
        Ok(None) => Ok(()),
        Err(error) => Err(error),
    };
    match read {
        Ok(()) => Ok(Outcome::Scanned),
        Err(DecodeError::Broken { offset, what }) => {
            let note = Note::new("note-broken-part").with("what", what);
            sink.note(note.with("offset", offset))?;
            Ok(Outcome::Partly)
        }
        Err(error) => Err(error),
    }
}
