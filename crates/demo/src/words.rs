//! Names and sentences without meaning for the matter.

use crate::random::Random;

/// The language of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Swedish,
    Danish,
}

const SWEDISH_FIRST: [&str; 16] = [
    "Anna", "Erik", "Maria", "Lars", "Karin", "Nils", "Eva", "Oskar", "Sara", "Björn", "Åsa",
    "Göran", "Elin", "Håkan", "Lena", "Jonas",
];
const SWEDISH_LAST: [&str; 12] = [
    "Andersson",
    "Johansson",
    "Karlsson",
    "Nilsson",
    "Lindqvist",
    "Sjöberg",
    "Åkesson",
    "Öberg",
    "Holm",
    "Wallin",
    "Ström",
    "Hedlund",
];
const DANISH_FIRST: [&str; 16] = [
    "Mette", "Peter", "Anne", "Jens", "Kirsten", "Søren", "Hanne", "Lars", "Bodil", "Jørgen",
    "Åse", "Niels", "Pia", "Henrik", "Lone", "Torben",
];
const DANISH_LAST: [&str; 12] = [
    "Jensen",
    "Nielsen",
    "Hansen",
    "Pedersen",
    "Sørensen",
    "Rasmussen",
    "Jørgensen",
    "Madsen",
    "Kjær",
    "Østergaard",
    "Møller",
    "Bech",
];

/// A name of a person who does not exist.
pub(crate) fn name(random: &mut Random, language: Language) -> String {
    let (first, last) = match language {
        Language::Swedish => (&SWEDISH_FIRST, &SWEDISH_LAST),
        Language::Danish => (&DANISH_FIRST, &DANISH_LAST),
    };
    format!("{} {}", random.pick(first), random.pick(last))
}

/// A mail address for a name, at a domain that RFC 2606 keeps for examples or under a country's `example`.
pub(crate) fn mail(random: &mut Random, name: &str, language: Language) -> String {
    let domain = match language {
        Language::Swedish => random.pick(&["example.org", "example.com", "example.se"]),
        Language::Danish => random.pick(&["example.org", "example.com", "example.dk"]),
    };
    let local: String = name.to_lowercase().chars().map(plain_letter).collect();
    format!("{local}{}@{domain}", random.between(2, 99))
}

fn plain_letter(letter: char) -> char {
    match letter {
        ' ' => '.',
        'å' | 'ä' | 'æ' => 'a',
        'ö' | 'ø' => 'o',
        other => other,
    }
}

const SWEDISH_FILLER: [&str; 6] = [
    "Handläggaren har gått igenom underlaget och lämnar det vidare till enheten.",
    "Lokalen står till förfogande alla vardagar mellan klockan nio och fyra.",
    "Svar väntas inom tre veckor. Frågor besvaras av kontorets reception.",
    "Avgiften framgår av den taxa som fullmäktige har antagit.",
    "Kartan och ritningen ligger i samma mapp som detta brev.",
    "Nästa avstämning sker efter sommaren, när alla är tillbaka.",
];
const DANISH_FILLER: [&str; 6] = [
    "Medarbejderen har gennemgået materialet og sender det videre til teamet.",
    "Lokalet kan benyttes alle hverdage mellem klokken ni og fire.",
    "Svar ventes inden for tre uger. Spørgsmål besvares af receptionen.",
    "Gebyret fremgår af den takst, som byrådet har vedtaget.",
    "Kortet og tegningen ligger i samme mappe som dette brev.",
    "Næste opfølgning sker efter sommeren, når alle er tilbage.",
];

/// A sentence that says nothing about anybody.
pub(crate) fn filler(random: &mut Random, language: Language) -> &'static str {
    match language {
        Language::Swedish => random.pick(&SWEDISH_FILLER),
        Language::Danish => random.pick(&DANISH_FILLER),
    }
}
