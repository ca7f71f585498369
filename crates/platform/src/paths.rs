//! Names and paths as lossless bytes, and back.
//!
//! On Unix the bytes are the system's own. On Windows they are WTF-8: UTF-8 in which an unpaired surrogate stands as three
//! bytes. A path that came out of a store is not trusted: [`join`] refuses whatever could leave the root.

use sporhund_model::RelPath;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The bytes of a name as [`RelPath`] keeps them.
pub fn name_bytes(name: &OsStr) -> &[u8] {
    name.as_encoded_bytes()
}

/// The system's path of `path` below `root`; `None` for a path that no listing can give (empty names, `.`, `..`, NUL, or on
/// Windows a separator, drive or stream within a name).
pub fn join(root: &Path, path: &RelPath) -> Option<PathBuf> {
    let mut joined = root.to_path_buf();
    if path.as_bytes().is_empty() {
        return Some(joined);
    }
    for name in path.as_bytes().split(|byte| *byte == b'/') {
        if !is_plain_name(name) {
            return None;
        }
        joined.push(os_name(name)?);
    }
    Some(joined)
}

fn is_plain_name(name: &[u8]) -> bool {
    let separates = |byte: &u8| *byte == 0 || (cfg!(windows) && matches!(*byte, b'\\' | b':'));
    !matches!(name, b"" | b"." | b"..") && !name.iter().any(separates)
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "not every sequence of bytes is a name elsewhere"
)]
fn os_name(bytes: &[u8]) -> Option<OsString> {
    use std::os::unix::ffi::OsStrExt;
    Some(OsStr::from_bytes(bytes).to_os_string())
}

#[cfg(windows)]
fn os_name(bytes: &[u8]) -> Option<OsString> {
    use std::os::windows::ffi::OsStringExt;
    Some(OsString::from_wide(&wide_from_wtf8(bytes)?))
}

#[cfg(not(any(unix, windows)))]
fn os_name(bytes: &[u8]) -> Option<OsString> {
    std::str::from_utf8(bytes).ok().map(OsString::from)
}

/// UTF-16 code units of WTF-8 (<https://simonsapin.github.io/wtf-8/>): well-formed UTF-8, or a surrogate in three bytes.
#[cfg(any(windows, test))]
fn wide_from_wtf8(bytes: &[u8]) -> Option<Vec<u16>> {
    let mut wide = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        let valid = match std::str::from_utf8(rest) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(rest.get(..error.valid_up_to())?).ok()?,
        };
        wide.extend(valid.encode_utf16());
        rest = rest.get(valid.len()..)?;
        if !rest.is_empty() {
            let (unit, after) = split_surrogate(rest)?;
            wide.push(unit);
            rest = after;
        }
    }
    Some(wide)
}

#[cfg(any(windows, test))]
fn split_surrogate(bytes: &[u8]) -> Option<(u16, &[u8])> {
    match bytes {
        [0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF, rest @ ..] => {
            let unit = 0xD000 | (u16::from(second & 0x3F) << 6) | u16::from(third & 0x3F);
            Some((unit, rest))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_paths_that_could_leave_the_root() {
        for bad in ["..", "a/../b", "/etc/passwd", "a//b", "./a"] {
            assert_eq!(join(Path::new("/r"), &RelPath::from(bad)), None, "{bad}");
        }
        let nul = RelPath::new(b"a\0b".to_vec());
        assert_eq!(join(Path::new("/r"), &nul), None);
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_not_utf8_come_back_as_they_were() {
        use std::os::unix::ffi::OsStrExt;
        let path = RelPath::new(b"f\xe4rg/brev.txt".to_vec());
        let joined = join(Path::new("/r"), &path).unwrap();
        assert_eq!(joined.as_os_str().as_bytes(), b"/r/f\xe4rg/brev.txt");
        assert_eq!(name_bytes(OsStr::from_bytes(b"f\xe4rg")), b"f\xe4rg");
    }

    #[test]
    fn an_unpaired_surrogate_becomes_its_own_code_unit() {
        let wide = wide_from_wtf8(b"a\xED\xA0\x80\xC3\xA5").unwrap();
        assert_eq!(wide, [0x61, 0xD800, 0xE5]);
        assert_eq!(wide_from_wtf8(b"a\xff"), None);
        assert_eq!(wide_from_wtf8(b"\xED\xA0"), None);
    }
}
