//! Pictures of the scans of the past: how the figures moved, and what differs from the scan before.

use super::charts::{Bar, Bars, Lines};
use super::view::Figure;
use crate::messages::Messages;
use crate::shown::shorten;
use crate::summary::{Scope, Summary};
use sporhund_model::history::{Figures, measure};
use sporhund_model::{ChangeKind, ScanFigures};
use std::collections::BTreeSet;

/// So many scans are drawn, the last ones.
const SCANS: usize = 60;
const UNITS: usize = 12;
/// What is drawn.
const DRAWN: [&str; 4] = [
    measure::FILES,
    measure::WITH_DATA,
    measure::SENSITIVE,
    measure::OVERDUE,
];

/// The word of a measure.
pub(crate) fn measure_label(m: &Messages, measure: &str) -> String {
    m.label(&format!("measure-{}", measure.replace('_', "-")))
}

fn last(summary: &Summary) -> &[ScanFigures] {
    let from = summary.history.len().saturating_sub(SCANS);
    summary.history.get(from..).unwrap_or_default()
}

/// One line a measure; none before the second scan.
pub(crate) fn trends(m: &Messages, summary: &Summary, scope: &Scope) -> Vec<Figure<Lines>> {
    let scans = last(summary);
    if scans.len() < 2 {
        return Vec::new();
    }
    let trend = |measure: &&'static str| {
        let value = |scan: &ScanFigures| scan.figures.total(scope.controller.as_deref(), measure);
        let label = |scan: &ScanFigures| scan.started.strftime("%Y-%m-%d").to_string();
        let points: Vec<(String, u64)> = scans
            .iter()
            .map(|scan| (label(scan), value(scan)))
            .collect();
        let title = measure_label(m, measure);
        Figure {
            chart: Lines::new("trend", title.clone(), &points),
            legend: Vec::new(),
            heads: vec![m.label("column-scan"), title.clone()],
            rows: points
                .iter()
                .map(|(label, value)| vec![label.clone(), m.number(*value)])
                .collect(),
            title,
        }
    };
    DRAWN.iter().map(trend).collect()
}

/// What came, went and changed since the scan before.
pub(crate) fn changes(m: &Messages, summary: &Summary, scope: &Scope) -> Option<Figure<Bars>> {
    let scan = last(summary).last().filter(|_| summary.history.len() > 1)?;
    let count = |kind| scan.figures.changed(scope.controller.as_deref(), kind);
    let bars: Vec<Bar> = ChangeKind::ALL
        .into_iter()
        .map(|kind| Bar {
            label: m.label(&format!("change-{}", kind.as_str())),
            value: m.number(count(kind)),
            parts: vec![("c-rest", count(kind))],
        })
        .collect();
    Some(figure(m, "changes", "figure-changes", bars))
}

/// The units whose documents with personal data became more or fewer, most first.
pub(crate) fn units(m: &Messages, summary: &Summary, scope: &Scope) -> Option<Figure<Bars>> {
    let [.., before, now] = last(summary) else {
        return None;
    };
    let mut moved: Vec<(String, i64)> = unit_names(&before.figures, &now.figures, scope)
        .into_iter()
        .map(|key| {
            let of = |figures: &Figures| {
                let unit = figures.units.get(&key);
                unit.and_then(|unit| unit.get(measure::WITH_DATA)).copied()
            };
            let (old, new) = (of(&before.figures), of(&now.figures));
            let difference = new.unwrap_or(0) as i64 - old.unwrap_or(0) as i64;
            (shorten(&key.1, 80), difference)
        })
        .filter(|(_, difference)| *difference != 0)
        .collect();
    moved.sort_by_key(|(_, difference)| std::cmp::Reverse(difference.unsigned_abs()));
    let bars: Vec<Bar> = moved
        .into_iter()
        .take(UNITS)
        .map(|(label, difference)| Bar {
            label,
            value: format!("{difference:+}"),
            parts: vec![(
                if difference > 0 { "c-due" } else { "c-rest" },
                difference.unsigned_abs(),
            )],
        })
        .collect();
    (!bars.is_empty()).then(|| figure(m, "unit-trends", "figure-unit-trends", bars))
}

fn unit_names(before: &Figures, now: &Figures, scope: &Scope) -> BTreeSet<(String, String)> {
    let all = before.units.keys().chain(now.units.keys());
    let is_wanted = |(controller, _): &&(String, String)| {
        scope
            .controller
            .as_ref()
            .is_none_or(|wanted| wanted == controller)
    };
    all.filter(is_wanted).cloned().collect()
}

fn figure(m: &Messages, id: &'static str, title: &str, bars: Vec<Bar>) -> Figure<Bars> {
    let title = m.label(title);
    let rows = bars
        .iter()
        .map(|bar| vec![bar.label.clone(), bar.value.clone()])
        .collect();
    Figure {
        chart: Bars::new(id, title.clone(), bars),
        legend: Vec::new(),
        heads: vec![m.label("column-change"), m.label("column-files")],
        rows,
        title,
    }
}
