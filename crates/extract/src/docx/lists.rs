//! Numbered lists: the rules of `numbering.xml` (ISO 29500-1, 17.9), and how far each list has come.

use std::collections::{HashMap, HashSet};

use crate::decoder::DecodeError;
use crate::office::numbering::{Counters, Format, LEVELS, Level, Scheme, parse_template};
use crate::office::package::Package;
use crate::office::xml::{Ns, Start, Token, Xml};

/// Schemes that are kept, each some hundred bytes; programs that make documents write one a list.
const MAX_SCHEMES: usize = 20_000;

/// What a list is called in paragraphs, and the level in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    /// The number of the list; "0" takes a paragraph out of the list of its style.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl Numbering {
    /// Takes what an element within `numPr` says.
    pub(super) fn take(&mut self, start: &Start<'_>) {
        let value = start.attribute("val");
        match start.name() {
            "numId" => self.list = value,
            "ilvl" => self.level = value.and_then(|value| value.parse().ok()),
            _ => {}
        }
    }

    /// What it leaves open is as `other` says.
    pub(super) fn or(mut self, other: &Numbering) -> Numbering {
        if self.list.is_none() {
            self.list.clone_from(&other.list);
            self.level = self.level.or(other.level);
        }
        self
    }
}

/// A list as a rule that others refer to.
#[derive(Debug, Default)]
struct Abstract {
    scheme: Scheme,
    /// Styles that go to a level, by level.
    styles: HashMap<String, usize>,
    /// A style of lists that it is, and one that says how it counts.
    is: Option<String>,
    follows: Option<String>,
}

/// A list as paragraphs refer to it.
#[derive(Debug, Default)]
struct List {
    follows: String,
    /// Levels that it counts in another way.
    levels: HashMap<usize, Level>,
    starts: HashMap<usize, u32>,
}

/// What the part says.
#[derive(Debug, Default)]
struct Definitions {
    rules: HashMap<String, Abstract>,
    lists: HashMap<String, List>,
}

impl Definitions {
    /// The rule of this name, or the one that it goes by.
    fn rule<'l>(&'l self, name: &'l str) -> Option<(&'l str, &'l Abstract)> {
        let rule = self.rules.get(name)?;
        let Some(style) = &rule.follows else {
            return Some((name, rule));
        };
        let mut others = self.rules.iter();
        let found = others.find(|(_, other)| other.is.as_ref() == Some(style));
        found.map_or(Some((name, rule)), |(name, rule)| Some((name, rule)))
    }
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    defined: Definitions,
    counters: HashMap<String, Counters>,
    begun: HashSet<String>,
}

impl Lists {
    /// Reads the part; a missing or broken one gives what stands before the fault.
    pub(super) fn read(package: &mut Package<'_>) -> Lists {
        let bytes = package.read_small("word/numbering.xml").unwrap_or_default();
        let mut parser = Parser::default();
        let _ = parser.read(&bytes);
        Lists {
            defined: parser.defined,
            ..Lists::default()
        }
    }

    /// What stands in front of the next paragraph of a list. `styles` are the paragraph's and those it is based on: a list
    /// may say which level a style goes to.
    pub(super) fn next(&mut self, numbering: &Numbering, styles: &[&str]) -> Option<String> {
        let number = numbering.list.as_deref()?;
        let list = self.defined.lists.get(number)?;
        let (name, rule) = self.defined.rule(&list.follows)?;
        let linked = || {
            styles
                .iter()
                .find_map(|style| rule.styles.get(*style).copied())
        };
        let level = numbering.level.or_else(linked).unwrap_or(0);
        let mut scheme = std::borrow::Cow::Borrowed(&rule.scheme);
        for (at, other) in &list.levels {
            if let Some(own) = scheme.to_mut().get_mut(*at) {
                own.clone_from(other);
            }
        }
        // Lists that follow one rule count on from each other, except where one says what it starts with.
        let counters = self.counters.entry(name.to_owned()).or_default();
        if self.begun.insert(number.to_owned()) {
            for (at, start) in &list.starts {
                counters.restart(*at, Some(*start));
            }
        }
        counters.next(&scheme, level)
    }
}

