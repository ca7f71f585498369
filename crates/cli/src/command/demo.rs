//! `demo`: writes a synthetic share, scans it, and checks what was found against what was planted.

use crate::args::{Common, DemoFlags, ScanFlags};
use crate::command::scan::{self, Reporting};
use crate::{ERROR, output, rulebook, settings};
use anyhow::{Context, Result};
use jiff::civil::Date;
use sporhund_audit::Config;
use sporhund_demo::{Manifest, Options, generate};
use sporhund_detector::{Candidate, CheckContext, Separator, Validator};
use sporhund_model::{Arg, Root, RootName};
use sporhund_report::{JsonlOptions, Messages, Occurrences};
use sporhund_score::{Score, Share, measure, read_scan, read_truth_with};
use sporhund_store::{Key, Store};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

/// Writes the share, scans it, reports and checks.
pub fn run(flags: &DemoFlags, common: &Common, messages: &Messages) -> Result<u8> {
    let options = Options::default();
    let manifest = generate(&flags.dir, &options)?;
    tell(messages, "demo-written", &written(&manifest));
    let files = Files::below(&flags.dir);
    files.remove_old()?;
    let key = Key::load_or_create(&files.key)?;
    let mut store = Store::open(&files.store)?;
    store.bind_key(&key)?;
    let config = config(flags, &manifest, options.today, &key, messages)?;
    scan::audit(&config, &mut store, messages)?;
    let reporting = Reporting {
        store: &store,
        messages,
        colour: output::is_coloured(common.color),
        jsonl: JsonlOptions {
            occurrences: Occurrences::All,
            levels: settings::levels(&config.rules),
        },
    };
    reporting.human(None)?;
    reporting.jsonl(Some(&files.jsonl))?;
    reporting.html(&files.report)?;
    let score = check(&manifest, &files.jsonl, &config)?;
    output::write_to(None, |to| {
        write_check(to, &score, &files, flags.list, messages)
    })?;
    Ok(if agrees(&score) { 0 } else { ERROR })
}

/// What lies beside the share.
struct Files {
    store: PathBuf,
    key: PathBuf,
    jsonl: PathBuf,
    report: PathBuf,
}

impl Files {
    fn below(dir: &Path) -> Self {
        Files {
            store: dir.join("store.sqlite"),
            key: dir.join("fingerprint.key"),
            jsonl: dir.join("findings.jsonl"),
            report: dir.join("report.html"),
        }
    }

