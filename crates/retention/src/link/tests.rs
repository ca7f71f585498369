//! Which rows names are linked to.

use super::*;
use crate::phrase;
use crate::signals;
use sporhund_model::Item;

fn plan() -> Plan {
    let row = |number, code: &str, document_type: &str| PlanRow {
        number,
        class_code: code.to_owned(),
        document_type: document_type.to_owned(),
        normal: phrase::parse("Gallras 2 år"),
        ..PlanRow::default()
    };
    Plan {
        name: "p".to_owned(),
        rows: vec![
            row(1, "2.1", "Anställningsavtal"),
            row(2, "2.2", "Avtal med utförare"),
            row(3, "7.1", "Ärenden om skolskjuts"),
            row(4, "7.1", "Klasslistor"),
            row(5, "7.1", "Elevhälsovårdsjournal"),
            row(6, "3.1", "Leverantörsfakturor"),
        ],
        ..Plan::default()
    }
}

/// A plan of rows without class codes.
fn plan_of(types: &[&str]) -> Plan {
    let row = |(number, document_type): (u32, &&str)| PlanRow {
        number,
        document_type: (*document_type).to_owned(),
        ..PlanRow::default()
    };
    Plan {
        rows: (1..).zip(types).map(row).collect(),
        ..Plan::default()
    }
}

/// The numbers of the rows that fit a file best.
fn best(plan: Plan, path: &str) -> Vec<u32> {
    let plans = [plan];
    let linker = Linker::new(&plans);
    let item = Item {
        path: path.into(),
        ..Item::default()
    };
    let link = linker.link(&signals::of_item(&item, Language::Sv), &Signals::default());
    link.close()
        .iter()
        .filter_map(|(_, row, _, _)| plans[0].rows.get(*row))
        .map(|row| row.number)
        .collect()
}

#[test]
fn links_by_class_code_and_words() {
    for (path, want) in [
        ("2.1 Personal/a.docx", vec![1]),
        ("7.1 Skola/Klasslistor/7A VT19.xlsx", vec![4]),
        ("Klasslista 7A.xlsx", vec![4]),
        ("Skolskjuts/Ärende 12.docx", vec![3]),
        ("Fakturor/1234.pdf", vec![6]),
        ("Diverse/semesterbilder.jpg", vec![]),
        ("Avtal/utförare/Avtal.docx", vec![2]),
        ("9.9 Annat/a.txt", vec![]),
    ] {
        assert_eq!(best(plan(), path), want, "{path}");
    }
}

#[test]
fn what_explains_more_of_a_file_goes_before_what_explains_less() {
    let plan = || {
        plan_of(&[
            "Bygglovsärenden, beviljade",
            "Bygglovsärenden, återkallade eller avskrivna",
            "Ventilationskontroll (OVK), protokoll",
            "Hissar, besiktningsintyg",
            "Kundfakturor",
            "Leverantörsfakturor",
            "Ledighet för elev, ansökan och beslut",
            "Ledighetsansökningar, medarbetare",
            "Tillsyn, anonyma tips som inte föranlett åtgärd",
        ])
    };
    for (path, want) in [
        // The folder below says more than the one above, and the file's own name the most.
        (
            "Bygglov/Återkallade/SBN 2015 00211/ansökan carport.html",
            vec![2],
        ),
        ("Bygglov/Hiss och OVK/OVK Centralskolan.docx", vec![3]),
        ("Bygglov/Hiss och OVK/hissintyg stadshuset.html", vec![4]),
        ("Bygglov/2011/ritning.pdf", vec![1, 2]),
        ("Ekonomi/Fakturor/kundfaktura.pdf", vec![5]),
        // Whose leave it is stands in a folder further up.
        ("BUN/Björkskolan/Ledigt/ledighetsansökan elev.md", vec![7]),
        ("Personal/Tid/ansökan om tjänstledighet.docx", vec![8]),
        ("Tillsyn/anonymt tips altan.txt", vec![9]),
        ("Tillsyn/tips ledde till tillsyn.txt", vec![]),
        ("Privat/kundfaktura.pdf", vec![]),
        ("Fakturor/instruktion kundfaktura.docx", vec![]),
    ] {
        assert_eq!(best(plan(), path), want, "{path}");
    }
}

#[test]
fn remarks_give_examples_and_headings_tell_rows_apart() {
    let row = |number, section: &str, document_type: &str, remark: &str| PlanRow {
        number,
        section: vec![section.to_owned()],
        document_type: document_type.to_owned(),
        remark: remark.to_owned(),
        ..PlanRow::default()
    };
    let plan = || Plan {
        rows: vec![
            row(1, "Avtal", "Avtal av mindre betydelse", "Leasing, service"),
            row(2, "Avtal", "Avtal av principiell betydelse", ""),
            row(3, "Livsmedel", "Kontrollrapporter", ""),
            row(4, "Cisterner", "Kontrollrapporter", ""),
        ],
        ..Plan::default()
    };
    assert_eq!(best(plan(), "Avtal/leasing kopiator.txt"), [1]);
    assert_eq!(best(plan(), "Avtal/avtal.txt"), [1, 2]);
    assert_eq!(best(plan(), "Livsmedel/kontrollrapport.txt")[0], 3);
}

#[test]
fn rows_that_a_file_cannot_tell_apart_are_equally_likely() {
    let plan = plan_of(&["Nationella prov i svenska", "Nationella prov, övriga ämnen"]);
    assert_eq!(best(plan, "Prov/np åk 3 2015.txt"), [1, 2]);
}

#[test]
fn what_came_of_a_matter_may_be_told_by_another_file() {
    let plans = [plan_of(&[
        "Klagomål på boendemiljö",
        "Klagomål som lett till föreläggande",
        "Livsmedelskontroll",
        "Ansökningshandlingar, erhållen tjänst",
        "Ansökningshandlingar, ej erhållen tjänst",
    ])];
    let linker = Linker::new(&plans);
    let path = |path: &str| {
        let item = Item {
            path: path.into(),
            ..Item::default()
        };
        signals::of_item(&item, Language::Sv)
    };
    let rows = |link: &Link| -> Vec<usize> { link.close().iter().map(|one| one.1).collect() };
    let none = Signals::default();
    let link = linker.link(&path("Klagomål/klagomål boendemiljö Ek.txt"), &none);
    assert_eq!(rows(&link), [0]);
    assert_ne!(link.outcomes, 0, "it may have come to an order");
    let told = linker.told(&path("Klagomål/föreläggande Ek.txt"), &none);
    let by_told = linker.by_outcome(&link, told).unwrap();
    assert_eq!(rows(&by_told), [1]);
    let denied = linker.told(&path("Klagomål/inget föreläggande.txt"), &none);
    assert_eq!(denied.outcomes, 0);
    assert!(linker.by_outcome(&link, Told::default()).is_none());
    let link = linker.link(
        &path("Rekrytering/Ansökningshandlingar tjänst Ek.txt"),
        &none,
    );
    assert_eq!(rows(&link), [4]);
    assert_ne!(link.outcomes, 0, "it may be of the one who was employed");
}

#[test]
fn what_speaks_against_a_link_stays_when_its_rows_are_narrowed_down() {
    let row = |row, score| (0, row, score, Vec::new());
    let link = Link {
        outcomes: 2,
        rivals: vec![(0, 1), (0, 2)],
        ..Link::new(vec![row(0, 900), row(1, 800), row(2, 700)])
    };
    let kept = link.with(vec![row(0, 900), row(2, 700)]);
    assert_eq!((kept.outcomes, kept.rivals), (2, vec![(0, 2)]));
}
