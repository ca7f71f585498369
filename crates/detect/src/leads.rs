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
    KNOWN
        .get(words.join(" ").as_str())
        .copied()
        .unwrap_or_default()
}

/// Where the lead of a category begins that stands right before a term.
pub(crate) fn find_lead(text: &str, term: &WordHit, category: Category) -> Option<u32> {
    let before = reach_back(text, term.start, REACH);
    let clause = before
        .rsplit(['\n', ',', ';', ':', '(', ')', '!', '?'])
        .next()
        .unwrap_or_default();
    // What is joined to a lead by `-` or by no space is a word of its own.
    if !clause.ends_with(char::is_whitespace) {
        return None;
    }
    let lower = clause.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let end = (0..=FILLERS).find_map(|fillers| {
        let end = words.len().checked_sub(fillers)?;
        let between = words.get(end..)?;
        let are_fillers = between.iter().all(|word| known(&[word]) & FILLER != 0);
        let length = length(words.get(..end)?, bit(category))?;
        are_fillers.then_some(end - length)
    })?;
    // Words are told by their place from the right, as case may change the number of bytes.
    let rest = words.len() - end;
    let start = clause.split_whitespace().rev().take(rest).last()?;
    let at = clause.rfind(start)?;
    u32::try_from(clause.len() - at)
        .ok()
        .map(|back| term.start - back)
}

/// How many of the last words are a lead.
fn length(words: &[&str], wanted: Mask) -> Option<usize> {
    (1..=WORDS.min(words.len())).find(|length| {
        let lead = words.get(words.len() - length..).unwrap_or_default();
        known(lead) & wanted != 0
    })
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
        find_lead(text, &term, category).is_some()
    }

    #[test]
    fn leads_to_terms_of_its_category() {
        assert!(leads(
            "Hon har drabbats av en svår stroke",
            "stroke",
            Category::Health
        ));
        assert!(leads("ondt i højre knæ", "knæ", Category::Health));
        assert!(!leads("Hon tog upp stroke", "stroke", Category::Health));
        assert!(!leads("drabbats av, stroke", "stroke", Category::Health));
        assert!(!leads("drabbats av stöld", "stöld", Category::Union));
    }
}
