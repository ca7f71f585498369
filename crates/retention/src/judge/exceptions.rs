//! What keeps a file that its row alone would let go: exceptions by day of birth, and a delivery that comes first.

use super::{Case, Judge, set_state};
use crate::dossier::{SubjectDay, Subjects};
use crate::plan::{BirthdayException, Plan, PlanRow};
use sporhund_model::{Note, Obligation, ObligationKind, Verdict, VerdictState};

impl Judge {
    /// Exceptions by day of birth fail safe: only a dossier that names its one subject by number is free of them.
    pub(super) fn with_exceptions(
        &self,
        case: &Case<'_>,
        plan: &Plan,
        row: &PlanRow,
        mut verdict: Verdict,
    ) -> Verdict {
        if let Some(kind) = Judge::never_disposed(plan, &row.document_type, &case.path) {
            let note = Note::new("reason-never-disposed").with("kind", kind);
            return preserved(verdict, note);
        }
        let all = [self.settings.birthday, plan.settings.birthday, row.birthday];
        let exception = if all.contains(&BirthdayException::All) {
            BirthdayException::All
        } else if all.contains(&BirthdayException::Days) {
            BirthdayException::Days
        } else {
            return verdict;
        };
        let day = subjects(case).day();
        let kept = exception == BirthdayException::All || day == SubjectDay::Excepted;
        if kept {
            let note = if exception == BirthdayException::All {
                "reason-intensive-area"
            } else {
                "reason-birthday-kept"
            };
            verdict = preserved(verdict, Note::new(note));
        } else if day == SubjectDay::Unclear {
            verdict
                .exceptions
                .push(Note::new("reason-birthday-unclear"));
            let acts = [
                VerdictState::Overdue,
                VerdictState::PossiblyOverdue,
                VerdictState::MayDispose,
            ];
            if acts.contains(&verdict.state) {
                set_state(&mut verdict, VerdictState::Review);
            }
        }
        verdict
    }

    /// Deliver to the archive first, then delete: disposal waits for a delivery that is not confirmed.
    pub(super) fn after_delivery(
        &self,
        case: &Case<'_>,
        plan: &Plan,
        row: &PlanRow,
        mut verdict: Verdict,
    ) -> Verdict {
        let Some(delivery) = row.delivery else {
            return verdict;
        };
        let dispose = verdict
            .obligations
            .iter()
            .find(|one| one.kind == ObligationKind::Dispose);
        let Some(dispose) = dispose.map(|one| (one.state, one.date)) else {
            return verdict;
        };
        // Without a time of its own the delivery must be done before the disposal.
        let own = delivery
            .period
            .map(|_| self.delivered(case, plan, &delivery));
        let late = match &own {
            Some(own) => own.state == VerdictState::DeliveryOverdue,
            None => verdict.state == VerdictState::Overdue,
        };
        let word = if late {
            VerdictState::DeliveryOverdue
        } else {
            VerdictState::DeliverToArchive
        };
        let date = own.as_ref().map_or(dispose.1, |own| {
            own.obligations.first().and_then(|one| one.date)
        });
        let waits = matches!(
            dispose.0,
            VerdictState::Overdue | VerdictState::PossiblyOverdue | VerdictState::MayDispose
        );
        let later = if waits {
            VerdictState::KeepUntil
        } else {
            dispose.0
        };
        verdict.obligations = vec![
            Obligation {
                kind: ObligationKind::Deliver,
                state: word,
                date,
            },
            Obligation {
                kind: ObligationKind::Dispose,
                state: later,
                date: dispose.1,
            },
        ];
        if verdict.state != VerdictState::Review {
            verdict.state = word;
        }
        verdict.reasons.push(Note::new("reason-deliver-first"));
        verdict
    }
}

/// An exception keeps the file for ever.
fn preserved(mut verdict: Verdict, exception: Note) -> Verdict {
    verdict.exceptions.push(exception);
    verdict.state = VerdictState::Preserve;
    verdict.obligations = vec![Obligation {
        kind: ObligationKind::Preserve,
        state: VerdictState::Preserve,
        date: None,
    }];
    verdict
}

/// The persons that a file's dossier names by number, or the file alone.
pub(super) fn subjects(case: &Case<'_>) -> Subjects {
    if let Some((_, dossier)) = &case.dossier {
        return dossier.subjects.clone();
    }
    let mut alone = Subjects::default();
    alone.take(case.record);
    alone
}
