//! Values in as few bytes as they need: numbers of varying length, text behind its length.
//!
//! What is read back may be damaged, so that every read can fail and no length is believed before the bytes are there.

use jiff::Timestamp;
use jiff::civil::Date;

/// Bytes that values are added to.
#[derive(Debug, Default)]
pub(crate) struct Packer(pub(crate) Vec<u8>);

impl Packer {
    /// Seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Small numbers are short, whatever their sign.
    pub(crate) fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)) as u64);
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Where a value stands in the list of all.
    pub(crate) fn one_of<T: PartialEq>(&mut self, all: &[T], value: &T) {
        let at = all.iter().position(|one| one == value);
        self.number(at.unwrap_or(all.len()) as u64);
    }

    pub(crate) fn date(&mut self, date: Date) {
        self.signed(i64::from(date.year()));
        self.0.extend([date.month() as u8, date.day() as u8]);
    }

    pub(crate) fn time(&mut self, time: Timestamp) {
        self.signed(time.as_second());
        self.signed(i64::from(time.subsec_nanosecond()));
    }

    /// A mark that says whether a value is there, and the value.
    pub(crate) fn maybe<T>(&mut self, value: Option<T>, put: impl FnOnce(&mut Self, T)) {
        self.0.push(u8::from(value.is_some()));
        if let Some(value) = value {
            put(self, value);
        }
    }

    pub(crate) fn list<T>(
        &mut self,
        values: impl ExactSizeIterator<Item = T>,
        mut put: impl FnMut(&mut Self, T),
    ) {
        self.number(values.len() as u64);
        values.for_each(|value| put(self, value));
    }
}

/// Bytes that values are taken from, in the order in which they were added.
#[derive(Debug)]
pub(crate) struct Unpacker<'a>(pub(crate) &'a [u8]);

impl<'a> Unpacker<'a> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.exactly(length)
    }

    pub(crate) fn exactly(&mut self, length: usize) -> Option<&'a [u8]> {
        let (found, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(found)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(usize::try_from(self.number()?).ok()?).copied()
    }

    pub(crate) fn date(&mut self) -> Option<Date> {
        let year = i16::try_from(self.signed()?).ok()?;
        let (month, day) = (self.byte()?, self.byte()?);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    pub(crate) fn time(&mut self) -> Option<Timestamp> {
        let second = self.signed()?;
        let nanosecond = i32::try_from(self.signed()?).ok()?;
        Timestamp::new(second, nanosecond).ok()
    }

    /// `None` when it cannot be read, `Some(None)` when there is no value.
    #[expect(
        clippy::option_option,
        reason = "damaged, absent and present are three cases"
    )]
    pub(crate) fn maybe<T>(
        &mut self,
        take: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            _ => Some(Some(take(self)?)),
        }
    }

    pub(crate) fn list<T>(
        &mut self,
        mut take: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| take(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_was_packed_comes_back() {
        let mut packer = Packer::default();
        let numbers = [0, 1, 127, 128, 1 << 40, u64::MAX];
        packer.list(numbers.iter(), |to, number| to.number(*number));
        let signed = [0, -1, 1, i64::MIN, i64::MAX];
        packer.list(signed.iter(), |to, number| to.signed(*number));
        packer.text("åäö");
        packer.maybe(Some(date(2026, 11, 29)), Packer::date);
        packer.maybe(None, Packer::date);
        packer.time(Timestamp::MIN);
        packer.one_of(&["a", "b"], &"b");
        let mut from = Unpacker(&packer.0);
        assert_eq!(from.list(Unpacker::number).unwrap(), numbers);
        assert_eq!(from.list(Unpacker::signed).unwrap(), signed);
        assert_eq!(from.text(), Some("åäö"));
        assert_eq!(from.maybe(Unpacker::date), Some(Some(date(2026, 11, 29))));
        assert_eq!(from.maybe(Unpacker::date), Some(None));
        assert_eq!(from.time(), Some(Timestamp::MIN));
        assert_eq!(from.one_of(&["a", "b"]), Some("b"));
        assert_eq!(from.byte(), None);
    }

    #[test]
    fn damaged_bytes_give_nothing() {
        for bytes in [&[][..], &[0xff; 12], &[9, b'a'], &[2, 0xc3, 0x28]] {
            assert_eq!(Unpacker(bytes).text(), None);
        }
        assert_eq!(Unpacker(&[0xff, 0xff, 0x03, 1]).list(Unpacker::byte), None);
    }
}
