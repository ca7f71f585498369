//! What a scan writes, and how it ends.

use crate::program::{NUMBER, Place, records};
use serde_json::Value;
use std::process::Stdio;

const SCHEMA: &str = include_str!("../../docs/schema/jsonl.schema.json");

fn share() -> Place {
    let place = Place::new();
    place.write(
        "share/a.txt",
        format!("Personnummer: {NUMBER}\nE-post: anna@example.org\n"),
    );
    place.write(
        "share/Under/b.csv",
        format!("Namn;Personnummer\nAnna;{NUMBER}\n"),
    );
    place.write("share/c.md", "Nothing here.");
    place
}

fn complaints(lines: &[Value]) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong = lines.iter().filter(|line| !validator.is_valid(line));
    wrong.map(ToString::to_string).collect()
}

#[test]
fn every_line_of_the_demo_and_of_shown_values_fits_the_schema() {
    let demo = crate::program::lines(&crate::demo::DEMO.0.read("sporhund-demo/findings.jsonl"));
    assert_eq!(complaints(&demo), Vec::<String>::new());
    let shown = share().scan(&["--show-values"]);
    assert_eq!(complaints(&shown), Vec::<String>::new());
    assert!(shown.iter().any(|line| line["value"] == NUMBER));
}

#[test]
fn spans_of_plain_text_are_bytes_of_the_file() {
    for (name, bytes) in [
        ("utf8.txt", format!("åäö {NUMBER}").into_bytes()),
        (
            "latin.txt",
            [b"\xe5\xe4\xf6 ".as_slice(), NUMBER.as_bytes()].concat(),
        ),
        (
            "wide.txt",
            std::iter::once('\u{feff}')
                .chain(format!("åäö {NUMBER}").chars())
                .flat_map(|c| (c as u16).to_le_bytes())
                .collect(),
        ),
    ] {
        let place = Place::new();
        place.write(&format!("share/{name}"), &bytes);
        let lines = place.scan(&[]);
        let found = records(&lines, "finding", name);
        let (start, end) = (
            found[0]["start"].as_u64().unwrap() as usize,
            found[0]["end"].as_u64().unwrap() as usize,
        );
        let text: Vec<u8> = bytes[start..end]
            .iter()
            .copied()
            .filter(|byte| *byte != 0)
            .collect();
        assert_eq!(text, NUMBER.as_bytes(), "{name}");
        assert_eq!(found[0]["location"]["line"], 1);
        assert_eq!(found[0]["location"]["column"], 5);
    }
}

#[test]
fn the_order_is_the_same_whatever_the_number_of_threads() {
    let demo = &crate::demo::DEMO.0;
    let scan = |threads: &str| {
        let run = demo.run(&[
            "scan",
            "sporhund-demo/share",
            "--no-store",
            "--format",
            "jsonl",
            "--key",
            "k",
            "--threads",
            threads,
        ]);
        let (first, rest) = run.stdout.split_once('\n').unwrap();
        assert!(first.contains("\"record\":\"scan\""));
        rest.to_owned()
    };
    let one = scan("1");
    assert!(one.lines().count() > 1000);
    assert_eq!(one, scan("2"));
    assert_eq!(one, scan("7"));
}

#[test]
fn values_are_masked_unless_they_are_asked_for() {
    let lines = share().scan(&[]);
    let masked: Vec<&str> = lines
        .iter()
        .filter_map(|line| line["masked"].as_str())
        .collect();
    assert_eq!(
        masked,
        ["A***", "1981****-****", "1981****-****", "a***@example.org"]
    );
    assert!(lines.iter().all(|line| line.get("value").is_none()));
}

#[test]
fn paths_are_as_they_were_given() {
    let place = share();
    let lines = place.scan(&[]);
    assert_eq!(records(&lines, "document", "share/Under/b.csv").len(), 1);
    let single = place
        .run(&["scan", "share/a.txt", "--no-store", "--format", "jsonl"])
        .lines();
    assert_eq!(records(&single, "document", "share/a.txt").len(), 1);
    assert_eq!(records(&single, "document", "").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf8_is_kept() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let name = std::ffi::OsStr::from_bytes(b"m\xf6te.txt");
    std::fs::write(place.path("share").join(name), NUMBER).unwrap();
    let lines = place.scan(&[]);
    let document = records(&lines, "document", "te.txt")[0];
    assert!(document["path"].as_str().unwrap().contains('\u{fffd}'));
    assert_eq!(document["path_b64"], "c2hhcmUvbfZ0ZS50eHQ=");
}

#[test]
fn the_exit_code_tells_what_was_found() {
    let place = share();
    let code = |level: &str| place.scan_run(&["--fail-on", level]).code;
    assert_eq!(
        (code("ordinary"), code("confidential"), code("sensitive")),
        (1, 1, 0)
    );
    let wrong = place.scan_run(&["--fail-on", "dangerous"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("sensitive"), "{}", wrong.stderr);
}

#[test]
fn rules_and_confidence_can_be_chosen() {
    let place = share();
    place.write("share/d.txt", NUMBER);
    let rules = |args: &[&str]| -> Vec<String> {
        let lines = place.scan(args);
        lines
            .iter()
            .filter_map(|line| line["rule"].as_str())
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(rules(&["--only", "email"]), ["email"]);
    assert!(rules(&["--min-confidence", "1"]).len() < rules(&[]).len());
    let wrong = place.scan_run(&["--only", "e-mail"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("se.personnummer"), "{}", wrong.stderr);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let place = &crate::demo::DEMO.0;
    let mut command = place.command();
    command.args([
        "scan",
        "sporhund-demo/share",
        "--no-store",
        "--format",
        "jsonl",
    ]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn each_controller_gets_a_report_without_the_paths_of_others() {
    let place = Place::new();
    place.write("one/only-one.txt", NUMBER);
    place.write("two/only-two.txt", NUMBER);
    place.write(
        "sporhund.toml",
        "no-store = true\n[[root]]\nname = \"a\"\npath = \"one\"\ncontroller = \"Nämnd A\"\n\
         [[root]]\nname = \"b\"\npath = \"two\"\ncontroller = \"Nämnd B\"\n",
    );
    let run = place.run(&["scan", "--config", "sporhund.toml", "--report", "r.html"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!place.read("r.html").contains("only-"));
    let own = place.read("r-nämnd-a.html");
    assert!(own.contains("only-one.txt") && !own.contains("only-two.txt"));
}
