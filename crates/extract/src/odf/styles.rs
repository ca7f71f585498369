//! The styles of a document as far as they hide what they style, or number it.

use std::collections::HashSet;
use std::io::Read;

use super::lists::ListStyles;
use crate::office::xml::{Ns, Token, Xml};

/// Styles that are kept; documents made by programs have one per paragraph.
const MAX_STYLES: usize = 100_000;

/// What the styles say.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The names of those that hide.
    hidden: HashSet<String>,
    /// How lists and headings count.
    pub(super) lists: ListStyles,
}

impl Styles {
    /// Adds the styles of a part; one that is broken gives what stands before the fault.
    pub(super) fn read(&mut self, reader: impl Read) {
        let mut xml = Xml::new(reader);
        let mut style = String::new();
        while let Ok(token) = xml.next() {
            match token {
                Token::Start(start) => match (start.ns, start.name()) {
                    (Ns::Style, "style") => {
                        style = start.attribute("name").unwrap_or_default();
                        self.lists.take_style(&style, &start);
                    }
                    (Ns::Style, "text-properties" | "table-properties") => {
                        let display = start.attribute("display");
                        if matches!(display.as_deref(), Some("none" | "false"))
                            && self.hidden.len() < MAX_STYLES
                        {
                            self.hidden.insert(style.clone());
                        }
                    }
                    (Ns::Text, _) => self.lists.take(&start),
                    // The text comes after the styles.
                    (Ns::Office, "body") => return,
                    _ => {}
                },
                Token::Eof => return,
                _ => {}
            }
        }
    }

    /// Whether what has the style is not shown.
    pub(super) fn hides(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.hidden.contains(name))
    }
}
