//! `scan`: what lies in some folders, and whether it may still lie there.

use crate::args::{Common, Format, Occurrences, ScanFlags};
use crate::settings::{self, OutputChoice, Settings, StoreChoice};
use crate::{
    ERROR, command, interrupt, locale, logs, merge, metrics, notify, output, places, progress,
};
use anyhow::{Context, Result};
use sporhund_audit::{Config, Ended, Progress, Summary};
use sporhund_model::{Level, Records};
use sporhund_report::summary::Scope;
use sporhund_report::{
    Colour, HtmlOptions, HumanOptions, JsonlOptions, LeftOut, Messages, WorklistOptions,
    write_html, write_human, write_jsonl, write_worklist_csv, write_worklist_xlsx,
};
use sporhund_store::{Difference, Key, Store, Values, WriterLock};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Something at or above `--fail-on` was found.
const FOUND: u8 = 1;

/// Scans, reports, and says how it ended.
pub fn run(flags: &ScanFlags, common: &Common, messages: &Messages) -> Result<u8> {
    let flags = merge::merged(flags)?;
    let own = flags
        .language
        .as_deref()
        .filter(|_| common.language.is_none());
    let chosen = own.map(locale::parse).transpose()?;
    let chosen = chosen.map(locale::messages);
    let messages = chosen.as_ref().unwrap_or(messages);
    logs::begin(flags.log_format.unwrap_or_default());
    if let Some(nice) = flags.nice {
        sporhund_platform::yield_to_others(nice).context("--nice")?;
    }
    let settings = settings::settings(&flags)?;
    let key = key(&flags, &settings)?;
    let config = settings::audit(&flags, &key, messages.language())?;
    let (mut store, _lock) = open_store(&settings, &flags)?;
    store.bind_key(&key)?;
    let before = store.find_last_scan()?.map_or(0, |scan| scan.id);
    let summary = audit(&config, &mut store, messages)?;
    let reporting = Reporting {
        store: &store,
        messages,
        colour: output::is_coloured(common.color),
        jsonl: JsonlOptions {
            occurrences: match settings.output.occurrences {
                Occurrences::All => sporhund_report::Occurrences::All,
                Occurrences::Samples => sporhund_report::Occurrences::Samples,
            },
            levels: settings::levels(&config.rules),
        },
    };
    if flags.changes {
        let between = Difference {
            from: before,
            to: summary.scan.id,
        };
        reporting.changes(&store, between, &settings.output)?;
    } else {
        reporting.write(&settings.output, Some((&store, &summary)))?;
    }
    tell_end(&summary, messages);
    let exit_code = exit_code(&summary, &settings);
    if let Some(path) = &flags.metrics {
        let run = metrics::Run {
            summary: &summary,
            exit_code,
        };
        metrics::write(path, &run)?;
    }
    notify::tell(&flags, &summary, exit_code, messages);
    Ok(exit_code)
}

/// The key of fingerprints: kept beside other settings, or made for this run where nothing is kept.
fn key(flags: &ScanFlags, settings: &Settings) -> Result<Key> {
    let path = match (&flags.key, &settings.store) {
        (Some(path), _) => path.clone(),
        (None, StoreChoice::Kept(_)) => places::default_key()?,
        (None, StoreChoice::Anonymous) => return Ok(Key::generate()?),
    };
    places::make_folder_of(&path)?;
    Ok(Key::load_or_create(&path)?)
}

/// The store, and the right to write to it: a kept one has one writer at a time.
fn open_store(settings: &Settings, flags: &ScanFlags) -> Result<(Store, Option<WriterLock>)> {
    match &settings.store {
        StoreChoice::Kept(path) => {
            places::make_folder_of(path)?;
            let lock = command::store::lock(path)?;
            Ok((Store::open(path)?, Some(lock)))
        }
        StoreChoice::Anonymous => {
            let values = if flags.show_values {
                Values::Keep
            } else {
                Values::Drop
            };
            Ok((Store::anonymous(&std::env::temp_dir(), values)?, None))
        }
    }
}

/// Runs the audit with progress; Ctrl-C ends it with what was found so far.
pub fn audit(config: &Config, store: &mut Store, messages: &Messages) -> Result<Summary> {
    let progress = Progress::default();
    let stop = interrupt::flag()?;
    let result = progress::watch(&progress, messages, || {
        sporhund_audit::run(config, store, &progress, stop)
    });
    result.context("scan")
}

/// Writes results from a store.
pub struct Reporting<'a> {
    pub store: &'a dyn Records,
    pub messages: &'a Messages,
    pub colour: bool,
    pub jsonl: JsonlOptions,
}

