//! Groups of digits as people write a long number: `925 116 737 6`, `1234-567`, `12.345`.
//!
//! The digit walker follows shapes that a rule lists. Where any grouping is right, a rule asks for the first group, and its
//! validator reads the rest of the number from the text behind it.

/// The most digits that are read.
pub const MOST: usize = 16;

/// Digits read from a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    digits: [u8; MOST],
    count: usize,
    /// Bytes of the text up to the end of the last group.
    pub end: usize,
}

impl Groups {
    /// The ASCII digits.
    pub fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or_default()
    }

    fn push(&mut self, group: &[u8], end: usize) -> Option<()> {
        let slots = self.digits.get_mut(self.count..self.count + group.len())?;
        slots.copy_from_slice(group);
        self.count += group.len();
        self.end = end;
        Some(())
    }
}

/// Reads groups from the start of a text, one separator between two, and gives the longest row of whole groups that
/// `fits`. Which bytes may stand before the first group and which between two is for the caller to say.
pub fn read(
    text: &str,
    (first, between): (&[u8], &[u8]),
    fits: impl Fn(&[u8]) -> bool,
) -> Option<Groups> {
    let bytes = text.as_bytes();
    let mut groups = Groups::default();
    let mut best = None;
    let mut at = 0;
    loop {
        let allowed = if groups.count == 0 { first } else { between };
        let start = at + separator(bytes, at, allowed);
        let digits = run(bytes, start);
        if digits == 0 || start == at && groups.count > 0 {
            break;
        }
        at = start + digits;
        if groups.push(bytes.get(start..at)?, at).is_none() {
            break;
        }
        let is_longer = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        if !is_longer && fits(groups.digits()) {
            best = Some(groups);
        }
    }
    best
}

/// The bytes of one mark with a space on either side, or of one or two spaces; more are the gap between two columns.
fn separator(bytes: &[u8], at: usize, allowed: &[u8]) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let mut length = 0;
    let mut marks = 0;
    while let Some(byte) = rest.get(length).filter(|_| length < 3) {
        let is_mark = *byte != b' ';
        if !allowed.contains(byte) || is_mark && marks > 0 {
            break;
        }
        marks += usize::from(is_mark);
        length += 1;
    }
    if length == 3 && marks == 0 { 0 } else { length }
}

fn run(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits_of(text: &str, length: usize) -> Option<(String, usize)> {
        let found = read(text, (b" -,", b" -."), |digits| digits.len() == length)?;
        Some((
            String::from_utf8_lossy(found.digits()).into_owned(),
            found.end,
        ))
    }

    #[test]
    fn reads_any_grouping_up_to_the_length_that_fits() {
        for text in [
            "-308 54 45",
            " 3085445",
            ",3085-445",
            "-308.54.45 12 000 kr",
        ] {
            let (digits, end) = digits_of(text, 7).expect(text);
            assert_eq!(digits, "3085445");
            assert!(end <= 10);
        }
    }

    #[test]
    fn cuts_no_group_and_passes_no_word() {
        for text in [
            "-12345678",
            "-308 54",
            " 3085445x",
            "kr 3085445",
            "-308  -- 5445",
            "-308   5445",
            "",
        ] {
            assert_eq!(digits_of(text, 7), None, "{text}");
        }
    }
}
