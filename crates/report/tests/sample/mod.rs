//! Results of a scan that never was: varied, the same every time, for tests and for looking at reports.
#![allow(dead_code, reason = "each test uses its part")]

use jiff::Timestamp;
use jiff::civil::{Date, date};
use sporhund_model::{
    Assessment, Audience, Candidate, Category, Confidence, Coverage, DateEvidence, DateRank,
    DocumentKind, FileRef, Finding, Fingerprint, Item, ItemRecord, Level, Location, MemberPath,
    MemberStep, Note, Obligation, ObligationKind, Outcome, Part, PersonCount, Records, RelPath,
    Risk, Root, RootName, RowRef, RuleId, ScanInfo, SensitiveCategory, SignalSource, Span,
    Standing, Times, Verdict, VerdictState,
};
use std::io;
use std::sync::Arc;

/// Results in memory.
pub struct Sample {
    pub scan: ScanInfo,
    pub items: Vec<ItemRecord>,
}

impl Records for Sample {
    fn scan(&self) -> io::Result<ScanInfo> {
        Ok(self.scan.clone())
    }

    fn for_each(&self, visit: &mut dyn FnMut(&ItemRecord) -> io::Result<()>) -> io::Result<()> {
        self.items.iter().try_for_each(visit)
    }
}

const UNITS: [&str; 6] = [
    "Vård och omsorg",
    "Barn och utbildning",
    "Socialtjänst",
    "Personal",
    "Samhällsbyggnad",
    "Kansli",
];
const FOLDERS: [&str; 5] = [
    "Ansökningar",
    "Genomförandeplaner",
    "Klasslistor",
    "Avtal",
    "Delegationsbeslut",
];
const NAMES: [&str; 5] = ["brev", "beslut", "lista", "anteckning", "utredning"];
const TYPES: [&str; 6] = ["docx", "pdf", "xlsx", "txt", "eml", "csv"];

/// A scan of one root that ran to its end.
pub fn whole(count: u64) -> Sample {
    let mut sample = Sample {
        scan: scan(),
        items: (0..count).map(item).collect(),
    };
    sample.items.sort_by(|a, b| a.item.path.cmp(&b.item.path));
    sample
}

/// The same, broken off, with a folder that could not be listed.
pub fn broken_off(count: u64) -> Sample {
    let mut sample = whole(count);
    sample.scan.complete = false;
    sample.scan.finished = None;
    for record in sample.items.iter_mut().rev().take(count as usize / 5) {
        *record = bare(&record.item.path.display(), Outcome::NotReached, None);
    }
    let note = Note::new("error-permission-denied");
    sample
        .items
        .push(bare("Kansli/Stängd", Outcome::Unlisted, Some(note)));
    sample
}

/// Two boards in one scan.
pub fn two_controllers(count: u64) -> Sample {
    let mut sample = whole(count);
    sample
        .scan
        .roots
        .push(root("bun", "/srv/bun", "Barn- och utbildningsnämnden"));
    for record in sample.items.iter_mut().skip(1).step_by(3) {
        record.item.root = RootName("bun".into());
    }
    sample.items.sort_by(|a, b| a.item.root.cmp(&b.item.root));
    sample
}

pub fn root(name: &str, path: &str, controller: &str) -> Root {
    Root {
        name: RootName(name.into()),
        path: path.into(),
        display: format!(r"\\fil\{}$", name.to_uppercase()),
        controller: controller.into(),
        unit: None,
    }
}

pub fn scan() -> ScanInfo {
    let time = |text: &str| text.parse::<Timestamp>().unwrap();
    ScanInfo {
        id: 7,
        program: "0.1.0".into(),
        rules: "9f2c41d0a7b35e68".into(),
        started: time("2026-11-24T01:00:00Z"),
        finished: Some(time("2026-11-24T01:42:10Z")),
        today: Some(date(2026, 11, 24)),
        roots: vec![root("von", "/srv/von", "Vård- och omsorgsnämnden")],
        plans: vec!["dokumenthanteringsplan-2024.xlsx".into()],
        isolation: "landlock+seccomp+rlimits".into(),
        complete: true,
        notes: Vec::new(),
        excluded: [("~snapshot".to_owned(), 3), ("$RECYCLE.BIN".to_owned(), 1)].into(),
    }
}

pub fn bare(path: &str, outcome: Outcome, note: Option<Note>) -> ItemRecord {
    ItemRecord {
        item: Item {
            root: RootName("von".into()),
            path: RelPath::from(path),
            size: 48_000,
            ..Item::default()
        },
        coverage: vec![Coverage {
            member: MemberPath::default(),
            outcome,
            notes: note.into_iter().collect(),
        }],
        ..ItemRecord::default()
    }
}

