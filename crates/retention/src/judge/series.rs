//! Deliveries that come again and again (an extract each month): all but the newest are superseded.
//!
//! Files of one folder whose names differ in numbers only, with a year among them, and that hold data rather than documents,
//! are a series from three on, and two of them when their headings are the same. Their order is that of the dates in their names, never that of the file system.

use crate::dates;
use crate::keyed::{Keyed, key_of};
use crate::plan::Language;
use sporhund_model::{DateRank, Item, ItemRecord};

/// From so many members on files are a series.
const LEAST_MEMBERS: u32 = 3;
/// From so many on when they have the same columns.
const LEAST_ALIKE: u32 = 2;
/// Formats of extracts.
const DATA: [&str; 10] = [
    "csv", "tsv", "txt", "xlsx", "xls", "xlsb", "ods", "xml", "json", "zip",
];

/// When a delivery is of: the year first, then the other numbers of its name.
type Moment = Vec<u32>;

#[derive(Clone, Debug, Default)]
struct Members {
    count: u32,
    newest: Moment,
    first_year: u32,
    /// The headings of the first of them, by their hash; nothing where it has none.
    columns: Option<u64>,
    has_other_columns: bool,
}

impl Members {
    fn has_same_columns(&self) -> bool {
        self.columns.is_some() && !self.has_other_columns
    }
}

/// What is known of the series that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) files: u32,
    pub(super) first_year: u32,
    pub(super) last_year: u32,
    /// A newer delivery is there.
    pub(super) is_superseded: bool,
    /// All have the same headings.
    pub(super) has_same_columns: bool,
}

/// All series.
#[derive(Clone, Debug, Default)]
pub(super) struct Series {
    by_name: Keyed<Members>,
}

impl Series {
    pub(super) fn take(&mut self, record: &ItemRecord, (name, moment): Delivery) {
        let members = self.by_name.entry(key_of(&name)).or_default();
        members.count += 1;
        let headings = &record.signals.heading_words;
        let columns = (!headings.is_empty()).then(|| key_of(headings));
        if members.count == 1 {
            members.columns = columns;
        }
        members.has_other_columns |= members.columns != columns;
        let year = moment.first().copied().unwrap_or(0);
        if members.count == 1 || year < members.first_year {
            members.first_year = year;
        }
        if members.newest < moment {
            members.newest = moment;
        }
    }

    /// The series of a file, where it belongs to one.
    pub(super) fn find(&self, record: &ItemRecord) -> Option<Told> {
        let (name, moment) = read(&record.item)?;
        let members = self.by_name.get(&key_of(&name))?;
        let least = if members.has_same_columns() {
            LEAST_ALIKE
        } else {
            LEAST_MEMBERS
        };
        (members.count >= least).then(|| Told {
            files: members.count,
            first_year: members.first_year,
            last_year: members.newest.first().copied().unwrap_or(0),
            is_superseded: moment < members.newest,
            has_same_columns: members.has_same_columns(),
        })
    }
}

/// The name that the members of a series have in common.
pub(super) fn name(item: &Item) -> Option<String> {
    read(item).map(|(name, _)| name)
}

/// A file of a series: the name that its members have in common, and when it is of.
pub(super) type Delivery = (String, Moment);

/// The name with its numbers left out, and the moment they name.
pub(super) fn read(item: &Item) -> Option<Delivery> {
    let path = item.path.display();
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path.as_ref()));
    let (stem, extension) = file.rsplit_once('.')?;
    let extension = extension.to_lowercase();
    if !DATA.contains(&extension.as_str()) {
        return None;
    }
    let moment = moment(stem)?;
    let pattern: String = stem
        .to_lowercase()
        .split(|letter: char| letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("#");
    let lettered = pattern
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        >= 3;
    lettered.then(|| {
        (
            format!("{}\n{folder}\n{pattern}\n{extension}", item.root.0),
            moment,
        )
    })
}

/// The date of a name, or its year with the numbers beside it.
fn moment(stem: &str) -> Option<Moment> {
    let named = dates::in_name(stem, Language::Sv);
    if let Some(full) = named.iter().find(|named| named.rank == DateRank::Document) {
        let date = full.date;
        return Some(vec![
            date.year() as u32,
            date.month() as u32,
            date.day() as u32,
        ]);
    }
    let runs = stem.split(|letter: char| !letter.is_ascii_digit());
    let numbers: Vec<u32> = runs.flat_map(numbers).collect();
    let year = numbers
        .iter()
        .position(|number| (1950..2100).contains(number))?;
    let mut moment = vec![*numbers.get(year)?];
    let others = numbers.iter().enumerate().filter(|(at, _)| *at != year);
    moment.extend(others.map(|(_, number)| *number));
    Some(moment)
}

/// The numbers of a run of digits: `202405` is a year and a month.
fn numbers(digits: &str) -> Vec<u32> {
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
    match digits.len() {
        1..=4 => number(Some(digits)).into_iter().collect(),
        6 => {
            let (year, month) = (number(digits.get(..4)), number(digits.get(4..)));
            let fits = month.is_some_and(|month| (1..=12).contains(&month));
            let both = year.into_iter().chain(month);
            both.filter(|_| fits).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(path: &str) -> ItemRecord {
        let mut record = ItemRecord::default();
        record.item.path = path.into();
        record
    }

    fn take(series: &mut Series, record: &ItemRecord) {
        if let Some(delivery) = read(&record.item) {
            series.take(record, delivery);
        }
    }

    #[test]
    fn all_but_the_newest_delivery_are_superseded() {
        let mut series = Series::default();
        let names = [
            "DREAM 2024-03.csv",
            "DREAM 2024-11.csv",
            "DREAM 2023-12.csv",
        ];
        for name in names {
            take(&mut series, &item(&format!("Udtræk/{name}")));
        }
        let state = |name: &str| {
            let told = series.find(&item(&format!("Udtræk/{name}")));
            told.is_some_and(|told| told.is_superseded)
        };
        assert_eq!(names.map(state), [true, false, true]);
        assert_eq!(series.find(&item("Andet/DREAM 2024-03.csv")), None);
        let told = series.find(&item("Udtræk/DREAM 2024-11.csv")).unwrap();
        assert_eq!(
            (told.files, told.first_year, told.last_year),
            (3, 2023, 2024)
        );
    }

    #[test]
    fn documents_and_pairs_are_no_series() {
        let mut series = Series::default();
        for name in [
            "Protokoll 2024-01-01.docx",
            "Protokoll 2024-02-01.docx",
            "Protokoll 2024-03-01.docx",
        ] {
            take(&mut series, &item(name));
        }
        take(&mut series, &item("uttag 2024-01.csv"));
        take(&mut series, &item("uttag 2024-02.csv"));
        assert_eq!(series.find(&item("Protokoll 2024-01-01.docx")), None);
        assert_eq!(series.find(&item("uttag 2024-01.csv")), None);
    }

    #[test]
    fn two_deliveries_with_the_same_columns_are_a_series() {
        let with = |path: &str, columns: &[&str]| {
            let mut record = item(path);
            record.signals.heading_words = columns.iter().map(|&word| word.to_owned()).collect();
            record
        };
        let (first, second) = (
            with("uttag 2024-01.csv", &["namn", "kurs"]),
            with("uttag 2024-02.csv", &["namn", "kurs"]),
        );
        let mut series = Series::default();
        take(&mut series, &first);
        take(&mut series, &second);
        assert!(series.find(&first).unwrap().is_superseded);
        take(&mut series, &with("uttag 2024-03.csv", &["namn", "betyg"]));
        assert!(!series.find(&second).unwrap().has_same_columns);
    }
}
