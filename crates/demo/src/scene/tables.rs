//! Lists: workbooks with several and hidden sheets, numbers without their leading zero, csv in four encodings, and a
//! register extract that is delivered each month.

use super::{day_back, person};
use crate::DemoError;
use crate::document::{Document, Table};
use crate::number::{self, Form, Number};
use crate::share::Share;
use crate::words::Language;
use crate::write::text::{self, Encoding};
use crate::write::xlsx::{self, AS_NUMBER, AS_PADDED, Sheet};

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for (folder, language) in [
        ("BUN/Fritidsgård", Language::Swedish),
        ("Skole og Familie/Klub", Language::Danish),
    ] {
        write_sheets(share, folder, language)?;
        write_encodings(share, folder, language)?;
    }
    write_extracts(share)
}

fn headings(language: Language) -> Table {
    Table::new(match language {
        Language::Swedish => &["Personnummer", "Namn", "Avgift"],
        Language::Danish => &["CPR-nummer", "Navn", "Gebyr"],
    })
}

fn with_zero(share: &mut Share, language: Language) -> Number {
    match language {
        Language::Swedish => number::personnummer_with_zero(&mut share.random),
        Language::Danish => number::cpr_with_zero(&mut share.random),
    }
}

/// A sheet whose numbers are written in one way; `mark` makes them number cells.
fn sheet(
    share: &mut Share,
    document: &mut Document,
    language: Language,
    (name, part, mark): (&str, &'static str, &str),
) -> Sheet {
    let mut table = headings(language);
    for fee in 0..8 {
        let person = person(share, language);
        let number = if mark.is_empty() {
            document.number(&person.number, Form::Hyphen, part)
        } else {
            let number = with_zero(share, language);
            format!("{mark}{}", document.number(&number, Form::Bare, part))
        };
        table
            .rows
            .push(vec![number, person.name, format!("#{}", 100 + fee)]);
    }
    Sheet {
        name: name.to_owned(),
        above: vec!["Lista".to_owned()],
        table,
        is_hidden: part == "hidden_sheet",
    }
}

fn write_sheets(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    let day = day_back(share, 4);
    let mut several = Document::new("Lista", day);
    let sheets = [
        sheet(share, &mut several, language, ("Blad1", "column", "")),
        sheet(share, &mut several, language, ("Blad2", "second_sheet", "")),
        sheet(
            share,
            &mut several,
            language,
            ("Gammalt", "hidden_sheet", ""),
        ),
    ];
    let bytes = xlsx::workbook(&sheets, Some(day))?;
    share.put_bytes(&format!("{folder}/{day} lista.xlsx"), &bytes, &several)?;
    for (name, part, mark) in [
        ("nollor", "lost_zero", AS_NUMBER),
        ("format", "padded_zero", AS_PADDED),
    ] {
        let mut document = Document::new("Lista", day);
        let sheet = sheet(share, &mut document, language, ("Blad1", part, mark));
        let bytes = xlsx::workbook(&[sheet], Some(day))?;
        share.put_bytes(&format!("{folder}/{day} {name}.xlsx"), &bytes, &document)?;
    }
    write_sheet_name(share, folder, language)
}

fn write_sheet_name(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    let day = day_back(share, 6);
    let mut document = Document::new("Avgift", day);
    let person = person(share, language);
    let name = document.number(&person.number, Form::Hyphen, "sheet_name");
    let mut table = Table::new(&["Post", "Belopp"]);
    table.rows.push(vec!["1".to_owned(), "#120".to_owned()]);
    let sheet = Sheet {
        name,
        above: Vec::new(),
        table,
        is_hidden: false,
    };
    let bytes = xlsx::workbook(&[sheet], Some(day))?;
    share.put_bytes(&format!("{folder}/{day} bladnamn.xlsx"), &bytes, &document)
}

fn write_encodings(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    let encodings: [(&str, &'static str, Option<Encoding>); 4] = [
        ("utf8", "csv_utf8", None),
        ("utf8 bom", "csv_utf8_bom", Some(Encoding::Utf8WithMark)),
        ("utf16", "csv_utf16le", Some(Encoding::Utf16Le)),
        ("ansi", "csv_windows1252", Some(Encoding::Windows1252)),
    ];
    for (name, part, encoding) in encodings {
        let mut document = Document::new("Lista", day_back(share, 5));
        let mut table = headings(language);
        for fee in 0..10 {
            let person = person(share, language);
            let number = document.number(&person.number, Form::Hyphen, part);
            table
                .rows
                .push(vec![number, person.name, (200 + fee).to_string()]);
        }
        document.table = Some(table);
        let text = text::csv(&document, ';');
        let bytes = match encoding {
            Some(encoding) => text::encoded(&text, encoding),
            None => text.into_bytes(),
        };
        share.put_bytes(&format!("{folder}/deltagare {name}.csv"), &bytes, &document)?;
    }
    Ok(())
}

/// One row for each person, as registers are delivered: a column of hundreds of numbers.
fn write_extracts(share: &mut Share) -> Result<(), DemoError> {
    for month in 1..=3 {
        let year = share.today.year() - 2;
        let mut document = Document::new("Udtræk", jiff::civil::date(year, month, 2));
        let mut table = Table::new(&["CPR-nr.", "Uge", "Kode"]);
        for week in 0..250 {
            let number = number::cpr(&mut share.random);
            let number = document.number(&number, Form::Bare, "register_extract");
            let code = share.random.between(100, 999).to_string();
            table
                .rows
                .push(vec![number, (1 + week % 52).to_string(), code]);
        }
        document.table = Some(table);
        let path = format!("Jobcenter/Registerudtræk/udtræk_{year}-{month:02}.csv");
        share.put(&path, &document)?;
    }
    Ok(())
}
