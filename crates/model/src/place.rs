//! Where in a document a piece of text stands.

use serde::{Deserialize, Serialize};

/// The number of an interned [`Place`] within one document, given out by the sink.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct PlaceId(pub u32);

/// Which part of a document a text stands in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
#[non_exhaustive]
pub enum Part {
    /// Running text.
    #[default]
    Body,
    /// The document's title or a heading.
    Heading,
    /// Page header.
    Header,
    /// Page footer.
    Footer,
    /// Footnote or endnote.
    Note,
    /// Comment, with its author.
    Comment,
    /// Tracked insertion.
    Insertion,
    /// Tracked deletion.
    Deletion,
    /// Text box or shape.
    TextBox,
    /// Document property or other metadata.
    Property,
    /// Form field: its name or value.
    FormField,
    /// Hidden text, row, column, sheet or element.
    Hidden,
    /// Formula or field code.
    Formula,
    /// Link target.
    Link,
    /// Attribute or alternative text.
    Attribute,
    /// Comment or script in the source of a page.
    Source,
    /// Header line of a mail.
    MailHeader,
    /// The name of a file, folder, sheet or member.
    Name,
    /// Speaker notes.
    SpeakerNotes,
    /// A master, layout or page template that documents or slides are built on.
    Master,
}

impl Part {
    /// Every part, in the order of their numbers: `Part::ALL[part as usize]` is the part.
    pub const ALL: [Part; 20] = [
        Part::Body,
        Part::Heading,
        Part::Header,
        Part::Footer,
        Part::Note,
        Part::Comment,
        Part::Insertion,
        Part::Deletion,
        Part::TextBox,
        Part::Property,
        Part::FormField,
        Part::Hidden,
        Part::Formula,
        Part::Link,
        Part::Attribute,
        Part::Source,
        Part::MailHeader,
        Part::Name,
        Part::SpeakerNotes,
        Part::Master,
    ];
}

/// Where a run of segments stands. Rows and columns are in the segment ([`crate::chunk::Cell`]), since a place per cell
/// would grow with the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Which part of the document.
    #[serde(default)]
    pub part: Part,
    /// Sheet name, as the file has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Page, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Slide, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide: Option<u32>,
    /// The number of the table within the document, from 1. Segments of a table carry a [`crate::chunk::Cell`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
}

impl Place {
    /// A place that is just a part.
    pub fn part(part: Part) -> Self {
        Place {
            part,
            ..Place::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_at_their_own_numbers() {
        for (number, part) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, number);
        }
        assert_eq!(Part::ALL.last(), Some(&Part::Master));
    }
}
