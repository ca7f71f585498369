//! Tells how a run ended to people and monitors: counts and codes only, no path, no name and no value.

use crate::args::{MailSetting, Protection, ScanFlags, When};
use anyhow::{Context, Result};
use serde::Serialize;
use sporhund_audit::Summary;
use sporhund_model::Arg;
use sporhund_model::history::measure;
use sporhund_notify as wire;
use sporhund_report::Messages;

/// What a webhook is told.
#[derive(Serialize)]
struct Posted<'a> {
    program: &'a str,
    version: &'a str,
    host: String,
    scan: u64,
    exit_code: u8,
    complete: bool,
    files: u64,
    unchanged: u64,
    gone: u64,
    bytes_read: u64,
    findings: u64,
    sensitive_documents: u64,
    overdue_documents: u64,
    failed_files: u64,
    not_reached_files: u64,
    roots: usize,
    roots_not_read: Vec<&'a str>,
}

/// Tells of a run as the configuration wants. That nobody could be told is no error of the run, but stands in the log.
pub fn tell(flags: &ScanFlags, summary: &Summary, exit_code: u8, messages: &Messages) {
    let is_wanted = |when: When| when == When::Always || exit_code != 0;
    if let Some(mail) = flags.mail.as_ref().filter(|mail| is_wanted(mail.when)) {
        log(messages, send(mail, summary, exit_code, messages));
    }
    if let Some(hook) = flags.webhook.as_ref().filter(|hook| is_wanted(hook.when)) {
        let json = serde_json::to_string(&posted(summary, exit_code)).unwrap_or_default();
        log(messages, wire::post(&hook.url, &json).context("webhook"));
    }
}

fn log(messages: &Messages, sent: Result<()>) {
    if let Err(error) = sent {
        let args = [("why", Arg::from(format!("{error:#}")))];
        crate::logs::warn(&messages.text("notify-failed", &args));
    }
}

fn send(
    setting: &MailSetting,
    summary: &Summary,
    exit_code: u8,
    messages: &Messages,
) -> Result<()> {
    let server = wire::Server {
        host: setting.server.clone(),
        port: setting.port,
        tls: match setting.tls {
            Protection::Starttls => wire::Tls::StartTls,
            Protection::Tls => wire::Tls::Whole,
            Protection::None => wire::Tls::None,
        },
        login: login(setting)?,
    };
    let mail = wire::Mail {
        from: setting.from.clone(),
        to: setting.to.clone(),
        subject: subject(summary, exit_code, messages),
        text: text(summary, messages),
    };
    wire::send(&server, &mail).context("mail")
}

/// The password stands in a file of its own, so that the configuration may be read by more people.
fn login(setting: &MailSetting) -> Result<Option<(String, String)>> {
    let Some(user) = &setting.user else {
        return Ok(None);
    };
    let file = setting.password_file.as_ref();
    let file = file.context("mail: a user needs a password-file")?;
    let password = std::fs::read_to_string(file)
        .with_context(|| format!("read the password {}", file.display()))?;
    Ok(Some((user.clone(), password.trim_end().to_owned())))
}

fn subject(summary: &Summary, exit_code: u8, messages: &Messages) -> String {
    let how = if exit_code >= crate::ERROR {
        "mail-subject-trouble"
    } else {
        "mail-subject-done"
    };
    let args = [
        ("files", Arg::from(summary.files())),
        ("host", sporhund_platform::host_name().into()),
    ];
    messages.text(how, &args)
}

fn text(summary: &Summary, messages: &Messages) -> String {
    let mut lines: Vec<String> = trouble(summary, messages);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(done_line(summary, messages));
    let figures = [
        measure::FILES,
        measure::READ,
        measure::WITH_DATA,
        measure::SENSITIVE,
        measure::PERSONS,
        measure::FINDINGS,
        measure::OVERDUE,
        measure::FAILED,
        measure::NOT_REACHED,
    ];
    for measure in figures {
        let label = messages.label(&format!("measure-{}", measure.replace('_', "-")));
        let value = summary.figures.total(None, measure);
        lines.push(format!("{label}: {value}"));
    }
    lines.push(String::new());
    lines.push(messages.label("mail-end"));
    lines.join("\n") + "\n"
}

/// What someone must look at: roots that were not read, and a run that read nothing or far less than the last.
pub fn trouble(summary: &Summary, messages: &Messages) -> Vec<String> {
    let mut lines: Vec<String> = summary
        .roots_not_read
        .iter()
        .map(|(_, note)| messages.note(note))
        .collect();
    if summary.read() == 0 {
        lines.push(messages.label("warning-nothing-read"));
    } else if let Some((now, before)) = summary.far_less {
        let args = [("now", Arg::from(now)), ("before", Arg::from(before))];
        lines.push(messages.text("warning-far-less", &args));
    }
    lines
}

/// One line on what was done.
pub fn done_line(summary: &Summary, messages: &Messages) -> String {
    let args = [
        ("files", Arg::from(summary.files())),
        ("read", Arg::from(summary.read() - summary.unchanged)),
        ("size", Arg::from(messages.bytes(summary.bytes_read))),
        ("unchanged", Arg::from(summary.unchanged)),
    ];
    messages.text("scan-done", &args)
}

fn posted(summary: &Summary, exit_code: u8) -> Posted<'_> {
    let total = |measure| summary.figures.total(None, measure);
    let codes = summary.roots_not_read.iter().map(|(_, note)| &*note.code);
    Posted {
        program: "sporhund",
        version: env!("CARGO_PKG_VERSION"),
        host: sporhund_platform::host_name(),
        scan: summary.scan.id,
        exit_code,
        complete: summary.scan.complete,
        files: summary.files(),
        unchanged: summary.unchanged,
        gone: summary.gone,
        bytes_read: summary.bytes_read,
        findings: total(measure::FINDINGS),
        sensitive_documents: total(measure::SENSITIVE),
        overdue_documents: total(measure::OVERDUE),
        failed_files: total(measure::FAILED),
        not_reached_files: total(measure::NOT_REACHED),
        roots: summary.scan.roots.len(),
        roots_not_read: codes.collect(),
    }
}
