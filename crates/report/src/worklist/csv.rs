//! The files of the worklist as csv, as spreadsheets of Sweden and Denmark open it: `;` between, UTF-8 with a mark.

use super::columns::{FILES, file_cells, heading};
use super::{LeftOut, WorklistOptions, rows};
use crate::error::ReportError;
use crate::messages::Messages;
use crate::output::Output;
use sporhund_model::Records;
use std::io::{self, Write};

/// Writes the files of the worklist as csv, and returns what did not fit.
///
/// # Errors
/// [`ReportError`] when the results cannot be read or the output takes no more.
pub fn write_worklist_csv(
    records: &dyn Records,
    messages: &Messages,
    options: &WorklistOptions,
    to: &mut dyn Write,
) -> Result<LeftOut, ReportError> {
    let rows = rows::read(records, messages, options).map_err(ReportError::Read)?;
    let mut to = Output::new(to);
    let result = write(&rows, messages, &mut to);
    to.finish(result)?;
    Ok(rows.left_out)
}

fn write(rows: &rows::Rows, m: &Messages, to: &mut dyn Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let headings: Vec<String> = FILES.iter().map(|(key, _)| heading(m, key)).collect();
    record(&headings, to)?;
    for line in &rows.files {
        let cells: Vec<String> = file_cells(m, line)
            .iter()
            .map(super::columns::Cell::shown)
            .collect();
        record(&cells, to)?;
    }
    if rows.left_out.files > 0 {
        let told = m.text("worklist-left-out", &[("n", rows.left_out.files.into())]);
        record(&[String::new(), told], to)?;
    }
    Ok(())
}

fn record(cells: &[String], to: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    write!(to, "{}\r\n", cells.join(";"))
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