/// The item with number `n`; everything about it follows from the number.
pub fn item(n: u64) -> ItemRecord {
    let pick = |words: &[&'static str], shift: u64| {
        words[((n * 7 + n / 5 + shift) % words.len() as u64) as usize]
    };
    let (unit, folder) = (pick(&UNITS, 0), pick(&FOLDERS, n / 3));
    let (name, format) = (pick(&NAMES, n / 2), pick(&TYPES, n / 7));
    let year = 2014 + (n * n + n / 3) % 12;
    let path = match n % 23 {
        5 => format!("{unit}/{folder}/{year}/Andersson Karin 811218-9876 läkarintyg.{format}"),
        _ => format!("{unit}/{folder}/{year}/{name} {n:03}.{format}"),
    };
    let (outcome, note) = ending(n);
    let mut record = bare(&path, outcome, note);
    record.item.unit = Some(unit.into());
    record.item.size = 20_000 + n * 7919 % 900_000;
    record.item.audience = if n.is_multiple_of(9) {
        Audience::AllStaff
    } else {
        Audience::Unit
    };
    record.item.times = Times {
        modified: format!("{year}-05-16T08:00:00Z").parse().ok(),
        ..Times::default()
    };
    record.format = format.into();
    if matches!(outcome, Outcome::Scanned | Outcome::Partly) && n % 3 != 1 {
        fill(&mut record, n);
    }
    if outcome != Outcome::NotReached {
        record.verdict = Some(verdict(n, year as i16));
    }
    record
}

fn ending(n: u64) -> (Outcome, Option<Note>) {
    match n % 31 {
        3 => (Outcome::Encrypted, Some(Note::new("error-password"))),
        8 => (Outcome::Unsupported, None),
        13 => (
            Outcome::Failed,
            Some(Note::new("error-broken").with("what", "central directory")),
        ),
        17 => (Outcome::Skipped, Some(Note::new("note-offline"))),
        19 => (
            Outcome::Partly,
            Some(Note::new("limit-depth").with("limit", 8u32)),
        ),
        23 => (Outcome::TimedOut, None),
        29 => (
            Outcome::Unreadable,
            Some(Note::new("error-permission-denied")),
        ),
        _ => (Outcome::Scanned, None),
    }
}

fn fill(record: &mut ItemRecord, n: u64) {
    let persons = if n.is_multiple_of(17) {
        1_200 + n * 41
    } else {
        1 + n % 4
    };
    let sensitive = n.is_multiple_of(4);
    record.findings = findings(n, sensitive);
    let mut counts: std::collections::BTreeMap<RuleId, u64> = std::collections::BTreeMap::new();
    for finding in &record.findings {
        *counts.entry(finding.rule.clone()).or_default() += finding.occurrences;
    }
    record.assessment = Assessment {
        counts,
        persons: PersonCount {
            count: persons,
            estimated: false,
        },
        level: match (sensitive, n % 3) {
            (true, _) => Level::Sensitive,
            (false, 0) => Level::Ordinary,
            _ => Level::Confidential,
        },
        sensitive: sensitive_of(n, sensitive),
        kind: if persons > 100 {
            DocumentKind::RegisterExtract
        } else {
            DocumentKind::Letter
        },
        kind_reasons: Vec::new(),
        risk: risk(n, persons, sensitive),
    };
}

fn sensitive_of(n: u64, sensitive: bool) -> Vec<SensitiveCategory> {
    let category = [
        Category::Health,
        Category::Union,
        Category::Health,
        Category::Crime,
    ][(n / 4 % 4) as usize];
    sensitive
        .then_some(SensitiveCategory {
            category,
            confidence: Confidence::new(0.9),
            places: 2,
        })
        .into_iter()
        .collect()
}

fn risk(n: u64, persons: u64, sensitive: bool) -> Risk {
    let level = if sensitive { 40u32 } else { 15 };
    let many = if persons > 100 { 30u32 } else { 5 };
    let place = (n % 11) as u32;
    Risk {
        score: level + many + place,
        parts: vec![
            Note::new("risk-level").with("points", level),
            Note::new("risk-persons")
                .with("points", many)
                .with("count", persons),
            Note::new("risk-audience").with("points", place),
        ],
    }
}

