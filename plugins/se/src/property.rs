//! Designations of real property: municipality, tract, block and unit (`Sandviken Björkhagen 1:23`).
//!
//! Source: Lantmäteriet, "Fastighetsregistret, registerbeteckningar"; förordning (2000:308) om fastighetsregister 14 §. The name of a
//! municipality before the tract counts alone; a tract without it needs a label.

use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::IdentityKind;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The municipalities (SCB, Län och kommuner), one a line.
static MUNICIPALITIES: &str = include_str!("municipalities.txt");

/// `se-fastighet`: the number of the block, with the tract before it and a colon and the unit behind it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fastighet;

impl Validator for Fastighet {
    fn name(&self) -> &'static str {
        "se-fastighet"
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        // The tract stands before the space; a letter of it ends it.
        let is_name = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
        matches!(glance.after, [b':', b'0'..=b'9', ..])
            && matches!(glance.before, [.., last, b' '] | [.., last, 0xC2, 0xA0] if is_name(last))
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let unit = unit(candidate.after)?;
        let before = candidate.before.strip_suffix([' ', '\u{a0}'])?;
        let tract = capitalised_words(before)?;
        let words: Vec<&str> = tract.split(' ').collect();
        // The municipality has one word or two; `Uppsala Kvarngärdet`, `Upplands Väsby Vilunda`.
        let named = (0..words.len().saturating_sub(1)).find(|at| {
            let rest = words.get(*at..).unwrap_or_default();
            is_municipality(rest.first().copied().unwrap_or_default())
                || rest.len() > 2 && is_municipality(&rest[..2].join(" "))
        });
        let (from, weight, reason) = match named {
            Some(at) => (at, 250, "reason-municipality"),
            None => (words.len() - 1, -150, "reason-tract-only"),
        };
        let name = words.get(from..)?.join(" ");
        let block = std::str::from_utf8(candidate.digits).ok()?;
        let text = format!("{name} {block}{}", candidate.after.get(..unit)?);
        let lead = candidate.before.len() - before.len() + name.len();
        Some(
            Checked::new(
                IdentityKind::SeProperty,
                text.to_lowercase(),
                format!("{} *:*", words.get(from)?),
            )
            .because(reason, weight)
            .widened(lead, unit),
        )
    }
}

/// The bytes of `:23` when nothing more follows.
fn unit(after: &str) -> Option<usize> {
    let digits = after
        .strip_prefix(':')?
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let next = after.as_bytes().get(1 + digits);
    let is_longer =
        next.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-'));
    ((1..=4).contains(&digits) && !is_longer).then_some(1 + digits)
}

/// The capitalised words at the end of a text, at most four.
fn capitalised_words(text: &str) -> Option<&str> {
    let mut start = text.len();
    for _ in 0..4 {
        let head = text.get(..start)?.trim_end_matches(' ');
        let word = head.rsplit([' ', '\u{a0}', ',', ':', '(', '\t']).next()?;
        let is_name = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-');
        let is_beside = start == text.len() || text.get(head.len()..start) == Some(" ");
        if !is_name || !is_beside {
            break;
        }
        start = head.len() - word.len();
    }
    let words = text.get(start..)?;
    (words.chars().count() >= 3).then_some(words)
}

fn is_municipality(name: &str) -> bool {
    static KNOWN: LazyLock<HashSet<String>> =
        LazyLock::new(|| MUNICIPALITIES.lines().map(str::to_lowercase).collect());
    KNOWN.contains(&name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::TODAY;
    use proptest::prelude::*;

    fn check_parts(before: &str, block: &str, after: &str) -> Option<Checked> {
        let candidate = Candidate {
            raw: block,
            digits: block.as_bytes(),
            before,
            after,
            ..Candidate::default()
        };
        Fastighet.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_the_municipality_in() {
        let checked = check_parts("rörande Sandviken Björkhagen ", "1", ":23.").expect("whole");
        assert_eq!(checked.normal, "sandviken björkhagen 1:23");
        assert_eq!(checked.masked, "Sandviken *:*");
        assert_eq!(checked.widen, (22, 3));
        let checked = check_parts("Upplands Väsby Vilunda ", "20", ":24").expect("two words");
        assert_eq!(checked.normal, "upplands väsby vilunda 20:24");
        assert!(
            check_parts("fastigheten Björkhagen ", "1", ":23")
                .expect("tract")
                .weight
                < 0
        );
    }

    #[test]
    fn leaves_times_laws_and_scales() {
        for (before, block, after) in [
            ("kl ", "12", ":30"),
            ("klockan ", "12", ":30"),
            ("skala ", "1", ":50"),
            ("Björkhagen ", "1", ":23:5"),
            ("Björkhagen ", "1", ""),
            ("", "1", ":2"),
        ] {
            assert!(
                check_parts(before, block, after).is_none(),
                "{before}{block}{after}"
            );
        }
    }

    proptest! {
        #[test]
        fn never_panics(before in ".{0,40}", after in ".{0,10}") {
            let _ = check_parts(&before, "1", &after);
            let _ = check_parts(&format!("{before} Åre "), "1", &format!(":{after}"));
        }
    }
}
