//! What the template shows of findings, documents and verdicts.

use super::charts::{Bar, Bars, Columns, by_year};
use crate::human::{approximate, row_name};
use crate::mask::mask_path;
use crate::messages::Messages;
use crate::shown::shorten;
use crate::summary::{AgeGroup, DocumentLine, Section, StateGroup, due_date};
use sporhund_model::{Level, Note, VerdictState};
use std::collections::BTreeMap;

const UNITS: usize = 12;
const RULES: usize = 40;
const REASONS: usize = 3;

/// A key number.
pub(crate) struct Tile {
    pub value: String,
    pub label: String,
    pub detail: String,
    pub is_alarm: bool,
}

/// A path with the name apart from the folders.
pub(crate) struct PathView {
    pub folder: String,
    pub name: String,
}

/// A picture with its title, legend and the numbers as a table.
pub(crate) struct Figure<T> {
    pub title: String,
    pub chart: T,
    pub legend: Vec<(&'static str, String)>,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A document to look at.
pub(crate) struct DocumentView {
    pub path: PathView,
    pub kind: String,
    pub level: String,
    pub level_class: &'static str,
    pub persons: String,
    pub categories: String,
    pub verdict: String,
    pub score: u32,
    pub parts: Vec<String>,
}

/// A file past its time.
pub(crate) struct OverdueView {
    pub path: PathView,
    pub state: String,
    pub date: String,
    pub row: String,
    pub phrase: String,
    pub why: Vec<String>,
}

/// Files of one verdict.
pub(crate) struct StateView {
    pub name: String,
    pub meaning: String,
    pub files: String,
    pub size: String,
    pub with_data: String,
    pub reasons: Vec<String>,
    pub examples: Vec<(PathView, String)>,
}

pub(crate) fn tiles(m: &Messages, section: &Section) -> Vec<Tile> {
    let totals = &section.totals;
    let tile = |value: String, label: &str, detail: String| Tile {
        value,
        label: m.label(label),
        detail,
        is_alarm: false,
    };
    let share = |part: u64| {
        m.text(
            "of-read",
            &[("share", m.percent(part, totals.read()).into())],
        )
    };
    let past =
        count_of(section, VerdictState::Overdue) + count_of(section, VerdictState::DeliveryOverdue);
    let possibly = count_of(section, VerdictState::PossiblyOverdue);
    let persons = approximate(&m.number(totals.persons), totals.persons_estimated);
    let read = m.text(
        "of-files",
        &[("share", m.percent(totals.read(), totals.files()).into())],
    );
    let mut tiles = vec![
        tile(
            m.number(totals.files()),
            "tile-files",
            m.bytes(totals.all_bytes()),
        ),
        tile(m.number(totals.read()), "tile-read", read),
        tile(
            m.number(totals.with_data()),
            "tile-with-data",
            share(totals.with_data()),
        ),
        tile(
            m.number(totals.with_sensitive),
            "tile-sensitive",
            share(totals.with_sensitive),
        ),
        tile(persons, "tile-persons", m.label("tile-persons-detail")),
        tile(
            m.number(past),
            "tile-past",
            m.text("tile-possibly", &[("n", possibly.into())]),
        ),
    ];
    for (at, is_alarm) in [
        (1, totals.read() == 0),
        (3, totals.with_sensitive > 0),
        (5, past > 0),
    ] {
        tiles[at].is_alarm = is_alarm;
    }
    tiles
}

fn count_of(section: &Section, state: VerdictState) -> u64 {
    section.states.get(&state).map_or(0, |group| group.files)
}

/// Documents by kind of personal data.
pub(crate) fn categories(m: &Messages, section: &Section) -> Option<Figure<Bars>> {
    let mut counts: Vec<_> = section.categories.iter().collect();
    counts.sort_by_key(|(_, documents)| std::cmp::Reverse(**documents));
    let named = |word: &str| m.label(&format!("category-{word}"));
    let bars = counts.iter().map(|(category, documents)| Bar {
        label: named(category.as_str()),
        value: m.number(**documents),
        parts: vec![(level_class(crate::Levels::usual(**category)), **documents)],
    });
    let bars: Vec<_> = bars.collect();
    let rows = counts
        .iter()
        .map(|(category, documents)| vec![named(category.as_str()), m.number(**documents)]);
    let title = m.label("heading-categories");
    (!bars.is_empty()).then(|| Figure {
        rows: rows.collect(),
        heads: vec![m.label("column-category"), m.label("column-documents")],
        legend: Vec::new(),
        chart: Bars::new("categories", title.clone(), bars),
        title,
    })
}

/// Documents with personal data by unit and level.
pub(crate) fn units(m: &Messages, section: &Section) -> Option<Figure<Bars>> {
    let all = section.units();
    let mut further = *section.further_units();
    for (_, levels) in all.iter().skip(UNITS) {
        further
            .iter_mut()
            .zip(levels.iter())
            .for_each(|(sum, count)| *sum += count);
    }
    let mut shown: Vec<(String, [u64; Level::ALL.len()])> = all
        .iter()
        .take(UNITS)
        .map(|(unit, levels)| (shorten(&mask_path(unit), 40), **levels))
        .collect();
    if further.iter().any(|count| *count > 0) {
        shown.push((m.label("other-units"), further));
    }
    let bars: Vec<_> = shown
        .iter()
        .map(|(unit, levels)| unit_bar(m, unit, levels))
        .collect();
    let title = m.label("heading-units");
    let levels: Vec<Level> = Level::ALL.into_iter().skip(1).collect();
    let mut heads = vec![m.label("column-unit")];
    heads.extend(
        levels
            .iter()
            .map(|level| m.label(&format!("level-{}", level.as_str()))),
    );
    let rows = shown.iter().map(|(unit, counts)| {
        let counts = counts.iter().skip(1).map(|count| m.number(*count));
        std::iter::once(unit.clone()).chain(counts).collect()
    });
    (!bars.is_empty()).then(|| Figure {
        rows: rows.collect(),
        heads,
        legend: legend(m, &shown),
        chart: Bars::new("units", title.clone(), bars),
        title,
    })
}

fn unit_bar(m: &Messages, unit: &str, levels: &[u64; Level::ALL.len()]) -> Bar {
    let parts = Level::ALL.into_iter().zip(levels).skip(1);
    Bar {
        label: unit.to_owned(),
        value: m.number(levels.iter().skip(1).sum()),
        parts: parts
            .map(|(level, count)| (level_class(level), *count))
            .collect(),
    }
}

/// The levels that occur.
fn legend(
    m: &Messages,
    units: &[(String, [u64; Level::ALL.len()])],
) -> Vec<(&'static str, String)> {
    let occurs = |at: usize| {
        units
            .iter()
            .any(|(_, levels)| levels.get(at).is_some_and(|count| *count > 0))
    };
    let levels = Level::ALL.into_iter().enumerate().skip(1);
    levels
        .filter(|(at, _)| occurs(*at))
        .map(|(_, level)| {
            (
                level_class(level),
                m.label(&format!("level-{}", level.as_str())),
            )
        })
        .collect()
}

pub(crate) fn level_class(level: Level) -> &'static str {
    match level {
        Level::None => "l-none",
        Level::Official => "l-official",
        Level::Ordinary => "l-ordinary",
        Level::Confidential => "l-confidential",
        Level::Sensitive => "l-sensitive",
        Level::Crime => "l-crime",
        Level::Protected => "l-protected",
    }
}

/// Rule, places, documents.
pub(crate) fn rules(m: &Messages, section: &Section) -> Vec<[String; 4]> {
    let rules = section.rules().into_iter().take(RULES);
    rules
        .map(|(rule, places, documents)| {
            let name = shorten(&m.rule(rule), 80);
            [
                name,
                shorten(rule.as_str(), 80),
                m.number(places),
                m.number(documents),
            ]
        })
        .collect()
}

/// Documents with personal data by year.
pub(crate) fn ageing(m: &Messages, years: &BTreeMap<i16, AgeGroup>) -> Option<Figure<Columns>> {
    let title = m.label("heading-ageing");
    let rows = by_year(years);
    let rows = rows.into_iter();
    (!years.is_empty()).then(|| Figure {
        rows: rows
            .map(|(year, group)| vec![year, m.number(group.documents), m.number(group.due)])
            .collect(),
        heads: vec![
            m.label("column-year"),
            m.label("column-documents"),
            m.label("column-due"),
        ],
        legend: vec![
            ("c-due", m.label("legend-due")),
            ("c-rest", m.label("legend-rest")),
        ],
        chart: Columns::new("ageing", title.clone(), years),
        title,
    })
}

/// Files by verdict.
pub(crate) fn verdicts(m: &Messages, section: &Section) -> Option<Figure<Bars>> {
    let groups = VerdictState::ALL
        .into_iter()
        .filter_map(|state| Some((state, section.states.get(&state)?)));
    let bars = groups.map(|(state, group)| Bar {
        label: m.label(&format!("verdict-{}", state.as_str())),
        value: m.number(group.files),
        parts: vec![(state_class(state), group.files)],
    });
    let bars: Vec<_> = bars.collect();
    let title = m.label("heading-verdicts");
    (!bars.is_empty()).then(|| Figure {
        rows: Vec::new(),
        heads: Vec::new(),
        legend: Vec::new(),
        chart: Bars::new("verdicts", title.clone(), bars),
        title,
    })
}

fn state_class(state: VerdictState) -> &'static str {
    use VerdictState::{
        DeliveryOverdue, Overdue, PossiblyOverdue, Review, Superseded, Unclassified,
        WorkingPaperDue,
    };
    match state {
        Overdue | DeliveryOverdue => "c-alarm",
        PossiblyOverdue | WorkingPaperDue | Superseded => "c-due",
        Review | Unclassified => "c-open",
        _ => "c-rest",
    }
}

