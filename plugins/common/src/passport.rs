//! The machine-readable zone of travel documents, by the line that holds the dates, with its check digits.
//!
//! Source: ICAO Doc 9303, part 3 (check digits, section 4.9), part 4 (TD3: passports, two lines of 44), part 5 (TD1: cards,
//! three lines of 30) and part 6 (TD2: two lines of 36).

use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::{Facts, IdentityKind};

/// Characters of a line of TD3, TD2 and TD1.
const PASSPORT: usize = 44;
const SMALL: usize = 36;
const CARD: usize = 30;
/// Characters before the date of birth in the second line of TD3 and TD2.
const BEFORE: usize = 13;
/// The date of birth with its check digit.
const BIRTH: usize = 7;
const WEIGHTS: [u32; 3] = [7, 3, 1];

/// `passport-mrz`: the date of birth with its check digit, and the lines around it.
#[derive(Clone, Copy, Debug, Default)]
pub struct PassportMrz;

/// What a zone says.
struct Zone<'a> {
    number: &'a [u8],
    nation: &'a [u8],
    /// Bytes before and behind the date of birth.
    around: (usize, usize),
}

impl Validator for PassportMrz {
    fn name(&self) -> &'static str {
        "passport-mrz"
    }

    fn reads_lines(&self) -> bool {
        true
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        matches!(
            glance.after,
            [b'M' | b'F' | b'X' | b'<', b'0'..=b'9', b'0'..=b'9', ..]
        )
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let birth: [u8; BIRTH] = candidate.digits.try_into().ok()?;
        let sides = (candidate.before.as_bytes(), candidate.after.as_bytes());
        let zone = two_lines(birth, sides, PASSPORT)
            .or_else(|| two_lines(birth, sides, SMALL))
            .or_else(|| three_lines(birth, sides))?;
        let number = String::from_utf8_lossy(zone.number);
        let number = number.trim_end_matches('<');
        let nation = String::from_utf8_lossy(zone.nation);
        let short = u16::from(birth[0] - b'0') * 10 + u16::from(birth[1] - b'0');
        let mut checked = Checked::new(
            IdentityKind::Passport,
            format!("{nation}{number}"),
            format!("{nation} *********"),
        )
        .because("reason-check-digits", 0)
        .widened(zone.around.0, zone.around.1);
        checked.facts = Facts {
            birth_year: Some(context.latest_year(short, 1, 1)),
            ..Facts::default()
        };
        Some(checked)
    }
}

/// The second line of a passport or a small document: number, nation, birth, sex, expiry, what the state adds, and the check
/// digit of all.
fn two_lines<'a>(
    birth: [u8; BIRTH],
    (before, after): (&'a [u8], &'a [u8]),
    line: usize,
) -> Option<Zone<'a>> {
    let head = before.get(before.len().checked_sub(BEFORE)?..)?;
    let tail = after.get(..line - BEFORE - BIRTH)?;
    let (number, nation) = head.split_at(10);
    let (last, added) = tail.get(8..)?.split_last()?;
    let all = check_digit([number, &birth, tail.get(1..8)?, added]);
    let is_real = has_check_digit(number)
        && is_nation(nation)
        && has_dates(birth, tail)
        && all == Some(*last)
        && is_edge(after.get(tail.len()));
    is_real.then_some(Zone {
        number: number.get(..9)?,
        nation,
        around: (BEFORE, tail.len()),
    })
}

/// A card: the number stands in the line before that of the dates, the nation behind them, and the names in the third line.
fn three_lines<'a>(birth: [u8; BIRTH], (before, after): (&'a [u8], &'a [u8])) -> Option<Zone<'a>> {
    let feed = line_feed(before, true)?;
    let first = before.get(before.len().checked_sub(CARD + feed)?..before.len() - feed)?;
    let tail = after.get(..CARD - BIRTH)?;
    let number = first.get(5..15)?;
    let (last, rest) = tail.get(8..)?.split_last()?;
    let (nation, added) = rest.split_at_checked(3)?;
    let all = check_digit([first.get(5..)?, &birth, tail.get(1..8)?, added]);
    // A number of more than nine digits goes on in the field behind it (part 5, 4.2.2), where its check digit stands.
    let is_long = number.last() == Some(&b'<');
    let is_real = matches!(first.first(), Some(b'A' | b'C' | b'I'))
        && (is_long || has_check_digit(number))
        && is_nation(nation)
        && has_dates(birth, tail)
        && all == Some(*last);
    is_real.then_some(Zone {
        number: number.get(..9)?,
        nation,
        around: (CARD + feed, tail.len() + names(after.get(tail.len()..)?)),
    })
}

