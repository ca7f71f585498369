//! What stands behind a street: number, entrance, floor, door, postcode and town.

/// Units behind a number: then it counts something.
const UNITS: [&str; 16] = [
    "km", "kr", "m", "st", "stycken", "meter", "kronor", "kroner", "år", "personer", "dagar",
    "procent", "%", "mil", "min", "gånger",
];

/// What stands behind a number.
pub(crate) struct Tail {
    pub end: usize,
    /// A postcode in its range and a town.
    pub has_town: bool,
    /// The postcode may as well be a year: `Mandag 12, 2019 Odense`.
    pub may_be_year: bool,
}

/// The end of a house number behind a space, with its letter, and whether it can be nothing else.
pub(crate) fn number(text: &str, name_end: usize) -> Option<(usize, bool)> {
    let rest = text.get(name_end..)?;
    let rest = rest.strip_prefix([' ', '\u{a0}'])?;
    let from = text.len() - rest.len();
    let digits = count(rest, u8::is_ascii_digit);
    if !(1..=3).contains(&digits) || rest.starts_with('0') {
        return None;
    }
    let end = range_end(text, from + digits);
    let end = letter_end(text, end);
    let next = text.get(end..)?;
    // A longer number, a decimal fraction, a unit.
    let goes_on = next
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_alphanumeric);
    let word = next.trim_start_matches(' ');
    let unit = word
        .split([' ', '.', ',', '\n', ')'])
        .next()
        .unwrap_or_default();
    let more_digits = next.starts_with(' ') && {
        let digits = count(word, u8::is_ascii_digit);
        digits >= 3 && !is_postcode(word)
    };
    let counts = UNITS.contains(&unit) && !word.starts_with("st.");
    Some((end, !goes_on && !more_digits && !counts))
}

/// `12-14`, `12–14`, `12/3`.
fn range_end(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let Some(behind) = rest.strip_prefix(['-', '–', '/']) else {
        return end;
    };
    let digits = count(behind, u8::is_ascii_digit);
    if (1..=3).contains(&digits) {
        text.len() - behind.len() + digits
    } else {
        end
    }
}

/// `12B`, `12 B`.
fn letter_end(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default().as_bytes();
    let is_end =
        |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte < 0x80);
    match rest {
        [letter, behind @ ..] if letter.is_ascii_alphabetic() && is_end(behind.first()) => end + 1,
        [b' ', letter, behind @ ..] if letter.is_ascii_uppercase() && is_end(behind.first()) => {
            end + 2
        }
        _ => end,
    }
}

fn count(text: &str, is_one: impl Fn(&u8) -> bool) -> usize {
    text.bytes().take_while(|byte| is_one(byte)).count()
}

/// Floor and door, then postcode and town.
pub(crate) fn tail(text: &str, number_end: usize) -> Tail {
    let end = door_end(text, number_end);
    let rest = text.get(end..).unwrap_or_default();
    let trimmed = rest.trim_start_matches([',', ' ', '\n', '\r', '\t', '\u{a0}', ';']);
    let skipped = rest.len() - trimmed.len();
    let town = (1..=4)
        .contains(&skipped)
        .then(|| town_end(trimmed))
        .flatten();
    Tail {
        end: town.map_or(end, |length| end + skipped + length),
        has_town: town.is_some(),
        may_be_year: trimmed.starts_with("19") || trimmed.starts_with("20"),
    }
}

/// `, 2. tv.`, `, lgh 1102`, ` st. th.`, `, 3 tr`.
fn door_end(text: &str, number_end: usize) -> usize {
    let mut end = number_end;
    for _ in 0..3 {
        let rest = text.get(end..).unwrap_or_default();
        let body = rest.strip_prefix(',').unwrap_or(rest);
        let body = body.strip_prefix(' ').unwrap_or(body);
        let skipped = rest.len() - body.len();
        let length = door_part(body);
        if skipped == 0 || length == 0 {
            break;
        }
        end += skipped + length;
    }
    end
}

