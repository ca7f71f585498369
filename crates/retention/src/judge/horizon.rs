//! Until which day a verdict stands: days are compared with the day of the verdict in many places, and each that has not come
//! yet is one on which the verdict may become another.

use super::{Case, Judge};
use crate::dossier::first_day;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use sporhund_model::{ItemRecord, Verdict};
use std::cell::Cell;

/// What a file has in common with others, so that its change may change their verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Its dossier.
    pub dossier: Option<String>,
    /// Its series of deliveries.
    pub series: Option<String>,
    /// The document whose version it is.
    pub version: Option<String>,
    /// Its content.
    pub content: Option<[u8; 16]>,
    /// The minute of its last change, counted from 1970.
    pub minute: Option<i64>,
}

/// A verdict with how long it stands while nothing else changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The next day on which it may be another; `None` when days alone do not change it.
    pub until: Option<Date>,
    /// What it depends on besides the file itself.
    pub ties: Ties,
}

/// The day of a verdict, and the next day that was asked for and has not come.
#[derive(Clone, Debug)]
pub(super) struct Horizon {
    today: Date,
    next: Cell<Option<Date>>,
}

impl Horizon {
    pub(super) fn new(today: Date) -> Self {
        Horizon {
            today,
            next: Cell::new(None),
        }
    }

    /// Whether a day has come; where it has not, the verdict stands until then at most.
    pub(super) fn has_come(&self, day: Date) -> bool {
        if day <= self.today {
            return true;
        }
        let sooner = self.next.get().is_none_or(|next| day < next);
        if sooner {
            self.next.set(Some(day));
        }
        false
    }

    /// Whether a day lies no further off than a span of months.
    pub(super) fn is_within(&self, day: Date, months: Span) -> bool {
        let reaches = |from: Date| from.checked_add(months).is_ok_and(|end| day <= end);
        if reaches(self.today) {
            return true;
        }
        // Months differ in length, so that the day that many months before may not be the first that reaches it.
        if let Ok(first) = day.checked_sub(months) {
            let near = (0..4).filter_map(|days| first.checked_add(i64::from(days).days()).ok());
            let first = near.into_iter().find(|day| reaches(*day));
            let tomorrow = self.today.tomorrow();
            if let (Some(first), Ok(tomorrow)) = (first, tomorrow) {
                self.has_come(first.max(tomorrow));
            }
        }
        false
    }

    /// The verdict holds this year only.
    pub(super) fn of_this_year(&self) {
        let next = self.today.year().checked_add(1);
        if let Some(first) = next.and_then(|year| Date::new(year, 1, 1).ok()) {
            self.has_come(first);
        }
    }

    /// Takes the days of a file's dates, and its dossier's, that have not come.
    pub(super) fn take(&self, case: &Case<'_>) {
        for date in &case.evidence {
            self.has_come(date.date);
            self.has_come(first_day(date));
        }
        if let Some(next) = case.dossier.as_ref().and_then(|(_, one)| one.next) {
            self.has_come(next);
        }
    }
}

impl Judge {
    /// Second pass: the verdict on a file, with how long it stands.
    pub fn judge(&self, record: &ItemRecord) -> Judged {
        let case = self.case(record);
        case.day.take(&case);
        let verdict = self.verdict_of(&case);
        let ties = Ties {
            dossier: case.dossier.as_ref().map(|(key, _)| key.clone()),
            ..Self::other_ties(record)
        };
        Judged {
            verdict,
            until: case.day.next.get(),
            ties,
        }
    }

    /// Says how many files of all have a minute as their last change, where not all were collected.
    pub fn put_minutes(&mut self, counts: impl IntoIterator<Item = (i64, u32)>) {
        self.dossiers.put_minutes(counts);
    }

    /// What all verdicts depend on besides files and the day: plans in force, whether each is valid, and settings.
    pub fn basis(&self) -> String {
        let day = self.settings.today;
        let valid: Vec<bool> = self
            .plans
            .iter()
            .map(|plan| plan.is_valid_on(day))
            .collect();
        let settings = super::Settings {
            today: Date::ZERO,
            ..self.settings.clone()
        };
        format!("{:?}{valid:?}{settings:?}", self.plans)
    }

    /// What a file has in common with others. Needs no first pass.
    pub fn ties(&self, record: &ItemRecord) -> Ties {
        let folder = self.folder(record);
        let path = self.path_of(record, &folder);
        let number = crate::dossier::case_of(record, &path);
        Ties {
            dossier: number.or_else(|| folder.dossier.clone()),
            ..Self::other_ties(record)
        }
    }

    fn other_ties(record: &ItemRecord) -> Ties {
        Ties {
            dossier: None,
            version: super::versions::name(&record.item),
            series: super::series::name(&record.item),
            content: super::twins::key(record),
            minute: crate::dossier::minute(record),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_first_day_that_reaches_the_end_of_a_month_is_found() {
        for (today, due, months, want) in [
            (date(2026, 1, 1), date(2026, 3, 31), 1, date(2026, 3, 1)),
            (date(2026, 1, 1), date(2027, 2, 10), 12, date(2026, 2, 10)),
            (date(2026, 2, 28), date(2026, 3, 31), 1, date(2026, 3, 1)),
            (date(2027, 1, 1), date(2028, 2, 29), 12, date(2027, 3, 1)),
        ] {
            let horizon = Horizon::new(today);
            assert!(!horizon.is_within(due, months.months()));
            let found = horizon.next.get().unwrap();
            assert_eq!(found, want, "{due}");
            assert!(Horizon::new(found).is_within(due, months.months()));
            let before = Horizon::new(found.yesterday().unwrap());
            assert!(!before.is_within(due, months.months()));
        }
    }
}
