//! The structure of a tagged document, as far as it says what pictures show.

use super::objects::{catalog, dicts, send, text};
use crate::decoder::{DecodeError, Sink};
use hayro_syntax::object::{Array, Dict, Object};
use sporhund_model::{Join, Part, Place};

/// Elements that are visited; each paragraph and cell of a document is one.
const MAX_NODES: usize = 200_000;
/// Elements that wait for their turn.
const MAX_OPEN: usize = 20_000;

/// Sends the alternative texts of figures, and what abbreviations stand for.
pub(super) fn send_alternatives(
    pdf: &hayro_syntax::Pdf,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let Some(root) = catalog(pdf).get::<Dict<'_>>(b"StructTreeRoot") else {
        return Ok(());
    };
    let mut open = vec![root];
    for count in 0..MAX_NODES {
        let Some(node) = open.pop() else {
            break;
        };
        for key in [b"Alt".as_slice(), b"E"] {
            let words = text(&node, key).unwrap_or_default();
            send(sink, Place::part(Part::Attribute), &words, Join::Hard)?;
        }
        let from = open.len();
        match node.get::<Object<'_>>(b"K") {
            Some(Object::Dict(child)) => open.push(child),
            Some(Object::Array(children)) => push_children(&children, pdf, &mut open),
            _ => {}
        }
        if let Some(added) = open.get_mut(from..) {
            added.reverse();
        }
        if count % 256 == 0 {
            sink.budget().check_time()?;
        }
    }
    Ok(())
}

fn push_children<'a>(children: &Array<'a>, pdf: &'a hayro_syntax::Pdf, open: &mut Vec<Dict<'a>>) {
    let room = MAX_OPEN.saturating_sub(open.len());
    let elements = dicts(children, pdf.xref()).take(room);
    // What marks content on a page has no children and no words.
    open.extend(elements.filter(|child| !child.contains_key(b"MCID")));
}
