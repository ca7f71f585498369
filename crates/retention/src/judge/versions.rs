//! Versions of one document that lie side by side (`rapport v1`, `rapport v2`, `rapport_slutlig`): all but the last are
//! working papers.
//!
//! A name without a version says nothing of its age, and one version alone is the document itself.

use crate::data;
use crate::keyed::{Keyed, key_of};
use serde::Deserialize;
use sporhund_model::Item;
use std::sync::LazyLock;

/// How late a version is: whether it is called the last one, and its numbers.
type Rank = (bool, Vec<u32>);

#[derive(Default, Deserialize)]
struct Words {
    number: Vec<String>,
    last: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Data {
    versions: Words,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::load::<Data>("synonyms.toml").versions);

/// All documents of which versions are known.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions {
    /// The last version of each.
    by_name: Keyed<Rank>,
}

impl Versions {
    pub(super) fn take(&mut self, (name, rank): Version) {
        let last = self.by_name.entry(key_of(&name)).or_default();
        if *last < rank {
            *last = rank;
        }
    }

    /// Whether a later version of the document lies beside it.
    pub(super) fn is_older(&self, item: &Item) -> bool {
        let Some((name, rank)) = read(item) else {
            return false;
        };
        let known = self.by_name.get(&key_of(&name));
        known.is_some_and(|last| rank < *last)
    }
}

/// What the versions of a document have in common.
pub(super) fn name(item: &Item) -> Option<String> {
    read(item).map(|(name, _)| name)
}

/// The place and name without its version, and the version.
pub(super) type Version = (String, Rank);

/// What a file's name says of its version.
pub(super) fn read(item: &Item) -> Option<Version> {
    let name = String::from_utf8_lossy(item.path.name());
    let (stem, _) = name.rsplit_once('.').unwrap_or((&name, ""));
    let stem = stem.to_lowercase();
    let (base, rank) = split_last(&stem).or_else(|| split_number(&stem))?;
    let base = base.trim_end_matches(between);
    let folder = String::from_utf8_lossy(item.path.folder());
    let named = base.chars().any(char::is_alphabetic);
    named.then(|| (format!("{}\n{folder}\n{base}", item.root.0), rank))
}

fn between(letter: char) -> bool {
    " _-.,(".contains(letter)
}

/// `rapport_slutlig`, `rapport v3 final`.
fn split_last(stem: &str) -> Option<(&str, Rank)> {
    let stem = stem.trim_end_matches([')', ' ']);
    let cut = stem.rfind(between)?;
    let word = stem.get(cut + 1..)?;
    if !WORDS.last.iter().any(|known| known == word) {
        return None;
    }
    let front = stem.get(..cut)?.trim_end_matches(between);
    let (base, (_, numbers)) = split_number(front).unwrap_or((front, (false, Vec::new())));
    Some((base, (true, numbers)))
}

/// `rapport v1`, `rapport_ver2.1`, `rapport version 3`, `rapport rev 4`.
fn split_number(stem: &str) -> Option<(&str, Rank)> {
    const MOST_DIGITS: usize = 3;
    let stem = stem.trim_end_matches([')', ' ']);
    let digits = stem.len()
        - stem
            .trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.')
            .len();
    let front = stem.get(..stem.len() - digits)?;
    let numbers = stem.get(stem.len() - digits..)?.trim_start_matches('.');
    let fits = |part: &str| !part.is_empty() && part.len() <= MOST_DIGITS;
    if !numbers.split('.').all(fits) {
        return None;
    }
    let front = front.trim_end_matches([' ', '_', '.', '-']);
    let words = WORDS.number.iter();
    let base = words.filter_map(|word| front.strip_suffix(word.as_str()));
    // The word must begin there: `kurs v2`, never `kursv 2`.
    let base = base.into_iter().find(|base| base.ends_with(between))?;
    let numbers = numbers.split('.').filter_map(|part| part.parse().ok());
    Some((base, (false, numbers.collect())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(path: &str) -> Item {
        Item {
            path: path.into(),
            ..Item::default()
        }
    }

    #[test]
    fn all_but_the_last_version_are_older() {
        for (names, older) in [
            (
                vec!["Rapport v1.docx", "rapport v2.docx"],
                vec![true, false],
            ),
            (
                vec!["Rapport v9.docx", "Rapport v10.docx", "Rapport_slutlig.pdf"],
                vec![true, true, false],
            ),
            (
                vec!["Plan ver1.2.doc", "Plan_ver_1.10.doc"],
                vec![true, false],
            ),
            (
                vec!["Notat (v2).docx", "Notat v3 endelig.docx"],
                vec![true, false],
            ),
            (vec!["Rapport v2.docx"], vec![false]),
            (vec!["Rapport.docx", "Rapport v2.docx"], vec![false, false]),
            (vec!["kursv 1.docx", "kursv 2.docx"], vec![false, false]),
            (vec!["v1.docx", "v2.docx"], vec![false, false]),
            (
                vec!["Beslut 2019.docx", "Beslut 2020.docx"],
                vec![false, false],
            ),
        ] {
            let mut versions = Versions::default();
            for name in &names {
                if let Some(version) = read(&item(name)) {
                    versions.take(version);
                }
            }
            let told: Vec<bool> = names
                .iter()
                .map(|name| versions.is_older(&item(name)))
                .collect();
            assert_eq!(told, older, "{names:?}");
        }
    }

    #[test]
    fn versions_lie_side_by_side() {
        let mut versions = Versions::default();
        versions.take(read(&item("a/Rapport v1.docx")).unwrap());
        versions.take(read(&item("b/Rapport v2.docx")).unwrap());
        assert!(!versions.is_older(&item("a/Rapport v1.docx")));
    }

    proptest::proptest! {
        #[test]
        fn no_name_makes_it_panic(name in "\\PC{0,20}") {
            read(&item(&name));
        }
    }
}
