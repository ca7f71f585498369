//! Tables of pages as rows, by the positions of their words: how plans and registers in PDF are read.
//!
//! A PDF has no tables, only words with places. Where the grid is drawn, its lines tell the cells. Else what stands above one
//! another with an empty stripe on both sides is a column; a wide step downwards, or a line that fills the first columns,
//! begins a row. It is kept apart from the text that is scanned, whose order and joins it would disturb.

use super::device::{Run, WORD_GAP};
use super::ruled::Grid;
use super::{load_error, pages};
use crate::Input;
use crate::decoder::DecodeError;
use hayro_interpret::InterpreterCache;
use sporhund_model::{Cell, Merge, Table, TableRow};
use std::collections::HashMap;
use std::io::{Read, SeekFrom};
use std::ops::Range;

/// A gap of this many em within a line stands between cells.
const PIECE_GAP: f64 = 0.8;
/// An empty stripe of this many em stands between columns.
const STRIPE: f64 = 0.4;
/// The share of lines that may cross a stripe by chance.
const CROSSING: f64 = 0.03;
/// A step down of this many usual steps begins a row.
const ROW_STEP: f64 = 1.2;
/// Lines of one text follow each other within this many em.
const TEXT_STEP: f64 = 1.6;
/// Lines above a table that are kept with it.
const ABOVE: usize = 40;
/// Pages that are read; no plan has as many.
const MAX_PAGES: usize = 2_000;

/// Words at one height.
struct Line {
    words: Vec<Run>,
    baseline: f64,
    size: f64,
}

/// Where a column starts and ends.
type Span = (f64, f64);

/// A page.
struct Sheet {
    lines: Vec<Line>,
    grid: Option<Grid>,
}

/// The tables of a PDF: pages with the same columns make one.
pub(crate) fn tables(input: &mut Input<'_>, limit: u64) -> Result<Vec<Table>, DecodeError> {
    let mut data = Vec::new();
    input.reader.seek(SeekFrom::Start(0))?;
    input.reader.take(limit).read_to_end(&mut data)?;
    let pdf = hayro_syntax::Pdf::new(data).map_err(load_error)?;
    let mut cache = InterpreterCache::new();
    let mut sheets = Vec::new();
    for page in pdf.pages().iter().take(MAX_PAGES) {
        match pages::interpret(page, &cache) {
            Some(device) => sheets.push(Sheet {
                grid: Grid::of(&device.rules),
                lines: lines(words(device.runs)),
            }),
            None => cache = InterpreterCache::new(),
        }
    }
    drop_page_marks(&mut sheets);
    Ok(Collector::default().take_all(sheets))
}

/// Each word as a run of its own.
fn words(runs: Vec<Run>) -> Vec<Run> {
    // No two places are one, so that every gap parts two words.
    let cut = runs.into_iter().flat_map(|run| run.cut(|place| place));
    cut.collect()
}

/// Upright words by height, from the top.
fn lines(mut words: Vec<Run>) -> Vec<Line> {
    words.retain(|word| word.angle == 0);
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line)
                if (word.baseline - line.baseline).abs() < 0.3 * word.size.min(line.size) =>
            {
                line.size = line.size.max(word.size);
                line.words.push(word);
            }
            _ => lines.push(Line {
                baseline: word.baseline,
                size: word.size,
                words: vec![word],
            }),
        }
    }
    for line in &mut lines {
        line.words.sort_by(|a, b| a.start.total_cmp(&b.start));
    }
    lines
}

impl Line {
    /// The words in pieces with wide gaps between them.
    fn pieces(&self) -> usize {
        let gaps = self.words.windows(2).filter(|pair| match pair {
            [left, right] => right.start - left.end > PIECE_GAP * self.size,
            _ => false,
        });
        gaps.count() + 1
    }

    /// The height of its letters' middle.
    fn middle(&self) -> f64 {
        self.baseline - 0.3 * self.size
    }

    fn text(&self) -> String {
        join(self.words.iter())
    }
}

fn join<'a>(words: impl Iterator<Item = &'a Run>) -> String {
    let mut text = String::new();
    let mut end: Option<f64> = None;
    for word in words {
        if end.is_some_and(|end| word.start - end > WORD_GAP * word.size) {
            text.push(' ');
        }
        text.push_str(word.text.trim());
        end = Some(word.end);
    }
    text
}

/// Drops what stands at one height on most pages: running titles and page numbers.
fn drop_page_marks(sheets: &mut [Sheet]) {
    let key = |line: &Line| {
        let text = line.text();
        let text: String = text
            .chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect();
        ((line.baseline / 3.0).round() as i64, text)
    };
    let mut seen: HashMap<(i64, String), usize> = HashMap::new();
    for line in sheets
        .iter()
        .flat_map(|sheet| &sheet.lines)
        .filter(|line| line.pieces() < 3)
    {
        *seen.entry(key(line)).or_default() += 1;
    }
    let often = (sheets.len() / 2).max(2);
    for (page, sheet) in sheets.iter_mut().enumerate() {
        let last = sheet.lines.len();
        let mut at = 0;
        sheet.lines.retain(|line| {
            at += 1;
            let edge = at <= 3 || at + 2 > last;
            // Headings of two columns stand at one height too: the first page keeps them.
            let pieces = if page == 0 { 2 } else { 3 };
            !(edge
                && line.pieces() < pieces
                && seen.get(&key(line)).is_some_and(|count| *count >= often))
        });
    }
}

