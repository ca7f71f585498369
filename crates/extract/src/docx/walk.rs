//! Walks the XML of a part: keeps what is open, and sends each paragraph when it ends.
//!
//! A paragraph can hold text boxes with paragraphs and tables of their own, so paragraphs and tables are stacks. Of a choice
//! between two forms of the same thing (`AlternateContent`) the first is read and the fallback is passed over.

use std::io::Read;

use sporhund_model::{Join, Part};

use super::asides::Asides;
use super::spot::{Spot, send_as};
use super::styles::Styles;
use super::tables::Tables;
use crate::decoder::{DecodeError, Sink};
use crate::office::paragraph::{Kind, Paragraph};
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
    Inserted,
    Deleted,
    TextBox {
        outer: Part,
    },
    Choice {
        chosen: bool,
    },
    RunProperties,
    Tabs,
}

/// Reads the parts of one document; tables are counted over all of them.
pub(crate) struct Walker {
    styles: Styles,
    open: Vec<Open>,
    paragraphs: Vec<Paragraph>,
    /// How many of `paragraphs` are in use.
    nested: usize,
    tables: Tables,
    part: Part,
    /// How the next paragraph hangs together with the one before.
    join: Join,
    last: Option<(Option<u32>, Part)>,
    inserted: u32,
    deleted: u32,
    hidden: bool,
    asides: Asides,
}

impl Walker {
    /// A walker for a document with these styles.
    pub(crate) fn new(styles: Styles) -> Self {
        Walker {
            styles,
            open: Vec::new(),
            paragraphs: Vec::new(),
            nested: 0,
            tables: Tables::default(),
            part: Part::Body,
            join: Join::Hard,
            last: None,
            inserted: 0,
            deleted: 0,
            hidden: false,
            asides: Asides::default(),
        }
    }

