//! What lies on the share: ordinary letters and lists over ten years, values in every place and form, sensitive matters,
//! look-alikes, files whose verdict is known, and files that nobody can read.

mod bulk;
mod cases;
mod containers;
mod forms;
mod lookalikes;
mod odd;
mod places;
mod sensitive;
mod tables;
mod verdicts;

use crate::DemoError;
use crate::document::Document;
use crate::number::{self, Form, Number};
use crate::share::Share;
use crate::words::{self, Language};
use jiff::civil::{Date, date};

/// Writes everything.
pub(crate) fn write_all(share: &mut Share) -> Result<(), DemoError> {
    bulk::write(share)?;
    places::write(share)?;
    forms::write(share)?;
    tables::write(share)?;
    containers::write(share)?;
    sensitive::write(share)?;
    lookalikes::write(share)?;
    verdicts::write(share)?;
    odd::write(share)
}

/// A day so many years back, on any month and a day up to 28; never later than today.
fn day_back(share: &mut Share, years: i16) -> Date {
    let month = share.random.between(1, 12) as i8;
    let day = share.random.between(1, 28) as i8;
    date(share.today.year() - years.max(1), month, day)
}

/// Somebody: name, number, address.
struct Person {
    name: String,
    number: Number,
    mail: String,
}

fn person(share: &mut Share, language: Language) -> Person {
    let random = &mut share.random;
    let name = words::name(random, language);
    let mail = words::mail(random, &name, language);
    let number = match language {
        Language::Swedish => number::personnummer(random),
        Language::Danish if random.between(0, 1) == 0 => number::cpr(random),
        Language::Danish => number::cpr_of_the_dead(random),
    };
    Person { name, number, mail }
}

/// What stands in front of a number.
fn label(language: Language) -> &'static str {
    match language {
        Language::Swedish => "Personnummer",
        Language::Danish => "CPR-nr.",
    }
}

/// A sentence that names somebody with a number.
fn introduce(document: &mut Document, person: &Person, language: Language) -> String {
    let number = document.number(&person.number, Form::Hyphen, "body");
    match language {
        Language::Swedish => format!("Ärendet gäller {}, personnummer {number}.", person.name),
        Language::Danish => format!("Sagen vedrører {}, CPR-nr. {number}.", person.name),
    }
}