#[derive(Default)]
struct Collector {
    tables: Vec<Table>,
    columns: Vec<Span>,
    above: Vec<String>,
    number: u32,
}

impl Collector {
    fn take_all(mut self, sheets: Vec<Sheet>) -> Vec<Table> {
        for sheet in sheets {
            match &sheet.grid {
                Some(grid) => self.take_ruled(&sheet.lines, grid),
                None => self.take(&sheet.lines),
            }
        }
        self.tables
    }

    fn take(&mut self, sheet: &[Line]) {
        let first = sheet.iter().position(|line| line.pieces() > 1);
        let (Some(first), Some(columns)) = (first, find_columns(sheet, &self.columns)) else {
            self.keep_above(sheet);
            return;
        };
        let (before, body) = sheet.split_at(first);
        // What stands above the columns of a later page is a section, or the rest of the last row.
        let goes_on = self.start(before, columns);
        let lines: Vec<&Line> = if goes_on {
            sheet.iter().collect()
        } else {
            body.iter().collect()
        };
        for group in row_groups(&lines, &self.columns) {
            let cells = cells(&group, &self.columns);
            self.push(cells);
        }
    }

    /// A page whose grid is drawn: each word lies in a cell. Lines below the grid are rows of one cell, such as footnotes.
    fn take_ruled(&mut self, lines: &[Line], grid: &Grid) {
        let above = lines
            .iter()
            .take_while(|line| line.middle() < grid.top())
            .count();
        let (before, body) = lines.split_at(above);
        self.start(before, grid.columns());
        let column = |word: &Run| grid.column_of(f64::midpoint(word.start, word.end));
        let merged = merged_cells(body, grid);
        let mut rows = vec![vec![String::new(); self.columns.len()]; grid.rows()];
        let mut below = Vec::new();
        for line in body {
            let Some(row) = grid.row_of(line.middle()) else {
                below.push(line.text());
                continue;
            };
            for at in 0..self.columns.len() {
                let within = |word: &&Run| column(word) == at;
                let of_column = merged.iter().filter(|(column, _)| *column == at);
                let run = of_column.map(|(_, run)| run).find(|run| run.contains(&row));
                let row = run.map_or(row, |run| run.start);
                if let Some(cell) = rows.get_mut(row).and_then(|row| row.get_mut(at)) {
                    add_line(cell, &join(line.words.iter().filter(within)));
                }
            }
        }
        let mut numbers = Vec::new();
        for row in rows {
            let before = self.number;
            self.push(row);
            numbers.push((self.number > before).then_some(self.number));
        }
        self.push_merges(&merged, &numbers);
        for text in below {
            self.push(vec![text]);
        }
    }

    /// Begins a table, or goes on with the one of the page before when it has the same number of columns.
    fn start(&mut self, before: &[Line], columns: Vec<Span>) -> bool {
        let goes_on = columns.len() == self.columns.len() && !self.tables.is_empty();
        if !goes_on {
            self.keep_above(before);
            self.tables.push(Table {
                name: String::new(),
                above: std::mem::take(&mut self.above),
                ..Table::default()
            });
            self.number = 0;
        }
        self.columns = columns;
        goes_on
    }

    fn push(&mut self, cells: Vec<String>) {
        if cells.iter().all(String::is_empty) {
            return;
        }
        self.number += 1;
        let number = self.number;
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(TableRow { number, cells });
        }
    }

    /// Tells of merged cells by the numbers that their rows were given; rows without text have none.
    fn push_merges(&mut self, merged: &[(usize, Range<usize>)], numbers: &[Option<u32>]) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        for (column, run) in merged {
            let given = numbers.get(run.clone()).unwrap_or_default();
            let cell = |row: u32| Cell {
                row,
                column: *column as u32 + 1,
            };
            let first = given.first().copied().flatten();
            let last = given.iter().rev().find_map(|number| *number);
            let merge = first
                .zip(last)
                .and_then(|(first, last)| Merge::new(cell(first), cell(last)));
            table.merges.extend(merge);
        }
    }

    fn keep_above(&mut self, lines: &[Line]) {
        self.above.extend(lines.iter().map(Line::text));
        let extra = self.above.len().saturating_sub(ABOVE);
        self.above.drain(..extra);
    }
}

