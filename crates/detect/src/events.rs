//! Days of events that a text tells of: "Ärendet avslutades 2015-03-02", "Afgørelsesdato: 02.03.2015".
//!
//! A day is found first; then the words of its sentence say what happened on it, by `rules/signals/events.csv`: a subject and an
//! event word, or an event word that needs no subject. A word of an event alone ("avslutad") may tell of anything, so that it
//! counts only as a label at the start of its sentence. What stands nearest to the day wins.

use crate::signals::{MAX_SIGNALS, days};
use jiff::civil::Date;
use sporhund_model::{DateEvidence, DateRank, SignalSource, Signals};
use std::sync::LazyLock;

static EVENTS: &str = include_str!("../../../rules/signals/events.csv");

/// Words before a day that can tell of it, and words behind it.
const BEFORE: usize = 14;
const BEHIND: usize = 4;
/// Bytes of a sentence before a day that are looked at.
const REACH: usize = 160;

/// A word with open ends: `avslut*`, `*avtal`.
struct Form {
    text: String,
    open_start: bool,
    open_end: bool,
}

impl Form {
    fn read(text: &str) -> Self {
        Form {
            text: text.trim_matches('*').to_owned(),
            open_start: text.starts_with('*'),
            open_end: text.ends_with('*'),
        }
    }

    fn matches(&self, word: &str) -> bool {
        match (self.open_start, self.open_end) {
            (false, false) => word == self.text,
            (false, true) => word.starts_with(&self.text),
            (true, false) => word.ends_with(&self.text),
            (true, true) => word.contains(&self.text),
        }
    }
}

/// What an event needs beside its own word.
enum Subject {
    /// Nothing.
    None,
    /// To be the first word of its sentence.
    Label,
    /// One of these words.
    Words(Vec<Form>),
}

struct Event {
    trigger: &'static str,
    subject: Subject,
    words: Vec<Form>,
}

static TABLE: LazyLock<Vec<Event>> =
    LazyLock::new(|| EVENTS.lines().skip(1).filter_map(read_line).collect());

fn read_line(line: &'static str) -> Option<Event> {
    let mut fields = line.split(',').skip(1);
    let (trigger, subject, words) = (fields.next()?, fields.next()?, fields.next()?);
    let forms = |text: &str| text.split(' ').map(Form::read).collect();
    Some(Event {
        trigger,
        subject: match subject {
            "" => Subject::None,
            "^" => Subject::Label,
            words => Subject::Words(forms(words)),
        },
        words: forms(words),
    })
}

/// Takes the events of a text.
pub(crate) fn read(text: &str, signals: &mut Signals) {
    let mut last_end = 0;
    for (start, end, date) in days(text) {
        let before = sentence_before(text.get(last_end..start).unwrap_or_default());
        let behind = sentence_behind(text.get(end..).unwrap_or_default());
        if let Some(trigger) = find_event(before, behind) {
            add(date, trigger, signals);
        }
        last_end = end;
    }
}

fn add(date: Date, trigger: &str, signals: &mut Signals) {
    let event = DateEvidence {
        rank: DateRank::Event,
        date,
        trigger: Some(trigger.to_owned()),
        source: SignalSource::Text,
    };
    if signals.dates.len() < MAX_SIGNALS && !signals.dates.contains(&event) {
        signals.dates.push(event);
    }
}

/// What stands before a day in its own sentence or line.
fn sentence_before(text: &str) -> &str {
    let mut start = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let text = text.get(start..).unwrap_or_default();
    let cut = text
        .match_indices(['.', '\n', '!', '?', ';', '\t'])
        .filter(|(at, sign)| *sign != "." || ends_sentence(text, *at))
        .map(|(at, sign)| at + sign.len())
        .next_back();
    text.get(cut.unwrap_or(0)..).unwrap_or_default()
}

/// A dot ends a sentence when white space and a capital follow; "t.o.m." and "den 2." do not.
fn ends_sentence(text: &str, at: usize) -> bool {
    let behind = text.get(at + 1..).unwrap_or_default();
    let word = behind.trim_start();
    word.len() < behind.len() && word.starts_with(char::is_uppercase)
}

