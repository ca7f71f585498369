//! `plan link` and `plan suggest`: which rows stored files are linked to, and which folders want a line of the mapping. No
//! file is read: names and what the last scan stored say it.

use crate::args::{Format, StoredFlags};
use crate::command::judge;
use crate::{merge, output, places, settings};
use anyhow::Result;
use serde::Serialize;
use sporhund_model::{Arg, Candidate, Item, ItemRecord, Records, RelPath, Root};
use sporhund_report::Messages;
use sporhund_retention::judge::Judge;
use sporhund_retention::suggest::{Suggestion, Suggestions};
use sporhund_store::{Mentions, Store};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Shows the rows that may fit each file.
pub fn link(
    paths: &[PathBuf],
    by: &StoredFlags,
    format: Format,
    messages: &Messages,
) -> Result<u8> {
    let flags = merge::merged(&by.as_scan())?;
    let (plans, judging) = settings::stored(&flags, messages.language())?;
    let judge = Judge::new(plans, judging)?;
    // Without a store the names say what they can.
    let store = judge::open(&settings::settings(&flags)?.store, messages).ok();
    output::write_to(None, |to| {
        for path in paths {
            link_path(path, store.as_ref(), &mut |path, record| {
                write_link(path, &judge.link(record), (format, messages), to)
            })?;
        }
        Ok(())
    })?;
    Ok(0)
}

type Visit<'v> = &'v mut dyn FnMut(&str, &ItemRecord) -> io::Result<()>;

/// The stored files at or below a path; the path itself where none is stored.
fn link_path(path: &Path, store: Option<&Store>, visit: Visit<'_>) -> Result<()> {
    let absolute = places::absolute(path);
    let mut found = false;
    if let Some(store) = store {
        let scan = store.scan()?;
        for root in &scan.roots {
            found |= link_stored(store, root, &absolute, visit)?;
        }
    }
    if !found {
        let record = ItemRecord {
            item: Item {
                path: RelPath::from(path.to_string_lossy().as_ref()),
                ..Item::default()
            },
            ..ItemRecord::default()
        };
        visit(&path.display().to_string(), &record)?;
    }
    Ok(())
}

fn link_stored(store: &Store, root: &Root, wanted: &Path, visit: Visit<'_>) -> Result<bool> {
    let base = places::absolute(&root.path);
    if !wanted.starts_with(&base) && !base.starts_with(wanted) {
        return Ok(false);
    }
    let mut found = false;
    store.records(Mentions::Without).for_each(&mut |record| {
        let path = base.join(record.item.path.display().as_ref());
        if record.item.root == root.name && path.starts_with(wanted) {
            found = true;
            visit(&path.display().to_string(), record)?;
        }
        Ok(())
    })?;
    Ok(found)
}

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    linked: bool,
    candidates: &'a [Candidate],
}

fn write_link(
    path: &str,
    (candidates, linked): &(Arc<[Candidate]>, bool),
    (format, m): (Format, &Messages),
    to: &mut dyn Write,
) -> io::Result<()> {
    if format == Format::Jsonl {
        let line = Line {
            path,
            linked: *linked,
            candidates,
        };
        serde_json::to_writer(&mut *to, &line)?;
        return writeln!(to);
    }
    writeln!(to, "{path}")?;
    if candidates.is_empty() {
        return writeln!(to, "  {}", m.label("link-none"));
    }
    if !linked {
        writeln!(to, "  {}", m.label("link-weak"))?;
    }
    for candidate in candidates.iter() {
        write_candidate(candidate, m, to)?;
    }
    Ok(())
}

fn write_candidate(candidate: &Candidate, m: &Messages, to: &mut dyn Write) -> io::Result<()> {
    let row = &candidate.row;
    let args = [
        ("code", Arg::from(row.class_code.as_str())),
        ("type", Arg::from(row.document_type.as_str())),
        ("number", Arg::from(row.row.to_string())),
        ("plan", Arg::from(row.plan.as_str())),
        (
            "share",
            Arg::from(m.percent(u64::from(candidate.score), 1000)),
        ),
    ];
    writeln!(to, "  {}", m.text("link-candidate", &args))?;
    for reason in &candidate.reasons {
        writeln!(to, "      {}", m.note(reason))?;
    }
    Ok(())
}

/// Proposes lines of the mapping for the folders that carry most unlinked files.
pub fn suggest(by: &StoredFlags, limit: usize, messages: &Messages) -> Result<u8> {
    let flags = merge::merged(&by.as_scan())?;
    let (plans, judging) = settings::stored(&flags, messages.language())?;
    let judge = Judge::new(plans, judging)?;
    let store = judge::open(&settings::settings(&flags)?.store, messages)?;
    let mut suggestions = Suggestions::default();
    store.records(Mentions::Without).for_each(&mut |record| {
        let (candidates, linked) = judge.link(record);
        suggestions.take(&record.item.path.display(), &candidates, linked);
        Ok(())
    })?;
    output::write_to(None, |to| {
        writeln!(to, "# {}", messages.label("suggest-head"))?;
        let lines = suggestions.lines(limit);
        if lines.is_empty() {
            writeln!(to, "# {}", messages.label("suggest-none"))?;
        }
        for line in &lines {
            write_suggestion(line, messages, to)?;
        }
        Ok(())
    })?;
    Ok(0)
}

/// As TOML, so that the lines can be taken over into a mapping once their rows were looked at.
fn write_suggestion(line: &Suggestion, m: &Messages, to: &mut dyn Write) -> io::Result<()> {
    let files = m.text("suggest-files", &[("n", line.files.into())]);
    writeln!(to, "\n# {files}")?;
    if let Some((row, score)) = &line.row {
        let args = [
            ("type", Arg::from(row.document_type.as_str())),
            ("plan", Arg::from(row.plan.as_str())),
            ("share", Arg::from(m.percent(u64::from(*score), 1000))),
        ];
        writeln!(to, "# {}", m.text("suggest-nearest", &args))?;
    }
    writeln!(to, "[[map]]")?;
    writeln!(to, "glob = {}", quoted(&line.glob))?;
    let row = line.row_name().unwrap_or_default();
    writeln!(to, "row = {}", quoted(&row))
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn strings_of_toml_come_back() {
        for text in ["a/b/**", "a \"b\" \\ c", "å\u{7}\n"] {
            let table: toml::Table = toml::from_str(&format!("x = {}", quoted(text))).unwrap();
            assert_eq!(table["x"].as_str(), Some(text));
        }
    }
}
