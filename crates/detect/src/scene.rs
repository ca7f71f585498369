//! The persons of a piece of text, and which of them a term says something about.

use crate::bond::{Bond, Tie, confidence};
use crate::entry::Strength;
use crate::focus::{is_particular, is_told_of};
use crate::general::{
    begins_condition, begins_with_they, holds_office, names_picture, speaks_about, speaks_of_some,
};
use crate::persons::{Signs, sign_of, signs_of};
use crate::sentence::sentence;
use crate::words::WordHit;
use sporhund_model::{Chunk, Join};
use std::ops::Range;

/// Bytes between a term and a person in running text: about 15 words and the sentence they stand in.
const NEAR: u32 = 160;
/// Bytes within a paragraph that a pronoun reaches back.
const PRONOUN: u32 = 900;
/// Bytes between whom a form is about and its lines.
pub(crate) const FORM: u32 = 2000;
/// Bytes between a sentence and the person whom the sentence before it names.
pub(crate) const NEXT: u32 = 200;
/// Persons that make a crowd.
const CROWD: usize = 4;
/// The longest row that is looked through.
const ROW: u32 = 4096;
/// Bytes between a person and what is said of them.
const SAID: u32 = 90;
/// Bytes between a term and whom it is about.
pub(crate) const LEADS: usize = 48;

/// A number or name that stands for a person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    /// The number of the hit.
    pub hit: usize,
    pub start: u32,
    pub end: u32,
    pub is_number: bool,
    /// Named by title or task, so that only what is said of them directly counts.
    pub is_official: bool,
    /// Behind a label such as `Elev:`, so that what follows is about them.
    pub is_labelled: bool,
}

impl Person {
    pub(crate) fn heads(&self) -> bool {
        self.is_number || self.is_labelled
    }
}

/// The persons of a chunk.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub chunk: &'a Chunk,
    pub persons: &'a [Person],
    /// Those who are named as officials.
    pub officials: &'a [Person],
    /// Whom the whole text is about: the only one who is named by number, or by a label.
    pub subject: Option<Person>,
    /// Minutes of a council name its members, not whom it speaks of.
    pub is_of_council: bool,
}

/// A term with the sentence that it stands in.
pub(crate) struct Said<'t> {
    pub term: &'t WordHit,
    /// Where the term begins, with its lead.
    from: u32,
    pub strength: Strength,
    pub range: Range<usize>,
    pub text: &'t str,
    pub signs: Signs,
}

impl Said<'_> {
    /// Whether the sentence speaks of nobody: of a rule, of what may be, of officials.
    pub(crate) fn is_general(&self) -> bool {
        self.signs.has(Signs::GENERAL.and(Signs::OFFICIAL))
            || self.is_conditional()
            || self.is_about_nobody()
    }

    /// Whether the term is what somebody speaks of, or said of people of a kind.
    pub(crate) fn is_about_nobody(&self) -> bool {
        self.is_topic() || speaks_of_some(self.text)
    }

    /// `Hon informerade om …`: what somebody speaks about.
    fn is_topic(&self) -> bool {
        let length = (self.term.end as usize).saturating_sub(self.range.start);
        speaks_about(self.text.get(..length).unwrap_or_default())
    }

    /// `Om du …`, `Den som …`, `Rutin: När …`.
    pub(crate) fn is_conditional(&self) -> bool {
        let behind_colon = self.text.rsplit_once(": ").map(|(_, behind)| behind);
        begins_condition(self.text) || behind_colon.is_some_and(begins_condition)
    }
}

