//! Words in English, Swedish and Danish.
//!
//! The id of a message is the code of the note, or a kind and a word with `-` between (`outcome-timed-out`); words of
//! stored data are looked up with their `_` and `.` turned into `-`. A code without a message is shown as it is, so that
//! nothing is lost when a store was written by a later version. Numbers are grouped from 10,000 on, which leaves years
//! alone.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use sporhund_model::{Arg, Note, RuleId};
use std::fmt::Write as _;

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Swedish.
    Swedish,
    /// Danish.
    Danish,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 3] = [Language::English, Language::Swedish, Language::Danish];

    /// The tag of BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Swedish => "sv",
            Language::Danish => "da",
        }
    }

    /// The language of a tag such as `sv`, `sv-SE` or `da_DK.UTF-8`.
    pub fn find(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or("");
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    fn source(self) -> &'static str {
        match self {
            Language::English => concat!(
                include_str!("../messages/en.ftl"),
                include_str!("../messages/notes-en.ftl")
            ),
            Language::Swedish => concat!(
                include_str!("../messages/sv.ftl"),
                include_str!("../messages/notes-sv.ftl")
            ),
            Language::Danish => concat!(
                include_str!("../messages/da.ftl"),
                include_str!("../messages/notes-da.ftl")
            ),
        }
    }

    /// Between groups of three digits, and before decimals.
    fn separators(self) -> (char, char) {
        match self {
            Language::English => (',', '.'),
            Language::Swedish => ('\u{a0}', ','),
            Language::Danish => ('.', ','),
        }
    }
}

/// The messages of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// Arguments whose text is a word of ours with a message of its own, such as `trigger` = `case_closed`.
const WORDED: [&str; 14] = [
    "action", "audience", "category", "kind", "level", "mark", "outcome", "part", "rank", "rule",
    "signal", "source", "state", "trigger",
];
/// Arguments that are numbers of bytes.
const IN_BYTES: [&str; 4] = ["bytes", "limit_bytes", "memory", "size"];

impl Messages {
    /// The messages of a language.
    pub fn load(language: Language) -> Self {
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| grouped(value, Language::English),
            Language::Swedish => |value, _| grouped(value, Language::Swedish),
            Language::Danish => |value, _| grouped(value, Language::Danish),
        }));
        let mut messages = Messages { language, bundle };
        messages.add(language.source());
        messages
    }

    /// Adds the messages of another crate; those that cannot be read are left out.
    pub fn add(&mut self, source: &str) {
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.bundle.add_resource_overriding(resource);
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A reason, limit or error in words.
    pub fn note(&self, note: &Note) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &note.args {
            args.set(name.as_ref(), self.worded(name, value));
        }
        self.format(&note.code, &args)
            .unwrap_or_else(|| plain(note))
    }

    /// The words of a key that takes no arguments; the key itself when there are none.
    pub fn label(&self, key: &str) -> String {
        self.find_label(key).unwrap_or_else(|| key.to_owned())
    }

    /// The name of a rule; its id when it has none here (a rule of the user's own).
    pub fn rule(&self, rule: &RuleId) -> String {
        let named = self.find_label(&format!("rule-{rule}"));
        named.unwrap_or_else(|| self.rule_of_category(rule.as_str()))
    }

    /// A sentence of a report.
    pub fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, value_of(value));
        }
        self.format(id, &values).unwrap_or_else(|| id.to_owned())
    }

    /// A number with its thousands grouped.
    pub fn number(&self, number: u64) -> String {
        let mut text = number.to_string();
        if number >= 10_000 {
            for at in (1..text.len())
                .rev()
                .filter(|at| (number.ilog10() as usize + 1 - at).is_multiple_of(3))
            {
                text.insert(at, self.language.separators().0);
            }
        }
        text
    }

    /// A number of bytes in the unit that suits it.
    pub fn bytes(&self, bytes: u64) -> String {
        const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
        let mut amount = bytes as f64 / 1000.0;
        let mut unit = 0;
        if bytes < 1000 {
            return format!("{bytes}\u{a0}B");
        }
        while amount >= 999.5 && unit + 1 < UNITS.len() {
            amount /= 1000.0;
            unit += 1;
        }
        let digits = usize::from(amount < 9.95);
        let text = format!("{amount:.digits$}\u{a0}{}", UNITS[unit]);
        text.replace('.', &self.language.separators().1.to_string())
    }

    /// A share in per cent; what is not all is never shown as 100, and what is not nothing never as 0.
    pub fn percent(&self, part: u64, whole: u64) -> String {
        let share = if whole == 0 {
            0.0
        } else {
            part as f64 * 100.0 / whole as f64
        };
        let text = match share {
            share if part < whole && share > 99.9 => "99.9".to_owned(),
            share if part > 0 && share < 0.1 => "0.1".to_owned(),
            share if !(1.0..99.0).contains(&share) && share.fract() > 0.05 => format!("{share:.1}"),
            share => format!("{share:.0}"),
        };
        match self.language {
            Language::English => format!("{text}%"),
            Language::Swedish | Language::Danish => {
                format!("{}\u{a0}%", text.replace('.', ","))
            }
        }
    }

    pub(crate) fn find_label(&self, key: &str) -> Option<String> {
        let id = key.replace(['_', '.'], "-");
        self.format(&id, &FluentArgs::new())
    }

    /// Rules for terms end in their category.
    fn rule_of_category(&self, rule: &str) -> String {
        let last = rule.rsplit('.').next().unwrap_or(rule);
        let category = self.find_label(&format!("category-{last}"));
        match category {
            Some(category) if rule.contains('.') => category,
            _ => rule.to_owned(),
        }
    }

    fn format(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        Some(text.into_owned())
    }

    fn worded<'a>(&self, name: &str, value: &'a Arg) -> FluentValue<'a> {
        match value {
            Arg::Number(bytes) if IN_BYTES.contains(&name) => {
                FluentValue::from(self.bytes(u64::try_from(*bytes).unwrap_or(0)))
            }
            Arg::Text(word) if WORDED.contains(&name) => {
                let worded = self.find_label(&format!("{name}-{word}"));
                worded.map_or_else(|| FluentValue::from(word.as_str()), FluentValue::from)
            }
            other => value_of(other),
        }
    }
}

