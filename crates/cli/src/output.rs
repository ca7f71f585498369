//! Where results go.

use anyhow::{Context, Result};
use sporhund_report::ReportError;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

/// Whether an error only says that nobody reads on.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
            || cause
                .downcast_ref::<ReportError>()
                .is_some_and(ReportError::is_broken_pipe)
    })
}

/// Writes a file that its owner alone can read, or stdout where no file is named. A file is written beside its name and
/// moved there once it is whole, so that a full disk never leaves half a report.
pub fn write_to(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    let Some(path) = path else {
        let mut stdout = BufWriter::new(io::stdout().lock());
        write(&mut stdout)?;
        return stdout.flush().context("write to stdout");
    };
    if path.exists() && !path.is_file() {
        let file = sporhund_platform::create_private(path);
        return write_whole(
            file.with_context(|| format!("write {}", path.display()))?,
            path,
            write,
        );
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let made = sporhund_platform::create_private_temp(folder, ".sporhund-");
    let (file, temporary) = made.with_context(|| format!("write {}", path.display()))?;
    let result = write_whole(file, path, write).and_then(|()| {
        std::fs::rename(&temporary, path).with_context(|| format!("write {}", path.display()))
    });
    if result.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    result
}

/// Writes a file that others may read, for figures and units of the system; whole or not at all.
pub fn write_shared(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    write_to(Some(path), write)?;
    sporhund_platform::open_to_others(path).with_context(|| format!("write {}", path.display()))
}

fn write_whole(
    file: std::fs::File,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    let mut file = BufWriter::new(file);
    let context = || format!("write {}", path.display());
    write(&mut file).with_context(context)?;
    file.flush().with_context(context)
}

/// Whether stdout is coloured.
pub fn is_coloured(color: crate::args::Color) -> bool {
    match color {
        crate::args::Color::Always => true,
        crate::args::Color::Never => false,
        crate::args::Color::Auto => {
            io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    }
}
