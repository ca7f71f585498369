//! What a run of digits may begin, as one set of bits told by its length, its first digit and the bytes beside it.
//!
//! Each table gives the bits that one of these allows; what all allow is left. So cost does not grow with the number of
//! rules, and nearly all runs are nothing after four look-ups.

use crate::shapes::Naming;

/// A shape of one group.
const WHOLE: u64 = 1 << 63;
/// The first group of a longer shape.
const FIRST: u64 = 1 << 62;
/// A free shape that begins with this digit.
const FREE: u64 = 1 << 61;
/// A free shape behind a plus sign.
const PLUS: u64 = 1 << 60;
/// A mark stands before that binds the run to digits before it.
const INNER: u64 = 1 << 59;
/// A longer shape may go on: a mark or space stands behind.
const MARK: u64 = 1 << 58;
/// The same for shapes whose groups may stand in different lines or cells: the end of one stands behind.
const BREAK: u64 = 1 << 57;
/// Ten digits without their leading zero.
const LOST_ZERO: u64 = 1 << 56;
const ANCHORS: u64 = LOST_ZERO - 1;

/// Lengths have six bits, so that tables by length need no bounds.
const LENGTHS: usize = 64;
/// The length of ten digits without their leading zero.
const WITHOUT_ZERO: u32 = 9;

/// What runs of one length may begin.
#[derive(Clone, Copy, Debug)]
struct Opens {
    bits: u64,
    /// The lengths of the second groups of longer shapes, as bits.
    seconds: u64,
    /// The same for those whose groups may stand in different lines or cells.
    split_seconds: u64,
}

/// What a run may begin, once the length of the next one is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    bits: u64,
    /// The lengths that the next run must have for a longer shape to begin, as bits.
    seconds: u64,
}

impl Asked {
    /// Whether a longer shape may begin when the next run has a length.
    #[inline]
    pub(crate) fn goes_on(self, next: u32) -> bool {
        self.seconds >> (next & 63) & 1 == 1
    }

    /// What is left when the next run has a length, or none is near (0). When a mark stands before it that binds it to
    /// digits right before the mark (`is_bound`), it is nothing but an anchor.
    #[inline]
    pub(crate) fn openings(self, next: u32, is_bound: bool) -> Openings {
        if is_bound && self.bits & INNER != 0 {
            return Openings(self.bits & ANCHORS);
        }
        let longer = u64::from(self.goes_on(next)) << FIRST.trailing_zeros();
        Openings(self.bits & !INNER | longer)
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

    /// Without longer shapes.
    #[inline]
    pub(crate) fn without_first(self) -> Self {
        Openings(self.0 & !FIRST)
    }

    /// Without shapes of any number of groups.
    #[inline]
    pub(crate) fn without_shape(self) -> Self {
        Openings(self.0 & !(WHOLE | FIRST))
    }

    /// Whether it may be a shape, of one group or more.
    #[inline]
    pub(crate) fn shape(self) -> bool {
        self.0 & (WHOLE | FIRST) != 0
    }

    /// Whether it may be a free shape.
    #[inline]
    pub(crate) fn free(self) -> bool {
        self.0 & (FREE | PLUS) != 0
    }

    /// Whether it may be ten digits without their leading zero.
    #[inline]
    pub(crate) fn lost_zero(self) -> bool {
        self.0 & LOST_ZERO != 0
    }

    /// The numbers of anchors, as bits.
    #[inline]
    pub(crate) fn anchors(self) -> u64 {
        self.0 & ANCHORS
    }

    /// Without an anchor.
    #[inline]
    pub(crate) fn without_anchor(self, number: u32) -> Self {
        Openings(self.0 & !(1 << number))
    }
}

/// The tables.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    before: Box<[u64; 256]>,
    first: Box<[u64; 256]>,
    after: Box<[u64; 256]>,
    by_length: Box<[Opens; LENGTHS]>,
    /// The same without what must be named.
    unnamed: Box<[Opens; LENGTHS]>,
}

