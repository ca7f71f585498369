//! Where the text of a group goes.

use sporhund_model::Part;

/// Where text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into paragraphs.
    #[default]
    Flow,
    /// Nowhere.
    Skip,
    /// Into the table of fonts, of which the character sets matter.
    Fonts,
    /// Into a property of this name.
    Property(&'static str),
    /// Into the name, then the value, of a property that people made.
    OwnName,
    OwnValue,
    /// Into the code of a field.
    Code,
    /// Into a text of its own beside the paragraphs.
    Aside(Part),
    /// Into the name of a property of a drawing, and its value.
    ShapeName,
    ShapeValue,
    /// Into the bytes of an embedded object.
    Object,
    /// Into the names of the authors of changes.
    Authors,
}

/// What a control word opens: a destination, or a text of another part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    Destination(Destination),
    Part(Part),
}

const DESTINATIONS: &[(&str, Destination)] = &[
    ("fonttbl", Destination::Fonts),
    ("colortbl", Destination::Skip),
    ("stylesheet", Destination::Skip),
    ("pict", Destination::Skip),
    ("nonshppict", Destination::Skip),
    ("filetbl", Destination::Skip),
    ("creatim", Destination::Skip),
    ("revtim", Destination::Skip),
    ("printim", Destination::Skip),
    ("buptim", Destination::Skip),
    ("xe", Destination::Aside(Part::Hidden)),
    ("tc", Destination::Aside(Part::Hidden)),
    ("title", Destination::Property("title")),
    ("subject", Destination::Property("subject")),
    ("author", Destination::Property("creator")),
    ("operator", Destination::Property("last-modified-by")),
    ("manager", Destination::Property("manager")),
    ("company", Destination::Property("company")),
    ("category", Destination::Property("category")),
    ("keywords", Destination::Property("keywords")),
    ("doccomm", Destination::Property("description")),
    ("hlinkbase", Destination::Property("hyperlink-base")),
    ("template", Destination::Property("template")),
    ("propname", Destination::OwnName),
    ("staticval", Destination::OwnValue),
    ("fldinst", Destination::Code),
    ("bkmkstart", Destination::Aside(Part::Attribute)),
    ("bkmkend", Destination::Skip),
    ("atnid", Destination::Aside(Part::Comment)),
    ("atnauthor", Destination::Aside(Part::Comment)),
    ("atnref", Destination::Skip),
    ("atndate", Destination::Skip),
    ("ffname", Destination::Aside(Part::FormField)),
    ("ffdeftext", Destination::Aside(Part::FormField)),
    ("ffhelptext", Destination::Aside(Part::FormField)),
    ("ffstattext", Destination::Aside(Part::FormField)),
    ("ffl", Destination::Aside(Part::FormField)),
    ("docvar", Destination::Aside(Part::Property)),
    ("sn", Destination::ShapeName),
    ("sv", Destination::ShapeValue),
    ("objdata", Destination::Object),
    ("objclass", Destination::Skip),
    ("revtbl", Destination::Authors),
    ("htmltag", Destination::Aside(Part::Source)),
];

const PARTS: &[(&str, Part)] = &[
    ("header", Part::Header),
    ("headerl", Part::Header),
    ("headerr", Part::Header),
    ("headerf", Part::Header),
    ("footer", Part::Footer),
    ("footerl", Part::Footer),
    ("footerr", Part::Footer),
    ("footerf", Part::Footer),
    ("footnote", Part::Note),
    ("annotation", Part::Comment),
    ("shptxt", Part::TextBox),
];

/// Groups that start with `\*` and hold others that matter, or text of the paragraph.
const CONTAINERS: &[&str] = &[
    "shpinst",
    "userprops",
    "formfield",
    "ud",
    "do",
    "txfieldtext",
    "ftnsep",
    "mmath",
    "moMath",
];

/// What the word opens, if anything; `starred` groups that are not known are passed over.
pub(super) fn opens(word: &str, starred: bool) -> Option<Opens> {
    if let Some((_, part)) = PARTS.iter().find(|(known, _)| *known == word) {
        return Some(Opens::Part(*part));
    }
    if let Some((_, destination)) = DESTINATIONS.iter().find(|(known, _)| *known == word) {
        return Some(Opens::Destination(*destination));
    }
    let skipped = starred && !CONTAINERS.contains(&word);
    skipped.then_some(Opens::Destination(Destination::Skip))
}
