//! Files that only their owner may read: stores, reports, keys and everything else that holds personal data.

use std::fs::{File, OpenOptions};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Creates or empties a file that its owner alone may read and write (mode 0600). On Windows the access list of its folder
/// decides. What is not a regular file (`/dev/null`, a fifo) is opened as it is.
///
/// # Errors
/// When the file cannot be created or its mode cannot be set.
pub fn create_private(path: &Path) -> io::Result<File> {
    let mut options = private_options();
    let file = options.create(true).truncate(false).open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() {
        // A file that was there before keeps its mode when it is opened: close it before anything is written.
        close_to_others(&file)?;
        file.set_len(0)?;
    }
    Ok(file)
}

/// Creates a new private file with a random name in `folder`, beginning with `prefix`.
///
/// # Errors
/// When it cannot be created.
pub fn create_private_temp(folder: &Path, prefix: &str) -> io::Result<(File, PathBuf)> {
    const TRIES: u32 = 64;
    for _ in 0..TRIES {
        let name = format!(
            "{prefix}{:016x}",
            RandomState::new().build_hasher().finish()
        );
        let path = folder.join(name);
        match private_options().create_new(true).open(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            result => return result.map(|file| (file, path)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Lets others read a file (mode 0644), where modes decide that.
///
/// # Errors
/// When the mode cannot be set.
pub fn open_to_others(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    {
        let _ = path;
    }
    Ok(())
}

fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

#[cfg(unix)]
fn close_to_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn close_to_others(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_file_that_was_open_to_all_becomes_private_and_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        std::fs::write(&path, "old and long").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        create_private(&path).unwrap().write_all(b"new").unwrap();
        assert_eq!(mode(&path), 0o600);
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn temporary_files_are_private_and_never_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let (_, first) = create_private_temp(folder.path(), "store-").unwrap();
        let (_, second) = create_private_temp(folder.path(), "store-").unwrap();
        assert_ne!(first, second);
        assert_eq!(mode(&first), 0o600);
    }
}
