//! Dates in the names of files and folders.
//!
//! `2019-05-16`, `20190516`, `190516`, `16.05.2019`, `16. maj 2019`, `VT19`, `läsåret 2018/19`, `skoleår 2018/2019`, and
//! years alone. A date with four digits behind it is somebody's number and no date of the document.

use crate::plan::Language;
use jiff::civil::Date;
use sporhund_model::DateRank;

/// A date that stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedDate {
    /// A full date, or only a year.
    pub rank: DateRank,
    /// The date; for a year its 31 December, for a school year or term its end.
    pub date: Date,
}

/// A run of digits or letters, or one other character.
#[derive(Clone, Copy, Debug)]
struct Piece<'a> {
    text: &'a str,
    digits: bool,
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "januar", "jan"],
    &["februari", "februar", "feb"],
    &["mars", "marts", "mar"],
    &["april", "apr"],
    &["maj"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["augusti", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["december", "dec"],
];

/// All dates of a name, in the order they stand.
pub fn in_name(name: &str, language: Language) -> Vec<NamedDate> {
    if !name.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let lower = name.to_lowercase();
    let pieces = pieces(&lower);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let rest = pieces.get(at..).unwrap_or_default();
        let before = pieces.get(..at).unwrap_or_default();
        match date_at(rest, before, language) {
            Some((named, length)) => {
                found.extend(named);
                at += length.max(1);
            }
            None => at += 1,
        }
    }
    found
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    let kind = |letter: char| (letter.is_ascii_digit(), letter.is_alphabetic());
    let mut start = 0;
    let mut last: Option<(bool, bool)> = None;
    for (at, letter) in text.char_indices() {
        let this = kind(letter);
        let goes_on = last == Some(this) && this != (false, false);
        if !goes_on {
            push(&mut out, text, start, at);
            start = at;
        }
        last = Some(this);
    }
    push(&mut out, text, start, text.len());
    out
}

fn push<'a>(out: &mut Vec<Piece<'a>>, text: &'a str, start: usize, end: usize) {
    if let Some(text) = text.get(start..end).filter(|text| !text.is_empty()) {
        out.push(Piece {
            text,
            digits: text.starts_with(|letter: char| letter.is_ascii_digit()),
        });
    }
}

