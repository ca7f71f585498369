//! Word documents of the older kind (doc, dot): the text by its piece table, with paragraphs, tables, notes, page headers and
//! comments told apart.

mod fkp;
mod header;
mod pieces;
mod walk;

use sporhund_model::{Outcome, Part};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::flow::Flow;
use crate::ole::{Compound, broken, bytes, objects, properties};
use header::Header;
use pieces::Pieces;

/// The decoder.
pub struct Doc;

impl Decoder for Doc {
    fn format(&self) -> &'static str {
        "doc"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut file = Compound::open(input, sink)?;
        properties::send(&mut file, sink)?;
        let Some(main) = file.read("/WordDocument") else {
            return Err(broken("main stream"));
        };
        let header = Header::parse(&main);
        if header.encrypted {
            return Err(DecodeError::Encrypted);
        }
        let table = file.read(header.table_stream()).unwrap_or_default();
        let pieces = Pieces::parse(&main, &table, &header);
        if pieces.is_empty() && header.length() > 0 {
            return Err(broken("piece table"));
        }
        walk::send(&pieces, &header, &table, sink)?;
        send_strings(&table, &header, sink)?;
        drop(main);
        objects::send(&mut file, "/ObjectPool", sink)?;
        Ok(Outcome::Scanned)
    }
}

/// The authors of comments, and the names of bookmarks.
fn send_strings(table: &[u8], header: &Header, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut flow = Flow::default();
    let (at, length) = header.comment_authors;
    let mut authors = bytes::slice(table, at, length);
    while let Some((count, rest)) = authors.split_first_chunk::<2>() {
        let size = usize::from(u16::from_le_bytes(*count)) * 2;
        let name = bytes::utf16(bytes::slice(rest, 0, size));
        flow.send_aside(Part::Comment, &name, sink)?;
        authors = rest.get(size..).unwrap_or_default();
    }
    let (at, length) = header.bookmarks;
    let names = bytes::slice(table, at, length);
    // A table of strings begins with 0xFFFF (wide), their number, and the size of what else each has.
    let mut names = names.get(6..).unwrap_or_default();
    while let Some((count, rest)) = names.split_first_chunk::<2>() {
        let size = usize::from(u16::from_le_bytes(*count)) * 2;
        let name = bytes::utf16(bytes::slice(rest, 0, size));
        if !name.starts_with('_') {
            flow.send_aside(Part::Attribute, &name, sink)?;
        }
        names = rest.get(size..).unwrap_or_default();
    }
    Ok(())
}
