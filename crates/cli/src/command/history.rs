//! `history`: the scans of a store with their figures.

use crate::args::{Format, HistoryFlags};
use crate::command::store;
use crate::output;
use anyhow::Result;
use sporhund_report::{Messages, write_history, write_history_jsonl};

/// Runs the command.
pub fn run(flags: &HistoryFlags, messages: &Messages) -> Result<u8> {
    let (store, _) = store::open(&flags.place)?;
    let scans = store.scans()?;
    output::write_to(None, |to| match flags.format {
        Format::Human => Ok(write_history(&scans, messages, to)?),
        Format::Jsonl => Ok(write_history_jsonl(&scans, to)?),
    })?;
    Ok(0)
}
