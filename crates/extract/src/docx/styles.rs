//! Which paragraph styles are headings.

use std::collections::HashSet;

use crate::decoder::DecodeError;
use crate::office::package::Package;
use crate::office::xml::{Token, Xml};

/// The ids of heading styles.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    headings: HashSet<String>,
}

impl Styles {
    /// Whether paragraphs of the style are headings. Ids are as the maker's language has them.
    pub(crate) fn is_heading(&self, id: &str) -> bool {
        self.headings.contains(id) || is_heading_name(id)
    }
}

/// Reads the style part; a missing or broken one leaves the ids to speak for themselves.
pub(crate) fn read(package: &mut Package<'_>) -> Styles {
    let bytes = package.read_small("word/styles.xml").unwrap_or_default();
    let mut styles = Styles::default();
    let _ = parse(&bytes, &mut styles);
    styles
}

fn parse(bytes: &[u8], styles: &mut Styles) -> Result<(), DecodeError> {
    let mut xml = Xml::new(bytes);
    let mut id = String::new();
    loop {
        match xml.next()? {
            Token::Start(start) => match start.name() {
                "style" => id = start.attribute("styleId").unwrap_or_default(),
                "name" if is_heading_name(&start.attribute("val").unwrap_or_default()) => {
                    styles.headings.insert(id.clone());
                }
                "basedOn" if styles.is_heading(&start.attribute("val").unwrap_or_default()) => {
                    styles.headings.insert(id.clone());
                }
                "outlineLvl" if start.attribute("val").as_deref() != Some("9") => {
                    styles.headings.insert(id.clone());
                }
                _ => {}
            },
            Token::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_heading_name(name: &str) -> bool {
    const STARTS: [&str; 7] = [
        "heading",
        "title",
        "subtitle",
        "rubrik",
        "underrubrik",
        "overskrift",
        "titel",
    ];
    let name = name.to_lowercase();
    let rest = STARTS.iter().find_map(|start| name.strip_prefix(start));
    rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == ' '))
}
