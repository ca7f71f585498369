//! Columns where nothing is found any more: once enough numbers of a document were counted, what is not named in a column of
//! look-alikes falls away whatever it is (see `weigh`). Such numbers are passed over before anything is read or checked.

use super::Scanner;
use super::find::{PROFILED, Spot};
use crate::context::near;
use crate::hasher::FastBuild;
use crate::shapes::{Asking, MAX_RUN, Node};
use crate::table::{CSV, Column, RUNNING_TEXT};
use crate::view::View;
use std::collections::HashMap;

/// The longest number with what stands between its groups, and what a validator may add to it, in bytes.
const LONGEST: u32 = 192;

/// Columns of a table that are looked up by their numbers, and the lengths of runs.
const NUMBERED: usize = 64;
const LENGTHS: usize = MAX_RUN + 1;

/// The lengths of a run and of the next one; 0 when there is none.
type Lengths = (u32, u32);

/// Whether none of the shapes counts that begin with runs of two lengths, by column.
#[derive(Debug, Default)]
pub(super) struct Quiet {
    /// Of the first columns of raw csv.
    numbered: Vec<Option<bool>>,
    others: HashMap<(Column, Lengths), bool, FastBuild>,
}

impl Quiet {
    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.numbered.fill(None);
        self.others.clear();
    }

    #[inline]
    fn get(&self, column: Column, lengths: Lengths) -> Option<bool> {
        match index(column, lengths) {
            Some(index) => self.numbered.get(index).copied().flatten(),
            None => self.others.get(&(column, lengths)).copied(),
        }
    }

    fn set(&mut self, column: Column, lengths: Lengths, is_quiet: bool) {
        let Some(index) = index(column, lengths) else {
            self.others.insert((column, lengths), is_quiet);
            return;
        };
        self.numbered.resize(NUMBERED * LENGTHS * LENGTHS, None);
        if let Some(slot) = self.numbered.get_mut(index) {
            *slot = Some(is_quiet);
        }
    }
}

#[inline]
fn index(column: Column, (first, second): Lengths) -> Option<usize> {
    let number = column.column as usize;
    let lengths = first as usize * LENGTHS + second as usize;
    let is_one = column.place == CSV && number < NUMBERED && lengths < LENGTHS * LENGTHS;
    is_one.then_some(number * LENGTHS * LENGTHS + lengths)
}

impl Scanner<'_> {
    /// Whether no shape that begins with a run can count, whatever its digits are.
    pub(super) fn is_quiet(&mut self, view: &View<'_>, spot: Spot<'_>) -> bool {
        let Some((first, rest)) = spot.runs.split_first() else {
            return false;
        };
        if self.profiled < PROFILED || self.has_label_near(*first) {
            return false;
        }
        let start = view.original(first.0, first.0 + 1).0;
        let column = self.cells.column_at(view.chunk, start);
        let column = column.unwrap_or(RUNNING_TEXT);
        let second = rest.first().map_or(0, |run| run.1 - run.0);
        let lengths = (first.1 - first.0, second);
        if let Some(known) = self.quiet.get(column, lengths) {
            return known;
        }
        let is_quiet = self.are_quiet(column, lengths);
        self.quiet.set(column, lengths, is_quiet);
        is_quiet
    }

    fn has_label_near(&self, (start, end): (u32, u32)) -> bool {
        let labels = &self.words.labels;
        let mut near = near(labels, start.saturating_sub(LONGEST), end + LONGEST);
        !labels.is_empty() && near.next().is_some()
    }

    /// Whether no shape counts that begins with groups of two lengths.
    fn are_quiet(&self, column: Column, (first, second): (u32, u32)) -> bool {
        let shapes = &self.rules.shapes;
        let Some(node) = shapes.child(shapes.root(), first) else {
            return true;
        };
        let behind = shapes.child(node, second);
        self.ends_quietly(column, node)
            && behind.is_none_or(|node| self.is_quiet_from(column, node))
    }

    fn is_quiet_from(&self, column: Column, node: &Node) -> bool {
        let shapes = &self.rules.shapes;
        let mut behind = shapes.children(node);
        self.ends_quietly(column, node) && behind.all(|node| self.is_quiet_from(column, node))
    }

    /// Whether no rule counts whose shape ends at a node.
    fn ends_quietly(&self, column: Column, node: &Node) -> bool {
        let is_quiet = |asking: &Asking| {
            let heading = self
                .headings
                .naming(&self.rules.labels, column, asking.rule);
            let profile = self.tally.profiles.get(&(column, asking.rule));
            let is_settled = profile.is_some_and(|profile| profile.is_settled());
            !heading.is_named() && (asking.named_only || is_settled)
        };
        node.rules.iter().all(is_quiet)
    }
}
