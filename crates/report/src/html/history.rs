//! Pictures of the scans of the past: how the figures moved, and what differs from the scan before.

use super::charts::{Bar, Bars, Lines};
use super::view::Figure;
use crate::messages::Messages;
use crate::shown::shorten;
use crate::summary::{Scope, Summary};
use sporhund_model::history::{Figures, measure};
use sporhund_model::{ChangeKind, ScanFigures};
use std::collections::{BTreeMap, BTreeSet};

/// So many scans are drawn, the last ones.
const SCANS: usize = 60;
/// So many units or categories that moved are drawn.
const MOVED: usize = 12;
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
    let of = |figures: &Figures, key: &(String, String)| {
        let unit = figures.units.get(key);
        unit.and_then(|unit| unit.get(measure::WITH_DATA)).copied()
    };
    let keys = [&before.figures, &now.figures].map(|figures| figures.units.keys());
    let moved = wanted(keys.into_iter().flatten(), scope).map(|key| {
        let difference = difference(of(&before.figures, key), of(&now.figures, key));
        (shorten(&key.1, 80), difference)
    });
    let bars = moved_bars(moved.collect());
    (!bars.is_empty()).then(|| figure(m, "unit-trends", "figure-unit-trends", bars))
}

/// The categories of personal data that became more or fewer, by documents, most first.
pub(crate) fn categories(m: &Messages, summary: &Summary, scope: &Scope) -> Option<Figure<Bars>> {
    let [.., before, now] = last(summary) else {
        return None;
    };
    let mut moved: BTreeMap<&str, i64> = BTreeMap::new();
    let keys = [&before.figures, &now.figures].map(|figures| figures.categories.keys());
    for key in wanted(keys.into_iter().flatten(), scope) {
        let of = |figures: &Figures| figures.categories.get(key).copied();
        *moved.entry(&key.1).or_default() += difference(of(&before.figures), of(&now.figures));
    }
    let label = |category: &str| m.label(&format!("category-{category}"));
    let moved = moved
        .into_iter()
        .map(|(category, by)| (label(category), by));
    let bars = moved_bars(moved.collect());
    (!bars.is_empty()).then(|| figure(m, "category-trends", "figure-category-trends", bars))
}

fn difference(before: Option<u64>, now: Option<u64>) -> i64 {
    now.unwrap_or(0) as i64 - before.unwrap_or(0) as i64
}

/// A bar for each that moved.
fn moved_bars(mut moved: Vec<(String, i64)>) -> Vec<Bar> {
    moved.retain(|(_, difference)| *difference != 0);
    moved.sort_by_key(|(_, difference)| std::cmp::Reverse(difference.unsigned_abs()));
    let bar = |(label, difference): (String, i64)| {
        let colour = if difference > 0 { "c-due" } else { "c-rest" };
        Bar {
            label,
            value: format!("{difference:+}"),
            parts: vec![(colour, difference.unsigned_abs())],
        }
    };
    moved.into_iter().take(MOVED).map(bar).collect()
}

/// The keys, of a controller and something else, that a report is about; each once.
fn wanted<'k>(
    keys: impl Iterator<Item = &'k (String, String)>,
    scope: &Scope,
) -> impl Iterator<Item = &'k (String, String)> {
    let is_wanted = |key: &&(String, String)| {
        let wanted = scope.controller.as_ref();
        wanted.is_none_or(|wanted| *wanted == key.0)
    };
    let all: BTreeSet<_> = keys.filter(is_wanted).collect();
    all.into_iter()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_moved_most_first_and_nothing_that_stood_still() {
        let moved = [("Health", 2), ("Names", 0), ("Mail", -5)];
        let bars = moved_bars(moved.map(|(label, by)| (label.to_owned(), by)).into());
        let drawn: Vec<(&str, &str)> = bars
            .iter()
            .map(|bar| (bar.label.as_str(), bar.value.as_str()))
            .collect();
        assert_eq!(drawn, [("Mail", "-5"), ("Health", "+2")]);
    }
}