pub(crate) fn states(m: &Messages, section: &Section) -> Vec<StateView> {
    let groups = VerdictState::ALL
        .into_iter()
        .filter_map(|state| Some((state, section.states.get(&state)?)));
    groups
        .map(|(state, group)| state_view(m, state, group))
        .collect()
}

fn state_view(m: &Messages, state: VerdictState, group: &StateGroup) -> StateView {
    let reasons = group.reasons.commonest().into_iter().take(REASONS);
    StateView {
        name: m.label(&format!("verdict-{}", state.as_str())),
        meaning: m.label(&format!("verdict-why-{}", state.as_str())),
        files: m.number(group.files),
        size: m.bytes(group.bytes),
        with_data: m.number(group.with_data),
        reasons: reasons
            .map(|(note, files)| format!("{} ({})", reason_of(m, note, files), m.number(files)))
            .collect(),
        examples: group
            .examples()
            .map(|line| (path_view(&line.path), example_why(m, line)))
            .collect(),
    }
}

/// A reason that files share: the day of one of them is no reason of many.
fn reason_of(m: &Messages, note: &Note, files: u64) -> String {
    let of_many = m.find_label(&format!("{}-of-many", note.code));
    let words = of_many.filter(|_| files > 1);
    words.unwrap_or_else(|| shorten(&m.note(note), 200))
}

