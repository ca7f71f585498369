//! The reader of tokens: groups, destinations, paragraphs and tables.

use std::collections::HashMap;

use sporhund_model::Part;

use super::destination::{Destination, Opens, opens};
use super::token::Token;
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::{Flow, Outer, TableKind};
use crate::office::merges::{Above, RowCell};
use crate::office::paragraph::Kind;
use crate::ole::bytes::{code_page_text, slice, u32_at};
use crate::ole::objects;

/// Cells of a row; Word allows 63.
const MAX_CELLS: usize = 1_024;
/// Groups within groups whose state is kept.
const MAX_DEPTH: usize = 4_096;
/// Bytes of a text that does not go into a paragraph.
const MAX_ASIDE: usize = 1 << 20;
/// Bytes of an embedded object.
const MAX_OBJECT: usize = 64 << 20;

/// What holds until the group ends.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    destination: Destination,
    hidden: bool,
    deleted: bool,
    inserted: bool,
    /// Text that a program wrote beside the HTML it was made from.
    beside_html: bool,
    /// Characters that follow a Unicode one for old readers.
    follow: u8,
    code_page: u32,
    /// What the group's end goes back to, when it is a text of its own.
    outer: Option<Outer>,
    /// Whether this group opened its destination.
    opened: bool,
}

/// Where the text stands in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Outside,
    Cell,
    CellEnd,
    RowEnd,
}

/// Reads tokens.
#[derive(Default)]
pub(super) struct Reader {
    flow: Flow,
    group: Group,
    open: Vec<Group>,
    /// Groups past the deepest that is kept.
    too_deep: usize,
    starred: bool,
    in_table: bool,
    state: State,
    /// The cells of the row as they were defined, and the one whose definition is under way.
    row: Vec<RowCell>,
    cell: RowCell,
    /// Characters still to be passed over after a Unicode one.
    skip: u8,
    pending: Vec<u8>,
    high: Option<u16>,
    aside: String,
    name: String,
    object: Vec<u8>,
    objects: u32,
    fonts: HashMap<i32, u32>,
    font: i32,
    default_page: u32,
}

impl Reader {
    pub(super) fn take(&mut self, token: &Token, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match token {
            Token::Hex(byte) => self.bytes(&[*byte]),
            Token::Text(bytes) => self.bytes(bytes),
            other => {
                self.flush();
                match other {
                    Token::Open => self.open(),
                    Token::Close => self.close(sink)?,
                    Token::Word(word, number) => self.word(word, *number, sink)?,
                    Token::Symbol(symbol) => self.symbol(*symbol),
                    Token::Hex(_) | Token::Text(_) => {}
                }
            }
        }
        Ok(())
    }

    pub(super) fn finish(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.flush();
        while !self.open.is_empty() {
            self.close(sink)?;
        }
        self.flow.finish(sink)
    }

    fn open(&mut self) {
        self.starred = false;
        self.skip = 0;
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        self.open.push(self.group);
        self.group.outer = None;
        self.group.opened = false;
    }

