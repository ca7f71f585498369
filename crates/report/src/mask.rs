//! Paths without what identifies a person, for every report that goes to more than the owner.
//!
//! Names of files and folders hold numbers and mail addresses, so digits and mailboxes are masked whether or not a rule
//! found them; a name in which something else was found (a diagnosis, a person) is hidden as a whole. It errs on the side
//! of hiding: a date written as `20190516` is masked too, `2019-05-16` is not.

use sporhund_model::{Category, ItemRecord, Part};
use std::ops::Range;

/// What stands for a name that is hidden.
pub const HIDDEN: &str = "•••";
/// A run of so many digits is masked.
const DIGITS_IN_A_ROW: usize = 6;
/// Groups of digits with little between them are masked when they have so many together.
const DIGITS_IN_GROUPS: usize = 10;
/// So many characters may stand between two groups of digits of one number (`811218 - 9876`).
const BETWEEN_GROUPS: usize = 3;

/// A path or name with numbers and mail addresses masked.
///
/// ```
/// use sporhund_report::mask::mask_path;
/// assert_eq!(mask_path("Elever/811218-9876 brev.docx"), "Elever/******-**** brev.docx");
/// assert_eq!(mask_path("2019-05-16 anna@example.org.eml"), "2019-05-16 a***@example.org.eml");
/// ```
pub fn mask_path(path: &str) -> String {
    mask_digits(&mask_mailboxes(path))
}

/// The item's path below its root as common reports show it.
pub fn masked_item_path(record: &ItemRecord) -> String {
    let path = record.item.path.display();
    let hidden = hidden_ranges(record, &path);
    let mut start = 0;
    let names = path.split('/').map(|name| {
        let range = start..start + name.len();
        start = range.end + 1;
        if hidden.iter().any(|other| overlap(other, &range)) {
            hide(name)
        } else {
            mask_path(name)
        }
    });
    names.collect::<Vec<_>>().join("/")
}

/// A folder's path as common reports show it: the masked path without its last name.
pub fn masked_folder(record: &ItemRecord) -> String {
    let mut path = masked_item_path(record);
    let cut = path.rfind('/').unwrap_or(0);
    path.truncate(cut);
    path
}

/// Where something was found that masking digits and mailboxes does not hide.
///
/// A span counts from the start of the path, or of the file's name where only that was looked at: both are hidden.
fn hidden_ranges(record: &ItemRecord, path: &str) -> Vec<Range<usize>> {
    let name_start = path.rfind('/').map_or(0, |cut| cut + 1);
    let mut ranges = Vec::new();
    let in_name = record.findings.iter().filter(|finding| {
        finding.location.part == Part::Name
            && finding.member.is_item()
            && !matches!(finding.category, Category::NationalId | Category::Contact)
    });
    for finding in in_name {
        let (start, end) = (finding.span.start as usize, finding.span.end as usize);
        if start >= end || end > path.len() {
            ranges.push(0..path.len());
        } else {
            ranges.push(start..end);
            ranges.push(name_start..path.len());
        }
    }
    ranges
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Nothing of a name but its extension.
fn hide(name: &str) -> String {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_plain = |extension: &str| {
        (1..=5).contains(&extension.len())
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && extension.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    if is_plain(extension) {
        format!("{HIDDEN}.{extension}")
    } else {
        HIDDEN.to_owned()
    }
}

fn mask_mailboxes(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, after) = rest.split_at(at);
        let local = before
            .char_indices()
            .rev()
            .take_while(|(_, character)| is_of_mailbox(*character))
            .last()
            .map_or(at, |(start, _)| start);
        masked.push_str(&before[..local]);
        masked.extend(before[local..].chars().take(1));
        if local < at {
            masked.push_str("***");
        }
        masked.push('@');
        rest = after.get(1..).unwrap_or("");
    }
    masked.push_str(rest);
    masked
}

fn is_of_mailbox(character: char) -> bool {
    character.is_alphanumeric() || "._%+-'*".contains(character)
}

fn mask_digits(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut masked = characters.clone();
    let mut at = 0;
    while at < characters.len() {
        let run = run_of_groups(&characters, at);
        if run.is_number() {
            for character in &mut masked[run.range.clone()] {
                if character.is_numeric() {
                    *character = '*';
                }
            }
        }
        at = run.range.end.max(at + 1);
    }
    masked.into_iter().collect()
}

/// Groups of digits with little between them.
struct Run {
    range: Range<usize>,
    longest: usize,
    total: usize,
}

impl Run {
    fn is_number(&self) -> bool {
        self.longest >= DIGITS_IN_A_ROW || self.total >= DIGITS_IN_GROUPS
    }
}

fn run_of_groups(characters: &[char], start: usize) -> Run {
    let mut run = Run {
        range: start..start,
        longest: 0,
        total: 0,
    };
    let mut at = start;
    loop {
        let tail = characters.get(at..).unwrap_or(&[]);
        let digits = tail.iter().take_while(|c| c.is_numeric()).count();
        if digits == 0 {
            return run;
        }
        run.longest = run.longest.max(digits);
        run.total += digits;
        run.range.end = at + digits;
        let after = characters.get(run.range.end..).unwrap_or(&[]);
        let between = after
            .iter()
            .take_while(|c| !c.is_alphanumeric() && **c != '/')
            .count();
        if between == 0 || between > BETWEEN_GROUPS {
            return run;
        }
        at = run.range.end + between;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sporhund_model::{Confidence, Finding, Item, Location, MemberPath, RelPath, RuleId, Span};

    fn record(path: &str, category: Category, span: Span) -> ItemRecord {
        ItemRecord {
            item: Item {
                path: RelPath::from(path),
                ..Item::default()
            },
            findings: vec![Finding {
                rule: RuleId::parse("term").unwrap(),
                category,
                member: MemberPath::default(),
                location: Location {
                    part: Part::Name,
                    ..Location::default()
                },
                span,
                confidence: Confidence::MAX,
                reasons: Vec::new(),
                masked: String::new(),
                fingerprint: None,
                person: None,
                occurrences: 1,
                column: None,
                value: None,
            }],
            ..ItemRecord::default()
        }
    }

    #[test]
    fn masks_numbers_however_they_are_grouped() {
        for (path, masked) in [
            ("19811218-9876", "********-****"),
            ("81 12 18 - 9876", "** ** ** - ****"),
            ("811218–9876.pdf", "******–****.pdf"),
            ("８１１２１８", "******"),
            ("2019-05-16 brev.docx", "2019-05-16 brev.docx"),
            ("KS 2018-65", "KS 2018-65"),
            ("811218/9876", "******/9876"),
            ("", ""),
        ] {
            assert_eq!(mask_path(path), masked, "{path}");
        }
    }

    #[test]
    fn masks_the_mailbox_and_keeps_the_domain() {
        assert_eq!(mask_path("åsa.ek@example.se"), "å***@example.se");
        assert_eq!(mask_path("@a@@"), "@a***@@");
    }

    #[test]
    fn hides_the_names_in_which_a_term_was_found() {
        let span = Span { start: 4, end: 9 };
        let record = record("Akt/cancer Ek/brev.docx", Category::Health, span);
        assert_eq!(masked_item_path(&record), "Akt/•••/•••.docx");
    }

    #[test]
    fn hides_the_whole_path_when_the_span_fits_nowhere() {
        let span = Span { start: 4, end: 900 };
        let record = record("Akt/brev.docx", Category::Health, span);
        assert_eq!(masked_item_path(&record), "•••/•••.docx");
    }
}
