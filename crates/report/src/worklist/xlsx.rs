//! The worklist as a workbook: groups on the first sheet, files on the second, both with frozen headings, filters and a list of
//! decisions to choose from; the decisions stand on a third sheet, since a list within a cell's rule may have 255 characters only.

use super::columns::{Cell, Column, FILES, GROUPS, file_cells, group_cells, heading};
use super::{DECISIONS, LeftOut, WorklistOptions, rows};
use crate::error::ReportError;
use crate::messages::Messages;
use rust_xlsxwriter::{
    Color, DataValidation, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError,
};
use sporhund_model::Records;
use std::io::{self, Write};

/// Writes the worklist as a workbook, and returns what did not fit.
///
/// # Errors
/// [`ReportError`] when the results cannot be read or the output takes no more.
pub fn write_worklist_xlsx(
    records: &dyn Records,
    messages: &Messages,
    options: &WorklistOptions,
    to: &mut dyn Write,
) -> Result<LeftOut, ReportError> {
    let rows = rows::read(records, messages, options).map_err(ReportError::Read)?;
    let bytes =
        workbook(&rows, messages).map_err(|error| ReportError::Write(io::Error::other(error)))?;
    to.write_all(&bytes).map_err(ReportError::Write)?;
    to.flush().map_err(ReportError::Write)?;
    Ok(rows.left_out)
}

fn workbook(rows: &rows::Rows, m: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let formats = Formats::new();
    let sheet = book.add_worksheet();
    sheet.set_name(m.label("worklist-sheet-groups"))?;
    let groups = rows.groups.iter().map(|group| group_cells(m, group));
    let last = fill(sheet, m, &GROUPS, groups, &formats)?;
    let told = ("worklist-groups-left-out", rows.left_out.of_groups);
    tell(sheet, m, last + 1, told, &formats)?;
    let sheet = book.add_worksheet();
    sheet.set_name(m.label("worklist-sheet-files"))?;
    let files = rows.files.iter().map(|line| file_cells(m, line));
    let last = fill(sheet, m, &FILES, files, &formats)?;
    let told = ("worklist-left-out", rows.left_out.files);
    tell(sheet, m, last + 1, told, &formats)?;
    decisions(book.add_worksheet(), m)?;
    book.save_to_buffer()
}

struct Formats {
    heading: Format,
    day: Format,
    entry: Format,
}

impl Formats {
    fn new() -> Self {
        Formats {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E7_E6E1)),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            entry: Format::new().set_background_color(Color::RGB(0x00FF_F8DC)),
        }
    }
}

fn fill(
    sheet: &mut Worksheet,
    m: &Messages,
    columns: &[Column],
    lines: impl Iterator<Item = Vec<Cell>>,
    formats: &Formats,
) -> Result<u32, XlsxError> {
    for (at, (key, width)) in columns.iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.write_string_with_format(0, at, heading(m, key), &formats.heading)?;
        sheet.set_column_width(at, *width)?;
    }
    let mut last = 0;
    for (at, cells) in lines.enumerate() {
        last = u32::try_from(at + 1).unwrap_or(u32::MAX);
        write_line(sheet, last, &cells, formats)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let width = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, width)?;
    let source = format!(
        "='{}'!$A$1:$A${}",
        m.label("worklist-sheet-decisions"),
        DECISIONS.len()
    );
    let choices = DataValidation::new().allow_list_formula(Formula::new(source));
    sheet.add_data_validation(1, 0, last.max(1), 0, &choices)?;
    Ok(last)
}

/// Tells below the rows what did not fit.
fn tell(
    sheet: &mut Worksheet,
    m: &Messages,
    row: u32,
    (key, count): (&str, u64),
    formats: &Formats,
) -> Result<(), XlsxError> {
    if count > 0 {
        let text = m.text(key, &[("n", count.into())]);
        sheet.write_string_with_format(row, 1, text, &formats.heading)?;
    }
    Ok(())
}

fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Cell],
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (at, cell) in cells.iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        match cell {
            Cell::Text(text) => {
                sheet.write_string(row, at, text)?;
            }
            Cell::Number(number) => {
                sheet.write_number(row, at, *number as f64)?;
            }
            Cell::Day(day) => {
                let (year, month, day) = (
                    day.year().unsigned_abs(),
                    day.month().unsigned_abs(),
                    day.day().unsigned_abs(),
                );
                let day = ExcelDateTime::from_ymd(year, month, day)?;
                sheet.write_datetime_with_format(row, at, &day, &formats.day)?;
            }
            // What people fill in is marked.
            Cell::Empty if at < 2 => {
                sheet.write_blank(row, at, &formats.entry)?;
            }
            Cell::Empty => {}
        }
    }
    Ok(())
}

/// The decisions with what each means.
fn decisions(sheet: &mut Worksheet, m: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(m.label("worklist-sheet-decisions"))?;
    sheet.set_column_width(0, 32)?.set_column_width(1, 90)?;
    for (at, word) in DECISIONS.iter().enumerate() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        sheet.write_string(at, 0, m.label(&format!("decision-{word}")))?;
        sheet.write_string(at, 1, m.label(&format!("decision-why-{word}")))?;
    }
    Ok(())
}
