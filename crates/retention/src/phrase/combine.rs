//! One normal form of all that a phrase says. When statements contradict each other or speak of two things, a human decides.

use super::grammar::{Act, Amount, Statement, Verb};
use super::{Action, Bound, Duty, NormalForm, Period, Trigger};

/// KL's sentinel for "no limit".
const NO_LIMIT_DAYS: u32 = 18_250;
/// KL's sentinel for "take a stand".
const TAKE_A_STAND_DAYS: u32 = 100;

/// What one statement says, with how it was said.
#[derive(Clone, Copy, Debug)]
struct Said {
    form: NormalForm,
    /// It has no verb of its own: an amount or an event alone.
    implied: bool,
    /// It follows on the one before ("därefter").
    follows: bool,
    /// It holds under a condition ("medmindre", "dock").
    conditional: bool,
}

/// The meaning of all statements together.
pub(crate) fn normal_form(statements: &[Statement]) -> NormalForm {
    let mut said: Vec<Said> = Vec::new();
    let mut open = false;
    for statement in statements {
        if statement.defines && statement.acts.is_empty() && !said.is_empty() {
            continue;
        }
        open |= statement.open || statement.refers || statement.others;
        if let Some(one) = read(statement) {
            said.push(one);
        }
    }
    let Some((first, rest)) = said.split_first() else {
        return NormalForm::UNKNOWN;
    };
    let mut form = rest.iter().fold(*first, |all, one| join(all, *one)).form;
    form.needs_human |= open;
    settle(form)
}

/// Sentinels and what no phrase settles alone.
fn settle(mut form: NormalForm) -> NormalForm {
    if form.action == Action::Dispose {
        form.needs_human |= form.period.is_none() || form.trigger == Trigger::Inactivity;
        form.needs_human |= form.period.is_some_and(|period| period.years >= 100);
    }
    if form.action == Action::WhenNoLongerNeeded {
        form.needs_human = true;
        form.trigger = Trigger::Inactivity;
        form.period = None;
    }
    if matches!(form.action, Action::Unknown) {
        form = NormalForm::UNKNOWN;
    }
    form
}

fn bare(action: Action) -> NormalForm {
    NormalForm {
        action,
        ..NormalForm::default()
    }
}

/// What one statement says; `None` for a remark.
fn read(statement: &Statement) -> Option<Said> {
    if statement.secret && statement.acts.is_empty() {
        return None;
    }
    let form = form_of(statement)?;
    Some(Said {
        form,
        implied: statement.acts.is_empty(),
        follows: statement.follows,
        conditional: statement.conditional,
    })
}

fn form_of(statement: &Statement) -> Option<NormalForm> {
    let undelivered = |act: &Act| act.verb == Verb::Deliver && act.negated;
    if !statement.acts.is_empty() && statement.acts.iter().all(undelivered) {
        return None;
    }
    let has = |verb: Verb| {
        statement
            .acts
            .iter()
            .any(|act| act.verb == verb && !act.negated)
    };
    let denies = |verb: Verb| {
        statement
            .acts
            .iter()
            .any(|act| act.verb == verb && act.negated)
    };
    let disposes = has(Verb::Dispose) || has(Verb::Cleanse);
    if denies(Verb::Dispose) || denies(Verb::Cleanse) {
        return Some(not_disposed(statement));
    }
    if denies(Verb::Preserve) {
        return Some(NormalForm {
            needs_human: true,
            ..bare(Action::Dispose)
        });
    }
    if disposes && (has(Verb::Preserve) || has(Verb::Deliver)) {
        return Some(mixed(statement));
    }
    if delivers(statement) {
        return Some(delivered(statement));
    }
    if has(Verb::Preserve) {
        return Some(preserved(statement));
    }
    if has(Verb::GiveBack) || has(Verb::HandOver) {
        return Some(NormalForm::UNKNOWN);
    }
    if disposes {
        return Some(disposed(statement, has(Verb::Cleanse)));
    }
    kept(statement).or_else(|| implied(statement))
}

/// "Får ej gallras" preserves; "får inte gallras förrän efter 5 år" is a lower bound.
fn not_disposed(statement: &Statement) -> NormalForm {
    match longest(&statement.amounts) {
        Some(amount) => {
            let timed = timed(statement, amount);
            let settled = statement.before || statement.bound == Bound::AtLeast;
            NormalForm {
                bound: Bound::AtLeast,
                duty: Duty::May,
                needs_human: timed.needs_human || !settled,
                ..timed
            }
        }
        None => NormalForm {
            needs_human: statement.clause.is_some()
                || statement.before
                || statement.bound != Bound::Exact,
            ..bare(Action::Preserve)
        },
    }
}

/// Disposal and preservation in one breath.
fn mixed(statement: &Statement) -> NormalForm {
    let delivers = statement.acts.iter().any(|act| act.verb == Verb::Deliver);
    let preserves = statement.acts.iter().any(|act| act.verb == Verb::Preserve);
    match longest(&statement.amounts) {
        Some(amount) if delivers && !preserves => NormalForm {
            period: Some(amount.period),
            trigger: trigger_of(statement),
            needs_human: true,
            ..bare(Action::Deliver)
        },
        _ if delivers && !preserves => NormalForm {
            needs_human: true,
            ..bare(Action::Deliver)
        },
        _ => NormalForm::UNKNOWN,
    }
}

