//! RC4, which the older formats of Office are encrypted with.

/// A stream of bytes that text is mixed with.
pub(super) struct Rc4 {
    state: [u8; 256],
    first: u8,
    second: u8,
}

impl Rc4 {
    /// The stream of a key.
    pub(super) fn new(key: &[u8]) -> Rc4 {
        let mut state = std::array::from_fn(|at| at as u8);
        let mut other = 0u8;
        for (at, key) in (0..256).zip(key.iter().cycle()) {
            let here: u8 = state.get(at).copied().unwrap_or_default();
            other = other.wrapping_add(here).wrapping_add(*key);
            state.swap(at, usize::from(other));
        }
        Rc4 {
            state,
            first: 0,
            second: 0,
        }
    }

    fn at(&self, at: u8) -> u8 {
        self.state.get(usize::from(at)).copied().unwrap_or_default()
    }

    /// The next byte of the stream.
    pub(super) fn next(&mut self) -> u8 {
        self.first = self.first.wrapping_add(1);
        self.second = self.second.wrapping_add(self.at(self.first));
        let (first, second) = (usize::from(self.first), usize::from(self.second));
        self.state.swap(first, second);
        self.at(self.at(self.first).wrapping_add(self.at(self.second)))
    }

    /// The bytes, mixed with the stream.
    pub(super) fn mix(&mut self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().map(|byte| byte ^ self.next()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of Wikipedia's article, which are those of the first publication.
    #[test]
    fn gives_the_known_streams() {
        let mixed = Rc4::new(b"Key").mix(b"Plaintext");
        assert_eq!(
            mixed,
            [0xBB, 0xF3, 0x16, 0xE8, 0xD9, 0x40, 0xAF, 0x0A, 0xD3]
        );
        let mixed = Rc4::new(b"Wiki").mix(b"pedia");
        assert_eq!(mixed, [0x10, 0x21, 0xBF, 0x04, 0x20]);
    }
}
