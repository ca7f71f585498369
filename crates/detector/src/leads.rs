//! What the first digits of a number can be: a date, or none. Most look-alikes are told from this before a validator is asked.

/// A set of things that a number may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leads(u8);

impl Leads {
    /// Anything.
    pub const ANY: Leads = Leads(1);
    /// Year, month and day of birth, 60 or more added to the day or not; the year has four digits in twelve, two in ten.
    pub const YEAR_MONTH_DAY: Leads = Leads(2);
    /// Day, month and year of birth, 40 or 60 added to the day or not.
    pub const DAY_MONTH: Leads = Leads(4);
    /// Digits where no month can stand third and fourth, in twelve behind two or none more.
    pub const NO_MONTH: Leads = Leads(8);

    const ALL: Leads = Leads(15);

    /// What the digits of a number can begin with.
    #[inline]
    #[must_use]
    pub fn of(digits: &[u8]) -> Leads {
        match digits.len() {
            10 | 11 => six(pair(digits, 0), pair(digits, 2), pair(digits, 4)),
            12 => {
                let Leads(found) = six(0, pair(digits, 4), pair(digits, 6));
                let is_early = pair(digits, 2) >= 20;
                Leads(found | set(is_early, Leads::NO_MONTH))
            }
            _ => Leads::ALL,
        }
    }

    /// Whether any of these is among others.
    #[inline]
    #[must_use]
    pub fn meets(self, others: Leads) -> bool {
        self.0 & others.0 != 0
    }
}

/// The number that two digits make.
#[inline]
fn pair(digits: &[u8], at: usize) -> u8 {
    match digits.get(at..) {
        Some([tens, ones, ..]) => (tens & 15) * 10 + (ones & 15),
        _ => u8::MAX,
    }
}

#[inline]
fn set(is_one: bool, lead: Leads) -> u8 {
    if is_one { lead.0 } else { 0 }
}

#[inline]
fn six(first: u8, second: u8, third: u8) -> Leads {
    let is_day = (1..=31).contains(&third) || (60..=91).contains(&third);
    let is_shifted_day = (1..=31).contains(&first) || (41..=91).contains(&first);
    Leads(
        Leads::ANY.0
            | set(second <= 12 && is_day, Leads::YEAR_MONTH_DAY)
            | set(second <= 12 && is_shifted_day, Leads::DAY_MONTH)
            | set(second >= 20, Leads::NO_MONTH),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_dates_from_other_digits() {
        for (digits, leads) in [
            ("8112189876", Leads(1 | 2 | 4)),
            ("198112189876", Leads(1 | 2 | 8)),
            ("7010632391", Leads(1 | 2 | 4)),
            ("7000602391", Leads(1 | 2 | 4)),
            ("5560160680", Leads(1 | 8)),
            ("165560160680", Leads(1 | 8)),
            ("556016068001", Leads(1 | 8)),
            ("3112991234", Leads(1 | 4)),
            ("41010012345", Leads(1 | 4)),
            ("0013000000", Leads(1)),
            ("62", Leads::ALL),
        ] {
            assert_eq!(Leads::of(digits.as_bytes()), leads, "{digits}");
        }
    }
}
