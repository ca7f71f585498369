//! The walk over the XML of an OpenDocument part.

use std::io::Read;

use sporhund_model::Part;

use super::cells::Cell;
use super::lists::Lists;
use super::styles::Styles;
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::{Flow, Outer};
use crate::office::paragraph::Kind;
use crate::office::xml::{Ns, Start, Token, Xml};

/// So much of a cell's text is kept to tell it again.
const LONGEST_SHOWN: usize = 4096;

/// What an open element means for what stands in it.
#[derive(Debug)]
pub(super) enum Open {
    /// Nothing of its own; text in it counts only within a paragraph.
    Plain,
    Paragraph {
        hidden: bool,
    },
    /// A stretch of a paragraph, or a row, that is not shown.
    Hidden,
    /// The properties of the document.
    Meta,
    /// A frame, and whether what is around it is a title.
    Frame {
        title: bool,
    },
    /// A note, a comment, a text box, a page header.
    Inner(Outer),
    /// An element whose text is a paragraph of its own: a title, the author of a comment.
    Line(Option<Outer>),
    /// A property of the document, by its name.
    Property(String),
    Sheet,
    Table,
    Cell(Cell),
    HiddenCell(Cell),
    Slide,
    List,
}

/// Reads the parts of one document.
pub(super) struct Walker {
    pub(super) styles: Styles,
    lists: Lists,
    pub(super) flow: Flow,
    pub(super) open: Vec<Open>,
    pub(super) hidden: u32,
    /// Whether the tables of the part are sheets.
    pub(super) workbook: bool,
    /// Whether the frame that is open holds the title of a slide.
    title: bool,
    /// Columns of the sheet so far, and those that are not shown.
    pub(super) columns: u32,
    pub(super) hidden_columns: Vec<std::ops::Range<u32>>,
    value: String,
    /// The text of the cell that is open, as it is shown.
    pub(super) shown: String,
    slides: u32,
}

impl Walker {
    pub(super) fn new(styles: Styles) -> Self {
        Walker {
            styles,
            lists: Lists::default(),
            flow: Flow::default(),
            open: Vec::new(),
            hidden: 0,
            workbook: false,
            title: false,
            columns: 0,
            hidden_columns: Vec::new(),
            value: String::new(),
            shown: String::new(),
            slides: 0,
        }
    }

