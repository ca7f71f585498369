//! Addresses on the internet, of version 4 and 6.
//!
//! Source: RFC 791 and RFC 4291 with RFC 5952. The Court of Justice (C-582/14, Breyer) holds that an address may be personal data;
//! those that lead nowhere outside the house (RFC 1918, RFC 4193), loops and examples (RFC 5737) are trusted less.

use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::IdentityKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// `ip-address`: the first run of digits of an address.
#[derive(Clone, Copy, Debug, Default)]
pub struct IpAddress;

impl Validator for IpAddress {
    fn name(&self) -> &'static str {
        "ip-address"
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        match glance.after {
            // The second octet ends with a dot too.
            [b'.', a, b, c, d, ..] => a.is_ascii_digit() && [b, c, d].contains(&&b'.'),
            [b':', rest @ ..] => {
                !(glance.digits.len() <= 2 && is_clock(glance.after))
                    && rest
                        .first()
                        .is_some_and(|byte| *byte == b':' || byte.is_ascii_hexdigit())
                    && !is_behind_group(glance.before)
            }
            _ => true,
        }
    }

    fn passes_by_chance(&self) -> bool {
        true
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        if candidate.after.starts_with('.') {
            version_4(candidate)
        } else {
            version_6(candidate)
        }
    }
}

fn version_4(candidate: &Candidate<'_>) -> Option<Checked> {
    let tail = candidate
        .after
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
        .count();
    let tail = candidate.after.get(..tail)?.trim_end_matches('.');
    let dots = tail.bytes().filter(|byte| *byte == b'.').count();
    let next = candidate.after.as_bytes().get(tail.len());
    let previous = candidate.before.as_bytes().last();
    let is_part = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    if dots != 3 || tail.len() > 12 || is_part(next) || is_part(previous) || previous == Some(&b'.')
    {
        return None;
    }
    let mut octets = [0_u8; 4];
    let mut parts =
        std::iter::once(std::str::from_utf8(candidate.digits).ok()?).chain(tail.split('.').skip(1));
    for octet in &mut octets {
        let part = parts.next()?;
        let has_zero = part.len() > 1 && part.starts_with('0');
        *octet = part.parse().ok().filter(|_| !has_zero)?;
    }
    let address = Ipv4Addr::from(octets);
    let masked = format!("{}.{}.*.*", octets[0], octets[1]);
    // Versions of programs look alike, and are small.
    let (reason, weight) = match octets {
        [0 | 255, ..] | [_, 0, 0, 0] => return None,
        [a, b, c, d] if a < 20 && b < 30 && c < 100 && d < 100 && a != 10 => {
            ("reason-looks-like-version", -300)
        }
        _ if address.is_loopback() || address.is_unspecified() => return None,
        // `26.7.3.1 Ansvar`: the number of a section.
        octets if octets.iter().all(|octet| *octet < 100) && is_heading(candidate, tail.len()) => {
            ("reason-looks-like-version", -400)
        }
        // Four pairs with full stops between are a Danish telephone number more often.
        octets if octets.iter().all(|octet| (10..100).contains(octet)) && octets[0] >= 20 => {
            ("reason-looks-like-telephone", -200)
        }
        _ if address.is_private() || address.is_link_local() => ("reason-internal-address", -150),
        _ => ("reason-address-form", 0),
    };
    Some(
        Checked::new(IdentityKind::IpAddress, address.to_string(), masked)
            .because(reason, weight)
            .widened(0, tail.len()),
    )
}

/// Whether it begins a line, and a word with a capital follows.
fn is_heading(candidate: &Candidate<'_>, tail: usize) -> bool {
    let rest = candidate.after.get(tail..).unwrap_or_default();
    let word = rest.trim_start_matches([' ', '\t', '\u{a0}', '.']);
    candidate.before.trim().is_empty()
        && word.len() < rest.len()
        && word.starts_with(char::is_uppercase)
}

/// Whether digits and a colon stand before: only the first run of digits stands for an address.
fn is_behind_group(before: &[u8]) -> bool {
    matches!(before, [.., b'0'..=b'9', b':'])
}

