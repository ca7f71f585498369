//! The figures of one controller, or of a whole scan.

use crate::counter::Counter;
use crate::mask::{masked_folder, masked_item_path};
use crate::shown::{shorten, year_of};
use crate::top::Top;

use super::retention::Retention;
use sporhund_model::{
    Category, DocumentKind, ItemRecord, Level, Note, Outcome, Risk, Root, RootName, RuleId,
    Verdict, VerdictState,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const WORST: usize = 50;
const OVERDUE: usize = 50;
const EXAMPLES: usize = 5;
const MAX_UNITS: usize = 500;
const MAX_ROOTS: usize = 500;
const MAX_RULES: usize = 1_000;
const MAX_FORMATS: usize = 500;
const MAX_REASONS: usize = 200;
const MAX_FOLDERS: usize = 300;
/// Arguments of notes that are added up when notes are put together.
const SUMMED: [&str; 2] = ["pages", "images"];

/// Whether paths are kept for lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paths {
    Kept,
    Left,
}

/// Counts of files and of what they hold.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Files and unlisted folders by outcome, in the order of [`Outcome::ALL`].
    pub outcomes: [u64; Outcome::ALL.len()],
    /// Bytes of files by outcome.
    pub bytes: [u64; Outcome::ALL.len()],
    /// Documents by level, in the order of [`Level::ALL`].
    pub levels: [u64; Level::ALL.len()],
    /// Persons named by number, counted once in each document.
    pub persons: u64,
    /// Whether some of that was estimated.
    pub persons_estimated: bool,
    /// Documents that name a person by number.
    pub with_persons: u64,
    /// Documents with a sensitive category that truly concerns a person.
    pub with_sensitive: u64,
}

impl Totals {
    /// Files and folders that ended so.
    pub fn of(&self, outcome: Outcome) -> u64 {
        let at = Outcome::ALL.iter().position(|known| *known == outcome);
        at.and_then(|at| self.outcomes.get(at))
            .copied()
            .unwrap_or(0)
    }

    /// All files that were met, without folders that could not be listed.
    pub fn files(&self) -> u64 {
        self.outcomes.iter().sum::<u64>() - self.unlisted()
    }

    /// Files that were read, wholly or in part.
    pub fn read(&self) -> u64 {
        self.of(Outcome::Scanned) + self.of(Outcome::Partly)
    }

    /// Files that the run did not come to.
    pub fn not_reached(&self) -> u64 {
        self.of(Outcome::NotReached)
    }

    /// Folders that could not be listed.
    pub fn unlisted(&self) -> u64 {
        self.of(Outcome::Unlisted)
    }

    /// Documents with personal data.
    pub fn with_data(&self) -> u64 {
        self.levels.iter().skip(1).sum()
    }

    /// All bytes of files that were met.
    pub fn all_bytes(&self) -> u64 {
        self.bytes.iter().sum()
    }

    fn add(&mut self, record: &ItemRecord) {
        let outcome = record.outcome();
        if let Some(at) = Outcome::ALL.iter().position(|known| *known == outcome) {
            self.outcomes[at] += 1;
            self.bytes[at] = self.bytes[at].saturating_add(record.item.size);
        }
        let assessment = &record.assessment;
        if let Some(at) = Level::ALL
            .iter()
            .position(|level| *level == assessment.level)
        {
            self.levels[at] += 1;
        }
        self.persons = self.persons.saturating_add(assessment.persons.count);
        self.persons_estimated |= assessment.persons.estimated;
        self.with_persons += u64::from(assessment.persons.count > 0);
        self.with_sensitive += u64::from(!assessment.sensitive.is_empty());
    }
}

/// How much of a root was covered.
#[derive(Clone, Debug, Default)]
pub struct RootTotals {
    /// The root as people know it, numbers and mailboxes masked.
    pub display: String,
    /// Its figures.
    pub totals: Totals,
}

/// One document of a list.
#[derive(Clone, Debug)]
pub struct DocumentLine {
    /// Root and masked path.
    pub path: String,
    /// How much protection it asks for.
    pub level: Level,
    /// What kind of document.
    pub kind: DocumentKind,
    /// Distinct persons.
    pub persons: u64,
    /// What was found, most serious first.
    pub categories: Vec<Category>,
    /// Why it stands where it stands.
    pub risk: Risk,
    /// How it stands to the plan, without evidence and candidates.
    pub verdict: Option<Verdict>,
}

/// Files of one verdict.
#[derive(Clone, Debug)]
pub struct StateGroup {
    /// How many.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// How many of them hold personal data.
    pub with_data: u64,
    /// Why, by the code of the reason.
    pub reasons: Reasons,
    /// The riskiest few.
    examples: Top<u32, DocumentLine>,
}

