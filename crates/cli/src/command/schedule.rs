//! `schedule`: has the system run a scan every night.

use crate::args::{ScanFlags, ScheduleCommand, ScheduleFlags, ScheduleKind, Scheduled};
use crate::conduct::{Window, time};
use crate::{merge, output, places, settings};
use anyhow::{Context, Result};
use jiff::civil::Time;
use sporhund_model::Arg;
use sporhund_report::Messages;
use std::path::{Path, PathBuf};

/// When a scan begins for which nothing is said.
const EVENING: Time = Time::constant(20, 0, 0, 0);

/// A file that the system is to read.
struct Unit {
    name: String,
    text: String,
}

/// What is run, where and when.
struct Job {
    program: PathBuf,
    config: PathBuf,
    profile: Option<String>,
    at: Time,
    user: String,
    /// Folders that the scan writes to, and those that it reads.
    writes: Vec<PathBuf>,
    reads: Vec<PathBuf>,
    nice: u8,
}

/// Runs the command.
pub fn run(flags: &ScheduleFlags, messages: &Messages) -> Result<u8> {
    match &flags.command {
        ScheduleCommand::Print { what } => {
            let units = units(what)?;
            output::write_to(None, |to| {
                for unit in &units {
                    writeln!(to, "# {}", unit.name)?;
                    writeln!(to, "{}", unit.text)?;
                }
                Ok(())
            })?;
        }
        ScheduleCommand::Install { what, dir } => install(what, dir.as_deref(), messages)?,
    }
    Ok(0)
}

fn kind(what: &Scheduled) -> ScheduleKind {
    what.kind.unwrap_or(if cfg!(windows) {
        ScheduleKind::Windows
    } else {
        ScheduleKind::Systemd
    })
}

fn units(what: &Scheduled) -> Result<Vec<Unit>> {
    let job = job(what)?;
    Ok(match kind(what) {
        ScheduleKind::Systemd => vec![
            Unit {
                name: format!("{}.service", job.name()),
                text: job.service(),
            },
            Unit {
                name: format!("{}.timer", job.name()),
                text: job.timer(),
            },
        ],
        ScheduleKind::Cron => vec![Unit {
            name: job.name(),
            text: job.cron(),
        }],
        ScheduleKind::Windows => vec![Unit {
            name: format!("{}.xml", job.name()),
            text: job.task(),
        }],
    })
}

fn install(what: &Scheduled, dir: Option<&Path>, messages: &Messages) -> Result<()> {
    let usual = match kind(what) {
        ScheduleKind::Systemd => "/etc/systemd/system",
        ScheduleKind::Cron => "/etc/cron.d",
        ScheduleKind::Windows => ".",
    };
    let dir = dir.unwrap_or(Path::new(usual));
    let units = units(what)?;
    for unit in &units {
        let path = dir.join(&unit.name);
        output::write_shared(&path, |to| Ok(to.write_all(unit.text.as_bytes())?))?;
        let path = path.display().to_string();
        crate::logs::tell(&messages.text("schedule-written", &[("path", path.into())]));
    }
    let name = units
        .last()
        .map(|unit| unit.name.clone())
        .unwrap_or_default();
    let next = match kind(what) {
        ScheduleKind::Systemd => {
            format!("systemctl daemon-reload && systemctl enable --now {name}")
        }
        ScheduleKind::Cron => return Ok(()),
        ScheduleKind::Windows => {
            let task = name.trim_end_matches(".xml");
            format!("schtasks /Create /TN {task} /XML {name} /RU SYSTEM")
        }
    };
    crate::logs::tell(&messages.text("schedule-next", &[("command", Arg::from(next))]));
    Ok(())
}

fn job(what: &Scheduled) -> Result<Job> {
    let flags = merge::merged(&ScanFlags {
        config: Some(what.config.clone()),
        profile_name: what.profile.clone(),
        ..ScanFlags::default()
    })?;
    let window = flags.window.as_deref().map(Window::parse).transpose()?;
    let at = match (&what.at, window) {
        (Some(text), _) => time(text).context("--at")?,
        (None, Some(window)) => window.from,
        (None, None) => EVENING,
    };
    Ok(Job {
        program: std::env::current_exe().context("find the program's own file")?,
        config: places::absolute(&what.config),
        profile: what.profile.clone(),
        at,
        user: what.user.clone(),
        writes: writes(&flags),
        reads: settings::roots(&flags)?
            .iter()
            .map(|root| places::absolute(&root.path))
            .collect(),
        nice: flags.nice.unwrap_or(10),
    })
}

/// The folders of the files that a scan writes.
fn writes(flags: &ScanFlags) -> Vec<PathBuf> {
    let files = [
        &flags.store,
        &flags.key,
        &flags.output,
        &flags.report,
        &flags.metrics,
    ];
    let mut folders: Vec<PathBuf> = files
        .into_iter()
        .flatten()
        .filter_map(|file| places::absolute(file).parent().map(Path::to_path_buf))
        .collect();
    folders.sort();
    folders.dedup();
    folders
}

