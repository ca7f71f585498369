//! From the text of a cell to tokens: words with the parts they can play, numbers, laws and dates, and separators.

use super::period::Period;
use super::vocabulary::{Class, Marks, Unit, vocabulary};
use crate::fold;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word or a sequence of words.
    Word,
    /// A number in hundredths, so that 1,5 is exact.
    Number(u32),
    /// A period as ISO 8601 writes it.
    Iso(Period),
    /// A law, paragraph, year, date or version: digits that count no time.
    Cite,
    /// The end of a sentence, or a semicolon.
    Stop,
    /// Comma.
    Comma,
    /// Slash.
    Slash,
    /// Hyphen or dash between spaces.
    Dash,
    /// Opening parenthesis.
    Open,
    /// Closing parenthesis.
    Close,
    /// Plus sign.
    Plus,
    /// Colon.
    Colon,
}

/// A piece of a phrase.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// In lower case.
    pub(crate) text: String,
    /// What it is.
    pub(crate) kind: Kind,
    /// What it can mean.
    pub(crate) marks: Marks,
    /// Whether it began with a capital letter.
    pub(crate) capital: bool,
    /// Whether it stood right behind the token before, without a space.
    pub(crate) glued: bool,
}

impl Token {
    pub(crate) fn is(&self, class: Class) -> bool {
        self.marks.is(class)
    }

    /// The parts it can play, by name.
    pub(crate) fn roles(&self) -> Vec<String> {
        let classes = Class::ALL
            .iter()
            .filter(|(class, _)| self.is(*class))
            .map(|(_, name)| (*name).to_owned());
        let concepts = vocabulary()
            .concepts
            .iter()
            .enumerate()
            .filter(|(index, _)| self.marks.concepts & (1 << index) != 0)
            .map(|(_, name)| format!("concept:{name}"));
        classes.chain(concepts).collect()
    }
}

/// The tokens of a phrase.
pub(crate) fn tokens(phrase: &str) -> Vec<Token> {
    let text = fold::rejoin(&fold::clean(phrase));
    let raw = Splitter::new(&text).split();
    let raw = join_broken(raw);
    let mut tokens = mark(&raw);
    settle_numbers(&mut tokens);
    settle_stops(&mut tokens);
    tokens
}

/// Cuts text into raw tokens.
struct Splitter {
    letters: Vec<char>,
    at: usize,
    out: Vec<Token>,
}

