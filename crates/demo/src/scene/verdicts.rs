//! Files whose verdict is known by the rules of the plans (`plan.rs`).
//!
//! Dates are given as years back from today, since Swedish limits count whole calendar years: due on 1 January of
//! (year + n + 1), whatever the day. Danish limits run from day to day, so their cases stay a year away from any limit.

use super::cases::{CASES, Case, Dates};
use super::{introduce, label, person};
use crate::DemoError;
use crate::document::Document;
use crate::number::{self, Form, Number};
use crate::share::Share;
use crate::words::{self, Language};
use jiff::civil::{Date, date};

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for case in &CASES {
        write_case(share, case)?;
    }
    write_case_dossier(share)?;
    write_person_dossiers(share)
}

fn day(share: &Share, years: i16) -> Date {
    date(share.today.year() - years, 3, 14)
}

fn language_of(path: &str) -> Language {
    let is_danish = ["Borgerservice", "Jobcenter", "Skole"]
        .iter()
        .any(|folder| path.starts_with(folder));
    if is_danish {
        Language::Danish
    } else {
        Language::Swedish
    }
}

/// The day as the language writes it.
fn written(day: Date, language: Language) -> String {
    match language {
        Language::Swedish => day.to_string(),
        Language::Danish => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
    }
}

fn write_case(share: &mut Share, case: &Case) -> Result<(), DemoError> {
    let language = language_of(case.path);
    let dated = day(share, case.years);
    let mut document = Document::new(case.heading, dated);
    match case.dates {
        Dates::Agree => {}
        Dates::FileSystemOnly => document.created = None,
        Dates::SavedLater(years) => {
            document.created = Some(day(share, years));
            document.modified = day(share, years);
        }
    }
    if case.names_somebody {
        let person = person(share, language);
        let introduction = introduce(&mut document, &person, language);
        document.say(introduction);
    }
    if !case.says.is_empty() {
        document.say(case.says.replace("{d}", &written(dated, language)));
    }
    document.say(words::filler(&mut share.random, language));
    let path = case.path.replace("{d}", &dated.to_string());
    share.put(&path, &document)?;
    share.judge(&path, case.verdict, case.accept);
    Ok(())
}

/// Two files of one case in two folders: the newer one keeps the older one.
fn write_case_dossier(share: &mut Share) -> Result<(), DemoError> {
    for (folder, years) in [("5.1.3 Grannhöranden", 8), ("5.1.3 Grannhöranden/Svar", 1)] {
        let dated = day(share, years);
        let mut document = Document::new("Grannhörande", dated);
        document.say(format!("Diarienummer SBN/{}:77", share.today.year() - 8));
        document.say(words::filler(&mut share.random, Language::Swedish));
        let path = format!("SBN/{folder}/{dated} Grannhörande i ärendet.docx");
        share.put(&path, &document)?;
        share.judge(&path, "keep_until", &[]);
    }
    Ok(())
}

/// A file of a person's dossier: years back, and what it says.
type Sheet = (i16, &'static str);
const LETTER: &str = "Brev inkommet {d}.";
const LAST_ENTRY: &str = "Sista anteckning {d}.";

/// Personal files of the social services: the clock runs by the whole dossier, and those of people born on day 5, 15 or 25
/// are kept for research.
fn write_person_dossiers(share: &mut Share) -> Result<(), DemoError> {
    let old: [Sheet; 2] = [(14, LETTER), (9, LAST_ENTRY)];
    let living: [Sheet; 2] = [(14, LETTER), (2, LAST_ENTRY)];
    let someone = number::personnummer(&mut share.random);
    write_dossier(share, Some(&someone), &old, ("overdue", &[]))?;
    let someone = number::personnummer(&mut share.random);
    write_dossier(share, Some(&someone), &living, ("keep_until", &[]))?;
    for day in [5, 15, 25] {
        let someone = number::personnummer_on(&mut share.random, day);
        write_dossier(share, Some(&someone), &old, ("preserve", &["review"]))?;
    }
    write_dossier(share, None, &old, ("review", &[]))
}

fn write_dossier(
    share: &mut Share,
    subject: Option<&Number>,
    sheets: &[Sheet],
    (verdict, accept): (&'static str, &'static [&'static str]),
) -> Result<(), DemoError> {
    let name = words::name(&mut share.random, Language::Swedish);
    for (years, says) in sheets {
        let dated = day(share, *years);
        let mut document = Document::new("Personakt", dated);
        let mut folder = name.clone();
        if let Some(number) = subject {
            folder = document.number(number, Form::LongHyphen, "folder_name");
            let label = label(Language::Swedish);
            document.say(format!("{name}, {label} {}.", number.written(Form::Hyphen)));
        }
        document.say(says.replace("{d}", &dated.to_string()));
        let path = format!("VON/4.1.1 Personakter/{folder}/{dated} anteckning.docx");
        share.put(&path, &document)?;
        share.judge(&path, verdict, accept);
    }
    Ok(())
}
