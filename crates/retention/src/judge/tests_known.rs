//! What mapping, case system, boards, exceptions of the plan and series do to verdicts.

use super::tests::{codes, judge_all, plan, record, row, settings, with_dates};
use super::*;
use crate::mapping::MappingLine;
use crate::plan::tests::table;

fn mapped(line: MappingLine, today: &str) -> Settings {
    Settings {
        mapping: Mapping { lines: vec![line] },
        ..settings(today)
    }
}

fn with_cases(text: &str, today: &str) -> Settings {
    Settings {
        cases: Cases::from_tables(&[table(text)]).unwrap(),
        ..settings(today)
    }
}

#[test]
fn a_mapping_line_goes_before_names_and_gives_the_day_of_the_event() {
    let plan = plan(vec![
        row(1, "Klasslistor", "Bevaras", ""),
        row(2, "Scheman", "Gallras 2 år efter beslut", ""),
    ]);
    let line = MappingLine {
        glob: "**/Klasslistor/**".to_owned(),
        row: "Scheman".to_owned(),
        date: Some("2019-06-30".parse().unwrap()),
        ..MappingLine::default()
    };
    let files = [record("Skola/Klasslistor/7A.docx", "2012-03-01")];
    let judged = judge_all(plan.clone(), mapped(line.clone(), "2026-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::Overdue);
    assert_eq!(judged[0].row.as_ref().unwrap().row, 2);
    let held = MappingLine { hold: true, ..line };
    let judged = judge_all(plan, mapped(held, "2026-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::OnHold);
}

#[test]
fn a_case_of_the_case_system_starts_the_clock_and_an_open_one_does_not() {
    let rules = || {
        plan(vec![row(
            1,
            "Skolskjutsansökan",
            "Gallras 2 år efter avslutat ärende",
            "",
        )])
    };
    let files = [record(
        "a/BUN 2012-149 Skolskjutsansökan 2012-03-01.docx",
        "2012-03-01",
    )];
    let closed = with_cases("Dnr;Avslutat\nBUN 2012/149;2013-05-01\n", "2026-06-01");
    let judged = judge_all(rules(), closed, &files);
    assert_eq!(judged[0].state, VerdictState::Overdue);
    assert!(codes(&judged[0]).contains(&"reason-registered-case"));
    let open = with_cases(
        "Dnr;Öppnat;Avslutat\nBUN 2012/149;2012-02-01;\n",
        "2026-06-01",
    );
    let judged = judge_all(rules(), open, &files);
    assert_eq!(judged[0].state, VerdictState::KeepUntil);
    assert!(codes(&judged[0]).contains(&"reason-case-open"));
    let late = with_cases("Dnr;Avslutat\nBUN 2012/149;2025-05-01\n", "2026-06-01");
    assert_eq!(
        judge_all(rules(), late, &files)[0].state,
        VerdictState::KeepUntil
    );
}

#[test]
fn the_class_of_a_registered_case_links_its_files() {
    let mut plan = plan(vec![
        row(1, "Skolskjuts", "Gallras 2 år", ""),
        row(2, "Avtal", "Bevaras", ""),
    ]);
    plan.rows[0].class_code = "7.1".to_owned();
    let files = [record("a/BUN 2012-149 brev 2012-03-01.docx", "2012-03-01")];
    let cases = with_cases(
        "Dnr;Klass;Avslutat\nBUN 2012/149;7.1;2013-05-01\n",
        "2026-06-01",
    );
    let judged = judge_all(plan, cases, &files);
    assert_eq!(judged[0].row.as_ref().unwrap().row, 1);
}

#[test]
fn the_boards_own_plan_goes_before_the_common_one_and_others_say_nothing() {
    let of_board = |board: &str, words: &str| {
        let mut plan = plan(vec![row(1, "Klasslistor", words, "")]);
        board.clone_into(&mut plan.settings.board);
        plan.name = board.to_owned();
        plan
    };
    let plans = vec![
        of_board("", "Bevaras"),
        of_board("barn- och utbildningsnämnden", "Gallras 2 år"),
        of_board("socialnämnden", "Gallras 10 år"),
    ];
    let mut judge = Judge::new(plans, settings("2026-06-01")).unwrap();
    let files = [
        record("BUN/Klasslistor/7A 2019-03-01.docx", ""),
        record("KFN/Klasslistor/7A 2019-03-01.docx", ""),
    ];
    for file in &files {
        judge.collect(file);
    }
    let own = judge.verdict(&files[0]);
    assert_eq!(own.row.unwrap().plan, "barn- och utbildningsnämnden");
    assert_eq!(own.state, VerdictState::Overdue);
    // A file whose board is not known: plans with different actions are ambiguous.
    assert_eq!(judge.verdict(&files[1]).state, VerdictState::Review);
}

#[test]
fn kinds_that_the_plan_never_disposes_of_are_preserved() {
    let mut plan = plan(vec![row(1, "Personakter", "Gallras 5 år", "")]);
    plan.settings.never_dispose = vec!["faderskap".to_owned()];
    let files = [
        record(
            "Personakter/Andersson/Faderskapsutredning 2012-03-01.docx",
            "",
        ),
        record("Personakter/Berg/Utredning 2012-03-01.docx", ""),
    ];
    let judged = judge_all(plan, settings("2026-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::Preserve);
    assert_eq!(judged[0].exceptions[0].code, "reason-never-disposed");
    assert_eq!(judged[1].state, VerdictState::Overdue);
}

#[test]
fn older_deliveries_of_a_series_are_superseded() {
    let plan = plan(vec![row(1, "Klasslistor", "Gallras 2 år", "")]);
    let names = [
        "DREAM 2024-01.csv",
        "DREAM 2024-02.csv",
        "DREAM 2024-03.csv",
    ];
    let files: Vec<ItemRecord> = names
        .iter()
        .map(|name| record(&format!("Udtræk/{name}"), ""))
        .collect();
    let judged = judge_all(plan, settings("2026-06-01"), &files);
    let states: Vec<VerdictState> = judged.iter().map(|verdict| verdict.state).collect();
    assert_eq!(
        states,
        [
            VerdictState::Superseded,
            VerdictState::Superseded,
            VerdictState::Unclassified
        ]
    );
}

#[test]
fn a_case_number_with_an_event_in_the_text_yields_to_the_case_system() {
    let rules = plan(vec![row(
        1,
        "Skolskjutsansökan",
        "Gallras 2 år efter avslutat ärende",
        "",
    )]);
    let file = record("a/BUN 2012-149 Skolskjutsansökan.docx", "2012-03-01");
    let files = [with_dates(file, "event 2012-05-01 case_closed")];
    let cases = with_cases("Dnr;Avslutat\nBUN 2012/149;2024-05-01\n", "2026-06-01");
    let judged = judge_all(rules, cases, &files);
    assert_eq!(judged[0].state, VerdictState::DueSoon);
}

#[test]
fn nothing_is_overdue_by_a_plan_that_no_longer_holds() {
    let mut old = plan(vec![row(1, "Klasslistor", "Gallras 2 år", "")]);
    let files = [record("Klasslistor/7A 2012-03-01.docx", "2012-03-01")];
    let judged = judge_all(old.clone(), settings("2026-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::Overdue);
    old.valid_to = "2020-12-31".parse().ok();
    let judged = judge_all(old.clone(), settings("2026-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::PossiblyOverdue);
    assert!(codes(&judged[0]).contains(&"reason-plan-not-in-force"));
    let judged = judge_all(old, settings("2020-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::Overdue);
}

fn hashed(mut record: ItemRecord, hash: u8) -> ItemRecord {
    record.item.size = 100;
    record.content_hash = Some([hash; 32]);
    record
}

#[test]
fn the_same_content_in_a_registered_case_makes_a_file_a_copy() {
    let plan = plan(vec![row(1, "Klasslistor", "Bevaras", "")]);
    let files = [
        hashed(record("Klasslistor/7A 2012-03-01.docx", "2012-03-01"), 1),
        hashed(record("Diarium/BUN 2012-149/lista.docx", "2012-03-01"), 1),
        hashed(record("Klasslistor/8B 2012-03-01.docx", "2012-03-01"), 2),
        hashed(record("Klasslistor/9C 2012-03-01.docx", "2012-03-01"), 2),
    ];
    let judged = judge_all(plan, settings("2026-06-01"), &files);
    assert_eq!(judged[0].standing, Standing::Copy);
    assert_eq!(judged[0].state, VerdictState::WorkingPaperDue);
    let twin = judged[0].identical.as_ref().unwrap();
    assert_eq!(twin.path, files[1].item.path);
    assert!(codes(&judged[0]).contains(&"reason-register-or-delete"));
    assert_eq!(judged[1].standing, Standing::RegisteredRecord);
    assert_eq!(judged[1].identical, None);
    assert_eq!(judged[2].standing, Standing::Record);
    assert_eq!(judged[2].state, VerdictState::Preserve);
    assert!(codes(&judged[2]).contains(&"reason-identical-elsewhere"));
}

#[test]
fn tells_what_a_file_is() {
    let plan = plan(vec![row(1, "Klasslistor", "Gallras 2 år", "")]);
    for (path, want) in [
        ("Klasslistor/7A.docx", Standing::Record),
        ("Klasslistor/7A - kopia.docx", Standing::Copy),
        ("Klasslistor/Kopia av 7A.docx", Standing::Copy),
        ("Klasslistor/7A (2).docx", Standing::Copy),
        ("Utkast/brev.docx", Standing::WorkingPaper),
        ("Brev/~$brev.docx", Standing::WorkingPaper),
        ("BUN 2012-149/brev.docx", Standing::RegisteredRecord),
        ("Privat/semester.jpg", Standing::Private),
        ("Diverse/bild.jpg", Standing::Unknown),
    ] {
        let files = [record(path, "2026-03-01")];
        let judged = judge_all(plan.clone(), settings("2026-06-01"), &files);
        assert_eq!(judged[0].standing, want, "{path}");
    }
}

#[test]
fn a_series_tells_its_years_and_whether_it_is_deleted_yearly() {
    let judged = |years: std::ops::Range<i16>| {
        let name = |year| format!("Udtræk/DREAM {year}-04.csv");
        let files: Vec<ItemRecord> = years
            .map(|year| record(&name(year), "2026-03-01"))
            .collect();
        judge_all(plan(Vec::new()), settings("2026-06-01"), &files)
    };
    let old = judged(2020..2027);
    assert_eq!(old[0].state, VerdictState::Superseded);
    assert!(codes(&old[0]).contains(&"reason-series-not-deleted"));
    assert_eq!(old[6].state, VerdictState::Unclassified);
    let months = ["2025-11", "2026-01", "2026-02"];
    let files = months.map(|month| record(&format!("Udtræk/DREAM {month}.csv"), "2026-03-01"));
    let fresh = judge_all(plan(Vec::new()), settings("2026-06-01"), &files);
    assert!(codes(&fresh[0]).contains(&"reason-series-deleted-yearly"));
}

#[test]
fn an_older_version_is_a_working_paper_and_the_last_is_a_record() {
    let plan = plan(vec![row(1, "Skolskjutsansökan", "Bevaras", "")]);
    let names = ["v1", "v2", "_slutlig"];
    let records = names.map(|name| {
        let path = format!("Skolskjutsansökningar/Skolskjutsansökan {name}.docx");
        record(&path, "2020-03-01")
    });
    let verdicts = judge_all(plan, settings("2026-06-01"), &records);
    let states: Vec<VerdictState> = verdicts.iter().map(|verdict| verdict.state).collect();
    assert_eq!(
        states,
        [
            VerdictState::WorkingPaperDue,
            VerdictState::WorkingPaperDue,
            VerdictState::Preserve
        ]
    );
    assert_eq!(
        codes(&verdicts[0]),
        ["reason-older-version", "reason-register-or-delete"]
    );
}

#[test]
fn a_draft_that_may_be_deleted_is_marked_after_a_year() {
    let judged = |today: &str| {
        let plan = plan(vec![row(
            1,
            "Semesterlista",
            "Gallras vid inaktualitet",
            "",
        )]);
        let draft = record("Semesterlistor/Semesterlista utkast.docx", "2025-03-01");
        judge_all(plan, settings(today), &[draft]).remove(0)
    };
    let marked = |verdict: &Verdict| codes(verdict).contains(&"reason-untouched");
    let (young, old) = (judged("2026-02-28"), judged("2026-03-01"));
    assert_eq!(old.state, VerdictState::MayDispose);
    assert_eq!((marked(&young), marked(&old)), (false, true));
}

#[test]
fn a_series_tells_years_that_the_plan_does_not_permit() {
    let plan = plan(vec![row(1, "Klassuttag", "Gallras 3 år", "")]);
    let records = ["2019-01", "2024-01", "2025-01"]
        .map(|month| record(&format!("Klassuttag/Klassuttag {month}.csv"), "2025-02-01"));
    let verdicts = judge_all(plan, settings("2026-06-01"), &records);
    for verdict in &verdicts {
        let outside = verdict
            .reasons
            .iter()
            .find(|note| note.code == "reason-series-outside");
        assert!(outside.is_some(), "{:?}", verdict.reasons);
        assert!(codes(verdict).contains(&"reason-series-not-deleted"));
    }
}