impl Splitter {
    fn new(text: &str) -> Self {
        Splitter {
            letters: text.chars().collect(),
            at: 0,
            out: Vec::new(),
        }
    }

    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or(' ')
    }

    fn split(mut self) -> Vec<Token> {
        while self.at < self.letters.len() {
            let letter = self.peek(0);
            let glued = self.at > 0
                && self
                    .letters
                    .get(self.at - 1)
                    .is_some_and(|c| !c.is_whitespace());
            let start = self.at;
            let kind = if letter.is_ascii_digit() || "½¼¾".contains(letter) {
                Some(self.number())
            } else if letter.is_alphabetic() || letter == '§' || letter == '&' {
                Some(self.word())
            } else {
                self.at += 1;
                self.separator(letter)
            };
            if let Some(kind) = kind {
                let text: String = self
                    .letters
                    .get(start..self.at)
                    .unwrap_or_default()
                    .iter()
                    .collect();
                let capital = text.starts_with(char::is_uppercase);
                let text = text.to_lowercase();
                self.out.push(Token {
                    text,
                    kind,
                    marks: Marks::default(),
                    capital,
                    glued,
                });
            }
        }
        self.out
    }

    fn word(&mut self) -> Kind {
        let start = self.at;
        if self.peek(0) == '§' || self.peek(0) == '&' {
            self.at += 1;
            return Kind::Word;
        }
        while self.peek(0).is_alphabetic() || (self.peek(0) == '-' && self.hyphen_is_inside()) {
            self.at += 1;
        }
        // `P1825D` and the like: a letter, then digits and letters without a gap.
        if self.at == start + 1
            && self.letters.get(start) == Some(&'P')
            && self.peek(0).is_ascii_digit()
        {
            let end = self
                .letters
                .iter()
                .skip(start)
                .position(|c| !c.is_ascii_alphanumeric());
            let end = end.map_or(self.letters.len(), |length| start + length);
            let text: String = self
                .letters
                .get(start..end)
                .unwrap_or_default()
                .iter()
                .collect();
            if let Some(period) = Period::parse(&text) {
                self.at = end;
                return Kind::Iso(period);
            }
        }
        Kind::Word
    }

    fn hyphen_is_inside(&self) -> bool {
        self.peek(1).is_alphabetic()
            && self.at > 0
            && self
                .letters
                .get(self.at - 1)
                .is_some_and(|c| c.is_alphabetic())
    }

    fn number(&mut self) -> Kind {
        let mut whole = String::new();
        while self.peek(0).is_ascii_digit() {
            whole.push(self.peek(0));
            self.at += 1;
        }
        let mut pieces = 1;
        let mut fraction = String::new();
        let mut cited = false;
        while matches!(self.peek(0), '.' | ',' | ':' | '-') && self.peek(1).is_ascii_digit() {
            let sign = self.peek(0);
            let mut digits = String::new();
            let mut ahead = 1;
            while self.peek(ahead).is_ascii_digit() {
                digits.push(self.peek(ahead));
                ahead += 1;
            }
            if sign == '-' && whole.len() < 3 && digits.len() < 3 && pieces == 1 {
                break;
            }
            self.at += ahead;
            cited |= sign == ':' || sign == '-';
            pieces += 1;
            fraction = digits;
        }
        // Ordinals: `3:e`, `9:an`.
        if self.peek(0) == ':' && self.peek(1).is_alphabetic() {
            cited = true;
        }
        let quarter = match self.peek(0) {
            '½' => 50,
            '¼' => 25,
            '¾' => 75,
            _ => 0,
        };
        self.at += usize::from(quarter > 0);
        number_kind(&whole, &fraction, pieces, cited)
            .map_or(Kind::Cite, |n| Kind::Number(n + quarter))
    }

    fn separator(&self, letter: char) -> Option<Kind> {
        let alone = self.at < 2
            || self
                .letters
                .get(self.at - 2)
                .is_none_or(|c| c.is_whitespace());
        Some(match letter {
            '.' | ';' | '\n' | '!' | '?' | '|' | '•' | '·' => Kind::Stop,
            ',' => Kind::Comma,
            '/' | '\\' => Kind::Slash,
            '-' if alone || self.peek(0).is_whitespace() || self.peek(0).is_ascii_digit() => {
                Kind::Dash
            }
            '(' | '[' | '{' => Kind::Open,
            ')' | ']' | '}' => Kind::Close,
            '+' => Kind::Plus,
            ':' => Kind::Colon,
            _ => return None,
        })
    }
}

/// The value in hundredths; `None` for codes, dates, and years.
fn number_kind(whole: &str, fraction: &str, pieces: usize, cited: bool) -> Option<u32> {
    if cited || pieces > 2 || whole.len() > 4 {
        return None;
    }
    let units: u32 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    if fraction.len() == 3 {
        return None;
    }
    if fraction.is_empty() && whole.len() == 4 && (1700..2200).contains(&units) {
        return None;
    }
    let hundredths = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u32>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    units.checked_mul(100)?.checked_add(hundredths)
}

/// Joins words that a copied line break left as "avslut- ning", where the whole is a known word or the tail is none.
fn join_broken(raw: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(raw.len());
    let mut rest = raw.into_iter().peekable();
    while let Some(token) = rest.next() {
        let hanging = token.kind == Kind::Dash && token.glued;
        let before = out.last_mut().filter(|last| last.kind == Kind::Word);
        if let (true, Some(last), Some(next)) = (hanging, before, rest.peek())
            && next.kind == Kind::Word
            && !next.capital
            && !next.glued
            && !fold::is_conjunction(&next.text)
            && is_one_word(&last.text, &next.text)
        {
            last.text.push_str(&next.text);
            rest.next();
            continue;
        }
        out.push(token);
    }
    out
}

fn is_one_word(head: &str, tail: &str) -> bool {
    let known = |word: &str| vocabulary().look_up(word) != Marks::default();
    known(&format!("{head}{tail}")) || !known(tail)
}

/// Looks up words, the longest sequences first.
fn mark(raw: &[Token]) -> Vec<Token> {
    let mut out = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(token) = raw.get(at) {
        let mut token = token.clone();
        at += 1;
        if token.kind == Kind::Word {
            let (words, positions) = words_from(raw, at - 1);
            if let Some((length, marks)) = vocabulary().find_sequence(&words) {
                token.text = words.get(..length).unwrap_or_default().join(" ");
                token.marks = marks;
                at = positions.get(length - 1).map_or(at, |last| last + 1);
            } else {
                token.marks = look_up_word(&token.text);
            }
        }
        out.push(token);
    }
    out
}

