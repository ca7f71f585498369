//! Grids of ruled lines: most tables of offices have them, and they tell cells apart where the text alone does not.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point};

/// Lines of a page that are kept; drawings have more, tables do not.
const MAX_LINES: usize = 3_000;
/// A line is not thicker than this.
const THICK: f64 = 3.0;
/// Shorter lines are parts of letters and pictures.
const SHORT: f64 = 6.0;
/// How far apart lines may end that meet.
const NEAR: f64 = 3.0;

/// A line along one axis: `at` on the other axis, from `from` to `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
}

impl Rules {
    /// Takes the lines of a path that was drawn.
    pub(super) fn add(&mut self, path: &BezPath, transform: Affine, filled: bool) {
        if self.across.len() + self.down.len() > MAX_LINES {
            return;
        }
        let mut outline: Vec<Point> = Vec::new();
        for element in path.elements() {
            match element {
                PathEl::MoveTo(to) => {
                    self.add_outline(&outline, filled);
                    outline.clear();
                    outline.push(transform * *to);
                }
                PathEl::LineTo(to) => outline.push(transform * *to),
                PathEl::ClosePath => outline.extend(outline.first().copied()),
                // What is round is no part of a table.
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => {
                    outline.clear();
                    return;
                }
            }
        }
        self.add_outline(&outline, filled);
    }

    fn add_outline(&mut self, outline: &[Point], filled: bool) {
        if !filled {
            for pair in outline.windows(2) {
                if let [from, to] = pair {
                    self.add_line(*from, *to);
                }
            }
            return;
        }
        let (Some(first), true) = (outline.first(), outline.len() >= 4) else {
            return;
        };
        let (mut low, mut high) = (*first, *first);
        for point in outline {
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
        let (width, height) = (high.x - low.x, high.y - low.y);
        if height <= THICK && width > SHORT {
            let middle = f64::midpoint(low.y, high.y);
            self.add_line(Point::new(low.x, middle), Point::new(high.x, middle));
        } else if width <= THICK && height > SHORT {
            let middle = f64::midpoint(low.x, high.x);
            self.add_line(Point::new(middle, low.y), Point::new(middle, high.y));
        }
    }

    fn add_line(&mut self, from: Point, to: Point) {
        if !(from.is_finite() && to.is_finite()) {
            return;
        }
        let (x, y) = ((to.x - from.x).abs(), (to.y - from.y).abs());
        if y < 1.0 && x > SHORT {
            self.across.push(Rule {
                at: f64::midpoint(from.y, to.y),
                from: from.x.min(to.x),
                to: from.x.max(to.x),
            });
        } else if x < 1.0 && y > SHORT {
            self.down.push(Rule {
                at: f64::midpoint(from.x, to.x),
                from: from.y.min(to.y),
                to: from.y.max(to.y),
            });
        }
    }

    /// The grids that the lines form, from the top.
    pub(super) fn grids(&self) -> Vec<Grid> {
        if self.across.len() + self.down.len() > MAX_LINES {
            return Vec::new();
        }
        let groups = group(&self.across, &self.down);
        let mut grids: Vec<Grid> = groups
            .into_iter()
            .filter_map(|(across, down)| Grid::new(across, down))
            .collect();
        grids.sort_by(|a, b| a.top().total_cmp(&b.top()));
        grids
    }
}

fn meet(across: &Rule, down: &Rule) -> bool {
    across.at >= down.from - NEAR
        && across.at <= down.to + NEAR
        && down.at >= across.from - NEAR
        && down.at <= across.to + NEAR
}

/// Lines that meet, directly or through others.
fn group(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut across: Vec<Rule> = across.to_vec();
    let mut down: Vec<Rule> = down.to_vec();
    let mut groups = Vec::new();
    while let Some(first) = across.pop() {
        let (mut own_across, mut own_down) = (vec![first], Vec::new());
        let (mut next_across, mut next_down) = (0, 0);
        loop {
            if let Some(rule) = own_across.get(next_across).copied() {
                next_across += 1;
                take(&mut down, &mut own_down, |other| meet(&rule, other));
            } else if let Some(rule) = own_down.get(next_down).copied() {
                next_down += 1;
                take(&mut across, &mut own_across, |other| meet(other, &rule));
            } else {
                break;
            }
        }
        groups.push((own_across, own_down));
    }
    groups
}

fn take(from: &mut Vec<Rule>, to: &mut Vec<Rule>, keep: impl Fn(&Rule) -> bool) {
    to.extend(from.extract_if(.., |rule| keep(rule)));
}

/// A table's lines: where its columns and rows begin and end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    columns: Vec<f64>,
    rows: Vec<f64>,
    across: Vec<Rule>,
    down: Vec<Rule>,
}

