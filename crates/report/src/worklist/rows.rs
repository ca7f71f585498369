//! What stands in the worklist: groups and files, read in two passes so that the most pressing of them fit the limit.

use super::{LeftOut, WorklistOptions};
use crate::messages::Messages;
use crate::shown::{full_path, year_of};
use crate::summary::due_date;
use jiff::civil::Date;
use sporhund_model::{
    FileRef, ItemRecord, Outcome, Records, Root, RootName, ScanInfo, Standing, Verdict,
    VerdictState,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;

/// What is decided on as one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct GroupKey {
    /// The place of the state among [`VerdictState::ALL`].
    rank: usize,
    pub(super) state: VerdictState,
    pub(super) controller: String,
    pub(super) unit: String,
    /// The dossier, else the folder.
    pub(super) place: String,
    pub(super) class_code: String,
    pub(super) document_type: String,
    year: Option<i16>,
}

/// A group with its figures.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) key: GroupKey,
    pub(super) files: u64,
    pub(super) bytes: u64,
    pub(super) years: Option<(i16, i16)>,
    /// When the first of them ran out, or does.
    pub(super) due: Option<Date>,
    pub(super) media: BTreeSet<String>,
    pub(super) phrase: String,
    pub(super) plan: String,
    pub(super) date_sources: BTreeSet<String>,
    pub(super) exceptions: BTreeSet<String>,
}

/// One file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) state: VerdictState,
    pub(super) due: Option<Date>,
    pub(super) controller: String,
    pub(super) unit: String,
    pub(super) path: String,
    pub(super) dossier: String,
    pub(super) standing: Standing,
    pub(super) class_code: String,
    pub(super) document_type: String,
    pub(super) date: Option<Date>,
    pub(super) date_source: String,
    pub(super) size: u64,
    pub(super) medium: String,
    pub(super) persons: u64,
    pub(super) level: String,
    pub(super) phrase: String,
    pub(super) plan: String,
    pub(super) reasons: String,
    pub(super) exceptions: String,
    pub(super) identical: String,
}

/// All that is written.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) groups: Vec<Group>,
    pub(super) files: Vec<Line>,
    /// What is past the limit.
    pub(super) left_out: LeftOut,
}

/// Reads the worklist of a scope.
pub(super) fn read(
    records: &dyn Records,
    m: &Messages,
    options: &WorklistOptions,
) -> io::Result<Rows> {
    let scan = records.scan()?;
    let reader = Reader {
        roots: roots(&scan, options),
        m,
    };
    let counts = reader.count(records)?;
    let mut rows = Rows::default();
    let mut groups: BTreeMap<GroupKey, Group> = BTreeMap::new();
    let mut files: BTreeMap<usize, Vec<Line>> = BTreeMap::new();
    let limit = options.fitting();
    let shares = shares(&counts, limit);
    reader.each(records, &mut |record, root, verdict| {
        let rank = rank_of(verdict.state);
        let share = shares.get(&rank).copied().unwrap_or(0);
        let of_state = files.entry(rank).or_default();
        if of_state.len() < share {
            of_state.push(reader.line(record, root, verdict));
        } else {
            rows.left_out.files += 1;
        }
        let key = Reader::key(record, root, verdict);
        if has_room(&mut groups, &key, limit, &mut rows.left_out) {
            reader.add(&mut groups, key, record, verdict);
        } else {
            rows.left_out.of_groups += 1;
        }
        Ok(())
    })?;
    rows.groups = groups.into_values().collect();
    rows.files = files.into_values().flatten().collect();
    Ok(rows)
}

/// Makes room for a group where it is more pressing than the last one that is there.
fn has_room(
    groups: &mut BTreeMap<GroupKey, Group>,
    key: &GroupKey,
    limit: usize,
    left_out: &mut LeftOut,
) -> bool {
    if groups.len() < limit || groups.contains_key(key) {
        return true;
    }
    let is_pressing = groups.last_key_value().is_some_and(|(last, _)| key < last);
    if is_pressing && let Some((_, last)) = groups.pop_last() {
        left_out.of_groups += last.files;
    }
    is_pressing
}

/// How many files of each state fit, the most pressing states first.
fn shares(counts: &BTreeMap<usize, usize>, limit: usize) -> BTreeMap<usize, usize> {
    let mut left = limit;
    let take = |(rank, count): (&usize, &usize)| {
        let share = (*count).min(left);
        left -= share;
        (*rank, share)
    };
    counts.iter().map(take).collect()
}

fn rank_of(state: VerdictState) -> usize {
    let mut all = VerdictState::ALL.iter();
    all.position(|known| *known == state).unwrap_or(usize::MAX)
}

fn roots(scan: &ScanInfo, options: &WorklistOptions) -> HashMap<RootName, Root> {
    let held = scan.roots.iter().filter(|root| options.scope.holds(root));
    held.map(|root| (root.name.clone(), root.clone())).collect()
}

type Visit<'v> = &'v mut dyn FnMut(&ItemRecord, &Root, &Verdict) -> io::Result<()>;

struct Reader<'a> {
    roots: HashMap<RootName, Root>,
    m: &'a Messages,
}

