//! The rules of the program and of the user's folders, compiled.

use anyhow::{Context, Result, anyhow};
use sporhund_detect::{Plugins, RuleSource, Rules, builtin_sources};
use sporhund_detector::Validator;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every validator that is part of the program.
pub fn validators() -> Vec<Box<dyn Validator>> {
    let mut all = sporhund_plugin_se::validators();
    all.extend(sporhund_plugin_dk::validators());
    all.extend(sporhund_plugin_common::validators());
    all
}

/// Every validator and detector that is part of the program.
fn plugins() -> Plugins {
    let mut detectors = sporhund_plugin_names::detectors();
    detectors.extend(sporhund_plugin_address::detectors());
    Plugins {
        validators: validators(),
        detectors,
    }
}

/// The rules of the program and those of some folders.
pub fn load(folders: &[PathBuf]) -> Result<Rules> {
    let mut sources = builtin_sources();
    for folder in folders {
        sources.extend(read_folder(folder)?);
    }
    compile(&sources)
}

/// Compiles rules; the error lists every fault of every file.
pub fn compile(sources: &[RuleSource]) -> Result<Rules> {
    Rules::compile(sources, plugins()).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        anyhow!("{}", lines.join("\n"))
    })
}

/// The rule files of a folder and those below it.
pub fn read_folder(folder: &Path) -> Result<Vec<RuleSource>> {
    let mut sources = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let mut dictionaries = BTreeMap::new();
        let mut rules = Vec::new();
        let entries = std::fs::read_dir(&folder)
            .with_context(|| format!("read the rules in {}", folder.display()))?;
        for entry in entries {
            let path = entry
                .with_context(|| format!("read the rules in {}", folder.display()))?
                .path();
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("toml") => rules.push((path.display().to_string(), read(&path)?)),
                Some("csv") => {
                    let name = path
                        .file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned();
                    dictionaries.insert(name, read(&path)?.into());
                }
                _ => {}
            }
        }
        let source = |(file, text)| RuleSource {
            file,
            text,
            dictionaries: dictionaries.clone(),
        };
        sources.extend(rules.into_iter().map(source));
    }
    sources.sort_by(|one: &RuleSource, other| one.file.cmp(&other.file));
    Ok(sources)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("read {}", path.display()))
}
