//! Sentences and documents with places for values, and the marks that say where a value stands.
//!
//! A place is `{kind}` or `{kind:form}`. A value that should be found comes out as `[[rule|value]]`; one behind `!`
//! (`{!org}`) comes out bare, since its surroundings say that it is something else. `{rows 20}` at the start of a line repeats
//! the line. [`parse`] takes the marks out again.

use super::numbers;
use super::papers;
use super::people;
use super::random::Random;

/// A value that should be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The rule that should find it.
    pub rule: String,
    /// Its bytes in the text without marks.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// A text without its marks, and what they said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labelled {
    /// The text.
    pub text: String,
    /// What should be found in it, in order.
    pub planted: Vec<Planted>,
}

/// Takes the marks out of a text.
pub fn parse(marked: &str) -> Labelled {
    let mut labelled = Labelled::default();
    let mut rest = marked;
    while let Some((before, mark)) = rest.split_once("[[") {
        labelled.text.push_str(before);
        // A bracket of the text stands right before a mark.
        let outer = mark.len() - mark.trim_start_matches('[').len();
        labelled.text.push_str(&"[".repeat(outer));
        let mark = mark.trim_start_matches('[');
        let Some(((rule, value), after)) = mark
            .split_once("]]")
            .and_then(|(mark, after)| Some((mark.split_once('|')?, after)))
        else {
            labelled.text.push_str("[[");
            rest = mark;
            continue;
        };
        let start = labelled.text.len();
        labelled.text.push_str(value);
        labelled.planted.push(Planted {
            rule: rule.to_owned(),
            start,
            end: labelled.text.len(),
        });
        rest = after;
    }
    labelled.text.push_str(rest);
    labelled
}

/// Fills a template's places.
pub fn fill(template: &str, random: &mut Random) -> String {
    let mut filled = String::new();
    for line in template.split_inclusive('\n') {
        let (times, line) = repeated(line);
        for _ in 0..times {
            fill_line(line, random, &mut filled);
        }
    }
    filled
}

fn repeated(line: &str) -> (usize, &str) {
    line.strip_prefix("{rows ")
        .and_then(|rest| rest.split_once('}'))
        .and_then(|(times, line)| Some((times.parse().ok()?, line)))
        .unwrap_or((1, line))
}

fn fill_line(line: &str, random: &mut Random, filled: &mut String) {
    let mut rest = line;
    while let Some((before, place)) = rest.split_once('{') {
        filled.push_str(before);
        // A brace that opens no place is a brace of JSON.
        let named = place.split_once('}').filter(|(name, _)| {
            name.chars()
                .all(|c| c.is_alphanumeric() || "!:".contains(c))
        });
        let Some((name, after)) = named else {
            filled.push('{');
            rest = place;
            continue;
        };
        let (is_bare, name) = match name.strip_prefix('!') {
            Some(name) => (true, name),
            None => (false, name),
        };
        let (kind, form) = name.split_once(':').unwrap_or((name, ""));
        match value(kind, form, random) {
            Some((rule, text)) if !is_bare && !rule.is_empty() => {
                filled.extend(["[[", rule, "|", text.as_str(), "]]"]);
            }
            Some((_, text)) => filled.push_str(&text),
            None => filled.extend(["{", name, "}"]),
        }
        rest = after;
    }
    filled.push_str(rest);
}

/// The rule and the text of a kind, written in a form; no rule for what is never a finding.
fn value(kind: &str, form: &str, random: &mut Random) -> Option<(&'static str, String)> {
    identifier(kind, form, random)
        .or_else(|| papers::value(kind, form, random))
        .or_else(|| filler(kind, form, random).map(|text| ("", text)))
}

fn identifier(kind: &str, form: &str, random: &mut Random) -> Option<(&'static str, String)> {
    Some(match kind {
        "pnr" => (
            "se.personnummer",
            swedish(&numbers::personnummer(random), form),
        ),
        "sam" => (
            "se.samordningsnummer",
            swedish(&numbers::samordningsnummer(random), form),
        ),
        "cpr" => ("dk.cpr", six_four(&numbers::cpr(random), form)),
        "cprx" => (
            "dk.cpr",
            six_four(&numbers::cpr_without_modulus(random), form),
        ),
        "org" => (
            "se.organisationsnummer",
            six_four(&numbers::organisation(random), form),
        ),
        "cvr" => (
            "dk.cvr",
            grouped(
                &numbers::cvr(random),
                if form == "s" { &[2, 2, 2, 2] } else { &[8] },
                " ",
            ),
        ),
        "fnr" => (
            "no.fodselsnummer",
            grouped(
                &numbers::norwegian(random, 0),
                if form == "s" { &[6, 5] } else { &[11] },
                " ",
            ),
        ),
        "dnr" => (
            "no.dnummer",
            grouped(
                &numbers::norwegian(random, 40),
                if form == "s" { &[6, 5] } else { &[11] },
                " ",
            ),
        ),
        "hetu" => ("fi.hetu", numbers::hetu(random)),
        "kt" => ("is.kennitala", six_four(&numbers::kennitala(random), "h")),
        "namn" => ("person.name", people::swedish(random, form)),
        "navn" => ("person.name", people::danish(random, form)),
        _ => return contact(kind, form, random),
    })
}

