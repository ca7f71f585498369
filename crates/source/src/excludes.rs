//! What is left out on purpose, by pattern.

use crate::entry::child;
use globset::{Candidate, GlobBuilder, GlobSet, GlobSetBuilder};
use sporhund_model::RelPath;
use std::collections::{BTreeMap, HashMap};

/// Folders of servers that hold copies or deleted files of the same tree, or belong to the system.
pub const DEFAULT_EXCLUDES: [&str; 6] = [
    "~snapshot",
    ".snapshot",
    ".zfs",
    "$RECYCLE.BIN",
    "System Volume Information",
    "DfsrPrivate",
];

/// A pattern that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("exclude pattern `{pattern}`: {reason}")]
pub struct ExcludeError {
    /// The pattern.
    pub pattern: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Patterns of names and paths that are left out. Letter case makes no difference, as on the servers they come from.
///
/// A pattern without `/` is compared with the name of each file and folder; one with `/` with the path below the root, in
/// which `*` stays within a name and `**` crosses names.
#[derive(Clone, Debug)]
pub struct Excludes {
    patterns: Vec<String>,
    /// Patterns without signs of globs, in lower case: nearly all, and found by one look-up.
    plain: HashMap<String, usize>,
    names: GlobSet,
    name_patterns: Vec<usize>,
    paths: GlobSet,
    path_patterns: Vec<usize>,
}

impl Excludes {
    /// Reads patterns.
    ///
    /// # Errors
    /// At the first one that cannot be read.
    pub fn new<S: AsRef<str>>(patterns: impl IntoIterator<Item = S>) -> Result<Self, ExcludeError> {
        let patterns: Vec<String> = patterns
            .into_iter()
            .map(|one| one.as_ref().into())
            .collect();
        let (with_folder, without): (Vec<usize>, Vec<usize>) = (0..patterns.len())
            .partition(|at| patterns.get(*at).is_some_and(|one| has_folder(one)));
        let (plain, without): (Vec<usize>, Vec<usize>) = without
            .into_iter()
            .partition(|at| patterns.get(*at).is_some_and(|one| is_plain(one)));
        let lower = |at: &usize| Some((trim(patterns.get(*at)?).to_lowercase(), *at));
        Ok(Excludes {
            plain: plain.iter().rev().filter_map(lower).collect(),
            names: build(&patterns, &without)?,
            name_patterns: without,
            paths: build(&patterns, &with_folder)?,
            path_patterns: with_folder,
            patterns,
        })
    }

    /// The default patterns and these.
    ///
    /// # Errors
    /// At the first one that cannot be read.
    pub fn with_defaults<S: AsRef<str>>(more: &[S]) -> Result<Self, ExcludeError> {
        let defaults = DEFAULT_EXCLUDES.into_iter();
        Self::new(defaults.chain(more.iter().map(AsRef::as_ref)))
    }

    /// Every pattern with a count of 0: a coverage lists those that met nothing, too.
    pub fn counts(&self) -> BTreeMap<String, u64> {
        let zero = |pattern: &String| (pattern.clone(), 0);
        self.patterns.iter().map(zero).collect()
    }

    /// A pattern that leaves this file or folder out.
    pub fn find_pattern(&self, folder: &RelPath, name: &[u8]) -> Option<&str> {
        let by_name = || first(&self.names, &self.name_patterns, name);
        let by_path = || {
            let path = (!self.paths.is_empty()).then(|| child(folder, name))?;
            first(&self.paths, &self.path_patterns, path.as_bytes())
        };
        let at = self.find_plain(name).or_else(by_name).or_else(by_path)?;
        self.patterns.get(at).map(String::as_str)
    }

    /// Most names are no longer than a pattern by chance only, so the length is looked at first.
    fn find_plain(&self, name: &[u8]) -> Option<usize> {
        let is_near = |pattern: &String| pattern.len() == name.len() || !name.is_ascii();
        if !self.plain.keys().any(is_near) {
            return None;
        }
        let text = std::str::from_utf8(name).ok()?;
        self.plain.get(&text.to_lowercase()).copied()
    }
}

fn first(set: &GlobSet, patterns: &[usize], bytes: &[u8]) -> Option<usize> {
    if set.is_empty() {
        return None;
    }
    let matches = set.matches_candidate(&Candidate::from_bytes(bytes));
    patterns.get(*matches.first()?).copied()
}

fn is_plain(pattern: &str) -> bool {
    !pattern.contains(['*', '?', '[', '{', '!'])
}

fn has_folder(pattern: &str) -> bool {
    trim(pattern).contains('/')
}

/// `logs/` and `/logs` are ways to write what is meant.
fn trim(pattern: &str) -> &str {
    pattern.strip_suffix('/').unwrap_or(pattern)
}

fn build(patterns: &[String], chosen: &[usize]) -> Result<GlobSet, ExcludeError> {
    let mut builder = GlobSetBuilder::new();
    for pattern in chosen.iter().filter_map(|at| patterns.get(*at)) {
        let text = trim(pattern);
        let glob = GlobBuilder::new(text.strip_prefix('/').unwrap_or(text))
            .case_insensitive(true)
            .literal_separator(true)
            .backslash_escape(false)
            .build()
            .map_err(|error| bad(pattern, &error))?;
        builder.add(glob);
    }
    let all = || chosen.iter().filter_map(|at| patterns.get(*at));
    let joined = || all().map(String::as_str).collect::<Vec<_>>().join(", ");
    builder.build().map_err(|error| bad(&joined(), &error))
}

fn bad(pattern: &str, error: &globset::Error) -> ExcludeError {
    ExcludeError {
        pattern: pattern.to_owned(),
        reason: error.kind().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern_for(excludes: &Excludes, path: &str) -> Option<String> {
        let path = RelPath::from(path);
        let found = excludes.find_pattern(&RelPath::new(path.folder()), path.name());
        found.map(str::to_owned)
    }

    #[test]
    fn default_folders_are_left_out_at_any_depth_and_in_any_letter_case() {
        let excludes = Excludes::with_defaults::<&str>(&[]).unwrap();
        let recycled = pattern_for(&excludes, "Gem/$Recycle.Bin");
        assert_eq!(recycled.as_deref(), Some("$RECYCLE.BIN"));
        assert!(pattern_for(&excludes, "~snapshot").is_some());
        assert_eq!(pattern_for(&excludes, "snapshot"), None);
        assert_eq!(excludes.counts().len(), DEFAULT_EXCLUDES.len());
    }

    #[test]
    fn a_pattern_with_a_folder_is_compared_with_the_path() {
        let excludes = Excludes::new(["Gem/*.tmp", "/arkiv", "*.bak"]).unwrap();
        assert!(pattern_for(&excludes, "Gem/a.tmp").is_some());
        assert_eq!(pattern_for(&excludes, "Gem/x/a.tmp"), None);
        assert!(pattern_for(&excludes, "arkiv").is_some());
        assert_eq!(pattern_for(&excludes, "gammalt/arkiv"), None);
        assert!(pattern_for(&excludes, "x/y/å.BAK").is_some());
    }

    #[test]
    fn a_broken_pattern_is_named() {
        let error = Excludes::new(["ok", "a[b"]).unwrap_err();
        assert_eq!(error.pattern, "a[b");
    }
}
