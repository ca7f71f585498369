//! Prints `docs/detectors.md`.
#![expect(clippy::print_stdout, reason = "the page is what it is for")]

#[path = "../tests/common/mod.rs"]
mod common;

fn main() {
    print!("{}", common::rules().markdown());
}