/// What is being read of the part.
#[derive(Debug, Default)]
struct Parser {
    defined: Definitions,
    /// The rule or the list that is open, and the level in it.
    rule: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

impl Parser {
    fn read(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        let mut xml = Xml::new(bytes);
        loop {
            match xml.next()? {
                Token::Start(start) if start.ns == Ns::Word => self.start(&start),
                Token::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, start: &Start<'_>) {
        let value = || start.attribute("val").unwrap_or_default();
        match start.name() {
            "abstractNum" => self.open_rule(start),
            "num" => self.open_list(start),
            "abstractNumId" => {
                if let Some(list) = self.list() {
                    list.follows = value();
                }
            }
            "styleLink" => {
                if let Some(rule) = self.rule() {
                    rule.is = Some(value());
                }
            }
            "numStyleLink" => {
                if let Some(rule) = self.rule() {
                    rule.follows = Some(value());
                }
            }
            "lvlOverride" => self.level = level_of(start),
            "startOverride" => {
                if let (Some(level), Ok(number)) = (self.level, value().parse())
                    && let Some(list) = self.list()
                {
                    list.starts.insert(level, number);
                }
            }
            "lvl" => self.open_level(start),
            "pStyle" => {
                let level = self.level;
                if let (Some(level), Some(rule)) = (level, self.rule()) {
                    rule.styles.insert(value(), level);
                }
            }
            name => {
                if let Some(level) = self.level() {
                    set(level, name, start);
                }
            }
        }
    }

    fn open_rule(&mut self, start: &Start<'_>) {
        (self.list, self.level) = (None, None);
        self.rule = start.attribute("abstractNumId");
        if let Some(name) = &self.rule
            && self.defined.rules.len() < MAX_SCHEMES
        {
            self.defined.rules.insert(name.clone(), Abstract::default());
        }
    }

    fn open_list(&mut self, start: &Start<'_>) {
        (self.rule, self.level) = (None, None);
        self.list = start.attribute("numId");
        if let Some(number) = &self.list
            && self.defined.lists.len() < MAX_SCHEMES
        {
            self.defined.lists.insert(number.clone(), List::default());
        }
    }

    fn open_level(&mut self, start: &Start<'_>) {
        self.level = level_of(start).or(self.level);
        if let Some(level) = self.level
            && let Some(list) = self.list()
        {
            list.levels.insert(level, Level::default());
        }
        // A level that names no start counts from zero (17.9.25).
        if let Some(level) = self.level() {
            level.start = 0;
        }
    }

    fn rule(&mut self) -> Option<&mut Abstract> {
        self.defined.rules.get_mut(self.rule.as_ref()?)
    }

    fn list(&mut self) -> Option<&mut List> {
        self.defined.lists.get_mut(self.list.as_ref()?)
    }

    fn level(&mut self) -> Option<&mut Level> {
        let level = self.level?;
        if self.list.is_some() {
            return self.list()?.levels.get_mut(&level);
        }
        self.rule()?.scheme.get_mut(level)
    }
}

fn level_of(start: &Start<'_>) -> Option<usize> {
    let level = start.attribute("ilvl")?.parse().ok()?;
    (level < LEVELS).then_some(level)
}

fn set(level: &mut Level, name: &str, start: &Start<'_>) {
    let value = start.attribute("val").unwrap_or_default();
    match name {
        "start" => level.start = value.parse().unwrap_or(1),
        "numFmt" => level.format = format_of(&value),
        "lvlText" => level.template = parse_template(&value, false),
        "lvlRestart" => level.restarts_below = value.parse().unwrap_or(LEVELS),
        "isLgl" => level.legal = start.is_on(),
        _ => {}
    }
}

/// Formats of other scripts, and words for numbers, are read as digits.
fn format_of(name: &str) -> Format {
    match name {
        "none" => Format::None,
        "bullet" => Format::Bullet,
        "decimalZero" => Format::Padded,
        "lowerRoman" => Format::LowerRoman,
        "upperRoman" => Format::UpperRoman,
        "lowerLetter" => Format::LowerLetter,
        "upperLetter" => Format::UpperLetter,
        _ => Format::Decimal,
    }
}
