//! Tables as rows: how plans, registers and returned worklists are read.
//!
//! They come from the same events as all text, so there is no second reader of any format.

mod records;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sporhund_model::{
    Chunk, Event, Join, Merge, Part, Place, PlaceId, Receiver, Segment, Stopped, Table, TableRow,
};

use crate::sniff::{self, Format};
use crate::{Decoded, Input, Limits, decode, pdf};
use sporhund_model::Outcome;

/// Lines above a table that are kept with it.
const ABOVE: usize = 12;
/// Lines of a document's beginning (title, decision, version) that are kept with its first table too.
const BEGINNING: usize = 30;
/// Cells that are kept; a plan of 10,000 rows has a tenth of this.
const MAX_CELLS: usize = 2_000_000;
/// The widest row; one stray cell far to the right must not make all rows wide.
const MAX_COLUMNS: u32 = 1_024;

/// Why there are no tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TablesError {
    /// The input could not be read as any format with tables.
    #[error("{format}: {}", outcome.as_str())]
    NotRead {
        /// What the input is.
        format: &'static str,
        /// How its reading ended.
        outcome: Outcome,
    },
    /// More cells than any plan or register has.
    #[error("more than {MAX_CELLS} cells")]
    TooLarge,
}

/// All tables of an input, in its order: sheets, csv, tables of documents.
pub fn tables(input: &mut Input<'_>, limits: &Limits) -> Result<Vec<Table>, TablesError> {
    if let Some(tables) = without_cells(input, limits) {
        return Ok(tables);
    }
    let mut collector = Collector::default();
    let Decoded { format, outcome } = decode(input, limits, &mut collector);
    if collector.cells > MAX_CELLS {
        return Err(TablesError::TooLarge);
    }
    match outcome {
        Outcome::Scanned | Outcome::Partly => Ok(collector.finish()),
        outcome => Err(TablesError::NotRead { format, outcome }),
    }
}

/// The tables of formats whose text has no cells: PDF by positions, XML by its records. `None` for all others, and where
/// there are none.
fn without_cells(input: &mut Input<'_>, limits: &Limits) -> Option<Vec<Table>> {
    let tables = match sniff::detect(input) {
        Format::Pdf => catch_unwind(AssertUnwindSafe(|| {
            pdf::grid::tables(input, limits.max_member_size).ok()
        }))
        .ok()??,
        _ => records::tables(input, limits.max_member_size)?,
    };
    let cells: usize = tables
        .iter()
        .flat_map(|table| table.rows.iter().map(|row| row.cells.len()))
        .sum();
    (!tables.is_empty() && cells <= MAX_CELLS).then_some(tables)
}

#[derive(Default)]
struct Collector {
    places: BTreeMap<PlaceId, Place>,
    /// In the order of their first cell.
    tables: Vec<Collected>,
    /// By sheet and number of the table: word of them may come before the first cell.
    merges: BTreeMap<(Option<String>, Option<u32>), Vec<Merge>>,
    lines: Vec<String>,
    depth: u32,
    cells: usize,
}

struct Collected {
    sheet: Option<String>,
    table: Option<u32>,
    above: Vec<String>,
    rows: BTreeMap<u32, Vec<String>>,
}

impl Receiver for Collector {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Place(id, place) => {
                self.places.insert(id, place);
            }
            Event::Chunk(chunk) if self.depth == 0 => self.take_chunk(chunk),
            Event::Merge(place, merge) if self.depth == 0 => self.take_merge(place, merge),
            Event::OpenMember(_) => self.depth += 1,
            Event::CloseMember(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.cells > MAX_CELLS {
            return Err(Stopped);
        }
        Ok(())
    }
}

impl Collector {
    fn take_chunk(&mut self, chunk: &Chunk) {
        for (at, segment) in chunk.segments.iter().enumerate() {
            let next = chunk.segments.get(at + 1);
            let end = next.map_or(chunk.own.end, |next| next.start.min(chunk.own.end));
            let start = segment.start.max(chunk.own.start);
            let text = chunk.text.get(start as usize..end.max(start) as usize);
            let text = text.unwrap_or_default();
            if !text.is_empty() {
                self.take(segment, text);
            }
        }
    }

    fn take_merge(&mut self, place: PlaceId, merge: Merge) {
        if let Some(place) = self.places.get(&place) {
            let table = (place.sheet.clone(), place.table);
            self.merges.entry(table).or_default().push(merge);
            self.cells += 1;
        }
    }

    fn take(&mut self, segment: &Segment, text: &str) {
        let Some(place) = self.places.get(&segment.place).cloned() else {
            return;
        };
        if !matches!(
            place.part,
            Part::Body | Part::Heading | Part::Insertion | Part::Hidden
        ) {
            return;
        }
        if segment.cell.is_some() {
            self.take_cell(&place, segment, text);
        } else {
            self.take_line(segment.join, text);
        }
    }

