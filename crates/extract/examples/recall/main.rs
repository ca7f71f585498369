//! How much of another program's text is in ours, in words, in words with å ä ö æ ø, in id-like numbers and in e-mails:
//! `cargo run --release -p sporhund-extract --example recall -- CACHE FILE…`.
//!
//! PDF is compared with `pdftotext -raw`, all else with what LibreOffice makes of it; what these write is kept in the folder CACHE.
//! Digits behind a decimal sign, short numbers and errors of formulas in workbooks and charts do not count. A line a file of which something is missing: share of words, path, what is missing; sums stand at the end. Files that
//! the other program does not read, or of which it finds fewer than ten words, do not count.
#![allow(clippy::print_stdout)]

mod reference;

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use sporhund_extract::{Input, Limits, decode};
use sporhund_model::{Event, Outcome, Receiver, Stopped};

use reference::Reference;

#[derive(Default)]
struct Collect(String);

impl Receiver for Collect {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        if let Event::Chunk(chunk) = event {
            let own = chunk.own.start as usize..chunk.own.end as usize;
            self.0.push_str(chunk.text.get(own).unwrap_or_default());
            self.0.push('\n');
        }
        Ok(())
    }
}

fn extension(path: &Path) -> String {
    path.extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase()
}

/// Our text; `None` for a file that says of itself that it needs a password.
fn ours(path: &Path) -> std::io::Result<Option<String>> {
    let mut file = File::open(path)?;
    let mut input = Input {
        size: file.metadata()?.len(),
        reader: &mut file,
        extension: &extension(path),
    };
    let mut collect = Collect::default();
    let decoded = decode(&mut input, &Limits::default(), &mut collect);
    Ok((decoded.outcome != Outcome::Encrypted).then_some(collect.0))
}

/// Letters only as a reader sees them: ligatures apart, and hyphens that show at line ends alone left out.
fn readable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            character => out.extend(character.to_lowercase()),
        }
    }
    out
}

/// What LibreOffice shows where it cannot compute.
const ERRORS: [&str; 7] = [
    "#div/0!", "#ref!", "#name?", "#value!", "#num!", "#n/a", "#null!",
];

/// Kinds of files whose cells, or the cells of whose charts, LibreOffice computes.
const WORKBOOKS: [&str; 7] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "fods", "pptx"];

type Bag = HashMap<String, usize>;

fn bag<'a>(words: impl Iterator<Item = &'a str>) -> Bag {
    let mut bag = Bag::new();
    for word in words {
        *bag.entry(word.to_owned()).or_default() += 1;
    }
    bag
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
}

