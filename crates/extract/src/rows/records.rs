//! Records of XML as rows: how classifications such as KLE are read.
//!
//! An element with several texts of its own under it (`EmneNr`, `EmneTitel`, …) that comes again and again is a record, and its
//! texts are cells named by their elements. What the elements around it say (`HovedgruppeNr`, `GruppeTitel`) stands in front
//! of it, so that each row says all by itself.

use crate::Input;
use quick_xml::Reader;
use quick_xml::events::Event;
use sporhund_model::{Table, TableRow};
use std::collections::BTreeMap;
use std::io::{Read, SeekFrom};

/// Texts of its own that an element must have to be a record.
const LEAST_FIELDS: usize = 3;
/// Deeper elements are read as text of the element above them.
const DEEPEST: usize = 32;
/// The longest text that is kept of an element.
const LONGEST_TEXT: usize = 4_000;

/// A field with its value.
type Field = (String, String);

/// The records of an XML file, a table for each name of element; `None` for what is not XML or has no records.
pub(super) fn tables(input: &mut Input<'_>, limit: u64) -> Option<Vec<Table>> {
    let mut head = [0; 512];
    input.reader.seek(SeekFrom::Start(0)).ok()?;
    let read = input.reader.read(&mut head).ok()?;
    if !is_xml(head.get(..read)?) {
        input.reader.seek(SeekFrom::Start(0)).ok()?;
        return None;
    }
    input.reader.seek(SeekFrom::Start(0)).ok()?;
    let mut bytes = Vec::new();
    input.reader.take(limit).read_to_end(&mut bytes).ok()?;
    input.reader.seek(SeekFrom::Start(0)).ok()?;
    let (text, _, _) = encoding_rs::UTF_8.decode(&bytes);
    let tables = read_records(&text);
    (!tables.is_empty()).then_some(tables)
}

fn is_xml(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start();
    text.starts_with("<?xml") && !text.contains("<html") && !text.contains("<office:")
}

/// An element that is open.
#[derive(Default)]
struct Open {
    name: String,
    text: String,
    fields: Vec<Field>,
    has_children: bool,
}

#[derive(Default)]
struct Records {
    open: Vec<Open>,
    /// Rows by name of element, each with the fields around it and its own.
    found: BTreeMap<String, Vec<Record>>,
}

struct Record {
    around: Vec<Field>,
    own: Vec<Field>,
}

fn read_records(text: &str) -> Vec<Table> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut records = Records::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let name = start.local_name().as_ref().to_owned();
                records.start(name);
            }
            Ok(Event::End(_)) => records.end(),
            Ok(Event::Text(text)) => {
                records.text(&text);
            }
            Ok(Event::GeneralRef(name)) => {
                let raw = format!("&{};", &*name);
                records.text(&quick_xml::escape::unescape(&raw).unwrap_or_default());
            }
            Ok(Event::CData(text)) => records.text(&text),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    records.finish()
}

impl Records {
    fn start(&mut self, name: String) {
        if let Some(above) = self.open.last_mut() {
            above.has_children = true;
        }
        self.open.push(Open {
            name,
            ..Open::default()
        });
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut()
            && open.text.len() < LONGEST_TEXT
        {
            open.text.push_str(text);
        }
    }

    fn end(&mut self) {
        let Some(mut closed) = self.open.pop() else {
            return;
        };
        let own = closed.fields.len();
        if own >= LEAST_FIELDS && self.open.len() < DEEPEST {
            let around: Vec<Field> = self
                .open
                .iter()
                .flat_map(|open| open.fields.clone())
                .collect();
            let own = std::mem::take(&mut closed.fields);
            self.found
                .entry(closed.name)
                .or_default()
                .push(Record { around, own });
            return;
        }
        let Some(above) = self.open.last_mut() else {
            return;
        };
        if closed.has_children {
            // The texts of a nested element belong to the record around it: dates, guidance.
            let known = |name: &str| above.fields.iter().any(|(field, _)| field == name);
            let inner: Vec<Field> = closed
                .fields
                .into_iter()
                .filter(|(name, _)| !known(name))
                .collect();
            above.text.push_str(closed.text.trim());
            if inner.len() == 1 && own == 1 {
                above.fields.extend(inner);
            }
            return;
        }
        let text = closed.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let marked_up = closed.name.chars().count() <= 2;
        if marked_up {
            above.text.push(' ');
            above.text.push_str(&text);
        } else if !text.is_empty() {
            above.fields.push((closed.name, text));
        }
    }