fn delivers(statement: &Statement) -> bool {
    let has = |verb: Verb| {
        let fits = |act: &Act| act.verb == verb && !act.negated;
        statement.acts.iter().any(fits)
    };
    let timed = !statement.amounts.is_empty() || statement.clause.is_some();
    let keeps = has(Verb::Keep) || has(Verb::KeepDoubtful);
    let to_archive = statement.archive_place
        && (has(Verb::HandOver)
            || (timed
                && (!keeps || statement.follows)
                && !has(Verb::Dispose)
                && !has(Verb::Cleanse)));
    has(Verb::Deliver) || to_archive || (has(Verb::Archive) && timed && !spans(statement))
}

/// Whether an amount is a limit by its own words ("i 10 år").
fn spans(statement: &Statement) -> bool {
    statement.amounts.iter().any(|amount| amount.spanned)
}

fn delivered(statement: &Statement) -> NormalForm {
    let archives = statement.acts.iter().any(|act| act.verb == Verb::Archive);
    let form = match longest(&statement.amounts) {
        Some(amount) => timed(statement, amount),
        None if statement.clause.is_some() => at_event(statement),
        None => bare(Action::Deliver),
    };
    let doubtful = archives || form.needs_human;
    NormalForm {
        action: Action::Deliver,
        bound: statement.bound,
        duty: Duty::Must,
        needs_human: doubtful,
        ..form
    }
}

/// "Bevaras" is for ever; a limit behind it turns it into disposal.
fn preserved(statement: &Statement) -> NormalForm {
    if statement.secret {
        return bare(Action::Preserve);
    }
    let limited = statement.until || spans(statement) || statement.bound != Bound::Exact;
    match longest(&statement.amounts) {
        // Columns that ran together ("Bevaras" and "5 år" for the delivery) look the same as a limit: a human tells.
        Some(amount) => {
            let form = timed(statement, amount);
            NormalForm {
                duty: Duty::Must,
                needs_human: form.needs_human || !limited,
                ..form
            }
        }
        None if statement.until && !statement.forever => at_event(statement),
        None => NormalForm {
            needs_human: statement.indefinite || statement.clause.is_some(),
            ..bare(Action::Preserve)
        },
    }
}

fn disposed(statement: &Statement, cleansed: bool) -> NormalForm {
    match longest(&statement.amounts) {
        Some(amount) => timed(statement, amount),
        None if statement.clause.is_some() => at_event(statement),
        None if statement.at_once => NormalForm {
            period: Some(Period::NOW),
            duty: duty(statement),
            ..bare(Action::Dispose)
        },
        None if cleansed => bare(Action::WhenNoLongerNeeded),
        // "Gallras" beside a reference or a judgement leaves everything open.
        None if statement.refers || statement.cites || statement.indefinite || statement.open => {
            NormalForm::UNKNOWN
        }
        None => NormalForm {
            duty: duty(statement),
            needs_human: true,
            ..bare(Action::Dispose)
        },
    }
}

/// Verbs of keeping: with a limit they mean disposal behind it.
fn kept(statement: &Statement) -> Option<NormalForm> {
    let verb = statement
        .acts
        .iter()
        .map(|act| act.verb)
        .find(|verb| matches!(verb, Verb::Keep | Verb::KeepDoubtful | Verb::Archive))?;
    let doubtful = verb != Verb::Keep;
    Some(match longest(&statement.amounts) {
        Some(amount) => {
            let form = timed(statement, amount);
            NormalForm {
                duty: Duty::Must,
                needs_human: form.needs_human || doubtful,
                ..form
            }
        }
        None if statement.forever => bare(Action::Preserve),
        None if statement.clause.is_some() => {
            let form = at_event(statement);
            NormalForm {
                duty: Duty::Must,
                needs_human: form.needs_human || doubtful || !statement.until,
                ..form
            }
        }
        None if verb == Verb::Archive => bare(Action::Preserve),
        None if statement.refers || statement.cites || statement.open => NormalForm::UNKNOWN,
        None => NormalForm {
            needs_human: true,
            ..bare(Action::Preserve)
        },
    })
}

/// An amount, an event or "permanent" alone.
fn implied(statement: &Statement) -> Option<NormalForm> {
    if statement.foreign_verb {
        return Some(NormalForm::UNKNOWN);
    }
    if let Some(amount) = longest(&statement.amounts) {
        return Some(timed(statement, amount));
    }
    if statement.forever {
        return Some(bare(Action::Preserve));
    }
    if statement.at_once {
        return Some(NormalForm {
            period: Some(Period::NOW),
            ..bare(Action::Dispose)
        });
    }
    let known = statement
        .clause
        .filter(|clause| clause.trigger != Trigger::Other)?;
    let vague = statement.refers || statement.indefinite && known.trigger != Trigger::Inactivity;
    let form = at_event(statement);
    // "Eleven behåller den vid läsårets slut": something else is done then.
    let doubtful = form.needs_human || statement.strays > 0;
    (!vague).then_some(NormalForm {
        needs_human: doubtful,
        ..form
    })
}

