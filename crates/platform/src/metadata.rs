//! What the file system says of a file: times, version, identity, owner, readers, and whether its content is at hand.

use jiff::Timestamp;
use sporhund_model::{Audience, VersionToken};
use std::collections::HashMap;
use std::fs::Metadata;
use std::path::Path;
use std::time::SystemTime;

/// What a directory entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, or on Windows a junction or another reparse point that stands for another place.
    Link,
    /// Fifo, socket or device: never opened.
    Special,
}

/// The kind of what `metadata` (not following links) describes.
pub fn kind(metadata: &Metadata) -> Kind {
    let kind = metadata.file_type();
    if kind.is_symlink() {
        Kind::Link
    } else if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File
    } else {
        Kind::Special
    }
}

/// Tells a file or folder from all others on this machine while it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileId {
    /// The file system.
    pub device: u64,
    /// The file within it.
    pub inode: u64,
}

/// The identity of a file or folder; `None` where the system does not tell (Windows; file systems without inodes).
pub fn file_id(metadata: &Metadata) -> Option<FileId> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let (device, inode) = (metadata.dev(), metadata.ino());
        (inode != 0).then_some(FileId { device, inode })
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        None
    }
}

/// What tells an unchanged file from a changed one.
pub fn version(metadata: &Metadata) -> VersionToken {
    VersionToken {
        size: metadata.len(),
        modified_ns: modified_ns(metadata),
        changed_ns: changed_ns(metadata),
    }
}

fn timestamp(time: SystemTime) -> Option<Timestamp> {
    Timestamp::try_from(time).ok()
}

fn modified_ns(metadata: &Metadata) -> i64 {
    let time = metadata.modified().ok().and_then(timestamp);
    time.map_or(0, |time| saturate(time.as_nanosecond()))
}

fn saturate(nanoseconds: i128) -> i64 {
    let bounded = nanoseconds.clamp(i128::from(i64::MIN), i128::from(i64::MAX));
    bounded as i64
}

#[cfg_attr(
    unix,
    expect(clippy::unnecessary_wraps, reason = "not kept on every system")
)]
fn changed_ns(metadata: &Metadata) -> Option<i64> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let (seconds, rest) = (metadata.ctime(), metadata.ctime_nsec());
        Some(saturate(
            i128::from(seconds) * 1_000_000_000 + i128::from(rest),
        ))
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        None
    }
}

/// Who can read a file, by its mode bits alone: access lists and the folders above it are not looked at. `Unknown` where
/// there are no mode bits.
pub fn audience(metadata: &Metadata) -> Audience {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        match metadata.mode() {
            mode if mode & 0o004 != 0 => Audience::Everyone,
            mode if mode & 0o040 != 0 => Audience::Unit,
            _ => Audience::Private,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        Audience::Unknown
    }
}

/// Bytes that the file takes on its disk; its size where the system does not tell.
pub fn stored_bytes(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        metadata.blocks().saturating_mul(512)
    }
    #[cfg(not(unix))]
    {
        metadata.len()
    }
}

/// `FILE_ATTRIBUTE_OFFLINE | FILE_ATTRIBUTE_RECALL_ON_OPEN | FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS`.
const RECALLED: u32 = 0x1000 | 0x4_0000 | 0x40_0000;

/// Whether opening or reading the file would have it fetched back from somewhere else.
///
/// On Windows the attributes say so. On Linux they reach us as extended attributes of SMB and NTFS mounts, and are asked for
/// only where fewer bytes are stored than the file is long, so that other files cost nothing. A sparse or compressed file
/// without such an attribute is *not* offline: few blocks alone prove nothing.
pub fn is_offline(path: &Path, metadata: &Metadata) -> bool {
    attributes(path, metadata) & RECALLED != 0
}

#[cfg(windows)]
fn attributes(_: &Path, metadata: &Metadata) -> u32 {
    use std::os::windows::fs::MetadataExt;
    metadata.file_attributes()
}

