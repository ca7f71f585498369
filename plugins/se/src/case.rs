//! Case numbers of Swedish authorities: `KS 2018/65`, `VON-2019-00123`, `Dnr 50/11`.
//!
//! There is no national form (arkivlagen and offentlighets- och sekretesslagen 5 kap. 2 § ask for a designation only), so
//! an abbreviation of the board with year and number counts, and anything else only behind its label.

use sporhund_detector::arithmetic::number;
use sporhund_detector::{Candidate, CheckContext, Checked, Glance, Validator};
use sporhund_model::IdentityKind;

/// Abbreviations that stand before a year and a number and are no board: courts, reports, journals, standards.
const NO_BOARD: [&str; 27] = [
    "AD", "CELEX", "COM", "CVE", "DS", "EES", "EG", "EGT", "EGTL", "EN", "EU", "EUT", "EUTL",
    "HFD", "HSLF", "ISO", "JO", "KB", "KOM", "MIG", "MÖD", "NJA", "PROP", "RA", "SKR", "SOU", "SS",
];

/// How the names of all collections of statutes end (författningssamling: `SFS`, `SOSFS`, `LVFS`).
const STATUTES: &str = "FS";

/// `se-diarienummer`: a year of four digits (or a number behind a label), and what stands around it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Diarienummer;

impl Validator for Diarienummer {
    fn name(&self) -> &'static str {
        "se-diarienummer"
    }

    fn may_be(&self, glance: &Glance<'_>) -> bool {
        if is_behind_serial(glance.before) {
            return !glance
                .after
                .first()
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'));
        }
        let is_year = matches!(
            glance.digits,
            [b'1', b'9', b'7'..=b'9', _] | [b'2', b'0', ..]
        );
        let has_serial = matches!(glance.after, [_, b'0'..=b'9', ..]);
        // An abbreviation of a board may stand before what looks like a day.
        let is_board =
            |byte: &u8| !byte.is_ascii_punctuation() || matches!(byte, b'/' | b'-' | b'_');
        is_year
            && has_serial
            && (!is_day(glance.after) || glance.before.last().is_some_and(is_board))
    }

    fn check(&self, candidate: &Candidate<'_>, context: &CheckContext) -> Option<Checked> {
        if is_behind_serial(candidate.before.as_bytes()) {
            return year_last(candidate, *context);
        }
        let year = number(candidate.digits)?;
        let is_year =
            candidate.digits.len() == 4 && (1970..=u64::from(context.year)).contains(&year);
        if !is_year {
            return None;
        }
        let length = serial(candidate.after)?;
        let board = board(candidate.before);
        if board.is_none() && is_day(candidate.after.as_bytes()) {
            return None;
        }
        let (lead, weight) = match board {
            Some(lead) => (lead, 0),
            None if is_law(candidate) => return None,
            None => (0, -300),
        };
        let start = candidate.before.len() - lead;
        let text = format!(
            "{}{year}{}",
            candidate.before.get(start..)?,
            candidate.after.get(..length)?
        );
        let normal: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        Some(
            Checked::new(IdentityKind::Case, normal.to_uppercase(), text)
                .because("reason-case-number", weight)
                .widened(lead, length),
        )
    }
}

/// Whether a digit and a slash stand before: the year comes last.
fn is_behind_serial(before: &[u8]) -> bool {
    matches!(before, [.., b'0'..=b'9', b'/'])
}

/// `1-815/2019`, `KS 65/18`: the serial number first. A year of two digits needs its label right before.
fn year_last(candidate: &Candidate<'_>, context: CheckContext) -> Option<Checked> {
    let year = number(candidate.digits)?;
    let is_short = candidate.digits.len() == 2;
    let is_year = (1970..=u64::from(context.year)).contains(&year);
    let head = candidate.before.strip_suffix('/')?;
    let start = head.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    let serial = head.get(start.len()..)?;
    let digits = serial.bytes().filter(u8::is_ascii_digit).count();
    let is_serial = serial.starts_with(|c: char| c.is_ascii_digit()) && (1..=8).contains(&digits);
    if !is_serial || !(is_short || is_year && candidate.digits.len() == 4) {
        return None;
    }
    let is_named = is_behind_number_word(start);
    let board = board(start).filter(|_| !is_named);
    if is_short && !is_named || board.is_none() && !start.ends_with([' ', ':', '.', '\u{a0}']) {
        return None;
    }
    let lead = serial.len() + 1 + board.unwrap_or(0);
    let text = format!(
        "{}{year:02}",
        candidate.before.get(candidate.before.len() - lead..)?
    );
    let normal: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    Some(
        Checked::new(IdentityKind::Case, normal.to_uppercase(), text)
            .because("reason-case-number", if board.is_some() { 0 } else { -300 })
            .widened(lead, 0),
    )
}

/// Whether a word such as `dnr` stands right before.
fn is_behind_number_word(head: &str) -> bool {
    let head = head.trim_end_matches([' ', ':', '.', '\u{a0}']);
    head.ends_with("nr") || head.ends_with("nummer") || head.ends_with("numret")
}

