//! Statements: what is done, for how long, from when, with what is left open.
//!
//! ```text
//! phrase    := statement (separator statement)*
//! statement := (act | amount | age | clause | word of class | other word)*
//! amount    := ISO | number [alternative number] ["(" number ")"] unit [smaller amount]
//! clause    := head word+           "efter avslutat ärende", "når barnet er fyldt 18 år"
//! ```

use super::lexer::{Kind, Token};
use super::period::Period;
use super::trigger::{self, Clause};
use super::vocabulary::{Class, Unit};
use super::{Bound, Trigger};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Dispose,
    Cleanse,
    Preserve,
    Keep,
    KeepDoubtful,
    Archive,
    Deliver,
    HandOver,
    GiveBack,
}

/// A verb with its negation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    pub(crate) verb: Verb,
    pub(crate) negated: bool,
}

/// A length of time as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// The longest of its alternatives.
    pub(crate) period: Period,
    /// Whether there were alternatives.
    pub(crate) alternatives: bool,
    /// Whether it is a limit by its own words ("i 5 år", "under 5 år").
    pub(crate) spanned: bool,
    /// A code of the Danish classification in days: its clock is the closing of the case.
    pub(crate) iso: bool,
}

/// One thing that the phrase says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statement {
    pub(crate) acts: Vec<Act>,
    pub(crate) amounts: Vec<Amount>,
    pub(crate) clause: Option<Clause>,
    /// The clause is a limit ("tills", "så länge").
    pub(crate) until: bool,
    pub(crate) age: Option<u16>,
    pub(crate) bound: Bound,
    pub(crate) may: bool,
    pub(crate) forever: bool,
    pub(crate) at_once: bool,
    pub(crate) indefinite: bool,
    pub(crate) archive_place: bool,
    /// Something names another place where the rule stands.
    pub(crate) refers: bool,
    /// A law or decision is named.
    pub(crate) cites: bool,
    /// Someone must judge, or it holds under a condition or for a part only.
    pub(crate) open: bool,
    /// Two objects in one cell.
    pub(crate) others: bool,
    /// "inte ... förrän": the negation is a bound.
    pub(crate) before: bool,
    /// A sentence that defines a word ("Sagen afsluttes efter 3 måneders stilstand").
    pub(crate) defines: bool,
    /// It follows on the statement before ("därefter").
    pub(crate) follows: bool,
    /// It opens with a condition ("medmindre", "dock").
    pub(crate) conditional: bool,
}

/// Reads all statements.
pub(crate) fn statements(tokens: &[Token]) -> Vec<Statement> {
    segments(tokens)
        .into_iter()
        .map(|segment| Reader::new(segment).read())
        .collect()
}

/// Cuts at the ends of sentences and parentheses, and at commas and conjunctions between two verbs.
fn segments(tokens: &[Token]) -> Vec<&[Token]> {
    let mut out = Vec::new();
    for part in split_strong(tokens) {
        split_weak(part, &mut out);
    }
    out
}

fn split_strong(tokens: &[Token]) -> Vec<&[Token]> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut inside = false;
    for (index, token) in tokens.iter().enumerate() {
        inside |= token.kind == Kind::Open
            && (is_repeated_number(tokens, index) || is_short_note(tokens, index));
        let splits = match token.kind {
            Kind::Stop => true,
            Kind::Open | Kind::Close => !inside,
            _ => false,
        };
        inside &= token.kind != Kind::Close;
        if splits {
            out.push(tokens.get(start..index).unwrap_or_default());
            start = index + 1;
        }
    }
    out.push(tokens.get(start..).unwrap_or_default());
    out.retain(|part| !part.is_empty());
    out
}

/// "två (2) år": the parenthesis says the number again.
fn is_repeated_number(tokens: &[Token], open: usize) -> bool {
    let inner = tokens.get(open + 1).map(|token| token.kind);
    let close = tokens.get(open + 2).map(|token| token.kind);
    let unit = tokens
        .get(open + 3)
        .is_some_and(|token| token.marks.unit.is_some());
    matches!(inner, Some(Kind::Number(_))) && close == Some(Kind::Close) && unit
}

/// A parenthesis inside a verb group: "Kan (i princippet) slettes".
fn is_short_note(tokens: &[Token], open: usize) -> bool {
    open.checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| token.is(Class::May) || token.is(Class::Must))
}

