//! Decodes the files that are named and counts what comes: for timing by hand.
#![allow(clippy::print_stdout)]

use std::fs::File;
use std::time::Instant;

use sporhund_extract::{Input, Limits, decode};
use sporhund_model::{Event, Receiver, Stopped};

#[derive(Default)]
struct Count {
    chunks: u64,
    bytes: u64,
    notes: Vec<String>,
}

impl Receiver for Count {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Chunk(chunk) => {
                self.chunks += 1;
                self.bytes += u64::from(chunk.own.end - chunk.own.start);
            }
            Event::Note(note) => self.notes.push(note.code.into_owned()),
            _ => {}
        }
        Ok(())
    }
}

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let mut file = File::open(&path)?;
        let size = file.metadata()?.len();
        let extension = path.rsplit_once('.').map_or("", |(_, end)| end);
        let mut input = Input {
            reader: &mut file,
            size,
            extension,
        };
        let (mut count, start) = (Count::default(), Instant::now());
        let decoded = decode(&mut input, &Limits::default(), &mut count);
        println!(
            "{path}: {} {} {} bytes in {} chunks, {:?} {:?}",
            decoded.format,
            decoded.outcome.as_str(),
            count.bytes,
            count.chunks,
            start.elapsed(),
            count.notes
        );
    }
    Ok(())
}
