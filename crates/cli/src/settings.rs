//! Flags and configuration file become one checked configuration before any work starts.

use crate::args::{Format, Occurrences, RootSetting, ScanFlags};
use crate::{args, conduct, places, plans, rulebook};
use anyhow::{Context, Result, bail};
use bytesize::ByteSize;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use sporhund_audit::Config;
use sporhund_detect as detect;
use sporhund_extract::Limits;
use sporhund_model::{Category, Confidence, Level, Root, RootName, RuleId};
use sporhund_platform::WorkerCommand;
use sporhund_report::{Language, Levels};
use sporhund_retention::judge;
use sporhund_retention::plan::Plan;
use sporhund_store::Key;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What is less sure than this is not shown.
pub const MIN_CONFIDENCE: f64 = 0.5;
/// So large a share of failed files makes a run fail.
pub const MAX_FAILED_SHARE: f64 = 0.05;
/// The program's version.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// Memory of the program and its workers together.
pub const MEMORY: ByteSize = ByteSize::gib(1);

/// What a scan is told to do, besides the audit itself.
pub struct Settings {
    /// Where results are kept.
    pub store: StoreChoice,
    /// How they are written, and where to.
    pub output: OutputChoice,
    /// From which level on a finding makes the exit code 1.
    pub fail_on: Option<Level>,
    /// From which share of failed files on the run has failed.
    pub max_failed_share: f64,
}

/// Where results are kept.
pub enum StoreChoice {
    /// In this file.
    Kept(PathBuf),
    /// In a file of its own that is removed at the end.
    Anonymous,
}

/// How results are written.
pub struct OutputChoice {
    pub format: Format,
    pub file: Option<PathBuf>,
    pub report: Option<PathBuf>,
    pub worklist: Option<PathBuf>,
    pub occurrences: Occurrences,
}

/// The settings of a scan that do not concern the audit.
pub fn settings(flags: &ScanFlags) -> Result<Settings> {
    let fail_on = flags.fail_on.as_deref();
    let fail_on = fail_on.map(|word| level("--fail-on", word)).transpose()?;
    let max_failed_share = flags.max_failed_share.unwrap_or(MAX_FAILED_SHARE);
    share("--max-failed-share", max_failed_share)?;
    let store = if flags.no_store || flags.show_values {
        StoreChoice::Anonymous
    } else {
        StoreChoice::Kept(match &flags.store {
            Some(path) => path.clone(),
            None => places::default_store()?,
        })
    };
    let usual = if flags.show_values {
        Occurrences::All
    } else {
        Occurrences::Samples
    };
    Ok(Settings {
        store,
        output: OutputChoice {
            format: flags.format.unwrap_or_default(),
            file: flags.output.clone(),
            report: flags.report.clone(),
            worklist: flags.worklist.clone(),
            occurrences: flags.occurrences.unwrap_or(usual),
        },
        fail_on,
        max_failed_share,
    })
}

/// What the audit is told to do.
pub fn audit(flags: &ScanFlags, key: &Key, language: Language) -> Result<Config> {
    let today = flags.today.unwrap_or_else(|| ZonedDateTime::now().date());
    let rules = rulebook::load(&flags.rules)?;
    let wishes = wishes(flags, &rules)?;
    let rules = rules.with_wishes(wishes);
    let only = only(&flags.only, &rules)?;
    let plans = plans::load_all(&flags.plan)?;
    Ok(Config {
        roots: roots(flags)?,
        excludes: flags.exclude.clone(),
        settings: detection(flags, today, key, only)?,
        rules,
        limits: limits(flags),
        threads: flags.threads.unwrap_or_else(processors).max(1),
        memory: flags.memory.unwrap_or(MEMORY).as_u64(),
        worker: worker()?,
        judging: judging(flags, today, language, &plans)?,
        plans,
        program: PROGRAM.to_owned(),
        conduct: conduct::conduct(flags)?,
    })
}

/// What stored files are judged by: plans and what verdicts are made under.
pub fn stored(flags: &ScanFlags, language: Language) -> Result<(Vec<Plan>, judge::Settings)> {
    let today = flags.today.unwrap_or_else(|| ZonedDateTime::now().date());
    let plans = plans::load_all(&flags.plan)?;
    let judging = judging(flags, today, language, &plans)?;
    Ok((plans, judging))
}

