//! Case numbers of Danish authorities: `2018-32-0286`, `15/58123`, `27.24.00-G01-1-21`, `EMN-2019-01234`.
//!
//! The form with full stops is a number of KL's Emnesystematik (KLE) with facet, serial and year; the others have no common
//! source and need a label, unless an abbreviation and a year stand in front.

use sporhund_detector::arithmetic::number;
use sporhund_detector::{Candidate, CheckContext, Checked, Validator};
use sporhund_model::IdentityKind;

/// `dk-sagsnummer`: the first run of digits, and what stands around it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sagsnummer;

impl Validator for Sagsnummer {
    fn name(&self) -> &'static str {
        "dk-sagsnummer"
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        let lead = lead(candidate.before);
        let first = number(digits)?;
        let is_year = digits.len() == 4 && (1970..=u64::from(context.year)).contains(&first);
        let (length, weight) = match digits.len() {
            2 if lead == 0 => (
                subject(candidate.after).or_else(|| short_year(candidate.after))?,
                0,
            ),
            4 if is_year => (serials(candidate.after)?, if lead > 0 { 50 } else { 0 }),
            _ => return None,
        };
        let start = candidate.before.len() - lead;
        let text = format!(
            "{}{}{}",
            candidate.before.get(start..)?,
            std::str::from_utf8(digits).ok()?,
            candidate.after.get(..length)?
        );
        let normal: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        Some(
            Checked::new(IdentityKind::Case, normal.to_uppercase(), text)
                .because("reason-case-number", weight)
                .widened(lead, length),
        )
    }
}

/// The bytes of `EMN-` or `S` right before the year.
fn lead(before: &str) -> usize {
    let head = before.strip_suffix('-').unwrap_or(before);
    let letters = head
        .bytes()
        .rev()
        .take_while(u8::is_ascii_uppercase)
        .count();
    let next = head
        .len()
        .checked_sub(letters + 1)
        .and_then(|at| head.as_bytes().get(at));
    let is_whole =
        next.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'(' | b':' | b'_'));
    let fits = (1..=4).contains(&letters) && is_whole;
    if fits {
        before.len() - head.len() + letters
    } else {
        0
    }
}

fn run(text: &str, from: usize, is: fn(&u8) -> bool) -> usize {
    text.as_bytes()
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| is(byte))
        .count()
}

/// `.24.00-G01-1-21` behind the first two digits of a subject number.
fn subject(after: &str) -> Option<usize> {
    let bytes = after.as_bytes();
    let is_group =
        |at: usize| bytes.get(at) == Some(&b'.') && run(after, at + 1, u8::is_ascii_digit) == 2;
    let has_facet = bytes.get(6) == Some(&b'-') && bytes.get(7).is_some_and(u8::is_ascii_uppercase);
    if !is_group(0) || !is_group(3) || !has_facet || run(after, 8, u8::is_ascii_digit) != 2 {
        return None;
    }
    parts(after, 10).filter(|end| *end > 10)
}

/// `/58123` behind a year of two digits.
fn short_year(after: &str) -> Option<usize> {
    let digits = run(after, 1, u8::is_ascii_digit);
    let is_end = !after
        .as_bytes()
        .get(1 + digits)
        .is_some_and(u8::is_ascii_alphanumeric);
    (after.starts_with('/') && (4..=6).contains(&digits) && is_end).then_some(1 + digits)
}

/// `-32-0286` or `-01234` behind a year of four digits; `-12-05` is a day.
fn serials(after: &str) -> Option<usize> {
    let end = parts(after, 0)?;
    let digits = after.get(..end)?.bytes().filter(u8::is_ascii_digit).count();
    (digits > 4).then_some(end)
}

/// Up to three parts of digits, each behind a hyphen.
fn parts(after: &str, from: usize) -> Option<usize> {
    let mut end = from;
    for _ in 0..3 {
        let digits = run(after, end + 1, u8::is_ascii_digit);
        if after.as_bytes().get(end) != Some(&b'-') || !(1..=7).contains(&digits) {
            break;
        }
        end += 1 + digits;
    }
    let next = after.as_bytes().get(end);
    (end > from && !next.is_some_and(u8::is_ascii_alphanumeric)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: CheckContext = CheckContext {
        year: 2026,
        month: 11,
        day: 24,
    };

    fn check_parts(before: &str, digits: &str, after: &str) -> Option<String> {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            before,
            after,
            ..Candidate::default()
        };
        Sagsnummer
            .check(&candidate, &TODAY)
            .map(|checked| checked.normal)
    }

    #[test]
    fn takes_numbers_as_authorities_write_them() {
        for (before, digits, after, normal) in [
            ("Sagsnr. ", "2018", "-32-0286", "2018320286"),
            ("Sagsnr. ", "15", "/58123.", "1558123"),
            ("J.nr. ", "27", ".24.00-G01-1-21", "272400G01121"),
            ("", "2019", "-01234", "201901234"),
            ("EMN-", "2019", "-01234", "EMN201901234"),
            ("sag S", "2019", "-12345", "S201912345"),
        ] {
            assert_eq!(
                check_parts(before, digits, after).as_deref(),
                Some(normal),
                "{before}{digits}{after}"
            );
        }
    }

    #[test]
    fn leaves_days_and_laws() {
        for (before, digits, after) in [
            ("", "2019", "-12-05"),
            ("EU ", "2016", "/679"),
            ("", "27", ".24.00"),
            ("", "15", "/58"),
            ("", "2099", "-01234"),
        ] {
            assert!(
                check_parts(before, digits, after).is_none(),
                "{before}{digits}{after}"
            );
        }
    }

    proptest! {
        #[test]
        fn never_panics(before in ".{0,12}", after in ".{0,16}") {
            let _ = check_parts(&before, "2019", &after);
            let _ = check_parts(&before, "27", &after);
        }
    }
}
