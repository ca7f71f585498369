//! A tree of the local machine, or of a share that is mounted on it.

use crate::{Entry, EntryKind, ListError, Listing, Opened, Pulse, Skipped, Source, Stat};
use sporhund_model::{Item, Note, Outcome, RelPath, Root, VersionToken};
use sporhund_platform::{Accounts, Kind, OpenError};
use std::ffi::OsString;
use std::fs::{DirEntry, Metadata};
use std::io;
use std::path::PathBuf;

/// Why a root cannot be scanned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RootError {
    /// Nothing is there.
    #[error("{}: no such file or folder", path.display())]
    Missing {
        /// The path that was given.
        path: PathBuf,
    },
    /// No right to look at it.
    #[error("{}: access denied", path.display())]
    Denied {
        /// The path that was given.
        path: PathBuf,
    },
    /// A fifo, socket or device.
    #[error("{}: neither a file nor a folder", path.display())]
    NotATree {
        /// The path that was given.
        path: PathBuf,
    },
    /// Anything else.
    #[error("{}: {source}", path.display())]
    Io {
        /// The path that was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// A folder, or a single file, and all below it.
#[derive(Debug)]
pub struct LocalTree {
    root: Root,
    /// The one file that is scanned, when the root was given as a file.
    only: Option<OsString>,
    accounts: Accounts,
}

impl LocalTree {
    /// Takes a root that is a folder or a file; a link at its path is followed, since that is what was asked for.
    ///
    /// For a file, [`root`](Source::root) becomes the folder it lies in and that file is all there is: so a path below a
    /// root can always be put behind the root's path.
    ///
    /// # Errors
    /// When nothing is there or it cannot be looked at.
    pub fn new(root: Root) -> Result<Self, RootError> {
        let metadata = std::fs::metadata(&root.path).map_err(|error| root_error(&root, error))?;
        let (root, only) = match sporhund_platform::kind(&metadata) {
            Kind::Folder => (root, None),
            Kind::File => split_file(root)?,
            _ => return Err(RootError::NotATree { path: root.path }),
        };
        Ok(LocalTree {
            root,
            only,
            accounts: Accounts::load(),
        })
    }

    /// Where a file of this tree stands on this machine; `None` for a path that no listing of it can give.
    pub fn full_path(&self, path: &RelPath) -> Option<PathBuf> {
        sporhund_platform::join(&self.root.path, path)
    }

    fn list_only(&self, name: &OsString) -> Result<Listing, ListError> {
        let full = self.root.path.join(name);
        // The file was named on purpose: a link at its own path is followed.
        let metadata = std::fs::metadata(&full)?;
        Ok(Listing {
            id: None,
            entries: vec![Entry {
                name: sporhund_platform::name_bytes(name).into(),
                kind: entry_kind(&metadata, || full.clone()),
            }],
        })
    }
}

fn entry_kind(metadata: &Metadata, full: impl Fn() -> PathBuf) -> EntryKind {
    let skipped = |size, code| {
        EntryKind::Skipped(Box::new(Skipped {
            size,
            outcome: Outcome::Skipped,
            note: Note::new(code),
        }))
    };
    match sporhund_platform::kind(metadata) {
        Kind::Folder => EntryKind::Folder,
        Kind::Link => skipped(0, "note-link"),
        Kind::Special => skipped(0, "note-special-file"),
        Kind::File if is_offline(metadata, full) => skipped(metadata.len(), "note-offline"),
        Kind::File => EntryKind::File(stat(metadata)),
    }
}

/// The path is made only where it is needed.
fn is_offline(metadata: &Metadata, full: impl Fn() -> PathBuf) -> bool {
    let may_be = cfg!(windows) || sporhund_platform::stored_bytes(metadata) < metadata.len();
    may_be && sporhund_platform::is_offline(&full(), metadata)
}

fn stat(metadata: &Metadata) -> Stat {
    Stat {
        version: sporhund_platform::version(metadata),
        created_ns: sporhund_platform::created_ns(metadata),
        owner: sporhund_platform::owner_number(metadata),
        audience: sporhund_platform::audience(metadata),
    }
}

/// `None` for what was there when the folder was read and is gone: it is not there any more.
fn found(found: &DirEntry) -> Option<Entry> {
    let kind = match found.metadata() {
        Ok(metadata) => entry_kind(&metadata, || found.path()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => unreadable(error),
    };
    Some(Entry {
        name: sporhund_platform::name_bytes(&found.file_name()).into(),
        kind,
    })
}

fn root_error(root: &Root, error: io::Error) -> RootError {
    let path = root.path.clone();
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => RootError::Missing { path },
        io::ErrorKind::PermissionDenied => RootError::Denied { path },
        _ => RootError::Io {
            path,
            source: error,
        },
    }
}

/// The file's folder as root, and its name. A link is resolved first, so that the file is opened in its own place.
fn split_file(mut root: Root) -> Result<(Root, Option<OsString>), RootError> {
    let is_link = std::fs::symlink_metadata(&root.path)
        .is_ok_and(|metadata| sporhund_platform::kind(&metadata) == Kind::Link);
    if is_link {
        root.path = std::fs::canonicalize(&root.path).map_err(|error| root_error(&root, error))?;
    }
    let Some(name) = root.path.file_name().map(OsString::from) else {
        return Err(RootError::NotATree { path: root.path });
    };
    root.path = match root.path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_path_buf(),
        None => return Err(RootError::NotATree { path: root.path }),
    };
    Ok((root, Some(name)))
}

fn unreadable(error: io::Error) -> EntryKind {
    let note = match ListError::from(error) {
        ListError::Denied => Note::new("error-open-denied"),
        ListError::Io(error) => crate::io_note("error-open-io", &error),
        _ => Note::new("error-open-not-found"),
    };
    EntryKind::Skipped(Box::new(Skipped {
        size: 0,
        outcome: Outcome::Unreadable,
        note,
    }))
}

impl Source for LocalTree {
    fn root(&self) -> &Root {
        &self.root
    }

    fn identity(&self) -> Option<String> {
        sporhund_platform::file_system_identity(&self.root.path)
    }

    fn list(&self, folder: &RelPath, pulse: &Pulse) -> Result<Listing, ListError> {
        if let Some(name) = &self.only {
            return self.list_only(name);
        }
        let full = self.full_path(folder).ok_or(ListError::BadPath)?;
        let is_root = folder.as_bytes().is_empty();
        let metadata = if is_root {
            std::fs::metadata(&full)?
        } else {
            std::fs::symlink_metadata(&full)?
        };
        if sporhund_platform::kind(&metadata) != Kind::Folder {
            return Err(ListError::NotFound);
        }
        let mut entries = Vec::new();
        for one in std::fs::read_dir(&full)? {
            entries.extend(found(&one?));
            pulse.beat();
        }
        entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        Ok(Listing {
            id: sporhund_platform::file_id(&metadata),
            entries,
        })
    }

    fn stat(&self, item: &Item) -> Result<VersionToken, OpenError> {
        let full = self.full_path(&item.path).ok_or(OpenError::NotFound)?;
        let metadata = std::fs::symlink_metadata(full)?;
        match sporhund_platform::kind(&metadata) {
            Kind::File => Ok(sporhund_platform::version(&metadata)),
            _ => Err(OpenError::NotRegular),
        }
    }

    fn open(&self, item: &Item) -> Result<Opened, OpenError> {
        let full = self.full_path(&item.path).ok_or(OpenError::NotFound)?;
        sporhund_platform::open_regular(&full).map(Opened::File)
    }

    fn owner_name(&self, number: u32) -> String {
        self.accounts.name(number)
    }
}
