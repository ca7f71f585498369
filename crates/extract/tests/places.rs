//! Every place where text hides, in each format: `tests/data/places/FORMAT.in` has a value planted in each place that
//! `FORMAT.places` lists (the scripts of `tests/make` write both), and `docs/formats.md` tells which are found.
//!
//! `cargo test -p sporhund-extract --test places -- --ignored` writes the page anew; read the difference before it is kept.

// Test files: the lint's own exception reaches only functions marked as tests.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use sporhund_extract::{Input, Limits, decode};
use sporhund_model::{Event, Part, Place, PlaceId, Receiver, Stopped};

/// Texts with their parts; what a reader sees as one text is one here.
#[derive(Default)]
struct Texts {
    places: BTreeMap<PlaceId, Place>,
    /// Each text with the part of each of its stretches and where that begins.
    found: Vec<(Vec<(usize, Part)>, String)>,
}

impl Receiver for Texts {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Place(id, place) => {
                self.places.insert(id, place);
            }
            Event::OpenMember(step) => {
                let name = String::from_utf8_lossy(&step.name).into_owned();
                self.found.push((vec![(0, Part::Name)], name));
            }
            Event::Chunk(chunk) => {
                for (at, segment) in chunk.segments.iter().enumerate() {
                    let next = chunk.segments.get(at + 1);
                    let end = next.map_or(chunk.text.len(), |next| next.start as usize);
                    let text = &chunk.text[segment.start as usize..end];
                    let part = self.places[&segment.place].part;
                    match self.found.last_mut() {
                        Some((parts, last)) if segment.join == sporhund_model::Join::None => {
                            parts.push((last.len(), part));
                            last.push_str(text);
                        }
                        _ => self.found.push((vec![(0, part)], text.to_owned())),
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn texts(path: &Path) -> Texts {
    let bytes = fs::read(path).unwrap();
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: "",
    };
    let mut texts = Texts::default();
    decode(&mut input, &Limits::default(), &mut texts);
    texts
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/places")
}

fn formats() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "places"))
        .collect();
    paths.sort();
    paths
}

/// The word for a part in the page.
fn word(part: Part) -> String {
    let name = serde_json::to_string(&part).unwrap();
    name.trim_matches('"').replace('_', " ")
}

struct Line {
    place: String,
    found: Option<Part>,
    why: String,
}

fn lines(list: &Path) -> Vec<Line> {
    let texts = texts(&list.with_extension("in"));
    let listed = fs::read_to_string(list).unwrap();
    listed
        .lines()
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let found = texts.found.iter().find_map(|(parts, text)| {
                let at = text.find(fields[1])?;
                parts
                    .iter()
                    .rfind(|(start, _)| *start <= at)
                    .map(|(_, part)| *part)
            });
            Line {
                place: fields[0].to_owned(),
                found,
                why: fields[2].to_owned(),
            }
        })
        .collect()
}

fn page() -> String {
    let mut page = String::from(
        "# Where text is found\n\n\
         In each format a value was planted in every place where text can hide, and the document read. This page is made of what\n\
         was found (`crates/extract/tests/places.rs`), and a test keeps it current. The second column says as what a finding there\n\
         is shown, or why it is not found.\n",
    );
    for list in formats() {
        let name = list.file_stem().unwrap().to_string_lossy().into_owned();
        let _ = write!(page, "\n## {name}\n\n| place | found as |\n| --- | --- |\n");
        for line in lines(&list) {
            let found = match line.found {
                Some(part) => word(part),
                None => format!("not found: {}", line.why),
            };
            let _ = writeln!(page, "| {} | {found} |", line.place);
        }
    }
    page
}

fn page_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md")
}

#[test]
fn every_place_is_found_or_says_why_not() {
    let mut wrong = String::new();
    for list in formats() {
        for line in lines(&list) {
            if line.found.is_some() != line.why.is_empty() {
                let _ = writeln!(wrong, "{}: {}", list.display(), line.place);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// With `WRITE_GOLDEN=1` the page is written anew.
#[test]
fn the_page_of_formats_is_current() {
    if std::env::var_os("WRITE_GOLDEN").is_some() {
        fs::write(page_path(), page()).unwrap();
    }
    assert_eq!(fs::read_to_string(page_path()).unwrap_or_default(), page());
}
