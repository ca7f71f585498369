//! Workbooks.

use crate::DemoError;
use crate::document::{Document, Table};
use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A cell that holds a number is given with this in front: it becomes a number cell.
pub(crate) const AS_NUMBER: &str = "#";
/// The same with a cell format that shows ten digits.
pub(crate) const AS_PADDED: &str = "#0";

/// A sheet of a workbook.
pub(crate) struct Sheet {
    /// Its name.
    pub(crate) name: String,
    /// Rows above the table.
    pub(crate) above: Vec<String>,
    /// Its table.
    pub(crate) table: Table,
    /// Whether people see it.
    pub(crate) is_hidden: bool,
}

/// The document's table on a sheet, its title and paragraphs above.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, DemoError> {
    let paragraphs = document.paragraphs.iter().map(|runs| runs.concat());
    let sheet = Sheet {
        name: "Blad1".to_owned(),
        above: std::iter::once(document.title.clone())
            .chain(paragraphs)
            .collect(),
        table: document.table.clone().unwrap_or_default(),
        is_hidden: false,
    };
    workbook(&[sheet], document.created)
}

/// A workbook with sheets of one's own.
pub(crate) fn workbook(sheets: &[Sheet], created: Option<Date>) -> Result<Vec<u8>, DemoError> {
    write_sheets(sheets, created).map_err(|fault| DemoError::format("xlsx", &fault))
}

fn write_sheets(sheets: &[Sheet], created: Option<Date>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A workbook always has a date; without one of ours it would be that of the clock.
    let day = created.unwrap_or(jiff::civil::date(2015, 1, 1));
    let day = ExcelDateTime::from_ymd(
        day.year().unsigned_abs(),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for sheet in sheets {
        write_sheet(sheet, book.add_worksheet())?;
    }
    book.save_to_buffer()
}

fn write_sheet(sheet: &Sheet, to: &mut Worksheet) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    to.set_hidden(sheet.is_hidden);
    let mut row = 0;
    for text in &sheet.above {
        to.write_string(row, 0, text)?;
        row += 1;
    }
    if row > 0 {
        row += 1;
    }
    for cells in sheet.table.all_rows() {
        for (column, text) in (0_u16..).zip(cells) {
            write_cell(to, row, column, text)?;
        }
        row += 1;
    }
    Ok(())
}

fn write_cell(to: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let number = |text: &str| text.parse::<f64>().unwrap_or_default();
    if let Some(digits) = text.strip_prefix(AS_PADDED) {
        let format = Format::new().set_num_format("0000000000");
        to.write_number_with_format(row, column, number(digits), &format)?;
    } else if let Some(digits) = text.strip_prefix(AS_NUMBER) {
        to.write_number(row, column, number(digits))?;
    } else if !text.is_empty() {
        to.write_string(row, column, text)?;
    }
    Ok(())
}
