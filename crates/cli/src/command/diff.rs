//! `diff`: which files came, went and changed between two scans, and how the figures moved.

use crate::args::{DiffFlags, Format};
use crate::command::store;
use crate::output;
use anyhow::{Context, Result, bail};
use sporhund_model::ScanFigures;
use sporhund_report::{DiffWriter, Messages, write_trend};
use sporhund_store::{Difference, Store};
use std::io::{self, Write};

/// Runs the command.
pub fn run(flags: &DiffFlags, messages: &Messages) -> Result<u8> {
    let (store, _) = store::open(&flags.place)?;
    let scans = store.scans()?;
    let (from, to) = chosen(flags, &scans)?;
    output::write_to(None, |out| {
        if flags.format == Format::Human {
            write_trend(from, to, messages, out)?;
        }
        let between = Difference {
            from: from.id,
            to: to.id,
        };
        write_changes(&store, between, flags.format, messages, out)
    })?;
    Ok(0)
}

/// Writes the files that differ between two scans.
pub fn write_changes(
    store: &Store,
    between: Difference,
    format: Format,
    messages: &Messages,
    out: &mut dyn Write,
) -> Result<()> {
    let mut writer = DiffWriter::new(messages, format == Format::Jsonl, out);
    let mut failed: Option<io::Error> = None;
    store.for_each_change(between, &mut |change| {
        if failed.is_none() {
            failed = writer.change(change).err();
        }
        Ok(())
    })?;
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(writer.finish()?),
    }
}

/// The scans that were named; without names the last two that came to their end.
fn chosen<'a>(
    flags: &DiffFlags,
    scans: &'a [ScanFigures],
) -> Result<(&'a ScanFigures, &'a ScanFigures)> {
    let find = |number: u64| {
        let found = scans.iter().find(|scan| scan.id == number);
        found.with_context(|| format!("there is no scan {number}; `sporhund history` lists them"))
    };
    let (from, to) = match (flags.from, flags.to) {
        (Some(from), Some(to)) => (find(from)?, find(to)?),
        (Some(from), None) => (find(from)?, scans.last().context("there is no scan")?),
        (None, _) => {
            let mut done = scans.iter().filter(|scan| scan.finished.is_some()).rev();
            let to = done.next().context("there is no scan to compare")?;
            (done.next().context("there is only one scan")?, to)
        }
    };
    if from.id >= to.id {
        bail!("the first scan must be the earlier one");
    }
    Ok((from, to))
}
