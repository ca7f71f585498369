//! Keyed hashes of identities.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sporhund_model::{Fingerprint, IdentityKind};

/// The key of all fingerprints in one store.
#[derive(Clone)]
pub struct Key {
    id: u32,
    origin: u32,
    state: Hmac<Sha256>,
    /// Keys that came later: each hashes what the one before gave.
    further: Vec<Hmac<Sha256>>,
}

impl Key {
    /// A key from its name and its 32 bytes.
    pub fn new(id: u32, bytes: &[u8; 32]) -> Self {
        Key {
            id,
            origin: id,
            state: state_of(bytes),
            further: Vec::new(),
        }
    }

    /// A key that was changed: its name, that of the first key, and the bytes of all, the oldest first.
    pub fn chained(id: u32, origin: u32, parts: &[[u8; 32]]) -> Self {
        let (first, further) = parts.split_first().unwrap_or((&[0; 32], &[]));
        Key {
            id,
            origin,
            state: state_of(first),
            further: further.iter().map(state_of).collect(),
        }
    }

    /// The name of the first key: a change of keys asks for no file to be read again.
    pub fn origin(&self) -> u32 {
        self.origin
    }

    /// A short name of the key, to tell two stores' fingerprints apart.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The fingerprint of an identity in normal form.
    pub fn fingerprint(&self, kind: IdentityKind, normal: &str) -> Fingerprint {
        let mut state = self.state.clone();
        state.update(kind.as_str().as_bytes());
        state.update(&[0]);
        state.update(normal.as_bytes());
        let code = state.finalize().into_bytes();
        let mut mac = [0; 16];
        mac.copy_from_slice(&code[..16]);
        for state in &self.further {
            let mut state = state.clone();
            state.update(&mac);
            mac.copy_from_slice(&state.finalize().into_bytes()[..16]);
        }
        Fingerprint { key: self.id, mac }
    }
}

/// A key of the block's size or less is taken as it is, so this cannot fail; an empty one stands in if it did.
fn state_of(bytes: &[u8; 32]) -> Hmac<Sha256> {
    <Hmac<Sha256> as KeyInit>::new_from_slice(bytes)
        .unwrap_or_else(|_| KeyInit::new(&hmac::digest::array::Array::default()))
}

impl std::fmt::Debug for Key {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "Key({:08x})", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_keys_share_no_fingerprint() {
        let (one, other) = (Key::new(1, &[1; 32]), Key::new(2, &[2; 32]));
        let of = |key: &Key| key.fingerprint(IdentityKind::SePerson, "198112189876");
        assert_eq!(of(&one), of(&one));
        assert_ne!(of(&one), of(&other));
        assert_ne!(
            of(&one).mac,
            one.fingerprint(IdentityKind::DkPerson, "198112189876").mac
        );
    }
}
