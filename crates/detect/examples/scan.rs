//! Scans text files in this process and tells the speed: `cargo run --release -p sporhund-detect --example scan -- FILE…`.
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "../tests/common/mod.rs"]
mod common;

use sporhund_detect::{DocumentHead, Occurrences, Settings, Values};
use sporhund_model::{Chunk, Event, Origin, Part, Place, PlaceId, Receiver, Segment};
use std::path::Path;
use std::time::Instant;

/// Bytes of a chunk, as the reader of plain text makes them.
const CHUNK: usize = 64 * 1024;

fn main() {
    let rules = common::rules();
    let settings = Settings {
        values: Values::Drop,
        occurrences: Occurrences::Samples,
        ..common::settings()
    };
    let mut scanner = rules.scanner(&settings);
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let is_csv = Path::new(&path)
            .extension()
            .is_some_and(|found| found == "csv");
        let delimiter = is_csv.then_some(b';');
        let start = Instant::now();
        scanner.begin(&DocumentHead::default());
        let _ = scanner.receive(Event::Place(PlaceId(0), Place::part(Part::Body)));
        let mut chunk = Chunk::default();
        let mut from = 0;
        while from < text.len() {
            let mut to = (from + CHUNK).min(text.len());
            while !text.is_char_boundary(to) {
                to -= 1;
            }
            chunk.clear();
            chunk.text.push_str(text.get(from..to).unwrap_or_default());
            chunk.segments.push(Segment::default());
            chunk.own = 0..chunk.text.len() as u32;
            chunk.origin = Some(Origin {
                byte: from as u64,
                delimiter,
                ..Origin::default()
            });
            let _ = scanner.receive(Event::Chunk(&chunk));
            from = to;
        }
        let found = rules.assess(scanner.finish(), &settings);
        let seconds = start.elapsed().as_secs_f64();
        let findings: u64 = found.assessment.counts.values().sum();
        println!(
            "{path}: {:.0} MB/s, {findings} findings",
            text.len() as f64 / 1e6 / seconds
        );
    }
}
