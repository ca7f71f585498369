//! One normal form of all that a phrase says. When statements contradict each other or speak of two things, a human decides.

use super::grammar::Statement;
use super::meaning::{Said, read};
use super::{Action, NormalForm, Period, Trigger};

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

/// Two statements together.
fn join(all: Said, one: Said) -> Said {
    if all.place_only && one.form.action == Action::Dispose {
        return one;
    }
    if one.place_only && all.form.action == Action::Dispose {
        return all;
    }
    let form = match (all.form.action, one.form.action) {
        (Action::Dispose, Action::Dispose) if one.conditional => with_doubt(all.form),
        (Action::Unknown, Action::Unknown) => NormalForm::UNKNOWN,
        (Action::Preserve, Action::Unknown) if one.disposes => NormalForm::UNKNOWN,
        (Action::Unknown, Action::Preserve) if all.disposes => NormalForm::UNKNOWN,
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
        disposes: all.disposes || one.disposes,
        limit_doubted: all.limit_doubted && one.limit_doubted,
        place_only: all.place_only && one.place_only,
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
        // "Bevaras 2 år, därefter gallras": the time was a limit, and no time of delivery.
        let settles = all.limit_doubted && one.follows && one.disposes;
        return NormalForm {
            needs_human: all.form.needs_human && !settles,
            ..all.form
        };
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
    let as_long = match (left.period, right.period) {
        (Some(left), Some(right)) => left.is_as_long_as(right),
        (left, right) => left == right,
    };
    let same = as_long && left.trigger == right.trigger;
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
