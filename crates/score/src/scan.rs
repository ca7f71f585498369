//! What a scan found, from its JSON lines (`docs/jsonl.md`).

use crate::key::normal_key;
use crate::{ScoreError, each_line};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

/// A value that a scan found.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The file, as the scan names it.
    pub path: String,
    /// By which rule.
    pub rule: String,
    /// What is compared with the truth's key.
    pub key: String,
}

/// All that a scan found.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// The values.
    pub found: Vec<Found>,
    /// The sensitive categories by file.
    pub sensitive: BTreeMap<String, BTreeSet<String>>,
    /// The state of the verdict by file.
    pub verdicts: BTreeMap<String, String>,
    /// The row that the verdict names by class code and type, where it was taken for sure.
    pub rows: BTreeMap<String, String>,
    /// The size of each file in bytes.
    pub sizes: BTreeMap<String, u64>,
    /// Findings that had neither value nor fingerprint, which happens for terms, or without `--show-values`.
    pub without_key: u64,
}

/// The fields of all records that matter here.
#[derive(Deserialize)]
struct Line {
    record: String,
    #[serde(default)]
    path: String,
    #[serde(default)]
    rule: String,
    value: Option<String>,
    fingerprint: Option<String>,
    #[serde(default)]
    size: u64,
    #[serde(default)]
    sensitive: Vec<Sensitive>,
    state: Option<String>,
    verdict: Option<State>,
    row: Option<Row>,
    #[serde(default)]
    reasons: Vec<Reason>,
}

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    class_code: String,
    document_type: String,
}

#[derive(Deserialize)]
struct Reason {
    code: String,
}

#[derive(Deserialize)]
struct Sensitive {
    category: String,
}

/// The verdict as a word, or as an object with its state.
#[derive(Deserialize)]
#[serde(untagged)]
enum State {
    Word(String),
    Whole { state: String },
}

/// Reads a scan's JSON lines; keys are brought to their normal form.
///
/// A finding without `value` takes its fingerprint as key.
pub fn read_scan(from: impl BufRead) -> Result<Scan, ScoreError> {
    let mut scan = Scan::default();
    each_line(from, |line: Line| scan.take(line))?;
    Ok(scan)
}

impl Scan {
    fn take(&mut self, line: Line) {
        match line.record.as_str() {
            "finding" => self.take_finding(line),
            "document" => self.take_document(line),
            "verdict" => self.take_verdict(line),
            _ => {}
        }
    }

    fn take_finding(&mut self, line: Line) {
        let value = line.value.map(|value| normal_key(&line.rule, &value));
        let Some(key) = value.or(line.fingerprint) else {
            self.without_key += 1;
            return;
        };
        self.found.push(Found {
            key,
            path: line.path,
            rule: line.rule,
        });
    }

    fn take_document(&mut self, line: Line) {
        self.sizes.insert(line.path.clone(), line.size);
        let categories = line.sensitive.into_iter().map(|entry| entry.category);
        let known = self.sensitive.entry(line.path).or_default();
        known.extend(categories);
    }

    fn take_verdict(&mut self, line: Line) {
        let state = match line.verdict {
            Some(State::Word(state) | State::Whole { state }) => Some(state),
            None => line.state,
        };
        let is_open = line
            .reasons
            .iter()
            .any(|reason| reason.code == "reason-ambiguous-rows");
        if let Some(row) = line.row.filter(|_| !is_open) {
            let name = format!("{} {}", row.class_code, row.document_type);
            self.rows.insert(line.path.clone(), name);
        }
        if let Some(state) = state {
            self.verdicts.insert(line.path, state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_findings_documents_and_verdicts() {
        let text = concat!(
            r#"{"schema":1,"record":"scan","version":"0.1.0"}"#,
            "\n",
            r#"{"schema":1,"record":"document","path":"s/a.txt","size":12,"sensitive":[{"category":"health","confidence":0.9}]}"#,
            "\n",
            r#"{"schema":1,"record":"finding","path":"s/a.txt","rule":"email","value":"A@example.org"}"#,
            "\n",
            r#"{"schema":1,"record":"finding","path":"s/a.txt","rule":"term.health"}"#,
            "\n",
            r#"{"schema":1,"record":"verdict","path":"s/a.txt","state":"overdue"}"#,
        );
        let scan = read_scan(text.as_bytes()).unwrap();
        assert_eq!(scan.found[0].key, "a@example.org");
        assert_eq!(scan.without_key, 1);
        assert_eq!(scan.sizes["s/a.txt"], 12);
        assert!(scan.sensitive["s/a.txt"].contains("health"));
        assert_eq!(scan.verdicts["s/a.txt"], "overdue");
    }
}
