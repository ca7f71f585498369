//! The rule packs that are part of the program.

use crate::load::RuleSource;
use include_dir::{Dir, include_dir};

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../rules");

/// The rules that are part of the program, by path.
pub fn builtin_sources() -> Vec<RuleSource> {
    let mut sources = Vec::new();
    RULES
        .dirs()
        .for_each(|folder| collect(folder, &mut sources));
    sources.sort_by(|one, other| one.file.cmp(&other.file));
    sources
}

/// Data of other crates: plan headings and phrases, words for signals.
fn is_other(folder: &Dir<'_>) -> bool {
    matches!(
        folder.path().to_str(),
        Some("plan" | "signals" | "register" | "context")
    )
}

fn collect(folder: &Dir<'_>, sources: &mut Vec<RuleSource>) {
    if is_other(folder) {
        return;
    }
    let has_extension = |file: &include_dir::File<'_>, extension: &str| {
        file.path()
            .extension()
            .is_some_and(|found| found == extension)
    };
    let dictionaries: std::collections::BTreeMap<_, _> = folder
        .files()
        .filter(|file| has_extension(file, "csv"))
        .filter_map(|file| {
            Some((
                file.path().file_name()?.to_str()?.to_owned(),
                text_of(file).into(),
            ))
        })
        .collect();
    for file in folder.files().filter(|file| has_extension(file, "toml")) {
        let name = format!("rules/{}", file.path().display());
        sources.push(RuleSource {
            file: name,
            text: text_of(file).to_owned(),
            dictionaries: dictionaries.clone(),
        });
    }
    folder.dirs().for_each(|inner| collect(inner, sources));
}

fn text_of<'f>(file: &'f include_dir::File<'_>) -> &'f str {
    file.contents_utf8().unwrap_or_default()
}
