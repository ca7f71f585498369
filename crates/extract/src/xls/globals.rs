//! What holds for the whole workbook: sheets, shared strings, formats, names.

use sporhund_model::Part;

use super::records::{Charset, Records, Strings};
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::Flow;
use crate::ole::broken;
use crate::ole::bytes::{u8_at, u16_at, u32_at};
use crate::xlsx::number::Digits;

/// A sheet by where its records begin.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) at: usize,
    pub(super) name: String,
    pub(super) part: Part,
}

/// How a cell's number is shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    pub(super) digits: Option<Digits>,
    pub(super) is_date: bool,
}

pub(super) struct Globals {
    pub(super) charset: Charset,
    pub(super) sheets: Vec<Bound>,
    pub(super) from_1904: bool,
    strings: Vec<String>,
    formats: Vec<(u16, Look)>,
    styles: Vec<u16>,
    names: Vec<String>,
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
            from_1904: false,
            strings: Vec::new(),
            formats: Vec::new(),
            styles: Vec::new(),
            names: Vec::new(),
            linked: Vec::new(),
        };
        while let Some(record) = records.next() {
            let body = record.body;
            match record.kind {
                0x002F => return Err(DecodeError::Encrypted),
                0x000A => break,
                0x0022 => globals.from_1904 = u16_at(body, 0) == 1,
                0x0042 if !unicode => {
                    globals.charset = Charset::Page(u32::from(u16_at(body, 0)));
                }
                0x0085 => globals.add_sheet(body),
                0x00FC => {
                    let pieces = [vec![body], records.continued()].concat();
                    globals.read_strings(Strings::new(pieces, 8), u32_at(body, 4));
                }
                0x041E => globals.add_format(body),
                0x00E0 => globals.styles.push(u16_at(body, 2)),
                0x0018 if unicode && u16_at(body, 0) & 0x20 == 0 => {
                    let count = usize::from(u8_at(body, 3));
                    let mut name = Strings::new(vec![body], 15);
                    globals.names.push(name.characters(count, u8_at(body, 14)));
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
        let look = Look {
            digits: Digits::parse(&code),
            is_date: is_date_code(&code),
        };
        self.formats.push((u16_at(body, 0), look));
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

    /// How a style shows numbers.
    pub(super) fn look(&self, style: u16) -> Look {
        let Some(format) = self.styles.get(usize::from(style)) else {
            return Look::default();
        };
        let own = self.formats.iter().find(|(id, _)| id == format);
        own.map_or_else(
            || Look {
                digits: None,
                is_date: matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58),
            },
            |(_, look)| look.clone(),
        )
    }

    /// Sends names of ranges, and what is kept of other workbooks.
    pub(super) fn send(&self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut flow = Flow::default();
        for name in &self.names {
            flow.send_aside(Part::Formula, name, sink)?;
        }
        for text in &self.linked {
            flow.send_aside(Part::Hidden, text, sink)?;
        }
        Ok(())
    }
}

/// Whether a format code shows a date or a time: letters for them outside of quotes and brackets.
fn is_date_code(code: &str) -> bool {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => while characters.next().is_some_and(|next| next != '"') {},
            '[' => while characters.next().is_some_and(|next| next != ']') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            'y' | 'Y' | 'd' | 'D' | 'h' | 'H' | 'm' | 'M' | 's' | 'S' => return true,
            'G' | 'g' | 'E' | 'e' | '0' | '#' | '@' => return false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_dates_by_their_code() {
        assert!(is_date_code("yyyy\\-mm\\-dd"));
        assert!(is_date_code("[$-41D]d mmmm yyyy"));
        assert!(!is_date_code("General"));
        assert!(!is_date_code("000000\\-0000"));
        assert!(!is_date_code("#,##0\"d\""));
    }
}
