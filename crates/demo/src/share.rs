//! The folder that is written, and what is true of it.

use crate::document::{Document, Plant};
use crate::random::Random;
use crate::{DemoError, Options, write};
use filetime::FileTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of one board or unit: a root of its own for who scans it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The folder's name below the share.
    pub folder: &'static str,
    /// The board that answers for it.
    pub controller: &'static str,
}

/// The folders of the share.
pub(crate) const UNITS: [Unit; 8] = [
    unit("VON", "Vård- och omsorgsnämnden"),
    unit("BUN", "Barn- och utbildningsnämnden"),
    unit("SBN", "Samhällsbyggnadsnämnden"),
    unit("KS", "Kommunstyrelsen"),
    unit("HR", "Kommunstyrelsen"),
    unit("Borgerservice", "Økonomiudvalget"),
    unit("Jobcenter", "Beskæftigelsesudvalget"),
    unit("Skole og Familie", "Børne- og Skoleudvalget"),
];

const fn unit(folder: &'static str, controller: &'static str) -> Unit {
    Unit { folder, controller }
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The folder to scan.
    pub share: PathBuf,
    /// The plans: Swedish xlsx, Danish csv.
    pub plans: Vec<PathBuf>,
    /// The ground truth, as JSON lines.
    pub truth: PathBuf,
    /// The folders below the share with their controllers.
    pub units: Vec<Unit>,
    /// How many files lie on the share.
    pub files: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// How many values were planted.
    pub planted: u64,
    /// How many files have a known verdict.
    pub verdicts: u64,
}

/// A line of the ground truth.
#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Planted {
        path: String,
        format: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        member: Option<String>,
        part: &'static str,
        rule: &'static str,
        key: String,
    },
    Sensitive {
        path: String,
        sensitive: BTreeSet<&'static str>,
    },
    Verdict {
        path: String,
        verdict: &'static str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        accept: &'static [&'static str],
    },
    Judged(crate::judged::Line),
}

/// The share while it is written.
pub(crate) struct Share {
    dir: PathBuf,
    pub(crate) random: Random,
    pub(crate) today: Date,
    truth: Vec<Line>,
    files: u64,
    bytes: u64,
    planted: u64,
    verdicts: u64,
}

impl Share {
    /// Makes the folders, after removing those of an earlier run.
    pub(crate) fn create(dir: &Path, options: &Options) -> Result<Self, DemoError> {
        let share = dir.join("share");
        if share.exists() {
            if !truth_path(dir).exists() {
                return Err(DemoError::NotOurs { path: share });
            }
            fs::remove_dir_all(&share).map_err(|fault| DemoError::io(&share, fault))?;
        }
        fs::create_dir_all(&share).map_err(|fault| DemoError::io(&share, fault))?;
        // Stands from the start, so that a run that was broken off can be replaced.
        write_file(&truth_path(dir), b"")?;
        Ok(Share {
            dir: dir.to_owned(),
            random: Random::new(options.seed),
            today: options.today,
            truth: Vec::new(),
            files: 0,
            bytes: 0,
            planted: 0,
            verdicts: 0,
        })
    }

    /// Writes a document in the format of its path, and what is true of it.
    pub(crate) fn put(&mut self, path: &str, document: &Document) -> Result<(), DemoError> {
        let bytes = write::document(path, document)?;
        self.put_bytes(path, &bytes, document)
    }

    /// Writes bytes, and what is true of them by the document.
    pub(crate) fn put_bytes(
        &mut self,
        path: &str,
        bytes: &[u8],
        document: &Document,
    ) -> Result<(), DemoError> {
        let whole = self.dir.join("share").join(path);
        self.put_at(&whole, bytes, document.modified)?;
        self.tell(path, document);
        Ok(())
    }

    /// Writes a file whose name is no text (which its truth gives with U+FFFD, as the scan does).
    #[cfg(unix)]
    pub(crate) fn put_named(&mut self, name: &[u8], bytes: &[u8], document: &Document) {
        use std::os::unix::ffi::OsStrExt;
        let whole = self
            .dir
            .join("share")
            .join(std::ffi::OsStr::from_bytes(name));
        // Some file systems take UTF-8 names only; the share then lacks this file.
        if self.put_at(&whole, bytes, document.modified).is_ok() {
            self.tell(&String::from_utf8_lossy(name), document);
        }
    }

