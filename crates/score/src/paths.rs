//! How a path of the scan is known as a path of the truth.

use std::collections::BTreeMap;

/// The truth's paths, found by the end of a longer path, or by their own end when the scan's path is the shorter one.
#[derive(Debug, Default)]
pub struct Paths {
    /// Every end of every path at a separator; `None` where two paths share it.
    ends: BTreeMap<String, Option<String>>,
    whole: BTreeMap<String, String>,
}

impl Paths {
    /// Takes the truth's paths.
    pub fn new<'a>(paths: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Paths::default();
        for path in paths {
            known.take(path);
        }
        known
    }

    fn take(&mut self, path: &str) {
        let slashed = with_slashes(path);
        if self
            .whole
            .insert(slashed.clone(), path.to_owned())
            .is_some()
        {
            return;
        }
        for end in ends(&slashed) {
            self.ends
                .entry(end.to_owned())
                .and_modify(|owner| *owner = None)
                .or_insert_with(|| Some(path.to_owned()));
        }
    }

    /// The truth's path that a path of the scan stands for: the longest that it ends with, else the only one that ends
    /// with it (a root may lie below the labelled folder).
    pub fn find(&self, scanned: &str) -> Option<&str> {
        let slashed = with_slashes(scanned);
        let longer = ends(&slashed).find_map(|end| self.whole.get(end));
        longer
            .or_else(|| self.ends.get(&slashed)?.as_ref())
            .map(String::as_str)
    }
}

fn with_slashes(path: &str) -> String {
    path.replace('\\', "/")
}

/// The path and what is left after each of its separators, longest first.
fn ends(path: &str) -> impl Iterator<Item = &str> {
    let after = path
        .match_indices('/')
        .filter_map(|(at, _)| path.get(at + 1..));
    std::iter::once(path).chain(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_path_that_the_scan_ends_with() {
        let paths = Paths::new(["a.txt", "VON/a.txt"]);
        assert_eq!(paths.find("/tmp/share/VON/a.txt"), Some("VON/a.txt"));
        assert_eq!(paths.find("/tmp/share/KS/a.txt"), Some("a.txt"));
        assert_eq!(paths.find(r"C:\share\VON\a.txt"), Some("VON/a.txt"));
        assert_eq!(paths.find("/tmp/xa.txt"), None);
    }

    #[test]
    fn finds_a_shorter_path_only_when_one_file_can_be_meant() {
        let paths = Paths::new(["VON/x/a.txt", "KS/x/a.txt", "KS/x/b.txt"]);
        assert_eq!(paths.find("x/b.txt"), Some("KS/x/b.txt"));
        assert_eq!(paths.find("x/a.txt"), None);
    }
}