impl Scene<'_> {
    /// The person whom a term says something about.
    pub(crate) fn find(&self, term: &WordHit, from: u32, strength: Strength) -> Option<Tie> {
        let after = self.after(term);
        let said = self.said(term, from, strength);
        let beside = self.beside(&said, after);
        if beside.is_some() {
            return beside;
        }
        if said.signs.has(Signs::FORM) {
            return None;
        }
        let (before, behind) = self.persons.split_at_checked(after)?;
        if self.is_of_council {
            let head = before.iter().rev().find(|person| person.heads());
            return head.and_then(|_| {
                self.of_form(&said, before)
                    .or_else(|| self.of_record(&said))
            });
        }
        self.of_pronoun(&said, before)
            .or_else(|| self.of_kin(&said, before))
            .or_else(|| self.of_signature(&said, behind))
            .or_else(|| self.of_addressee(&said, before))
            .or_else(|| self.of_form(&said, before))
            .or_else(|| self.of_last(&said, before))
            .or_else(|| self.of_record(&said))
            .or_else(|| self.of_official(&said))
            .or_else(|| self.of_list(&said, behind))
            .or_else(|| self.of_next(&said, behind))
    }

    /// A term with its sentence.
    pub(crate) fn said<'t>(&'t self, term: &'t WordHit, from: u32, strength: Strength) -> Said<'t> {
        let range = sentence(&self.chunk.text, (term.start, term.end));
        let text = self.chunk.text.get(range.clone()).unwrap_or_default();
        let signs = signs_of(text);
        // `Hon måste uppge …` is no form.
        let is_told = signs.has(Signs::PRONOUN) && !signs.has(Signs::SECOND);
        Said {
            term,
            from,
            strength,
            range,
            text,
            signs: if is_told {
                signs.without(Signs::FORM)
            } else {
                signs
            },
        }
    }

    /// How many persons stand before a term.
    pub(crate) fn after(&self, term: &WordHit) -> usize {
        self.persons
            .partition_point(|person| person.start < term.start)
    }

    /// A number near the term, or a name in its sentence.
    fn beside(&self, said: &Said<'_>, after: usize) -> Option<Tie> {
        let from = after.saturating_sub(3);
        let to = (after + 3).min(self.persons.len());
        let near = self.persons.get(from..to)?;
        let tie = |person: &Person| self.tie_to(said, person);
        let counts = |tie: &Tie| confidence(*tie, said.strength).is_some();
        near.iter()
            .filter_map(tie)
            .filter(counts)
            .min_by_key(|tie| {
                let is_name = matches!(tie.bond, Bond::Name | Bond::NameRow);
                (is_name, tie.distance)
            })
    }

    fn tie_to(&self, said: &Said<'_>, person: &Person) -> Option<Tie> {
        let (term, signs) = (said.term, said.signs);
        let distance = distance(self.chunk, term, person)?;
        let in_sentence = said.range.contains(&(person.start as usize));
        let is_general = self.general_until(said, person);
        let leads = self.leads(said, person) && !is_general;
        let is_said = leads || self.is_said(term, person);
        let allowed = is_said || !is_general;
        let bond = match (distance, person.is_number) {
            (0, true) => Bond::Row,
            (0, false) => Bond::NameRow,
            (_, true) if !signs.has(Signs::FORM) && (in_sentence || !said.is_general()) => {
                Bond::Number
            }
            (_, false) if in_sentence && !signs.has(Signs::FORM) && allowed => Bond::Name,
            _ => return None,
        };
        let overlaps = term.start < person.end && person.start < term.end;
        let titles = said.strength == Strength::Strong && self.titles(term, person);
        let in_row = || {
            let (from, to) = (person.end.min(term.end), person.start.max(term.start));
            let between = self.chunk.text.get(from as usize..to as usize);
            let title = self.chunk.text.trim_start().lines().next();
            let is_general = signs_of(title.unwrap_or_default()).has(Signs::GENERAL);
            !is_general && between.is_some_and(|text| text.contains('\t') && !text.contains('\n'))
        };
        let tells = || in_row() || is_particular(&self.chunk.text, said.term, person);
        let tie = Tie {
            bond,
            distance,
            person: person.hit,
            is_said: !matches!(bond, Bond::Row | Bond::NameRow)
                && (is_said || bond == Bond::Name && tells()),
        };
        // A name behind a term is whom it is about only when a word or a colon says so, or nothing stands between.
        let is_led =
            leads || titles || said.strength == Strength::Strong && self.meets(said, person);
        let is_loose = bond == Bond::Name && person.start > term.start && !is_led;
        (!overlaps && !is_loose).then_some(tie)
    }

    /// Whether the sentence is general up to the term and the person: what follows says nothing of them.
    fn general_until(&self, said: &Said<'_>, person: &Person) -> bool {
        let start = said.range.start;
        let before = self.chunk.text.get(start..said.from as usize);
        let behind = self
            .chunk
            .text
            .get(said.term.end as usize..person.end as usize);
        let has = |text: Option<&str>| signs_of(text.unwrap_or_default()).has(Signs::GENERAL);
        let whole = self.chunk.text.get(start..said.term.end as usize);
        has(before) || has(behind) || speaks_about(whole.unwrap_or_default())
    }

    /// Whether a verb stands between a person and a term behind it, and nothing that turns it into something general.
    fn is_said(&self, term: &WordHit, person: &Person) -> bool {
        let gap = term.start.checked_sub(person.end);
        if gap.is_none_or(|gap| gap > SAID) {
            return false;
        }
        // The verb may be the beginning of the term itself: `har skulder`, `er jøde`.
        let clause = self.chunk.text.get(person.end as usize..term.end as usize);
        let clause = clause.unwrap_or_default();
        let signs = signs_of(clause);
        // `Karin Berg sjuk`: nothing stands between.
        let is_beside = clause.starts_with(' ') && gap == Some(1);
        let is_said = signs.has(Signs::PREDICATE.and(Signs::PRONOUN)) || is_beside;
        is_said
            && !signs.has(Signs::GENERAL.and(Signs::FORM))
            && !holds_office(clause)
            && !speaks_about(clause)
    }

    /// Whether what stands between a term and a name behind it leads to the name: `läkarintyg för`, `orosanmälan gällande`.
    fn leads(&self, said: &Said<'_>, person: &Person) -> bool {
        let term = said.term;
        let between = self
            .chunk
            .text
            .get(term.start as usize..person.start as usize)
            .unwrap_or_default();
        let length = between
            .len()
            .saturating_sub((term.end - term.start) as usize);
        let mut words = between.split_whitespace().rev();
        let last = words.next().unwrap_or_default();
        // `Allergier anmäls till Eva Ek`: who takes it.
        let is_sent = matches!(last, "till" | "til" | "to")
            && words
                .next()
                .is_some_and(|verb| sign_of(verb).has(Signs::OFFICIAL))
            && length > last.len() + 2;
        let about = Signs::ABOUT.and(Signs::LABEL).and(Signs::SUBJECT);
        let is_about = sign_of(last.trim_matches([':', '.', ','])).has(about)
            || matches!(last, "av" | "af" | "of") && names_picture(between);
        length <= LEADS && !is_sent && is_about
    }

    /// Whether a name stands right behind a term (`deres medlem Eva Ek`), or a pronoun in the sentence means who is named behind
    /// (`Hans kone har smidt ham ud, så Bo Ek …`).
    fn meets(&self, said: &Said<'_>, person: &Person) -> bool {
        let is_beside = person.start == said.term.end + 1;
        let is_only = || {
            let before = self.persons.iter().chain(self.officials);
            let mut before = before.filter(|other| other.start < person.start);
            before.next().is_none()
        };
        is_beside || said.signs.has(Signs::PRONOUN) && is_only()
    }

    /// Whether a colon stands between a term and a name right behind it: `Uppsägning av hyresrätt: Karin Berg`.
    fn titles(&self, term: &WordHit, person: &Person) -> bool {
        let between = self
            .chunk
            .text
            .get(term.end as usize..person.start as usize);
        between.is_some_and(|text| text.len() <= LEADS / 2 && text.trim_end().ends_with(':'))
    }

    /// Whom a pronoun means: the last person named in the same paragraph.
    fn of_pronoun(&self, said: &Said<'_>, before: &[Person]) -> Option<Tie> {
        let signs = said.signs;
        let is_subject = signs.has(Signs::SUBJECT) && !signs.has(Signs::GENERAL);
        let reaches_back = signs.has(Signs::PRONOUN) || is_subject || begins_with_they(said.text);
        let is_said = signs.has(Signs::PREDICATE) && !said.is_general();
        let counts = match said.strength {
            Strength::Strong => !said.is_about_nobody(),
            Strength::Weak => is_said,
            Strength::Faint | Strength::Context | Strength::Part => false,
        };
        if !reaches_back || !counts {
            return None;
        }
        let last = before.last()?;
        let between = self.between(last, said.term)?;
        let bond = if between.contains("\n\n") {
            // `Eleven …` two paragraphs on is the pupil of the record.
            return self
                .of_subject(said, FORM)
                .filter(|tie| tie.person == last.hit);
        } else {
            Bond::Pronoun
        };
        (said.term.start - last.end <= PRONOUN).then(|| tie(bond, last, said.term))
    }

    /// Whether many are named, and nobody by number or label: nobody knows whom a sentence without a name is about.
    pub(crate) fn is_crowd(&self) -> bool {
        let all = self.persons.len() + self.officials.len();
        all >= CROWD && !self.persons.iter().any(Person::heads)
    }

    /// The official of whom a verb right behind the name says something (`rektor Eva Ek är sjukskriven`), or a pronoun in a
    /// sentence behind.
    fn of_official(&self, said: &Said<'_>) -> Option<Tie> {
        let after = self
            .officials
            .partition_point(|person| person.start < said.term.start);
        let next = self.officials.get(after).filter(|next| {
            said.range.contains(&(next.start as usize)) && said.strength >= Strength::Weak
        });
        if let Some(next) = next.filter(|next| self.leads(said, next) && !said.is_about_nobody()) {
            return Some(Tie {
                is_said: true,
                ..tie(Bond::Name, next, said.term)
            });
        }
        let last = self.officials.get(after.checked_sub(1)?)?;
        if self.is_owned(said, last) {
            return Some(Tie {
                is_said: true,
                ..tie(Bond::Name, last, said.term)
            });
        }
        if said.strength != Strength::Strong || self.general_until(said, last) {
            return None;
        }
        let is_meant = said.signs.has(Signs::PRONOUN)
            && said.term.start - last.end <= PRONOUN
            && self.is_personal(said, last);
        let is_told = said.range.contains(&(last.start as usize))
            && is_told_of(&self.chunk.text, last, said.term);
        (is_told || is_meant).then(|| Tie {
            is_said: true,
            ..tie(Bond::Name, last, said.term)
        })
    }

    /// Whether a term is what somebody has: `Saga Nybergs familjehem`.
    fn is_owned(&self, said: &Said<'_>, person: &Person) -> bool {
        let between = self
            .chunk
            .text
            .get(person.end as usize..said.term.start as usize);
        said.strength >= Strength::Weak && between == Some("s ")
    }

    /// What stands between a person and a term behind it, unless nothing crosses it.
    pub(crate) fn between(&self, person: &Person, term: &WordHit) -> Option<&str> {
        let text = self
            .chunk
            .text
            .get(person.end as usize..term.start as usize)?;
        (!crosses(self.chunk, person.end, term.start)).then_some(text)
    }
}

