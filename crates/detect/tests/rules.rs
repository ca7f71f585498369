//! The shipped rules against their own examples, and texts that no rule file holds.
#![allow(clippy::unwrap_used)]

mod common;

use common::{rules, validators};
use jiff::civil::date;
use sporhund_detect::{RuleSource, Rules, builtin_sources, check, costs};
use sporhund_model::{Confidence, RuleId};
use sporhund_score::synth::numbers;
use sporhund_score::synth::random::Random;
use std::collections::BTreeMap;

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
    let errors = Rules::compile(&sources, common::plugins()).err().unwrap();
    let text = errors[0].to_string();
    assert!(
        text.contains("rules/se/personnummer.toml: line ")
            && text.contains("`luhnn`")
            && text.contains("se-personnummer"),
        "{text}"
    );
}

/// A rule of somebody's own.
fn own_rule(candidate: &str) -> RuleSource {
    RuleSource {
        file: "own/rule.toml".to_owned(),
        text: format!(
            "id = \"own.rule\"\nname = \"Own\"\ndescription = \"Own numbers.\"\ncategory = \"other\"\nlevel = \"ordinary\"\nconfidence = 0.6\n\
             examples = [\"a\", \"b\"]\nnegative_examples = [\"c\", \"d\"]\n[candidate]\n{candidate}\n"
        ),
        dictionaries: BTreeMap::new(),
    }
}

#[test]
fn an_error_shows_the_line_and_what_was_meant() {
    let mut source = own_rule("kind = \"at\"");
    source.text = source
        .text
        .replace("level = \"ordinary\"", "level = \"ordinery\"");
    let errors = Rules::compile(&[source], validators()).err().unwrap();
    let text = errors[0].to_string();
    assert!(
        text.contains("own/rule.toml: line 5: level `ordinery`")
            && text.contains("is `ordinary` meant?")
            && text.ends_with("5 | level = \"ordinery\"\n  |          ^^^^^^^^"),
        "{text}"
    );
}

#[test]
fn warns_of_costly_candidates() {
    for (candidate, word) in [
        (
            "kind = \"regex\"\npattern = '[0-9]{4}-[A-Z]{2}'",
            "every byte",
        ),
        ("kind = \"regex\"\npattern = 'abc\\d+'", "Unicode"),
        ("kind = \"literal\"\npattern = 'a'", "everywhere"),
        ("kind = \"digits\"\nshapes = [\"4\"]", "require_label"),
    ] {
        let rules = Rules::compile(&[own_rule(candidate)], validators())
            .ok()
            .unwrap();
        let warnings = costs(&rules);
        assert_eq!(warnings.len(), 1, "{candidate}");
        let text = warnings[0].to_string();
        assert!(
            text.contains(word) && text.starts_with("own/rule.toml: line 1"),
            "{text}"
        );
    }
    let fine = own_rule("kind = \"regex\"\npattern = 'Anst-[0-9]{6}'");
    let rules = Rules::compile(&[fine], validators()).ok().unwrap();
    assert!(costs(&rules).is_empty());
}

#[test]
fn the_page_of_detectors_is_current() {
    let page = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../docs/detectors.md"
    ))
    .expect("docs/detectors.md is there");
    assert!(
        page == rules().markdown(),
        "make it again: cargo run -p sporhund-detect --example detectors > docs/detectors.md"
    );
}

#[test]
fn compiles_hundreds_of_rules() {
    let mut sources = builtin_sources();
    for number in 0..300 {
        let mut source = own_rule("kind = \"digits\"\nshapes = [\"7 5 3\"]");
        source.text = source
            .text
            .replace("own.rule", &format!("own.rule{number}"));
        sources.push(source);
    }
    let rules = Rules::compile(&sources, common::plugins()).ok().unwrap();
    assert_eq!(
        found(&rules, "Personnummer 811218-9876 är registrerat."),
        ["se.personnummer=811218-9876"]
    );
}

