//! Names that stop all disposal in their case ("OBS gallra ej"), and names of single pages.

use crate::data;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Default, Deserialize)]
struct Stops {
    words: Vec<String>,
    rows: Vec<String>,
    pages: Vec<String>,
}

#[derive(Default, Deserialize)]
struct StopData {
    stops: Stops,
}

static STOPS: LazyLock<Stops> = LazyLock::new(|| data::load::<StopData>("synonyms.toml").stops);

impl Stops {
    fn stop(&self, name: &[String]) -> bool {
        let is_word = |word: &String| self.words.iter().any(|stop| word.starts_with(stop));
        let in_row = |row: &String| {
            let mut pairs = name.windows(2);
            let mut wanted = row.split(' ');
            let (first, second) = (wanted.next(), wanted.next());
            pairs.any(|pair| Some(pair[0].as_str()) == first && Some(pair[1].as_str()) == second)
        };
        name.iter().any(is_word) || self.rows.iter().any(in_row)
    }

    fn is_page(&self, name: &[String]) -> bool {
        let mut pairs = name.windows(2);
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        pairs.any(|pair| self.pages.contains(&pair[0]) && is_number(&pair[1]))
    }
}

/// Whether the words of a name stop all disposal.
pub(super) fn stops(name: &[String]) -> bool {
    STOPS.stop(name)
}

/// Whether they say that the file is one page of a document.
pub(super) fn is_page(name: &[String]) -> bool {
    STOPS.is_page(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_stops_and_pages() {
        let words = |name: &str| crate::fold::words(name);
        for name in [
            "LÄS FÖRST gallringsstopp",
            "OBS gallra ej",
            "slettestop sag 12",
        ] {
            assert!(stops(&words(name)), "{name}");
        }
        assert!(!stops(&words("gallringsprotokoll 2019")));
        assert!(is_page(&words("beslut sida 1")) && !is_page(&words("hemsida 1")));
    }
}
