//! From runs of text to lines in reading order.
//!
//! Runs at one height form a line, also when they were drawn far apart: a label and the value that was filled in beside
//! it, or the cells of a table. Only columns of running text (long lines on both sides of a gutter) are read one after
//! the other.

use super::device::{CELL_GAP, Run, WORD_GAP};
use sporhund_model::Join;

/// How often a page is cut into parts.
const MAX_CUTS: u32 = 6;
/// Characters of a line on average, from which on a column counts as running text and not as cells of a table.
const RUNNING_TEXT: usize = 20;
/// Lines of a column of running text, at least.
const COLUMN_LINES: usize = 4;
/// Distance of two baselines, in em, past which what follows is another block.
const BLOCK_GAP: f64 = 2.2;

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Its pieces with wide gaps between them.
    pub cells: Vec<String>,
    /// Where each of them begins and ends.
    pub spans: Vec<(f64, f64)>,
    /// How it hangs together with the line before.
    pub join: Join,
    /// The em of its largest text.
    pub size: f64,
    pub(super) baseline: f64,
}

/// The lines of a page in reading order.
pub(super) fn lines(runs: Vec<Run>) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in by_angle(runs) {
        let from = lines.len();
        order(group, 0, &mut lines);
        if let Some(first) = lines.get_mut(from) {
            first.join = Join::Hard;
        }
    }
    join_lines(&mut lines);
    lines
}

fn by_angle(mut runs: Vec<Run>) -> Vec<Vec<Run>> {
    runs.sort_by_key(|run| run.angle);
    let mut groups: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| last.angle == run.angle) => {
                group.push(run);
            }
            _ => groups.push(vec![run]),
        }
    }
    groups
}

/// Lines that start a column are hard already; others are when they stand far below the line before.
fn join_lines(lines: &mut [Line]) {
    let mut before: Option<(f64, f64)> = None;
    for line in lines {
        if let Some((baseline, size)) = before {
            let down = line.baseline - baseline;
            if down > BLOCK_GAP * size.max(line.size) || down < 0.0 {
                line.join = Join::Hard;
            }
        }
        before = Some((line.baseline, line.size));
    }
}

fn order(runs: Vec<Run>, cuts: u32, lines: &mut Vec<Line>) {
    if cuts < MAX_CUTS && runs.len() >= 2 * COLUMN_LINES {
        if let Some(gutter) = find_gutter(&runs) {
            let (left, right) = runs.into_iter().partition(|run| run.start < gutter);
            for column in [left, right] {
                let from = lines.len();
                order(column, cuts + 1, lines);
                if let Some(first) = lines.get_mut(from) {
                    first.join = Join::Hard;
                }
            }
            return;
        }
        let bands = bands(&runs);
        if bands.len() > 1 {
            for band in bands {
                order(band, cuts + 1, lines);
            }
            return;
        }
    }
    rows(runs, lines);
}

/// A place along the lines where no run stands, with running text on both sides.
fn find_gutter(runs: &[Run]) -> Option<f64> {
    let mut sorted: Vec<&Run> = runs.iter().collect();
    sorted.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut end = sorted.first()?.end;
    for (index, run) in sorted.iter().enumerate() {
        if run.start - end > run.size {
            let (left, right) = sorted.split_at(index);
            if is_running(left) && is_running(right) {
                return Some(run.start);
            }
        }
        end = end.max(run.end);
    }
    None
}

fn is_running(runs: &[&Run]) -> bool {
    let mut heights: Vec<i64> = runs
        .iter()
        .map(|run| (run.baseline / run.size.max(4.0)) as i64)
        .collect();
    heights.sort_unstable();
    heights.dedup();
    let characters: usize = runs.iter().map(|run| run.text.len()).sum();
    heights.len() >= COLUMN_LINES && characters >= RUNNING_TEXT * heights.len()
}

/// Parts of the page with empty stripes between them, from the top.
fn bands(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut sorted = runs.to_vec();
    sorted.sort_by(|a, b| (a.baseline - a.size).total_cmp(&(b.baseline - b.size)));
    let mut bands: Vec<Vec<Run>> = Vec::new();
    let mut bottom = f64::NEG_INFINITY;
    for run in sorted {
        let top = run.baseline - run.size;
        match bands.last_mut() {
            Some(band) if top - bottom < 0.6 * run.size => band.push(run.clone()),
            _ => bands.push(vec![run.clone()]),
        }
        bottom = bottom.max(run.baseline + 0.2 * run.size);
    }
    bands
}