fn split_weak<'a>(part: &'a [Token], out: &mut Vec<&'a [Token]>) {
    let mut start = 0;
    for index in 1..part.len() {
        if index <= start || !is_weak_separator(part, index) {
            continue;
        }
        let head = part.get(start..index).unwrap_or_default();
        let tail = part.get(index + 1..).unwrap_or_default();
        if states_something(head) && begins_with_act(tail) {
            out.push(head);
            // A word such as "men" or "därefter" still speaks about the statement it opens.
            let keeps = part
                .get(index)
                .is_some_and(|token| token.is(Class::Condition) || token.is(Class::Afterwards));
            start = if keeps { index } else { index + 1 };
        }
    }
    out.push(part.get(start..).unwrap_or_default());
}

fn is_weak_separator(part: &[Token], index: usize) -> bool {
    part.get(index).is_some_and(|token| {
        matches!(
            token.kind,
            Kind::Comma | Kind::Slash | Kind::Dash | Kind::Close
        ) || token.is(Class::And)
            || token.is(Class::Condition)
            || token.is(Class::Afterwards)
    })
}

/// Whether a verb of the field stands there outside of a clause's nouns.
fn states_something(tokens: &[Token]) -> bool {
    let mut heads = tokens.iter().position(|token| token.is(Class::Head));
    if heads == Some(0) {
        heads = None;
    }
    let front = tokens
        .get(..heads.unwrap_or(tokens.len()))
        .unwrap_or_default();
    front.iter().any(|token| find_verb(token).is_some()) || letter_verb(tokens).is_some()
}

/// Whether the next part, up to its own first separator, has a verb of its own that is not a clause's noun.
fn begins_with_act(tokens: &[Token]) -> bool {
    let end = (1..tokens.len())
        .find(|at| is_weak_separator(tokens, *at))
        .unwrap_or(tokens.len());
    let part = tokens.get(..end).unwrap_or_default();
    let has_act = |part: &[Token]| {
        let head = part.iter().position(|token| token.is(Class::Head));
        let verb = part.iter().position(|token| find_verb(token).is_some());
        match (verb, head) {
            (Some(verb), Some(head)) => {
                verb < head
                    || part
                        .iter()
                        .skip(head)
                        .any(|token| find_verb(token).is_some() && !token.is(Class::NounAct))
            }
            (Some(_), None) => true,
            (None, _) => letter_verb(part).is_some(),
        }
    };
    has_act(part) || (part.iter().all(|token| token.is(Class::Afterwards)) && has_act(tokens))
}

fn find_verb(token: &Token) -> Option<Verb> {
    const VERBS: [(Class, Verb); 9] = [
        (Class::GiveBack, Verb::GiveBack),
        (Class::Deliver, Verb::Deliver),
        (Class::Preserve, Verb::Preserve),
        (Class::Dispose, Verb::Dispose),
        (Class::Cleanse, Verb::Cleanse),
        (Class::Keep, Verb::Keep),
        (Class::KeepDoubtful, Verb::KeepDoubtful),
        (Class::Archive, Verb::Archive),
        (Class::HandOver, Verb::HandOver),
    ];
    VERBS
        .iter()
        .find(|(class, _)| token.is(*class))
        .map(|(_, verb)| *verb)
}

/// The letter codes G (gallras), B (bevaras, bevares) and K (kan kasseres) at the front of a statement.
fn letter_verb(tokens: &[Token]) -> Option<Verb> {
    let first = tokens.first().filter(|token| token.capital)?;
    match first.text.as_str() {
        "g" | "k" => Some(Verb::Dispose),
        "b" => Some(Verb::Preserve),
        _ => None,
    }
}

/// Reads one segment.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    out: Statement,
    lettered: bool,
}

impl<'a> Reader<'a> {
    fn new(tokens: &'a [Token]) -> Self {
        Reader {
            tokens,
            at: 0,
            out: Statement::default(),
            lettered: false,
        }
    }

    fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    fn before(&self) -> Option<&'a Token> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    fn read(mut self) -> Statement {
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
        });
        self.at += length;
        true
    }

    fn amount(&mut self) -> bool {
        let Some((mut amount, length)) = self.find_amount() else {
            return false;
        };
        let before = self.before();
        if before.is_some_and(|token| token.is(Class::Every)) {
            self.out.open = true;
            self.at += length;
            return true;
        }
        amount.spanned = before.is_some_and(|token| token.is(Class::InSpan))
            || self
                .at
                .checked_sub(2)
                .and_then(|at| self.tokens.get(at))
                .is_some_and(|token| token.is(Class::InSpan));
        self.out.amounts.push(amount);
        self.at += length;
        true
    }

    /// The amount that begins here, with its length in tokens.
    fn find_amount(&self) -> Option<(Amount, usize)> {
        let first = self.peek(0)?;
        if let Kind::Iso(period) = first.kind {
            return Some((
                Amount {
                    period,
                    alternatives: false,
                    spanned: false,
                    iso: true,
                },
                1,
            ));
        }
        let (numbers, mut length) = self.numbers()?;
        let unit = self.unit_at(&mut length);
        let unit = match unit {
            Some(unit) => unit,
            None if self.lettered && self.out.amounts.is_empty() && self.ends_number(length) => {
                Unit::Years
            }
            None => return None,
        };
        let period = numbers
            .iter()
            .filter_map(|number| in_unit(*number, unit))
            .max_by_key(|period| period.approximate_days())?;
        let mut amount = Amount {
            period,
            alternatives: numbers.len() > 1,
            spanned: false,
            iso: false,
        };
        if let Some((smaller, more)) = self.smaller_amount(length, unit) {
            amount.period.months += smaller.months;
            amount.period.days += smaller.days;
            length += more;
        }
        Some((amount, length))
    }

    /// Whether a number without a unit may be years: it stands alone behind its letter.
    fn ends_number(&self, length: usize) -> bool {
        self.peek(length)
            .is_none_or(|token| !matches!(token.kind, Kind::Number(_) | Kind::Cite))
    }

    fn unit_at(&self, length: &mut usize) -> Option<Unit> {
        if self
            .peek(*length)
            .is_some_and(|token| token.kind == Kind::Dash)
        {
            *length += 1;
        }
        let unit = self.peek(*length).and_then(|token| token.marks.unit)?;
        *length += 1;
        Some(unit)
    }

    /// "2", "2-3", "2 alt. 10 år", "ett och ett halvt", "två (2)": the numbers in hundredths.
    fn numbers(&self) -> Option<(Vec<u32>, usize)> {
        let (first, mut length) = self.one_number(0)?;
        let mut numbers = vec![first];
        loop {
            if self
                .peek(length)
                .is_some_and(|token| token.kind == Kind::Open)
            {
                let Some((number, 1)) = self.one_number(length + 1) else {
                    break;
                };
                if number != first {
                    numbers.push(number);
                }
                length += 3;
                continue;
            }
            let joins = self.peek(length).is_some_and(|token| {
                matches!(token.kind, Kind::Dash | Kind::Slash)
                    || token.is(Class::Or)
                    || token.is(Class::Until)
                    || token.is(Class::And)
            });
            let gap = self.skip_unit(length);
            let (true, Some((number, more))) = (joins, self.one_number(length + 1)) else {
                // "2 år alt. 10 år": the unit stands behind both.
                if let Some((number, end)) = gap {
                    numbers.push(number);
                    length = end;
                    continue;
                }
                break;
            };
            numbers.push(number);
            length += 1 + more;
        }
        Some((numbers, length))
    }

    /// A unit, a word for "or", and another number: where that number ends.
    fn skip_unit(&self, length: usize) -> Option<(u32, usize)> {
        let unit = self.peek(length)?.marks.unit?;
        let joined = self.peek(length + 1)?;
        if !(joined.is(Class::Or) || matches!(joined.kind, Kind::Dash | Kind::Slash)) {
            return None;
        }
        let (number, more) = self.one_number(length + 2)?;
        let same = self.peek(length + 2 + more)?.marks.unit? == unit;
        same.then_some((number, length + 2 + more))
    }

    /// One number with its half: "1,5", "ett halvt", "två och ett halvt", "halvannat".
    fn one_number(&self, ahead: usize) -> Option<(u32, usize)> {
        let token = self.peek(ahead)?;
        if let Some(halves) = token.marks.halves {
            return Some((halves * 50, 1));
        }
        let number = number_of(token)?;
        let half = |at: usize| self.peek(at).and_then(|next| next.marks.halves);
        if let Some(halves) = half(ahead + 1) {
            return Some((halves * 50, 2));
        }
        let joined = self.peek(ahead + 1).is_some_and(|next| next.is(Class::And));
        if joined && half(ahead + 2) == Some(1) {
            return Some((number + 50, 3));
        }
        let one = self
            .peek(ahead + 2)
            .is_some_and(|next| next.marks.number == Some(1));
        if joined && one && half(ahead + 3) == Some(1) {
            return Some((number + 50, 4));
        }
        Some((number, 1))
    }

    /// "2 år och 6 månader".
    fn smaller_amount(&self, length: usize, unit: Unit) -> Option<(Period, usize)> {
        let joined = usize::from(self.peek(length).is_some_and(|token| token.is(Class::And)));
        let number = self.peek(length + joined).and_then(number_of)?;
        let smaller = self.peek(length + joined + 1)?.marks.unit?;
        let fits = unit == Unit::Years && smaller == Unit::Months;
        fits.then(|| in_unit(number, smaller))
            .flatten()
            .map(|period| (period, joined + 2))
    }

    fn act(&mut self, token: &Token) -> bool {
        let Some(verb) = find_verb(token) else {
            return false;
        };
        if verb == Verb::Keep && token.text == "ligger" && !self.out.acts.is_empty() {
            return false;
        }
        let negated = self.is_negated();
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
        let behind = self.peek(1).is_some_and(|token| token.is(Class::Not));
        before || behind
    }

    /// A head with the words that follow it.
    fn clause(&mut self, head: &Token) -> bool {
        let starts = [Class::Head, Class::From, Class::Until, Class::AsLong]
            .iter()
            .any(|class| head.is(*class));
        if !starts || self.leads_to_amount() {
            return false;
        }
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
        self.take_clause(head, &words);
        true
    }

    fn take_clause(&mut self, head: &Token, words: &[&Token]) {
        let limit = head.is(Class::Until) || head.is(Class::AsLong);
        let Some(mut clause) = trigger::clause(head, words) else {
            return;
        };
        if clause.trigger == Trigger::Other {
            let names_place = words.iter().any(|token| token.is(Class::ArchivePlace));
            let weak = limit || !head.is(Class::Head);
            if (names_place && limit) || (weak && self.out.amounts.is_empty()) {
                self.out.archive_place |= names_place;
                self.out.open |= limit && !names_place;
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
        self.out.open |= clause.open;
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
        let amount = self.find_amount().is_some() && !self.is_age_here();
        let breaks = [
            Class::Condition,
            Class::Cite,
            Class::Refer,
            Class::Judge,
            Class::Plus,
        ];
        (finite && self.at > start)
            || (amount && self.at > start)
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
        if token.is(Class::AtMost) {
            out.bound = Bound::AtMost;
        }
        if token.is(Class::AtLeast) {
            out.bound = Bound::AtLeast;
        }
        out.forever |= token.is(Class::Forever);
        out.at_once |= token.is(Class::AtOnce);
        out.indefinite |= token.is(Class::Indefinite);
        out.archive_place |= token.is(Class::ArchivePlace);
        out.refers |= token.is(Class::Refer);
        out.cites |= token.is(Class::Cite);
        out.before |= token.is(Class::Before);
        out.defines |= token.is(Class::Definition);
        out.follows |= token.is(Class::Afterwards);
        out.others |= token.is(Class::Others);
        out.refers |= token.is(Class::NotRecord);
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
        let mut trigger = trigger::resolve(&words, true);
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
        let trigger = trigger::resolve(&words, false);
        let ends = words.iter().any(|token| {
            token.marks.concepts & super::vocabulary::vocabulary().concept("end") != 0
        });
        if !vague.contains(&trigger)
            && (ends || trigger == Trigger::Inactivity)
            && !self.out.refers
            && words.len() <= 4
        {
            self.out.clause = Some(Clause {
                trigger,
                open: false,
            });
        }
    }
}

/// The number that a token names, in hundredths.
fn number_of(token: &Token) -> Option<u32> {
    match token.kind {
        Kind::Number(hundredths) => Some(hundredths),
        _ => token.marks.number.map(|number| number * 100),
    }
}

/// A number of units as a period; `None` when it comes out in no whole unit.
fn in_unit(hundredths: u32, unit: Unit) -> Option<Period> {
    let whole = hundredths.is_multiple_of(100).then_some(hundredths / 100);
    let months = |per: u32| {
        let total = hundredths.checked_mul(per)?;
        total.is_multiple_of(100).then_some(total / 100)
    };
    let of_months = |months: u32| match months % 12 {
        0 => Period::of(months / 12, 0, 0),
        _ => Period::of(0, months, 0),
    };
    match unit {
        Unit::Hours => Some(Period::of(0, 0, hundredths.div_ceil(2400))),
        Unit::Days => Some(Period::of(0, 0, hundredths.div_ceil(100))),
        Unit::Weeks => Some(Period::of(0, 0, whole?.checked_mul(7)?)),
        Unit::Months => whole.map(|months| Period::of(0, months, 0)),
        Unit::Quarters => months(3).map(of_months),
        Unit::HalfYears => months(6).map(of_months),
        Unit::Years | Unit::SchoolYears => match whole {
            Some(years) => Some(Period::of(years, 0, 0)),
            None => months(12).map(|months| Period::of(0, months, 0)),
        },
        Unit::Mandates => whole?.checked_mul(4).map(|years| Period::of(years, 0, 0)),
    }
}
