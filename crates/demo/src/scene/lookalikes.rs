//! What looks like personal data and is none: invoice, order and organisation numbers, references, phone numbers, blank
//! forms, template letters.

use super::day_back;
use crate::DemoError;
use crate::document::{Document, Table};
use crate::number::luhn_digit;
use crate::share::Share;
use crate::words::{self, Language};

type Make = fn(&mut Share) -> String;

/// A kind of look-alike: its name, how it is introduced, and how it is made.
const KINDS: [(&str, &str, Make); 12] = [
    ("fakturanummer", "Fakturanummer", invoice),
    ("ordernummer", "Ordernummer", order),
    ("organisationsnummer", "Organisationsnummer", organisation),
    ("ocr", "OCR-referens", reference),
    ("guid", "Dokument-id", guid),
    ("telefon", "Telefon", phone),
    ("felaktiga", "Artikelnummer", failing_check_digit),
    ("ordrenummer", "Ordrenummer", danish_order),
    ("cvr", "CVR-nr.", cvr),
    ("dansk telefon", "Telefon", danish_phone),
    ("tidsstämpel", "Tid", timestamp),
    ("konto", "IBAN", |_| {
        "SE45 5000 0000 0583 9825 7466".to_owned()
    }),
];

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    for (name, label, make) in KINDS {
        write_letter(share, name, label, make)?;
        write_column(share, name, label, make)?;
    }
    write_forms(share)
}

fn write_letter(share: &mut Share, name: &str, label: &str, make: Make) -> Result<(), DemoError> {
    let format = share.random.pick(&["docx", "txt", "pdf", "html"]);
    let mut document = Document::new("Beställning", day_back(share, 2));
    for _ in 0..4 {
        let value = make(share);
        document.say(format!("{label}: {value}"));
        document.say(words::filler(&mut share.random, Language::Swedish));
    }
    share.put(&format!("KS/Inköp/{name}.{format}"), &document)
}

fn write_column(share: &mut Share, name: &str, label: &str, make: Make) -> Result<(), DemoError> {
    let format = share.random.pick(&["csv", "xlsx"]);
    let mut document = Document::new("Förteckning", day_back(share, 3));
    let mut table = Table::new(&["Rad", label, "Antal"]);
    for row in 1..=25 {
        let value = make(share);
        table
            .rows
            .push(vec![row.to_string(), value, (row % 7).to_string()]);
    }
    document.table = Some(table);
    share.put(&format!("KS/Inköp/förteckning {name}.{format}"), &document)
}

/// Blank forms and template letters: labels and examples without a person.
fn write_forms(share: &mut Share) -> Result<(), DemoError> {
    let forms = [
        (
            "KS/Blanketter/blankett ansökan",
            "Personnummer: ______-____\nNamn: ____________",
        ),
        (
            "KS/Blanketter/blankett intyg",
            "Personnummer (ÅÅÅÅMMDD-XXXX): \nE-post: namn(a)domän",
        ),
        (
            "HR/Mallar/mall brev",
            "Hej <namn>, ditt personnummer ÅÅMMDD-NNNN finns i registret.",
        ),
        (
            "Borgerservice/Blanketter/blanket",
            "CPR-nr.: ______-____\nNavn: ____________",
        ),
        (
            "Jobcenter/Skabeloner/skabelon brev",
            "Kære <navn>, dit CPR-nr. DDMMÅÅ-XXXX er modtaget.",
        ),
    ];
    for (path, text) in forms {
        for format in ["docx", "pdf"] {
            let mut document = Document::new("Blankett", day_back(share, 3));
            text.lines().for_each(|line| document.say(line));
            share.put(&format!("{path}.{format}"), &document)?;
        }
    }
    Ok(())
}

/// A date in front and four digits that fail Luhn's check.
fn invoice(share: &mut Share) -> String {
    let day = day_back(share, 7);
    let front = format!("{:02}{:02}{:02}", day.year() % 100, day.month(), day.day());
    let serial = format!("{:03}", share.random.between(0, 99));
    let check = (luhn_digit(&format!("{front}{serial}")) + 1) % 10;
    format!("20{front}-{serial}{check}")
}

fn order(share: &mut Share) -> String {
    let (year, serial) = (
        share.random.between(2016, 2025),
        share.random.between(10_000, 99_999),
    );
    format!("{year}-{serial}")
}

/// An organisation number with a valid check digit; its third digit is 2 or more, so that it is no date.
fn organisation(share: &mut Share) -> String {
    let front = format!(
        "55{}{:03}",
        share.random.between(6, 9),
        share.random.between(0, 999)
    );
    let serial = format!("{:03}", share.random.between(0, 999));
    let check = luhn_digit(&format!("{front}{serial}"));
    format!("{front}-{serial}{check}")
}

fn reference(share: &mut Share) -> String {
    let digits = format!(
        "{:07}{:07}",
        share.random.between(1_000_000, 9_999_999),
        share.random.between(0, 9_999_999)
    );
    let check = luhn_digit(&digits);
    format!("{digits}{check}")
}

fn guid(share: &mut Share) -> String {
    let mut part = |high| share.random.between(0, high);
    format!(
        "{:08x}-{:04x}-4{:03x}-a{:03x}-c{:011x}",
        part(u32::MAX - 1),
        part(0xffff),
        part(0xfff),
        part(0xfff),
        part(u32::MAX - 1)
    )
}

/// Numbers that PTS keeps for films and books.
fn phone(share: &mut Share) -> String {
    format!("070-174 06 {:02}", share.random.between(5, 99))
}

fn danish_phone(share: &mut Share) -> String {
    format!("+45 12 34 56 {:02}", share.random.between(10, 99))
}

/// A number with a person's shape whose check digit is one too high; no Danish date either.
fn failing_check_digit(share: &mut Share) -> String {
    let number =
        crate::number::personnummer(&mut share.random).written(crate::number::Form::Hyphen);
    let (front, last) = number.split_at_checked(10).unwrap_or((&number, "0"));
    let last: u32 = last.parse().unwrap_or(0);
    format!("{front}{}", (last + 1) % 10)
}

/// Ten digits whose month is 20 or more.
fn danish_order(share: &mut Share) -> String {
    let (day, month) = (share.random.between(1, 28), share.random.between(20, 99));
    format!(
        "{day:02}{month}{:06}",
        share.random.between(620_000, 919_999)
    )
}

fn cvr(share: &mut Share) -> String {
    share.random.between(10_000_000, 39_999_999).to_string()
}

fn timestamp(share: &mut Share) -> String {
    let day = day_back(share, 4);
    let minute = share.random.between(10, 59);
    format!(
        "{day}T08:{minute}:00Z 15{}",
        share.random.between(55_000_000, 59_999_999)
    )
}
