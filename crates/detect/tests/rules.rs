//! The shipped rules against their own examples, and texts that no rule file holds.

use jiff::civil::date;
use sporhund_detect::{Rules, builtin_sources, check};
use sporhund_detector::Validator;

fn validators() -> Vec<Box<dyn Validator>> {
    let mut all = sporhund_plugin_se::validators();
    all.extend(sporhund_plugin_dk::validators());
    all.extend(sporhund_plugin_common::validators());
    all
}

fn rules() -> Rules {
    Rules::compile(&builtin_sources(), validators()).expect("the shipped rules compile")
}

#[test]
fn shipped_rules_do_what_their_examples_say() {
    let failures = check(&rules());
    let lines: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(
        lines.is_empty(),
        "{}\n{} failures",
        lines.join("\n"),
        lines.len()
    );
}

fn found(rules: &Rules, text: &str) -> Vec<String> {
    rules
        .find_in_text(text, date(2026, 1, 1))
        .iter()
        .map(|finding| {
            format!(
                "{}={}",
                finding.rule,
                finding.value.as_deref().unwrap_or_default()
            )
        })
        .collect()
}

#[test]
fn one_span_has_one_meaning() {
    let rules = rules();
    assert_eq!(
        found(&rules, "CPR-nr. 010111-1113 er registreret."),
        ["dk.cpr=010111-1113"]
    );
    assert_eq!(
        found(&rules, "Personnummer 811218-9876 är registrerat."),
        ["se.personnummer=811218-9876"]
    );
    assert_eq!(
        found(&rules, "Organisationsnummer 811218-9876"),
        ["se.personnummer=811218-9876"],
        "a sole trader's organisation number is a personnummer"
    );
    assert_eq!(
        found(&rules, "Fakturanummer 811218-9876"),
        Vec::<String>::new()
    );
}

#[test]
fn sees_through_invisible_characters() {
    let rules = rules();
    assert_eq!(
        found(&rules, "pnr 8112\u{ad}18-98\u{200b}76"),
        ["se.personnummer=8112\u{ad}18-98\u{200b}76"]
    );
    assert_eq!(
        found(&rules, "pnr ８１１２１８-９８７６"),
        ["se.personnummer=８１１２１８-９８７６"]
    );
}

#[test]
fn a_rule_file_error_says_file_line_and_what_would_be_right() {
    let mut sources = builtin_sources();
    let source = sources
        .iter_mut()
        .find(|source| source.file.ends_with("personnummer.toml"))
        .unwrap();
    source.text = source
        .text
        .replace("validate = \"se-personnummer\"", "validate = \"luhnn\"");
    let errors = Rules::compile(&sources, validators()).err().unwrap();
    let text = errors[0].to_string();
    assert!(
        text.contains("rules/se/personnummer.toml: line ")
            && text.contains("`luhnn`")
            && text.contains("se-personnummer"),
        "{text}"
    );
}
