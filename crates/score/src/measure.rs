//! The comparison of truth and scan.

use crate::paths::Paths;
use crate::scan::{Found, Scan};
use crate::share::Share;
use crate::truth::{Planted, Truth};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The special categories of the GDPR (Art. 9 and 10), by the words of the JSON lines: a file that the truth does not
/// label has none of them.
const SPECIAL: [&str; 9] = [
    "health",
    "ethnic_origin",
    "political",
    "religion",
    "union",
    "genetic",
    "biometric",
    "sexual",
    "crime",
];

/// What is measured beyond what the truth names.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Rules that are measured though the truth plants nothing for them (a folder of look-alikes only).
    pub rules: BTreeSet<String>,
    /// The only split whose verdicts are measured.
    pub split: Option<String>,
}

/// Precision, recall and F1 of one rule or category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Entry {
    /// Of what was found, how much is true.
    pub precision: Share,
    /// Of what is true, how much was found.
    pub recall: Share,
    /// Their harmonic mean.
    pub f1: f64,
}

impl Entry {
    fn new(counts: Counts) -> Self {
        let precision = Share::new(counts.right, counts.right + counts.wrong);
        let recall = Share::new(counts.right, counts.right + counts.missed);
        let sum = precision.value + recall.value;
        let f1 = if sum > 0.0 {
            2.0 * precision.value * recall.value / sum
        } else {
            0.0
        };
        Entry {
            precision,
            recall,
            f1,
        }
    }
}

/// The outcome of a comparison.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Score {
    /// By rule.
    pub rules: BTreeMap<String, Entry>,
    /// Recall by format.
    pub formats: BTreeMap<String, Share>,
    /// Recall by place or way of writing.
    pub parts: BTreeMap<String, Share>,
    /// Over all rules.
    pub all: Entry,
    /// Bytes of the files scanned.
    pub bytes: u64,
    /// False findings per 1,000,000 bytes; none when sizes are not known.
    pub false_per_mb: Option<f64>,
    /// By sensitive category, over files.
    pub sensitive: BTreeMap<String, Entry>,
    /// Verdicts that are right (or acceptable), of the files whose verdict is known.
    pub verdicts: Share,
    /// Of the files that the scan linked to a row for sure, those that it linked to the right one.
    pub links: Share,
    /// Of the files whose row is known, those that the scan linked to it for sure.
    pub linked: Share,
    /// Of the files that have one right state, those that have it exactly.
    pub decided: Share,
    /// Files that the scan calls overdue and that are not.
    pub wrongly_overdue: u64,
    /// Known state → state of the scan (`-` where it has none) → files. An acceptable state counts as the known one.
    pub confusion: BTreeMap<String, BTreeMap<String, u64>>,
    /// Findings of rules that were not measured.
    pub not_measured: u64,
    /// Planted, not found.
    #[serde(skip)]
    pub missed: Vec<Planted>,
    /// Found, not planted.
    #[serde(skip)]
    pub wrong: Vec<Found>,
    /// Sensitive categories and verdicts that differ: path, expected, got.
    #[serde(skip)]
    pub differing: Vec<(String, String, String)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    right: u64,
    wrong: u64,
    missed: u64,
}

impl Counts {
    fn plus(self, other: Counts) -> Counts {
        Counts {
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            missed: self.missed + other.missed,
        }
    }
}

type Key<'a> = (&'a str, &'a str, &'a str);

/// Compares what a scan found with what is true. Values are compared by path, rule and key, each once a file.
pub fn measure(truth: &Truth, scan: &Scan, options: &Options) -> Score {
    let planted = truth.planted.iter().map(|entry| entry.path.as_str());
    let labelled = truth
        .sensitive
        .keys()
        .chain(truth.verdicts.keys())
        .map(String::as_str);
    let paths = Paths::new(planted.chain(labelled));
    let mut score = Score {
        bytes: scan.sizes.values().sum(),
        ..Score::default()
    };
    measure_values(truth, scan, options, &paths, &mut score);
    measure_sensitive(truth, scan, &paths, &mut score);
    let mut truth = truth.clone();
    if let Some(split) = &options.split {
        truth.keep_split(split);
    }
    measure_verdicts(&truth, scan, &paths, &mut score);
    measure_links(&truth, scan, &paths, &mut score);
    score
}

