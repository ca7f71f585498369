//! The share as a whole, with checks that share no code with the generator.

use crate::{Manifest, Options, generate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn written() -> (tempfile::TempDir, Manifest) {
    let dir = tempfile::tempdir().unwrap();
    let manifest = generate(dir.path(), &Options::default()).unwrap();
    (dir, manifest)
}

fn truth(manifest: &Manifest) -> Vec<Value> {
    let text = fs::read_to_string(&manifest.truth).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Every file below a folder with its bytes and time.
fn files(dir: &Path) -> BTreeMap<Vec<u8>, (Vec<u8>, i64)> {
    let mut found = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let time = fs::metadata(&path).unwrap();
                let time = filetime::FileTime::from_last_modification_time(&time).unix_seconds();
                let name = path.strip_prefix(dir).unwrap().as_os_str();
                let name = name.as_encoded_bytes().to_vec();
                found.insert(name, (fs::read(&path).unwrap(), time));
            }
        }
    }
    found
}

#[test]
fn writes_more_than_three_hundred_files_of_every_format() {
    let (_dir, manifest) = written();
    let files = files(&manifest.share);
    assert!(files.len() >= 320, "{}", files.len());
    assert_eq!(files.len() as u64, manifest.files);
    for format in [
        "txt", "log", "md", "csv", "docx", "xlsx", "pdf", "html", "eml", "zip", "jpg",
    ] {
        let end = format!(".{format}");
        assert!(
            files.keys().any(|name| name.ends_with(end.as_bytes())),
            "{format}"
        );
    }
    for unit in &manifest.units {
        assert!(manifest.share.join(unit.folder).is_dir());
    }
}

#[test]
fn writes_the_same_bytes_and_times_again() {
    let (first_dir, first) = written();
    let (second_dir, second) = written();
    assert!(files(&first.share) == files(&second.share));
    assert_eq!(
        fs::read(&first.truth).unwrap(),
        fs::read(&second.truth).unwrap()
    );
    let plans = |dir: &Path| {
        let plans = files(&dir.join("plan"));
        plans.into_iter().map(|(name, (bytes, _))| (name, bytes))
    };
    assert!(plans(first_dir.path()).eq(plans(second_dir.path())));
}

#[test]
fn replaces_its_own_share_and_no_other() {
    let (dir, _) = written();
    assert!(generate(dir.path(), &Options::default()).is_ok());
    fs::remove_file(dir.path().join("ground-truth.jsonl")).unwrap();
    assert!(generate(dir.path(), &Options::default()).is_err());
}

#[test]
fn plants_only_numbers_that_pass_their_authority_s_check() {
    let (_dir, manifest) = written();
    let mut seen = 0;
    for line in truth(&manifest) {
        let (Some(rule), Some(key)) = (line["rule"].as_str(), line["key"].as_str()) else {
            continue;
        };
        seen += 1;
        match rule {
            "se.personnummer" => assert!(is_test_number(key, 0), "{key}"),
            "se.samordningsnummer" => assert!(is_test_number(key, 60), "{key}"),
            "dk.cpr" => assert!(is_harmless_cpr(key), "{key}"),
            _ => assert!(is_example_mail(key), "{key}"),
        }
    }
    assert!(seen > 1000 && seen == manifest.planted, "{seen}");
}

fn digits(text: &str) -> Vec<u32> {
    text.chars()
        .map(|digit| digit.to_digit(10).unwrap())
        .collect()
}

fn is_test_number(key: &str, day_shift: u32) -> bool {
    let digits = digits(key);
    let day = digits[6] * 10 + digits[7];
    let month = digits[4] * 10 + digits[5];
    let mut sum = 0;
    for (place, digit) in digits[2..].iter().enumerate() {
        let product = if place % 2 == 0 { digit * 2 } else { *digit };
        sum += if product > 9 { product - 9 } else { product };
    }
    key.len() == 12
        && sum.is_multiple_of(10)
        && (1..=12).contains(&month)
        && (day_shift + 1..=day_shift + 28).contains(&day)
        && &key[8..10] >= "98"
}

fn is_harmless_cpr(key: &str) -> bool {
    let digits = digits(key);
    let weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = digits.iter().zip(weights).map(|(a, b)| a * b).sum();
    let (day, year) = (digits[0] * 10 + digits[1], digits[4] * 10 + digits[5]);
    let is_replacement = (61..=91).contains(&day);
    let is_of_the_dead = (5..=8).contains(&digits[6]) && year >= 58;
    key.len() == 10 && sum.is_multiple_of(11) && (is_replacement || is_of_the_dead)
}

fn is_example_mail(key: &str) -> bool {
    ["org", "com", "se", "dk"]
        .iter()
        .any(|end| key.ends_with(&format!("@example.{end}")))
}

#[test]
fn dates_nothing_after_today() {
    let dir = tempfile::tempdir().unwrap();
    let today = jiff::civil::date(2031, 1, 2);
    let options = Options {
        today,
        ..Options::default()
    };
    let manifest = generate(dir.path(), &options).unwrap();
    let end = crate::share::seconds_of(today);
    let times: Vec<i64> = files(&manifest.share)
        .into_values()
        .map(|(_, time)| time)
        .collect();
    assert!(times.iter().all(|time| *time < end));
    let oldest = times.iter().min().unwrap();
    assert!(end - oldest > 10 * 365 * 86_400);
}

#[test]
fn tells_what_is_true_only_of_files_that_are_there() {
    let (_dir, manifest) = written();
    let names: BTreeSet<String> = files(&manifest.share)
        .into_keys()
        .map(|name| String::from_utf8_lossy(&name).replace('\\', "/"))
        .collect();
    for line in truth(&manifest) {
        let path = line["path"].as_str().unwrap();
        assert!(names.contains(path), "{path}");
    }
}

#[test]
fn plants_values_in_every_place() {
    let (_dir, manifest) = written();
    let truth = truth(&manifest);
    let parts: BTreeSet<&str> = truth
        .iter()
        .filter_map(|line| line["part"].as_str())
        .collect();
    for part in [
        "body",
        "table_cell",
        "header",
        "footer",
        "footnote",
        "comment",
        "deletion",
        "property",
        "split_runs",
        "link",
        "attribute",
        "file_name",
        "folder_name",
        "sheet_name",
        "member_name",
        "attachment_name",
        "mail_header",
        "mail_subject",
        "hidden_sheet",
        "lost_zero",
        "nbsp",
        "en_dash",
        "space",
        "twelve_digits",
        "plus",
        "coordination",
        "register_extract",
    ] {
        assert!(parts.contains(part), "{part}");
    }
}

#[test]
fn knows_verdicts_of_every_kind() {
    let (_dir, manifest) = written();
    let mut states: BTreeMap<String, u32> = BTreeMap::new();
    for line in truth(&manifest) {
        if let Some(state) = line["verdict"].as_str() {
            *states.entry(state.to_owned()).or_default() += 1;
        }
    }
    for state in [
        "overdue",
        "possibly_overdue",
        "due_soon",
        "keep_until",
        "may_dispose",
        "preserve",
        "deliver_to_archive",
        "delivery_overdue",
        "review",
        "unclassified",
        "working_paper_due",
    ] {
        assert!(
            states.get(state).is_some_and(|files| *files >= 2),
            "{state}"
        );
    }
}
