//! Cuts a page into tags, text, comments and raw content. Whatever is no markup is text.

use super::elements::is_raw;
use crate::entities::decode;
use memchr::{memchr, memmem};
use std::borrow::Cow;

/// Attributes of one tag that are kept.
const MAX_ATTRIBUTES: usize = 256;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Open(Tag<'a>),
    Close(String),
    Comment(&'a str),
    /// The content of an element that holds no markup.
    Raw(String, &'a str),
}

/// A start tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub name: String,
    /// Names in lower case and values without references.
    pub attributes: Vec<(String, Cow<'a, str>)>,
}

impl Tag<'_> {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.0 == name)
            .map(|attribute| attribute.1.as_ref())
    }
}

/// The pieces of a page.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The element whose raw content comes next.
    raw: Option<String>,
}

impl<'a> Tokens<'a> {
    pub fn new(page: &'a str) -> Self {
        Tokens {
            rest: page,
            raw: None,
        }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Everything up to the mark, which is dropped; all the rest when there is none.
    fn take_until(&mut self, mark: &str) -> &'a str {
        let Some(at) = memmem::find(self.rest.as_bytes(), mark.as_bytes()) else {
            return self.take(self.rest.len());
        };
        let taken = self.take(at);
        self.take(mark.len());
        taken
    }

    fn text(&mut self) -> Token<'a> {
        let from = usize::from(self.rest.starts_with('<'));
        let rest = self.rest.as_bytes().get(from..).unwrap_or_default();
        let length = memchr(b'<', rest).map_or(self.rest.len(), |at| at + from);
        Token::Text(self.take(length))
    }

    fn markup(&mut self) -> Option<Token<'a>> {
        let rest = self.rest;
        if rest.starts_with("<!--") {
            self.take(4);
            return Some(Token::Comment(self.take_until("-->")));
        }
        if rest.starts_with("<![CDATA[") {
            self.take(9);
            return Some(Token::Text(self.take_until("]]>")));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            self.take(2);
            return Some(Token::Comment(self.take_until(">")));
        }
        if let Some(name) = rest.strip_prefix("</").filter(|rest| starts_name(rest)) {
            let name = tag_name(name);
            self.take_until(">");
            return Some(Token::Close(name));
        }
        let after = rest.strip_prefix('<').filter(|rest| starts_name(rest))?;
        self.rest = after;
        let tag = self.tag();
        self.raw = is_raw(&tag.name).then(|| tag.name.clone());
        Some(Token::Open(tag))
    }

    fn tag(&mut self) -> Tag<'a> {
        let length = name_length(self.rest);
        let mut tag = Tag {
            name: self.take(length).to_ascii_lowercase(),
            attributes: Vec::new(),
        };
        while let Some((name, value)) = self.attribute() {
            if !name.is_empty() && tag.attributes.len() < MAX_ATTRIBUTES {
                tag.attributes.push((name, value));
            }
        }
        tag
    }

    /// The next attribute, or `None` at the end of the tag.
    fn attribute(&mut self) -> Option<(String, Cow<'a, str>)> {
        let skip = count(self.rest, |byte| byte.is_ascii_whitespace() || byte == b'/');
        self.take(skip);
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with('>') {
            self.take(1);
            return None;
        }
        // A stray equals sign belongs to the name, as in browsers; so every turn takes at least a byte.
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        let tail = self.rest.get(first..).unwrap_or_default();
        let length = first
            + count(tail, |byte| {
                !(byte.is_ascii_whitespace() || b"/>=".contains(&byte))
            });
        let name = self.take(length).to_ascii_lowercase();
        let spaces = count(self.rest, |byte| byte.is_ascii_whitespace());
        if self.rest.as_bytes().get(spaces) != Some(&b'=') {
            return Some((name, Cow::Borrowed("")));
        }
        self.take(spaces + 1);
        Some((name, decode(self.value())))
    }

    fn value(&mut self) -> &'a str {
        let spaces = count(self.rest, |byte| byte.is_ascii_whitespace());
        self.take(spaces);
        for quote in ["\"", "'"] {
            if self.rest.starts_with(quote) {
                self.take(1);
                return self.take_until(quote);
            }
        }
        let length = count(self.rest, |byte| {
            !byte.is_ascii_whitespace() && byte != b'>'
        });
        self.take(length)
    }

    /// The content of a raw element up to its end tag.
    fn raw(&mut self, name: String) -> Token<'a> {
        let mut at = 0;
        let bytes = self.rest.as_bytes();
        while let Some(found) = bytes.get(at..).and_then(|rest| memmem::find(rest, b"</")) {
            at += found;
            let end = bytes.get(at + 2..at + 2 + name.len()).unwrap_or_default();
            if end.eq_ignore_ascii_case(name.as_bytes()) {
                break;
            }
            at += 2;
        }
        let is_end = bytes.get(at..).is_some_and(|rest| rest.starts_with(b"</"));
        let length = if is_end { at } else { bytes.len() };
        Token::Raw(name, self.take(length))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw(name));
        }
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with('<')
            && let Some(token) = self.markup()
        {
            return Some(token);
        }
        Some(self.text())
    }
}

fn starts_name(text: &str) -> bool {
    text.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic())
}

fn name_length(text: &str) -> usize {
    count(text, |byte| {
        !(byte.is_ascii_whitespace() || b"/>".contains(&byte))
    })
}

fn tag_name(text: &str) -> String {
    text.get(..name_length(text))
        .unwrap_or_default()
        .to_ascii_lowercase()
}

fn count(text: &str, keep: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|byte| keep(*byte)).count()
}