fn measure_values(truth: &Truth, scan: &Scan, options: &Options, paths: &Paths, score: &mut Score) {
    let mut rules: BTreeMap<&str, Counts> = BTreeMap::new();
    let measured = truth.planted.iter().map(|entry| entry.rule.as_str());
    for rule in measured.chain(options.rules.iter().map(String::as_str)) {
        rules.entry(rule).or_default();
    }
    let found = take_found(scan, paths, &mut rules, score);
    let expected: BTreeSet<Key<'_>> = truth.planted.iter().map(planted_key).collect();
    for (key, entry) in &found {
        if !expected.contains(key) {
            rules.entry(key.1).or_default().wrong += 1;
            score.wrong.push((*entry).clone());
        }
    }
    let mut by_format: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut by_part: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for entry in &truth.planted {
        let key = planted_key(entry);
        let is_found = found.contains_key(&key);
        count(by_format.entry(&entry.format).or_default(), is_found);
        count(by_part.entry(&entry.part).or_default(), is_found);
        if seen.insert(key) {
            count(rules.entry(&entry.rule).or_default(), is_found);
            if !is_found {
                score.missed.push(entry.clone());
            }
        }
    }
    let all = rules
        .values()
        .copied()
        .fold(Counts::default(), Counts::plus);
    score.all = Entry::new(all);
    score.false_per_mb = (score.bytes > 0).then(|| all.wrong as f64 * 1e6 / score.bytes as f64);
    score.rules = named(rules, Entry::new);
    score.formats = named(by_format, recall);
    score.parts = named(by_part, recall);
}

/// The findings of measured rules, once a file; the rest is counted.
fn take_found<'a>(
    scan: &'a Scan,
    paths: &'a Paths,
    rules: &mut BTreeMap<&str, Counts>,
    score: &mut Score,
) -> BTreeMap<Key<'a>, &'a Found> {
    let mut found = BTreeMap::new();
    for entry in &scan.found {
        if rules.contains_key(entry.rule.as_str()) {
            let path = paths.find(&entry.path).unwrap_or(&entry.path);
            found.insert((path, entry.rule.as_str(), entry.key.as_str()), entry);
        } else {
            score.not_measured += 1;
        }
    }
    found
}

fn planted_key(entry: &Planted) -> Key<'_> {
    (&entry.path, &entry.rule, &entry.key)
}

fn count(counts: &mut Counts, is_found: bool) {
    if is_found {
        counts.right += 1;
    } else {
        counts.missed += 1;
    }
}

fn recall(counts: Counts) -> Share {
    Share::new(counts.right, counts.right + counts.missed)
}

fn named<T>(counts: BTreeMap<&str, Counts>, make: fn(Counts) -> T) -> BTreeMap<String, T> {
    let make_entry = |(name, counts): (&str, Counts)| (name.to_owned(), make(counts));
    counts.into_iter().map(make_entry).collect()
}

fn measure_sensitive(truth: &Truth, scan: &Scan, paths: &Paths, score: &mut Score) {
    let mut measured: BTreeSet<&str> = SPECIAL.into_iter().collect();
    measured.extend(truth.sensitive.values().flatten().map(String::as_str));
    let expected = pairs(&truth.sensitive, |path| path);
    let mut got = pairs(&scan.sensitive, |path| paths.find(path).unwrap_or(path));
    got.retain(|(_, category)| measured.contains(category));
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for pair in expected.union(&got) {
        let entry = counts.entry(pair.1).or_default();
        let (wanted, seen) = (expected.contains(pair), got.contains(pair));
        if wanted {
            count(entry, seen);
        } else {
            entry.wrong += 1;
        }
        if wanted != seen {
            score.differing.push(differing(*pair, wanted));
        }
    }
    score.sensitive = named(counts, Entry::new);
}

fn differing((path, category): (&str, &str), wanted: bool) -> (String, String, String) {
    let (category, none) = (category.to_owned(), "-".to_owned());
    let (expected, got) = if wanted {
        (category, none)
    } else {
        (none, category)
    };
    (path.to_owned(), expected, got)
}

fn pairs<'a>(
    by_path: &'a BTreeMap<String, BTreeSet<String>>,
    known: impl Fn(&'a str) -> &'a str,
) -> BTreeSet<(&'a str, &'a str)> {
    let pairs = by_path.iter().flat_map(|(path, categories)| {
        let path = known(path);
        categories.iter().map(move |word| (path, word.as_str()))
    });
    pairs.collect()
}

fn measure_links(truth: &Truth, scan: &Scan, paths: &Paths, score: &mut Score) {
    let rows = scan
        .rows
        .iter()
        .filter_map(|(path, row)| Some((paths.find(path)?, row.as_str())));
    let got: BTreeMap<&str, &str> = rows.collect();
    let (mut linked, mut right, mut known) = (0, 0, 0);
    for (path, verdict) in &truth.verdicts {
        let Some(row) = verdict.row.as_deref() else {
            continue;
        };
        known += u64::from(!row.is_empty());
        if let Some(found) = got.get(path.as_str()) {
            linked += 1;
            right += u64::from(*found == row);
            if *found != row {
                let differing = (path.clone(), row.to_owned(), (*found).to_owned());
                score.differing.push(differing);
            }
        }
    }
    score.links = Share::new(right, linked);
    score.linked = Share::new(right, known);
}

