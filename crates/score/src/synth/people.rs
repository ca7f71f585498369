//! Names of people who do not exist.

use super::random::Random;

/// A Swedish name in one of the ways people write it.
pub(super) fn swedish(random: &mut Random, form: &str) -> String {
    name(random, (&FIRST, &LAST), form)
}

/// A Danish one.
pub(super) fn danish(random: &mut Random, form: &str) -> String {
    name(random, (&FORNAVN, &EFTERNAVN), form)
}

/// A name in one of the ways people write it.
fn name(random: &mut Random, (first, last): (&[&str], &[&str]), form: &str) -> String {
    let (first, last) = (*random.pick(first), *random.pick(last));
    match form {
        "f" => first.to_owned(),
        "r" => format!("{last}, {first}"),
        "u" => format!("{first} {last}").to_uppercase(),
        "i" => format!("{}. {last}", first.chars().next().unwrap_or('A')),
        _ => format!("{first} {last}"),
    }
}

const FIRST: [&str; 8] = [
    "Anna", "Karin", "Lars", "Erik", "Åsa", "Mohammed", "Ingrid", "Östen",
];
const LAST: [&str; 8] = [
    "Berg",
    "Holm",
    "Sjöström",
    "Andersson",
    "Lindqvist",
    "Åkesson",
    "Ek",
    "Nyman",
];
const FORNAVN: [&str; 8] = [
    "Mette", "Jens", "Søren", "Kirsten", "Lone", "Ali", "Birthe", "Åge",
];
const EFTERNAVN: [&str; 8] = [
    "Holm",
    "Jensen",
    "Sørensen",
    "Bæk",
    "Lund",
    "Kjær",
    "Friis",
    "Østergaard",
];
