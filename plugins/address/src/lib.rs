//! Postal addresses in Sweden and Denmark: a street and a number, with what stands behind them.
//!
//! A word that ends as streets do (`Storgatan`, `Nørregade`) or a capitalised name before `gata` or `vej`, then a number.
//! Entrance, floor, door, postcode and town are taken in where they follow. Postcodes: Sweden `NNN NN`, 100 12 to 984 99
//! (Postnord); Denmark four digits, 1000 to 9990 (DAWA). Boxes belong to organisations and are left,
//! and whose letter box it is (`c/o Nyman`) is a name of its own.

mod parts;
mod street;

use sporhund_detector::{Checked, Detector, Page, RawHit};
use sporhund_model::IdentityKind;

/// `postal-address`: street addresses, and towns with their postcode behind a label.
#[derive(Clone, Copy, Debug, Default)]
pub struct PostalAddress;

impl Detector for PostalAddress {
    fn name(&self) -> &'static str {
        "postal-address"
    }

    fn scan(&self, page: &Page<'_>, found: &mut Vec<RawHit>) {
        let mut end = 0;
        for (index, word) in page.capitals.iter().enumerate() {
            if word.start < end {
                continue;
            }
            if let Some(hit) = street::find(page, index) {
                end = hit.end;
                found.push(hit);
            }
        }
    }

    fn read(&self, raw: &str) -> Checked {
        let words = raw
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let normal: Vec<String> = words.map(str::to_lowercase).collect();
        let first = raw.chars().next().unwrap_or('*');
        Checked::new(
            IdentityKind::Address,
            normal.join(" "),
            format!("{first}*** **"),
        )
    }
}

/// The detectors of this crate.
pub fn detectors() -> Vec<Box<dyn Detector>> {
    vec![Box::new(PostalAddress)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sporhund_detector::page::find_capitals;

    pub(crate) fn found(text: &str) -> Vec<(&str, i16)> {
        let mut capitals = Vec::new();
        find_capitals(text, &mut capitals);
        let page = Page {
            text,
            capitals: &capitals,
            delimiter: None,
        };
        let mut hits = Vec::new();
        PostalAddress.scan(&page, &mut hits);
        hits.iter()
            .map(|hit| (&text[hit.start as usize..hit.end as usize], hit.weight))
            .collect()
    }

    fn spans(text: &str) -> Vec<&str> {
        found(text).into_iter().map(|(span, _)| span).collect()
    }

    #[test]
    fn takes_swedish_and_danish_addresses_whole() {
        for (text, address) in [
            (
                "Hon bor på Storgatan 12 B, 811 30 Sandviken.",
                "Storgatan 12 B, 811 30 Sandviken",
            ),
            (
                "Adress: Norra Kungsgatan 4, lgh 1102",
                "Norra Kungsgatan 4, lgh 1102",
            ),
            (
                "Karl Johans gata 7, 802 50 Gävle",
                "Karl Johans gata 7, 802 50 Gävle",
            ),
            (
                "Bor Nørregade 14, 2. tv., 8000 Aarhus C",
                "Nørregade 14, 2. tv., 8000 Aarhus C",
            ),
            ("H.C. Andersens Vej 3A", "H.C. Andersens Vej 3A"),
            (
                "Lærkevej 5 st. th., 5000 Odense C og",
                "Lærkevej 5 st. th., 5000 Odense C",
            ),
            ("Björkvägen 3\n803 20 Gävle", "Björkvägen 3\n803 20 Gävle"),
            ("Gl. Landevej 21", "Landevej 21"),
            (
                "c/o Nyman, Klövervången 4, 811 30 Sandviken",
                "Klövervången 4, 811 30 Sandviken",
            ),
            (
                "Kløvermarksløkken 14, dør 3, 5000 Odense C",
                "Kløvermarksløkken 14, dør 3, 5000 Odense C",
            ),
            (
                "Prästens äng 7 lgh 1201, 802 50 Gävle",
                "Prästens äng 7 lgh 1201, 802 50 Gävle",
            ),
        ] {
            assert_eq!(spans(text), [address], "{text}");
        }
    }

    #[test]
    fn leaves_what_only_looks_alike() {
        for text in [
            "Kungsgatan 2024 stängdes av",
            "Vägen 3 km lång",
            "Box 123, 811 23 Sandviken",
            "Storgatan är avstängd",
            "Skolgatan 12 345 kr",
            "Riksväg 56",
            "Väg 83",
            "Rutan 4",
            "Torget 2. Alla är välkomna",
            "Klövervången 4",
            "Klövervången 4, 999 99 Sandviken",
            "Postboks 12, 5000 Odense",
            "Marts 12, 2019 Odense",
            "Rutan 4, sedan 12 Personer",
        ] {
            assert!(
                found(text).iter().all(|(_, weight)| *weight < 0),
                "{text}: {:?}",
                found(text)
            );
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "(Storgatan|Nørregade|Åvej|Karl| |,|\\n|[0-9]{1,3}|[a-zåö.]){0,20}") {
            let _ = found(&text);
        }
    }
}
