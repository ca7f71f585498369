//! Ordinary letters and lists of every unit, over ten years. Their subjects stand in no plan.

use super::{day_back, introduce, person};
use crate::DemoError;
use crate::document::{Document, Table};
use crate::number::Form;
use crate::share::Share;
use crate::words::{self, Language};

/// A subject of a unit: its folder and how its letters are called.
type Subject = (&'static str, &'static str, Language);

const SUBJECTS: [Subject; 16] = [
    ("VON/Färdtjänst", "Färdtjänstkort", Language::Swedish),
    ("VON/Trygghetslarm", "Trygghetslarm", Language::Swedish),
    ("BUN/Fritidshem", "Fritidshemsplats", Language::Swedish),
    ("BUN/Musikskola", "Musikskola", Language::Swedish),
    ("SBN/Parkering", "Parkeringskort", Language::Swedish),
    ("SBN/Kartbeställning", "Kartbeställning", Language::Swedish),
    ("KS/Lokalbokning", "Lokalbokning", Language::Swedish),
    ("KS/Biblioteket", "Bibliotekskort", Language::Swedish),
    ("HR/Friskvård", "Friskvårdsbidrag", Language::Swedish),
    ("HR/Nycklar", "Nyckelkvittens", Language::Swedish),
    ("Borgerservice/Kørekort", "Kørekort", Language::Danish),
    ("Borgerservice/Biblioteket", "Lånerkort", Language::Danish),
    ("Jobcenter/Kurser", "Kursustilbud", Language::Danish),
    ("Jobcenter/Lokaler", "Lokalebooking", Language::Danish),
    ("Skole og Familie/Svømmehal", "Svømmekort", Language::Danish),
    (
        "Skole og Familie/Kantine",
        "Frokostordning",
        Language::Danish,
    ),
];
const FORMATS: [&str; 9] = [
    "docx", "txt", "pdf", "xlsx", "md", "html", "csv", "log", "docx",
];

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for (index, subject) in SUBJECTS.into_iter().enumerate() {
        for years in 1..=10_i16 {
            let turn = index + years.unsigned_abs() as usize;
            let format = FORMATS.get(turn % FORMATS.len()).unwrap_or(&"txt");
            write_one(share, subject, years, format)?;
        }
    }
    Ok(())
}

fn write_one(
    share: &mut Share,
    (folder, title, language): Subject,
    years: i16,
    format: &str,
) -> Result<(), DemoError> {
    let day = day_back(share, years);
    let mut document = Document::new(format!("{title} {day}"), day);
    match format {
        "xlsx" | "csv" => fill_list(share, &mut document, language),
        "log" => fill_log(share, &mut document, language),
        _ => fill_letter(share, &mut document, language),
    }
    let path = format!("{folder}/{}/{day} {title}.{format}", day.year());
    share.put(&path, &document)?;
    if years % 5 == 0 {
        share.judge(&path, "unclassified", &[]);
    }
    Ok(())
}

fn fill_letter(share: &mut Share, document: &mut Document, language: Language) {
    let person = person(share, language);
    let introduction = introduce(document, &person, language);
    document.say(introduction);
    document.say(words::filler(&mut share.random, language));
    let mail = document.mail(&person.mail, "body");
    document.say(match language {
        Language::Swedish => format!("Svar skickas till {mail} inom kort."),
        Language::Danish => format!("Svar sendes til {mail} inden længe."),
    });
    document.say(words::filler(&mut share.random, language));
}

fn fill_list(share: &mut Share, document: &mut Document, language: Language) {
    let headings = match language {
        Language::Swedish => ["Namn", "Personnummer", "E-post", "Plats"],
        Language::Danish => ["Navn", "CPR-nr.", "E-mail", "Plads"],
    };
    let mut table = Table::new(&headings);
    for place in 1..=share.random.between(6, 14) {
        let person = person(share, language);
        let number = document.number(&person.number, Form::Hyphen, "column");
        let mail = document.mail(&person.mail, "column");
        table
            .rows
            .push(vec![person.name, number, mail, place.to_string()]);
    }
    document.table = Some(table);
}

fn fill_log(share: &mut Share, document: &mut Document, language: Language) {
    let day = document.modified;
    for line in 1..=40_u32 {
        let time = format!("{day}T{:02}:{:02}:00Z", 7 + line / 10, line);
        if line % 13 == 0 {
            let person = person(share, language);
            let mail = document.mail(&person.mail, "body");
            document.say(format!("{time} INFO login user={mail} session={line:08}"));
        } else {
            let size = share.random.between(1000, 99_999);
            document.say(format!("{time} INFO request id={line:06} bytes={size}"));
        }
    }
}
