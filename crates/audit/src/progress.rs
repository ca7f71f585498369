//! How far an audit is: counters that can be read at any time.

use sporhund_model::RelPath;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How far an audit is.
#[derive(Debug, Default)]
pub struct Progress {
    listed: AtomicU64,
    listed_bytes: AtomicU64,
    files: AtomicU64,
    bytes: AtomicU64,
    findings: AtomicU64,
    walk_ended: AtomicBool,
    folder: Mutex<String>,
}

/// The counters at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Files that were listed.
    pub listed: u64,
    /// Their bytes.
    pub listed_bytes: u64,
    /// Files that are done.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Occurrences met.
    pub findings: u64,
    /// Whether all files have been listed, so that the rest can be estimated.
    pub walk_ended: bool,
    /// The folder that is listed, relative to its root.
    pub folder: String,
}

impl Progress {
    pub(crate) fn list(&self, files: u64, bytes: u64) {
        self.listed.fetch_add(files, Ordering::Relaxed);
        self.listed_bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(crate) fn finish(&self, files: u64, bytes: u64, findings: u64) {
        self.files.fetch_add(files, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.findings.fetch_add(findings, Ordering::Relaxed);
    }

    pub(crate) fn enter(&self, folder: &RelPath) {
        if let Ok(mut current) = self.folder.lock() {
            current.clear();
            current.push_str(&folder.display());
        }
    }

    pub(crate) fn end_walk(&self) {
        self.walk_ended.store(true, Ordering::Relaxed);
    }

    /// The counters now.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            listed: self.listed.load(Ordering::Relaxed),
            listed_bytes: self.listed_bytes.load(Ordering::Relaxed),
            files: self.files.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
            findings: self.findings.load(Ordering::Relaxed),
            walk_ended: self.walk_ended.load(Ordering::Relaxed),
            folder: self
                .folder
                .lock()
                .map(|folder| folder.clone())
                .unwrap_or_default(),
        }
    }
}
