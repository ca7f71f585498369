//! `judge`: judges what the last scan stored by other plans, or for another day, without reading any file.

use crate::args::{Common, JudgeFlags, Occurrences};
use crate::command::scan::Reporting;
use crate::settings::{self, OutputChoice, StoreChoice};
use crate::{command, merge, output, rulebook};
use anyhow::{Result, bail};
use sporhund_audit::judge_stored;
use sporhund_model::{ItemRecord, Records, ScanInfo};
use sporhund_report::{JsonlOptions, Messages};
use sporhund_store::Store;
use std::io;

/// Judges and reports.
pub fn run(flags: &JudgeFlags, common: &Common, messages: &Messages) -> Result<u8> {
    let scan_flags = merge::merged(&flags.by.as_scan())?;
    let (plans, judging) = settings::stored(&scan_flags, messages.language())?;
    let choice = settings::settings(&scan_flags)?.store;
    let store = open(&choice, messages)?;
    let _lock = match &choice {
        StoreChoice::Kept(path) => Some(command::store::lock(path)?),
        StoreChoice::Anonymous => None,
    };
    let today = judging.today;
    let names = plans.iter().map(|plan| plan.name.clone()).collect();
    judge_stored(plans, judging, &store, settings::PROGRAM)?;
    let judged = Judged {
        store: &store,
        plans: names,
        today,
    };
    let levels = settings::levels(&rulebook::load(&scan_flags.rules)?);
    let reporting = Reporting {
        store: &judged,
        messages,
        colour: output::is_coloured(common.color),
        jsonl: JsonlOptions {
            levels,
            ..JsonlOptions::default()
        },
    };
    let output = OutputChoice {
        format: flags.format.unwrap_or_default(),
        file: flags.output.clone(),
        report: flags.report.clone(),
        worklist: flags.worklist.clone(),
        occurrences: Occurrences::Samples,
    };
    reporting.write(&output, None)?;
    Ok(0)
}

/// The store of a scan, which must be there.
pub fn open(choice: &StoreChoice, messages: &Messages) -> Result<Store> {
    match choice {
        StoreChoice::Kept(path) if path.exists() => Ok(Store::open(path)?),
        StoreChoice::Kept(path) => {
            let args = [("path", path.display().to_string().into())];
            bail!("{}", messages.text("judge-no-store", &args))
        }
        StoreChoice::Anonymous => bail!("{}", messages.label("judge-nothing-kept")),
    }
}

/// The results of the last scan as they are judged here.
struct Judged<'a> {
    store: &'a Store,
    plans: Vec<String>,
    today: jiff::civil::Date,
}

impl Records for Judged<'_> {
    fn scan(&self) -> io::Result<ScanInfo> {
        let scan = self.store.scan()?;
        Ok(ScanInfo {
            plans: self.plans.clone(),
            today: Some(self.today),
            ..scan
        })
    }

    fn for_each(&self, visit: &mut dyn FnMut(&ItemRecord) -> io::Result<()>) -> io::Result<()> {
        self.store.for_each(visit)
    }
}