impl StateGroup {
    fn new() -> Self {
        StateGroup {
            files: 0,
            bytes: 0,
            with_data: 0,
            reasons: Reasons::default(),
            examples: Top::new(EXAMPLES),
        }
    }

    /// The riskiest few; none in a report over several controllers.
    pub fn examples(&self) -> impl Iterator<Item = &DocumentLine> {
        self.examples.iter()
    }
}

/// Notes put together by code, with how many files they were met in.
#[derive(Clone, Debug)]
pub struct Reasons(Counter<String, (u64, Option<Note>)>);

impl Default for Reasons {
    fn default() -> Self {
        Reasons(Counter::new(MAX_REASONS))
    }
}

impl Reasons {
    fn add(&mut self, note: &Note) {
        let (count, kept) = self.0.at(note.code.to_string());
        *count += 1;
        merge_note(kept, note);
    }

    /// The commonest first: a note for the code, and in how many files it was met.
    pub fn commonest(&self) -> Vec<(&Note, u64)> {
        let sorted = self.0.sorted(|(count, _)| *count);
        let notes = sorted.into_iter();
        notes
            .filter_map(|(_, (count, note))| note.as_ref().map(|note| (note, *count)))
            .collect()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What keeps files that were not read, or not wholly, together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnreadKey {
    /// How the reading ended.
    pub outcome: Outcome,
    /// The code of the first note; empty without one.
    pub code: String,
}

/// Files that were not read, or not wholly, for one reason.
#[derive(Clone, Debug)]
pub struct Unread {
    /// How many.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// The reason in full.
    pub note: Option<Note>,
    /// By folder (two levels, masked).
    folders: Counter<String, u64>,
}

impl Default for Unread {
    fn default() -> Self {
        Unread {
            files: 0,
            bytes: 0,
            note: None,
            folders: Counter::new(MAX_FOLDERS),
        }
    }
}

impl Unread {
    /// The folders with most of them, and how many lie in other folders.
    pub fn folders(&self, limit: usize) -> (Vec<(&str, u64)>, u64) {
        let sorted = self.folders.sorted(|files| *files);
        let shown: Vec<_> = sorted
            .iter()
            .take(limit)
            .map(|(folder, files)| (folder.as_str(), **files))
            .collect();
        let further: u64 = sorted.iter().skip(limit).map(|(_, files)| **files).sum();
        (shown, further + self.folders.rest())
    }
}

/// Documents with personal data by the year they are from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgeGroup {
    /// All.
    pub documents: u64,
    /// Those that should be gone, or be handled, by the plan.
    pub due: u64,
}

/// The figures of one controller, or of a whole scan.
#[derive(Clone, Debug)]
pub struct Section {
    paths: Paths,
    /// Files and what they hold.
    pub totals: Totals,
    roots: Counter<RootName, RootTotals>,
    rules: Counter<RuleId, (u64, u64)>,
    /// Documents by category.
    pub categories: BTreeMap<Category, u64>,
    units: Counter<String, [u64; Level::ALL.len()]>,
    /// Documents with personal data by year; those without a date are not in it.
    pub years: BTreeMap<i16, AgeGroup>,
    /// By verdict.
    pub states: BTreeMap<VerdictState, StateGroup>,
    worst: Top<(u32, Level, u64), DocumentLine>,
    overdue: Top<(Reverse<Option<jiff::civil::Date>>, u32), DocumentLine>,
    unread: Counter<UnreadKey, Unread>,
    members: Counter<UnreadKey, Unread>,
    formats: Counter<String, u64>,
    /// What the plan says of all files together.
    pub retention: Retention,
    /// Notes of files that were read to their end (pictures that wait for OCR and the like).
    pub remarks: Reasons,
}

impl Section {
    pub(crate) fn new(paths: Paths) -> Self {
        let lists = |limit: usize| if paths == Paths::Kept { limit } else { 0 };
        Section {
            paths,
            totals: Totals::default(),
            roots: Counter::new(MAX_ROOTS),
            rules: Counter::new(MAX_RULES),
            categories: BTreeMap::new(),
            units: Counter::new(MAX_UNITS),
            years: BTreeMap::new(),
            states: BTreeMap::new(),
            worst: Top::new(lists(WORST)),
            overdue: Top::new(lists(OVERDUE)),
            unread: Counter::new(MAX_REASONS),
            members: Counter::new(MAX_REASONS),
            formats: Counter::new(MAX_FORMATS),
            retention: Retention::new(paths == Paths::Kept),
            remarks: Reasons::default(),
        }
    }

    /// A root stands in the report even when nothing was met in it.
    pub(crate) fn expect_root(&mut self, root: &Root) {
        self.roots.at(root.name.clone()).display = crate::shown::root_name(root);
    }