    fn finish(self) -> Vec<Table> {
        let tables = self.found.into_iter().filter(|(_, rows)| rows.len() > 1);
        tables
            .filter_map(|(name, rows)| table(name, &rows))
            .collect()
    }
}

/// A table with a heading row of all fields; `None` when most of what its rows say is said around them.
fn table(name: String, records: &[Record]) -> Option<Table> {
    let mut headings: Vec<String> = Vec::new();
    let mut own = 0;
    for record in records {
        own += usize::from(record.own.len() * 2 >= record.around.len());
        for (field, _) in record.around.iter().chain(&record.own) {
            if !headings.contains(field) && headings.len() < 64 {
                headings.push(field.clone());
            }
        }
    }
    if own * 2 < records.len() {
        return None;
    }
    let row = |(number, record): (u32, &Record)| {
        let cell = |heading: &String| {
            let fields = record.own.iter().chain(&record.around);
            let found = fields.clone().find(|(field, _)| field == heading);
            found.map_or(String::new(), |(_, value)| value.clone())
        };
        TableRow {
            number,
            cells: headings.iter().map(cell).collect(),
        }
    };
    let mut rows = vec![TableRow {
        number: 1,
        cells: headings.clone(),
    }];
    rows.extend((2..).zip(records).map(row));
    Some(Table {
        name,
        rows,
        ..Table::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KLE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<KLE-Emneplan><UdgivelsesDato>2025-05-01</UdgivelsesDato>
<Hovedgruppe><HovedgruppeNr>27</HovedgruppeNr><HovedgruppeTitel>Social service</HovedgruppeTitel>
 <HovedgruppeStikord><Orden>1</Orden><Tekst>Service &amp; hjælp</Tekst></HovedgruppeStikord><UUID>a</UUID>
 <Gruppe><GruppeNr>27.24</GruppeNr><GruppeTitel>Støtte</GruppeTitel><UUID>b</UUID>
  <Emne><EmneNr>27.24.00</EmneNr><EmneTitel>Støtte i almindelighed</EmneTitel>
   <EmneVejledning><VejledningTekst><p>Emnet <b>dækker</b>:</p></VejledningTekst></EmneVejledning>
   <BevaringJaevnfoerArkivloven>B</BevaringJaevnfoerArkivloven>
   <SletningJaevnfoerPersondataloven>P1825D</SletningJaevnfoerPersondataloven><UUID>c</UUID></Emne>
  <Emne><EmneNr>27.24.06</EmneNr><EmneTitel>Ydelser</EmneTitel>
   <BevaringJaevnfoerArkivloven>K</BevaringJaevnfoerArkivloven><UUID>d</UUID></Emne>
 </Gruppe></Hovedgruppe></KLE-Emneplan>"#;

    #[test]
    fn reads_the_subjects_of_a_classification_as_rows() {
        let tables = read_records(KLE);
        let subjects = tables.iter().find(|table| table.name == "Emne").unwrap();
        let column = |name: &str| {
            subjects.rows[0]
                .cells
                .iter()
                .position(|cell| cell == name)
                .unwrap()
        };
        let cell = |row: usize, name: &str| subjects.rows[row].cells[column(name)].as_str();
        assert_eq!(subjects.rows.len(), 3);
        assert_eq!(cell(1, "EmneNr"), "27.24.00");
        assert_eq!(cell(1, "HovedgruppeTitel"), "Social service");
        assert_eq!(cell(1, "GruppeNr"), "27.24");
        assert_eq!(cell(1, "SletningJaevnfoerPersondataloven"), "P1825D");
        assert_eq!(cell(2, "BevaringJaevnfoerArkivloven"), "K");
        assert_eq!(cell(2, "SletningJaevnfoerPersondataloven"), "");
        assert!(
            !tables
                .iter()
                .any(|table| table.name == "HovedgruppeStikord")
        );
    }

    #[test]
    fn takes_no_other_text_for_records() {
        assert!(!is_xml(b"EmneNr;EmneTitel"));
        assert!(read_records("<?xml version=\"1.0\"?><a><b>1</b></a>").is_empty());
        assert!(read_records("<?xml version=\"1.0\"?><a><b>").is_empty());
    }
}
