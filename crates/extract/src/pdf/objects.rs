//! What stands beside the text of the pages: annotations, form fields and outlines.

use super::strings::{decode_name, decode_text};
use crate::decoder::{DecodeError, Sink, Text};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Page;
use hayro_syntax::xref::XRef;
use sporhund_model::{Cell, Join, Part, Place};
use std::borrow::Cow;

/// Nodes of a tree that are visited; trees of real files stay far below, and a cycle ends here.
const MAX_NODES: usize = 100_000;
/// Levels of a tree.
const MAX_DEPTH: usize = 32;
/// Bytes of a value that is kept in a stream.
const MAX_VALUE: usize = 1 << 20;

/// The document's catalog.
pub(super) fn catalog(pdf: &hayro_syntax::Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).unwrap_or_default()
}

/// The dictionaries of an array. Entries of other kinds and dangling references, which end the parser's own iterators, are
/// passed over.
pub(super) fn dicts<'a>(array: &Array<'a>, xref: &'a XRef) -> impl Iterator<Item = Dict<'a>> {
    let objects = array
        .raw_iter()
        .take(MAX_NODES)
        .filter_map(move |item| match item {
            MaybeRef::Ref(reference) => xref.get::<Object<'_>>(reference.into()),
            MaybeRef::NotRef(object) => Some(object),
        });
    objects.filter_map(Object::into_dict)
}

/// The text of an entry.
pub(super) fn text(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    dict.get::<PdfString<'_>>(key)
        .map(|string| decode_text(&string))
}

/// Sends a text, unless it is empty.
pub(super) fn send(
    sink: &mut dyn Sink,
    place: Place,
    text: &str,
    join: Join,
) -> Result<(), DecodeError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(());
    }
    let place = sink.place(place)?;
    let cell = Cell::default();
    sink.text(Text {
        text,
        place,
        cell,
        join,
    })
}

/// Sends contents and author of annotations, and where links lead.
pub(super) fn send_annotations(
    page: &Page<'_>,
    number: u32,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else {
        return Ok(());
    };
    for annotation in dicts(&annotations, page.xref()) {
        let place = |part| Place {
            part,
            page: Some(number),
            ..Place::default()
        };
        let subtype = annotation.get::<Name<'_>>(b"Subtype");
        // The `T` of a widget is the name of its field, which comes with the form.
        let is_widget = subtype.is_some_and(|name| name.as_ref() == b"Widget");
        let author = text(&annotation, b"T").filter(|_| !is_widget);
        send(
            sink,
            place(Part::Comment),
            &author.unwrap_or_default(),
            Join::Hard,
        )?;
        let subject = text(&annotation, b"Subj").unwrap_or_default();
        send(sink, place(Part::Comment), &subject, Join::Soft)?;
        let contents = text(&annotation, b"Contents").unwrap_or_default();
        send(sink, place(Part::Comment), &contents, Join::Soft)?;
        let target = link_target(&annotation).unwrap_or_default();
        send(sink, place(Part::Link), &target, Join::Hard)?;
    }
    Ok(())
}

/// The address or file that an annotation's action opens.
fn link_target(annotation: &Dict<'_>) -> Option<String> {
    let action = annotation.get::<Dict<'_>>(b"A")?;
    if let Some(address) = action.get::<PdfString<'_>>(b"URI") {
        return Some(crate::entities::percent_decode(&decode_text(&address)));
    }
    match action.get::<Object<'_>>(b"F")? {
        Object::String(name) => Some(decode_name(&name)),
        Object::Dict(file) => text(&file, b"UF").or_else(|| text(&file, b"F")),
        _ => None,
    }
}

