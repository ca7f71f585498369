//! The JSON-lines contract: the examples of its description and what is really written fit the schema.
#![allow(clippy::unwrap_used)]

mod sample;

use serde_json::Value;
use sporhund_model::{Outcome, RelPath};
use sporhund_report::{JsonlOptions, Occurrences, SCHEMA, write_jsonl};
use std::collections::BTreeSet;

const DOC: &str = include_str!("../../../docs/jsonl.md");
const JSON_SCHEMA: &str = include_str!("../../../docs/schema/jsonl.schema.json");

fn lines(sample: &sample::Sample, options: &JsonlOptions) -> Vec<Value> {
    let mut out = Vec::new();
    write_jsonl(sample, options, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn complaints(lines: &[Value]) -> Vec<String> {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let complain = |line: &Value| {
        let errors = validator.iter_errors(line);
        errors.map(|error| format!("{error} in {line}")).next()
    };
    lines.iter().filter_map(complain).collect()
}

fn examples() -> Vec<Value> {
    let lines = DOC.lines().filter(|line| line.starts_with("{\"schema\""));
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn kinds(lines: &[Value]) -> BTreeSet<&str> {
    lines
        .iter()
        .filter_map(|line| line["record"].as_str())
        .collect()
}

#[test]
fn examples_of_the_description_fit_the_schema() {
    let examples = examples();
    assert_eq!(complaints(&examples), Vec::<String>::new());
    let all = ["coverage", "document", "finding", "scan", "verdict"];
    assert_eq!(kinds(&examples), BTreeSet::from(all));
}

#[test]
fn every_line_written_fits_the_schema() {
    for sample in [
        sample::whole(120),
        sample::broken_off(60),
        sample::two_controllers(60),
    ] {
        let lines = lines(&sample, &JsonlOptions::default());
        assert_eq!(complaints(&lines), Vec::<String>::new());
        assert_eq!(kinds(&lines).len(), 5);
        assert!(lines.iter().all(|line| line["schema"] == SCHEMA));
    }
}

#[test]
fn the_schema_refuses_an_unknown_outcome_and_a_missing_path() {
    let mut line = examples()
        .into_iter()
        .find(|line| line["record"] == "document")
        .unwrap();
    line["outcome"] = "perhaps".into();
    assert_eq!(complaints(&[line.clone()]).len(), 1);
    line["outcome"] = "scanned".into();
    line.as_object_mut().unwrap().remove("path");
    assert_eq!(complaints(&[line]).len(), 1);
}

#[test]
fn a_path_that_is_not_utf8_is_given_in_base64_too() {
    let mut record = sample::bare("x", Outcome::Scanned, None);
    record.item.path = RelPath::new(b"f\xe4rg.txt".to_vec());
    let mut sample = sample::whole(0);
    sample.items.push(record);
    let lines = lines(&sample, &JsonlOptions::default());
    assert_eq!(complaints(&lines), Vec::<String>::new());
    assert_eq!(lines[1]["path"], "/srv/von/f\u{fffd}rg.txt");
    assert_eq!(lines[1]["path_b64"], "L3Nydi92b24vZuRyZy50eHQ=");
}

#[test]
fn samples_leave_out_what_all_occurrences_give() {
    let mut record = sample::item(2);
    let finding = record.findings[0].clone();
    record.findings = vec![finding; 60];
    let mut sample = sample::whole(0);
    sample.items.push(record);
    let count = |occurrences| {
        let options = JsonlOptions {
            occurrences,
            ..JsonlOptions::default()
        };
        let lines = lines(&sample, &options);
        let findings = lines
            .iter()
            .filter(|line| line["record"] == "finding")
            .count() as u64;
        (findings, lines[1]["omitted"].as_u64().unwrap())
    };
    assert_eq!(count(Occurrences::Samples), (25, 35));
    assert_eq!(count(Occurrences::All), (60, 0));
}

#[test]
fn a_value_stands_in_the_line_only_when_there_is_one() {
    let mut sample = sample::whole(0);
    let mut record = sample::item(2);
    record.findings.truncate(1);
    sample.items.push(record.clone());
    record.findings[0].value = Some("811218-9876".into());
    sample.items.push(record);
    let lines = lines(&sample, &JsonlOptions::default());
    let findings: Vec<_> = lines
        .iter()
        .filter(|line| line["record"] == "finding")
        .collect();
    assert!(findings[0].get("value").is_none());
    assert_eq!(findings[1]["value"], "811218-9876");
}

#[test]
fn members_are_told_apart_from_the_path() {
    let lines = lines(&sample::whole(20), &JsonlOptions::default());
    let finding = lines
        .iter()
        .find(|line| line.get("member").is_some())
        .unwrap();
    assert_eq!(finding["member"], "brev.eml » bilaga.xlsx");
    assert!(!finding["path"].as_str().unwrap().contains('»'));
}
