//! Telephone numbers: area code, length, and how it is written.
//!
//! Source: Post- och telestyrelsen, "Den svenska telefoninummerplanen" (E.164) and its list of area codes. National numbers
//! begin with 0, international ones with +46 or 0046; the zero in parentheses is not dialled from abroad.

use sporhund_detector::arithmetic::number;
use sporhund_detector::{Candidate, CheckContext, Checked, Separator, Validator};
use sporhund_model::IdentityKind;

/// Area codes of two digits after the zero.
const TWO: [u16; 20] = [
    11, 13, 16, 18, 19, 21, 23, 26, 31, 33, 35, 36, 40, 42, 44, 46, 54, 60, 63, 90,
];
/// Mobile numbers and numbers that lead anywhere: two digits, and seven behind them.
const MOBILE: [u16; 8] = [10, 70, 72, 73, 74, 75, 76, 79];
/// Area codes of three digits after the zero, first and last of each stretch.
const THREE: [(u16, u16); 67] = [
    (120, 123),
    (125, 125),
    (140, 144),
    (150, 152),
    (155, 159),
    (171, 171),
    (173, 176),
    (220, 227),
    (240, 241),
    (243, 243),
    (246, 248),
    (250, 251),
    (253, 253),
    (258, 258),
    (270, 271),
    (278, 278),
    (280, 281),
    (290, 295),
    (297, 297),
    (300, 304),
    (320, 322),
    (325, 325),
    (340, 340),
    (345, 346),
    (370, 372),
    (380, 383),
    (390, 390),
    (392, 393),
    (410, 411),
    (413, 418),
    (430, 431),
    (433, 433),
    (435, 435),
    (451, 451),
    (454, 457),
    (459, 459),
    (470, 472),
    (474, 474),
    (476, 481),
    (485, 486),
    (490, 496),
    (498, 506),
    (510, 515),
    (520, 526),
    (528, 528),
    (530, 534),
    (550, 555),
    (560, 560),
    (563, 565),
    (570, 571),
    (573, 573),
    (580, 587),
    (589, 591),
    (611, 613),
    (620, 624),
    (640, 640),
    (642, 645),
    (647, 647),
    (650, 653),
    (657, 657),
    (660, 663),
    (670, 672),
    (680, 680),
    (682, 682),
    (684, 684),
    (687, 687),
    (690, 696),
];
/// The stretches from 910 on: the far north.
const NORTH: [(u16, u16); 9] = [
    (910, 918),
    (920, 930),
    (932, 935),
    (940, 943),
    (950, 954),
    (960, 961),
    (970, 971),
    (973, 973),
    (975, 981),
];
/// Freephone and numbers with a fee: three digits, and four to six behind them.
const SERVICE: [u16; 6] = [200, 770, 771, 774, 775, 778];

/// `se-phone`: a number of the Swedish plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phone;

impl Validator for Phone {
    fn name(&self) -> &'static str {
        "se-phone"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let (dialled, national) = national(candidate)?;
        let code = area_code(national)?;
        if dialled == Dialled::Nationally && is_abroad(candidate.before) || is_trunk(national, code)
        {
            return None;
        }
        let form = form(candidate, dialled, code)?;
        let text = std::str::from_utf8(national).ok()?;
        let kept = if code == 1 { 1 } else { 2 };
        let stars = "*".repeat(text.len() - kept);
        let masked = format!("+46 {}{stars}", text.get(..kept)?);
        let plus = usize::from(candidate.before.ends_with('+'));
        Some(
            Checked::new(IdentityKind::Phone, format!("46{text}"), masked)
                .because(form.0, form.1)
                .widened(plus, 0),
        )
    }
}

/// `+61 (` before the zero: the number of another country.
fn is_abroad(before: &str) -> bool {
    let Some(head) = before.strip_suffix('(') else {
        return false;
    };
    let head = head.trim_end();
    let code = head.trim_end_matches(|c: char| c.is_ascii_digit());
    code.len() < head.len() && code.ends_with('+')
}

/// No subscriber's number behind a geographic area code begins with 0.
fn is_trunk(national: &[u8], code: usize) -> bool {
    national.first() != Some(&b'7') && national.get(code) == Some(&b'0')
}

/// How a number was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialled {
    Nationally,
    Internationally,
}

/// The digits behind the zero or behind +46.
fn national<'a>(candidate: &Candidate<'a>) -> Option<(Dialled, &'a [u8])> {
    let digits = candidate.digits;
    let abroad = if candidate.before.ends_with('+') {
        Some(digits.strip_prefix(b"46")?)
    } else {
        digits.strip_prefix(b"0046")
    };
    let (dialled, rest) = match abroad {
        Some(rest) => (
            Dialled::Internationally,
            rest.strip_prefix(b"0").unwrap_or(rest),
        ),
        None => (Dialled::Nationally, digits.strip_prefix(b"0")?),
    };
    let fits = (7..=9).contains(&rest.len()) && rest.first() != Some(&b'0');
    fits.then_some((dialled, rest))
}

