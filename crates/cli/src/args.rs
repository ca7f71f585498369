//! The flags. Their help stands in the message files, in every language.

mod operations;

pub use operations::{
    DiffFlags, HistoryFlags, MailSetting, Protection, ScheduleCommand, ScheduleFlags, ScheduleKind,
    Scheduled, StoreCommand, StoreFlags, StorePlace, WebhookSetting, When,
};

use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use serde::Deserialize;
use sporhund_report::Messages;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The hidden command that a worker process runs.
pub const WORKER: &str = "__worker";

#[derive(Parser)]
#[command(name = "sporhund", version, disable_help_subcommand = false)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Args, Clone, Default)]
pub struct Common {
    #[arg(long, global = true, value_name = "en|sv|da")]
    pub language: Option<String>,
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "WHEN"
    )]
    pub color: Color,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// What the organisation wants left out or weighed in its own way, in a configuration file.
#[derive(Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Except {
    /// Numbers that are never findings, such as the own switchboard.
    pub numbers: BTreeSet<String>,
    /// Mail domains whose addresses are official contact data.
    pub domains: BTreeSet<String>,
    /// Texts that are never findings.
    pub words: BTreeSet<String>,
    /// Thresholds of rules that replace `min-confidence`.
    pub thresholds: BTreeMap<String, f64>,
}

/// A root in a configuration file.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RootSetting {
    pub name: String,
    pub path: PathBuf,
    #[serde(default)]
    pub display: String,
    #[serde(default)]
    pub controller: String,
    pub unit: Option<String>,
    /// Files a second that are read of it.
    pub max_files_per_second: Option<f64>,
    /// Bytes a second that are read of it.
    pub max_bytes_per_second: Option<bytesize::ByteSize>,
}

#[derive(Subcommand)]
pub enum Command {
    Scan(Box<ScanFlags>),
    Demo(DemoFlags),
    Rules(RulesFlags),
    Plan(PlanFlags),
    Judge(JudgeFlags),
    Explain(ExplainFlags),
    Config(ConfigFlags),
    Store(StoreFlags),
    History(HistoryFlags),
    Diff(DiffFlags),
    Schedule(ScheduleFlags),
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    #[default]
    Human,
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Occurrences {
    Samples,
    All,
}

/// The settings of a scan: as flags, and by the same names in a configuration file.
#[derive(Args, Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct ScanFlags {
    #[arg(value_name = "PATH")]
    #[serde(skip)]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    #[arg(long = "profile", id = "profile", value_name = "NAME")]
    #[serde(skip)]
    pub profile_name: Option<String>,
    #[arg(skip)]
    pub profile: BTreeMap<String, ScanFlags>,
    #[arg(skip)]
    pub root: Vec<RootSetting>,
    /// The roots of a profile, by name.
    #[arg(skip)]
    pub roots: Vec<String>,
    #[arg(skip)]
    pub mail: Option<MailSetting>,
    #[arg(skip)]
    pub webhook: Option<WebhookSetting>,
    #[arg(skip)]
    pub language: Option<String>,
    #[arg(skip)]
    pub except: Except,
    /// How much protection each rule or category asks for, where the organisation has its own map; only in a configuration
    /// file.
    #[arg(skip)]
    pub levels: BTreeMap<String, String>,
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,

