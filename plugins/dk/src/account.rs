//! Bank accounts: a registration number of four digits and an account of up to ten.
//!
//! Source: Finans Danmark, "Registreringsnumre" and "Kontonumre". Leading zeros of the account may be left out; check digits
//! differ by bank and are not tested, so a label is required.

use sporhund_detector::arithmetic::number;
use sporhund_detector::groups;
use sporhund_detector::{Candidate, CheckContext, Checked, Validator};
use sporhund_model::IdentityKind;

/// The bytes between the registration number and the word for the account.
const MAX_BETWEEN: usize = 20;

/// `dk-regkonto`: `1234 1234567890`, or the registration number with `kontonr.` and the account behind it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Regkonto;

impl Validator for Regkonto {
    fn name(&self) -> &'static str {
        "dk-regkonto"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        if digits.len() == 4 {
            return labelled_account(digits, candidate.after)
                .or_else(|| grouped_account(digits, candidate.after));
        }
        let account = digits
            .get(4..)
            .filter(|account| (6..=10).contains(&account.len()))?;
        accept(digits.get(..4)?, account, 0)
    }
}

/// `-12 34 567 890` behind the registration number, in whatever groups.
fn grouped_account(registration: &[u8], after: &str) -> Option<Checked> {
    let found = groups::read(after, (b" -/", b" -."), |account| {
        (6..=10).contains(&account.len())
    })?;
    accept(registration, found.digits(), found.end)
}

/// `, kontonr. 1234567890` behind the registration number.
fn labelled_account(registration: &[u8], after: &str) -> Option<Checked> {
    let start = after.bytes().position(|byte| byte.is_ascii_digit())?;
    let between = after
        .get(..start)
        .filter(|between| between.len() <= MAX_BETWEEN)?;
    if !names_account(between) {
        return None;
    }
    let account: &str = after.get(start..)?;
    let length = account
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'))
        .count();
    let written = account.get(..length)?.trim_end_matches([' ', '-']);
    let digits: Vec<u8> = written.bytes().filter(u8::is_ascii_digit).collect();
    (5..=10).contains(&digits.len()).then_some(())?;
    accept(registration, &digits, start + written.len())
}

fn accept(registration: &[u8], account: &[u8], behind: usize) -> Option<Checked> {
    let bank = number(registration).filter(|bank| *bank > 0)?;
    let account = number(account).filter(|account| *account > 0)?;
    let normal = format!("dk{bank:04}{account:010}");
    let masked = format!("{bank:04} **********");
    Some(
        Checked::new(IdentityKind::Account, normal, masked)
            .because("reason-length-fits", 0)
            .widened(0, behind),
    )
}

/// Whether the words between the two numbers say that an account follows, and nothing else.
fn names_account(between: &str) -> bool {
    let mut words = between
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .peekable();
    let is_known = |word: &str| {
        [
            "konto",
            "kontonr",
            "kontonummer",
            "kto",
            "nr",
            "og",
            "nummer",
        ]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
    };
    words.peek().is_some() && words.all(is_known)
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

    fn check_parts(digits: &str, after: &str) -> Option<Checked> {
        let candidate = Candidate {
            digits: digits.as_bytes(),
            after,
            ..Candidate::default()
        };
        Regkonto.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_both_ways_of_writing_as_one_account() {
        let whole = check_parts("12340001234567", "").expect("whole");
        let labelled = check_parts("1234", ", kontonr. 1234567 i").expect("labelled");
        assert_eq!(whole.normal, labelled.normal);
        assert_eq!(labelled.widen.1, 18);
        assert_eq!(whole.masked, "1234 **********");
    }

    #[test]
    fn rejects_what_is_no_account() {
        assert!(check_parts("1234", " og så 1234567").is_none());
        assert!(check_parts("1234", ", kontonr. 123").is_none());
        assert!(check_parts("0000", ", konto 1234567").is_none());
        assert!(check_parts("123412345", "").is_none());
    }

    proptest! {
        #[test]
        fn never_panics(after in ".{0,40}", digits in proptest::collection::vec(any::<u8>(), 0..16)) {
            let candidate = Candidate { digits: &digits, after: &after, ..Candidate::default() };
            let _ = Regkonto.check(&candidate, &TODAY);
            let candidate = Candidate { digits: b"1234", after: &after, ..Candidate::default() };
            let _ = Regkonto.check(&candidate, &TODAY);
        }
    }
}
