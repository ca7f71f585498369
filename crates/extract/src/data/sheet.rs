//! Workbooks that are one file of XML (SpreadsheetML of 2003), as many programs of offices export them under the name xls.

use std::io::Read;

use sporhund_model::{Cell, Part};

use crate::decoder::{DecodeError, Sink};
use crate::office::grid::Grid;
use crate::office::xml::{Token, Xml};

/// Sends the cells of all sheets.
pub(super) fn send<R: Read>(xml: &mut Xml<R>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut reading = Reading::default();
    let mut count = 0u32;
    loop {
        match xml.next()? {
            Token::Start(start) => {
                let index = start
                    .attribute("Index")
                    .and_then(|index| index.parse().ok());
                let named = start.attribute("Name").unwrap_or_default();
                let merged = start
                    .attribute("MergeAcross")
                    .and_then(|more| more.parse().ok());
                let hidden = start
                    .attribute("Hidden")
                    .is_some_and(|hidden| hidden == "1");
                let name = start.name().to_owned();
                if let Some(link) = start.attribute("HRef") {
                    reading.beside(Part::Link, &link, sink)?;
                }
                if let Some(author) = start.attribute("Author") {
                    reading.beside(Part::Comment, &author, sink)?;
                }
                reading.start(
                    &name,
                    &Attributes {
                        index,
                        named,
                        merged,
                        hidden,
                    },
                    sink,
                )?;
            }
            Token::Text(text) => reading.text.push_str(text),
            Token::End => reading.end(sink)?,
            Token::Comment(_) | Token::Skip => {}
            Token::Eof => return Ok(()),
        }
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            sink.budget().check_time()?;
        }
    }
}

struct Attributes {
    index: Option<u32>,
    named: String,
    merged: Option<u32>,
    hidden: bool,
}

#[derive(Default)]
struct Reading {
    open: Vec<String>,
    grid: Option<Grid>,
    row: u32,
    column: u32,
    /// Columns that the last cell takes beyond its own.
    merged: u32,
    hidden: bool,
    text: String,
}

impl Reading {
    fn start(
        &mut self,
        name: &str,
        attributes: &Attributes,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        match name {
            "Worksheet" => {
                self.grid = Some(Grid::start(&attributes.named, sink)?);
                (self.row, self.column) = (0, 0);
            }
            "Row" => {
                self.row = attributes
                    .index
                    .unwrap_or_else(|| self.row.saturating_add(1));
                (self.column, self.merged) = (0, 0);
                self.hidden = attributes.hidden;
            }
            "Cell" => {
                let next = self.column.saturating_add(1).saturating_add(self.merged);
                self.column = attributes.index.unwrap_or(next);
                self.merged = attributes.merged.unwrap_or(0).min(16_384);
            }
            _ => {}
        }
        // Formatted text within a cell is one text.
        if !self.open.iter().any(|open| open == "Data") {
            self.text.clear();
        }
        self.open.push(name.to_owned());
        Ok(())
    }

    fn beside(&mut self, part: Part, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match &mut self.grid {
            Some(grid) => grid.send_beside(part, Cell::default(), text, sink),
            None => Ok(()),
        }
    }

    fn end(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(name) = self.open.pop() else {
            return Ok(());
        };
        let in_comment = self.open.iter().any(|open| open == "Comment");
        let in_data = self.open.iter().any(|open| open == "Data");
        let text = match name.as_str() {
            "Data" => std::mem::take(&mut self.text),
            // A comment's text is not named like a cell's in all versions.
            _ if in_data => return Ok(()),
            "Title" | "Author" | "LastAuthor" | "Company" | "Subject" | "Keywords" => {
                let value = std::mem::take(&mut self.text);
                return sink.property(property(&name), &value);
            }
            _ => return Ok(()),
        };
        if in_comment {
            return self.beside(Part::Comment, &text, sink);
        }
        let part = if self.hidden {
            Part::Hidden
        } else {
            Part::Body
        };
        let at = (self.row.saturating_sub(1), self.column.saturating_sub(1));
        match &mut self.grid {
            Some(grid) => grid.send(part, at, text.trim(), sink),
            None => Ok(()),
        }
    }
}

fn property(name: &str) -> &'static str {
    match name {
        "Title" => "title",
        "Author" => "creator",
        "LastAuthor" => "last-modified-by",
        "Company" => "company",
        "Subject" => "subject",
        _ => "keywords",
    }
}
