//! The verdict: what is to be done with a file today, with every piece of evidence.
//!
//! Two passes over the stored records: [`Judge::collect`] forms dossiers before any date is taken, [`Judge::verdict`]
//! judges. A wrong "overdue" may destroy records, so that rule, link, dossier and date must all stand for it; all that
//! weakens one of them takes the verdict down to `possibly_overdue` or `review`, with the reason.

mod by_row;
mod clock;
mod collect;
mod exceptions;
mod folder;
mod horizon;
mod known;
mod series;
mod standing;
mod twins;
mod versions;

use crate::cases::Cases;
pub use crate::dossier::MIGRATED_FILES;
use crate::dossier::{self, Dossier, Dossiers};
use crate::link::{Link, Linker, SURE};
use crate::mapping::Mapping;
use crate::phrase::Trigger;
use crate::plan::{self, BirthdayException, Language, Plan, PlanRow};
use crate::signals::PathSignals;
pub use collect::Gathered;
use globset::{Glob, GlobSet, GlobSetBuilder};
use horizon::Horizon;
pub use horizon::{Judged, Ties};

use jiff::civil::Date;
use sporhund_model::{
    Candidate, FileRef, ItemRecord, Note, SignalSource, Standing, Verdict, VerdictState,
};
use std::sync::Arc;
pub use twins::Several;

/// What verdicts are made under.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The day they are for.
    pub today: Date,
    /// Disposal within so many months is `due_soon`.
    pub due_soon_months: u32,
    /// A copy or working paper untouched for so many months is due.
    pub working_paper_months: u32,
    /// An exception by day of birth for all plans; a plan's own words add to it.
    pub birthday: BirthdayException,
    /// Paths on hold, as patterns on the path below the root.
    pub holds: Vec<String>,
    /// The language of names where there is no plan.
    pub language: Language,
    /// The organisation's own mapping of folders to rows.
    pub mapping: Mapping,
    /// The cases of the case system.
    pub cases: Cases,
}

impl Settings {
    /// The usual settings for a day.
    pub fn new(today: Date) -> Self {
        Settings {
            today,
            due_soon_months: 12,
            working_paper_months: 12,
            birthday: BirthdayException::None,
            holds: Vec::new(),
            language: Language::Sv,
            mapping: Mapping::default(),
            cases: Cases::default(),
        }
    }
}

/// A pattern of [`Settings::holds`] that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("hold `{pattern}`: {reason}")]
pub struct HoldError {
    /// The pattern.
    pub pattern: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Judges files by plans.
pub struct Judge {
    plans: Vec<Plan>,
    linker: Linker,
    settings: Settings,
    dossiers: Dossiers,
    holds: GlobSet,
    mapped_globs: GlobSet,
    series: series::Series,
    versions: versions::Versions,
    contents: twins::Contents,
    language: Language,
    folders: folder::Folders,
}

/// All that is known of one file when it is judged.
struct Case<'a> {
    record: &'a ItemRecord,
    path: PathSignals,
    evidence: Vec<sporhund_model::DateEvidence>,
    dossier: Option<(String, &'a Dossier)>,
    migrated: bool,
    /// What it is by its names, its case and its content, before its row is known.
    standing: Standing,
    /// The registered file that it is a copy of.
    twin: Option<&'a FileRef>,
    /// The case system knows its case, and it is not closed.
    is_open: bool,
    /// The case system knows its case.
    registered: bool,
    /// The day of the verdict.
    day: Horizon,
}

impl Judge {
    /// Takes the plans and what verdicts are made under.
    ///
    /// # Errors
    /// When a hold is no pattern.
    pub fn new(plans: Vec<Plan>, settings: Settings) -> Result<Self, HoldError> {
        let mut holds = GlobSetBuilder::new();
        for pattern in &settings.holds {
            let glob = Glob::new(pattern).map_err(|error| HoldError {
                pattern: pattern.clone(),
                reason: error.kind().to_string(),
            })?;
            holds.add(glob);
        }
        let holds = holds.build().map_err(|error| HoldError {
            pattern: String::new(),
            reason: error.kind().to_string(),
        })?;
        let mapped_globs = settings.mapping.compile().map_err(|error| HoldError {
            pattern: String::new(),
            reason: error.to_string(),
        })?;
        let plans = plan::in_force(plans, settings.today);
        let language = plans
            .first()
            .map_or(settings.language, |plan| plan.settings.language);
        Ok(Judge {
            linker: Linker::new(&plans),
            dossiers: Dossiers::default(),
            plans,
            settings,
            holds,
            mapped_globs,
            series: series::Series::default(),
            versions: versions::Versions::default(),
            contents: twins::Contents::default(),
            folders: folder::Folders::default(),
            language,
        })
    }

    /// Before the first pass: which contents are in several files, so that only these are kept in memory.
    pub fn expect(&mut self, several: Several) {
        self.contents.expect(several);
    }

