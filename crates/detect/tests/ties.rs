//! To whom terms are tied over sentences, and texts that speak of nobody however much they name.
#![allow(clippy::unwrap_used)]

mod common;

use common::{find, rules, settings};
use std::collections::BTreeSet;

/// The sensitive kinds that are found in a text.
fn kinds(text: &str) -> BTreeSet<String> {
    find(&rules(), &settings(), text, None)
        .iter()
        .filter_map(|finding| Some(finding.rule.as_str().strip_prefix("sensitive.")?.to_owned()))
        .collect()
}

fn is(text: &str, expected: &[&str]) {
    let expected: BTreeSet<String> = expected.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(kinds(text), expected, "{text}");
}

#[test]
fn a_record_is_about_its_patient_to_the_end() {
    is(
        "Journal\n\nPatient: Karin Berg\n\n2023-01-04 Nybesök. Söker för huvudvärk.\n\n\
         2023-02-12 Telefonkontakt. Mår psykiskt dåligt.",
        &["health"],
    );
    is(
        "Notat vedr. Jens Kjær\n\nSkolen oplyser, at drengen ofte møder uden madpakke.\n\n\
         Faderen sidder i fængsel for vold.",
        &["social_confidential", "crime"],
    );
}

#[test]
fn who_signs_a_letter_is_whom_it_speaks_of() {
    is(
        "Hej,\njag har varit sjukskriven sedan i mars.\n\nMed vänliga hälsningar\nKarin Berg",
        &["health"],
    );
    is(
        "Jeg har gæld til banken.\n\nVenlig hilsen\nMette Jensen",
        &["economic_confidential"],
    );
}

#[test]
fn a_sentence_goes_on_behind_a_full_line() {
    is(
        "Vid mötet i förra veckan berättade Karin Berg att hon sedan en tid är\nsjukskriven på heltid.",
        &["health"],
    );
}

#[test]
fn contracts_decisions_and_minutes_say_nothing_of_those_they_name() {
    for text in [
        "Hyresgäst: Karin Berg, 19811218-9876\n\n§ 7 Om hyresgästen försätts i konkurs upphör avtalet.",
        "Sökande: Karin Berg\nPersonnummer: 19811218-9876\n\nDen som är intagen på anstalt kan lämna in \
         överklagandet där.\nPersonuppgifter: Kommunen behandlar uppgifter om hälsa och religiös övertygelse.",
        "Deltagere: Mette Jensen, Jens Kjær\nJens Kjær fortalte om tilgængelighed for blinde og svagtseende.",
        "Frågor besvaras av enhetschef Karin Berg. Du möter barn som far illa och familjer med missbruksproblem.",
        "§ 23 Medborgarförslag från Gunnar Nilsson om härbärge för hemlösa.",
    ] {
        is(text, &[]);
    }
}
