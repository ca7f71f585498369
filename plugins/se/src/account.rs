//! Bank accounts: a clearing number in the range of a bank, and an account of the length that the bank uses.
//!
//! Source: Bankgirot, "Bankernas kontonummeruppbyggnad" (BG 9070): account numbers of type 1 have seven digits, those of
//! type 2 up to ten. Check digits differ by bank and are not tested; a label is required instead.

use sporhund_detector::arithmetic::number;
use sporhund_detector::groups::{self, Groups};
use sporhund_detector::{Candidate, CheckContext, Checked, Validator};
use sporhund_model::IdentityKind;

/// Clearing numbers, first and last, with the least and the most digits of an account.
const RANGES: [(u64, u64, usize, usize); 33] = [
    (1000, 1099, 7, 7),   // Sveriges riksbank
    (1100, 1199, 7, 7),   // Nordea
    (1200, 1399, 7, 7),   // Danske Bank
    (1400, 2099, 7, 7),   // Nordea
    (2300, 2399, 7, 7),   // Ålandsbanken
    (2400, 2499, 7, 7),   // Danske Bank
    (3000, 3299, 7, 7),   // Nordea
    (3300, 3300, 10, 10), // Nordea, personal account
    (3301, 3399, 7, 7),   // Nordea
    (3400, 3409, 7, 7),   // Länsförsäkringar
    (3410, 3781, 7, 7),   // Nordea
    (3782, 3782, 10, 10), // Nordea, personal account
    (3783, 3999, 7, 7),   // Nordea
    (4000, 4999, 7, 7),   // Nordea
    (5000, 5999, 7, 7),   // SEB
    (6000, 6999, 7, 9),   // Handelsbanken
    (7000, 7999, 7, 7),   // Swedbank
    (8000, 8999, 4, 10),  // Swedbank and savings banks
    (9020, 9029, 7, 7),   // Länsförsäkringar
    (9040, 9049, 7, 7),   // Citibank
    (9060, 9069, 7, 7),   // Länsförsäkringar
    (9070, 9079, 7, 7),   // Multitude
    (9100, 9109, 7, 7),   // Nordnet
    (9120, 9124, 7, 7),   // SEB
    (9130, 9149, 7, 7),   // SEB
    (9150, 9169, 7, 7),   // Skandiabanken
    (9170, 9179, 7, 7),   // Ikano
    (9180, 9189, 7, 10),  // Danske Bank
    (9190, 9199, 7, 7),   // DNB
    (9230, 9299, 7, 7),   // Marginalen, ICA and others
    (9300, 9399, 4, 10),  // Sparbanken and others
    (9400, 9899, 7, 10),  // others
    (9960, 9969, 4, 10),  // Nordea, plusgiro
];

/// `se-bankkonto`: clearing number and account.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bankkonto;

impl Validator for Bankkonto {
    fn name(&self) -> &'static str {
        "se-bankkonto"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let digits = candidate.digits;
        if matches!(digits.len(), 4 | 5) {
            return grouped_account(digits, candidate.after)
                .or_else(|| labelled_account(digits, candidate.after));
        }
        let clearing = number(digits.get(..4)?)?;
        // Ten digits behind a clearing number with its check digit, all in one.
        let fifth = usize::from((8000..9000).contains(&clearing) && digits.len() == 15);
        let account = digits.get(4 + fifth..)?;
        accept(clearing, account, account.len(), 0)
    }
}

/// `-4,925 116 737 6` or `-308 54 45` behind the clearing number, in whatever groups.
fn grouped_account(clearing: &[u8], after: &str) -> Option<Checked> {
    if is_day(clearing, after) {
        return None;
    }
    let (four, fifth) = clearing.split_at(4.min(clearing.len()));
    let clearing = number(four)?;
    let has_fifth = (8000..9000).contains(&clearing);
    if !has_fifth && !fifth.is_empty() {
        return None;
    }
    let check = if has_fifth && fifth.is_empty() {
        fifth_digit(after)
    } else {
        0
    };
    let rest = after.get(check..)?;
    let found = groups::read(rest, BEFORE_ACCOUNT, |account| {
        is_length(clearing, account.len())
    })?;
    // Four digits are too few to tell an account from a sum.
    let is_whole = found.digits().len() >= 6;
    accept_groups(clearing, &found, check).filter(|_| is_whole)
}

