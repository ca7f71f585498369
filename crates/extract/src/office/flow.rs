//! Paragraphs and tables on their way to segments, for formats whose text flows: documents, slides, sheets with paragraphs in
//! their cells.
//!
//! A paragraph can hold text boxes with paragraphs and tables of their own, so both are stacks.

use sporhund_model::{Cell, Join, Merge, Part, Place, PlaceId};

use super::paragraph::{Kind, Paragraph};
use super::tables::Table;
pub(crate) use super::tables::TableKind;
use crate::decoder::{DecodeError, Sink, Text};

/// Bytes of texts that wait.
const MAX_WAITING: usize = 32 * 1024;
/// Merges that wait.
const MAX_MERGES: usize = 256;

/// What an inner text (a note, a box, a comment) goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outer {
    part: Part,
    tables: usize,
}

/// The text that is open.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) part: Part,
    pub(crate) slide: Option<u32>,
    pub(crate) sheet: Option<String>,
    paragraphs: Vec<Paragraph>,
    /// How many of `paragraphs` are in use.
    nested: usize,
    pub(super) tables: Vec<Table>,
    /// Tables below this one belong to the text around.
    pub(super) floor: usize,
    pub(super) table_count: u32,
    pub(super) join: Join,
    last: Option<(Option<u32>, Part)>,
    place: Option<(Place, PlaceId)>,
    waiting: Vec<Waiting>,
    waiting_bytes: usize,
    /// Merges that are whole, with the number of the table or the name of the sheet.
    pub(super) merged: Vec<(Option<u32>, Option<String>, Merge)>,
}

/// A text that stands beside the paragraphs and waits until they come to an end.
#[derive(Debug)]
struct Waiting {
    part: Part,
    spot: (Option<u32>, Cell),
    text: String,
}

impl Flow {
    /// Another part of the file begins.
    pub(crate) fn restart(&mut self, part: Part) {
        self.part = part;
        self.nested = 0;
        self.tables.clear();
        self.floor = 0;
        self.join = Join::Hard;
        self.last = None;
    }

    /// The part of the file ends: so does all that is open in it, and what waits is sent.
    pub(crate) fn finish(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        while self.in_paragraph() {
            self.end_paragraph(sink)?;
        }
        self.floor = 0;
        self.end_tables();
        self.send_waiting(sink)
    }

    /// Nothing crosses from the text before to the text after.
    pub(crate) fn cut(&mut self) {
        self.join = Join::Hard;
    }

    /// A text of another kind begins within this one.
    pub(crate) fn enter(&mut self, part: Part) -> Outer {
        let outer = Outer {
            part: std::mem::replace(&mut self.part, part),
            tables: std::mem::replace(&mut self.floor, self.tables.len()),
        };
        self.join = Join::Hard;
        outer
    }

    /// It ends.
    pub(crate) fn leave(&mut self, outer: Outer) {
        self.part = outer.part;
        self.end_tables();
        self.floor = outer.tables;
        self.join = Join::Hard;
    }

    /// A paragraph begins.
    pub(crate) fn start_paragraph(&mut self) {
        if self.paragraphs.len() <= self.nested {
            self.paragraphs.push(Paragraph::default());
        }
        if let Some(paragraph) = self.paragraphs.get_mut(self.nested) {
            paragraph.clear();
        }
        self.nested += 1;
    }

    /// Whether a paragraph is open.
    pub(crate) fn in_paragraph(&self) -> bool {
        self.nested > 0
    }

