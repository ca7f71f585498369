//! Records and forms: whom a title, a stamp, a line with its label or a sentence without a name is about.

use crate::bond::{Bond, Tie};
use crate::entry::Strength;
use crate::focus::{
    NOTE, is_marked, is_personal, is_recorded, is_stamp, titles_record, titles_table,
};
use crate::general::is_listed;
use crate::persons::{Signs, sign_of, signs_of};
use crate::scene::{FORM, NEXT, Person, Said, Scene, tie};
use crate::sentence::{reach_on, sentence};
use crate::words::WordHit;

/// Bytes between whom a record is about and what it says.
const RECORD: u32 = 6000;
/// Bytes between the title of a record and whom it is about.
const TITLE: u32 = 500;
/// Letters that a role shares with its other forms, and bytes it stands in behind a name: `mamma`, `mamman`.
const ROOT: usize = 3;
const ROLE: usize = 24;
/// Bytes between the end of a sentence and who is named in the next one.
const BEHIND: usize = 40;
/// Bytes between a marking and whom it protects.
const STAMP: u32 = 600;

impl Scene<'_> {
    /// The first person of a record whose title the term stands in: `Anteckning LSS-boendet, natt`.
    pub(crate) fn of_title(&self, term: &WordHit, is_faint: bool) -> Option<Tie> {
        if self.is_of_council {
            return None;
        }
        let said = self.said(term, term.start, Strength::Weak);
        let behind = self.persons.get(self.after(term)..)?;
        let first = behind.iter().find(|person| !person.is_official)?;
        let is_near = (0..=TITLE).contains(&first.start.checked_sub(term.end)?);
        let is_title = titles_record(&self.chunk.text, &said.range, term);
        let is_personal = if is_faint {
            is_recorded(&self.chunk.text, term, first)
        } else {
            is_personal(&self.chunk.text, term, first)
        };
        // What the term itself says of kinds of writings is meant: `Rapport natt`.
        let from = (term.start as usize).saturating_sub(said.range.start);
        let to = (term.end as usize).saturating_sub(said.range.start);
        let around = [said.text.get(..from), said.text.get(to..)];
        let names_kind =
            |text: Option<&str>| signs_of(text.unwrap_or_default()).has(Signs::GENERAL);
        let is_general = around.into_iter().any(names_kind) || said.is_conditional();
        (is_near && is_title && is_personal && !is_general && !said.is_about_nobody())
            .then(|| tie(Bond::Title, first, term))
    }

    /// Who was listed as what a sentence begins with: `Eva Ek (mamma) … Mamman har …`.
    pub(crate) fn of_kin(&self, said: &Said<'_>, before: &[Person]) -> Option<Tie> {
        if said.strength < Strength::Strong || said.is_general() {
            return None;
        }
        let subject = said.text.trim_start().split(' ').next()?;
        if !signs_of(subject).has(Signs::KIN) {
            return None;
        }
        let root: String = subject.to_lowercase().chars().take(ROOT).collect();
        let role = |person: &Person| {
            let behind = reach_on(&self.chunk.text, person.end, ROLE);
            let role = behind.trim_start_matches([' ', ',', '(', '-', '–', ':']);
            let role = role.split(|c: char| !c.is_alphabetic()).next();
            role.unwrap_or_default().to_lowercase()
        };
        let is_one = |person: &&Person| role(person).starts_with(&root);
        let is_kin = |person: &&Person| sign_of(&role(person)).has(Signs::KIN);
        // Those who were present count as officials, but a mother is none.
        let is_before = |person: &&Person| person.end <= said.term.start;
        let present = self.officials.iter().take_while(is_before);
        let mut listed = before.iter().chain(present).filter(is_kin);
        let first = listed.next()?;
        // What is said of one of a family concerns the others who are listed.
        let person = std::iter::once(first).chain(listed).find(is_one);
        let person = person.unwrap_or(first);
        Some(tie(Bond::Pronoun, person, said.term))
    }

    /// Who is named where a marking stands: `FORTROLIGT` in a line of its own, or in capitals.
    pub(crate) fn of_stamp(&self, term: &WordHit) -> Option<Tie> {
        if !is_stamp(&self.chunk.text, term) {
            return None;
        }
        let near = |person: &&Person| {
            person.start.abs_diff(term.end) <= STAMP && is_marked(&self.chunk.text, term, person)
        };
        let nearest = |persons: &'_ [Person]| {
            let after = persons.partition_point(|person| person.start < term.start);
            let (before, behind) = persons.split_at_checked(after)?;
            let person = behind.iter().find(near);
            person.or_else(|| before.iter().rev().find(near)).copied()
        };
        let person = &nearest(self.persons).or_else(|| nearest(self.officials))?;
        Some(tie(Bond::Form, person, term))
    }

    /// The first of a table whose title the term stands in: `Fackavgift` above rows with names.
    pub(crate) fn of_list(&self, said: &Said<'_>, behind: &[Person]) -> Option<Tie> {
        let first = behind.first().filter(|_| said.strength >= Strength::Weak)?;
        let is_title = titles_table(&self.chunk.text, said.term, first);
        (is_title && !said.is_general()).then(|| tie(Bond::Form, first, said.term))
    }

    /// Whom a form is about: the number or labelled name that stands above; the line is a label with its value.
    pub(crate) fn of_form(&self, said: &Said<'_>, before: &[Person]) -> Option<Tie> {
        let (label, value) = said.text.split_once(':')?;
        let value = value.trim();
        let is_filled =
            value.chars().any(char::is_alphanumeric) && !sign_of(value).has(Signs::EMPTY);
        let is_field = label.len() <= 60 && is_filled && value.len() <= 200;
        let last = before.iter().rev().find(|person| person.heads())?;
        self.between(last, said.term)?;
        let is_near = said.term.start - last.end <= FORM;
        (is_field && is_near && !said.is_general()).then(|| tie(Bond::Form, last, said.term))
    }

    /// Whom the sentence before names, when this one names nobody: `Familjehemmet tar emot Eva Ek. Placeringen sker …`.
    pub(crate) fn of_last(&self, said: &Said<'_>, before: &[Person]) -> Option<Tie> {
        let last = before.last()?;
        let between = self.between(last, said.term)?;
        let is_next = said.term.start - last.end <= NEXT && !between.contains("\n\n");
        let own = sentence(&self.chunk.text, (last.start, last.end));
        let signs = signs_of(self.chunk.text.get(own).unwrap_or_default());
        let others = match said.strength {
            Strength::Strong => Signs::GENERAL.and(Signs::FORM),
            _ => Signs::GENERAL.and(Signs::OFFICIAL).and(Signs::FORM),
        };
        let is_about = !signs.has(others);
        let counts = self.counts_in_record(said, last);
        let starts_anew = between.contains('\n') && is_listed(&self.chunk.text, said.term.start);
        (is_next && is_about && counts && !starts_anew).then(|| tie(Bond::Record, last, said.term))
    }

    /// Whom the sentence behind names, when nobody was named before: `Umgänget ställs in. Pappan Bo Ek är …`.
    pub(crate) fn of_next(&self, said: &Said<'_>, behind: &[Person]) -> Option<Tie> {
        let first = behind.first()?;
        let gap = (first.start as usize).checked_sub(said.range.end)?;
        let is_first = self.persons.first().map(|one| one.hit) == Some(first.hit);
        let is_note = self.chunk.text.len() <= NOTE && gap <= BEHIND;
        let counts = said.strength >= Strength::Weak && self.is_personal(said, first);
        (is_first && is_note && counts && !said.is_general())
            .then(|| tie(Bond::Record, first, said.term))
    }

    /// Whom the record is about.
    pub(crate) fn of_record(&self, said: &Said<'_>) -> Option<Tie> {
        let subject = self.subject?;
        let counts = self.counts_in_record(said, &subject);
        counts.then(|| self.of_subject(said, RECORD)).flatten()
    }

    /// Whether a term counts in a sentence that names nobody: strong ones do, weak ones where notes are made of somebody.
    pub(crate) fn counts_in_record(&self, said: &Said<'_>, person: &Person) -> bool {
        !said.is_general()
            && match said.strength {
                Strength::Strong => true,
                Strength::Weak => !self.is_table() && self.is_personal(said, person),
                Strength::Faint | Strength::Context | Strength::Part => false,
            }
    }

    /// Whether rows of csv say nothing of one another.
    pub(crate) fn is_table(&self) -> bool {
        let origin = self.chunk.origin.as_ref();
        origin.is_some_and(|origin| origin.delimiter.is_some())
    }

    /// Whether the text around a person and a term speaks of somebody, and of nothing in general.
    pub(crate) fn is_personal(&self, said: &Said<'_>, person: &Person) -> bool {
        is_personal(&self.chunk.text, said.term, person)
    }

    /// The subject of the text, when it stands not further above than so many bytes.
    pub(crate) fn of_subject(&self, said: &Said<'_>, reach: u32) -> Option<Tie> {
        let subject = self.subject?;
        self.between(&subject, said.term)?;
        let is_near = said.term.start.checked_sub(subject.end)? <= reach;
        is_near.then(|| tie(Bond::Record, &subject, said.term))
    }
}