    /// A paragraph can come in several segments; it is one line.
    fn take_line(&mut self, join: Join, text: &str) {
        match self.lines.last_mut() {
            Some(line) if join == Join::None => line.push_str(text),
            _ if text.trim().is_empty() => {}
            _ => self.lines.push(text.to_owned()),
        }
        let kept = if self.tables.is_empty() { BEGINNING } else { 0 };
        if self.lines.len() > kept + ABOVE {
            self.lines.remove(kept);
        }
    }

    fn take_cell(&mut self, place: &Place, segment: &Segment, text: &str) {
        let (row, column) = (segment.cell.row, segment.cell.column);
        if column > MAX_COLUMNS {
            return;
        }
        let known = self
            .tables
            .iter()
            .rposition(|table| table.sheet == place.sheet && table.table == place.table);
        let at = known.unwrap_or_else(|| self.start(place));
        let Some(table) = self.tables.get_mut(at) else {
            return;
        };
        let cells = table.rows.entry(row).or_default();
        let index = column as usize - 1;
        if cells.len() <= index {
            self.cells += index + 1 - cells.len();
            cells.resize(index + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(index) {
            cell.push_str(text);
        }
    }

    fn start(&mut self, place: &Place) -> usize {
        self.tables.push(Collected {
            sheet: place.sheet.clone(),
            table: place.table,
            above: self
                .lines
                .drain(..)
                .map(|line| line.trim().to_owned())
                .collect(),
            rows: BTreeMap::new(),
        });
        self.tables.len() - 1
    }

    fn finish(mut self) -> Vec<Table> {
        let tables = self.tables.into_iter().map(|collected| {
            let name = (collected.sheet.clone(), collected.table);
            collected.finish(self.merges.remove(&name).unwrap_or_default())
        });
        tables.collect()
    }
}

impl Collected {
    fn finish(self, merges: Vec<Merge>) -> Table {
        let rows = self.rows.into_iter().filter_map(|(number, cells)| {
            let cells: Vec<String> = cells
                .into_iter()
                .map(|cell| cell.trim().to_owned())
                .collect();
            let some = cells.iter().any(|cell| !cell.is_empty());
            some.then_some(TableRow { number, cells })
        });
        Table {
            name: self.sheet.unwrap_or_default(),
            above: self.above,
            rows: rows.collect(),
            merges,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// The rows of a golden file that holds the plan with merged cells, from its headings on, with its merges of several rows.
    fn read(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
        let mut input = Input {
            size: bytes.len() as u64,
            reader: &mut Cursor::new(bytes),
            extension: "",
        };
        let tables = tables(&mut input, &Limits::default()).unwrap();
        let table = tables.into_iter().next().unwrap();
        let from = table
            .rows
            .iter()
            .position(|row| row.cells[0] == "Handling")
            .unwrap();
        let number = table.rows[from].number;
        let rows = table.rows.iter().skip(from).map(|row| row.cells.join("|"));
        let down = table
            .merges
            .iter()
            .filter(|merge| merge.first.row < merge.last.row);
        let name = |merge: &Merge| {
            let span = merge.last.row - merge.first.row + 1;
            format!("{}+{} {span}", merge.first.row - number, merge.first.column)
        };
        (
            rows.map(|row| row.trim_end_matches('|').to_owned())
                .collect(),
            down.map(name).collect(),
        )
    }

    #[test]
    fn merged_cells_arrive_with_the_rows_that_they_take() {
        let files: [&[u8]; 10] = [
            include_bytes!("doc/tests/data/merged-doc.in"),
            include_bytes!("docx/tests/data/merged-docx.in"),
            include_bytes!("html/tests/data/merged-html.in"),
            include_bytes!("odf/tests/data/merged-ods.in"),
            include_bytes!("odf/tests/data/merged-odt.in"),
            include_bytes!("pdf/tests/data/merged-pdf.in"),
            include_bytes!("pptx/tests/data/merged-pptx.in"),
            include_bytes!("rtf/tests/data/merged-rtf.in"),
            include_bytes!("xls/tests/data/merged-xls.in"),
            include_bytes!("xlsx/tests/data/merged-xlsx.in"),
        ];
        let expected = [
            "Handling|Bevaras/gallras|Anmärkning",
            "Ansökan|Gallras 2 år|Se beslut",
            "Yttrande||Utan bilagor",
            "Kallelse||Två rader",
            "Beslut|Bevaras",
        ];
        for file in files {
            let (rows, merges) = read(file);
            assert_eq!(rows, expected);
            assert_eq!(merges, ["1+2 3", "3+3 2"]);
        }
    }
}
