//! A length of time, as ISO 8601 writes it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A length of time in calendar units. Units are kept apart, since 365 days and a year end on different days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// Whole years.
    pub years: u32,
    /// Whole months.
    pub months: u32,
    /// Whole days.
    pub days: u32,
}

impl Period {
    /// No time at all: at once when the trigger happens.
    pub const NOW: Period = Period::of(0, 0, 0);

    /// From its parts.
    pub const fn of(years: u32, months: u32, days: u32) -> Self {
        Period {
            years,
            months,
            days,
        }
    }

    /// Reads `P5Y`, `P1Y6M`, `P2W`, `P30D`; hours and minutes round up to days.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('P').filter(|rest| !rest.is_empty())?;
        let (date, time) = rest.split_once('T').unwrap_or((rest, ""));
        let mut period = Period::default();
        for (number, unit) in parts(date)? {
            match unit {
                'Y' => period.years = number,
                'M' => period.months = number,
                'W' => period.days = number.checked_mul(7)?,
                'D' => period.days = period.days.checked_add(number)?,
                _ => return None,
            }
        }
        for (number, unit) in parts(time)? {
            match unit {
                'H' => period.days = period.days.checked_add(number.div_ceil(24))?,
                'M' | 'S' => period.days = period.days.checked_add(1)?,
                _ => return None,
            }
        }
        Some(period)
    }

    /// About how many days it is, for comparing.
    pub fn approximate_days(self) -> u64 {
        u64::from(self.years) * 365 + u64::from(self.months) * 30 + u64::from(self.days)
    }

    /// KL writes years as n × 365 days.
    #[must_use]
    pub fn in_years(self) -> Self {
        let days_only = self.years == 0 && self.months == 0 && self.days > 0;
        if days_only && self.days.is_multiple_of(365) {
            return Period::of(self.days / 365, 0, 0);
        }
        self
    }

    /// Whether two periods are the same time in other units: "P1825D" and "5 år", "12 månader" and "1 år".
    pub fn is_as_long_as(self, other: Period) -> bool {
        let parts = |period: Period| {
            let period = period.in_years();
            let months = u64::from(period.years) * 12 + u64::from(period.months);
            (months, period.days)
        };
        parts(self) == parts(other)
    }

    /// Whether it is no time at all.
    pub fn is_now(self) -> bool {
        self == Period::NOW
    }
}

/// Numbers with the letter behind each.
fn parts(text: &str) -> Option<Vec<(u32, char)>> {
    let mut out = Vec::new();
    let mut digits = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            out.push((digits.parse().ok()?, letter));
            digits.clear();
        }
    }
    digits.is_empty().then_some(out)
}

impl fmt::Display for Period {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("P")?;
        for (number, unit) in [(self.years, 'Y'), (self.months, 'M')] {
            if number > 0 {
                write!(to, "{number}{unit}")?;
            }
        }
        if self.days > 0 || (self.years == 0 && self.months == 0) {
            write!(to, "{}D", self.days)?;
        }
        Ok(())
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Period::parse(&text).ok_or_else(|| serde::de::Error::custom("not an ISO 8601 duration"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_writes() {
        for text in ["P0D", "P5Y", "P1Y6M", "P14D", "P1825D", "P2Y3M4D"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Period::parse("P2W").unwrap().to_string(), "P14D");
        for wrong in ["", "P", "5Y", "P5", "PY", "P99999999999D"] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }
}
