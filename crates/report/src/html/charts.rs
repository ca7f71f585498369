//! Pictures as inline SVG. Positions are per cent and text keeps its size, so that a picture fits any width.

use crate::summary::AgeGroup;
use askama::Template;
use std::collections::BTreeMap;

const ROW_HEIGHT: u32 = 42;
const PLOT_HEIGHT: u64 = 150;
const PLOT_TOP: u64 = 20;
/// Years past this number are put together under the oldest.
const MAX_YEARS: usize = 12;

/// Horizontal bars, each of one part or more.
#[derive(Template)]
#[template(path = "bars.html")]
pub(crate) struct Bars {
    pub id: &'static str,
    pub title: String,
    pub height: u32,
    pub rows: Vec<BarRow>,
}

pub(crate) struct BarRow {
    pub label: String,
    pub value: String,
    pub top: u32,
    pub parts: Vec<Part>,
}

pub(crate) struct Part {
    pub class: &'static str,
    pub x: String,
    pub width: String,
}

/// What a bar is made from: label, text of the value, and the parts with their class.
pub(crate) struct Bar {
    pub label: String,
    pub value: String,
    pub parts: Vec<(&'static str, u64)>,
}

impl Bars {
    pub(crate) fn new(id: &'static str, title: String, bars: Vec<Bar>) -> Self {
        let total = |bar: &Bar| bar.parts.iter().map(|(_, size)| size).sum::<u64>();
        let most = bars.iter().map(total).max().unwrap_or(0).max(1);
        let rows: Vec<_> = bars
            .into_iter()
            .enumerate()
            .map(|(number, bar)| BarRow {
                label: bar.label,
                value: bar.value,
                top: number as u32 * ROW_HEIGHT,
                parts: stacked(&bar.parts, most),
            })
            .collect();
        Bars {
            id,
            title,
            height: rows.len() as u32 * ROW_HEIGHT,
            rows,
        }
    }
}

fn stacked(parts: &[(&'static str, u64)], most: u64) -> Vec<Part> {
    let mut start = 0;
    let mut placed = Vec::new();
    for (class, size) in parts.iter().filter(|(_, size)| *size > 0) {
        placed.push(Part {
            class,
            x: percent(start, most),
            width: percent(*size, most),
        });
        start += size;
    }
    placed
}

fn percent(part: u64, whole: u64) -> String {
    // Small bars stay visible.
    let share = part as f64 * 100.0 / whole as f64;
    format!("{:.2}", if part > 0 { share.max(0.4) } else { share })
}

/// Columns by year; the lower part is what is past its time.
#[derive(Template)]
#[template(path = "columns.html")]
pub(crate) struct Columns {
    pub id: &'static str,
    pub title: String,
    pub height: u64,
    pub baseline: u64,
    pub years: Vec<Column>,
}

pub(crate) struct Column {
    pub label: String,
    pub value: String,
    pub x: String,
    pub width: String,
    pub middle: String,
    pub top: u64,
    pub rest_height: u64,
    pub due_top: u64,
    pub due_height: u64,
    pub value_at: u64,
}

impl Columns {
    pub(crate) fn new(id: &'static str, title: String, years: &BTreeMap<i16, AgeGroup>) -> Self {
        let groups = by_year(years);
        let most = groups
            .iter()
            .map(|(_, group)| group.documents)
            .max()
            .unwrap_or(0)
            .max(1);
        let slot = 100.0 / groups.len().max(1) as f64;
        let years = groups
            .iter()
            .enumerate()
            .map(|(number, (label, group))| column(label, *group, most, number as f64 * slot, slot))
            .collect();
        Columns {
            id,
            title,
            height: PLOT_TOP + PLOT_HEIGHT + 24,
            baseline: PLOT_TOP + PLOT_HEIGHT,
            years,
        }
    }
}

fn column(label: &str, group: AgeGroup, most: u64, x: f64, slot: f64) -> Column {
    let due_height = scaled(group.due, most);
    let rest_height = scaled(group.documents, most).saturating_sub(due_height);
    let baseline = PLOT_TOP + PLOT_HEIGHT;
    let top = baseline - due_height - rest_height;
    Column {
        label: label.to_owned(),
        value: compact(group.documents),
        x: format!("{:.2}", x + slot * 0.14),
        width: format!("{:.2}", slot * 0.72),
        middle: format!("{:.2}", x + slot * 0.5),
        top,
        rest_height,
        due_top: baseline - due_height,
        due_height,
        value_at: top - 5,
    }
}

/// A line through the figures of scans, with the first and the last date.
#[derive(Template)]
#[template(path = "lines.html")]
pub(crate) struct Lines {
    pub id: &'static str,
    pub title: String,
    pub points: String,
    pub last: String,
    pub from: String,
    pub to: String,
}

impl Lines {
    /// From label and figure of each scan; the axis begins at 0, so that a small change looks small.
    pub(crate) fn new(id: &'static str, title: String, scans: &[(String, u64)]) -> Self {
        let most = scans
            .iter()
            .map(|(_, value)| *value)
            .max()
            .unwrap_or(0)
            .max(1);
        let step = 98.0 / (scans.len().max(2) - 1) as f64;
        let point = |(number, (_, value)): (usize, &(String, u64))| {
            let height = *value as f64 * 64.0 / most as f64;
            format!("{:.2},{:.2}", 1.0 + number as f64 * step, 68.0 - height)
        };
        let points: Vec<String> = scans.iter().enumerate().map(point).collect();
        let label =
            |scan: Option<&(String, u64)>| scan.map_or(String::new(), |(label, _)| label.clone());
        Lines {
            id,
            title,
            points: points.join(" "),
            last: scans
                .last()
                .map_or(String::new(), |(_, value)| value.to_string()),
            from: label(scans.first()),
            to: label(scans.last()),
        }
    }
}

fn scaled(value: u64, most: u64) -> u64 {
    let height = (value as f64 * PLOT_HEIGHT as f64 / most as f64).round() as u64;
    height.clamp(u64::from(value > 0), PLOT_HEIGHT)
}

/// The years up to the newest, without gaps; the oldest column takes all that is older.
pub(crate) fn by_year(years: &BTreeMap<i16, AgeGroup>) -> Vec<(String, AgeGroup)> {
    let Some((newest, _)) = years.last_key_value() else {
        return Vec::new();
    };
    let oldest = years.keys().next().copied().unwrap_or(*newest);
    let span = i32::from(*newest) - i32::from(oldest) + 1;
    let first = if span > MAX_YEARS as i32 {
        newest.saturating_sub(MAX_YEARS as i16 - 1)
    } else {
        oldest
    };
    let mut groups: Vec<_> = (first..=*newest)
        .map(|year| {
            (
                year.to_string(),
                years.get(&year).copied().unwrap_or_default(),
            )
        })
        .collect();
    if let Some((label, group)) = groups.first_mut().filter(|_| first > oldest) {
        *label = format!("≤{first}");
        for (_, older) in years.range(..first) {
            group.documents += older.documents;
            group.due += older.due;
        }
    }
    groups
}

/// At most four characters or so.
fn compact(number: u64) -> String {
    match number {
        0 => String::new(),
        1..10_000 => number.to_string(),
        10_000..1_000_000 => format!("{}k", number / 1_000),
        _ => format!("{}M", number / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_old_years_together_and_fills_gaps() {
        let group = |documents| AgeGroup { documents, due: 0 };
        let years = [(1999, group(2)), (2010, group(3)), (2024, group(5))].into();
        let groups = by_year(&years);
        assert_eq!(groups.len(), 12);
        assert_eq!(groups[0], ("≤2013".to_owned(), group(5)));
        assert_eq!(groups[11], ("2024".to_owned(), group(5)));
        let extremes = [(i16::MIN, group(1)), (i16::MAX, group(1))].into();
        assert_eq!(by_year(&extremes).len(), 12);
    }

    #[test]
    fn a_line_begins_at_nought_and_stays_within_the_picture() {
        let scans = [
            ("a".to_owned(), 0),
            ("b".to_owned(), u64::MAX),
            ("c".to_owned(), 1),
        ];
        let lines = Lines::new("x", String::new(), &scans);
        assert_eq!(lines.points, "1.00,68.00 50.00,4.00 99.00,68.00");
        assert_eq!((lines.from.as_str(), lines.to.as_str()), ("a", "c"));
        assert!(Lines::new("x", String::new(), &[]).points.is_empty());
    }

    #[test]
    fn columns_stay_within_the_picture() {
        let years = [
            (
                2020,
                AgeGroup {
                    documents: u64::MAX / 2,
                    due: u64::MAX / 2,
                },
            ),
            (
                2021,
                AgeGroup {
                    documents: 1,
                    due: 1,
                },
            ),
        ];
        let columns = Columns::new("x", String::new(), &years.into());
        assert!(columns.years.iter().all(|column| column.top >= PLOT_TOP));
    }
}
