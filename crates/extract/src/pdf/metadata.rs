//! What a document says about itself: the Info dictionary and XMP.

use super::objects::{catalog, read_stream, text};
use super::strings::{date, decode_text};
use crate::decoder::{DecodeError, Sink};
use crate::entities::decode;
use hayro_syntax::object::{Dict, ObjectIdentifier, Stream};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;

/// Bytes of XMP that are read.
const MAX_XMP: usize = 1 << 20;
/// Values of XMP that are sent.
const MAX_VALUES: usize = 1_000;

/// Entries of the Info dictionary that are known by themselves (ISO 32000-2, table 349), or say nothing.
const STANDARD: [&[u8]; 10] = [
    b"Title",
    b"Author",
    b"Subject",
    b"Keywords",
    b"Creator",
    b"Producer",
    b"CreationDate",
    b"ModDate",
    b"Trapped",
    b"PTEX.Fullbanner",
];

/// Sends the document's properties.
pub(super) fn send(pdf: &hayro_syntax::Pdf, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut sent = BTreeSet::new();
    for (name, value) in info(pdf) {
        sink.property(name, &value)?;
        sent.insert(value);
    }
    for (name, value) in own_info(pdf) {
        sink.property(&format!("custom:{name}"), &value)?;
        sent.insert(value);
    }
    let Some(stream) = catalog(pdf).get::<Stream<'_>>(b"Metadata") else {
        return Ok(());
    };
    let bytes = read_stream(&stream, MAX_XMP).unwrap_or_default();
    for (name, value) in parse_xmp(&bytes) {
        // Most of XMP says again what stands in Info.
        if !sent.contains(&value) {
            sink.property(&name, &value)?;
            sent.insert(value);
        }
    }
    Ok(())
}

fn info(pdf: &hayro_syntax::Pdf) -> Vec<(&'static str, String)> {
    let info = pdf.metadata();
    let texts = [
        ("title", &info.title),
        ("creator", &info.author),
        ("subject", &info.subject),
        ("keywords", &info.keywords),
        ("application", &info.creator),
        ("producer", &info.producer),
    ];
    let dates = [
        ("created", &info.creation_date),
        ("modified", &info.modification_date),
    ];
    let texts = texts.into_iter().filter_map(|(name, value)| {
        let value = decode_text(value.as_deref()?);
        Some((name, value.trim_matches(['\0', ' ']).to_owned()))
    });
    let dates = dates
        .into_iter()
        .filter_map(|(name, value)| Some((name, date(value.as_ref()?))));
    texts
        .chain(dates)
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Entries of the Info dictionary that people or their programs made, such as a case number.
fn own_info(pdf: &hayro_syntax::Pdf) -> Vec<(String, String)> {
    let info = find_info(pdf.data().as_ref()).and_then(|id| pdf.xref().get::<Dict<'_>>(id));
    let Some(info) = info else {
        return Vec::new();
    };
    let own = info
        .keys()
        .filter(|name| !STANDARD.contains(&name.as_ref()))
        .take(MAX_VALUES);
    own.filter_map(|name| {
        let value = text(&info, name.as_ref())?;
        let value = value.trim_matches(['\0', ' ']).to_owned();
        (!value.is_empty()).then(|| (name.as_str().to_owned(), value))
    })
    .collect()
}

/// Where the last trailer says that the dictionary is: the parser keeps what it knows of it alone.
pub(super) fn find_info(data: &[u8]) -> Option<ObjectIdentifier> {
    let at = memchr::memmem::rfind(data, b"/Info")?;
    let rest = data.get(at + 5..(at + 40).min(data.len()))?;
    let mut words = rest
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let mut number = || std::str::from_utf8(words.next()?).ok()?.parse::<i32>().ok();
    let (object, generation) = (number()?, number()?);
    let is_reference = words.next().is_some_and(|word| word.starts_with(b"R"));
    let object = u32::try_from(object).ok()?;
    is_reference.then(|| ObjectIdentifier::new(object, generation))
}

/// The values of an XMP packet by the name of the property; containers (`rdf:Alt`, `rdf:li`) are looked through.
fn parse_xmp(bytes: &[u8]) -> Vec<(String, String)> {
    let packet = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(&packet);
    let mut values = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut text = String::new();
    while values.len() < MAX_VALUES {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                push_text(&open, &mut text, &mut values);
                push_attributes(&element, &mut values);
                open.push(local(element.name().as_ref()).to_owned());
            }
            Ok(Event::Empty(element)) => push_attributes(&element, &mut values),
            Ok(Event::End(_)) => {
                push_text(&open, &mut text, &mut values);
                open.pop();
            }
            Ok(Event::Text(part)) => text.push_str(&part),
            Ok(Event::GeneralRef(name)) => {
                text.push('&');
                text.push_str(&name);
                text.push(';');
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    values
}

fn push_text(open: &[String], text: &mut String, values: &mut Vec<(String, String)>) {
    let text = std::mem::take(text);
    let name = open.iter().rev().find(|name| !is_container(name));
    if let (Some(name), false) = (name, text.trim().is_empty()) {
        values.push((property_name(name), decode(text.trim()).into_owned()));
    }
}

fn push_attributes(element: &BytesStart<'_>, values: &mut Vec<(String, String)>) {
    const MARKUP: [&str; 4] = ["xmlns", "rdf:", "xml:", "x:"];
    for attribute in element.attributes().with_checks(false).flatten() {
        let key: &str = attribute.key.as_ref();
        let is_markup = MARKUP.iter().any(|prefix| key.starts_with(prefix));
        if !is_markup && !attribute.value.trim().is_empty() {
            values.push((
                property_name(local(key)),
                decode(&attribute.value).into_owned(),
            ));
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn is_container(name: &str) -> bool {
    matches!(
        name,
        "Alt" | "Bag" | "Seq" | "li" | "Description" | "RDF" | "xmpmeta"
    )
}

fn property_name(local: &str) -> String {
    match local {
        "title" | "creator" | "subject" => local.to_owned(),
        "CreateDate" => "created".to_owned(),
        "ModifyDate" => "modified".to_owned(),
        _ => format!("xmp:{local}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_xmp_in_elements_and_attributes() {
        let xmp = br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreateDate="2020-01-02">
            <dc:creator><rdf:Seq><rdf:li>Test &amp; Test</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"#;
        let expected = [("created", "2020-01-02"), ("creator", "Test & Test")];
        let values = parse_xmp(xmp);
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(values, expected);
    }
}
