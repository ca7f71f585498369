//! When a period has run out.

use crate::phrase::{Action, NormalForm, Period, Trigger};
use crate::plan::PlanSettings;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How years are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Whole calendar years beyond the year of the event: two years from 2013 are over in January 2016.
    #[default]
    CalendarYears,
    /// From date to date.
    ExactDate,
}

/// The first day on which the thing is to be done, or may be; `None` where the form gives no time.
///
/// The evidence date is the day of the trigger's event; for `age_of_person` the day of birth.
pub fn due(form: &NormalForm, evidence: Date, settings: &PlanSettings) -> Option<Date> {
    if !matches!(form.action, Action::Dispose | Action::Deliver) {
        return None;
    }
    let period = form.period?.in_years();
    let last_day = event_end(form, evidence, settings);
    let ends_with_period = is_end_of(form.trigger);
    let whole_years = period.years > 0 && period.months == 0 && period.days == 0;
    if whole_years && settings.counting == Counting::CalendarYears {
        return Some(first_of_year(
            i64::from(last_day.year()) + i64::from(period.years) + 1,
        ));
    }
    let start = if ends_with_period {
        next_day(last_day)
    } else {
        last_day
    };
    Some(add(start, period))
}

/// Whether the trigger is the end of a year or term: time runs from the day after.
fn is_end_of(trigger: Trigger) -> bool {
    matches!(
        trigger,
        Trigger::EndOfCalendarYear | Trigger::EndOfFiscalYear | Trigger::EndOfSchoolYear
    )
}

/// The day of the event itself: the last day of the year that the date falls in, or the day an age is reached.
fn event_end(form: &NormalForm, date: Date, settings: &PlanSettings) -> Date {
    match form.trigger {
        Trigger::EndOfCalendarYear => end_of_month_on_or_after(date, 12),
        Trigger::EndOfFiscalYear => end_of_month_on_or_after(date, settings.fiscal_year_end),
        Trigger::EndOfSchoolYear => end_of_month_on_or_after(date, settings.school_year_end),
        Trigger::AgeOfPerson => add(date, Period::of(u32::from(form.age.unwrap_or(0)), 0, 0)),
        _ => date,
    }
}

/// The last day of the next such month, the date's own month included.
fn end_of_month_on_or_after(date: Date, month: i8) -> Date {
    let month = month.clamp(1, 12);
    let year = if date.month() > month {
        date.year().saturating_add(1)
    } else {
        date.year()
    };
    Date::new(year, month, 1).map_or(Date::MAX, Date::last_of_month)
}

fn next_day(date: Date) -> Date {
    date.tomorrow().unwrap_or(Date::MAX)
}

fn first_of_year(year: i64) -> Date {
    let year = i16::try_from(year.clamp(1, 9999)).unwrap_or(9999);
    Date::new(year, 1, 1).unwrap_or(Date::MAX)
}

/// Years first, then months, then days; 29 February becomes the 28th in a common year.
fn add(date: Date, period: Period) -> Date {
    let years = i64::from(period.years.min(9999));
    let months = i64::from(period.months.min(99_999));
    let days = i64::from(period.days.min(3_000_000));
    date.checked_add(years.years())
        .and_then(|date| date.checked_add(months.months()))
        .and_then(|date| date.checked_add(days.days()))
        .unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase;
    use crate::plan::Language;

    /// phrase | evidence | due with whole calendar years (sv) | due from date to date (da)
    const CASES: &str = include_str!("../tests/data/due.txt");

    #[test]
    fn gives_the_day_on_which_a_period_has_run_out() {
        let mut count = 0;
        for line in CASES.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('|').map(str::trim).collect();
            let form = phrase::parse(fields[0]);
            let evidence: Date = fields[1].parse().unwrap();
            for (language, want) in [(Language::Sv, fields[2]), (Language::Da, fields[3])] {
                let got = due(&form, evidence, &PlanSettings::of(language));
                let got = got.map_or("-".to_owned(), |date| date.to_string());
                assert_eq!(got, want, "{line} {language:?}");
            }
            count += 1;
        }
        assert!(count >= 60, "{count}");
    }

    proptest::proptest! {
        #[test]
        fn a_later_event_is_never_due_earlier(
            a in 0_i32..60_000, b in 0_i32..60_000, years in 0_u32..120, months in 0_u32..40, days in 0_u32..4000,
            trigger in 0_usize..5, exact in proptest::bool::ANY,
        ) {
            let triggers = [Trigger::None, Trigger::EndOfCalendarYear, Trigger::EndOfFiscalYear, Trigger::EndOfSchoolYear, Trigger::AgeOfPerson];
            let form = NormalForm {
                action: Action::Dispose,
                period: Some(Period::of(years, months, days)),
                trigger: triggers[trigger],
                age: Some(18),
                ..NormalForm::default()
            };
            let language = if exact { Language::Da } else { Language::Sv };
            let base = Date::constant(1900, 1, 1);
            let (early, late) = (base + a.min(b).days(), base + a.max(b).days());
            let settings = PlanSettings { fiscal_year_end: 4, ..PlanSettings::of(language) };
            proptest::prop_assert!(due(&form, early, &settings) <= due(&form, late, &settings));
        }
    }
}
