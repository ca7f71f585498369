//! Plans from files, read as any other file is.

use anyhow::{Context, Result, anyhow};
use sporhund_extract::{Input, Limits};
use sporhund_model::Table;
use sporhund_retention::cases::Cases;
use sporhund_retention::mapping::Mapping;
use sporhund_retention::plan::{Plan, PlanReport};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Reads the plans of some files; the first file goes before the others.
pub fn load_all(files: &[PathBuf]) -> Result<Vec<Plan>> {
    files
        .iter()
        .map(|file| load(file).map(|(plan, _)| plan))
        .collect()
}

/// Reads the plan of a file, with what was understood; JSON lines are a normalised plan.
pub fn load(file: &Path) -> Result<(Plan, PlanReport)> {
    let context = || format!("read the plan {}", file.display());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let read = if has_extension(file, "jsonl") {
        let text = std::fs::read_to_string(file).with_context(context)?;
        Plan::import_jsonl(&name, &text)
    } else {
        Plan::import(&name, &tables(file).with_context(context)?)
    };
    read.map_err(|error| anyhow!("{error}"))
        .with_context(context)
}

/// Reads the organisation's mapping of folders to rows: TOML, or a table.
pub fn load_mapping(file: &Path) -> Result<Mapping> {
    let context = || format!("read the mapping {}", file.display());
    let read = if has_extension(file, "toml") {
        Mapping::from_toml(&std::fs::read_to_string(file).with_context(context)?)
    } else {
        Mapping::from_tables(&tables(file).with_context(context)?)
    };
    read.map_err(|error| anyhow!("{error}"))
        .with_context(context)
}

/// Reads the cases of a case system.
pub fn load_cases(file: &Path) -> Result<Cases> {
    let context = || format!("read the cases {}", file.display());
    let read = Cases::from_tables(&tables(file).with_context(context)?);
    read.map_err(|error| anyhow!("{error}"))
        .with_context(context)
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn tables(path: &Path) -> Result<Vec<Table>> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut reader = BufReader::new(file);
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let mut input = Input {
        reader: &mut reader,
        size,
        extension: &extension.to_lowercase(),
    };
    Ok(sporhund_extract::tables(&mut input, &Limits::default())?)
}
