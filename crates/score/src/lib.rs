//! Precision, recall and F1 of a scan against a labelled folder.
//!
//! [`truth`] and [`scan`] read the two files of JSON lines, [`measure()`] compares them, [`table`] shows the [`Score`].
//! Keys are opaque to [`measure()`]: the command line compares normalised values, the self-check of the demo compares
//! fingerprints. One thing a reader could not guess: a value counts once a file, however often it stands there, since a
//! scan may sample repeated occurrences.

pub mod key;
pub mod labelled;
pub mod measure;
pub mod paths;
pub mod scan;
pub mod share;
pub mod subjects;
pub mod synth;
pub mod table;
pub mod truth;

pub use key::normal_key;
pub use measure::{Entry, Options, Score, measure};
pub use scan::{Found, Scan, read_scan};
pub use share::Share;
pub use truth::{Planted, Truth, Verdict, read_truth, read_truth_with};

/// Why a file of JSON lines could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ScoreError {
    /// A line is not the JSON object that it should be.
    #[error("line {line}: {source}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What the reader of JSON says.
        source: serde_json::Error,
    },
    /// The file could not be read.
    #[error("line {line}: {source}")]
    Read {
        /// The line, from 1.
        line: usize,
        /// What the system says.
        source: std::io::Error,
    },
}

/// Reads every line that is not blank as a `T` and hands it over.
fn each_line<T: serde::de::DeserializeOwned>(
    from: impl std::io::BufRead,
    mut take: impl FnMut(T),
) -> Result<(), ScoreError> {
    for (index, text) in from.lines().enumerate() {
        let line = index + 1;
        let text = text.map_err(|source| ScoreError::Read { line, source })?;
        if !text.trim().is_empty() {
            take(serde_json::from_str(&text).map_err(|source| ScoreError::Line { line, source })?);
        }
    }
    Ok(())
}
