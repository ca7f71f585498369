//! The newer encryption of OOXML, described in XML (MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::hash::{Hash, decrypt_chain};
use crate::office::xml::{Start, Token, Xml};

/// Rounds of hashing; Office writes 100,000, and a file must not cost more than a second.
const MAX_ROUNDS: u32 = 1_000_000;
/// Bytes that are encrypted together.
const SEGMENT: usize = 4096;
/// What is hashed in for each key (2.3.4.13).
const INPUT: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
const VALUE: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

/// How something is encrypted.
#[derive(Debug)]
struct Settings {
    hash: Hash,
    salt: Vec<u8>,
    key_bytes: usize,
    block: usize,
}

impl Settings {
    fn read(start: &Start<'_>) -> Option<Settings> {
        let number = |name| start.attribute(name)?.parse::<usize>().ok();
        let is_known = start.attribute("cipherAlgorithm")? == "AES"
            && start.attribute("cipherChaining")? == "ChainingModeCBC";
        is_known.then_some(())?;
        Some(Settings {
            hash: Hash::named(&start.attribute("hashAlgorithm")?)?,
            salt: bytes(start, "saltValue")?,
            key_bytes: number("keyBits")? / 8,
            block: number("blockSize")?,
        })
    }

    /// A hash as long as a key or a start must be.
    fn fit(mut hash: Vec<u8>, length: usize) -> Vec<u8> {
        hash.resize(length.min(64), 0x36);
        hash
    }
}

fn bytes(start: &Start<'_>, name: &str) -> Option<Vec<u8>> {
    STANDARD.decode(start.attribute(name)?.trim()).ok()
}

/// The key of a package.
#[derive(Debug)]
pub(super) struct Agile {
    data: Settings,
    key: Vec<u8>,
}

impl Agile {
    /// Reads the description, and tries the password.
    pub(super) fn unlock(description: &[u8]) -> Option<Agile> {
        let mut xml = Xml::new(description);
        let mut data = None;
        loop {
            match xml.next().ok()? {
                Token::Start(start) if start.name() == "keyData" => data = Settings::read(&start),
                Token::Start(start) if start.name() == "encryptedKey" => {
                    let key = find_key(&start)?;
                    return Some(Agile { data: data?, key });
                }
                Token::Eof => return None,
                _ => {}
            }
        }
    }

    /// The bytes of the package.
    pub(super) fn decrypt(&self, packed: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::with_capacity(packed.len());
        for (at, segment) in (0u32..).zip(packed.chunks(SEGMENT)) {
            let start = self.data.hash.of(&[&self.data.salt, &at.to_le_bytes()]);
            let start = Settings::fit(start, self.data.block);
            out.extend(decrypt_chain(&self.key, &start, segment)?);
        }
        Some(out)
    }
}

/// The key that the password opens; `None` when it is another password.
fn find_key(start: &Start<'_>) -> Option<Vec<u8>> {
    let settings = Settings::read(start)?;
    let rounds: u32 = start.attribute("spinCount")?.parse().ok()?;
    if rounds > MAX_ROUNDS {
        return None;
    }
    let hash = settings.hash;
    let spun = hash.spin(&settings.salt, &super::password(), rounds);
    let open = |name, mark: &[u8]| {
        let key = Settings::fit(hash.of(&[&spun, mark]), settings.key_bytes);
        decrypt_chain(&key, &settings.salt, &bytes(start, name)?)
    };
    let input = open("encryptedVerifierHashInput", &INPUT)?;
    let value = open("encryptedVerifierHashValue", &VALUE)?;
    let expected = hash.of(&[input.get(..settings.salt.len())?]);
    if value.get(..expected.len())? != expected {
        return None;
    }
    let mut key = open("encryptedKeyValue", &KEY)?;
    key.truncate(settings.key_bytes);
    Some(key)
}