/// Whether a word of a workbook counts: LibreOffice computes, rounds and formats anew, so that dates and short numbers differ.
fn counts_in_sheets(word: &str) -> bool {
    word.len() >= 5 || !word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text without the digits behind a decimal sign, which each program rounds in its own way, and without errors of formulas.
fn without_fractions(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = ERRORS
        .iter()
        .fold(text.to_owned(), |text, error| text.replace(error, " "));
    let text = text.replace("err:", " ");
    let mut last = ['\0'; 2];
    let mut in_fraction = false;
    for character in text.chars() {
        let digit = character.is_ascii_digit();
        let [before, sign] = last;
        in_fraction =
            digit && (in_fraction || before.is_ascii_digit() && matches!(sign, '.' | ','));
        if !in_fraction {
            out.push(character);
        }
        last = [sign, character];
    }
    out
}

fn mails(text: &str) -> impl Iterator<Item = &str> {
    let ends =
        |character: char| !(character.is_ascii_alphanumeric() || ".-_+@".contains(character));
    text.split(ends)
        .map(|word| word.trim_matches(['.', '-', '_']))
        .filter(|word| {
            let sides = word.split_once('@');
            sides.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        })
}

/// Ten or twelve digits, as one run or before and after a hyphen, without the hyphen.
fn numbers(text: &str) -> Bag {
    let mut bag = Bag::new();
    for word in text.split(|character: char| !(character.is_ascii_digit() || character == '-')) {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let groups = word.split('-').filter(|group| !group.is_empty()).count();
        if matches!(digits.len(), 10 | 12) && groups <= 2 {
            *bag.entry(digits).or_default() += 1;
        }
    }
    bag
}

#[derive(Default)]
struct Sum {
    there: usize,
    found: usize,
    missing: Vec<String>,
}

impl Sum {
    fn of(theirs: &Bag, ours: &Bag, keep: impl Fn(&str) -> bool) -> Sum {
        let mut sum = Sum::default();
        for (word, count) in theirs.iter().filter(|(word, _)| keep(word)) {
            let found = ours.get(word).copied().unwrap_or(0).min(*count);
            sum.there += count;
            sum.found += found;
            if found < *count {
                sum.missing.push(word.clone());
            }
        }
        sum.missing.sort();
        sum
    }

    fn add(&mut self, other: &Sum) {
        self.there += other.there;
        self.found += other.found;
    }

    fn share(&self) -> f64 {
        if self.there == 0 {
            return 100.0;
        }
        100.0 * self.found as f64 / self.there as f64
    }
}

fn is_latin(text: &str) -> bool {
    let letters = text.chars().filter(|character| character.is_alphabetic());
    let (mut all, mut latin) = (0usize, 0usize);
    for letter in letters {
        all += 1;
        latin += usize::from((letter as u32) < 0x250);
    }
    latin * 10 >= all * 9
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let cache = PathBuf::from(arguments.next().unwrap_or_default());
    let paths: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    let kept = Reference::prepare(&cache, &paths)?;
    let mut sums: [Sum; 4] = Default::default();
    let (mut files, mut encrypted) = (0, 0);
    for path in paths {
        let is_workbook = WORKBOOKS.contains(&extension(&path).as_str());
        let plain = |text: &str| {
            if is_workbook {
                without_fractions(&readable(text))
            } else {
                readable(text)
            }
        };
        let reference = plain(&kept.text(&path));
        if words(&reference).count() < 10 || !is_latin(&reference) {
            continue;
        }
        let Some(text) = ours(&path)? else {
            encrypted += 1;
            continue;
        };
        files += 1;
        let text = plain(&text);
        let (there, here) = (bag(words(&reference)), bag(words(&text)));
        // A number counts as found when its digits stand in a row, whatever stands beside them.
        let digits: String = text.chars().filter(|character| *character != '-').collect();
        let found: Bag = numbers(&reference)
            .into_iter()
            .filter(|(number, _)| digits.contains(number.as_str()))
            .collect();
        let of_file = [
            Sum::of(&there, &here, |word| !is_workbook || counts_in_sheets(word)),
            Sum::of(&there, &here, |word| {
                word.contains(['å', 'ä', 'ö', 'æ', 'ø'])
            }),
            Sum::of(&numbers(&reference), &found, |_| true),
            Sum::of(&bag(mails(&reference)), &bag(mails(&text)), |_| true),
        ];
        let lost = of_file.iter().skip(2).any(|sum| sum.found < sum.there);
        if of_file[0].share() < 99.5 || lost {
            let missing: Vec<&str> = of_file
                .iter()
                .flat_map(|sum| sum.missing.iter().take(12))
                .map(String::as_str)
                .collect();
            println!(
                "{:.2}\t{}\t{}",
                of_file[0].share(),
                path.display(),
                missing.join(" ")
            );
        }
        for (sum, file) in sums.iter_mut().zip(&of_file) {
            sum.add(file);
        }
    }
    for (name, sum) in ["words", "nordic words", "id-like numbers", "e-mails"]
        .iter()
        .zip(&sums)
    {
        println!(
            "sum\t{name}\t{} of {}\t{:.3} %",
            sum.found,
            sum.there,
            sum.share()
        );
    }
    println!("sum\tfiles\t{files}\tencrypted\t{encrypted}");
    Ok(())
}
