//! After the scan every file has the verdict of the day, and what the store holds is counted.
//!
//! Judging all means two passes over the store. It is done when plans, settings, roots or the program are others than before;
//! else only what changed or falls due is judged, with all that it may change ([`crate::nights`]).

use crate::config::Config;
use crate::counting::{Counting, Share};
use crate::nights;
use crate::passes::Passes;
use crate::run::AuditError;
use crate::summary::Summary;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sporhund_model::history::Measures;
use sporhund_model::{Figures, Level, Root, RootName};
use sporhund_retention::judge::{Judge, Settings, Several, Ties};
use sporhund_retention::plan::Plan;
use sporhund_store::{Footing, Store, ToJudge, Written};

/// What was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every file.
    All,
    /// So many files: those that changed or fell due, and those that depend on them.
    Some(u64),
}

/// What all files were judged under, and what they came to.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Standing {
    pub under: String,
    pub today: Date,
    pub level: Level,
    /// The scan after which they were judged.
    pub scan: u64,
    controllers: Vec<(String, Measures)>,
    units: Vec<((String, String), Measures)>,
    categories: Vec<((String, String), u64)>,
}

impl Standing {
    pub(crate) fn with(self, figures: &Figures, level: Level) -> Self {
        Standing {
            level,
            controllers: figures.controllers.clone().into_iter().collect(),
            units: figures.units.clone().into_iter().collect(),
            categories: figures.categories.clone().into_iter().collect(),
            ..self
        }
    }

    pub(crate) fn figures(&self) -> Figures {
        Figures {
            controllers: self.controllers.iter().cloned().collect(),
            units: self.units.iter().cloned().collect(),
            categories: self.categories.iter().cloned().collect(),
            ..Figures::default()
        }
    }
}

/// Judging the files of some roots.
pub(crate) struct Round<'a> {
    pub store: &'a Store,
    pub judge: Judge,
    pub roots: Vec<RootName>,
    pub counting: Counting,
    /// What this round will have judged under.
    pub standing: Standing,
    /// How many threads judge; 0 for as many as there are cores.
    threads: usize,
}

/// What a round came to.
pub(crate) struct Done {
    pub figures: Figures,
    pub level: Level,
    pub extent: Extent,
    /// Whether a file came, went or changed since the round before.
    pub has_changes: bool,
}

/// Judges the files of the scan that ends.
pub(crate) fn judge(
    config: &Config,
    store: &Store,
    summary: &mut Summary,
) -> Result<Done, AuditError> {
    let judge = Judge::new(config.plans.clone(), config.judging.clone())?;
    let today = config.judging.today;
    let mut round = Round::new(
        store,
        judge,
        &summary.scan.roots,
        (today, summary.scan.id),
        &config.program,
    );
    round.threads = config.threads;
    summary.judged_under = format!("{} {today}", round.standing.under);
    let done = round.run()?;
    summary.level = done.level;
    summary.is_unchanged = done.extent == Extent::Some(0) && !done.has_changes;
    Ok(done)
}

/// Judges what a store holds by other plans or for another day, without reading any file. `program` is the version that judges.
///
/// # Errors
/// When a hold is no pattern, or the store cannot be read or written.
pub fn judge_stored(
    plans: Vec<Plan>,
    settings: Settings,
    store: &Store,
    program: &str,
) -> Result<Extent, AuditError> {
    let today = settings.today;
    let scan = store.find_last_scan()?.unwrap_or_default();
    let judge = Judge::new(plans, settings)?;
    let round = Round::new(store, judge, &scan.roots, (today, scan.id), program);
    Ok(round.run()?.extent)
}

impl<'a> Round<'a> {
    fn new(
        store: &'a Store,
        judge: Judge,
        roots: &[Root],
        (today, scan): (Date, u64),
        program: &str,
    ) -> Self {
        let mut sorted: Vec<&Root> = roots.iter().collect();
        sorted.sort_by(|one, other| one.name.cmp(&other.name));
        let parts = format!("{program}{}{sorted:?}", judge.basis());
        let mut names: Vec<RootName> = sorted.iter().map(|root| root.name.clone()).collect();
        names.dedup();
        Round {
            store,
            judge,
            counting: Counting::new(roots, Figures::default()),
            roots: names,
            standing: Standing {
                under: blake3::hash(parts.as_bytes()).to_hex().to_string(),
                today,
                scan,
                ..Standing::default()
            },
            threads: 0,
        }
    }

    fn run(self) -> Result<Done, AuditError> {
        let before = self.store.find_judged()?;
        let before: Option<Standing> = before.and_then(|text| serde_json::from_str(&text).ok());
        let standing = before.filter(|before| {
            before.under == self.standing.under && before.today <= self.standing.today
        });
        match standing {
            Some(before) => match nights::plan(&self)? {
                Some(planned) => nights::judge(self, &before, planned),
                None => self.judge_all(),
            },
            None => self.judge_all(),
        }
    }

    pub(crate) fn judge_all(mut self) -> Result<Done, AuditError> {
        // Killed in the middle, the next run must not take these verdicts for all.
        self.store.forget_judged()?;
        let mut several = Several::default();
        self.store.for_each_content(&mut |hash| several.add(hash))?;
        self.judge.expect(several);
        let passes = Passes::new(self.store, &self.roots, self.threads)?;
        passes.collect(&mut self.judge)?;
        let level = passes.judge(&self.judge, &mut self.counting)?;
        self.settle(level, Extent::All)
    }

    fn settle(self, level: Level, extent: Extent) -> Result<Done, AuditError> {
        let figures = self.counting.figures;
        let standing = self.standing.with(&figures, level);
        let verdicts = self.store.write_verdicts()?;
        verdicts.settle(&text(&standing))?;
        verdicts.commit()?;
        Ok(Done {
            figures,
            level,
            extent,
            has_changes: true,
        })
    }
}

pub(crate) fn text(standing: &Standing) -> String {
    serde_json::to_string(standing).unwrap_or_default()
}

/// A verdict that waits to be written.
pub(crate) struct Ready {
    pub written: Written,
    pub share: Share,
}

impl Ready {
    /// Judges a file.
    pub(crate) fn new(judge: &Judge, counting: &Counting, one: ToJudge) -> Self {
        let judged = judge.judge(&one.record);
        let share = counting.share(&one, &judged.verdict);
        let footing = Footing {
            until: judged.until,
            level: one.record.assessment.level,
            ..footing(one.id, &judged.ties)
        };
        let counts = serde_json::to_string(&share).unwrap_or_default();
        Ready {
            written: Written::new(one, judged.verdict, footing, counts),
            share,
        }
    }
}

/// What a file has in common with others, as the store keeps it.
pub(crate) fn footing(item: i64, ties: &Ties) -> Footing {
    let tie = |kind: u8, key: Option<&[u8]>| key.map(|key| number(kind, key));
    Footing {
        item,
        minute: ties.minute,
        ties: [
            tie(b'd', ties.dossier.as_deref().map(str::as_bytes)),
            tie(b's', ties.series.as_deref().map(str::as_bytes)),
            tie(b'c', ties.content.as_ref().map(<[u8; 16]>::as_slice)),
            tie(b'v', ties.version.as_deref().map(str::as_bytes)),
        ],
        ..Footing::default()
    }
}

/// Keys that differ may have the same number: then more is judged than need be.
fn number(kind: u8, key: &[u8]) -> i64 {
    let mut hasher = blake3::Hasher::new();
    let hash = hasher.update(&[kind]).update(key).finalize();
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    i64::from_le_bytes(bytes)
}
