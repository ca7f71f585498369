//! Numbered lists and headings: the styles that say how they count (ODF 1.3 part 3, 16.30 and 16.34), and how far each list
//! has come.

use std::collections::HashMap;

use crate::office::numbering::{Counters, Format, LEVELS, Level, Piece, Scheme, parse_template};
use crate::office::xml::Start;

/// Schemes, and lists that others may go on with, that are kept.
const MAX_KEPT: usize = 10_000;
/// Styles that are based on one another, at most; a circle would have no end.
const LONGEST_CHAIN: usize = 16;
/// Lists within lists that are told apart.
const MAX_OPEN: usize = 64;

/// What the styles say of lists.
#[derive(Debug, Default)]
pub(super) struct ListStyles {
    schemes: HashMap<String, Scheme>,
    /// How headings count.
    outline: Scheme,
    /// The list style of a paragraph style, and the style it is based on.
    paragraphs: HashMap<String, (Option<String>, Option<String>)>,
    /// The list style that is being read; none for the outline.
    reading: Option<String>,
}

impl ListStyles {
    /// Takes what an element of the styles says; those of one list style come in a row.
    pub(super) fn take(&mut self, start: &Start<'_>) {
        match start.name() {
            "list-style" => self.reading = start.attribute("name"),
            "outline-style" => self.reading = None,
            "list-level-style-number" | "list-level-style-bullet" | "outline-level-style" => {
                self.take_level(start);
            }
            _ => {}
        }
    }

    /// Takes a paragraph style.
    pub(super) fn take_style(&mut self, name: &str, start: &Start<'_>) {
        let list = start.attribute("list-style-name");
        let parent = start.attribute("parent-style-name");
        if (list.is_some() || parent.is_some()) && self.paragraphs.len() < MAX_KEPT {
            self.paragraphs.insert(name.to_owned(), (list, parent));
        }
    }

    fn take_level(&mut self, start: &Start<'_>) {
        let level = number(start, "level").unwrap_or(1) as usize;
        let full = self.schemes.len() >= MAX_KEPT;
        let scheme = match self.reading.as_ref() {
            None => &mut self.outline,
            Some(name) if full && !self.schemes.contains_key(name) => return,
            Some(name) => self.schemes.entry(name.clone()).or_default(),
        };
        if let Some(kept) = level.checked_sub(1).and_then(|at| scheme.get_mut(at)) {
            *kept = read_level(start, level);
        }
    }

    /// The list style of a paragraph style, or of one that it is based on.
    fn of_paragraph(&self, style: &str) -> Option<&str> {
        let mut name = style;
        for _ in 0..LONGEST_CHAIN {
            let (list, parent) = self.paragraphs.get(name)?;
            if let Some(list) = list {
                return Some(list);
            }
            name = parent.as_deref()?;
        }
        None
    }
}

fn number(start: &Start<'_>, name: &str) -> Option<u32> {
    start.attribute(name)?.parse().ok()
}

fn read_level(start: &Start<'_>, level: usize) -> Level {
    let value = |name| start.attribute(name).unwrap_or_default();
    let format = match start.name() {
        "list-level-style-bullet" => Format::Bullet,
        _ => format_of(&value("num-format")),
    };
    // The newer attribute says all, also what stands between the levels.
    let template = start.attribute("num-list-format").map_or_else(
        || {
            let shown = number(start, "display-levels").unwrap_or(1).max(1) as usize;
            let levels = level.saturating_sub(shown)..level;
            build_template(&value("num-prefix"), levels, &value("num-suffix"))
        },
        |text| parse_template(&text, true),
    );
    Level {
        start: number(start, "start-value").unwrap_or(1),
        format,
        template,
        ..Level::default()
    }
}

fn build_template(prefix: &str, levels: std::ops::Range<usize>, suffix: &str) -> Vec<Piece> {
    let mut pieces = vec![Piece::Literal(prefix.to_owned())];
    let first = levels.start;
    for level in levels {
        if level > first {
            pieces.push(Piece::Literal(".".to_owned()));
        }
        pieces.push(Piece::Level(level));
    }
    pieces.push(Piece::Literal(suffix.to_owned()));
    pieces
}

