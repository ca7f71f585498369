//! Text in UTF-32, which hardly any program writes, but some exports of databases are.

use std::io::{BufReader, Read, SeekFrom};

use sporhund_model::{Cell, Join, Outcome, Part, Place};

use crate::decoder::{DecodeError, Decoder, Input, Sink, Text};

/// Bytes that are decoded at once; whole characters.
const BLOCK: u64 = 64 * 1024;

/// Reads UTF-32 of either byte order.
pub struct Utf32;

/// Whether the bytes are UTF-32: a mark, or three zeros in each character of Latin text.
pub fn is_utf32(head: &[u8]) -> bool {
    if head.starts_with(&[0xFF, 0xFE, 0, 0]) || head.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return true;
    }
    let units = head.get(..256.min(head.len() & !3)).unwrap_or_default();
    let little = |unit: &[u8]| unit[0] != 0 && unit[2] == 0 && unit[3] == 0 && unit[1] < 0x21;
    let big = |unit: &[u8]| unit[3] != 0 && unit[0] == 0 && unit[1] == 0 && unit[2] < 0x21;
    units.len() >= 16 && (units.chunks_exact(4).all(little) || units.chunks_exact(4).all(big))
}

impl Decoder for Utf32 {
    fn format(&self) -> &'static str {
        "txt"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        let mut reader = BufReader::new(&mut *input.reader);
        let place = sink.place(Place::part(Part::Body))?;
        let (mut join, mut big) = (Join::Hard, None);
        loop {
            let mut raw = Vec::new();
            (&mut reader).take(BLOCK).read_to_end(&mut raw)?;
            if raw.is_empty() {
                return Ok(Outcome::Scanned);
            }
            let is_big = *big.get_or_insert_with(|| raw.first() == Some(&0));
            let text: String = raw
                .chunks(4)
                .map(|unit| decode(unit, is_big))
                .filter(|character| *character != '\u{FEFF}')
                .collect();
            sink.budget().check_time()?;
            sink.text(Text {
                text: &text,
                place,
                cell: Cell::default(),
                join: std::mem::replace(&mut join, Join::None),
            })?;
        }
    }
}

fn decode(unit: &[u8], is_big: bool) -> char {
    let mut bytes = [0; 4];
    for (to, byte) in bytes.iter_mut().zip(unit) {
        *to = *byte;
    }
    let number = if is_big {
        u32::from_be_bytes(bytes)
    } else {
        u32::from_le_bytes(bytes)
    };
    char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recorder::record;

    #[test]
    fn reads_both_byte_orders_with_and_without_a_mark() {
        let text = "Åsa på Ærø, 19121212-1212\n";
        let little: Vec<u8> = text
            .chars()
            .flat_map(|c| (c as u32).to_le_bytes())
            .collect();
        let big: Vec<u8> = format!("\u{feff}{text}")
            .chars()
            .flat_map(|c| (c as u32).to_be_bytes())
            .collect();
        for bytes in [little, big] {
            assert!(is_utf32(&bytes));
            assert_eq!(record(&Utf32, &bytes).0, [text]);
        }
        assert!(!is_utf32(b"a\0b\0c\0d\0e\0f\0g\0h\0i\0"));
    }
}
