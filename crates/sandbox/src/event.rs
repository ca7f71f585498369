//! Events as frames, and back with every check that a hostile worker asks for.

use crate::frame::{MOST, put};
use crate::wire::{Fields, Violation, put_bytes, put_code, put_optional, put_u32, put_u64};
use sporhund_model::{
    Arg, Cell, Chunk, Event, Join, MemberStep, Merge, Note, Outcome, Part, Place, PlaceId, Segment,
};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Tags of what a worker sends.
pub(crate) mod tag {
    pub(crate) const HELLO: u8 = 1;
    pub(crate) const PLACE: u8 = 2;
    pub(crate) const CHUNK: u8 = 3;
    pub(crate) const PROPERTY: u8 = 4;
    pub(crate) const OPEN: u8 = 5;
    pub(crate) const CLOSE: u8 = 6;
    pub(crate) const NOTE: u8 = 7;
    pub(crate) const DONE: u8 = 8;
    pub(crate) const MERGE: u8 = 9;
}

const SEGMENT: usize = 29;
/// A sheet has at most 31 characters and a file name 255 bytes; archives allow 64 KiB.
const MOST_NAME: usize = 64 << 10;
const MOST_ARGS: u32 = 16;
const MOST_ARG: usize = 1 << 10;
/// Places are per sheet, page and part, so that a million is a document without end.
const MOST_PLACES: u32 = 1 << 20;

/// Puts an event behind others.
pub(crate) fn put_event(to: &mut Vec<u8>, event: &Event<'_>) -> Result<(), Violation> {
    match event {
        Event::Place(id, place) => put(to, tag::PLACE, |to| put_place(to, *id, place)),
        Event::Chunk(chunk) => put(to, tag::CHUNK, |to| put_chunk(to, chunk)),
        Event::Merge(place, merge) => put(to, tag::MERGE, |to| {
            put_u32(to, place.0);
            for cell in [merge.first, merge.last] {
                put_u32(to, cell.row);
                put_u32(to, cell.column);
            }
        }),
        Event::Property { name, value } => put(to, tag::PROPERTY, |to| {
            put_bytes(to, name.as_bytes());
            put_bytes(to, value.as_bytes());
        }),
        Event::OpenMember(step) => put(to, tag::OPEN, |to| {
            put_u32(to, step.ordinal);
            put_bytes(to, cut(&step.name));
            put_code(to, &step.decoder);
        }),
        Event::CloseMember(outcome) => put(to, tag::CLOSE, |to| to.push(*outcome as u8)),
        Event::Note(note) => put(to, tag::NOTE, |to| put_note(to, note)),
    }
}

/// Names longer than any file system or archive has are cut rather than refused: a member must not fail by its name.
fn cut(name: &[u8]) -> &[u8] {
    name.get(..MOST_NAME).unwrap_or(name)
}

fn cut_text(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

fn put_place(to: &mut Vec<u8>, id: PlaceId, place: &Place) {
    put_u32(to, id.0);
    to.push(place.part as u8);
    to.push(u8::from(place.sheet.is_some()));
    let sheet = place.sheet.as_deref().unwrap_or_default();
    put_bytes(to, cut_text(sheet, MOST_NAME).as_bytes());
    put_optional(to, place.page);
    put_optional(to, place.slide);
    put_optional(to, place.table);
}

fn put_chunk(to: &mut Vec<u8>, chunk: &Chunk) {
    put_u32(to, chunk.own.start);
    put_u32(to, chunk.own.end);
    put_bytes(to, chunk.text.as_bytes());
    put_u32(to, chunk.segments.len() as u32);
    for segment in &chunk.segments {
        put_u32(to, segment.start);
        put_u32(to, segment.place.0);
        put_u32(to, segment.cell.row);
        put_u32(to, segment.cell.column);
        to.push(segment.join as u8);
        put_u64(to, segment.offset);
        put_u32(to, segment.line);
    }
}

fn put_note(to: &mut Vec<u8>, note: &Note) {
    put_bytes(to, note.code.as_bytes());
    let count = note.args.len().min(MOST_ARGS as usize);
    put_u32(to, count as u32);
    for (name, value) in note.args.iter().take(count) {
        put_bytes(to, name.as_bytes());
        match value {
            Arg::Number(number) => {
                to.push(0);
                to.extend_from_slice(&number.to_le_bytes());
            }
            Arg::Text(text) => {
                to.push(1);
                put_bytes(to, cut_text(text, MOST_ARG).as_bytes());
            }
        }
    }
}

/// Reads the events of one document and holds them to the protocol.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    places: u32,
    depth: u32,
    deepest: u32,
    chunk: Chunk,
}