#[cfg(target_os = "linux")]
fn attributes(path: &Path, metadata: &Metadata) -> u32 {
    if stored_bytes(metadata) >= metadata.len() {
        return 0;
    }
    // cifs.ko gives `user.cifs.dosattrib`, ntfs3 gives `system.ntfs_attrib`; both are the 32 bits in the byte order of the
    // machine (little-endian in what cifs copies from the server).
    ["user.cifs.dosattrib", "system.ntfs_attrib"]
        .into_iter()
        .find_map(|name| attribute(path, name))
        .unwrap_or(0)
}

#[cfg(target_os = "linux")]
fn attribute(path: &Path, name: &str) -> Option<u32> {
    let mut value = [0_u8; 4];
    let length = rustix::fs::lgetxattr(path, name, &mut value).ok()?;
    (length == value.len()).then(|| u32::from_le_bytes(value))
}

#[cfg(not(any(windows, target_os = "linux")))]
fn attributes(_: &Path, _: &Metadata) -> u32 {
    0
}

/// The names of this machine's accounts, read once.
#[derive(Clone, Debug, Default)]
pub struct Accounts(HashMap<u32, String>);

impl Accounts {
    /// Reads the accounts; empty where there is no `/etc/passwd`.
    pub fn load() -> Self {
        let file = std::fs::read("/etc/passwd").unwrap_or_default();
        Self::parse(&String::from_utf8_lossy(&file))
    }

    fn parse(passwd: &str) -> Self {
        let account = |line: &str| {
            let mut fields = line.split(':');
            let name = fields.next()?.to_owned();
            let number = fields.nth(1)?.parse().ok()?;
            (!name.is_empty()).then_some((number, name))
        };
        let mut names = HashMap::new();
        for (number, name) in passwd.lines().filter_map(account) {
            names.entry(number).or_insert(name);
        }
        Accounts(names)
    }

    /// The name of an account, or its number where the name is not known here.
    pub fn name(&self, number: u32) -> String {
        let known = self.0.get(&number).cloned();
        known.unwrap_or_else(|| number.to_string())
    }
}

/// The number of the owner's account. `None` where files have no such owner.
pub fn owner_number(metadata: &Metadata) -> Option<u32> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some(metadata.uid())
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        None
    }
}

/// The creation time in nanoseconds since 1970, where it is kept.
pub fn created_ns(metadata: &Metadata) -> Option<i64> {
    let time = metadata.created().ok().and_then(timestamp)?;
    Some(saturate(time.as_nanosecond()))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    fn file_with_mode(mode: u32) -> (tempfile::TempDir, Metadata) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "text").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let metadata = fs::symlink_metadata(&path).unwrap();
        (folder, metadata)
    }

    #[test]
    fn mode_bits_say_who_can_read() {
        for (mode, expected) in [
            (0o644, Audience::Everyone),
            (0o640, Audience::Unit),
            (0o600, Audience::Private),
        ] {
            assert_eq!(audience(&file_with_mode(mode).1), expected, "{mode:o}");
        }
    }

    #[test]
    fn owners_are_named_by_the_first_account_of_their_number() {
        let accounts = Accounts::parse("root:x:0:0::/root:/bin/sh\ntoor:x:0:0\nbad line\n:x:5:5\n");
        assert_eq!(accounts.name(0), "root");
        assert_eq!(accounts.name(5), "5");
    }

    #[test]
    fn version_follows_size_and_times() {
        let (_folder, metadata) = file_with_mode(0o600);
        let token = version(&metadata);
        assert_eq!(token.size, 4);
        assert!(token.modified_ns > 0 && token.changed_ns.is_some());
        assert!(file_id(&metadata).is_some());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_sparse_file_is_offline_only_when_its_attributes_say_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sparse");
        fs::File::create(&path).unwrap().set_len(1 << 20).unwrap();
        let metadata = fs::symlink_metadata(&path).unwrap();
        assert!(!is_offline(&path, &metadata));
        let flags = rustix::fs::XattrFlags::empty();
        let value = 0x40_0020_u32.to_le_bytes();
        if rustix::fs::lsetxattr(&path, "user.cifs.dosattrib", &value, flags).is_ok() {
            assert!(is_offline(&path, &metadata));
        }
    }
}
