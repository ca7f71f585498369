//! Precision, recall, false findings per MB and calibration on a part of the labelled corpus:
//! `cargo run -p sporhund-detect --example corpus -- test [--list]`, `files PATH…` for false findings in public texts, or
//! `persons test [--list] [--once]` for names, addresses and sensitive categories,
//! `marked PATH…` for texts of your own, one a line, with `[[rule|value]]` around what should be found.
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

#[path = "../tests/common/mod.rs"]
mod common;

use sporhund_score::labelled::Tally;
use sporhund_score::synth::template::parse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let part = arguments.first().map_or("test", String::as_str);
    if part == "files" {
        return files(arguments.get(1..).unwrap_or_default());
    }
    if part == "persons" {
        return persons(&arguments);
    }
    if part == "marked" {
        return marked(&arguments);
    }
    let tally = common::Corpus::read(part, 8, 11).score(&common::rules());
    print!("{}", tally.table());
    if arguments.iter().any(|argument| argument == "--list") {
        let mut faults = tally.faults;
        faults.sort();
        println!("{}", faults.join("\n"));
    }
}

/// Names, addresses and categories of a part.
fn persons(arguments: &[String]) {
    let part = arguments.get(1).map_or("test", String::as_str);
    let is_once = arguments.iter().any(|argument| argument == "--once");
    let subjects = common::persons(part, if is_once { 1 } else { 4 }, 11);
    let (spans, categories) = common::score_persons(&common::rules(), &subjects);
    print!("{}{}", spans.table(), categories.table());
    if arguments.iter().any(|argument| argument == "--list") {
        let mut faults = [spans.faults, categories.faults].concat();
        faults.sort();
        println!("{}", faults.join("\n"));
    }
}

/// The score of marked texts, over the rules that they mark.
fn marked(arguments: &[String]) {
    let (rules, settings) = (common::rules(), common::settings());
    let texts: Vec<_> = arguments
        .iter()
        .skip(1)
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .flat_map(|text| text.lines().map(parse).collect::<Vec<_>>())
        .collect();
    let planted: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| &text.planted)
        .map(|planted| planted.rule.as_str())
        .collect();
    let mut tally = Tally::default();
    for text in &texts {
        let mut hits = common::hits(&common::find(&rules, &settings, &text.text, None));
        hits.retain(|hit| planted.contains(hit.rule.as_str()));
        tally.add(text, &hits);
    }
    print!("{}", tally.table());
    if arguments.iter().any(|argument| argument == "--list") {
        println!("{}", tally.faults.join("\n"));
    }
}

/// Findings by rule in texts that hold none, or whose findings are to be looked at.
fn files(paths: &[String]) {
    let (rules, settings) = (common::rules(), common::settings());
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let mut bytes = 0;
    for path in paths.iter().filter(|path| !path.starts_with("--")) {
        let Ok(raw) = std::fs::read(path) else {
            continue;
        };
        let text = String::from_utf8_lossy(&raw);
        bytes += text.len();
        let is_csv = Path::new(path)
            .extension()
            .is_some_and(|found| found == "csv");
        let delimiter = is_csv.then_some(b',');
        for finding in common::find(&rules, &settings, &text, delimiter) {
            *counts.entry(finding.rule.to_string()).or_default() += 1;
            if paths.iter().any(|argument| argument == "--list") {
                let start = (finding.span.start as usize).saturating_sub(40);
                let around = text
                    .get(start..finding.span.end as usize + 10)
                    .unwrap_or_default();
                println!(
                    "{}\t{}\t{}\t{:?}",
                    finding.rule,
                    finding.confidence.share(),
                    path,
                    around
                );
            }
        }
    }
    println!("{bytes} bytes");
    for (rule, count) in counts {
        println!(
            "{rule:<26}{count:>7}{:>10.2} per MB",
            count as f64 * 1e6 / bytes as f64
        );
    }
}