    /// The store of an earlier demo would hide what this one has to read.
    fn remove_old(&self) -> Result<()> {
        for ending in ["", "-wal", "-shm"] {
            let mut path = self.store.clone().into_os_string();
            path.push(ending);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("remove {}", path.display()));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn config(
    flags: &DemoFlags,
    manifest: &Manifest,
    today: Date,
    key: &Key,
    messages: &Messages,
) -> Result<Config> {
    let scan_flags = ScanFlags {
        paths: vec![manifest.share.clone()],
        plan: manifest.plans.clone(),
        today: Some(today),
        threads: flags.threads,
        occurrences: Some(crate::args::Occurrences::All),
        ..ScanFlags::default()
    };
    let mut config = settings::audit(&scan_flags, key, messages.language())?;
    config.roots = vec![Root {
        name: RootName("demo".to_owned()),
        path: manifest.share.clone(),
        display: String::new(),
        controller: "Exempelkommun".to_owned(),
        unit: None,
    }];
    Ok(config)
}

fn written(manifest: &Manifest) -> [(&'static str, Arg); 4] {
    [
        ("path", manifest.share.display().to_string().into()),
        ("files", manifest.files.into()),
        ("planted", manifest.planted.into()),
        ("verdicts", manifest.verdicts.into()),
    ]
}

fn tell(messages: &Messages, id: &str, args: &[(&str, Arg)]) {
    // Nobody reads stderr any more: the demo goes on.
    let _ = writeln!(std::io::stderr(), "{}", messages.text(id, args));
}

/// Compares fingerprints: what was planted is hashed with the key of the scan, so that no value needs to be shown.
fn check(manifest: &Manifest, jsonl: &Path, config: &Config) -> Result<Score> {
    let open = |path: &Path| File::open(path).map(BufReader::new);
    let hashing = Hashing::new(config);
    let truth = read_truth_with(open(&manifest.truth)?, |rule, value| {
        hashing.key(rule, value)
    })
    .with_context(|| format!("read {}", manifest.truth.display()))?;
    let scan = read_scan(open(jsonl)?).with_context(|| format!("read {}", jsonl.display()))?;
    Ok(measure(&truth, &scan, &sporhund_score::Options::default()))
}

/// Brings planted values to the normal form of their rule's validator.
struct Hashing<'a> {
    config: &'a Config,
    validators: BTreeMap<&'static str, Box<dyn Validator>>,
}

impl<'a> Hashing<'a> {
    fn new(config: &'a Config) -> Self {
        let named = |validator: Box<dyn Validator>| (validator.name(), validator);
        Hashing {
            config,
            validators: rulebook::validators().into_iter().map(named).collect(),
        }
    }

    /// The fingerprint of a value; the value itself where its rule does not take it, which then counts as missed.
    fn key(&self, rule: &str, value: &str) -> String {
        self.find_key(rule, value)
            .unwrap_or_else(|| value.to_owned())
    }

    fn find_key(&self, rule: &str, value: &str) -> Option<String> {
        let mut rules = self.config.rules.list();
        let (.., file) = rules.find(|(id, ..)| id.as_str() == rule)?;
        let validator = self.validators.get(file.validate.as_deref()?)?;
        let today = self.config.today();
        let context = CheckContext {
            year: today.year().unsigned_abs(),
            month: today.month().unsigned_abs(),
            day: today.day().unsigned_abs(),
        };
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        let candidate = Candidate {
            raw: value,
            digits: if is_number { value.as_bytes() } else { &[] },
            separator: Separator::Hyphen,
            ..Candidate::default()
        };
        let checked = validator.check(&candidate, &context)?;
        let key = &self.config.settings.key;
        Some(
            key.fingerprint(checked.identity, &checked.normal)
                .to_string(),
        )
    }
}

fn agrees(score: &Score) -> bool {
    let is_whole = |share: &Share| share.right == share.of;
    is_whole(&score.all.recall)
        && is_whole(&score.all.precision)
        && is_whole(&score.verdicts)
        && score.differing.is_empty()
}

fn write_check(
    to: &mut dyn Write,
    score: &Score,
    files: &Files,
    list: bool,
    messages: &Messages,
) -> Result<()> {
    let args = [
        ("found", Arg::from(score.all.recall.right)),
        ("planted", Arg::from(score.all.recall.of)),
        ("false", Arg::from(score.wrong.len() as u64)),
        ("right", Arg::from(score.verdicts.right)),
        ("verdicts", Arg::from(score.verdicts.of)),
    ];
    writeln!(to, "\n{}", messages.text("demo-check", &args))?;
    for missed in &score.missed {
        writeln!(to, "  - {} {} ({})", missed.rule, missed.path, missed.part)?;
    }
    for wrong in &score.wrong {
        writeln!(to, "  + {} {}", wrong.rule, wrong.path)?;
    }
    for (path, expected, got) in &score.differing {
        writeln!(to, "  ~ {path}: {got} ({expected})")?;
    }
    if list {
        sporhund_score::table::write_score(score, &mut &mut *to)?;
    }
    let path = |path: &Path| Arg::from(path.display().to_string());
    let args = [
        ("report", path(&files.report)),
        ("jsonl", path(&files.jsonl)),
        ("store", path(&files.store)),
    ];
    Ok(writeln!(to, "\n{}", messages.text("demo-files", &args))?)
}
