//! The worklist: what stands in it, in which order, and that no cell is a formula.
#![allow(clippy::unwrap_used)]

mod sample;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use sporhund_report::summary::Scope;
use sporhund_report::{
    Language, LeftOut, Messages, WorklistOptions, write_worklist_csv, write_worklist_xlsx,
};
use std::io::Cursor;

fn options(scope: Scope) -> WorklistOptions {
    WorklistOptions {
        scope,
        ..WorklistOptions::default()
    }
}

fn csv(sample: &sample::Sample, scope: Scope) -> Vec<String> {
    let mut out = Vec::new();
    let messages = Messages::load(Language::English);
    write_worklist_csv(sample, &messages, &options(scope), &mut out).unwrap();
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

fn workbook(sample: &sample::Sample, options: &WorklistOptions) -> (Vec<u8>, LeftOut) {
    let mut bytes = Vec::new();
    let messages = Messages::load(Language::Swedish);
    let left_out = write_worklist_xlsx(sample, &messages, options, &mut bytes).unwrap();
    (bytes, left_out)
}

/// The rows of each sheet as text.
fn sheets(bytes: &[u8]) -> Vec<Vec<Vec<String>>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let text = |row: &[Data]| row.iter().map(ToString::to_string).collect();
    let sheets = book.worksheets();
    let rows = |(_, range): &(String, calamine::Range<Data>)| range.rows().map(text).collect();
    sheets.iter().map(rows).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(book.by_name(name).unwrap()).unwrap()
}

#[test]
fn the_workbook_has_groups_files_and_decisions() {
    let (bytes, left_out) = workbook(&sample::whole(120), &WorklistOptions::default());
    assert_eq!(left_out, LeftOut::default());
    let sheets = sheets(&bytes);
    assert_eq!(sheets.len(), 3);
    assert_eq!(sheets[0][0][..3], ["Beslut", "Anteckning", "Bedömning"]);
    assert_eq!(
        sheets[1].len(),
        csv(&sample::whole(120), Scope::default()).len()
    );
    assert_eq!(sheets[2][0][0], "gallra");
}

#[test]
fn headings_stay_rows_can_be_filtered_and_decisions_are_chosen_from_a_list() {
    let (bytes, _) = workbook(&sample::whole(120), &WorklistOptions::default());
    for (number, columns) in [(1, "R"), (2, "V")] {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        let rows = sheets(&bytes)[number - 1].len();
        assert!(
            sheet.contains(r#"<pane ySplit="1" topLeftCell="A2" "#),
            "{sheet:.900}"
        );
        assert!(sheet.contains(r#"state="frozen""#));
        assert!(sheet.contains(&format!(r#"<autoFilter ref="A1:{columns}{rows}"/>"#)));
        assert!(sheet.contains(r#"<dataValidation type="list""#));
        assert!(sheet.contains(&format!(r#"sqref="A2:A{rows}""#)));
        assert!(sheet.contains("!$A$1:$A$12</formula1>"));
    }
}

#[test]
fn no_cell_of_the_workbook_is_a_formula() {
    let mut sample = sample::whole(30);
    for (at, record) in sample.items.iter_mut().enumerate() {
        record.item.unit = Some(format!("{}cmd|' /C calc'!A0", ["=", "+", "-", "@"][at % 4]));
    }
    let (bytes, _) = workbook(&sample, &WorklistOptions::default());
    for number in 1..=3 {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(!sheet.contains("<f>"));
    }
    let cells = sheets(&bytes).concat().concat();
    assert!(cells.iter().any(|cell| cell.starts_with("'=cmd")));
    assert!(
        !cells
            .iter()
            .any(|cell| cell.starts_with(['=', '+', '-', '@']))
    );
}

#[test]
fn what_does_not_fit_is_told_and_the_most_pressing_stays() {
    let options = WorklistOptions {
        limit: 20,
        ..WorklistOptions::default()
    };
    let sample = sample::whole(200);
    let whole = sheets(&workbook(&sample, &WorklistOptions::default()).0);
    let (bytes, left_out) = workbook(&sample, &options);
    let cut = sheets(&bytes);
    for sheet in [0, 1] {
        assert_eq!(cut[sheet].len(), 20);
        let states = |rows: &[Vec<String>]| -> Vec<String> {
            rows[1..19].iter().map(|row| row[2].clone()).collect()
        };
        assert_eq!(states(&cut[sheet]), states(&whole[sheet]));
    }
    assert_eq!(left_out.files as usize, whole[1].len() - 1 - 18);
    assert!(
        cut[1][19][1].contains(&left_out.files.to_string()),
        "{:?}",
        cut[1][19]
    );
    let shown: u64 = cut[0][1..19]
        .iter()
        .map(|row| row[11].parse::<u64>().unwrap())
        .sum();
    assert_eq!(shown + left_out.of_groups, whole[1].len() as u64 - 1);
    assert!(cut[0][19][1].contains(&left_out.of_groups.to_string()));
}

#[test]
fn no_more_than_fifty_thousand_rows_are_written() {
    let lines = csv(&sample::whole(60_000), Scope::default());
    assert_eq!(lines.len(), 50_000);
    assert!(lines[49_999].starts_with(';'), "{}", lines[49_999]);
}
