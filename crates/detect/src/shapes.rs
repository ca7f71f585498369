//! What digit rules look for, compiled so that cost does not grow with their number.
//!
//! The shapes of all rules are one trie over the lengths of groups, so a run of digits is followed once for all of them.
//! `openings` tells from a few look-ups what a run may begin; anchors (a run with certain bytes right before and behind it)
//! stand there alone.

use crate::openings::{Openings, Tables};
use sporhund_detector::Leads;

/// The longest run of digits that is looked at.
pub(crate) const MAX_RUN: usize = 32;
/// The most anchors, and the most free shapes, of all rules together.
const MAX_MARKED: usize = 56;
/// The most groups of a shape.
const MAX_GROUPS: usize = 8;

/// A rule that asks for a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asking {
    pub rule: u16,
    /// Whether a label or heading must name the number: a shape that many other numbers have (`!8`).
    pub named_only: bool,
    /// Whether the groups may stand in different lines or cells.
    pub may_split: bool,
    /// What the number must begin with.
    pub leads: Leads,
}

/// How the numbers of a rule may be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writing {
    /// Whether they count without a label or heading.
    pub naming: Naming,
    /// Whether their groups may stand in different lines or cells.
    pub may_split: bool,
    /// What they begin with.
    pub leads: Leads,
}

/// A node of the trie; 0 stands for "no such child".
#[derive(Clone, Debug)]
pub(crate) struct Node {
    next: [u16; MAX_RUN + 1],
    /// Whether it has any child.
    pub has_next: bool,
    /// Whether it, or what follows, is the shape of a rule that counts without a name too.
    pub counts_unnamed: bool,
    /// Whether it, or what follows, is the shape of a rule whose groups may stand in different lines or cells.
    pub may_split: bool,
    /// The rules whose shape ends here.
    pub rules: Vec<Asking>,
    /// Whether one of them counts without a name too.
    pub ends_unnamed: bool,
}

impl Node {
    /// Whether a shape ends here that counts.
    #[inline]
    pub(crate) fn ends(&self, naming: Naming) -> bool {
        match naming {
            Naming::Required => self.ends_unnamed,
            Naming::Optional => !self.rules.is_empty(),
        }
    }

    /// Whether a shape ends here or goes on that counts.
    #[inline]
    pub(crate) fn counts(&self, naming: Naming) -> bool {
        naming == Naming::Optional || self.counts_unnamed
    }
}

impl Default for Node {
    fn default() -> Self {
        Node {
            next: [0; MAX_RUN + 1],
            has_next: false,
            counts_unnamed: false,
            may_split: false,
            rules: Vec::new(),
            ends_unnamed: false,
        }
    }
}

/// Whether a rule's numbers count without a label or heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    /// They may.
    Optional,
    /// They do not.
    Required,
}

/// Any grouping of so many digits, behind a mark (`~9-13 +`, `~8-10 0`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Free {
    pub rule: u16,
    pub least: u8,
    pub most: u8,
    /// The byte right before the digits (`+`), or the first digit.
    lead: u8,
}

/// The shapes and anchors of all rules.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    nodes: Vec<Node>,
    free: Vec<Free>,
    anchors: Vec<u16>,
    pub tables: Tables,
}

impl Default for Shapes {
    fn default() -> Self {
        Shapes {
            nodes: vec![Node::default()],
            free: Vec::new(),
            anchors: Vec::new(),
            tables: Tables::default(),
        }
    }
}

/// The lengths of a shape's groups, such as `6 4`.
pub(crate) fn parse_groups(text: &str) -> Option<Vec<u8>> {
    let groups: Option<Vec<u8>> = text
        .split(' ')
        .map(|part| part.parse().ok().filter(|length| (1..=19).contains(length)))
        .collect();
    let groups = groups?;
    let digits: usize = groups.iter().map(|length| usize::from(*length)).sum();
    (groups.len() <= MAX_GROUPS && digits <= MAX_RUN).then_some(groups)
}

/// A range such as `2-32`, or one number.
pub(crate) fn parse_range(text: &str) -> Option<(u8, u8)> {
    let (least, most) = text.split_once('-').unwrap_or((text, text));
    let (least, most) = (least.parse().ok()?, most.parse().ok()?);
    (1 <= least && least <= most && usize::from(most) <= MAX_RUN).then_some((least, most))
}

impl Shapes {
    /// Adds a shape as rules write it. `None` when it is none, or when there are too many.
    pub(crate) fn add(&mut self, text: &str, rule: u16, writing: Writing) -> Option<()> {
        if let Some(free) = text.strip_prefix('~') {
            return self.add_free(free, rule);
        }
        let (named_only, text) = match text.strip_prefix('!') {
            Some(text) => (true, text),
            None => (writing.naming == Naming::Required, text),
        };
        let groups = parse_groups(text)?;
        let naming = if named_only {
            Naming::Required
        } else {
            Naming::Optional
        };
        match groups.as_slice() {
            [length] => self.tables.add_whole(*length, naming),
            [first, second, ..] => {
                self.tables
                    .add_first((*first, *second), naming, writing.may_split);
            }
            [] => return None,
        }
        let mut node = 0_usize;
        for length in groups {
            node = self.child_or_new(node, length);
            let made = self.nodes.get_mut(node)?;
            made.counts_unnamed |= !named_only;
            made.may_split |= writing.may_split;
        }
        let asking = Asking {
            rule,
            named_only,
            may_split: writing.may_split,
            leads: writing.leads,
        };
        let end = self.nodes.get_mut(node)?;
        end.rules.push(asking);
        end.ends_unnamed |= !named_only;
        Some(())
    }

