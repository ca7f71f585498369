//! Plans as csv, read row by row as a person would read them.

use super::*;
use crate::phrase::{Action, Period};
use jiff::civil::Date;
use sporhund_model::TableRow;

/// A csv of a test as `extract` would give it.
pub(crate) fn table(text: &str) -> Table {
    let rows = text.lines().enumerate().map(|(index, line)| TableRow {
        number: index as u32 + 1,
        cells: line
            .split(';')
            .map(|cell| cell.replace("\\n", "\n"))
            .collect(),
    });
    Table {
        name: String::new(),
        above: Vec::new(),
        rows: rows
            .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
            .collect(),
        ..Table::default()
    }
}

fn import(text: &str) -> Plan {
    Plan::import("plan", &[table(text)]).unwrap().0
}

fn meaning(row: &PlanRow) -> String {
    let form = row.normal;
    let word = serde_json::to_value(form.action).unwrap();
    let trigger = serde_json::to_value(form.trigger).unwrap();
    let period = form
        .period
        .map_or("-".to_owned(), |period| period.to_string());
    let human = if form.needs_human { " human" } else { "" };
    format!(
        "{} {period} {}{human}",
        word.as_str().unwrap(),
        trigger.as_str().unwrap()
    )
}

#[test]
fn reads_the_school_plan_row_by_row() {
    let (plan, report) = Plan::import(
        "skola",
        &[table(include_str!(
            "../../tests/data/sv_skola_7-1_excerpt.csv"
        ))],
    )
    .unwrap();
    assert_eq!(plan.rows.len(), 33);
    assert_eq!(report.headings.len(), 8);
    assert!(plan.rows.iter().all(|row| row.class_code == "7.1"));
    assert_eq!(plan.rows[0].document_type, "Interkommunala ärenden");
    assert_eq!(plan.rows[0].section, ["Skolplikt"]);
    let got: Vec<String> = plan.rows.iter().map(meaning).collect();
    let deliver = "deliver P5Y none";
    let left = "deliver P0D end_of_enrolment";
    let inactive = "when_no_longer_needed - inactivity human";
    let two = "dispose P2Y none";
    let want = [
        deliver,
        deliver,
        "dispose P2Y end_of_fiscal_year",
        deliver,
        two,
        deliver,
        inactive,
        inactive,
        inactive,
        "dispose P2Y contract_end",
        "dispose P1Y end_of_school_year",
        "dispose P0D end_of_school_year",
        two,
        deliver,
        two,
        two,
        deliver,
        deliver,
        inactive,
        left,
        left,
        left,
        left,
        left,
        "dispose P0D end_of_school_year",
        left,
        left,
        deliver,
        "dispose P2Y case_closed",
        "dispose P10Y none",
        deliver,
        "unknown - none human",
        left,
    ];
    assert_eq!(got, want);
}

#[test]
fn reads_the_danish_plan_row_by_row() {
    let (plan, _) = Plan::import(
        "gym",
        &[table(include_str!(
            "../../tests/data/da_slettepolitik_gymnasium_excerpt.csv"
        ))],
    )
    .unwrap();
    assert_eq!(plan.settings.language, Language::Da);
    let got: Vec<String> = plan.rows.iter().map(meaning).collect();
    let five = "dispose P5Y none";
    let want = [
        "dispose P30Y none",
        "dispose P10Y none",
        five,
        five,
        five,
        "dispose P0D end_of_enrolment human",
        "dispose P6M creation",
    ];
    assert_eq!(got, want);
    assert!(plan.rows[0].legal_basis.contains("eksamensbekendtgørelse"));
}

#[test]
fn finds_headings_below_a_title_and_over_two_rows() {
    let plan = import(
        "Dokumenthanteringsplan;;;\nFastställd 2019-05-16 § 44;;;\n;;;\nKlass;Handling;Bevarande;\n;;Bevaras;Gallras efter\n1.2;Protokoll;X;\n1.3;Fakturor;;7 år\n",
    );
    assert_eq!(plan.rows.len(), 2);
    assert_eq!(meaning(&plan.rows[0]), "preserve - none");
    assert_eq!(meaning(&plan.rows[1]), "dispose P7Y none");
    assert_eq!(plan.rows[1].class_code, "1.3");
}

