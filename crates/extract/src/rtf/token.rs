//! Tokens of rich text.

use std::io::{self, BufRead};

/// The longest control word; longer ones are cut.
const MAX_WORD: usize = 32;
/// Bytes of one run of text.
const MAX_RUN: usize = 4096;

/// A piece of rich text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    /// A control word with its number.
    Word(String, Option<i32>),
    /// A control symbol.
    Symbol(u8),
    /// A byte that was written as two hexadecimal digits.
    Hex(u8),
    Text(Vec<u8>),
}

/// Cuts bytes into tokens.
pub(super) struct Tokens<R> {
    reader: R,
}

impl<R: BufRead> Tokens<R> {
    pub(super) fn new(reader: R) -> Self {
        Tokens { reader }
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.reader.fill_buf()?.first().copied())
    }

    fn bump(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        if byte.is_some() {
            self.reader.consume(1);
        }
        Ok(byte)
    }

    /// The next token.
    pub(super) fn next(&mut self) -> io::Result<Option<Token>> {
        loop {
            match self.bump()? {
                None => return Ok(None),
                Some(b'{') => return Ok(Some(Token::Open)),
                Some(b'}') => return Ok(Some(Token::Close)),
                Some(b'\\') => {
                    if let Some(token) = self.control()? {
                        return Ok(Some(token));
                    }
                }
                Some(b'\r' | b'\n' | 0) => {}
                Some(byte) => return Ok(Some(Token::Text(self.run(byte)?))),
            }
        }
    }

    fn run(&mut self, first: u8) -> io::Result<Vec<u8>> {
        let mut run = vec![first];
        loop {
            let left = self.reader.fill_buf()?;
            let end = left
                .iter()
                .position(|byte| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0));
            let end = end.unwrap_or(left.len()).min(MAX_RUN);
            run.extend_from_slice(left.get(..end).unwrap_or_default());
            let whole = end == left.len() && end > 0 && run.len() < MAX_RUN;
            self.reader.consume(end);
            if !whole {
                return Ok(run);
            }
        }
    }

    fn control(&mut self) -> io::Result<Option<Token>> {
        let Some(first) = self.peek()? else {
            return Ok(None);
        };
        if first.is_ascii_alphabetic() {
            return self.word().map(Some);
        }
        self.reader.consume(1);
        if first != b'\'' {
            return Ok(Some(match first {
                b'\r' | b'\n' => Token::Word("par".to_owned(), None),
                b'{' | b'}' | b'\\' => Token::Text(vec![first]),
                symbol => Token::Symbol(symbol),
            }));
        }
        let mut value = 0;
        for _ in 0..2 {
            let Some(digit) = self
                .peek()?
                .and_then(|digit| char::from(digit).to_digit(16))
            else {
                break;
            };
            self.reader.consume(1);
            value = value * 16 + digit;
        }
        Ok(Some(Token::Hex(value as u8)))
    }

    fn word(&mut self) -> io::Result<Token> {
        let mut word = String::new();
        while let Some(letter) = self.peek()?.filter(u8::is_ascii_alphabetic) {
            self.reader.consume(1);
            if word.len() < MAX_WORD {
                word.push(char::from(letter));
            }
        }
        let number = self.number()?;
        if self.peek()? == Some(b' ') {
            self.reader.consume(1);
        }
        if word == "bin" {
            self.skip(number.unwrap_or(0).max(0) as usize)?;
        }
        Ok(Token::Word(word, number))
    }

    fn number(&mut self) -> io::Result<Option<i32>> {
        let negative = self.peek()? == Some(b'-');
        if negative {
            self.reader.consume(1);
        }
        let mut number: Option<i32> = None;
        while let Some(digit) = self.peek()?.filter(u8::is_ascii_digit) {
            self.reader.consume(1);
            let digit = i32::from(digit - b'0');
            number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit));
        }
        Ok(number.map(|number| if negative { -number } else { number }))
    }

    fn skip(&mut self, mut count: usize) -> io::Result<()> {
        while count > 0 {
            let there = self.reader.fill_buf()?.len().min(count);
            if there == 0 {
                break;
            }
            self.reader.consume(there);
            count -= there;
        }
        Ok(())
    }
}
