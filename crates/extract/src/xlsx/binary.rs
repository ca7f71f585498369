//! Workbooks with binary parts (xlsb): the cells by calamine's stream, what is XML in them as in other workbooks.

use std::io::SeekFrom;

use calamine::{Reader, SheetVisible, XlsbError};
use sporhund_model::{Note, Outcome, Part};

use super::{extras, guarded, number};
use crate::decoder::{DecodeError, Decoder, Input, ReadSeek, Sink};
use crate::office::grid::Grid;
use crate::office::package::{Package, zip_error};
use crate::office::{members, properties};

/// The decoder.
pub struct Xlsb;

type Workbook<'a> = calamine::Xlsb<&'a mut (dyn ReadSeek + 'a)>;

impl Decoder for Xlsb {
    fn format(&self) -> &'static str {
        "xlsb"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        let mut package = Package::open(input.reader, &limits)?;
        package.check_declared()?;
        properties::send(&mut package, sink)?;
        drop(package);
        input.reader.seek(SeekFrom::Start(0))?;
        let sheets = match guarded(|| send_sheets(input, sink)) {
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

fn send_sheets(input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
    let mut workbook: Workbook<'_> = Workbook::new(&mut *input.reader).map_err(workbook_error)?;
    let mut outcome = Outcome::Scanned;
    for sheet in workbook.sheets_metadata().to_vec() {
        let part = match sheet.visible {
            SheetVisible::Visible => Part::Body,
            _ => Part::Hidden,
        };
        let mut grid = Grid::start(&sheet.name, sink)?;
        match send_sheet(&mut workbook, &sheet.name, part, &mut grid, sink) {
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

fn send_sheet(
    workbook: &mut Workbook<'_>,
    name: &str,
    part: Part,
    grid: &mut Grid,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut reader = workbook
        .worksheet_cells_reader(name)
        .map_err(workbook_error)?;
    let mut text = String::new();
    let mut count = 0u32;
    while let Some(cell) = reader.next_cell().map_err(workbook_error)? {
        text.clear();
        match cell.get_value() {
            calamine::DataRef::SharedString(shared) => text.push_str(shared),
            calamine::DataRef::String(own) => text.push_str(own),
            value => number::write(value, None, &mut text),
        }
        grid.send(part, cell.get_position(), &text, sink)?;
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
    Ok(())
}

fn workbook_error(error: XlsbError) -> DecodeError {
    match error {
        XlsbError::Password => DecodeError::Encrypted,
        XlsbError::Zip(error) => zip_error(error),
        XlsbError::Io(error) => DecodeError::Io(error),
        _ => DecodeError::Broken {
            offset: 0,
            what: "workbook",
        },
    }
}
