//! Text for a terminal: figures, worst documents, what is past its time, and what could not be read.
//!
//! Names of files are masked, and control characters taken out of them, so that a file's name cannot steer the terminal.

use crate::error::ReportError;
use crate::messages::Messages;
use crate::output::Output;
use crate::shown::{minute, shorten};
use crate::summary::{DocumentLine, Scope, Section, Summary};
use sporhund_model::{Arg, Level, Outcome, Records, Verdict, VerdictState};
use std::io::{self, Write};

const WORST: usize = 20;
const OVERDUE: usize = 20;
const LINES: usize = 20;
const FOLDERS: usize = 3;
/// Bars of counts are drawn with so many characters at most.
const BAR: u64 = 24;

/// Whether the text is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    #[default]
    Never,
    /// With ANSI sequences.
    Always,
}

/// What to write.
#[derive(Clone, Debug, Default)]
pub struct HumanOptions {
    /// Whether the text is coloured.
    pub colour: Colour,
    /// Which part of the results.
    pub scope: Scope,
}

/// Writes a summary for people at a terminal.
///
/// # Errors
/// [`ReportError::Read`] when the results cannot be read, [`ReportError::Write`] when the output takes no more.
pub fn write_human(
    records: &dyn Records,
    messages: &Messages,
    options: &HumanOptions,
    to: &mut dyn Write,
) -> Result<(), ReportError> {
    let summary = Summary::collect(records, &options.scope).map_err(ReportError::Read)?;
    let mut text = Text {
        messages,
        colour: options.colour,
        to: Output::new(to),
    };
    let result = text.all(&summary);
    text.to.finish(result)
}

struct Text<'a> {
    messages: &'a Messages,
    colour: Colour,
    to: Output<'a>,
}

#[derive(Clone, Copy)]
enum Style {
    Heading,
    Warning,
    Faint,
}

