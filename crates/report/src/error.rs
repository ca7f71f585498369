//! What can go wrong while a report is written.

use std::io;
use thiserror::Error;

/// Why a report is not whole.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The output took no more: the disk is full, or the reader of a pipe has gone.
    #[error("the report could not be written: {0}")]
    Write(#[source] io::Error),
    /// The results could not be read.
    #[error("the results could not be read: {0}")]
    Read(#[source] io::Error),
    /// A page could not be put together.
    #[error("the page could not be made: {0}")]
    Page(#[from] askama::Error),
}

impl ReportError {
    /// Whether the reader of a pipe has gone, which is no error of the run.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, ReportError::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
