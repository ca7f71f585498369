//! Links and verdicts through the program: the share whose truth is known, and what is done with a stored scan.

use crate::program::{Place, lines};
use std::io::Read;

/// Wrong "overdue" 0, links right in 98 of 100, and seven of ten decidable verdicts exact: else the command fails.
#[test]
fn links_and_verdicts_hold_on_the_share_with_known_truth() {
    let place = Place::new();
    let run = place.run(&["demo", "--verdicts", "--list", "judged"]);
    assert_eq!(run.code, 0, "{}\n{}", run.stdout, run.stderr);
    let truth = lines(&place.read("judged/ground-truth.jsonl"));
    let known = truth.iter().filter(|line| line["verdict"].is_string());
    assert!(known.count() >= 400);
    for split in ["== dev", "== test", "wrongly overdue: 0"] {
        assert!(run.stdout.contains(split), "{}", run.stdout);
    }
}

#[test]
fn a_stored_scan_is_judged_linked_and_listed_without_reading_files() {
    let place = Place::new();
    let folder = place.path("share/Klasslistor");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("2012-03-01 klass 7A.txt"), "Klasslista").unwrap();
    std::fs::create_dir_all(place.path("share/Kök")).unwrap();
    std::fs::write(place.path("share/Kök/recept.txt"), "Pannkakor").unwrap();
    let plan = |name: &str, limit: &str| {
        let text = format!("Klass;Handlingstyp;Bevaras/Gallras\n7.1;Klasslistor;{limit}\n");
        std::fs::write(place.path(name), text).unwrap();
    };
    plan("old.csv", "Bevaras");
    plan("new.csv", "Gallras 2 år");
    let stored = ["--store", "s.sqlite", "--today", "2026-11-24"];
    let scan = ["scan", "share", "--plan", "old.csv", "--key", "k"];
    let run = place.run(&[&scan[..], &stored].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    // What is judged from the store needs no file any more.
    std::fs::remove_dir_all(place.path("share")).unwrap();
    let judge = [
        "judge",
        "--plan",
        "new.csv",
        "--format",
        "jsonl",
        "--worklist",
        "w.xlsx",
    ];
    let run = place.run(&[&judge[..], &stored].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let states: Vec<String> = lines(&run.stdout)
        .iter()
        .filter(|line| line["record"] == "verdict")
        .map(|line| line["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["overdue", "unclassified"]);
    let mut book =
        zip::ZipArchive::new(std::fs::File::open(place.path("w.xlsx")).unwrap()).unwrap();
    let mut sheet = String::new();
    let mut part = book.by_name("xl/worksheets/sheet2.xml").unwrap();
    part.read_to_string(&mut sheet).unwrap();
    for wanted in ["dataValidation", "autoFilter", "state=\"frozen\""] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    let run = place.run(&[&["plan", "suggest", "--plan", "new.csv"][..], &stored].concat());
    assert!(run.stdout.contains("glob = \"Kök/**\""), "{}", run.stdout);
    let link = [
        "plan",
        "link",
        "share/Klasslistor",
        "--plan",
        "new.csv",
        "--format",
        "jsonl",
    ];
    let run = place.run(&[&link[..], &stored].concat());
    let line = &lines(&run.stdout)[0];
    assert_eq!(line["linked"], true, "{line}");
    assert_eq!(line["candidates"][0]["row"]["document_type"], "Klasslistor");
}