fn sentence_behind(text: &str) -> &str {
    let end = text.find(['.', '\n', '!', '?', ';', '\t']);
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// The trigger whose event word stands nearest to the day.
fn find_event(before: &str, behind: &str) -> Option<&'static str> {
    let before = before.replace("t.o.m", "tom").replace("t o m", "tom");
    let front = words(&before);
    let front = front.get(front.len().saturating_sub(BEFORE)..)?;
    let mut back = words(behind);
    back.truncate(BEHIND);
    let near = |event: &Event| {
        let nearest = distance(event, front, &back)?;
        is_about(event, front, &back).then_some((nearest, event.trigger))
    };
    // Equally near ones by the order of the table.
    let found = TABLE.iter().filter_map(near);
    found
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, trigger)| trigger)
}

/// Words between the event's word and the day.
fn distance(event: &Event, front: &[String], back: &[String]) -> Option<usize> {
    let is_event = |word: &String| event.words.iter().any(|form| form.matches(word));
    let ahead = front.iter().rev().position(is_event);
    if matches!(event.subject, Subject::Label) {
        // "Avslutad: 2015-03-02", "Lukket den 2. marts 2015".
        return ahead.filter(|at| at + 1 == front.len() && *at <= 1);
    }
    let after = back.iter().position(is_event).map(|at| at + 1);
    match (ahead, after) {
        (Some(ahead), Some(after)) => Some(ahead.min(after)),
        (ahead, after) => ahead.or(after),
    }
}

fn is_about(event: &Event, front: &[String], back: &[String]) -> bool {
    match &event.subject {
        Subject::None | Subject::Label => true,
        Subject::Words(forms) => {
            let mut all = front.iter().chain(back);
            all.any(|word| forms.iter().any(|form| form.matches(word)))
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut signals = Signals::default();
        read(text, &mut signals);
        let show =
            |date: DateEvidence| format!("{} {}", date.trigger.unwrap_or_default(), date.date);
        signals.dates.into_iter().map(show).collect()
    }

    #[test]
    fn tells_what_happened_on_a_day() {
        for (text, want) in [
            ("Ärendet avslutades 2015-03-02.", "case_closed 2015-03-02"),
            ("Avslutat: 2015-03-02", "case_closed 2015-03-02"),
            ("Beslutsdatum 2015-03-02", "decision 2015-03-02"),
            (
                "Beslut fattat av nämnden den 2 mars 2015",
                "decision 2015-03-02",
            ),
            (
                "Sista anteckning i akten 2015-03-02",
                "last_entry 2015-03-02",
            ),
            (
                "Anställningen upphörde 2015-03-02.",
                "end_of_employment 2015-03-02",
            ),
            (
                "Hyresavtalet löper t.o.m. 2015-03-02",
                "contract_end 2015-03-02",
            ),
            (
                "Insatsen avslutades 2015-03-02",
                "end_of_measure 2015-03-02",
            ),
            (
                "Eleven slutade skolan 2015-03-02",
                "end_of_enrolment 2015-03-02",
            ),
            (
                "Beslutet vann laga kraft 2015-03-02",
                "legal_force 2015-03-02",
            ),
            (
                "Rekryteringen avslutades 2015-03-02",
                "recruitment_end 2015-03-02",
            ),
            (
                "Projektet avslutades den 2 mars 2015",
                "project_end 2015-03-02",
            ),
            ("Inkom 2015-03-02", "receipt 2015-03-02"),
            ("2015-03-02 avslutades ärendet", "case_closed 2015-03-02"),
            ("Sagen er afsluttet 02.03.2015", "case_closed 2015-03-02"),
            ("Fratrådt den 2. marts 2015", "end_of_employment 2015-03-02"),
            ("Aftalen ophørte 02.03.2015", "contract_end 2015-03-02"),
            ("Afgørelsesdato: 2. marts 2015", "decision 2015-03-02"),
            ("Barnet udmeldt 02.03.2015", "end_of_enrolment 2015-03-02"),
        ] {
            assert_eq!(told(text), [want], "{text}");
        }
    }

    #[test]
    fn says_nothing_of_days_that_only_stand_there() {
        for text in [
            "Avslutad gymnasial yrkesexamen. Datum 2015-03-02",
            "Möte 2015-03-02",
            "Jag har en avslutad kurs från annan ort, se 2015-03-02",
            "Född 1950-03-02",
            "Ärendet gäller vägen. Syn hölls 2015-03-02",
            "",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn of_two_events_each_has_its_own_day() {
        assert_eq!(
            told(
                "Ansökan inkom 2014-01-07, beslut fattades 2014-02-11 och ärendet avslutades 2014-05-05."
            ),
            [
                "receipt 2014-01-07",
                "decision 2014-02-11",
                "case_closed 2014-05-05"
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-zåäö .0-9\\n-]{0,80}") {
            told(&text);
        }
    }
}
