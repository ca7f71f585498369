//! The program `sporhund`: flags become one checked configuration, a command does its work, and its end becomes an exit
//! code. The only crate that prints, exits, or reads the environment and the current folder.
//!
//! Results go to stdout, all else to stderr. Exit codes: 0 done, 1 something at or above `--fail-on`, 2 an error of the run.

#![allow(
    clippy::print_stderr,
    reason = "this is the crate that talks to people"
)]

mod args;
mod command;
mod conduct;
mod interrupt;
mod locale;
mod logs;
mod merge;
mod metrics;
mod notify;
mod output;
mod places;
mod plans;
mod progress;
mod rulebook;
mod settings;

use args::{Cli, Command};
use std::process::ExitCode;

/// An error of the run.
pub(crate) const ERROR: u8 = 2;

fn main() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|word| word == args::WORKER)
    {
        return command::worker::run();
    }
    let language = locale::of_process();
    let messages = locale::messages(language);
    let cli = match Cli::parse_in(&messages) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { ERROR } else { 0 });
        }
    };
    let result = match &cli.command {
        Command::Scan(flags) => command::scan::run(flags, &cli.common, &messages),
        Command::Demo(flags) if flags.verdicts => command::judged::run(flags, &messages),
        Command::Demo(flags) => command::demo::run(flags, &cli.common, &messages),
        Command::Rules(flags) => command::rules::run(flags, &messages),
        Command::Plan(flags) => command::plan::run(flags, &messages),
        Command::Judge(flags) => command::judge::run(flags, &cli.common, &messages),
        Command::Explain(flags) => command::explain::run(flags, &messages),
        Command::Config(flags) => command::config::run(flags, &messages),
        Command::Store(flags) => command::store::run(flags, &messages),
        Command::History(flags) => command::history::run(flags, &messages),
        Command::Diff(flags) => command::diff::run(flags, &messages),
        Command::Schedule(flags) => command::schedule::run(flags, &messages),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error:#}", messages.label("cli-error"));
            ExitCode::from(ERROR)
        }
    }
}
