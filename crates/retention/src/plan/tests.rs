use super::*;
use crate::phrase::{Action, Period};
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
