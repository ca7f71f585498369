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

#[test]
fn words_that_lead_to_a_term_make_it_say_more() {
    is(
        "Karin Berg, ledig på grund av smärtor i högra knät.",
        &["health"],
    );
    is(
        "Mette Jensen flygtede fra Syrien i 2015.",
        &["ethnic_origin"],
    );
    is("Karin Berg tog med knät och Syrien.", &[]);
}

#[test]
fn a_stamp_protects_whom_the_text_names() {
    is(
        "STRÄNGT FÖRTROLIGT\nSamtal med Karin Berg om hennes diabetes.",
        &["health", "secrecy_marking"],
    );
    is(
        "Rutin: handlingar märks STRÄNGT FÖRTROLIGT. Frågor till Karin Berg.",
        &[],
    );
}

#[test]
fn what_a_verb_says_of_an_official_counts() {
    is("Rektor Karin Berg är sjukskriven.", &["health"]);
    is("Rektor Karin Berg informerar om att sjukskrivna ökar.", &[]);
}

#[test]
fn a_list_says_something_of_those_below_its_title() {
    is(
        "Allergilista\nKarin Berg – ägg\nLars Holm – fisk",
        &["health"],
    );
}

#[test]
fn benefits_are_economic_matters_too() {
    is(
        "Karin Berg har beviljats ekonomiskt bistånd.",
        &["economic_confidential", "social_confidential"],
    );
}
