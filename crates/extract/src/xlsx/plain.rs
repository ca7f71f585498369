//! The cells by a reader of our own, for workbooks that the library refuses as a whole: sheets of a kind it does not know, parts
//! that are missing, or XML with faults.

use std::collections::HashMap;

use sporhund_model::{Outcome, Part};

use super::extras::parse_cell;
use super::scan::{self, Hidden};
use crate::decoder::{DecodeError, Sink};
use crate::office::custom::is_xml;
use crate::office::grid::Grid;
use crate::office::package::Package;
use crate::office::xml::{Token, Xml};

/// Bytes of shared strings that are kept.
const MAX_STRINGS: usize = 128 << 20;

/// Sends the cells of all sheets; what stands behind a fault of a part is lost.
pub(super) fn send(
    package: &mut Package<'_>,
    hidden: &HashMap<String, Hidden>,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let strings = shared_strings(package)?;
    let named = scan::sheets(package);
    let none = Hidden::default();
    for part in package.names() {
        let is_sheet = part.starts_with("xl/worksheets/") || part.starts_with("xl/macrosheets/");
        if !is_sheet || !is_xml(&part) {
            continue;
        }
        sink.budget().check_time()?;
        let name = named.iter().find(|(_, target)| *target == part);
        let name = name.map_or("", |(name, _)| name.as_str());
        let mut sheet = Sheet {
            strings: &strings,
            hidden: hidden.get(name).unwrap_or(&none),
            grid: Grid::start(name, sink)?,
        };
        let Some(reader) = package.part(&part)? else {
            continue;
        };
        match sheet.walk(&mut Xml::new(reader), sink) {
            Ok(()) | Err(DecodeError::Broken { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Outcome::Partly)
}

fn shared_strings(package: &mut Package<'_>) -> Result<Vec<String>, DecodeError> {
    let mut strings = Vec::new();
    let mut bytes = 0;
    let Some(reader) = package.part("xl/sharedStrings.xml")? else {
        return Ok(strings);
    };
    let mut xml = Xml::new(reader);
    let mut in_text = false;
    while let Ok(token) = xml.next() {
        match token {
            Token::Start(start) => {
                in_text = start.name() == "t";
                if start.name() == "si" {
                    strings.push(String::new());
                }
            }
            Token::Text(more) if in_text => {
                bytes += more.len();
                if let Some(text) = strings.last_mut() {
                    text.push_str(more);
                }
            }
            Token::End => in_text = false,
            Token::Eof => break,
            _ => {}
        }
        if bytes > MAX_STRINGS {
            break;
        }
    }
    Ok(strings)
}

struct Sheet<'s> {
    strings: &'s [String],
    hidden: &'s Hidden,
    grid: Grid,
}

impl Sheet<'_> {
    fn walk<R: std::io::Read>(
        &mut self,
        xml: &mut Xml<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let (mut name, mut kind, mut text) = (String::new(), String::new(), String::new());
        let mut in_value = false;
        loop {
            match xml.next()? {
                Token::Start(start) => match start.name() {
                    "c" => {
                        name = start.attribute("r").unwrap_or_default();
                        kind = start.attribute("t").unwrap_or_default();
                        text.clear();
                    }
                    "v" | "t" => in_value = true,
                    _ => in_value = false,
                },
                Token::Text(more) if in_value => text.push_str(more),
                Token::End => {
                    in_value = false;
                    if !text.is_empty() && !name.is_empty() {
                        self.cell(&name, &kind, &std::mem::take(&mut text), sink)?;
                    }
                }
                Token::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn cell(
        &mut self,
        name: &str,
        kind: &str,
        value: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let cell = parse_cell(name);
        let shared = if kind == "s" {
            let index = value.trim().parse::<usize>().ok();
            index.and_then(|index| self.strings.get(index))
        } else {
            None
        };
        let part = if self.hidden.holds(cell.row, cell.column) {
            Part::Hidden
        } else {
            Part::Body
        };
        let at = (cell.row.saturating_sub(1), cell.column.saturating_sub(1));
        let text = shared.map_or(value, String::as_str);
        self.grid.send(part, at, text, sink)
    }
}
