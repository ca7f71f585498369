//! `score`: compares a scan's JSON lines with the labels of a folder (for developers).

use anyhow::{Context, Result};
use clap::Parser;
use sporhund_score::{Options, Score, measure, read_scan, read_truth, table};
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Precision, recall and F1 of a scan against a labelled folder.
#[derive(Parser)]
struct Flags {
    /// The labels, as JSON lines
    #[arg(long, value_name = "FILE")]
    truth: PathBuf,
    /// The scan's JSON lines, made with `--format jsonl --show-values`
    #[arg(long, value_name = "FILE")]
    scan: PathBuf,
    /// Measure these rules too, though the truth plants nothing for them
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    rules: Vec<String>,
    /// Measure the verdicts of this split only
    #[arg(long, value_name = "NAME")]
    split: Option<String>,
    /// Print the figures as one JSON object
    #[arg(long)]
    json: bool,
    /// List what was missed, what was false, and which labels differ
    #[arg(long)]
    list: bool,
}

fn main() -> Result<()> {
    let flags = Flags::parse();
    let score = compare(&flags)?;
    match print(&flags, &score, &mut io::stdout().lock()) {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("write the score"),
    }
}

fn compare(flags: &Flags) -> Result<Score> {
    let truth = read_truth(open(&flags.truth)?)
        .with_context(|| format!("read {}", flags.truth.display()))?;
    let scan =
        read_scan(open(&flags.scan)?).with_context(|| format!("read {}", flags.scan.display()))?;
    let rules = flags.rules.iter().cloned().collect();
    Ok(measure(
        &truth,
        &scan,
        &Options {
            rules,
            split: flags.split.clone(),
        },
    ))
}

fn open(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path).with_context(|| format!("open {}", path.display()))?;
    Ok(BufReader::new(file))
}

fn print(flags: &Flags, score: &Score, to: &mut impl Write) -> io::Result<()> {
    if flags.json {
        serde_json::to_writer_pretty(&mut *to, score)?;
        writeln!(to)?;
    } else {
        table::write_score(score, to)?;
    }
    if flags.list {
        table::write_list(score, to)?;
    }
    to.flush()
}