/// Sends the titles of the outline.
pub(super) fn send_outlines(
    pdf: &hayro_syntax::Pdf,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let Some(first) = catalog(pdf)
        .get::<Dict<'_>>(b"Outlines")
        .and_then(|outlines| outlines.get::<Dict<'_>>(b"First"))
    else {
        return Ok(());
    };
    let mut open = vec![first];
    for _ in 0..MAX_NODES {
        let Some(node) = open.pop() else {
            break;
        };
        let title = text(&node, b"Title").unwrap_or_default();
        send(sink, Place::part(Part::Heading), &title, Join::Hard)?;
        open.extend(node.get::<Dict<'_>>(b"Next"));
        if open.len() < MAX_DEPTH {
            open.extend(node.get::<Dict<'_>>(b"First"));
        }
        sink.budget().check_time()?;
    }
    Ok(())
}

/// Sends the names and values of form fields.
pub(super) fn send_fields(pdf: &hayro_syntax::Pdf, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let form = catalog(pdf).get::<Dict<'_>>(b"AcroForm");
    let fields = form.and_then(|form| form.get::<Array<'_>>(b"Fields"));
    let mut open: Vec<(Dict<'_>, usize)> = Vec::new();
    push_all(&mut open, fields, 0, pdf.xref());
    for _ in 0..MAX_NODES {
        let Some((field, depth)) = open.pop() else {
            break;
        };
        send_field(&field, sink)?;
        if depth < MAX_DEPTH && open.len() < MAX_NODES {
            push_all(
                &mut open,
                field.get::<Array<'_>>(b"Kids"),
                depth + 1,
                pdf.xref(),
            );
        }
        sink.budget().check_time()?;
    }
    Ok(())
}

fn push_all<'a>(
    open: &mut Vec<(Dict<'a>, usize)>,
    fields: Option<Array<'a>>,
    depth: usize,
    xref: &'a XRef,
) {
    let from = open.len();
    if let Some(fields) = fields {
        open.extend(dicts(&fields, xref).map(|field| (field, depth)));
    }
    if let Some(added) = open.get_mut(from..) {
        added.reverse();
    }
}

/// A field's label (its tooltip, else its name), what was filled in, what stands there else, and what can be chosen.
fn send_field(field: &Dict<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let values = [b"V".as_slice(), b"DV", b"Opt"].into_iter();
    let mut texts: Vec<String> = values
        .filter_map(|key| value_text(field.get::<Object<'_>>(key)?))
        .filter(|value| !value.trim().is_empty())
        .collect();
    // What is filled in is mostly one of the choices, or what was there before.
    texts.dedup();
    let value = texts.join("\n");
    if value.is_empty() {
        return Ok(());
    }
    let label = text(field, b"TU")
        .or_else(|| text(field, b"T"))
        .unwrap_or_default();
    let place = Place::part(Part::FormField);
    send(sink, place.clone(), &label, Join::Hard)?;
    let join = if label.trim().is_empty() {
        Join::Hard
    } else {
        Join::Soft
    };
    send(sink, place, &value, join)
}

fn value_text(value: Object<'_>) -> Option<String> {
    match value {
        Object::String(text) => Some(decode_text(&text)),
        // The value of a check box is the name of a state, such as `Off` or `Yes`.
        Object::Name(name) if !matches!(name.as_ref(), b"Off" | b"Yes" | b"On") => {
            Some(name.as_str().to_owned())
        }
        Object::Array(values) => Some(texts_of(&values).join("\n")),
        Object::Stream(stream) => read_stream(&stream, MAX_VALUE).map(|bytes| decode_text(&bytes)),
        _ => None,
    }
}

/// The texts of an array; of a pair, a value and how it is shown, what is shown.
fn texts_of(values: &Array<'_>) -> Vec<String> {
    let each = values.iter::<Object<'_>>().take(1_000);
    let texts = each.filter_map(|value| match value {
        Object::String(text) => Some(decode_text(&text)),
        Object::Array(pair) => {
            let last = pair.iter::<PdfString<'_>>().last();
            last.map(|text| decode_text(&text))
        }
        _ => None,
    });
    texts.collect()
}

/// The unpacked bytes of a stream, at most `limit` of them.
pub(super) fn read_stream(stream: &Stream<'_>, limit: usize) -> Option<Vec<u8>> {
    use hayro_syntax::Filter;
    use std::io::Read;
    let raw = stream.raw_data();
    let is_plain = !stream.dict().contains_key(b"DecodeParms");
    match stream.filters().as_slice() {
        // Unpacked here, since the parser's own way has no limit.
        [Filter::FlateDecode] if is_plain => {
            let mut bytes = Vec::new();
            let inflate = flate2::read::ZlibDecoder::new(raw.as_ref());
            // What came before an error is kept.
            let _ = inflate.take(limit as u64).read_to_end(&mut bytes);
            Some(bytes)
        }
        [] => Some(raw.get(..limit).unwrap_or(&raw).to_vec()),
        _ if raw.len() <= limit / 64 => stream.decoded_data().ok().map(Cow::into_owned),
        _ => None,
    }
}