fn rows(mut runs: Vec<Run>, lines: &mut Vec<Line>) {
    runs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut row: Vec<Run> = Vec::new();
    for run in runs {
        let same = row.first().is_none_or(|first| {
            (run.baseline - first.baseline).abs() < 0.5 * run.size.min(first.size)
        });
        if !same {
            lines.extend(line(std::mem::take(&mut row)));
        }
        row.push(run);
    }
    lines.extend(line(row));
}

fn line(mut runs: Vec<Run>) -> Option<Line> {
    runs.sort_by(|a, b| a.start.total_cmp(&b.start));
    let first = runs.first()?;
    let mut line = Line {
        join: Join::Soft,
        size: first.size,
        baseline: first.baseline,
        ..Line::default()
    };
    let mut before: Option<&Run> = None;
    let mut end = first.start;
    for run in &runs {
        if before.is_some_and(|last| is_shadow(last, run)) {
            continue;
        }
        append(&mut line.cells, run, run.start - end);
        if line.spans.len() < line.cells.len() {
            line.spans.push((run.start, run.end));
        } else if let Some(span) = line.spans.last_mut() {
            span.1 = span.1.max(run.end);
        }
        end = end.max(run.end);
        line.size = line.size.max(run.size);
        before = Some(run);
    }
    Some(line)
}

/// Bold is at times made by drawing a text twice, a little apart.
fn is_shadow(last: &Run, run: &Run) -> bool {
    last.text == run.text && (last.start - run.start).abs() < 0.3 * run.size
}

fn append(cells: &mut Vec<String>, run: &Run, gap: f64) {
    match cells.last_mut() {
        Some(cell) if gap < CELL_GAP * run.size => {
            let apart = gap > WORD_GAP * run.size || gap < -0.3 * run.size;
            if apart && !cell.ends_with(' ') {
                cell.push(' ');
            }
            cell.push_str(&run.text);
        }
        _ => cells.push(run.text.clone()),
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

    fn texts(runs: Vec<Run>) -> Vec<String> {
        lines(runs)
            .iter()
            .map(|line| line.cells.join("|"))
            .collect()
    }

    #[test]
    fn puts_a_value_beside_its_label_whatever_was_drawn_first() {
        let runs = vec![
            run("Namn", 0.0, 20.0),
            run("Datum", 0.0, 32.0),
            run("Test", 100.0, 20.5),
        ];
        assert_eq!(texts(runs), ["Namn|Test", "Datum"]);
    }

    #[test]
    fn reads_columns_of_running_text_one_after_the_other() {
        let long = "running text that is long enough";
        let mut runs = Vec::new();
        for row in 0..5 {
            runs.push(run(long, 0.0, 12.0 * f64::from(row)));
            runs.push(run(&long.to_uppercase(), 200.0, 12.0 * f64::from(row)));
        }
        let texts = texts(runs);
        assert!(texts.iter().take(5).all(|text| text == long));
        assert_eq!(texts.len(), 10);
    }

    #[test]
    fn keeps_the_rows_of_a_table_together() {
        let mut runs = Vec::new();
        for row in 0..6 {
            runs.push(run("cell", 0.0, 12.0 * f64::from(row)));
            runs.push(run("other", 200.0, 12.0 * f64::from(row)));
        }
        assert!(texts(runs).iter().all(|text| text == "cell|other"));
    }

    #[test]
    fn glues_glyphs_that_touch_and_parts_words() {
        let runs = vec![
            run("19", 0.0, 0.0),
            run("81", 10.5, 0.0),
            run("x", 24.0, 0.0),
        ];
        assert_eq!(texts(runs), ["1981 x"]);
    }

    #[test]
    fn reads_text_that_was_drawn_twice_once() {
        let runs = vec![run("bold", 0.0, 0.0), run("bold", 0.4, 0.1)];
        assert_eq!(texts(runs), ["bold"]);
    }

    #[test]
    fn a_wide_stripe_between_lines_is_hard() {
        let lines = lines(vec![
            run("a", 0.0, 0.0),
            run("b", 0.0, 12.0),
            run("c", 0.0, 60.0),
        ]);
        let joins: Vec<Join> = lines.iter().map(|line| line.join).collect();
        assert_eq!(joins, [Join::Hard, Join::Soft, Join::Hard]);
    }
}
