//! What holds for the whole workbook: sheets, shared strings, formats, names.

use sporhund_model::Part;

use super::records::{Charset, Records, Strings};
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::Flow;
use crate::office::formula::{Dialect, literals};
use crate::office::looks::Looks;
use crate::ole::broken;
use crate::ole::bytes::{slice, u8_at, u16_at, u32_at};

/// A sheet by where its records begin.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) at: usize,
    pub(super) name: String,
    pub(super) part: Part,
}

pub(super) struct Globals {
    pub(super) charset: Charset,
    pub(super) sheets: Vec<Bound>,
    pub(super) looks: Looks,
    strings: Vec<String>,
    /// Names of ranges with the literals that they stand for.
    names: Vec<(String, String)>,
    /// What is kept of other workbooks.
    linked: Vec<String>,
}

impl Globals {
    /// Reads the records before the first sheet.
    pub(super) fn parse(workbook: &[u8]) -> Result<Globals, DecodeError> {
        let mut records = Records::new(workbook, 0);
        let Some(first) = records.next().filter(|first| first.kind & 0xFF == 0x09) else {
            return Err(broken("first record"));
        };
        let unicode = u16_at(first.body, 0) == 0x0600;
        let mut globals = Globals {
            charset: if unicode {
                Charset::Unicode
            } else {
                Charset::Page(1252)
            },
            sheets: Vec::new(),
            looks: Looks::default(),
            strings: Vec::new(),
            names: Vec::new(),
            linked: Vec::new(),
        };
        while let Some(record) = records.next() {
            let body = record.body;
            match record.kind {
                0x002F => return Err(DecodeError::Encrypted),
                0x000A => break,
                0x0022 => globals.looks.from_1904 = u16_at(body, 0) == 1,
                0x0042 if !unicode => {
                    globals.charset = Charset::Page(u32::from(u16_at(body, 0)));
                }
                0x0085 => globals.add_sheet(body),
                0x00FC => {
                    let pieces = [vec![body], records.continued()].concat();
                    globals.read_strings(Strings::new(pieces, 8), u32_at(body, 4));
                }
                0x041E => globals.add_format(body),
                0x00E0 => globals.looks.add_style(u16_at(body, 2)),
                0x0018 if unicode && u16_at(body, 0) & 0x20 == 0 => {
                    globals.add_name(body);
                }
                0x01AE if u16_at(body, 2) != 0x0401 => {
                    globals.linked.push(globals.charset.long(body, 2));
                }
                0x005A if unicode => globals.add_linked(body),
                _ => {}
            }
        }
        Ok(globals)
    }

    fn add_name(&mut self, body: &[u8]) {
        let (count, flags) = (usize::from(u8_at(body, 3)), u8_at(body, 14));
        let name = Strings::new(vec![body], 15).characters(count, flags);
        let at = 15 + count * (1 + usize::from(flags & 1));
        let formula = slice(body, at, usize::from(u16_at(body, 4)));
        let stands_for = literals(formula, Dialect::Unicode);
        self.names.push((name, stands_for));
    }

    fn add_sheet(&mut self, body: &[u8]) {
        let part = match u8_at(body, 4) & 3 {
            0 => Part::Body,
            _ => Part::Hidden,
        };
        self.sheets.push(Bound {
            at: u32_at(body, 0) as usize,
            name: self.charset.short(body, 6),
            part,
        });
    }

    fn read_strings(&mut self, mut strings: Strings<'_>, count: u32) {
        for _ in 0..count {
            match strings.shared() {
                Some(text) => self.strings.push(text),
                None => break,
            }
        }
    }

    fn add_format(&mut self, body: &[u8]) {
        let code = match self.charset {
            Charset::Unicode => self.charset.long(body, 2),
            Charset::Page(_) => self.charset.short(body, 2),
        };
        self.looks.add_format(u16_at(body, 0), &code);
    }

    /// Values that were last seen in another workbook: a type, then eight bytes or a string.
    fn add_linked(&mut self, body: &[u8]) {
        let mut values = Strings::new(vec![body], 4);
        while let Some(kind) = values.byte() {
            if kind == 2 {
                let Some(text) = values.shared() else {
                    return;
                };
                self.linked.push(text);
            } else {
                let bytes: Vec<u8> = (0..8).filter_map(|_| values.byte()).collect();
                let number = <[u8; 8]>::try_from(bytes).map(f64::from_le_bytes);
                if let (1, Ok(number)) = (kind, number) {
                    self.linked.push(number.to_string());
                }
            }
        }
    }

    /// A shared string.
    pub(super) fn string(&self, index: u32) -> &str {
        self.strings.get(index as usize).map_or("", String::as_str)
    }

    /// Sends names of ranges, and what is kept of other workbooks.
    pub(super) fn send(&self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut flow = Flow::default();
        for (name, stands_for) in &self.names {
            flow.send_labelled(Part::Formula, (name, stands_for), sink)?;
        }
        for text in &self.linked {
            flow.send_aside(Part::Hidden, text, sink)?;
        }
        Ok(())
    }
}
