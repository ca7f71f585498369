//! The page as a whole.

use super::charts::{Bars, Columns};
use super::coverage::{self, RootView, UnreadView};
use super::history;
use super::retention::{self, TableView};
use super::view::{self, DocumentView, Figure, OverdueView, StateView, Tile};
use crate::error::ReportError;
use crate::messages::Messages;
use crate::shown::{minute, shorten};
use crate::summary::{Scope, Section, Summary};
use askama::Template;
use sporhund_model::{Arg, ScanInfo};

const PATTERNS: usize = 100;
const NOTES: usize = 100;
const PLANS: usize = 20;

#[derive(Template)]
#[template(path = "report.html")]
pub(crate) struct Page<'a> {
    pub t: &'a Messages,
    pub subject: String,
    pub facts: Vec<(String, String)>,
    pub lede: String,
    pub read_nothing: bool,
    pub is_broken_off: bool,
    pub shows_paths: bool,
    pub roots: Vec<RootView>,
    pub tiles: Vec<Tile>,
    pub categories: String,
    pub units: String,
    pub rules: Vec<[String; 4]>,
    pub worst: Vec<DocumentView>,
    pub verdicts: String,
    pub ageing: String,
    pub states: Vec<StateView>,
    pub overdue: Vec<OverdueView>,
    pub tables: Vec<TableView>,
    pub controllers: Vec<ControllerView>,
    pub trends: Vec<String>,
    pub changes: String,
    pub unit_trends: String,
    pub category_trends: String,
    pub outcomes: String,
    pub unread: Vec<UnreadView>,
    pub members: Vec<UnreadView>,
    pub remarks: Vec<(String, String)>,
    pub formats: Vec<(String, String)>,
    pub method: Vec<(String, String)>,
    pub excluded: Vec<(String, String)>,
    pub notes: Vec<String>,
}

/// One controller of several: figures only.
pub(crate) struct ControllerView {
    pub name: String,
    pub tiles: Vec<Tile>,
    pub categories: String,
    pub verdicts: String,
    pub outcomes: String,
}

/// A picture with bars, and its numbers.
#[derive(Template)]
#[template(path = "figure.html")]
struct FigureView<'a> {
    t: &'a Messages,
    title: &'a str,
    svg: String,
    legend: &'a [(&'static str, String)],
    heads: &'a [String],
    rows: &'a [Vec<String>],
}

pub(crate) fn page<'a>(
    m: &'a Messages,
    summary: &Summary,
    scope: &Scope,
) -> Result<Page<'a>, ReportError> {
    let (scan, whole) = (&summary.scan, &summary.whole);
    Ok(Page {
        t: m,
        subject: subject(m, summary, scope),
        facts: facts(m, scan),
        lede: lede(m, whole),
        read_nothing: summary.read_nothing(),
        is_broken_off: summary.is_broken_off(),
        shows_paths: summary.shows_paths(),
        roots: coverage::roots(m, whole),
        tiles: view::tiles(m, whole),
        categories: bars(m, view::categories(m, whole))?,
        units: bars(m, view::units(m, whole))?,
        rules: view::rules(m, whole),
        worst: view::worst(m, whole),
        verdicts: bars(m, view::verdicts(m, whole))?,
        ageing: columns(m, view::ageing(m, &whole.years))?,
        states: view::states(m, whole),
        overdue: view::overdue(m, whole),
        tables: retention::tables(m, whole),
        controllers: controllers(m, summary)?,
        trends: history::trends(m, summary, scope)
            .iter()
            .map(|figure| framed(m, figure))
            .collect::<Result<_, _>>()?,
        changes: bars(m, history::changes(m, summary, scope))?,
        unit_trends: bars(m, history::units(m, summary, scope))?,
        category_trends: bars(m, history::categories(m, summary, scope))?,
        outcomes: bars(m, coverage::outcomes(m, whole))?,
        unread: coverage::unread(m, whole),
        members: coverage::members(m, whole),
        remarks: remarks(m, whole),
        formats: coverage::formats(m, whole),
        method: method(m, scan),
        excluded: excluded(m, scan),
        notes: scan
            .notes
            .iter()
            .take(NOTES)
            .map(|note| shorten(&m.note(note), 400))
            .collect(),
    })
}

