//! Presentations of OOXML (pptx, pptm, ppsx, potx): slides in their order, each with its notes, comments, charts and diagrams,
//! then masters and layouts.

mod walk;

use std::collections::HashSet;

use sporhund_model::{Note, Outcome, Part};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::package::Package;
use crate::office::relationships::{self, Relationship};
use crate::office::xml::{Ns, Token, Xml};
use crate::office::{custom, members, properties};
use walk::Walker;

/// Parts that a slide or its notes may lead to, one from the other.
const MAX_STEPS: usize = 1_000;

/// The decoder.
pub struct Pptx;

impl Decoder for Pptx {
    fn format(&self) -> &'static str {
        "pptx"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        let mut package = Package::open(input.reader, &limits)?;
        properties::send(&mut package, sink)?;
        let mut reading = Reading {
            walker: Walker::default(),
            seen: HashSet::new(),
            outcome: Outcome::Scanned,
        };
        let slides = slides(&mut package);
        for (slide, number) in slides.iter().zip(1u32..) {
            reading.read_slide(&mut package, slide, number, sink)?;
        }
        for name in package.names() {
            if is_text_part(&name) {
                reading.read(&mut package, &name, None, sink)?;
            }
        }
        custom::send(&mut package, sink)?;
        members::send(&mut package, "ppt/", sink)?;
        Ok(reading.outcome)
    }
}

struct Reading {
    walker: Walker,
    seen: HashSet<String>,
    outcome: Outcome,
}

impl Reading {
    /// A slide, and what it leads to: notes, comments, charts, diagrams; not the layout, which it shares with others.
    fn read_slide(
        &mut self,
        package: &mut Package<'_>,
        slide: &str,
        number: u32,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let mut open = vec![slide.to_owned()];
        for _ in 0..MAX_STEPS {
            let Some(part) = open.pop() else {
                break;
            };
            let leads_to = self.read(package, &part, Some(number), sink)?;
            let own = leads_to.into_iter().filter(is_of_slide);
            open.extend(own.map(|relation| relation.target));
        }
        Ok(())
    }

    /// Sends a part once, with its links; returns where it leads to.
    fn read(
        &mut self,
        package: &mut Package<'_>,
        name: &str,
        slide: Option<u32>,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Relationship>, DecodeError> {
        if !self.seen.insert(name.to_owned()) {
            return Ok(Vec::new());
        }
        sink.budget().check_time()?;
        let relations = relationships::read(package, name);
        let links: Vec<&str> = relations
            .iter()
            .filter(|relation| relation.external)
            .map(|relation| relation.target.as_str())
            .collect();
        let read = match package.part(name) {
            Ok(Some(part)) => self.walker.walk(&mut Xml::new(part), slide, sink),
            Ok(None) => Ok(()),
            Err(error) => Err(error),
        };
        self.walker.send_links(&links, sink)?;
        match read {
            Ok(()) => {}
            Err(DecodeError::Broken { offset, what }) => {
                let note = Note::new("note-broken-part").with("what", what);
                sink.note(note.with("offset", offset))?;
                self.outcome = Outcome::Partly;
            }
            Err(error) => return Err(error),
        }
        Ok(relations)
    }
}

fn is_of_slide(relation: &Relationship) -> bool {
    const SHARED: [&str; 5] = [
        "slideLayout",
        "slideMaster",
        "notesMaster",
        "slide",
        "theme",
    ];
    !relation.external && is_text_part(&relation.target) && !SHARED.contains(&&*relation.kind)
}

/// Whether the part may hold text that people wrote.
fn is_text_part(name: &str) -> bool {
    const NONE: [&str; 5] = [
        "ppt/theme/",
        "ppt/tableStyles",
        "ppt/presProps",
        "ppt/viewProps",
        "ppt/diagrams/colors",
    ];
    let own = name.starts_with("ppt/");
    let drawn_again = name.starts_with("ppt/diagrams/")
        && ["layout", "quickStyle", "drawing"]
            .iter()
            .any(|kind| name.contains(kind));
    own && custom::is_xml(name) && !drawn_again && !NONE.iter().any(|start| name.starts_with(start))
}

/// The slides in the order they are shown.
fn slides(package: &mut Package<'_>) -> Vec<String> {
    let root = relationships::read(package, "");
    let main = root
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "ppt/presentation.xml".to_owned(), |found| found.target);
    let relations = relationships::read(package, &main);
    let bytes = package.read_small(&main).unwrap_or_default();
    let ids = slide_ids(&bytes);
    ids.iter()
        .filter_map(|id| relations.iter().find(|relation| relation.id == *id))
        .map(|relation| relation.target.clone())
        .collect()
}

/// The relationship ids of the slides; the `id` of a slide is a number, the other one leads to its part.
fn slide_ids(bytes: &[u8]) -> Vec<String> {
    let mut xml = Xml::new(bytes);
    let mut ids = Vec::new();
    while let Ok(token) = xml.next() {
        match token {
            Token::Start(start) if start.ns == Ns::Slides && start.name() == "sldId" => {
                let relation = start
                    .attributes()
                    .into_iter()
                    .filter(|(name, _)| name == "id")
                    .map(|(_, value)| value)
                    .find(|value| !value.bytes().all(|byte| byte.is_ascii_digit()));
                ids.extend(relation);
            }
            Token::Eof => break,
            _ => {}
        }
    }
    ids
}

/// What a part is by its root element; `None` when nobody wrote text in it.
fn part_of(ns: Ns, name: &str) -> Option<Part> {
    match (ns, name) {
        (Ns::Slides, "notes") => Some(Part::SpeakerNotes),
        (Ns::Slides, "cmLst" | "cmAuthorLst" | "authorLst") => Some(Part::Comment),
        (Ns::Slides, "sldMaster" | "sldLayout" | "notesMaster" | "handoutMaster") => {
            Some(Part::Master)
        }
        (Ns::Slides, "tagLst") => Some(Part::Property),
        (Ns::Chart | Ns::Diagram, _) => Some(Part::TextBox),
        (Ns::Drawing, _) => None,
        _ => Some(Part::Body),
    }
}
