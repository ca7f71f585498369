//! The gate before the digit walker: which runs of digits may begin a number.
//!
//! Nearly all runs of tables and logs end here. Each run is asked what it may begin when nothing names it; the few near a
//! label, and all under headings, are asked for what must be named too.

use crate::classify::Run;
use crate::compile::Rules;
use crate::context::{Window, reach};
use crate::digits::MAX_SEPARATOR;
use crate::openings::Openings;
use crate::shapes::Naming;
use crate::words::WordHit;
use sporhund_detector::Glance;
use std::ops::Range;

/// Bytes on either side of an anchored run that a validator sees at a glance.
const GLANCE: usize = 16;

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
}

/// What decides which runs pass.
pub(crate) struct Gate<'a> {
    pub text: &'a [u8],
    pub rules: &'a Rules,
    pub runs: &'a [Run],
    /// All labels, sorted by their start.
    pub labels: &'a [WordHit],
    /// Whether headings of columns may name any run.
    pub has_headings: bool,
}

impl Gate<'_> {
    /// Collects the runs that may begin a number, in their order.
    pub(crate) fn choose(&self, opened: &mut Vec<Opened>) {
        opened.clear();
        let mut window = Window::default();
        if self.has_headings {
            self.named(0..self.runs.len(), &mut window, opened);
            return;
        }
        let mut asked = 0;
        for label in self.labels {
            let reach = reach(label);
            let is_before = |run: &&Run| run.1 <= reach.start;
            let first = asked + self.count(asked, is_before);
            let near = first + self.count(first, |run| run.0 <= reach.end);
            self.unnamed(asked..first, opened);
            self.named(first..near, &mut window, opened);
            asked = near;
        }
        self.unnamed(asked..self.runs.len(), opened);
    }

    /// How many runs from an index on are of one kind.
    fn count(&self, from: usize, is_one: impl Fn(&&Run) -> bool) -> usize {
        let rest = self.runs.get(from..).unwrap_or_default();
        rest.iter().take_while(is_one).count()
    }

    /// Asks runs that nothing names. The loop is kept small enough to stay in registers.
    #[inline(never)]
    fn unnamed(&self, indices: Range<usize>, opened: &mut Vec<Opened>) {
        let (tables, text) = (&self.rules.shapes.tables, self.text);
        let runs = self.runs.get(..indices.end).unwrap_or_default();
        let behind = self.runs.get(indices.end);
        let mut last = self.end_before(indices.start);
        let mut next = runs.get(indices.start);
        for index in indices {
            let Some(run) = next else { return };
            next = runs.get(index + 1).or(behind);
            let asked = tables.ask(run.1 - run.0, bytes(text, *run), Naming::Required);
            let openings = asked.openings(length_of_next(*run, next), last == run.0);
            last = run.1 + 1;
            if openings.any() {
                let naming = (Naming::Required, Window::default());
                self.open(index, openings, naming, opened);
            }
        }
    }

    /// Asks runs that something may name.
    fn named(&self, indices: Range<usize>, window: &mut Window, opened: &mut Vec<Opened>) {
        let tables = &self.rules.shapes.tables;
        let mut last = self.end_before(indices.start);
        for index in indices {
            let Some(run) = self.runs.get(index) else {
                return;
            };
            window.move_to(self.labels, *run);
            let asked = tables.ask(run.1 - run.0, bytes(self.text, *run), Naming::Optional);
            let next = length_of_next(*run, self.runs.get(index + 1));
            let openings = asked.openings(next, last == run.0);
            last = run.1 + 1;
            if openings.any() {
                self.open(index, openings, (Naming::Optional, *window), opened);
            }
        }
    }

    /// The second byte behind the run before one; a run that begins there is bound to it by the mark between.
    fn end_before(&self, index: usize) -> u32 {
        let last = index.checked_sub(1).and_then(|last| self.runs.get(last));
        last.map_or(u32::MAX, |last| last.1 + 1)
    }

    /// Looks closer at a run that may begin something.
    fn open(
        &self,
        index: usize,
        mut openings: Openings,
        (naming, window): (Naming, Window),
        opened: &mut Vec<Opened>,
    ) {
        let Some(run) = self.runs.get(index).copied() else {
            return;
        };
        if openings.anchors() != 0 {
            openings = self.glance(openings, run);
        }
        if openings.any() {
            opened.push(Opened {
                index: index as u32,
                openings,
                naming,
                window,
            });
        }
    }

    /// Leaves out anchors that a validator takes for nothing at a glance.
    #[inline(never)]
    fn glance(&self, mut openings: Openings, (start, end): Run) -> Openings {
        let (start, end) = (start as usize, end as usize);
        let text = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let glance = Glance {
            digits: text(start..end),
            before: text(start.saturating_sub(GLANCE)..start),
            after: text(end..self.text.len().min(end + GLANCE)),
        };
        for (number, rule) in self.rules.shapes.anchored(openings) {
            let rule = self.rules.rule(rule);
            let validator = rule.and_then(|rule| rule.validator.as_ref());
            if validator.is_some_and(|validator| !validator.may_be(&glance)) {
                openings = openings.without_anchor(number);
            }
        }
        openings
    }
}

/// The length of the next run, when it is near; else 0.
#[inline]
fn length_of_next(run: Run, next: Option<&Run>) -> u32 {
    match next {
        Some(next) if next.0 - run.1 <= MAX_SEPARATOR => next.1 - next.0,
        _ => 0,
    }
}

/// The byte before a run, its first, and the one behind it.
#[inline]
fn bytes(text: &[u8], (start, end): Run) -> (u8, u8, u8) {
    match text.get((start as usize).wrapping_sub(1)..end as usize + 1) {
        Some([before, first, .., after]) => (*before, *first, *after),
        _ => bytes_at_edge(text, (start, end)),
    }
}

/// The same where the text begins or ends.
#[cold]
fn bytes_at_edge(text: &[u8], (start, end): Run) -> (u8, u8, u8) {
    let byte = |at: usize| text.get(at).copied().unwrap_or(b' ');
    let start = start as usize;
    (byte(start.wrapping_sub(1)), byte(start), byte(end as usize))
}
