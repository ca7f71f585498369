//! What a document says about itself: case numbers and dates near trigger words at its beginning, and its properties.

use jiff::civil::Date;
use regex::Regex;
use sporhund_model::{DateEvidence, DateRank, Signal, SignalSource, Signals};
use std::sync::LazyLock;

/// Bytes of a document's text that are looked at.
pub(crate) const HEAD: usize = 8 * 1024;
/// Signals of one kind that are kept.
pub(crate) const MAX_SIGNALS: usize = 16;

/// A case number behind its usual words.
static CASE_NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = r"(?i:dnr|diarienr|diarienummer|beteckning|ärendenr|ärendenummer|änr|aktnr|mål nr|sagsnr|sagsnummer|j\.? ?nr|journalnr|journalnummer|dok\.? ?nr|sag)";
    let number = r"([A-ZÅÄÖÆØa-zåäöæø]{0,6}[-_ /]?[0-9]{1,4}[-/: .][0-9][0-9A-Z:/.\-]{0,24})";
    Regex::new(&format!(r"{words}\.?[:\t ]{{1,4}}{number}")).ok()
});

/// A day as ISO 8601, as `16.5.2019`, or with the name of the month.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let month = "(?i:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zå]{0,7}";
    Regex::new(&format!(
        r"([12][0-9]{{3}})-([0-9]{{2}})-([0-9]{{2}})|([0-9]{{1,2}})[./-]([0-9]{{1,2}})[./-]([12][0-9]{{3}})|([0-9]{{1,2}})\.? ({month}) ([12][0-9]{{3}})"
    ))
    .ok()
});

/// Takes case numbers and events from the beginning of a text in which detected spans have been masked.
pub(crate) fn read_text(text: &str, signals: &mut Signals) {
    for found in CASE_NUMBER
        .iter()
        .flat_map(|regex| regex.captures_iter(text))
    {
        if let Some(number) = found.get(1) {
            add(
                &mut signals.case_numbers,
                number.as_str(),
                SignalSource::Text,
            );
        }
    }
    crate::events::read(text, signals);
}

/// The first day in a text.
fn find_date(text: &str) -> Option<Date> {
    days(text).next().map(|(_, _, date)| date)
}

/// All days of a text, with where they begin and end.
pub(crate) fn days(text: &str) -> impl Iterator<Item = (usize, usize, Date)> + '_ {
    let found = DAY.iter().flat_map(move |regex| regex.captures_iter(text));
    found.filter_map(|parts| {
        let whole = parts.get(0)?;
        Some((whole.start(), whole.end(), day_of(&parts)?))
    })
}

fn day_of(found: &regex::Captures<'_>) -> Option<Date> {
    let number = |index: usize| {
        found
            .get(index)
            .and_then(|part| part.as_str().parse::<i16>().ok())
    };
    let (year, month, day) = match (number(1), number(6), number(9)) {
        (Some(year), _, _) => (year, number(2)?, number(3)?),
        (_, Some(year), _) => (year, number(5)?, number(4)?),
        (_, _, Some(year)) => (year, month_of(found.get(8)?.as_str())?, number(7)?),
        _ => return None,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn month_of(name: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ];
    let head: String = name.chars().take(3).collect::<String>().to_lowercase();
    MONTHS
        .iter()
        .position(|month| *month == head)
        .and_then(|index| i16::try_from(index + 1).ok())
}

/// Takes what a property of the document says.
pub(crate) fn read_property(name: &str, value: &str, signals: &mut Signals) {
    match name {
        "created" | "modified" | "date" => {
            if let Some(date) = find_date(value) {
                signals.dates.push(DateEvidence {
                    rank: DateRank::Embedded,
                    date,
                    trigger: (name != "modified").then(|| "creation".to_owned()),
                    source: SignalSource::Property,
                });
            }
        }
        "template" => signals.template = Some(value.to_lowercase()),
        _ => read_custom(&name.to_lowercase(), value, signals),
    }
}

fn read_custom(name: &str, value: &str, signals: &mut Signals) {
    let Some(name) = name.strip_prefix("custom:") else {
        return;
    };
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&[
        "dnr", "diarie", "sagsn", "journal", "ärende", "arende", "casen", "case n",
    ]) {
        add(&mut signals.case_numbers, value, SignalSource::Property);
    } else if has(&["klass", "kle", "emne", "handlingstyp", "process", "class"]) {
        add(&mut signals.class_codes, value, SignalSource::Property);
    }
}

fn add(signals: &mut Vec<Signal>, value: &str, source: SignalSource) {
    let value = value.trim().trim_end_matches(['.', ',', ':', '-', '/']);
    let signal = Signal {
        value: value.to_owned(),
        source,
    };
    if !value.is_empty()
        && value.len() <= 60
        && signals.len() < MAX_SIGNALS
        && !signals.contains(&signal)
    {
        signals.push(signal);
    }
}

/// The words of a heading in lower case, without those that have digits.
pub(crate) fn heading_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|character: char| !character.is_alphabetic())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_lowercase)
        .take(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_case_numbers_and_events() {
        let mut signals = Signals::default();
        read_text(
            "Dnr: VON/2019:49\nBeslutsdatum 2015-03-02\nFratrådt den 16. maj 2019. Sagsnr. 2018-32-0286",
            &mut signals,
        );
        let numbers: Vec<&str> = signals
            .case_numbers
            .iter()
            .map(|signal| signal.value.as_str())
            .collect();
        assert_eq!(numbers, ["VON/2019:49", "2018-32-0286"]);
        let dates: Vec<String> = signals
            .dates
            .iter()
            .map(|date| date.date.to_string())
            .collect();
        assert!(
            dates.contains(&"2015-03-02".to_owned()) && dates.contains(&"2019-05-16".to_owned()),
            "{dates:?}"
        );
    }

    #[test]
    fn reads_properties() {
        let mut signals = Signals::default();
        read_property("custom:Diarienummer", "KS 2018/65", &mut signals);
        read_property("created", "2014-05-06T10:00:00Z", &mut signals);
        read_property("created", "99", &mut signals);
        assert_eq!(signals.case_numbers[0].value, "KS 2018/65");
        assert_eq!(signals.dates.len(), 1);
    }
}