    #[arg(long, value_name = "FILE", help_heading = "retention")]
    pub plan: Vec<PathBuf>,
    #[arg(long, value_name = "DATE", help_heading = "retention")]
    pub today: Option<jiff::civil::Date>,
    #[arg(long, value_name = "GLOB", help_heading = "retention")]
    pub hold: Vec<String>,
    #[arg(long, value_name = "FILE", help_heading = "retention")]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help_heading = "retention")]
    pub cases: Option<PathBuf>,

    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "output")]
    pub format: Option<Format>,
    #[arg(short, long, value_name = "FILE", help_heading = "output")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FILE.html", help_heading = "output")]
    pub report: Option<PathBuf>,
    #[arg(long, value_name = "FILE.xlsx", help_heading = "output")]
    pub worklist: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "WHICH", help_heading = "output")]
    pub occurrences: Option<Occurrences>,
    #[arg(long, help_heading = "output")]
    pub show_values: bool,
    #[arg(long, value_name = "LEVEL", help_heading = "output")]
    pub fail_on: Option<String>,
    #[arg(long, value_name = "SHARE", help_heading = "output")]
    pub max_failed_share: Option<f64>,
    #[arg(long, help_heading = "output")]
    pub changes: bool,

    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "operations")]
    pub log_format: Option<LogFormat>,
    #[arg(long, value_name = "FILE.prom", help_heading = "operations")]
    pub metrics: Option<PathBuf>,
    #[arg(long, value_name = "HH:MM-HH:MM", help_heading = "operations")]
    pub window: Option<String>,
    #[arg(long, value_name = "HH:MM", help_heading = "operations")]
    pub stop_at: Option<String>,
    #[arg(long, value_name = "MINUTES", help_heading = "operations")]
    pub stop_after: Option<f64>,
    #[arg(long, value_name = "N", help_heading = "operations")]
    pub nice: Option<u8>,
    #[arg(long, value_name = "N", help_heading = "operations")]
    pub max_files_per_second: Option<f64>,
    #[arg(long, value_name = "SIZE", help_heading = "operations")]
    pub max_bytes_per_second: Option<bytesize::ByteSize>,
    #[arg(long, value_name = "SECONDS", help_heading = "operations")]
    pub root_timeout: Option<f64>,
    #[arg(long, value_name = "ROOT", help_heading = "operations")]
    #[serde(skip)]
    pub accept_loss: Vec<String>,
    #[arg(long, value_name = "batches:N|bytes:N", hide = true)]
    #[serde(skip)]
    pub crash_after: Option<String>,
    #[arg(long, value_name = "N", hide = true)]
    #[serde(skip)]
    pub batch_size: Option<usize>,

    #[arg(
        long,
        value_name = "RULE,…",
        value_delimiter = ',',
        help_heading = "detection"
    )]
    pub only: Vec<String>,
    #[arg(long, value_name = "DIR", help_heading = "detection")]
    pub rules: Vec<PathBuf>,
    #[arg(long, value_name = "SHARE", help_heading = "detection")]
    pub min_confidence: Option<f64>,

    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "no_store",
        help_heading = "state"
    )]
    pub store: Option<PathBuf>,
    #[arg(long, help_heading = "state")]
    pub no_store: bool,
    #[arg(long, value_name = "FILE", help_heading = "state")]
    pub key: Option<PathBuf>,

    #[arg(long, value_name = "N", help_heading = "limits")]
    pub threads: Option<usize>,
    #[arg(long, value_name = "SIZE", help_heading = "limits")]
    pub memory: Option<bytesize::ByteSize>,
    #[arg(long, value_name = "SECONDS", help_heading = "limits")]
    pub timeout: Option<u64>,
    #[arg(long, value_name = "SIZE", help_heading = "limits")]
    pub max_bytes_out: Option<bytesize::ByteSize>,
    #[arg(long, value_name = "SIZE", help_heading = "limits")]
    pub max_member_size: Option<bytesize::ByteSize>,
    #[arg(long, value_name = "N", help_heading = "limits")]
    pub max_depth: Option<u32>,
    #[arg(long, value_name = "N", help_heading = "limits")]
    pub max_members: Option<u32>,
    #[arg(long, value_name = "N", help_heading = "limits")]
    pub max_ratio: Option<u32>,
}

#[derive(Args)]
pub struct DemoFlags {
    #[arg(value_name = "DIR", default_value = "sporhund-demo")]
    pub dir: PathBuf,
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    #[arg(long)]
    pub list: bool,
    #[arg(long)]
    pub verdicts: bool,
}

#[derive(Args)]
pub struct RulesFlags {
    #[command(subcommand)]
    pub command: RulesCommand,
}

#[derive(Subcommand)]
pub enum RulesCommand {
    Check {
        #[arg(value_name = "DIR")]
        dirs: Vec<PathBuf>,
    },
    List {
        #[arg(long, value_name = "DIR")]
        rules: Vec<PathBuf>,
    },
    Show {
        #[arg(value_name = "RULE")]
        id: String,
        #[arg(long, value_name = "DIR")]
        rules: Vec<PathBuf>,
    },
    Test {
        #[arg(
            long,
            value_name = "TEXT",
            required_unless_present = "file",
            conflicts_with = "file"
        )]
        text: Option<String>,
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "DIR")]
        rules: Vec<PathBuf>,
    },
}

#[derive(Args)]
pub struct PlanFlags {
    #[command(subcommand)]
    pub command: PlanCommand,
}

