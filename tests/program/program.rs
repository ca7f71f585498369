//! Running the program, and shares to run it on.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A test number of Skatteverket, which no living person has.
pub const NUMBER: &str = "811218-9876";

/// How a run ended.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    fn of(output: &Output) -> Self {
        Run {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The lines of standard output as JSON.
    pub fn lines(&self) -> Vec<Value> {
        lines(&self.stdout)
    }
}

/// Lines of JSON.
pub fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The records of one kind whose path ends so.
pub fn records<'a>(lines: &'a [Value], record: &str, path: &str) -> Vec<&'a Value> {
    let is_wanted = |line: &&Value| {
        line["record"] == record
            && line["path"]
                .as_str()
                .is_some_and(|found| found.ends_with(path))
    };
    lines.iter().filter(is_wanted).collect()
}

/// A folder with a share, and a home for the program.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["share", "home", "tmp"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Place { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, by its path in the place.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program, to be run in this place.
    pub fn command(&self) -> Command {
        self.command_of(Path::new(env!("CARGO_BIN_EXE_sporhund")))
    }

    pub fn command_of(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.path("home"))
            .env("TMPDIR", self.path("tmp"))
            .stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(&self.command().args(args).output().unwrap())
    }

    /// Scans the share and returns its JSON lines.
    pub fn scan(&self, args: &[&str]) -> Vec<Value> {
        let run = self.scan_run(args);
        assert!(run.code < 2, "{}", run.stderr);
        run.lines()
    }

    pub fn scan_run(&self, args: &[&str]) -> Run {
        let mut all = vec!["scan", "share", "--format", "jsonl", "--no-store"];
        all.extend(args);
        self.run(&all)
    }

    /// What a started program said until its end.
    pub fn end_of(child: std::process::Child) -> Run {
        Run::of(&child.wait_with_output().unwrap())
    }

    /// Runs a command to its end.
    pub fn end(command: &mut Command) -> Run {
        Run::of(&command.output().unwrap())
    }
}
