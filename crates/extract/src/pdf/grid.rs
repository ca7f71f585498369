//! Tables of pages as rows, by the positions of their words: how plans and registers in PDF are read.
//!
//! A PDF has no tables, only words with places. Where the grid is drawn, its lines tell the cells. Else what stands above one
//! another with an empty stripe on both sides is a column; a wide step downwards, or a line that fills the first columns,
//! begins a row. It is kept apart from the text that is scanned, whose order and joins it would disturb.

mod columns;
mod lines;

use self::columns::{Span, add_line, cells, find_columns, row_groups};
use self::lines::{Line, join, lines, words};
use super::device::Run;
use super::ruled::Grid;
use super::{askew, load_error, pages};
use crate::Input;
use crate::decoder::DecodeError;
use hayro_interpret::InterpreterCache;
use sporhund_model::{Cell, Merge, Table, TableRow};
use std::collections::HashMap;
use std::io::{Read, SeekFrom};
use std::ops::Range;

/// Lines of one text follow each other within this many em.
const TEXT_STEP: f64 = 1.6;
/// Lines above a table that are kept with it.
const ABOVE: usize = 40;
/// Pages that are read; no plan has as many.
const MAX_PAGES: usize = 2_000;

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
                lines: lines(words(askew::level(device.runs))),
            }),
            None => cache = InterpreterCache::new(),
        }
    }
    drop_page_marks(&mut sheets);
    Ok(Collector::default().take_all(sheets))
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
            degrees: 0.0,
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
