//! The grid of a table, from the lines that are drawn on a page.

use super::rules::{Rule, Rules};
use std::ops::Range;

/// Lines nearer than this, in points, are one.
const NEAR: f64 = 2.0;
/// A line that covers less of the table than this is the border of a merged cell, an underline or a form field.
const COVER: f64 = 0.4;

/// Rows and columns by their borders.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    /// Heights of the borders between rows, from the top.
    heights: Vec<f64>,
    /// Places of the borders between columns, from the left.
    sides: Vec<f64>,
    /// The lines between rows, as they are drawn.
    across: Vec<Rule>,
}

impl Grid {
    /// The grid of the lines of a page; `None` when they make no table of two rows and two columns.
    pub(super) fn of(rules: &Rules) -> Option<Grid> {
        let extent = |rules: &[Rule]| {
            let start = rules.iter().map(|rule| rule.from).fold(f64::MAX, f64::min);
            let end = rules.iter().map(|rule| rule.to).fold(f64::MIN, f64::max);
            (end - start).max(1.0)
        };
        let grid = Grid {
            heights: borders(&rules.across, COVER * extent(&rules.across)),
            sides: borders(&rules.down, COVER * extent(&rules.down)),
            across: rules.across.clone(),
        };
        (grid.heights.len() >= 3 && grid.sides.len() >= 3).then_some(grid)
    }

    /// Where it begins.
    pub(super) fn top(&self) -> f64 {
        self.heights.first().copied().unwrap_or(0.0)
    }

    /// How many rows it has.
    pub(super) fn rows(&self) -> usize {
        self.heights.len().saturating_sub(1)
    }

    /// Its columns.
    pub(super) fn columns(&self) -> Vec<(f64, f64)> {
        self.sides
            .windows(2)
            .filter_map(|pair| match pair {
                [left, right] => Some((*left, *right)),
                _ => None,
            })
            .collect()
    }

    /// Rows that no line parts in the column: its cells there are one.
    pub(super) fn merged_rows(&self, column: usize) -> Vec<Range<usize>> {
        let sides = self.sides.get(column).zip(self.sides.get(column + 1));
        let Some((&left, &right)) = sides else {
            return Vec::new();
        };
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (row, border) in self.heights.iter().enumerate().take(self.rows()).skip(1) {
            if self.is_drawn(*border, left, right) {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.end == row => run.end = row + 1,
                _ => runs.push(row - 1..row + 1),
            }
        }
        runs
    }

    /// Whether a line stands at the height over most of the way from left to right.
    fn is_drawn(&self, height: f64, left: f64, right: f64) -> bool {
        let parts = self
            .across
            .iter()
            .filter(|rule| (rule.at - height).abs() < NEAR);
        let within: Vec<Rule> = parts
            .map(|rule| Rule {
                at: rule.at,
                from: rule.from.max(left),
                to: rule.to.min(right),
            })
            .filter(|rule| rule.to > rule.from)
            .collect();
        covered(&within) > 0.5 * (right - left)
    }

    /// The row at a height; `None` above and below the grid.
    pub(super) fn row_of(&self, height: f64) -> Option<usize> {
        let above = self
            .heights
            .iter()
            .take_while(|border| **border <= height)
            .count();
        above.checked_sub(1).filter(|row| *row < self.rows())
    }

    /// The column at a place; the nearest one outside of the grid.
    pub(super) fn column_of(&self, place: f64) -> usize {
        let left = self
            .sides
            .iter()
            .take_while(|border| **border <= place)
            .count();
        left.saturating_sub(1)
            .min(self.sides.len().saturating_sub(2))
    }
}

/// The places where lines cover enough, in order.
fn borders(rules: &[Rule], least: f64) -> Vec<f64> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in sorted {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| rule.at - last.at < NEAR) => {
                group.push(rule);
            }
            _ => groups.push(vec![rule]),
        }
    }
    let kept = groups.iter().filter(|group| covered(group) >= least);
    kept.filter_map(|group| group.first().map(|rule| rule.at))
        .collect()
}

/// The length that lines cover together.
fn covered(group: &[Rule]) -> f64 {
    let mut sorted = group.to_vec();
    sorted.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut end = f64::MIN;
    let mut length = 0.0;
    for rule in sorted {
        length += (rule.to - rule.from.max(end)).max(0.0);
        end = end.max(rule.to);
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(at: f64, from: f64, to: f64) -> Rule {
        Rule { at, from, to }
    }

    #[test]
    fn finds_rows_and_columns_whose_borders_are_drawn_cell_by_cell() {
        let mut rules = Rules::default();
        for at in [100.0, 120.0, 160.0] {
            rules.across.push(rule(at, 0.0, 100.0));
            rules.across.push(rule(at + 0.5, 100.0, 200.0));
        }
        for at in [0.0, 100.0, 200.0] {
            rules.down.push(rule(at, 100.0, 160.0));
        }
        rules.across.push(rule(130.0, 10.0, 40.0));
        let grid = Grid::of(&rules).unwrap();
        assert_eq!(grid.rows(), 2);
        assert_eq!(grid.columns().len(), 2);
        assert_eq!(grid.row_of(110.0), Some(0));
        assert_eq!(grid.row_of(150.0), Some(1));
        assert_eq!(grid.row_of(170.0), None);
        assert_eq!(grid.row_of(90.0), None);
        assert_eq!(grid.column_of(150.0), 1);
        assert!(grid.merged_rows(0).is_empty());
        rules
            .across
            .retain(|rule| rule.at < 119.0 || rule.at > 121.0 || rule.from < 50.0);
        rules.across.push(rule(120.0, 0.0, 100.0));
        let grid = Grid::of(&rules).unwrap();
        assert_eq!(grid.merged_rows(1).first(), Some(&(0..2)));
        assert!(grid.merged_rows(0).is_empty());
        rules.down.clear();
        assert_eq!(Grid::of(&rules), None);
    }
}