/// Why an example has its verdict: date, row, first reason.
fn example_why(m: &Messages, line: &DocumentLine) -> String {
    let Some(verdict) = &line.verdict else {
        return String::new();
    };
    let mut words = Vec::new();
    words.extend(due_date(verdict).map(|date| date.to_string()));
    words.extend(verdict.row.as_ref().map(|row| shorten(&row_name(row), 120)));
    words.extend(
        verdict
            .reasons
            .first()
            .map(|note| shorten(&m.note(note), 200)),
    );
    words.join(" · ")
}

pub(crate) fn worst(m: &Messages, section: &Section) -> Vec<DocumentView> {
    section.worst().map(|line| document_view(m, line)).collect()
}

fn document_view(m: &Messages, line: &DocumentLine) -> DocumentView {
    let categories = line
        .categories
        .iter()
        .map(|category| m.label(&format!("category-{}", category.as_str())));
    let verdict = line.verdict.as_ref();
    DocumentView {
        path: path_view(&line.path),
        kind: m.label(&format!("kind-{}", line.kind.as_str())),
        level: m.label(&format!("level-{}", line.level.as_str())),
        level_class: level_class(line.level),
        persons: m.number(line.persons),
        categories: categories.collect::<Vec<_>>().join(", "),
        verdict: verdict.map_or_else(
            || "–".to_owned(),
            |verdict| m.label(&format!("verdict-{}", verdict.state.as_str())),
        ),
        score: line.risk.score.min(100),
        parts: line
            .risk
            .parts
            .iter()
            .take(8)
            .map(|note| shorten(&m.note(note), 120))
            .collect(),
    }
}

pub(crate) fn overdue(m: &Messages, section: &Section) -> Vec<OverdueView> {
    section
        .overdue()
        .filter_map(|line| overdue_view(m, line))
        .collect()
}

fn overdue_view(m: &Messages, line: &DocumentLine) -> Option<OverdueView> {
    let verdict = line.verdict.as_ref()?;
    let mut why: Vec<String> = verdict
        .reasons
        .iter()
        .take(REASONS)
        .map(|note| shorten(&m.note(note), 200))
        .collect();
    if let Some(dossier) = &verdict.dossier {
        let dossier = shorten(&mask_path(dossier), 80);
        why.push(m.text("of-dossier", &[("dossier", dossier.into())]));
    }
    let row = verdict.row.as_ref();
    let date = due_date(verdict);
    Some(OverdueView {
        path: path_view(&line.path),
        state: m.label(&format!("verdict-{}", verdict.state.as_str())),
        date: date.map_or_else(|| "–".to_owned(), |date| date.to_string()),
        row: row.map_or_else(|| "–".to_owned(), |row| shorten(&row_name(row), 120)),
        phrase: shorten(verdict.phrase.as_deref().unwrap_or(""), 160),
        why,
    })
}

pub(crate) fn path_view(path: &str) -> PathView {
    let cut = path.rfind('/').map_or(0, |cut| cut + 1);
    let (folder, name) = path.split_at(cut);
    PathView {
        folder: folder.to_owned(),
        name: name.to_owned(),
    }
}
