//! Word processing documents of OOXML (docx, docm, dotx): every part that holds text, not the main one alone.

mod lists;
mod styles;
mod walk;

use crate::decoder::{DecodeError, Decoder, Input, Sink, Text};
use crate::office::package::Package;
use crate::office::xml::Xml;
use crate::office::{custom, members, properties, relationships};
use sporhund_model::{Cell, Join, Note, Outcome, Part, Place};

/// The decoder.
pub struct Docx;

impl Decoder for Docx {
    fn format(&self) -> &'static str {
        "docx"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        let mut package = Package::open(input.reader, &limits)?;
        properties::send(&mut package, sink)?;
        let styles = styles::read(&mut package);
        let mut outcome = Outcome::Scanned;
        let lists = lists::Lists::read(&mut package);
        let mut walker = walk::Walker::new(styles, lists);
        for part in text_parts(&mut package) {
            sink.budget().check_time()?;
            let links = relationships::read(&mut package, &part);
            let read = read_part(&mut package, &part, &mut walker, sink);
            send_links(&links, sink)?;
            match read {
                Ok(()) => {}
                Err(DecodeError::Broken { offset, what }) => {
                    let note = Note::new("note-broken-part").with("what", what);
                    sink.note(note.with("offset", offset))?;
                    outcome = Outcome::Partly;
                }
                Err(error) => return Err(error),
            }
        }
        custom::send(&mut package, sink)?;
        members::send(&mut package, "word/", sink)?;
        Ok(outcome)
    }
}

/// Sends the text of a document that is one file of XML.
pub(crate) fn send_flat<R: std::io::Read>(
    xml: &mut Xml<R>,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    walk::Walker::new(styles::Styles::default(), lists::Lists::default()).walk(xml, sink)
}

fn read_part(
    package: &mut Package<'_>,
    name: &str,
    walker: &mut walk::Walker,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    match package.part(name)? {
        Some(part) => walker.walk(&mut Xml::new(part), sink),
        None => Ok(()),
    }
}

/// The main document first, then every other part of XML in the order of the package.
fn text_parts(package: &mut Package<'_>) -> Vec<String> {
    let root = relationships::read(package, "");
    let main = root
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |found| found.target);
    let mut parts = vec![main];
    for name in package.names() {
        let own = name.starts_with("word/") && custom::is_xml(&name);
        if own && parts.first() != Some(&name) {
            parts.push(name);
        }
    }
    parts
}

/// Sends the addresses that a part points to.
fn send_links(
    links: &[relationships::Relationship],
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let place = sink.place(Place::part(Part::Link))?;
    for link in links.iter().filter(|link| link.external) {
        sink.text(Text {
            text: &link.target,
            place,
            cell: Cell::default(),
            join: Join::Hard,
        })?;
    }
    Ok(())
}
