//! What a file is: a record, or a copy or working paper that must be registered or deleted.

use super::{Case, Judge, series, set_state};
use crate::dossier::has_come;
use crate::phrase::{Action, Trigger};
use crate::signals::PathSignals;
use jiff::ToSpan;
use sporhund_model::{
    DateRank, ItemRecord, Mark, Note, Obligation, ObligationKind, Standing, Verdict, VerdictState,
};

impl Judge {
    /// What the file is by its names, its case and its content.
    pub(super) fn standing(
        &self,
        record: &ItemRecord,
        path: &PathSignals,
        has_case: bool,
    ) -> Standing {
        // The text of a registered document may well say "utkast till beslut"; its name or folder says what it is.
        let in_text = record.signals.marks.iter().filter(|_| !has_case);
        let marks: Vec<Mark> = path.marks.iter().chain(in_text).copied().collect();
        let has = |mark: Mark| marks.contains(&mark);
        let is_older = || !has_case && self.versions.is_older(&record.item);
        let is_draft = !has(Mark::Copy) && (has(Mark::Draft) || is_older());
        if is_draft || has(Mark::Temporary) {
            Standing::WorkingPaper
        } else if has(Mark::Copy) || (!has_case && self.contents.registered(record).is_some()) {
            Standing::Copy
        } else if has_case {
            Standing::RegisteredRecord
        } else if has(Mark::Private) {
            Standing::Private
        } else {
            Standing::Unknown
        }
    }

    /// Copies and working papers never take preserve or deliver from their row.
    pub(super) fn as_working_paper(&self, case: &Case<'_>, mut verdict: Verdict) -> Verdict {
        let disposes = [
            VerdictState::Overdue,
            VerdictState::PossiblyOverdue,
            VerdictState::MayDispose,
            VerdictState::OnHold,
        ];
        let today = self.settings.today;
        let past = case.evidence.iter().filter(|date| has_come(date, today));
        let usable = past.filter(|date| !(case.migrated && date.rank >= DateRank::Modified));
        let touched = usable
            .filter(|date| date.rank != DateRank::Changed)
            .max_by_key(|date| date.date)
            .map(|date| date.date);
        let limit = i64::from(self.settings.working_paper_months.min(1200)).months();
        let due = touched.and_then(|date| date.checked_add(limit).ok());
        if disposes.contains(&verdict.state) {
            if due.is_some_and(|due| case.day.has_come(due)) {
                verdict.reasons.extend(Self::reason(case));
                verdict.reasons.push(Note::new("reason-untouched"));
            }
            return verdict;
        }
        let (word, date) = match due {
            Some(due) if case.day.has_come(due) => (VerdictState::WorkingPaperDue, Some(due)),
            Some(due) => (VerdictState::KeepUntil, Some(due)),
            None => (VerdictState::Review, None),
        };
        verdict.state = word;
        // It is no record of the row's, whatever the row says: the candidates show what it would be, registered.
        verdict.row = None;
        verdict.phrase = None;
        verdict.trigger = None;
        verdict.obligations = vec![Obligation {
            kind: ObligationKind::Dispose,
            state: word,
            date,
        }];
        verdict.reasons = Self::reason(case).into_iter().collect();
        verdict.reasons.push(Note::new("reason-register-or-delete"));
        verdict
    }

    /// Why it is no record; nothing where only its content tells, which is said by itself.
    fn reason(case: &Case<'_>) -> Option<Note> {
        let marks = case.path.marks.iter().chain(&case.record.signals.marks);
        let marks: Vec<Mark> = marks.copied().collect();
        let code = if marks.contains(&Mark::Temporary) {
            "reason-temporary"
        } else if case.standing == Standing::Copy {
            return marks
                .contains(&Mark::Copy)
                .then(|| Note::new("reason-copy"));
        } else if marks.contains(&Mark::Draft) {
            "reason-draft"
        } else {
            "reason-older-version"
        };
        Some(Note::new(code))
    }

    /// Says where the same content lies too.
    pub(super) fn tell_twins(&self, case: &Case<'_>, verdict: &mut Verdict) {
        if case.twin.is_some() {
            verdict
                .reasons
                .push(Note::new("reason-identical-registered"));
            return;
        }
        let others = self.contents.others(case.record);
        if others > 0 {
            let note = Note::new("reason-identical-elsewhere").with("files", u64::from(others));
            verdict.reasons.push(note);
        }
    }

    /// An older delivery of a series has no use of its own; what the plan asks to keep or to dispose of goes before.
    pub(super) fn as_series(&self, case: &Case<'_>, mut verdict: Verdict) -> Verdict {
        let free = [
            VerdictState::Unclassified,
            VerdictState::MayDispose,
            VerdictState::PossiblyOverdue,
            VerdictState::WorkingPaperDue,
        ];
        let Some(told) = self.series.find(case.record) else {
            return verdict;
        };
        // A row that asks for the newest one only says so of the others, whatever their dates.
        let asks = verdict.trigger.as_deref() == Some(Trigger::Superseded.as_str())
            && !matches!(verdict.state, VerdictState::OnHold | VerdictState::Review);
        if told.is_superseded && (asks || free.contains(&verdict.state)) {
            set_state(&mut verdict, VerdictState::Superseded);
            verdict.reasons.push(Note::new("reason-superseded"));
        } else if asks {
            set_state(&mut verdict, VerdictState::KeepUntil);
        }
        verdict.reasons.push(
            Note::new("reason-series")
                .with("files", u64::from(told.files))
                .with("first", i64::from(told.first_year))
                .with("last", i64::from(told.last_year)),
        );
        // Deliveries are to be deleted each year: nothing older than last year's should lie there.
        case.day.of_this_year();
        let this_year = i32::from(self.settings.today.year());
        let cleaned = i64::from(told.first_year) >= i64::from(this_year) - 1;
        verdict.reasons.push(Note::new(if cleaned {
            "reason-series-deleted-yearly"
        } else {
            "reason-series-not-deleted"
        }));
        if told.has_same_columns {
            verdict.reasons.push(Note::new("reason-series-columns"));
        }
        self.tell_permitted(told, &mut verdict);
        verdict
    }

    /// Says which years of a series lie outside the time that the plan permits.
    fn tell_permitted(&self, told: series::Told, verdict: &mut Verdict) {
        let row = verdict.row.as_ref().and_then(|named| {
            let plan = self.plans.iter().find(|plan| plan.name == named.plan)?;
            plan.rows.iter().find(|row| row.number == named.row)
        });
        let period = row
            .filter(|row| row.normal.action == Action::Dispose && !row.normal.needs_human)
            .and_then(|row| row.normal.period);
        let Some(years) = period.map(|period| period.years).filter(|years| *years > 0) else {
            return;
        };
        let this_year = i64::from(self.settings.today.year());
        let first = this_year - i64::from(years);
        if i64::from(told.first_year) < first {
            let note = Note::new("reason-series-outside")
                .with("first", i64::from(told.first_year))
                .with("permitted", first);
            verdict.reasons.push(note);
        }
    }
}

/// What the file is once its row is known.
pub(super) fn with_row(standing: Standing, verdict: &Verdict) -> Standing {
    let linked = verdict.row.is_some();
    match standing {
        Standing::Unknown | Standing::Private if linked => Standing::Record,
        other => other,
    }
}
