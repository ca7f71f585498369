//! Fields of frames: little-endian numbers of fixed width, and bytes after their length in four.

/// The other end sent what the protocol does not allow; the text names the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("protocol violation: {0}")]
pub(crate) struct Violation(pub &'static str);

/// The length of the longest list or text that fits a frame is checked by its writer, so that lengths fit four bytes.
pub(crate) fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    to.extend_from_slice(&length.to_le_bytes());
    to.extend_from_slice(bytes);
}

pub(crate) fn put_u32(to: &mut Vec<u8>, number: u32) {
    to.extend_from_slice(&number.to_le_bytes());
}

pub(crate) fn put_u64(to: &mut Vec<u8>, number: u64) {
    to.extend_from_slice(&number.to_le_bytes());
}

/// A number that may be missing: a flag and the number.
pub(crate) fn put_optional(to: &mut Vec<u8>, number: Option<u32>) {
    to.push(u8::from(number.is_some()));
    put_u32(to, number.unwrap_or(0));
}

/// The longest [`Fields::code`].
const MOST_CODE: usize = 64;

/// The name of a format or decoder as [`Fields::code`] takes it: other characters become `-`.
pub(crate) fn put_code(to: &mut Vec<u8>, code: &str) {
    let lower = code
        .bytes()
        .take(MOST_CODE)
        .map(|byte| byte.to_ascii_lowercase());
    let plain = |byte: u8| if is_code(byte) { byte } else { b'-' };
    put_bytes(to, &lower.map(plain).collect::<Vec<u8>>());
}

fn is_code(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.+/".contains(&byte)
}

/// What is left to read of a frame.
pub(crate) struct Fields<'a>(pub &'a [u8]);

impl<'a> Fields<'a> {
    pub(crate) fn take(
        &mut self,
        length: usize,
        what: &'static str,
    ) -> Result<&'a [u8], Violation> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Violation(what))?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], Violation> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(Violation(what))?;
        self.0 = rest;
        Ok(*taken)
    }

    pub(crate) fn u8(&mut self, what: &'static str) -> Result<u8, Violation> {
        self.array::<1>(what).map(|[byte]| byte)
    }

    pub(crate) fn u32(&mut self, what: &'static str) -> Result<u32, Violation> {
        self.array(what).map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self, what: &'static str) -> Result<u64, Violation> {
        self.array(what).map(u64::from_le_bytes)
    }

    pub(crate) fn i64(&mut self, what: &'static str) -> Result<i64, Violation> {
        self.array(what).map(i64::from_le_bytes)
    }

    pub(crate) fn flag(&mut self, what: &'static str) -> Result<bool, Violation> {
        match self.u8(what)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Violation(what)),
        }
    }

    pub(crate) fn optional(&mut self, what: &'static str) -> Result<Option<u32>, Violation> {
        let there = self.flag(what)?;
        let number = self.u32(what)?;
        Ok(there.then_some(number))
    }

    pub(crate) fn bytes(&mut self, most: usize, what: &'static str) -> Result<&'a [u8], Violation> {
        let length = self.u32(what)? as usize;
        if length > most {
            return Err(Violation(what));
        }
        self.take(length, what)
    }

    pub(crate) fn text(&mut self, most: usize, what: &'static str) -> Result<&'a str, Violation> {
        std::str::from_utf8(self.bytes(most, what)?).map_err(|_| Violation(what))
    }

    /// A code of ours: lower-case ASCII letters, digits and `-_.+/`.
    pub(crate) fn code(&mut self, what: &'static str) -> Result<&'a str, Violation> {
        let code = self.text(MOST_CODE, what)?;
        if code.bytes().all(is_code) {
            Ok(code)
        } else {
            Err(Violation(what))
        }
    }

    pub(crate) fn end(&self, what: &'static str) -> Result<(), Violation> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Violation(what))
        }
    }
}
