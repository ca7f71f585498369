//! The key of the fingerprints.
//!
//! With the key, each personnummer can be tried against a fingerprint in seconds, so the file is refused when anyone but
//! its owner can read it.

use crate::error::KeyError;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sporhund_model::{Audience, Fingerprint};
use std::fmt;
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// The longest file that can be a key: its lines of digits and some white space.
const LONGEST: u64 = 4096;

/// The key of the fingerprints: 32 random bytes, and for each time it was changed 32 more.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    id: u32,
    parts: Vec<[u8; 32]>,
}

impl Key {
    /// The key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Key::of(vec![bytes])
    }

    fn of(parts: Vec<[u8; 32]>) -> Self {
        Key {
            id: id_of(&parts.concat()),
            parts,
        }
    }

    /// This key with a new one behind it: fingerprints of this one can be taken on to it.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn followed(&self) -> Result<Self, KeyError> {
        let mut parts = self.parts.clone();
        parts.extend(Key::generate()?.parts);
        Ok(Key::of(parts))
    }

    /// A fingerprint under the keys before the last, taken on to this one.
    pub(crate) fn take_on(&self, fingerprint: &Fingerprint) -> Fingerprint {
        let mut mac = [0; 16];
        if let Some(last) = self.parts.last()
            && let Ok(mut state) = <Hmac<Sha256> as KeyInit>::new_from_slice(last)
        {
            state.update(&fingerprint.mac);
            mac.copy_from_slice(&state.finalize().into_bytes()[..16]);
        }
        Fingerprint { key: self.id, mac }
    }

    /// A new key.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn generate() -> Result<Self, KeyError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(KeyError::Random)?;
        Ok(Key::new(bytes))
    }

    /// Reads the key file, or makes one with a new key where there is none.
    ///
    /// # Errors
    /// When the file is no key, cannot be read or made, or others than its owner can read it.
    pub fn load_or_create(path: &Path) -> Result<Self, KeyError> {
        match fs::metadata(path) {
            Ok(metadata) => load(path, &metadata),
            Err(error) if error.kind() == ErrorKind::NotFound => create(path),
            Err(error) => Err(failed(path, error)),
        }
    }

    /// Reads the key file; there must be one.
    ///
    /// # Errors
    /// As [`load_or_create`](Self::load_or_create), and when there is no file.
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        let metadata = fs::metadata(path).map_err(|error| failed(path, error))?;
        load(path, &metadata)
    }

    /// Writes the key to a new file.
    ///
    /// # Errors
    /// When there is such a file, or it cannot be made.
    pub fn save(&self, path: &Path) -> Result<(), KeyError> {
        write_new(path, self).map_err(|error| failed(path, error))
    }

    /// What fingerprints carry to say which key they were made with.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The id of the first key: it stays when the key is changed.
    pub fn origin(&self) -> u32 {
        id_of(self.parts.first().map_or(&[], |first| first.as_slice()))
    }

    /// The keys themselves, the oldest first.
    pub fn parts(&self) -> &[[u8; 32]] {
        &self.parts
    }
}

fn id_of(bytes: &[u8]) -> u32 {
    let hash = blake3::derive_key("sporhund 2026-11 key id", bytes);
    u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]])
}

impl fmt::Debug for Key {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Key({:08x})", self.id)
    }
}

fn failed(path: &Path, source: io::Error) -> KeyError {
    KeyError::Io {
        path: path.to_path_buf(),
        source,
    }
}

/// Whether the system says that others than the owner can read the file.
pub(crate) fn is_exposed(metadata: &Metadata) -> bool {
    !matches!(
        sporhund_platform::audience(metadata),
        Audience::Private | Audience::Unknown
    )
}

fn load(path: &Path, metadata: &Metadata) -> Result<Key, KeyError> {
    if is_exposed(metadata) {
        return Err(KeyError::Exposed {
            path: path.to_path_buf(),
        });
    }
    let mut text = Vec::new();
    let file = fs::File::open(path).map_err(|error| failed(path, error))?;
    file.take(LONGEST)
        .read_to_end(&mut text)
        .map_err(|error| failed(path, error))?;
    parse(&text).map(Key::of).ok_or(KeyError::Malformed {
        path: path.to_path_buf(),
    })
}

/// One key a line.
fn parse(text: &[u8]) -> Option<Vec<[u8; 32]>> {
    let lines = text.trim_ascii().split(|byte| *byte == b'\n');
    lines.map(|line| parse_line(line.trim_ascii())).collect()
}

fn parse_line(digits: &[u8]) -> Option<[u8; 32]> {
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let high = char::from(pair[0]).to_digit(16)?;
        let low = char::from(pair[1]).to_digit(16)?;
        *byte = (high * 16 + low) as u8;
    }
    Some(bytes)
}

fn create(path: &Path) -> Result<Key, KeyError> {
    let key = Key::generate()?;
    match write_new(path, &key) {
        Ok(()) => Ok(key),
        // Another run made the key between our look and ours: theirs counts.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Key::load(path),
        Err(error) => Err(failed(path, error)),
    }
}

/// Written beside its place and then named, so that a broken-off run leaves no half key.
fn write_new(path: &Path, key: &Key) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    let (mut file, written) = sporhund_platform::create_private_temp(folder, "key-")?;
    let result = write_digits(&mut file, key).and_then(|()| fs::hard_link(&written, path));
    let _ = fs::remove_file(&written);
    result
}

fn write_digits(file: &mut fs::File, key: &Key) -> io::Result<()> {
    for part in &key.parts {
        for byte in part {
            write!(file, "{byte:02x}")?;
        }
        writeln!(file)?;
    }
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sporhund.key");
        let made = Key::load_or_create(&path).unwrap();
        assert_eq!(Key::load_or_create(&path).unwrap(), made);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_ne!(Key::generate().unwrap().id(), made.id());
        assert!(
            !format!("{made:?}")
                .contains(&format!("{:02x}{:02x}", made.parts[0][0], made.parts[0][1]))
                || made.id() == 0
        );
    }

    #[test]
    fn a_key_that_follows_keeps_its_origin_and_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sporhund.key");
        let first = Key::new([7; 32]);
        let second = first.followed().unwrap();
        assert_eq!(second.origin(), first.id());
        assert_ne!(second.id(), first.id());
        second.save(&path).unwrap();
        assert_eq!(Key::load(&path).unwrap(), second);
        assert!(second.save(&path).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sporhund.key");
        Key::load_or_create(&path).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(
            Key::load_or_create(&path),
            Err(KeyError::Exposed { .. })
        ));
    }

    #[test]
    fn a_file_without_a_key_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sporhund.key");
        let mut file = sporhund_platform::create_private(&path).unwrap();
        file.write_all(b"+f").unwrap();
        assert!(matches!(
            Key::load_or_create(&path),
            Err(KeyError::Malformed { .. })
        ));
        assert_eq!(fs::read(&path).unwrap(), b"+f");
    }
}
