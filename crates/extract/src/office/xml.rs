//! XML as a stream of elements with namespace and local name, on quick-xml's plain reader.
//!
//! Prefixes are resolved by hand: its own namespace reader costs more than twice as much, and nearly every part declares all
//! its prefixes on the root element. Names are never compared by prefix, since a maker may choose any.

use std::borrow::Cow;
use std::io::Read;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::decoder::DecodeError;
use crate::office::package::find_limit;
use crate::transcode::Utf8;

/// Elements within elements; real documents stay under a hundred.
const MAX_DEPTH: u32 = 4096;

/// The namespaces that mean something to us, transitional and strict alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ns {
    /// None, or one that is not listed.
    #[default]
    Other,
    /// WordprocessingML.
    Word,
    /// SpreadsheetML.
    Sheet,
    /// DrawingML, the main part.
    Drawing,
    /// Charts.
    Chart,
    /// Diagrams (SmartArt).
    Diagram,
    /// Where drawings stand in a text or sheet.
    Anchor,
    /// VML.
    Vml,
    /// Formulas of mathematics.
    Math,
    /// Markup compatibility: alternate content.
    Compat,
    /// Relationship ids in attributes.
    Relation,
    /// PresentationML, and its comments.
    Slides,
    /// Dublin Core.
    DublinCore,
    /// OpenDocument: the frame of a document.
    Office,
    /// OpenDocument: running text.
    Text,
    /// OpenDocument: tables.
    Table,
    /// OpenDocument: drawings.
    Draw,
    /// OpenDocument: slides.
    Presentation,
    /// OpenDocument: styles, and the page headers among them.
    Style,
    /// OpenDocument: forms.
    Form,
    /// OpenDocument: properties.
    Meta,
    /// OpenDocument: titles and descriptions of drawings.
    Svg,
}

/// What a namespace's name ends with or is, and its number.
const KNOWN: &[(&str, Ns)] = &[
    ("/wordprocessingml/2006/main", Ns::Word),
    ("/wordprocessingml/main", Ns::Word),
    ("/spreadsheetml/2006/main", Ns::Sheet),
    ("/spreadsheetml/main", Ns::Sheet),
    ("/drawingml/2006/main", Ns::Drawing),
    ("/drawingml/main", Ns::Drawing),
    ("/drawingml/2006/chart", Ns::Chart),
    ("/drawingml/chart", Ns::Chart),
    ("/drawingml/2006/diagram", Ns::Diagram),
    ("/drawingml/diagram", Ns::Diagram),
    ("/2006/wordprocessingDrawing", Ns::Anchor),
    ("/drawingml/wordprocessingDrawing", Ns::Anchor),
    ("/2006/spreadsheetDrawing", Ns::Anchor),
    ("/drawingml/spreadsheetDrawing", Ns::Anchor),
    ("urn:schemas-microsoft-com:vml", Ns::Vml),
    ("/officeDocument/2006/math", Ns::Math),
    ("/officeDocument/math", Ns::Math),
    ("/markup-compatibility/2006", Ns::Compat),
    ("/officeDocument/2006/relationships", Ns::Relation),
    ("/officeDocument/relationships", Ns::Relation),
    ("/word/2003/wordml", Ns::Word),
    ("/presentationml/2006/main", Ns::Slides),
    ("/presentationml/main", Ns::Slides),
    ("/powerpoint/2018/8/main", Ns::Slides),
    ("/powerpoint/2012/main", Ns::Slides),
    ("/dc/elements/1.1/", Ns::DublinCore),
    (":opendocument:xmlns:office:1.0", Ns::Office),
    (":opendocument:xmlns:text:1.0", Ns::Text),
    (":opendocument:xmlns:table:1.0", Ns::Table),
    (":opendocument:xmlns:drawing:1.0", Ns::Draw),
    (":opendocument:xmlns:presentation:1.0", Ns::Presentation),
    (":opendocument:xmlns:style:1.0", Ns::Style),
    (":opendocument:xmlns:form:1.0", Ns::Form),
    (":opendocument:xmlns:meta:1.0", Ns::Meta),
    (":opendocument:xmlns:svg-compatible:1.0", Ns::Svg),
    ("http://openoffice.org/2000/office", Ns::Office),
    ("http://openoffice.org/2000/text", Ns::Text),
    ("http://openoffice.org/2000/table", Ns::Table),
    ("http://openoffice.org/2000/drawing", Ns::Draw),
    ("http://openoffice.org/2000/meta", Ns::Meta),
];