/// The bytes of the line feed at the edge of a text.
fn line_feed(text: &[u8], is_end: bool) -> Option<usize> {
    match (is_end, text) {
        (true, [.., b'\r', b'\n']) | (false, [b'\r', b'\n', ..]) => Some(2),
        (true, [.., b'\n']) | (false, [b'\n', ..]) => Some(1),
        _ => None,
    }
}

/// The bytes of the line of names behind that of the dates.
fn names(after: &[u8]) -> usize {
    let Some(feed) = line_feed(after, false) else {
        return 0;
    };
    let line = after.get(feed..feed + CARD).unwrap_or_default();
    let is_name = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'<';
    if line.len() == CARD && line.iter().all(is_name) {
        feed + CARD
    } else {
        0
    }
}

fn is_edge(byte: Option<&u8>) -> bool {
    byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'<')
}

fn is_nation(nation: &[u8]) -> bool {
    let is_one = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'<';
    nation.iter().all(is_one)
}

/// Whether the last character of a field is the check digit of the others.
fn has_check_digit(field: &[u8]) -> bool {
    let Some((last, field)) = field.split_last() else {
        return false;
    };
    check_digit([field]) == Some(*last)
}

/// Birth, sex and expiry, with the check digits of both dates.
fn has_dates(birth: [u8; BIRTH], tail: &[u8]) -> bool {
    let Some((sex, rest)) = tail.split_first() else {
        return false;
    };
    let expiry = rest.get(..BIRTH).unwrap_or_default();
    matches!(sex, b'M' | b'F' | b'X' | b'<')
        && expiry.iter().all(u8::is_ascii_digit)
        && has_check_digit(&birth)
        && has_check_digit(expiry)
}

/// The weighted sum over ten, as a digit; letters count 10 to 35, fillers 0.
fn check_digit<const N: usize>(parts: [&[u8]; N]) -> Option<u8> {
    let mut sum = 0;
    for (at, byte) in parts.into_iter().flatten().enumerate() {
        let value = match byte {
            b'0'..=b'9' => u32::from(byte - b'0'),
            b'A'..=b'Z' => u32::from(byte - b'A') + 10,
            b'<' => 0,
            _ => return None,
        };
        sum += value * WEIGHTS[at % 3];
    }
    Some(b'0' + (sum % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iban::tests::TODAY;
    use proptest::prelude::*;

    fn check_line(line: &str) -> Option<Checked> {
        let candidate = Candidate {
            digits: line.as_bytes().get(13..20)?,
            before: line.get(..13)?,
            after: line.get(20..)?,
            ..Candidate::default()
        };
        PassportMrz.check(&candidate, &TODAY)
    }

    /// The specimen of ICAO Doc 9303, part 4, appendix A.
    const SPECIMEN: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    #[test]
    fn takes_the_specimen_of_icao() {
        let checked = check_line(SPECIMEN).expect("specimen");
        assert_eq!(checked.normal, "UTOL898902C3");
        assert_eq!(
            (checked.masked.as_str(), checked.widen),
            ("UTO *********", (13, 24))
        );
        assert_eq!(checked.facts.birth_year, Some(1974));
    }

    #[test]
    fn takes_the_specimens_of_cards() {
        // ICAO Doc 9303, part 5, appendix B, and part 6, appendix B.
        let card = check_parts(
            "I<UTOD231458907<<<<<<<<<<<<<<<\n",
            "7408122",
            "F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        )
        .expect("TD1");
        assert_eq!(
            (card.normal.as_str(), card.widen),
            ("UTOD23145890", (31, 54))
        );
        let small = check_parts("D231458907UTO", "7408122", "F1204159<<<<<<<6").expect("TD2");
        assert_eq!(small.normal, "UTOD23145890");
        assert!(check_parts("D231458907UTO", "7408122", "F1204159<<<<<<<5").is_none());
    }

    fn check_parts(before: &str, digits: &str, after: &str) -> Option<Checked> {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            before,
            after,
            ..Candidate::default()
        };
        PassportMrz.check(&candidate, &TODAY)
    }

    proptest! {
        #[test]
        fn any_changed_digit_of_the_birthday_is_rejected(at in 13usize..19, add in 1u8..10) {
            let mut line = SPECIMEN.to_owned();
            let digit = (line.as_bytes()[at] - b'0' + add) % 10;
            line.replace_range(at..=at, &digit.to_string());
            prop_assert!(check_line(&line).is_none());
        }

        #[test]
        fn never_panics(before in ".{0,20}", after in ".{0,50}") {
            let candidate = Candidate { digits: b"7408122", before: &before, after: &after, ..Candidate::default() };
            let _ = PassportMrz.check(&candidate, &TODAY);
        }
    }
}
