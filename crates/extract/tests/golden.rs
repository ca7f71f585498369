//! Bytes in, text and places out: every `src/*/tests/data/NAME.in` has a plain dump beside it, `NAME.out`.
//!
//! `cargo test -p sporhund-extract --test golden -- --ignored` writes the dumps anew; read the difference before it is kept.

// Test files: the lint's own exception reaches only functions marked as tests.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use sporhund_extract::{Input, Limits, decode};
use sporhund_model::{Chunk, Event, Note, Place, PlaceId, Receiver, Stopped};

#[derive(Default)]
struct Dump {
    places: BTreeMap<PlaceId, Place>,
    out: String,
    depth: usize,
}

impl Dump {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}{line}", "  ".repeat(self.depth));
    }

    fn chunk(&mut self, chunk: &Chunk) {
        for (at, segment) in chunk.segments.iter().enumerate() {
            let next = chunk.segments.get(at + 1);
            let end = next.map_or(chunk.text.len(), |next| next.start as usize);
            if segment.start < chunk.own.start || segment.start >= chunk.own.end {
                continue;
            }
            let text = shorten(&chunk.text[segment.start as usize..end]);
            let mut place = format_place(&self.places[&segment.place]);
            if segment.cell.is_some() {
                place = format!("{place} {}", segment.cell.name());
            }
            let line = format!(
                "text {} {:?} [{place}] {text:?}",
                segment.offset, segment.join
            );
            self.line(&line);
        }
    }
}

/// The beginning of a long text, and how long it is.
fn shorten(text: &str) -> String {
    if text.len() < 400 {
        return text.to_owned();
    }
    let start = &text[..text.floor_char_boundary(40)];
    format!("{start}… ({} bytes)", text.len())
}

fn format_place(place: &Place) -> String {
    let mut out = format!("{:?}", place.part);
    if let Some(sheet) = &place.sheet {
        let _ = write!(out, " sheet {sheet:?}");
    }
    for (name, number) in [
        ("page", place.page),
        ("slide", place.slide),
        ("table", place.table),
    ] {
        if let Some(number) = number {
            let _ = write!(out, " {name} {number}");
        }
    }
    out
}

fn format_note(note: &Note) -> String {
    format!(
        "note {} {}",
        note.code,
        serde_json::to_string(&note.args).unwrap()
    )
}

impl Receiver for Dump {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Place(id, place) => {
                self.places.insert(id, place);
            }
            Event::Chunk(chunk) => self.chunk(chunk),
            Event::Merge(place, merge) => {
                let place = format_place(&self.places[&place]);
                let (first, last) = (merge.first.name(), merge.last.name());
                self.line(&format!("merge [{place}] {first}:{last}"));
            }
            Event::Property { name, value } => self.line(&format!("property {name} = {value:?}")),
            Event::OpenMember(step) => {
                let name = String::from_utf8_lossy(&step.name).into_owned();
                self.line(&format!(
                    "member {} {name:?} as {:?}",
                    step.ordinal, step.decoder
                ));
                self.depth += 1;
            }
            Event::CloseMember(outcome) => {
                self.depth -= 1;
                self.line(&format!("end {}", outcome.as_str()));
            }
            Event::Note(note) => self.line(&format_note(&note)),
        }
        Ok(())
    }
}

fn dump(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: "",
    };
    let mut dump = Dump::default();
    let decoded = decode(&mut input, &Limits::default(), &mut dump);
    format!(
        "{} {}\n{}",
        decoded.format,
        decoded.outcome.as_str(),
        dump.out
    )
}

fn inputs() -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = fs::read_dir(source).unwrap().flatten();
    let data = folders.map(|folder| folder.path().join("tests/data"));
    let mut found: Vec<PathBuf> = data
        .filter_map(|data| fs::read_dir(data).ok())
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "in"))
        .collect();
    found.sort();
    found
}

/// With `WRITE_GOLDEN=1` the dumps are written anew.
#[test]
fn every_input_gives_its_dump() {
    let inputs = inputs();
    assert!(!inputs.is_empty());
    let mut wrong = String::new();
    let writes = std::env::var_os("WRITE_GOLDEN").is_some();
    for path in inputs {
        let found = dump(&path);
        if writes {
            fs::write(path.with_extension("out"), &found).unwrap();
        }
        let expected = fs::read_to_string(path.with_extension("out")).unwrap_or_default();
        if found != expected {
            let _ = writeln!(wrong, "{}:\n{found}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
