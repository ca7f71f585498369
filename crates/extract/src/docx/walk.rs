//! Walks the XML of a part: keeps what is open, and sends each paragraph when it ends.
//!
//! Of a choice between two forms of the same thing (`AlternateContent`) the first is read and the fallback is passed over.

use std::io::Read;

use sporhund_model::Part;

use super::lists::{Lists, Numbering};
use super::styles::Styles;
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::{Flow, Outer, TableKind};
use crate::office::merges::Above;
use crate::office::paragraph::Kind;
use crate::office::xml::{Ns, Start, Token, Xml};

/// What an open element means for what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// Nothing of its own.
    Plain,
    Paragraph,
    Run {
        hidden: bool,
    },
    /// An element whose text is text.
    Text,
    Code,
    Table,
    Cell,
    Inserted,
    Deleted,
    TextBox(Outer),
    Choice {
        chosen: bool,
    },
    ParagraphProperties,
    RunProperties,
    Tabs,
}

/// Authors of changes that are told apart.
const MAX_AUTHORS: usize = 100;

/// Reads the parts of one document; tables are counted over all of them.
pub(crate) struct Walker {
    styles: Styles,
    lists: Lists,
    /// The style and the list of the paragraph whose properties are open.
    style: String,
    numbering: Numbering,
    flow: Flow,
    open: Vec<Open>,
    inserted: u32,
    deleted: u32,
    hidden: bool,
    /// Who changed something, as far as it was told.
    authors: Vec<String>,
}

impl Walker {
    /// A walker for a document with these styles and lists.
    pub(crate) fn new(styles: Styles, lists: Lists) -> Self {
        Walker {
            styles,
            lists,
            style: String::new(),
            numbering: Numbering::default(),
            flow: Flow::default(),
            open: Vec::new(),
            inserted: 0,
            deleted: 0,
            hidden: false,
            authors: Vec::new(),
        }
    }

