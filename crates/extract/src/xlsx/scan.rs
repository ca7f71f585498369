//! What calamine's stream does not tell of a sheet: hidden rows and columns, merged cells, and formulas with words or numbers of
//! their own.
//!
//! The bytes of a part are gone through for the few tags that matter, without parsing the rest.

use std::collections::HashMap;
use std::io::Read;
use std::ops::RangeInclusive;

use memchr::{memchr, memmem, memrchr};
use sporhund_model::{Merge, Part};

use super::extras::parse_cell;
use crate::decoder::{DecodeError, Sink};
use crate::entities::decode;
use crate::odf::has_literal;
use crate::office::grid::Grid;
use crate::office::package::Package;
use crate::office::relationships;
use crate::office::xml::{Token, Xml};

/// Bytes that are read at once.
const BLOCK: usize = 128 * 1024;
/// A tag or formula that is longer is passed over.
const LONG: usize = 64 * 1024;
/// Ranges of hidden rows that are kept.
const MAX_RANGES: usize = 100_000;

/// Which rows and columns of a sheet are hidden; both count from 1.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    rows: Vec<RangeInclusive<u32>>,
    columns: Vec<RangeInclusive<u32>>,
}

impl Hidden {
    /// Whether the cell is hidden; rows come in their order, so that the last ranges are looked at first.
    pub(super) fn holds(&self, row: u32, column: u32) -> bool {
        let at = self.rows.partition_point(|range| *range.end() < row);
        let row_is = self.rows.get(at).is_some_and(|range| range.contains(&row));
        row_is || self.columns.iter().any(|range| range.contains(&column))
    }

    fn add_row(&mut self, row: u32) {
        let room = self.rows.len() < MAX_RANGES;
        match self.rows.last_mut() {
            Some(last) if last.end().saturating_add(1) == row => *last = *last.start()..=row,
            Some(last) if *last.end() >= row => {}
            _ if room => self.rows.push(row..=row),
            _ => {}
        }
    }
}

/// Sends the formulas and merges of all sheets; gives what is hidden, by the names of the sheets.
pub(super) fn send(
    package: &mut Package<'_>,
    sink: &mut dyn Sink,
) -> Result<HashMap<String, Hidden>, DecodeError> {
    let mut found = HashMap::new();
    for (name, part) in sheets(package) {
        sink.budget().check_time()?;
        let Ok(Some(reader)) = package.part(&part) else {
            continue;
        };
        let mut scan = Scan::default();
        let mut grid = Grid::without_name(&name);
        scan.read(reader, &mut |found| match found {
            Found::Formula(cell, formula) => {
                grid.send_beside(Part::Formula, parse_cell(cell), formula, sink)
            }
            Found::Merge(merge) => grid.merge(merge, sink),
        })?;
        found.insert(name, scan.hidden);
    }
    Ok(found)
}

/// The sheets by name with their parts.
pub(super) fn sheets(package: &mut Package<'_>) -> Vec<(String, String)> {
    let root = relationships::read(package, "");
    let main = root
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "xl/workbook.xml".to_owned(), |found| found.target);
    let relations = relationships::read(package, &main);
    let bytes = package.read_small(&main).unwrap_or_default();
    let mut xml = Xml::new(bytes.as_slice());
    let mut sheets = Vec::new();
    while let Ok(token) = xml.next() {
        match token {
            Token::Start(start) if start.name() == "sheet" => {
                let name = start.attribute("name").unwrap_or_default();
                let id = start.attribute("id").unwrap_or_default();
                let part = relations.iter().find(|relation| relation.id == id);
                sheets.extend(part.map(|relation| (name, relation.target.clone())));
            }
            Token::Eof => break,
            _ => {}
        }
    }
    sheets
}

/// What is sent when it is met.
enum Found<'t> {
    /// The name of its cell, and the formula.
    Formula(&'t str, &'t str),
    Merge(Merge),
}

type Take<'t> = dyn FnMut(Found<'_>) -> Result<(), DecodeError> + 't;

#[derive(Default)]
struct Scan {
    hidden: Hidden,
    row: u32,
    /// Whether the rows have numbers of their own.
    numbered: bool,
    cell: String,
}

impl Scan {
    fn read(&mut self, mut reader: impl Read, take: &mut Take<'_>) -> Result<(), DecodeError> {
        let mut buffer: Vec<u8> = Vec::new();
        loop {
            let kept = buffer.len();
            buffer.resize(kept + BLOCK, 0);
            // What cannot be unpacked is told of when the cells are read.
            let count = reader
                .read(buffer.get_mut(kept..).unwrap_or_default())
                .unwrap_or(0);
            buffer.truncate(kept + count);
            let used = self.block(&buffer, take)?;
            if count == 0 {
                return Ok(());
            }
            buffer.drain(..used);
            if buffer.len() > LONG {
                buffer.clear();
            }
        }
    }

    /// Whether nothing in the bytes matters: most sheets have neither hidden rows nor formulas. Rows without a number of their own
    /// must be counted.
    fn is_plain(&self, bytes: &[u8]) -> bool {
        const TELLING: [&[u8]; 4] = [b"hidden=", b"<f", b":f", b"mergeCell"];
        self.numbered
            && TELLING
                .iter()
                .all(|telling| memmem::find(bytes, telling).is_none())
    }

