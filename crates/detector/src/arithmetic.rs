//! Check digits and the calendar.
//!
//! All functions take ASCII digits and answer for anything else as for a failed check, so that a validator may hand on
//! what it was given.

/// The value of an ASCII digit.
pub fn digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}

/// The two digits at `at` as a number.
pub fn pair(digits: &[u8], at: usize) -> Option<u8> {
    let [tens, ones] = *digits.get(at..at + 2)? else {
        return None;
    };
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// Digits as a number.
pub fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0_u64, |sum, byte| {
        sum.checked_mul(10)?.checked_add(u64::from(digit(*byte)?))
    })
}

/// Luhn's check (ISO/IEC 7812-1, annex B): every second digit from the right doubled, digit sums added, to a multiple of ten.
pub fn passes_luhn(digits: &[u8]) -> bool {
    let sum = digits
        .iter()
        .rev()
        .enumerate()
        .try_fold(0_u32, |sum, (at, byte)| {
            let value = u32::from(digit(*byte)?);
            let doubled = if at % 2 == 1 { value * 2 } else { value };
            Some(sum + doubled / 10 + doubled % 10)
        });
    !digits.is_empty() && sum.is_some_and(|sum| sum % 10 == 0)
}

/// The sum of the digits times their weights; `None` when something is no digit or the lengths differ.
pub fn weighted_sum(digits: &[u8], weights: &[u32]) -> Option<u32> {
    if digits.len() != weights.len() {
        return None;
    }
    digits
        .iter()
        .zip(weights)
        .try_fold(0, |sum, (byte, weight)| {
            Some(sum + u32::from(digit(*byte)?) * weight)
        })
}

/// Whether the weighted sum is a multiple of 11.
pub fn passes_mod11(digits: &[u8], weights: &[u32]) -> bool {
    weighted_sum(digits, weights).is_some_and(|sum| sum.is_multiple_of(11))
}

/// Whether the calendar has this day.
pub fn is_date(year: u16, month: u8, day: u8) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_days_of_leap_years() {
        assert!(is_date(2000, 2, 29) && is_date(2024, 2, 29));
        assert!(!is_date(1900, 2, 29) && !is_date(2023, 2, 29));
        assert!(!is_date(2023, 13, 1) && !is_date(2023, 4, 31));
    }

    #[test]
    fn takes_the_example_of_iso_7812() {
        assert!(passes_luhn(b"79927398713"));
        assert!(!passes_luhn(b"79927398710") && !passes_luhn(b"7992739871x") && !passes_luhn(b""));
    }

    #[test]
    fn never_takes_bytes_that_are_no_digits() {
        assert_eq!(pair(b"x1", 0), None);
        assert_eq!(pair(b"1", 0), None);
        assert_eq!(weighted_sum(b"12", &[1]), None);
        assert_eq!(number(b"12a"), None);
        assert_eq!(number(b"0127"), Some(127));
    }
}