    pub(crate) fn add(&mut self, record: &ItemRecord, root: Option<&Root>) {
        self.totals.add(record);
        self.roots.at(record.item.root.clone()).totals.add(record);
        self.add_coverage(record);
        if record.outcome() == Outcome::Unlisted {
            return;
        }
        self.add_findings(record, root);
        self.add_year(record);
        self.add_verdict(record, root);
        self.retention.add(record, root);
        self.add_worst(record, root);
    }

    /// How much of each root was covered.
    pub fn roots(&self) -> impl Iterator<Item = &RootTotals> {
        self.roots.iter().map(|(_, totals)| totals)
    }

    /// By rule, commonest first: occurrences and documents.
    pub fn rules(&self) -> Vec<(&RuleId, u64, u64)> {
        let sorted = self.rules.sorted(|(occurrences, _)| *occurrences);
        let rules = sorted.into_iter();
        rules
            .map(|(rule, (occurrences, documents))| (rule, *occurrences, *documents))
            .collect()
    }

    /// Documents with personal data by unit and level, the unit with most first.
    pub fn units(&self) -> Vec<(&str, &[u64; Level::ALL.len()])> {
        let sorted = self.units.sorted(|levels| levels.iter().sum());
        sorted
            .into_iter()
            .map(|(unit, levels)| (unit.as_str(), levels))
            .collect()
    }

    /// Documents with personal data of units past the limit of the list.
    pub fn further_units(&self) -> &[u64; Level::ALL.len()] {
        self.units.rest()
    }

    /// The documents that can do most harm, worst first.
    pub fn worst(&self) -> impl Iterator<Item = &DocumentLine> {
        self.worst.iter()
    }

    /// Files past their time, longest first.
    pub fn overdue(&self) -> impl Iterator<Item = &DocumentLine> {
        self.overdue.iter()
    }

    /// What was not read, or not wholly, most first.
    pub fn unread(&self) -> Vec<(&UnreadKey, &Unread)> {
        self.unread.sorted(|unread| unread.files)
    }

    /// The same for members of files that were read.
    pub fn unread_members(&self) -> Vec<(&UnreadKey, &Unread)> {
        self.members.sorted(|unread| unread.files)
    }

    /// Files by format, commonest first.
    pub fn formats(&self) -> Vec<(&str, u64)> {
        let sorted = self.formats.sorted(|files| *files);
        sorted
            .into_iter()
            .map(|(format, files)| (format.as_str(), *files))
            .collect()
    }

    fn add_coverage(&mut self, record: &ItemRecord) {
        for coverage in &record.coverage {
            let first = coverage.notes.first();
            let key = UnreadKey {
                outcome: coverage.outcome,
                code: first.map(|note| note.code.to_string()).unwrap_or_default(),
            };
            let (counter, bytes) = match coverage.member.is_item() {
                true if coverage.outcome == Outcome::Scanned => {
                    coverage
                        .notes
                        .iter()
                        .for_each(|note| self.remarks.add(note));
                    continue;
                }
                true => (&mut self.unread, record.item.size),
                false if coverage.outcome == Outcome::Scanned => continue,
                false => (&mut self.members, 0),
            };
            let unread = counter.at(key);
            unread.files += 1;
            unread.bytes = unread.bytes.saturating_add(bytes);
            if let Some(note) = first {
                merge_note(&mut unread.note, note);
            }
            if self.paths == Paths::Kept {
                *unread.folders.at(two_levels(record)) += 1;
            }
        }
    }

    fn add_findings(&mut self, record: &ItemRecord, root: Option<&Root>) {
        for (rule, count) in &record.assessment.counts {
            let (occurrences, documents) = self.rules.at(rule.clone());
            *occurrences = occurrences.saturating_add(*count);
            *documents += 1;
        }
        for category in categories(record) {
            *self.categories.entry(category).or_default() += 1;
        }
        let level = record.assessment.level;
        let at = Level::ALL.iter().position(|known| *known == level);
        if let Some(at) = at.filter(|at| *at > 0) {
            self.units.at(unit(record, root))[at] += 1;
        }
        if !record.format.is_empty() && record.outcome() != Outcome::Skipped {
            *self.formats.at(shorten(&record.format, 40)) += 1;
        }
    }

    fn add_year(&mut self, record: &ItemRecord) {
        if record.assessment.level == Level::None {
            return;
        }
        if let Some(year) = year_of(record) {
            let group = self.years.entry(year).or_default();
            group.documents += 1;
            group.due += u64::from(
                record
                    .verdict
                    .as_ref()
                    .is_some_and(|verdict| is_due(verdict.state)),
            );
        }
    }

