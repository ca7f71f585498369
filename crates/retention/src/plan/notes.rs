//! Footnotes: a star, raised figure or `1)` behind a cell, and the line below the table that explains it.

use crate::fold;
use sporhund_model::TableRow;
use std::collections::BTreeMap;

/// Footnotes by their mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Footnotes {
    by_mark: BTreeMap<String, String>,
}

impl Footnotes {
    /// Collects the lines that begin with a mark: rows with one cell, and lines of text.
    pub(super) fn collect<'a>(
        rows: &'a [TableRow],
        lines: impl Iterator<Item = &'a String>,
    ) -> Self {
        let mut notes = Footnotes::default();
        for line in rows
            .iter()
            .filter_map(only_cell)
            .chain(lines.map(String::as_str))
        {
            if let Some((mark, text)) = split_note(line) {
                notes.by_mark.entry(mark).or_insert_with(|| text.to_owned());
            }
        }
        notes
    }

    /// Whether the row is one of the footnotes.
    pub(super) fn holds(&self, row: &TableRow) -> bool {
        only_cell(row)
            .and_then(split_note)
            .is_some_and(|(mark, text)| self.by_mark.get(&mark).is_some_and(|known| known == text))
    }

    /// The footnotes that a cell points to.
    pub(super) fn of_cell(&self, cell: &str) -> Vec<&str> {
        if self.by_mark.is_empty() {
            return Vec::new();
        }
        let cell = cell.trim_end_matches(|letter: char| letter.is_whitespace() || letter == '.');
        let found = self.by_mark.iter().filter(|(mark, _)| {
            cell.strip_suffix(mark.as_str()).is_some_and(|front| {
                !front.is_empty() && !front.ends_with(is_mark) && ends_free(front, mark)
            })
        });
        found.map(|(_, text)| text.as_str()).collect()
    }
}

/// `5 1)` is a footnote, `(bilaga 1)` is none.
fn ends_free(front: &str, mark: &str) -> bool {
    !mark.ends_with(')') || (front.ends_with(' ') && !front.contains('('))
}

fn only_cell(row: &TableRow) -> Option<&str> {
    let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    match (filled.next(), filled.next()) {
        (Some(cell), None) => Some(cell.as_str()),
        _ => None,
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '*' | '†' | '‡' | '¹' | '²' | '³' | '⁴'..='⁹')
}

/// "* Avser papper", "¹ Se bilaga", "1) Gäller ej kopior".
fn split_note(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start();
    let marks: String = line.chars().take_while(|letter| is_mark(*letter)).collect();
    let mark = if marks.is_empty() {
        let digits: String = line.chars().take_while(char::is_ascii_digit).collect();
        let numbered =
            (1..=2).contains(&digits.len()) && line.get(digits.len()..)?.starts_with(')');
        numbered.then(|| format!("{digits})"))?
    } else {
        marks
    };
    let text = line.get(mark.len()..)?.trim();
    (fold::words(text).len() >= 2).then_some((mark, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> TableRow {
        TableRow {
            number: 1,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        }
    }

    #[test]
    fn ties_marks_to_the_lines_below() {
        let rows = [
            row(&["Protokoll*", "Bevaras"]),
            row(&["* Kopior gallras vid inaktualitet", ""]),
            row(&["", "** Se lagen"]),
            row(&["1) Gäller ej kopior"]),
        ];
        let notes = Footnotes::collect(&rows, [].iter());
        assert!(!notes.holds(&rows[0]));
        assert!(notes.holds(&rows[1]) && notes.holds(&rows[3]));
        assert_eq!(
            notes.of_cell("Protokoll*"),
            ["Kopior gallras vid inaktualitet"]
        );
        assert_eq!(notes.of_cell("5 år **"), ["Se lagen"]);
        assert_eq!(notes.of_cell("Bevaras 1)"), ["Gäller ej kopior"]);
        assert!(notes.of_cell("Ritning (bilaga 1)").is_empty());
        assert!(notes.of_cell("Protokoll").is_empty());
    }
}
