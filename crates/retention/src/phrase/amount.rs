//! Lengths of time: numbers in digits and words, halves, ranges and alternatives, with their units.

use super::Trigger;
use super::grammar::Amount;
use super::lexer::{Kind, Token};
use super::period::Period;
use super::reader::Reader;
use super::trigger::Clause;
use super::vocabulary::{Class, Unit, vocabulary};

impl Reader<'_> {
    pub(super) fn amount(&mut self) -> bool {
        let Some((mut amount, length)) = self.find_amount() else {
            return false;
        };
        let before = self.before();
        if before.is_some_and(|token| token.is(Class::Every)) {
            self.out.open = true;
            self.at += length;
            return true;
        }
        let bounded =
            before.is_some_and(|token| token.is(Class::AtMost) || token.is(Class::AtLeast));
        let opener = self.at.checked_sub(if bounded { 2 } else { 1 });
        // "i 10 år" and "arkiveras 10 år" are limits; "arkiveras efter 10 år" is not.
        amount.spanned = opener
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| token.is(Class::InSpan) || token.is(Class::Archive));
        self.out.amounts.push(amount);
        self.at += length;
        self.standstill();
        true
    }

    /// "2 års inaktivitet": the time is counted without use.
    fn standstill(&mut self) {
        let bit = vocabulary().concept("inactivity");
        let idle = self
            .peek(0)
            .is_some_and(|token| token.marks.concepts & bit != 0);
        if idle && self.out.clause.is_none() {
            self.out.clause = Some(Clause {
                trigger: Trigger::Inactivity,
                open: true,
                vague: false,
            });
        }
    }

    /// The amount that begins here, with its length in tokens.
    pub(super) fn find_amount(&self) -> Option<(Amount, usize)> {
        let first = self.peek(0)?;
        if let Kind::Iso(period) = first.kind {
            return Some((
                Amount {
                    period,
                    alternatives: false,
                    spanned: false,
                    iso: true,
                },
                1,
            ));
        }
        let (numbers, mut length) = self.numbers()?;
        let unit = self.unit_at(&mut length);
        let unit = match unit {
            Some(unit) => unit,
            None if self.counts_years() && self.ends_number(length) => Unit::Years,
            None => return None,
        };
        let period = numbers
            .iter()
            .filter_map(|number| in_unit(*number, unit))
            .max_by_key(|period| period.approximate_days())?;
        let mut amount = Amount {
            period,
            alternatives: numbers.len() > 1,
            spanned: false,
            iso: false,
        };
        let mut last = unit;
        while let Some((smaller, unit, more)) = self.smaller_amount(length, last) {
            amount.period.months = amount.period.months.saturating_add(smaller.months);
            amount.period.days = amount.period.days.saturating_add(smaller.days);
            length += more;
            last = unit;
        }
        Some((amount, length))
    }

    /// Whether a number without a unit counts years: behind the letter of its decision ("G 5"), or added to a year
    /// ("löpande år + 3").
    fn counts_years(&self) -> bool {
        let added = self.before().is_some_and(|token| token.kind == Kind::Plus)
            && self.tokens.iter().any(|token| token.is(Class::CurrentYear));
        (self.lettered && self.out.amounts.is_empty()) || added
    }

    /// Whether the number stands alone.
    fn ends_number(&self, length: usize) -> bool {
        self.peek(length)
            .is_none_or(|token| !matches!(token.kind, Kind::Number(_) | Kind::Cite))
    }

    fn unit_at(&self, length: &mut usize) -> Option<Unit> {
        if self
            .peek(*length)
            .is_some_and(|token| token.kind == Kind::Dash)
        {
            *length += 1;
        }
        let unit = self.peek(*length).and_then(|token| token.marks.unit)?;
        *length += 1;
        Some(unit)
    }

    /// "2", "2-3", "2 alt. 10 år", "ett och ett halvt", "två (2)": the numbers in hundredths.
    fn numbers(&self) -> Option<(Vec<u32>, usize)> {
        let (first, mut length) = self.one_number(0)?;
        let mut numbers = vec![first];
        loop {
            if self
                .peek(length)
                .is_some_and(|token| token.kind == Kind::Open)
            {
                let Some((number, 1)) = self.one_number(length + 1) else {
                    break;
                };
                if number != first {
                    numbers.push(number);
                }
                length += 3;
                continue;
            }
            let joins = self.peek(length).is_some_and(|token| {
                matches!(token.kind, Kind::Dash | Kind::Slash)
                    || token.is(Class::Or)
                    || token.is(Class::Until)
                    || token.is(Class::And)
            });
            let gap = self.skip_unit(length);
            let (true, Some((number, more))) = (joins, self.one_number(length + 1)) else {
                // "2 år alt. 10 år": the unit stands behind both.
                if let Some((number, end)) = gap {
                    numbers.push(number);
                    length = end;
                    continue;
                }
                break;
            };
            numbers.push(number);
            length += 1 + more;
        }
        Some((numbers, length))
    }

    /// A unit, a word for "or", and another number: where that number ends.
    fn skip_unit(&self, length: usize) -> Option<(u32, usize)> {
        let unit = self.peek(length)?.marks.unit?;
        let joined = self.peek(length + 1)?;
        if !(joined.is(Class::Or) || matches!(joined.kind, Kind::Dash | Kind::Slash)) {
            return None;
        }
        let (number, more) = self.one_number(length + 2)?;
        let same = self.peek(length + 2 + more)?.marks.unit? == unit;
        same.then_some((number, length + 2 + more))
    }

    /// One number with its half: "1,5", "ett halvt", "två och ett halvt", "halvannat".
    fn one_number(&self, ahead: usize) -> Option<(u32, usize)> {
        let token = self.peek(ahead)?;
        if let Some(halves) = token.marks.halves {
            return Some((halves * 50, 1));
        }
        let number = number_of(token)?;
        let half = |at: usize| self.peek(at).and_then(|next| next.marks.halves);
        if let Some(halves) = half(ahead + 1) {
            return Some((halves * 50, 2));
        }
        let joined = self.peek(ahead + 1).is_some_and(|next| next.is(Class::And));
        if joined && half(ahead + 2) == Some(1) {
            return Some((number + 50, 3));
        }
        let one = self
            .peek(ahead + 2)
            .is_some_and(|next| next.marks.number == Some(1));
        if joined && one && half(ahead + 3) == Some(1) {
            return Some((number + 50, 4));
        }
        Some((number, 1))
    }

    /// "2 år och 6 månader", "1 månad 15 dagar".
    fn smaller_amount(&self, length: usize, unit: Unit) -> Option<(Period, Unit, usize)> {
        let joined = usize::from(self.peek(length).is_some_and(|token| token.is(Class::And)));
        let number = self.peek(length + joined).and_then(number_of)?;
        let smaller = self.peek(length + joined + 1)?.marks.unit?;
        let fits = matches!(
            (unit, smaller),
            (Unit::Years, Unit::Months | Unit::Days) | (Unit::Months, Unit::Days)
        );
        fits.then(|| in_unit(number, smaller))
            .flatten()
            .map(|period| (period, smaller, joined + 2))
    }
}

