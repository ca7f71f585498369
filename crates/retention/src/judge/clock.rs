//! Which date decides, and how sure it is (`domain.md`, section 3).

use super::{Case, exceptions};
use crate::dossier::has_come;
use crate::phrase::{NormalForm, Trigger};
use jiff::civil::Date;
use sporhund_model::{DateEvidence, DateRank, Note, SignalSource, Verdict};

/// How much the deciding date can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sureness {
    /// The trigger's own event, or the document's date where the document starts the period.
    Sure,
    /// The event is not known.
    Unsure,
    /// Only the file system's times.
    FileTime,
}

/// The dates that a period can run from.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    earliest: Option<DateEvidence>,
    latest: Option<DateEvidence>,
    pub(super) sureness: Sureness,
    /// Earliest and latest are dates of the file itself.
    pub(super) own_dates_disagree: bool,
    /// A date of the file or its dossier lies after the day of the verdict.
    pub(super) future: bool,
    from_dossier: bool,
}

impl Clock {
    pub(super) fn latest(&self) -> Option<Date> {
        self.latest.as_ref().map(|date| date.date)
    }

    pub(super) fn earliest(&self) -> Option<Date> {
        self.earliest.as_ref().map(|date| date.date)
    }

    /// Notes which date decided.
    pub(super) fn explain(&self, verdict: &mut Verdict) {
        if let Some(date) = &self.latest {
            verdict.evidence = vec![date.clone()];
            verdict.reasons.push(
                Note::new("reason-date")
                    .with("rank", rank_name(date.rank))
                    .with("date", date.date.to_string()),
            );
        }
        if self.from_dossier {
            verdict.reasons.push(Note::new("reason-dossier-clock"));
        }
    }
}

/// Puts all of a file's dates into the verdict and points `chosen` at the deciding one, which may be another file's.
pub(super) fn place_chosen(verdict: &mut Verdict, evidence: &[DateEvidence]) {
    let decided = std::mem::replace(&mut verdict.evidence, evidence.to_vec());
    verdict.chosen = decided.into_iter().next().map(|date| {
        let known = verdict.evidence.iter().position(|one| *one == date);
        known.unwrap_or_else(|| {
            verdict.evidence.push(date);
            verdict.evidence.len() - 1
        })
    });
}

/// Reads the clock of a file for a rule.
pub(super) fn read(case: &Case<'_>, form: &NormalForm, today: Date) -> Clock {
    let future = has_future(case, today);
    if form.trigger == Trigger::AgeOfPerson {
        return of_birth(case, future);
    }
    if let Some(event) = event(case, form.trigger, today) {
        return settled(event, case.dossier.is_some(), future);
    }
    let latest = latest_solid(&case.evidence, today).cloned();
    let earliest = earliest_solid(&case.evidence, today).cloned();
    let own = latest.is_some();
    let mut clock = Clock {
        sureness: if !own {
            Sureness::FileTime
        } else if starts_with_document(form.trigger) {
            Sureness::Sure
        } else {
            Sureness::Unsure
        },
        own_dates_disagree: own,
        earliest,
        latest: latest.or_else(|| file_time(&case.evidence, today).cloned()),
        future,
        from_dossier: false,
    };
    if clock.earliest.is_none() {
        clock.earliest.clone_from(&clock.latest);
    }
    take_dossier(case, &mut clock);
    clock
}

/// A period that runs from somebody's age: no other date can stand in for a birth that is not known.
fn of_birth(case: &Case<'_>, future: bool) -> Clock {
    let born = exceptions::subjects(case).born();
    let event = born.map(|date| DateEvidence {
        rank: DateRank::Event,
        date,
        trigger: Some(trigger_name(Trigger::AgeOfPerson)),
        source: SignalSource::Text,
    });
    Clock {
        sureness: if event.is_some() {
            Sureness::Sure
        } else {
            Sureness::Unsure
        },
        earliest: event.clone(),
        latest: event,
        own_dates_disagree: false,
        future,
        from_dossier: case.dossier.is_some(),
    }
}

/// The dossier's latest date runs the clock of all its files.
fn take_dossier(case: &Case<'_>, clock: &mut Clock) {
    let Some((_, dossier)) = &case.dossier else {
        return;
    };
    let later = dossier
        .latest
        .as_ref()
        .filter(|date| clock.latest().is_none_or(|own| own < date.date));
    if let Some(later) = later {
        clock.latest = Some(later.clone());
        clock.earliest = Some(later.clone());
        clock.own_dates_disagree = false;
        clock.from_dossier = true;
        if later.rank >= DateRank::Modified {
            clock.sureness = Sureness::FileTime;
        }
    }
}

