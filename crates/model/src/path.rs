//! Paths as lossless bytes, relative to their root.
//!
//! A remount under another drive letter or mount point changes nothing, and a name that is not UTF-8 is neither lost nor
//! confused with another. The separator is `/` on every system; `platform` converts from and to the system's own form.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// The path of an item below its root: lossless bytes with `/` between the names.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(Vec<u8>);

impl RelPath {
    /// Takes bytes as they are.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        RelPath(bytes.into())
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The last name.
    pub fn name(&self) -> &[u8] {
        self.0.rsplit(|byte| *byte == b'/').next().unwrap_or(&[])
    }

    /// The path of the folder, empty for a file that lies in the root itself.
    pub fn folder(&self) -> &[u8] {
        let cut = self.0.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
        &self.0[..cut]
    }

    /// The extension in lower case ASCII without its dot, empty when there is none.
    pub fn extension(&self) -> String {
        let name = self.name();
        match name.iter().rposition(|byte| *byte == b'.') {
            Some(dot) if dot > 0 => String::from_utf8_lossy(&name[dot + 1..]).to_ascii_lowercase(),
            _ => String::new(),
        }
    }

    /// The path as text, with U+FFFD where it is not UTF-8. For showing only, never a key.
    pub fn display(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }

    /// Whether the bytes are UTF-8, so that [`display`](Self::display) loses nothing.
    pub fn is_utf8(&self) -> bool {
        std::str::from_utf8(&self.0).is_ok()
    }
}

impl From<&str> for RelPath {
    fn from(text: &str) -> Self {
        RelPath(text.as_bytes().to_vec())
    }
}

/// How bytes that are nearly always text are written: as text, or as base64 where they are not UTF-8.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum TextOrBytes<'a> {
    Text(Cow<'a, str>),
    Bytes { b64: String },
}

pub(crate) fn serialize_bytes<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => TextOrBytes::Text(Cow::Borrowed(text)),
        Err(_) => TextOrBytes::Bytes {
            b64: STANDARD.encode(bytes),
        },
    }
    .serialize(to)
}

pub(crate) fn deserialize_bytes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    match TextOrBytes::deserialize(from)? {
        TextOrBytes::Text(text) => Ok(text.into_owned().into_bytes()),
        TextOrBytes::Bytes { b64 } => STANDARD.decode(b64).map_err(serde::de::Error::custom),
    }
}

impl Serialize for RelPath {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serialize_bytes(&self.0, to)
    }
}

impl<'de> Deserialize<'de> for RelPath {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        deserialize_bytes(from).map(RelPath)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_name_folder_and_extension() {
        let path = RelPath::from("Äldre/2019/brev.DOCX");
        assert_eq!(path.name(), b"brev.DOCX");
        assert_eq!(path.folder(), "Äldre/2019".as_bytes());
        assert_eq!(path.extension(), "docx");
        assert_eq!(RelPath::from(".gitignore").extension(), "");
        assert_eq!(RelPath::from("utan").folder(), b"");
    }

    #[test]
    fn keeps_bytes_that_are_not_utf8_through_json() {
        let path = RelPath::new(b"f\xe4rg.txt".to_vec());
        let json = serde_json::to_string(&path).unwrap();
        assert_eq!(serde_json::from_str::<RelPath>(&json).unwrap(), path);
        assert!(!path.is_utf8());
    }
}
