//! Changes the samples of the tests at random and decodes them, for so many seconds:
//! `cargo run -p sporhund-extract --example fuzz -- SECONDS [PART OF A SAMPLE'S NAME]`.
//!
//! It needs no other tools than the compiler's own. Whatever panics or takes long is written to the current folder as
//! `crash-NUMBER`, to become a seed of the tests; what ends the process shows the seed before it does.
#![allow(clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sporhund_extract::fuzz::decode_any;

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

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|seconds| seconds.parse().ok());
    let wanted = arguments.next().unwrap_or_default();
    let end = Instant::now() + Duration::from_secs(seconds.unwrap_or(60));
    let mut paths = Vec::new();
    samples(Path::new(env!("CARGO_MANIFEST_DIR")), &mut paths);
    paths.retain(|path| path.to_string_lossy().contains(&wanted));
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect();
    let (mut random, mut runs, mut found) = (Random(0x9E37_79B9_7F4A_7C15), 0u64, 0u32);
    while Instant::now() < end && !seeds.is_empty() {
        let seed = random.below(seeds.len());
        let mut bytes = seeds.get(seed).cloned().unwrap_or_default();
        change(&mut bytes, &mut random);
        // Kept until it is decoded, so that what ends the process is not lost.
        let _ = fs::write("crash-last", &bytes);
        let start = Instant::now();
        let fine = std::panic::catch_unwind(|| decode_any(&bytes)).is_ok();
        runs += 1;
        if !fine || start.elapsed() > SLOW {
            let name = format!("crash-{found}");
            let _ = fs::write(&name, &bytes);
            println!("{name}\t{:?}\t{:?}", paths.get(seed), start.elapsed());
            found += 1;
        }
    }
    let _ = fs::remove_file("crash-last");
    println!("{runs} runs, {found} found");
}
