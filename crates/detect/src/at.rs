//! What stands around an `@`.

use crate::classify::Run;

/// The longest local part and the longest domain that are looked at (RFC 5321, section 4.5.3.1).
const MAX_LOCAL: usize = 64;
const MAX_DOMAIN: usize = 255;

/// The bytes around an `@` that may be a mail address; the validator decides.
pub(crate) fn find_address(text: &[u8], at: u32) -> Option<Run> {
    let at = at as usize;
    let before = text.get(at.saturating_sub(MAX_LOCAL)..at)?;
    let local = before
        .iter()
        .rev()
        .take_while(|byte| is_local(**byte))
        .count();
    let after = text.get(at + 1..text.len().min(at + 1 + MAX_DOMAIN))?;
    let mut domain = after.iter().take_while(|byte| is_domain(**byte)).count();
    while domain > 0 && matches!(after.get(domain - 1), Some(b'.' | b'-')) {
        domain -= 1;
    }
    let mut start = at - local;
    while start < at
        && matches!(
            text.get(start),
            Some(b'.' | b'\'' | b'-' | b'=' | b'/' | b'*')
        )
    {
        start += 1;
    }
    (start < at && domain >= 4).then_some((start as u32, (at + 1 + domain) as u32))
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'.' | b'_' | b'-' | b'+' | b'\'' | b'%' | b'&' | b'~' | b'!' | b'#'
        )
        || byte >= 0x80
}

fn is_domain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-') || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_an_address_out_of_its_surroundings() {
        for (text, address) in [
            ("<asa.berg@example.org>,", "asa.berg@example.org"),
            ("mailto:asa@example.se?subject=x", "asa@example.se"),
            ("Skriv till asa@example.se.", "asa@example.se"),
            ("'asa@example.se'", "asa@example.se"),
        ] {
            let at = text.find('@').unwrap() as u32;
            let (start, end) = find_address(text.as_bytes(), at).unwrap();
            assert_eq!(
                text[start as usize..end as usize].trim_end_matches('\''),
                address
            );
        }
        assert_eq!(find_address(b"@example.org", 0), None);
        assert_eq!(find_address(b"a@", 1), None);
    }
}
