//! `store`: care for what is kept.

use crate::args::{ScanFlags, StoreCommand, StoreFlags, StorePlace};
use crate::{ERROR, merge, output, places};
use anyhow::{Context, Result, bail};
use jiff::{Timestamp, ToSpan};
use sporhund_model::Arg;
use sporhund_report::Messages;
use sporhund_store::{Fault, Key, Store, WriterLock};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(flags: &StoreFlags, messages: &Messages) -> Result<u8> {
    match &flags.command {
        StoreCommand::Check { place } => check(place, messages),
        StoreCommand::Vacuum { place } => vacuum(place, messages),
        StoreCommand::Backup { to, place } => backup(to, place, messages),
        StoreCommand::Purge { older_than, place } => purge(older_than, place, messages),
        StoreCommand::Rekey { place } => rekey(place, messages),
        StoreCommand::Dump { place } => {
            let (store, _) = open(place)?;
            output::write_to(None, |to| Ok(store.dump(to)?))?;
            Ok(0)
        }
    }
}

/// The store's file, by flag or configuration.
pub fn path_of(place: &StorePlace) -> Result<PathBuf> {
    match merged(place)?.store {
        Some(path) => Ok(path),
        None => places::default_store(),
    }
}

fn merged(place: &StorePlace) -> Result<ScanFlags> {
    merge::merged(&ScanFlags {
        store: place.store.clone(),
        key: place.key.clone(),
        config: place.config.clone(),
        profile_name: place.profile.clone(),
        ..ScanFlags::default()
    })
}

/// Opens a store that is there; a command that cares for one never makes one.
pub fn open(place: &StorePlace) -> Result<(Store, PathBuf)> {
    let path = path_of(place)?;
    if !path.exists() {
        bail!("{}: there is no store", path.display());
    }
    Ok((Store::open(&path)?, path))
}

/// The right to write, until it is dropped.
pub fn lock(path: &Path) -> Result<WriterLock> {
    let now = jiff::ZonedDateTime::now()
        .strftime("%Y-%m-%d %H:%M:%S")
        .to_string();
    Ok(WriterLock::take(path, &now)?)
}

fn key_path(place: &StorePlace) -> Result<PathBuf> {
    match merged(place)?.key {
        Some(path) => Ok(path),
        None => places::default_key(),
    }
}

fn say(line: &str) -> Result<()> {
    output::write_to(None, |to| Ok(writeln!(to, "{line}")?))
}

fn check(place: &StorePlace, messages: &Messages) -> Result<u8> {
    let (store, _) = open(place)?;
    let mut faults: Vec<String> = store
        .check()?
        .iter()
        .map(|fault| worded(fault, messages))
        .collect();
    let key = key_path(place)?;
    if key.exists() {
        match (Key::load(&key), store.key_id()?) {
            (Err(error), _) => faults.push(error.to_string()),
            (Ok(key), Some(id)) if key.id() != id => faults.push(messages.label("store-other-key")),
            _ => {}
        }
    }
    if faults.is_empty() {
        say(&messages.label("store-whole"))?;
        return Ok(0);
    }
    output::write_to(None, |to| {
        faults
            .iter()
            .try_for_each(|fault| Ok(writeln!(to, "{fault}")?))
    })?;
    Ok(ERROR)
}

fn worded(fault: &Fault, messages: &Messages) -> String {
    match fault {
        Fault::Damaged(what) => messages.text("store-damaged", &[("what", what.as_str().into())]),
        Fault::Orphans(table, rows) => {
            let args = [
                ("table", Arg::from(table.as_str())),
                ("rows", Arg::from(*rows)),
            ];
            messages.text("store-orphans", &args)
        }
        Fault::Unreadable(what) => {
            messages.text("store-unreadable", &[("what", what.as_str().into())])
        }
    }
}

fn vacuum(place: &StorePlace, messages: &Messages) -> Result<u8> {
    let (store, path) = open(place)?;
    let _lock = lock(&path)?;
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
    let before = size(&path);
    store.vacuum()?;
    let args = [
        ("before", Arg::from(messages.bytes(before))),
        ("after", Arg::from(messages.bytes(size(&path)))),
    ];
    say(&messages.text("store-vacuumed", &args))?;
    Ok(0)
}

fn backup(to: &Path, place: &StorePlace, messages: &Messages) -> Result<u8> {
    let (store, _) = open(place)?;
    store.backup(to)?;
    let path = to.display().to_string();
    say(&messages.text("store-backed-up", &[("path", path.into())]))?;
    Ok(0)
}

fn purge(older_than: &str, place: &StorePlace, messages: &Messages) -> Result<u8> {
    let days = days(older_than)?;
    let (store, path) = open(place)?;
    let _lock = lock(&path)?;
    let before = Timestamp::now().checked_sub((days * 24).hours());
    let purged = store.purge(before.context("--older-than: too long ago")?)?;
    let args = [
        ("files", Arg::from(purged.files)),
        ("scans", Arg::from(purged.scans)),
    ];
    say(&messages.text("store-purged", &args))?;
    Ok(0)
}

/// `400`, `400d`, `52w`, `24m` or `2y`.
fn days(text: &str) -> Result<i64> {
    let wrong = || format!("--older-than: {text} is no age; right would be 400d, 24m or 2y");
    let (number, unit) = match text.find(|sign: char| !sign.is_ascii_digit()) {
        Some(at) => text.split_at(at),
        None => (text, "d"),
    };
    let number: i64 = number.parse().with_context(wrong)?;
    let each = match unit {
        "d" => 1,
        "w" => 7,
        "m" => 31,
        "y" => 366,
        _ => bail!("{}", wrong()),
    };
    number
        .checked_mul(each)
        .filter(|days| *days <= 366 * 1_000)
        .with_context(wrong)
}

/// The new key is written beside the old one before the store is changed, and takes its place after: whenever the process dies,
/// the key of the store is in one of both files, and the command run again ends what was begun.
fn rekey(place: &StorePlace, messages: &Messages) -> Result<u8> {
    let (store, path) = open(place)?;
    let _lock = lock(&path)?;
    let key_path = key_path(place)?;
    let mut next_path = key_path.clone().into_os_string();
    next_path.push(".new");
    let next_path = PathBuf::from(next_path);
    let old = Key::load(&key_path)?;
    let next = if next_path.exists() {
        Key::load(&next_path)?
    } else {
        let next = old.followed()?;
        next.save(&next_path)?;
        next
    };
    if store.key_id()? != Some(next.id()) {
        store.rekey(&old, &next)?;
    }
    std::fs::rename(&next_path, &key_path)
        .with_context(|| format!("write the key {}", key_path.display()))?;
    let path = key_path.display().to_string();
    say(&messages.text("store-rekeyed", &[("path", path.into())]))?;
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_with_their_unit() {
        for (text, expected) in [
            ("30", 30),
            ("400d", 400),
            ("2w", 14),
            ("24m", 744),
            ("2y", 732),
        ] {
            assert_eq!(days(text).unwrap(), expected, "{text}");
        }
        for wrong in [
            "",
            "d",
            "3 days",
            "9999999y",
            "-1d",
            "99999999999999999999d",
        ] {
            assert!(days(wrong).is_err(), "{wrong}");
        }
    }
}
