//! The columns of both sheets, and their cells for a group and a file.

use super::plain;
use super::rows::{Group, Line};
use crate::messages::Messages;
use crate::shown::shorten;
use jiff::civil::Date;

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Number(u64),
    Day(Date),
    Empty,
}

impl Cell {
    pub(super) fn text(text: &str) -> Cell {
        if text.is_empty() {
            return Cell::Empty;
        }
        // A cell of a workbook holds 32,767 characters.
        Cell::Text(plain(&shorten(text, 8_000)))
    }

    fn day(day: Option<Date>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }

    /// As it stands in csv.
    pub(super) fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Empty => String::new(),
        }
    }
}

/// A column: the end of its message's key, and how wide it is.
pub(super) type Column = (&'static str, f64);

/// What people fill in stands first.
pub(super) const GROUPS: [Column; 18] = [
    ("decision", 22.0),
    ("note", 24.0),
    ("verdict", 22.0),
    ("due", 12.0),
    ("controller", 24.0),
    ("unit", 20.0),
    ("place", 44.0),
    ("class-code", 12.0),
    ("document-type", 30.0),
    ("first-year", 10.0),
    ("last-year", 10.0),
    ("files", 8.0),
    ("size", 12.0),
    ("medium", 16.0),
    ("phrase", 34.0),
    ("plan", 28.0),
    ("date-source", 26.0),
    ("exceptions", 34.0),
];

pub(super) const FILES: [Column; 22] = [
    ("decision", 22.0),
    ("note", 24.0),
    ("verdict", 22.0),
    ("due", 12.0),
    ("controller", 24.0),
    ("unit", 20.0),
    ("path", 70.0),
    ("dossier", 20.0),
    ("standing", 18.0),
    ("class-code", 12.0),
    ("document-type", 30.0),
    ("date", 12.0),
    ("date-source", 26.0),
    ("size", 12.0),
    ("medium", 10.0),
    ("persons", 9.0),
    ("level", 16.0),
    ("phrase", 34.0),
    ("plan", 28.0),
    ("reasons", 60.0),
    ("exceptions", 34.0),
    ("identical", 50.0),
];

/// The heading of a column.
pub(super) fn heading(m: &Messages, column: &str) -> String {
    m.label(&format!("worklist-{column}"))
}

pub(super) fn group_cells(m: &Messages, group: &Group) -> Vec<Cell> {
    let year = |year: Option<i16>| {
        year.and_then(|year| u64::try_from(year).ok())
            .map_or(Cell::Empty, Cell::Number)
    };
    let key = &group.key;
    vec![
        Cell::Empty,
        Cell::Empty,
        Cell::text(&m.label(&format!("verdict-{}", key.state.as_str()))),
        Cell::day(group.due),
        Cell::text(&key.controller),
        Cell::text(&key.unit),
        Cell::text(&key.place),
        Cell::text(&key.class_code),
        Cell::text(&key.document_type),
        year(group.years.map(|(first, _)| first)),
        year(group.years.map(|(_, last)| last)),
        Cell::Number(group.files),
        Cell::Number(group.bytes),
        Cell::text(&joined(group.media.iter().map(String::as_str))),
        Cell::text(&group.phrase),
        Cell::text(&group.plan),
        Cell::text(&joined(group.date_sources.iter().map(String::as_str))),
        Cell::text(&joined(group.exceptions.iter().map(String::as_str))),
    ]
}

pub(super) fn file_cells(m: &Messages, line: &Line) -> Vec<Cell> {
    vec![
        Cell::Empty,
        Cell::Empty,
        Cell::text(&m.label(&format!("verdict-{}", line.state.as_str()))),
        Cell::day(line.due),
        Cell::text(&line.controller),
        Cell::text(&line.unit),
        Cell::text(&line.path),
        Cell::text(&line.dossier),
        Cell::text(&m.label(&format!("standing-{}", line.standing.as_str()))),
        Cell::text(&line.class_code),
        Cell::text(&line.document_type),
        Cell::day(line.date),
        Cell::text(&line.date_source),
        Cell::Number(line.size),
        Cell::text(&line.medium),
        Cell::Number(line.persons),
        Cell::text(&line.level),
        Cell::text(&line.phrase),
        Cell::text(&line.plan),
        Cell::text(&line.reasons),
        Cell::text(&line.exceptions),
        Cell::text(&line.identical),
    ]
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("; ")
}