#[test]
fn carries_codes_and_sections_down_and_skips_repeated_headings() {
    let plan = import(
        "Nod;;Handling;Bevaras/gallras;Anm.\n2;;;;\nPersonal;;;;\n2;1;Anställningsavtal;Bevaras;\n;;Ledighetsansökan;Gallras 2 år;\nNod;;Handling;Bevaras/gallras;Anm.\n;2;Lönelista;10 år;\nSumma;;3;;\n",
    );
    let codes: Vec<&str> = plan
        .rows
        .iter()
        .map(|row| row.class_code.as_str())
        .collect();
    assert_eq!(codes, ["2.1", "2.1", "2.2"]);
    let plan = import(
        "Verksamhetsområde;Processgrupp;Handling;Bevaras/gallras\nPersonal;;;\n2;1;Anställningsavtal;Bevaras\n;;Ledighetsansökan;Gallras 2 år\n;2;Lönelista;10 år\n3 Ekonomi;3.1 Redovisning;Verifikationer;7 år\n",
    );
    let codes: Vec<&str> = plan
        .rows
        .iter()
        .map(|row| row.class_code.as_str())
        .collect();
    assert_eq!(codes, ["2.1", "2.1", "2.2", "3.1"]);
    assert_eq!(plan.rows[1].section, ["Personal"]);
    assert!(plan.rows[3].section.contains(&"Redovisning".to_owned()));
}

#[test]
fn reads_the_danish_classification_as_deliver_then_delete() {
    let plan = import(
        "EmneNr;EmneTitel;BevaringJaevnfoerArkivloven;SletningJaevnfoerPersondataloven\n27.24.00;Støtte;B;P1825D\n27.24.01;Tilskud;K;P365D\n27.24.02;Andet;B;\n",
    );
    assert_eq!(meaning(&plan.rows[0]), "dispose P1825D case_closed");
    assert_eq!(plan.rows[0].delivery.unwrap().action, Action::Deliver);
    assert_eq!(meaning(&plan.rows[1]), "dispose P365D case_closed");
    assert_eq!(plan.rows[1].delivery, None);
    assert_eq!(meaning(&plan.rows[2]), "preserve - none");
}

#[test]
fn inherits_a_rule_of_a_process_and_a_trigger_above_the_table() {
    let plan = import(
        "Tiden räknas från avslutat ärende;;\nProcess;Handling;Gallringsfrist (år)\nTillsyn;;5\n;Protokoll;\n;Karta;2\n",
    );
    let got: Vec<String> = plan.rows.iter().map(meaning).collect();
    assert_eq!(
        got,
        [
            "dispose P5Y case_closed",
            "dispose P5Y case_closed",
            "dispose P2Y case_closed"
        ]
    );
    assert_eq!(plan.rows[1].normal.period, Some(Period::of(5, 0, 0)));
}

#[test]
fn takes_birthday_exceptions_from_the_plan_itself() {
    let plan = import(
        "Personakter för födda den 5, 15 och 25 bevaras;;\nHandling;Bevaras/gallras;Anmärkning\nPersonakt;Gallras 5 år efter sista anteckning;\n",
    );
    assert_eq!(plan.settings.birthday, BirthdayException::Days);
    let plan = import(
        "Handling;Bevaras/gallras;Anmärkning\nPersonakt;Gallras 5 år efter sista anteckning;Födda den 5, 15, 25 bevaras\n",
    );
    assert_eq!(plan.rows[0].birthday, BirthdayException::Days);
    let plan = import(
        "Klass;Process;Handling;Bevaras/gallras\n3 SKOLA;;;\n3.1;Elev;Klasslista;2 år\n4 SOCIALTJÄNST (personer födda dag 5, 15 och 25 undantas);;;\n4.1;Stöd;Personakt;Gallras 5 år efter sista anteckning\n",
    );
    assert_eq!(plan.settings.birthday, BirthdayException::None);
    assert_eq!(plan.rows[0].birthday, BirthdayException::None);
    assert_eq!(plan.rows[0].section, ["SKOLA", "Elev"]);
    assert_eq!(plan.rows[1].birthday, BirthdayException::Days);
    assert_eq!(plan.rows[1].section, ["SOCIALTJÄNST", "Stöd"]);
}

/// A row as `plan_oddities.txt` writes it; the section is shown where the case asks for it.
fn as_read(row: &PlanRow, with_section: bool) -> String {
    let delivery = row.delivery.map_or(String::new(), |form| {
        let period = form
            .period
            .map_or("-".to_owned(), |period| period.to_string());
        let human = if form.needs_human { " human" } else { "" };
        format!(" + {period} {}{human}", form.trigger.as_str())
    });
    let section = if with_section && !row.section.is_empty() {
        format!(" @ {}", row.section.join(" > "))
    } else {
        String::new()
    };
    let (code, kind) = (&row.class_code, &row.document_type);
    format!("{code} | {kind} | {}{delivery}{section}", meaning(row))
        .trim()
        .to_owned()
}

