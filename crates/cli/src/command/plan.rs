//! `plan`: whether a document management plan is understood, and what a phrase of it means.

use crate::args::{Format, PlanCommand, PlanFlags, PlanFormat};
use crate::command::link;
use crate::{output, plans};
use anyhow::{Context, Result};
use serde::Serialize;
use sporhund_model::Arg;
use sporhund_report::Messages;
use sporhund_retention::phrase::{self, Duty, NormalForm, Reading, Trigger};
use sporhund_retention::plan::{
    PhraseCount, Plan, PlanFormat as Normalised, PlanReport, write_normalised,
};
use std::io::{BufRead, Write};
use std::path::Path;

/// So many rows or phrases of a list are shown.
const SHOWN: usize = 40;

/// Runs the command.
pub fn run(flags: &PlanFlags, messages: &Messages) -> Result<u8> {
    match &flags.command {
        PlanCommand::Check { file, format } => check(file, *format, messages),
        PlanCommand::Explain { phrase, format } if phrase == "-" => {
            explain_lines(&mut std::io::stdin().lock(), *format, messages)
        }
        PlanCommand::Explain { phrase, format } => {
            explain_lines(&mut phrase.as_bytes(), *format, messages)
        }
        PlanCommand::Link { paths, by, format } => link::link(paths, by, *format, messages),
        PlanCommand::Suggest { by, limit } => link::suggest(by, *limit, messages),
    }
}

fn check(file: &Path, format: PlanFormat, messages: &Messages) -> Result<u8> {
    let (plan, report) = plans::load(file)?;
    output::write_to(None, |to| match format {
        PlanFormat::Human => write_check(to, &plan, &report, messages),
        PlanFormat::Csv => Ok(write_normalised(&plan, Normalised::Csv, to)?),
        PlanFormat::Jsonl => Ok(write_normalised(&plan, Normalised::Jsonl, to)?),
    })?;
    Ok(0)
}

fn write_check(
    to: &mut dyn Write,
    plan: &Plan,
    report: &PlanReport,
    messages: &Messages,
) -> Result<()> {
    let args = [
        ("plan", Arg::from(plan.name.as_str())),
        ("rows", Arg::from(report.rows as u64)),
        ("header", Arg::from(report.header_row)),
    ];
    writeln!(to, "{}\n", messages.text("plan-read", &args))?;
    writeln!(to, "{}", messages.label("plan-headings"))?;
    for (heading, role) in &report.headings {
        let role = messages.label(&format!("plan-role-{}", role.as_str()));
        writeln!(to, "  {:<44} {role}", one_line(heading))?;
    }
    writeln!(to, "\n{}", messages.label("plan-levels"))?;
    for (levels, rows) in &report.levels {
        writeln!(to, "  {levels}: {rows}")?;
    }
    write_phrases(to, "plan-phrases", &report.phrases, messages)?;
    write_rows(to, "plan-needs-human", &report.needs_human, messages)?;
    write_rows(to, "plan-without-phrase", &report.without_phrase, messages)?;
    write_phrases(to, "plan-unknown", &report.unknown, messages)
}

fn write_phrases(
    to: &mut dyn Write,
    heading: &str,
    phrases: &[PhraseCount],
    messages: &Messages,
) -> Result<()> {
    if phrases.is_empty() {
        return Ok(());
    }
    let args = [("n", Arg::from(phrases.len() as u64))];
    writeln!(to, "\n{}", messages.text(heading, &args))?;
    for phrase in phrases.iter().take(SHOWN) {
        let shown = one_line(&phrase.phrase);
        writeln!(to, "  {:>5} × {shown}", phrase.count)?;
        writeln!(to, "          {}", in_words(&phrase.normal, messages))?;
    }
    more(to, phrases.len(), messages)
}

fn write_rows(to: &mut dyn Write, heading: &str, rows: &[u32], messages: &Messages) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let args = [("n", Arg::from(rows.len() as u64))];
    let shown: Vec<String> = rows.iter().take(SHOWN).map(u32::to_string).collect();
    writeln!(to, "\n{}", messages.text(heading, &args))?;
    writeln!(to, "  {}", shown.join(", "))?;
    more(to, rows.len(), messages)
}

fn more(to: &mut dyn Write, count: usize, messages: &Messages) -> Result<()> {
    if count > SHOWN {
        let args = [("n", Arg::from((count - SHOWN) as u64))];
        writeln!(to, "  {}", messages.text("explain-further", &args))?;
    }
    Ok(())
}

/// Reads phrases, one a line, and writes what each means, in order.
fn explain_lines(from: &mut dyn BufRead, format: Format, messages: &Messages) -> Result<u8> {
    output::write_to(None, |to| {
        for line in from.split(b'\n') {
            let line = line.context("read the phrases")?;
            let text = String::from_utf8_lossy(&line);
            write_phrase(to, text.trim_end_matches('\r'), format, messages)?;
        }
        Ok(())
    })?;
    Ok(0)
}

fn write_phrase(to: &mut dyn Write, text: &str, format: Format, messages: &Messages) -> Result<()> {
    if format == Format::Jsonl {
        serde_json::to_writer(&mut *to, &Reading::of(text))?;
        return Ok(writeln!(to)?);
    }
    writeln!(to, "{}", in_words(&phrase::parse(text), messages))?;
    for (word, roles) in phrase::explain(text) {
        writeln!(to, "  {word:<24} {}", roles.join(", "))?;
    }
    Ok(())
}

/// A normal form as a person would say it.
fn in_words(normal: &NormalForm, messages: &Messages) -> String {
    let word = |kind: &str, word: String| messages.label(&format!("{kind}-{word}"));
    let mut parts = vec![word("plan-action", name_of(&normal.action))];
    if let Some(period) = normal.period {
        parts.push(word("plan-bound", name_of(&normal.bound)));
        parts.push(period.to_string());
    }
    if normal.trigger != Trigger::None {
        let trigger = word("trigger", normal.trigger.as_str().to_owned());
        parts.push(messages.text("plan-after", &[("trigger", trigger.into())]));
    }
    if normal.duty == Duty::May {
        parts.push(messages.label("plan-duty-may"));
    }
    if normal.needs_human {
        parts.push(messages.label("plan-to-settle"));
    }
    parts.join(" · ")
}

/// The word of stored data for a value of the grammar.
fn name_of(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
