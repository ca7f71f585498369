//! `demo --verdicts`: a share whose every file has a known row and verdict, scanned and measured.

use crate::args::{DemoFlags, ScanFlags};
use crate::command::scan::{self, Reporting};
use crate::{ERROR, output, settings};
use anyhow::{Context, Result};
use sporhund_demo::{Manifest, Options, generate_judged};
use sporhund_report::{JsonlOptions, Messages};
use sporhund_score::{Score, measure, read_scan, read_truth, table};
use sporhund_store::{Key, Store, Values};
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

/// Of the automatic links, so many must be right.
const LINKS: f64 = 0.98;
/// Of the files with one right verdict, so many must have it.
const DECIDED: f64 = 0.7;

/// Writes the share, scans it, and prints how many links and verdicts are right in each half of the kinds.
pub fn run(flags: &DemoFlags, messages: &Messages) -> Result<u8> {
    let options = Options::default();
    let manifest = generate_judged(&flags.dir, &options)?;
    let lines = flags.dir.join("findings.jsonl");
    scan_share(flags, &manifest, &options, &lines, messages)?;
    let mut good = true;
    for split in ["dev", "test"] {
        let score = score(&manifest.truth, &lines, split)?;
        good &= holds(&score);
        output::write_to(None, |to| write_split(to, split, &score, flags.list))?;
    }
    Ok(if good { 0 } else { ERROR })
}

fn scan_share(
    flags: &DemoFlags,
    manifest: &Manifest,
    options: &Options,
    lines: &Path,
    messages: &Messages,
) -> Result<()> {
    let scan_flags = ScanFlags {
        paths: vec![manifest.share.clone()],
        plan: manifest.plans.clone(),
        today: Some(options.today),
        threads: flags.threads,
        ..ScanFlags::default()
    };
    let key = Key::generate()?;
    let config = settings::audit(&scan_flags, &key, messages.language())?;
    let mut store = Store::anonymous(&std::env::temp_dir(), Values::Drop)?;
    scan::audit(&config, &mut store, messages)?;
    let reporting = Reporting {
        store: &store,
        messages,
        colour: false,
        jsonl: JsonlOptions {
            levels: settings::levels(&config.rules),
            ..JsonlOptions::default()
        },
    };
    reporting.jsonl(Some(lines))
}

fn score(truth: &Path, lines: &Path, split: &str) -> Result<Score> {
    let open = |path: &Path| {
        let file = File::open(path).with_context(|| format!("open {}", path.display()));
        file.map(BufReader::new)
    };
    let truth = read_truth(open(truth)?)?;
    let scan = read_scan(open(lines)?)?;
    let options = sporhund_score::Options {
        split: Some(split.to_owned()),
        ..sporhund_score::Options::default()
    };
    Ok(measure(&truth, &scan, &options))
}

fn holds(score: &Score) -> bool {
    score.wrongly_overdue == 0 && score.links.value >= LINKS && score.decided.value >= DECIDED
}

fn write_split(to: &mut dyn Write, split: &str, score: &Score, list: bool) -> Result<()> {
    writeln!(to, "== {split}")?;
    let mut to = to;
    table::write_verdicts(score, &mut to)?;
    if list {
        for (path, known, got) in &score.differing {
            writeln!(to, "  ~ {path}: {got} ({known})")?;
        }
    }
    Ok(())
}
