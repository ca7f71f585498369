//! Numbers in every way of writing.

use super::{day_back, label, person};
use crate::DemoError;
use crate::document::Document;
use crate::number::{self, Form, Number};
use crate::share::Share;
use crate::words::{self, Language};

const FORMS: [(Form, &str); 7] = [
    (Form::Hyphen, "hyphen"),
    (Form::Bare, "bare"),
    (Form::Long, "twelve_digits"),
    (Form::LongHyphen, "twelve_digits_hyphen"),
    (Form::NoBreakSpace, "nbsp"),
    (Form::EnDash, "en_dash"),
    (Form::Space, "space"),
];
/// Signs that the standard fonts of a PDF do not have.
const UNICODE_FORMS: [(Form, &str); 2] = [
    (Form::NoBreakHyphen, "non_breaking_hyphen"),
    (Form::FullWidth, "full_width"),
];
const FORMATS: [&str; 5] = ["txt", "docx", "html", "pdf", "md"];

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for (turn, (form, part)) in FORMS.into_iter().enumerate() {
        for shift in 0..2 {
            let format = FORMATS
                .get((turn + shift) % FORMATS.len())
                .unwrap_or(&"txt");
            write_form(share, "SBN/Tomtkö", Language::Swedish, (form, part), format)?;
            // Danish numbers have no long form.
            if !part.starts_with("twelve") {
                let folder = "Jobcenter/Tilmelding";
                write_form(share, folder, Language::Danish, (form, part), format)?;
            }
        }
    }
    for (form, part) in UNICODE_FORMS {
        for format in ["txt", "docx", "html"] {
            write_form(share, "SBN/Tomtkö", Language::Swedish, (form, part), format)?;
            let folder = "Jobcenter/Tilmelding";
            write_form(share, folder, Language::Danish, (form, part), format)?;
        }
    }
    write_kinds(share)
}

fn write_form(
    share: &mut Share,
    folder: &str,
    language: Language,
    (form, part): (Form, &'static str),
    format: &str,
) -> Result<(), DemoError> {
    let title = match language {
        Language::Swedish => "Anmälan till tomtkön",
        Language::Danish => "Tilmelding til kursus",
    };
    let years = share.random.between(1, 9) as i16;
    let mut document = Document::new(title, day_back(share, years));
    for _ in 0..3 {
        let person = person(share, language);
        let number = document.number(&person.number, form, part);
        document.say(format!("{}. {}: {number}", person.name, label(language)));
        document.say(words::filler(&mut share.random, language));
    }
    let path = format!("{folder}/{format} {}.{format}", part.replace('_', " "));
    share.put(&path, &document)
}

/// A kind of number: file name, part, how it is made and written.
type Kind = (&'static str, &'static str, fn(&mut Share) -> Number, Form);

/// Samordningsnummer, and people born before 1900.
fn write_kinds(share: &mut Share) -> Result<(), DemoError> {
    let kinds: [Kind; 3] = [
        ("samordning", "coordination", coordination, Form::Hyphen),
        ("samordning 12", "coordination", coordination, Form::Long),
        ("sekelskifte", "plus", born_before_1900, Form::Hyphen),
    ];
    for (name, part, make, form) in kinds {
        for format in FORMATS {
            let mut document = Document::new("Kontaktuppgift", day_back(share, 5));
            let number = make(share);
            let name_of = words::name(&mut share.random, Language::Swedish);
            let number = document.number(&number, form, part);
            document.say(format!("{name_of}. {}: {number}", number_label(part)));
            share.put(
                &format!("KS/Släktarkiv/{format} {name}.{format}"),
                &document,
            )?;
        }
    }
    Ok(())
}

fn number_label(part: &str) -> &'static str {
    if part == "plus" {
        "Personnummer"
    } else {
        "Samordningsnummer"
    }
}

fn coordination(share: &mut Share) -> Number {
    number::samordningsnummer(&mut share.random)
}

fn born_before_1900(share: &mut Share) -> Number {
    number::personnummer_of_the_dead(&mut share.random)
}
