//! Lines for the organisation's mapping: the folders that carry most files which no row of the plan was linked to.
//!
//! The largest folders in which nothing is linked are proposed as a whole (`glob/**`), others for the files that lie in them
//! (`glob/*`), each with the row that its files come nearest to. A person decides; nothing is mapped by itself.

use sporhund_model::{Candidate, RowRef};
use std::collections::{BTreeMap, HashMap};

/// A proposed line of the mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The pattern.
    pub glob: String,
    /// Files that it would link.
    pub files: u64,
    /// The row that they come nearest to, with how near on average, in thousandths.
    pub row: Option<(RowRef, u16)>,
}

impl Suggestion {
    /// The row as a mapping names it: class code and type.
    pub fn row_name(&self) -> Option<String> {
        self.row.as_ref().map(|(row, _)| {
            let name = format!("{} {}", row.class_code, row.document_type);
            name.trim_start().to_owned()
        })
    }
}

#[derive(Clone, Debug, Default)]
struct Folder {
    /// Files below it, and those of them that are linked to nothing.
    all: u64,
    unlinked: u64,
    /// Unlinked files that lie in it.
    own: u64,
    /// Scores of the own files' candidates, by plan and row.
    scores: HashMap<(String, u32), (RowRef, u64)>,
}

/// Counts files by folder.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    folders: BTreeMap<String, Folder>,
}

impl Suggestions {
    /// Takes a file with the rows that may fit it.
    pub fn take(&mut self, path: &str, candidates: &[Candidate], is_linked: bool) {
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        let missing = u64::from(!is_linked);
        let mut above = folder;
        loop {
            let counts = self.folders.entry(above.to_owned()).or_default();
            counts.all += 1;
            counts.unlinked += missing;
            match above.rsplit_once('/') {
                Some((parent, _)) => above = parent,
                None if above.is_empty() => break,
                None => above = "",
            }
        }
        if is_linked {
            return;
        }
        let own = self.folders.entry(folder.to_owned()).or_default();
        own.own += 1;
        for candidate in candidates {
            let key = (candidate.row.plan.clone(), candidate.row.row);
            let slot = own.scores.entry(key);
            slot.or_insert_with(|| (candidate.row.clone(), 0)).1 += u64::from(candidate.score);
        }
    }

    /// The lines that would link most files, at most so many.
    pub fn lines(&self, limit: usize) -> Vec<Suggestion> {
        let mut lines: Vec<Suggestion> = self
            .folders
            .iter()
            .filter_map(|(path, folder)| self.line(path, folder))
            .collect();
        lines.sort_by(|a, b| b.files.cmp(&a.files).then_with(|| a.glob.cmp(&b.glob)));
        lines.truncate(limit);
        lines
    }

    fn line(&self, path: &str, folder: &Folder) -> Option<Suggestion> {
        let whole = |folder: &Folder| folder.unlinked == folder.all;
        // A share in which nothing at all is linked is no folder of one kind.
        if whole(folder) && !path.is_empty() {
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            let above = self.folders.get(parent).filter(|_| !parent.is_empty());
            if above.is_some_and(whole) {
                return None;
            }
            return Some(Suggestion {
                glob: format!("{}/**", escaped(path)),
                files: folder.unlinked,
                row: self.nearest(path, folder.unlinked),
            });
        }
        (folder.own > 0).then(|| Suggestion {
            glob: if path.is_empty() {
                "*".to_owned()
            } else {
                format!("{}/*", escaped(path))
            },
            files: folder.own,
            row: best(folder.scores.values(), folder.own),
        })
    }

    /// The row that the files of a folder and those below it come nearest to.
    fn nearest(&self, path: &str, files: u64) -> Option<(RowRef, u16)> {
        let mut sums: HashMap<(&str, u32), (RowRef, u64)> = HashMap::new();
        let below = format!("{path}/");
        for (other, folder) in self.folders.range(path.to_owned()..) {
            if other != path && !other.starts_with(&below) {
                // "A b" sorts between "A" and "A/c".
                if !other.starts_with(path) {
                    break;
                }
                continue;
            }
            for ((plan, row), (name, score)) in &folder.scores {
                let slot = sums.entry((plan, *row));
                slot.or_insert_with(|| (name.clone(), 0)).1 += score;
            }
        }
        best(sums.values(), files)
    }
}

fn best<'a>(sums: impl Iterator<Item = &'a (RowRef, u64)>, files: u64) -> Option<(RowRef, u16)> {
    let (row, sum) = sums.max_by(|a, b| {
        let names = |row: &RowRef| (row.plan.clone(), row.row);
        (a.1).cmp(&b.1).then_with(|| names(&b.0).cmp(&names(&a.0)))
    })?;
    let average = u16::try_from(sum / files.max(1)).unwrap_or(u16::MAX);
    Some((row.clone(), average))
}

/// Signs that mean something in patterns stand for themselves.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for letter in path.chars() {
        match letter {
            '*' | '?' | '[' | ']' | '{' | '}' => {
                out.push('[');
                out.push(letter);
                out.push(']');
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(row: u32, score: u16) -> Candidate {
        Candidate {
            row: RowRef {
                plan: "p".to_owned(),
                row,
                class_code: "7.1".to_owned(),
                document_type: format!("Typ {row}"),
            },
            score,
            reasons: Vec::new(),
        }
    }

    #[test]
    fn proposes_the_largest_folders_in_which_nothing_is_linked() {
        let mut all = Suggestions::default();
        for path in ["BUN/Kök/a/1.txt", "BUN/Kök/b/2.txt", "BUN/Kök/3.txt"] {
            all.take(path, &[candidate(1, 300), candidate(2, 250)], false);
        }
        all.take("BUN/Klasslistor/7A.txt", &[candidate(3, 900)], true);
        all.take("BUN/lös.txt", &[], false);
        let lines = all.lines(10);
        let shown: Vec<(&str, u64)> = lines
            .iter()
            .map(|line| (line.glob.as_str(), line.files))
            .collect();
        assert_eq!(shown, [("BUN/Kök/**", 3), ("BUN/*", 1)]);
        assert_eq!(lines[0].row_name().as_deref(), Some("7.1 Typ 1"));
        assert_eq!(lines[0].row.as_ref().unwrap().1, 300);
        assert_eq!(lines[1].row, None);
    }

    #[test]
    fn signs_of_patterns_in_names_stand_for_themselves() {
        assert_eq!(escaped("A [1] b*"), "A [[]1[]] b[*]");
    }
}
