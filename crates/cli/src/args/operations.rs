//! The flags of those who run scans every night.

use super::Format;
use clap::{Args, Subcommand, ValueEnum};
use serde::Deserialize;
use std::path::PathBuf;

/// How the end of a run is told by mail, in a configuration file.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MailSetting {
    pub server: String,
    pub port: Option<u16>,
    pub from: String,
    pub to: Vec<String>,
    #[serde(default)]
    pub tls: Protection,
    pub user: Option<String>,
    pub password_file: Option<PathBuf>,
    #[serde(default)]
    pub when: When,
}

/// How a connection is protected.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Protection {
    /// Plain at first, then TLS; refused where the server cannot.
    #[default]
    Starttls,
    /// TLS from the start.
    Tls,
    /// None: for a relay on the same machine.
    None,
}

/// Which runs are told of.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// All.
    #[default]
    Always,
    /// Those that did not end with 0.
    Trouble,
}

/// Where the summary of a run is posted to, in a configuration file.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WebhookSetting {
    pub url: String,
    #[serde(default)]
    pub when: When,
}

/// Which store, and with which key.
#[derive(Args, Clone)]
pub struct StorePlace {
    #[arg(long, value_name = "FILE")]
    pub store: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
}

#[derive(Args)]
pub struct StoreFlags {
    #[command(subcommand)]
    pub command: StoreCommand,
}

#[derive(Subcommand)]
pub enum StoreCommand {
    Check {
        #[command(flatten)]
        place: StorePlace,
    },
    Vacuum {
        #[command(flatten)]
        place: StorePlace,
    },
    Backup {
        #[arg(value_name = "FILE")]
        to: PathBuf,
        #[command(flatten)]
        place: StorePlace,
    },
    Purge {
        #[arg(long, value_name = "DAYS")]
        older_than: String,
        #[command(flatten)]
        place: StorePlace,
    },
    Rekey {
        #[command(flatten)]
        place: StorePlace,
    },
    Dump {
        #[command(flatten)]
        place: StorePlace,
    },
}

#[derive(Args)]
pub struct HistoryFlags {
    #[command(flatten)]
    pub place: StorePlace,
    #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Args)]
pub struct DiffFlags {
    #[arg(value_name = "A")]
    pub from: Option<u64>,
    #[arg(value_name = "B")]
    pub to: Option<u64>,
    #[command(flatten)]
    pub place: StorePlace,
    #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
    pub format: Format,
}

#[derive(Args)]
pub struct ScheduleFlags {
    #[command(subcommand)]
    pub command: ScheduleCommand,
}

#[derive(Subcommand)]
pub enum ScheduleCommand {
    Print {
        #[command(flatten)]
        what: Scheduled,
    },
    Install {
        #[command(flatten)]
        what: Scheduled,
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

#[derive(Args, Clone)]
pub struct Scheduled {
    #[arg(long, value_enum, value_name = "KIND")]
    pub kind: Option<ScheduleKind>,
    #[arg(long, value_name = "FILE")]
    pub config: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    #[arg(long, value_name = "HH:MM")]
    pub at: Option<String>,
    #[arg(long, value_name = "USER", default_value = "sporhund")]
    pub user: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScheduleKind {
    Systemd,
    Cron,
    Windows,
}