/// Formats of other scripts are read as digits.
fn format_of(name: &str) -> Format {
    match name {
        "" => Format::None,
        "i" => Format::LowerRoman,
        "I" => Format::UpperRoman,
        "a" => Format::LowerLetter,
        "A" => Format::UpperLetter,
        _ => Format::Decimal,
    }
}

/// A list that is open.
#[derive(Debug)]
struct Open {
    style: Option<String>,
    id: Option<String>,
    /// Whether the paragraph that comes is the first of its item.
    waits: bool,
}

/// The lists of a part.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
    /// Lists deeper than those that are told apart.
    beyond: usize,
    /// Of the outermost list that is open, and of the headings.
    counters: Counters,
    headings: Counters,
    /// How far the last list of a style came, and the list of an id.
    by_style: HashMap<String, Counters>,
    by_id: HashMap<String, Counters>,
}

impl Lists {
    /// A list begins, maybe within an item of another.
    pub(super) fn open(&mut self, start: &Start<'_>) {
        if self.open.len() >= MAX_OPEN {
            self.beyond += 1;
            return;
        }
        let around = self.open.last();
        let style = start
            .attribute("style-name")
            .or_else(|| around.and_then(|list| list.style.clone()));
        if around.is_none() {
            self.counters = self.begin(start, style.as_deref());
        }
        self.open.push(Open {
            style,
            id: start.attribute("id"),
            waits: false,
        });
    }

    /// Where a list begins to count: where another ended, when it says so.
    fn begin(&self, start: &Start<'_>, style: Option<&str>) -> Counters {
        let named = start.attribute("continue-list");
        let goes_on = start.attribute("continue-numbering").as_deref() == Some("true");
        let last = match (named, goes_on) {
            (Some(id), _) => self.by_id.get(&id),
            (None, true) => self.by_style.get(style.unwrap_or_default()),
            (None, false) => None,
        };
        last.cloned().unwrap_or_default()
    }

    /// It ends.
    pub(super) fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(list) = self.open.pop().filter(|_| self.open.is_empty()) else {
            return;
        };
        let style = list.style.unwrap_or_default();
        if self.by_style.len() < MAX_KEPT {
            self.by_style.insert(style, self.counters.clone());
        }
        if let Some(id) = list.id
            && self.by_id.len() < MAX_KEPT
        {
            self.by_id.insert(id, self.counters.clone());
        }
    }

    /// An item begins; a header of a list is one without a number.
    pub(super) fn item(&mut self, start: &Start<'_>) {
        let level = self.open.len().saturating_sub(1);
        if let Some(first) = number(start, "start-value") {
            self.counters.restart(level, Some(first));
        }
        if let Some(list) = self.open.last_mut() {
            list.waits = start.name() == "list-item";
        }
    }

    /// What stands in front of the paragraph or heading that begins.
    pub(super) fn label(
        &mut self,
        start: &Start<'_>,
        style: &str,
        styles: &ListStyles,
    ) -> Option<String> {
        let level = self.open.len().checked_sub(1).filter(|at| *at < LEVELS);
        let Some((level, list)) = level.zip(self.open.last_mut()) else {
            return self.label_heading(start, styles);
        };
        if !std::mem::take(&mut list.waits) {
            return None;
        }
        let own = list.style.as_deref().or_else(|| styles.of_paragraph(style));
        self.counters.next(styles.schemes.get(own?)?, level)
    }

    fn label_heading(&mut self, start: &Start<'_>, styles: &ListStyles) -> Option<String> {
        let is_header = start.attribute("is-list-header").as_deref() == Some("true");
        if start.name() != "h" || is_header {
            return None;
        }
        let level = number(start, "outline-level").unwrap_or(1).checked_sub(1)? as usize;
        if start.attribute("restart-numbering").as_deref() == Some("true") {
            self.headings.restart(level, number(start, "start-value"));
        }
        self.headings.next(&styles.outline, level)
    }
}
