//! What stands beside the cells: comments, headers and footers, drawings, links, queries.

use std::io::Read;

use sporhund_model::{Cell, Join, Part, Place};

use crate::decoder::{DecodeError, Sink, Text};
use crate::office::custom::is_xml;
use crate::office::package::Package;
use crate::office::relationships;
use crate::office::xml::{Start, Token, Xml};
use crate::xlsx::without_cells::WithoutCells;

/// Folders of parts under `xl/` whose text is read, and what it is.
const PARTS: &[(&str, Part)] = &[
    ("xl/comments", Part::Comment),
    ("xl/threadedComments/", Part::Comment),
    ("xl/persons/", Part::Comment),
    ("xl/drawings/", Part::TextBox),
    ("xl/charts/", Part::TextBox),
    ("xl/diagrams/data", Part::TextBox),
    ("xl/pivotCache/", Part::Hidden),
    ("xl/externalLinks/", Part::Hidden),
    ("xl/worksheets/", Part::Header),
    ("xl/tables/", Part::Attribute),
    ("xl/ctrlProps/", Part::FormField),
    ("xl/connections", Part::Property),
];

/// Sends all of it; a broken part gives what stands before the fault.
pub(crate) fn send(package: &mut Package<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    for name in package.names() {
        let known = PARTS.iter().find(|(folder, _)| name.starts_with(folder));
        let Some((_, part)) = known else {
            continue;
        };
        if name.contains("/_rels/") || !(is_xml(&name) || name.contains("vmlDrawing")) {
            continue;
        }
        sink.budget().check_time()?;
        for link in relationships::read(package, &name) {
            if link.external {
                send_text(Part::Link, &link.target, Cell::default(), sink)?;
            }
        }
        match send_part(package, &name, *part, sink) {
            Err(DecodeError::Broken { .. }) | Ok(()) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn send_part(
    package: &mut Package<'_>,
    name: &str,
    part: Part,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let Some(reader) = package.part(name)? else {
        return Ok(());
    };
    // calamine streams the cells.
    let reader: Box<dyn Read + '_> = match part {
        Part::Header => Box::new(WithoutCells::new(reader)),
        _ => Box::new(reader),
    };
    let mut xml = Xml::new(reader);
    let mut reading = Reading::new(part);
    let mut count = 0u32;
    loop {
        let skip = match xml.next()? {
            Token::Start(start) => {
                count = count.wrapping_add(1);
                reading.start(&start, sink)?
            }
            Token::Text(text) => {
                reading.push(text);
                false
            }
            Token::End => {
                reading.end(sink)?;
                false
            }
            Token::Comment(_) | Token::Skip => false,
            Token::Eof => return Ok(()),
        };
        if skip {
            xml.skip()?;
            reading.open.pop();
        }
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
}

/// Elements whose text is one text, and what it is when not the part's own kind.
const UNITS: &[(&str, Option<Part>)] = &[
    ("comment", None),
    ("threadedComment", None),
    ("author", None),
    ("p", None),
    ("v", None),
    ("oddHeader", Some(Part::Header)),
    ("evenHeader", Some(Part::Header)),
    ("firstHeader", Some(Part::Header)),
    ("oddFooter", Some(Part::Footer)),
    ("evenFooter", Some(Part::Footer)),
    ("firstFooter", Some(Part::Footer)),
    ("formula1", Some(Part::Formula)),
    ("formula2", Some(Part::Formula)),
    ("formula", Some(Part::Formula)),
    ("textbox", Some(Part::TextBox)),
];

/// Attributes that people see or fill in.
const ATTRIBUTES: &[(&str, &[&str], Part)] = &[
    ("person", &["displayName"], Part::Comment),
    ("cNvPr", &["title", "descr"], Part::Attribute),
    ("hyperlink", &["location", "tooltip"], Part::Link),
    (
        "dataValidation",
        &["promptTitle", "prompt", "errorTitle", "error"],
        Part::Attribute,
    ),
    ("s", &["v"], Part::Hidden),
    ("n", &["v"], Part::Hidden),
    ("d", &["v"], Part::Hidden),
    ("sheetName", &["val"], Part::Name),
    ("table", &["displayName"], Part::Name),
    ("tableColumn", &["name"], Part::Name),
    ("cacheField", &["name"], Part::Name),
    ("item", &["val"], Part::FormField),
    ("shape", &["alt"], Part::Attribute),
    ("connection", &["name", "description"], Part::Property),
    ("dbPr", &["connection", "command"], Part::Property),
];

/// A part that is being read.
struct Reading {
    part: Part,
    cell: Cell,
    text: String,
    /// For each open element the kind of text it is, if it is one.
    open: Vec<Option<Part>>,
    units: u32,
}

impl Reading {
    fn new(part: Part) -> Self {
        Reading {
            part,
            cell: Cell::default(),
            text: String::new(),
            open: Vec::new(),
            units: 0,
        }
    }

    /// Takes an element; `true` when it is to be passed over.
    fn start(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<bool, DecodeError> {
        let name = start.name();
        let unit = UNITS.iter().find(|(unit, _)| *unit == name);
        let unit = unit.map(|(_, part)| part.unwrap_or(self.part));
        self.open.push(unit);
        if unit.is_some() {
            self.units += 1;
            self.text.clear();
            self.cell = start
                .attribute("ref")
                .map_or(Cell::default(), |name| parse_cell(&name));
        }
        // calamine streams the cells.
        if name == "sheetData" && self.part == Part::Header {
            return Ok(true);
        }
        if let Some((_, names, part)) = ATTRIBUTES.iter().find(|(known, _, _)| *known == name) {
            for value in names.iter().filter_map(|name| start.attribute(name)) {
                send_text(*part, &value, Cell::default(), sink)?;
            }
        }
        Ok(false)
    }

    fn push(&mut self, text: &str) {
        if self.units > 0 {
            self.text.push_str(text);
        }
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(Some(part)) = self.open.pop() else {
            return Ok(());
        };
        self.units -= 1;
        let text = match part {
            Part::Header | Part::Footer => without_codes(&self.text),
            _ => std::mem::take(&mut self.text),
        };
        self.text.clear();
        send_text(part, text.trim(), self.cell, sink)
    }
}

fn send_text(part: Part, text: &str, cell: Cell, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let place = sink.place(Place::part(part))?;
    sink.text(Text {
        text,
        place,
        cell,
        join: Join::Hard,
    })
}

/// The cell that a name such as `C17` stands for; none when it is not one.
pub(crate) fn parse_cell(name: &str) -> Cell {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.clone().take(4).fold(0u32, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row = name.get(letters.count()..).and_then(|row| row.parse().ok());
    Cell {
        row: row.unwrap_or(0),
        column,
    }
}

/// A page header without its codes: `&L`, `&C`, `&R` part its sections, `&"font"` and sizes shape it, `&P` and the like
/// are filled in when it is printed.
pub(crate) fn without_codes(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '&' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('&') => plain.push('&'),
            Some('L' | 'C' | 'R') if !plain.is_empty() => plain.push('\n'),
            Some('"') => while characters.next().is_some_and(|next| next != '"') {},
            Some(digit) if digit.is_ascii_digit() => {
                while characters.next_if(char::is_ascii_digit).is_some() {}
            }
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_codes_out_of_page_headers() {
        let text = "&L&\"Arial,Bold\"&12Skola &amp;&CSida &P&RR&&D";
        assert_eq!(
            without_codes(&text.replace("&amp;", "&&")),
            "Skola &\nSida \nR&D"
        );
    }

    #[test]
    fn reads_cell_names() {
        assert_eq!(parse_cell("C17").name(), "C17");
        assert_eq!(parse_cell("AA1").name(), "AA1");
        assert!(!parse_cell("ZZZZZZZZZ").is_some());
    }
}