/// A csv file with one row for each value.
fn column(heading: &str, values: &[String]) -> String {
    let rows: Vec<String> = values
        .iter()
        .map(|value| format!("x;{value};y\n"))
        .collect();
    format!("a;{heading};b\n{}", rows.concat())
}

#[test]
fn a_column_of_persons_is_one_register_extract() {
    let rules = rules();
    let settings = sporhund_detect::Settings {
        occurrences: sporhund_detect::Occurrences::Samples,
        ..common::settings()
    };
    let mut random = Random::new(3);
    let values: Vec<String> = (0..400)
        .map(|_| numbers::personnummer(&mut random))
        .collect();
    let twice = [values.clone(), values].concat();
    let found = common::assess(&rules, &settings, &column("pnr", &twice), Some(b';'));
    assert_eq!(
        found.assessment.kind,
        sporhund_model::DocumentKind::RegisterExtract
    );
    assert!(found.mentions.len() > 390 && found.findings.len() <= 32);
    let total: u64 = found
        .findings
        .iter()
        .map(|finding| finding.occurrences)
        .sum();
    assert_eq!(total, 800);
    let note = found.findings[0]
        .reasons
        .iter()
        .find(|note| note.code == "reason-column-total");
    assert!(note.is_some(), "{:?}", found.findings[0].reasons);
}

#[test]
fn a_column_of_look_alikes_gives_nothing_but_what_is_labelled() {
    let rules = rules();
    let mut random = Random::new(4);
    let mut values: Vec<String> = (0..3000)
        .map(|_| format!("{}-{}", random.digits(6), random.digits(4)))
        .collect();
    values[1500] = "pnr 811218-9876".to_owned();
    for text in [column("kod", &values), values.join("\n")] {
        let delimiter = text.contains(';').then_some(b';');
        let found = common::find(&rules, &common::settings(), &text, delimiter);
        let values: Vec<&str> = found
            .iter()
            .filter_map(|finding| finding.value.as_deref())
            .collect();
        assert_eq!(values, ["811218-9876"], "{delimiter:?}");
    }
}

#[test]
fn wishes_of_the_organisation_are_kept() {
    let wishes = sporhund_detect::Wishes {
        numbers: ["46846500400".to_owned(), "9912346".to_owned()].into(),
        domains: ["example.org".to_owned()].into(),
        thresholds: [(RuleId::parse("phone.se").unwrap(), Confidence::new(0.95))].into(),
        ..sporhund_detect::Wishes::default()
    };
    let digest = rules().digest();
    let rules = rules().with_wishes(wishes);
    assert_ne!(
        digest,
        rules.digest(),
        "files are read again when wishes change"
    );
    let text = "Växel 08-465 004 00, bankgiro 991-2346, info anna@example.org, mejl per@example.se. Ring 031-390 06 01";
    assert_eq!(
        found(&rules, text),
        ["email=anna@example.org", "email=per@example.se"]
    );
}

/// What a text is as a whole, for an organisation at `example.org`.
fn assessed(text: &str, levels: &[(&str, sporhund_model::Level)]) -> sporhund_detect::Assessed {
    let levels = levels
        .iter()
        .map(|(rule, level)| (RuleId::parse(rule).unwrap(), *level));
    let wishes = sporhund_detect::Wishes {
        domains: ["example.org".to_owned()].into(),
        levels: levels.collect(),
        ..sporhund_detect::Wishes::default()
    };
    let rules = rules().with_wishes(wishes);
    common::assess(&rules, &common::settings(), text, None)
}

