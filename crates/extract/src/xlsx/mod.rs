//! Spreadsheets of OOXML (xlsx, xlsm, xltx): the cells by calamine's stream, everything else by a pass of our own.
//!
//! `worksheet_range` must never be called: it takes memory for the whole rectangle, and a cell far out ends the process.

pub(crate) mod extras;
pub(crate) mod number;
mod plain;
mod scan;
mod without_cells;

use std::collections::HashMap;
use std::io::SeekFrom;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetVisible, XlsxError};
use sporhund_model::{Cell, Join, Note, Outcome, Part, Place};

use crate::decoder::{DecodeError, Decoder, Input, ReadSeek, Sink, Text};
use crate::office::grid::Grid;
use crate::office::package::{Package, zip_error};
use crate::office::{custom, members, properties};
pub(crate) use extras::without_codes;
use number::Formats;
use scan::Hidden;

/// The decoder.
pub struct Xlsx;

type Workbook<'a> = calamine::Xlsx<&'a mut (dyn ReadSeek + 'a)>;

impl Decoder for Xlsx {
    fn format(&self) -> &'static str {
        "xlsx"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        let mut package = Package::open(input.reader, &limits)?;
        package.check_declared()?;
        properties::send(&mut package, sink)?;
        let hidden = scan::send(&mut package, sink)?;
        drop(package);
        input.reader.seek(SeekFrom::Start(0))?;
        let sheets = match guarded(|| send_sheets(input, &hidden, sink)) {
            // What the library refuses is read all the same, as far as it can be.
            Err(DecodeError::Broken { offset, what }) => {
                let note = Note::new("note-broken-part").with("what", what);
                sink.note(note.with("offset", offset))?;
                input.reader.seek(SeekFrom::Start(0))?;
                let mut package = Package::open(input.reader, &limits)?;
                plain::send(&mut package, &hidden, sink)
            }
            Ok(outcome) => Ok(outcome),
            Err(error) => return Err(error),
        };
        input.reader.seek(SeekFrom::Start(0))?;
        let mut package = Package::open(input.reader, &limits)?;
        extras::send(&mut package, sink)?;
        custom::send(&mut package, sink)?;
        members::send(&mut package, "xl/", sink)?;
        sheets
    }
}

/// What the library panics over is broken like what it refuses: the rest of the package can be read all the same.
fn guarded(send: impl FnOnce() -> Result<Outcome, DecodeError>) -> Result<Outcome, DecodeError> {
    catch_unwind(AssertUnwindSafe(send)).unwrap_or(Err(DecodeError::Broken {
        offset: 0,
        what: "workbook",
    }))
}

/// Sends all sheets; what is wrong with one sheet leaves the others as they are.
fn send_sheets(
    input: &mut Input<'_>,
    hidden: &HashMap<String, Hidden>,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let none = Hidden::default();
    let mut workbook: Workbook<'_> = Workbook::new(&mut *input.reader).map_err(workbook_error)?;
    send_names(&workbook, sink)?;
    let mut outcome = Outcome::Scanned;
    for sheet in workbook.sheets_metadata().to_vec() {
        let part = match sheet.visible {
            SheetVisible::Visible => Part::Body,
            _ => Part::Hidden,
        };
        let hidden = hidden.get(&sheet.name).unwrap_or(&none);
        match send_sheet(&mut workbook, &sheet.name, part, hidden, sink) {
            Ok(()) => {}
            Err(DecodeError::Broken { what, .. }) => {
                sink.note(Note::new("note-broken-part").with("what", what))?;
                outcome = Outcome::Partly;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(outcome)
}

/// Names of ranges with what they stand for.
fn send_names(workbook: &Workbook<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let place = sink.place(Place::part(Part::Formula))?;
    for (name, formula) in workbook.defined_names() {
        let (name, formula) = (name.as_str(), formula.as_str());
        for (text, join) in [(name, Join::Hard), (formula, Join::Soft)] {
            let cell = Cell::default();
            sink.text(Text {
                text,
                place,
                cell,
                join,
            })?;
        }
    }
    Ok(())
}

fn send_sheet(
    workbook: &mut Workbook<'_>,
    name: &str,
    part: Part,
    hidden: &Hidden,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut grid = Grid::start(name, sink)?;
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet that is one chart has no cells; its texts come with the drawings.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(workbook_error(error)),
    };
    let formats = Formats::new(reader.styles());
    let mut written = String::new();
    let mut count = 0u32;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(workbook_error)? {
        let (row, column) = cell.get_position();
        let text = match cell.get_value() {
            DataRef::SharedString(text) => text,
            DataRef::String(text) => text.as_str(),
            value => {
                written.clear();
                number::write(value, formats.get(style), &mut written);
                written.as_str()
            }
        };
        let is_hidden = hidden.holds(row.saturating_add(1), column.saturating_add(1));
        let part = if is_hidden { Part::Hidden } else { part };
        grid.send(part, (row, column), text, sink)?;
        count = count.wrapping_add(1);
        // Empty cells send no text, and so meet no other look at the clock.
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
    Ok(())
}

fn workbook_error(error: XlsxError) -> DecodeError {
    match error {
        XlsxError::Password => DecodeError::Encrypted,
        XlsxError::Zip(error) => zip_error(error),
        XlsxError::Io(error) => DecodeError::Io(error),
        _ => DecodeError::Broken {
            offset: 0,
            what: "workbook",
        },
    }
}
