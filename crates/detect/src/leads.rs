//! Words that lead to a term and make it say more: `drabbats av` to an illness, `medlem i` to a party.
//!
//! A weak term or a part (`knät`, `Somalia`) right behind a lead of its category says as much as a strong one. Fillers
//! (`sin`, `svår`) may stand between. Leads are read only before terms of texts that name somebody.

use crate::expand::expand;
use crate::hasher::FastBuild;
use crate::sentence::reach_back;
use crate::words::WordHit;
use sporhund_model::Category;
use std::collections::HashMap;
use std::sync::LazyLock;

static LEADS: &str = include_str!("../../../rules/context/leads.csv");

/// Bytes before a term in which its lead stands.
const REACH: usize = 72;
/// Words of a lead.
const WORDS: usize = 4;
/// Fillers between a lead and its term.
const FILLERS: usize = 3;

/// What a lead leads to; a bit for each category, and one for a filler.
type Mask = u32;

const FILLER: Mask = 1 << 31;

fn bit(category: Category) -> Mask {
    let at = Category::ALL.iter().position(|one| *one == category);
    at.map_or(0, |at| 1 << at)
}

fn mask(names: &str) -> Mask {
    let of = |name: &str| match name {
        "filler" => FILLER,
        _ => Category::ALL
            .iter()
            .filter(|category| category.as_str() == name)
            .map(|category| bit(*category))
            .sum(),
    };
    names.split(' ').map(of).fold(0, |all, one| all | one)
}

static KNOWN: LazyLock<HashMap<String, Mask, FastBuild>> = LazyLock::new(|| {
    let mut known: HashMap<String, Mask, FastBuild> = HashMap::default();
    for line in LEADS.lines().skip(1).filter(|line| !line.starts_with('#')) {
        let mut fields = line.split(',');
        let mask = fields.next().map_or(0, mask);
        for lead in fields.nth(1).and_then(expand).unwrap_or_default() {
            let lead = lead.trim().to_owned();
            *known.entry(lead).or_default() |= mask;
        }
    }
    known
});

fn known(words: &[&str]) -> Mask {
    KNOWN.get(words.join(" ").as_str()).copied().unwrap_or_default()
}

/// Whether a lead of a category stands right before a term.
pub(crate) fn is_led(text: &str, term: &WordHit, category: Category) -> bool {
    let before = reach_back(text, term.start, REACH);
    let clause = before
        .rsplit(['\n', ',', ';', ':', '(', ')', '!', '?'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    // What is joined to a lead by `-` or by no space is a word of its own.
    if !clause.ends_with(char::is_whitespace) {
        return false;
    }
    let words: Vec<&str> = clause.split_whitespace().collect();
    let wanted = bit(category);
    let mut end = words.len();
    for _ in 0..=FILLERS {
        let leads = (1..=WORDS.min(end)).any(|length| {
            let lead = words.get(end - length..end).unwrap_or_default();
            known(lead) & wanted != 0
        });
        if leads {
            return true;
        }
        let Some(last) = end.checked_sub(1) else {
            return false;
        };
        if known(words.get(last..end).unwrap_or_default()) & FILLER == 0 {
            return false;
        }
        end = last;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(text: &str, word: &str, category: Category) -> bool {
        let start = text.find(word).unwrap() as u32;
        let term = WordHit {
            start,
            end: start + word.len() as u32,
            number: 0,
        };
        is_led(text, &term, category)
    }

    #[test]
    fn leads_to_terms_of_its_category() {
        assert!(leads("Hon har drabbats av en svår stroke", "stroke", Category::Health));
        assert!(leads("ondt i højre knæ", "knæ", Category::Health));
        assert!(!leads("Hon tog upp stroke", "stroke", Category::Health));
        assert!(!leads("drabbats av, stroke", "stroke", Category::Health));
        assert!(!leads("drabbats av stöld", "stöld", Category::Union));
    }
}
