//! What a document says about itself, for linking it to the plan. Made in `detect`, stored, and all that `retention` reads,
//! so that a new plan is judged without reading files.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a signal was taken from; the higher, the more it is trusted.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SignalSource {
    /// Running text.
    #[default]
    Text,
    /// Title or first heading.
    Heading,
    /// Page header.
    Header,
    /// A folder's name.
    Folder,
    /// The file's name.
    Name,
    /// A property of the document.
    Property,
}

/// A class code or case number with its source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Signal {
    /// The value in normal form, such as `VON/2019:49` or `7.1.2`.
    pub value: String,
    /// Where it was taken from.
    pub source: SignalSource,
}

/// How much a date is worth (`domain.md`, section 3): the lower the number, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateRank {
    /// 1: an event from a case system or a mapping file.
    Registered,
    /// 2: an event in the text, near a trigger word.
    Event,
    /// 3: the document's date in header or name.
    Document,
    /// 4: the year in a case number or folder.
    Year,
    /// 5: created or last saved, embedded in the file; the Date of a mail; EXIF.
    Embedded,
    /// 6: the file system's modification time.
    Modified,
    /// 7: the file system's change time.
    Changed,
}

/// One date with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateEvidence {
    /// How much it is worth.
    pub rank: DateRank,
    /// The date; for a year its 31 December, for a school year the end of June (sv) or July (da).
    pub date: Date,
    /// The trigger word's code, such as `case_closed` or `decision`, for events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// Where it was taken from.
    pub source: SignalSource,
}

/// What a name, a folder or the text says of the document's standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Mark {
    /// Draft (`utkast`, `udkast`, `kladde`).
    Draft,
    /// Copy (`kopia`, `kopi`, `- Copy`, `(2)`).
    Copy,
    /// Template or blank form (`mall`, `skabelon`, `blankett`).
    Template,
    /// Temporary file of a program.
    Temporary,
    /// Somebody's own (`privat`).
    Private,
}

/// What a document says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signals {
    /// Class codes, in normal form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class_codes: Vec<Signal>,
    /// Case numbers, in normal form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub case_numbers: Vec<Signal>,
    /// Dates from inside the document: ranks 2, 3 (header) and 5. Dates of path and file system are taken from the item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateEvidence>,
    /// Words of title and first heading in lower case, after masking every detected span.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heading_words: Vec<String>,
    /// The template's name, lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// Draft and copy marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// The language of the text as `sv`, `da`, `en`, where it can be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
