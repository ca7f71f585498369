//! Tables of a page: by their ruled lines, or by columns that stay in place from line to line.

use super::device::Run;
use super::layout::{Line, lines};
use super::rules::Grid;

/// Lines that a table without ruled lines has, at least.
const TABLE_LINES: usize = 3;

/// A part of a page in reading order.
#[derive(Debug, PartialEq)]
pub(super) enum Block {
    Lines(Vec<Line>),
    Table(Table),
}

/// A table: where its columns are, and its cells row by row.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Table {
    pub(super) columns: Vec<f64>,
    pub(super) cells: Vec<Cell>,
}

/// A cell with its lines; row and column count from 0.
#[derive(Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) lines: Vec<Line>,
}

/// The blocks of a page: ruled tables, and the text above, between and below them.
pub(super) fn blocks(runs: Vec<Run>, grids: &[Grid]) -> Vec<Block> {
    let mut rest = runs;
    let mut blocks = Vec::new();
    for grid in grids {
        let (inside, outside) = split(rest, grid);
        if !is_table(&inside) {
            rest = outside;
            rest.extend(inside.into_iter().map(|(_, run)| run));
            continue;
        }
        let (above, below) = outside
            .into_iter()
            .partition(|run| run.angle == 0 && run.baseline < grid.top());
        push_lines(above, &mut blocks);
        blocks.push(Block::Table(ruled_table(inside, grid)));
        rest = below;
    }
    push_lines(rest, &mut blocks);
    blocks
}

type Inside = Vec<((usize, usize), Run)>;

/// Runs within the grid by their cells, and the others. Runs are cut where a column begins.
fn split(runs: Vec<Run>, grid: &Grid) -> (Inside, Vec<Run>) {
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for run in runs {
        let y = run.baseline - 0.3 * run.size;
        let touches = run.angle == 0 && grid.top() < y && y < grid.bottom();
        if !touches {
            outside.push(run);
            continue;
        }
        for piece in run.cut(|x| grid.cell(x, y)) {
            match grid.cell(piece.start + 0.2 * piece.size, y) {
                Some(cell) => inside.push((cell, piece)),
                None => outside.push(piece),
            }
        }
    }
    (inside, outside)
}

/// A frame around a page of text, or a drawing, is no table: text stands in two columns and two rows at least.
fn is_table(inside: &Inside) -> bool {
    let distinct = |of: fn(&(usize, usize)) -> usize| {
        let mut found: Vec<usize> = inside.iter().map(|(cell, _)| of(cell)).collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    };
    distinct(|cell| cell.0) >= 2 && distinct(|cell| cell.1) >= 2
}

fn ruled_table(mut inside: Inside, grid: &Grid) -> Table {
    inside.sort_by_key(|(cell, _)| *cell);
    let mut table = Table {
        columns: grid.columns().to_vec(),
        cells: Vec::new(),
    };
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (cell, run) in inside {
        if open.is_some_and(|open| open != cell) {
            table.push(open, std::mem::take(&mut runs));
        }
        open = Some(cell);
        runs.push(run);
    }
    table.push(open, runs);
    table
}

impl Table {
    fn push(&mut self, at: Option<(usize, usize)>, runs: Vec<Run>) {
        if let Some((row, column)) = at {
            self.cells.push(Cell {
                row,
                column,
                lines: lines(runs),
            });
        }
    }
}

/// Text without ruled lines: what stands in columns is a table all the same.
fn push_lines(runs: Vec<Run>, blocks: &mut Vec<Block>) {
    let mut plain: Vec<Line> = Vec::new();
    let mut open = Aligned::default();
    for line in lines(runs) {
        if line.cells.len() > 1 && open.takes(&line) {
            open.lines.push(line);
            continue;
        }
        std::mem::take(&mut open).end(&mut plain, blocks);
        if line.cells.len() > 1 {
            open.takes(&line);
            open.lines.push(line);
        } else {
            plain.push(line);
        }
    }
    open.end(&mut plain, blocks);
    if !plain.is_empty() {
        blocks.push(Block::Lines(plain));
    }
}

/// Lines whose pieces stand below each other.
#[derive(Default)]
struct Aligned {
    lines: Vec<Line>,
    /// Where columns begin and end, as far as is known.
    columns: Vec<(f64, f64)>,
}

impl Aligned {
    /// Whether each piece of the line is below one column at most; the columns then are as wide as it needs.
    fn takes(&mut self, line: &Line) -> bool {
        let goes_on = self.lines.is_empty() || line.join != sporhund_model::Join::Hard;
        if !goes_on {
            return false;
        }
        let below: Vec<Option<usize>> = line.spans.iter().map(|span| self.find(*span)).collect();
        let conflict = line.spans.iter().any(|span| self.overlapped(*span) > 1);
        let mut once: Vec<usize> = below.iter().copied().flatten().collect();
        once.dedup();
        let known = below.iter().flatten().count();
        let first = self.columns.is_empty();
        if conflict || once.len() < known || !first && known < 2 {
            return false;
        }
        for (span, column) in line.spans.iter().zip(below) {
            match column.and_then(|column| self.columns.get_mut(column)) {
                Some(known) => *known = (known.0.min(span.0), known.1.max(span.1)),
                None => self.columns.push(*span),
            }
        }
        true
    }

    fn find(&self, span: (f64, f64)) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.0 < span.1 && span.0 < column.1)
    }

    fn overlapped(&self, span: (f64, f64)) -> usize {
        let columns = self.columns.iter();
        columns
            .filter(|column| column.0 < span.1 && span.0 < column.1)
            .count()
    }

    fn end(mut self, plain: &mut Vec<Line>, blocks: &mut Vec<Block>) {
        if self.lines.len() < TABLE_LINES {
            plain.append(&mut self.lines);
            return;
        }
        if !plain.is_empty() {
            blocks.push(Block::Lines(std::mem::take(plain)));
        }
        self.columns.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut table = Table {
            columns: self.columns.iter().map(|column| column.0).collect(),
            cells: Vec::new(),
        };
        for (row, line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            for (text, span) in line.cells.into_iter().zip(line.spans) {
                table.cells.push(Cell {
                    row,
                    column: self.find(span).unwrap_or_default(),
                    lines: vec![Line {
                        cells: vec![text],
                        size: line.size,
                        ..Line::default()
                    }],
                });
            }
        }
        blocks.push(Block::Table(table));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, start: f64, baseline: f64) -> Run {
        Run {
            text: text.to_owned(),
            start,
            end: start + 5.0 * text.len() as f64,
            baseline,
            size: 10.0,
            ..Run::default()
        }
    }

    #[test]
    fn lines_with_columns_in_place_are_a_table() {
        let mut runs = vec![run("A heading over it all", 0.0, 0.0)];
        for row in 1..5 {
            runs.push(run("name", 0.0, 12.0 * f64::from(row)));
            runs.push(run("19121212-1212", 100.0, 12.0 * f64::from(row)));
        }
        let blocks = blocks(runs, &[]);
        assert_eq!(blocks.len(), 2);
        let Block::Table(table) = &blocks[1] else {
            panic!("no table");
        };
        assert_eq!(table.cells.len(), 8);
        assert_eq!((table.cells[7].row, table.cells[7].column), (3, 1));
    }

    #[test]
    fn two_lines_with_a_wide_gap_are_no_table() {
        let runs = vec![
            run("left", 0.0, 0.0),
            run("right", 100.0, 0.0),
            run("left", 0.0, 12.0),
            run("right", 100.0, 12.0),
        ];
        assert!(matches!(blocks(runs, &[])[..], [Block::Lines(_)]));
    }
}