impl Grid {
    /// A grid of two columns and two rows at least.
    fn new(across: Vec<Rule>, down: Vec<Rule>) -> Option<Grid> {
        let columns = edges(&down);
        let rows = edges(&across);
        (columns.len() >= 3 && rows.len() >= 3).then_some(Grid {
            columns,
            rows,
            across,
            down,
        })
    }

    pub(super) fn top(&self) -> f64 {
        self.rows.first().copied().unwrap_or_default()
    }

    pub(super) fn bottom(&self) -> f64 {
        self.rows.last().copied().unwrap_or_default()
    }

    /// Where columns begin and end.
    pub(super) fn columns(&self) -> &[f64] {
        &self.columns
    }

    /// Row and column of the cell at a point, from 0; of merged cells the first.
    pub(super) fn cell(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let row = self
            .rows
            .partition_point(|edge| *edge <= y)
            .checked_sub(1)?;
        let column = self
            .columns
            .partition_point(|edge| *edge <= x)
            .checked_sub(1)?;
        if row + 1 >= self.rows.len() || column + 1 >= self.columns.len() {
            return None;
        }
        Some(self.first_of_merged(row, column))
    }

    /// Goes up and to the left as long as no line is in the way.
    fn first_of_merged(&self, row: usize, column: usize) -> (usize, usize) {
        let middle = |edges: &[f64], at: usize| {
            let next = edges.get(at + 1).copied().unwrap_or_default();
            f64::midpoint(edges.get(at).copied().unwrap_or_default(), next)
        };
        let (mut row, mut column) = (row, column);
        let y = middle(&self.rows, row);
        while column > 0 && !crosses(&self.down, self.columns.get(column), y) {
            column -= 1;
        }
        let x = middle(&self.columns, column);
        while row > 0 && !crosses(&self.across, self.rows.get(row), x) {
            row -= 1;
        }
        (row, column)
    }
}

/// Whether a line at the edge passes the place.
fn crosses(rules: &[Rule], edge: Option<&f64>, place: f64) -> bool {
    edge.is_some_and(|edge| {
        rules
            .iter()
            .any(|rule| (rule.at - edge).abs() <= NEAR && rule.from <= place && place <= rule.to)
    })
}

/// The places of lines, those that lie close together as one.
fn edges(rules: &[Rule]) -> Vec<f64> {
    let mut places: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, kept| (*next - *kept).abs() <= NEAR);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruled(across: &[(f64, f64, f64)], down: &[(f64, f64, f64)]) -> Rules {
        let rules = |lines: &[(f64, f64, f64)]| {
            lines
                .iter()
                .map(|(at, from, to)| Rule {
                    at: *at,
                    from: *from,
                    to: *to,
                })
                .collect()
        };
        Rules {
            across: rules(across),
            down: rules(down),
        }
    }

    #[test]
    fn lines_that_meet_are_a_grid() {
        let across = [(0.0, 0.0, 100.0), (20.0, 0.0, 100.0), (40.0, 0.0, 100.0)];
        let down = [(0.0, 0.0, 40.0), (50.0, 0.0, 40.0), (100.0, 0.0, 40.0)];
        let grids = ruled(&across, &down).grids();
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].cell(60.0, 30.0), Some((1, 1)));
        assert_eq!(grids[0].cell(160.0, 30.0), None);
    }

    #[test]
    fn a_cell_without_a_line_between_is_merged() {
        let across = [(0.0, 0.0, 100.0), (20.0, 50.0, 100.0), (40.0, 0.0, 100.0)];
        let down = [(0.0, 0.0, 40.0), (50.0, 0.0, 40.0), (100.0, 0.0, 40.0)];
        let grid = &ruled(&across, &down).grids()[0];
        assert_eq!(grid.cell(10.0, 30.0), Some((0, 0)));
        assert_eq!(grid.cell(60.0, 30.0), Some((1, 1)));
    }

    #[test]
    fn a_frame_is_no_table() {
        let across = [(0.0, 0.0, 100.0), (40.0, 0.0, 100.0)];
        let down = [(0.0, 0.0, 40.0), (100.0, 0.0, 40.0)];
        assert!(ruled(&across, &down).grids().is_empty());
    }
}
