//! Rarer numbers and what stands on papers and goods: travel documents, account numbers with check digits, VAT numbers, numbers of
//! very old people, and the look-alikes of trade (EAN, GLN, ISBN, IMEI, OCR references).
//!
//! Sources: ICAO Doc 9303 parts 4 and 5 (machine-readable zones), Bankgirot "Bankernas kontonummer", SKV 704 and 707, CPR-kontoret
//! "Personnummeret i CPR-systemet" (seventh digit 5–8 with years 58–99: born in the 1800s), GS1 General Specifications.

use super::numbers::{self, CPR_WEIGHTS, modulus_11_digit, with_luhn};
use super::random::Random;
use super::template::{grouped, six_four};

/// The rule and the text of a kind; no rule for what is never a finding.
pub(super) fn value(kind: &str, form: &str, random: &mut Random) -> Option<(&'static str, String)> {
    person(kind, form, random)
        .or_else(|| business(kind, form, random))
        .or_else(|| look_alike(kind, form, random).map(|text| ("", text)))
}

fn person(kind: &str, form: &str, random: &mut Random) -> Option<(&'static str, String)> {
    Some(match kind {
        "pnrold" => (
            "se.personnummer",
            six_four(&born(random, 1890, 1915), "h").replace('-', "+"),
        ),
        "pnrt" => ("se.personnummer", interim(random)),
        "pnrz" => ("se.personnummer", born(random, 2001, 2009)[1..].to_owned()),
        "samx" => ("se.samordningsnummer", six_four(&unknown_day(random), form)),
        "cprg" => ("dk.cpr", six_four(&cpr_of_the_1800s(random), form)),
        "mrz" => (
            "passport.mrz",
            if form == "1" {
                card_zone(random)
            } else {
                passport_zone(random)
            },
        ),
        _ => return None,
    })
}

fn business(kind: &str, form: &str, random: &mut Random) -> Option<(&'static str, String)> {
    Some(match kind {
        "vat" => (
            "se.organisationsnummer",
            format!("SE{}01", numbers::organisation(random)),
        ),
        "orgc" => (
            "se.organisationsnummer",
            format!("16{}", numbers::organisation(random)),
        ),
        "vatdk" => ("dk.cvr", format!("DK{}", numbers::cvr(random))),
        "kto" => ("se.bankkonto", account(form, random)),
        "amex" => ("payment_card", amex(random)),
        "plate2" => ("vehicle.registration", plate_with_letter(random)),
        _ => return None,
    })
}

fn look_alike(kind: &str, form: &str, random: &mut Random) -> Option<String> {
    let count = form.parse::<usize>().unwrap_or(10);
    Some(match kind {
        "ean" => goods("73", random),
        "eandk" | "glndk" => goods("57", random),
        "isbn" => isbn(random),
        "issn" => format!("{}-{}", random.digits(4), random.digits(4)),
        "imei" => with_luhn(format!("35{}", random.digits(12))),
        "iccid" => with_luhn(format!("8946{}", random.digits(14))),
        "ocr" => ocr(count, random),
        "ibanbad" => {
            let right = numbers::iban(random, if form.is_empty() { "SE" } else { form });
            numbers::near_miss(random, &right)
        }
        "cardbad" => grouped(&near(numbers::card, random), &[4, 4, 4, 4], " "),
        "cvrbad" => near(numbers::cvr, random),
        "fnrbad" => near(|random| numbers::norwegian(random, 0), random),
        "lat" => format!("{}.{}", random.between(55, 68), random.digits(6)),
        "lon" => format!("{}.{}", random.between(11, 23), random.digits(6)),
        "north" => random.between(6_130_000, 7_500_000).to_string(),
        "east" => random.between(320_000, 900_000).to_string(),
        _ => return None,
    })
}

fn near(make: impl Fn(&mut Random) -> String, random: &mut Random) -> String {
    let right = make(random);
    numbers::near_miss(random, &right)
}

