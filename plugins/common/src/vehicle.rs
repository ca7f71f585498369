//! Registration marks of vehicles in Sweden and Denmark. They have no check digit, so a rule must ask for a label.
//!
//! Source: Transportstyrelsen, "Registreringsnummer" (three letters, two digits, and a digit or a letter); Færdselsstyrelsen,
//! "Nummerplader" (two letters and five digits).

use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::IdentityKind;

/// `vehicle-registration`: a run of digits with the letters before it.
#[derive(Clone, Copy, Debug, Default)]
pub struct VehicleRegistration;

impl Validator for VehicleRegistration {
    fn name(&self) -> &'static str {
        "vehicle-registration"
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        let head = glance.before.strip_suffix(b" ").unwrap_or(glance.before);
        let head = head.strip_suffix(b"-").unwrap_or(head);
        matches!(head, [.., b'A'..=b'Z', b'A'..=b'Z'])
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let head = candidate
            .before
            .strip_suffix([' ', '-'])
            .unwrap_or(candidate.before);
        let letters = head
            .bytes()
            .rev()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let outer = head.bytes().rev().nth(letters);
        let is_whole = !outer.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let name = head.get(head.len() - letters..)?;
        let is_upper = name.bytes().all(|byte| byte.is_ascii_uppercase());
        let behind = match (letters, candidate.digits.len()) {
            (3, 3) | (2, 5) => end(candidate.after, 0)?,
            (3, 2) => end(candidate.after, 1)?,
            (2, 2) => danish_pairs(candidate.after)?,
            _ => return None,
        };
        if !is_whole || !is_upper {
            return None;
        }
        let digits = std::str::from_utf8(candidate.digits).ok()?;
        let tail: String = candidate
            .after
            .get(..behind)?
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let masked = format!("{name}***");
        Some(
            Checked::new(
                IdentityKind::Vehicle,
                format!("{name}{digits}{tail}"),
                masked,
            )
            .because("reason-length-fits", 0)
            .widened(candidate.before.len() - head.len() + letters, behind),
        )
    }
}

/// The bytes behind when `letters` capitals follow and then nothing that belongs to it.
fn end(after: &str, letters: usize) -> Option<usize> {
    let found = after.bytes().take_while(u8::is_ascii_uppercase).count();
    let next = after.as_bytes().get(found);
    (found == letters && !next.is_some_and(u8::is_ascii_alphanumeric)).then_some(found)
}

/// ` 12 345` behind the first pair.
fn danish_pairs(after: &str) -> Option<usize> {
    let bytes = after.as_bytes();
    let digits = bytes.get(1..4)?.iter().all(u8::is_ascii_digit);
    let next = bytes.get(4);
    (bytes.first() == Some(&b' ') && digits && !next.is_some_and(u8::is_ascii_alphanumeric))
        .then_some(4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iban::tests::TODAY;
    use proptest::prelude::*;

    fn normal_of(text: &str) -> Option<String> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let candidate = Candidate {
            digits: text.as_bytes().get(start..start + digits)?,
            before: text.get(..start)?,
            after: text.get(start + digits..)?,
            ..Candidate::default()
        };
        VehicleRegistration
            .check(&candidate, &TODAY)
            .map(|checked| checked.normal)
    }

    #[test]
    fn takes_marks_of_both_countries() {
        for (text, normal) in [
            ("ABC123", "ABC123"),
            ("regnr ABC 12D.", "ABC12D"),
            ("AB12345", "AB12345"),
            ("AB 12 345", "AB12345"),
        ] {
            assert_eq!(normal_of(text).as_deref(), Some(normal), "{text}");
        }
        for text in [
            "XABC123", "abc123", "ABC1234", "AB1234", "ABC12d4", "ÅBC123",
        ] {
            assert_eq!(normal_of(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(before in ".{0,8}", after in ".{0,8}") {
            for digits in ["12", "123", "12345"] {
                let candidate = Candidate { digits: digits.as_bytes(), before: &before, after: &after, ..Candidate::default() };
                let _ = VehicleRegistration.check(&candidate, &TODAY);
            }
        }
    }
}
