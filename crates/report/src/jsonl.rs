//! JSON lines: a contract for programs (`docs/jsonl.md`, `docs/schema/jsonl.schema.json`). Fields are added, never renamed.

use crate::error::ReportError;
use crate::levels::Levels;
use crate::output::Output;
use crate::shown::full_path;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use sporhund_model::{
    Audience, Category, ColumnTotal, Coverage, Finding, ItemRecord, Level, Location, MemberPath,
    Note, Outcome, PersonCount, Records, Risk, Root, RootName, RuleId, ScanInfo, SensitiveCategory,
    Times, Verdict,
};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The version of the contract, in the `schema` field of every line.
pub const SCHEMA: &str = "sporhund.jsonl/1";

/// So many findings of one rule in one member are shown as samples.
const SAMPLES: usize = 25;

/// Which findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurrences {
    /// The first 25 of each rule in each member; the document's `counts` and `omitted` tell of the others.
    #[default]
    Samples,
    /// Every finding that was kept.
    All,
}

impl Occurrences {
    fn as_str(self) -> &'static str {
        match self {
            Occurrences::Samples => "samples",
            Occurrences::All => "all",
        }
    }
}

/// What to write.
#[derive(Clone, Debug, Default)]
pub struct JsonlOptions {
    /// Which findings.
    pub occurrences: Occurrences,
    /// The level of each finding.
    pub levels: Levels,
}

/// Writes the results as JSON lines: the scan, then for each item in order its document, findings, verdict and coverage.
///
/// # Errors
/// [`ReportError::Read`] when the results cannot be read, [`ReportError::Write`] when the output takes no more.
pub fn write_jsonl(
    records: &dyn Records,
    options: &JsonlOptions,
    to: &mut dyn Write,
) -> Result<(), ReportError> {
    let scan = records.scan().map_err(ReportError::Read)?;
    let mut lines = Lines {
        roots: scan.roots.iter().map(|root| (&root.name, root)).collect(),
        options,
        to: Output::new(to),
    };
    let result = lines
        .scan(&scan)
        .and_then(|()| records.for_each(&mut |record| lines.item(record)));
    lines.to.finish(result)
}

struct Lines<'a> {
    roots: BTreeMap<&'a RootName, &'a Root>,
    options: &'a JsonlOptions,
    to: Output<'a>,
}

/// The fields that every line starts with.
#[derive(Serialize)]
struct Line<'a, T> {
    schema: &'static str,
    record: &'a str,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct ScanLine<'a> {
    id: u64,
    program: &'a str,
    rules: &'a str,
    started: Timestamp,
    finished: Option<Timestamp>,
    today: Option<Date>,
    complete: bool,
    roots: Vec<RootFields<'a>>,
    plans: &'a [String],
    isolation: &'a str,
    excluded: &'a BTreeMap<String, u64>,
    notes: &'a [Note],
    occurrences: &'static str,
}

#[derive(Serialize)]
struct RootFields<'a> {
    name: &'a RootName,
    #[serde(flatten)]
    path: PathFields,
    display: &'a str,
    controller: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
}

/// How lines name a file.
#[derive(Clone, Serialize)]
struct PathFields {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path_b64: Option<String>,
}

#[derive(Serialize)]
struct DocumentLine<'a> {
    #[serde(flatten)]
    path: &'a PathFields,
    root: &'a RootName,
    #[serde(rename = "type")]
    format: &'a str,
    size: u64,
    times: &'a Times,
    outcome: Outcome,
    counts: &'a BTreeMap<RuleId, u64>,
    persons: PersonCount,
    level: Level,
    sensitive: &'a [SensitiveCategory],
    kind: &'a str,
    kind_reasons: &'a [Note],
    risk: &'a Risk,
    audience: Audience,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    controller: Option<&'a str>,
    omitted: u64,
}

#[derive(Serialize)]
struct FindingLine<'a> {
    #[serde(flatten)]
    path: &'a PathFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    rule: &'a RuleId,
    category: Category,
    level: Level,
    confidence: f64,
    reasons: &'a [Note],
    location: &'a Location,
    start: u64,
    end: u64,
    masked: &'a str,
    occurrences: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'a ColumnTotal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[derive(Serialize)]
struct VerdictLine<'a> {
    #[serde(flatten)]
    path: &'a PathFields,
    #[serde(flatten)]
    verdict: &'a Verdict,
}

#[derive(Serialize)]
struct CoverageLine<'a> {
    #[serde(flatten)]
    path: &'a PathFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    status: &'a str,
    limits: Vec<&'a Note>,
    notes: Vec<&'a Note>,
}

