//! Which paragraph styles are headings, and which number their paragraphs.

use std::collections::{HashMap, HashSet};

use super::lists::Numbering;
use crate::decoder::DecodeError;
use crate::office::package::Package;
use crate::office::xml::{Token, Xml};

/// Styles that are based on one another, at most; a circle would have no end.
const LONGEST_CHAIN: usize = 16;

/// Elements that only say how something looks: most of the part.
const LOOKS: [&str; 7] = [
    "latentStyles",
    "docDefaults",
    "rPr",
    "tblPr",
    "tblStylePr",
    "trPr",
    "tcPr",
];

/// What the styles of a document say.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    /// The ids of heading styles.
    headings: HashSet<String>,
    numbering: HashMap<String, Numbering>,
    /// The style that a style is based on.
    bases: HashMap<String, String>,
}

impl Styles {
    /// Whether paragraphs of the style are headings. Ids are as the maker's language has them.
    pub(crate) fn is_heading(&self, id: &str) -> bool {
        self.headings.contains(id) || is_heading_name(id)
    }

    /// The style and those that it is based on.
    pub(super) fn chain<'s>(&'s self, id: &'s str) -> Vec<&'s str> {
        let bases = std::iter::successors(Some(id), |id| self.bases.get(*id).map(String::as_str));
        bases.take(LONGEST_CHAIN).collect()
    }

    /// The list that paragraphs of the first of these styles go to, by that style or one it is based on.
    pub(super) fn numbering(&self, chain: &[&str]) -> Numbering {
        let own = chain.iter().filter_map(|id| self.numbering.get(*id));
        own.fold(Numbering::default(), Numbering::or)
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
                "basedOn" => {
                    let base = start.attribute("val").unwrap_or_default();
                    if styles.is_heading(&base) {
                        styles.headings.insert(id.clone());
                    }
                    styles.bases.insert(id.clone(), base);
                }
                "numId" | "ilvl" => styles.numbering.entry(id.clone()).or_default().take(&start),
                "outlineLvl" if start.attribute("val").as_deref() != Some("9") => {
                    styles.headings.insert(id.clone());
                }
                name if LOOKS.contains(&name) => xml.skip()?,
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