/// `2019-01-01`: a year with month and day behind it.
fn is_day(year: &[u8], after: &str) -> bool {
    matches!(year, [b'1', b'9', ..] | [b'2', b'0', ..])
        && matches!(
            after.as_bytes(),
            [b'-' | b'.' | b'/', b'0' | b'1', _, b'-' | b'.' | b'/', ..]
        )
}

/// What may stand before the account, and between its groups.
const BEFORE_ACCOUNT: (&[u8], &[u8]) = (b" -,./", b" -.");

/// The bytes of a check digit of its own behind the clearing number, `-4` before the mark that the account stands behind.
fn fifth_digit(after: &str) -> usize {
    match after.as_bytes() {
        [b'-' | b' ', digit, b',' | b'.' | b' ' | b'-', ..] if digit.is_ascii_digit() => 2,
        _ => 0,
    }
}

/// `, kontonr 1234567` behind the clearing number.
fn labelled_account(clearing: &[u8], after: &str) -> Option<Checked> {
    let start = after.bytes().position(|byte| byte.is_ascii_digit())?;
    let between = after.get(..start).filter(|between| between.len() <= 20)?;
    if !names_account(between) {
        return None;
    }
    let clearing = number(clearing.get(..4)?)?;
    let found = groups::read(after.get(start..)?, BEFORE_ACCOUNT, |account| {
        account.len() >= 6 && is_length(clearing, account.len())
    })?;
    accept_groups(clearing, &found, start)
}

fn accept_groups(clearing: u64, found: &Groups, start: usize) -> Option<Checked> {
    let account = found.digits();
    accept(clearing, account, account.len(), start + found.end)
}

/// Whether the bank of a clearing number has accounts of a length.
fn is_length(clearing: u64, length: usize) -> bool {
    let fits = |(first, last, least, most): &(u64, u64, usize, usize)| {
        (*first..=*last).contains(&clearing) && (*least..=*most).contains(&length)
    };
    RANGES.iter().any(fits)
}

fn accept(clearing: u64, account: &[u8], length: usize, behind: usize) -> Option<Checked> {
    // Ten digits behind a clearing number of four are rarer in Sweden than in Denmark.
    let weight = if length == 10 { -20 } else { 20 };
    is_length(clearing, length).then(|| {
        let account = String::from_utf8_lossy(account);
        let masked = format!("{clearing}-{}", "*".repeat(length));
        let normal = format!("se{clearing}{account}");
        Checked::new(IdentityKind::Account, normal, masked)
            .because("reason-clearing-number", weight)
            .widened(0, behind)
    })
}

/// Whether the words between the two numbers say that an account follows, and nothing else.
fn names_account(between: &str) -> bool {
    let mut words = between
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .peekable();
    let is_known = |word: &str| {
        ["konto", "kontonr", "kontonummer", "nr", "och", "nummer"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    };
    words.peek().is_some() && words.all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::TODAY;
    use proptest::prelude::*;

    /// The first group as the digit walker would give it, and the rest behind it.
    fn check_text(text: &str) -> Option<Checked> {
        let first = text.bytes().take_while(u8::is_ascii_digit).count();
        let candidate = Candidate {
            raw: text.get(..first)?,
            digits: text.as_bytes().get(..first)?,
            after: text.get(first..)?,
            ..Candidate::default()
        };
        Bankkonto.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_accounts_of_both_types() {
        for raw in [
            "5000-1234567",
            "6789 123456789",
            "8327-9,1234567",
            "3300-8112189876",
            "83279 123456789",
            "8495-4,925 116 737 6",
            "9027-569 19 36",
            "50001234567",
        ] {
            assert!(check_text(raw).is_some(), "{raw}");
        }
        assert_eq!(
            check_text("5000-1234567").expect("SEB").masked,
            "5000-*******"
        );
    }

    #[test]
    fn rejects_ranges_and_lengths_that_no_bank_has() {
        for raw in [
            "2100-1234567",
            "5000-123456",
            "5000-12345678",
            "0500-1234567",
            "9950-1234567",
            "12",
        ] {
            assert!(check_text(raw).is_none(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(raw in ".{0,20}", digits in proptest::collection::vec(any::<u8>(), 0..20)) {
            let candidate = Candidate { raw: &raw, digits: &digits, ..Candidate::default() };
            let _ = Bankkonto.check(&candidate, &TODAY);
        }
    }
}
