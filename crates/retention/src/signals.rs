//! What the path of a file says: class codes, case numbers, words, dates and marks. Made from the item when it is judged, so
//! that nothing of it need be stored.

mod stops;

use crate::data;
use crate::dates::{self, NamedDate};
use crate::fold;
use crate::plan::Language;
use jiff::civil::Date;
use regex::Regex;
use serde::Deserialize;
use sporhund_model::{DateEvidence, DateRank, Item, Mark, SignalSource};
use std::sync::LazyLock;

/// A case number in one form, with the year it names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    /// Such as `VON/2019:49`.
    pub normal: String,
    /// The year the case was opened.
    pub year: Option<i16>,
}

/// What the path says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathSignals {
    /// Class codes with where they stand.
    pub class_codes: Vec<(String, SignalSource)>,
    /// Case numbers.
    pub case_numbers: Vec<CaseNumber>,
    /// Dates of ranks 3 and 4.
    pub dates: Vec<DateEvidence>,
    /// The words of folder names, a list for each folder, the outermost first.
    pub folder_words: Vec<Vec<String>>,
    /// The words of the file's name.
    pub name_words: Vec<String>,
    /// What the names say of the document's standing.
    pub marks: Vec<Mark>,
    /// Its name stops all disposal in its case ("OBS gallra ej").
    pub stops: bool,
    /// Its name says that it is one page of a document ("beslut sida 1").
    pub is_page: bool,
}

#[derive(Default, Deserialize)]
struct MarkWords {
    draft: Vec<String>,
    copy: Vec<String>,
    private: Vec<String>,
    template: Vec<String>,
}

#[derive(Default, Deserialize)]
struct MarkData {
    marks: MarkWords,
}

static MARKS: LazyLock<MarkWords> = LazyLock::new(|| data::load::<MarkData>("synonyms.toml").marks);

/// Reads the path of an item.
pub fn of_item(item: &Item, language: Language) -> PathSignals {
    let path = item.path.display();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    with_name(of_folder(folder, language), name, language)
}

/// Reads the path of a folder.
pub(crate) fn of_folder(path: &str, language: Language) -> PathSignals {
    let mut signals = PathSignals::default();
    for folder in path.split('/').filter(|folder| !folder.is_empty()) {
        signals.take(folder, SignalSource::Folder, language);
    }
    signals
}

/// Adds the name of a file to what its folder says.
pub(crate) fn with_name(mut signals: PathSignals, name: &str, language: Language) -> PathSignals {
    let stem = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    signals.take(stem, SignalSource::Name, language);
    signals.take_marks(name, stem);
    let words = fold::words(stem);
    signals.stops = stops::stops(&words);
    signals.is_page = stops::is_page(&words);
    signals
}

impl PathSignals {
    fn take(&mut self, name: &str, source: SignalSource, language: Language) {
        let name = fold::clean(name);
        let words = fold::words(&name);
        let cases = case_numbers(&name);
        for case in &cases {
            if let Some(date) = case.year.and_then(|year| Date::new(year, 12, 31).ok()) {
                self.dates.push(evidence(
                    NamedDate {
                        rank: DateRank::Year,
                        date,
                    },
                    source,
                ));
            }
        }
        // A name with a case number has its digits from there; what is left may still hold a full date.
        for named in dates::in_name(&name, language) {
            if cases.is_empty() || named.rank == DateRank::Document {
                self.dates.push(evidence(named, source));
            }
        }
        let codes = class_codes(&name).into_iter().map(|code| (code, source));
        self.class_codes.extend(codes);
        self.case_numbers.extend(cases);
        let kept = words
            .into_iter()
            .filter(|word| word.chars().any(char::is_alphabetic));
        if source == SignalSource::Folder {
            self.folder_words.push(kept.collect());
        } else {
            self.name_words.extend(kept);
            self.name_words.extend(abbreviations(&name));
        }
    }

    fn take_marks(&mut self, name: &str, stem: &str) {
        let words = || self.folder_words.iter().flatten().chain(&self.name_words);
        let has = |list: &[String]| words().any(|word| list.contains(word));
        let lower = name.to_lowercase();
        let numbered = stem
            .trim_end()
            .strip_suffix(')')
            .and_then(|front| front.rsplit_once(" ("))
            .is_some_and(|(_, number)| {
                !number.is_empty()
                    && number.len() <= 2
                    && number.bytes().all(|byte| byte.is_ascii_digit())
            });
        let mut marks = Vec::new();
        if has(&MARKS.draft) {
            marks.push(Mark::Draft);
        }
        if has(&MARKS.copy) || numbered {
            marks.push(Mark::Copy);
        }
        if has(&MARKS.private) {
            marks.push(Mark::Private);
        }
        if has(&MARKS.template) {
            marks.push(Mark::Template);
        }
        if lower.starts_with("~$") || [".tmp", ".bak"].iter().any(|end| lower.ends_with(end)) {
            marks.push(Mark::Temporary);
        }
        self.marks = marks;
    }
}

