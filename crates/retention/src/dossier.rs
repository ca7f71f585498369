//! The files of one case, person or project. Clock and hold belong to the dossier, not to the file: a letter of 2012 in a
//! personal file that was last written in 2024 is not overdue.

use crate::keyed::{Keyed, key_of};
use crate::link::{Linker, Told, holds_dossiers, names_group};
use crate::minutes::Minutes;
use crate::signals::{CaseNumber, PathSignals, case_numbers};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sporhund_model::{DateEvidence, DateRank, Fingerprint, ItemRecord, Outcome, RootName, Signals};
use std::collections::BTreeMap;

/// Files that share one minute of modification from this number on came by a migration.
pub const MIGRATED_FILES: u32 = 20;

/// Who would be older is probably dead.
const OLDEST_AGE: u16 = 110;

/// What is known of the persons that a dossier names by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subjects {
    first: Option<Fingerprint>,
    several: bool,
    excepted: bool,
    unknown_day: bool,
    /// The latest year of birth among them.
    youngest: Option<u16>,
    unknown_year: bool,
    /// The latest year of birth among those that nothing says are dead.
    last_born: Option<u16>,
    may_live: bool,
    deceased: bool,
}

/// What the persons of a dossier mean for an exception by day of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectDay {
    /// One subject, not born on an excepted day.
    Clear,
    /// Someone is born on an excepted day.
    Excepted,
    /// No number, several subjects, or a day that is not known.
    Unclear,
}

impl Subjects {
    pub(crate) fn take(&mut self, record: &ItemRecord) {
        for mention in record
            .mentions
            .iter()
            .filter(|mention| mention.identity.is_person())
        {
            // CPR and personnummer of one person differ: two kinds count as two subjects, which fails safe.
            match self.first {
                Some(first) if first != mention.fingerprint => self.several = true,
                _ => self.first = Some(mention.fingerprint),
            }
            match mention.facts.research_day {
                Some(true) => self.excepted = true,
                Some(false) => {}
                None => self.unknown_day = true,
            }
            self.youngest = self.youngest.max(mention.facts.birth_year);
            self.unknown_year |= mention.facts.birth_year.is_none();
            if mention.facts.probably_deceased {
                self.deceased = true;
            } else {
                self.last_born = self.last_born.max(mention.facts.birth_year);
                self.may_live |= mention.facts.birth_year.is_none();
            }
        }
    }

    pub(crate) fn day(&self) -> SubjectDay {
        if self.several || self.unknown_day || self.first.is_none() {
            return SubjectDay::Unclear;
        }
        if self.excepted {
            SubjectDay::Excepted
        } else {
            SubjectDay::Clear
        }
    }
}

impl Subjects {
    /// When the one subject was born at the latest; `None` where nobody is named by number, or several are.
    pub(crate) fn born(&self) -> Option<Date> {
        let alone = self.first.is_some() && !self.several && !self.unknown_year;
        let year = self.youngest.filter(|_| alone)?;
        Date::new(i16::try_from(year).ok()?, 12, 31).ok()
    }

    /// The last year in which somebody named here may live, of whom no text says that they are dead; `None` where that cannot be
    /// told, or nobody is named by number.
    pub(crate) fn last_year(&self) -> Option<i16> {
        if self.may_live {
            return None;
        }
        let Some(year) = self.last_born else {
            return self.deceased.then_some(0);
        };
        i16::try_from(year.checked_add(OLDEST_AGE)?).ok()
    }
}

/// What is kept of a dossier: bounded, whatever its files hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dossier {
    pub(crate) members: u32,
    /// Members that could not be read.
    pub(crate) unreadable: u32,
    /// The latest date of ranks 2 to 5 of any member; of a member without them its file time.
    pub(crate) latest: Option<DateEvidence>,
    /// The latest event of each trigger.
    pub(crate) events: BTreeMap<String, DateEvidence>,
    pub(crate) subjects: Subjects,
    /// What its members tell of the matter.
    pub(crate) told: Told,
    /// A member's name stops all disposal.
    pub(crate) is_stopped: bool,
    /// A member is one page of a document, so that others may be missing.
    pub(crate) has_pages: bool,
    /// A date after the day of the verdict stands in a member.
    pub(crate) future: bool,
    /// The first day after that of the verdict that is a date of a member.
    pub(crate) next: Option<Date>,
}