fn known(uri: &str) -> Ns {
    let found = KNOWN.iter().find(|(end, _)| uri.ends_with(end));
    found.map_or(Ns::Other, |(_, ns)| *ns)
}

/// What a declaration of a prefix begins with.
const DECLARATION: &[u8] = b"xmlns";
static XMLNS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(DECLARATION));

/// The prefixes in force.
#[derive(Debug, Default)]
struct Prefixes {
    /// Prefix, its namespace, and the depth of the element that declared it.
    declared: Vec<(String, Ns, u32)>,
    /// The prefix that was resolved last: most elements of a part have the same. Its index among the declared ones.
    last: Option<usize>,
}

impl Prefixes {
    fn declare(&mut self, start: &BytesStart<'_>, depth: u32) {
        let raw = start.attributes_raw().as_bytes();
        if raw.len() < DECLARATION.len() || XMLNS.find(raw).is_none() {
            return;
        }
        self.last = None;
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = attribute.key.0;
            let prefix = match key.strip_prefix("xmlns:") {
                Some(prefix) => prefix,
                None if key == "xmlns" => "",
                None => continue,
            };
            self.declared
                .push((prefix.to_owned(), known(&attribute.value), depth));
        }
    }

    fn close(&mut self, depth: u32) {
        while self.declared.last().is_some_and(|(_, _, at)| *at >= depth) {
            self.declared.pop();
            self.last = None;
        }
    }

    fn resolve(&mut self, prefix: &str) -> Ns {
        let last = self.last.and_then(|last| self.declared.get(last));
        if let Some((known, ns, _)) = last
            && known == prefix
        {
            return *ns;
        }
        let mut declared = self.declared.iter();
        self.last = declared.rposition(|(known, _, _)| known == prefix);
        let found = self.last.and_then(|last| self.declared.get(last));
        found.map_or(Ns::Other, |(_, ns, _)| *ns)
    }
}

/// An element that begins.
pub(crate) struct Start<'x> {
    /// Its namespace.
    pub(crate) ns: Ns,
    start: BytesStart<'x>,
}

impl Start<'_> {
    /// Its local name.
    pub(crate) fn name(&self) -> &str {
        split(self.start.name().0).1
    }

    /// The value of the attribute with this local name, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let found = self
            .start
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| split(attribute.key.0).1 == name)?;
        Some(unescape(&found.value))
    }

    /// All attributes that are not declarations of namespaces, by local name.
    pub(crate) fn attributes(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for attribute in self.start.attributes().with_checks(false).flatten() {
            let name = attribute.key.0;
            if name != "xmlns" && !name.starts_with("xmlns:") {
                found.push((split(name).1.to_owned(), unescape(&attribute.value)));
            }
        }
        found
    }

    /// The same, each with the line feeds between the beginning of the element and the attribute.
    pub(crate) fn attributes_by_line(&self) -> Vec<(String, String, u32)> {
        let raw = self.start.attributes_raw();
        let (mut found, mut feeds, mut from) = (Vec::new(), 0, 0);
        for attribute in self.start.attributes().with_checks(false).flatten() {
            let name = attribute.key.0;
            let at = (name.as_ptr() as usize).saturating_sub(raw.as_ptr() as usize);
            let passed = raw.as_bytes().get(from..at).unwrap_or_default();
            feeds += memchr::memchr_iter(b'\n', passed).count() as u32;
            from = at.max(from);
            if name != "xmlns" && !name.starts_with("xmlns:") {
                found.push((split(name).1.to_owned(), unescape(&attribute.value), feeds));
            }
        }
        found
    }

    /// Whether a switch such as `<w:vanish/>` is on.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(
            self.attribute("val").as_deref(),
            Some("0" | "false" | "off" | "none")
        )
    }
}

