//! Opening a file of a live server for reading, as a guest: nothing is changed, waited for or fetched back.

use crate::metadata::{Kind, is_offline, kind};
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why a file could not be opened, by what can be done about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// It is not there any more.
    #[error("not found")]
    NotFound,
    /// No right to read it.
    #[error("access denied")]
    Denied,
    /// Someone else holds it: worth another try later.
    #[error("locked by another program")]
    Locked,
    /// Its content would have to be fetched back first.
    #[error("offline")]
    Offline,
    /// A link, folder, fifo, socket or device stands there.
    #[error("not a regular file")]
    NotRegular,
    /// Anything else.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => OpenError::NotFound,
            ErrorKind::PermissionDenied => OpenError::Denied,
            ErrorKind::WouldBlock | ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
                OpenError::Locked
            }
            _ if is_sharing_violation(&error) => OpenError::Locked,
            _ => OpenError::Io(error),
        }
    }
}

/// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
fn is_sharing_violation(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// Opens a regular file for reading: no link is followed at its name, no fifo or device is touched, nothing offline is
/// fetched back, a lease of another program is not waited for, and the access time stays where the system lets us.
///
/// # Errors
/// [`OpenError`].
pub fn open_regular(path: &Path) -> Result<File, OpenError> {
    // Opening some devices has effects of its own, so the kind is looked at before, and again on what was opened, since
    // another file may have taken its place between.
    let before = std::fs::symlink_metadata(path)?;
    if kind(&before) != Kind::File {
        return Err(OpenError::NotRegular);
    }
    if is_offline(path, &before) {
        return Err(OpenError::Offline);
    }
    let file = open_quietly(path)?;
    match kind(&file.metadata()?) {
        Kind::File => Ok(file),
        _ => Err(OpenError::NotRegular),
    }
}

#[cfg(unix)]
fn open_quietly(path: &Path) -> Result<File, OpenError> {
    use rustix::fs::OFlags;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    #[cfg(target_os = "linux")]
    {
        // Only the owner, or one with CAP_FOWNER, may ask for this; others get EPERM.
        match open_with(path, flags | OFlags::NOATIME) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
            result => return refuse_links(result),
        }
    }
    refuse_links(open_with(path, flags))
}

#[cfg(unix)]
fn open_with(path: &Path, flags: rustix::fs::OFlags) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = i32::try_from(flags.bits()).unwrap_or(0);
    OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(unix)]
fn refuse_links(result: io::Result<File>) -> Result<File, OpenError> {
    let is_link = |error: &io::Error| {
        error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
            || error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
    };
    match result {
        Err(error) if is_link(&error) => Err(OpenError::NotRegular),
        other => Ok(other?),
    }
}

#[cfg(windows)]
fn open_quietly(path: &Path) -> Result<File, OpenError> {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_OPEN_NO_RECALL | FILE_FLAG_SEQUENTIAL_SCAN`.
    const FLAGS: u32 = 0x0020_0000 | 0x0010_0000 | 0x0800_0000;
    Ok(OpenOptions::new()
        .read(true)
        .custom_flags(FLAGS)
        .open(path)?)
}

#[cfg(not(any(unix, windows)))]
fn open_quietly(path: &Path) -> Result<File, OpenError> {
    Ok(OpenOptions::new().read(true).open(path)?)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::unix::fs::{MetadataExt, symlink};

    #[test]
    fn reads_a_file_and_leaves_its_access_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "hej").unwrap();
        let long_ago = std::time::UNIX_EPOCH;
        let file = File::options().write(true).open(&path).unwrap();
        file.set_times(std::fs::FileTimes::new().set_accessed(long_ago))
            .unwrap();
        let mut text = String::new();
        open_regular(&path)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "hej");
        assert_eq!(std::fs::metadata(&path).unwrap().atime(), 0);
    }

    #[test]
    fn links_folders_fifos_and_missing_files_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        symlink("/etc/passwd", &link).unwrap();
        let fifo = folder.path().join("fifo");
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        for path in [link.as_path(), fifo.as_path(), folder.path()] {
            assert!(matches!(open_regular(path), Err(OpenError::NotRegular)));
        }
        let missing = folder.path().join("missing");
        assert!(matches!(open_regular(&missing), Err(OpenError::NotFound)));
    }
}
