//! One file in plain words: what was found, why, and why its verdict is what it is.
//!
//! This goes to the person who asked about this very file, so the path is shown in full.

use crate::error::ReportError;
use crate::human::row_name;
use crate::messages::Messages;
use crate::output::Output;
use crate::shown::{full_path, place, shorten};
use sporhund_model::{
    Arg, Coverage, DateEvidence, DateRank, Finding, ItemRecord, Note, Obligation, ObligationKind,
    Outcome, Root, SignalSource, Verdict,
};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What to write.
#[derive(Clone, Debug)]
pub struct ExplainOptions {
    /// So many findings are told of, the rest counted.
    pub findings: usize,
}

impl Default for ExplainOptions {
    fn default() -> Self {
        ExplainOptions { findings: 100 }
    }
}

/// Tells why a file has these findings and this verdict.
///
/// # Errors
/// [`ReportError::Write`] when the output takes no more.
pub fn write_explain(
    record: &ItemRecord,
    root: Option<&Root>,
    messages: &Messages,
    options: &ExplainOptions,
    to: &mut dyn Write,
) -> Result<(), ReportError> {
    let mut text = Text {
        messages,
        to: Output::new(to),
    };
    let result = text.all(record, root, options);
    text.to.finish(result)
}

struct Text<'a> {
    messages: &'a Messages,
    to: Output<'a>,
}