    fn put_at(&mut self, whole: &Path, bytes: &[u8], modified: Date) -> Result<(), DemoError> {
        write_file(whole, bytes)?;
        // Any minute of a working day: many files of the same minute would look like a migration.
        let (hour, minute) = (self.random.between(7, 16), self.random.between(0, 59));
        let second = self.random.between(0, 59);
        let seconds = seconds_of(modified) + i64::from(hour * 3600 + minute * 60 + second);
        filetime::set_file_mtime(whole, FileTime::from_unix_time(seconds, 0))
            .map_err(|fault| DemoError::io(whole, fault))?;
        self.files += 1;
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Notes what is true of a file.
    fn tell(&mut self, path: &str, document: &Document) {
        let mut seen = BTreeSet::new();
        for plant in &document.plants {
            if seen.insert((plant.rule, plant.key.clone())) {
                self.tell_plant(path, plant);
            }
        }
        self.truth.push(Line::Sensitive {
            path: path.to_owned(),
            sensitive: document.sensitive.iter().copied().collect(),
        });
    }

    fn tell_plant(&mut self, path: &str, plant: &Plant) {
        self.planted += 1;
        self.truth.push(Line::Planted {
            path: path.to_owned(),
            format: extension(path),
            member: plant.member.clone(),
            part: plant.part,
            rule: plant.rule,
            key: plant.key.clone(),
        });
    }

    /// Notes how a file stands towards the plan; `accept` are the states that the rules leave open.
    pub(crate) fn judge(
        &mut self,
        path: &str,
        verdict: &'static str,
        accept: &'static [&'static str],
    ) {
        self.verdicts += 1;
        self.truth.push(Line::Verdict {
            path: path.to_owned(),
            verdict,
            accept,
        });
    }

    /// Notes the row and the state that are true of a file.
    pub(crate) fn judge_whole(&mut self, path: &str, truth: crate::judged::Truth) {
        self.verdicts += 1;
        self.truth.push(Line::Judged(crate::judged::Line {
            path: path.to_owned(),
            verdict: truth.state.verdict,
            accept: truth.state.accept,
            row: truth.row,
            split: truth.split,
        }));
    }

    /// Writes a plan beside the share.
    pub(crate) fn put_plan(&mut self, name: &str, bytes: &[u8]) -> Result<PathBuf, DemoError> {
        let path = self.dir.join("plan").join(name);
        write_file(&path, bytes)?;
        Ok(path)
    }

    /// Writes the ground truth.
    pub(crate) fn finish(self, plans: Vec<PathBuf>) -> Result<Manifest, DemoError> {
        let mut text = String::new();
        for line in &self.truth {
            let json =
                serde_json::to_string(line).map_err(|fault| DemoError::format("jsonl", &fault))?;
            text.push_str(&json);
            text.push('\n');
        }
        let truth = truth_path(&self.dir);
        write_file(&truth, text.as_bytes())?;
        Ok(Manifest {
            share: self.dir.join("share"),
            plans,
            truth,
            units: UNITS.to_vec(),
            files: self.files,
            bytes: self.bytes,
            planted: self.planted,
            verdicts: self.verdicts,
        })
    }
}

fn truth_path(dir: &Path) -> PathBuf {
    dir.join("ground-truth.jsonl")
}

/// The extension in lower case; `none` for a name without one.
pub(crate) fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((front, end)) if !front.is_empty() => end.to_lowercase(),
        _ => "none".to_owned(),
    }
}

/// Seconds since 1970 at the start of a day.
pub(crate) fn seconds_of(day: Date) -> i64 {
    let start = TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0));
    start.map_or(0, jiff::Timestamp::as_second)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), DemoError> {
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)
    };
    write().map_err(|fault| DemoError::io(path, fault))
}
