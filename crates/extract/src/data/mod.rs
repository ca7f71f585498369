//! XML and JSON: all names and values, as rows of tables whose headings are the names.
//!
//! What repeats with the same names is a table to a reader, so a number under `personnummer` is found as one in a column of
//! that heading. Both are read as streams.

mod json;
mod records;
mod sheet;
mod xml;

use std::io::SeekFrom;

use sporhund_model::Outcome;

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::docx;
use crate::office::package::Bounded;
use crate::office::xml::Xml as Tokens;
use crate::transcode::Utf8;

/// Reads XML of any kind.
pub struct Xml;

/// Reads JSON, also one value a line.
pub struct Json;

/// Reads documents of Word that are one file of XML.
pub struct FlatWord;

/// Reads workbooks of Excel that are one file of XML.
pub struct FlatSheet;

impl Decoder for Xml {
    fn format(&self) -> &'static str {
        "xml"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        xml::send(&mut Tokens::with_lines(&mut *input.reader), sink)
    }
}

impl Decoder for Json {
    fn format(&self) -> &'static str {
        "json"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        json::send(Utf8::with_lines(&mut *input.reader), sink)?;
        Ok(Outcome::Scanned)
    }
}

impl Decoder for FlatWord {
    fn format(&self) -> &'static str {
        "word-xml"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        input.reader.seek(SeekFrom::Start(0))?;
        let reader = Bounded::new(&mut *input.reader, input.size, &limits);
        docx::send_flat(&mut Tokens::new(reader), sink)?;
        Ok(Outcome::Scanned)
    }
}

impl Decoder for FlatSheet {
    fn format(&self) -> &'static str {
        "excel-xml"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        input.reader.seek(SeekFrom::Start(0))?;
        sheet::send(&mut Tokens::new(&mut *input.reader), sink)?;
        Ok(Outcome::Scanned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Limits;
    use crate::recorder::record;
    use sporhund_model::{Event, Receiver, Stopped};
    use std::io::Cursor;

    fn lines(decoder: &dyn Decoder, text: &str) -> Vec<String> {
        let (lines, outcome) = record(decoder, text.as_bytes());
        assert_eq!(outcome.unwrap(), Outcome::Scanned);
        lines
    }

    /// Texts with the lines that they begin on.
    #[derive(Default)]
    struct Lines(Vec<(u32, String)>);

    impl Receiver for Lines {
        fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
            let Event::Chunk(chunk) = event else {
                return Ok(());
            };
            for (at, segment) in chunk.segments.iter().enumerate() {
                let next = chunk.segments.get(at + 1);
                let end = next.map_or(chunk.text.len(), |next| next.start as usize);
                let text = chunk.text[segment.start as usize..end].trim();
                self.0.push((segment.line, text.to_owned()));
            }
            Ok(())
        }
    }

    fn numbered(text: &str) -> Vec<(u32, String)> {
        let mut lines = Lines::default();
        let mut input = Input {
            size: text.len() as u64,
            reader: &mut Cursor::new(text.as_bytes()),
            extension: "",
        };
        crate::decode(&mut input, &Limits::default(), &mut lines);
        lines.0
    }

    #[test]
    fn values_know_their_lines() {
        let json = "{\n \"a\": \"x\\ny\",\n\n \"b\": [1,\n  2]\n}";
        let found = numbered(json);
        for expected in [(2, "x"), (2, "y"), (4, "1"), (5, "2")] {
            assert!(
                found.contains(&(expected.0, expected.1.to_owned())),
                "{expected:?} {found:?}"
            );
        }
        let xml = "<?xml version='1.0'?>\n<l>\n<p\n id='7'\n nr='8'>\n\n<n>\n ett\n två</n></p>\n<!--\ntre--></l>";
        let found = numbered(xml);
        for expected in [(4, "7"), (5, "8"), (8, "ett"), (9, "två"), (11, "tre")] {
            assert!(
                found.contains(&(expected.0, expected.1.to_owned())),
                "{expected:?} {found:?}"
            );
        }
    }

    #[test]
    fn objects_of_a_list_are_rows() {
        let json = r#"[{"namn": "\u00c5sa", "personnummer": "19121212-1212"}, {"namn": "Bo", "barn": ["A", "B"], "ort": {"kod": 7}}]"#;
        let expected = [
            "A1 namn",
            "+B1 personnummer",
            "+A2 Åsa",
            "+B2 19121212-1212",
            "A1 barn",
            "+A2 A",
            "+A2 B",
            "A1 kod",
            "+A2 7",
            "A3 Bo",
        ];
        assert_eq!(lines(&Json, json), expected);
    }

    #[test]
    fn a_value_a_line_and_faults_are_read() {
        let json = "{\"a\": 1,}\n// ord\n{\"a\": \"x\\\"y\"} [[1, 2], [3, 4]";
        let lines = lines(&Json, json);
        for text in ["+A2 1", "+A4 x\"y", "+B2 2", "+B3 4"] {
            assert!(lines.iter().any(|line| line == text), "{text}: {lines:?}");
        }
    }

    #[test]
    fn elements_that_repeat_are_rows() {
        let xml = "<l><p id='1'><namn>Åsa &amp; Bo</namn><nr>19121212-1212</nr></p><p id='2'><nr>x</nr></p></l>";
        let expected = [
            "A1 id",
            "+B1 namn",
            "+C1 nr",
            "+A2 1",
            "+B2 Åsa & Bo",
            "+C2 19121212-1212",
            "+A3 2",
            "+C3 x",
        ];
        assert_eq!(lines(&Xml, xml), expected);
    }

    #[test]
    fn running_text_with_elements_in_it_is_one_text() {
        let xml = "<a><p>Född 1912<b>12</b>12-1212 <i t='vad'>här</i></p></a>";
        let lines = lines(&Xml, xml);
        assert!(
            lines
                .iter()
                .any(|line| line.ends_with("Född 19121212-1212 här")),
            "{lines:?}"
        );
        assert!(lines.iter().any(|line| line.ends_with(" vad")));
    }

    #[test]
    fn workbooks_of_one_file_have_cells() {
        let xml = r#"<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Blad"><Table><Row><Cell ss:MergeAcross="1"><Data>Namn</Data></Cell><Cell><Data>Nr</Data></Cell></Row>
            <Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="3"><Data>19121212-1212</Data><Comment ss:Author="Test"><ss:Data>fel</ss:Data></Comment></Cell></Row>
            </Table></Worksheet></Workbook>"#;
        let expected = [
            "Name: Blad",
            "A1 Namn",
            "+C1 Nr",
            "+Hidden: C4 19121212-1212",
            "Comment: Test",
            "Comment: fel",
        ];
        assert_eq!(lines(&FlatSheet, xml), expected);
    }
}