/// All dossiers, and the minutes in which many files were written.
#[derive(Default)]
pub(crate) struct Dossiers {
    by_key: Keyed<Dossier>,
    minutes: Minutes,
}

impl Dossiers {
    pub(crate) fn count_minute(&mut self, record: &ItemRecord) {
        if let Some(minute) = minute(record) {
            self.minutes.add(minute);
        }
    }

    /// Takes a file, with all its dates, into a dossier.
    pub(crate) fn take(
        &mut self,
        key: u64,
        record: &ItemRecord,
        own: &[DateEvidence],
        today: Date,
    ) {
        let dossier = self.by_key.entry(key).or_default();
        dossier.members += 1;
        dossier.unreadable += u32::from(is_unreadable(record));
        dossier.subjects.take(record);
        dossier.future |= own
            .iter()
            .any(|date| date.rank <= DateRank::Embedded && !has_come(date, today));
        let solid = own.iter().any(|date| date.rank <= DateRank::Embedded);
        dossier.future |= !solid
            && own
                .iter()
                .any(|date| date.rank == DateRank::Modified && date.date > today);
        let coming = own.iter().map(first_day).filter(|date| *date > today);
        dossier.next = dossier.next.into_iter().chain(coming).min();
        let past = || own.iter().filter(|date| has_come(date, today));
        let solid = past()
            .filter(|date| date.rank <= DateRank::Embedded)
            .max_by_key(|date| date.date);
        let latest = solid.or_else(|| past().max_by_key(|date| date.date));
        keep_later(&mut dossier.latest, latest);
        for date in past().filter(|date| date.rank <= DateRank::Event) {
            if let Some(trigger) = &date.trigger {
                let slot = dossier
                    .events
                    .entry(trigger.chars().take(40).collect())
                    .or_insert_with(|| date.clone());
                if slot.date < date.date {
                    *slot = date.clone();
                }
            }
        }
    }

    /// Takes what the names of a member tell of all: what came of the matter, a stop of disposal, and pages that are missing.
    pub(crate) fn tell(&mut self, key: u64, told: Told, stops: bool, is_page: bool) {
        if !told.is_empty() || stops || is_page {
            let dossier = self.by_key.entry(key).or_default();
            dossier.told.take(told);
            dossier.is_stopped |= stops;
            dossier.has_pages |= is_page;
        }
    }

    pub(crate) fn find(&self, key: &str) -> Option<&Dossier> {
        self.by_key.get(&self::key(key))
    }

    pub(crate) fn put_minutes(&mut self, counts: impl IntoIterator<Item = (i64, u32)>) {
        for (minute, count) in counts {
            self.minutes.put(minute, count);
        }
    }

    /// Whether the file's time is one of a migration's.
    pub(crate) fn is_migrated(&self, record: &ItemRecord) -> bool {
        minute(record).is_some_and(|minute| self.minutes.count(minute) >= MIGRATED_FILES)
    }
}

/// From which day on a date is not of the future: a year that is named stands for its last day, and has come when it begins.
pub(crate) fn first_day(date: &DateEvidence) -> Date {
    let is_year = date.rank == DateRank::Year && (date.date.month(), date.date.day()) == (12, 31);
    let first = is_year.then(|| Date::new(date.date.year(), 1, 1).ok());
    first.flatten().unwrap_or(date.date)
}

/// Whether a date is of the past or of this year.
pub(crate) fn has_come(date: &DateEvidence, today: Date) -> bool {
    first_day(date) <= today
}

/// The key of a dossier by its name.
pub(crate) fn key(name: &str) -> u64 {
    key_of(name)
}

fn keep_later(slot: &mut Option<DateEvidence>, date: Option<&DateEvidence>) {
    if let Some(date) = date
        && slot.as_ref().is_none_or(|before| before.date < date.date)
    {
        *slot = Some(date.clone());
    }
}

pub(crate) fn minute(record: &ItemRecord) -> Option<i64> {
    record
        .item
        .times
        .modified
        .map(|time| time.as_second().div_euclid(60))
}

/// Whether the item could not be read, so that what it holds is not known.
pub(crate) fn is_unreadable(record: &ItemRecord) -> bool {
    record.coverage.iter().any(|coverage| {
        matches!(
            coverage.outcome,
            Outcome::Encrypted
                | Outcome::Failed
                | Outcome::TimedOut
                | Outcome::Unreadable
                | Outcome::NotReached
        )
    })
}

