//! What is kept from one scan to the next.

use crate::program::{NUMBER, Place, lines};
use rusqlite::Connection;
use serde_json::Value;

fn scan(place: &Place, args: &[&str]) -> Vec<Value> {
    let mut all = vec!["scan", "share", "--store", "s.sqlite", "--format", "jsonl"];
    all.extend(args);
    let run = place.run(&all);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.lines()
}

/// How many files the last scan read, and how many it did not need to.
fn counts(place: &Place, args: &[&str]) -> (u64, u64) {
    let mut all = vec!["scan", "share", "--store", "s.sqlite", "-o", "out.txt"];
    all.extend(args);
    let run = place.run(&all);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let line = run
        .stderr
        .lines()
        .find(|line| line.contains("unchanged"))
        .unwrap()
        .to_owned();
    let number = |before: &str| {
        let word = line
            .split(before)
            .next()
            .unwrap()
            .split_whitespace()
            .last()
            .unwrap();
        word.parse().unwrap()
    };
    (number(" read ("), number(" unchanged"))
}

#[test]
fn an_unchanged_file_is_not_read_again_and_a_changed_one_is() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    place.write("share/b.txt", "anna@example.org");
    let first = scan(&place, &[]);
    assert_eq!(counts(&place, &[]), (0, 2));
    let second = scan(&place, &[]);
    assert_eq!(first[1..], second[1..]);
    place.write("share/b.txt", "anna@example.org, bo@example.org");
    assert_eq!(counts(&place, &[]), (1, 1));
    let third = scan(&place, &[]);
    let mails = third.iter().filter(|line| line["rule"] == "email");
    assert_eq!(mails.count(), 2);
    assert_eq!(counts(&place, &["--min-confidence", "0.9"]), (2, 0));
}

#[test]
fn a_file_that_is_gone_is_no_longer_reported() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    let b = place.write("share/b.txt", NUMBER);
    scan(&place, &[]);
    std::fs::remove_file(b).unwrap();
    let after = scan(&place, &[]);
    assert_eq!(
        after
            .iter()
            .filter(|line| line["record"] == "document")
            .count(),
        1
    );
}

#[test]
fn an_empty_root_changes_nothing_and_ends_with_2() {
    let place = Place::new();
    let a = place.write("share/a.txt", NUMBER);
    scan(&place, &[]);
    std::fs::remove_file(a).unwrap();
    let run = place.run(&["scan", "share", "--store", "s.sqlite", "--format", "jsonl"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("NOTHING WAS READ"), "{}", run.stderr);
    let connection = Connection::open(place.path("s.sqlite")).unwrap();
    let kept = "SELECT count(*) FROM item WHERE gone IS NULL";
    let kept: i64 = connection.query_row(kept, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn a_new_plan_is_judged_without_reading_files_again() {
    let place = Place::new();
    place.write("share/1.1 Kallelser/2015-03-14 Kallelse.txt", NUMBER);
    scan(&place, &[]);
    place.write(
        "plan.csv",
        "Klassificering;Handlingstyp;Gallring\n1.1;Kallelser;Gallras 2 år\n",
    );
    let judged = scan(&place, &["--plan", "plan.csv", "--today", "2026-01-31"]);
    assert_eq!(counts(&place, &["--plan", "plan.csv"]), (0, 1));
    let verdict = judged
        .iter()
        .find(|line| line["record"] == "verdict")
        .unwrap();
    assert_eq!(verdict["row"]["document_type"], "Kallelser");
    assert_eq!(verdict["obligations"][0]["date"], "2018-01-01");
}

#[test]
fn shown_values_never_reach_a_kept_store() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    let run = place.run(&[
        "scan",
        "share",
        "--show-values",
        "--store",
        "s.sqlite",
        "--format",
        "jsonl",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!place.path("s.sqlite").exists());
    assert_eq!(std::fs::read_dir(place.path("tmp")).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let key = place.write("k", "0".repeat(64));
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    place.write("share/a.txt", NUMBER);
    let run = place.scan_run(&["--key", "k"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("others than its owner"),
        "{}",
        run.stderr
    );
}

/// Told to end while thousands of files wait, it reports what it had by then.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_cleanly_with_what_was_found_so_far() {
    use std::process::Stdio;
    const FILES: usize = 20_000;
    let place = Place::new();
    for number in 0..FILES {
        place.write(&format!("share/{}/{number}.txt", number % 100), NUMBER);
    }
    let mut command = place.command();
    command.args([
        "scan",
        "share",
        "--store",
        "s.sqlite",
        "--format",
        "jsonl",
        "--threads",
        "1",
    ]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while !has_begun(&place) {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    let pid = child.id().to_string();
    let interrupt = std::process::Command::new("kill")
        .args(["-INT", &pid])
        .status();
    assert!(interrupt.unwrap().success());
    let output = child.wait_with_output().unwrap();
    let found = lines(&String::from_utf8_lossy(&output.stdout));
    let scanned = found
        .iter()
        .filter(|line| line["outcome"] == "scanned")
        .count();
    assert!(
        (1..FILES).contains(&scanned),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(found[0]["complete"], false);
    // The next scan goes on, and ends as if nothing had happened.
    let all = scan(&place, &[]);
    assert_eq!(all[0]["complete"], true);
    let read = all
        .iter()
        .filter(|line| line["outcome"] == "scanned")
        .count();
    assert_eq!(read, FILES);
}

/// Whether results have reached the store.
#[cfg(unix)]
fn has_begun(place: &Place) -> bool {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let Ok(connection) = Connection::open_with_flags(place.path("s.sqlite"), flags) else {
        return false;
    };
    let items = "SELECT count(*) FROM item";
    let items = connection.query_row(items, [], |row| row.get::<_, i64>(0));
    items.is_ok_and(|items| items > 0)
}