#[derive(Subcommand)]
pub enum PlanCommand {
    Check {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
        format: PlanFormat,
    },
    Explain {
        #[arg(value_name = "PHRASE")]
        phrase: String,
        #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
        format: Format,
    },
    Link {
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        by: StoredFlags,
        #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
        format: Format,
    },
    Suggest {
        #[command(flatten)]
        by: StoredFlags,
        #[arg(long, value_name = "N", default_value_t = 40)]
        limit: usize,
    },
}

/// What stored files are linked and judged by.
#[derive(Args, Clone, Default)]
pub struct StoredFlags {
    #[arg(long, value_name = "FILE")]
    pub plan: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub cases: Option<PathBuf>,
    #[arg(long, value_name = "GLOB")]
    pub hold: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub today: Option<jiff::civil::Date>,
    #[arg(long, value_name = "FILE")]
    pub store: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl StoredFlags {
    /// The same as settings of a scan that reads nothing.
    pub fn as_scan(&self) -> ScanFlags {
        ScanFlags {
            plan: self.plan.clone(),
            mapping: self.mapping.clone(),
            cases: self.cases.clone(),
            hold: self.hold.clone(),
            today: self.today,
            store: self.store.clone(),
            config: self.config.clone(),
            ..ScanFlags::default()
        }
    }
}

#[derive(Args)]
pub struct JudgeFlags {
    #[command(flatten)]
    pub by: StoredFlags,
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FILE.html")]
    pub report: Option<PathBuf>,
    #[arg(long, value_name = "FILE.xlsx")]
    pub worklist: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    Human,
    Csv,
    Jsonl,
}

#[derive(Args)]
pub struct ExplainFlags {
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub store: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub plan: Vec<PathBuf>,
}

#[derive(Args)]
pub struct ConfigFlags {
    #[command(subcommand)]
    pub command: ConfigCommand,
}

#[derive(Subcommand)]
pub enum ConfigCommand {
    Init,
}

impl Cli {
    /// Reads the process's flags, with help in the language of `messages`.
    pub fn parse_in(messages: &Messages) -> Result<Self, clap::Error> {
        let matches = Self::worded_command(messages).try_get_matches()?;
        Self::from_arg_matches(&matches)
    }

    /// The flags with their help in the language of `messages`.
    pub fn worded_command(messages: &Messages) -> clap::Command {
        worded(Self::command(), "help", messages)
    }
}

/// Puts the texts of the message file into a command and those below it: `help-scan` for the command, `help-scan-plan` for
/// its flag `--plan`, `help-scan-examples` for what stands at the end. Defaults and choices stand in the texts.
fn worded(command: clap::Command, key: &str, messages: &Messages) -> clap::Command {
    let text = |key: &str| find_text(messages, key);
    let mut command = command
        .help_template(TEMPLATE.replace("{usage-word}", &messages.label("help-usage")))
        .subcommand_help_heading(messages.label("help-heading-commands"))
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help))
        .about(text(key).unwrap_or_default());
    if key == "help" {
        command = command
            .disable_version_flag(true)
            .arg(flag("version", 'V', ArgAction::Version));
    }
    if let Some(examples) = text(&format!("{key}-examples")) {
        command = command.after_help(examples);
    }
    command
        .mut_args(|arg| worded_arg(arg, key, messages))
        .mut_subcommands(|below| {
            let key = format!("{key}-{}", below.get_name());
            worded(below, &key, messages)
        })
}

const TEMPLATE: &str = "{about-with-newline}\n{usage-word} {usage}\n\n{all-args}{after-help}";

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action)
}

fn find_text(messages: &Messages, key: &str) -> Option<String> {
    let text = messages.label(key);
    (text != key).then_some(text)
}

fn worded_arg(arg: Arg, key: &str, messages: &Messages) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = find_text(messages, &format!("{key}-{name}"));
    let help = own.or_else(|| find_text(messages, &format!("help-{name}")));
    let heading = match arg.get_help_heading() {
        Some(heading) => format!("help-heading-{heading}"),
        None if arg.is_positional() => "help-heading-arguments".to_owned(),
        None => "help-heading-options".to_owned(),
    };
    let arg = arg
        .help(help.unwrap_or_default())
        .help_heading(messages.label(&heading));
    if arg.get_action().takes_values() {
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    }
}
