//! The demo: made once for all tests that look at it.

use crate::program::{Place, Run, lines};
use serde_json::Value;
use std::sync::LazyLock;

/// The demo's place, how it ended, and how many temporary files it left.
pub static DEMO: LazyLock<(Place, Run, usize)> = LazyLock::new(|| {
    let place = Place::new();
    let run = place.run(&["demo", "--language", "en"]);
    let left = std::fs::read_dir(place.path("tmp")).unwrap().count();
    (place, run, left)
});

/// The demo's ground truth.
pub fn truth() -> Vec<Value> {
    lines(&DEMO.0.read("sporhund-demo/ground-truth.jsonl"))
}

#[test]
fn the_demo_finds_all_that_it_planted_and_nothing_else() {
    let run = &DEMO.1;
    assert_eq!(run.code, 0, "{}\n{}", run.stdout, run.stderr);
    let planted = truth()
        .iter()
        .filter(|line| line["rule"].is_string())
        .count();
    let told = format!("{planted} of {planted} planted values found, 0 false");
    assert!(
        run.stdout.replace(',', "").contains(&told.replace(',', "")),
        "{}",
        run.stdout
    );
    for name in ["report.html", "findings.jsonl", "store.sqlite"] {
        assert!(run.stdout.contains(&format!("sporhund-demo/{name}")));
        assert!(DEMO.0.path("sporhund-demo").join(name).is_file());
    }
}

#[test]
fn the_demo_holds_files_of_every_format_over_ten_years() {
    let share = DEMO.0.path("sporhund-demo/share");
    let mut files = Vec::new();
    let mut folders = vec![share];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    assert!(files.len() >= 300, "{}", files.len());
    for extension in [
        "txt", "log", "md", "csv", "docx", "xlsx", "pdf", "html", "eml", "zip",
    ] {
        let has = files
            .iter()
            .any(|file| file.extension().is_some_and(|found| found == extension));
        assert!(has, "no {extension}");
    }
    let modified = files
        .iter()
        .map(|file| file.metadata().unwrap().modified().unwrap());
    let (oldest, newest) = (modified.clone().min().unwrap(), modified.max().unwrap());
    let years = newest.duration_since(oldest).unwrap().as_secs() / (365 * 86_400);
    assert!(years >= 10, "{years}");
}

#[test]
fn the_report_asks_for_nothing_from_elsewhere_and_runs_no_script() {
    let page = DEMO.0.read("sporhund-demo/report.html");
    for word in [
        "<script",
        "http://",
        "https://",
        "url(",
        "@import",
        "<link",
        "<iframe",
        "javascript:",
    ] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("<svg") && page.len() < 5 << 20);
}

#[test]
fn a_file_of_the_demo_is_explained_from_its_store() {
    let file = "sporhund-demo/share/KS/1.1.2 Kallelser";
    let name = std::fs::read_dir(DEMO.0.path(file))
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .file_name();
    let path = format!("{file}/{}", name.to_string_lossy());
    let run = DEMO.0.run(&[
        "explain",
        &path,
        "--store",
        "sporhund-demo/store.sqlite",
        "--language",
        "sv",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("1.1.2 Kallelser") && run.stdout.contains("Gallras, 2 år"),
        "{}",
        run.stdout
    );
}
