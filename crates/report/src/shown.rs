//! Small pieces that several reports show.

use crate::mask::mask_path;
use crate::messages::Messages;
use jiff::Timestamp;
use jiff::tz::Offset;
use sporhund_model::{Arg, Item, ItemRecord, Location, Part, Root};

/// At most `limit` characters, cut in the middle, since both ends of a path tell something.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    let clean = |character: char| {
        if character.is_control() || is_directional(character) {
            '\u{fffd}'
        } else {
            character
        }
    };
    let length = text.chars().count();
    if length <= limit {
        return text.chars().map(clean).collect();
    }
    let half = limit.saturating_sub(1) / 2;
    let start = text.chars().take(half);
    let end = text.chars().skip(length - half);
    start.chain(['…']).chain(end).map(clean).collect()
}

/// Marks that turn the direction of text, with which a name can be made to look like another.
fn is_directional(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// A root as people know it, with numbers and mailboxes masked.
pub(crate) fn root_name(root: &Root) -> String {
    let shown = if root.display.is_empty() {
        mask_path(&root.path.to_string_lossy())
    } else {
        mask_path(&root.display)
    };
    shorten(&shown, 200)
}

/// The bytes of the item's path as given: the root's path, `/`, and the path below it.
pub(crate) fn full_path(item: &Item, root: Option<&Root>) -> Vec<u8> {
    let mut path = match root {
        Some(root) => root.path.as_os_str().as_encoded_bytes().to_vec(),
        None => item.root.0.as_bytes().to_vec(),
    };
    if !item.path.as_bytes().is_empty() {
        if !path.ends_with(b"/") && !path.ends_with(b"\\") {
            path.push(b'/');
        }
        path.extend_from_slice(item.path.as_bytes());
    }
    path
}

/// The year a document is from: of the date that decided its verdict, else of its last change.
pub(crate) fn year_of(record: &ItemRecord) -> Option<i16> {
    let verdict = record.verdict.as_ref();
    let chosen = verdict.and_then(|verdict| verdict.evidence.get(verdict.chosen?));
    if let Some(evidence) = chosen {
        return Some(evidence.date.year());
    }
    let modified = record.item.times.modified?;
    Some(Offset::UTC.to_datetime(modified).year())
}

/// Date and time to the minute, in UTC.
pub(crate) fn minute(time: Timestamp) -> String {
    let utc = Offset::UTC.to_datetime(time);
    format!("{} {:02}:{:02} UTC", utc.date(), utc.hour(), utc.minute())
}

/// Where something stands, in words.
pub(crate) fn place(messages: &Messages, location: &Location) -> String {
    let mut words = Vec::new();
    let mut say = |id: &str, value: Option<Arg>| {
        words.extend(value.map(|value| messages.text(id, &[("n", value)])));
    };
    say("place-sheet", location.sheet.as_deref().map(Arg::from));
    say("place-cell", location.cell.as_deref().map(Arg::from));
    say("place-page", location.page.map(Arg::from));
    say("place-slide", location.slide.map(Arg::from));
    say("place-line", location.line.map(Arg::from));
    say("place-column", location.column.map(Arg::from));
    if location.part != Part::Body || words.is_empty() {
        words.insert(0, messages.label(part_key(location.part)));
    }
    words.join(", ")
}

/// The message key of a part.
pub(crate) fn part_key(part: Part) -> &'static str {
    match part {
        Part::Heading => "part-heading",
        Part::Header => "part-header",
        Part::Footer => "part-footer",
        Part::Note => "part-note",
        Part::Comment => "part-comment",
        Part::Insertion => "part-insertion",
        Part::Deletion => "part-deletion",
        Part::TextBox => "part-text-box",
        Part::Property => "part-property",
        Part::FormField => "part-form-field",
        Part::Hidden => "part-hidden",
        Part::Formula => "part-formula",
        Part::Link => "part-link",
        Part::Attribute => "part-attribute",
        Part::Source => "part-source",
        Part::MailHeader => "part-mail-header",
        Part::Name => "part-name",
        Part::SpeakerNotes => "part-speaker-notes",
        Part::Master => "part-master",
        _ => "part-body",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_in_the_middle_and_takes_out_control_characters() {
        assert_eq!(shorten("abcdefghij", 7), "abc…hij");
        assert_eq!(
            shorten("a\u{1b}[31m\u{202e}b", 20),
            "a\u{fffd}[31m\u{fffd}b"
        );
        assert_eq!(shorten("åäö", 3), "åäö");
    }

    #[test]
    fn joins_the_root_and_the_path_with_one_slash() {
        let item = Item {
            path: "a/b.txt".into(),
            ..Item::default()
        };
        let root = |path: &str| Root {
            name: sporhund_model::RootName("r".into()),
            path: path.into(),
            display: String::new(),
            controller: String::new(),
            unit: None,
        };
        assert_eq!(full_path(&item, Some(&root("/srv"))), b"/srv/a/b.txt");
        assert_eq!(full_path(&item, Some(&root("/"))), b"/a/b.txt");
        assert_eq!(
            full_path(&Item::default(), Some(&root("/srv/x.txt"))),
            b"/srv/x.txt"
        );
    }
}
