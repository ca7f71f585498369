//! The data files of `rules/plan`, built into the program.

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

static PLAN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../rules/plan");

/// Reads one of the built-in files. They are tested to be readable, so that the default is never met.
pub(crate) fn load<T: DeserializeOwned + Default>(name: &str) -> T {
    try_load(name).unwrap_or_default()
}

/// Reads one of the built-in files, with what is wrong with it.
pub(crate) fn try_load<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    let text = PLAN
        .get_file(name)
        .and_then(include_dir::File::contents_utf8)
        .ok_or_else(|| format!("{name}: not built in"))?;
    toml::from_str(text).map_err(|error| format!("{name}: {error}"))
}
