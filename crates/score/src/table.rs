//! The score as text for people.

use crate::measure::{Entry, Score};
use crate::share::Share;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes all figures. The number in brackets is the lower end of the 95 % interval.
pub fn write_score(score: &Score, to: &mut impl Write) -> io::Result<()> {
    write_entries("rule", &score.rules, to)?;
    write_entry("all rules", &score.all, to)?;
    if let Some(rate) = score.false_per_mb {
        writeln!(to, "false findings per MB: {rate:.3}")?;
    }
    if score.not_measured > 0 {
        writeln!(to, "findings of other rules: {}", score.not_measured)?;
    }
    write_recall("format", &score.formats, to)?;
    write_recall("part", &score.parts, to)?;
    if !score.sensitive.is_empty() {
        writeln!(to)?;
        write_entries("sensitive", &score.sensitive, to)?;
    }
    write_verdicts(score, to)
}

/// Writes what was missed, what was wrong, and which labels of files differ.
pub fn write_list(score: &Score, to: &mut impl Write) -> io::Result<()> {
    for entry in &score.missed {
        let member = entry.member.as_deref().unwrap_or_default();
        writeln!(
            to,
            "missed\t{}\t{}\t{}\t{}\t{member}",
            entry.rule, entry.key, entry.part, entry.path
        )?;
    }
    for entry in &score.wrong {
        writeln!(to, "false\t{}\t{}\t\t{}", entry.rule, entry.key, entry.path)?;
    }
    for (path, expected, got) in &score.differing {
        writeln!(to, "differs\t{expected}\t{got}\t\t{path}")?;
    }
    Ok(())
}

fn write_entries(
    title: &str,
    entries: &BTreeMap<String, Entry>,
    to: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        to,
        "{title:<24} {:>25} {:>25} {:>6}",
        "precision", "recall", "F1"
    )?;
    entries
        .iter()
        .try_for_each(|(name, entry)| write_entry(name, entry, to))
}

fn write_entry(name: &str, entry: &Entry, to: &mut impl Write) -> io::Result<()> {
    writeln!(
        to,
        "{name:<24} {:>25} {:>25} {:>6.3}",
        shown(&entry.precision),
        shown(&entry.recall),
        entry.f1
    )
}

fn shown(share: &Share) -> String {
    format!(
        "{}/{} {:.3} [{:.3}]",
        share.right, share.of, share.value, share.lower
    )
}

fn write_recall(
    title: &str,
    shares: &BTreeMap<String, Share>,
    to: &mut impl Write,
) -> io::Result<()> {
    if !shares.is_empty() {
        writeln!(to, "\n{title:<24} {:>25}", "recall")?;
    }
    for (name, share) in shares {
        writeln!(to, "{name:<24} {:>25}", shown(share))?;
    }
    Ok(())
}

/// Writes how many verdicts and links are right.
pub fn write_verdicts(score: &Score, to: &mut impl Write) -> io::Result<()> {
    if score.verdicts.of == 0 {
        return Ok(());
    }
    writeln!(to, "\nverdicts right: {}", shown(&score.verdicts))?;
    writeln!(to, "exactly right where one is: {}", shown(&score.decided))?;
    writeln!(to, "wrongly overdue: {}", score.wrongly_overdue)?;
    if score.links.of > 0 {
        writeln!(to, "links right: {}", shown(&score.links))?;
        writeln!(to, "files linked: {}", shown(&score.linked))?;
    }
    for (known, row) in &score.confusion {
        let states: Vec<String> = row
            .iter()
            .map(|(state, files)| format!("{state} {files}"))
            .collect();
        writeln!(to, "{known:<24} → {}", states.join(", "))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_counts_and_bounds() {
        let mut score = Score::default();
        score.formats.insert("docx".into(), Share::new(9, 10));
        let mut text = Vec::new();
        write_score(&score, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("9/10 0.900 [0.596]"), "{text}");
    }
}
