//! Builds chunks of text in one buffer and cuts them so that matches and their context stay whole.
//!
//! A chunk is cut at a hard join where one stands near its end: nothing crosses it, so nothing is carried over. Else the cut is
//! a little before the end of the text, and up to [`CARRY`] bytes from before the cut are sent again as context.

use sporhund_model::{Chunk, Event, Join, Receiver, Segment, Stopped};

use crate::decoder::Text;

/// Bytes of text in a chunk at most.
pub const CAPACITY: usize = 64 * 1024;
/// Bytes that a chunk shows of the one before it, at most.
pub const CARRY: usize = 4 * 1024;
/// Bytes that stand after the last place where a match may start, so that it is whole.
const AHEAD: usize = 256;
/// How far from its end a chunk is still cut at a hard join; what stands after it is looked at twice.
const NEAR_END: usize = 8 * 1024;

/// The chunk on its way.
#[derive(Debug, Default)]
pub struct Builder {
    chunk: Chunk,
    /// Bytes of the member's text before the end of the chunk.
    offset: u64,
    /// Where the chunk's own range starts.
    own_start: usize,
    /// The line of the file that the next text begins on; 0 when lines are not counted.
    line: u32,
}

impl Builder {
    /// An empty builder; its buffer is made once.
    pub fn new() -> Self {
        let mut builder = Builder::default();
        builder.chunk.text.reserve_exact(CAPACITY);
        builder
    }

    /// Bytes of text of this member so far.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Starts to count from `offset`; the buffer must have been flushed.
    pub fn set_offset(&mut self, offset: u64) {
        self.offset = offset;
    }

    /// The texts that come begin on this line; 0 when that is not known.
    pub fn set_line(&mut self, line: u32) {
        self.line = line;
    }

    /// Adds text, and sends chunks that are full.
    pub fn push(&mut self, text: Text<'_>, to: &mut dyn Receiver) -> Result<(), Stopped> {
        self.separate(&text);
        if self.room() < text.text.len() {
            self.cut(text.join == Join::Hard, to)?;
        }
        let (mut rest, mut join) = (text.text, text.join);
        loop {
            let part = head_of(rest, self.room());
            self.append(Text {
                text: part,
                join,
                ..text
            });
            rest = rest.get(part.len()..).unwrap_or_default();
            if rest.is_empty() {
                return Ok(());
            }
            self.cut(false, to)?;
            join = Join::None;
        }
    }

    /// Sends what is left and forgets it: nothing crosses the end of a member.
    pub fn flush(&mut self, to: &mut dyn Receiver) -> Result<(), Stopped> {
        let length = self.chunk.text.len();
        self.send(length, to)?;
        self.chunk.clear();
        self.own_start = 0;
        Ok(())
    }

    fn room(&self) -> usize {
        CAPACITY.saturating_sub(self.chunk.text.len())
    }

    fn append(&mut self, text: Text<'_>) {
        self.chunk.segments.push(Segment {
            start: self.chunk.text.len() as u32,
            place: text.place,
            cell: text.cell,
            join: text.join,
            offset: self.offset,
            line: self.line,
        });
        self.chunk.text.push_str(text.text);
        self.offset += text.text.len() as u64;
    }

    /// Ends the segment before `text` as the chunk's documentation says.
    fn separate(&mut self, text: &Text<'_>) {
        let Some(last) = self.chunk.segments.last() else {
            return;
        };
        if text.join == Join::None {
            return;
        }
        let beside = last.cell.is_some()
            && last.cell.row == text.cell.row
            && last.cell.column != text.cell.column
            && last.place == text.place;
        let same_row = text.join == Join::Soft && beside;
        self.chunk.text.push(if same_row { '\t' } else { '\n' });
        self.offset += 1;
    }

    /// Sends the chunk and keeps what the next one needs. `hard`: nothing that follows belongs to what stands here.
    fn cut(&mut self, hard: bool, to: &mut dyn Receiver) -> Result<(), Stopped> {
        if hard {
            return self.flush(to);
        }
        let (own_end, keep_from) = self.find_cut();
        self.send(own_end, to)?;
        self.keep(keep_from);
        self.own_start = own_end - keep_from;
        Ok(())
    }

    fn send(&mut self, own_end: usize, to: &mut dyn Receiver) -> Result<(), Stopped> {
        if own_end <= self.own_start {
            return Ok(());
        }
        self.chunk.own = self.own_start as u32..own_end as u32;
        to.receive(Event::Chunk(&self.chunk))
    }

    /// Where the chunk's own range ends, and from where on the text is kept for the next chunk.
    fn find_cut(&self) -> (usize, usize) {
        let text = &self.chunk.text;
        if let Some(hard) = self.last_hard(text.len())
            && hard > self.own_start
            && hard + NEAR_END >= text.len()
        {
            return (hard, hard);
        }
        let end = text.floor_char_boundary(text.len().saturating_sub(AHEAD));
        let end = end.max(self.own_start);
        let oldest = end.saturating_sub(CARRY - AHEAD);
        let oldest = text.floor_char_boundary(oldest.max(self.last_hard(end).unwrap_or(0)));
        let whole = self
            .chunk
            .segments
            .partition_point(|segment| (segment.start as usize) < oldest);
        let from = match self.chunk.segments.get(whole) {
            Some(segment) if (segment.start as usize) < end => segment.start as usize,
            _ => oldest,
        };
        (end, from)
    }