/// A piece of XML.
pub(crate) enum Token<'x> {
    /// An element begins; an empty one ends at once.
    Start(Start<'x>),
    /// The element that began last ends.
    End,
    /// Text, with references resolved; a run of text may come in several pieces.
    Text(&'x str),
    /// A comment of the source.
    Comment(&'x str),
    /// Nothing of interest.
    Skip,
    /// The end.
    Eof,
}

/// A reader of tokens.
pub(crate) struct Xml<R> {
    reader: Reader<Utf8<R>>,
    buffer: Vec<u8>,
    prefixes: Prefixes,
    text: String,
    depth: u32,
}

impl<R: Read> Xml<R> {
    /// A reader that forgives what people's software forgives.
    pub(crate) fn new(reader: R) -> Self {
        Self::of(Utf8::new(reader))
    }

    /// One that counts lines.
    pub(crate) fn with_lines(reader: R) -> Self {
        Self::of(Utf8::with_lines(reader))
    }

    fn of(reader: Utf8<R>) -> Self {
        let mut reader = Reader::from_reader(reader);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Xml {
            reader,
            buffer: Vec::new(),
            prefixes: Prefixes::default(),
            text: String::new(),
            depth: 0,
        }
    }

    /// The line that the next token begins on, from 1; 0 where lines are not counted.
    pub(crate) fn next_line(&self) -> u32 {
        self.reader.get_ref().line()
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token<'_>, DecodeError> {
        self.buffer.clear();
        let position = self.reader.buffer_position();
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|error| xml_error(error, position))?;
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(broken(position, "too many elements within elements"));
                }
                self.prefixes.declare(&start, self.depth);
                let ns = self.prefixes.resolve(split(start.name().0).0);
                Token::Start(Start { ns, start })
            }
            Event::End(_) if self.depth == 0 => Token::Skip,
            Event::End(_) => {
                self.prefixes.close(self.depth);
                self.depth -= 1;
                Token::End
            }
            Event::Text(text) => Token::Text(keep(text.into_inner(), &mut self.text)),
            Event::CData(text) => Token::Text(keep(text.into_inner(), &mut self.text)),
            Event::GeneralRef(reference) => {
                self.text.clear();
                push_reference(&reference, &mut self.text);
                Token::Text(&self.text)
            }
            Event::Comment(text) => Token::Comment(keep(text.into_inner(), &mut self.text)),
            Event::Eof => Token::Eof,
            _ => Token::Skip,
        })
    }

    /// Passes over the rest of the element that began last, without a look at names or text: a sheet has millions of
    /// elements that are of no interest here.
    pub(crate) fn skip(&mut self) -> Result<(), DecodeError> {
        let mut inner = 1u32;
        while inner > 0 {
            self.buffer.clear();
            let position = self.reader.buffer_position();
            let event = self.reader.read_event_into(&mut self.buffer);
            match event.map_err(|error| xml_error(error, position))? {
                Event::Start(_) => inner = inner.saturating_add(1),
                Event::End(_) => inner -= 1,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
        self.prefixes.close(self.depth);
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }
}

/// A text that is borrowed, or is kept in a buffer.
fn keep<'t>(text: Cow<'t, str>, buffer: &'t mut String) -> &'t str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => {
            *buffer = text;
            buffer
        }
    }
}

/// Prefix and local name. Names are short, so no searcher is set up for them.
fn split(name: &str) -> (&str, &str) {
    let colon = name.bytes().position(|byte| byte == b':');
    let parts = colon.and_then(|at| Some((name.get(..at)?, name.get(at + 1..)?)));
    parts.unwrap_or(("", name))
}

/// What `&name;` or `&#number;` stands for; unknown ones are left as they are.
fn push_reference(name: &str, to: &mut String) {
    let number = name.strip_prefix('#').map(|number| {
        match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        }
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    match (number, name) {
        (Some(character), _) => to.push(character),
        (None, "lt") => to.push('<'),
        (None, "gt") => to.push('>'),
        (None, "amp") => to.push('&'),
        (None, "apos") => to.push('\''),
        (None, "quot") => to.push('"'),
        (None, other) => {
            to.push('&');
            to.push_str(other);
            to.push(';');
        }
    }
}

/// The value of an attribute; a reference that is unknown does not keep the others from being read.
fn unescape(raw: &str) -> String {
    crate::entities::decode(raw).into_owned()
}

fn xml_error(error: quick_xml::Error, position: u64) -> DecodeError {
    match error {
        quick_xml::Error::Io(error) => match find_limit(&error) {
            Some(exceeded) => DecodeError::Limit(exceeded),
            None => broken(position, "packed data"),
        },
        quick_xml::Error::Encoding(_) => broken(position, "characters"),
        _ => broken(position, "xml"),
    }
}

fn broken(offset: u64, what: &'static str) -> DecodeError {
    DecodeError::Broken { offset, what }
}
