//! What a file is: a record, or a copy or working paper that must be registered or deleted.

use super::{Case, Judge, set_state};
use crate::dossier;
use crate::signals::PathSignals;
use jiff::ToSpan;
use sporhund_model::{
    DateRank, ItemRecord, Mark, Note, Obligation, ObligationKind, Verdict, VerdictState,
};

impl Judge {
    /// Copies and working papers never take preserve or deliver from their row.
    pub(super) fn as_working_paper(&self, case: &Case<'_>, mut verdict: Verdict) -> Verdict {
        let disposes = [
            VerdictState::Overdue,
            VerdictState::PossiblyOverdue,
            VerdictState::MayDispose,
            VerdictState::OnHold,
        ];
        if disposes.contains(&verdict.state) {
            return verdict;
        }
        let reason = reason(case.record, &case.path);
        let today = self.settings.today;
        let past = case.evidence.iter().filter(|date| date.date <= today);
        let usable = past.filter(|date| !(case.migrated && date.rank >= DateRank::Modified));
        let touched = usable
            .filter(|date| date.rank != DateRank::Changed)
            .max_by_key(|date| date.date)
            .map(|date| date.date);
        let limit = i64::from(self.settings.working_paper_months.min(1200)).months();
        let due = touched.and_then(|date| date.checked_add(limit).ok());
        let (word, date) = match due {
            Some(due) if due <= today => (VerdictState::WorkingPaperDue, Some(due)),
            Some(due) => (VerdictState::KeepUntil, Some(due)),
            None => (VerdictState::Review, None),
        };
        verdict.state = word;
        verdict.obligations = vec![Obligation {
            kind: ObligationKind::Dispose,
            state: word,
            date,
        }];
        verdict.reasons = vec![reason, Note::new("reason-register-or-delete")];
        verdict
    }

    /// An older delivery of a series has no use of its own; what the plan asks to keep or to dispose of goes before.
    pub(super) fn as_series(&self, case: &Case<'_>, mut verdict: Verdict) -> Verdict {
        let free = [
            VerdictState::Unclassified,
            VerdictState::MayDispose,
            VerdictState::PossiblyOverdue,
            VerdictState::WorkingPaperDue,
        ];
        if free.contains(&verdict.state) && self.series.is_superseded(&case.record.item) {
            set_state(&mut verdict, VerdictState::Superseded);
            verdict.reasons.push(Note::new("reason-superseded"));
        }
        verdict
    }
}

fn marks<'a>(record: &'a ItemRecord, path: &'a PathSignals) -> impl Iterator<Item = Mark> + 'a {
    path.marks.iter().chain(&record.signals.marks).copied()
}

/// Whether it is a copy, a draft or a program's temporary file.
pub(super) fn is_working_paper(record: &ItemRecord, path: &PathSignals) -> bool {
    // The text of a registered document may well say "utkast till beslut"; its name or folder says what it is.
    let registered = dossier::case_of(record, path).is_some();
    let named = path.marks.iter().any(|mark| is_paper(*mark));
    named || (!registered && marks(record, path).any(is_paper))
}

fn is_paper(mark: Mark) -> bool {
    matches!(mark, Mark::Draft | Mark::Copy | Mark::Temporary)
}

/// Which of them it is.
fn reason(record: &ItemRecord, path: &PathSignals) -> Note {
    let all: Vec<Mark> = marks(record, path).collect();
    let code = if all.contains(&Mark::Temporary) {
        "reason-temporary"
    } else if all.contains(&Mark::Copy) {
        "reason-copy"
    } else {
        "reason-draft"
    };
    Note::new(code)
}