impl Reader<'_> {
    fn each(&self, records: &dyn Records, visit: Visit<'_>) -> io::Result<()> {
        records.for_each(&mut |record| {
            let root = self.roots.get(&record.item.root);
            match (root, &record.verdict) {
                (Some(root), Some(verdict)) if record.outcome() != Outcome::Unlisted => {
                    visit(record, root, verdict)
                }
                _ => Ok(()),
            }
        })
    }

    fn count(&self, records: &dyn Records) -> io::Result<BTreeMap<usize, usize>> {
        let mut counts = BTreeMap::new();
        self.each(records, &mut |_, _, verdict| {
            *counts.entry(rank_of(verdict.state)).or_default() += 1;
            Ok(())
        })?;
        Ok(counts)
    }

    fn key(record: &ItemRecord, root: &Root, verdict: &Verdict) -> GroupKey {
        let row = verdict.row.as_ref();
        let folder = || String::from_utf8_lossy(record.item.path.folder()).into_owned();
        GroupKey {
            rank: rank_of(verdict.state),
            state: verdict.state,
            controller: root.controller.clone(),
            unit: unit(record, root),
            place: verdict.dossier.clone().unwrap_or_else(folder),
            class_code: row.map(|row| row.class_code.clone()).unwrap_or_default(),
            document_type: row.map(|row| row.document_type.clone()).unwrap_or_default(),
            year: year_of(record),
        }
    }

    fn add(
        &self,
        groups: &mut BTreeMap<GroupKey, Group>,
        key: GroupKey,
        record: &ItemRecord,
        verdict: &Verdict,
    ) {
        let group = groups.entry(key.clone()).or_insert_with(|| Group {
            files: 0,
            bytes: 0,
            years: None,
            due: None,
            media: BTreeSet::new(),
            phrase: verdict.phrase.clone().unwrap_or_default(),
            plan: plan_row(self.m, verdict),
            date_sources: BTreeSet::new(),
            exceptions: BTreeSet::new(),
            key,
        });
        group.files += 1;
        group.bytes = group.bytes.saturating_add(record.item.size);
        if let Some(year) = year_of(record) {
            let (first, last) = group.years.unwrap_or((year, year));
            group.years = Some((first.min(year), last.max(year)));
        }
        let due = due_date(verdict);
        group.due = match (group.due, due) {
            (Some(known), Some(due)) => Some(known.min(due)),
            (known, due) => known.or(due),
        };
        put(&mut group.media, record.format.clone());
        put(&mut group.date_sources, self.date_source(verdict));
        for note in &verdict.exceptions {
            put(&mut group.exceptions, self.m.note(note));
        }
    }

    fn line(&self, record: &ItemRecord, root: &Root, verdict: &Verdict) -> Line {
        let row = verdict.row.as_ref();
        let notes = |notes: &[sporhund_model::Note]| {
            let words: Vec<String> = notes.iter().map(|note| self.m.note(note)).collect();
            words.join(" ")
        };
        let level = record.assessment.level.as_str();
        Line {
            state: verdict.state,
            due: due_date(verdict),
            controller: root.controller.clone(),
            unit: unit(record, root),
            path: String::from_utf8_lossy(&full_path(&record.item, Some(root))).into_owned(),
            dossier: verdict.dossier.clone().unwrap_or_default(),
            standing: verdict.standing,
            class_code: row.map(|row| row.class_code.clone()).unwrap_or_default(),
            document_type: row.map(|row| row.document_type.clone()).unwrap_or_default(),
            date: chosen(verdict).map(|evidence| evidence.date),
            date_source: self.date_source(verdict),
            size: record.item.size,
            medium: record.format.clone(),
            persons: record.assessment.persons.count,
            level: self.m.label(&format!("level-{level}")),
            phrase: verdict.phrase.clone().unwrap_or_default(),
            plan: plan_row(self.m, verdict),
            reasons: notes(&verdict.reasons),
            exceptions: notes(&verdict.exceptions),
            identical: verdict
                .identical
                .as_ref()
                .map(|twin| self.named(twin))
                .unwrap_or_default(),
        }
    }

    /// A registered file of another controller is told of, and not named.
    fn named(&self, twin: &FileRef) -> String {
        match self.roots.get(&twin.root) {
            Some(root) => format!("{}/{}", root.path.display(), twin.path.display()),
            None => self.m.label("worklist-identical-elsewhere"),
        }
    }

    fn date_source(&self, verdict: &Verdict) -> String {
        let rank = chosen(verdict).map(|evidence| crate::explain::rank_key(evidence.rank));
        rank.map(|key| self.m.label(key)).unwrap_or_default()
    }
}

fn put(set: &mut BTreeSet<String>, word: String) {
    const MOST: usize = 6;
    if !word.is_empty() && set.len() < MOST {
        set.insert(word);
    }
}

fn chosen(verdict: &Verdict) -> Option<&sporhund_model::DateEvidence> {
    verdict.evidence.get(verdict.chosen?)
}

fn unit(record: &ItemRecord, root: &Root) -> String {
    let known = record.item.unit.as_ref().or(root.unit.as_ref());
    known.cloned().unwrap_or_default()
}

/// The plan and its row.
fn plan_row(m: &Messages, verdict: &Verdict) -> String {
    let Some(row) = &verdict.row else {
        return String::new();
    };
    let number = row.row.to_string();
    let args = [("plan", row.plan.as_str().into()), ("row", number.into())];
    m.text("worklist-plan-row", &args)
}