fn judging(
    flags: &ScanFlags,
    today: Date,
    language: Language,
    plans: &[Plan],
) -> Result<judge::Settings> {
    let mut judging = judge::Settings::new(today);
    judging.holds.clone_from(&flags.hold);
    if let Some(file) = &flags.mapping {
        judging.mapping = plans::load_mapping(file)?;
        if let Some(line) = judging.mapping.unresolved(plans).first() {
            bail!("{}: no plan has the row {}", file.display(), line.row);
        }
    }
    if let Some(file) = &flags.cases {
        judging.cases = plans::load_cases(file)?;
    }
    judging.language = match plans.first() {
        Some(plan) => plan.settings.language,
        None if language == Language::Danish => sporhund_retention::plan::Language::Da,
        None => sporhund_retention::plan::Language::Sv,
    };
    Ok(judging)
}

/// What the organisation wants left out or weighed in its own way.
fn wishes(flags: &ScanFlags, rules: &detect::Rules) -> Result<detect::Wishes> {
    let digits = |text: &String| text.chars().filter(char::is_ascii_digit).collect();
    let except = &flags.except;
    let mut wishes = detect::Wishes {
        numbers: except.numbers.iter().map(digits).collect(),
        domains: except
            .domains
            .iter()
            .map(|text| text.to_lowercase())
            .collect(),
        words: except
            .words
            .iter()
            .map(|text| text.to_lowercase())
            .collect(),
        ..detect::Wishes::default()
    };
    for (rule, threshold) in &except.thresholds {
        share(&format!("except.thresholds.{rule}"), *threshold)?;
        for id in only(std::slice::from_ref(rule), rules)? {
            wishes.thresholds.insert(id, Confidence::new(*threshold));
        }
    }
    for (name, word) in &flags.levels {
        let level = level("levels", word)?;
        for id in rules_of(name, rules)? {
            wishes.levels.insert(id, level);
        }
    }
    Ok(wishes)
}

/// The rules of a category, or the one with an id.
fn rules_of(name: &str, rules: &detect::Rules) -> Result<Vec<RuleId>> {
    match Category::find(name) {
        Some(category) => {
            let is_of =
                |(_, found, ..): &(&RuleId, Category, Level, &detect::RuleFile)| *found == category;
            Ok(rules
                .list()
                .filter(is_of)
                .map(|(id, ..)| id.clone())
                .collect())
        }
        None => only(&[name.to_owned()], rules),
    }
}

fn detection(
    flags: &ScanFlags,
    today: Date,
    key: &Key,
    only: Vec<RuleId>,
) -> Result<detect::Settings> {
    let min_confidence = flags.min_confidence.unwrap_or(MIN_CONFIDENCE);
    share("--min-confidence", min_confidence)?;
    let is_all = match flags.occurrences {
        Some(occurrences) => occurrences == Occurrences::All,
        None => flags.show_values,
    };
    Ok(detect::Settings {
        today,
        min_confidence: Confidence::new(min_confidence),
        key: detect::Key::chained(key.id(), key.origin(), key.parts()),
        values: if flags.show_values {
            detect::Values::Keep
        } else {
            detect::Values::Drop
        },
        occurrences: if is_all {
            detect::Occurrences::All
        } else {
            detect::Occurrences::Samples
        },
        only,
    })
}

