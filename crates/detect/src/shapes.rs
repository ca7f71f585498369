//! What digit rules look for, compiled so that cost does not grow with their number.
//!
//! The shapes of all rules are one trie over the lengths of groups, so a run of digits is followed once for all of them.
//! Anchors (a run with certain bytes right before and behind it) are bit sets by byte: two look-ups tell which are left.

/// The longest run of digits that is looked at.
pub(crate) const MAX_RUN: usize = 32;
/// The most anchors and free shapes of all rules together.
const MAX_MARKED: usize = 64;
/// The most groups of a shape.
const MAX_GROUPS: usize = 8;

/// A rule that asks for a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asking {
    pub rule: u16,
    /// Whether a label or heading must name the number: a shape that many other numbers have (`!8`).
    pub named_only: bool,
}

/// A node of the trie; 0 stands for "no such child".
#[derive(Clone, Debug)]
pub(crate) struct Node {
    next: [u16; MAX_RUN + 1],
    /// Whether it has any child.
    pub has_next: bool,
    /// The rules whose shape ends here.
    pub rules: Vec<Asking>,
}

impl Default for Node {
    fn default() -> Self {
        Node {
            next: [0; MAX_RUN + 1],
            has_next: false,
            rules: Vec::new(),
        }
    }
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

/// Which bytes may stand beside an anchor.
#[derive(Clone, Debug)]
struct ByteSets {
    before: Box<[u64; 256]>,
    after: Box<[u64; 256]>,
    length: [u64; MAX_RUN + 1],
}

impl Default for ByteSets {
    fn default() -> Self {
        ByteSets {
            before: Box::new([0; 256]),
            after: Box::new([0; 256]),
            length: [0; MAX_RUN + 1],
        }
    }
}

/// The shapes and anchors of all rules.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    nodes: Vec<Node>,
    free: Vec<Free>,
    free_leads: [bool; 256],
    anchors: Vec<u16>,
    beside: ByteSets,
    lengths: u64,
    split: Vec<bool>,
}

impl Default for Shapes {
    fn default() -> Self {
        Shapes {
            nodes: vec![Node::default()],
            free: Vec::new(),
            free_leads: [false; 256],
            anchors: Vec::new(),
            beside: ByteSets::default(),
            lengths: 0,
            split: Vec::new(),
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
    pub(crate) fn add(&mut self, text: &str, rule: u16) -> Option<()> {
        if let Some(free) = text.strip_prefix('~') {
            return self.add_free(free, rule);
        }
        let (named_only, text) = match text.strip_prefix('!') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let mut node = 0_usize;
        for length in parse_groups(text)? {
            node = self.child_or_new(node, length);
        }
        let asking = Asking { rule, named_only };
        self.nodes.get_mut(node)?.rules.push(asking);
        Some(())
    }

    fn child_or_new(&mut self, node: usize, length: u8) -> usize {
        self.lengths |= 1 << length;
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
        self.free_leads[usize::from(lead)] = true;
        self.free.push(Free {
            rule,
            least,
            most,
            lead,
        });
        self.lengths = u64::MAX;
        Some(())
    }

    /// Adds an anchor: runs of some length with certain bytes beside them.
    pub(crate) fn add_anchor(
        &mut self,
        runs: (u8, u8),
        before: &[u8],
        after: &[u8],
        rule: u16,
    ) -> Option<()> {
        let bit = 1_u64.checked_shl(self.anchors.len() as u32)?;
        self.anchors.push(rule);
        for byte in before {
            self.beside.before[usize::from(*byte)] |= bit;
        }
        for byte in after {
            self.beside.after[usize::from(*byte)] |= bit;
        }
        for length in runs.0..=runs.1 {
            *self.beside.length.get_mut(usize::from(length))? |= bit;
            self.lengths |= 1 << length;
        }
        Some(())
    }

    /// Lets the groups of a rule's numbers stand in different lines or cells.
    pub(crate) fn allow_split(&mut self, rule: u16) {
        let rule = usize::from(rule);
        if self.split.len() <= rule {
            self.split.resize(rule + 1, false);
        }
        self.split[rule] = true;
    }

    /// Whether the groups of a rule's numbers may stand in different lines or cells.
    pub(crate) fn may_split(&self, rule: u16) -> bool {
        self.split.get(usize::from(rule)).copied().unwrap_or(false)
    }

    /// The shortest run of digits that any rule begins or goes on with.
    pub(crate) fn shortest_run(&self) -> u32 {
        (1..=MAX_RUN as u32)
            .find(|length| self.lengths >> length & 1 == 1)
            .unwrap_or(1)
    }

    /// The node that a run of this length leads to.
    #[inline]
    pub(crate) fn child(&self, node: &Node, length: u32) -> Option<&Node> {
        let next = *node.next.get(length as usize)?;
        (next != 0).then(|| self.nodes.get(usize::from(next)))?
    }

    /// The node that all runs begin at.
    #[inline]
    pub(crate) fn root(&self) -> &Node {
        &self.nodes[0]
    }

    /// The free shapes that may begin with a digit behind a byte.
    #[inline]
    pub(crate) fn free(&self, before: u8, first: u8) -> impl Iterator<Item = &Free> {
        let any = before == b'+' && self.free_leads[usize::from(b'+')]
            || self.free_leads[usize::from(first)];
        let shapes: &[Free] = if any { &self.free } else { &[] };
        shapes
            .iter()
            .filter(move |free| free.lead == first || free.lead == before)
    }

    /// The rules that are anchored at a run of this length between these bytes.
    #[inline]
    pub(crate) fn anchored(&self, length: u32, before: u8, after: u8) -> AnchoredRules<'_> {
        let beside = &self.beside;
        let bits = beside.length.get(length as usize).copied().unwrap_or(0)
            & beside.before[usize::from(before)]
            & beside.after[usize::from(after)];
        AnchoredRules {
            bits,
            anchors: &self.anchors,
        }
    }
}

/// The rules whose anchors fit.
pub(crate) struct AnchoredRules<'a> {
    bits: u64,
    anchors: &'a [u16],
}

impl Iterator for AnchoredRules<'_> {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        if self.bits == 0 {
            return None;
        }
        let index = self.bits.trailing_zeros();
        self.bits &= self.bits - 1;
        self.anchors.get(index as usize).copied()
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
            assert!(Shapes::default().add(text, 0).is_none(), "{text}");
        }
    }

    #[test]
    fn follows_all_shapes_at_once() {
        let mut shapes = Shapes::default();
        shapes.add("6 4", 1).unwrap();
        shapes.add("6 4", 2).unwrap();
        shapes.add("!6", 3).unwrap();
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
        assert_eq!(shapes.shortest_run(), 4);
    }

    #[test]
    fn tells_anchors_by_the_bytes_beside_a_run() {
        let mut shapes = Shapes::default();
        shapes
            .add_anchor((2, 32), &byte_class("letter"), &byte_class("any"), 7)
            .unwrap();
        shapes
            .add_anchor((1, 3), &byte_class("edge"), &byte_class("."), 8)
            .unwrap();
        let rules =
            |length, before, after| shapes.anchored(length, before, after).collect::<Vec<_>>();
        assert_eq!(rules(2, b'E', b' '), [7]);
        assert_eq!(rules(2, b' ', b'.'), [8]);
        assert_eq!(rules(4, b' ', b'.'), [] as [u16; 0]);
    }
}