fn settled(event: DateEvidence, from_dossier: bool, future: bool) -> Clock {
    Clock {
        earliest: Some(event.clone()),
        latest: Some(event),
        sureness: Sureness::Sure,
        own_dates_disagree: false,
        future,
        from_dossier,
    }
}

/// The event that the trigger names, of the dossier or the file.
fn event(case: &Case<'_>, trigger: Trigger, today: Date) -> Option<DateEvidence> {
    if matches!(trigger, Trigger::None | Trigger::Other) {
        return None;
    }
    let name = trigger_name(trigger);
    let own = case
        .evidence
        .iter()
        .filter(|date| date.rank <= DateRank::Event && date.date <= today);
    let own = own
        .filter(|date| date.trigger.as_deref() == Some(&name))
        .min_by_key(|date| (date.rank, std::cmp::Reverse(date.date)))
        .cloned();
    // The case system's own date goes before what a text says.
    let (registered, own) = match own {
        Some(own) if own.rank == DateRank::Registered => (Some(own), None),
        own => (None, own),
    };
    let found = registered
        .or_else(|| {
            let dossier = case.dossier.as_ref().map(|(_, dossier)| dossier);
            dossier.and_then(|dossier| dossier.events.get(&name).cloned())
        })
        .or(own)?;
    // A file of the dossier that is newer than the event says that the event is not the last word.
    let newer = case
        .dossier
        .as_ref()
        .and_then(|(_, dossier)| dossier.latest.as_ref())
        .filter(|latest| {
            latest.date > found.date
                && latest.rank <= DateRank::Document
                && found.rank != DateRank::Registered
        });
    Some(newer.map_or(found, Clone::clone))
}

/// Whether the document itself, or the year it falls in, starts the period.
fn starts_with_document(trigger: Trigger) -> bool {
    matches!(
        trigger,
        Trigger::None
            | Trigger::Creation
            | Trigger::Receipt
            | Trigger::EndOfCalendarYear
            | Trigger::EndOfFiscalYear
            | Trigger::EndOfSchoolYear
    )
}

/// The latest plausible date of ranks 2 to 5. A folder's year, or the one behind it, adds nothing to a day of that year in the
/// file's own name: meetings of October lie in next year's folder.
pub(super) fn latest_solid(evidence: &[DateEvidence], today: Date) -> Option<&DateEvidence> {
    let mut named = evidence.iter().filter(|date| {
        let of_name = date.source == SignalSource::Name;
        of_name && matches!(date.rank, DateRank::Document | DateRank::Year) && has_come(date, today)
    });
    let named = named.next().map(|date| date.date.year());
    let is_near = |date: &DateEvidence| {
        let years = named.map(|year| date.date.year() - year);
        date.rank == DateRank::Year
            && date.source == SignalSource::Folder
            && years.is_some_and(|years| (0..=1).contains(&years))
    };
    evidence
        .iter()
        .filter(|date| date.rank <= DateRank::Embedded && has_come(date, today))
        .filter(|date| !is_near(date))
        .max_by_key(|date| date.date)
}

/// The earliest of them. The year of a folder or case says little of a document that has a date of its own.
fn earliest_solid(evidence: &[DateEvidence], today: Date) -> Option<&DateEvidence> {
    let dated = |date: &DateEvidence| matches!(date.rank, DateRank::Event | DateRank::Document);
    let has_date = evidence
        .iter()
        .any(|date| dated(date) && date.date <= today);
    evidence
        .iter()
        .filter(|date| date.rank <= DateRank::Embedded && has_come(date, today))
        .filter(|date| !has_date || date.rank != DateRank::Year)
        .min_by_key(|date| date.date)
}

/// Whether a date lies after the day of the verdict: it may turn out to be right, so that nothing is overdue by the others.
fn has_future(case: &Case<'_>, today: Date) -> bool {
    let own = case
        .evidence
        .iter()
        .any(|date| date.rank <= DateRank::Embedded && !has_come(date, today));
    own || case
        .dossier
        .as_ref()
        .is_some_and(|(_, dossier)| dossier.future)
}

fn file_time(evidence: &[DateEvidence], today: Date) -> Option<&DateEvidence> {
    evidence
        .iter()
        .filter(|date| date.rank == DateRank::Modified && date.date <= today)
        .max_by_key(|date| date.date)
}

/// The word of a trigger in stored data.
pub(super) fn trigger_name(trigger: Trigger) -> String {
    trigger.as_str().to_owned()
}

/// The word of a rank in notes.
pub(super) fn rank_name(rank: DateRank) -> &'static str {
    match rank {
        DateRank::Registered => "registered",
        DateRank::Event => "event",
        DateRank::Document => "document",
        DateRank::Year => "year",
        DateRank::Embedded => "embedded",
        DateRank::Modified => "modified",
        DateRank::Changed => "changed",
    }
}
