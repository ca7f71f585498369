//! A row of words with capitals that may belong together: `Anna-Karin von Essen Berg`, `K. Lund`, `Andersson, Eva`.

use crate::lexicon::{Class, class_of};
use sporhund_detector::Page;

/// The most words of a row.
pub(crate) const MOST: usize = 6;

/// Small words that stand within names.
const PARTICLES: [&str; 16] = [
    "von", "af", "av", "de", "du", "van", "der", "den", "la", "el", "al", "bin", "da", "di", "dos",
    "ten",
];

/// One word of a row, or two with a hyphen between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub class: Class,
    /// One letter, with or without a full stop.
    pub is_initial: bool,
    /// Written in capitals throughout.
    pub is_upper: bool,
    /// What is known of it is known of the word without its `s`.
    pub is_genitive: bool,
}

/// The words of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    tokens: [Token; MOST],
    length: usize,
}

impl Row {
    /// The words.
    pub(crate) fn tokens(&self) -> &[Token] {
        self.tokens.get(..self.length).unwrap_or_default()
    }

    fn push(&mut self, token: Token) {
        if let Some(free) = self.tokens.get_mut(self.length) {
            *free = token;
            self.length += 1;
        }
    }

    /// Adds a word to the last one, with a hyphen between.
    fn extend(&mut self, token: Token) {
        let last = self.length.checked_sub(1);
        if let Some(last) = last.and_then(|at| self.tokens.get_mut(at)) {
            last.end = token.end;
            last.class = last.class.and(token.class);
            last.is_genitive = token.is_genitive;
        }
    }
}

/// What joins two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    Space,
    Hyphen,
}

/// The row that begins with a word, and the number of the word behind it.
pub(crate) fn gather(page: &Page<'_>, first: usize) -> (Row, usize) {
    let text = page.text.as_bytes();
    let mut row = Row::default();
    let mut index = first;
    let mut join = Join::Space;
    while let Some(word) = page.capitals.get(index) {
        let token = token(text, word.start, word.end);
        if join == Join::Hyphen {
            row.extend(token);
        } else if row.length == MOST {
            break;
        } else {
            row.push(token);
        }
        index += 1;
        let Some(next) = page.capitals.get(index) else {
            break;
        };
        let gap = text.get(word.end as usize..next.start as usize);
        match joined(gap.unwrap_or_default(), token.is_initial) {
            Some(found) => join = found,
            None => break,
        }
    }
    (row, index)
}

fn token(text: &[u8], start: u32, end: u32) -> Token {
    let word = text.get(start as usize..end as usize).unwrap_or_default();
    let mut token = Token {
        start,
        end,
        class: class_of(word),
        is_initial: is_initial(word),
        is_upper: word.len() > 1 && word.iter().all(|byte| !byte.is_ascii_lowercase()),
        is_genitive: false,
    };
    if token.class.is_unknown()
        && word.len() > 3
        && let Some(bare) = word.strip_suffix(b"s")
    {
        token.class = class_of(bare);
        token.is_genitive = !token.class.is_unknown();
    }
    token
}

/// One letter.
fn is_initial(word: &[u8]) -> bool {
    word.len() == 1 || word.len() == 2 && word[0] == 0xC3
}

/// How two words are joined by what stands between them.
fn joined(gap: &[u8], behind_initial: bool) -> Option<Join> {
    match gap {
        b" " | b"\xC2\xA0" => Some(Join::Space),
        b"-" | b"\xE2\x80\x90" | b"\xE2\x80\x91" | b"'" | b"\xE2\x80\x99" => Some(Join::Hyphen),
        b". " | b"." if behind_initial => Some(Join::Space),
        [b' ', middle @ .., b' ' | b'-'] if gap.len() <= 12 => {
            let middle = std::str::from_utf8(middle).ok()?;
            middle
                .split(' ')
                .all(|word| PARTICLES.contains(&word))
                .then_some(Join::Space)
        }
        _ => None,
    }
}
