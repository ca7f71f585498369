//! Worker processes and the line to them: a Unix socket at descriptor 0 that also carries open files, and plain pipes that
//! carry the files' bytes on other systems.
//!
//! A worker has no arguments but those of its command, no environment, no terminal and no stderr, since what a decoder
//! prints may hold personal data. It is in a process group of its own, so that Ctrl-C reaches the program alone.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

#[cfg(not(unix))]
mod pipes;
#[cfg(unix)]
mod socket;

#[cfg(not(unix))]
pub use pipes::{Worker, WorkerEnd};
#[cfg(unix)]
pub use socket::{Worker, WorkerEnd};

/// How a worker is started: usually this program itself with a hidden command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerCommand {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
}

/// How a worker ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Death {
    /// By a signal: 11 for a fault, 6 for an abort (also: no memory), 9 when it was killed.
    Signal(i32),
    /// By itself, with this code.
    Exit(i32),
    /// Could not be told.
    Unknown,
}

impl Death {
    fn of(status: ExitStatus) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::process::ExitStatusExt;
            if let Some(signal) = status.signal() {
                return Death::Signal(signal);
            }
        }
        status.code().map_or(Death::Unknown, Death::Exit)
    }
}

impl fmt::Display for Death {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Death::Signal(signal) => write!(to, "signal {signal}"),
            Death::Exit(code) => write!(to, "exit {code}"),
            Death::Unknown => to.write_str("unknown"),
        }
    }
}

fn prepare(command: &WorkerCommand, stdin: Stdio, stdout: Stdio) -> Command {
    let mut prepared = Command::new(&command.program);
    prepared
        .args(&command.args)
        .stdin(stdin)
        .stdout(stdout)
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        prepared.env_clear().process_group(0).current_dir("/");
    }
    prepared
}

/// Ends a child for certain and takes its status, so that no zombie stays.
fn kill_and_reap(child: &mut Child) -> Death {
    // Killing one that has ended already changes nothing about how it ended.
    let _ = child.kill();
    child.wait().map_or(Death::Unknown, Death::of)
}

fn timed_out() -> io::Error {
    ErrorKind::TimedOut.into()
}
