//! The older encryption of OOXML, described in binary (MS-OFFCRYPTO 2.3.4.5 to 2.3.4.9).

use super::hash::{Hash, decrypt_blocks};
use crate::ole::bytes::{slice, u32_at};

/// Rounds of hashing (2.3.4.7).
const ROUNDS: u32 = 50_000;
/// The flag of AES.
const AES: u32 = 0x20;
/// Bytes of a hash of this kind.
const HASH: usize = 20;

/// Reads the description, and tries the password: the key, when it is the one.
pub(super) fn unlock(info: &[u8]) -> Option<Vec<u8>> {
    let header_size = u32_at(info, 8) as usize;
    let header = slice(info, 12, header_size);
    if u32_at(header, 0) & AES == 0 {
        return None;
    }
    let key_bytes = u32_at(header, 16) as usize / 8;
    let verifier = slice(
        info,
        12usize.checked_add(header_size)?,
        4 + 16 + 16 + 4 + 32,
    );
    let key = make_key(slice(verifier, 4, 16), key_bytes);
    let input = decrypt_blocks(&key, slice(verifier, 20, 16))?;
    let value = decrypt_blocks(&key, slice(verifier, 40, 32))?;
    (value.get(..HASH)? == Hash::Sha1.of(&[&input])).then_some(key)
}

fn make_key(salt: &[u8], length: usize) -> Vec<u8> {
    let spun = Hash::Sha1.spin(salt, &super::password(), ROUNDS);
    let last = Hash::Sha1.of(&[&spun, &[0; 4]]);
    let half = |fill: u8| {
        let mut block = [fill; 64];
        for (to, from) in block.iter_mut().zip(&last) {
            *to ^= from;
        }
        Hash::Sha1.of(&[&block])
    };
    let mut key = [half(0x36), half(0x5C)].concat();
    key.truncate(length);
    key
}
