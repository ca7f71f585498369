//! The fuzz targets over their seeds: every decoder takes every sample, also those of other formats.

// Test files: the lint's own exception reaches only functions marked as tests.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use sporhund_extract::fuzz::{TARGETS, decode_as};

fn seeds(folder: &Path, to: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            seeds(&path, to);
        } else if path.extension().is_some_and(|end| end == "in") {
            to.push(path);
        }
    }
}

#[test]
fn every_decoder_takes_every_seed() {
    let mut paths = Vec::new();
    seeds(Path::new(env!("CARGO_MANIFEST_DIR")), &mut paths);
    assert!(paths.len() > 40);
    for path in paths {
        let bytes = fs::read(path).unwrap();
        for (name, _) in TARGETS {
            decode_as(name, &bytes);
        }
    }
}

#[test]
fn every_target_has_its_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let list = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for (name, format) in TARGETS {
        let target = fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("\"{name}\"")), "{name}");
        assert!(list.contains(&format!("name = \"{name}\"")), "{name}");
        assert!(format.decoder().is_some(), "{name}");
    }
}
