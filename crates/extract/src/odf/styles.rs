//! The styles of a document as far as they hide what they style.

use std::collections::HashSet;
use std::io::Read;

use crate::office::xml::{Ns, Token, Xml};

/// Styles that are kept; documents made by programs have one per paragraph.
const MAX_STYLES: usize = 100_000;

/// The names of styles that hide.
#[derive(Debug, Default)]
pub(super) struct Styles {
    hidden: HashSet<String>,
}

impl Styles {
    /// Adds the styles of a part; one that is broken gives what stands before the fault.
    pub(super) fn read(&mut self, reader: impl Read) {
        let mut xml = Xml::new(reader);
        let mut style = String::new();
        while let Ok(token) = xml.next() {
            let skip = match token {
                Token::Start(start) => match (start.ns, start.name()) {
                    (Ns::Style, "style") => {
                        style = start.attribute("name").unwrap_or_default();
                        false
                    }
                    (Ns::Style, "text-properties" | "table-properties") => {
                        let display = start.attribute("display");
                        if matches!(display.as_deref(), Some("none" | "false"))
                            && self.hidden.len() < MAX_STYLES
                        {
                            self.hidden.insert(style.clone());
                        }
                        false
                    }
                    // The text comes after the styles.
                    (Ns::Office, "body") => return,
                    _ => false,
                },
                Token::Eof => return,
                _ => false,
            };
            if skip && xml.skip().is_err() {
                return;
            }
        }
    }

    /// Whether what has the style is not shown.
    pub(super) fn hides(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.hidden.contains(name))
    }
}
