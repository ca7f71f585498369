//! Columns where nothing is found any more: once enough numbers of a document were counted, what is not named in a column of
//! look-alikes falls away whatever it is (see `weigh`). Such numbers are passed over before anything is read or checked.

use super::Scanner;
use super::find::{PROFILED, Spot};
use crate::context::near;
use crate::hasher::FastBuild;
use crate::shapes::{Asking, Node};
use crate::table::{Column, RUNNING_TEXT};
use crate::view::View;
use std::collections::HashMap;

/// The longest number with what stands between its groups, and what a validator may add to it, in bytes.
const LONGEST: u32 = 192;

/// The shapes that begin with runs of two lengths, by column: whether none of them counts.
pub(super) type Quiet = HashMap<(Column, u32), bool, FastBuild>;

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
        let key = (column, lengths.0 << 16 | lengths.1);
        if let Some(known) = self.quiet.get(&key) {
            return *known;
        }
        let is_quiet = self.are_quiet(column, lengths);
        self.quiet.insert(key, is_quiet);
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