fn duty(statement: &Statement) -> Duty {
    if statement.may { Duty::May } else { Duty::Must }
}

fn trigger_of(statement: &Statement) -> Trigger {
    statement
        .clause
        .map_or(Trigger::None, |clause| clause.trigger)
}

/// Disposal after an amount of time.
fn timed(statement: &Statement, amount: Amount) -> NormalForm {
    let differ = statement
        .amounts
        .iter()
        .any(|other| other.period != amount.period);
    let days = amount.period.days;
    if amount.iso && days == NO_LIMIT_DAYS {
        return NormalForm {
            needs_human: true,
            ..bare(Action::Preserve)
        };
    }
    let coded = amount.iso && statement.clause.is_none();
    NormalForm {
        action: Action::Dispose,
        period: Some(amount.period),
        trigger: if coded {
            Trigger::CaseClosed
        } else {
            trigger_of(statement)
        },
        needs_human: differ || amount.alternatives || (amount.iso && days == TAKE_A_STAND_DAYS),
        bound: statement.bound,
        duty: duty(statement),
        age: statement.age,
    }
}

/// Disposal at an event.
fn at_event(statement: &Statement) -> NormalForm {
    let trigger = trigger_of(statement);
    if trigger == Trigger::Inactivity {
        return NormalForm {
            trigger,
            needs_human: true,
            duty: duty(statement),
            ..bare(Action::WhenNoLongerNeeded)
        };
    }
    NormalForm {
        action: Action::Dispose,
        period: Some(Period::NOW),
        trigger,
        needs_human: statement.clause.is_some_and(|clause| clause.open),
        bound: statement.bound,
        duty: duty(statement),
        age: statement.age,
    }
}

fn longest(amounts: &[Amount]) -> Option<Amount> {
    amounts
        .iter()
        .copied()
        .max_by_key(|amount| amount.period.approximate_days())
}

/// Two statements together.
fn join(all: Said, one: Said) -> Said {
    let form = match (all.form.action, one.form.action) {
        (Action::Dispose, Action::Dispose) if one.conditional => with_doubt(all.form),
        (Action::Unknown, Action::Unknown) => NormalForm::UNKNOWN,
        (Action::Unknown, _) | (Action::Dispose | Action::WhenNoLongerNeeded, Action::Deliver) => {
            with_doubt(one.form)
        }
        (_, Action::Unknown) | (Action::Deliver, Action::Dispose | Action::WhenNoLongerNeeded) => {
            with_doubt(all.form)
        }
        (Action::Preserve, Action::Deliver) => one.form,
        (Action::Deliver, Action::Preserve)
        | (Action::WhenNoLongerNeeded, Action::WhenNoLongerNeeded) => all.form,
        (Action::Preserve, Action::Preserve) => NormalForm {
            needs_human: all.form.needs_human || one.form.needs_human,
            ..all.form
        },
        (Action::Deliver, Action::Deliver) => longer(all.form, one.form),
        (Action::Preserve, _) if one.implied => with_doubt(all.form),
        (_, Action::Preserve) if all.implied => with_doubt(one.form),
        (Action::Preserve, _) | (_, Action::Preserve) => NormalForm::UNKNOWN,
        (Action::Dispose, Action::Dispose) => both_disposed(all, one),
        (Action::Dispose, _) => with_doubt(all.form),
        (_, _) => with_doubt(one.form),
    };
    Said {
        form,
        implied: all.implied && one.implied,
        follows: one.follows,
        conditional: all.conditional && one.conditional,
    }
}

fn with_doubt(form: NormalForm) -> NormalForm {
    NormalForm {
        needs_human: true,
        ..form
    }
}

/// "Gallras, 2 år efter avslut" is one rule in two pieces; two periods are two rules.
fn both_disposed(all: Said, one: Said) -> NormalForm {
    let lacks = |form: &NormalForm| form.period.is_none();
    if lacks(&one.form) {
        return all.form;
    }
    if lacks(&all.form) {
        return NormalForm {
            duty: all.form.duty.max(one.form.duty),
            ..one.form
        };
    }
    let event = |form: &NormalForm| form.period == Some(Period::NOW);
    if event(&one.form) && !event(&all.form) && all.form.trigger == Trigger::None && one.implied {
        return NormalForm {
            trigger: one.form.trigger,
            ..all.form
        };
    }
    let both = longer(all.form, one.form);
    let trigger = if one.implied {
        all.form.trigger
    } else {
        both.trigger
    };
    NormalForm { trigger, ..both }
}

/// The longer of two, with doubt when they differ.
fn longer(left: NormalForm, right: NormalForm) -> NormalForm {
    let days = |form: &NormalForm| form.period.map_or(0, Period::approximate_days);
    let same = left.period == right.period && left.trigger == right.trigger;
    let form = if days(&right) > days(&left) {
        right
    } else {
        left
    };
    NormalForm {
        needs_human: form.needs_human || !same,
        ..form
    }
}
