//! `config init`: a commented configuration file with every setting and its default.

use crate::args::{Cli, ConfigCommand, ConfigFlags};
use crate::output;
use anyhow::Result;
use sporhund_report::Messages;
use std::io::Write;

/// Settings that stand in a list, as an example shows them.
const LISTS: [&str; 5] = ["plan", "rules", "exclude", "hold", "only"];
/// Flags that are no settings.
const NOT_SETTINGS: [&str; 9] = [
    "paths",
    "config",
    "profile",
    "help",
    "version",
    "color",
    "accept-loss",
    "crash-after",
    "batch-size",
];

/// Runs the command.
pub fn run(flags: &ConfigFlags, messages: &Messages) -> Result<u8> {
    match flags.command {
        ConfigCommand::Init => output::write_to(None, |to| write_config(to, messages))?,
    }
    Ok(0)
}

fn write_config(to: &mut dyn Write, messages: &Messages) -> Result<()> {
    write_comment(to, &messages.label("config-top"))?;
    let mut command = Cli::worded_command(messages);
    command.build();
    let Some(scan) = command.find_subcommand("scan") else {
        return Ok(());
    };
    for arg in scan.get_arguments() {
        let name = arg.get_id().as_str().replace('_', "-");
        if NOT_SETTINGS.contains(&name.as_str()) {
            continue;
        }
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        writeln!(to)?;
        write_comment(to, &help)?;
        writeln!(to, "# {name} = {}", value(&name))?;
    }
    writeln!(to)?;
    write_comment(to, &messages.label("config-root"))?;
    to.write_all(ROOT.as_bytes())?;
    writeln!(to)?;
    write_comment(to, &messages.label("config-except"))?;
    to.write_all(EXCEPT.as_bytes())?;
    writeln!(to)?;
    write_comment(to, &messages.label("config-mail"))?;
    to.write_all(MAIL.as_bytes())?;
    writeln!(to)?;
    write_comment(to, &messages.label("config-profile"))?;
    Ok(to.write_all(PROFILE.as_bytes())?)
}

const ROOT: &str = "# [[root]]
# name = \"VON\"
# path = \"/srv/share/VON\"
# display = '\\\\fil\\VON$'
# controller = \"Vård- och omsorgsnämnden\"
# unit = \"Äldreomsorg\"
# max-files-per-second = 50
# max-bytes-per-second = \"5MiB\"
";

const EXCEPT: &str = "# [except]
# numbers = [\"0000-100000\"]
# domains = [\"kommunen.example\"]
# words = []
# thresholds = { \"phone.se\" = 0.7 }
";

const MAIL: &str = "# [mail]
# server = \"mail.kommunen.example\"
# port = 587
# tls = \"starttls\"
# from = \"sporhund@kommunen.example\"
# to = [\"drift@kommunen.example\"]
# user = \"sporhund\"
# password-file = \"mail.password\"
# when = \"always\"

# [webhook]
# url = \"https://monitor.kommunen.example/hook\"
# when = \"trouble\"
";

const PROFILE: &str = "# [profile.nightly]
# roots = [\"VON\"]
# window = \"20:00-06:00\"
# nice = 15
";

fn write_comment(to: &mut dyn Write, text: &str) -> Result<()> {
    for line in text.lines() {
        writeln!(to, "{}", format!("# {line}").trim_end())?;
    }
    Ok(())
}

/// The default of a setting, or an example where it has none.
fn value(name: &str) -> String {
    let limits = sporhund_extract::Limits::default();
    let size = |bytes: u64| {
        format!(
            "\"{}\"",
            bytesize::ByteSize(bytes)
                .display()
                .iec()
                .to_string()
                .replace(' ', "")
        )
    };
    match name {
        _ if LISTS.contains(&name) => "[]".to_owned(),
        "language" => "\"sv\"".to_owned(),
        "today" => "\"2026-01-31\"".to_owned(),
        "format" => "\"human\"".to_owned(),
        "output" => "\"findings.jsonl\"".to_owned(),
        "report" => "\"report.html\"".to_owned(),
        "occurrences" => "\"samples\"".to_owned(),
        "show-values" | "no-store" | "changes" => "false".to_owned(),
        "fail-on" => "\"sensitive\"".to_owned(),
        "max-failed-share" => crate::settings::MAX_FAILED_SHARE.to_string(),
        "min-confidence" => crate::settings::MIN_CONFIDENCE.to_string(),
        "mapping" => "\"mapping.toml\"".to_owned(),
        "cases" => "\"cases.csv\"".to_owned(),
        "store" => "\"sporhund.sqlite\"".to_owned(),
        "key" => "\"fingerprint.key\"".to_owned(),
        "threads" => "2".to_owned(),
        "memory" => size(crate::settings::MEMORY.as_u64()),
        "timeout" => limits.timeout.as_secs().to_string(),
        "max-bytes-out" => size(limits.max_bytes_out),
        "max-member-size" => size(limits.max_member_size),
        "max-depth" => limits.max_depth.to_string(),
        "max-members" => limits.max_members.to_string(),
        "log-format" => "\"json\"".to_owned(),
        "metrics" => "\"/var/lib/node_exporter/sporhund.prom\"".to_owned(),
        "window" => "\"20:00-06:00\"".to_owned(),
        "stop-at" => "\"06:00\"".to_owned(),
        "stop-after" => "480".to_owned(),
        "nice" => "10".to_owned(),
        "max-files-per-second" => "200".to_owned(),
        "max-bytes-per-second" => "\"20MiB\"".to_owned(),
        "root-timeout" => "60".to_owned(),
        "max-ratio" => limits.max_ratio.to_string(),
        _ => "\"\"".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::ScanFlags;
    use crate::locale;
    use sporhund_report::Language;

    #[test]
    fn every_setting_that_is_shown_can_be_read_back() {
        let mut text = Vec::new();
        write_config(&mut text, &locale::messages(Language::English)).unwrap();
        let text = String::from_utf8(text).unwrap();
        let is_setting = |line: &&str| {
            line.starts_with("# ") && (line.contains(" = ") || line.starts_with("# ["))
        };
        let active: Vec<&str> = text
            .lines()
            .filter(is_setting)
            .map(|line| &line[2..])
            .collect();
        let active = active.join("\n");
        let read: ScanFlags =
            toml::from_str(&active).unwrap_or_else(|error| panic!("{error}\n{active}"));
        assert_eq!(read.root.len(), 1);
        assert!(read.mail.is_some() && read.webhook.is_some());
        assert_eq!(read.profile["nightly"].roots, ["VON"]);
        assert_eq!(read.timeout, Some(60));
        assert_eq!(read.memory, Some(crate::settings::MEMORY));
    }
}