    fn close(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.skip = 0;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return Ok(());
        }
        let ended = self.group;
        let Some(group) = self.open.pop() else {
            return Ok(());
        };
        if ended.opened {
            self.end_destination(ended.destination, sink)?;
        }
        if let Some(outer) = ended.outer {
            self.flow.end_paragraph(sink)?;
            self.flow.leave(outer);
        }
        self.group = group;
        Ok(())
    }

    fn end_destination(
        &mut self,
        destination: Destination,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let text = std::mem::take(&mut self.aside);
        match destination {
            Destination::Property(name) => sink.property(name, &text)?,
            Destination::OwnName | Destination::ShapeName => self.name = text,
            Destination::OwnValue => sink.property(&format!("custom:{}", self.name), &text)?,
            Destination::ShapeValue if is_described(&self.name) => {
                self.flow.wait(Part::Attribute, &text, sink)?;
            }
            Destination::Aside(Part::Source) if !text.contains("href") => {}
            Destination::Aside(Part::Attribute) if text.starts_with('_') => {}
            Destination::Aside(part) => self.flow.wait(part, &text, sink)?,
            Destination::Authors => {
                for author in text.split(';').filter(|author| *author != "Unknown") {
                    self.flow.wait(Part::Comment, author, sink)?;
                }
            }
            Destination::Object => self.send_object(sink)?,
            _ => {}
        }
        Ok(())
    }

    /// An object of the older kind of OLE: version, kind, three names, then its bytes.
    fn send_object(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let bytes = std::mem::take(&mut self.object);
        let mut at = 8;
        for _ in 0..3 {
            at += 4 + u32_at(&bytes, at) as usize;
            if at > bytes.len() {
                return Ok(());
            }
        }
        let size = u32_at(&bytes, at) as usize;
        let data = slice(&bytes, at + 4, size);
        if data.is_empty() {
            return Ok(());
        }
        // A file that was dropped into the document has a head of its own, here without its length.
        let packed = [&[0; 4], data].concat();
        let (name, data) =
            objects::unpack(&packed).unwrap_or_else(|| (String::new(), data.to_vec()));
        while self.flow.in_paragraph() {
            self.flow.end_paragraph(sink)?;
        }
        self.objects += 1;
        objects::send_bytes(self.objects - 1, &name, data, sink)
    }

    fn word(
        &mut self,
        word: &str,
        number: Option<i32>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let starred = std::mem::take(&mut self.starred);
        if self.group.destination == Destination::Skip {
            return Ok(());
        }
        if self.group.destination == Destination::Fonts {
            self.font_word(word, number);
            return Ok(());
        }
        match opens(word, starred) {
            Some(Opens::Destination(destination)) => {
                self.group.destination = destination;
                self.group.opened = true;
                self.aside.clear();
                return Ok(());
            }
            Some(Opens::Part(part)) => {
                self.group.destination = Destination::Flow;
                self.group.outer = Some(self.flow.enter(part));
                self.flow.start_paragraph();
                return Ok(());
            }
            None => {}
        }
        if !self.character_word(word, number) {
            self.paragraph_word(word, number, sink)?;
        }
        Ok(())
    }

    fn font_word(&mut self, word: &str, number: Option<i32>) {
        match (word, number) {
            ("f", Some(font)) => self.font = font,
            ("fcharset", Some(set)) => {
                if let Some(page) = page_of_set(set)
                    && self.fonts.len() < 10_000
                {
                    self.fonts.insert(self.font, page);
                }
            }
            _ => {}
        }
    }

    /// Words that shape characters or stand for one.
    fn character_word(&mut self, word: &str, number: Option<i32>) -> bool {
        let on = number != Some(0);
        match word {
            "v" => self.group.hidden = on,
            "deleted" => self.group.deleted = on,
            "revised" => self.group.inserted = on,
            "htmlrtf" => self.group.beside_html = on,
            "plain" => {
                self.group.hidden = false;
                self.group.deleted = false;
                self.group.inserted = false;
            }
            "uc" => self.group.follow = number.unwrap_or(1).clamp(0, 255) as u8,
            "u" => self.unicode(number.unwrap_or(0)),
            "ansicpg" => {
                self.default_page = number.unwrap_or(1252).max(0) as u32;
                self.group.code_page = self.default_page;
            }
            "mac" => self.group.code_page = 10000,
            "f" => {
                let page = number.and_then(|font| self.fonts.get(&font));
                self.group.code_page = page.copied().unwrap_or(self.default_page);
            }
            "rtf" => {
                self.group.follow = 1;
                self.group.code_page = 1252;
                self.default_page = 1252;
            }
            "tab" => self.say("\t"),
            "line" | "softline" => self.say("\n"),
            "emdash" => self.say("\u{2014}"),
            "endash" => self.say("\u{2013}"),
            "lquote" => self.say("\u{2018}"),
            "rquote" => self.say("\u{2019}"),
            "ldblquote" => self.say("\u{201C}"),
            "rdblquote" => self.say("\u{201D}"),
            "bullet" => self.say("\u{2022}"),
            "emspace" | "enspace" | "qmspace" => self.say(" "),
            "zwj" | "zwnj" | "zwbo" | "zwnbo" => {}
            _ => return false,
        }
        true
    }

    fn paragraph_word(
        &mut self,
        word: &str,
        number: Option<i32>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        match word {
            "par" | "sect" | "page" | "nestcell" | "nestrow" => self.end_paragraph(sink)?,
            "pard" => self.in_table = false,
            "intbl" => self.in_table = true,
            "outlinelevel" if number != Some(9) => {
                self.start();
                self.flow.set_heading();
            }
            "cell" => {
                self.in_table = true;
                self.start();
                self.end_paragraph(sink)?;
                self.flow.end_cell();
                self.state = State::CellEnd;
            }
            "row" => {
                self.end_paragraph(sink)?;
                self.flow.set_row(&self.row);
                self.state = State::RowEnd;
            }
            "trowd" => {
                self.row.clear();
                self.cell = RowCell::default();
            }
            "clvmgf" => self.cell.above = Above::Begins,
            "clvmrg" => self.cell.above = Above::GoesOn,
            "clmrg" => self.cell.goes_on = true,
            "cellx" if self.row.len() < MAX_CELLS => {
                self.row.push(std::mem::take(&mut self.cell));
            }
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.group.destination != Destination::Flow {
            return Ok(());
        }
        let inner =
            self.open.iter().any(|group| group.outer.is_some()) || self.group.outer.is_some();
        self.flow.end_paragraph(sink)?;
        // A note's paragraphs stand within one of the text around.
        if inner {
            self.flow.start_paragraph();
        }
        Ok(())
    }

    /// A paragraph begins with its first text: in a cell, or outside of tables.
    fn start(&mut self) {
        if self.flow.in_paragraph() {
            return;
        }
        if !self.in_table {
            if self.state != State::Outside {
                self.flow.end_table();
                self.state = State::Outside;
            }
        } else if self.state != State::Cell {
            if self.state == State::Outside {
                self.flow.cut();
                self.flow.start_table(TableKind::Inner);
            }
            if self.state != State::CellEnd {
                self.flow.start_row();
            }
            self.flow.start_cell(1);
            self.state = State::Cell;
        }
        self.flow.start_paragraph();
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.starred = true,
            b'~' => self.say("\u{A0}"),
            b'-' => self.say("\u{AD}"),
            b'_' => self.say("\u{2011}"),
            b'\t' => self.say("\t"),
            _ => {}
        }
    }

    fn unicode(&mut self, number: i32) {
        self.skip = self.group.follow;
        let unit = number.rem_euclid(0x1_0000) as u16;
        let units = match self.high.take() {
            Some(high) => vec![high, unit],
            None if (0xD800..0xDC00).contains(&unit) => {
                self.high = Some(unit);
                return;
            }
            None => vec![unit],
        };
        let text: String = char::decode_utf16(units)
            .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        self.say(&text);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let skipped = usize::from(self.skip).min(bytes.len());
        self.skip -= skipped as u8;
        let bytes = bytes.get(skipped..).unwrap_or_default();
        match self.group.destination {
            Destination::Skip | Destination::Fonts => {}
            Destination::Object => self.object_bytes(bytes),
            _ => self.pending.extend_from_slice(bytes),
        }
    }

    /// Hexadecimal digits; an object's bytes have an even number of them.
    fn object_bytes(&mut self, digits: &[u8]) {
        let digits: Vec<u8> = digits
            .iter()
            .filter_map(|digit| char::from(*digit).to_digit(16))
            .map(|digit| digit as u8)
            .collect();
        if self.object.len() + digits.len() / 2 < MAX_OBJECT {
            let pairs = digits.chunks_exact(2);
            self.object.extend(pairs.filter_map(|pair| match pair {
                [high, low] => Some(high << 4 | low),
                _ => None,
            }));
        }
    }

    /// Bytes that stood together are decoded together, since a character may take two.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let text = code_page_text(&bytes, self.group.code_page);
        self.say(&text);
        self.pending = bytes;
        self.pending.clear();
    }

    fn say(&mut self, text: &str) {
        let group = self.group;
        match group.destination {
            Destination::Skip | Destination::Fonts | Destination::Object => return,
            Destination::Flow | Destination::Code => {}
            _ => {
                if self.aside.len() < MAX_ASIDE {
                    self.aside.push_str(text);
                }
                return;
            }
        }
        if group.beside_html {
            return;
        }
        self.start();
        let kind = match () {
            () if group.destination == Destination::Code => Kind::Code,
            () if group.deleted => Kind::Deleted,
            () if group.hidden => Kind::Hidden,
            () if group.inserted => Kind::Inserted,
            () => Kind::Plain,
        };
        self.flow.push(kind, text);
    }
}

/// Properties of a drawing that people wrote.
fn is_described(name: &str) -> bool {
    matches!(
        name,
        "wzDescription" | "wzName" | "gtextUNICODE" | "pihlShape" | "wzTooltip"
    )
}

/// The code page of a font's character set.
fn page_of_set(set: i32) -> Option<u32> {
    Some(match set {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