impl Checker {
    /// For a document whose members may be nested so deep.
    pub(crate) fn begin(&mut self, max_depth: u32) {
        // One more than the limit: the member that exceeds it may be opened to say so.
        self.deepest = max_depth.saturating_add(1);
        self.places = 0;
        self.depth = 0;
        self.chunk.clear();
    }

    /// Members that are open.
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    /// The event that a frame holds.
    pub(crate) fn event(&mut self, tag: u8, payload: &[u8]) -> Result<Event<'_>, Violation> {
        let mut fields = Fields(payload);
        let event = match tag {
            tag::PLACE => self.place(&mut fields)?,
            tag::CHUNK => {
                read_chunk(&mut fields, self.places, &mut self.chunk)?;
                fields.end("rest of chunk")?;
                return Ok(Event::Chunk(&self.chunk));
            }
            tag::MERGE => self.merge(&mut fields)?,
            tag::OPEN => self.open(&mut fields)?,
            tag::CLOSE => self.close(&mut fields)?,
            tag::NOTE => Event::Note(read_note(&mut fields)?),
            tag::PROPERTY => return self.property(&mut fields),
            _ => return Err(Violation("tag")),
        };
        fields.end("rest of frame")?;
        Ok(event)
    }

    /// Held in the chunk's text for the time of the event, so that the event borrows from one place only.
    fn property(&mut self, fields: &mut Fields<'_>) -> Result<Event<'_>, Violation> {
        let name = fields.text(MOST, "property name")?;
        let value = fields.text(MOST, "property value")?;
        fields.end("rest of property")?;
        self.chunk.clear();
        self.chunk.text.push_str(name);
        self.chunk.text.push_str(value);
        let (name, value) = self.chunk.text.split_at(name.len());
        Ok(Event::Property { name, value })
    }

    fn place<'a>(&mut self, fields: &mut Fields<'_>) -> Result<Event<'a>, Violation> {
        let id = fields.u32("place")?;
        if id != self.places || id >= MOST_PLACES {
            return Err(Violation("place number"));
        }
        let place = read_place(fields)?;
        self.places += 1;
        Ok(Event::Place(PlaceId(id), place))
    }

    fn merge<'a>(&self, fields: &mut Fields<'_>) -> Result<Event<'a>, Violation> {
        let place = PlaceId(fields.u32("merge place")?);
        let first = read_cell(fields)?;
        match Merge::new(first, read_cell(fields)?) {
            Some(merge) if place.0 < self.places => Ok(Event::Merge(place, merge)),
            _ => Err(Violation("merge")),
        }
    }

    fn open<'a>(&mut self, fields: &mut Fields<'_>) -> Result<Event<'a>, Violation> {
        if self.depth >= self.deepest {
            return Err(Violation("depth of members"));
        }
        let step = MemberStep {
            ordinal: fields.u32("ordinal")?,
            name: fields.bytes(MOST_NAME, "member name")?.to_vec(),
            decoder: fields.code("decoder")?.to_owned(),
        };
        self.depth += 1;
        Ok(Event::OpenMember(step))
    }

    fn close<'a>(&mut self, fields: &mut Fields<'_>) -> Result<Event<'a>, Violation> {
        let outcome = read_outcome(fields)?;
        let depth = self.depth.checked_sub(1);
        self.depth = depth.ok_or(Violation("close without open"))?;
        Ok(Event::CloseMember(outcome))
    }
}

