//! Telephone numbers: eight digits, +45 or 0045 before them.
//!
//! Source: Klima-, Energi- og Forsyningsministeriet and Digitaliseringsstyrelsen, "Den danske nummerplan" (E.164): closed, eight digits, no
//! area codes; the first digit is 2 to 9. Numbers in pairs are the usual way of writing.

use sporhund_detector::arithmetic::pair;
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::IdentityKind;

/// `dk-phone`: a number of the Danish plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phone;

impl Validator for Phone {
    fn name(&self) -> &'static str {
        "dk-phone"
    }

    fn passes_by_chance(&self) -> bool {
        true
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let plus = candidate.before.ends_with('+');
        let abroad = if plus {
            Some(candidate.digits.strip_prefix(b"45")?)
        } else {
            candidate.digits.strip_prefix(b"0045")
        };
        let national = abroad.unwrap_or(candidate.digits);
        if national.len() != 8 || !matches!(national.first(), Some(b'2'..=b'9')) {
            return None;
        }
        // 83 to 85 and 95 are given to nobody (ITU, numbering plan of Denmark).
        if matches!(pair(national, 0), Some(83..=85 | 95)) {
            return None;
        }
        let (reason, weight) = match abroad {
            Some(_) => ("reason-international-form", 300),
            None => form(candidate)?,
        };
        let text = std::str::from_utf8(national).ok()?;
        let masked = format!("+45 {}******", text.get(..2)?);
        Some(
            Checked::new(IdentityKind::Phone, format!("45{text}"), masked)
                .because(reason, weight)
                .widened(usize::from(plus), 0),
        )
    }
}

/// How much the way of writing tells; `None` when it is a part of a longer row of numbers.
fn form(candidate: &Candidate<'_>) -> Option<(&'static str, i16)> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = candidate.before.strip_suffix([' ', '\u{a0}']);
    let after = candidate.after.strip_prefix([' ', '\u{a0}']);
    let in_row = before.is_some_and(|text| is_digit(text.chars().next_back()))
        || after.is_some_and(|text| is_digit(text.chars().next()));
    if candidate.separator == Separator::None {
        return Some(("reason-bare-digits", -250));
    }
    let only_spaces = candidate
        .raw
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let is_pairs = candidate
        .raw
        .split([' ', '\u{a0}', '\u{202f}', '.'])
        .all(|group| group.len() == 2);
    match (
        in_row || is_progression(candidate.digits),
        only_spaces,
        is_pairs,
    ) {
        (true, _, _) => None,
        (false, true, true) => Some(("reason-standard-form", 100)),
        (false, true, false) => Some(("reason-unusual-separator", -100)),
        (false, false, true) => Some(("reason-unusual-separator", 0)),
        (false, false, _) => Some(("reason-unusual-separator", -200)),
    }
}

/// `20 21 22 23`, `10 20 30 40`: numbers that are counted up.
fn is_progression(digits: &[u8]) -> bool {
    let step = |at: usize| Some(i16::from(pair(digits, at + 2)?) - i16::from(pair(digits, at)?));
    let first = step(0);
    first.is_some_and(|step| step != 0) && first == step(2) && first == step(4)
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

    fn check_text(before: &str, raw: &str, after: &str) -> Option<Checked> {
        let digits: Vec<u8> = raw.bytes().filter(u8::is_ascii_digit).collect();
        let separator = match raw.len() - digits.len() {
            0 => Separator::None,
            _ => Separator::Other,
        };
        let candidate = Candidate {
            raw,
            digits: &digits,
            separator,
            before,
            after,
        };
        Phone.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_every_way_of_writing_as_one_number() {
        for (before, raw) in [
            ("tlf. ", "32 32 32 32"),
            ("", "32323232"),
            ("+", "45 32 32 32 32"),
            ("+", "4532323232"),
            ("", "0045 32323232"),
            ("", "3232 3232"),
        ] {
            let checked = check_text(before, raw, "").expect(raw);
            assert_eq!(
                (checked.normal.as_str(), checked.masked.as_str()),
                ("4532323232", "+45 32******")
            );
        }
    }

    #[test]
    fn rejects_other_plans_and_rows_of_numbers() {
        assert!(check_text("", "12 34 56 78", "").is_none());
        assert!(check_text("+", "46 70 174 06 05", "").is_none());
        assert!(check_text("", "20 21 22 23", " 24 25").is_none());
        assert!(check_text("18 ", "20 21 22 23", "").is_none());
        assert!(check_text("", "3232323", "").is_none());
    }

    proptest! {
        #[test]
        fn never_panics(raw in ".{0,16}", digits in proptest::collection::vec(any::<u8>(), 0..14)) {
            let candidate = Candidate { raw: &raw, digits: &digits, ..Candidate::default() };
            let _ = Phone.check(&candidate, &TODAY);
        }
    }
}