impl Job {
    fn name(&self) -> String {
        let word = |sign: char| {
            if sign.is_ascii_alphanumeric() {
                sign
            } else {
                '-'
            }
        };
        match &self.profile {
            Some(profile) => format!("sporhund-{}", profile.chars().map(word).collect::<String>()),
            None => "sporhund".to_owned(),
        }
    }

    fn arguments(&self) -> Vec<String> {
        let mut arguments = vec!["scan".to_owned(), "--config".to_owned()];
        arguments.push(self.config.display().to_string());
        if let Some(profile) = &self.profile {
            arguments.extend(["--profile".to_owned(), profile.clone()]);
        }
        arguments
    }

    /// A service that may read what it scans, write what it keeps, and nothing else. Its workers confine themselves further,
    /// which needs no right of the system's (landlock, seccomp).
    fn service(&self) -> String {
        let quoted: Vec<String> = std::iter::once(self.program.display().to_string())
            .chain(self.arguments())
            .map(|word| quote_unit(&word))
            .collect();
        let paths = |name: &str, paths: &[PathBuf]| -> String {
            let line = |path: &PathBuf| format!("{name}={}\n", quote_path(path));
            paths.iter().map(line).collect()
        };
        SERVICE
            .replace("{command}", &quoted.join(" "))
            .replace("{user}", &self.user)
            .replace("{nice}", &self.nice.to_string())
            .replace("{writes}", &paths("ReadWritePaths", &self.writes))
            .replace("{reads}", &paths("ReadOnlyPaths", &self.reads))
    }

    fn timer(&self) -> String {
        let at = self.at.strftime("%H:%M:%S").to_string();
        TIMER.replace("{at}", &at)
    }

    fn cron(&self) -> String {
        // A per cent sign ends the command in a crontab (crontab(5)).
        let words: Vec<String> = std::iter::once(self.program.display().to_string())
            .chain(self.arguments())
            .map(|word| quote_shell(&word).replace('%', "\\%"))
            .collect();
        let (minute, hour) = (self.at.minute(), self.at.hour());
        format!(
            "{minute} {hour} * * * {} nice -n {} {} --log-format json 2>&1 | logger -t {}\n",
            self.user,
            self.nice,
            words.join(" "),
            self.name()
        )
    }

    fn task(&self) -> String {
        let at = self.at.strftime("%H:%M:%S").to_string();
        let arguments: Vec<String> = self
            .arguments()
            .iter()
            .map(|word| {
                if word.contains(' ') {
                    format!("\"{word}\"")
                } else {
                    word.clone()
                }
            })
            .collect();
        TASK.replace("{at}", &at)
            .replace(
                "{command}",
                &escape_xml(&self.program.display().to_string()),
            )
            .replace("{arguments}", &escape_xml(&arguments.join(" ")))
    }
}

const SERVICE: &str = include_str!("schedule/sporhund.service");
const TIMER: &str = include_str!("schedule/sporhund.timer");
const TASK: &str = include_str!("schedule/sporhund.xml");

/// `%` and `$` have a meaning in units; a word with white space is quoted (systemd.service(5)).
fn quote_unit(word: &str) -> String {
    let word = word.replace('%', "%%").replace('$', "$$");
    if word
        .chars()
        .all(|sign| sign.is_alphanumeric() || "/._-%$=:+,@".contains(sign))
    {
        word
    } else {
        format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// A path that is not there is no error of the unit: `-` in front.
fn quote_path(path: &Path) -> String {
    let word = format!("-{}", path.display()).replace('%', "%%");
    if word.contains(char::is_whitespace) {
        format!("\"{word}\"")
    } else {
        word
    }
}

fn quote_shell(word: &str) -> String {
    if word
        .chars()
        .all(|sign| sign.is_alphanumeric() || "/._-=:+,@".contains(sign))
    {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

fn escape_xml(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(config: &str) -> Job {
        Job {
            program: "/usr/bin/sporhund".into(),
            config: config.into(),
            profile: Some("natt & dag".into()),
            at: Time::constant(20, 5, 0, 0),
            user: "sporhund".into(),
            writes: vec!["/var/lib/sporhund".into()],
            reads: vec!["/srv/my share".into()],
            nice: 10,
        }
    }

    #[test]
    fn names_with_signs_of_their_own_are_quoted_everywhere() {
        let job = job("/etc/50% av \"allt\".toml");
        let service = job.service();
        assert!(
            service.contains(r#""/etc/50%% av \"allt\".toml""#),
            "{service}"
        );
        assert!(
            service.contains("ReadOnlyPaths=\"-/srv/my share\""),
            "{service}"
        );
        assert!(
            job.cron()
                .starts_with("5 20 * * * sporhund nice -n 10 /usr/bin/sporhund scan")
        );
        assert!(
            job.cron().contains(r#"'/etc/50\% av "allt".toml'"#),
            "{}",
            job.cron()
        );
        assert!(job.task().contains("natt &amp; dag"), "{}", job.task());
        assert_eq!(job.name(), "sporhund-natt---dag");
    }

    #[test]
    fn no_mark_is_left_to_fill_in() {
        let job = job("/etc/sporhund.toml");
        for text in [job.service(), job.timer(), job.task(), job.cron()] {
            assert!(!text.contains('{') && !text.contains('}'), "{text}");
        }
    }
}