fn measure_verdicts(truth: &Truth, scan: &Scan, paths: &Paths, score: &mut Score) {
    let got: BTreeMap<&str, &str> = scan
        .verdicts
        .iter()
        .filter_map(|(path, state)| Some((paths.find(path)?, state.as_str())))
        .collect();
    let mut right = 0;
    let mut decided = (0, 0);
    for (path, known) in &truth.verdicts {
        let state = got.get(path.as_str()).copied().unwrap_or("-");
        let is_right = state == known.state || known.accept.iter().any(|other| other == state);
        let shown = if is_right {
            known.state.as_str()
        } else {
            state
        };
        right += u64::from(is_right);
        score.wrongly_overdue += u64::from(state == "overdue" && !is_right);
        if known.accept.is_empty() {
            decided.0 += u64::from(is_right);
            decided.1 += 1;
        }
        let row = score.confusion.entry(known.state.clone()).or_default();
        *row.entry(shown.to_owned()).or_default() += 1;
        if !is_right {
            let differing = (path.clone(), known.state.clone(), state.to_owned());
            score.differing.push(differing);
        }
    }
    score.verdicts = Share::new(right, truth.verdicts.len() as u64);
    score.decided = Share::new(decided.0, decided.1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read_scan, read_truth};

    const TRUTH: &str = r#"
{"path":"V/a.txt","format":"txt","part":"body","rule":"email","key":"a@example.org"}
{"path":"V/a.txt","format":"txt","part":"footer","rule":"email","key":"b@example.org"}
{"path":"V/b.txt","format":"docx","part":"body","rule":"dk.cpr","key":"6101585000"}
{"path":"V/b.txt","sensitive":["health"]}
{"path":"V/b.txt","verdict":"preserve","accept":["review"]}
{"path":"V/a.txt","verdict":"overdue"}
"#;
    const SCAN: &str = r#"
{"record":"document","path":"/x/V/a.txt","size":500000,"sensitive":[{"category":"union"}]}
{"record":"document","path":"/x/V/b.txt","size":500000,"sensitive":[{"category":"health"}]}
{"record":"finding","path":"/x/V/a.txt","rule":"email","value":"A@example.org"}
{"record":"finding","path":"/x/V/a.txt","rule":"email","value":"a@example.org"}
{"record":"finding","path":"/x/V/a.txt","rule":"dk.cpr","value":"6101585000"}
{"record":"finding","path":"/x/V/b.txt","rule":"dk.cpr","value":"610158-5000"}
{"record":"finding","path":"/x/V/b.txt","rule":"other","value":"x"}
{"record":"verdict","path":"/x/V/b.txt","state":"review"}
{"record":"verdict","path":"/x/V/a.txt","state":"unclassified"}
"#;

    fn score() -> Score {
        let truth = read_truth(TRUTH.as_bytes()).unwrap();
        let scan = read_scan(SCAN.as_bytes()).unwrap();
        measure(&truth, &scan, &Options::default())
    }

    #[test]
    fn counts_each_value_once_a_file() {
        let score = score();
        assert_eq!(score.rules["email"].recall, Share::new(1, 2));
        assert_eq!(score.rules["email"].precision, Share::new(1, 1));
        assert_eq!(score.rules["dk.cpr"].precision, Share::new(1, 2));
        assert_eq!(score.not_measured, 1);
    }

    #[test]
    fn measures_recall_by_format_and_part() {
        let score = score();
        assert_eq!(score.formats["docx"], Share::new(1, 1));
        assert_eq!(score.parts["footer"], Share::new(0, 1));
        assert_eq!(score.missed[0].key, "b@example.org");
    }

    #[test]
    fn counts_false_findings_per_megabyte() {
        assert_eq!(score().false_per_mb, Some(1.0));
    }

    #[test]
    fn measures_sensitive_categories_over_files() {
        let score = score();
        assert_eq!(score.sensitive["health"].recall, Share::new(1, 1));
        assert_eq!(score.sensitive["union"].precision, Share::new(0, 1));
    }

    #[test]
    fn accepts_a_state_that_the_rules_leave_open() {
        let score = score();
        assert_eq!(score.verdicts, Share::new(1, 2));
        assert_eq!(score.confusion["overdue"]["unclassified"], 1);
        assert_eq!(score.confusion["preserve"]["preserve"], 1);
    }
}
