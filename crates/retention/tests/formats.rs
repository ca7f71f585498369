//! One plan in all the formats that plans come in: each reads like the csv it was made of.
//!
//! `skola.*` hold the rows of `sv_skola_7-1_excerpt.csv`: as a Word table, spreadsheets, a web page, and as PDF with drawn and
//! with bare cells by four makers (LibreOffice, cairo, Skia as browsers print with it, ReportLab). A page break tears one of
//! its rows apart, and the headings stand on each page. In `skola_folded.xlsx` most rows are grouped and folded away.

use sporhund_extract::{Input, Limits, tables};
use sporhund_model::Table;
use sporhund_retention::plan::{Plan, PlanRow};
use std::io::Cursor;

/// The tables of a file; `None` when no decoder reads it.
fn read(name: &str, bytes: &[u8]) -> Option<Vec<Table>> {
    let extension = name.rsplit('.').next().unwrap_or_default();
    let mut reader = Cursor::new(bytes);
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut reader,
        extension,
    };
    tables(&mut input, &Limits::default()).ok()
}

fn plan(name: &str, bytes: &[u8]) -> Plan {
    let tables = read(name, bytes).unwrap_or_default();
    let imported = Plan::import(name, &tables);
    imported.unwrap_or_else(|error| panic!("{name}: {error}")).0
}

/// What a person would compare.
fn shown(row: &PlanRow) -> String {
    let spaceless = |text: &str| text.split_whitespace().collect::<String>();
    format!(
        "{} {} {:?} {:?} {:?} {}",
        row.class_code,
        spaceless(&row.document_type),
        row.normal,
        row.delivery,
        row.section,
        spaceless(&row.remark)
    )
}

fn rows(plan: &Plan) -> Vec<String> {
    plan.rows.iter().map(shown).collect()
}

const CSV: &[u8] = include_bytes!("data/sv_skola_7-1_excerpt.csv");

#[test]
fn reads_one_plan_alike_in_every_format() {
    let want = rows(&plan("skola.csv", CSV));
    assert_eq!(want.len(), 33);
    let files: [(&str, &[u8]); 10] = [
        ("skola.docx", include_bytes!("data/plans/skola.docx")),
        ("skola.xlsx", include_bytes!("data/plans/skola.xlsx")),
        (
            "folded.xlsx",
            include_bytes!("data/plans/skola_folded.xlsx"),
        ),
        ("skola.html", include_bytes!("data/plans/skola.html")),
        ("ruled.pdf", include_bytes!("data/plans/skola_ruled.pdf")),
        ("bare.pdf", include_bytes!("data/plans/skola_bare.pdf")),
        ("skola.ods", include_bytes!("data/plans/skola.ods")),
        ("cairo.pdf", include_bytes!("data/plans/skola_cairo.pdf")),
        ("skia.pdf", include_bytes!("data/plans/skola_skia.pdf")),
        (
            "reportlab.pdf",
            include_bytes!("data/plans/skola_reportlab.pdf"),
        ),
    ];
    for (name, bytes) in files {
        assert_eq!(rows(&plan(name, bytes)), want, "{name}");
    }
}

#[test]
fn finds_the_decision_above_the_table_of_a_document() {
    for (name, bytes) in [
        ("skola.docx", &include_bytes!("data/plans/skola.docx")[..]),
        (
            "ruled.pdf",
            &include_bytes!("data/plans/skola_ruled.pdf")[..],
        ),
        ("skola.html", &include_bytes!("data/plans/skola.html")[..]),
    ] {
        let plan = plan(name, bytes);
        let decided = plan.decided.unwrap_or_default();
        assert_eq!(decided.paragraph.as_deref(), Some("§ 44"), "{name}");
        assert_eq!(decided.board, "barn och utbildningsnämnden", "{name}");
        assert_eq!(plan.settings.board, decided.board, "{name}");
    }
}

#[test]
fn reads_csv_in_the_encodings_and_delimiters_of_spreadsheets() {
    let text = std::str::from_utf8(CSV).unwrap_or_default();
    let want = rows(&plan("skola.csv", CSV));
    let tabs = text.replace(';', "\t");
    let marked = format!("\u{feff}{text}");
    let latin: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(letter as u32).unwrap_or(b'?'))
        .collect();
    for (name, bytes) in [
        ("tab.csv", tabs.as_bytes()),
        ("bom.csv", marked.as_bytes()),
        ("1252.csv", &latin),
    ] {
        assert_eq!(rows(&plan(name, bytes)), want, "{name}");
    }
}

#[test]
fn reads_the_danish_classification_as_it_is_published() {
    let subject = |number: &str, title: &str, code: &str, days: &str| {
        format!(
            "<Emne><EmneNr>{number}</EmneNr><EmneTitel>{title}</EmneTitel><EmneAdministrativInfo><OprettetDato>2004-02-01\
             </OprettetDato></EmneAdministrativInfo><BevaringJaevnfoerArkivloven>{code}</BevaringJaevnfoerArkivloven>\
             <SletningJaevnfoerPersondataloven>{days}</SletningJaevnfoerPersondataloven><UUID>{number}</UUID></Emne>"
        )
    };
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<KLE-Emneplan><UdgivelsesDato>2025-05-01</UdgivelsesDato><Hovedgruppe>\
         <HovedgruppeNr>27</HovedgruppeNr><HovedgruppeTitel>Social service</HovedgruppeTitel><UUID>x</UUID><Gruppe>\
         <GruppeNr>27.24</GruppeNr><GruppeTitel>Støtte</GruppeTitel><UUID>y</UUID>{}{}{}</Gruppe></Hovedgruppe></KLE-Emneplan>",
        subject("27.24.00", "Støtte i almindelighed", "B", "P1825D"),
        subject("27.24.06", "Hjælp i hjemmet", "K", "P3650D"),
        subject("27.24.08", "Uden frist", "B", "P18250D"),
    );
    let plan = plan("kle.xml", xml.as_bytes());
    let got: Vec<String> = plan
        .rows
        .iter()
        .map(|row| {
            let period = row
                .normal
                .period
                .map_or("-".to_owned(), |period| period.to_string());
            format!(
                "{} {} {period} {}",
                row.class_code,
                row.document_type,
                row.delivery.is_some()
            )
        })
        .collect();
    assert_eq!(
        got,
        [
            "27.24.00 Støtte i almindelighed P1825D true",
            "27.24.06 Hjælp i hjemmet P3650D false",
            "27.24.08 Uden frist - false"
        ]
    );
}
