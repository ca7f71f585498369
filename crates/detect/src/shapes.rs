//! What digit rules look for, compiled so that cost does not grow with their number.
//!
//! The shapes of all rules are one trie over the lengths of groups, so a run of digits is followed once for all of them.
//! What a run may begin is one bit set by its length and the bytes beside it: three look-ups reject nearly every run, and
//! tell for the others which shapes and which anchors (a run with certain bytes right before and behind it) are left.

/// The longest run of digits that is looked at.
pub(crate) const MAX_RUN: usize = 32;
/// The most anchors, and the most free shapes, of all rules together.
const MAX_MARKED: usize = 60;
/// Bits of a [`Gate`] besides the anchors': the run may be a shape of one group, or the first group of a longer one.
const WHOLE: u64 = 1 << 63;
const FIRST: u64 = 1 << 62;
const ANCHORS: u64 = FIRST - 1;
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
}

/// How the numbers of a rule may be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writing {
    /// Whether they count without a label or heading.
    pub naming: Naming,
    /// Whether their groups may stand in different lines or cells.
    pub may_split: bool,
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

/// What runs of one length may begin.
#[derive(Clone, Copy, Debug, Default)]
struct Opens {
    /// Shapes and anchors.
    bits: u64,
    /// The lengths of the second groups of longer shapes, as bits.
    seconds: u64,
    /// The same for those whose groups may stand in different lines or cells.
    split_seconds: u64,
}

/// What the byte behind a group is to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Nothing,
    /// The first byte of a mark or space.
    Mark,
    /// The end of a line, or what may be the edge of a cell.
    Break,
}

fn opens(bits: u64) -> Opens {
    Opens {
        bits,
        ..Opens::default()
    }
}

/// Lengths have six bits, so that tables by length need no bounds.
const LENGTHS: usize = 64;

/// What a run may begin, by its length and the bytes beside it.
#[derive(Clone, Debug)]
struct Gate {
    before: Box<[u64; 256]>,
    after: Box<[u64; 256]>,
    by_length: Box<[Opens; LENGTHS]>,
    /// The same without what must be named.
    unnamed: Box<[Opens; LENGTHS]>,
    between: Box<[Between; 256]>,
}

impl Default for Gate {
    fn default() -> Self {
        let before = |byte| match byte {
            b'%' | b'$' => 0,
            _ => WHOLE | FIRST,
        };
        let after = |byte: u8| match byte {
            b'%' | b'@' => 0,
            byte if byte.is_ascii_alphabetic() => 0,
            _ => WHOLE | FIRST,
        };
        Gate {
            before: Box::new(std::array::from_fn(|byte| before(byte as u8))),
            after: Box::new(std::array::from_fn(|byte| after(byte as u8))),
            by_length: Box::new([Opens::default(); LENGTHS]),
            unnamed: Box::new([Opens::default(); LENGTHS]),
            between: Box::new(std::array::from_fn(|byte| between(byte as u8))),
        }
    }
}

fn between(byte: u8) -> Between {
    match byte {
        b'-' | b'+' | b' ' | b'/' | b'.' | 0xC2 | 0xE2 | 0xEF => Between::Mark,
        b'\n' | b'\r' | b'\t' | b';' | b',' | b'|' => Between::Break,
        _ => Between::Nothing,
    }
}

impl Opens {
    #[inline(always)]
    fn seconds_behind(&self, between: Between) -> u64 {
        match between {
            Between::Mark => self.seconds,
            Between::Break => self.split_seconds,
            Between::Nothing => 0,
        }
    }
}

impl Gate {
    #[inline(always)]
    fn beside(&self, (before, after): (u8, u8)) -> u64 {
        self.before[usize::from(before)] & self.after[usize::from(after)]
    }

    #[inline(always)]
    fn between(&self, after: u8) -> Between {
        self.between[usize::from(after)]
    }

    fn open(&mut self, length: u8, opens: Opens, naming: Naming) {
        let add = |table: &mut [Opens; LENGTHS]| {
            if let Some(slot) = table.get_mut(usize::from(length)) {
                slot.bits |= opens.bits;
                slot.seconds |= opens.seconds;
                slot.split_seconds |= opens.split_seconds;
            }
        };
        add(&mut self.by_length);
        if naming == Naming::Optional {
            add(&mut self.unnamed);
        }
    }
}

/// What a run may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Openings(u64);

impl Openings {
    /// Whether it may begin anything.
    #[inline]
    pub(crate) fn any(self) -> bool {
        self.0 != 0
    }

    /// Whether it may be the first group of a longer shape.
    #[inline]
    pub(crate) fn first(self) -> bool {
        self.0 & FIRST != 0
    }

