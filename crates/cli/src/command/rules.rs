//! `rules`: what is looked for, whether the rules hold what they promise, and what they find in a text.

use crate::args::{RulesCommand, RulesFlags};
use crate::{ERROR, output, rulebook};
use anyhow::{Context, Result, bail};
use jiff::ZonedDateTime;
use sporhund_detect::{RuleSource, Rules, builtin_sources, check, costs};
use sporhund_model::Finding;
use sporhund_report::Messages;
use std::io::Write;
use std::path::PathBuf;

/// The longest file that is tested against the rules.
const LONGEST: u64 = 64 << 20;

/// Runs the command.
pub fn run(flags: &RulesFlags, messages: &Messages) -> Result<u8> {
    match &flags.command {
        RulesCommand::Check { dirs } => check_rules(dirs, messages),
        RulesCommand::List { rules } => list(rules, messages),
        RulesCommand::Show { id, rules } => show(id, rules),
        RulesCommand::Test { text, file, rules } => {
            let text = match (text, file) {
                (Some(text), _) => text.clone(),
                (None, Some(file)) => read(file)?,
                (None, None) => bail!("name a --text or a --file"),
            };
            test(&text, rules, messages)
        }
    }
}

/// Checks the rules of the program, or those of the folders named.
fn check_rules(folders: &[PathBuf], messages: &Messages) -> Result<u8> {
    let sources = sources(folders)?;
    let rules = rulebook::compile(&sources)?;
    let failures = check(&rules);
    let mut stderr = std::io::stderr();
    for failure in &failures {
        writeln!(stderr, "{failure}")?;
    }
    for warning in costs(&rules) {
        writeln!(stderr, "{warning}")?;
    }
    let examples: usize = rules
        .list()
        .map(|(.., rule)| rule.examples.len() + rule.negative_examples.len())
        .sum();
    let args = [
        ("rules", (sources.len() as u64).into()),
        ("examples", (examples as u64).into()),
        ("failures", (failures.len() as u64).into()),
    ];
    output::write_to(None, |to| {
        Ok(writeln!(to, "{}", messages.text("rules-checked", &args))?)
    })?;
    Ok(if failures.is_empty() { 0 } else { ERROR })
}

/// The rules of the folders together with the program's own, which they may not repeat.
fn sources(folders: &[PathBuf]) -> Result<Vec<RuleSource>> {
    let mut sources = builtin_sources();
    for folder in folders {
        let own = rulebook::read_folder(folder)?;
        if own.is_empty() {
            bail!("{}: no rule file (NAME.toml) is in there", folder.display());
        }
        sources.extend(own);
    }
    Ok(sources)
}

fn list(folders: &[PathBuf], messages: &Messages) -> Result<u8> {
    let rules = rulebook::load(folders)?;
    output::write_to(None, |to| {
        for (id, category, level, rule) in rules.list() {
            let category = messages.label(&format!("category-{}", category.as_str()));
            let level = messages.label(&format!("level-{}", level.as_str()));
            writeln!(
                to,
                "{:<34} {category:<26} {level:<26} {}",
                id.as_str(),
                rule.name
            )?;
        }
        Ok(())
    })?;
    Ok(0)
}

fn show(id: &str, folders: &[PathBuf]) -> Result<u8> {
    let mut all = builtin_sources();
    for folder in folders {
        all.extend(rulebook::read_folder(folder)?);
    }
    let rules = rulebook::compile(&all)?;
    let place = rules.list().position(|(known, ..)| known.as_str() == id);
    let source = place.and_then(|place| all.get(place));
    let source = source
        .with_context(|| format!("there is no rule {id}; `sporhund rules list` shows all"))?;
    output::write_to(None, |to| {
        writeln!(to, "# {}", source.file)?;
        Ok(to.write_all(source.text.as_bytes())?)
    })?;
    Ok(0)
}

fn read(file: &PathBuf) -> Result<String> {
    let context = || format!("read {}", file.display());
    let size = std::fs::metadata(file).with_context(context)?.len();
    if size > LONGEST {
        bail!(
            "{}: more than {LONGEST} bytes; scan it instead",
            file.display()
        );
    }
    let bytes = std::fs::read(file).with_context(context)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What is found in a text, with values: it is the user's own text.
fn test(text: &str, folders: &[PathBuf], messages: &Messages) -> Result<u8> {
    let rules: Rules = rulebook::load(folders)?;
    let findings = rules.find_in_text(text, ZonedDateTime::now().date());
    output::write_to(None, |to| {
        if findings.is_empty() {
            writeln!(to, "{}", messages.label("explain-no-findings"))?;
        }
        findings
            .iter()
            .try_for_each(|finding| write_finding(to, finding, messages))
    })?;
    Ok(0)
}

fn write_finding(to: &mut dyn Write, finding: &Finding, messages: &Messages) -> Result<()> {
    let share = messages.percent(u64::from(finding.confidence.thousandths()), 1000);
    writeln!(
        to,
        "{}..{}  {}  {}  {share}",
        finding.span.start,
        finding.span.end,
        finding.rule,
        finding.value.as_deref().unwrap_or(&finding.masked),
    )?;
    for reason in &finding.reasons {
        writeln!(to, "    - {}", messages.note(reason))?;
    }
    Ok(())
}
