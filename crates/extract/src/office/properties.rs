//! The document properties of an OOXML package: core, extended and custom.

use crate::decoder::{DecodeError, Sink};
use crate::office::package::Package;
use crate::office::xml::{Token, Xml};

/// Core and extended properties that tell about the document or a person, and the names they are sent by.
const SENT: &[(&str, &str)] = &[
    ("title", "title"),
    ("subject", "subject"),
    ("creator", "creator"),
    ("keywords", "keywords"),
    ("description", "description"),
    ("lastModifiedBy", "last-modified-by"),
    ("category", "category"),
    ("contentStatus", "status"),
    ("created", "created"),
    ("modified", "modified"),
    ("lastPrinted", "printed"),
    ("Template", "template"),
    ("Company", "company"),
    ("Manager", "manager"),
    ("HyperlinkBase", "hyperlink-base"),
];

/// Sends all properties; a broken part is passed over with what it gave.
pub(crate) fn send(package: &mut Package<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    for name in ["docProps/core.xml", "docProps/app.xml"] {
        let bytes = package.read_small(name).unwrap_or_default();
        send_named(&bytes, sink)?;
    }
    let bytes = package
        .read_small("docProps/custom.xml")
        .unwrap_or_default();
    send_custom(&bytes, sink)
}

fn send_named(bytes: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut xml = Xml::new(bytes);
    let mut open: Option<&'static str> = None;
    let mut value = String::new();
    while let Ok(token) = xml.next() {
        match token {
            Token::Start(start) => {
                let known = SENT.iter().find(|(name, _)| *name == start.name());
                open = known.map(|(_, sent)| *sent);
                value.clear();
            }
            Token::Text(text) if open.is_some() => value.push_str(text),
            Token::End => {
                if let Some(name) = open.take() {
                    sink.property(name, &value)?;
                }
            }
            Token::Eof => break,
            _ => {}
        }
    }
    Ok(())
}

fn send_custom(bytes: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut xml = Xml::new(bytes);
    let mut name = String::new();
    let mut value = String::new();
    let mut depth = 0u32;
    while let Ok(token) = xml.next() {
        match token {
            Token::Start(start) => {
                depth += 1;
                if start.name() == "property" {
                    name = format!("custom:{}", start.attribute("name").unwrap_or_default());
                    value.clear();
                }
            }
            Token::Text(text) if depth > 2 => value.push_str(text),
            Token::End => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    sink.property(&name, &value)?;
                    value.clear();
                }
            }
            Token::Eof => break,
            _ => {}
        }
    }
    Ok(())
}