/// What stands at the front: a date or nothing, and how many pieces it takes.
fn date_at(
    rest: &[Piece<'_>],
    before: &[Piece<'_>],
    language: Language,
) -> Option<(Option<NamedDate>, usize)> {
    if let Some(found) = term(rest) {
        return Some(found);
    }
    let first = rest.first().filter(|piece| piece.digits)?;
    match first.text.len() {
        8 | 6 => run(rest, first.text),
        4 => ymd(rest)
            .or_else(|| school_year(rest, before, language))
            .or_else(|| year(first.text)),
        1 | 2 => dmy(rest).or_else(|| day_month_word(rest)),
        _ => None,
    }
}

fn document(date: Date) -> Option<NamedDate> {
    plausible(date).then_some(NamedDate {
        rank: DateRank::Document,
        date,
    })
}

fn plausible(date: Date) -> bool {
    (1950..=2100).contains(&date.year())
}

fn number(text: &str) -> Option<i16> {
    text.parse().ok()
}

/// A year of two digits: documents are of 1970 to 2069.
fn full_year(text: &str) -> Option<i16> {
    let year = number(text)?;
    Some(match text.len() {
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    })
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(full_year(year)?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn is_separator(piece: Option<&Piece<'_>>) -> bool {
    piece.is_some_and(|piece| matches!(piece.text, "-" | "." | "_" | "/" | " " | "–"))
}

/// `20190516` and `190516`, unless four digits follow: then it is a person's number.
fn run(rest: &[Piece<'_>], text: &str) -> Option<(Option<NamedDate>, usize)> {
    let joined = rest
        .get(1)
        .is_some_and(|piece| matches!(piece.text, "-" | "+" | " " | "_" | "–"));
    let four = rest
        .get(2)
        .is_some_and(|piece| piece.digits && piece.text.len() == 4);
    let year_length = text.len() - 4;
    let found = date(
        text.get(..year_length)?,
        text.get(year_length..year_length + 2)?,
        text.get(year_length + 2..)?,
    )?;
    if joined && four {
        return Some((None, 3));
    }
    Some((document(found), 1))
}

fn ymd(rest: &[Piece<'_>]) -> Option<(Option<NamedDate>, usize)> {
    let [year, _, month, _, day, ..] = rest else {
        return None;
    };
    let fits = is_separator(rest.get(1)) && is_separator(rest.get(3)) && month.digits && day.digits;
    let short = month.text.len() <= 2 && day.text.len() <= 2;
    (fits && short)
        .then(|| date(year.text, month.text, day.text))
        .flatten()
        .map(|date| (document(date), 5))
}

fn dmy(rest: &[Piece<'_>]) -> Option<(Option<NamedDate>, usize)> {
    let [day, _, month, _, year, ..] = rest else {
        return None;
    };
    let fits =
        is_separator(rest.get(1)) && is_separator(rest.get(3)) && month.digits && year.digits;
    let sizes = month.text.len() <= 2 && year.text.len() == 4;
    // "1-5_2026-07" is no day: its signs differ, and the year goes on.
    let alike = rest.get(1).map(|sign| sign.text) == rest.get(3).map(|sign| sign.text);
    let goes_on = rest.get(5).is_some_and(|sign| sign.text == "-")
        && rest.get(6).is_some_and(|piece| piece.digits);
    (fits && sizes && alike && !goes_on)
        .then(|| date(year.text, month.text, day.text))
        .flatten()
        .map(|date| (document(date), 5))
}

/// `16. maj 2019`, `16 maj 2019`.
fn day_month_word(rest: &[Piece<'_>]) -> Option<(Option<NamedDate>, usize)> {
    let words: Vec<(usize, &Piece<'_>)> = rest
        .iter()
        .enumerate()
        .take(7)
        .filter(|(_, piece)| piece.digits || piece.text.starts_with(char::is_alphabetic))
        .collect();
    let [(_, day), (_, word), (end, year), ..] = words[..] else {
        return None;
    };
    let month = MONTHS.iter().position(|names| names.contains(&word.text))? + 1;
    let fits = year.digits && year.text.len() == 4;
    let date = date(year.text, &month.to_string(), day.text).filter(|_| fits)?;
    Some((document(date), end + 1))
}

/// `2018/19`, `2018-2019`: a school year where the word stands before it, else its later year.
fn school_year(
    rest: &[Piece<'_>],
    before: &[Piece<'_>],
    language: Language,
) -> Option<(Option<NamedDate>, usize)> {
    let [first, _, second, ..] = rest else {
        return None;
    };
    let (from, to) = (number(first.text)?, full_year(second.text)?);
    let spans = is_separator(rest.get(1))
        && second.digits
        && matches!(second.text.len(), 2 | 4)
        && to == from.checked_add(1)?;
    // `2018-19-05` is broken, not a school year.
    if !spans || (is_separator(rest.get(3)) && rest.get(4).is_some_and(|piece| piece.digits)) {
        return None;
    }
    let words = before.iter().rev().take(3);
    let named = words.filter(|piece| !piece.digits).any(|piece| {
        ["läsår", "skolår", "skoleår", "lasar", "skolar", "skoleaar"]
            .iter()
            .any(|word| piece.text.starts_with(word))
    });
    let (month, day) = match (named, language) {
        (true, Language::Sv) => (6, 30),
        (true, Language::Da) => (7, 31),
        (false, _) => (12, 31),
    };
    let date = Date::new(to, month, day)
        .ok()
        .filter(|date| plausible(*date))?;
    let rank = if named {
        DateRank::Document
    } else {
        DateRank::Year
    };
    Some((Some(NamedDate { rank, date }), 3))
}

/// `VT19`, `HT 2019`: the end of the term.
fn term(rest: &[Piece<'_>]) -> Option<(Option<NamedDate>, usize)> {
    let word = rest.first()?.text;
    let (month, day) = match word {
        "vt" | "vårtermin" | "vårterminen" => (6, 30),
        "ht" | "hösttermin" | "höstterminen" => (12, 31),
        _ => return None,
    };
    let skipped = usize::from(is_separator(rest.get(1)));
    let year = rest
        .get(1 + skipped)
        .filter(|piece| piece.digits && matches!(piece.text.len(), 2 | 4))?;
    let date = Date::new(full_year(year.text)?, month, day).ok()?;
    Some((document(date), 2 + skipped))
}

fn year(text: &str) -> Option<(Option<NamedDate>, usize)> {
    let year = number(text)?;
    let date = Date::new(year, 12, 31).ok()?;
    plausible(date).then_some((
        Some(NamedDate {
            rank: DateRank::Year,
            date,
        }),
        1,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(name: &str, language: Language) -> String {
        let found = in_name(name, language);
        let one = |named: &NamedDate| {
            format!(
                "{}{}",
                if named.rank == DateRank::Year {
                    "~"
                } else {
                    ""
                },
                named.date
            )
        };
        found.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reads_the_dates_of_names() {
        for (name, want) in [
            ("Beslut 2019-05-16.docx", "2019-05-16"),
            ("beslut_2019_05_16", "2019-05-16"),
            ("20190516 brev", "2019-05-16"),
            ("190516_protokoll", "2019-05-16"),
            ("16.05.2019 afgørelse", "2019-05-16"),
            ("barn_1-5_2026-07", "~2026-12-31"),
            ("brev 16. maj 2019", "2019-05-16"),
            ("brev 3 marts 2019", "2019-03-03"),
            ("Klasslista VT19", "2019-06-30"),
            ("Klasslista HT2019", "2019-12-31"),
            ("Läsåret 2018/19", "2019-06-30"),
            ("läsår 2018-2019", "2019-06-30"),
            ("2018-2019", "~2019-12-31"),
            ("2017", "~2017-12-31"),
            ("Budget 2017 v2", "~2017-12-31"),
            ("19810507-2382 läkarintyg", ""),
            ("810507-2382", ""),
            ("IMG_1234", ""),
            ("2019-13-45", "~2019-12-31"),
            ("9.3.1", ""),
            ("", ""),
        ] {
            assert_eq!(show(name, Language::Sv), want, "{name}");
        }
        assert_eq!(show("skoleår 2018/2019", Language::Da), "2019-07-31");
    }

    proptest::proptest! {
        #[test]
        fn no_name_makes_it_panic(name in "\\PC{0,40}") {
            in_name(&name, Language::Da);
        }

        #[test]
        fn no_digits_make_it_panic(name in "[0-9./_ a-zåäö-]{0,30}") {
            in_name(&name, Language::Sv);
        }
    }
}
