//! The scans of the past as text and JSON lines, and the files that differ between two of them.
//!
//! Paths in text are masked, since a terminal is seen by others; JSON lines hold them in full, like those of a scan.

use crate::error::ReportError;
use crate::mask::mask_path;
use crate::messages::Messages;
use crate::output::Output;
use crate::shown::{minute, shorten};
use sporhund_model::history::{Figures, measure};
use sporhund_model::{Arg, Change, ChangeKind, RelPath, ScanFigures};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// What the table of scans shows.
const SHOWN: [&str; 6] = [
    measure::FILES,
    measure::READ,
    measure::WITH_DATA,
    measure::SENSITIVE,
    measure::PERSONS,
    measure::OVERDUE,
];
/// So many units and categories are listed.
const LINES: usize = 40;
/// So many files of each kind are listed in text.
const FILES: u64 = 200;

fn label(m: &Messages, measure: &str) -> String {
    m.label(&format!("measure-{}", measure.replace('_', "-")))
}

/// Writes the scans, one a line.
///
/// # Errors
/// [`ReportError::Write`] when the output takes no more.
pub fn write_history(
    scans: &[ScanFigures],
    m: &Messages,
    to: &mut dyn Write,
) -> Result<(), ReportError> {
    let mut output = Output::new(to);
    let result = history(scans, m, &mut output);
    output.finish(result)
}

fn history(scans: &[ScanFigures], m: &Messages, to: &mut dyn Write) -> io::Result<()> {
    if scans.is_empty() {
        return writeln!(to, "{}", m.label("history-empty"));
    }
    for scan in scans {
        let how = match (scan.complete, scan.finished) {
            (true, _) => "history-whole",
            (false, Some(_)) => "history-stopped",
            (false, None) => "history-broken",
        };
        let number = scan.id;
        writeln!(
            to,
            "{number:>5}  {}  {}",
            minute(scan.started),
            m.label(how)
        )?;
        if scan.finished.is_some() {
            let figures: Vec<String> = SHOWN
                .iter()
                .map(|name| {
                    format!(
                        "{} {}",
                        label(m, name),
                        m.number(scan.figures.total(None, name))
                    )
                })
                .collect();
            writeln!(to, "       {}", figures.join(" · "))?;
        }
    }
    Ok(())
}

/// Writes the scans as JSON lines.
///
/// # Errors
/// [`ReportError::Write`] when the output takes no more.
pub fn write_history_jsonl(scans: &[ScanFigures], to: &mut dyn Write) -> Result<(), ReportError> {
    let mut output = Output::new(to);
    let result = scans.iter().try_for_each(|scan| {
        let units: Vec<_> = scan
            .figures
            .units
            .iter()
            .map(|((controller, unit), measures)| {
                serde_json::json!({"controller": controller, "unit": unit, "measures": measures})
            })
            .collect();
        let counted =
            |all: &std::collections::BTreeMap<(String, String), u64>, name: &str| -> Vec<_> {
                all.iter()
                .map(|((controller, what), count)| {
                    serde_json::json!({"controller": controller, name: what, "documents": count})
                })
                .collect()
            };
        let line = serde_json::json!({
            "record": "scan", "scan": scan.id, "started": scan.started, "finished": scan.finished,
            "complete": scan.complete, "controllers": scan.figures.controllers, "units": units,
            "categories": counted(&scan.figures.categories, "category"),
            "changes": counted(&scan.figures.changes, "change"),
        });
        writeln!(output, "{line}")
    });
    output.finish(result)
}

/// Writes how the figures moved from one scan to another: as a whole, by unit and by category.
///
/// # Errors
/// [`ReportError::Write`] when the output takes no more.
pub fn write_trend(
    from: &ScanFigures,
    to: &ScanFigures,
    m: &Messages,
    out: &mut dyn Write,
) -> Result<(), ReportError> {
    let mut output = Output::new(out);
    let result = trend(from, to, m, &mut output);
    output.finish(result)
}

