//! Mails with attachments and archives within archives.

use super::{Person, day_back, introduce, label, person};
use crate::DemoError;
use crate::document::{Document, Table};
use crate::number::Form;
use crate::share::Share;
use crate::words::{self, Language};
use crate::write;
use crate::write::archive::zipped;
use crate::write::mail::{Mail, message};
use jiff::civil::Date;

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for (folder, language) in [
        ("KS/Inkommande post", Language::Swedish),
        ("Borgerservice/Indgående post", Language::Danish),
    ] {
        for years in 1..=6 {
            write_mail(share, folder, language, years)?;
        }
        write_subject(share, folder, language)?;
        write_archives(share, folder, language)?;
    }
    Ok(())
}

/// A letter with somebody's number in it.
fn letter(share: &mut Share, day: Date, language: Language) -> Document {
    let person = person(share, language);
    let mut document = Document::new("Brev", day);
    let introduction = introduce(&mut document, &person, language);
    document.say(introduction);
    document.say(words::filler(&mut share.random, language));
    for plant in &mut document.plants {
        plant.part = "member";
    }
    document
}

/// A list with a column of numbers.
fn list(share: &mut Share, day: Date, language: Language) -> Document {
    let mut document = Document::new("Lista", day);
    let mut table = Table::new(&[label(language), "Nr"]);
    for row in 1..=5 {
        let person = person(share, language);
        let number = document.number(&person.number, Form::Hyphen, "member");
        table.rows.push(vec![number, row.to_string()]);
    }
    document.table = Some(table);
    document
}

fn write_mail(
    share: &mut Share,
    folder: &str,
    language: Language,
    years: i16,
) -> Result<(), DemoError> {
    let day = day_back(share, years);
    let (from, to) = (person(share, language), person(share, language));
    let mut document = Document::new("Bokning", day);
    let introduction = introduce(&mut document, &from, language);
    document.say(introduction);
    let inner = letter(share, day, language);
    let format = ["docx", "pdf", "txt", "xlsx"]
        .get(years.unsigned_abs() as usize % 4)
        .copied();
    let (name, inner) = match format {
        Some("xlsx") => ("bilaga.xlsx".to_owned(), list(share, day, language)),
        other => (format!("bilaga.{}", other.unwrap_or("txt")), inner),
    };
    let bytes = write::document(&name, &inner)?;
    document.absorb(&inner, &name);
    let path = format!("{folder}/{day} bokning.eml");
    put_mail(share, &path, document, (&from, &to), vec![(name, bytes)])
}

/// Numbers in the subject and in the name of an attachment.
fn write_subject(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    let day = day_back(share, 3);
    let (from, to) = (person(share, language), person(share, language));
    let mut document = Document::new("", day);
    let number = document.number(&from.number, Form::Hyphen, "mail_subject");
    document.title = format!("{} {number}", label(language));
    document.say(words::filler(&mut share.random, language));
    let named = document.number(&to.number, Form::Hyphen, "attachment_name");
    let attachment = (format!("brev {named}.txt"), b"Tom sida.".to_vec());
    let path = format!("{folder}/fråga.eml");
    put_mail(share, &path, document, (&from, &to), vec![attachment])
}

fn put_mail(
    share: &mut Share,
    path: &str,
    mut document: Document,
    (from, to): (&Person, &Person),
    attachments: Vec<(String, Vec<u8>)>,
) -> Result<(), DemoError> {
    let bytes = message(&Mail {
        from: document.mail(&from.mail, "mail_header"),
        to: document.mail(&to.mail, "mail_header"),
        document: &document,
        attachments,
    })?;
    share.put_bytes(path, &bytes, &document)
}

fn write_archives(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    let day = day_back(share, 7);
    let mut inner = Document::new("", day);
    let deep = [
        add(share, &mut inner, "brev.docx", language)?,
        add(share, &mut inner, "brev.pdf", language)?,
    ];
    let mut outer = Document::new("", day);
    let members = [
        ("inre.zip".to_owned(), zipped(&deep)?),
        add(share, &mut outer, "mapp/brev.txt", language)?,
        add(share, &mut outer, "mapp/lista.csv", language)?,
    ];
    outer.absorb(&inner, "inre.zip");
    share.put_bytes(&format!("{folder}/arkiv.zip"), &zipped(&members)?, &outer)?;

    let mut named = Document::new("", day);
    let person = person(share, language);
    let number = named.number(&person.number, Form::Hyphen, "member_name");
    let member = (format!("{number}.txt"), b"Tom sida.".to_vec());
    let path = format!("{folder}/namn.zip");
    share.put_bytes(&path, &zipped(&[member])?, &named)
}

/// A member with somebody's number in it.
fn add(
    share: &mut Share,
    archive: &mut Document,
    name: &str,
    language: Language,
) -> Result<(String, Vec<u8>), DemoError> {
    let document = if name.ends_with("csv") {
        list(share, archive.modified, language)
    } else {
        letter(share, archive.modified, language)
    };
    archive.absorb(&document, name);
    Ok((name.to_owned(), write::document(name, &document)?))
}
