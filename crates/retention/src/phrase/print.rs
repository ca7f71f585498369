//! A normal form as a phrase of a Swedish plan, such that reading the phrase gives the form back.

use super::{Action, Bound, Duty, NormalForm, Period, Trigger};

/// What a reader must look up.
const LOOK: &str = ". Se anmärkning";

/// The form as a phrase: "Får gallras tidigast 5 år efter avslutat ärende".
pub fn printed(form: &NormalForm) -> String {
    let mut text = match form.action {
        Action::Preserve => "Bevaras".to_owned(),
        Action::Unknown | Action::Review => return "Se anmärkning".to_owned(),
        Action::WhenNoLongerNeeded => return format!("{} vid inaktualitet", verb(form.duty)),
        Action::Deliver => timed("Levereras till slutarkiv".to_owned(), form),
        Action::Dispose => timed(verb(form.duty).to_owned(), form),
    };
    // Some forms never are without a human; the words that say so would only be repeated.
    let bare = super::parse(&text);
    if form.needs_human && !bare.needs_human {
        text.push_str(LOOK);
    }
    text
}

fn verb(duty: Duty) -> &'static str {
    match duty {
        Duty::Must => "Gallras",
        Duty::May => "Får gallras",
    }
}

fn timed(mut text: String, form: &NormalForm) -> String {
    let bound = match form.bound {
        Bound::AtMost => " senast",
        Bound::Exact => "",
        Bound::AtLeast => " tidigast",
    };
    let event = event(form);
    match form.period {
        None if form.trigger == Trigger::Inactivity => text.push_str(" vid inaktualitet"),
        None => {}
        Some(period) if period.is_now() && event.is_empty() => text.push_str(" omedelbart"),
        Some(period) if period.is_now() => {
            text.push_str(bound);
            text.push_str(&event);
        }
        Some(period) => {
            if event.is_empty() {
                text.push_str(" efter");
            }
            text.push_str(bound);
            text.push_str(&length(period));
            text.push_str(&event);
        }
    }
    text
}

fn length(period: Period) -> String {
    let units = [
        (period.years, "år"),
        (period.months, "månader"),
        (period.days, "dagar"),
    ];
    let parts: Vec<String> = units
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    format!(" {}", parts.join(" och "))
}

/// What the time runs from.
fn event(form: &NormalForm) -> String {
    let words = match form.trigger {
        Trigger::None => return String::new(),
        Trigger::AgeOfPerson => {
            let age = form.age.unwrap_or(18);
            return format!(" efter att personen fyllt {age} år");
        }
        Trigger::Creation => "upprättandet",
        Trigger::Receipt => "mottagandet",
        Trigger::CaseClosed => "avslutat ärende",
        Trigger::Decision => "att beslutet fattats",
        Trigger::LegalForce => "laga kraft",
        Trigger::LastEntry => "sista anteckning",
        Trigger::Inactivity => "inaktualitet",
        Trigger::Superseded => "att handlingen ersatts",
        Trigger::EndOfCalendarYear => "kalenderårets slut",
        Trigger::EndOfFiscalYear => "räkenskapsårets slut",
        Trigger::EndOfSchoolYear => "läsårets slut",
        Trigger::EndOfEnrolment => "att eleven slutat",
        Trigger::EndOfEmployment => "anställningens upphörande",
        Trigger::RecruitmentEnd => "avslutad rekrytering",
        Trigger::ContractEnd => "avtalets upphörande",
        Trigger::ProjectEnd => "projektets slut",
        Trigger::EndOfMeasure => "avslutad insats",
        Trigger::Audit => "revisionen",
        Trigger::PersonDies => "dödsfallet",
        Trigger::Other => "mandatperiodens slut",
    };
    format!(" efter {words}")
}