/// Telephones, addresses, accounts and what else is no number of a person.
fn contact(kind: &str, form: &str, random: &mut Random) -> Option<(&'static str, String)> {
    Some(match kind {
        "tel" => ("phone.se", swedish_phone(form, random)),
        "teldk" => ("phone.dk", danish_phone(form, random)),
        "mail" => ("email", mail(form, random)),
        "iban" => ("iban", iban(form, random)),
        "card" => (
            "payment_card",
            grouped(
                &numbers::card(random),
                if form == "b" { &[16] } else { &[4, 4, 4, 4] },
                if form == "h" { "-" } else { " " },
            ),
        ),
        "bg" => ("se.bankgiro", bankgiro(&numbers::bankgiro(random), form)),
        "pg" => ("se.plusgiro", plusgiro(&numbers::plusgiro(random), form)),
        "konto" => ("se.bankkonto", swedish_account(form, random)),
        "reg" => ("dk.regkonto", danish_account(form, random)),
        "ip" => ("ip_address", address(form, random)),
        "birth" => ("birth_date", date(form, random, 1935, 2012)),
        "udl" => ("dk.udlaendingenummer", random.digits(8)),
        "diarie" => ("se.diarienummer", swedish_case(form, random)),
        "sag" => ("dk.sagsnummer", danish_case(form, random)),
        "fast" => ("se.fastighetsbeteckning", property(random)),
        "plate" => ("vehicle.registration", plate(form, random)),
        _ => return None,
    })
}

fn filler(kind: &str, form: &str, random: &mut Random) -> Option<String> {
    let number = |random: &mut Random| random.digits(form.parse().unwrap_or(6));
    Some(match kind {
        "n" => number(random),
        "luhn" => numbers::with_luhn(random.digits(form.parse::<usize>().unwrap_or(10) - 1)),
        "pnrbad" => {
            let right = six_four(numbers::personnummer(random).get(2..)?, "h");
            numbers::near_miss(random, &right)
        }
        "orgbad" => {
            let right = six_four(&numbers::organisation(random), "h");
            numbers::near_miss(random, &right)
        }
        "date" => date(form, random, 2005, 2025),
        "time" => format!("{:02}:{:02}", random.below(24), random.below(60)),
        "year" => random.between(2005, 2025).to_string(),
        "amount" => match form {
            "da" => format!(
                "{}.{:03},{:02}",
                random.between(1, 99),
                random.below(1000),
                random.below(100)
            ),
            _ => format!(
                "{} {:03},{:02}",
                random.between(1, 99),
                random.below(1000),
                random.below(100)
            ),
        },
        "small" => random.between(1, 40).to_string(),
        "ort" => (*random.pick(&[
            "Falun",
            "Gävle",
            "Sandviken",
            "Bollnäs",
            "Borlänge",
            "Örebro",
        ]))
        .to_owned(),
        "by" => (*random.pick(&["Odense", "Vejle", "Silkeborg", "Nyborg", "Aalborg", "Køge"]))
            .to_owned(),
        "hex" => (0..form.parse().unwrap_or(8))
            .map(|_| *random.pick(&HEX))
            .collect(),
        _ => return None,
    })
}

const HEX: [char; 16] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
];
pub(super) fn swedish(twelve: &str, form: &str) -> String {
    let (century, ten) = twelve.split_at(2);
    match form {
        "B" => twelve.to_owned(),
        "H" => format!("{century}{}", six_four(ten, "h")),
        "S" => format!("{century}{}", six_four(ten, "s")),
        _ => six_four(ten, form),
    }
}