/// Cells that no line parts from those below, with the rows that they take. What stands in them must be one text: a column without
/// lines of its own between texts that stand apart is no merged cell.
fn merged_cells(lines: &[Line], grid: &Grid) -> Vec<(usize, Range<usize>)> {
    let columns = 0..grid.columns().len();
    let runs = columns.flat_map(|column| {
        let runs = grid.merged_rows(column).into_iter();
        runs.map(move |run| (column, run))
    });
    runs.filter(|(column, run)| {
        let of_column = |word: &Run| grid.column_of(f64::midpoint(word.start, word.end)) == *column;
        let mut last: Option<&Line> = None;
        lines
            .iter()
            .filter(|line| {
                grid.row_of(line.middle())
                    .is_some_and(|row| run.contains(&row))
            })
            .filter(|line| line.words.iter().any(of_column))
            .all(|line| {
                let above = last.replace(line);
                above.is_none_or(|above| line.baseline - above.baseline < TEXT_STEP * line.size)
            })
    })
    .collect()
}

/// The columns of a page: where the words of lines with several pieces leave no stripe free. A page with few such lines takes
/// the columns of the page before.
fn find_columns(sheet: &[Line], known: &[Span]) -> Option<Vec<Span>> {
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
fn row_groups<'a>(lines: &[&'a Line], columns: &[Span]) -> Vec<Vec<&'a Line>> {
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

fn add_line(cell: &mut String, text: &str) {
    if !text.is_empty() && !cell.is_empty() {
        cell.push('\n');
    }
    cell.push_str(text);
}

fn cells(group: &[&Line], columns: &[Span]) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, start: f64, baseline: f64) -> Run {
        Run {
            text: text.to_owned(),
            start,
            end: start + 5.0 * text.chars().count() as f64,
            baseline,
            size: 10.0,
            angle: 0,
            words: Vec::new(),
        }
    }

    /// `x y text` a line, words of a text side by side.
    fn page(lines_of: &str) -> Sheet {
        let mut words = Vec::new();
        for line in lines_of.lines().filter(|line| !line.trim().is_empty()) {
            let mut parts = line.split_whitespace();
            let mut x: f64 = parts.next().unwrap().parse().unwrap();
            let y: f64 = parts.next().unwrap().parse().unwrap();
            for text in parts {
                words.push(word(text, x, y));
                x += 5.0 * text.chars().count() as f64 + 2.5;
            }
        }
        Sheet {
            lines: lines(words),
            grid: None,
        }
    }

    fn shown(sheets: Vec<Sheet>) -> Vec<String> {
        let tables = Collector::default().take_all(sheets);
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| row.cells.join("|").replace('\n', "/"))
            .collect()
    }

    #[test]
    fn reads_rows_with_room_between_them_and_wrapped_cells() {
        let sheet = page(
            "0 0 Plan för nämnden
             0 40 Handling
             100 40 Bevaras/gallras
             200 40 Anm.
             0 60 Ansökan om
             0 72 bygglov
             100 60 Gallras 5 år
             100 72 efter beslut
             0 92 Beslut
             100 92 Bevaras
             200 92 Se lagen
             0 112 Karta
             100 112 2 år",
        );
        assert_eq!(
            shown(vec![sheet]),
            [
                "Handling|Bevaras/gallras|Anm.",
                "Ansökan om/bygglov|Gallras 5 år/efter beslut|",
                "Beslut|Bevaras|Se lagen",
                "Karta|2 år|"
            ]
        );
    }

    #[test]
    fn reads_rows_that_stand_close() {
        let sheet = page(
            "0 0 Handling
             100 0 Bevaras/gallras
             0 12 Ansökan
             100 12 Gallras
             100 24 efter beslut
             0 36 Personal
             0 48 Karta
             100 48 2 år",
        );
        assert_eq!(
            shown(vec![sheet]),
            [
                "Handling|Bevaras/gallras",
                "Ansökan|Gallras/efter beslut",
                "Personal|",
                "Karta|2 år"
            ]
        );
    }

    #[test]
    fn goes_on_over_pages_without_their_running_titles() {
        let one = "0 0 Plan 2019
             0 30 Handling
             100 30 Gallras
             0 50 Ansökan
             100 50 5 år
             0 70 Avtal
             100 70 2 år
             0 90 Brev
             100 90 1 år
             0 700 Sida 1";
        let two = "0 0 Plan 2019
             0 30 Handling
             100 30 Gallras
             0 50 Kallelse
             100 50 5 år
             0 70 Dagordning
             100 70 3 år
             0 90 Räkning
             100 90 7 år
             0 700 Sida 2";
        let mut sheets = vec![page(one), page(two)];
        drop_page_marks(&mut sheets);
        let got = shown(sheets);
        assert_eq!(got[1], "Ansökan|5 år");
        assert!(got.contains(&"Kallelse|5 år".to_owned()), "{got:?}");
        assert!(
            !got.iter()
                .any(|row| row.contains("Sida") || row.contains("Plan"))
        );
    }
}
