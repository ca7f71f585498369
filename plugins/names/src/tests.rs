//! Names as people write them, and what only looks like one.

use super::*;
use proptest::prelude::*;
use sporhund_detector::page::find_capitals;

/// What is at least half sure, when the rule is.
fn found(text: &str) -> Vec<&str> {
    let mut capitals = Vec::new();
    find_capitals(text, &mut capitals);
    let page = Page {
        text,
        capitals: &capitals,
        delimiter: None,
    };
    let mut hits = Vec::new();
    PersonName.scan(&page, &mut hits);
    hits.iter()
        .filter(|hit| hit.weight >= 0)
        .map(|hit| &text[hit.start as usize..hit.end as usize])
        .collect()
}

#[test]
fn takes_names_as_people_write_them() {
    for (text, name) in [
        ("Karin är sjukskriven.", "Karin"),
        ("Ring Anna-Karin von Essen i morgon", "Anna-Karin von Essen"),
        ("Beslutet rör Åsa Östlunds barn", "Åsa Östlund"),
        ("samtal med K. Lindqvist", "K. Lindqvist"),
        ("Handläggare Eva Berg Falun", "Eva Berg"),
        ("enligt Xiomara Lindqvist", "Xiomara Lindqvist"),
        ("socialsekreteraren Xiomara Quire", "Xiomara Quire"),
        ("Andersson, Karin", "Andersson, Karin"),
        ("Andersson Karin läkarintyg", "Andersson Karin"),
        ("ELEV: KARIN ANDERSSON", "KARIN ANDERSSON"),
        ("Familien Sørensen", "Sørensen"),
        ("c/o Kowalczyk\nStorgatan 3", "Kowalczyk"),
        (
            "C/O Balder Fastigheter AB, c/o Nyman, Klövervången 4",
            "Nyman",
        ),
        ("Mette Frederiksens søn", "Mette Frederiksen"),
        ("Lars Erik Olof Nilsson", "Lars Erik Olof Nilsson"),
        ("Mohammed al-Hassan kom", "Mohammed al-Hassan"),
    ] {
        assert_eq!(found(text), [name], "{text}");
    }
}

#[test]
fn leaves_places_streets_companies_and_ordinary_words() {
    for text in [
        "Karl Johans gata är lång",
        "Sankt Eriks sjukhus",
        "Anna Lindhs plats",
        "Per capita",
        "Hans bok",
        "Björn jagas.",
        "Lund och Berg",
        "Karin Anderssons Bageri AB",
        "Advokatfirman Lindahl AB",
        "Kungliga Tekniska Högskolan",
        "Den Andra Gången",
        "Norra Skolan",
        "Eriksskolan",
        "I MAJ OCH JUNI",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

proptest! {
    #[test]
    fn never_panics(text in "(Karin|Andersson|von|K|,|\\.| |-|å|Ö|\\n|[A-Za-zåäö]){0,24}") {
        let _ = found(&text);
    }
}

#[test]
fn leaves_the_headings_of_a_table() {
    let rows = "Namn\tRoll\tNotering\nKarin Lindqvist\tChef\t\nRoza Demir\tKock\t";
    let mut capitals = Vec::new();
    find_capitals(rows, &mut capitals);
    let page = Page {
        text: rows,
        capitals: &capitals,
        delimiter: None,
    };
    let mut hits = Vec::new();
    PersonName.scan(&page, &mut hits);
    let has = |word: &str| {
        let start = rows.find(word).map(|at| at as u32);
        hits.iter().any(|hit| Some(hit.start) == start)
    };
    assert!(has("Karin") && !has("Roll") && !has("Notering"));
}

#[test]
fn takes_names_without_capitals_in_short_texts() {
    for (text, name) in [
        (
            "borgeren jonas flindt mortensen oplyser",
            "jonas flindt mortensen",
        ),
        ("note: viggo dam hedegaard tisser", "viggo dam hedegaard"),
        ("hei ragnhild har fått svar", "ragnhild"),
        ("ring karin lindqvist", "karin lindqvist"),
        ("Mvh Sirwa Qadiri", "Sirwa Qadiri"),
        ("Note: Mordechai Rosenblutt er syg", "Mordechai Rosenblutt"),
    ] {
        assert_eq!(found(text), [name], "{text}");
    }
    for text in [
        "det var en sten på berget",
        "hej alla, vi ses",
        "per post till berg",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}
