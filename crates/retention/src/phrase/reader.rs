//! Reads one statement, token by token: verbs with their negation, ages, clauses with their heads, and single words.

use super::Trigger;
use super::amount::number_of;
use super::grammar::{Act, Statement, Verb, find_verb, letter_verb};
use super::lexer::{Kind, Token};
use super::trigger::{self, Clause, Opening};
use super::vocabulary::{Class, Marks, Unit, vocabulary};

/// Reads one segment.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) out: Statement,
    pub(super) lettered: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tokens: &'a [Token]) -> Self {
        Reader {
            tokens,
            at: 0,
            out: Statement::default(),
            lettered: false,
        }
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn before(&self) -> Option<&'a Token> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    pub(super) fn read(mut self) -> Statement {
        self.letter();
        self.out.conditional = self.peek(0).is_some_and(|token| token.is(Class::Condition));
        while let Some(token) = self.peek(0) {
            if self.age() || self.amount() || self.act(token) || self.clause(token) {
                continue;
            }
            self.word(token);
            self.at += 1;
        }
        self.sum_of_year();
        self.bare_clause();
        self.out
    }

    fn letter(&mut self) {
        let Some(verb) = letter_verb(self.tokens) else {
            return;
        };
        self.out.acts.push(Act {
            verb,
            negated: false,
        });
        self.out.may = self.tokens.first().is_some_and(|token| token.text == "k");
        self.at = 1;
        self.lettered = true;
        while self
            .peek(0)
            .is_some_and(|token| matches!(token.kind, Kind::Colon | Kind::Dash | Kind::Comma))
        {
            self.at += 1;
        }
    }

    /// "fyllt 18 år", "18 års ålder", "18-årsdagen", "är 18 år", "myndig".
    fn age(&mut self) -> bool {
        let Some(token) = self.peek(0) else {
            return false;
        };
        let asks = token.is(Class::Age);
        let copula = token.is(Class::Copula) && self.in_clause_of_person();
        let number = self.number_within(if asks { 4 } else { 1 });
        if let (true, Some((years, length))) = (asks || copula, number) {
            return self.set_age(years, length);
        }
        if let Kind::Number(years) = token.kind {
            let word = (1..=3).find(|ahead| {
                self.peek(*ahead)
                    .is_some_and(|next| next.is(Class::AgeWord))
            });
            let direct =
                (1..=2).all(|ahead| self.peek(ahead).is_none_or(|next| next.kind != Kind::Comma));
            if let (Some(ahead), true) = (word, direct) {
                return self.set_age(years, ahead + 1);
            }
        }
        if token.is(Class::AgeWord) && token.text.starts_with("mynd") {
            return self.set_age(1800, 1);
        }
        false
    }

    fn in_clause_of_person(&self) -> bool {
        let end = self.at.min(self.tokens.len());
        let unit = self
            .peek(2)
            .is_some_and(|token| token.marks.unit == Some(Unit::Years));
        unit && self.tokens.get(..end).is_some_and(|front| {
            front
                .iter()
                .any(|token| token.is(Class::Head) || token.is(Class::Until))
        })
    }

    /// A number within the next tokens, with the number of tokens up to and with its unit.
    fn number_within(&self, reach: usize) -> Option<(u32, usize)> {
        let ahead = (1..=reach).find(|ahead| {
            self.peek(*ahead)
                .is_some_and(|token| number_of(token).is_some())
        })?;
        let years = self.peek(ahead).and_then(number_of)?;
        let unit = self
            .peek(ahead + 1)
            .is_some_and(|token| token.marks.unit.is_some());
        Some((years, ahead + 1 + usize::from(unit)))
    }

    fn set_age(&mut self, hundredths: u32, length: usize) -> bool {
        self.out.age = u16::try_from(hundredths / 100).ok().or(self.out.age);
        self.out.clause = Some(Clause {
            trigger: Trigger::AgeOfPerson,
            open: false,
            vague: false,
        });
        self.at += length;
        true
    }

    fn act(&mut self, token: &Token) -> bool {
        let Some(verb) = find_verb(token) else {
            return false;
        };
        if verb == Verb::Keep && token.text == "ligger" && !self.out.acts.is_empty() {
            return false;
        }
        let negated = self.is_negated();
        self.out.may |= token.is(Class::May);
        self.out.limit_noun |= token.is(Class::LimitNoun);
        self.out.acts.push(Act { verb, negated });
        self.at += 1;
        true
    }

    /// A negation right before or behind, with auxiliaries between.
    fn is_negated(&self) -> bool {
        let light =
            |token: &&Token| token.is(Class::May) || token.is(Class::Must) || token.text == "att";
        let mut front = self.tokens.get(..self.at).unwrap_or_default().iter().rev();
        let before = front
            .find(|token| !light(token))
            .is_some_and(|token| token.is(Class::Not));
        let behind = (1..=3)
            .filter_map(|ahead| self.peek(ahead))
            .find(|token| !light(token))
            .is_some_and(|token| token.is(Class::Not));
        before || behind
    }

    /// A head with the words that follow it.
    fn clause(&mut self, head: &Token) -> bool {
        let starts = [Class::Head, Class::From, Class::Until, Class::AsLong]
            .iter()
            .any(|class| head.is(*class))
            || self.lasts(head);
        // "sedan gallras": the word joins two statements here.
        let joins = head.is(Class::Afterwards)
            && self.peek(1).is_some_and(|next| find_verb(next).is_some());
        if !starts || joins || self.leads_to_amount() {
            return false;
        }
        self.out.take_bound(head);
        self.at += 1;
        let start = self.at;
        while let Some(token) = self.peek(0) {
            if self.ends_clause(token, start) {
                break;
            }
            if !self.age() {
                self.note_in_clause(token);
                self.at += 1;
            }
        }
        let words: Vec<&Token> = self
            .tokens
            .get(start..self.at)
            .unwrap_or_default()
            .iter()
            .collect();
        let limit = head.is(Class::Until) || head.is(Class::AsLong);
        self.out.dated |= limit
            && words
                .iter()
                .any(|token| token.kind == Kind::Cite && is_year(&token.text));
        self.out.opens_with_event |= start == 1 && head.is(Class::Head);
        self.take_clause(head, &words);
        true
    }

    /// "Sparas under anställningstiden": a span that is named by what lasts, not by a number.
    fn lasts(&self, head: &Token) -> bool {
        let keeps =
            |act: &Act| matches!(act.verb, Verb::Keep | Verb::Preserve | Verb::KeepDoubtful);
        if !head.is(Class::During) || !self.out.acts.iter().any(keeps) {
            return false;
        }
        let words: Vec<&Token> = (1..=2).filter_map(|ahead| self.peek(ahead)).collect();
        let names = [
            Trigger::EndOfEmployment,
            Trigger::EndOfEnrolment,
            Trigger::EndOfMeasure,
            Trigger::EndOfSchoolYear,
            Trigger::ContractEnd,
            Trigger::ProjectEnd,
            Trigger::CaseClosed,
        ];
        names.contains(&trigger::resolve(&words, Opening::Lasting))
    }

    fn take_clause(&mut self, head: &Token, words: &[&Token]) {
        let limit = head.is(Class::Until)
            || head.is(Class::AsLong)
            || (head.is(Class::During) && !head.is(Class::Head));
        let Some(mut clause) = trigger::clause(head, words) else {
            return;
        };
        if clause.trigger == Trigger::Other {
            let names_place = words.iter().any(|token| token.is(Class::ArchivePlace));
            let aged = self
                .out
                .clause
                .is_some_and(|clause| clause.trigger == Trigger::AgeOfPerson);
            if aged {
                self.out.until |= limit;
                return;
            }
            let weak = limit || !head.is(Class::Head);
            if limit || (weak && self.out.amounts.is_empty()) {
                self.out.archive_place |= names_place;
                let keeps = |act: &Act| {
                    matches!(act.verb, Verb::Keep | Verb::Preserve | Verb::KeepDoubtful)
                };
                self.out.open |= limit && !names_place && self.out.acts.iter().any(keeps);
                return;
            }
        }
        self.out.archive_place |= limit && words.iter().any(|token| token.is(Class::ArchivePlace));
        if let Some(before) = self.out.clause {
            clause.open |= before.open;
            let known = [Trigger::AgeOfPerson, Trigger::Other].contains(&clause.trigger);
            if before.trigger != Trigger::Other && (known || before.trigger == Trigger::AgeOfPerson)
            {
                clause.trigger = before.trigger;
            }
        }
        self.out.until |= limit;
        self.out.clause = Some(clause);
    }

    /// "efter 2 år", "efter senast 1 år": the head opens an amount, not a clause.
    fn leads_to_amount(&self) -> bool {
        let bounds = (1..4).take_while(|ahead| {
            self.peek(*ahead).is_some_and(|token| {
                token.is(Class::AtMost)
                    || token.is(Class::AtLeast)
                    || token.is(Class::InSpan)
                    || token.text == "en tid av"
            })
        });
        let ahead = 1 + bounds.count();
        let reader = Reader {
            tokens: self.tokens,
            at: self.at + ahead,
            out: Statement::default(),
            lettered: false,
        };
        reader.find_amount().is_some() && !reader.is_age_here()
    }

    /// An amount here, or behind its bound ("senast 10 år").
    fn opens_amount(&self) -> bool {
        let bound = self
            .peek(0)
            .is_some_and(|token| token.is(Class::AtMost) || token.is(Class::AtLeast));
        self.find_amount().is_some()
            || (bound
                && Reader {
                    tokens: self.tokens,
                    at: self.at + 1,
                    out: Statement::default(),
                    lettered: false,
                }
                .find_amount()
                .is_some())
    }

    fn is_age_here(&self) -> bool {
        (1..=3).any(|ahead| {
            self.peek(ahead)
                .is_some_and(|token| token.is(Class::AgeWord))
        })
    }

    fn ends_clause(&self, token: &Token, start: usize) -> bool {
        let verb =
            find_verb(token).is_some_and(|verb| verb != Verb::HandOver && verb != Verb::GiveBack);
        let finite = verb && !token.is(Class::NounAct) && token.marks.concepts == 0;
        let amount = self.opens_amount() && !self.is_age_here();
        let breaks = [
            Class::Condition,
            Class::Cite,
            Class::Refer,
            Class::Judge,
            Class::Plus,
        ];
        (self.at > start && (finite || amount))
            || matches!(token.kind, Kind::Plus)
            || breaks.iter().any(|class| token.is(*class)) && token.marks.concepts == 0
            || (token.kind == Kind::Comma
                && self.peek(1).is_some_and(|next| next.is(Class::Afterwards)))
    }

    fn note_in_clause(&mut self, token: &Token) {
        self.out.archive_place |= token.is(Class::ArchivePlace)
            && !self.out.acts.iter().any(|act| act.verb == Verb::Dispose);
        self.out.others |=
            token.is(Class::Others) && token.text != "andra" && token.text != "andre";
    }

    fn word(&mut self, token: &Token) {
        let first = self.at == 0
            || self
                .before()
                .is_some_and(|before| before.kind == Kind::Comma);
        let out = &mut self.out;
        out.may |= token.is(Class::May);
        out.take_bound(token);
        out.forever |= token.is(Class::Forever);
        out.at_once |= token.is(Class::AtOnce);
        out.indefinite |= token.is(Class::Indefinite);
        out.archive_place |= token.is(Class::ArchivePlace);
        out.refers |= token.is(Class::Refer);
        out.cites |= token.is(Class::Cite);
        out.before |= token.is(Class::Before);
        out.idle |= token.marks.concepts & vocabulary().concept("inactivity") != 0;
        out.dated |= token.kind == Kind::Cite && is_year(&token.text) && self.at > 0;
        out.defines |= token.is(Class::Definition);
        out.follows |= token.is(Class::Afterwards);
        out.others |= token.is(Class::Others);
        out.secret |= token.is(Class::Secrecy);
        out.strays += u32::from(token.kind == Kind::Word && token.marks == Marks::default());
        out.foreign_verb |= self.at == 0 && is_passive(token);
        out.refers |= token.is(Class::NotRecord);
        out.judged |= token.is(Class::Judge);
        let condition = token.is(Class::IfWord) && (first || self.before_settles());
        let out = &mut self.out;
        out.open |= condition
            || token.is(Class::Condition)
            || token.is(Class::Judge)
            || token.is(Class::Every);
    }

    /// Whether the word before already said what or how long, so that "om" opens a condition.
    fn before_settles(&self) -> bool {
        self.before()
            .is_some_and(|token| find_verb(token).is_some() || token.marks.unit.is_some())
    }

    /// "Löpande år + 5 år", "Räkenskapsår + 7 år": the words beside the plus sign name the trigger.
    fn sum_of_year(&mut self) {
        let sums = self
            .tokens
            .iter()
            .any(|token| token.kind == Kind::Plus || token.is(Class::Plus));
        let current = self.tokens.iter().any(|token| token.is(Class::CurrentYear));
        if self.out.clause.is_some() || !(sums || current) || self.out.amounts.is_empty() {
            return;
        }
        let words: Vec<&Token> = self
            .tokens
            .iter()
            .filter(|token| find_verb(token).is_none())
            .collect();
        let mut trigger = trigger::resolve(&words, Opening::Lasting);
        if trigger == Trigger::Other
            && (current
                || words
                    .iter()
                    .any(|token| token.marks.unit == Some(Unit::Years) && self.stands_alone(token)))
        {
            trigger = Trigger::EndOfCalendarYear;
        }
        if trigger != Trigger::Other {
            self.out.clause = Some(Clause {
                trigger,
                open: false,
                vague: false,
            });
        }
    }

    /// Whether the unit has no number before it ("år + 5").
    fn stands_alone(&self, unit: &Token) -> bool {
        self.tokens
            .first()
            .is_some_and(|first| std::ptr::eq(first, unit))
    }

    /// A statement of a noun alone: "Läsårets slut", "Inaktualitet".
    fn bare_clause(&mut self) {
        if self.out.clause.is_some() || !self.out.acts.is_empty() || !self.out.amounts.is_empty() {
            return;
        }
        let words: Vec<&Token> = self.tokens.iter().collect();
        let vague = [
            Trigger::Other,
            Trigger::Decision,
            Trigger::Creation,
            Trigger::Receipt,
            Trigger::Audit,
        ];
        let trigger = trigger::resolve(&words, Opening::Other);
        let ends = words
            .iter()
            .any(|token| token.marks.concepts & vocabulary().concept("end") != 0);
        if !vague.contains(&trigger)
            && (ends || trigger == Trigger::Inactivity)
            && !self.out.refers
            && !self.out.open
            && words.len() <= 4
        {
            self.out.clause = Some(Clause {
                trigger,
                open: false,
                vague: false,
            });
        }
    }
}

/// Whether the digits are a year.
fn is_year(text: &str) -> bool {
    text.parse::<u32>()
        .is_ok_and(|year| (1700..2200).contains(&year))
}

/// Whether it looks like a verb that says what is done ("Revideras", "Opdateres") and is none of the field's.
fn is_passive(token: &Token) -> bool {
    let ends = ["as", "es"].iter().any(|end| token.text.ends_with(end));
    ends && token.text.chars().count() >= 7 && token.marks.unit.is_none()
}
