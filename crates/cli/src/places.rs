//! Where the program keeps its files when nothing else is said.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The store of scans that name none.
pub fn default_store() -> Result<PathBuf> {
    Ok(folder("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA")?.join("store.sqlite"))
}

/// The key of fingerprints; in another folder than the store, so that a backup of the store does not hold it.
pub fn default_key() -> Result<PathBuf> {
    Ok(folder("XDG_CONFIG_HOME", ".config", "APPDATA")?.join("fingerprint.key"))
}

fn folder(variable: &str, below_home: &str, windows: &str) -> Result<PathBuf> {
    let named = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = if cfg!(windows) {
        named(windows)
    } else {
        named(variable).or_else(|| named("HOME").map(|home| home.join(below_home)))
    };
    let base = base.context("no home folder is known; name the files with --store and --key")?;
    Ok(base.join("sporhund"))
}

/// Makes the folder that a file will lie in.
pub fn make_folder_of(file: &Path) -> Result<()> {
    let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).with_context(|| format!("make the folder {}", folder.display()))
}

/// The path without `.`, `..` and links, or as it is where it does not exist.
pub fn absolute(path: &Path) -> PathBuf {
    std::fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}