    /// The paragraph that is open is a heading.
    pub(crate) fn set_heading(&mut self) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.heading = true;
        }
    }

    /// What stands in front of the paragraph that is open, once it has text.
    pub(crate) fn set_label(&mut self, label: String) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.label = label;
        }
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        let last = self.nested.checked_sub(1)?;
        self.paragraphs.get_mut(last)
    }

    /// Adds text to the paragraph that is open.
    pub(crate) fn push(&mut self, kind: Kind, text: &str) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.push(kind, text);
        }
    }

    /// The paragraph that is open ends, and is sent.
    pub(crate) fn end_paragraph(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let Some(at) = self.nested.checked_sub(1) else {
            return Ok(());
        };
        self.nested = at;
        if self.merged.len() >= MAX_MERGES {
            self.send_merges(sink)?;
        }
        let (table, cell) = self.spot();
        let Some(mut paragraph) = self.paragraphs.get_mut(at).map(std::mem::take) else {
            return Ok(());
        };
        if paragraph.is_empty() {
            // An empty line parts two texts; in a table the cells do.
            if !cell.is_some() {
                self.join = Join::Hard;
            }
        } else {
            let same = self.last.is_none_or(|last| last == (table, self.part));
            let alone = paragraph.heading && !cell.is_some();
            let join = if same && !alone {
                self.join
            } else {
                Join::Hard
            };
            if join == Join::Hard {
                self.send_waiting(sink)?;
            }
            paragraph.send(self.part, join, &mut |part, text, join| {
                self.send(part, text, join, sink)
            })?;
            self.last = Some((table, self.part));
            let aside = paragraph.has_asides();
            self.join = if aside { Join::Hard } else { Join::Soft };
        }
        paragraph.clear();
        if let Some(kept) = self.paragraphs.get_mut(at) {
            *kept = paragraph;
        }
        Ok(())
    }

    /// Keeps a text that stands beside the paragraphs, such as the target of a link, until they come to an end: it must not
    /// part the cells of a row.
    pub(crate) fn wait(
        &mut self,
        part: Part,
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if self.waiting_bytes + text.len() > MAX_WAITING {
            self.send_waiting(sink)?;
        }
        self.waiting_bytes += text.len();
        let spot = self.spot();
        let text = text.to_owned();
        self.waiting.push(Waiting { part, spot, text });
        Ok(())
    }

    /// Sends what waits.
    pub(crate) fn send_waiting(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.send_merges(sink)?;
        self.waiting_bytes = 0;
        for waiting in std::mem::take(&mut self.waiting) {
            let (table, cell) = waiting.spot;
            let place = self.place(waiting.part, table, sink)?;
            sink.text(Text {
                text: &waiting.text,
                place,
                cell,
                join: Join::Hard,
            })?;
            self.join = Join::Hard;
        }
        Ok(())
    }

    fn send_merges(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        for (table, sheet, merge) in std::mem::take(&mut self.merged) {
            let place = sink.place(Place {
                part: self.part,
                table,
                slide: self.slide,
                sheet,
                page: None,
            })?;
            sink.merge(place, merge)?;
        }
        Ok(())
    }

    /// Sends a text that is the label of what follows.
    pub(crate) fn send_label(
        &mut self,
        part: Part,
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.send(part, text.trim(), Join::Hard, sink)?;
        self.join = Join::Soft;
        Ok(())
    }

    /// Sends a text that stands beside the paragraphs, such as an alternative text; nothing crosses to it.
    pub(crate) fn send_aside(
        &mut self,
        part: Part,
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        self.send(part, text, Join::Hard, sink)?;
        self.join = Join::Hard;
        Ok(())
    }

    /// The same, with the label that it belongs to before it.
    pub(crate) fn send_labelled(
        &mut self,
        part: Part,
        (label, text): (&str, &str),
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let (label, text) = (label.trim(), text.trim());
        if text.is_empty() {
            return self.send_aside(part, label, sink);
        }
        self.send_aside(part, label, sink)?;
        let join = if label.is_empty() {
            Join::Hard
        } else {
            Join::Soft
        };
        self.send(part, text, join, sink)
    }

    fn send(
        &mut self,
        part: Part,
        text: &str,
        join: Join,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let (table, cell) = self.spot();
        let place = self.place(part, table, sink)?;
        sink.text(Text {
            text,
            place,
            cell,
            join,
        })
    }

    /// The number of a place; most texts stand where the last one stood.
    fn place(
        &mut self,
        part: Part,
        table: Option<u32>,
        sink: &mut dyn Sink,
    ) -> Result<PlaceId, DecodeError> {
        if let Some((place, id)) = &self.place
            && place.part == part
            && place.table == table
            && place.slide == self.slide
            && place.sheet == self.sheet
        {
            return Ok(*id);
        }
        let place = Place {
            part,
            table,
            slide: self.slide,
            sheet: self.sheet.clone(),
            page: None,
        };
        let id = sink.place(place.clone())?;
        self.place = Some((place, id));
        Ok(id)
    }

    /// The number of the innermost table and the cell, when one is open.
    pub(super) fn spot(&self) -> (Option<u32>, Cell) {
        let tables = self.tables.get(self.floor..).unwrap_or_default();
        match tables.last() {
            Some(table) if table.is_open => (table.number, table.cell),
            _ => (None, Cell::default()),
        }
    }
}