#[test]
fn official_contact_data_is_a_level_below_the_rest() {
    use sporhund_model::Level;
    let level = |text| assessed(text, &[]).assessment.level;
    assert_eq!(level("Skriv till anna.berg@example.org"), Level::Official);
    assert_eq!(level("Skriv till info@example.com"), Level::Official);
    assert_eq!(level("Växel: 08-465 004 00"), Level::Official);
    assert_eq!(level("Hovednummer 33 92 33 92"), Level::Official);
    assert_eq!(
        level(
            "Tack för ditt mejl.\n\nMed vänlig hälsning\nAnna Berg\nBygglovshandläggare\nExempelby kommun\n08-465 004 12"
        ),
        Level::Official
    );
    assert_eq!(
        level("Med venlig hilsen\nMette Jensen\nSagsbehandler\nmette.jensen@example.org"),
        Level::Official
    );
    assert_eq!(level("Skriv till anna.berg@example.com"), Level::Ordinary);
    assert_eq!(
        level("Med vänlig hälsning\nAnna Berg, Solnas mamma\n070-174 06 05"),
        Level::Ordinary
    );
    let both = "Växel: 08-465 004 00. Min mobil: 070-174 06 05";
    assert_eq!(level(both), Level::Ordinary);
}

#[test]
fn the_organisation_says_which_level_a_rule_has() {
    use sporhund_model::Level;
    let text = "Karin Berg, 811218-9876";
    assert_eq!(assessed(text, &[]).assessment.level, Level::Confidential);
    let wished = assessed(text, &[("se.personnummer", Level::Sensitive)]);
    assert_eq!(wished.assessment.level, Level::Sensitive);
}

#[test]
fn numbers_in_urls_count_in_queries_only() {
    let rules = rules();
    for text in [
        "https://example.org/sok?pnr=811218-9876&x=1",
        "https://example.org/s?personnummer=198112189876",
    ] {
        assert_eq!(found(&rules, text).len(), 1, "{text}");
    }
    for text in [
        "https://example.org/arkiv/811218-9876/bild.jpg",
        "0305e82c-8112-1898-7698-112189876abc",
        "pris 811218,9876 och 3.8112189876",
        "sha1 8112189876811218987681121898768112189876",
    ] {
        assert!(
            found(&rules, text).is_empty(),
            "{text}: {:?}",
            found(&rules, text)
        );
    }
}

#[test]
fn the_worked_example_of_contributing_is_true() {
    let guide = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../CONTRIBUTING.md"
    ))
    .expect("CONTRIBUTING.md is there");
    let block = guide
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("it shows a rule");
    let mut sources = builtin_sources();
    sources.push(RuleSource {
        file: "CONTRIBUTING.md".to_owned(),
        text: block.to_owned(),
        dictionaries: BTreeMap::new(),
    });
    let rules = Rules::compile(&sources, common::plugins()).ok().unwrap();
    assert_eq!(check(&rules), []);
}

#[test]
fn each_filled_cell_under_a_sensitive_heading_counts_beside_a_person() {
    let rules = rules();
    let text = "Namn;Personnummer;Diagnos;Fackförening\n\
                Anna Berg;811218-9876;F41;Vision\nLars Ek;640823-3234;;nej\n;;astma;\n";
    let found = common::find(&rules, &common::settings(), text, Some(b';'));
    let sensitive: Vec<(&str, &str)> = found
        .iter()
        .filter(|finding| finding.rule.as_str().starts_with("sensitive."))
        .map(|finding| {
            (
                finding.rule.as_str(),
                finding.value.as_deref().unwrap_or(""),
            )
        })
        .collect();
    assert_eq!(
        sensitive,
        [("sensitive.health", "F41"), ("sensitive.union", "Vision")]
    );
    assert!(found.iter().all(|finding| finding.column.is_none()));
}

#[test]
fn a_bare_number_in_a_row_of_numbers_is_one_of_them() {
    let rules = rules();
    let row = "Saknas i kort: 811218-9876, 640823-3234 och 7010632391 enligt listan.";
    assert!(found(&rules, row).contains(&"se.samordningsnummer=7010632391".to_owned()));
    let alone = "Saknas i kort: kort 7010632391 enligt listan.";
    assert!(found(&rules, alone).is_empty());
}