    fn add_verdict(&mut self, record: &ItemRecord, root: Option<&Root>) {
        let Some(verdict) = &record.verdict else {
            return;
        };
        let group = self
            .states
            .entry(verdict.state)
            .or_insert_with(StateGroup::new);
        group.files += 1;
        group.bytes = group.bytes.saturating_add(record.item.size);
        group.with_data += u64::from(record.assessment.level > Level::None);
        if let Some(reason) = verdict.reasons.first() {
            group.reasons.add(reason);
        }
        if self.paths == Paths::Kept {
            let risk = record.assessment.risk.score;
            group.examples.offer(risk, || line(record, root));
            if is_past(verdict.state) {
                self.overdue
                    .offer((Reverse(due_date(verdict)), risk), || line(record, root));
            }
        }
    }

    fn add_worst(&mut self, record: &ItemRecord, root: Option<&Root>) {
        let assessment = &record.assessment;
        if assessment.level > Level::None {
            let key = (
                assessment.risk.score,
                assessment.level,
                assessment.persons.count,
            );
            self.worst.offer(key, || line(record, root));
        }
    }
}

/// What was found in a document: special categories only where they truly concern a person.
pub(crate) fn categories(record: &ItemRecord) -> BTreeSet<Category> {
    let found = record.findings.iter().map(|finding| finding.category);
    let usual = found.filter(|category| !category.is_special());
    let sensitive = record
        .assessment
        .sensitive
        .iter()
        .map(|entry| entry.category);
    usual.chain(sensitive).collect()
}

fn line(record: &ItemRecord, root: Option<&Root>) -> DocumentLine {
    let mut categories: Vec<_> = categories(record).into_iter().collect();
    categories.sort_by_key(|category| Reverse(crate::Levels::usual(*category)));
    DocumentLine {
        path: shown_path(record, root),
        level: record.assessment.level,
        kind: record.assessment.kind,
        persons: record.assessment.persons.count,
        categories,
        risk: record.assessment.risk.clone(),
        verdict: record.verdict.as_ref().map(|verdict| Verdict {
            evidence: verdict
                .chosen
                .and_then(|at| verdict.evidence.get(at))
                .cloned()
                .into_iter()
                .collect(),
            chosen: None,
            candidates: Arc::default(),
            ..verdict.clone()
        }),
    }
}

/// The masked path, with the root before it where the scan has several.
fn shown_path(record: &ItemRecord, root: Option<&Root>) -> String {
    let path = masked_item_path(record);
    let root = root.map(crate::shown::root_name).unwrap_or_default();
    let cut = root.trim_end_matches(['/', '\\']);
    shorten(&format!("{cut}/{path}"), 300)
}

fn two_levels(record: &ItemRecord) -> String {
    let folder = match record.outcome() {
        Outcome::Unlisted => masked_item_path(record),
        _ => masked_folder(record),
    };
    let levels: Vec<&str> = folder.splitn(3, '/').take(2).collect();
    let name = levels.join("/");
    shorten(if name.is_empty() { "/" } else { &name }, 120)
}

/// The department: the item's, its root's, or the first folder.
pub(super) fn unit(record: &ItemRecord, root: Option<&Root>) -> String {
    let known = record.item.unit.as_deref();
    let known = known.or_else(|| root.and_then(|root| root.unit.as_deref()));
    let name = match known {
        Some(unit) => unit.to_owned(),
        None => first_folder(record)
            .unwrap_or_else(|| root.map(crate::shown::root_name).unwrap_or_default()),
    };
    shorten(&name, 80)
}

fn first_folder(record: &ItemRecord) -> Option<String> {
    let folder = masked_folder(record);
    let first = folder.split('/').next().unwrap_or("");
    (!first.is_empty()).then(|| first.to_owned())
}

/// States that ask for work because a time has run out or the file has no place here any more.
pub(crate) fn is_due(state: VerdictState) -> bool {
    is_past(state)
        || matches!(
            state,
            VerdictState::WorkingPaperDue | VerdictState::Superseded
        )
}

/// States of files past a time limit of the plan.
pub(crate) fn is_past(state: VerdictState) -> bool {
    use VerdictState::{DeliveryOverdue, Overdue, PossiblyOverdue};
    matches!(state, Overdue | DeliveryOverdue | PossiblyOverdue)
}

/// When the first obligation in the state of the verdict ran out, or does.
pub(crate) fn due_date(verdict: &Verdict) -> Option<jiff::civil::Date> {
    let of_state = verdict
        .obligations
        .iter()
        .find(|obligation| obligation.state == verdict.state);
    of_state.or(verdict.obligations.first())?.date
}

fn merge_note(kept: &mut Option<Note>, note: &Note) {
    use sporhund_model::Arg;
    let Some(kept) = kept else {
        *kept = Some(note.clone());
        return;
    };
    for (name, value) in &note.args {
        let known = kept
            .args
            .get_mut(name)
            .filter(|_| SUMMED.contains(&name.as_ref()));
        if let (Some(Arg::Number(sum)), Arg::Number(more)) = (known, value) {
            *sum = sum.saturating_add(*more);
        }
    }
}