    /// Sends the text of a part; which kind of part it is, its root element says.
    pub(crate) fn walk<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        self.open.clear();
        self.flow.restart(Part::Body);
        (self.inserted, self.deleted, self.hidden) = (0, 0, false);
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
                    if self.open.is_empty() {
                        self.start_part(&start)
                    } else {
                        self.start(&start, sink)?
                    }
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
                // The root of a part without text.
                None if self.open.is_empty() => return Ok(()),
                None => xml.skip()?,
            }
            if elements.is_multiple_of(4096) {
                sink.budget().check_time()?;
            }
        }
    }

    /// What the root element says of the part; `None` passes over the whole part.
    fn start_part(&mut self, start: &Start<'_>) -> Option<Open> {
        self.flow.part = match (start.ns, start.name()) {
            // The last one holds all parts of a package in one file of XML.
            (Ns::Word, "document" | "wordDocument") | (Ns::Other, "package") => Part::Body,
            (Ns::Word, "hdr") => Part::Header,
            (Ns::Word, "ftr") => Part::Footer,
            (Ns::Word, "footnotes" | "endnotes") => Part::Note,
            (Ns::Word, "comments") => Part::Comment,
            (Ns::Word, "glossaryDocument") => Part::Hidden,
            (Ns::Word, "settings") => Part::Property,
            (Ns::Chart | Ns::Diagram, _) => Part::TextBox,
            (Ns::Word | Ns::Drawing | Ns::Vml, _) => return None,
            (_, "people") => Part::Comment,
            // Word's own bookkeeping, such as ids of comments.
            _ => return None,
        };
        Some(Open::Plain)
    }

    fn start(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        Ok(match start.ns {
            Ns::Word => self.start_word(start, sink)?,
            Ns::Compat => self.start_choice(start),
            Ns::Drawing => Some(match start.name() {
                "p" => self.start_paragraph(),
                "t" => Open::Text,
                "br" => self.say("\n"),
                _ => Open::Plain,
            }),
            Ns::Chart => Some(match start.name() {
                "v" => self.start_paragraph(),
                _ => Open::Plain,
            }),
            Ns::Math if start.name() == "t" => Some(Open::Text),
            Ns::Anchor if start.name() == "docPr" => {
                self.send_attributes(start, &["title", "descr"], sink)?;
                Some(Open::Plain)
            }
            Ns::Vml if matches!(start.name(), "textpath" | "shape") => {
                self.send_attributes(start, &["string", "alt"], sink)?;
                Some(Open::Plain)
            }
            Ns::Other if self.flow.part == Part::Comment && start.name() == "person" => {
                self.send_attributes(start, &["author"], sink)?;
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

    fn start_word(
        &mut self,
        start: &Start<'_>,
        sink: &mut dyn Sink,
    ) -> Result<Option<Open>, DecodeError> {
        let in_run = matches!(self.open.last(), Some(Open::Run { .. }));
        Ok(Some(match start.name() {
            "p" => self.start_paragraph(),
            "r" => Open::Run {
                hidden: std::mem::take(&mut self.hidden),
            },
            "t" | "delText" => Open::Text,
            "instrText" | "delInstrText" => Open::Code,
            "fldSimple" => {
                let code = start.attribute("instr").unwrap_or_default();
                self.flow.push(Kind::Code, &code);
                Open::Plain
            }
            "tab" | "ptab" if in_run => self.say("\t"),
            "br" | "cr" if in_run => self.say("\n"),
            "noBreakHyphen" => self.say("\u{2011}"),
            "softHyphen" => self.say("\u{AD}"),
            "sym" => self.say(" "),
            "pPr" => {
                self.style.clear();
                self.numbering = Numbering::default();
                Open::ParagraphProperties
            }
            "numId" | "ilvl" => {
                self.numbering.take(start);
                Open::Plain
            }
            "rPr" => Open::RunProperties,
            "tabs" => Open::Tabs,
            "vanish" | "webHidden" => {
                self.hidden = start.is_on() && start.name() == "vanish" && self.in_run_properties();
                Open::Plain
            }
            "pStyle" | "outlineLvl" => self.set_heading(start),
            "tbl" | "tr" | "tc" | "gridSpan" | "gridBefore" | "vMerge" => self.start_table(start),
            "ins" | "moveTo" if !self.in_run_properties() => {
                self.send_author(start, sink)?;
                self.inserted += 1;
                Open::Inserted
            }
            "del" | "moveFrom" if !self.in_run_properties() => {
                self.send_author(start, sink)?;
                self.deleted += 1;
                Open::Deleted
            }
            "txbxContent" => Open::TextBox(self.flow.enter(Part::TextBox)),
            "pPrChange" | "rPrChange" | "tblPrChange" | "sectPrChange" => return Ok(None),
            _ => {
                self.start_beside(start, sink)?;
                Open::Plain
            }
        }))
    }

    /// Elements whose text is in attributes, and what parts texts.
    fn start_beside(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match start.name() {
            "bookmarkStart" | "hyperlink" => self.send_names(start, sink),
            "docVar" | "query" | "mailSubject" | "addressFieldName"
                if self.flow.part == Part::Property =>
            {
                self.send_attributes(start, &["name", "val"], sink)
            }
            "comment" => {
                let author = start.attribute("author").unwrap_or_default();
                self.flow.cut();
                self.flow.send_label(Part::Comment, &author, sink)
            }
            "alias" => {
                let value = start.attribute("val").unwrap_or_default();
                self.flow.send_label(Part::FormField, &value, sink)
            }
            "tag" | "name" | "default" | "helpText" | "statusText" => {
                let value = start.attribute("val").unwrap_or_default();
                self.flow.wait(Part::FormField, &value, sink)
            }
            "listItem" => {
                let value = start.attribute("displayText").unwrap_or_default();
                self.flow.wait(Part::FormField, &value, sink)
            }
            "footnote" | "endnote" => {
                self.flow.cut();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn in_run_properties(&self) -> bool {
        matches!(self.open.last(), Some(Open::RunProperties))
    }

    fn start_table(&mut self, start: &Start<'_>) -> Open {
        let value = start.attribute("val");
        let number = || value.as_ref().and_then(|value| value.parse().ok());
        match start.name() {
            "tbl" => {
                self.flow.start_table(TableKind::Inner);
                return Open::Table;
            }
            "tc" => {
                self.flow.start_cell(1);
                return Open::Cell;
            }
            "tr" => self.flow.start_row(),
            "gridSpan" => self.flow.widen(number().unwrap_or(1)),
            "gridBefore" => self.flow.skip_columns(number().unwrap_or(1)),
            _ => {
                let begins = value.as_deref() == Some("restart");
                let above = if begins { Above::Begins } else { Above::GoesOn };
                self.flow.set_above(above);
            }
        }
        Open::Plain
    }

    fn start_paragraph(&mut self) -> Open {
        self.flow.start_paragraph();
        Open::Paragraph
    }

    fn set_heading(&mut self, start: &Start<'_>) -> Open {
        let value = start.attribute("val").unwrap_or_default();
        let heading = match start.name() {
            "pStyle" => {
                self.style = value;
                self.styles.is_heading(&self.style)
            }
            _ => value != "9",
        };
        if heading {
            self.flow.set_heading();
        }
        Open::Plain
    }

    /// Says the number that a list sets in front of the paragraph.
    fn number_paragraph(&mut self) {
        let chain = self.styles.chain(&self.style);
        let numbering = std::mem::take(&mut self.numbering).or(&self.styles.numbering(&chain));
        if let Some(label) = self.lists.next(&numbering, &chain) {
            self.flow.set_label(label);
        }
    }

    fn say(&mut self, text: &str) -> Open {
        let hidden = self.hidden;
        let kind = self.kind(hidden);
        self.flow.push(kind, text);
        Open::Plain
    }

    fn kind(&self, hidden: bool) -> Kind {
        match () {
            () if self.deleted > 0 => Kind::Deleted,
            () if hidden => Kind::Hidden,
            () if self.inserted > 0 => Kind::Inserted,
            () => Kind::Plain,
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.last() {
            Some(Open::Text) => {
                self.say(text);
            }
            Some(Open::Code) => self.flow.push(Kind::Code, text),
            // The value of a chart's cache is a paragraph without runs.
            Some(Open::Paragraph) if self.flow.part == Part::TextBox => {
                self.flow.push(Kind::Plain, text.trim());
            }
            _ => {}
        }
    }

    fn end(&mut self, open: Open, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match open {
            Open::Paragraph => self.flow.end_paragraph(sink)?,
            Open::Run { hidden } => self.hidden = hidden,
            Open::ParagraphProperties => self.number_paragraph(),
            Open::Table => {
                self.flow.end_table();
                self.flow.send_waiting(sink)?;
            }
            Open::Cell => self.flow.end_cell(),
            Open::Inserted => self.inserted = self.inserted.saturating_sub(1),
            Open::Deleted => self.deleted = self.deleted.saturating_sub(1),
            Open::TextBox(outer) => self.flow.leave(outer),
            Open::RunProperties if !matches!(self.open.last(), Some(Open::Run { .. })) => {
                // The mark of a hidden paragraph end says nothing of its text.
                self.hidden = false;
            }
            _ => {}
        }
        Ok(())
    }

    fn send_attributes(
        &mut self,
        start: &Start<'_>,
        names: &[&str],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let part = match self.flow.part {
            own @ (Part::Comment | Part::Property) => own,
            _ => Part::Attribute,
        };
        for value in names.iter().filter_map(|name| start.attribute(name)) {
            self.flow.wait(part, &value, sink)?;
        }
        Ok(())
    }

    /// The author of a tracked change, once.
    fn send_author(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let author = start.attribute("author").unwrap_or_default();
        let known = author.is_empty() || self.authors.contains(&author);
        if !known && self.authors.len() < MAX_AUTHORS {
            self.flow.wait(Part::Comment, &author, sink)?;
            self.authors.push(author);
        }
        Ok(())
    }

    /// The name of a bookmark that a person gave, and the tip of a link.
    fn send_names(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if start
            .attribute("name")
            .is_some_and(|name| name.starts_with('_'))
        {
            return Ok(());
        }
        self.send_attributes(start, &["name", "tooltip"], sink)
    }
}
