//! Changes the samples of the tests at random and decodes them, for so many seconds:
//! `cargo run -p sporhund-extract --example fuzz -- SECONDS [TARGET [START]]`.
//!
//! It needs no other tools than the compiler's own. Samples of the target's own format are its seeds, all samples where there is none. Of packages
//! one part is changed and packed again, so that changes reach the parts. Whatever panics or takes long is written to the current folder as
//! `crash-TARGET-NUMBER`, to become a seed of the tests; what ends the process shows the seed before it does.
#![allow(clippy::print_stdout)]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sporhund_extract::fuzz::{decode_any, decode_as, target_of};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What takes longer is told of.
const SLOW: Duration = Duration::from_secs(5);

fn samples(folder: &Path, to: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            samples(&path, to);
        } else if path.extension().is_some_and(|end| end == "in") {
            to.push(path);
        }
    }
}

/// Numbers that look random; the same ones each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

fn change(bytes: &mut Vec<u8>, random: &mut Random) {
    const TELLING: [u8; 6] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes.truncate(at.max(8)),
            1 => {
                let end = (at + random.below(64)).min(bytes.len());
                let copy: Vec<u8> = bytes.get(at..end).unwrap_or_default().to_vec();
                let to = random.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            2 => {
                let end = (at + random.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
            kind => {
                let value = if kind == 3 {
                    TELLING
                        .get(random.below(TELLING.len()))
                        .copied()
                        .unwrap_or(0)
                } else {
                    random.below(256) as u8
                };
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = value;
                }
            }
        }
    }
}

/// The parts of a package, unpacked; empty for anything else.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let count = package.len();
    let read = |at| {
        let mut file = package.by_index(at).ok()?;
        let mut part = Vec::new();
        file.read_to_end(&mut part).ok()?;
        Some((file.name().ok()?.into_owned(), part))
    };
    (0..count).filter_map(read).collect()
}

/// A package of the parts, with one of them changed.
fn change_part(parts: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let chosen = random.below(parts.len());
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (at, (name, part)) in parts.iter().enumerate() {
        let mut part = part.clone();
        if at == chosen && !part.is_empty() {
            change(&mut part, random);
        }
        if package.start_file(name, stored).is_ok() {
            let _ = package.write_all(&part);
        }
    }
    package.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A sample and, of a package, its parts.
struct Seed {
    path: PathBuf,
    bytes: Vec<u8>,
    parts: Vec<(String, Vec<u8>)>,
}

impl Seed {
    fn read(path: &Path) -> Option<Self> {
        let bytes = fs::read(path).ok()?;
        Some(Seed {
            path: path.to_owned(),
            parts: parts(&bytes),
            bytes,
        })
    }

    fn changed(&self, random: &mut Random) -> Vec<u8> {
        if self.parts.is_empty() || random.below(4) == 0 {
            let mut bytes = self.bytes.clone();
            change(&mut bytes, random);
            return bytes;
        }
        change_part(&self.parts, random)
    }
}

/// The samples that the target reads by their content; all of them where there is none.
fn seeds(target: &str) -> Vec<Seed> {
    let mut paths = Vec::new();
    samples(Path::new(env!("CARGO_MANIFEST_DIR")), &mut paths);
    paths.sort();
    let all: Vec<Seed> = paths.iter().filter_map(|path| Seed::read(path)).collect();
    let own = |seed: &Seed| target_of(&seed.bytes) == Some(target);
    if all.iter().any(own) {
        return all.into_iter().filter(own).collect();
    }
    all
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|seconds| seconds.parse().ok());
    let target = arguments.next().unwrap_or_default();
    let start = arguments.next().and_then(|start| start.parse::<u64>().ok());
    let end = Instant::now() + Duration::from_secs(seconds.unwrap_or(60));
    let seeds = seeds(&target);
    let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ start.unwrap_or(0));
    let (mut runs, mut found) = (0u64, 0u32);
    while Instant::now() < end && !seeds.is_empty() {
        let Some(seed) = seeds.get(random.below(seeds.len())) else {
            break;
        };
        let bytes = seed.changed(&mut random);
        // Kept until it is decoded, so that what ends the process is not lost.
        let _ = fs::write(format!("crash-{target}-last"), &bytes);
        let start = Instant::now();
        let decode = || {
            if target.is_empty() {
                decode_any(&bytes);
            } else {
                decode_as(&target, &bytes);
            }
        };
        let fine = std::panic::catch_unwind(decode).is_ok();
        runs += 1;
        if !fine || start.elapsed() > SLOW {
            let name = format!("crash-{target}-{found}");
            let _ = fs::write(&name, &bytes);
            println!("{name}\t{:?}\t{:?}", seed.path, start.elapsed());
            found += 1;
        }
    }
    let _ = fs::remove_file(format!("crash-{target}-last"));
    println!("{target}: {runs} runs, {found} found");
}
