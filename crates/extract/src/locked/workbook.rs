//! Encrypted workbooks of the older kind: their records are encrypted one by one (MS-XLS 2.2.10, MS-OFFCRYPTO 2.3.5 and 2.3.6).

use super::hash::Hash;
use super::rc4::Rc4;
use crate::decoder::DecodeError;
use crate::ole::bytes::{slice, u16_at, u32_at};

/// Says how what follows is encrypted.
const FILE_PASS: u16 = 0x002F;
/// Says what sheets there are; where they begin is not encrypted.
const BOUND_SHEET: u16 = 0x0085;
/// Records that are never encrypted.
const PLAIN: [u16; 10] = [
    0x0009, 0x0209, 0x0409, 0x0809, FILE_PASS, 0x00E1, 0x0138, 0x0194, 0x0195, 0x0196,
];
/// Bytes that are encrypted with one key.
const BLOCK: usize = 1024;

/// How the keys of blocks are made.
enum Keys {
    /// Of the hash of the password, by MD5 (2.3.6.2).
    Old(Vec<u8>),
    /// By SHA-1, with so many bytes that count (2.3.5.2).
    CryptoApi(Vec<u8>, usize),
}

impl Keys {
    fn stream(&self, block: u32) -> Rc4 {
        let block = block.to_le_bytes();
        match self {
            Keys::Old(hash) => Rc4::new(&Hash::Md5.of(&[hash, &block])),
            Keys::CryptoApi(hash, length) => {
                let mut key = Hash::Sha1.of(&[hash, &block]);
                key.truncate(*length);
                if *length == 5 {
                    key.resize(16, 0);
                }
                Rc4::new(&key)
            }
        }
    }

    /// Whether the password is the right one.
    fn fit(&self, verifier: &[u8], value: &[u8]) -> bool {
        let mut stream = self.stream(0);
        let verifier = stream.mix(verifier);
        let value = stream.mix(value);
        let hash = match self {
            Keys::Old(_) => Hash::Md5,
            Keys::CryptoApi(..) => Hash::Sha1,
        };
        hash.of(&[&verifier]) == value
    }

    /// The keys by the record, when the password is the one that is tried.
    fn read(body: &[u8]) -> Option<Keys> {
        let password = super::password();
        match (u16_at(body, 0), u16_at(body, 2)) {
            (1, 1) => {
                let hash = Hash::Md5.of(&[&password]);
                let once = [slice(&hash, 0, 5), slice(body, 6, 16)].concat();
                let mut hash = Hash::Md5.of(&[&once.repeat(16)]);
                hash.truncate(5);
                let keys = Keys::Old(hash);
                keys.fit(slice(body, 22, 16), slice(body, 38, 16))
                    .then_some(keys)
            }
            (1, 2..=4) => {
                let header_size = u32_at(body, 10) as usize;
                let bits = u32_at(slice(body, 14, header_size), 16);
                let verifier = slice(body, 14usize.checked_add(header_size)?, 60);
                let hash = Hash::Sha1.of(&[slice(verifier, 4, 16), &password]);
                // No size means 40 bits.
                let length = if bits == 0 { 5 } else { bits as usize / 8 };
                let keys = Keys::CryptoApi(hash, length.min(16));
                keys.fit(slice(verifier, 20, 16), slice(verifier, 40, 20))
                    .then_some(keys)
            }
            _ => None,
        }
    }
}

/// Makes an encrypted workbook stream plain; another is left as it is.
///
/// # Errors
/// [`DecodeError::Encrypted`] when its password is not the one that is tried.
pub(crate) fn unlock(stream: &mut [u8]) -> Result<(), DecodeError> {
    let Some(found) = find_file_pass(stream) else {
        return Ok(());
    };
    let body = slice(stream, found + 4, usize::from(u16_at(stream, found + 2)));
    let keys = Keys::read(body).ok_or(DecodeError::Encrypted)?;
    // Whoever reads the records finds nothing of it.
    if let Some(kind) = stream.get_mut(found..found + 2) {
        kind.fill(0xFF);
    }
    let mut mixer = Mixer {
        keys,
        block: None,
        at: 0,
    };
    let mut at = found + 4 + usize::from(u16_at(stream, found + 2));
    while at + 4 <= stream.len() {
        let (kind, length) = (u16_at(stream, at), usize::from(u16_at(stream, at + 2)));
        let plain = match kind {
            _ if PLAIN.contains(&kind) => length,
            BOUND_SHEET => length.min(4),
            _ => 0,
        };
        let end = (at + 4 + length).min(stream.len());
        let from = (at + 4 + plain).min(end);
        mixer.mix(stream, from..end);
        at += 4 + length;
    }
    Ok(())
}

fn find_file_pass(stream: &[u8]) -> Option<usize> {
    let mut at = 0;
    // It stands among the first records.
    for _ in 0..16 {
        if at + 4 > stream.len() {
            return None;
        }
        if u16_at(stream, at) == FILE_PASS {
            return Some(at);
        }
        at += 4 + usize::from(u16_at(stream, at + 2));
    }
    None
}

/// Goes through a stream once, block by block.
struct Mixer {
    keys: Keys,
    block: Option<(u32, Rc4)>,
    /// The byte of the stream that the block's own stands at.
    at: usize,
}

impl Mixer {
    fn mix(&mut self, stream: &mut [u8], range: std::ops::Range<usize>) {
        for at in range {
            let key = self.key_of(at);
            if let Some(byte) = stream.get_mut(at) {
                *byte ^= key;
            }
        }
    }

    fn key_of(&mut self, at: usize) -> u8 {
        let number = (at / BLOCK) as u32;
        if self
            .block
            .as_ref()
            .is_none_or(|(block, _)| *block != number)
        {
            self.block = Some((number, self.keys.stream(number)));
            self.at = at / BLOCK * BLOCK;
        }
        let Some((_, stream)) = &mut self.block else {
            return 0;
        };
        while self.at < at {
            stream.next();
            self.at += 1;
        }
        self.at += 1;
        stream.next()
    }
}