    fn child_or_new(&mut self, node: usize, length: u8) -> usize {
        let made = self.nodes.len();
        let Some(parent) = self.nodes.get_mut(node) else {
            return 0;
        };
        parent.has_next = true;
        let slot = &mut parent.next[usize::from(length)];
        if *slot == 0 {
            *slot = made as u16;
            self.nodes.push(Node::default());
            return made;
        }
        usize::from(*slot)
    }

    fn add_free(&mut self, text: &str, rule: u16) -> Option<()> {
        let (range, lead) = text.split_once(' ')?;
        let (least, most) = parse_range(range)?;
        let &[lead] = lead.as_bytes() else {
            return None;
        };
        if !(lead == b'+' || lead.is_ascii_digit()) || self.free.len() >= MAX_MARKED {
            return None;
        }
        self.tables.add_free(lead);
        self.free.push(Free {
            rule,
            least,
            most,
            lead,
        });
        Some(())
    }

    /// Adds an anchor: runs of some length with certain bytes beside them.
    pub(crate) fn add_anchor(
        &mut self,
        runs: (u8, u8),
        before: &[u8],
        after: &[u8],
        (rule, naming): (u16, Naming),
    ) -> Option<()> {
        if self.anchors.len() >= MAX_MARKED || usize::from(runs.1) > MAX_RUN {
            return None;
        }
        self.tables
            .add_anchor(self.anchors.len() as u32, runs, (before, after), naming);
        self.anchors.push(rule);
        Some(())
    }

    /// The node that a run of this length leads to.
    #[inline]
    pub(crate) fn child(&self, node: &Node, length: u32) -> Option<&Node> {
        let next = *node.next.get(length as usize)?;
        (next != 0).then(|| self.nodes.get(usize::from(next)))?
    }

    /// The nodes that runs of any length lead to.
    pub(crate) fn children<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = &'a Node> {
        let numbers = node.next.iter().filter(|next| **next != 0);
        numbers.filter_map(|next| self.nodes.get(usize::from(*next)))
    }

    /// The node that all runs begin at.
    #[inline]
    pub(crate) fn root(&self) -> &Node {
        &self.nodes[0]
    }

    /// The free shapes that may begin with a digit behind a byte.
    pub(crate) fn free(&self, before: u8, first: u8) -> impl Iterator<Item = &Free> {
        self.free
            .iter()
            .filter(move |free| free.lead == first || free.lead == before)
    }

    /// The numbers of the anchors that fit a run, with their rules.
    pub(crate) fn anchored(&self, openings: Openings) -> impl Iterator<Item = (u32, u16)> {
        let mut bits = openings.anchors();
        let numbers = std::iter::from_fn(move || {
            let number = bits.trailing_zeros();
            bits &= bits.wrapping_sub(1);
            (number < u64::BITS).then_some(number)
        });
        numbers.filter_map(|number| Some((number, *self.anchors.get(number as usize)?)))
    }
}

/// The bytes that a word or a list of bytes in a rule stands for.
pub(crate) fn byte_class(text: &str) -> Vec<u8> {
    let all = || 0..=u8::MAX;
    match text {
        "any" => all().collect(),
        "letter" => all().filter(u8::is_ascii_alphabetic).collect(),
        "upper" => all().filter(u8::is_ascii_uppercase).collect(),
        "hex" => all().filter(u8::is_ascii_hexdigit).collect(),
        "space" => vec![b' ', b'\t', b'\n', b'\r', 0xA0],
        "edge" => all()
            .filter(|byte| !byte.is_ascii_alphanumeric() && (byte.is_ascii() || *byte == 0xA0))
            .collect(),
        listed => listed.bytes().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITING: Writing = Writing {
        naming: Naming::Optional,
        may_split: true,
        leads: Leads::ANY,
    };

    #[test]
    fn refuses_shapes_that_are_none() {
        for text in [
            "",
            "6-4",
            "0 4",
            "6  4",
            "19 19",
            "1 1 1 1 1 1 1 1 1",
            "~8",
            "~9-8 0",
            "~8-9 x",
        ] {
            assert!(Shapes::default().add(text, 0, WRITING).is_none(), "{text}");
        }
    }

    #[test]
    fn follows_all_shapes_at_once() {
        let mut shapes = Shapes::default();
        shapes.add("6 4", 1, WRITING).unwrap();
        shapes.add("6 4", 2, WRITING).unwrap();
        shapes.add("!6", 3, WRITING).unwrap();
        let six = shapes.child(shapes.root(), 6).unwrap();
        let rules = |node: &Node| {
            node.rules
                .iter()
                .map(|asking| asking.rule)
                .collect::<Vec<_>>()
        };
        assert_eq!(rules(six), [3]);
        assert_eq!(rules(shapes.child(six, 4).unwrap()), [1, 2]);
        assert!(shapes.child(six, 5).is_none());
    }

    #[test]
    fn tells_anchors_by_the_bytes_beside_a_run() {
        let mut shapes = Shapes::default();
        shapes
            .add_anchor(
                (2, 32),
                &byte_class("letter"),
                &byte_class("any"),
                (7, Naming::Optional),
            )
            .unwrap();
        shapes
            .add_anchor(
                (1, 3),
                &byte_class("edge"),
                &byte_class("."),
                (8, Naming::Optional),
            )
            .unwrap();
        let rules = |length, before, after| {
            shapes
                .anchored(
                    shapes
                        .tables
                        .ask(length, (before, b'1', after), Naming::Optional)
                        .openings(0, false),
                )
                .map(|(_, rule)| rule)
                .collect::<Vec<_>>()
        };
        assert_eq!(rules(2, b'E', b' '), [7]);
        assert_eq!(rules(2, b' ', b'.'), [8]);
        assert_eq!(rules(4, b' ', b'.'), [] as [u16; 0]);
    }
}