fn limits(flags: &ScanFlags) -> Limits {
    let usual = Limits::default();
    let size = |given: Option<ByteSize>, usual| given.map_or(usual, |size| size.as_u64());
    Limits {
        max_bytes_out: size(flags.max_bytes_out, usual.max_bytes_out),
        max_member_size: size(flags.max_member_size, usual.max_member_size),
        max_depth: flags.max_depth.unwrap_or(usual.max_depth),
        max_members: flags.max_members.unwrap_or(usual.max_members),
        max_ratio: flags.max_ratio.unwrap_or(usual.max_ratio),
        timeout: flags.timeout.map_or(usual.timeout, Duration::from_secs),
    }
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A worker is this program again, with the hidden command.
pub fn worker() -> Result<WorkerCommand> {
    Ok(WorkerCommand {
        program: std::env::current_exe().context("find the program's own file")?,
        args: vec![args::WORKER.into()],
    })
}

fn only(ids: &[String], rules: &detect::Rules) -> Result<Vec<RuleId>> {
    let known: Vec<&RuleId> = rules.list().map(|(id, ..)| id).collect();
    let find = |text: &String| {
        known
            .iter()
            .find(|id| id.as_str() == text)
            .map(|id| (*id).clone())
            .with_context(|| {
                let all: Vec<&str> = known.iter().map(|id| id.as_str()).collect();
                format!(
                    "--only: there is no rule {text}; right would be one of {}",
                    all.join(", ")
                )
            })
    };
    ids.iter().map(find).collect()
}

/// The level of each finding, by the rules.
pub fn levels(rules: &detect::Rules) -> Levels {
    let by_rule = rules
        .list()
        .map(|(id, _, level, _)| (id.clone(), level))
        .collect();
    Levels {
        by_rule,
        ..Levels::default()
    }
}

fn level(setting: &str, word: &str) -> Result<Level> {
    Level::find(word)
        .filter(|level| *level != Level::None)
        .with_context(|| {
            let words: Vec<&str> = Level::ALL.into_iter().skip(1).map(Level::as_str).collect();
            format!(
                "{setting}: {word} is no level; right would be one of {}",
                words.join(", ")
            )
        })
}

fn share(flag: &str, value: f64) -> Result<()> {
    if (0.0..=1.0).contains(&value) {
        return Ok(());
    }
    bail!("{flag}: {value} is no share; right would be a number from 0 to 1")
}

/// What is scanned: the paths of the command line, or else the roots of the configuration.
pub fn roots(flags: &ScanFlags) -> Result<Vec<Root>> {
    let roots: Vec<Root> = if flags.paths.is_empty() {
        flags.root.iter().map(named_root).collect()
    } else {
        flags
            .paths
            .iter()
            .map(|path| given_root(path, &flags.root))
            .collect()
    };
    if roots.is_empty() {
        bail!("nothing to scan: name a PATH, or roots in a --config file");
    }
    let mut names: Vec<&str> = roots.iter().map(|root| root.name.0.as_str()).collect();
    names.sort_unstable();
    let twice = names
        .iter()
        .zip(names.iter().skip(1))
        .find(|(one, next)| one == next);
    if let Some((name, _)) = twice {
        bail!("two roots have the name {name}; every root needs one of its own");
    }
    Ok(roots)
}

fn named_root(setting: &RootSetting) -> Root {
    Root {
        name: RootName(setting.name.clone()),
        path: setting.path.clone(),
        display: setting.display.clone(),
        controller: setting.controller.clone(),
        unit: setting.unit.clone(),
    }
}

/// A path that is a root of the configuration is that root; any other is named by where it lies.
fn given_root(path: &Path, known: &[RootSetting]) -> Root {
    let absolute = places::absolute(path);
    let root = known
        .iter()
        .find(|root| places::absolute(&root.path) == absolute);
    root.map_or_else(
        || Root {
            name: RootName(absolute.display().to_string()),
            path: path.to_owned(),
            display: String::new(),
            controller: String::new(),
            unit: None,
        },
        named_root,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_values_are_never_kept() {
        let flags = ScanFlags {
            show_values: true,
            store: Some("kept.sqlite".into()),
            ..ScanFlags::default()
        };
        let settings = settings(&flags).unwrap();
        assert!(matches!(settings.store, StoreChoice::Anonymous));
        assert!(settings.output.occurrences == Occurrences::All);
    }

    #[test]
    fn a_path_that_is_a_known_root_keeps_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let known = [RootSetting {
            name: "VON".into(),
            path: folder.path().to_owned(),
            display: String::new(),
            controller: "Nämnden".into(),
            unit: None,
            max_files_per_second: None,
            max_bytes_per_second: None,
        }];
        assert_eq!(given_root(folder.path(), &known).name.0, "VON");
        assert_ne!(given_root(Path::new("/"), &known).name.0, "VON");
    }
}
