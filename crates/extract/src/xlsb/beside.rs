//! Binary parts beside the sheets: comments, and what pivot tables and links to other workbooks keep.

use std::collections::HashMap;

use sporhund_model::{Cell, Part};

use super::globals::Globals;
use super::records::{Records, string};
use super::sheet::corners;
use crate::decoder::{DecodeError, Sink};
use crate::office::custom::is_xml;
use crate::office::grid::Grid;
use crate::office::package::Package;
use crate::office::relationships;
use crate::ole::bytes::{u8_at, u16_at, u64_at};
use crate::xlsx::number;

/// Sends all of it; a broken part gives what stands before the fault.
pub(super) fn send(
    package: &mut Package<'_>,
    globals: &Globals,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let owners = send_links(package, globals, sink)?;
    for name in package.names() {
        let beside = ["xl/comments", "xl/pivotCache/", "xl/externalLinks/"];
        let known = beside.iter().any(|folder| name.starts_with(folder));
        if !known || name.contains("/_rels/") || is_xml(&name) {
            continue;
        }
        sink.budget().check_time()?;
        let sheet = owners.get(&name).map_or("", String::as_str);
        let mut grid = Grid::without_name(sheet);
        let Some(part) = package.part(&name)? else {
            continue;
        };
        match send_part(&mut Records::new(part), &mut grid, sink) {
            Ok(()) | Err(DecodeError::Broken { .. } | DecodeError::Io(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Sends the addresses that sheets point to; gives the sheets by the parts that belong to them.
fn send_links(
    package: &mut Package<'_>,
    globals: &Globals,
    sink: &mut dyn Sink,
) -> Result<HashMap<String, String>, DecodeError> {
    let mut owners = HashMap::new();
    for sheet in &globals.sheets {
        let mut grid = Grid::without_name(&sheet.name);
        for relation in relationships::read(package, &sheet.target) {
            if relation.external {
                let link = &relation.target;
                grid.send_beside(Part::Link, Cell::default(), link, sink)?;
            } else {
                owners.insert(relation.target, sheet.name.clone());
            }
        }
    }
    Ok(owners)
}

fn send_part<R: std::io::Read>(
    records: &mut Records<R>,
    grid: &mut Grid,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let mut cell = Cell::default();
    let mut count = 0u32;
    while let Some((kind, body)) = records.next()? {
        if kind == 635 {
            cell = corners(body, 4).0;
        }
        if let Some((part, text)) = text_of(kind, body) {
            grid.send_beside(part, cell, &text, sink)?;
        }
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
    Ok(())
}

/// The text of a record, and what it is.
fn text_of(kind: u16, body: &[u8]) -> Option<(Part, String)> {
    let number = |at| {
        let mut text = String::new();
        let value = calamine::DataRef::Float(f64::from_bits(u64_at(body, at)));
        number::write(&value, None, &mut text);
        text
    };
    Some(match kind {
        632 => (Part::Comment, string(body, 0).0),
        637 => (Part::Comment, string(body, 1).0),
        // Items of a pivot cache: number, text, date; a field's name.
        21 => (Part::Hidden, number(0)),
        24 => (Part::Hidden, string(body, 0).0),
        25 => (Part::Hidden, date(body)),
        // Cells of another workbook.
        368 => (Part::Hidden, number(4)),
        371 => (Part::Hidden, string(body, 4).0),
        _ => return None,
    })
}

fn date(body: &[u8]) -> String {
    let (year, month, day) = (u16_at(body, 0), u16_at(body, 2), u8_at(body, 4));
    format!("{year:04}-{month:02}-{day:02}")
}
