//! Which delimiter a csv file uses.

/// The delimiters that are met, the likeliest first.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Lines that are looked at.
const LINES: usize = 24;

/// The delimiter that cuts the first lines into the same number of cells, at least two; `None` when none does.
pub fn find_delimiter(head: &str) -> Option<u8> {
    let mut lines: Vec<&str> = head
        .lines()
        .take(LINES + 1)
        .filter(|line| !line.trim().is_empty())
        .collect();
    if lines.len() > 2 {
        lines.pop(); // may have been cut
    }
    let score = |delimiter: &u8| (score(&lines, *delimiter), *delimiter);
    DELIMITERS
        .iter()
        .map(score)
        .rev()
        .max_by_key(|(score, _)| *score)
        .filter(|(score, _)| *score > 0)
        .map(|found| found.1)
}

/// Whether a text whose name does not say so is a table: at least three lines, all cut alike into three cells or more.
pub fn is_table(head: &str) -> Option<u8> {
    let lines: Vec<&str> = head.lines().take(8).collect();
    let delimiter = find_delimiter(head)?;
    let count = |line: &&str| count_outside_quotes(line, delimiter);
    let first = lines.first().map(count)?;
    let complete = &lines[..lines.len().saturating_sub(1)];
    (delimiter != b','
        && first >= 2
        && complete.len() >= 3
        && complete.iter().all(|line| count(line) == first))
    .then_some(delimiter)
}

/// Lines cut alike, weighted with the number of cells.
fn score(lines: &[&str], delimiter: u8) -> usize {
    let mut counts: Vec<usize> = lines
        .iter()
        .map(|line| count_outside_quotes(line, delimiter))
        .collect();
    counts.sort_unstable();
    let usual = counts.get(counts.len() / 2).copied().unwrap_or(0);
    let alike = counts.iter().filter(|count| **count == usual).count();
    if usual == 0 {
        0
    } else {
        alike * 100 / counts.len().max(1) * 8 + usual.min(64)
    }
}

fn count_outside_quotes(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            _ if byte == delimiter && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_delimiter() {
        assert_eq!(find_delimiter("a;b;c\n1,5;2;3\n4,7;5;6\n"), Some(b';'));
        assert_eq!(find_delimiter("a,b\n\"x;y\",2\n"), Some(b','));
        assert_eq!(find_delimiter("a\tb\n1\t2\n"), Some(b'\t'));
        assert_eq!(find_delimiter("En mening.\nOch en till.\n"), None);
    }

    #[test]
    fn takes_prose_for_no_table() {
        assert_eq!(is_table("Hej, du, där\nEn, två, tre\nMer\n"), None);
        assert_eq!(is_table("a;b;c\n1;2;3\n4;5;6\n7;8;9\n"), Some(b';'));
    }
}