#[test]
fn a_remark_is_no_heading_of_what_stands_below_it() {
    let rules = rules();
    let text = "Namn;Personnummer;Anteckning\n\
                Anna Berg;811218-9876;Frågade om religion\nLars Ek;640823-3234;Kommer på torsdag\n";
    let found = common::find(&rules, &common::settings(), text, Some(b';'));
    let remark = found
        .iter()
        .find(|finding| finding.value.as_deref() == Some("Kommer på torsdag"));
    assert!(remark.is_none(), "{remark:?}");
}

#[test]
fn a_column_is_one_finding_for_readers_with_located_samples() {
    let rules = rules();
    let mut settings = common::settings();
    settings.occurrences = sporhund_detect::Occurrences::Samples;
    let mut random = Random::new(9);
    let mut values: Vec<String> = (0..60).map(|_| numbers::cpr(&mut random)).collect();
    values.extend_from_within(..20);
    let text = column("CPR-nr", &values);
    let found = common::assess(&rules, &settings, &text, Some(b';'));
    let [finding] = found.findings.as_slice() else {
        panic!("{:?}", found.findings);
    };
    let column = finding.column.as_ref().expect("a whole column");
    assert_eq!((finding.occurrences, column.distinct), (80, 60));
    assert_eq!(column.samples.len(), 32);
    assert_eq!(found.mentions.len(), 60);
    assert_eq!(found.assessment.persons.count, 60);
}

#[test]
fn a_number_and_the_name_beside_it_are_one_person() {
    let text = "Namn: Karin Andersson\nPersonnummer: 811218-9876\n\nKarin Andersson och Lars Holm kom till mötet.";
    let found = common::assess(&rules(), &common::settings(), text, None);
    assert_eq!(found.assessment.persons.count, 2, "{:?}", found.mentions);
}

#[test]
fn what_may_be_a_name_is_not_stored_with_a_heading() {
    let text = "Läkarintyg Kvistelund Karin\n\nIntyget kom den 3 mars.";
    let assessed = common::assess(&rules(), &common::settings(), text, None);
    let words = assessed.signals.heading_words;
    assert!(
        !words
            .iter()
            .any(|word| word == "kvistelund" || word == "karin")
    );
}

#[test]
fn a_number_with_its_name_and_mail_is_one_person() {
    let count = |text: &str| assessed(text, &[]).assessment.persons.count;
    assert_eq!(count("Karin Berg, 811218-9876, karin.berg@example.com"), 1);
    assert_eq!(count("Karin Berg, karin.berg@example.com"), 1);
    assert_eq!(count("Skriv till karin.berg@example.com"), 1);
    assert_eq!(count("Skriv till info@example.com"), 0);
}

#[test]
fn children_and_protected_persons_are_parts_of_the_risk() {
    let parts = |text: &str| -> Vec<String> {
        let risk = assessed(text, &[]).assessment.risk;
        risk.parts
            .iter()
            .map(|part| part.code.to_string())
            .collect()
    };
    assert!(parts("Eleven 20120218-2380").contains(&"risk-children".to_owned()));
    assert!(!parts("Eleven 19811218-9876").contains(&"risk-children".to_owned()));
    assert!(
        parts("Karin Berg, 811218-9876, har skyddad folkbokföring.")
            .contains(&"risk-protected".to_owned())
    );
}

#[test]
fn words_say_that_somebody_is_dead() {
    let is_dead = |text: &str| {
        let mentions = assessed(text, &[]).mentions;
        mentions
            .iter()
            .any(|mention| mention.facts.probably_deceased)
    };
    assert!(is_dead("Dödsboet efter Karin Berg, 811218-9876"));
    assert!(is_dead("Afdøde: Mette Jensen, cpr-nr. 070761-4285"));
    assert!(is_dead("811218-9876 avled den 3 mars."));
    assert!(!is_dead("Karin Berg, 811218-9876\nDödsbo: Per Nyman"));
}
