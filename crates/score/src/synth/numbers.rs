//! Values of every kind of identifier, made from the authorities' texts, and near-misses of them.
//!
//! None can be a living person's: Swedish numbers have the birth numbers 980–999 that Skatteverket keeps for tests; Danish ones
//! have 60 added to the day, as test and replacement numbers have; Norwegian, Icelandic and Finnish ones are of people born in
//! the 1800s, or of the test series 900–999. Telephones are those that PTS keeps free for fiction; addresses those of RFC 5737.

use super::random::Random;

/// How many digits from the left a check covers, and what it is.
fn luhn_digit(digits: &str) -> char {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|digit| digit.to_digit(10))
        .enumerate()
        .map(|(at, digit)| match at % 2 {
            0 if digit >= 5 => digit * 2 - 9,
            0 => digit * 2,
            _ => digit,
        })
        .sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

/// Digits with Luhn's check digit behind them.
pub fn with_luhn(mut digits: String) -> String {
    let last = luhn_digit(&digits);
    digits.push(last);
    digits
}

/// The digit that makes a weighted sum a multiple of 11; `None` when it would be 10.
pub(super) fn modulus_11_digit(digits: &str, weights: &[u32]) -> Option<char> {
    let sum: u32 = digits
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    char::from_digit((11 - sum % 11) % 11, 10).filter(|_| (11 - sum % 11) % 11 < 10)
}

/// A personnummer of Skatteverket's test series (SKV 704): twelve digits.
pub fn personnummer(random: &mut Random) -> String {
    swedish(random, 0)
}

/// A samordningsnummer of the test series (SKV 707): 60 added to the day.
pub fn samordningsnummer(random: &mut Random) -> String {
    swedish(random, 60)
}

fn swedish(random: &mut Random, shift: u32) -> String {
    loop {
        let (year, month, day) = (
            random.between(1930, 2015),
            random.between(1, 12),
            random.between(1, 28),
        );
        let serial = random.between(980, 999);
        let short = format!("{:02}{month:02}{:02}{serial}", year % 100, day + shift);
        let ten = with_luhn(short);
        // One that reads as a CPR number too would have two right answers.
        if !passes_cpr(&ten) {
            return format!("{}{ten}", year / 100);
        }
    }
}

pub(super) const CPR_WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

