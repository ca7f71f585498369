//! Text as people and programs leave it in cells and names, brought to one form.
//!
//! Soft hyphens and zero-width marks vanish, spaces of all kinds become one, letters with loose accents (macOS, PDF) are
//! put together, dashes become hyphens, and a word that was broken with a hyphen at a line's end is whole again.

/// The letter that a base letter and a loose accent stand for.
fn compose(base: char, accent: char) -> Option<char> {
    Some(match (base, accent) {
        ('a', '\u{30a}') => 'å',
        ('A', '\u{30a}') => 'Å',
        ('a', '\u{308}') => 'ä',
        ('A', '\u{308}') => 'Ä',
        ('o', '\u{308}') => 'ö',
        ('O', '\u{308}') => 'Ö',
        ('u', '\u{308}') => 'ü',
        ('e', '\u{301}') => 'é',
        ('E', '\u{301}') => 'É',
        _ => return None,
    })
}

/// One character in its plain form; `None` for what is not seen.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        // What is not seen, and the stars and raised figures of footnotes.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '*'
        | '†'
        | '‡'
        | '¹'
        | '²'
        | '³'
        | '⁴'..='⁹' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0)?,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\n' => '\n',
        other if other.is_whitespace() || other.is_control() => ' ',
        other => other,
    })
}

/// Whether the letter is in its plain form already, as nearly all are.
fn is_plain(letter: char) -> bool {
    // Latin letters, without the raised figures and the soft hyphen among them.
    letter != '*' && matches!(letter, ' '..='~' | '\u{c0}'..='\u{17f}')
}

/// The text in its plain form, case kept, line breaks as `\n`.
pub fn clean(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if let Some(whole) = out.chars().last().and_then(|base| compose(base, letter)) {
            out.pop();
            out.push(whole);
        } else if let Some(letter) = plain(letter) {
            out.push(letter);
        }
    }
    out
}

/// A heading or name for comparing: lower case words with one space between, all else left out.
pub fn words(text: &str) -> Vec<String> {
    let text = rejoin(&clean(text)).to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Joins words that were broken with a hyphen at the end of a line.
pub fn rejoin(text: &str) -> String {
    if !text.contains('\n') {
        return text.trim_end_matches(' ').to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end_matches(' ');
        let follows_small = lines.peek().is_some_and(|next| {
            let next = next.trim_start();
            next.starts_with(char::is_lowercase) && !is_conjunction(next)
        });
        match line.strip_suffix('-') {
            Some(head) if follows_small && head.ends_with(char::is_alphabetic) => {
                out.push_str(head);
                if let Some(next) = lines.next() {
                    out.push_str(next.trim_start());
                }
            }
            _ => out.push_str(line),
        }
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}

/// Whether the text opens with a word that a hanging hyphen points to ("prøvelses- og ægteskabsbøger").
pub fn is_conjunction(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(
        word.to_lowercase().as_str(),
        "och" | "og" | "eller" | "samt" | "resp" | "respektive" | "o"
    )
}

/// The ways in which a word is typed on a keyboard without its letters.
pub fn ascii_forms(word: &str) -> [String; 2] {
    let mut short = String::new();
    let mut long = String::new();
    for letter in word.chars() {
        let (a, b) = match letter {
            'å' => ("a", "aa"),
            'ä' => ("a", "ae"),
            'ö' | 'ø' => ("o", "oe"),
            'æ' => ("ae", "ae"),
            'é' => ("e", "e"),
            _ => {
                short.push(letter);
                long.push(letter);
                continue;
            }
        };
        short.push_str(a);
        long.push_str(b);
    }
    [short, long]
}

/// The number of single-letter edits (insert, delete, replace, swap of neighbours) between two words, at most `limit` + 1.
pub fn distance(left: &str, right: &str, limit: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let first = |i: usize| (0..=b.len()).map(move |j| i + j).collect::<Vec<_>>();
    let mut rows: Vec<Vec<usize>> = (0..=a.len()).map(first).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brings_spaces_hyphens_and_accents_to_one_form() {
        assert_eq!(
            clean("Gall\u{ad}ras\u{a0}5\u{a0}a\u{30a}r*"),
            "Gallras 5 år"
        );
        assert_eq!(rejoin("avslut-\nning av\närende"), "avslutning av\närende");
        assert_eq!(rejoin("prøvelses-\nog bøger"), "prøvelses-\nog bøger");
        assert_eq!(words("Bevaras/-\nGALLRAS:"), ["bevaras", "gallras"]);
    }

    #[test]
    fn counts_edits_with_swaps_as_one() {
        assert_eq!(distance("gallars", "gallras", 2), 1);
        assert_eq!(distance("galras", "gallras", 2), 1);
        assert_eq!(distance("abc", "gallras", 2), 3);
    }
}
