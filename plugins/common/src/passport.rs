//! The machine-readable zone of passports (TD3): the second line, with four check digits.
//!
//! Source: ICAO Doc 9303, part 3 (check digits, section 4.9) and part 4 (TD3, section 4.2.2).

use sporhund_detector::{Candidate, CheckContext, Checked, Validator};
use sporhund_model::{Facts, IdentityKind};

/// Characters of a line, and those before the date of birth.
const LINE: usize = 44;
const BEFORE: usize = 13;
const WEIGHTS: [u32; 3] = [7, 3, 1];

/// `passport-mrz`: the date of birth with its check digit, and the line around it.
#[derive(Clone, Copy, Debug, Default)]
pub struct PassportMrz;

impl Validator for PassportMrz {
    fn name(&self) -> &'static str {
        "passport-mrz"
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        let head = candidate.before.len().checked_sub(BEFORE)?;
        let before = candidate.before.as_bytes().get(head..)?;
        let behind = LINE - BEFORE - candidate.digits.len();
        let after = candidate.after.as_bytes().get(..behind)?;
        let mut line = [0_u8; LINE];
        line.get_mut(..BEFORE)?.copy_from_slice(before);
        line.get_mut(BEFORE..BEFORE + candidate.digits.len())?
            .copy_from_slice(candidate.digits);
        line.get_mut(LINE - behind..)?.copy_from_slice(after);
        if !passes(&line) {
            return None;
        }
        let number = String::from_utf8_lossy(line.get(..9)?)
            .trim_end_matches('<')
            .to_owned();
        let nation = String::from_utf8_lossy(line.get(10..13)?).into_owned();
        let short = u16::from(line[13] - b'0') * 10 + u16::from(line[14] - b'0');
        let mut checked = Checked::new(
            IdentityKind::Passport,
            format!("{nation}{number}"),
            format!("{nation} *********"),
        )
        .because("reason-check-digits", 0)
        .widened(BEFORE, behind);
        checked.facts = Facts {
            birth_year: Some(context.latest_year(short, 1, 1)),
            ..Facts::default()
        };
        Some(checked)
    }
}

/// The check digits of number, birth, expiry and the whole line, and the letters where letters stand.
fn passes(line: &[u8; LINE]) -> bool {
    let is_nation = line[10..13]
        .iter()
        .all(|byte| byte.is_ascii_uppercase() || *byte == b'<');
    let is_sex = matches!(line[20], b'M' | b'F' | b'X' | b'<');
    let field = |from: usize, to: usize| check_digit([&line[from..to]]) == Some(line[to]);
    let is_dated = line[13..19]
        .iter()
        .chain(&line[21..27])
        .all(u8::is_ascii_digit);
    let all = check_digit([&line[0..10], &line[13..20], &line[21..43]]);
    is_nation
        && is_sex
        && is_dated
        && field(0, 9)
        && field(13, 19)
        && field(21, 27)
        && all == Some(line[43])
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
