//! What stands around the tables and holds for all rows: from when time is counted, whose files are kept, what letters
//! mean, and who decided the plan, when, and for how long.

use super::{BirthdayException, Decided, Language, Plan};
use crate::dates;
use crate::fold;
use crate::phrase::{self, Action, Trigger};
use crate::signals::case_numbers;
use jiff::civil::Date;
use sporhund_model::DateRank;

/// Longer lines are prose, and no legend or title.
const LONGEST_LINE: usize = 600;

/// Takes one line of title, legend or preamble.
pub(super) fn take_line(plan: &mut Plan, line: &str) {
    let line = fold::clean(line);
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST_LINE {
        return;
    }
    if let Some(trigger) = counted_from(line) {
        plan.settings.default_trigger = trigger;
    }
    if let Some(exception) = birthday(line) {
        plan.settings.birthday = exception;
    }
    for word in never_disposed(line) {
        if !plan.settings.never_dispose.contains(&word) {
            plan.settings.never_dispose.push(word);
        }
    }
    take_legend(plan, line);
    take_decision(plan, line);
    take_board(plan, line);
}

/// Takes a row above the headings: its cells as one line, or a letter with its meaning beside it.
pub(super) fn take_cells(plan: &mut Plan, cells: &[&str]) {
    if let [key, meaning] = cells {
        add_legend(plan, key, meaning);
    }
    if cells.len() > 1 {
        for cell in cells {
            take_legend(plan, cell);
        }
    }
    take_line(plan, &cells.join(" "));
}

/// The units that bare numbers can count.
const UNITS: [&str; 6] = ["år", "månader", "mån", "måneder", "dagar", "dage"];

/// The unit that a heading names: "Gallringsfrist (år)".
pub(super) fn unit_in(heading: &str) -> Option<&'static str> {
    let words = fold::words(heading);
    UNITS
        .into_iter()
        .find(|unit| words.iter().any(|word| word == unit))
}

/// "Gallringsfristen anges i år", "frister i antal måneder".
pub(super) fn unit_of(line: &str) -> Option<&'static str> {
    let words = fold::words(line);
    let says = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "anges" | "angiven" | "angivet" | "angivna" | "angives" | "antal" | "avser"
        )
    });
    unit_in(line).filter(|_| says && words.len() <= 14)
}

/// "Tiden räknas från avslutat ärende", "årene regnes fra ...": what all periods run from.
pub(super) fn counted_from(line: &str) -> Option<Trigger> {
    const OPENINGS: [&str; 14] = [
        "räknas från",
        "räknat från",
        "beräknas från",
        "räknas efter",
        "räknas i år efter",
        "räknas fr o m",
        "löper från",
        "börjar löpa från",
        "gäller från det att",
        "regnes fra",
        "regnet fra",
        "beregnes fra",
        "løber fra",
        "tælles fra",
    ];
    let lower = fold::words(line).join(" ");
    let tail = OPENINGS.iter().find_map(|words| lower.split_once(words))?.1;
    let form = phrase::parse(&format!("1 år efter {tail}"));
    (!matches!(form.trigger, Trigger::None | Trigger::Other)).then_some(form.trigger)
}

/// Words that keep the files of people born on certain days, or of everyone.
pub(super) fn birthday(text: &str) -> Option<BirthdayException> {
    let words = fold::words(text);
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let starts = |start: &str| words.iter().any(|word| word.starts_with(start));
    let born = [
        "född",
        "født",
        "fodd",
        "födelsedag",
        "fødselsdag",
        "undanta",
        "undtag",
    ]
    .iter()
    .any(|start| starts(start));
    if born && has("5") && has("15") && has("25") {
        return Some(BirthdayException::Days);
    }
    starts("intensivdata").then_some(BirthdayException::All)
}

/// Kinds of files that the plan itself says are never disposed of.
fn never_disposed(line: &str) -> Vec<String> {
    const KINDS: [&str; 6] = [
        "faderskap",
        "föräldraskap",
        "adoption",
        "placering",
        "anbringelse",
        "faderskab",
    ];
    let words = fold::words(line);
    let form = phrase::parse(line);
    let kept = form.action == Action::Preserve
        || words.iter().any(|word| {
            matches!(
                word.as_str(),
                "undantag" | "undantas" | "undantagna" | "undtaget"
            )
        });
    let named = KINDS
        .iter()
        .filter(|kind| words.iter().any(|word| word.starts_with(**kind)));
    if kept && words.len() > 2 {
        named.map(|kind| (*kind).to_owned()).collect()
    } else {
        Vec::new()
    }
}

/// "B = bevaras, V = vid inaktualitet".
fn take_legend(plan: &mut Plan, line: &str) {
    for part in line.split([',', ';', '\n', '|']) {
        if let Some((key, meaning)) = part.split_once(['=', ':', '–']) {
            add_legend(plan, key, meaning);
        }
    }
}

