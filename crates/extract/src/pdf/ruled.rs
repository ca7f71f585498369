//! The grid of a table, from the lines that are drawn on a page.

use super::device::Rule;

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
}

impl Grid {
    /// The grid of the lines of a page; `None` when they make no table of two rows and two columns.
    pub(super) fn of(rules: &[Rule]) -> Option<Grid> {
        let (flat, upright): (Vec<Rule>, Vec<Rule>) =
            rules.iter().partition(|rule| rule.horizontal);
        let extent = |rules: &[Rule]| {
            let start = rules.iter().map(|rule| rule.start).fold(f64::MAX, f64::min);
            let end = rules.iter().map(|rule| rule.end).fold(f64::MIN, f64::max);
            (end - start).max(1.0)
        };
        let grid = Grid {
            heights: borders(&flat, COVER * extent(&flat)),
            sides: borders(&upright, COVER * extent(&upright)),
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
    sorted.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut end = f64::MIN;
    let mut length = 0.0;
    for rule in sorted {
        length += (rule.end - rule.start.max(end)).max(0.0);
        end = end.max(rule.end);
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(horizontal: bool, at: f64, start: f64, end: f64) -> Rule {
        Rule {
            horizontal,
            at,
            start,
            end,
        }
    }

    #[test]
    fn finds_rows_and_columns_whose_borders_are_drawn_cell_by_cell() {
        let mut rules = Vec::new();
        for at in [100.0, 120.0, 160.0] {
            rules.push(rule(true, at, 0.0, 100.0));
            rules.push(rule(true, at + 0.5, 100.0, 200.0));
        }
        for at in [0.0, 100.0, 200.0] {
            rules.push(rule(false, at, 100.0, 160.0));
        }
        rules.push(rule(true, 130.0, 10.0, 40.0));
        let grid = Grid::of(&rules).unwrap();
        assert_eq!(grid.rows(), 2);
        assert_eq!(grid.columns().len(), 2);
        assert_eq!(grid.row_of(110.0), Some(0));
        assert_eq!(grid.row_of(150.0), Some(1));
        assert_eq!(grid.row_of(170.0), None);
        assert_eq!(grid.row_of(90.0), None);
        assert_eq!(grid.column_of(150.0), 1);
        assert_eq!(Grid::of(&rules[..4]), None);
    }
}