fn value_of(value: &Arg) -> FluentValue<'_> {
    match value {
        Arg::Number(number) => FluentValue::from(*number),
        Arg::Text(text) => FluentValue::from(text.as_str()),
    }
}

/// How whole numbers are written; `None` leaves the value to its usual form.
fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let whole = number.value.abs();
    if number.value.fract() != 0.0 || whole >= 1e15 {
        return None;
    }
    let mut text = String::new();
    let digits = format!("{whole:.0}");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
            text.push(language.separators().0);
        }
        text.push(digit);
    }
    let sign = if number.value < 0.0 { "\u{2212}" } else { "" };
    Some(format!("{sign}{text}"))
}

/// A note whose code has no message: the code with its arguments.
fn plain(note: &Note) -> String {
    let mut text = note.code.to_string();
    for (number, (name, value)) in note.args.iter().enumerate() {
        let before = if number == 0 { " (" } else { ", " };
        // Writing to a String cannot fail.
        let _ = match value {
            Arg::Number(value) => write!(text, "{before}{name} {value}"),
            Arg::Text(value) => write!(text, "{before}{name} {value}"),
        };
    }
    if !note.args.is_empty() {
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(language: Language) -> BTreeSet<&'static str> {
        let lines = language.source().lines();
        let starts = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        starts
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .collect()
    }

    /// The variables that the message of each id uses.
    fn variables(language: Language) -> BTreeSet<(String, String)> {
        let mut found = BTreeSet::new();
        let mut id = "";
        for line in language.source().lines() {
            if let Some((start, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                id = start;
            }
            for piece in line.split('$').skip(1) {
                let name: String = piece
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                found.insert((id.to_owned(), name));
            }
        }
        found
    }

    #[test]
    fn reads_every_message_of_every_language() {
        for language in Language::ALL {
            let read = FluentResource::try_new(language.source().to_owned());
            let errors = read.map(|_| ()).map_err(|(_, errors)| errors);
            assert_eq!(errors, Ok(()), "{language:?}");
            let lines = language.source().lines().filter(|line| {
                line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" =")
            });
            assert_eq!(lines.count(), ids(language).len(), "twice in {language:?}");
        }
    }

    #[test]
    fn all_languages_have_the_same_ids_and_arguments() {
        for language in [Language::Swedish, Language::Danish] {
            let (en, other) = (ids(Language::English), ids(language));
            assert_eq!(
                en.symmetric_difference(&other).collect::<Vec<_>>(),
                Vec::<&&str>::new()
            );
            assert_eq!(variables(Language::English), variables(language));
        }
    }

    #[test]
    fn names_every_word_of_the_model() {
        use sporhund_model::{Category, Level, Outcome, VerdictState};
        let mut keys = Vec::new();
        keys.extend(Outcome::ALL.map(|word| format!("outcome-{}", word.as_str())));
        keys.extend(VerdictState::ALL.map(|word| format!("verdict-{}", word.as_str())));
        keys.extend(VerdictState::ALL.map(|word| format!("verdict-why-{}", word.as_str())));
        keys.extend(Category::ALL.map(|word| format!("category-{}", word.as_str())));
        keys.extend(Level::ALL.map(|word| format!("level-{}", word.as_str())));
        for language in Language::ALL {
            let messages = Messages::load(language);
            for key in &keys {
                assert!(messages.find_label(key).is_some(), "{key} in {language:?}");
            }
        }
    }

    #[test]
    fn falls_back_to_the_code_with_its_arguments() {
        let messages = Messages::load(Language::Swedish);
        assert_eq!(
            messages.note(&Note::new("reason-of-tomorrow")),
            "reason-of-tomorrow"
        );
        let note = Note::new("limit-x").with("count", 3u32);
        assert_eq!(messages.note(&note), "limit-x (count 3)");
        assert_eq!(messages.label("rule-own.thing"), "rule-own.thing");
    }

    #[test]
    fn writes_numbers_as_the_language_does() {
        let [en, sv, da] = Language::ALL.map(Messages::load);
        assert_eq!(en.number(1_234_567), "1,234,567");
        assert_eq!(sv.number(12_345), "12\u{a0}345");
        assert_eq!(da.number(2019), "2019");
        assert_eq!(sv.bytes(1_500_000), "1,5\u{a0}MB");
        assert_eq!(en.bytes(999), "999\u{a0}B");
        assert_eq!(en.percent(1, 3), "33%");
        assert_eq!(da.percent(99_999, 100_000), "99,9\u{a0}%");
        assert_eq!(en.percent(0, 0), "0%");
    }

    #[test]
    fn finds_a_language_by_any_tag_of_it() {
        assert_eq!(Language::find("sv_SE.UTF-8"), Some(Language::Swedish));
        assert_eq!(Language::find("DA"), Some(Language::Danish));
        assert_eq!(Language::find("fi"), None);
    }
}
