//! What a folder says of all files in it. Files come sorted by path, so that the last folders are most often the next ones too.

use super::Judge;
use crate::dossier;
use crate::keyed::key_of;
use crate::signals::{self, PathSignals};
use sporhund_model::{ItemRecord, RootName};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is known of a folder.
#[derive(Debug)]
pub(super) struct Folder {
    root: RootName,
    path: Vec<u8>,
    signals: PathSignals,
    /// The person's or case's folder that it lies in.
    pub(super) dossier: Option<String>,
}

/// Places for folders that were met last, each for those whose name has its hash.
const PLACES: usize = 64;

/// The folders that were met last, by several threads.
#[derive(Debug)]
pub(super) struct Folders([Mutex<Option<Arc<Folder>>>; PLACES]);

impl Default for Folders {
    fn default() -> Self {
        Folders(std::array::from_fn(|_| Mutex::default()))
    }
}

impl Folders {
    fn place(&self, path: &[u8]) -> MutexGuard<'_, Option<Arc<Folder>>> {
        let at = key_of(path) as usize % PLACES;
        self.0[at].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Judge {
    /// What the folder of a file says.
    pub(super) fn folder(&self, record: &ItemRecord) -> Arc<Folder> {
        let item = &record.item;
        let mut last = self.folders.place(item.path.folder());
        let known = last
            .as_ref()
            .filter(|folder| folder.path == item.path.folder() && folder.root == item.root);
        if let Some(folder) = known {
            return Arc::clone(folder);
        }
        let path = String::from_utf8_lossy(item.path.folder());
        let folder = Arc::new(Folder {
            root: item.root.clone(),
            path: item.path.folder().to_vec(),
            signals: signals::of_folder(&path, self.language),
            dossier: dossier::of_folder(&item.root, &path, &self.linker),
        });
        *last = Some(Arc::clone(&folder));
        folder
    }

    /// What the path of a file says.
    pub(super) fn path_of(&self, record: &ItemRecord, folder: &Folder) -> PathSignals {
        let name = String::from_utf8_lossy(record.item.path.name());
        signals::with_name(folder.signals.clone(), &name, self.language)
    }
}