impl Default for Tables {
    fn default() -> Self {
        let none = Opens {
            bits: FREE | PLUS | INNER,
            seconds: 0,
            split_seconds: 0,
        };
        let mut by_length = [none; LENGTHS];
        // Only a heading can tell that a zero was lost.
        by_length[WITHOUT_ZERO as usize].bits |= LOST_ZERO;
        Tables {
            before: Box::new(std::array::from_fn(|byte| allowed_before(byte as u8))),
            first: Box::new([!FREE; 256]),
            after: Box::new(std::array::from_fn(|byte| allowed_after(byte as u8))),
            by_length: Box::new(by_length),
            unnamed: Box::new([none; LENGTHS]),
        }
    }
}

fn allowed_before(byte: u8) -> u64 {
    let shapes = match byte {
        b'%' | b'$' => 0,
        _ => WHOLE | MARK | BREAK,
    };
    let inner = match byte {
        b'.' | b'-' | b'+' | b'/' | b'#' => INNER,
        _ => 0,
    };
    shapes | inner | FREE | LOST_ZERO
}

fn allowed_after(byte: u8) -> u64 {
    let whole = match byte {
        b'%' | b'@' => 0,
        byte if byte.is_ascii_alphabetic() => 0,
        _ => WHOLE,
    };
    let longer = match byte {
        b'-' | b'+' | b' ' | b'/' | b'.' | 0xC2 | 0xE2 | 0xEF => MARK,
        b'\n' | b'\r' | b'\t' | b';' | b',' | b'|' => BREAK,
        _ => 0,
    };
    whole | longer | FREE | PLUS | INNER | LOST_ZERO
}

impl Tables {
    fn each(&mut self, length: u8, naming: Naming, add: impl Fn(&mut Opens)) {
        let length = usize::from(length) & (LENGTHS - 1);
        add(&mut self.by_length[length]);
        if naming == Naming::Optional {
            add(&mut self.unnamed[length]);
        }
    }

    /// Adds a shape of one group.
    pub(crate) fn add_whole(&mut self, length: u8, naming: Naming) {
        self.each(length, naming, |opens| opens.bits |= WHOLE);
    }

    /// Adds the first two groups of a longer shape.
    pub(crate) fn add_first(&mut self, (first, second): (u8, u8), naming: Naming, may_split: bool) {
        self.each(first, naming, |opens| {
            opens.bits |= MARK | BREAK;
            opens.seconds |= 1 << second;
            opens.split_seconds |= u64::from(may_split) << second;
        });
    }

    /// Adds the digit or the sign that a free shape begins with.
    pub(crate) fn add_free(&mut self, lead: u8) {
        match lead {
            b'+' => self.before[usize::from(lead)] |= PLUS,
            digit => self.first[usize::from(digit)] |= FREE,
        }
    }

    /// Adds an anchor: runs of some length with certain bytes beside them.
    pub(crate) fn add_anchor(
        &mut self,
        number: u32,
        runs: (u8, u8),
        (before, after): (&[u8], &[u8]),
        naming: Naming,
    ) {
        let bit = 1 << number & ANCHORS;
        for byte in before {
            self.before[usize::from(*byte)] |= bit;
        }
        for byte in after {
            self.after[usize::from(*byte)] |= bit;
        }
        for length in runs.0..=runs.1 {
            self.each(length, naming, |opens| opens.bits |= bit);
        }
    }

    /// What a run may begin by its length and its bytes: the one before it, its first, and the one behind it. What must be
    /// named is left out when nothing can name it.
    #[inline]
    pub(crate) fn ask(
        &self,
        length: u32,
        (before, first, after): (u8, u8, u8),
        naming: Naming,
    ) -> Asked {
        let by_length = match naming {
            Naming::Optional => &self.by_length,
            Naming::Required => &self.unnamed,
        };
        let opens = &by_length[length as usize & (LENGTHS - 1)];
        let bits = opens.bits
            & self.before[usize::from(before)]
            & self.first[usize::from(first)]
            & self.after[usize::from(after)];
        // All ones where a bit is set.
        let all = |bit: u64| (bits >> bit.trailing_zeros() & 1).wrapping_neg();
        Asked {
            bits: bits & !(MARK | BREAK),
            seconds: opens.seconds & all(MARK) | opens.split_seconds & all(BREAK),
        }
    }
}
