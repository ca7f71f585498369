//! Decodes every file under a folder in a child process each, and tells what came of it:
//! `cargo run --release -p sporhund-extract --example batch -- FOLDER [SECONDS]`.
//!
//! A line a file: path, format, outcome, milliseconds, bytes of text, notes. A child that dies is told as `crashed`, one that is
//! not done in time as `hung`. Sums stand at the end.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sporhund_extract::{Input, Limits, decode};
use sporhund_model::{Event, Outcome, Receiver, Stopped};

#[derive(Default)]
struct Count {
    bytes: u64,
    members: BTreeMap<String, u32>,
    notes: Vec<String>,
}

impl Receiver for Count {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Chunk(chunk) => self.bytes += u64::from(chunk.own.end - chunk.own.start),
            Event::Note(note) => self.notes.push(format!("{} {:?}", note.code, note.args)),
            Event::CloseMember(outcome) if outcome != Outcome::Scanned => {
                *self.members.entry(outcome.as_str().to_owned()).or_default() += 1;
            }
            _ => {}
        }
        Ok(())
    }
}

/// What the child does: one file, one line.
fn child(path: &Path) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    let extension = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let mut input = Input {
        size: file.metadata()?.len(),
        reader: &mut file,
        extension: &extension,
    };
    let (mut count, start) = (Count::default(), Instant::now());
    let decoded = decode(&mut input, &Limits::default(), &mut count);
    println!(
        "{}\t{}\t{}\t{}\t{}{:?}",
        decoded.format,
        decoded.outcome.as_str(),
        start.elapsed().as_millis(),
        count.bytes,
        count.notes.join("; "),
        count.members,
    );
    Ok(())
}

fn run(path: &Path, limit: Duration) -> std::io::Result<String> {
    let mut process = Command::new(std::env::current_exe()?)
        .arg("--one")
        .arg(path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let start = Instant::now();
    loop {
        if let Some(status) = process.try_wait()? {
            let mut line = String::new();
            if let Some(mut out) = process.stdout.take() {
                out.read_to_string(&mut line)?;
            }
            return Ok(if status.success() {
                line.trim_end().to_owned()
            } else {
                format!("-\tcrashed\t{}\t0\t{status}", start.elapsed().as_millis())
            });
        }
        if start.elapsed() > limit {
            process.kill()?;
            process.wait()?;
            return Ok(format!("-\thung\t{}\t0\t", limit.as_millis()));
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn files(folder: &Path, to: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, to)?;
        } else if path.is_file() {
            to.push(path);
        }
    }
    Ok(())
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next().unwrap_or_default();
    if first == "--one" {
        return child(Path::new(&arguments.next().unwrap_or_default()));
    }
    let seconds = arguments.next().and_then(|seconds| seconds.parse().ok());
    let limit = Duration::from_secs(seconds.unwrap_or(62));
    let mut paths = Vec::new();
    files(Path::new(&first), &mut paths)?;
    paths.sort();
    let mut sums: BTreeMap<(String, String), u32> = BTreeMap::new();
    for path in paths {
        let line = run(&path, limit)?;
        println!("{}\t{line}", path.display());
        let mut fields = line.split('\t').map(str::to_owned);
        let key = (
            fields.next().unwrap_or_default(),
            fields.next().unwrap_or_default(),
        );
        *sums.entry(key).or_default() += 1;
    }
    for ((format, outcome), count) in sums {
        println!("sum\t{format}\t{outcome}\t{count}");
    }
    Ok(())
}
