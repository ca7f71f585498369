//! Plans from files, read as any other file is.

use anyhow::{Context, Result, anyhow};
use sporhund_extract::{Input, Limits};
use sporhund_model::Table;
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

/// Reads the plan of a file, with what was understood.
pub fn load(file: &Path) -> Result<(Plan, PlanReport)> {
    let tables = tables(file).with_context(|| format!("read the plan {}", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Plan::import(&name, &tables)
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("read the plan {}", file.display()))
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