fn evidence(named: NamedDate, source: SignalSource) -> DateEvidence {
    DateEvidence {
        rank: named.rank,
        date: named.date,
        trigger: None,
        source,
    }
}

/// Words in pieces with dots between, as "läk.int" and "åtg.prog".
fn abbreviations(name: &str) -> impl Iterator<Item = String> + '_ {
    let is_piece = |piece: &str| {
        (2..=7).contains(&piece.chars().count()) && piece.chars().all(char::is_alphabetic)
    };
    let tokens = name.split([' ', '_', ',', '(', ')']);
    let dotted = tokens
        .map(|token| token.trim_end_matches('.'))
        .filter(move |token| token.contains('.') && token.split('.').all(is_piece));
    dotted.map(str::to_lowercase)
}

/// Whether text is a class code: numbers with dots, perhaps with the Danish facet behind (`27.24.00-G01`).
pub fn is_class_code(text: &str) -> bool {
    let (numbers, facet) = text.split_once('-').unwrap_or((text, ""));
    let groups = numbers.split('.');
    let fine = |group: &str| {
        (1..=3).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    let facet_is_fine = facet.is_empty() && !text.ends_with('-')
        || (facet.len() == 3
            && facet.starts_with(|letter: char| letter.is_ascii_uppercase())
            && facet
                .get(1..)
                .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())));
    numbers.split('.').count() <= 6 && groups.into_iter().all(fine) && facet_is_fine
}

/// A pattern of ours; tested to be right, so that the `None` is never met.
fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

static CLASS: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}(?:-[A-Z][0-9]{2})?"));

/// The class codes of two levels or more, without dates (`16.05.2019`) and versions (`v1.2`).
pub fn class_codes(text: &str) -> Vec<String> {
    let Some(class) = CLASS.as_ref().filter(|_| text.contains('.')) else {
        return Vec::new();
    };
    class
        .find_iter(text)
        .filter(|found| {
            let before = text
                .get(..found.start())
                .unwrap_or_default()
                .chars()
                .next_back();
            let after = text.get(found.end()..).unwrap_or_default();
            let version = before
                .is_some_and(|letter| letter.is_alphanumeric() || letter == '.' || letter == ',');
            let goes_on = after
                .starts_with(|letter: char| letter.is_ascii_digit() || letter == '%')
                || (after.starts_with('.')
                    && after
                        .get(1..2)
                        .is_some_and(|next| next.bytes().all(|byte| byte.is_ascii_digit())));
            !version && !goes_on && !after.starts_with("-1") && is_class_code(found.as_str())
        })
        .map(|found| found.as_str().to_owned())
        .collect()
}

/// Patterns of case numbers with what they name; the words before a number are read as a pattern of their own.
struct CasePatterns {
    board: Option<Regex>,
    classified: Option<Regex>,
    danish: Option<Regex>,
    year_last: Option<Regex>,
    short: Option<Regex>,
    labelled: Option<Regex>,
}

