//! The scan is a guest: what it must not touch, and what it leaves as it was.

use crate::program::{NUMBER, Place, records};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

#[test]
fn default_excludes_are_not_read_and_are_listed() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    for folder in [
        "~snapshot",
        ".snapshot",
        ".zfs",
        "$RECYCLE.BIN",
        "System Volume Information",
        "DfsrPrivate",
    ] {
        place.write(&format!("share/Unit/{folder}/b.txt"), NUMBER);
    }
    let lines = place.scan(&[]);
    assert_eq!(
        lines
            .iter()
            .filter(|line| line["record"] == "finding")
            .count(),
        1
    );
    let excluded = lines[0]["excluded"].as_object().unwrap();
    assert_eq!(
        excluded
            .values()
            .filter_map(serde_json::Value::as_u64)
            .sum::<u64>(),
        6
    );
}

#[test]
fn own_patterns_are_left_out_and_counted() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    place.write("share/Arkiv/b.txt", NUMBER);
    place.write("share/c.bak", NUMBER);
    let lines = place.scan(&["--exclude", "Arkiv", "--exclude", "*.bak"]);
    assert_eq!(
        lines
            .iter()
            .filter(|line| line["record"] == "document")
            .count(),
        1
    );
    assert_eq!(lines[0]["excluded"]["*.bak"], 1);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_root_and_nothing_is_read_twice() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.write("share/Unit/a.txt", NUMBER);
    place.write("outside/b.txt", "bo@example.org");
    symlink(place.path("outside"), place.path("share/out")).unwrap();
    symlink(place.path("share"), place.path("share/Unit/loop")).unwrap();
    symlink(
        place.path("share/Unit/a.txt"),
        place.path("share/again.txt"),
    )
    .unwrap();
    let lines = place.scan(&[]);
    assert_eq!(
        lines
            .iter()
            .filter(|line| line["record"] == "finding")
            .count(),
        1
    );
    assert_eq!(
        records(&lines, "coverage", "again.txt")[0]["status"],
        "skipped"
    );
    assert_eq!(
        records(&lines, "coverage", "out")[0]["notes"][0]["code"],
        "note-link"
    );
}

/// Size and times of every file and folder.
fn look(folder: &Path) -> BTreeMap<PathBuf, (u64, SystemTime, SystemTime)> {
    let mut seen = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let metadata = std::fs::symlink_metadata(&path).unwrap();
        let times = (
            metadata.len(),
            metadata.modified().unwrap(),
            metadata.accessed().unwrap(),
        );
        if metadata.is_dir() {
            seen.extend(look(&path));
            seen.insert(path, (0, times.1, times.1));
        } else {
            seen.insert(path, times);
        }
    }
    seen
}

#[test]
fn a_scanned_tree_is_as_it_was() {
    let place = &crate::demo::DEMO.0;
    let share = place.path("sporhund-demo/share");
    let before = look(&share);
    let run = place.run(&[
        "scan",
        "sporhund-demo/share",
        "--no-store",
        "--report",
        "guest.html",
        "-o",
        "guest.txt",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(look(&share), before);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_named_and_left() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    let pipe = place.path("share/pipe");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let lines = place.scan(&[]);
    assert_eq!(
        records(&lines, "coverage", "pipe")[0]["notes"][0]["code"],
        "note-special-file"
    );
}