impl Reporting<'_> {
    /// Writes all that was asked for, after a run when there was one, whose text its store may keep.
    pub fn write(&self, output: &OutputChoice, run: Option<(&Store, &Summary)>) -> Result<()> {
        match output.format {
            Format::Jsonl => self.jsonl(output.file.as_deref())?,
            Format::Human => match run {
                Some(run) => self.human_or_kept(output.file.as_deref(), run)?,
                None => self.human(output.file.as_deref())?,
            },
        }
        if let Some(path) = &output.report {
            self.html(path)?;
        }
        match &output.worklist {
            Some(path) => self.worklist(path),
            None => Ok(()),
        }
    }

    /// The worklist of each controller, as a workbook or csv by the file's extension.
    fn worklist(&self, path: &Path) -> Result<()> {
        let controllers = self.controllers()?;
        if controllers.len() < 2 {
            return self.worklist_of(path, Scope::default());
        }
        for controller in controllers {
            let file = beside(path, &controller);
            let scope = Scope {
                controller: Some(controller),
            };
            self.worklist_of(&file, scope)?;
        }
        Ok(())
    }

    fn worklist_of(&self, path: &Path, scope: Scope) -> Result<()> {
        let options = WorklistOptions {
            scope,
            ..WorklistOptions::default()
        };
        let is_csv = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        let write = if is_csv {
            write_worklist_csv
        } else {
            write_worklist_xlsx
        };
        let mut left_out = LeftOut::default();
        output::write_to(Some(path), |to| {
            left_out = write(self.store, self.messages, &options, to)?;
            Ok(())
        })?;
        let shown = path.display().to_string();
        let messages = self.messages;
        logs::tell(&messages.text("scan-worklist", &[("path", shown.into())]));
        for (key, count) in [
            ("worklist-groups-left-out", left_out.of_groups),
            ("worklist-left-out", left_out.files),
        ] {
            if count > 0 {
                logs::warn(&messages.text(key, &[("n", count.into())]));
            }
        }
        Ok(())
    }

    fn controllers(&self) -> Result<BTreeSet<String>> {
        let scan = self.store.scan()?;
        let names = scan.roots.iter().map(|root| root.controller.clone());
        Ok(names.collect())
    }

    /// What differs from the scan before.
    fn changes(&self, store: &Store, between: Difference, output: &OutputChoice) -> Result<()> {
        let messages = self.messages;
        output::write_to(output.file.as_deref(), |to| {
            command::diff::write_changes(store, between, output.format, messages, to)
        })?;
        match &output.report {
            Some(path) => self.html(path),
            None => Ok(()),
        }
    }

    /// The JSON lines.
    pub fn jsonl(&self, file: Option<&Path>) -> Result<()> {
        output::write_to(file, |to| Ok(write_jsonl(self.store, &self.jsonl, to)?))
    }

    /// The summary in words, which asks for every file in the store: while the store says the same, so does the text.
    fn human_or_kept(
        &self,
        file: Option<&Path>,
        (store, summary): (&Store, &Summary),
    ) -> Result<()> {
        let scan = &summary.scan;
        let name = format!(
            "{}:{}:{}:{}:{:?}",
            scan.program,
            self.messages.language().tag(),
            self.colour && file.is_none(),
            summary.judged_under,
            (scan.complete, &scan.notes)
        );
        let kept = store.find_text(&name)?;
        let text = if let Some(text) = kept.filter(|_| summary.is_unchanged) {
            text
        } else {
            let mut text = Vec::new();
            self.write_human(file, &mut text)?;
            let text = String::from_utf8_lossy(&text).into_owned();
            store.put_text(&name, &text)?;
            text
        };
        output::write_to(file, |to| Ok(to.write_all(text.as_bytes())?))
    }

    /// The summary in words.
    pub fn human(&self, file: Option<&Path>) -> Result<()> {
        output::write_to(file, |to| self.write_human(file, to))
    }

    fn write_human(&self, file: Option<&Path>, to: &mut dyn Write) -> Result<()> {
        let options = HumanOptions {
            colour: if self.colour && file.is_none() {
                Colour::Always
            } else {
                Colour::Never
            },
            ..HumanOptions::default()
        };
        Ok(write_human(self.store, self.messages, &options, to)?)
    }

    /// The page; where there are several controllers it holds counts only, and each gets a page of its own beside it.
    pub fn html(&self, path: &Path) -> Result<()> {
        self.page(path, None)?;
        let controllers = self.controllers()?;
        if controllers.len() > 1 {
            for controller in controllers {
                self.page(&beside(path, &controller), Some(controller))?;
            }
        }
        Ok(())
    }

    fn page(&self, path: &Path, controller: Option<String>) -> Result<()> {
        let options = HtmlOptions {
            scope: Scope { controller },
        };
        output::write_to(Some(path), |to| {
            Ok(write_html(self.store, self.messages, &options, to)?)
        })?;
        let shown = path.display().to_string();
        logs::tell(&self.messages.text("scan-report", &[("path", shown.into())]));
        Ok(())
    }
}

/// `report.html` becomes `report-kommunstyrelsen.html`.
fn beside(path: &Path, controller: &str) -> PathBuf {
    let word = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = controller.to_lowercase().chars().map(word).collect();
    let name = if name.is_empty() { "other" } else { &name };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{name}.{extension}"))
}

fn tell_end(summary: &Summary, messages: &Messages) {
    logs::tell(&notify::done_line(summary, messages));
    for line in notify::trouble(summary, messages) {
        logs::warn(&line);
    }
    match summary.ended {
        Ended::Whole => {}
        Ended::StopTime => logs::tell(&messages.label("scan-stop-time")),
        Ended::Stopped => logs::warn(&messages.label("scan-stopped")),
    }
}

fn exit_code(summary: &Summary, settings: &Settings) -> u8 {
    // A run whose time was over goes on next time: that is how it is meant.
    let is_whole = summary.roots_not_read.is_empty() && summary.ended != Ended::Stopped;
    if !is_whole || summary.read() == 0 || summary.failed_share() > settings.max_failed_share {
        return ERROR;
    }
    let reaches = |level: &Level| summary.level >= *level;
    u8::from(settings.fail_on.as_ref().is_some_and(reaches)) * FOUND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_controller_has_a_file_of_its_own() {
        let path = Path::new("out/report.html");
        assert_eq!(
            beside(path, "Vård- och omsorgsnämnden"),
            Path::new("out/report-vård--och-omsorgsnämnden.html")
        );
        assert_eq!(beside(path, ""), Path::new("out/report-other.html"));
    }
}
