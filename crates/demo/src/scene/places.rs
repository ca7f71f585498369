//! Values in every place of a document.

use super::{Person, day_back, label, person};
use crate::DemoError;
use crate::document::{Document, Table};
use crate::number::Form;
use crate::share::Share;
use crate::words::Language;

/// The places of a Word document; `split_runs` is one number in four runs.
const IN_WORD: [&str; 10] = [
    "table_cell",
    "header",
    "footer",
    "footnote",
    "comment",
    "deletion",
    "property",
    "split_runs",
    "link",
    "heading",
];
const IN_PAGE: [&str; 5] = ["header", "footer", "comment", "attribute", "table_cell"];
const IN_PDF: [&str; 3] = ["property", "table_cell", "heading"];

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for (folder, language) in [
        ("VON/Boende", Language::Swedish),
        ("Borgerservice/Adresser", Language::Danish),
    ] {
        for part in IN_WORD {
            write_part(share, folder, language, part, "docx")?;
        }
        for part in IN_PAGE {
            write_part(share, folder, language, part, "html")?;
        }
        for part in IN_PDF {
            write_part(share, folder, language, part, "pdf")?;
        }
        write_names(share, folder, language)?;
    }
    Ok(())
}

fn write_part(
    share: &mut Share,
    folder: &str,
    language: Language,
    part: &'static str,
    format: &str,
) -> Result<(), DemoError> {
    let years = share.random.between(1, 9) as i16;
    let day = day_back(share, years);
    let title = match language {
        Language::Swedish => "Meddelande om flytt",
        Language::Danish => "Meddelelse om flytning",
    };
    let mut document = Document::new(title, day);
    document.say(crate::words::filler(&mut share.random, language));
    let person = person(share, language);
    plant(&mut document, &person, language, part);
    let path = format!(
        "{folder}/{day} {format} {}.{format}",
        part.replace('_', " ")
    );
    share.put(&path, &document)
}

fn plant(document: &mut Document, person: &Person, language: Language, part: &'static str) {
    let label = label(language);
    if part == "link" {
        document.attribute = Some(format!("mailto:{}", document.mail(&person.mail, part)));
        return;
    }
    let number = document.number(&person.number, Form::Hyphen, part);
    let text = format!("{} {label} {number}", person.name);
    match part {
        "header" => document.header = Some(text),
        "footer" => document.footer = Some(text),
        "footnote" => document.footnote = Some(text),
        "comment" => document.comment = Some(text),
        "deletion" => document.deletion = Some(text),
        "attribute" => document.attribute = Some(text),
        "property" => document.properties.push((label.to_owned(), text)),
        "heading" => document.title = text,
        "split_runs" => document
            .paragraphs
            .push(split(&format!("{label} "), &number)),
        _ => document.table = Some(cell_table(person, label, number)),
    }
}

/// A number in runs, as Word leaves it after spell checking and corrections.
fn split(before: &str, number: &str) -> Vec<String> {
    let (front, back) = number.split_at_checked(4).unwrap_or((number, ""));
    let (middle, end) = back.split_at_checked(4).unwrap_or((back, ""));
    [before, front, middle, end].map(str::to_owned).to_vec()
}

fn cell_table(person: &Person, label: &str, number: String) -> Table {
    let mut table = Table::new(&["Nr", label, "Anm."]);
    table
        .rows
        .push(vec!["1".to_owned(), number, person.name.clone()]);
    table
}

/// Numbers in the names of a file and of a folder.
fn write_names(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    for (form, mark) in [(Form::Hyphen, " "), (Form::LongHyphen, "_")] {
        let person = person(share, language);
        let day = day_back(share, 3);
        let mut document = Document::new("Nyckel", day);
        document.say(crate::words::filler(&mut share.random, language));
        let number = document.number(&person.number, form, "file_name");
        let path = format!("{folder}/Nyckel{mark}{number}{mark}brev.docx");
        share.put(&path, &document)?;
    }
    let person = person(share, language);
    let mut document = Document::new("Nyckel", day_back(share, 4));
    document.say(crate::words::filler(&mut share.random, language));
    let number = document.number(&person.number, Form::Hyphen, "folder_name");
    share.put(&format!("{folder}/{number}/Nyckel.txt"), &document)
}