pub(super) fn six_four(ten: &str, form: &str) -> String {
    let (front, back) = ten.split_at(6);
    let pairs = || {
        let (day, rest) = front.split_at(2);
        let (month, year) = rest.split_at(2);
        format!("{day} {month} {year} {back}")
    };
    match form {
        "b" => ten.to_owned(),
        "s" => format!("{front} {back}"),
        "n" => format!("{front}\u{a0}{back}"),
        "d" => format!("{front}–{back}"),
        "w" => format!("{front} - {back}"),
        "t" => pairs(),
        "N" => format!("{front}\u{2011}{back}"),
        "y" => format!("{front}-\u{ad}{back}"),
        "l" => format!("{front}-\n{back}"),
        "F" => ten.chars().map(full_width).collect(),
        _ => format!("{front}-{back}"),
    }
}

/// A digit as East Asian keyboards write it.
fn full_width(digit: char) -> char {
    char::from_u32(u32::from(digit) - u32::from('0') + 0xFF10).unwrap_or(digit)
}

pub(super) fn grouped(digits: &str, groups: &[usize], between: &str) -> String {
    let mut rest = digits;
    let mut parts = Vec::new();
    for length in groups {
        let (part, behind) = rest.split_at((*length).min(rest.len()));
        parts.push(part);
        rest = behind;
    }
    parts.join(between)
}

fn in_threes(text: &str) -> String {
    match text.len() {
        7 => grouped(text, &[3, 2, 2], " "),
        8 => grouped(text, &[3, 3, 2], " "),
        _ => grouped(text, &[3, 3], " "),
    }
}

fn swedish_phone(form: &str, random: &mut Random) -> String {
    let (code, number) = numbers::swedish_phone(random);
    let spaced = in_threes(&number);
    let abroad = code.trim_start_matches('0');
    match form {
        "c" => format!("{code}{number}"),
        "i" => format!("+46 {abroad} {spaced}"),
        "I" => format!("+46{abroad}{number}"),
        "z" => format!("+46 (0){abroad}-{spaced}"),
        "o" => format!("0046 {abroad} {spaced}"),
        "k" => format!("{code}-{number}"),
        "s" => format!("{code} {spaced}"),
        "p" => format!("({code}) {spaced}"),
        "P" => format!("+46-{abroad}-{spaced}"),
        "d" => format!("{code}.{}", spaced.replace(' ', ".")),
        "q" => format!("+46 {abroad}{number}"),
        "L" => format!("{code}/{spaced}"),
        _ => format!("{code}-{spaced}"),
    }
}

fn danish_phone(form: &str, random: &mut Random) -> String {
    let number = numbers::danish_phone(random);
    match form {
        "b" => number,
        "i" => format!("+45 {}", grouped(&number, &[2, 2, 2, 2], " ")),
        "I" => format!("+45{number}"),
        "f" => grouped(&number, &[4, 4], " "),
        "p" => format!("(+45) {}", grouped(&number, &[4, 4], " ")),
        "o" => format!("0045 {number}"),
        "h" => grouped(&number, &[2, 2, 2, 2], "-"),
        "d" => grouped(&number, &[2, 2, 2, 2], "."),
        "q" => format!("+45 {number}"),
        _ => grouped(&number, &[2, 2, 2, 2], " "),
    }
}

fn mail(form: &str, random: &mut Random) -> String {
    let domain = if form == "da" {
        "example.dk"
    } else {
        *random.pick(&["example.org", "example.se", "kommun.example.com"])
    };
    let (first, last) = (
        *random.pick(&["anna", "lars", "mette", "per-olof", "k"]),
        *random.pick(&["berg", "holm", "lund", "ek"]),
    );
    format!("{first}.{last}@{domain}")
}

fn iban(form: &str, random: &mut Random) -> String {
    let (country, spaced) = form.split_at_checked(2).unwrap_or(("SE", ""));
    let all = numbers::iban(random, country);
    if spaced.is_empty() {
        return all;
    }
    let parts: Vec<String> = all
        .as_bytes()
        .chunks(4)
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect();
    parts.join(" ")
}

fn bankgiro(digits: &str, form: &str) -> String {
    let (front, back) = digits.split_at(digits.len() - 4);
    if form == "b" {
        digits.to_owned()
    } else {
        format!("{front}-{back}")
    }
}

fn plusgiro(digits: &str, form: &str) -> String {
    let (front, back) = digits.split_at(digits.len() - 1);
    if form != "s" {
        return format!("{front}-{back}");
    }
    let odd = front.len() % 2;
    let mut groups = vec![odd; odd];
    groups.extend(vec![2; front.len() / 2]);
    format!("{}-{back}", grouped(front, &groups, " "))
}

