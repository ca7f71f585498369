//! `explain`: why a file has these findings and this verdict.

use crate::args::{ExplainFlags, ScanFlags};
use crate::command::scan;
use crate::{merge, output, places, settings};
use anyhow::{Context, Result};
use sporhund_model::{ItemRecord, Records, RelPath, Root};
use sporhund_report::{ExplainOptions, Messages, write_explain};
use sporhund_store::{Key, Mentions, Store, Values};
use std::path::Path;

/// Explains a file from the store of its last scan, or else from a scan of the file alone.
pub fn run(flags: &ExplainFlags, messages: &Messages) -> Result<u8> {
    let scan_flags = merge::merged(&ScanFlags {
        config: flags.config.clone(),
        store: flags.store.clone(),
        plan: flags.plan.clone(),
        ..ScanFlags::default()
    })?;
    let absolute = places::absolute(&flags.path);
    let kept = match (&scan_flags.store, flags.plan.is_empty()) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => places::default_store().ok(),
        (None, false) => None,
    };
    let found = match kept.filter(|path| path.exists()) {
        Some(path) => find(&Store::open(&path)?, &absolute)?,
        None => None,
    };
    let (record, root) = match found {
        Some(found) => found,
        None => scan_alone(&flags.path, scan_flags, messages)?,
    };
    output::write_to(None, |to| {
        let options = ExplainOptions::default();
        Ok(write_explain(&record, Some(&root), messages, &options, to)?)
    })?;
    Ok(0)
}

/// The file among the roots of the last scan.
fn find(store: &Store, absolute: &Path) -> Result<Option<(ItemRecord, Root)>> {
    let Some(scan) = store.find_last_scan()? else {
        return Ok(None);
    };
    for root in scan.roots {
        let Ok(below) = absolute.strip_prefix(places::absolute(&root.path)) else {
            continue;
        };
        if let Some(record) = store.find_item(&root.name, &rel_path(below))? {
            return Ok(Some((record, root)));
        }
    }
    Ok(None)
}

fn rel_path(below: &Path) -> RelPath {
    let mut bytes = Vec::new();
    for name in below {
        if !bytes.is_empty() {
            bytes.push(b'/');
        }
        bytes.extend(sporhund_platform::name_bytes(name));
    }
    RelPath::new(bytes)
}

fn scan_alone(path: &Path, flags: ScanFlags, messages: &Messages) -> Result<(ItemRecord, Root)> {
    let flags = ScanFlags {
        paths: vec![path.to_owned()],
        no_store: true,
        store: None,
        ..flags
    };
    let key = Key::generate()?;
    let config = settings::audit(&flags, &key, messages.language())?;
    let mut store = Store::anonymous(&std::env::temp_dir(), Values::Drop)?;
    let summary = scan::audit(&config, &mut store, messages)?;
    let mut first = None;
    store.records(Mentions::With).for_each(&mut |record| {
        first.get_or_insert_with(|| record.clone());
        Ok(())
    })?;
    let record = first.with_context(|| match summary.roots_not_read.first() {
        Some((_, note)) => messages.note(note),
        None => format!("{}: nothing was read", path.display()),
    })?;
    let root = summary.scan.roots.into_iter().next().context("no root")?;
    Ok((record, root))
}