static CASES: LazyLock<CasePatterns> = LazyLock::new(|| CasePatterns {
    board: pattern(
        r"([A-ZÅÄÖÆØ]{1,6})[ /-]?((?:19|20)[0-9]{2})([ /:.-])([0-9]{1,6})(?:[.-][0-9]{1,4}| [0-9]{1,2})?",
    ),
    classified: pattern(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[A-ZÆØ][0-9]{2}-[0-9]{1,5}-([0-9]{2})"),
    danish: pattern(r"((?:19|20)[0-9]{2})-[0-9]{2}-[0-9]{4,5}"),
    year_last: pattern(r"[0-9]{1,3}-[0-9]{1,5}[/-]((?:19|20)[0-9]{2})"),
    short: pattern(r"([0-9]{2})/[0-9]{4,6}"),
    labelled: pattern(
        r"(?:DNR|DIARIENR|DIARIENUMMER|BETECKNING|ÄRENDENUMMER|ÄRENDENR|ÄNR|AKTNR|MÅL NR|MÅLNR|SAGSNR|SAGSNUMMER|J\.?NR|JOURNALNR|DOK\.?NR)\.?:? ?((?:[A-ZÅÄÖÆØ]{1,6}[ /-]?)?[0-9][0-9/:.-]{1,20})",
    ),
});

/// Letters before a year that make it a law, an inquiry, a standard or a picture.
const NO_BOARDS: [&str; 30] = [
    "EU", "EG", "SFS", "SOU", "PROP", "DS", "NJA", "MÖD", "JO", "FS", "AFS", "BFS", "SOSFS", "ISO",
    "SS", "ILO", "OSL", "DIR", "EN", "LOV", "NR", "BEK", "CIR", "VT", "HT", "ÅR", "IMG", "DSC",
    "SCAN", "LÄSÅR",
];

/// All case numbers of a text, each in one form.
pub fn case_numbers(text: &str) -> Vec<CaseNumber> {
    // Most names hold no number that could be one.
    if text.bytes().filter(u8::is_ascii_digit).count() < 3 {
        return Vec::new();
    }
    let upper = text.replace('_', " ").to_uppercase();
    let mut found: Vec<(usize, CaseNumber)> = Vec::new();
    let patterns: &'static CasePatterns = &CASES;
    // What each pattern cannot do without is looked for first: it costs a hundredth of the pattern.
    let has = |text: &str| upper.contains(text);
    let year = has("19") || has("20");
    let hyphen = has("-");
    let of = |regex: &'static Option<Regex>, needed: bool| regex.as_ref().filter(|_| needed);
    let label = has("NR") || has("NUMMER") || has("BETECKNING");
    take(of(&patterns.labelled, label), &upper, &mut found, labelled);
    take(of(&patterns.board, year), &upper, &mut found, board);
    let first = |parts: &regex::Captures<'_>| plain(parts, 1);
    let classified = of(&patterns.classified, hyphen && has("."));
    take(classified, &upper, &mut found, first);
    take(
        of(&patterns.danish, year && hyphen),
        &upper,
        &mut found,
        first,
    );
    let year_last = of(&patterns.year_last, year && (hyphen || has("/")));
    take(year_last, &upper, &mut found, first);
    take(of(&patterns.short, has("/")), &upper, &mut found, first);
    found.sort();
    let mut out: Vec<CaseNumber> = Vec::new();
    for (_, case) in found {
        if !out.iter().any(|known| known.normal == case.normal) {
            out.push(case);
        }
    }
    out
}

/// Takes the matches that stand free and do not overlap what was taken before.
fn take(
    regex: Option<&Regex>,
    text: &str,
    found: &mut Vec<(usize, CaseNumber)>,
    read: impl Fn(&regex::Captures<'_>) -> Option<CaseNumber>,
) {
    let Some(regex) = regex else { return };
    for parts in regex.captures_iter(text) {
        let Some(whole) = parts.get(0) else { continue };
        let before = text
            .get(..whole.start())
            .unwrap_or_default()
            .chars()
            .next_back();
        let after = text.get(whole.end()..).unwrap_or_default().chars().next();
        let free = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        let inside = before.is_some_and(|letter| "/:.-".contains(letter));
        let overlaps = found.iter().any(|(start, case)| {
            whole.start() < start + case.normal.len() + 12 && *start <= whole.start()
        });
        if !free(before) || !free(after) || inside || overlaps {
            continue;
        }
        found.extend(read(&parts).map(|case| (whole.start(), case)));
    }
}

/// `KS 2018/65`, `VON/2019:49`, `KS-2018-00526-1` → `KS/2018:526`.
fn board(parts: &regex::Captures<'_>) -> Option<CaseNumber> {
    let text = |index: usize| parts.get(index).map_or("", |part| part.as_str());
    let (letters, year, sign, number) = (text(1), text(2), text(3), text(4));
    let value: u32 = number.parse().ok()?;
    // `BREV 2019-05-16` is a date, and `KS 2019-05` may be a month.
    let loose = !matches!(sign, "/" | ":");
    if NO_BOARDS.contains(&letters) || (loose && number.len() < 3 && value <= 12) || value == 0 {
        return None;
    }
    // One letter stands for a register, such as `M-2012-034` (miljö) or `B 2013-00150` (bygg); with a short number it is anything.
    let is_register = number.len() >= 3 && sign != " ";
    if letters.len() == 1 && letters != "S" && !is_register {
        return None;
    }
    Some(CaseNumber {
        normal: format!("{letters}/{year}:{value}"),
        year: year.parse().ok(),
    })
}

fn plain(parts: &regex::Captures<'_>, group: usize) -> Option<CaseNumber> {
    let whole = parts.get(0)?.as_str();
    Some(CaseNumber {
        normal: whole.to_owned(),
        year: year_of(parts.get(group)?.as_str()),
    })
}

/// `Dnr 50/11`: the form behind the word, read as a board's number where it is one.
fn labelled(parts: &regex::Captures<'_>) -> Option<CaseNumber> {
    let value = parts
        .get(1)?
        .as_str()
        .trim_end_matches(['.', ':', '-', '/']);
    if let Some(read) = CASES
        .board
        .as_ref()
        .and_then(|regex| regex.captures(value))
        .and_then(|parts| board(&parts))
    {
        return Some(read);
    }
    let year = value
        .rsplit(['/', ':', '-'])
        .chain(value.split(['/', ':', '-']))
        .find_map(year_of);
    (value.len() >= 3).then(|| CaseNumber {
        normal: value.to_owned(),
        year,
    })
}

fn year_of(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    match text.len() {
        4 if (1950..=2100).contains(&year) => Some(year),
        2 => Some(if year < 70 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_case_numbers_of_both_countries_in_one_form() {
        for (text, want) in [
            ("VON/2019:49", "VON/2019:49"),
            ("KS 2018/65", "KS/2018:65"),
            ("KS-2014/742.912", "KS/2014:742"),
            ("KS-2018-00526-1", "KS/2018:526"),
            ("SBN 2021 00099 1", "SBN/2021:99"),
            ("KSN-2017-3447 beslut", "KSN/2017:3447"),
            ("SKN2014/79", "SKN/2014:79"),
            ("Dnr 50/11", "50/11"),
            ("UH 2015/46", "UH/2015:46"),
            ("1-814/2014", "1-814/2014"),
            ("SSA 2014:02", "SSA/2014:2"),
            ("dnr KS 2018/65", "KS/2018:65"),
            ("2018-32-0286", "2018-32-0286"),
            ("Sagsnr. 15/58123", "15/58123"),
            ("15/58123", "15/58123"),
            ("27.24.00-G01-1-21", "27.24.00-G01-1-21"),
            ("EMN-2019-01234", "EMN/2019:1234"),
            ("S2019-12345", "S/2019:12345"),
            ("ks_2019-149", "KS/2019:149"),
            ("M-2012-034 hundskall", "M/2012:34"),
            ("B 2013-00150", "B/2013:150"),
        ] {
            let found: Vec<String> = case_numbers(text)
                .into_iter()
                .map(|case| case.normal)
                .collect();
            assert_eq!(found, [want], "{text}");
        }
        for text in [
            "EU 2016/679",
            "SFS 2018:218",
            "SOU 2017:39",
            "prop. 2017/18:105",
            "556677-8899",
            "BREV 2019-05-16",
            "2019-05-16",
            "Läsår 2018/19",
            "VT 2019",
            "",
        ] {
            assert_eq!(case_numbers(text), [], "{text}");
        }
    }

    #[test]
    fn reads_class_codes_and_no_dates_or_versions() {
        assert_eq!(class_codes("2.2.1 Avtal"), ["2.2.1"]);
        assert_eq!(class_codes("27.24.00-G01 Støtte"), ["27.24.00-G01"]);
        assert!(class_codes("16.05.2019").is_empty());
        assert!(class_codes("rapport v1.2").is_empty());
        assert!(class_codes("3000").is_empty());
    }

    #[test]
    fn reads_marks_of_copies_drafts_and_temporary_files() {
        let marks = |path: &str| {
            of_item(
                &Item {
                    path: path.into(),
                    ..Item::default()
                },
                Language::Sv,
            )
            .marks
        };
        assert_eq!(marks("Avtal/Avtal - kopia.docx"), [Mark::Copy]);
        assert_eq!(marks("Avtal/Avtal (2).docx"), [Mark::Copy]);
        assert_eq!(marks("Utkast/Beslut.docx"), [Mark::Draft]);
        assert_eq!(marks("a/~$brev.docx"), [Mark::Temporary]);
        assert_eq!(marks("H/Semester 2019/bild.jpg"), [Mark::Private]);
        assert_eq!(marks("H/CV Andersson.docx"), [Mark::Private]);
        assert!(marks("Personal/Semesterlista.xlsx").is_empty());
        assert!(marks("Avtal/Avtal (2019).docx").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn no_path_makes_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60)) {
            of_item(&Item { path: sporhund_model::RelPath::new(bytes), ..Item::default() }, Language::Da);
        }

        #[test]
        fn no_code_makes_it_panic(text in "[A-Z0-9ÅÄÖ./:_ -]{0,30}") {
            case_numbers(&text);
            class_codes(&text);
        }
    }
}