impl Text<'_> {
    fn all(
        &mut self,
        record: &ItemRecord,
        root: Option<&Root>,
        options: &ExplainOptions,
    ) -> io::Result<()> {
        let path = String::from_utf8_lossy(&full_path(&record.item, root)).into_owned();
        writeln!(self.to, "{}", shorten(&path, 4_000))?;
        self.file(record)?;
        self.coverage(record)?;
        self.findings(&record.findings, options.findings)?;
        self.assessment(record)?;
        match &record.verdict {
            Some(verdict) => self.verdict(verdict),
            None => self.line("explain-no-verdict", &[]),
        }
    }

    fn file(&mut self, record: &ItemRecord) -> io::Result<()> {
        let format = if record.format.is_empty() {
            "–"
        } else {
            &record.format
        };
        let kind = self
            .messages
            .label(&format!("kind-{}", record.assessment.kind.as_str()));
        let args = [
            ("format", Arg::from(format)),
            ("size", Arg::from(self.messages.bytes(record.item.size))),
            ("kind", Arg::from(kind)),
        ];
        self.line("explain-file", &args)?;
        self.list(&record.assessment.kind_reasons)
    }

    fn coverage(&mut self, record: &ItemRecord) -> io::Result<()> {
        let told = |coverage: &&Coverage| {
            coverage.member.is_item()
                || coverage.outcome != Outcome::Scanned
                || !coverage.notes.is_empty()
        };
        if record.coverage.is_empty() {
            self.heading("explain-reading")?;
            return self.line("outcome-not-reached", &[]);
        }
        self.heading("explain-reading")?;
        for coverage in record.coverage.iter().filter(told) {
            let ended = self
                .messages
                .label(&format!("outcome-{}", coverage.outcome.as_str()));
            let member = if coverage.member.is_item() {
                self.messages.label("explain-the-file")
            } else {
                shorten(&coverage.member.to_string(), 300)
            };
            writeln!(self.to, "  {member}: {ended}")?;
            self.list(&coverage.notes)?;
        }
        Ok(())
    }

    fn findings(&mut self, findings: &[Finding], limit: usize) -> io::Result<()> {
        self.heading("explain-findings")?;
        if findings.is_empty() {
            return self.line("explain-no-findings", &[]);
        }
        findings
            .iter()
            .take(limit)
            .try_for_each(|finding| self.finding(finding))?;
        match findings.len().saturating_sub(limit) {
            0 => Ok(()),
            further => self.line("explain-further", &[("n", Arg::from(further as u64))]),
        }
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let m = self.messages;
        let mut at = place(m, &finding.location);
        if !finding.member.is_item() {
            at = format!("{} » {at}", shorten(&finding.member.to_string(), 300));
        }
        let share = u64::from(finding.confidence.thousandths());
        let args = [
            ("rule", Arg::from(m.rule(&finding.rule))),
            ("masked", Arg::from(shorten(&finding.masked, 100))),
            ("place", Arg::from(shorten(&at, 500))),
            ("share", Arg::from(m.percent(share, 1000))),
        ];
        self.line("explain-finding", &args)?;
        if finding.occurrences > 1 {
            let count = m.text("explain-stands-for", &[("n", finding.occurrences.into())]);
            writeln!(self.to, "    - {count}")?;
        }
        self.list(&finding.reasons)
    }

    fn assessment(&mut self, record: &ItemRecord) -> io::Result<()> {
        let assessment = &record.assessment;
        let m = self.messages;
        self.heading("explain-assessment")?;
        let args = [
            (
                "level",
                Arg::from(m.label(&format!("level-{}", assessment.level.as_str()))),
            ),
            ("persons", Arg::from(assessment.persons.count)),
        ];
        self.line("explain-level", &args)?;
        for entry in &assessment.sensitive {
            let share = u64::from(entry.confidence.thousandths());
            let args = [
                (
                    "category",
                    Arg::from(m.label(&format!("category-{}", entry.category.as_str()))),
                ),
                ("n", Arg::from(entry.places)),
                ("share", Arg::from(m.percent(share, 1000))),
            ];
            self.line("explain-sensitive", &args)?;
        }
        if assessment.risk.score > 0 {
            self.line("explain-risk", &[("score", assessment.risk.score.into())])?;
            self.list(&assessment.risk.parts)?;
        }
        Ok(())
    }

    fn verdict(&mut self, verdict: &Verdict) -> io::Result<()> {
        let m = self.messages;
        self.heading("explain-verdict")?;
        let state = verdict.state.as_str();
        writeln!(self.to, "  {}", m.label(&format!("verdict-{state}")))?;
        writeln!(self.to, "  {}", m.label(&format!("verdict-why-{state}")))?;
        self.list(&verdict.reasons)?;
        self.standing(verdict)?;
        self.row(verdict)?;
        verdict
            .obligations
            .iter()
            .try_for_each(|obligation| self.obligation(obligation))?;
        self.dates(verdict)?;
        if !verdict.exceptions.is_empty() {
            self.line("explain-exceptions", &[])?;
            self.list(&verdict.exceptions)?;
        }
        self.candidates(verdict)
    }

    /// What the file is, and of which registered file it is a copy.
    fn standing(&mut self, verdict: &Verdict) -> io::Result<()> {
        let m = self.messages;
        let standing = m.label(&format!("standing-{}", verdict.standing.as_str()));
        self.line("explain-standing", &[("standing", standing.into())])?;
        match &verdict.identical {
            Some(twin) => {
                let path = shorten(&twin.path.display(), 1_000);
                let args = [("root", twin.root.0.as_str().into()), ("path", path.into())];
                self.line("explain-identical", &args)
            }
            None => Ok(()),
        }
    }

    fn row(&mut self, verdict: &Verdict) -> io::Result<()> {
        if let Some(row) = &verdict.row {
            let args = [
                ("row", Arg::from(shorten(&row_name(row), 300))),
                ("plan", Arg::from(shorten(&row.plan, 200))),
                ("number", Arg::from(row.row.to_string())),
            ];
            self.line("explain-row", &args)?;
        }
        if let Some(phrase) = &verdict.phrase {
            self.line("explain-phrase", &[("phrase", shorten(phrase, 300).into())])?;
        }
        if let Some(trigger) = &verdict.trigger {
            let trigger = self.messages.label(&format!("trigger-{trigger}"));
            self.line("explain-trigger", &[("trigger", trigger.into())])?;
        }
        match &verdict.dossier {
            Some(dossier) => self.line(
                "explain-dossier",
                &[("dossier", shorten(dossier, 200).into())],
            ),
            None => Ok(()),
        }
    }

    fn obligation(&mut self, obligation: &Obligation) -> io::Result<()> {
        let kind = match obligation.kind {
            ObligationKind::Preserve => "obligation-preserve",
            ObligationKind::Deliver => "obligation-deliver",
            ObligationKind::Dispose => "obligation-dispose",
        };
        let state = self
            .messages
            .label(&format!("verdict-{}", obligation.state.as_str()));
        let date = obligation
            .date
            .map_or_else(|| "–".to_owned(), |date| date.to_string());
        let args = [
            ("obligation", Arg::from(self.messages.label(kind))),
            ("state", Arg::from(state)),
            ("date", Arg::from(date)),
        ];
        self.line("explain-obligation", &args)
    }

    fn dates(&mut self, verdict: &Verdict) -> io::Result<()> {
        if verdict.evidence.is_empty() {
            return self.line("explain-no-dates", &[]);
        }
        self.line("explain-dates", &[])?;
        for (number, evidence) in verdict.evidence.iter().enumerate() {
            let told = self.evidence(evidence);
            let chosen = if verdict.chosen == Some(number) {
                self.messages.label("explain-chosen")
            } else {
                String::new()
            };
            writeln!(self.to, "    - {told}{chosen}")?;
        }
        Ok(())
    }

    fn evidence(&self, evidence: &DateEvidence) -> String {
        let m = self.messages;
        let mut words = vec![evidence.date.to_string(), m.label(rank_key(evidence.rank))];
        let trigger = evidence.trigger.as_ref();
        words.extend(trigger.map(|trigger| m.label(&format!("trigger-{trigger}"))));
        if evidence.rank < DateRank::Embedded {
            words.push(m.label(source_key(evidence.source)));
        }
        words.join(", ")
    }

    fn candidates(&mut self, verdict: &Verdict) -> io::Result<()> {
        if verdict.candidates.is_empty() {
            return Ok(());
        }
        self.line("explain-candidates", &[])?;
        for candidate in verdict.candidates.iter() {
            let args = [
                ("row", Arg::from(shorten(&row_name(&candidate.row), 300))),
                ("number", Arg::from(candidate.row.row.to_string())),
                ("plan", Arg::from(shorten(&candidate.row.plan, 200))),
                (
                    "share",
                    Arg::from(self.messages.percent(u64::from(candidate.score), 1000)),
                ),
            ];
            writeln!(
                self.to,
                "    - {}",
                self.messages.text("explain-candidate", &args)
            )?;
            for reason in &candidate.reasons {
                writeln!(self.to, "        {}", self.messages.note(reason))?;
            }
        }
        Ok(())
    }

    fn heading(&mut self, id: &str) -> io::Result<()> {
        writeln!(self.to, "\n{}", self.messages.label(id))
    }

    fn line(&mut self, id: &str, args: &[(&str, Arg)]) -> io::Result<()> {
        writeln!(self.to, "  {}", self.messages.text(id, args))
    }

    /// Notes as a list; the same note many times is told once with its count.
    fn list(&mut self, notes: &[Note]) -> io::Result<()> {
        let mut counts: BTreeMap<&Note, u64> = BTreeMap::new();
        for note in notes {
            *counts.entry(note).or_default() += 1;
        }
        for note in notes {
            match counts.remove(note) {
                Some(1) => writeln!(self.to, "    - {}", self.messages.note(note))?,
                Some(count) => writeln!(self.to, "    - {} (×{count})", self.messages.note(note))?,
                None => {}
            }
        }
        Ok(())
    }
}

pub(crate) fn rank_key(rank: DateRank) -> &'static str {
    match rank {
        DateRank::Registered => "rank-registered",
        DateRank::Event => "rank-event",
        DateRank::Document => "rank-document",
        DateRank::Year => "rank-year",
        DateRank::Embedded => "rank-embedded",
        DateRank::Modified => "rank-modified",
        DateRank::Changed => "rank-changed",
    }
}

fn source_key(source: SignalSource) -> &'static str {
    match source {
        SignalSource::Heading => "source-heading",
        SignalSource::Header => "source-header",
        SignalSource::Folder => "source-folder",
        SignalSource::Name => "source-name",
        SignalSource::Property => "source-property",
        _ => "source-text",
    }
}
