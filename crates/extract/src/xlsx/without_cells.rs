//! A sheet without its cells, for what stands beside them: the cells are nearly all of it, and calamine streams them.

use std::io::{self, BufRead, Read};

use memchr::memmem;

/// The element that holds the cells.
const DATA: &[u8] = b"sheetData";

/// A reader that leaves out what stands within the element of the cells. Whatever has no such element passes unchanged.
pub(super) struct WithoutCells<R> {
    inner: R,
    state: State,
    /// The last bytes of what was passed over: the end may begin in them.
    tail: Vec<u8>,
    /// The beginning of the end, when it stood at the end of a block.
    pending: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Before,
    Within,
    Behind,
}

impl<R: BufRead> WithoutCells<R> {
    pub(super) fn new(inner: R) -> Self {
        WithoutCells {
            inner,
            state: State::Before,
            tail: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Passes over the cells, up to the mark that ends their element.
    fn pass_over(&mut self) -> io::Result<()> {
        loop {
            let bytes = self.inner.fill_buf()?;
            if bytes.is_empty() {
                self.state = State::Behind;
                return Ok(());
            }
            // The end may lie across two blocks.
            let kept = self.tail.len();
            self.tail
                .extend_from_slice(bytes.get(..LONGEST_END).unwrap_or(bytes));
            if let Some(end) = end_in(&self.tail) {
                self.inner.consume(end.saturating_sub(kept));
                self.tail.truncate(kept);
                self.pending = self.tail.split_off(end.min(kept));
                self.state = State::Behind;
                return Ok(());
            }
            if let Some(end) = end_in(bytes) {
                self.inner.consume(end);
                self.state = State::Behind;
                return Ok(());
            }
            let from = bytes.len().saturating_sub(LONGEST_END);
            let tail = bytes.get(from..).unwrap_or_default().to_vec();
            self.tail = tail;
            let count = bytes.len();
            self.inner.consume(count);
        }
    }
}

/// The bytes of the longest end of the element, with a prefix.
const LONGEST_END: usize = 48;

/// Where the mark that ends the element begins, in bytes of which it may be a part: right before `</sheetData>`.
fn end_in(bytes: &[u8]) -> Option<usize> {
    memmem::find_iter(bytes, DATA).find_map(|at| {
        let head = bytes.get(..at)?;
        let start = head.iter().rposition(|byte| *byte == b'<')?;
        (head.get(start + 1) == Some(&b'/')).then_some(start)
    })
}

/// How many bytes end with the mark that begins the element; an empty one has nothing to pass over.
fn start_in(bytes: &[u8]) -> Option<usize> {
    let at = memmem::find(bytes, DATA)?;
    let is_element = matches!(bytes.get(at.checked_sub(1)?)?, b'<' | b':');
    let end = at + memchr::memchr(b'>', bytes.get(at..)?)?;
    let is_open = bytes.get(end - 1) != Some(&b'/');
    (is_element && is_open).then_some(end + 1)
}

impl<R: BufRead> Read for WithoutCells<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.state == State::Within {
            self.pass_over()?;
        }
        if !self.pending.is_empty() {
            let count = self.pending.as_slice().read(out)?;
            self.pending.drain(..count);
            return Ok(count);
        }
        let bytes = self.inner.fill_buf()?;
        let mut count = bytes.len().min(out.len());
        let part = bytes.get(..count).unwrap_or_default();
        if self.state == State::Before
            && let Some(start) = start_in(part)
        {
            count = start;
            self.state = State::Within;
        }
        if let (Some(to), Some(from)) = (out.get_mut(..count), bytes.get(..count)) {
            to.copy_from_slice(from);
        }
        self.inner.consume(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn read(text: &str, block: usize) -> String {
        let mut out = String::new();
        let reader = BufReader::with_capacity(block, text.as_bytes());
        WithoutCells::new(reader).read_to_string(&mut out).unwrap();
        out
    }

    #[test]
    fn leaves_out_the_cells_however_they_are_cut() {
        let cells = "<c r=\"A1\"><v>sheetData 1</v></c>".repeat(40);
        for (open, close) in [
            ("<sheetData>", "</sheetData>"),
            ("<x:sheetData a=\"1\">", "</x:sheetData>"),
        ] {
            let text = format!("<a><cols/>{open}{cells}{close}<oddHeader>Sida</oddHeader></a>");
            let whole = format!("<a><cols/>{open}{close}<oddHeader>Sida</oddHeader></a>");
            // A block that is smaller than the mark itself reads it all.
            for block in 64..300 {
                let got = read(&text, block);
                assert!(got == whole || got == text, "{block}: {got}");
            }
            assert!(
                (64..300)
                    .filter(|block| read(&text, *block) == whole)
                    .count()
                    > 200
            );
            assert_eq!(read(&text, 32 * 1024), whole);
        }
        for text in [
            "<a><sheetData/><b/></a>",
            "<a>sheetData</a>",
            "",
            "<sheetData>",
        ] {
            assert_eq!(read(text, 64), text);
        }
    }
}