    /// The last hard join at or before `end`.
    fn last_hard(&self, end: usize) -> Option<usize> {
        let segments = self.chunk.segments.iter().rev();
        segments
            .filter(|segment| segment.start as usize <= end)
            .take_while(|segment| segment.start as usize + CAPACITY / 2 > end)
            .find(|segment| segment.join == Join::Hard)
            .map(|segment| segment.start as usize)
    }

    /// Drops the text before `from`.
    fn keep(&mut self, from: usize) {
        let chunk = &mut self.chunk;
        let first = chunk.segment_at(from as u32);
        let next = chunk
            .segments
            .partition_point(|segment| segment.start as usize <= from);
        chunk.text.drain(..from);
        chunk.segments.drain(..next.saturating_sub(1));
        for segment in &mut chunk.segments {
            segment.start = segment.start.saturating_sub(from as u32);
        }
        if let Some(segment) = chunk.segments.first_mut() {
            let cut_off = from - first.start as usize;
            segment.offset += cut_off as u64;
            if cut_off > 0 {
                segment.join = Join::None;
            }
        }
        if chunk.text.is_empty() {
            chunk.segments.clear();
        }
    }
}

/// As much of the text as fits, cut between characters; at least one character, so that work always ends.
fn head_of(text: &str, room: usize) -> &str {
    let end = text.floor_char_boundary(room);
    let end = if end == 0 {
        text.chars().next().map_or(0, char::len_utf8)
    } else {
        end
    };
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sporhund_model::{Cell, PlaceId};

    #[derive(Default)]
    struct Kept(Vec<Chunk>);

    impl Receiver for Kept {
        fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
            if let Event::Chunk(chunk) = event {
                self.0.push(chunk.clone());
            }
            Ok(())
        }
    }

    fn build(texts: &[(String, Join)]) -> Vec<Chunk> {
        let (mut builder, mut kept) = (Builder::new(), Kept::default());
        for (text, join) in texts {
            let text = Text {
                text,
                place: PlaceId(0),
                cell: Cell::default(),
                join: *join,
            };
            builder.push(text, &mut kept).unwrap();
        }
        builder.flush(&mut kept).unwrap();
        kept.0
    }

    fn own_text(chunks: &[Chunk]) -> String {
        chunks
            .iter()
            .map(|chunk| &chunk.text[chunk.own.start as usize..chunk.own.end as usize])
            .collect()
    }

    #[test]
    fn carries_context_when_nothing_hard_is_near() {
        let long = "abcdefghij ".repeat(20_000);
        let chunks = build(&[(long.clone(), Join::Hard)]);
        assert!(chunks.len() > 3);
        assert_eq!(own_text(&chunks), long);
        assert_eq!(chunks[1].own.start as usize, CARRY - AHEAD);
        assert!(chunks[0].text.len() - chunks[0].own.end as usize >= AHEAD);
    }

    #[test]
    fn carries_nothing_after_a_hard_join() {
        let texts: Vec<_> = (0..3000)
            .map(|number| (format!("paragraph {number} {}", "x".repeat(60)), Join::Hard))
            .collect();
        let chunks = build(&texts);
        assert!(chunks.len() > 2);
        assert!(chunks.iter().all(|chunk| chunk.own.start == 0));
    }

    proptest! {
        #[test]
        fn own_ranges_give_the_whole_text_once(
            texts in prop::collection::vec(("[aå0-9 ]{0,60}", 0..3u8, 1..900usize), 0..30)
        ) {
            let texts: Vec<_> = texts
                .into_iter()
                .map(|(text, join, times)| {
                    let join = [Join::None, Join::Soft, Join::Hard][join as usize];
                    (text.repeat(times), join)
                })
                .filter(|(text, _)| !text.is_empty())
                .collect();
            let mut expected = String::new();
            for (text, join) in &texts {
                if !expected.is_empty() && *join != Join::None {
                    expected.push('\n');
                }
                expected.push_str(text);
            }
            let chunks = build(&texts);
            // The separator after the last segment of a chunk that ends at a hard join is not repeated in the next.
            prop_assert_eq!(own_text(&chunks), expected.clone());
            for chunk in &chunks {
                prop_assert!(chunk.text.len() <= CAPACITY + 1);
                for (at, segment) in chunk.segments.iter().enumerate() {
                    let end = chunk.segments.get(at + 1).map_or(chunk.text.len(), |next| next.start as usize);
                    let text = &chunk.text[segment.start as usize..end];
                    let from = segment.offset as usize;
                    prop_assert_eq!(text, &expected[from..from + text.len()]);
                }
            }
        }
    }
}
