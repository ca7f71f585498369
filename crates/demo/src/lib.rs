//! The generator of the synthetic share with its ground truth.
//!
//! [`generate`] writes `share/` (the folders of boards and units), `plan/` (a document management plan as xlsx, a deletion
//! plan as csv) and `ground-truth.jsonl` beside them, in the form that the crate `sporhund-score` reads. The same options
//! give the same bytes: there is no clock, and chance comes from a seed. Who reads the code starts with [`document`] (what a
//! file holds), then `scene` (what lies on the share and what is true of it), then `write` (how a format is made).
//!
//! No number can belong to a living person; [`number`] says why. Mail addresses are at the example domains of RFC 2606 only.

pub mod document;
mod judged;
pub mod number;
mod plan;
mod random;
mod scene;
mod share;
mod words;
mod write;

pub use judged::generate_judged;
pub use share::{Manifest, Unit};

use jiff::civil::{Date, date};
use std::io;
use std::path::{Path, PathBuf};

/// What can be chosen.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day that verdicts are relative to; nothing is dated later.
    pub today: Date,
    /// Where chance starts from.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            today: date(2026, 11, 24),
            seed: 1,
        }
    }
}

/// Why the share could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DemoError {
    /// A file or folder could not be written.
    #[error("write {}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is a `share` already that this generator did not make, so it is not replaced.
    #[error("{} exists and has no ground-truth.jsonl beside it", path.display())]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// A document could not be made.
    #[error("make a {format} document: {reason}")]
    Format {
        /// Its format.
        format: &'static str,
        /// What the library says.
        reason: String,
    },
}

impl DemoError {
    pub(crate) fn format(format: &'static str, reason: &impl ToString) -> Self {
        DemoError::Format {
            format,
            reason: reason.to_string(),
        }
    }

    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        DemoError::Io {
            path: path.to_owned(),
            source,
        }
    }
}

/// Writes the share, its plans and its ground truth into `dir`, replacing those of an earlier run.
pub fn generate(dir: &Path, options: &Options) -> Result<Manifest, DemoError> {
    let mut share = share::Share::create(dir, options)?;
    scene::write_all(&mut share)?;
    let plans = plan::write_plans(&mut share)?;
    share.finish(plans)
}

#[cfg(test)]
mod tests;
