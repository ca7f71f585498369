//! Documents that Office encrypts without a word to their readers: with the password that it tries by itself.
//!
//! Who protects the structure of a workbook gets a file encrypted with this password (MS-OFFCRYPTO 2.4.2.3, MS-XLS 2.2.10);
//! it opens without a question. Other passwords are not tried.

mod agile;
mod hash;
mod rc4;
mod standard;
mod workbook;

use std::io::Cursor;

use sporhund_model::Outcome;

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::ole::Compound;
use crate::ole::bytes::{slice, u16_at};
use crate::sniff::{self, Format};
pub(crate) use workbook::unlock as unlock_workbook;

/// What Office tries before it asks.
const PASSWORD: &str = "VelvetSweatshop";

/// Reads documents of OOXML that are encrypted.
pub struct Locked;

impl Decoder for Locked {
    fn format(&self) -> &'static str {
        "ooxml"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        // One that is broken too needs its password all the same.
        let mut file = Compound::open(input, sink).map_err(|_| DecodeError::Encrypted)?;
        let package = unlock(&mut file).ok_or(DecodeError::Encrypted)?;
        sink.budget().spend_bytes(package.len() as u64)?;
        let mut inner = Input {
            size: package.len() as u64,
            reader: &mut Cursor::new(package),
            extension: "",
        };
        match sniff::detect(&mut inner) {
            // Another lock within, or no document at all.
            Format::Locked | Format::Unsupported(_) => Err(DecodeError::Encrypted),
            format => match format.decoder() {
                Some(decoder) => decoder.decode(&mut inner, sink),
                None => Ok(Outcome::Unsupported),
            },
        }
    }
}

/// The package, when the password is the one that is tried.
fn unlock(file: &mut Compound<'_>) -> Option<Vec<u8>> {
    let info = file.read("/EncryptionInfo")?;
    let (major, minor) = (u16_at(&info, 0), u16_at(&info, 2));
    let key = match (major, minor) {
        (4, 4) => Key::Agile(agile::Agile::unlock(info.get(8..)?)?),
        (2..=4, 2) => Key::Standard(standard::unlock(&info)?),
        _ => return None,
    };
    let stream = file.read("/EncryptedPackage")?;
    let size = u64::from_le_bytes(stream.get(..8)?.try_into().ok()?);
    let packed = slice(&stream, 8, stream.len());
    let mut package = match key {
        Key::Agile(key) => key.decrypt(packed)?,
        Key::Standard(key) => hash::decrypt_blocks(&key, packed)?,
    };
    package.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    Some(package)
}

enum Key {
    Agile(agile::Agile),
    Standard(Vec<u8>),
}

/// The password as it is hashed.
fn password() -> Vec<u8> {
    PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