fn trend(
    from: &ScanFigures,
    to: &ScanFigures,
    m: &Messages,
    out: &mut dyn Write,
) -> io::Result<()> {
    let args = [
        ("from", Arg::from(from.id)),
        ("fromtime", minute(from.started).into()),
        ("to", Arg::from(to.id)),
        ("totime", minute(to.started).into()),
    ];
    writeln!(out, "{}\n", m.text("diff-heading", &args))?;
    for name in measure::ALL {
        let (old, new) = (from.figures.total(None, name), to.figures.total(None, name));
        line(out, m, &label(m, name), old, new)?;
    }
    write_group(
        out,
        m,
        "diff-units",
        &unit_lines(&from.figures, &to.figures),
    )?;
    write_group(
        out,
        m,
        "diff-categories",
        &category_lines(m, &from.figures, &to.figures),
    )
}

fn line(out: &mut dyn Write, m: &Messages, label: &str, old: u64, new: u64) -> io::Result<()> {
    let difference = i128::from(new) - i128::from(old);
    writeln!(
        out,
        "  {:<44} {:>12} {:>12} {difference:>+10}",
        shorten(label, 44),
        m.number(old),
        m.number(new)
    )
}

fn write_group(
    out: &mut dyn Write,
    m: &Messages,
    heading: &str,
    lines: &[(String, u64, u64)],
) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", m.label(heading))?;
    for (label, old, new) in lines.iter().take(LINES) {
        line(out, m, label, *old, *new)?;
    }
    Ok(())
}

/// Documents with personal data of each unit.
fn unit_lines(from: &Figures, to: &Figures) -> Vec<(String, u64, u64)> {
    let of = |figures: &Figures, key: &(String, String)| {
        let unit = figures.units.get(key);
        unit.and_then(|unit| unit.get(measure::WITH_DATA))
            .copied()
            .unwrap_or(0)
    };
    let names: BTreeSet<_> = from.units.keys().chain(to.units.keys()).collect();
    let line = |key: &(String, String)| (key.1.clone(), of(from, key), of(to, key));
    names.into_iter().map(line).collect()
}

/// Documents of each category.
fn category_lines(m: &Messages, from: &Figures, to: &Figures) -> Vec<(String, u64, u64)> {
    let of = |figures: &Figures, category: &str| -> u64 {
        let all = figures.categories.iter();
        all.filter(|((_, found), _)| found == category)
            .map(|(_, count)| count)
            .sum()
    };
    let keys = from.categories.keys().chain(to.categories.keys());
    let names: BTreeSet<&str> = keys.map(|(_, category)| category.as_str()).collect();
    let line = |name: &str| {
        let label = m.label(&format!("category-{}", name.replace('_', "-")));
        (label, of(from, name), of(to, name))
    };
    names.into_iter().map(line).collect()
}

/// Writes files that differ, one at a time.
pub struct DiffWriter<'a> {
    messages: &'a Messages,
    is_jsonl: bool,
    to: &'a mut dyn Write,
    kind: Option<ChangeKind>,
    count: u64,
}

impl<'a> DiffWriter<'a> {
    /// A writer of text, or of JSON lines.
    pub fn new(messages: &'a Messages, is_jsonl: bool, to: &'a mut dyn Write) -> Self {
        DiffWriter {
            messages,
            is_jsonl,
            to,
            kind: None,
            count: 0,
        }
    }

    /// Writes one file; those of one kind come together.
    ///
    /// # Errors
    /// When the output takes no more.
    pub fn change(&mut self, change: &Change) -> io::Result<()> {
        if self.is_jsonl {
            return self.json(change);
        }
        if self.kind != Some(change.kind) {
            self.end_kind()?;
            self.kind = Some(change.kind);
            let heading = format!("change-{}", change.kind.as_str());
            writeln!(self.to, "\n{}", self.messages.label(&heading))?;
        }
        self.count += 1;
        if self.count <= FILES {
            let line = self.line(change);
            writeln!(self.to, "  {line}")?;
        }
        Ok(())
    }