    /// Goes through the tags that are whole; returns how many bytes are done with.
    fn block(&mut self, bytes: &[u8], take: &mut Take<'_>) -> Result<usize, DecodeError> {
        if self.is_plain(bytes) {
            let last = memrchr(b'<', bytes).unwrap_or(bytes.len());
            let open = bytes
                .get(last..)
                .is_some_and(|tag| memchr(b'>', tag).is_none());
            return Ok(if open { last } else { bytes.len() });
        }
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
            let start = at + found;
            let Some(length) = bytes.get(start..).and_then(|rest| memchr(b'>', rest)) else {
                return Ok(start);
            };
            let end = start + length;
            let tag = bytes.get(start + 1..end).unwrap_or_default();
            match local(tag) {
                (b"row", rest) => self.row(rest),
                (b"col", rest) => self.column(rest),
                (b"c", rest) => self.cell(rest),
                (b"mergeCell", rest) => {
                    if let Some(merge) = merge(rest) {
                        take(Found::Merge(merge))?;
                    }
                }
                (b"f", _) if !tag.ends_with(b"/") => {
                    let text = bytes.get(end + 1..).unwrap_or_default();
                    let Some(length) = memchr(b'<', text) else {
                        return Ok(start);
                    };
                    self.formula(text.get(..length).unwrap_or_default(), take)?;
                }
                _ => {}
            }
            at = end + 1;
        }
        Ok(bytes.len())
    }

    fn row(&mut self, attributes: &[u8]) {
        let own = number(attributes, b" r=\"");
        self.numbered = own.is_some();
        self.row = own.unwrap_or(self.row.saturating_add(1));
        if is_hidden(attributes) {
            self.hidden.add_row(self.row);
        }
    }

    fn column(&mut self, attributes: &[u8]) {
        let ends = (
            number(attributes, b" min=\""),
            number(attributes, b" max=\""),
        );
        if let ((Some(min), Some(max)), true) = (ends, is_hidden(attributes)) {
            self.hidden.columns.push(min..=max);
        }
    }

    fn cell(&mut self, attributes: &[u8]) {
        self.cell.clear();
        let name = value(attributes, b" r=\"").unwrap_or_default();
        self.cell.push_str(&String::from_utf8_lossy(name));
    }

    fn formula(&mut self, text: &[u8], take: &mut Take<'_>) -> Result<(), DecodeError> {
        let text = String::from_utf8_lossy(text);
        let text = decode(&text);
        if has_literal(&text) {
            take(Found::Formula(&self.cell, &text))?;
        }
        Ok(())
    }
}

fn merge(attributes: &[u8]) -> Option<Merge> {
    let range = std::str::from_utf8(value(attributes, b" ref=\"")?).ok()?;
    let (first, last) = range.split_once(':')?;
    Merge::new(parse_cell(first), parse_cell(last))
}

/// The local name of a tag, and its attributes.
fn local(tag: &[u8]) -> (&[u8], &[u8]) {
    let end = tag
        .iter()
        .take(40)
        .position(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'/'));
    let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
    let colon = name.iter().position(|byte| *byte == b':');
    let local = colon
        .and_then(|colon| name.get(colon + 1..))
        .unwrap_or(name);
    (local, rest)
}

fn value<'t>(attributes: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    let at = memmem::find(attributes, name)? + name.len();
    let rest = attributes.get(at..)?;
    rest.get(..memchr(b'"', rest)?)
}

fn number(attributes: &[u8], name: &[u8]) -> Option<u32> {
    std::str::from_utf8(value(attributes, name)?)
        .ok()?
        .parse()
        .ok()
}

fn is_hidden(attributes: &[u8]) -> bool {
    value(attributes, b" hidden=\"").is_some_and(|value| matches!(value, b"1" | b"true"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_hidden_or_merged_and_literals() {
        let sheet = br#"<x:cols><x:col min="3" max="4" hidden="1"/></x:cols><x:row r="2" hidden="1"/><x:row hidden="true"><x:c r="A3"><x:f>A1&amp;"ord"</x:f></x:c></x:row>
            <x:row r="9"><x:c r="B9"><x:f>SUM(A1:A2)</x:f></x:c></x:row><x:mergeCells><x:mergeCell ref="B2:B4"/><x:mergeCell ref="B9"/></x:mergeCells>"#;
        let mut scan = Scan::default();
        let mut told = Vec::new();
        scan.read(sheet.as_slice(), &mut |found| {
            told.push(match found {
                Found::Formula(cell, formula) => format!("{cell} {formula}"),
                Found::Merge(merge) => format!("{}:{}", merge.first.name(), merge.last.name()),
            });
            Ok(())
        })
        .unwrap();
        assert_eq!(told, ["A3 A1&\"ord\"", "B2:B4"]);
        let hidden = |row, column| scan.hidden.holds(row, column);
        assert!(hidden(2, 1) && hidden(3, 1) && hidden(9, 4));
        assert!(!hidden(9, 1) && !hidden(1, 2));
    }
}
