//! The walk over one part of a presentation.

use std::io::Read;

use sporhund_model::Part;

use super::part_of;
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::{Flow, TableKind};
use crate::office::paragraph::Kind;
use crate::office::xml::{Ns, Start, Token, Xml};

/// What an open element means for what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// Nothing of its own.
    Plain,
    /// A shape; the title of a slide is one.
    Shape,
    Paragraph,
    /// An element whose text is text.
    Text,
    /// An element whose text is a paragraph.
    Line,
    Table,
    Cell,
    /// A choice between two forms of the same thing.
    Choice {
        chosen: bool,
    },
}

/// Reads the parts of one presentation.
#[derive(Default)]
pub(super) struct Walker {
    flow: Flow,
    open: Vec<Open>,
    /// Whether the shape that is open is a title.
    title: bool,
}

impl Walker {
    /// Sends the text of a part.
    pub(super) fn walk<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        slide: Option<u32>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        self.open.clear();
        self.title = false;
        self.flow.restart(Part::Body);
        self.flow.slide = slide;
        let walked = self.walk_all(xml, sink);
        self.flow.finish(sink)?;
        walked
    }

    /// Sends the addresses that a part points to.
    pub(super) fn send_links(
        &mut self,
        links: &[&str],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        for link in links {
            let link = crate::entities::percent_decode(link);
            self.flow.send_aside(Part::Link, &link, sink)?;
        }
        Ok(())
    }

    fn walk_all<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        loop {
            let opened = match xml.next()? {
                Token::Start(start) if self.open.is_empty() => self.start_part(&start),
                Token::Start(start) => self.start(&start, sink)?,
                Token::Text(text) => {
                    if matches!(self.open.last(), Some(Open::Text | Open::Line)) {
                        self.flow.push(Kind::Plain, text);
                    }
                    continue;
                }
                Token::End => {
                    if let Some(open) = self.open.pop() {
                        self.end(open, sink)?;
                    }
                    continue;
                }
                Token::Comment(_) | Token::Skip => continue,
                Token::Eof => return Ok(()),
            };
            match opened {
                Some(open) => self.open.push(open),
                None => xml.skip()?,
            }
        }
    }

    fn start_part(&mut self, start: &Start<'_>) -> Option<Open> {
        let part = part_of(start.ns, start.name())?;
        let hides = start
            .attribute("show")
            .is_some_and(|show| matches!(&*show, "0" | "false"));
        self.flow.part = if hides { Part::Hidden } else { part };
        Some(Open::Plain)
    }

    fn start(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        Ok(match start.ns {
            Ns::Drawing => Some(self.start_drawing(start, sink)?),
            Ns::Slides => self.start_slides(start, sink)?,
            Ns::Chart => Some(match start.name() {
                "v" => self.line(),
                _ => Open::Plain,
            }),
            Ns::Math if start.name() == "t" => Some(Open::Text),
            Ns::Compat => self.start_choice(start),
            Ns::Diagram if start.name() == "cNvPr" => {
                self.send_names(start, sink)?;
                Some(Open::Plain)
            }
            _ => Some(Open::Plain),
        })
    }

    fn start_choice(&mut self, start: &Start<'_>) -> Option<Open> {
        let seen = matches!(self.open.last(), Some(Open::Choice { chosen: true }));
        match start.name() {
            "AlternateContent" => Some(Open::Choice { chosen: false }),
            "Choice" | "Fallback" if seen => None,
            "Choice" => {
                if let Some(Open::Choice { chosen }) = self.open.last_mut() {
                    *chosen = true;
                }
                Some(Open::Plain)
            }
            _ => Some(Open::Plain),
        }
    }

    fn start_drawing(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Open, DecodeError> {
        Ok(match start.name() {
            "p" => {
                self.flow.start_paragraph();
                if self.title {
                    self.flow.set_heading();
                }
                Open::Paragraph
            }
            "t" => Open::Text,
            "br" => {
                self.flow.push(Kind::Plain, "\n");
                Open::Plain
            }
            "tbl" => {
                self.flow.cut();
                self.flow.start_table(TableKind::Inner);
                Open::Table
            }
            "tr" => {
                self.flow.start_row();
                Open::Plain
            }
            // Cells that a merge covers are there, empty; so each takes one column.
            "tc" => {
                self.flow.start_cell(1);
                let count = |name| start.attribute(name).and_then(|count| count.parse().ok());
                let (rows, columns) = (count("rowSpan"), count("gridSpan"));
                self.flow.merge(rows.unwrap_or(1), columns.unwrap_or(1));
                Open::Cell
            }
            "hlinkClick" | "hlinkHover" => {
                let tip = start.attribute("tooltip").unwrap_or_default();
                self.flow.wait(Part::Attribute, &tip, sink)?;
                Open::Plain
            }
            "cNvPr" => {
                self.send_names(start, sink)?;
                Open::Plain
            }
            _ => Open::Plain,
        })
    }

    fn start_slides(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        Ok(Some(match start.name() {
            "sp" | "graphicFrame" | "pic" | "cm" | "reply" => {
                self.title = false;
                self.flow.cut();
                Open::Shape
            }
            "ph" => {
                let kind = start.attribute("type");
                self.title = matches!(kind.as_deref(), Some("title" | "ctrTitle"))
                    && self.flow.part == Part::Body;
                Open::Plain
            }
            "cNvPr" => {
                self.send_names(start, sink)?;
                Open::Plain
            }
            // The text of a comment of the older kind.
            "text" => self.line(),
            "cmAuthor" | "author" => {
                let name = start.attribute("name").unwrap_or_default();
                self.flow.send_aside(Part::Comment, &name, sink)?;
                Open::Plain
            }
            "tag" => {
                let value = |name| start.attribute(name).unwrap_or_default();
                let (name, value) = (value("name"), value("val"));
                self.flow
                    .send_labelled(Part::Property, (&name, &value), sink)?;
                Open::Plain
            }
            "section" | "custShow" => {
                let name = start.attribute("name").unwrap_or_default();
                self.flow.send_aside(Part::Name, &name, sink)?;
                Open::Plain
            }
            "extLst" if self.flow.part == Part::Comment => Open::Plain,
            _ => Open::Plain,
        }))
    }

    /// Title and description of a picture or shape.
    fn send_names(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        for name in ["title", "descr"] {
            let value = start.attribute(name).unwrap_or_default();
            self.flow.wait(Part::Attribute, &value, sink)?;
        }
        Ok(())
    }

    fn line(&mut self) -> Open {
        self.flow.start_paragraph();
        Open::Line
    }

    fn end(&mut self, open: Open, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match open {
            Open::Paragraph | Open::Line => self.flow.end_paragraph(sink)?,
            Open::Table => self.flow.end_table(),
            Open::Cell => self.flow.end_cell(),
            Open::Shape => {
                self.title = false;
                self.flow.cut();
            }
            _ => {}
        }
        Ok(())
    }
}