    /// What is left of it when the run goes on behind another: only anchors.
    #[inline]
    pub(crate) fn anchors_only(self) -> Self {
        Openings(self.0 & ANCHORS)
    }

    /// Without longer shapes.
    #[inline]
    pub(crate) fn without_first(self) -> Self {
        Openings(self.0 & !FIRST)
    }

    /// Whether it may be a shape, of one group or more.
    #[inline]
    pub(crate) fn shape(self) -> bool {
        self.0 & (WHOLE | FIRST) != 0
    }
}

/// What a run may begin that nothing names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unnamed {
    /// All but longer shapes.
    pub now: Openings,
    /// The lengths that the next run must have for it to begin a longer shape, as bits.
    pub seconds: u64,
}

impl Unnamed {
    /// What is left when the run goes on behind another: only anchors.
    #[inline(always)]
    pub(crate) fn anchors_only(self) -> Self {
        Unnamed {
            now: self.now.anchors_only(),
            seconds: 0,
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
    gate: Gate,
}

impl Default for Shapes {
    fn default() -> Self {
        Shapes {
            nodes: vec![Node::default()],
            free: Vec::new(),
            free_leads: [false; 256],
            anchors: Vec::new(),
            gate: Gate::default(),
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
        let naming = match named_only {
            true => Naming::Required,
            false => Naming::Optional,
        };
        match groups.as_slice() {
            [length] => self.gate.open(*length, opens(WHOLE), naming),
            [first, second, ..] => {
                let opens = Opens {
                    bits: FIRST,
                    seconds: 1 << second,
                    split_seconds: u64::from(writing.may_split) << second,
                };
                self.gate.open(*first, opens, naming);
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
        self.free_leads[usize::from(lead)] = true;
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
        let bit = 1_u64 << self.anchors.len();
        self.anchors.push(rule);
        for byte in before {
            self.gate.before[usize::from(*byte)] |= bit;
        }
        for byte in after {
            self.gate.after[usize::from(*byte)] |= bit;
        }
        for length in runs.0..=runs.1 {
            self.gate.open(length, opens(bit), naming);
        }
        Some(())
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

    /// Whether a free shape may begin with a digit behind a byte.
    #[inline]
    pub(crate) fn leads_free(&self, before: u8, first: u8) -> bool {
        self.free_leads[usize::from(first)] | (before == b'+' && self.free_leads[usize::from(b'+')])
    }

    /// The free shapes that may begin with a digit behind a byte.
    pub(crate) fn free(&self, before: u8, first: u8) -> impl Iterator<Item = &Free> {
        self.free
            .iter()
            .filter(move |free| free.lead == first || free.lead == before)
    }

    /// What a run of this length between these bytes may begin when nothing names it.
    #[inline(always)]
    pub(crate) fn unnamed(&self, length: u32, beside: (u8, u8)) -> Unnamed {
        let opens = &self.gate.unnamed[length as usize & (LENGTHS - 1)];
        let bits = opens.bits & self.gate.beside(beside);
        Unnamed {
            now: Openings(bits & !FIRST),
            // All ones when the bit of longer shapes is set.
            seconds: opens.seconds_behind(self.gate.between(beside.1))
                & (bits >> FIRST.trailing_zeros() & 1).wrapping_neg(),
        }
    }

    /// What a run of this length between these bytes may begin, when the next run has a length; without what must be named
    /// when nothing can name it.
    #[inline]
    pub(crate) fn openings(
        &self,
        (length, next): (u32, u32),
        beside: (u8, u8),
        naming: Naming,
    ) -> Openings {
        let by_length = match naming {
            Naming::Optional => &self.gate.by_length,
            Naming::Required => &self.gate.unnamed,
        };
        let opens = &by_length[length as usize & (LENGTHS - 1)];
        let seconds = opens.seconds_behind(self.gate.between(beside.1));
        // The bit of longer shapes stays when the next length is among the second ones.
        let goes_on = seconds >> (next & 63) & 1;
        let bits = opens.bits & !FIRST | goes_on << FIRST.trailing_zeros();
        Openings(bits & self.gate.beside(beside))
    }

    /// The rules that are anchored at a run.
    #[inline]
    pub(crate) fn anchored(&self, openings: Openings) -> AnchoredRules<'_> {
        AnchoredRules {
            bits: openings.0 & ANCHORS,
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

    const WRITING: Writing = Writing {
        naming: Naming::Optional,
        may_split: true,
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
                .anchored(shapes.openings((length, 0), (before, after), Naming::Optional))
                .collect::<Vec<_>>()
        };
        assert_eq!(rules(2, b'E', b' '), [7]);
        assert_eq!(rules(2, b' ', b'.'), [8]);
        assert_eq!(rules(4, b' ', b'.'), [] as [u16; 0]);
    }
}