/// The words that follow, passing over the dots of abbreviations ("fr.o.m."), with their positions.
fn words_from(raw: &[Token], start: usize) -> (Vec<&str>, Vec<usize>) {
    let mut words = Vec::new();
    let mut positions = Vec::new();
    for (index, token) in raw.iter().enumerate().skip(start) {
        match token.kind {
            Kind::Word => {
                words.push(token.text.as_str());
                positions.push(index);
            }
            Kind::Stop if token.text == "\n" => {}
            Kind::Stop if token.text == "." && words.last().is_some_and(|word| word.len() <= 4) => {
            }
            _ => break,
        }
        if words.len() == 6 {
            break;
        }
    }
    (words, positions)
}

/// A word, or the parts of a word with hyphens ("personal-ärende"): its last part says what it is.
fn look_up_word(word: &str) -> Marks {
    let marks = vocabulary().look_up(word);
    let Some((_, last)) = word.rsplit_once('-').filter(|_| marks == Marks::default()) else {
        return marks;
    };
    // "gall-ras" was broken at the end of a line that is no more; "personal-ärende" was not.
    let whole = vocabulary().look_up(&word.replace('-', ""));
    if whole == Marks::default() {
        vocabulary().look_up(last)
    } else {
        whole
    }
}

/// A number that looks like a year, with days or months behind it, counts time: "1825 dage".
fn find_long_number(token: &Token, after: Option<&Token>) -> Option<u32> {
    let unit = after?.marks.unit?;
    let short = !matches!(unit, Unit::Years | Unit::SchoolYears | Unit::Mandates);
    let digits = token.text.len() <= 5 && token.text.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = (short && digits).then(|| token.text.parse().ok())??;
    number.checked_mul(100)
}

/// Turns numbers that count no time into citations: "§ 38", "7 kap.", "åk 9", "nr 5".
fn settle_numbers(tokens: &mut [Token]) {
    for index in 0..tokens.len() {
        let after = tokens.get(index + 1);
        let long = tokens
            .get(index)
            .filter(|token| token.kind == Kind::Cite)
            .and_then(|token| find_long_number(token, after));
        if let (Some(number), Some(token)) = (long, tokens.get_mut(index)) {
            token.kind = Kind::Number(number);
        }
        let Some(Kind::Number(_)) = tokens.get(index).map(|token| token.kind) else {
            continue;
        };
        let before = index.checked_sub(1).and_then(|at| tokens.get(at));
        let before = before
            .filter(|token| token.text != ".")
            .or_else(|| index.checked_sub(2).and_then(|at| tokens.get(at)));
        let numbered = before.is_some_and(|token| token.is(Class::Numbered));
        let after = tokens.get(index + 1);
        let counted =
            after.is_some_and(|token| token.is(Class::NumberedAfter) && token.marks.unit.is_none());
        let has_unit = after.is_some_and(|token| token.marks.unit.is_some());
        let counts_no_time = (numbered && !has_unit) || counted;
        if let Some(token) = tokens.get_mut(index).filter(|_| counts_no_time) {
            token.kind = Kind::Cite;
        }
    }
}

/// Drops dots of abbreviations and line breaks within a sentence.
fn settle_stops(tokens: &mut Vec<Token>) {
    let mut keep = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        let before = index.checked_sub(1).and_then(|at| tokens.get(at));
        keep.push(token.kind != Kind::Stop || ends_sentence(token, before, next));
    }
    let mut keep = keep.into_iter();
    tokens.retain(|_| keep.next().unwrap_or(true));
}

fn ends_sentence(stop: &Token, before: Option<&Token>, next: Option<&Token>) -> bool {
    let opens = next
        .is_some_and(|token| token.capital || matches!(token.kind, Kind::Number(_) | Kind::Iso(_)));
    let hangs = before.is_some_and(|token| {
        token.is(Class::Head)
            || token.is(Class::From)
            || token.is(Class::Until)
            || token.is(Class::InSpan)
            || token.is(Class::And)
            || token.is(Class::Or)
    });
    match stop.text.as_str() {
        "." => {
            let number = next.is_some_and(|token| matches!(token.kind, Kind::Number(_)));
            let short = before.is_some_and(|token| {
                token.is(Class::Abbreviation) && token.marks.unit != Some(Unit::Years)
            });
            opens && !(short && (number || stop.glued && hangs || is_short(before)))
        }
        "\n" => opens && !hangs,
        _ => true,
    }
}

/// Whether the word before a dot is an abbreviation of a unit that may also end a sentence.
fn is_short(before: Option<&Token>) -> bool {
    before.is_some_and(|token| token.marks.unit.is_none())
}