/// All dates of a file: of its text, its names and the file system.
pub(crate) fn own_evidence(record: &ItemRecord, path: &PathSignals) -> Vec<DateEvidence> {
    let mut dates: Vec<DateEvidence> = record
        .signals
        .dates
        .iter()
        .chain(&path.dates)
        .cloned()
        .collect();
    for case in text_cases(&record.signals) {
        if let Some(date) = case.year.and_then(|year| Date::new(year, 12, 31).ok()) {
            dates.push(DateEvidence {
                rank: DateRank::Year,
                date,
                trigger: None,
                source: sporhund_model::SignalSource::Text,
            });
        }
    }
    for (time, rank) in [
        (record.item.times.modified, DateRank::Modified),
        (record.item.times.changed, DateRank::Changed),
    ] {
        if let Some(time) = time {
            let date = TimeZone::UTC.to_datetime(time).date();
            dates.push(DateEvidence {
                rank,
                date,
                trigger: None,
                source: sporhund_model::SignalSource::Property,
            });
        }
    }
    dates.retain(|date| date.date.year() >= 1900);
    dates.sort_by_key(|date| (date.rank, date.date));
    dates.dedup();
    dates
}

/// The case numbers of the text that can be read as such, those of the header and properties first.
fn text_cases(signals: &Signals) -> Vec<CaseNumber> {
    let mut all: Vec<_> = signals.case_numbers.iter().collect();
    all.sort_by_key(|signal| std::cmp::Reverse(signal.source));
    // Many case numbers are a list of cases, not the document's own.
    let limit = if all.len() > 3 { 0 } else { all.len() };
    all.into_iter()
        .take(limit)
        .flat_map(|signal| {
            let found = case_numbers(&signal.value);
            if found.is_empty() {
                vec![CaseNumber {
                    normal: signal.value.clone(),
                    year: None,
                }]
            } else {
                found
            }
        })
        .collect()
}

/// The case number that the file belongs to.
pub(crate) fn case_of(record: &ItemRecord, path: &PathSignals) -> Option<String> {
    let named = path.case_numbers.last().map(|case| case.normal.clone());
    named.or_else(|| {
        text_cases(&record.signals)
            .into_iter()
            .next()
            .map(|case| case.normal)
    })
}

/// The case or person folder that a folder is, or lies in. A folder that names a type of the plan ("Personale/Vagtplaner") is
/// nobody's.
pub(crate) fn of_folder(root: &RootName, path: &str, linker: &Linker) -> Option<String> {
    let folders: Vec<&str> = path.split('/').collect();
    let at_hand = |at: usize| folders.get(at).copied().unwrap_or_default();
    let own_of = |holder: usize| {
        (holder + 1..folders.len()).find(|at| !sorts(at_hand(*at)) && !holds_dossiers(at_hand(*at)))
    };
    let own = (0..folders.len().saturating_sub(1))
        .filter(|at| holds_dossiers(at_hand(*at)))
        .filter_map(|at| Some((at, own_of(at)?)))
        .find(|(at, own)| !names_group(at_hand(*at)) || names_one(at_hand(*own)))?
        .1;
    if folders.get(own).is_some_and(|name| linker.names_type(name)) {
        return None;
    }
    let path = folders.get(..=own).unwrap_or_default().join("/");
    Some(format!("{}:{path}", root.0))
}

/// Whether a folder in that of a group of people is one of theirs: "Personal/Andersson Anna" is, "Personal/Lön" is a topic.
fn names_one(name: &str) -> bool {
    let words: Vec<&str> = name
        .split([' ', ',', '_', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    let has_number = name.bytes().filter(u8::is_ascii_digit).count() >= 3;
    has_number || (words.len() >= 2 && words.iter().all(is_name))
}

/// Whether a subfolder only sorts by year, month or letter, and is no dossier itself. More digits than a date has are a
/// number that names a person or a case.
fn sorts(name: &str) -> bool {
    const OF_A_DATE: usize = 8;
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let others = name
        .chars()
        .all(|letter| letter.is_ascii_digit() || "-/ ".contains(letter));
    name.chars().count() <= 2 || (others && digits <= OF_A_DATE)
}