/// Ten digits of the test series, of somebody born in these years.
fn born(random: &mut Random, first: u32, last: u32) -> String {
    let (year, month, day) = (
        random.between(first, last),
        random.between(1, 12),
        random.between(1, 28),
    );
    with_luhn(format!(
        "{:02}{month:02}{day:02}{}",
        year % 100,
        random.between(980, 999)
    ))
}

/// An interim number: a letter for the first digit of the birth number, which counts as 1.
fn interim(random: &mut Random) -> String {
    let (year, month, day) = (
        random.between(70, 99),
        random.between(1, 12),
        random.between(1, 28),
    );
    let birth = format!("{year:02}{month:02}{day:02}");
    let serial = random.between(80, 99);
    let check = with_luhn(format!("{birth}1{serial}")).pop().unwrap_or('0');
    format!("{birth}-T{serial}{check}")
}

fn unknown_day(random: &mut Random) -> String {
    let (year, month) = (random.between(50, 99), random.between(1, 12));
    with_luhn(format!("{year:02}{month:02}60{}", random.between(980, 999)))
}

fn cpr_of_the_1800s(random: &mut Random) -> String {
    loop {
        let (day, month, year) = (
            random.between(1, 28),
            random.between(1, 12),
            random.between(58, 99),
        );
        let nine = format!("{day:02}{month:02}{year:02}{}", random.between(500, 899));
        if let Some(last) = modulus_11_digit(&nine, &CPR_WEIGHTS) {
            return format!("{nine}{last}");
        }
    }
}

/// The check digit of ICAO Doc 9303: weights 7, 3, 1; letters count from 10, the filler 0.
fn zone_digit(field: &str) -> char {
    let sum: u32 = field
        .chars()
        .map(|c| c.to_digit(36).unwrap_or(0))
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(value, weight)| value * weight)
        .sum();
    char::from_digit(sum % 10, 10).unwrap_or('0')
}

fn checked(field: &str) -> String {
    let digit = zone_digit(field);
    format!("{field}{digit}")
}

/// Number, birth date and expiry date with their check digits, the country and the sex.
fn zone_fields(random: &mut Random) -> (String, String, String, char) {
    let day = |random: &mut Random, first, last| {
        let (year, month, day) = (
            random.between(first, last),
            random.between(1, 12),
            random.between(1, 28),
        );
        format!("{year:02}{month:02}{day:02}")
    };
    let number = checked(&(random.digits(8) + "<"));
    let (birth, expiry) = (checked(&day(random, 40, 99)), checked(&day(random, 26, 34)));
    (number, birth, expiry, *random.pick(&['F', 'M']))
}

const ZONE_NAMES: [&str; 4] = [
    "ERIKSSON<<ANNA<MARIA",
    "OESTERGAARD<<SOEREN",
    "SPECIMEN<<EVA",
    "NYMAN<<KARL<ERIK",
];

/// The two lines of a passport (TD3).
fn passport_zone(random: &mut Random) -> String {
    let country = *random.pick(&["SWE", "DNK", "UTO"]);
    let (number, birth, expiry, sex) = zone_fields(random);
    let optional = checked(&"<".repeat(14));
    let all = zone_digit(&format!("{number}{birth}{expiry}{optional}"));
    let first = format!("P<{country}{}", random.pick(&ZONE_NAMES));
    format!("{first:<<44}\n{number}{country}{birth}{sex}{expiry}{optional}{all}")
}

/// The three lines of an identity card (TD1).
fn card_zone(random: &mut Random) -> String {
    let country = *random.pick(&["SWE", "DNK", "UTO"]);
    let (number, birth, expiry, sex) = zone_fields(random);
    let optional = "<".repeat(15);
    let all = zone_digit(&format!(
        "{number}{optional}{birth}{expiry}{}",
        "<".repeat(11)
    ));
    format!(
        "I<{country}{number}{optional}\n{birth}{sex}{expiry}{country}{}{all}\n{:<<30}",
        "<".repeat(11),
        random.pick(&ZONE_NAMES)
    )
}