    /// Sends the text of a part.
    pub(super) fn walk<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        self.open.clear();
        self.lists = Lists::default();
        self.flow.restart(Part::Body);
        (self.hidden, self.workbook, self.title) = (0, false, false);
        self.flow.slide = None;
        self.flow.sheet = None;
        let walked = self.walk_all(xml, sink);
        self.flow.finish(sink)?;
        walked
    }

    fn walk_all<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let mut elements = 0u32;
        loop {
            let opened = match xml.next()? {
                Token::Start(start) => {
                    elements = elements.wrapping_add(1);
                    self.start(&start, sink)?
                }
                Token::Text(text) => {
                    self.text(text);
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
            if elements.is_multiple_of(4096) {
                sink.budget().check_time()?;
            }
        }
    }

    /// What the element is; `None` passes over it.
    fn start(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        Ok(match start.ns {
            Ns::Text => self.start_text(start, sink)?,
            Ns::Table => self.start_table(start, sink)?,
            Ns::Draw => self.start_drawing(start, sink)?,
            Ns::Presentation => Some(match start.name() {
                "notes" => Open::Inner(self.flow.enter(Part::SpeakerNotes)),
                "header-decl" | "footer-decl" | "date-time-decl" => self.line(Part::Header),
                _ => Open::Plain,
            }),
            Ns::Style => Some(match start.name() {
                "header" | "header-left" | "header-first" => {
                    Open::Inner(self.flow.enter(Part::Header))
                }
                "footer" | "footer-left" | "footer-first" => {
                    Open::Inner(self.flow.enter(Part::Footer))
                }
                "master-page" | "handout-master" => Open::Inner(self.flow.enter(Part::Master)),
                _ => Open::Plain,
            }),
            Ns::Svg if matches!(start.name(), "title" | "desc") => Some(self.line(Part::Attribute)),
            Ns::Office => self.start_office(start),
            Ns::DublinCore | Ns::Meta => Some(self.start_meta(start)),
            Ns::Form => {
                for name in ["label", "title", "current-value", "value"] {
                    let value = start.attribute(name).unwrap_or_default();
                    self.flow.wait(Part::FormField, &value, sink)?;
                }
                Some(Open::Plain)
            }
            _ => Some(Open::Plain),
        })
    }

    fn start_office(&mut self, start: &Start<'_>) -> Option<Open> {
        match start.name() {
            "annotation" => Some(Open::Inner(self.flow.enter(Part::Comment))),
            "binary-data" | "settings" | "font-face-decls" => None,
            "meta" => Some(Open::Meta),
            "spreadsheet" => {
                self.workbook = true;
                Some(Open::Plain)
            }
            "chart" => Some(Open::Inner(self.flow.enter(Part::TextBox))),
            _ => Some(Open::Plain),
        }
    }

    fn start_meta(&mut self, start: &Start<'_>) -> Open {
        if !self.open.iter().any(|open| matches!(open, Open::Meta)) {
            // The author and time of a comment or a tracked change.
            let part = self.flow.part;
            let apart = matches!(part, Part::Comment | Part::Deletion);
            return self.line(if apart { part } else { Part::Comment });
        }
        let name = match (start.ns, start.name()) {
            (_, "title") => "title",
            (_, "subject") => "subject",
            (_, "description") => "description",
            (Ns::DublinCore, "creator") => "last-modified-by",
            (Ns::DublinCore, "date") => "modified",
            (_, "initial-creator") => "creator",
            (_, "creation-date") => "created",
            (_, "keyword") => "keywords",
            (_, "printed-by") => "printed-by",
            (_, "print-date") => "printed",
            (Ns::Meta, "user-defined") => {
                self.value.clear();
                let name = start.attribute("name").unwrap_or_default();
                return Open::Property(format!("custom:{name}"));
            }
            (Ns::Meta, "template") => {
                self.value = start.attribute("title").unwrap_or_default();
                return Open::Property("template".to_owned());
            }
            _ => return Open::Plain,
        };
        self.value.clear();
        Open::Property(name.to_owned())
    }

    /// An element whose text is a paragraph, of another kind than the text around.
    fn line(&mut self, part: Part) -> Open {
        let outer = (part != self.flow.part).then(|| self.flow.enter(part));
        self.flow.start_paragraph();
        Open::Line(outer)
    }

    fn start_text(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        let style = start.attribute("style-name");
        let hides = self.styles.hides(style.as_deref());
        Ok(Some(match start.name() {
            "p" | "h" => {
                self.flow.start_paragraph();
                if start.name() == "h" || self.title || is_title(style.as_deref()) {
                    self.flow.set_heading();
                }
                let style = style.unwrap_or_default();
                if let Some(label) = self.lists.label(start, &style, &self.styles.lists) {
                    self.flow.set_label(label);
                }
                self.hidden += u32::from(hides);
                Open::Paragraph { hidden: hides }
            }
            "list" => {
                self.lists.open(start);
                Open::List
            }
            "list-item" | "list-header" => {
                self.lists.item(start);
                Open::Plain
            }
            "span" if hides => {
                self.hidden += 1;
                Open::Hidden
            }
            "s" => {
                let count = start.attribute("c").and_then(|count| count.parse().ok());
                self.push(&" ".repeat(count.unwrap_or(1).min(100)));
                Open::Plain
            }
            "tab" => self.say("\t"),
            "line-break" => self.say("\n"),
            "note" => Open::Inner(self.flow.enter(Part::Note)),
            // The marks of notes say nothing.
            "note-citation" => return Ok(None),
            "deletion" => Open::Inner(self.flow.enter(Part::Deletion)),
            "section"
                if start
                    .attribute("display")
                    .is_some_and(|show| show != "true") =>
            {
                Open::Inner(self.flow.enter(Part::Hidden))
            }
            _ => {
                self.start_beside(start, sink)?;
                Open::Plain
            }
        }))
    }

    /// Elements whose text is in attributes.
    fn start_beside(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let value = |name| start.attribute(name).unwrap_or_default();
        match start.name() {
            "a" => self.send_link(start, sink),
            "label" => self.flow.wait(Part::FormField, &value("value"), sink),
            "hidden-text" | "hidden-paragraph" => {
                self.flow.wait(Part::Hidden, &value("string-value"), sink)
            }
            "conditional-text" => {
                self.flow
                    .wait(Part::Hidden, &value("string-value-if-true"), sink)?;
                self.flow
                    .wait(Part::Hidden, &value("string-value-if-false"), sink)
            }
            "user-field-decl" => {
                let stored = [value("string-value"), value("value")].concat();
                self.flow
                    .send_labelled(Part::FormField, (&value("name"), &stored), sink)
            }
            "bookmark" | "bookmark-start" => self.send_name(start, sink),
            _ => Ok(()),
        }
    }

    /// The name of a bookmark, unless a program made it up.
    fn send_name(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let name = start.attribute("name").unwrap_or_default();
        if name.starts_with('_') {
            return Ok(());
        }
        self.flow.wait(Part::Attribute, &name, sink)
    }

    fn send_link(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let target = start.attribute("href").unwrap_or_default();
        if target.starts_with('#') {
            return Ok(());
        }
        let target = crate::entities::percent_decode(&target);
        self.flow.wait(Part::Link, &target, sink)
    }

    fn start_drawing(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        Ok(Some(match start.name() {
            "page" => {
                self.slides += 1;
                self.flow.slide = Some(self.slides);
                self.flow.cut();
                Open::Slide
            }
            "text-box" | "custom-shape" | "rect" | "ellipse" | "line" | "polygon" | "path"
                if self.flow.slide.is_none() && self.flow.part != Part::Master =>
            {
                Open::Inner(self.flow.enter(Part::TextBox))
            }
            "a" => {
                self.send_link(start, sink)?;
                Open::Plain
            }
            "frame" => {
                self.flow.cut();
                let class = start.attribute("class");
                let title = class.is_some_and(|class| class == "title");
                Open::Frame {
                    title: std::mem::replace(&mut self.title, title),
                }
            }
            _ => Open::Plain,
        }))
    }

    pub(super) fn push(&mut self, text: &str) {
        let kind = if self.hidden > 0 {
            Kind::Hidden
        } else {
            Kind::Plain
        };
        self.flow.push(kind, text);
    }

    fn say(&mut self, text: &str) -> Open {
        self.push(text);
        Open::Plain
    }

    fn text(&mut self, text: &str) {
        if matches!(self.open.last(), Some(Open::Property(_))) {
            self.value.push_str(text);
        } else if self.flow.in_paragraph() {
            let collapsed = collapse(text);
            if self.shown.len() < LONGEST_SHOWN {
                self.shown.push_str(&collapsed);
            }
            self.push(&collapsed);
        }
    }

    fn end(&mut self, open: Open, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match open {
            Open::Paragraph { hidden } => {
                self.flow.end_paragraph(sink)?;
                self.hidden = self.hidden.saturating_sub(u32::from(hidden));
            }
            Open::Hidden => self.hidden = self.hidden.saturating_sub(1),
            Open::Frame { title } => {
                self.title = title;
                self.flow.cut();
            }
            Open::Inner(outer) => self.flow.leave(outer),
            Open::Line(outer) => {
                self.flow.end_paragraph(sink)?;
                if let Some(outer) = outer {
                    self.flow.leave(outer);
                }
            }
            Open::Property(name) => {
                let value = std::mem::take(&mut self.value);
                sink.property(&name, &value)?;
            }
            Open::Sheet => {
                self.flow.end_table();
                self.flow.sheet = None;
                self.hidden = 0;
            }
            Open::Table => self.flow.end_table(),
            Open::Cell(cell) => self.end_cell(&cell, sink)?,
            Open::HiddenCell(cell) => {
                self.end_cell(&cell, sink)?;
                self.hidden = self.hidden.saturating_sub(1);
            }
            Open::List => self.lists.close(),
            Open::Slide => self.flow.slide = None,
            Open::Meta | Open::Plain => {}
        }
        Ok(())
    }
}

/// Runs of white space are one space in OpenDocument; what is more is written as elements.
fn collapse(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(['\n', '\r', '\t']) && !text.contains("  ") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let space = matches!(character, ' ' | '\t' | '\n' | '\r');
        if !space {
            out.push(character);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.into()
}

/// Whether the paragraph style is the one of titles.
fn is_title(style: Option<&str>) -> bool {
    style.is_some_and(|style| matches!(style, "Title" | "Subtitle"))
}