/// `:30:45` or `:30` behind an hour.
fn is_clock(after: &[u8]) -> bool {
    matches!(after, [b':', b'0'..=b'5', b'0'..=b'9', rest @ ..]
        if !rest.first().is_some_and(u8::is_ascii_hexdigit))
}

fn version_6(candidate: &Candidate<'_>) -> Option<Checked> {
    if candidate.digits.len() <= 2 && is_clock(candidate.after.as_bytes()) {
        return None;
    }
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b':';
    let before = candidate.before.bytes().rev().take_while(is_part).count();
    let after = candidate
        .after
        .bytes()
        .take_while(|byte| is_part(byte) || *byte == b'.')
        .count();
    let head = candidate.before.get(candidate.before.len() - before..)?;
    // Only the first run of digits stands for the address.
    if head.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tail = candidate.after.get(..after)?.trim_end_matches(['.', ':']);
    let colons = head
        .bytes()
        .chain(tail.bytes())
        .filter(|byte| *byte == b':')
        .count();
    let edge =
        |byte: Option<u8>| !byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let outer = candidate.before.bytes().rev().nth(before);
    if !(2..=7).contains(&colons)
        || !edge(outer)
        || !edge(candidate.after.as_bytes().get(tail.len()).copied())
    {
        return None;
    }
    let digits = std::str::from_utf8(candidate.digits).ok()?;
    let mut text = [0_u8; 48];
    let mut length = 0;
    for byte in head.bytes().chain(digits.bytes()).chain(tail.bytes()) {
        *text.get_mut(length)? = byte;
        length += 1;
    }
    let text = std::str::from_utf8(text.get(..length)?).ok()?;
    let address: Ipv6Addr = text.parse().ok()?;
    // `12:30:45` is none, but `::1` and `a::b` are short enough to be something else.
    if address.is_loopback()
        || address.is_unspecified()
        || address.segments().iter().filter(|part| **part != 0).count() < 3
    {
        return None;
    }
    let masked = format!("{:x}:{:x}:*", address.segments()[0], address.segments()[1]);
    Some(
        Checked::new(
            IdentityKind::IpAddress,
            IpAddr::from(address).to_string(),
            masked,
        )
        .because("reason-address-form", 50)
        .widened(head.len(), tail.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iban::tests::TODAY;
    use proptest::prelude::*;

    fn check_text(text: &str) -> Option<Checked> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let candidate = Candidate {
            digits: text.as_bytes().get(start..start + digits)?,
            before: text.get(..start)?,
            after: text.get(start + digits..)?,
            ..Candidate::default()
        };
        IpAddress.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_addresses_of_both_versions() {
        for (text, normal) in [
            ("från 192.0.2.17,", "192.0.2.17"),
            ("203.0.113.195:8080", "203.0.113.195"),
            ("slut 198.51.100.4.", "198.51.100.4"),
            (
                "2001:db8:85a3::8a2e:370:7334",
                "2001:db8:85a3::8a2e:370:7334",
            ),
            ("[fe80:cafe::1ff:fe23:4567]", "fe80:cafe::1ff:fe23:4567"),
        ] {
            assert_eq!(
                check_text(text).map(|checked| checked.normal).as_deref(),
                Some(normal),
                "{text}"
            );
        }
        assert_eq!(check_text("203.0.113.195").expect("v4").masked, "203.0.*.*");
    }

    #[test]
    fn rejects_versions_times_and_codes() {
        for text in [
            "10.0.19041.1",
            "1.2.3",
            "1.2.3.4.5",
            "v1.2.3.4",
            "127.0.0.1",
            "0.0.0.0",
            "192.0.2.017",
            "256.1.1.1",
            "12:30:45",
            "00:1a:2b:3c:4d:5e",
            "std::vec2::x",
            "::1",
            "12:30",
        ] {
            assert!(check_text(text).is_none(), "{text}");
        }
        assert!(check_text("version 2.4.6.1").expect("doubtful").weight < -200);
    }

    proptest! {
        #[test]
        fn never_panics(before in ".{0,20}", after in ".{0,50}", digits in proptest::collection::vec(b'0'..=b'9', 1..5)) {
            let candidate = Candidate { digits: &digits, before: &before, after: &after, ..Candidate::default() };
            let _ = IpAddress.check(&candidate, &TODAY);
        }
    }
}
