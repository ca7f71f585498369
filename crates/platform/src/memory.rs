//! Files that lie in memory: a document that was read once from its server is handed to a worker without reading it again.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// A file in memory with these bytes, at its start.
///
/// # Errors
/// When the system has no such files (all but Linux), or no memory is left.
pub fn memory_file(bytes: &[u8]) -> io::Result<File> {
    let mut file = create()?;
    file.write_all(bytes)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

#[cfg(target_os = "linux")]
fn create() -> io::Result<File> {
    let flags = rustix::fs::MemfdFlags::CLOEXEC;
    Ok(File::from(rustix::fs::memfd_create("document", flags)?))
}

#[cfg(not(target_os = "linux"))]
fn create() -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn gives_back_what_was_put_in() {
        let mut file = memory_file(b"hej").unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "hej");
        assert_eq!(file.metadata().unwrap().len(), 3);
    }
}
