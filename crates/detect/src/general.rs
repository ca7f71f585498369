//! What is said of nobody: conditions, topics, offices, people of a kind, and points of an agenda.

use crate::persons::{Signs, is_council, names_topic, sign_of};

/// The longest title that is read, in bytes.
const TITLE: usize = 100;

/// `Om du …`, `Den som …`, `Kan jag …?`: what may be. `Får insulin kl. 8` says what is.
pub(crate) fn begins_condition(clause: &str) -> bool {
    let text = clause.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().trim_end_matches(',');
    let second = words.next().unwrap_or_default().trim_end_matches(',');
    let begins = |words: &str| sign_of(words).has(Signs::CONDITION);
    if sign_of(first).has(Signs::MODAL) {
        let others = Signs::FIRST.and(Signs::SECOND).and(Signs::WE);
        let is_anybody = matches!(
            second,
            "man" | "någon" | "nån" | "nogen" | "der" | "det" | "I"
        );
        return text.trim_end().ends_with('?') || sign_of(second).has(others) || is_anybody;
    }
    begins(first) || begins(&format!("{first} {second}"))
}

/// `är ordförande i …`: what follows is about the office.
pub(crate) fn holds_office(clause: &str) -> bool {
    let mut words = clause.split_whitespace().take(2);
    words.any(|word| sign_of(word).has(Signs::OFFICIAL))
}

/// `berättade om …`: what follows is what somebody speaks about, unless it is their own (`om sin depression`).
pub(crate) fn speaks_about(clause: &str) -> bool {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let next = |at: usize| words.get(at + 3).copied().unwrap_or_default();
    words.windows(3).enumerate().any(|(at, three)| {
        // `frågade om sonen kan …` asks whether.
        let asks = matches!(three, [_, "om", _]) && sign_of(next(at)).has(Signs::PREDICATE);
        !asks
            && matches!(three, [verb, "om" | "med" | "about" | "with", what]
            if (sign_of(verb).has(Signs::TOPIC) || names_topic(verb))
                && !sign_of(what).has(Signs::OWN.and(Signs::PRONOUN))
                && !what.starts_with(char::is_uppercase))
    })
}

/// `De har …`: those who were named before.
pub(crate) fn begins_with_they(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_they = matches!(words.next(), Some("De" | "They"));
    is_they
        && words
            .next()
            .is_some_and(|word| sign_of(word).has(Signs::PREDICATE))
}

/// `børn, der har …`, `personer med …`: people of a kind, whoever they are.
pub(crate) fn speaks_of_some(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|two| {
        matches!(two, [who, "som" | "der" | "med" | "who" | "with"]
            if sign_of(who.trim_end_matches(',')).has(Signs::SOME))
    })
}

/// Whether a text is the minutes of a council: its first line names one.
pub(crate) fn is_of_council(text: &str) -> bool {
    let title = text.trim_start().lines().next().unwrap_or_default();
    let end = title.find(". ").unwrap_or(title.len()).min(TITLE);
    let title = title.get(..end).unwrap_or(title);
    let mut words = title.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.any(|word| word.len() > 2 && is_council(word))
}

/// Whether a term names a picture or a trace of somebody, so that `av` leads to whom: `håndaftryk af Eva Ek`.
pub(crate) fn names_picture(between: &str) -> bool {
    const ENDS: [&str; 22] = [
        "ing", "ning", "ningen", "else", "elsen", "tryck", "trycket", "tryk", "trykket", "bild",
        "bilden", "billede", "billedet", "mall", "skabelon", "profil", "profilen", "scanning",
        "prov", "prøve", "foto", "fotot",
    ];
    let word = between.split_whitespace().rev().nth(1).unwrap_or_default();
    ENDS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a line is a point of a list: `2. Budget`, `Dag 3: …`, `- …`.
pub(crate) fn is_listed(text: &str, at: u32) -> bool {
    let before = text.get(..at as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < line.len() && rest.starts_with(['.', ')', ':']);
    let mut words = line.split_whitespace();
    let (first, second) = (words.next(), words.next().unwrap_or_default());
    let is_part = first.is_some_and(|first| first.chars().all(char::is_alphabetic))
        && second.ends_with(':')
        && second.starts_with(|c: char| c.is_ascii_digit());
    is_numbered || is_part || line.starts_with(['-', '–', '•', '*', '§'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_people_of_a_kind_and_topics() {
        assert!(speaks_of_some(
            "Samtaler med børn, der har været udsat for vold"
        ));
        assert!(speaks_of_some("tilbud til mennesker med autisme"));
        assert!(!speaks_of_some("Hun har børn og bor alene"));
        assert!(speaks_about("netværksmøde om hjemløshed og misbrug"));
        assert!(!speaks_about("bad om hjælp"));
    }

    #[test]
    fn tells_minutes_of_councils() {
        assert!(is_of_council("Referat fra Ældrerådet\nTil stede: Bo Ek"));
        assert!(is_of_council("Protokoll, socialnämnden § 12"));
        assert!(!is_of_council("Samtal med Bo Ek\nNämnden informerades"));
    }

    #[test]
    fn tells_points_of_a_list() {
        let text = "Birthe Bæk fremlagde.\n2. Ordningen\nDag 3: Anbringelse\nHun bor 2. sal";
        let at = |word: &str| text.find(word).unwrap() as u32;
        assert!(is_listed(text, at("Ordningen")) && is_listed(text, at("Anbringelse")));
        assert!(!is_listed(text, at("sal")) && !is_listed(text, at("fremlagde")));
    }
}