/// A Swedish account with the check digit that Bankgirot's list asks of its bank.
fn account(form: &str, random: &mut Random) -> String {
    match form {
        "w" => {
            let clearing = with_luhn(random.between(8000, 8499).to_string());
            let number = with_luhn(random.digits(9));
            format!(
                "{}-{},{}",
                &clearing[..4],
                &clearing[4..],
                grouped(&number, &[3, 3, 3, 1], " ")
            )
        }
        "h" => {
            let number = rising(|random| random.digits(8), 0, random);
            format!(
                "{} {}",
                random.between(6000, 6999),
                grouped(&number, &[3, 3, 3], " ")
            )
        }
        "l" => {
            let all = rising(
                |random| format!("902{}{}", random.below(10), random.digits(6)),
                0,
                random,
            );
            format!("{} {}", &all[..4], grouped(&all[4..], &[3, 2, 2], " "))
        }
        _ => {
            let all = rising(
                |random| format!("{}{}", random.between(5000, 5999), random.digits(6)),
                1,
                random,
            );
            format!("{}-{}", &all[..4], grouped(&all[4..], &[3, 2, 2], " "))
        }
    }
}

/// Digits with a check digit by modulus 11, weights 1, 2, 3 … from the right; the first `skipped` do not count.
fn rising(make: impl Fn(&mut Random) -> String, skipped: usize, random: &mut Random) -> String {
    loop {
        let digits = make(random);
        let counted = &digits[skipped..];
        let weights: Vec<u32> = (0..counted.len())
            .map(|at| (counted.len() - at) as u32 % 10 + 1)
            .collect();
        if let Some(last) = modulus_11_digit(counted, &weights) {
            return format!("{digits}{last}");
        }
    }
}

fn amex(random: &mut Random) -> String {
    let all = with_luhn(format!("37{}", random.digits(12)));
    grouped(&all, &[4, 6, 5], " ")
}

fn plate_with_letter(random: &mut Random) -> String {
    let letters: String = (0..3)
        .map(|_| *random.pick(&['C', 'E', 'G', 'M', 'N', 'S', 'W', 'Z']))
        .collect();
    format!(
        "{letters}{}{}",
        random.between(10, 99),
        random.pick(&['A', 'B', 'K', 'T'])
    )
}

/// Twelve digits and GS1's check digit: weights 1 and 3.
fn goods(prefix: &str, random: &mut Random) -> String {
    let twelve = format!("{prefix}{}", random.digits(12 - prefix.len()));
    let sum: u32 = twelve
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .zip([1, 3].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    format!("{twelve}{}", (10 - sum % 10) % 10)
}

fn isbn(random: &mut Random) -> String {
    let all = goods("97891", random);
    grouped(&all, &[3, 2, 4, 3, 1], "-")
}

/// A payment reference with its length as the last digit but one, and Luhn's digit.
fn ocr(count: usize, random: &mut Random) -> String {
    with_luhn(format!("{}{}", random.digits(count - 2), count % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_check_digits_of_the_specimens() {
        // ICAO Doc 9303 part 4, appendix A.
        assert_eq!(zone_digit("L898902C3"), '6');
        assert_eq!(zone_digit("740812"), '2');
        assert_eq!(zone_digit("L898902C3674081221204159ZE184226B<<<<<1"), '0');
    }

    #[test]
    fn makes_zones_and_accounts_of_the_right_shape() {
        let mut random = Random::new(1);
        for _ in 0..50 {
            let passport = passport_zone(&mut random);
            assert!(passport.lines().all(|line| line.len() == 44), "{passport}");
            let card = card_zone(&mut random);
            assert!(card.lines().all(|line| line.len() == 30), "{card}");
            assert_eq!(goods("73", &mut random).len(), 13);
            assert_eq!(account("", &mut random).len(), 14);
        }
    }
}
