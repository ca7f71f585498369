//! JSON, and what people write by that name: comments, missing commas and several values in one file are no faults here.

use std::io::{self, BufRead, Read};

use super::records::{Feeds, Record, Records, Value};
use crate::decoder::{DecodeError, Sink};
use crate::transcode::Utf8;

/// Values within values that are told apart; deeper ones count to the last of them.
const MAX_DEPTH: usize = 256;
/// Bytes of one string; a longer one is sent in parts.
const LONG: usize = 256 * 1024;

/// Something that holds others.
struct Open {
    is_object: bool,
    record: Record,
    /// The name of the value that comes next.
    name: String,
    /// Whether a name was read and its value has not come.
    named: bool,
    items: u32,
    path: usize,
}

/// Sends all names and values.
pub(super) fn send<R: Read>(reader: Utf8<R>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut walk = Walk {
        bytes: Bytes { reader },
        records: Records::new(Feeds::Written),
        open: Vec::new(),
        too_deep: 0,
        path: String::new(),
    };
    let walked = walk.all(sink);
    while !walk.open.is_empty() {
        walk.close(sink)?;
    }
    walked
}

struct Bytes<R> {
    reader: Utf8<R>,
}

impl<R: Read> Bytes<R> {
    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.reader.fill_buf()?.first().copied())
    }

    fn bump(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        if byte.is_some() {
            self.reader.consume(1);
        }
        Ok(byte)
    }

    /// Bytes up to the first that `ends` is true for.
    fn until(&mut self, to: &mut Vec<u8>, ends: impl Fn(u8) -> bool) -> io::Result<()> {
        loop {
            let there = self.reader.fill_buf()?;
            let length = there.iter().position(|byte| ends(*byte));
            let taken = length.unwrap_or(there.len());
            to.extend_from_slice(there.get(..taken).unwrap_or_default());
            let done = length.is_some() || there.is_empty() || to.len() > LONG;
            self.reader.consume(taken);
            if done {
                return Ok(());
            }
        }
    }
}

struct Walk<R> {
    bytes: Bytes<R>,
    records: Records,
    open: Vec<Open>,
    too_deep: usize,
    path: String,
}

impl<R: Read> Walk<R> {
    fn all(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut count = 0u32;
        while let Some(byte) = self.bytes.peek()? {
            match byte {
                b'{' | b'[' => {
                    self.bytes.bump()?;
                    self.start(byte == b'{', sink)?;
                }
                b'}' | b']' => {
                    self.bytes.bump()?;
                    self.close(sink)?;
                }
                b'"' => self.string(sink)?,
                b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => {
                    self.bytes.bump()?;
                }
                _ => self.bare(sink)?,
            }
            count = count.wrapping_add(1);
            if count.is_multiple_of(4096) {
                sink.budget().check_time()?;
            }
        }
        Ok(())
    }

    fn start(&mut self, is_object: bool, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return Ok(());
        }
        let path = self.path.len();
        if let Some(outer) = self.open.last_mut() {
            outer.items += 1;
            if outer.is_object {
                self.path.push('/');
                self.path.push_str(&outer.name);
                outer.named = false;
            } else {
                self.path.push_str("[]");
            }
        }
        let table = self.records.table(&self.path, sink)?;
        // The values of a list have the list's own name.
        let name = if is_object {
            String::new()
        } else {
            self.open
                .last()
                .map_or_else(String::new, |outer| outer.name.clone())
        };
        self.open.push(Open {
            is_object,
            record: Records::start(table),
            name,
            named: false,
            items: 0,
            path,
        });
        Ok(())
    }

    fn close(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return Ok(());
        }
        let Some(mut ended) = self.open.pop() else {
            return Ok(());
        };
        self.path.truncate(ended.path);
        self.records.send(&mut ended.record, sink)
    }

    fn string(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let line = self.bytes.reader.line();
        self.bytes.bump()?;
        let mut text = Vec::new();
        let mut high = None;
        loop {
            self.bytes
                .until(&mut text, |byte| matches!(byte, b'"' | b'\\'))?;
            if text.len() > LONG {
                let part = String::from_utf8_lossy(&text).into_owned();
                text.clear();
                self.value((&part, line), sink)?;
                continue;
            }
            match self.bytes.bump()? {
                Some(b'\\') => escape(&mut self.bytes, &mut text, &mut high)?,
                _ => break,
            }
        }
        let text = String::from_utf8_lossy(&text).into_owned();
        self.take(text, line, sink)
    }

    /// A number, a word such as `true`, or what is no JSON.
    fn bare(&mut self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut text = Vec::new();
        let line = self.bytes.reader.line();
        let ends = |byte| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"' | b'\n');
        self.bytes.until(&mut text, ends)?;
        let text = String::from_utf8_lossy(&text).trim().to_owned();
        if matches!(text.as_str(), "null" | "") {
            if let Some(open) = self.open.last_mut() {
                open.named = false;
            }
            return Ok(());
        }
        self.take(text, line, sink)
    }

    /// A name in an object, else a value.
    fn take(&mut self, text: String, line: u32, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        match self.open.last_mut() {
            Some(open) if open.is_object && !open.named => {
                open.name = text;
                open.named = true;
                Ok(())
            }
            _ => self.value((&text, line), sink),
        }
    }

    fn value(&mut self, (text, line): (&str, u32), sink: &mut dyn Sink) -> Result<(), DecodeError> {
        if self.open.is_empty() {
            // A value of its own, beside others.
            self.start(false, sink)?;
            self.value((text, line), sink)?;
            return self.close(sink);
        }
        let in_list = self.is_list_of_lists();
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        open.named = false;
        open.items += 1;
        let name = if in_list {
            // A row of a table without names: its columns are counted.
            format!("\0{}", open.items)
        } else if open.name.is_empty() {
            "\0".to_owned()
        } else {
            open.name.clone()
        };
        let name = name.as_str();
        let value = Value { name, text, line };
        self.records.add(&mut open.record, value, sink)
    }

    fn is_list_of_lists(&self) -> bool {
        let mut last = self.open.iter().rev();
        let inner = last.next().is_some_and(|open| !open.is_object);
        inner && last.next().is_some_and(|open| !open.is_object)
    }
}

/// What stands behind a backslash; halves of characters wait for each other.
fn escape<R: Read>(
    bytes: &mut Bytes<R>,
    to: &mut Vec<u8>,
    high: &mut Option<u16>,
) -> io::Result<()> {
    let character = match bytes.bump()? {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r' | b'b' | b'f') => ' ',
        Some(b'u') => {
            let mut unit = 0u16;
            for _ in 0..4 {
                let digit = bytes
                    .peek()?
                    .and_then(|digit| char::from(digit).to_digit(16));
                let Some(digit) = digit else {
                    break;
                };
                bytes.bump()?;
                unit = unit << 4 | digit as u16;
            }
            if (0xD800..0xDC00).contains(&unit) {
                *high = Some(unit);
                return Ok(());
            }
            let units = high.take().into_iter().chain([unit]);
            let decoded = char::decode_utf16(units).next().and_then(Result::ok);
            decoded.unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        Some(byte) if byte.is_ascii() => char::from(byte),
        Some(byte) => {
            to.push(byte);
            return Ok(());
        }
        None => return Ok(()),
    };
    to.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    Ok(())
}
