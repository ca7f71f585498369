//! The worklist: what stands in it, in which order, and that no cell is a formula.
#![allow(clippy::unwrap_used)]

mod sample;

use sporhund_report::summary::Scope;
use sporhund_report::{
    Language, Messages, WorklistOptions, write_worklist_csv, write_worklist_xlsx,
};

fn csv(sample: &sample::Sample, scope: Scope) -> Vec<String> {
    let mut out = Vec::new();
    let messages = Messages::load(Language::English);
    write_worklist_csv(sample, &messages, &WorklistOptions { scope }, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn lists_files_with_the_most_pressing_first() {
    let lines = csv(&sample::whole(120), Scope::default());
    assert!(
        lines[0].starts_with("Decision;Note;Verdict;"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with(";;overdue for disposal;"),
        "{}",
        lines[1]
    );
    assert!(lines.len() > 60, "{}", lines.len());
    let place = |word: &str| lines.iter().position(|line| line.contains(word)).unwrap();
    assert!(place("overdue for disposal") < place("preserve"));
    for line in &lines {
        for cell in line.split(';') {
            assert!(!cell.starts_with(['=', '+', '@']), "{line}");
        }
    }
}

#[test]
fn holds_the_files_of_its_controller_only() {
    let sample = sample::two_controllers(60);
    let all = csv(&sample, Scope::default()).len();
    let controllers: Vec<String> = sporhund_model::Records::scan(&sample)
        .unwrap()
        .roots
        .iter()
        .map(|root| root.controller.clone())
        .collect();
    let parts: usize = controllers
        .iter()
        .map(|controller| {
            let scope = Scope {
                controller: Some(controller.clone()),
            };
            csv(&sample, scope).len() - 1
        })
        .sum();
    assert_eq!(parts, all - 1);
}

#[test]
fn the_workbook_has_groups_files_and_decisions() {
    let mut bytes = Vec::new();
    let messages = Messages::load(Language::Swedish);
    let options = WorklistOptions::default();
    write_worklist_xlsx(&sample::whole(120), &messages, &options, &mut bytes).unwrap();
    assert!(bytes.starts_with(b"PK"));
    let text = String::from_utf8_lossy(&bytes);
    for part in [
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ] {
        assert!(text.contains(part), "{part}");
    }
}