    /// The rows that may fit a file, best first, and whether one of them is taken for it. Needs no first pass.
    pub fn link(&self, record: &ItemRecord) -> (Arc<[Candidate]>, bool) {
        let case = self.case(record);
        let link = self.linker.link(&case.path, &record.signals);
        let link = self.preferred(&case, link);
        (link.shown(&self.plans), !link.close().is_empty())
    }

    /// Second pass: the verdict on a file. Every file gets one.
    pub fn verdict(&self, record: &ItemRecord) -> Verdict {
        self.verdict_of(&self.case(record))
    }

    fn verdict_of(&self, case: &Case<'_>) -> Verdict {
        let mut verdict = self.state_of(case);
        verdict.standing = standing::with_row(case.standing, &verdict);
        verdict.identical = case.twin.cloned();
        verdict.dossier = case.dossier.as_ref().map(|(key, _)| key.clone());
        clock::place_chosen(&mut verdict, &case.evidence);
        Self::mark_deceased(case, &mut verdict);
        verdict
    }

    fn case<'a>(&'a self, record: &'a ItemRecord) -> Case<'a> {
        let folder = self.folder(record);
        let mut path = self.path_of(record, &folder);
        let number = dossier::case_of(record, &path);
        let key = number.clone().or_else(|| folder.dossier.clone());
        let dossier = key.and_then(|key| self.dossiers.find(&key).map(|found| (key, found)));
        let registered = self.registered(number.as_deref());
        if let Some(class) = registered
            .map(|case| &case.class)
            .filter(|class| !class.is_empty())
        {
            path.class_codes
                .push((class.clone(), SignalSource::Property));
        }
        let mut evidence = dossier::own_evidence(record, &path);
        let shown = record.item.path.display();
        evidence.splice(
            0..0,
            self.registered_dates(shown.as_ref(), number.as_deref()),
        );
        Case {
            migrated: self.dossiers.is_migrated(record),
            standing: self.standing(record, &path, number.is_some()),
            twin: self.contents.registered(record),
            is_open: registered.is_some_and(|case| case.closed.is_none()),
            registered: registered.is_some(),
            day: Horizon::new(self.settings.today),
            evidence,
            dossier,
            path,
            record,
        }
    }

    fn state_of(&self, case: &Case<'_>) -> Verdict {
        let path = case.record.item.path.display();
        let held = self.mapped(path.as_ref()).iter().any(|line| line.hold);
        if held || self.holds.is_match(path.as_ref()) {
            return state(VerdictState::OnHold, Note::new("reason-hold"));
        }
        let dossier = case.dossier.as_ref().map(|(_, dossier)| dossier);
        if case.path.stops || dossier.is_some_and(|dossier| dossier.is_stopped) {
            return state(VerdictState::OnHold, Note::new("reason-hold-note"));
        }
        if self.plans.is_empty() {
            return self.ageing(case);
        }
        let link = self.linker.link(&case.path, &case.record.signals);
        let link = self.with_outcome(case, self.preferred(case, link));
        let mut verdict = self.by_link(case, &link);
        verdict.candidates = link.shown(&self.plans);
        if case.registered {
            verdict.reasons.push(Note::new("reason-registered-case"));
        }
        if matches!(case.standing, Standing::Copy | Standing::WorkingPaper) {
            verdict = self.as_working_paper(case, verdict);
        }
        let mut verdict = self.as_series(case, verdict);
        self.tell_twins(case, &mut verdict);
        verdict
    }

    /// Says that nobody named by number can live any more: the law protects the living.
    fn mark_deceased(case: &Case<'_>, verdict: &mut Verdict) {
        let last = exceptions::subjects(case).last_year();
        let after = last.and_then(|last| Date::new(last.checked_add(1)?, 1, 1).ok());
        if after.is_some_and(|after| case.day.has_come(after)) {
            verdict.reasons.push(Note::new("reason-subjects-deceased"));
        }
    }

    /// Without a plan there is nothing to judge by: how old the file is.
    fn ageing(&self, case: &Case<'_>) -> Verdict {
        let mut verdict = state(VerdictState::Unclassified, Note::new("reason-no-plan"));
        let past =
            |date: &&sporhund_model::DateEvidence| dossier::has_come(date, self.settings.today);
        let newest = clock::latest_solid(&case.evidence, self.settings.today).or_else(|| {
            case.evidence
                .iter()
                .filter(past)
                .max_by_key(|date| date.date)
        });
        if let Some(date) = newest {
            case.day.of_this_year();
            let years = (self.settings.today.year() - date.date.year()).max(0);
            verdict.reasons.push(
                Note::new("reason-age")
                    .with("years", i64::from(years))
                    .with("rank", clock::rank_name(date.rank)),
            );
        }
        verdict
    }