#[test]
fn reads_the_oddities_of_real_plans_as_a_person_would() {
    let text = include_str!("../../tests/data/plan_oddities.txt");
    let mut wrong = Vec::new();
    let cases: Vec<&str> = text.split("== ").skip(1).collect();
    for case in &cases {
        let (name, rest) = case.split_once('\n').unwrap();
        let (source, want) = rest.split_once("--\n").unwrap();
        let plan = import(source);
        let got: Vec<String> = plan
            .rows
            .iter()
            .map(|row| as_read(row, want.contains('@')))
            .collect();
        let want: Vec<&str> = want.trim_end().lines().map(str::trim).collect();
        if got != want {
            wrong.push(format!("{name}: {got:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases.len() >= 24);
}

#[test]
fn a_normalised_plan_reads_back_as_it_was_written() {
    let (mut plan, _) = Plan::import(
        "skola",
        &[table(include_str!(
            "../../tests/data/sv_skola_7-1_excerpt.csv"
        ))],
    )
    .unwrap();
    plan.settings.board = "skolnämnden".to_owned();
    plan.settings.never_dispose = vec!["adoption".to_owned()];
    plan.valid_from = Some(Date::constant(2020, 1, 1));
    plan.decided = Some(Decided {
        paragraph: Some("§ 4".to_owned()),
        ..Decided::default()
    });
    plan.rows[3].remark = "=1+1; \"citat\"".to_owned();
    plan.rows[4].birthday = BirthdayException::Days;
    let mut csv = Vec::new();
    write_normalised(&plan, PlanFormat::Csv, &mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(!csv.contains(";=1"), "no formula");
    let (again, report) = Plan::import("x", &[quoted_table(&csv)]).unwrap();
    assert_eq!(again, plan);
    assert_eq!(report.rows, 33);
    let mut lines = Vec::new();
    write_normalised(&plan, PlanFormat::Jsonl, &mut lines).unwrap();
    let (again, _) = Plan::import_jsonl("x", std::str::from_utf8(&lines).unwrap()).unwrap();
    assert_eq!(again, plan);
    assert_eq!(
        Plan::import_jsonl("x", "{}\nno\n").unwrap_err(),
        PlanError::Line(2)
    );
}

/// A csv with quoted cells.
fn quoted_table(text: &str) -> Table {
    let mut rows = Vec::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        let line = line.replace("\"\"", "\u{1}");
        for letter in line.chars() {
            match letter {
                '\u{1}' => cells.last_mut().unwrap().push('"'),
                '"' => quoted = !quoted,
                ';' if !quoted => cells.push(String::new()),
                other => cells.last_mut().unwrap().push(other),
            }
        }
        rows.push(TableRow {
            number: index as u32 + 1,
            cells,
        });
    }
    Table {
        rows,
        ..Table::default()
    }
}

#[test]
fn a_corrected_normalised_plan_is_read_with_its_corrections() {
    let text = "document_type;action;period;trigger;needs_human\nAvtal;dispose;5 år;contract_end;false\nFoto;förstör;;;false\n;dispose;;;\n";
    let (plan, _) = Plan::import("x", &[table(text)]).unwrap();
    let got: Vec<String> = plan.rows.iter().map(meaning).collect();
    assert_eq!(got, ["dispose P5Y contract_end", "unknown - none human"]);
}

#[test]
fn a_plan_of_ten_thousand_rows_parses_each_phrase_once() {
    let phrases = [
        "Bevaras",
        "Gallras 5 år efter avslutat ärende",
        "Vid inaktualitet",
        "2 år",
    ];
    let line = |row: usize| {
        let phrase = phrases[row % phrases.len()];
        format!(
            "{}.{};Handling nummer {row};{phrase};;",
            row / 100,
            row % 100
        )
    };
    let head = "Klass;Handling;Bevaras/gallras;Leverans;Anm.".to_owned();
    let lines: Vec<String> = std::iter::once(head).chain((0..10_000).map(line)).collect();
    let text = lines.join("\n");
    let (plan, report) = Plan::import("stor", &[table(&text)]).unwrap();
    assert_eq!(plan.rows.len(), 10_000);
    assert_eq!(report.phrases.len(), phrases.len());
}

#[test]
fn refuses_a_table_without_headings_and_says_what_was_found() {
    let error = Plan::import("x", &[table("Namn;Handling;Antal\nA;B;3\n")]).unwrap_err();
    let PlanError::NoHeadings { found, missing, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(found[0].0, "Handling");
    assert_eq!(missing, &[Role::Decision]);
    assert_eq!(error.note().code, "error-plan-no-headings");
    assert!(Plan::import("x", &[]).is_err());
    assert_eq!(
        Plan::import("x", &[table("Handling;Gallras\n")]).unwrap_err(),
        PlanError::NoRows
    );
}

proptest::proptest! {
    #[test]
    fn no_table_makes_the_import_panic(rows in proptest::collection::vec(proptest::collection::vec("[0-9A-Za-zåäö ./]{0,12}|Handling|Gallras|Bevaras|Process|5 år|7\\.1|\n", 0..6), 0..12)) {
        let rows = rows.into_iter().enumerate().map(|(at, cells)| TableRow { number: at as u32, cells }).collect();
        let _ = Plan::import("p", &[Table { rows, ..Table::default() }]);
    }
}