/// How many digits of a national number are its area code.
fn area_code(national: &[u8]) -> Option<usize> {
    let lead = |length: usize| {
        national
            .get(..length)
            .and_then(number)
            .map(|lead| lead as u16)
    };
    let (two, three) = (lead(2)?, lead(3)?);
    let in_stretch = |(first, last): &(u16, u16)| (*first..=*last).contains(&three);
    if national.first() == Some(&b'8') {
        return Some(1);
    }
    if MOBILE.contains(&two) {
        return (national.len() == 9).then_some(2);
    }
    // 020 is dialled free of charge.
    if TWO.contains(&two) || two == 20 && national.len() >= 8 {
        return Some(2);
    }
    let is_known =
        THREE.iter().any(in_stretch) || NORTH.iter().any(in_stretch) || SERVICE.contains(&three);
    (is_known && national.len() >= 8).then_some(3)
}

/// How much the way of writing tells, by its reason; `None` for a date and the like.
fn form(candidate: &Candidate<'_>, dialled: Dialled, code: usize) -> Option<(&'static str, i16)> {
    let raw = candidate.raw.as_bytes();
    let first = raw.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let marks = raw
        .iter()
        .filter(|byte| matches!(byte, b'-' | b'.' | b'/'))
        .count();
    if dialled == Dialled::Internationally {
        return Some(("reason-international-form", 150));
    }
    // Full stops between all groups; so few digits are a date.
    let is_dotted = marks > 1 && !raw.iter().any(|byte| matches!(byte, b'-' | b'/' | b' '));
    if marks > 1 && !(is_dotted && candidate.digits.len() > 8) {
        return None;
    }
    if candidate.separator == Separator::None && first == raw.len() {
        let is_mobile = candidate.digits.starts_with(b"07");
        return Some(("reason-bare-digits", if is_mobile { -250 } else { -400 }));
    }
    if is_dotted && first == code + 1 {
        return Some(("reason-unusual-separator", 0));
    }
    if first != code + 1 {
        return Some(("reason-unusual-separator", -350));
    }
    let mark = candidate
        .raw
        .get(first..)?
        .trim_start_matches([' ', ')', '\u{a0}'])
        .chars()
        .next()?;
    if matches!(mark, '-' | '/' | '\u{2010}'..='\u{2015}') {
        return Some(("reason-standard-form", 100));
    }
    Some((
        "reason-unusual-separator",
        if code == 2 && candidate.digits.starts_with(b"07") {
            0
        } else {
            -200
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::tests::TODAY;
    use proptest::prelude::*;

    fn check_text(text: &str) -> Option<Checked> {
        let raw = text.trim_start_matches(['+', '(']);
        let digits: Vec<u8> = raw.bytes().filter(u8::is_ascii_digit).collect();
        let separator = if raw.contains('-') {
            Separator::Hyphen
        } else if raw.contains(' ') {
            Separator::Other
        } else {
            Separator::None
        };
        let candidate = Candidate {
            raw,
            digits: &digits,
            separator,
            before: &text[..text.len() - raw.len()],
            after: "",
        };
        Phone.check(&candidate, &TODAY)
    }

    #[test]
    fn takes_every_way_of_writing_as_one_number() {
        // 070-1740605 … are among the numbers that PTS keeps free for books and films.
        for text in [
            "070-174 06 05",
            "070-1740605",
            "0701740605",
            "070 174 06 05",
            "+46701740605",
            "+46 70 174 06 05",
            "+46 (0)70-174 06 05",
            "0046 70 174 06 05",
            "070.174.06.05",
            "(070) 174 06 05",
        ] {
            assert_eq!(
                check_text(text).expect(text).normal,
                "46701740605",
                "{text}"
            );
        }
        let checked = check_text("08-465 004 00").expect("Stockholm");
        assert_eq!(
            (checked.normal.as_str(), checked.masked.as_str()),
            ("46846500400", "+46 8********")
        );
        assert!(check_text("031-390 06 00").is_some() && check_text("040-628 00 00").is_some());
        assert!(check_text("0980-319 200").is_some());
    }

    #[test]
    fn rejects_what_the_plan_does_not_have() {
        for text in [
            "070-174 06 0",
            "071-174 06 05",
            "00-123 456 78",
            "08-1234",
            "+45 70 12 34 56",
            "01-02-2019",
        ] {
            assert!(check_text(text).is_none(), "{text}");
        }
    }

    #[test]
    fn trusts_hyphen_and_plus_more_than_bare_digits() {
        let weight = |text| check_text(text).expect(text).weight;
        assert!(weight("+46701740605") > weight("070-174 06 05"));
        assert!(weight("070-174 06 05") > weight("070 174 06 05"));
        assert!(weight("070 174 06 05") > weight("0701740605"));
        assert!(check_text("0930-1530").is_none());
        assert!(weight("0920-17300") > 0);
    }

    proptest! {
        #[test]
        fn never_panics(raw in ".{0,20}", digits in proptest::collection::vec(any::<u8>(), 0..16)) {
            let candidate = Candidate { raw: &raw, digits: &digits, ..Candidate::default() };
            let _ = Phone.check(&candidate, &TODAY);
            let digits: Vec<u8> = digits.iter().map(|byte| b'0' + byte % 10).collect();
            let candidate = Candidate { raw: &raw, digits: &digits, ..Candidate::default() };
            let _ = Phone.check(&candidate, &TODAY);
        }
    }
}
