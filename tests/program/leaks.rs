//! No planted value stands in the store, the outputs, the logs or temporary files.
//!
//! The demo plants values in text, cells, names of files, folders, sheets and members. Paths stand in the store and in the
//! JSON lines by their contract, so for values that stand in a name the other fields are searched.

use crate::demo::{DEMO, truth};
use crate::program::lines;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Fields that hold paths.
const PATHS: [&str; 5] = ["path", "path_b64", "member", "dossier", "name"];

/// Without what stands between the digits of a number, and in lower case.
fn bare(text: &str) -> String {
    let between =
        |c: &char| !matches!(c, '-' | '+' | ' ' | '\u{a0}' | '–' | '\u{2011}' | '/' | '.');
    let mail: String = text.to_lowercase();
    if mail.contains('@') {
        return mail.clone() + "\n" + &mail.chars().filter(between).collect::<String>();
    }
    mail.chars().filter(between).collect()
}

/// The planted values with whether they stand in a name: the ten digits of a number, the address of a mailbox.
fn planted() -> Vec<(String, bool)> {
    let truth = truth();
    let of_names: BTreeSet<&str> = truth
        .iter()
        .filter(|line| {
            line["part"]
                .as_str()
                .is_some_and(|part| part.contains("name"))
        })
        .filter_map(|line| line["key"].as_str())
        .collect();
    let keys: BTreeSet<&str> = truth
        .iter()
        .filter_map(|line| line["key"].as_str())
        .collect();
    let folders: BTreeSet<String> = truth
        .iter()
        .filter_map(|line| line["path"].as_str())
        .map(bare)
        .collect();
    let in_path = |value: &str| folders.iter().any(|path| path.contains(value));
    keys.into_iter()
        .map(|key| {
            let value = key
                .get(key.len().saturating_sub(10)..)
                .filter(|_| !key.contains('@'));
            let value = value.unwrap_or(key).to_owned();
            let named = of_names.contains(key) || in_path(&value);
            (value, named)
        })
        .collect()
}

fn search(place: &str, text: &str, values: impl Iterator<Item = String>) {
    let text = bare(text);
    let found: Vec<String> = values
        .filter(|value| text.contains(value.as_str()))
        .collect();
    assert!(
        found.is_empty(),
        "{} values in {place}, such as {:?}",
        found.len(),
        found.first()
    );
}

fn all() -> impl Iterator<Item = String> {
    planted().into_iter().map(|(value, _)| value)
}

fn outside_names() -> impl Iterator<Item = String> {
    planted()
        .into_iter()
        .filter(|(_, named)| !named)
        .map(|(value, _)| value)
}

/// All strings but those of fields that hold paths.
fn strings(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => {
            into.push_str(text);
            into.push('\n');
        }
        Value::Array(values) => values.iter().for_each(|value| strings(value, into)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !PATHS.contains(&name.as_str()))
            .for_each(|(_, value)| strings(value, into)),
        _ => {}
    }
}

#[test]
fn the_search_finds_a_value_however_it_is_written() {
    assert!(bare("Nr 19 81-12.18–9876").contains("8112189876"));
    assert!(planted().len() > 1000);
    assert!(planted().iter().any(|(_, named)| *named));
}

#[test]
fn the_report_the_summary_and_the_log_hold_no_value() {
    search(
        "report.html",
        &DEMO.0.read("sporhund-demo/report.html"),
        all(),
    );
    search("stdout", &DEMO.1.stdout, all());
    search("stderr", &DEMO.1.stderr, all());
}

#[test]
fn the_json_lines_hold_values_in_paths_only() {
    let text = DEMO.0.read("sporhund-demo/findings.jsonl");
    search("findings.jsonl", &text, outside_names());
    let mut rest = String::new();
    for line in lines(&text) {
        assert!(line.get("value").is_none());
        strings(&line, &mut rest);
    }
    search("findings.jsonl outside of paths", &rest, all());
}

fn strings_of(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.flatten().collect()
}

/// Every column of every table but those that hold paths; JSON is decoded, bytes are shown as text, without the paths of dossiers
/// in packed verdicts.
fn dump(store: &Path) -> (String, String) {
    let connection = Connection::open(store).unwrap();
    let tables = strings_of(
        &connection,
        "SELECT name FROM sqlite_master WHERE type = 'table'",
    );
    let folders = strings_of(
        &connection,
        "SELECT CAST(path AS TEXT) AS path FROM dir WHERE length(path) > 5 ORDER BY length(path) DESC",
    );
    let (mut whole, mut rest) = (String::new(), String::new());
    for table in tables {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM \"{table}\""))
            .unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (number, name) in names.iter().enumerate() {
                let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = row.get_ref(number).unwrap()
                else {
                    continue;
                };
                let text = String::from_utf8_lossy(bytes);
                whole.push_str(&text);
                whole.push('\n');
                match serde_json::from_str::<Value>(&text) {
                    Ok(value) => strings(&value, &mut rest),
                    Err(_) if PATHS.contains(&name.as_str()) => {}
                    Err(_) => {
                        let left = folders.iter().fold(text.into_owned(), |text, folder| {
                            text.replace(folder.as_str(), "")
                        });
                        rest.push_str(&(left + "\n"));
                    }
                }
            }
        }
    }
    (whole, rest)
}

#[test]
fn the_store_holds_values_in_paths_only() {
    let (whole, rest) = dump(&DEMO.0.path("sporhund-demo/store.sqlite"));
    assert!(whole.len() > 100_000);
    search("store", &whole, outside_names());
    search("store outside of paths", &rest, all());
}

#[test]
fn no_temporary_file_is_left_and_all_files_are_private() {
    assert_eq!(DEMO.2, 0);
    #[cfg(unix)]
    for name in [
        "store.sqlite",
        "fingerprint.key",
        "findings.jsonl",
        "report.html",
    ] {
        use std::os::unix::fs::PermissionsExt;
        let path = DEMO.0.path("sporhund-demo").join(name);
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{name}");
    }
}