fn passes_cpr(ten: &str) -> bool {
    let sum: u32 = ten
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .zip(CPR_WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    sum.is_multiple_of(11)
}

/// A CPR number with modulus 11 (CPR-kontoret, Personnummeret i CPR-systemet): ten digits, 60 added to the day.
pub fn cpr(random: &mut Random) -> String {
    loop {
        let nine = cpr_nine(random);
        if let Some(last) = modulus_11_digit(&nine, &CPR_WEIGHTS) {
            return format!("{nine}{last}");
        }
    }
}

/// A CPR number that fails modulus 11, as those given out since 2007 may.
pub fn cpr_without_modulus(random: &mut Random) -> String {
    loop {
        let ten = format!("{}{}", cpr_nine(random), random.below(10));
        if !passes_cpr(&ten) {
            return ten;
        }
    }
}

fn cpr_nine(random: &mut Random) -> String {
    let (day, month, year) = (
        random.between(1, 28) + 60,
        random.between(1, 12),
        random.between(40, 99),
    );
    format!("{day:02}{month:02}{year:02}{:03}", random.below(400))
}

/// An organisation number (SKV 709): the third digit is two or more.
pub fn organisation(random: &mut Random) -> String {
    let form = *random.pick(&["5", "5", "7", "8", "9", "2"]);
    let second = random.below(10);
    let rest = random.between(2_000_000, 9_999_999);
    with_luhn(format!("{form}{second}{rest:07}"))
}

/// A CVR number with modulus 11.
pub fn cvr(random: &mut Random) -> String {
    loop {
        let seven = random.digits(7);
        if let Some(last) = modulus_11_digit(&seven, &[2, 7, 6, 5, 4, 3, 2]) {
            return format!("{seven}{last}");
        }
    }
}

/// A fødselsnummer of somebody born 1854–1899 (Skatteetaten): eleven digits; `shift` is 40 for a D-number.
pub fn norwegian(random: &mut Random, shift: u32) -> String {
    loop {
        let (day, month, year) = (
            random.between(1, 28) + shift,
            random.between(1, 12),
            random.between(54, 99),
        );
        let nine = format!("{day:02}{month:02}{year:02}{}", random.between(500, 749));
        let Some(first) = modulus_11_digit(&nine, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) else {
            continue;
        };
        let ten = format!("{nine}{first}");
        if let Some(second) = modulus_11_digit(&ten, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) {
            return format!("{ten}{second}");
        }
    }
}

/// A henkilötunnus of the series 900–999, which are not given out, with a sign of its century.
pub fn hetu(random: &mut Random) -> String {
    let (day, month, year) = (
        random.between(1, 28),
        random.between(1, 12),
        random.below(100),
    );
    let serial = random.between(900, 999);
    let sign = if year < 20 {
        *random.pick(&['A', 'B', 'C', 'D', 'E', 'F'])
    } else {
        *random.pick(&['-', '-', '-', 'U', 'V', 'W', 'X', 'Y'])
    };
    let rest = (day * 10_000_000 + month * 100_000 + year * 1000 + serial) % 31;
    let check = "0123456789ABCDEFHJKLMNPRSTUVWXY"
        .chars()
        .nth(rest as usize)
        .unwrap_or('0');
    format!("{day:02}{month:02}{year:02}{sign}{serial}{check}")
}

/// A kennitala of somebody born in the 1800s (Þjóðskrá): ten digits.
pub fn kennitala(random: &mut Random) -> String {
    loop {
        let (day, month, year) = (
            random.between(1, 28),
            random.between(1, 12),
            random.below(100),
        );
        let eight = format!("{day:02}{month:02}{year:02}{:02}", random.between(20, 99));
        if let Some(check) = modulus_11_digit(&eight, &[3, 2, 7, 6, 5, 4, 3, 2]) {
            return format!("{eight}{check}8");
        }
    }
}

/// A Swedish telephone number that PTS keeps for fiction: area code and subscriber's number.
pub fn swedish_phone(random: &mut Random) -> (String, String) {
    let (code, first, count) = *random.pick(&[
        ("070", 1_740_605, 94),
        ("070", 1_740_605, 94),
        ("08", 46_500_400, 99),
        ("031", 3_900_600, 99),
        ("040", 6_280_400, 99),
        ("0980", 319_200, 99),
    ]);
    (code.to_owned(), (first + random.below(count)).to_string())
}

/// A Danish telephone number: eight digits that begin with 5555, as in films.
pub fn danish_phone(random: &mut Random) -> String {
    format!("5555{:04}", random.below(10_000))
}

/// An IBAN of a country with a made-up account.
pub fn iban(random: &mut Random, country: &str) -> String {
    let digits = match country {
        "DK" | "FI" => 14,
        "NO" => 11,
        _ => 20,
    };
    let account = random.digits(digits);
    let moved = format!("{account}{}00", letters_as_numbers(country));
    let rest = moved
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .fold(0, |rest, digit| (rest * 10 + digit) % 97);
    format!("{country}{:02}{account}", 98 - rest)
}

fn letters_as_numbers(letters: &str) -> String {
    letters
        .bytes()
        .map(|letter| (u32::from(letter - b'A') + 10).to_string())
        .collect()
}

/// A card number of a scheme's range with Luhn's digit.
pub fn card(random: &mut Random) -> String {
    let head = *random.pick(&["4", "51", "52", "55", "2221", "5019"]);
    let rest = random.digits(15 - head.len());
    with_luhn(format!("{head}{rest}"))
}

/// A bankgiro number of seven or eight digits.
pub fn bankgiro(random: &mut Random) -> String {
    let count = random.between(6, 7) as usize;
    with_luhn(random.digits(count))
}

/// A plusgiro number of five to eight digits.
pub fn plusgiro(random: &mut Random) -> String {
    let count = random.between(4, 7) as usize;
    with_luhn(random.digits(count))
}

/// A number with one digit changed so that its check fails.
pub fn near_miss(random: &mut Random, value: &str) -> String {
    let digits: Vec<usize> = value
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    let Some(&at) = digits.last() else {
        return value.to_owned();
    };
    let old = value.as_bytes().get(at).map_or(0, |digit| digit - b'0');
    let new = (u32::from(old) + random.between(1, 9)) % 10;
    let mut changed = value.to_owned();
    changed.replace_range(at..=at, &new.to_string());
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_check_digits_of_the_authorities_examples() {
        assert_eq!(with_luhn("811218987".into()), "8112189876");
        assert_eq!(with_luhn("640823323".into()), "6408233234");
        assert_eq!(modulus_11_digit("070761428", &CPR_WEIGHTS), Some('5'));
        assert_eq!(
            modulus_11_digit("1358562", &[2, 7, 6, 5, 4, 3, 2]),
            Some('8')
        );
        assert_eq!(
            modulus_11_digit("12017433", &[3, 2, 7, 6, 5, 4, 3, 2]),
            Some('9')
        );
    }

    #[test]
    fn makes_values_of_the_right_length() {
        let mut random = Random::new(1);
        for _ in 0..100 {
            assert_eq!(personnummer(&mut random).len(), 12);
            assert_eq!(cpr(&mut random).len(), 10);
            assert_eq!(norwegian(&mut random, 40).len(), 11);
            assert_eq!(kennitala(&mut random).len(), 10);
            assert_eq!(hetu(&mut random).len(), 11);
            assert_eq!(iban(&mut random, "SE").len(), 24);
            assert_eq!(iban(&mut random, "DK").len(), 18);
            assert_eq!(card(&mut random).len(), 16);
            assert_ne!(near_miss(&mut random, "12-3"), "12-3");
        }
    }
}
