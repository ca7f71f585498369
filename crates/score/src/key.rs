//! The normal form in which values of truth and scan are compared.

/// The key of a value: lower case for mail addresses, digits only for all else that has digits.
///
/// Swedish numbers keep their last ten digits, so that 10 and 12 digits and all separators give one key; a leading zero
/// that a spreadsheet lost is put back. A fingerprint or a word stays as it is, in lower case.
///
/// ```
/// use sporhund_score::normal_key;
/// assert_eq!(normal_key("se.personnummer", "19 45 12 24–9981"), "4512249981");
/// assert_eq!(normal_key("email", "Anna@Example.ORG"), "anna@example.org");
/// ```
pub fn normal_key(rule: &str, value: &str) -> String {
    let number = rule.starts_with("se.") || rule.starts_with("dk.");
    if !number || value.contains('@') {
        return value.trim().to_lowercase();
    }
    let digits: String = value.chars().filter_map(ascii_digit).collect();
    let from = if rule.starts_with("se.") {
        digits.len().saturating_sub(10)
    } else {
        0
    };
    format!("{:0>10}", digits.get(from..).unwrap_or_default())
}

/// The digit a character stands for, full-width forms included.
fn ascii_digit(letter: char) -> Option<char> {
    match letter {
        '0'..='9' => Some(letter),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(letter) - 0xff10, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_one_key_for_every_way_of_writing_a_number() {
        for text in [
            "451224-9981",
            "194512249981",
            "451224\u{a0}9981",
            "４５１２２４-９９８１",
        ] {
            assert_eq!(normal_key("se.personnummer", text), "4512249981", "{text}");
        }
    }

    #[test]
    fn puts_a_lost_leading_zero_back() {
        assert_eq!(normal_key("se.personnummer", "411239814"), "0411239814");
        assert_eq!(normal_key("dk.cpr", "111581234"), "0111581234");
    }

    #[test]
    fn leaves_words_and_addresses_but_for_their_case() {
        assert_eq!(normal_key("email", " A.B@Example.se "), "a.b@example.se");
        assert_eq!(normal_key("sv.term", "Diagnos"), "diagnos");
    }
}