fn findings(n: u64, sensitive: bool) -> Vec<Finding> {
    let mut all = vec![finding(
        n,
        "se.personnummer",
        Category::NationalId,
        "1981****-****",
    )];
    if n.is_multiple_of(2) {
        all.push(finding(
            n + 1,
            "email",
            Category::Contact,
            "a***@example.org",
        ));
    }
    if n % 23 == 5 {
        let mut in_name = finding(n, "term.health", Category::Health, "läkarintyg");
        in_name.location = Location {
            part: Part::Name,
            ..Location::default()
        };
        in_name.span = Span {
            start: 0,
            end: 4_000,
        };
        all.push(in_name);
    }
    if sensitive {
        all.push(finding(n + 2, "term.health", Category::Health, "diagnos"));
    }
    all
}

pub fn finding(n: u64, rule: &str, category: Category, masked: &str) -> Finding {
    let member = match n % 5 {
        0 => vec![step("brev.eml", "eml"), step("bilaga.xlsx", "xlsx")],
        _ => Vec::new(),
    };
    let location = if member.is_empty() {
        Location {
            line: Some(3 + n % 40),
            column: Some(12),
            ..Location::default()
        }
    } else {
        Location {
            sheet: Some("Blad1".into()),
            cell: Some("C17".into()),
            ..Location::default()
        }
    };
    Finding {
        rule: RuleId::parse(rule).unwrap(),
        category,
        member: MemberPath(member),
        location,
        span: Span {
            start: 100 + n,
            end: 113 + n,
        },
        confidence: Confidence::from_thousandths(950),
        reasons: vec![
            Note::new("reason-checksum"),
            Note::new("reason-label").with("word", "personnummer"),
        ],
        masked: masked.into(),
        fingerprint: Some(Fingerprint {
            key: 1,
            mac: [n as u8; 16],
        }),
        person: None,
        occurrences: 1 + n % 3,
        column: None,
        value: None,
    }
}

fn step(name: &str, decoder: &str) -> MemberStep {
    MemberStep {
        ordinal: 0,
        name: name.as_bytes().to_vec(),
        decoder: decoder.into(),
    }
}

fn verdict(n: u64, year: i16) -> Verdict {
    use VerdictState::{
        DeliverToArchive, DueSoon, KeepUntil, MayDispose, Overdue, PossiblyOverdue, Preserve,
        Review, Unclassified, WorkingPaperDue,
    };
    let state = [
        Overdue,
        KeepUntil,
        Unclassified,
        PossiblyOverdue,
        KeepUntil,
        Review,
        Preserve,
        DueSoon,
        MayDispose,
        Unclassified,
        DeliverToArchive,
        WorkingPaperDue,
        KeepUntil,
    ][(n % 13) as usize];
    let row = RowRef {
        plan: "dokumenthanteringsplan-2024.xlsx".into(),
        row: 41 + (n % 9) as u32,
        class_code: format!("7.{}", 1 + n % 4),
        document_type: "Ansökan om insats".into(),
    };
    let due: Option<Date> = Date::new(year + 6, 1, 1).ok();
    let known = state != Unclassified;
    Verdict {
        state,
        standing: Standing::ALL[(n % 6) as usize],
        identical: (state == WorkingPaperDue).then(|| FileRef {
            root: RootName("von".into()),
            path: RelPath::from("Diarium/VON 2019-49/beslut.docx"),
        }),
        obligations: known
            .then_some(Obligation {
                kind: ObligationKind::Dispose,
                state,
                date: due,
            })
            .into_iter()
            .collect(),
        row: known.then(|| row.clone()),
        phrase: known.then(|| "Gallras 5 år efter avslutat ärende".into()),
        trigger: known.then(|| "case_closed".into()),
        evidence: vec![
            evidence(DateRank::Event, date(year, 3, 2), Some("case_closed")),
            evidence(DateRank::Modified, date(year, 5, 16), None),
        ],
        chosen: Some(0),
        dossier: known.then(|| format!("VON/{year}:{}", n % 90)),
        exceptions: Vec::new(),
        candidates: Arc::from([Candidate {
            row,
            score: 780,
            reasons: vec![Note::new("reason-folder-words").with("words", "Ansökningar")],
        }]),
        reasons: vec![
            Note::new("reason-period-over")
                .with("date", due.map(|day| day.to_string()).unwrap_or_default()),
        ],
    }
}

fn evidence(rank: DateRank, day: Date, trigger: Option<&str>) -> DateEvidence {
    DateEvidence {
        rank,
        date: day,
        trigger: trigger.map(str::to_owned),
        source: SignalSource::Text,
    }
}
