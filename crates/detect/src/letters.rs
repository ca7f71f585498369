//! Letters and mails: who writes `jag` or `vi`, and who is written to.

use crate::bond::{Bond, Tie};
use crate::entry::Strength;
use crate::focus::{NOTE, signs_letter};
use crate::persons::{Signs, signs_of};
use crate::scene::{LEADS, NEXT, Person, Said, Scene, tie};
use crate::sentence::reach_back;

/// Bytes between `jag` in a mail and the name that signs it.
const SIGNED: u32 = 600;
/// Bytes before a term in which somebody says `jag`.
const FIRST: usize = 300;
/// Bytes between the sender of a mail and its text.
const MAIL: u32 = 1500;
/// A mail that is no longer than this is about who writes it.
const SHORT: usize = 500;

impl Scene<'_> {
    /// Who writes `jag`: the name that signs the letter.
    pub(crate) fn of_signature(&self, said: &Said<'_>, behind: &[Person]) -> Option<Tie> {
        let is_first = said.signs.has(Signs::FIRST) || self.speaks_first(said);
        let is_private = self.speaks_of_us(said) || self.leaves_out_who(said);
        let is_general =
            said.signs.has(Signs::GENERAL) || said.is_conditional() || said.is_about_nobody();
        if !(is_first || is_private) || is_general || said.strength < Strength::Weak {
            return None;
        }
        let text = &self.chunk.text;
        let from = self
            .officials
            .partition_point(|person| person.start < said.term.start);
        let officials = self.officials.get(from..).unwrap_or_default();
        let is_signer = |person: &&Person| {
            person.start.saturating_sub(said.term.end) <= SIGNED
                && signs_letter(text, said.term.end, person)
        };
        let officials = officials.iter().filter(|_| is_first);
        let signer = behind.iter().chain(officials).take(6).find(is_signer);
        let person = signer.or_else(|| self.speaker(said))?;
        Some(tie(Bond::Pronoun, person, said.term))
    }

    /// Who says `jag` behind a colon (`Från Eva Ek: jag är …`), sent the mail, or says who they are.
    fn speaker(&self, said: &Said<'_>) -> Option<&Person> {
        let text = &self.chunk.text;
        let before = |person: &&Person| person.end <= said.term.start;
        let mut persons = self.persons.iter().take_while(before);
        let first = persons.next()?;
        if sends(text, first) && said.term.start - first.end <= MAIL {
            return Some(first);
        }
        let last = persons.last().unwrap_or(first);
        let names_self = |person: &&Person| introduces(text, person);
        let known = self.persons.iter().take_while(before).find(names_self);
        if let Some(known) = known.filter(|known| said.term.start - known.end <= MAIL) {
            return Some(known);
        }
        let is_near = said.term.start - last.end <= NEXT;
        (is_near && text.get(last.end as usize..)?.starts_with(':')).then_some(last)
    }

    /// Whether a private letter says `vi` of the writer and their family.
    fn speaks_of_us(&self, said: &Said<'_>) -> bool {
        let text = &self.chunk.text;
        said.signs.has(Signs::WE)
            && text.len() <= NOTE
            && (said.signs.has(Signs::KIN) || signs_of(text).has(Signs::KIN))
    }

    /// Whether a short mail leaves out who is meant: `kan inte komma, ligger och spyr. Hör av mig. Eva`.
    fn leaves_out_who(&self, said: &Said<'_>) -> bool {
        let text = &self.chunk.text;
        let others = Signs::PRONOUN.and(Signs::SUBJECT).and(Signs::KIN);
        text.len() <= SHORT && !said.signs.has(others) && signs_of(text).has(Signs::FIRST)
    }

    /// Whether the sentence before says `jag`, and this one names nobody else.
    fn speaks_first(&self, said: &Said<'_>) -> bool {
        let before = reach_back(&self.chunk.text, said.term.start, FIRST);
        !said.signs.has(Signs::PRONOUN) && signs_of(before).has(Signs::FIRST)
    }

    /// Who is written to as `du`: the name behind the greeting.
    pub(crate) fn of_addressee(&self, said: &Said<'_>, before: &[Person]) -> Option<Tie> {
        if !said.signs.has(Signs::SECOND) || said.strength < Strength::Strong || said.is_general() {
            return None;
        }
        let is_greeted = |person: &&Person| {
            let line = reach_back(&self.chunk.text, person.start, LEADS);
            let line = line.rsplit(['\n', '.', '!']).next().unwrap_or_default();
            signs_of(line).has(Signs::GREETING)
        };
        let greeted = before.iter().take(2).find(is_greeted)?;
        self.between(greeted, said.term)?;
        Some(tie(Bond::Pronoun, greeted, said.term))
    }
}

/// Whether a name is that of a mail's sender: `Från: Eva Ek`, `Mail fra Eva Ek til …`.
fn sends(text: &str, person: &Person) -> bool {
    let line = reach_back(text, person.start, LEADS);
    let line = line.rsplit('\n').next().unwrap_or_default();
    let word = line.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_end_matches(':').to_lowercase();
    matches!(
        word.as_str(),
        "från" | "fra" | "from" | "avsändare" | "afsender"
    )
}

/// Whether somebody says that the name is theirs: `Jag heter Eva Ek`, `Mit navn er Eva Ek`.
fn introduces(text: &str, person: &Person) -> bool {
    let lead = reach_back(text, person.start, LEADS).to_lowercase();
    let mut words = lead
        .split(['.', '!', '\n'])
        .next_back()
        .unwrap_or_default()
        .split_whitespace()
        .rev();
    match (words.next(), words.next(), words.next()) {
        (Some("heter" | "hedder" | "heiter"), Some("jag" | "jeg"), _) => true,
        (Some("är" | "er" | "is"), Some("namn" | "navn" | "name"), Some(whose)) => {
            matches!(whose, "mitt" | "mit" | "my")
        }
        _ => false,
    }
}
