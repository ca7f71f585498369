//! Makes segments of the pieces of a page.
//!
//! What stands beside the running text (attributes, comments, hidden elements) waits until the block ends, so that it
//! does not part what a reader sees as one.

use super::elements::{Edge, edge, is_closed_by_next, is_hidden, is_void};
use super::table::Table;
use super::token::{Tag, Token};
use crate::decoder::{DecodeError, Sink, Text};
use crate::entities::{decode, percent_decode};
use sporhund_model::{Cell, Join, Merge, Part, Place, PlaceId};

/// A segment that grows past this is sent in parts.
const LONG: usize = 32 * 1024;
/// Bytes of side texts that wait.
const MAX_WAITING: usize = 64 * 1024;
/// Tables within tables that are told apart.
const MAX_TABLES: usize = 64;

/// An element that hides its content, and how many of its name are open.
struct Hiding {
    name: String,
    depth: u32,
}

/// Takes tokens and sends segments.
pub(super) struct Writer {
    text: String,
    join: Join,
    part: Part,
    /// What the text was sent under when its block is not over.
    tables: Vec<Table>,
    table_count: u32,
    /// Merged cells with the numbers of their tables, until the block ends.
    merged: Vec<(u32, Merge)>,
    keep_space: u32,
    hiding: Option<Hiding>,
    hidden: String,
    waiting: Vec<(Part, String)>,
    waiting_bytes: usize,
    last_place: Option<(Place, PlaceId)>,
    titled: bool,
}

impl Writer {
    pub fn new() -> Self {
        Writer {
            text: String::new(),
            join: Join::Hard,
            part: Part::Body,
            tables: Vec::new(),
            table_count: 0,
            merged: Vec::new(),
            keep_space: 0,
            hiding: None,
            hidden: String::new(),
            waiting: Vec::new(),
            waiting_bytes: 0,
            last_place: None,
            titled: false,
        }
    }

    pub fn take(&mut self, token: Token<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match token {
            Token::Text(text) => self.add(&decode(text), sink),
            Token::Open(tag) => self.open(&tag, sink),
            Token::Close(name) => self.close(&name, sink),
            Token::Comment(text) => self.wait(Part::Source, text, sink),
            Token::Raw(name, text) => self.raw(&name, text, sink),
        }
    }

    pub fn finish(mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.end_hiding(sink)?;
        self.part_text(Edge::Hard, sink)
    }

