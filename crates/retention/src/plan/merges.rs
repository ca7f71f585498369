//! Merged cells: the text of a cell that takes several rows holds for each of them.

use sporhund_model::{Table, TableRow};
use std::borrow::Cow;

/// The rows with the text of each merged cell in every row that it takes. The columns right of the first stay empty: a title that
/// runs over all columns is one cell.
pub(super) fn carry_down(table: &Table) -> Cow<'_, [TableRow]> {
    if table
        .merges
        .iter()
        .all(|merge| merge.first.row == merge.last.row)
    {
        return Cow::Borrowed(&table.rows);
    }
    let mut rows = table.rows.clone();
    for merge in &table.merges {
        let column = (merge.first.column as usize).wrapping_sub(1);
        let below = rows.partition_point(|row| row.number <= merge.first.row);
        let first = below.checked_sub(1).and_then(|at| rows.get(at));
        let first = first.filter(|row| row.number == merge.first.row);
        let text = first.and_then(|row| row.cells.get(column)).cloned();
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            continue;
        };
        let covered = rows.iter_mut().skip(below);
        for row in covered.take_while(|row| row.number <= merge.last.row) {
            fill(row, column, &text);
        }
    }
    Cow::Owned(rows)
}

fn fill(row: &mut TableRow, column: usize, text: &str) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, String::new());
    }
    if let Some(cell) = row.cells.get_mut(column)
        && cell.trim().is_empty()
    {
        text.clone_into(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Plan;
    use super::super::tests::table;
    use super::*;
    use sporhund_model::{Cell, Merge};

    fn merge(table: &mut Table, first: (u32, u32), last: (u32, u32)) {
        let cell = |(row, column)| Cell { row, column };
        let merge = Merge::new(cell(first), cell(last)).unwrap();
        table.merges.push(merge);
    }

    #[test]
    fn a_decision_holds_for_all_rows_that_its_cell_takes() {
        let mut table = table(
            "Handling;Bevaras/gallras;Anmärkning\nAnsökan;Gallras 2 år;Se beslut\nYttrande;;\nkallelse;;Utan bilagor\nBeslut;Bevaras;",
        );
        merge(&mut table, (2, 2), (4, 2));
        let (plan, _) = Plan::import("plan", &[table]).unwrap();
        let rows: Vec<(&str, &str)> = plan
            .rows
            .iter()
            .map(|row| (row.document_type.as_str(), row.phrase.as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                ("Ansökan", "Gallras 2 år"),
                ("Yttrande", "Gallras 2 år"),
                ("kallelse", "Gallras 2 år"),
                ("Beslut", "Bevaras")
            ]
        );
    }

    #[test]
    fn rows_without_merges_stay_as_they_are() {
        let mut table = table("A;B;C\n1;2;3");
        merge(&mut table, (1, 1), (1, 3));
        assert!(matches!(carry_down(&table), Cow::Borrowed(_)));
    }
}
