//! Prints all the text that is read from each of the files given: `cargo run -p sporhund-extract --example text FILE…`.
//!
//! With `--out FOLDER` as the first two arguments each file's text goes to a file of its name in the folder, and how it
//! ended, its milliseconds and its notes are printed.
#![allow(clippy::print_stdout)]

use sporhund_extract::{Input, Limits, decode};
use sporhund_model::{Event, Receiver, Stopped};
use std::fs::File;
use std::path::Path;
use std::time::Instant;

#[derive(Default)]
struct Collect {
    text: String,
    notes: Vec<String>,
}

impl Receiver for Collect {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Chunk(chunk) => {
                let own = chunk.own.start as usize..chunk.own.end as usize;
                self.text.push_str(chunk.text.get(own).unwrap_or_default());
            }
            Event::Note(note) => self.notes.push(format!("{} {:?}", note.code, note.args)),
            _ => {}
        }
        Ok(())
    }
}

fn read(path: &Path) -> std::io::Result<(Collect, String)> {
    let mut file = File::open(path)?;
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase());
    let mut input = Input {
        size: file.metadata()?.len(),
        reader: &mut file,
        extension: &extension.unwrap_or_default(),
    };
    let mut collect = Collect::default();
    let decoded = decode(&mut input, &Limits::default(), &mut collect);
    Ok((collect, format!("{} {:?}", decoded.format, decoded.outcome)))
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1).peekable();
    let out = arguments.next_if_eq("--out").and_then(|_| arguments.next());
    for path in arguments {
        let start = Instant::now();
        let (collect, outcome) = read(Path::new(&path))?;
        let Some(out) = &out else {
            println!("{}", collect.text);
            continue;
        };
        let name = Path::new(&path).file_name().unwrap_or_default();
        std::fs::write(
            Path::new(out).join(name).with_added_extension("txt"),
            &collect.text,
        )?;
        let milliseconds = start.elapsed().as_millis();
        println!(
            "{path}\t{outcome}\t{milliseconds}\t{}",
            collect.notes.join("; ")
        );
    }
    Ok(())
}
