//! A reader of UTF-8 over bytes in whatever encoding: what XML says of itself is looked at, and stray bytes are kept.
//!
//! The byte order mark decides, then the pattern of zero bytes, then the declaration. Bytes that are not of the encoding are
//! read as Latin-1, so that one bad byte does not cost the rest of a part.

use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that are read at once.
const BLOCK: usize = 32 * 1024;

/// A reader that gives UTF-8.
pub(crate) struct Utf8<R> {
    inner: R,
    /// `None` for UTF-8, whose bytes are only checked.
    decoder: Option<Decoder>,
    started: bool,
    ended: bool,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    /// What went wrong behind the bytes that were read last.
    fault: Option<io::Error>,
    /// Line feeds before `at`, where they are counted.
    feeds: Option<u32>,
}

impl<R: Read> Utf8<R> {
    /// A reader of XML or JSON, which say themselves how they are written.
    pub(crate) fn new(inner: R) -> Self {
        Utf8 {
            inner,
            decoder: None,
            started: false,
            ended: false,
            raw: Vec::new(),
            text: Vec::new(),
            at: 0,
            fault: None,
            feeds: None,
        }
    }

    /// One that counts lines.
    pub(crate) fn with_lines(inner: R) -> Self {
        Utf8 {
            feeds: Some(0),
            ..Utf8::new(inner)
        }
    }

    /// The line of what comes next, from 1; 0 where lines are not counted.
    pub(crate) fn line(&self) -> u32 {
        self.feeds.map_or(0, |feeds| feeds.saturating_add(1))
    }

    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.at = 0;
        // Into room that is not set to zero first: most parts are far smaller than a block.
        let kept = self.raw.len();
        let read = match self.fault.take() {
            Some(fault) => Err(fault),
            None => self
                .inner
                .by_ref()
                .take(BLOCK as u64)
                .read_to_end(&mut self.raw),
        };
        let count = self.raw.len() - kept;
        match read {
            // What stands before a fault is given first.
            Err(fault) if count > 0 => self.fault = Some(fault),
            Err(fault) => return Err(fault),
            Ok(_) => self.ended = count == 0,
        }
        if !self.started && (self.raw.len() >= 1024 || self.ended) {
            self.start();
        }
        if self.started {
            self.decode();
        }
        Ok(())
    }

    fn start(&mut self) {
        self.started = true;
        let (encoding, mark) = encoding_of(&self.raw);
        self.raw.drain(..mark);
        if encoding != UTF_8 {
            self.decoder = Some(encoding.new_decoder_without_bom_handling());
        }
    }

    fn decode(&mut self) {
        match &mut self.decoder {
            None => self.check(),
            Some(decoder) => {
                let room = decoder.max_utf8_buffer_length(self.raw.len());
                self.text.resize(room.unwrap_or(4 * BLOCK), 0);
                let mut done = 0;
                let (result, _, written, _) =
                    decoder.decode_to_utf8(&self.raw, &mut self.text, self.ended);
                if result == CoderResult::InputEmpty {
                    done = written;
                }
                self.text.truncate(done);
                self.raw.clear();
            }
        }
    }

    /// Takes what is UTF-8, reads stray bytes as Latin-1, and keeps the beginning of a character for later.
    fn check(&mut self) {
        if std::str::from_utf8(&self.raw).is_ok() {
            std::mem::swap(&mut self.raw, &mut self.text);
            self.raw.clear();
            return;
        }
        let cut = cut_character(&self.raw);
        let keep = if self.ended { 0 } else { cut };
        let whole = self.raw.len() - keep;
        for chunk in self.raw.get(..whole).unwrap_or_default().utf8_chunks() {
            self.text.extend_from_slice(chunk.valid().as_bytes());
            for byte in chunk.invalid() {
                let character = encoding_rs::WINDOWS_1252
                    .decode_without_bom_handling(&[*byte])
                    .0
                    .into_owned();
                self.text.extend_from_slice(character.as_bytes());
            }
        }
        self.raw.drain(..whole);
    }
}

/// Bytes at the end that are the beginning of a character.
fn cut_character(bytes: &[u8]) -> usize {
    let tail = bytes
        .get(bytes.len().saturating_sub(3)..)
        .unwrap_or_default();
    for (at, byte) in tail.iter().enumerate().rev() {
        let length = match byte {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            0x80..=0xBF => continue,
            _ => return 0,
        };
        let there = tail.len() - at;
        return if there < length { there } else { 0 };
    }
    0
}

/// The encoding of the bytes, and the length of the byte order mark.
fn encoding_of(head: &[u8]) -> (&'static Encoding, usize) {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => (UTF_8, 3),
        [0xFF, 0xFE, ..] => (UTF_16LE, 2),
        [0xFE, 0xFF, ..] => (UTF_16BE, 2),
        [first, 0, ..] if *first != 0 => (UTF_16LE, 0),
        [0, second, ..] if *second != 0 => (UTF_16BE, 0),
        _ => (declared(head).unwrap_or(UTF_8), 0),
    }
}

/// The encoding that the declaration of XML names, unless the bytes are UTF-8 all the same.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.get(..head.len().min(BLOCK))?;
    let start = head.get(..head.len().min(256))?;
    let end = memchr::memmem::find(start, b"?>")?;
    let declaration = start.get(..end)?;
    let at = memchr::memmem::find(declaration, b"encoding")?;
    let rest = declaration.get(at + 8..)?;
    let open = rest.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let label = rest.get(open + 1..)?;
    let close = label.iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    let encoding = Encoding::for_label(label.get(..close)?)?;
    // Many programs declare what they do not write.
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let is_utf8 = !head.is_ascii()
        && std::str::from_utf8(head.get(..head.len() - cut_character(head))?).is_ok();
    (!wide && !is_utf8).then_some(encoding)
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut left = self.fill_buf()?;
        let count = left.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Utf8<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.text.len() && !self.ended {
            self.refill()?;
        }
        Ok(self.text.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        let end = (self.at + count).min(self.text.len());
        if let Some(feeds) = &mut self.feeds {
            let passed = match self.text.get(self.at..end).unwrap_or_default() {
                [byte] => usize::from(*byte == b'\n'),
                passed => memchr::memchr_iter(b'\n', passed).count(),
            };
            *feeds = feeds.saturating_add(passed as u32);
        }
        self.at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let mut text = String::new();
        Utf8::new(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn reads_what_is_declared_and_what_is_not() {
        let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Åsa på Ærø</a>";
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(read(&latin), text);
        assert_eq!(read(text.as_bytes()), text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), text);
        let marked = [
            b"\xFE\xFF".to_vec(),
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ]
        .concat();
        assert_eq!(read(&marked), text);
    }

    #[test]
    fn gives_what_stands_before_a_fault() {
        struct Broken(usize);
        impl Read for Broken {
            fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
                let count = out.len().min(2048 - self.0);
                if count == 0 {
                    return Err(io::Error::other("broken"));
                }
                out[..count].fill(b'a');
                self.0 += count;
                Ok(count)
            }
        }
        let mut text = Vec::new();
        let read = Utf8::new(Broken(0)).read_to_end(&mut text);
        assert!(read.is_err());
        assert_eq!(text.len(), 2048);
    }

    #[test]
    fn keeps_stray_bytes_and_characters_at_the_edge_of_a_block() {
        let long = format!("<a>{}</a>", "å".repeat(BLOCK));
        assert_eq!(read(long.as_bytes()), long);
        assert_eq!(read(b"<a>p\xE5 v\xC3\xA4g</a>"), "<a>på väg</a>");
    }
}
