//! Columns and rows of a page whose grid is not drawn, by what stands above one another.

use super::lines::{Line, join};
use crate::pdf::device::Run;

/// An empty stripe of this many em stands between columns.
const STRIPE: f64 = 0.4;
/// The share of lines that may cross a stripe by chance.
const CROSSING: f64 = 0.03;
/// A step down of this many usual steps begins a row.
const ROW_STEP: f64 = 1.2;

/// Where a column starts and ends.
pub(super) type Span = (f64, f64);

/// The columns of a page: where the words of lines with several pieces leave no stripe free. A page with few such lines takes
/// the columns of the page before.
pub(super) fn find_columns(sheet: &[Line], known: &[Span]) -> Option<Vec<Span>> {
    let rows: Vec<&Line> = sheet.iter().filter(|line| line.pieces() > 1).collect();
    let size = rows.iter().map(|line| line.size).fold(0.0, f64::max);
    let mut edges: Vec<(f64, i32)> = Vec::new();
    for word in rows.iter().flat_map(|line| &line.words) {
        edges.push((word.start, 1));
        edges.push((word.end, -1));
    }
    edges.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let allowed = (rows.len() as f64 * CROSSING) as i32;
    let columns = spans(&edges, allowed, STRIPE * size);
    if rows.len() < 6 && known.len() > columns.len() {
        return Some(known.to_vec());
    }
    (columns.len() >= 2).then_some(columns)
}

/// Stretches that more words than allowed cover, with gaps of at least `gap` between them.
fn spans(edges: &[(f64, i32)], allowed: i32, gap: f64) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut depth = 0;
    let mut start = None;
    for (at, step) in edges {
        let before = depth;
        depth += step;
        if before <= allowed && depth > allowed {
            start = Some(*at);
        } else if before > allowed && depth <= allowed {
            let Some(from) = start.take() else { continue };
            match out.last_mut() {
                Some(last) if from - last.1 < gap => last.1 = *at,
                _ => out.push((from, *at)),
            }
        }
    }
    out
}

/// The column that a word overlaps most, or the nearest one.
fn column_of(word: &Run, columns: &[Span]) -> usize {
    let overlap = |span: &Span| word.end.min(span.1) - word.start.max(span.0);
    let best = columns
        .iter()
        .enumerate()
        .max_by(|a, b| overlap(a.1).total_cmp(&overlap(b.1)));
    best.map_or(0, |(at, _)| at)
}

/// The columns that a line fills. A line without a wide gap that crosses columns is one title in its first column.
fn filled(line: &Line, columns: &[Span]) -> Vec<usize> {
    let mut all: Vec<usize> = line
        .words
        .iter()
        .map(|word| column_of(word, columns))
        .collect();
    all.dedup();
    if line.pieces() == 1 {
        all.truncate(1);
    }
    all
}

/// Lines that make a row each.
pub(super) fn row_groups<'a>(lines: &[&'a Line], columns: &[Span]) -> Vec<Vec<&'a Line>> {
    let step = usual_step(lines);
    let spaced = lines
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if b.baseline - a.baseline > ROW_STEP * step))
        .count()
        * 3
        >= lines.len();
    let mut out: Vec<Vec<&Line>> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let begins = match before {
            None => true,
            Some(above) => {
                let down = line.baseline - above.baseline;
                let wide = down > ROW_STEP * step || down < 0.0;
                wide || (!spaced
                    && (opens_row(line, columns) || begins_again(out.last(), line, columns)))
            }
        };
        match out.last_mut() {
            Some(group) if !begins => group.push(line),
            _ => out.push(vec![line]),
        }
        before = Some(line);
    }
    out
}

/// In a table without room between its rows: a line that fills several columns, not going on in lower case, or a title.
fn opens_row(line: &Line, columns: &[Span]) -> bool {
    let filled = filled(line, columns);
    let first = line.words.first().map(|word| word.text.trim_start());
    let fresh = first.is_some_and(|text| !text.starts_with(char::is_lowercase));
    fresh && (filled.len() > 1 && filled.first() <= Some(&1) || columns.len() == filled.len())
}

/// The lines of a cell follow one upon the other: a line in a column that the line above left empty, and that was filled before
/// it, belongs to another row.
fn begins_again(group: Option<&Vec<&Line>>, line: &Line, columns: &[Span]) -> bool {
    let Some((last, before)) = group.and_then(|group| group.split_last()) else {
        return false;
    };
    let above = filled(last, columns);
    filled(line, columns).iter().any(|column| {
        !above.contains(column)
            && before
                .iter()
                .any(|line| filled(line, columns).contains(column))
    })
}

/// The distance of lines within a cell: the smallest that is common.
fn usual_step(lines: &[&Line]) -> f64 {
    let mut steps: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some((b.baseline - a.baseline, a.size.min(b.size))),
            _ => None,
        })
        .filter(|(step, size)| *step > 0.8 * size)
        .map(|(step, _)| step)
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 12).copied().unwrap_or(f64::MAX)
}

pub(super) fn add_line(cell: &mut String, text: &str) {
    if !text.is_empty() && !cell.is_empty() {
        cell.push('\n');
    }
    cell.push_str(text);
}

pub(super) fn cells(group: &[&Line], columns: &[Span]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    for line in group {
        let title = line.pieces() == 1;
        let first = line
            .words
            .first()
            .map_or(0, |word| column_of(word, columns));
        for (at, cell) in cells.iter_mut().enumerate() {
            let within = |word: &&Run| {
                if title {
                    first == at
                } else {
                    column_of(word, columns) == at
                }
            };
            add_line(cell, &join(line.words.iter().filter(within)));
        }
    }
    cells
}