    /// The row by which it is judged, where the candidates agree on what is to be done.
    fn by_link(&self, case: &Case<'_>, link: &Link) -> Verdict {
        let close = link.close();
        let rows: Vec<(&Plan, &PlanRow)> = close
            .iter()
            .filter_map(|(plan, row, _, _)| {
                let plan = self.plans.get(*plan)?;
                Some((plan, plan.rows.get(*row)?))
            })
            .collect();
        let Some((plan, row)) = Self::longest(&rows) else {
            return state(VerdictState::Unclassified, Note::new("reason-no-row"));
        };
        let mut verdict = self.by_row(case, plan, row);
        self.mark_expired(plan, &mut verdict);
        let best = close.first().map_or(0, |candidate| candidate.2);
        if best < SURE && soften(&mut verdict) {
            verdict.reasons.push(Note::new("reason-link-weak"));
        }
        if is_overdue(verdict.state) && self.has_rival(case, link, row) {
            soften(&mut verdict);
            verdict.reasons.push(Note::new("reason-link-weak"));
        }
        if link.outcomes != 0 && !known::is_complete(case) && soften(&mut verdict) {
            verdict.reasons.push(Note::new("reason-outcome-unknown"));
        }
        if rows
            .iter()
            .any(|(_, other)| other.normal.action != row.normal.action)
        {
            verdict.state = VerdictState::Review;
            verdict.obligations.clear();
            verdict.reasons =
                vec![Note::new("reason-ambiguous-rows").with("rows", rows.len() as u64)];
            // None of them is the file's row: all are shown as candidates.
            return verdict;
        } else if rows.len() > 1 {
            verdict
                .reasons
                .push(Note::new("reason-longest-of-rows").with("rows", rows.len() as u64));
        }
        verdict.row = Some(plan.row_ref(row));
        verdict.phrase = Some(row.phrase.clone());
        verdict.trigger = Some(clock::trigger_name(row.normal.trigger))
            .filter(|_| row.normal.trigger != Trigger::None);
        verdict
    }

    /// Whether another row, which fits what the best one does not explain, says that nothing is overdue: a wrong "overdue"
    /// may destroy records.
    fn has_rival(&self, case: &Case<'_>, link: &Link, best: &PlanRow) -> bool {
        link.rivals.iter().any(|(plan, row)| {
            let plan = self.plans.get(*plan);
            let row = plan.and_then(|plan| Some((plan, plan.rows.get(*row)?)));
            row.is_some_and(|(plan, row)| {
                row.normal.action != best.normal.action
                    || !is_overdue(self.by_row(case, plan, row).state)
            })
        })
    }

    /// A plan whose time has run out, and that no other version has replaced, still says what was decided; nothing is
    /// overdue by it.
    fn mark_expired(&self, plan: &Plan, verdict: &mut Verdict) {
        if plan.is_valid_on(self.settings.today) {
            return;
        }
        soften(verdict);
        verdict
            .reasons
            .push(Note::new("reason-plan-not-in-force").with("plan", plan.name.clone()));
    }

    /// The candidate with the longest retention; the best one where the actions differ.
    fn longest<'a>(rows: &[(&'a Plan, &'a PlanRow)]) -> Option<(&'a Plan, &'a PlanRow)> {
        let (plan, best) = rows.first()?;
        let same = |row: &PlanRow| row.normal.action == best.normal.action;
        let days = |row: &PlanRow| {
            let unsettled = row.normal.needs_human || row.normal.period.is_none();
            (
                unsettled,
                row.normal
                    .period
                    .map_or(0, crate::phrase::Period::approximate_days),
            )
        };
        let longest = rows
            .iter()
            .filter(|(_, row)| same(row))
            .rev()
            .max_by_key(|(_, row)| days(row));
        Some(longest.map_or((*plan, *best), |(plan, row)| (*plan, *row)))
    }
}

/// A verdict that is one state for one reason.
fn state(state: VerdictState, reason: Note) -> Verdict {
    Verdict {
        state,
        reasons: vec![reason],
        ..Verdict::default()
    }
}

/// Takes what is overdue down to what may be; says whether anything was.
fn soften(verdict: &mut Verdict) -> bool {
    let softer = |state: VerdictState| match state {
        VerdictState::Overdue => VerdictState::PossiblyOverdue,
        VerdictState::DeliveryOverdue => VerdictState::DeliverToArchive,
        other => other,
    };
    let before = verdict.state;
    verdict.state = softer(before);
    for obligation in &mut verdict.obligations {
        obligation.state = softer(obligation.state);
    }
    verdict.state != before
}

fn is_overdue(state: VerdictState) -> bool {
    matches!(state, VerdictState::Overdue | VerdictState::DeliveryOverdue)
}

fn set_state(verdict: &mut Verdict, word: VerdictState) {
    verdict.state = word;
    for obligation in &mut verdict.obligations {
        obligation.state = word;
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_known;
