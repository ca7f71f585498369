//! Spreadsheets of OOXML (xlsx, xlsm, xltx): the cells by calamine's stream, everything else by a pass of our own.
//!
//! `worksheet_range` must never be called: it takes memory for the whole rectangle, and a cell far out ends the process.

mod binary;
mod extras;
pub(crate) mod number;

use std::io::SeekFrom;

use calamine::{DataRef, Reader, SheetVisible, XlsxError};
use sporhund_model::{Cell, Join, Note, Outcome, Part, Place, PlaceId};

use crate::decoder::{DecodeError, Decoder, Input, ReadSeek, Sink, Text};
use crate::office::package::{Package, zip_error};
use crate::office::{members, properties};
pub use binary::Xlsb;
pub(crate) use extras::without_codes;
use number::Formats;

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
        drop(package);
        input.reader.seek(SeekFrom::Start(0))?;
        let sheets = match send_sheets(input, sink) {
            // Comments, headers and drawings can be whole although the workbook is not.
            broken @ (Ok(_) | Err(DecodeError::Broken { .. })) => broken,
            Err(error) => return Err(error),
        };
        input.reader.seek(SeekFrom::Start(0))?;
        let mut package = Package::open(input.reader, &limits)?;
        extras::send(&mut package, sink)?;
        members::send(&mut package, "xl/", sink)?;
        sheets
    }
}

/// Sends all sheets; what is wrong with one sheet leaves the others as they are.
fn send_sheets(input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
    let mut workbook: Workbook<'_> = Workbook::new(&mut *input.reader).map_err(workbook_error)?;
    send_names(&workbook, sink)?;
    let mut outcome = Outcome::Scanned;
    for sheet in workbook.sheets_metadata().to_vec() {
        let part = match sheet.visible {
            SheetVisible::Visible => Part::Body,
            _ => Part::Hidden,
        };
        match send_sheet(&mut workbook, &sheet.name, part, sink) {
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
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let on_sheet = |part| Place {
        part,
        sheet: Some(name.to_owned()),
        ..Place::default()
    };
    let place = sink.place(on_sheet(Part::Name))?;
    sink.text(Text {
        text: name,
        place,
        cell: Cell::default(),
        join: Join::Hard,
    })?;
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet that is one chart has no cells; its texts come with the drawings.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(workbook_error(error)),
    };
    let formats = Formats::new(reader.styles());
    let mut cells = Cells::new(sink.place(on_sheet(part))?);
    let mut count = 0u32;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(workbook_error)? {
        cells.send(
            cell.get_position(),
            cell.get_value(),
            formats.get(style),
            sink,
        )?;
        count = count.wrapping_add(1);
        // Empty cells send no text, and so meet no other look at the clock.
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
    Ok(())
}

/// Sends the cells of a sheet through one buffer.
struct Cells {
    place: PlaceId,
    text: String,
    join: Join,
}

impl Cells {
    fn new(place: PlaceId) -> Self {
        Cells {
            place,
            text: String::new(),
            join: Join::Hard,
        }
    }

    fn send(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        format: Option<&number::Digits>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let cell = Cell {
            row: row.saturating_add(1),
            column: column.saturating_add(1),
        };
        let text = match value {
            DataRef::SharedString(text) => text,
            DataRef::String(text) => text.as_str(),
            value => {
                self.text.clear();
                number::write(value, format, &mut self.text);
                self.text.as_str()
            }
        };
        if text.is_empty() {
            return Ok(());
        }
        sink.text(Text {
            text,
            place: self.place,
            cell,
            join: std::mem::replace(&mut self.join, Join::Soft),
        })
    }
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