fn swedish_account(form: &str, random: &mut Random) -> String {
    let clearing = random.between(5000, 5999);
    let account = random.digits(7);
    match form {
        "s" => format!("{clearing} {}", grouped(&account, &[2, 3, 2], " ")),
        "g" => format!("{clearing} {account}"),
        _ => format!("{clearing}-{account}"),
    }
}

fn danish_account(form: &str, random: &mut Random) -> String {
    let bank = random.between(1000, 9999);
    let account = random.digits(10);
    match form {
        "k" => format!("{bank} kontonr. {account}"),
        "h" => format!("{bank}-{account}"),
        _ => format!("{bank} {account}"),
    }
}

fn address(form: &str, random: &mut Random) -> String {
    match form {
        "6" => format!(
            "2001:db8:{:x}:{:x}::{:x}",
            random.between(1, 9999),
            random.between(10, 9999),
            random.between(1, 255)
        ),
        _ => format!(
            "{}.{}",
            random.pick(&["192.0.2", "198.51.100", "203.0.113"]),
            random.between(1, 254)
        ),
    }
}

fn date(form: &str, random: &mut Random, first: u32, last: u32) -> String {
    let (year, month, day) = (
        random.between(first, last),
        random.between(1, 12),
        random.between(1, 28),
    );
    let name = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let navn = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let word = |names: [&'static str; 12]| names[(month - 1) as usize];
    match form {
        "c" => format!("{year}{month:02}{day:02}"),
        "6" => format!("{:02}{month:02}{day:02}", year % 100),
        "da" => format!("{day:02}.{month:02}.{year}"),
        "dat" => format!("{day}. {} {year}", word(navn)),
        "svt" => format!("{day} {} {year}", word(name)),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

fn swedish_case(form: &str, random: &mut Random) -> String {
    let (board, year, serial) = (
        *random.pick(&["KS", "VON", "SBN", "KSN", "BUN"]),
        random.between(2009, 2025),
        random.between(1, 999),
    );
    match form {
        "d" => format!("{board}-{year}-{serial:05}"),
        "c" => format!("{board}/{year}:{serial}"),
        _ => format!("{board} {year}/{serial}"),
    }
}

fn danish_case(form: &str, random: &mut Random) -> String {
    let (year, serial) = (random.between(2009, 2025), random.between(10_000, 99_999));
    match form {
        "k" => format!(
            "27.{:02}.00-G01-{}-{}",
            random.between(10, 40),
            random.between(1, 99),
            random.between(10, 24)
        ),
        "s" => format!("{}/{serial}", random.between(10, 25)),
        "e" => format!("EMN-{year}-{serial}"),
        _ => format!(
            "{year}-{}-{:04}",
            random.between(10, 99),
            random.between(1, 9999)
        ),
    }
}

fn property(random: &mut Random) -> String {
    format!(
        "{} {} {}:{}",
        random.pick(&["Sandviken", "Falun", "Uppsala", "Växjö"]),
        random.pick(&["Björkhagen", "Kvarngärdet", "Öster", "Stora Näset"]),
        random.between(1, 40),
        random.between(1, 300)
    )
}

fn plate(form: &str, random: &mut Random) -> String {
    let letters: String = (0..3)
        .map(|_| *random.pick(&['A', 'B', 'D', 'H', 'K', 'L', 'R', 'T']))
        .collect();
    let two = letters.get(..2).unwrap_or_default();
    match form {
        "da" => format!(
            "{two} {} {}",
            random.between(10, 99),
            random.between(100, 999)
        ),
        "s" => format!("{letters} {}", random.between(100, 999)),
        _ => format!("{letters}{}", random.between(100, 999)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_values_and_takes_the_marks_out_again() {
        let filled = fill(
            "Elev {pnr:h} i {ort}, faktura {!org:b}.",
            &mut Random::new(3),
        );
        let labelled = parse(&filled);
        assert_eq!(labelled.planted.len(), 1);
        let planted = &labelled.planted[0];
        assert_eq!(planted.rule, "se.personnummer");
        let value = &labelled.text[planted.start..planted.end];
        assert!(value.len() == 11 && value.as_bytes()[6] == b'-', "{value}");
        assert!(!labelled.text.contains("[[") && !labelled.text.contains('{'));
    }

    #[test]
    fn repeats_rows_and_keeps_unknown_places() {
        let filled = fill("a\n{rows 3}{n:4};x\n{unknown}", &mut Random::new(1));
        assert_eq!(filled.lines().count(), 5);
        assert!(filled.ends_with("{unknown}"));
        assert_eq!(parse("a [[b").text, "a [[b");
    }
}