/// Whose files the report is about.
fn subject(m: &Messages, summary: &Summary, scope: &Scope) -> String {
    let first = summary
        .scan
        .roots
        .first()
        .map(|root| root.controller.as_str());
    let name = match &scope.controller {
        Some(controller) => controller.as_str(),
        None if summary.controllers.is_empty() => first.unwrap_or(""),
        None => {
            let n = summary.controllers.len() as u64;
            return m.text("several-controllers", &[("n", n.into())]);
        }
    };
    shorten(name, 160)
}

fn facts(m: &Messages, scan: &ScanInfo) -> Vec<(String, String)> {
    let mut facts = vec![(m.label("fact-scanned"), minute(scan.started))];
    if let Some(today) = scan.today {
        facts.push((m.label("fact-today"), today.to_string()));
    }
    facts.push((m.label("fact-plan"), plans(m, scan)));
    facts
}

fn plans(m: &Messages, scan: &ScanInfo) -> String {
    let mut names: Vec<String> = scan
        .plans
        .iter()
        .take(PLANS)
        .map(|plan| shorten(plan, 120))
        .collect();
    if scan.plans.len() > PLANS {
        names.push(m.label("further"));
    }
    if names.is_empty() {
        m.label("no-plan")
    } else {
        names.join(", ")
    }
}

/// The report in one sentence.
fn lede(m: &Messages, whole: &Section) -> String {
    let totals = &whole.totals;
    let args = [
        ("files", Arg::from(totals.files())),
        ("read", Arg::from(totals.read())),
        ("share", Arg::from(m.percent(totals.read(), totals.files()))),
        ("documents", Arg::from(totals.with_data())),
        ("sensitive", Arg::from(totals.with_sensitive)),
    ];
    m.text("lede", &args)
}

fn remarks(m: &Messages, whole: &Section) -> Vec<(String, String)> {
    let notes = whole.remarks.commonest().into_iter().take(NOTES);
    notes
        .map(|(note, files)| (shorten(&m.note(note), 200), m.number(files)))
        .collect()
}

fn method(m: &Messages, scan: &ScanInfo) -> Vec<(String, String)> {
    let text = |text: &str| {
        if text.is_empty() {
            "–".to_owned()
        } else {
            shorten(text, 200)
        }
    };
    let finished = scan
        .finished
        .map_or_else(|| m.label("method-not-finished"), minute);
    vec![
        (
            m.label("method-program"),
            format!("sporhund {}", text(&scan.program)),
        ),
        (m.label("method-rules"), text(&scan.rules)),
        (m.label("method-isolation"), text(&scan.isolation)),
        (m.label("method-started"), minute(scan.started)),
        (m.label("method-finished"), finished),
        (m.label("method-scan"), scan.id.to_string()),
    ]
}

fn excluded(m: &Messages, scan: &ScanInfo) -> Vec<(String, String)> {
    let patterns = scan.excluded.iter().take(PATTERNS);
    patterns
        .map(|(pattern, count)| (shorten(pattern, 120), m.number(*count)))
        .collect()
}

fn controllers(m: &Messages, summary: &Summary) -> Result<Vec<ControllerView>, ReportError> {
    let views = summary.controllers.iter().map(|(name, section)| {
        let name = if name.is_empty() {
            m.label("controller-unnamed")
        } else {
            shorten(name, 160)
        };
        Ok(ControllerView {
            name,
            tiles: view::tiles(m, section),
            categories: bars(m, view::categories(m, section))?,
            verdicts: bars(m, view::verdicts(m, section))?,
            outcomes: bars(m, coverage::outcomes(m, section))?,
        })
    });
    views.collect()
}

fn bars(m: &Messages, figure: Option<Figure<Bars>>) -> Result<String, ReportError> {
    figure.map_or(Ok(String::new()), |figure| framed(m, &figure))
}

fn columns(m: &Messages, figure: Option<Figure<Columns>>) -> Result<String, ReportError> {
    figure.map_or(Ok(String::new()), |figure| framed(m, &figure))
}

fn framed<T: Template>(m: &Messages, figure: &Figure<T>) -> Result<String, ReportError> {
    let view = FigureView {
        t: m,
        title: &figure.title,
        svg: figure.chart.render()?,
        legend: &figure.legend,
        heads: &figure.heads,
        rows: &figure.rows,
    };
    Ok(view.render()?)
}