/// The number that a token names, in hundredths.
pub(super) fn number_of(token: &Token) -> Option<u32> {
    match token.kind {
        Kind::Number(hundredths) => Some(hundredths),
        _ => token.marks.number.map(|number| number * 100),
    }
}

/// A number of units as a period; `None` when it comes out in no whole unit.
fn in_unit(hundredths: u32, unit: Unit) -> Option<Period> {
    let whole = hundredths.is_multiple_of(100).then_some(hundredths / 100);
    let months = |per: u32| {
        let total = hundredths.checked_mul(per)?;
        total.is_multiple_of(100).then_some(total / 100)
    };
    let of_months = |months: u32| match months % 12 {
        0 => Period::of(months / 12, 0, 0),
        _ => Period::of(0, months, 0),
    };
    match unit {
        Unit::Hours => Some(Period::of(0, 0, hundredths.div_ceil(2400))),
        Unit::Days => Some(Period::of(0, 0, hundredths.div_ceil(100))),
        Unit::Weeks => Some(Period::of(0, 0, whole?.checked_mul(7)?)),
        Unit::Months => whole.map(|months| Period::of(0, months, 0)),
        Unit::Quarters => months(3).map(of_months),
        Unit::HalfYears => months(6).map(of_months),
        Unit::Years | Unit::SchoolYears => match whole {
            Some(years) => Some(Period::of(years, 0, 0)),
            None => months(12).map(|months| Period::of(0, months, 0)),
        },
        Unit::Mandates => whole?.checked_mul(4).map(|years| Period::of(years, 0, 0)),
    }
}
