//! Cells that go on over rows, told row by row: a cell begins a merge, the cells below it say that they go on with it.

use sporhund_model::{Cell, Merge};

/// How a cell hangs together with the one above it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Above {
    /// It is a cell of its own.
    #[default]
    Apart,
    /// It is one of its own, and those below may go on with it.
    Begins,
    /// It goes on with the one above.
    GoesOn,
}

/// What is said of a cell when its row is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowCell {
    pub(crate) above: Above,
    /// Whether it goes on with the cell to its left.
    pub(crate) goes_on: bool,
}

/// The merges of one table on their way.
#[derive(Debug, Default)]
pub(crate) struct Merges {
    /// Those that the next row may go on with; one for a column at most.
    open: Vec<Merge>,
    /// The cells of the row: where each stands, its last column, and how it hangs together with the one above.
    row: Vec<(Cell, u32, Above)>,
}

impl Merges {
    /// The next cell of the row, as far as its last column.
    pub(crate) fn push(&mut self, cell: Cell, last_column: u32) {
        self.row.push((cell, last_column, Above::Apart));
    }

    /// How far the cell at the index, or else the one that came last, goes.
    pub(crate) fn set_last_column(&mut self, index: Option<usize>, column: u32) {
        let index = index.unwrap_or_else(|| self.row.len().wrapping_sub(1));
        if let Some((_, last, _)) = self.row.get_mut(index) {
            *last = column;
        }
    }

    /// How the cell at the index, or else the one that came last, hangs together with the one above.
    pub(crate) fn set_above(&mut self, index: Option<usize>, above: Above) {
        let index = index.unwrap_or_else(|| self.row.len().wrapping_sub(1));
        if let Some((_, _, cell)) = self.row.get_mut(index) {
            *cell = above;
        }
    }

    /// The row ends; merges that are whole go to `ready`.
    pub(crate) fn end_row(&mut self, ready: &mut Vec<Merge>) {
        let Some(row) = self.row.first().map(|(cell, _, _)| cell.row) else {
            return;
        };
        let mut begun = Vec::new();
        for (cell, last_column, above) in self.row.drain(..) {
            let known = self
                .open
                .iter_mut()
                .find(|merge| merge.first.column == cell.column);
            match (above, known) {
                (Above::GoesOn, Some(merge)) => merge.last.row = row,
                (above, _) => {
                    let last = Cell {
                        row,
                        column: last_column.max(cell.column),
                    };
                    let merge = Merge { first: cell, last };
                    if above == Above::Apart {
                        ready.extend(Merge::new(cell, last));
                    } else {
                        begun.push(merge);
                    }
                }
            }
        }
        self.open.retain(|merge| {
            let goes_on = merge.last.row == row;
            if !goes_on {
                ready.extend(Merge::new(merge.first, merge.last));
            }
            goes_on
        });
        self.open.append(&mut begun);
    }

    /// The table ends.
    pub(crate) fn end_table(&mut self, ready: &mut Vec<Merge>) {
        self.end_row(ready);
        let open = self.open.drain(..);
        ready.extend(open.filter_map(|merge| Merge::new(merge.first, merge.last)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row a word; a letter a cell: `a` apart, `w` apart and two columns wide, `b` begins, `g` goes on.
    fn read(rows: &[&str]) -> Vec<String> {
        let (mut merges, mut ready) = (Merges::default(), Vec::new());
        for (row, cells) in (1..).zip(rows) {
            let mut column = 1;
            for letter in cells.chars() {
                let wide = u32::from(letter == 'w');
                merges.push(Cell { row, column }, column + wide);
                let above = match letter {
                    'b' => Above::Begins,
                    'g' => Above::GoesOn,
                    _ => Above::Apart,
                };
                merges.set_above(None, above);
                column += 1 + wide;
            }
            merges.end_row(&mut ready);
        }
        merges.end_table(&mut ready);
        let name = |merge: &Merge| format!("{}:{}", merge.first.name(), merge.last.name());
        ready.iter().map(name).collect()
    }

    #[test]
    fn cells_that_go_on_are_one_with_the_cell_that_began() {
        assert_eq!(read(&["ab", "ag", "ag", "aa"]), ["B1:B3"]);
        assert_eq!(read(&["bb", "gg", "bg", "ga"]), ["A1:A2", "B1:B3", "A3:A4"]);
    }

    #[test]
    fn wide_cells_are_told_at_once() {
        assert_eq!(read(&["wa", "aaa"]), ["A1:B1"]);
    }

    #[test]
    fn a_cell_that_goes_on_with_nothing_begins() {
        assert_eq!(read(&["aa", "ag", "ag"]), ["B2:B3"]);
        assert_eq!(read(&["b", "a"]), Vec::<String>::new());
    }
}