/// The bytes of one part that says where in a house.
fn door_part(text: &str) -> usize {
    for word in [
        "st.", "tv.", "th.", "mf.", "kl.", "tv", "th", "mf", "st", "kælder", "nb", "bv",
    ] {
        let behind = text.strip_prefix(word);
        if behind.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())) {
            return word.len();
        }
    }
    let digits = count(text, u8::is_ascii_digit);
    let behind = text.get(digits..).unwrap_or_default();
    // `2.` is a floor when a door or a comma follows it.
    if (1..=2).contains(&digits) && behind.starts_with('.') {
        let next = behind
            .get(1..)
            .unwrap_or_default()
            .trim_start_matches([' ', ',']);
        let is_door = ["tv", "th", "mf", "sal"]
            .iter()
            .any(|door| next.starts_with(door));
        return if is_door { digits + 1 } else { 0 };
    }
    for word in ["sal", "tr", "vån", "lgh", "våning"] {
        if (1..=2).contains(&digits)
            && behind.trim_start_matches(' ').starts_with(word)
            && word != "lgh"
        {
            return digits + (behind.len() - behind.trim_start_matches(' ').len()) + word.len();
        }
        if let Some(rest) = text
            .strip_prefix(word)
            .and_then(|rest| rest.strip_prefix(' '))
        {
            let number = count(rest, u8::is_ascii_digit);
            if (1..=4).contains(&number) {
                return word.len() + 1 + number;
            }
        }
    }
    for word in [
        "dør ",
        "lejl. ",
        "lejl ",
        "port ",
        "uppg. ",
        "uppgång ",
        "opgang ",
    ] {
        let name = text.strip_prefix(word).unwrap_or_default();
        let length = count(name, u8::is_ascii_alphanumeric);
        if (1..=4).contains(&length) {
            return word.len() + length;
        }
    }
    if text.starts_with("sal") { 3 } else { 0 }
}

/// Whether a text begins with a Swedish postcode.
fn is_postcode(text: &str) -> bool {
    postcode(text).is_some()
}

/// The bytes of a postcode in its range, and of the town behind it.
fn town_end(text: &str) -> Option<usize> {
    let code = postcode(text)?;
    let rest = text.get(code..)?;
    let name = rest.trim_start_matches(' ');
    let skipped = rest.len() - name.len();
    if !(1..=2).contains(&skipped) || !name.starts_with(char::is_uppercase) {
        return None;
    }
    let letters = |text: &str| {
        text.char_indices()
            .find(|(_, c)| !c.is_alphabetic())
            .map_or(text.len(), |(at, _)| at)
    };
    let mut length = letters(name);
    // `Aarhus C`, `Nya Torp`: one word more.
    let more = name.get(length..)?;
    if let Some(next) = more.strip_prefix(' ')
        && next.starts_with(char::is_uppercase)
    {
        length += 1 + letters(next);
    }
    Some(code + skipped + length)
}

/// `811 30`, `81130`, `S-811 30`, `8000`, `DK-8000`.
fn postcode(text: &str) -> Option<usize> {
    let body = ["SE-", "S-", "DK-"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text);
    let lead = text.len() - body.len();
    let bytes = body.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        let part = bytes.get(range)?;
        part.iter().all(u8::is_ascii_digit).then(|| {
            part.iter()
                .fold(0_u32, |sum, digit| sum * 10 + u32::from(digit - b'0'))
        })
    };
    let ends = |at: usize| bytes.get(at).is_none_or(|byte| !byte.is_ascii_digit());
    if let (Some(area), Some(rest)) = (digits(0..3), digits(4..6))
        && bytes.get(3) == Some(&b' ')
        && ends(6)
    {
        return (10_012..=98_499)
            .contains(&(area * 100 + rest))
            .then_some(lead + 6);
    }
    if let Some(code) = digits(0..5)
        && ends(5)
    {
        return (10_012..=98_499).contains(&code).then_some(lead + 5);
    }
    let code = digits(0..4).filter(|_| ends(4))?;
    (1000..=9990).contains(&code).then_some(lead + 4)
}