impl Lines<'_> {
    fn line<T: Serialize>(&mut self, record: &str, body: T) -> io::Result<()> {
        let line = Line {
            schema: SCHEMA,
            record,
            body,
        };
        serde_json::to_writer(&mut self.to, &line)?;
        self.to.write_all(b"\n")
    }

    fn scan(&mut self, scan: &ScanInfo) -> io::Result<()> {
        let line = scan_line(scan, self.options.occurrences);
        self.line("scan", line)
    }

    fn item(&mut self, record: &ItemRecord) -> io::Result<()> {
        let root = self.roots.get(&record.item.root).copied();
        let path = path_fields(full_path(&record.item, root));
        let shown = shown_findings(&record.findings, self.options.occurrences);
        if record.outcome() != Outcome::Unlisted {
            let omitted = record.findings.len() - shown.len();
            self.line(
                "document",
                document_line(record, root, &path, omitted as u64),
            )?;
        }
        for finding in shown {
            let level = self.options.levels.of(finding);
            self.line("finding", finding_line(finding, level, &path))?;
        }
        if let Some(verdict) = &record.verdict {
            let path = &path;
            self.line("verdict", VerdictLine { path, verdict })?;
        }
        record
            .coverage
            .iter()
            .try_for_each(|coverage| self.line("coverage", coverage_line(coverage, &path)))
    }
}

fn scan_line(scan: &ScanInfo, occurrences: Occurrences) -> ScanLine<'_> {
    ScanLine {
        id: scan.id,
        program: &scan.program,
        rules: &scan.rules,
        started: scan.started,
        finished: scan.finished,
        today: scan.today,
        complete: scan.complete,
        roots: scan.roots.iter().map(root_fields).collect(),
        plans: &scan.plans,
        isolation: &scan.isolation,
        excluded: &scan.excluded,
        notes: &scan.notes,
        occurrences: occurrences.as_str(),
    }
}

fn root_fields(root: &Root) -> RootFields<'_> {
    RootFields {
        name: &root.name,
        path: path_fields(root.path.as_os_str().as_encoded_bytes().to_vec()),
        display: &root.display,
        controller: &root.controller,
        unit: root.unit.as_deref(),
    }
}

fn path_fields(bytes: Vec<u8>) -> PathFields {
    match String::from_utf8(bytes) {
        Ok(path) => PathFields {
            path,
            path_b64: None,
        },
        Err(error) => PathFields {
            path: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            path_b64: Some(STANDARD.encode(error.as_bytes())),
        },
    }
}

/// What is written of the findings, in order.
fn shown_findings(findings: &[Finding], occurrences: Occurrences) -> Vec<&Finding> {
    let mut seen: BTreeMap<(&MemberPath, &RuleId), usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for finding in findings {
        let count = seen.entry((&finding.member, &finding.rule)).or_default();
        *count += 1;
        if occurrences == Occurrences::All || *count <= SAMPLES {
            shown.push(finding);
        }
    }
    shown
}

fn member_text(member: &MemberPath) -> Option<String> {
    (!member.is_item()).then(|| member.to_string())
}

fn document_line<'a>(
    record: &'a ItemRecord,
    root: Option<&'a Root>,
    path: &'a PathFields,
    omitted: u64,
) -> DocumentLine<'a> {
    let (item, assessment) = (&record.item, &record.assessment);
    let of_root = root.and_then(|root| root.unit.as_deref());
    let controller = root.map(|root| root.controller.as_str());
    DocumentLine {
        path,
        root: &item.root,
        format: &record.format,
        size: item.size,
        times: &item.times,
        outcome: record.outcome(),
        counts: &assessment.counts,
        persons: assessment.persons,
        level: assessment.level,
        sensitive: &assessment.sensitive,
        kind: assessment.kind.as_str(),
        kind_reasons: &assessment.kind_reasons,
        risk: &assessment.risk,
        audience: item.audience,
        owner: item.owner.as_deref(),
        unit: item.unit.as_deref().or(of_root),
        controller: controller.filter(|name| !name.is_empty()),
        omitted,
    }
}

fn finding_line<'a>(finding: &'a Finding, level: Level, path: &'a PathFields) -> FindingLine<'a> {
    FindingLine {
        path,
        member: member_text(&finding.member),
        rule: &finding.rule,
        category: finding.category,
        level,
        confidence: finding.confidence.share(),
        reasons: &finding.reasons,
        location: &finding.location,
        start: finding.span.start,
        end: finding.span.end,
        masked: &finding.masked,
        occurrences: finding.occurrences,
        column: finding.column.as_ref(),
        fingerprint: finding
            .fingerprint
            .map(|fingerprint| fingerprint.to_string()),
        person: finding.person.map(|fingerprint| fingerprint.to_string()),
        value: finding.value.as_deref(),
    }
}

fn coverage_line<'a>(coverage: &'a Coverage, path: &'a PathFields) -> CoverageLine<'a> {
    let is_limit = |note: &&Note| note.code.starts_with("limit-");
    let (limits, notes) = coverage.notes.iter().partition(is_limit);
    CoverageLine {
        path,
        member: member_text(&coverage.member),
        status: coverage.outcome.as_str(),
        limits,
        notes,
    }
}
