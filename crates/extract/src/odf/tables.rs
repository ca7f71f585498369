//! The walk through tables: sheets with their hidden rows and columns, and tables in texts.

use sporhund_model::Part;

use super::cells::Cell;
use super::walk::{Open, Walker};
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::TableKind;
use crate::office::xml::Start;

/// A repeated cell is told so many times at most; sheets repeat empty cells by the thousand, filled ones a few times.
const MOST_REPEATED: u32 = 64;

impl Walker {
    pub(super) fn start_table(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        let repeated = |name| {
            let count = start.attribute(name).and_then(|count| count.parse().ok());
            count.unwrap_or(1u32)
        };
        Ok(Some(match start.name() {
            "table" => self.start_grid(start, sink)?,
            "table-row" => {
                self.flow.start_row();
                self.flow.skip_rows(repeated("number-rows-repeated") - 1);
                let hides = start
                    .attribute("visibility")
                    .is_some_and(|show| show != "visible");
                self.hidden += u32::from(hides);
                if hides { Open::Hidden } else { Open::Plain }
            }
            "table-column" => {
                let from = self.columns;
                self.columns = from.saturating_add(repeated("number-columns-repeated"));
                let hides = start
                    .attribute("visibility")
                    .is_some_and(|show| show != "visible");
                if hides && self.hidden_columns.len() < 1_000 {
                    self.hidden_columns
                        .push(from + 1..self.columns.saturating_add(1));
                }
                Open::Plain
            }
            // A merged cell is followed by one covered cell for each column or row more that it takes.
            "table-cell" | "covered-table-cell" => self.start_cell(start),
            // What was changed in a sheet, with the cells as they were.
            "tracked-changes" => Open::Inner(self.flow.enter(Part::Deletion)),
            "help-message" | "error-message" => Open::Inner(self.flow.enter(Part::Attribute)),
            "content-validation" => {
                let condition = start.attribute("condition").unwrap_or_default();
                self.flow.send_aside(Part::Formula, &condition, sink)?;
                Open::Plain
            }
            "named-range" | "named-expression" | "database-range" => {
                let name = start.attribute("name").unwrap_or_default();
                let stands_for = start.attribute("expression").unwrap_or_default();
                self.flow
                    .send_labelled(Part::Formula, (&name, &stands_for), sink)?;
                Open::Plain
            }
            _ => Open::Plain,
        }))
    }

    fn start_cell(&mut self, start: &Start<'_>) -> Open {
        let cell = Cell::new(start);
        self.flow.start_cell(cell.repeated);
        self.flow.merge(cell.rows, cell.columns);
        self.shown.clear();
        let column = self.flow.column();
        let hides = self
            .hidden_columns
            .iter()
            .any(|columns| columns.contains(&column));
        if hides {
            self.hidden += 1;
            return Open::HiddenCell(cell);
        }
        Open::Cell(cell)
    }

    pub(super) fn end_cell(&mut self, cell: &Cell, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if let Some(number) = cell.unseen_number(&self.shown) {
            self.flow.start_paragraph();
            self.push(number);
            self.flow.end_paragraph(sink)?;
        }
        if let Some(formula) = &cell.formula {
            self.flow.wait(Part::Formula, formula, sink)?;
        }
        self.flow.end_cell();
        self.repeat(cell.repeated, sink)
    }

    /// Neighbours with the same content are written once, with how many they are; whoever reads the sheet sees each.
    fn repeat(&mut self, count: u32, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if count < 2 || self.shown.trim().is_empty() {
            return Ok(());
        }
        let shown = std::mem::take(&mut self.shown);
        let copies = count.min(MOST_REPEATED);
        self.flow.set_span(1);
        for _ in 1..copies {
            self.flow.start_cell(1);
            self.flow.start_paragraph();
            self.push(&shown);
            self.flow.end_paragraph(sink)?;
            self.flow.end_cell();
        }
        self.flow.set_span(count - copies + 1);
        Ok(())
    }

    /// A table of a sheet has a name that people gave it; one in a text is numbered.
    fn start_grid(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<Open, DecodeError> {
        let in_sheets =
            self.flow.slide.is_none() && !self.flow.in_paragraph() && self.is_workbook();
        self.flow.cut();
        if !in_sheets {
            self.flow.start_table(TableKind::Inner);
            return Ok(Open::Table);
        }
        let name = start.attribute("name").unwrap_or_default();
        self.flow.sheet = Some(name.clone());
        self.flow.send_aside(Part::Name, &name, sink)?;
        let style = start.attribute("style-name");
        let hides = self.styles.hides(style.as_deref());
        self.hidden = u32::from(hides);
        self.columns = 0;
        self.hidden_columns.clear();
        self.flow.start_table(TableKind::Sheet);
        Ok(Open::Sheet)
    }

    /// Whether the tables here are sheets: they stand in the body of a workbook, not within another table.
    fn is_workbook(&self) -> bool {
        let inner = self
            .open
            .iter()
            .any(|open| matches!(open, Open::Sheet | Open::Table | Open::Inner(_)));
        !inner && self.workbook
    }
}
