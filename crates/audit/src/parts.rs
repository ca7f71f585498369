//! A big text is cut into parts that are scanned side by side, and put together again in their order.

use crate::run::Task;
use sporhund_detect::DocumentTally;
use sporhund_extract::text::windows::TextLayout;
use sporhund_model::{Item, Outcome};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;

/// A text over this size is cut.
pub(crate) const SPLIT: u64 = 32 << 20;
/// Bytes of a part. Parts need not end at line ends, since each reads a little more on both sides.
pub(crate) const PART: u64 = 16 << 20;

/// A big text and what was found in its parts so far.
pub(crate) struct BigText {
    pub item: Item,
    /// What it is read under.
    pub key: [u8; 16],
    /// Its number in the agenda.
    pub task: Option<i64>,
    pub is_new: bool,
    pub sample: [u8; 16],
    pub format: String,
    pub layout: TextLayout,
    pub csv_head: String,
    pub size: u64,
    bom: u64,
    state: Mutex<State>,
}

/// What a big text is read as.
pub(crate) struct Reading<'a> {
    pub format: &'a str,
    pub layout: TextLayout,
    pub csv_head: String,
    pub bom: u64,
    pub size: u64,
    pub sample: [u8; 16],
}

struct State {
    /// What was found in the parts from the first one on without a gap.
    whole: Option<DocumentTally>,
    /// How many parts that is.
    merged: usize,
    /// Parts behind a gap: no more than are read side by side.
    waiting: BTreeMap<usize, DocumentTally>,
    outcome: Outcome,
    broken_off: bool,
}

impl BigText {
    pub(crate) fn new(task: &Task, reading: Reading<'_>) -> Self {
        let (size, bom) = (reading.size, reading.bom);
        let state = State {
            whole: None,
            merged: 0,
            waiting: BTreeMap::new(),
            outcome: Outcome::Scanned,
            broken_off: false,
        };
        BigText {
            item: task.item.clone(),
            key: task.key,
            task: task.number,
            is_new: task.is_new,
            sample: reading.sample,
            format: reading.format.to_owned(),
            layout: reading.layout,
            csv_head: reading.csv_head,
            size,
            bom,
            state: Mutex::new(state),
        }
    }

    /// How many parts it has.
    pub(crate) fn count(&self) -> usize {
        (self.size - self.bom.min(self.size)).div_ceil(PART).max(1) as usize
    }

    /// The bytes of a part; the last one reads to the end, should the file have grown.
    pub(crate) fn range(&self, number: usize) -> Range<u64> {
        let start = self.bom + number as u64 * PART;
        let is_last = number + 1 == self.count();
        start..if is_last { self.size } else { start + PART }
    }

    /// Remembers that a part was not read whole; `NotReached` when the run was broken off before it.
    pub(crate) fn worsen(&self, outcome: Outcome) {
        if outcome != Outcome::Scanned
            && let Ok(mut state) = self.state.lock()
        {
            state.outcome = Outcome::Partly;
            state.broken_off |= outcome == Outcome::NotReached;
        }
    }

    /// Whether the run ended before all parts were read.
    pub(crate) fn is_broken_off(&self) -> bool {
        self.state.lock().is_ok_and(|state| state.broken_off)
    }

    pub(crate) fn outcome(&self) -> Outcome {
        self.state
            .lock()
            .map_or(Outcome::Partly, |state| state.outcome)
    }

    /// Takes what was found in a part; gives the whole once the last part is in.
    pub(crate) fn put(&self, number: usize, tally: DocumentTally) -> Option<DocumentTally> {
        let mut state = self.state.lock().ok()?;
        state.waiting.insert(number, tally);
        while let Some(next) = state.next() {
            match &mut state.whole {
                Some(whole) => whole.merge(next),
                None => state.whole = Some(next),
            }
            state.merged += 1;
        }
        (state.merged == self.count())
            .then(|| state.whole.take())
            .flatten()
    }
}

impl State {
    /// The part right behind those that are merged, once it is in.
    fn next(&mut self) -> Option<DocumentTally> {
        self.waiting.remove(&self.merged)
    }
}
