//! What a row of the plan says of a file: preserved, delivered or disposed of, and by which day.

use super::clock::{self, Clock, Sureness};
use super::{Case, Judge, state};
use crate::phrase::{Action, Bound, Duty, NormalForm, Trigger};
use crate::plan::{Plan, PlanRow};
use crate::{calendar, dossier};
use jiff::ToSpan;
use jiff::civil::Date;
use sporhund_model::{Note, Obligation, ObligationKind, Verdict, VerdictState};

impl Judge {
    pub(super) fn by_row(&self, case: &Case<'_>, plan: &Plan, row: &PlanRow) -> Verdict {
        let form = row.normal;
        match form.action {
            Action::Unknown | Action::Review => {
                state(VerdictState::Review, Note::new("reason-phrase-unsettled"))
            }
            Action::WhenNoLongerNeeded => {
                let mut verdict = state(
                    VerdictState::MayDispose,
                    Note::new("reason-when-no-longer-needed"),
                );
                verdict.obligations.push(Obligation {
                    kind: ObligationKind::Dispose,
                    state: VerdictState::MayDispose,
                    date: None,
                });
                self.with_exceptions(case, plan, row, verdict)
            }
            Action::Preserve => Self::preserved(&form),
            Action::Deliver => self.delivered(case, plan, &form),
            Action::Dispose => {
                let verdict = self.disposed(case, plan, row);
                let verdict = self.with_exceptions(case, plan, row, verdict);
                self.after_delivery(case, plan, row, verdict)
            }
        }
    }

    fn preserved(form: &NormalForm) -> Verdict {
        let mut verdict = state(VerdictState::Preserve, Note::new("reason-preserve"));
        if form.needs_human {
            verdict.reasons.push(Note::new("reason-phrase-unsettled"));
        }
        verdict.obligations.push(Obligation {
            kind: ObligationKind::Preserve,
            state: VerdictState::Preserve,
            date: None,
        });
        verdict
    }

    pub(super) fn delivered(&self, case: &Case<'_>, plan: &Plan, form: &NormalForm) -> Verdict {
        let clock = clock::read(case, form, self.settings.today);
        let date = clock
            .latest()
            .and_then(|date| calendar::due(form, date, &plan.settings));
        let passed = date.is_some_and(|date| case.day.has_come(date));
        let late = passed && clock.sureness == Sureness::Sure && !clock.future && !form.needs_human;
        let word = if late {
            VerdictState::DeliveryOverdue
        } else {
            VerdictState::DeliverToArchive
        };
        let mut verdict = state(word, Note::new("reason-deliver"));
        verdict.obligations.push(Obligation {
            kind: ObligationKind::Deliver,
            state: word,
            date,
        });
        clock.explain(&mut verdict);
        verdict
    }

    /// What the period says today.
    fn disposed(&self, case: &Case<'_>, plan: &Plan, row: &PlanRow) -> Verdict {
        let form = row.normal;
        if form.period.is_none() || form.needs_human {
            return state(VerdictState::Review, Note::new("reason-phrase-unsettled"));
        }
        if case.is_open && form.trigger == Trigger::CaseClosed {
            return open_case();
        }
        let clock = clock::read(case, &form, self.settings.today);
        let due =
            |date: Option<Date>| date.and_then(|date| calendar::due(&form, date, &plan.settings));
        let (Some(last), Some(first)) = (due(clock.latest()), due(clock.earliest())) else {
            let of_birth = form.trigger == Trigger::AgeOfPerson;
            let code = if of_birth {
                "reason-birth-unknown"
            } else {
                "reason-no-date"
            };
            return state(VerdictState::Review, Note::new(code));
        };
        let (ended, begun) = (case.day.has_come(last), case.day.has_come(first));
        let mut verdict = Verdict::default();
        let word = if !ended && begun && clock.own_dates_disagree {
            verdict.reasons.push(
                Note::new("reason-dates-disagree")
                    .with("earliest", first.to_string())
                    .with("latest", last.to_string()),
            );
            VerdictState::Review
        } else if !ended {
            self.before(case, last, &form)
        } else {
            Self::after(case, &form, &clock, &mut verdict)
        };
        let word = if word == VerdictState::Overdue && is_newer(case, last) {
            verdict.reasons.push(Note::new("reason-dossier-newer"));
            VerdictState::Review
        } else {
            word
        };
        verdict.state = word;
        verdict.obligations.push(Obligation {
            kind: ObligationKind::Dispose,
            state: word,
            date: Some(last),
        });
        clock.explain(&mut verdict);
        verdict
    }

    /// The time has not run out.
    fn before(&self, case: &Case<'_>, due: Date, form: &NormalForm) -> VerdictState {
        let soon = i64::from(self.settings.due_soon_months.min(1200)).months();
        let near = case.day.is_within(due, soon);
        let must = form.duty == Duty::Must && form.bound != Bound::AtLeast;
        if near && must {
            VerdictState::DueSoon
        } else {
            VerdictState::KeepUntil
        }
    }

    /// The time has run out: what stands against `overdue` is said in the reasons.
    fn after(
        case: &Case<'_>,
        form: &NormalForm,
        clock: &Clock,
        verdict: &mut Verdict,
    ) -> VerdictState {
        let reasons = &mut verdict.reasons;
        if form.duty == Duty::May || form.bound == Bound::AtLeast {
            reasons.push(Note::new(if form.duty == Duty::May {
                "reason-may"
            } else {
                "reason-at-least"
            }));
            return VerdictState::MayDispose;
        }
        let unreadable = match &case.dossier {
            Some((_, dossier)) => dossier.unreadable > 0,
            None => dossier::is_unreadable(case.record),
        };
        if unreadable {
            reasons.push(Note::new("reason-dossier-unreadable"));
            return VerdictState::Review;
        }
        if clock.future {
            reasons.push(Note::new("reason-future-date"));
            return VerdictState::Review;
        }
        match clock.sureness {
            Sureness::Sure => VerdictState::Overdue,
            Sureness::Unsure => {
                reasons.push(Note::new("reason-event-unknown"));
                VerdictState::PossiblyOverdue
            }
            Sureness::FileTime if case.migrated => {
                reasons.push(Note::new("reason-migration"));
                VerdictState::Review
            }
            Sureness::FileTime => {
                reasons.push(Note::new("reason-file-time-only"));
                VerdictState::PossiblyOverdue
            }
        }
    }
}

/// Whether a file of the dossier is newer than the end of its time, whatever event was registered.
fn is_newer(case: &Case<'_>, due: Date) -> bool {
    let latest = case
        .dossier
        .as_ref()
        .and_then(|(_, dossier)| dossier.latest.as_ref());
    latest.is_some_and(|latest| {
        latest.rank <= sporhund_model::DateRank::Embedded && latest.date > due
    })
}

/// The case system says that the case is still open: its time has not begun.
fn open_case() -> Verdict {
    let mut verdict = state(VerdictState::KeepUntil, Note::new("reason-case-open"));
    verdict.obligations.push(Obligation {
        kind: ObligationKind::Dispose,
        state: VerdictState::KeepUntil,
        date: None,
    });
    verdict
}