    fn open(&mut self, tag: &Tag<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let name = tag.name.as_str();
        self.close_hiding_before(name, sink)?;
        self.part_text(edge(name), sink)?;
        self.enter(tag);
        let attributes = tag
            .attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_ref()));
        let hides = is_hidden(attributes);
        self.attributes(tag, hides, sink)?;
        if hides && self.hiding.is_none() && !is_void(name) {
            let name = name.to_owned();
            self.hiding = Some(Hiding { name, depth: 1 });
        } else if let Some(hiding) = self.hiding.as_mut().filter(|hiding| hiding.name == name) {
            hiding.depth += 1;
        }
        Ok(())
    }

    fn enter(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "table" if self.tables.len() < MAX_TABLES => {
                self.table_count += 1;
                self.tables.push(Table::new(self.table_count));
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.start_row();
                }
            }
            "td" | "th" => {
                if let Some(table) = self.tables.last_mut() {
                    let merge = table.start_cell(tag);
                    self.merged.extend(merge.map(|merge| (table.number, merge)));
                }
            }
            "h1" => self.part = Part::Heading,
            "pre" => self.keep_space += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.part_text(edge(name), sink)?;
        match name {
            "table" => {
                self.tables.pop();
            }
            "td" | "th" | "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.is_open = false;
                }
            }
            "h1" => self.part = Part::Body,
            "pre" => self.keep_space = self.keep_space.saturating_sub(1),
            _ => {}
        }
        let Some(hiding) = self.hiding.as_mut().filter(|hiding| hiding.name == name) else {
            return Ok(());
        };
        hiding.depth -= 1;
        if hiding.depth == 0 {
            self.end_hiding(sink)?;
        }
        Ok(())
    }

    /// Many pages leave out the end tags of paragraphs, items and cells.
    fn close_hiding_before(&mut self, name: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let ends = |hiding: &Hiding| hiding.name == name && is_closed_by_next(name);
        if self.hiding.as_ref().is_some_and(ends) {
            self.end_hiding(sink)?;
        }
        Ok(())
    }

    fn end_hiding(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.hiding = None;
        let hidden = std::mem::take(&mut self.hidden);
        self.wait(Part::Hidden, &hidden, sink)
    }

    fn raw(&mut self, name: &str, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match name {
            "title" => {
                let title = decode(text);
                self.part = Part::Heading;
                self.add(&title, sink)?;
                let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                if !title.is_empty() && !std::mem::replace(&mut self.titled, true) {
                    sink.property("title", &title)?;
                }
                self.part_text(Edge::Hard, sink)?;
                self.part = Part::Body;
                Ok(())
            }
            "textarea" => self.add(&decode(text), sink),
            _ => self.wait(Part::Source, text, sink),
        }
    }

    fn attributes(
        &mut self,
        tag: &Tag<'_>,
        hides: bool,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        for (name, value) in &tag.attributes {
            match name.as_str() {
                "value" if hides => self.wait(Part::Hidden, value, sink)?,
                // What was filled in stands beside its label.
                "value" if matches!(tag.name.as_str(), "input" | "button") => {
                    self.inline_value(value, sink)?;
                }
                "title" | "alt" | "value" | "placeholder" | "aria-label" | "summary" => {
                    self.wait(Part::Attribute, value, sink)?;
                }
                name if name.starts_with("data-") => self.wait(Part::Attribute, value, sink)?,
                "srcdoc" => self.wait(Part::Source, value, sink)?,
                "content" if tag.name == "meta" => self.meta(tag, value, sink)?,
                "href" if matches!(tag.name.as_str(), "a" | "area") => self.link(value, sink)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn inline_value(&mut self, value: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let part = std::mem::replace(&mut self.part, Part::Attribute);
        self.add(value, sink)?;
        self.part_text(Edge::Soft, sink)?;
        self.part = part;
        Ok(())
    }

    fn link(&mut self, target: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let target = target.trim();
        let is_own = target.starts_with('#')
            || target
                .get(..11)
                .is_some_and(|head| head.eq_ignore_ascii_case("javascript:"));
        if is_own {
            return Ok(());
        }
        let target = percent_decode(target);
        let shown = target
            .strip_prefix("mailto:")
            .or_else(|| target.strip_prefix("tel:"));
        self.wait(Part::Link, shown.unwrap_or(&target), sink)
    }

    fn meta(&mut self, tag: &Tag<'_>, value: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if tag.get("http-equiv").is_some() {
            return Ok(());
        }
        let name = tag
            .get("name")
            .or_else(|| tag.get("property"))
            .unwrap_or_default();
        let property = match name.to_ascii_lowercase().as_str() {
            "viewport" | "generator" | "progid" => return Ok(()),
            "author" | "dc.creator" | "dcterms.creator" => "creator",
            "date" | "dc.date" | "dcterms.created" | "created" | "article:published_time" => {
                "created"
            }
            "last-modified" | "dcterms.modified" | "changed" | "article:modified_time" => {
                "modified"
            }
            _ => return self.wait(Part::Attribute, value, sink),
        };
        sink.property(property, value)
    }

    /// Keeps a side text until the block ends.
    fn wait(&mut self, part: Part, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if text.len() + self.waiting_bytes > MAX_WAITING {
            self.part_text(Edge::Hard, sink)?;
        }
        self.waiting_bytes += text.len();
        self.waiting.push((part, text.to_owned()));
        Ok(())
    }

    fn add(&mut self, text: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.hiding.is_some() {
            collapse(&mut self.hidden, text);
            if self.hidden.len() > LONG {
                let hidden = std::mem::take(&mut self.hidden);
                self.wait(Part::Hidden, &hidden, sink)?;
            }
            return Ok(());
        }
        if self.keep_space > 0 {
            self.text.push_str(text);
        } else {
            collapse(&mut self.text, text);
        }
        if self.text.len() > LONG {
            self.send_text(sink)?;
            self.join = Join::None;
        }
        Ok(())
    }

    /// Ends the segment at the edge of an element.
    fn part_text(&mut self, edge: Edge, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if edge == Edge::Inline {
            return Ok(());
        }
        if self.hiding.is_some() {
            self.hidden.push(' ');
            return Ok(());
        }
        let sent = self.send_text(sink)?;
        if sent || self.join == Join::None {
            self.join = Join::Soft;
        }
        if edge == Edge::Hard {
            self.send_waiting(sink)?;
            self.join = Join::Hard;
        }
        Ok(())
    }

    fn send_text(&mut self, sink: &mut dyn Sink) -> Result<bool, DecodeError> {
        let text = std::mem::take(&mut self.text);
        let shown = if self.join == Join::None {
            text.as_str()
        } else {
            text.trim()
        };
        if shown.is_empty() {
            return Ok(false);
        }
        let table = self.tables.last().filter(|table| table.is_open);
        let cell = table.map(|table| table.cell).unwrap_or_default();
        let place = Place {
            part: self.part,
            table: table.map(|table| table.number),
            ..Place::default()
        };
        let place = self.place(place, sink)?;
        let join = self.join;
        sink.text(Text {
            text: shown,
            place,
            cell,
            join,
        })?;
        Ok(true)
    }

    fn send_waiting(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.send_merges(sink)?;
        self.waiting_bytes = 0;
        for (part, text) in std::mem::take(&mut self.waiting) {
            let place = self.place(Place::part(part), sink)?;
            let (cell, join) = (Cell::default(), Join::Hard);
            sink.text(Text {
                text: &text,
                place,
                cell,
                join,
            })?;
        }
        Ok(())
    }

    fn send_merges(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        for (table, merge) in std::mem::take(&mut self.merged) {
            let place = Place {
                table: Some(table),
                ..Place::default()
            };
            let place = self.place(place, sink)?;
            sink.merge(place, merge)?;
        }
        Ok(())
    }

    /// The number of a place; most segments stand where the last one stood.
    fn place(&mut self, place: Place, sink: &mut dyn Sink) -> Result<PlaceId, DecodeError> {
        if let Some((last, id)) = &self.last_place
            && *last == place
        {
            return Ok(*id);
        }
        let id = sink.place(place.clone())?;
        self.last_place = Some((place, id));
        Ok(id)
    }
}

/// Appends text with runs of white space as one space; a no-break space is text.
fn collapse(to: &mut String, text: &str) {
    for character in text.chars() {
        if !matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
            to.push(character);
        } else if !to.ends_with(' ') {
            to.push(' ');
        }
    }
}