    /// Sends the text of a part; which kind of part it is, its root element says.
    pub(crate) fn walk<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        self.reset();
        let walked = self.walk_all(xml, sink);
        while self.nested > 0 {
            self.end_paragraph(sink)?;
        }
        self.send_waiting(sink)?;
        walked
    }

    fn reset(&mut self) {
        self.open.clear();
        self.tables.leave_all();
        self.nested = 0;
        self.part = Part::Body;
        self.join = Join::Hard;
        self.last = None;
        (self.inserted, self.deleted, self.hidden) = (0, 0, false);
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
                None => xml.skip()?,
            }
            if elements.is_multiple_of(4096) {
                sink.budget().check_time()?;
            }
        }
    }

    /// What the root element says of the part; `None` passes over the whole part.
    fn start_part(&mut self, start: &Start<'_>) -> Option<Open> {
        self.part = match (start.ns, start.name()) {
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
            Ns::Other if self.part == Part::Comment && start.name() == "person" => {
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
                self.push(Kind::Code, &code);
                Open::Plain
            }
            "tab" | "ptab" if in_run => self.say("\t"),
            "br" | "cr" if in_run => self.say("\n"),
            "noBreakHyphen" => self.say("\u{2011}"),
            "softHyphen" => self.say("\u{AD}"),
            "sym" => self.say(" "),
            "rPr" => Open::RunProperties,
            "tabs" => Open::Tabs,
            "vanish" | "webHidden" => {
                self.hidden = start.is_on() && start.name() == "vanish" && self.in_run_properties();
                Open::Plain
            }
            "pStyle" | "outlineLvl" => self.set_heading(start),
            "tbl" => {
                self.tables.start();
                Open::Table
            }
            "tr" | "tc" | "gridSpan" | "gridBefore" => {
                self.tables.advance(start);
                Open::Plain
            }
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
            "txbxContent" => self.start_text_box(),
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
                if self.part == Part::Property =>
            {
                self.send_attributes(start, &["name", "val"], sink)
            }
            "comment" => {
                let author = start.attribute("author").unwrap_or_default();
                let spot = Spot {
                    join: Join::Hard,
                    ..self.spot()
                };
                self.join = Join::Soft;
                send_as(Part::Comment, &author, spot, sink)
            }
            // The label of what follows.
            "alias" => self.send_field(start, sink),
            "tag" | "name" | "default" | "helpText" | "statusText" => {
                let value = start.attribute("val").unwrap_or_default();
                self.wait(Part::FormField, value, sink)
            }
            "listItem" => {
                let value = start.attribute("displayText").unwrap_or_default();
                self.wait(Part::FormField, value, sink)
            }
            "footnote" | "endnote" => {
                self.join = Join::Hard;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn in_run_properties(&self) -> bool {
        matches!(self.open.last(), Some(Open::RunProperties))
    }

    fn start_paragraph(&mut self) -> Open {
        if self.paragraphs.len() <= self.nested {
            self.paragraphs.push(Paragraph::default());
        }
        if let Some(paragraph) = self.paragraphs.get_mut(self.nested) {
            paragraph.clear();
        }
        self.nested += 1;
        Open::Paragraph
    }

    fn set_heading(&mut self, start: &Start<'_>) -> Open {
        let value = start.attribute("val").unwrap_or_default();
        let heading = match start.name() {
            "pStyle" => self.styles.is_heading(&value),
            _ => value != "9",
        };
        if let Some(paragraph) = self.paragraph() {
            paragraph.heading |= heading;
        }
        Open::Plain
    }

    fn start_text_box(&mut self) -> Open {
        let outer = std::mem::replace(&mut self.part, Part::TextBox);
        self.join = Join::Hard;
        Open::TextBox { outer }
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        let last = self.nested.checked_sub(1)?;
        self.paragraphs.get_mut(last)
    }

    fn push(&mut self, kind: Kind, text: &str) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.push(kind, text);
        }
    }

    fn say(&mut self, text: &str) -> Open {
        let hidden = self.hidden;
        let kind = self.kind(hidden);
        self.push(kind, text);
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
            Some(Open::Code) => self.push(Kind::Code, text),
            // The value of a chart's cache is a paragraph without runs.
            Some(Open::Paragraph) if self.part == Part::TextBox => {
                self.push(Kind::Plain, text.trim());
            }
            _ => {}
        }
    }

    fn end(&mut self, open: Open, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match open {
            Open::Paragraph => self.end_paragraph(sink)?,
            Open::Run { hidden } => self.hidden = hidden,
            Open::Table => {
                self.tables.end();
                self.send_waiting(sink)?;
                self.join = Join::Hard;
            }
            Open::Inserted => self.inserted = self.inserted.saturating_sub(1),
            Open::Deleted => self.deleted = self.deleted.saturating_sub(1),
            Open::TextBox { outer } => {
                self.part = outer;
                self.join = Join::Hard;
            }
            Open::RunProperties if !matches!(self.open.last(), Some(Open::Run { .. })) => {
                // The mark of a hidden paragraph end says nothing of its text.
                self.hidden = false;
            }
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(at) = self.nested.checked_sub(1) else {
            return Ok(());
        };
        self.nested = at;
        let mut spot = self.spot();
        let Some(paragraph) = self.paragraphs.get(at) else {
            return Ok(());
        };
        if paragraph.is_empty() {
            // An empty line parts two texts; in a table the cells do.
            if spot.table.is_none() {
                self.join = Join::Hard;
            }
            return Ok(());
        }
        if paragraph.heading && spot.table.is_none() {
            spot.join = Join::Hard;
        }
        if spot.join == Join::Hard {
            self.asides.send(sink)?;
        }
        paragraph.send(spot.part, spot.join, &mut |part, text, join| {
            send_as(part, text, Spot { join, ..spot }, sink)
        })?;
        let aside = paragraph.has_asides();
        self.last = Some((spot.table, spot.part));
        self.join = if aside { Join::Hard } else { Join::Soft };
        Ok(())
    }

    /// Where the paragraph stands. The step into or out of a table or a text box is hard.
    fn spot(&self) -> Spot {
        let (number, cell) = self.tables.spot();
        let same = self.last.is_none_or(|last| last == (number, self.part));
        Spot {
            part: self.part,
            table: number,
            cell,
            join: if same { self.join } else { Join::Hard },
        }
    }

    fn send_attributes(
        &mut self,
        start: &Start<'_>,
        names: &[&str],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let part = match self.part {
            Part::Comment | Part::Property => self.part,
            _ => Part::Attribute,
        };
        for value in names.iter().filter_map(|name| start.attribute(name)) {
            self.wait(part, value, sink)?;
        }
        Ok(())
    }

    /// The author of a tracked change, once.
    fn send_author(&mut self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let author = start.attribute("author").unwrap_or_default();
        if self.asides.is_new_author(&author) {
            self.wait(Part::Comment, author, sink)?;
        }
        Ok(())
    }

    fn wait(&mut self, part: Part, text: String, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let spot = self.spot();
        self.asides.wait(part, text, spot, sink)
    }

    fn send_waiting(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.asides.send(sink)? {
            self.join = Join::Hard;
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

    fn send_field(&self, start: &Start<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let value = start.attribute("val").unwrap_or_default();
        let spot = Spot {
            join: Join::Hard,
            ..self.spot()
        };
        send_as(Part::FormField, &value, spot, sink)
    }
}