impl Text<'_> {
    fn all(&mut self, summary: &Summary) -> io::Result<()> {
        self.start(summary)?;
        self.warnings(summary)?;
        self.section(&summary.whole)?;
        for (name, section) in &summary.controllers {
            self.controller(name, section)?;
        }
        if !summary.shows_paths() {
            writeln!(self.to)?;
            self.say(Style::Faint, "controllers-no-paths", &[])?;
        }
        self.coverage(&summary.whole)?;
        self.notes(summary)
    }

    fn start(&mut self, summary: &Summary) -> io::Result<()> {
        let totals = &summary.whole.totals;
        let m = self.messages;
        self.heading("human-title")?;
        for root in summary.whole.roots().take(LINES) {
            writeln!(self.to, "  {}", root.display)?;
        }
        let args = [
            ("files", Arg::from(totals.files())),
            ("size", Arg::from(m.bytes(totals.all_bytes()))),
            ("read", Arg::from(totals.read())),
            ("share", Arg::from(m.percent(totals.read(), totals.files()))),
        ];
        writeln!(self.to, "{}", m.text("human-files", &args))?;
        let persons = m.number(totals.persons);
        let args = [
            ("documents", Arg::from(totals.with_data())),
            (
                "persons",
                Arg::from(approximate(&persons, totals.persons_estimated)),
            ),
            ("sensitive", Arg::from(totals.with_sensitive)),
        ];
        writeln!(self.to, "{}", m.text("human-data", &args))
    }

    fn warnings(&mut self, summary: &Summary) -> io::Result<()> {
        let totals = &summary.whole.totals;
        if summary.read_nothing() {
            self.say(Style::Warning, "warning-nothing-read", &[])?;
        }
        if summary.is_broken_off() {
            self.say(Style::Warning, "warning-partly-covered", &[])?;
            self.roots(&summary.whole)?;
        }
        if totals.of(Outcome::Failed) + totals.of(Outcome::Unreadable) > 0 {
            let n = totals.of(Outcome::Failed) + totals.of(Outcome::Unreadable);
            self.say(Style::Warning, "warning-not-readable", &[("n", n.into())])?;
        }
        Ok(())
    }

    /// How much of each root was covered.
    fn roots(&mut self, section: &Section) -> io::Result<()> {
        for root in section.roots().take(LINES) {
            let totals = &root.totals;
            let reached = totals.files() - totals.not_reached();
            let args = [
                ("root", Arg::from(root.display.as_str())),
                ("reached", Arg::from(reached)),
                ("files", Arg::from(totals.files())),
                (
                    "share",
                    Arg::from(self.messages.percent(reached, totals.files())),
                ),
                ("unlisted", Arg::from(totals.unlisted())),
            ];
            writeln!(self.to, "  {}", self.messages.text("root-covered", &args))?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section) -> io::Result<()> {
        self.findings(section)?;
        self.verdicts(section)?;
        self.documents(section)?;
        self.overdue(section)
    }

    fn controller(&mut self, name: &str, section: &Section) -> io::Result<()> {
        let name = shorten(name, 100);
        writeln!(self.to)?;
        let name = if name.is_empty() {
            self.messages.label("controller-unnamed")
        } else {
            name
        };
        self.styled(Style::Heading, &name)?;
        let totals = &section.totals;
        let args = [
            ("documents", Arg::from(totals.with_data())),
            ("files", Arg::from(totals.files())),
            ("sensitive", Arg::from(totals.with_sensitive)),
        ];
        writeln!(self.to, "{}", self.messages.text("human-controller", &args))?;
        self.verdicts(section)
    }

    fn findings(&mut self, section: &Section) -> io::Result<()> {
        let rules: Vec<_> = section
            .rules()
            .into_iter()
            .take(LINES)
            .map(|(rule, occurrences, documents)| {
                let found = self.count("occurrences", occurrences);
                let count = format!("{found}, {}", self.count("in-documents", documents));
                (self.messages.rule(rule), documents, count)
            })
            .collect();
        self.bars("heading-rules", &rules)?;
        let mut categories: Vec<_> = section
            .categories
            .iter()
            .map(|(category, documents)| {
                let label = self
                    .messages
                    .label(&format!("category-{}", category.as_str()));
                (label, *documents, self.count("documents", *documents))
            })
            .collect();
        categories.sort_by_key(|(_, documents, _)| std::cmp::Reverse(*documents));
        self.bars("heading-categories", &categories)
    }

    fn verdicts(&mut self, section: &Section) -> io::Result<()> {
        let groups = VerdictState::ALL.into_iter().filter_map(|state| {
            let group = section.states.get(&state)?;
            let label = self.messages.label(&format!("verdict-{}", state.as_str()));
            let count = format!(
                "{} ({})",
                self.count("files", group.files),
                self.messages.bytes(group.bytes)
            );
            Some((label, group.files, count))
        });
        let rows: Vec<_> = groups.collect();
        self.bars("heading-verdicts", &rows)
    }

    fn documents(&mut self, section: &Section) -> io::Result<()> {
        if section.worst().next().is_none() {
            return Ok(());
        }
        writeln!(self.to)?;
        self.heading("heading-worst")?;
        for (number, line) in section.worst().take(WORST).enumerate() {
            writeln!(self.to, "{:>3}. {}", number + 1, line.path)?;
            let about = about_document(self.messages, line);
            self.styled(Style::Faint, &format!("     {about}"))?;
        }
        Ok(())
    }

    fn overdue(&mut self, section: &Section) -> io::Result<()> {
        if section.overdue().next().is_none() {
            return Ok(());
        }
        writeln!(self.to)?;
        self.heading("heading-overdue")?;
        for line in section.overdue().take(OVERDUE) {
            writeln!(self.to, "  {}", line.path)?;
            if let Some(verdict) = &line.verdict {
                let about = about_verdict(self.messages, verdict);
                self.styled(Style::Faint, &format!("     {about}"))?;
            }
        }
        Ok(())
    }

    fn coverage(&mut self, section: &Section) -> io::Result<()> {
        writeln!(self.to)?;
        self.heading("heading-unread")?;
        let unread = section.unread();
        if unread.is_empty() && section.unread_members().is_empty() {
            let id = if section.totals.files() == 0 {
                "unread-no-files"
            } else {
                "unread-none"
            };
            return self.say(Style::Faint, id, &[]);
        }
        for (key, group) in unread.into_iter().take(LINES) {
            let reason = reason_of(self.messages, key.outcome, group.note.as_ref());
            let id = if key.outcome == Outcome::Unlisted {
                "folders"
            } else {
                "files"
            };
            writeln!(self.to, "  {}: {reason}", self.count(id, group.files))?;
            let (folders, further) = group.folders(FOLDERS);
            let mut names: Vec<String> = folders
                .into_iter()
                .map(|(folder, files)| format!("{folder} ({files})"))
                .collect();
            if further > 0 {
                names.push(
                    self.messages
                        .text("further-files", &[("n", further.into())]),
                );
            }
            if !names.is_empty() {
                self.styled(Style::Faint, &format!("     {}", names.join(", ")))?;
            }
        }
        for (key, group) in section.unread_members().into_iter().take(LINES) {
            let reason = reason_of(self.messages, key.outcome, group.note.as_ref());
            writeln!(
                self.to,
                "  {}: {reason}",
                self.count("members", group.files)
            )?;
        }
        Ok(())
    }

    fn notes(&mut self, summary: &Summary) -> io::Result<()> {
        let excluded: Vec<String> = summary
            .scan
            .excluded
            .iter()
            .filter(|(_, count)| **count > 0)
            .take(LINES)
            .map(|(pattern, count)| format!("{} ({count})", shorten(pattern, 60)))
            .collect();
        if !excluded.is_empty() {
            let args = [("patterns", Arg::from(excluded.join(", ")))];
            self.say(Style::Faint, "human-excluded", &args)?;
        }
        for note in summary.scan.notes.iter().take(LINES) {
            let note = shorten(&self.messages.note(note), 400);
            self.styled(Style::Faint, &note)?;
        }
        let finished = summary.scan.finished.map_or_else(|| "–".to_owned(), minute);
        let args = [
            ("program", Arg::from(summary.scan.program.as_str())),
            ("isolation", Arg::from(summary.scan.isolation.as_str())),
            ("finished", Arg::from(finished)),
        ];
        self.say(Style::Faint, "human-method", &args)
    }

    /// A heading with a table of label, bar and count.
    fn bars(&mut self, heading: &str, rows: &[(String, u64, String)]) -> io::Result<()> {
        let Some(most) = rows.iter().map(|(_, value, _)| *value).max() else {
            return Ok(());
        };
        writeln!(self.to)?;
        self.heading(heading)?;
        let width = rows
            .iter()
            .map(|(label, ..)| label.chars().count())
            .max()
            .unwrap_or(0);
        for (label, value, count) in rows {
            let bar = "█".repeat((value * BAR).div_ceil(most.max(1)) as usize);
            let pad = " ".repeat(width - label.chars().count());
            writeln!(self.to, "  {label}{pad}  {bar:<24} {count}")?;
        }
        Ok(())
    }

    fn count(&self, id: &str, n: u64) -> String {
        self.messages
            .text(&format!("count-{id}"), &[("n", n.into())])
    }

    fn heading(&mut self, id: &str) -> io::Result<()> {
        let text = self.messages.label(id);
        self.styled(Style::Heading, &text)
    }

    fn say(&mut self, style: Style, id: &str, args: &[(&str, Arg)]) -> io::Result<()> {
        let text = self.messages.text(id, args);
        self.styled(style, &text)
    }

    fn styled(&mut self, style: Style, text: &str) -> io::Result<()> {
        let mark = if matches!(style, Style::Warning) {
            "! "
        } else {
            ""
        };
        if self.colour == Colour::Never {
            return writeln!(self.to, "{mark}{text}");
        }
        let code = match style {
            Style::Heading => "1",
            Style::Warning => "1;31",
            Style::Faint => "2",
        };
        writeln!(self.to, "\u{1b}[{code}m{mark}{text}\u{1b}[0m")
    }
}

