//! Rich text (rtf): a tokenizer and a reader of its destinations, without a tree.
//!
//! Destinations that start with `\*` and are not known are passed over, as the format asks for; page headers, notes, comments,
//! fields, text boxes, properties and embedded objects are known.

mod destination;
mod reader;
mod token;

use std::io::{BufRead, BufReader, SeekFrom};

use sporhund_model::Outcome;

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use reader::Reader;
use token::Tokens;

/// The decoder.
pub struct Rtf;

impl Decoder for Rtf {
    fn format(&self) -> &'static str {
        "rtf"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        read(
            BufReader::with_capacity(64 * 1024, &mut *input.reader),
            sink,
        )?;
        Ok(Outcome::Scanned)
    }
}

/// Sends the text of rich text that is in memory.
pub(crate) fn send(bytes: &[u8], sink: &mut dyn Sink) -> Result<(), DecodeError> {
    read(bytes, sink)
}

fn read(bytes: impl BufRead, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut tokens = Tokens::new(bytes);
    let mut reader = Reader::default();
    let mut count = 0u32;
    while let Some(token) = tokens.next()? {
        reader.take(&token, sink)?;
        count = count.wrapping_add(1);
        if count.is_multiple_of(16_384) {
            sink.budget().check_time()?;
        }
    }
    reader.finish(sink)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recorder::record;

    fn lines(rtf: &str) -> Vec<String> {
        let (lines, outcome) = record(&Rtf, rtf.as_bytes());
        assert_eq!(outcome.unwrap(), Outcome::Scanned);
        lines
    }

    #[test]
    fn reads_text_in_code_pages_and_unicode() {
        let rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 X;}}L\'e4kare p\u229 ?\f1 \'e0\f0 \par 1912\~1212{\_}1212}";
        assert_eq!(lines(rtf), ["Läkare påа", "+1912\u{a0}1212\u{2011}1212"]);
    }

    #[test]
    fn reads_tables_row_by_row() {
        let rtf = r"{\rtf1 Ovan\par\trowd\cellx1\cellx2\pard\intbl Namn\cell Nummer\cell\row\pard\intbl Åsa\cell\cell\row\pard Under\par}";
        assert_eq!(
            lines(rtf),
            ["Ovan", "A1 Namn", "+B1 Nummer", "+A2 Ã…sa", "Under"]
        );
    }

    #[test]
    fn tells_which_cells_are_merged() {
        let rtf = r"{\rtf1\trowd\clvmgf\cellx1\cellx2\cellx3\intbl a\cell b\cell c\cell\row\trowd\clvmrg\cellx1\clmgf\cellx2\clmrg\cellx3\intbl\cell d\cell\cell\row\pard e\par}";
        let lines = lines(rtf);
        assert_eq!(
            lines.get(4..),
            Some(&["merge B2:C2", "merge A1:A2", "e"].map(String::from)[..])
        );
    }

    #[test]
    fn tells_where_texts_stand() {
        let rtf = r"{\rtf1{\info{\title Beslut}{\author Test}}{\header Huvud\par}Brödtext{\footnote En not}{\v dolt}{\*\okand bort}{\field{\*\fldinst HYPERLINK x}{\fldrslt visat}}\par}";
        let lines = lines(rtf);
        for expected in [
            "title=Beslut",
            "creator=Test",
            "Header: Huvud",
            "Note: En not",
            "Formula: HYPERLINK x",
        ] {
            assert!(
                lines.iter().any(|line| line.ends_with(expected)),
                "{expected} {lines:?}"
            );
        }
        assert!(lines.iter().any(|line| line.contains("Hidden: dolt")));
        assert!(!lines.iter().any(|line| line.contains("bort")));
    }
}
