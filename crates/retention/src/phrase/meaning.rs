//! What one statement of a phrase asks for.

use super::grammar::{Act, Amount, Statement, Verb};
use super::{Action, Bound, Duty, NormalForm, Period, Trigger};

/// KL's sentinel for "no limit".
const NO_LIMIT_DAYS: u32 = 18_250;
/// KL's sentinel for "take a stand".
const TAKE_A_STAND_DAYS: u32 = 100;

/// What one statement says, with how it was said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) form: NormalForm,
    /// It has no verb of its own: an amount or an event alone.
    pub(super) implied: bool,
    /// It follows on the one before ("därefter").
    pub(super) follows: bool,
    /// It holds under a condition ("medmindre", "dock").
    pub(super) conditional: bool,
    /// It has a verb of disposal, whatever it comes to.
    pub(super) disposes: bool,
    /// All that a human must settle is whether a time behind "bevaras" is a limit.
    pub(super) limit_doubted: bool,
    /// It says where or by whom it is kept, and not how long.
    pub(super) place_only: bool,
}

pub(super) fn bare(action: Action) -> NormalForm {
    NormalForm {
        action,
        ..NormalForm::default()
    }
}

/// What one statement says; `None` for a remark.
pub(super) fn read(statement: &Statement) -> Option<Said> {
    if statement.secret && statement.acts.is_empty() {
        return None;
    }
    let form = form_of(statement)?;
    Some(Said {
        form,
        implied: statement.acts.is_empty(),
        follows: statement.follows,
        conditional: statement.conditional,
        disposes: statement
            .acts
            .iter()
            .any(|act| act.verb == Verb::Dispose && !act.negated),
        limit_doubted: is_limit_doubted(statement),
        place_only: is_place_only(statement),
    })
}

fn is_limit_doubted(statement: &Statement) -> bool {
    let preserves = |act: &Act| act.verb == Verb::Preserve && !act.negated;
    let settled =
        longest(&statement.amounts).is_some_and(|amount| !timed(statement, amount).needs_human);
    settled && statement.acts.iter().all(preserves)
}

fn is_place_only(statement: &Statement) -> bool {
    let keeps = |act: &Act| matches!(act.verb, Verb::Keep | Verb::KeepDoubtful) && !act.negated;
    let timed = !statement.amounts.is_empty() || statement.clause.is_some();
    !statement.acts.is_empty()
        && statement.acts.iter().all(keeps)
        && !(timed || statement.forever || statement.indefinite || statement.open)
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
    if denies(Verb::Preserve) || denies(Verb::Keep) || denies(Verb::KeepDoubtful) {
        return Some(not_kept(statement));
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
        // "Ingen gallringsfrist": there is no limit yet, which is no decision to keep.
        None if statement.limit_noun => NormalForm::UNKNOWN,
        None => NormalForm {
            needs_human: statement.clause.is_some()
                || statement.before
                || statement.bound != Bound::Exact,
            ..bare(Action::Preserve)
        },
    }
}

/// "Ska inte sparas längre än 2 år" is an upper bound; "behöver ej bevaras" settles nothing.
fn not_kept(statement: &Statement) -> NormalForm {
    let bounded = statement.bound == Bound::AtLeast;
    match longest(&statement.amounts) {
        Some(amount) => {
            let timed = timed(statement, amount);
            NormalForm {
                bound: if bounded { Bound::AtMost } else { Bound::Exact },
                duty: Duty::Must,
                needs_human: timed.needs_human || !bounded,
                ..timed
            }
        }
        None if statement.idle && bounded => NormalForm {
            trigger: Trigger::Inactivity,
            ..bare(Action::WhenNoLongerNeeded)
        },
        None => NormalForm {
            needs_human: true,
            ..bare(Action::Dispose)
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
            needs_human: statement.indefinite
                || statement.clause.is_some()
                || (statement.dated && !statement.cites),
            ..bare(Action::Preserve)
        },
    }
}

fn disposed(statement: &Statement, cleansed: bool) -> NormalForm {
    match longest(&statement.amounts) {
        Some(amount) => timed(statement, amount),
        None if refers_elsewhere(statement) => NormalForm::UNKNOWN,
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

/// "Efter gällande regler", "samma gallringsfrist som akten": another place or person has the rule.
fn refers_elsewhere(statement: &Statement) -> bool {
    let elsewhere = statement.refers || statement.open;
    let vague = statement
        .clause
        .is_some_and(|clause| clause.trigger == Trigger::Other);
    let named = statement.limit_noun && statement.clause.is_none();
    (vague && elsewhere) || (named && (elsewhere || statement.strays > 0))
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
    let clause = statement.clause?;
    let unknown = clause.trigger == Trigger::Other;
    if unknown && !(statement.opens_with_event && statement.strays == 0) {
        return None;
    }
    let vague = statement.refers
        || statement.judged
        || (unknown && statement.open)
        || statement.indefinite && clause.trigger != Trigger::Inactivity;
    let form = at_event(statement);
    // "Eleven behåller den vid läsårets slut": something else is done then.
    let doubtful = form.needs_human || unknown || statement.strays > 0;
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
        .any(|other| !other.period.is_as_long_as(amount.period));
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
        needs_human: statement.clause.is_some_and(|clause| clause.open)
            || differ
            || amount.alternatives
            || (amount.iso && days == TAKE_A_STAND_DAYS),
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
        needs_human: statement
            .clause
            .is_some_and(|clause| clause.open || clause.vague),
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