/// `2018:218` without a word such as `dnr` right before it: so laws are numbered, and reports.
fn is_law(candidate: &Candidate<'_>) -> bool {
    candidate.after.starts_with(':') && !is_behind_number_word(candidate.before)
}

/// `-12-05` behind the year.
fn is_day(after: &[u8]) -> bool {
    matches!(after, [b'-' | b'/', a, b, b'-' | b'/', c, d, ..]
        if [a, b, c, d].into_iter().all(u8::is_ascii_digit))
}

/// The bytes of an abbreviation of two to six capitals with its separator right before the year.
fn board(before: &str) -> Option<usize> {
    let head = before.strip_suffix([' ', '/', '-', '_']).unwrap_or(before);
    let name = head.trim_end_matches(char::is_uppercase);
    let word = head.get(name.len()..)?;
    let is_whole = !name.ends_with(|c: char| c.is_alphanumeric() || c == '-');
    let is_board = !word.ends_with(STATUTES) && !NO_BOARD.contains(&word);
    let fits = (2..=6).contains(&word.chars().count()) && is_whole && is_board;
    fits.then(|| before.len() - head.len() + word.len())
}

/// The bytes of a separator and a serial number behind the year, with one part more (`-00526-1`, `/742.912`).
fn serial(after: &str) -> Option<usize> {
    let bytes = after.as_bytes();
    if !matches!(bytes.first(), Some(b'/' | b':' | b'-' | b' ')) {
        return None;
    }
    let digits = |from: usize| {
        bytes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let length = digits(1);
    if !(1..=6).contains(&length) {
        return None;
    }
    let mut end = 1 + length;
    let more = digits(end + 1);
    let is_part = matches!(bytes.get(end), Some(b'.' | b'-' | b' ')) && (1..=6).contains(&more);
    if is_part && (bytes.get(end) != Some(&b' ') || more <= 2 && bytes.first() == Some(&b' ')) {
        end += 1 + more;
    }
    // `1983/84:17` is of a year of the parliament.
    let is_session = bytes.first() == Some(&b'/') && length == 2 && bytes.get(3) == Some(&b':');
    // `2010-2020`.
    let is_span = bytes.first() == Some(&b'-')
        && length == 4
        && matches!(bytes.get(1..3), Some(b"19" | b"20"));
    let next = bytes.get(end);
    // `2018-12-05` is a day, `2018/19` may be a school year: those have no board before them.
    let is_longer = next.is_some_and(u8::is_ascii_alphanumeric);
    (!is_longer && !is_span && !is_session).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::TODAY;
    use proptest::prelude::*;

    fn check_text(text: &str) -> Option<String> {
        let at = text.find("20").or_else(|| text.find("19"))?;
        let candidate = Candidate {
            raw: text.get(at..at + 4)?,
            digits: text.as_bytes().get(at..at + 4)?,
            before: text.get(..at)?,
            after: text.get(at + 4..)?,
            ..Candidate::default()
        };
        Diarienummer
            .check(&candidate, &TODAY)
            .map(|checked| checked.normal)
    }

    #[test]
    fn takes_numbers_as_boards_write_them() {
        for (text, normal) in [
            ("VON/2019:49", "VON201949"),
            ("KS 2018/65", "KS201865"),
            ("KS-2014/742.912", "KS2014742912"),
            ("KS-2018-00526-1", "KS2018005261"),
            ("SBN 2021 00099 1", "SBN2021000991"),
            ("KSN-2017-3447", "KSN20173447"),
            ("SKN2014/79", "SKN201479"),
        ] {
            assert_eq!(check_text(text).as_deref(), Some(normal), "{text}");
        }
    }

    #[test]
    fn takes_numbers_whose_year_stands_last() {
        let normal = |before: &str, digits: &str| {
            let candidate = Candidate {
                digits: digits.as_bytes(),
                before,
                ..Candidate::default()
            };
            Diarienummer
                .check(&candidate, &TODAY)
                .map(|checked| checked.normal)
        };
        assert_eq!(normal("Dnr 1-815/", "2019").as_deref(), Some("18152019"));
        assert_eq!(normal("dnr: 50/", "11").as_deref(), Some("5011"));
        assert_eq!(normal("KS 65/", "2018").as_deref(), Some("KS652018"));
        for (before, digits) in [
            ("den 24/", "12"),
            ("EU 679/", "16"),
            ("x1/", "2018"),
            ("12/3/", "2019"),
        ] {
            assert_eq!(normal(before, digits), None, "{before}{digits}");
        }
    }

    #[test]
    fn leaves_laws_days_and_reports() {
        for text in [
            "SFS 2018:218",
            "SOU 2017:39",
            "KS 2018",
            "KS 2099/1",
            "KS 2018/1234567",
        ] {
            let lone = check_text(text);
            assert!(lone.is_none_or(|normal| normal.starts_with("20")), "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(before in ".{0,12}", after in ".{0,12}") {
            let candidate = Candidate { digits: b"2019", before: &before, after: &after, ..Candidate::default() };
            let _ = Diarienummer.check(&candidate, &TODAY);
        }
    }
}
