//! The labels of a folder, as JSON lines of three kinds.
//!
//! `{"path","format","part","rule","key","member"?}` says that a value was planted, `{"path","sensitive":[…]}` which
//! sensitive categories concern an identified person in the file, `{"path","verdict":"overdue","accept":[…]?}` how the
//! file stands towards the plan; `row` beside it names the plan's row by class code and type (empty: none), and `split` the part
//! of the labels it belongs to. `path` is relative to the labelled folder, with `/`.

use crate::key::normal_key;
use crate::{ScoreError, each_line};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

/// A value that lies in a file and should be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Planted {
    /// The file, relative to the labelled folder.
    pub path: String,
    /// The member it stands in, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The format it stands in, such as `docx`.
    pub format: String,
    /// The place or way of writing, such as `footnote` or `nbsp`.
    pub part: String,
    /// The rule that should find it.
    pub rule: String,
    /// What is compared with the scan's key.
    pub key: String,
}

/// How a file stands towards the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The right state.
    pub state: String,
    /// Other states that are right too, where the rules leave it open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<String>,
    /// The row of the plan, empty where no row means the file; `None` where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
}

/// All labels of a folder.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    /// What was planted.
    pub planted: Vec<Planted>,
    /// The sensitive categories by file; a file that is not here has none.
    pub sensitive: BTreeMap<String, BTreeSet<String>>,
    /// The verdicts by file, for the files whose verdict is known.
    pub verdicts: BTreeMap<String, Verdict>,
    /// The split by file, where the labels are divided.
    pub splits: BTreeMap<String, String>,
}

/// A line of any kind.
#[derive(Deserialize)]
struct Line {
    path: String,
    #[serde(default)]
    member: Option<String>,
    #[serde(default)]
    format: String,
    #[serde(default)]
    part: String,
    rule: Option<String>,
    key: Option<String>,
    sensitive: Option<BTreeSet<String>>,
    verdict: Option<String>,
    #[serde(default)]
    accept: Vec<String>,
    row: Option<String>,
    split: Option<String>,
}

/// Reads labels; keys are brought to their normal form ([`normal_key`]).
pub fn read_truth(from: impl BufRead) -> Result<Truth, ScoreError> {
    read_truth_with(from, normal_key)
}

/// Reads labels with keys of one's own, made from a rule and a value: fingerprints, for who does not know the values that
/// a scan found. A Swedish value has its century here.
pub fn read_truth_with(
    from: impl BufRead,
    key_of: impl Fn(&str, &str) -> String,
) -> Result<Truth, ScoreError> {
    let mut truth = Truth::default();
    each_line(from, |line: Line| truth.take(line, &key_of))?;
    Ok(truth)
}

impl Truth {
    /// Leaves the verdicts of one split only.
    pub fn keep_split(&mut self, split: &str) {
        let splits = &self.splits;
        self.verdicts
            .retain(|path, _| splits.get(path).is_none_or(|known| known == split));
    }

    fn take(&mut self, line: Line, key_of: impl Fn(&str, &str) -> String) {
        if let Some(sensitive) = line.sensitive {
            let known = self.sensitive.entry(line.path.clone()).or_default();
            known.extend(sensitive);
        }
        if let Some(state) = line.verdict {
            let verdict = Verdict {
                state,
                accept: line.accept,
                row: line.row,
            };
            self.verdicts.insert(line.path.clone(), verdict);
        }
        if let Some(split) = line.split {
            self.splits.insert(line.path.clone(), split);
        }
        if let (Some(rule), Some(key)) = (line.rule, line.key) {
            self.planted.push(Planted {
                key: key_of(&rule, &key),
                path: line.path,
                member: line.member,
                format: line.format,
                part: line.part,
                rule,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_three_kinds_of_lines() {
        let text = concat!(
            r#"{"path":"a.txt","format":"txt","part":"body","rule":"dk.cpr","key":"610158-5000"}"#,
            "\n\n",
            r#"{"path":"a.txt","sensitive":["health"]}"#,
            "\n",
            r#"{"path":"a.txt","verdict":"preserve","accept":["review"]}"#,
        );
        let truth = read_truth(text.as_bytes()).unwrap();
        assert_eq!(truth.planted[0].key, "6101585000");
        assert!(truth.sensitive["a.txt"].contains("health"));
        assert_eq!(truth.verdicts["a.txt"].accept, ["review"]);
    }

    #[test]
    fn gives_the_whole_value_to_who_makes_keys() {
        let text = r#"{"path":"a","rule":"se.personnummer","key":"189203049812"}"#;
        let truth = read_truth_with(text.as_bytes(), |_, value| format!("<{value}>")).unwrap();
        assert_eq!(truth.planted[0].key, "<189203049812>");
    }

    #[test]
    fn names_the_line_that_is_wrong() {
        let fault = read_truth("{\"path\":\"a\"}\nnonsense".as_bytes()).unwrap_err();
        assert!(fault.to_string().starts_with("line 2:"));
    }
}
