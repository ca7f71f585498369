//! Numbers that a program sets in front of paragraphs: how a list counts, and how its numbers are written.
//!
//! They stand nowhere in the file, only the rule by which they are counted; a reader sees them all the same, and a heading's
//! `3.1` may be what a plan calls a document by.

/// Levels that lists have at most (ODF 1.3 part 3, 16.30: ten; ISO 29500-1, 17.9.6: nine).
pub(crate) const LEVELS: usize = 10;
/// From here on a number is written in digits, whatever the format: words of Roman or repeated letters get no longer.
const LONGEST_SPELLED: u32 = 4_000;

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// Not at all; the level still counts.
    None,
    /// A mark that says nothing.
    Bullet,
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    Padded,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// a, b, …, z, aa, bb.
    LowerLetter,
    /// A, B, …, Z, AA, BB.
    UpperLetter,
}

impl Format {
    fn write(self, number: u32, to: &mut String) {
        let spelled = (1..LONGEST_SPELLED).contains(&number);
        match self {
            Format::None | Format::Bullet => {}
            Format::Padded if number < 10 => {
                to.push('0');
                to.push_str(&number.to_string());
            }
            Format::LowerRoman if spelled => to.push_str(&roman(number)),
            Format::UpperRoman if spelled => to.push_str(&roman(number).to_uppercase()),
            Format::LowerLetter if spelled => to.push_str(&letters(number)),
            Format::UpperLetter if spelled => to.push_str(&letters(number).to_uppercase()),
            _ => to.push_str(&number.to_string()),
        }
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// The letter once more each time the alphabet was gone through, as Word writes it.
fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a'.saturating_add((at % 26) as u8));
    std::iter::repeat_n(letter, (at / 26 + 1) as usize).collect()
}

/// A piece of what stands in front of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text as it is.
    Literal(String),
    /// The number of a level, the outermost being 0.
    Level(usize),
}

/// The pieces of a template in which `%1` stands for the number of the outermost level, and `%1%` when the template is one
/// of OpenDocument's.
pub(crate) fn parse_template(text: &str, closed: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let digits = |peeked: Option<&char>| peeked.and_then(|next| next.to_digit(10));
        let Some(digit) = (character == '%').then(|| digits(rest.peek())).flatten() else {
            literal.push(character);
            continue;
        };
        rest.next();
        let mut level = digit as usize;
        if closed {
            if let Some(more) = digits(rest.peek()) {
                level = level * 10 + more as usize;
                rest.next();
            }
            rest.next_if_eq(&'%');
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
        }
        pieces.push(Piece::Level(level.saturating_sub(1)));
    }
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    pieces
}

/// How one level counts and is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Level {
    pub(crate) start: u32,
    pub(crate) format: Format,
    pub(crate) template: Vec<Piece>,
    /// It starts anew after a number of any level above this one; 0 is never.
    pub(crate) restarts_below: usize,
    /// All its numbers are written in digits.
    pub(crate) legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 1,
            format: Format::None,
            template: Vec::new(),
            restarts_below: LEVELS,
            legal: false,
        }
    }
}

/// How a list counts.
pub(crate) type Scheme = [Level; LEVELS];

/// How far a list has come: the last number of each level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counters([Option<u32>; LEVELS]);

impl Counters {
    /// The level's next number is its first, or the one that is given.
    pub(crate) fn restart(&mut self, level: usize, at: Option<u32>) {
        if let Some(number) = self.0.get_mut(level) {
            *number = at.map(|at| at.saturating_sub(1));
        }
    }

    /// Counts a paragraph of a level, and says what stands in front of it, with what parts it from the text; nothing when
    /// that is a bullet or no text.
    pub(crate) fn next(&mut self, scheme: &Scheme, level: usize) -> Option<String> {
        let own = scheme.get(level)?;
        let number = self.0.get(level)?;
        let number = number.map_or(own.start, |last| last.saturating_add(1));
        self.reach(scheme, level, number);
        if own.format == Format::Bullet {
            return None;
        }
        let mut text = String::new();
        for piece in &own.template {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Level(at) => self.write(scheme, *at, own.legal, &mut text),
            }
        }
        text.truncate(text.trim_end().len());
        if !text.contains(char::is_alphanumeric) {
            return None;
        }
        // A number that no mark ends is not to be read together with one that the text begins with.
        let bare = text.ends_with(|last: char| last.is_ascii_digit());
        text.push(if bare { '\t' } else { ' ' });
        Some(text)
    }

    fn reach(&mut self, scheme: &Scheme, level: usize, number: u32) {
        for (at, (last, rule)) in self.0.iter_mut().zip(scheme).enumerate() {
            if at == level {
                *last = Some(number);
            } else if at > level && level < rule.restarts_below {
                *last = None;
            }
        }
    }

    fn write(&self, scheme: &Scheme, at: usize, legal: bool, to: &mut String) {
        let (Some(rule), Some(last)) = (scheme.get(at), self.0.get(at)) else {
            return;
        };
        let number = last.unwrap_or(rule.start);
        let format = match rule.format {
            Format::None | Format::Bullet => rule.format,
            _ if legal => Format::Decimal,
            format => format,
        };
        format.write(number, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(format: Format, template: &str) -> Level {
        Level {
            format,
            template: parse_template(template, false),
            ..Level::default()
        }
    }

    fn scheme() -> Scheme {
        let mut scheme = Scheme::default();
        scheme[0] = level(Format::UpperRoman, "Del %1.");
        scheme[1] = level(Format::Decimal, "%1.%2");
        scheme[2] = level(Format::LowerLetter, "%3)");
        scheme
    }

    #[test]
    fn writes_numbers_as_lists_do() {
        let write = |format: Format, number| {
            let mut text = String::new();
            format.write(number, &mut text);
            text
        };
        for (format, number, expected) in [
            (Format::Decimal, 12, "12"),
            (Format::Padded, 7, "07"),
            (Format::LowerRoman, 1994, "mcmxciv"),
            (Format::UpperRoman, 49, "XLIX"),
            (Format::UpperRoman, 0, "0"),
            (Format::LowerLetter, 3, "c"),
            (Format::LowerLetter, 28, "bb"),
            (Format::UpperLetter, 26, "Z"),
            (Format::LowerRoman, u32::MAX, "4294967295"),
            (Format::None, 3, ""),
        ] {
            assert_eq!(write(format, number), expected);
        }
    }

    #[test]
    fn counts_each_level_and_starts_inner_ones_anew() {
        let (scheme, mut counters) = (scheme(), Counters::default());
        let seen: Vec<_> = [0, 1, 2, 2, 1, 2, 0, 1]
            .into_iter()
            .filter_map(|level| counters.next(&scheme, level))
            .collect();
        let expected = [
            "Del I. ", "I.1\t", "a) ", "b) ", "I.2\t", "a) ", "Del II. ", "II.1\t",
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn legal_numbers_are_digits_and_levels_passed_over_show_their_start() {
        let mut scheme = scheme();
        scheme[1].legal = true;
        let mut counters = Counters::default();
        assert_eq!(counters.next(&scheme, 1).as_deref(), Some("1.1\t"));
    }

    #[test]
    fn templates_of_open_document_close_their_numbers() {
        let expected = vec![
            Piece::Level(0),
            Piece::Literal(".".to_owned()),
            Piece::Level(9),
            Piece::Literal(" %".to_owned()),
        ];
        assert_eq!(parse_template("%1%.%10% %", true), expected);
    }
}