fn add_legend(plan: &mut Plan, key: &str, meaning: &str) {
    let (key, meaning) = (key.trim(), meaning.trim());
    let letters = key.chars().count();
    let is_key = (1..=5).contains(&letters)
        && key.starts_with(char::is_uppercase)
        && key.chars().all(char::is_alphanumeric);
    if is_key && phrase::parse(meaning).action != Action::Unknown {
        plan.legend
            .entry(key.to_owned())
            .or_insert_with(|| meaning.to_owned());
    }
}

/// Words that open a line of validity.
const VALID: [&str; 6] = [
    "gäller",
    "giltig",
    "gælder",
    "gældende",
    "gyldig",
    "gällande",
];

/// "Fastställd av kommunstyrelsen 2019-05-16 § 44", "Version 2.1", "Gäller från 2020-01-01".
fn take_decision(plan: &mut Plan, line: &str) {
    let language = plan.settings.language;
    // "Antagen 2025-02-10, gäller från 2025-03-01": each part has its own dates.
    let whole = line;
    let (line, validity) = split_validity(whole);
    let words = fold::words(line);
    let begins = |starts: &[&str]| {
        words
            .iter()
            .any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    if !validity.is_empty() {
        take_validity(
            plan,
            &fold::words(validity),
            &full_dates(validity, language),
        );
    }
    if begins(&[
        "fastställ",
        "antag",
        "beslut",
        "godkän",
        "vedtag",
        "godkend",
        "reviderad",
        "revideret",
    ]) {
        let decided = plan.decided.get_or_insert_with(Decided::default);
        if let Some(date) = full_dates(line, language).last() {
            decided.date = decided.date.max(Some(*date));
        }
        decided.paragraph = decided.paragraph.take().or_else(|| paragraph(line));
        if let Some(board) = find_board(&words) {
            decided.board = board;
        }
    }
    let labels = [
        "dnr",
        "diarien",
        "beteckning",
        "sagsn",
        "journaln",
        "ärenden",
    ];
    let labelled = fold::words(whole)
        .iter()
        .any(|word| labels.iter().any(|label| word.starts_with(label)));
    if labelled && let Some(case) = case_numbers(whole).into_iter().next() {
        let decided = plan.decided.get_or_insert_with(Decided::default);
        decided.reference = decided.reference.take().or(Some(case.normal));
    }
    plan.version = plan.version.take().or_else(|| version(whole));
}

/// What stands before a word of validity, and what stands from there on.
fn split_validity(line: &str) -> (&str, &str) {
    let starts = line.char_indices().filter(|(at, letter)| {
        letter.is_alphabetic()
            && line
                .get(..*at)
                .and_then(|front| front.chars().next_back())
                .is_none_or(|before| !before.is_alphabetic())
    });
    let is_valid = |at: usize| {
        let tail = line.get(at..).unwrap_or_default();
        let word: String = tail.chars().take(10).collect();
        let word = word.to_lowercase();
        VALID.iter().any(|valid| word.starts_with(valid))
    };
    let at = starts.map(|(at, _)| at).find(|at| is_valid(*at));
    line.split_at(at.unwrap_or(line.len()))
}

fn full_dates(line: &str, language: Language) -> Vec<Date> {
    let named = dates::in_name(line, language).into_iter();
    named
        .filter(|named| named.rank == DateRank::Document)
        .map(|named| named.date)
        .collect()
}

fn take_validity(plan: &mut Plan, words: &[String], dates: &[Date]) {
    let until = words
        .iter()
        .any(|word| matches!(word.as_str(), "till" | "til" | "tom" | "längst" | "t"));
    let from = words
        .iter()
        .any(|word| matches!(word.as_str(), "från" | "fra" | "from" | "fr"));
    match dates {
        [first, second, ..] => {
            plan.valid_from = Some(*first);
            plan.valid_to = Some(*second);
        }
        [only] if until && !from => plan.valid_to = Some(*only),
        [only] => plan.valid_from = Some(*only),
        [] => {}
    }
}

/// "§ 44", "punkt 5".
fn paragraph(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let (sign, tail) = ["§", "punkt", "pkt", "dagsordenspunkt"]
        .iter()
        .find_map(|sign| lower.split_once(sign).map(|(_, tail)| (*sign, tail)))?;
    let tail = tail.trim_start_matches(['§', '.', ' ', ':']);
    let number: String = tail.chars().take_while(char::is_ascii_digit).collect();
    (!number.is_empty()).then(|| format!("{sign} {number}"))
}

fn version(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let tail = ["version", "utgåva", "udgave"]
        .iter()
        .find_map(|word| lower.split_once(word))?
        .1;
    let tail = tail.trim_start_matches([' ', ':', '.', 'n', 'r']);
    let number: String = tail
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
        .collect();
    let number = number.trim_end_matches('.').to_owned();
    (!number.is_empty()).then_some(number)
}

/// Endings of the names of boards, offices and councils.
const BOARDS: [&str; 12] = [
    "nämnden",
    "nämnd",
    "styrelsen",
    "styrelse",
    "fullmäktige",
    "förvaltningen",
    "förvaltning",
    "utskottet",
    "udvalget",
    "udvalg",
    "byrådet",
    "forvaltningen",
];

/// The board's name with what belongs before it: "barn- och utbildningsnämnden".
fn find_board(words: &[String]) -> Option<String> {
    let at = words
        .iter()
        .position(|word| BOARDS.iter().any(|end| word.ends_with(end)))?;
    let joined = at >= 2
        && words
            .get(at - 1)
            .is_some_and(|word| matches!(word.as_str(), "och" | "og"));
    let start = if joined { at - 2 } else { at };
    words.get(start..=at).map(|name| name.join(" "))
}

/// "Dokumenthanteringsplan för barn- och utbildningsnämnden": whose plan it is.
fn take_board(plan: &mut Plan, line: &str) {
    const TITLES: [&str; 8] = [
        "hanteringsplan",
        "arkiveringsplan",
        "gallringsplan",
        "hanteringsanvisning",
        "journalplan",
        "slettepolitik",
        "sletteplan",
        "informationsplan",
    ];
    let words = fold::words(line);
    let title = words
        .iter()
        .any(|word| TITLES.iter().any(|title| word.contains(title)));
    let whose = words
        .iter()
        .position(|word| matches!(word.as_str(), "för" | "for"));
    let Some(at) = whose.filter(|_| title && plan.settings.board.is_empty()) else {
        return;
    };
    // The executive board's name often stands for the whole authority; its plan is still a board's plan.
    if let Some(board) = words.get(at + 1..).and_then(find_board) {
        plan.settings.board = board;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Plan {
        let mut plan = Plan::default();
        for line in lines {
            take_line(&mut plan, line);
        }
        plan
    }

    #[test]
    fn reads_who_decided_the_plan_and_for_how_long() {
        let plan = of(&[
            "Dokumenthanteringsplan för barn- och utbildningsnämnden",
            "Fastställd av barn- och utbildningsnämnden 2019-05-16 § 44",
            "Dnr BUN 2019/123, version 2.1",
            "Gäller från och med 2019-07-01",
            "Giltig till och med 2023-12-31",
        ]);
        let decided = plan.decided.unwrap();
        assert_eq!(decided.board, "barn och utbildningsnämnden");
        assert_eq!(decided.date, Some(Date::constant(2019, 5, 16)));
        assert_eq!(decided.paragraph.as_deref(), Some("§ 44"));
        assert_eq!(decided.reference.as_deref(), Some("BUN/2019:123"));
        assert_eq!(plan.version.as_deref(), Some("2.1"));
        assert_eq!(plan.valid_from, Some(Date::constant(2019, 7, 1)));
        assert_eq!(plan.valid_to, Some(Date::constant(2023, 12, 31)));
        assert_eq!(plan.settings.board, "barn och utbildningsnämnden");
        let plan = of(&["Antagen av kommunstyrelsen 2025-02-10, gäller från 2025-03-01"]);
        assert_eq!(
            plan.decided.unwrap().date,
            Some(Date::constant(2025, 2, 10))
        );
        assert_eq!(plan.valid_from, Some(Date::constant(2025, 3, 1)));
        assert_eq!(plan.valid_to, None);
        let plan = of(&[
            "Godkendt af byrådet den 12. marts 2020, punkt 5",
            "Gældende fra 1. april 2020 til 31. december 2024",
        ]);
        let decided = plan.decided.unwrap();
        assert_eq!(decided.paragraph.as_deref(), Some("punkt 5"));
        assert_eq!(decided.date, Some(Date::constant(2020, 3, 12)));
        assert_eq!(plan.valid_to, Some(Date::constant(2024, 12, 31)));
    }

    #[test]
    fn reads_legends_and_kinds_that_are_never_disposed_of() {
        let plan = of(&[
            "B = Bevaras, V = vid inaktualitet; G5: gallras efter 5 år",
            "Obs: läs mer",
        ]);
        let keys: Vec<&str> = plan.legend.keys().map(String::as_str).collect();
        assert_eq!(keys, ["B", "G5", "V"]);
        let plan = of(&["Akter om faderskap, adoption och placering gallras inte"]);
        assert_eq!(
            plan.settings.never_dispose,
            ["faderskap", "adoption", "placering"]
        );
        assert!(of(&["Faderskap"]).settings.never_dispose.is_empty());
    }

    #[test]
    fn reads_whose_files_are_kept_and_from_when_time_is_counted() {
        assert_eq!(
            birthday("Födda dag 5, 15, 25 bevaras"),
            Some(BirthdayException::Days)
        );
        assert_eq!(
            birthday("den 5:e, 15:e och 25:e (födelsedag)"),
            Some(BirthdayException::Days)
        );
        assert_eq!(
            birthday("Intensivdataområde: alla akter bevaras"),
            Some(BirthdayException::All)
        );
        assert_eq!(
            birthday("Undantag dag 5, 15, 25"),
            Some(BirthdayException::Days)
        );
        assert_eq!(birthday("5, 15 och 25 år"), None);
        assert_eq!(
            counted_from("Gallringsfristen räknas från avslutat ärende"),
            Some(Trigger::CaseClosed)
        );
        assert_eq!(
            counted_from("Fristen løber fra sagens afslutning"),
            Some(Trigger::CaseClosed)
        );
        assert_eq!(counted_from("Räknas från 2019"), None);
    }
}
