//! Which language people read.

use anyhow::{Context, Result};
use sporhund_report::{Language, Messages};

const SOURCES: [(Language, &str); 3] = [
    (Language::English, include_str!("../messages/en.ftl")),
    (Language::Swedish, include_str!("../messages/sv.ftl")),
    (Language::Danish, include_str!("../messages/da.ftl")),
];

/// The language of `--language`, else of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. Flags are looked at
/// before they are read, since their help has a language too.
pub fn of_process() -> Language {
    let words: Vec<String> = std::env::args_os()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let flag =
        words
            .iter()
            .enumerate()
            .find_map(|(index, word)| match word.strip_prefix("--language") {
                Some("") => words.get(index + 1).map(String::as_str),
                Some(value) => value.strip_prefix('='),
                None => None,
            });
    flag.and_then(Language::find)
        .or_else(of_environment)
        .unwrap_or(Language::English)
}

fn of_environment() -> Option<Language> {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))?;
    let tag = value.get(..2)?;
    Language::find(if matches!(tag, "nb" | "nn" | "no") {
        "da"
    } else {
        tag
    })
}

/// The language of a setting.
pub fn parse(tag: &str) -> Result<Language> {
    Language::find(tag)
        .with_context(|| format!("language {tag} is not known; right would be en, sv or da"))
}

/// All messages of a language: those of the reports and those of this program.
pub fn messages(language: Language) -> Messages {
    let mut messages = Messages::load(language);
    for (_, source) in SOURCES.iter().filter(|(tag, _)| *tag == language) {
        messages.add(source);
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(source: &str) -> Vec<&str> {
        let mut ids: Vec<&str> = source
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split(" =").next())
            .collect();
        ids.sort_unstable();
        ids
    }

    #[test]
    fn all_languages_have_the_same_messages() {
        let english = ids(SOURCES[0].1);
        assert!(!english.is_empty());
        for (language, source) in SOURCES {
            assert_eq!(ids(source), english, "{language:?}");
        }
    }
}
