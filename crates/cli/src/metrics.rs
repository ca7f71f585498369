//! Figures of the last run for Prometheus, as the text file that its node exporter collects.

use anyhow::Result;
use jiff::Timestamp;
use sporhund_audit::Summary;
use sporhund_model::history::measure;
use std::io::Write;
use std::path::Path;

/// What is told of a run.
pub struct Run<'a> {
    pub summary: &'a Summary,
    pub exit_code: u8,
}

/// Writes the file. Whether the last run was a success is told apart from when the last success was, which is carried over from
/// the file that was there.
pub fn write(path: &Path, run: &Run<'_>) -> Result<()> {
    let before = std::fs::read_to_string(path).unwrap_or_default();
    crate::output::write_shared(path, |to| write_all(to, run, &before))
}

/// Name, help and value.
type Gauge = (&'static str, &'static str, f64);

fn write_all(to: &mut dyn Write, run: &Run<'_>, before: &str) -> Result<()> {
    let gauges = state(run.summary)
        .into_iter()
        .chain(work(run.summary))
        .chain(times(run, before));
    for (name, help, value) in gauges {
        writeln!(to, "# HELP sporhund_{name} {help}.")?;
        writeln!(to, "# TYPE sporhund_{name} gauge")?;
        writeln!(to, "sporhund_{name} {value}")?;
    }
    write_roots(to, run.summary)
}

/// What is known after the run.
#[rustfmt::skip]
fn state(summary: &Summary) -> [Gauge; 8] {
    let total = |measure| summary.figures.total(None, measure) as f64;
    [
        ("files", "Files that are known", total(measure::FILES)),
        ("bytes", "Bytes of the files that are known", total(measure::BYTES)),
        ("findings", "Occurrences of personal data that are known", total(measure::FINDINGS)),
        ("sensitive_documents", "Documents with sensitive data on a person", total(measure::SENSITIVE)),
        ("overdue_documents", "Documents that are overdue by the plan", total(measure::OVERDUE)),
        ("failed_files", "Files that could not be read", total(measure::FAILED)),
        ("not_reached_files", "Files that no run has come to yet", total(measure::NOT_REACHED)),
        ("coverage_ratio", "Share of the known files that have been reached, 0 to 1", coverage(summary)),
    ]
}

/// What the run did.
#[rustfmt::skip]
fn work(summary: &Summary) -> [Gauge; 5] {
    [
        ("run_files_listed", "Files that the last run listed", summary.listed as f64),
        ("run_files_unchanged", "Files that the last run did not need to read", summary.unchanged as f64),
        ("run_files_gone", "Files that were gone in the last run", summary.gone as f64),
        ("run_bytes_read", "Bytes that the last run read", summary.bytes_read as f64),
        ("run_roots_not_read", "Roots that the last run could not read", summary.roots_not_read.len() as f64),
    ]
}

/// When it was, and whether it was a success.
#[rustfmt::skip]
fn times(run: &Run<'_>, before: &str) -> [Gauge; 4] {
    let scan = &run.summary.scan;
    let finished = scan.finished.unwrap_or_else(Timestamp::now);
    let end = finished.as_second() as f64;
    let seconds = finished.duration_since(scan.started).as_secs_f64();
    let is_success = run.exit_code < crate::ERROR;
    let success = if is_success {
        Some(end)
    } else {
        find(before, "sporhund_last_success_timestamp_seconds")
    };
    [
        ("run_duration_seconds", "How long the last run took", seconds),
        ("run_success", "Whether the last run came to its end without an error", f64::from(u8::from(is_success))),
        ("last_run_timestamp_seconds", "When the last run ended", end),
        ("last_success_timestamp_seconds", "When the last run without an error ended", success.unwrap_or(0.0)),
    ]
}

fn write_roots(to: &mut dyn Write, summary: &Summary) -> Result<()> {
    writeln!(
        to,
        "# HELP sporhund_root_up Whether the last run could read the root."
    )?;
    writeln!(to, "# TYPE sporhund_root_up gauge")?;
    let mut names: Vec<&str> = summary
        .scan
        .roots
        .iter()
        .map(|root| root.name.0.as_str())
        .collect();
    names.extend(
        summary
            .roots_not_read
            .iter()
            .map(|(name, _)| name.0.as_str()),
    );
    names.sort_unstable();
    names.dedup();
    for name in names {
        let is_down = summary
            .roots_not_read
            .iter()
            .any(|(down, _)| down.0 == name);
        let label = escape(&sporhund_report::mask::mask_path(name));
        writeln!(
            to,
            "sporhund_root_up{{root=\"{label}\"}} {}",
            u8::from(!is_down)
        )?;
    }
    Ok(())
}

fn coverage(summary: &Summary) -> f64 {
    let files = summary.figures.total(None, measure::FILES);
    let left = summary.figures.total(None, measure::NOT_REACHED);
    if files == 0 {
        0.0
    } else {
        1.0 - left.min(files) as f64 / files as f64
    }
}

/// Backslash, quote and line end are written so in label values (Prometheus' text format, 0.0.4).
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}

/// A value in an earlier file.
fn find(text: &str, name: &str) -> Option<f64> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sporhund_model::{Note, RootName};

    fn written(exit_code: u8, before: &str) -> String {
        let mut summary = Summary::default();
        let note = Note::new("error-root-empty");
        summary.roots_not_read.push((RootName("a\"b".into()), note));
        summary.scan.finished = Some(Timestamp::from_second(100).unwrap());
        let run = Run {
            summary: &summary,
            exit_code,
        };
        let mut text = Vec::new();
        write_all(&mut text, &run, before).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn the_last_success_stays_when_a_run_fails() {
        let good = written(0, "");
        assert!(
            good.contains("sporhund_last_success_timestamp_seconds 100\n"),
            "{good}"
        );
        let bad = written(2, &good.replace(" 100\n", " 70\n"));
        assert!(
            bad.contains("sporhund_last_success_timestamp_seconds 70\n"),
            "{bad}"
        );
        assert!(bad.contains("sporhund_last_run_timestamp_seconds 100\n"));
        assert!(bad.contains("sporhund_run_success 0\n"));
    }

    #[test]
    fn every_figure_has_help_and_type_and_labels_are_escaped() {
        let text = written(0, "");
        assert!(
            text.contains("sporhund_root_up{root=\"a\\\"b\"} 0\n"),
            "{text}"
        );
        let count = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
        assert_eq!(count("# HELP"), count("# TYPE"));
    }
}
