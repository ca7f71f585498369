//! Every code of a reason, limit, error or note that the sources use has words.

use sporhund_report::{Language, Messages};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const KINDS: [&str; 5] = ["reason-", "note-", "error-", "limit-", "risk-"];

/// Names of elements of OpenDocument that look like codes.
const NO_CODES: [&str; 2] = ["error-message", "note-citation"];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir()
            && !matches!(
                name.as_str(),
                "target" | "tests" | "examples" | "benches" | "fuzz"
            )
        {
            sources(&path, into);
        } else if path.extension().is_some_and(|found| found == "rs") && name != "tests.rs" {
            into.push(path);
        }
    }
}

/// Texts in quotes that look like codes, in what is not a test.
fn codes(source: &str) -> BTreeSet<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |text: &&str| {
        KINDS
            .iter()
            .any(|kind| text.starts_with(kind) && text.len() > kind.len())
            && !NO_CODES.contains(text)
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    code.split('"')
        .skip(1)
        .step_by(2)
        .filter(is_code)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_code_has_words_in_every_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["crates", "plugins"] {
        sources(&root.join(folder), &mut files);
    }
    let text = |file: &PathBuf| fs::read_to_string(file).unwrap();
    let all: BTreeSet<String> = files.iter().flat_map(|file| codes(&text(file))).collect();
    assert!(all.len() > 80, "{}", all.len());
    for language in Language::ALL {
        let mut messages = Messages::load(language);
        let own = root
            .join("crates/cli/messages")
            .join(format!("{}.ftl", language.tag()));
        messages.add(&fs::read_to_string(own).unwrap());
        let missing: Vec<&String> = all
            .iter()
            .filter(|code| messages.label(code) == **code)
            .collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}