pub(crate) fn tie(bond: Bond, person: &Person, term: &WordHit) -> Tie {
    Tie {
        bond,
        distance: term.start.abs_diff(person.end),
        person: person.hit,
        is_said: false,
    }
}

/// How far a term stands from a person that it may be tied to; 0 in the same row.
fn distance(chunk: &Chunk, term: &WordHit, person: &Person) -> Option<u32> {
    let (from, to) = if term.end <= person.start {
        (term.end, person.start)
    } else {
        (person.end.min(term.start), term.start)
    };
    let gap = to - from;
    if gap > ROW {
        return None;
    }
    let between = chunk.text.as_bytes().get(from as usize..to as usize)?;
    if chunk
        .origin
        .as_ref()
        .is_some_and(|origin| origin.delimiter.is_some())
    {
        return memchr::memchr(b'\n', between).is_none().then_some(0);
    }
    let (one, other) = (chunk.segment_at(term.start), chunk.segment_at(person.start));
    if one.cell.is_some() && other.cell.is_some() && one.cell != other.cell {
        return (one.place == other.place && one.cell.row == other.cell.row).then_some(0);
    }
    let fits = gap <= NEAR
        && !crosses(chunk, from, to)
        && memchr::memmem::find(between, b"\n\n").is_none();
    fits.then_some(gap.max(1))
}

/// Whether something that nothing crosses lies between two places.
fn crosses(chunk: &Chunk, from: u32, to: u32) -> bool {
    let first = chunk
        .segments
        .partition_point(|segment| segment.start <= from);
    let behind = chunk.segments.get(first..).unwrap_or_default();
    behind
        .iter()
        .take_while(|segment| segment.start <= to)
        .any(|segment| segment.join == Join::Hard)
}