    /// Ends the list.
    ///
    /// # Errors
    /// When the output takes no more.
    pub fn finish(mut self) -> io::Result<()> {
        if !self.is_jsonl && self.kind.is_none() {
            writeln!(self.to, "{}", self.messages.label("diff-none"))?;
        }
        self.end_kind()?;
        self.to.flush()
    }

    fn end_kind(&mut self) -> io::Result<()> {
        let rest = self.count.saturating_sub(FILES);
        self.count = 0;
        if rest > 0 {
            let text = self.messages.text("explain-further", &[("n", rest.into())]);
            writeln!(self.to, "  {text}")?;
        }
        Ok(())
    }

    fn line(&self, change: &Change) -> String {
        let m = self.messages;
        let level = |level: &sporhund_model::Level| m.label(&format!("level-{}", level.as_str()));
        let mut text = shown(&change.path);
        if let Some((_, from)) = &change.from {
            text.push_str(" ← ");
            text.push_str(&shown(from));
        }
        if let Some(before) = change.level_before.filter(|before| *before != change.level) {
            let (before, now) = (level(&before), level(&change.level));
            text.extend(["  (", &before, " → ", &now, ")"]);
        }
        text
    }

    fn json(&mut self, change: &Change) -> io::Result<()> {
        let from = change.from.as_ref();
        let line = serde_json::json!({
            "record": "change", "change": change.kind.as_str(), "root": change.root, "path": change.path,
            "unit": change.unit, "level": change.level, "persons": change.persons,
            "level_before": change.level_before, "persons_before": change.persons_before,
            "from_root": from.map(|(root, _)| root), "from_path": from.map(|(_, path)| path),
        });
        writeln!(self.to, "{line}")
    }
}

/// Control characters could steer the terminal.
fn shown(path: &RelPath) -> String {
    let masked = mask_path(&path.display());
    let kept: String = masked.chars().filter(|sign| !sign.is_control()).collect();
    shorten(&kept, 160)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use sporhund_model::{Level, RootName};

    fn change(kind: ChangeKind, path: &str) -> Change {
        Change {
            kind,
            root: RootName("r".into()),
            path: RelPath::from(path),
            unit: None,
            level: Level::Sensitive,
            persons: 1,
            level_before: (kind == ChangeKind::Changed).then_some(Level::Ordinary),
            persons_before: None,
            from: (kind == ChangeKind::Moved).then(|| (RootName("r".into()), RelPath::from("old"))),
        }
    }

    fn written(is_jsonl: bool, changes: &[Change]) -> String {
        let messages = Messages::load(Language::English);
        let mut text = Vec::new();
        let mut writer = DiffWriter::new(&messages, is_jsonl, &mut text);
        for change in changes {
            writer.change(change).unwrap();
        }
        writer.finish().unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn files_are_told_by_kind_with_masked_names() {
        let changes = [
            change(ChangeKind::New, "811218-9876.txt"),
            change(ChangeKind::Changed, "a\u{1b}.txt"),
            change(ChangeKind::Moved, "new"),
        ];
        let text = written(false, &changes);
        assert!(
            text.contains("******-****.txt") && !text.contains('\u{1b}'),
            "{text}"
        );
        assert!(
            text.contains("(ordinary → sensitive)") && text.contains("new ← old"),
            "{text}"
        );
        assert_eq!(written(true, &changes).lines().count(), 3);
    }

    #[test]
    fn a_long_list_is_cut_and_an_empty_one_says_so() {
        let many = vec![change(ChangeKind::New, "x"); FILES as usize + 3];
        let text = written(false, &many);
        assert_eq!(text.lines().count(), FILES as usize + 3);
        assert!(!written(false, &[]).trim().is_empty());
    }
}