/// What a document of a list holds, in one line.
fn about_document(messages: &Messages, line: &DocumentLine) -> String {
    let mut words = vec![
        messages.text("risk-score", &[("score", line.risk.score.into())]),
        messages.label(&format!("level-{}", line.level.as_str())),
    ];
    if line.persons > 0 {
        words.push(messages.text("count-persons", &[("n", line.persons.into())]));
    }
    let names = line
        .categories
        .iter()
        .filter(|category| crate::Levels::usual(**category) > Level::None);
    words.extend(names.map(|category| messages.label(&format!("category-{}", category.as_str()))));
    if let Some(verdict) = &line.verdict {
        words.push(messages.label(&format!("verdict-{}", verdict.state.as_str())));
    }
    words.join(" · ")
}

/// A verdict in one line: state, date, row, first reason.
pub(crate) fn about_verdict(messages: &Messages, verdict: &Verdict) -> String {
    let mut words = vec![messages.label(&format!("verdict-{}", verdict.state.as_str()))];
    if let Some(date) = crate::summary::due_date(verdict) {
        words.push(messages.text("since-date", &[("date", date.to_string().into())]));
    }
    if let Some(row) = &verdict.row {
        words.push(shorten(&row_name(row), 120));
    }
    words.extend(
        verdict
            .reasons
            .first()
            .map(|note| shorten(&messages.note(note), 200)),
    );
    words.join(" · ")
}

/// A row of a plan: class code and document type.
pub(crate) fn row_name(row: &sporhund_model::RowRef) -> String {
    format!("{} {}", row.class_code, row.document_type)
        .trim()
        .to_owned()
}

/// Why something was not read: how it ended, and the note when there is one.
pub(crate) fn reason_of(
    messages: &Messages,
    outcome: Outcome,
    note: Option<&sporhund_model::Note>,
) -> String {
    let ended = messages.label(&format!("outcome-{}", outcome.as_str()));
    match note {
        Some(note) => format!("{ended} – {}", shorten(&messages.note(note), 200)),
        None => ended,
    }
}

/// A count that was estimated is marked so.
pub(crate) fn approximate(number: &str, estimated: bool) -> String {
    if estimated {
        format!("≈\u{a0}{number}")
    } else {
        number.to_owned()
    }
}
