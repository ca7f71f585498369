//! The gate before the digit walker: tells from three look-ups whether a run of digits may begin any number.
//!
//! Nearly all runs of tables and logs end here. While the text is passed over, each run is asked what it may begin when
//! nothing names it; which labels are near is known only then, so the runs near them are asked again.

use crate::classify::Run;
use crate::context::{Window, reach};
use crate::digits::MAX_SEPARATOR;
use crate::shapes::{MAX_RUN, Naming, Openings, Shapes};
use crate::words::WordHit;

/// The length of a ten-digit number that lost its leading zero.
const WITHOUT_ZERO: u32 = 9;

/// The runs of digits of a text; the buffers are kept.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// All but those too long for any number.
    pub all: Vec<Run>,
    /// The indices of those that may begin a number that nothing names.
    pub open: Vec<u32>,
}

impl Runs {
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.open.clear();
    }
}

/// Asks each run of a text what it may begin.
pub(crate) struct Gate<'a> {
    text: &'a [u8],
    shapes: &'a Shapes,
    runs: &'a mut Runs,
    last_end: u32,
    /// The lengths that the next run must have for the last one to begin a longer shape, as bits.
    seconds: u64,
}

impl<'a> Gate<'a> {
    pub(crate) fn new(text: &'a [u8], shapes: &'a Shapes, runs: &'a mut Runs) -> Self {
        runs.clear();
        Gate {
            text,
            shapes,
            runs,
            last_end: u32::MAX,
            seconds: 0,
        }
    }

    /// Takes the next run.
    #[inline(always)]
    pub(crate) fn take(&mut self, start: u32, end: u32) {
        let length = end - start;
        let index = self.runs.all.len() as u32;
        let goes_on = self.seconds >> (length & 63) & 1 == 1;
        if goes_on && start - self.last_end <= MAX_SEPARATOR && length as usize <= MAX_RUN {
            self.runs.open.push(index - 1);
        }
        let beside = Beside::new(self.text, (start, end));
        let mut opens = self.shapes.unnamed(length, (beside.before, beside.after));
        let mut is_free = self.shapes.leads_free(beside.before, beside.first);
        if self.last_end.wrapping_add(1) == start && is_inner_mark(beside.before) {
            opens = opens.anchors_only();
            is_free = false;
        }
        (self.last_end, self.seconds) = (end, 0);
        if length as usize > MAX_RUN {
            return;
        }
        self.runs.all.push((start, end));
        if opens.now.any() | is_free {
            self.runs.open.push(index);
        } else {
            self.seconds = opens.seconds;
        }
    }
}

/// The bytes of a run's edges.
struct Beside {
    before: u8,
    first: u8,
    after: u8,
}

impl Beside {
    #[inline(always)]
    fn new(text: &[u8], (start, end): Run) -> Self {
        let byte = |at: u32| text.get(at as usize).copied().unwrap_or(b' ');
        Beside {
            before: start.checked_sub(1).map_or(b' ', byte),
            first: byte(start),
            after: byte(end),
        }
    }
}

/// Marks that bind a run to the digits before it: it is a part of something longer, whose first run was asked already.
#[inline]
fn is_inner_mark(byte: u8) -> bool {
    matches!(byte, b'.' | b'-' | b'+' | b'/' | b'\\' | b'#')
}

/// A run that may begin a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opened {
    /// Its index among all runs.
    pub index: u32,
    /// What it may begin.
    pub openings: Openings,
    /// Whether anything may name it.
    pub naming: Naming,
    /// The labels near it.
    pub window: Window,
    /// Whether a free shape may begin with it.
    pub is_free: bool,
    /// Whether it may be a number of ten digits without its leading zero.
    pub is_lost_zero: bool,
}

/// Chooses the runs that may begin a number, now that the labels are known.
pub(crate) struct Chooser<'a> {
    pub text: &'a [u8],
    pub shapes: &'a Shapes,
    pub runs: &'a Runs,
    /// All labels, sorted by their start.
    pub labels: &'a [WordHit],
    /// Whether headings of columns may name any run.
    pub has_headings: bool,
}

impl Chooser<'_> {
    /// Collects the runs in their order.
    pub(crate) fn choose(&self, opened: &mut Vec<Opened>) {
        opened.clear();
        let count = self.runs.all.len();
        let mut window = Window::default();
        if self.has_headings {
            self.near(0..count, &mut window, opened);
            return;
        }
        let mut open = self.runs.open.iter().copied().peekable();
        let (mut asked, mut first) = (0, 0);
        for label in self.labels {
            let reach = reach(label);
            let is_before = |run: &&Run| run.1 <= reach.start;
            first += self.behind(first).iter().take_while(is_before).count();
            let is_near = |run: &&Run| run.0 <= reach.end;
            let near = self.behind(first).iter().take_while(is_near).count();
            while let Some(index) = open.next_if(|index| (*index as usize) < first + near) {
                if (asked..first).contains(&(index as usize)) {
                    opened.extend(self.ask(index, Naming::Required, window));
                }
            }
            self.near(asked.max(first)..first + near, &mut window, opened);
            asked = asked.max(first + near);
        }
        for index in open.filter(|index| *index as usize >= asked) {
            opened.extend(self.ask(index, Naming::Required, window));
        }
    }

    fn behind(&self, first: usize) -> &[Run] {
        self.runs.all.get(first..).unwrap_or_default()
    }

    /// The runs that something may name.
    fn near(&self, indices: std::ops::Range<usize>, window: &mut Window, opened: &mut Vec<Opened>) {
        for index in indices {
            if let Some(run) = self.runs.all.get(index) {
                window.move_to(self.labels, *run);
            }
            opened.extend(self.ask(index as u32, Naming::Optional, *window));
        }
    }

    /// What a run may begin.
    fn ask(&self, index: u32, naming: Naming, window: Window) -> Option<Opened> {
        let (run, rest) = self.behind(index as usize).split_first()?;
        let next = match rest.first() {
            Some(next) if next.0 - run.1 <= MAX_SEPARATOR => next.1 - next.0,
            _ => 0,
        };
        let last = index
            .checked_sub(1)
            .and_then(|last| self.runs.all.get(last as usize));
        let beside = Beside::new(self.text, *run);
        let length = run.1 - run.0;
        let mut openings =
            self.shapes
                .openings((length, next), (beside.before, beside.after), naming);
        let mut is_free = self.shapes.leads_free(beside.before, beside.first);
        if last.is_some_and(|last| last.1 + 1 == run.0) && is_inner_mark(beside.before) {
            openings = openings.anchors_only();
            is_free = false;
        }
        let is_lost_zero = self.has_headings && length == WITHOUT_ZERO;
        (openings.any() | is_free | is_lost_zero).then_some(Opened {
            index,
            openings,
            naming,
            window,
            is_free,
            is_lost_zero,
        })
    }
}
