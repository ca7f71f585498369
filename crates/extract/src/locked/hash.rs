//! Hashes and block ciphers by the names that documents call them.

use aes::cipher::{Array, BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};
use md5::Digest;

/// Bytes of a block of AES.
const BLOCK: usize = 16;

/// A hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// By the name in the XML of a document.
    pub(super) fn named(name: &str) -> Option<Hash> {
        let name = name.replace('-', "").to_ascii_uppercase();
        Some(match name.as_str() {
            "MD5" => Hash::Md5,
            "SHA1" => Hash::Sha1,
            "SHA256" => Hash::Sha256,
            "SHA384" => Hash::Sha384,
            "SHA512" => Hash::Sha512,
            _ => return None,
        })
    }

    /// The hash of the parts, one behind the other.
    pub(super) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn all<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            for part in parts {
                digest.update(part);
            }
            digest.finalize().to_vec()
        }
        match self {
            Hash::Md5 => all::<md5::Md5>(parts),
            Hash::Sha1 => all::<sha1::Sha1>(parts),
            Hash::Sha256 => all::<sha2::Sha256>(parts),
            Hash::Sha384 => all::<sha2::Sha384>(parts),
            Hash::Sha512 => all::<sha2::Sha512>(parts),
        }
    }

    /// Salt and password, hashed again so many times.
    pub(super) fn spin(self, salt: &[u8], password: &[u8], times: u32) -> Vec<u8> {
        let first = self.of(&[salt, password]);
        (0..times).fold(first, |hash, at| self.of(&[&at.to_le_bytes(), &hash]))
    }
}

enum Cipher {
    Aes128(Aes128),
    Aes192(Aes192),
    Aes256(Aes256),
}

impl Cipher {
    fn new(key: &[u8]) -> Option<Cipher> {
        Some(match key.len() {
            16 => Cipher::Aes128(Aes128::new_from_slice(key).ok()?),
            24 => Cipher::Aes192(Aes192::new_from_slice(key).ok()?),
            32 => Cipher::Aes256(Aes256::new_from_slice(key).ok()?),
            _ => return None,
        })
    }

    fn decrypt(&self, block: [u8; BLOCK]) -> [u8; BLOCK] {
        let mut block = Array::from(block);
        match self {
            Cipher::Aes128(cipher) => cipher.decrypt_block(&mut block),
            Cipher::Aes192(cipher) => cipher.decrypt_block(&mut block),
            Cipher::Aes256(cipher) => cipher.decrypt_block(&mut block),
        }
        block.into()
    }
}

/// Each block for itself (ECB); what is no whole block is left out. `None` for a key of a length that AES does not have.
pub(super) fn decrypt_blocks(key: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let cipher = Cipher::new(key)?;
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    Some(
        blocks
            .iter()
            .flat_map(|block| cipher.decrypt(*block))
            .collect(),
    )
}

/// Each block with the one before (CBC), the first with `start`.
pub(super) fn decrypt_chain(key: &[u8], start: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let cipher = Cipher::new(key)?;
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let mut before = [0; BLOCK];
    for (to, from) in before.iter_mut().zip(start) {
        *to = *from;
    }
    let mut out = Vec::with_capacity(bytes.len());
    for block in blocks {
        let plain = cipher.decrypt(*block);
        out.extend(plain.iter().zip(before).map(|(byte, before)| byte ^ before));
        before = *block;
    }
    Some(out)
}