fn read_place(fields: &mut Fields<'_>) -> Result<Place, Violation> {
    let part = Part::ALL.get(usize::from(fields.u8("part")?));
    let part = *part.ok_or(Violation("part"))?;
    let has_sheet = fields.flag("sheet")?;
    let sheet = fields.text(MOST_NAME, "sheet")?;
    Ok(Place {
        part,
        sheet: has_sheet.then(|| sheet.to_owned()),
        page: fields.optional("page")?,
        slide: fields.optional("slide")?,
        table: fields.optional("table")?,
    })
}

/// An outcome that reading can have; the others are the pipeline's.
pub(crate) fn read_outcome(fields: &mut Fields<'_>) -> Result<Outcome, Violation> {
    match Outcome::ALL.get(usize::from(fields.u8("outcome")?)) {
        None | Some(Outcome::NotReached | Outcome::Unlisted) => Err(Violation("outcome")),
        Some(outcome) => Ok(*outcome),
    }
}

fn read_chunk(fields: &mut Fields<'_>, places: u32, into: &mut Chunk) -> Result<(), Violation> {
    into.clear();
    into.own = fields.u32("own")?..fields.u32("own")?;
    into.text.push_str(fields.text(MOST, "text")?);
    let count = fields.u32("segments")? as usize;
    let bytes = count.checked_mul(SEGMENT).ok_or(Violation("segments"))?;
    let mut segments = Fields(fields.take(bytes, "segments")?);
    into.segments.reserve(count);
    let mut last = 0;
    for _ in 0..count {
        let segment = read_segment(&mut segments)?;
        let ordered = segment.start >= last && (segment.start == 0 || !into.segments.is_empty());
        if !ordered || !is_edge(&into.text, segment.start) || segment.place.0 >= places {
            return Err(Violation("segment"));
        }
        last = segment.start;
        into.segments.push(segment);
    }
    let own = &into.own;
    let has_own = own.start <= own.end && is_edge(&into.text, own.start);
    if !has_own || !is_edge(&into.text, own.end) {
        return Err(Violation("own range"));
    }
    if into.segments.is_empty() && !into.text.is_empty() {
        return Err(Violation("text without a segment"));
    }
    Ok(())
}

/// Whether text can be cut there.
fn is_edge(text: &str, at: u32) -> bool {
    text.is_char_boundary(at as usize)
}

fn read_cell(fields: &mut Fields<'_>) -> Result<Cell, Violation> {
    Ok(Cell {
        row: fields.u32("row")?,
        column: fields.u32("column")?,
    })
}

fn read_segment(fields: &mut Fields<'_>) -> Result<Segment, Violation> {
    Ok(Segment {
        start: fields.u32("segment start")?,
        place: PlaceId(fields.u32("segment place")?),
        cell: read_cell(fields)?,
        join: match fields.u8("join")? {
            0 => Join::None,
            1 => Join::Soft,
            2 => Join::Hard,
            _ => return Err(Violation("join")),
        },
        offset: fields.u64("offset")?,
        line: fields.u32("line")?,
    })
}

fn read_note(fields: &mut Fields<'_>) -> Result<Note, Violation> {
    let code = fields.code("note code")?.to_owned();
    if code.is_empty() {
        return Err(Violation("note code"));
    }
    let count = fields.u32("note arguments")?;
    if count > MOST_ARGS {
        return Err(Violation("note arguments"));
    }
    let mut args = BTreeMap::new();
    for _ in 0..count {
        let name = fields.code("argument name")?.to_owned();
        args.insert(Cow::Owned(name), read_arg(fields)?);
    }
    let code = Cow::Owned(code);
    Ok(Note { code, args })
}

fn read_arg(fields: &mut Fields<'_>) -> Result<Arg, Violation> {
    if !fields.flag("argument kind")? {
        return fields.i64("argument").map(Arg::Number);
    }
    let text = fields.text(MOST_ARG, "argument")?;
    if text.chars().any(char::is_control) {
        return Err(Violation("argument"));
    }
    Ok(Arg::Text(text.to_owned()))
}

#[cfg(test)]
mod tests;
