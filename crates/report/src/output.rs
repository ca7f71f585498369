//! A writer that remembers that it failed, so that a full disk is told from a store that cannot be read.

use crate::error::ReportError;
use std::io::{self, Write};

/// Wraps the output of a report.
pub(crate) struct Output<'a> {
    to: &'a mut dyn Write,
    failed: bool,
}

impl<'a> Output<'a> {
    pub(crate) fn new(to: &'a mut dyn Write) -> Self {
        Output { to, failed: false }
    }

    /// Flushes, and sorts the error of `result` by whose it is.
    pub(crate) fn finish(mut self, result: io::Result<()>) -> Result<(), ReportError> {
        match result.and_then(|()| self.flush()) {
            Ok(()) => Ok(()),
            Err(error) if self.failed => Err(ReportError::Write(error)),
            Err(error) => Err(ReportError::Read(error)),
        }
    }

    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        self.failed |= result
            .as_ref()
            .is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        result
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.to.write(bytes);
        if matches!(result, Ok(0)) && !bytes.is_empty() {
            self.failed = true;
        }
        self.note(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.to.flush();
        self.note(result)
    }
}
