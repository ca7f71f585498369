//! Precision, recall and F1 of a scan against a labelled folder (for developers).
fn main() {}
