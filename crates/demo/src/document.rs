//! What a file holds, before it has a format.

use crate::number::{Form, Number};
use jiff::civil::Date;

/// A value that was planted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plant {
    /// The rule that should find it.
    pub rule: &'static str,
    /// Its digits, or the address in lower case.
    pub key: String,
    /// The place or way of writing.
    pub part: &'static str,
    /// The member it stands in.
    pub member: Option<String>,
}

/// A table with headings.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The headings.
    pub headings: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(headings: &[&str]) -> Self {
        Table {
            headings: headings.iter().map(|&word| word.to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// The headings and the rows.
    pub fn all_rows(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.headings).chain(&self.rows)
    }
}

/// What a file holds. A format writes the parts that it knows.
#[derive(Clone, Debug)]
pub struct Document {
    /// The title and first heading.
    pub title: String,
    /// Paragraphs as runs of text, which a reader sees as one.
    pub paragraphs: Vec<Vec<String>>,
    /// A table below the paragraphs.
    pub table: Option<Table>,
    /// Page header (docx, html).
    pub header: Option<String>,
    /// Page footer (docx, html).
    pub footer: Option<String>,
    /// Footnote (docx).
    pub footnote: Option<String>,
    /// Comment (docx), comment in the source (html).
    pub comment: Option<String>,
    /// Tracked deletion (docx).
    pub deletion: Option<String>,
    /// Attribute (html), link target (docx).
    pub attribute: Option<String>,
    /// Custom properties (docx), keywords (pdf).
    pub properties: Vec<(String, String)>,
    /// The date embedded in the file.
    pub created: Option<Date>,
    /// The date of the file system.
    pub modified: Date,
    /// What was planted.
    pub plants: Vec<Plant>,
    /// The sensitive categories that concern an identified person.
    pub sensitive: Vec<&'static str>,
}

impl Document {
    /// A document with a title, made and saved on a day.
    pub fn new(title: impl Into<String>, day: Date) -> Self {
        Document {
            title: title.into(),
            paragraphs: Vec::new(),
            table: None,
            header: None,
            footer: None,
            footnote: None,
            comment: None,
            deletion: None,
            attribute: None,
            properties: Vec::new(),
            created: Some(day),
            modified: day,
            plants: Vec::new(),
            sensitive: Vec::new(),
        }
    }

    /// Adds a paragraph.
    pub fn say(&mut self, text: impl Into<String>) {
        self.paragraphs.push(vec![text.into()]);
    }

    /// Plants a number and gives its text.
    pub fn number(&mut self, number: &Number, form: Form, part: &'static str) -> String {
        self.plant(number.rule, &number.digits, part);
        number.written(form)
    }

    /// Plants a mail address and gives its text.
    pub fn mail(&mut self, address: &str, part: &'static str) -> String {
        self.plant("email", &address.to_lowercase(), part);
        address.to_owned()
    }

    fn plant(&mut self, rule: &'static str, key: &str, part: &'static str) {
        self.plants.push(Plant {
            rule,
            key: key.to_owned(),
            part,
            member: None,
        });
    }

    /// Takes over what was planted in a document that becomes a member of this one.
    pub fn absorb(&mut self, inner: &Document, member: &str) {
        let plants = inner.plants.iter().cloned().map(|plant| Plant {
            member: Some(match plant.member {
                Some(deeper) => format!("{member} » {deeper}"),
                None => member.to_owned(),
            }),
            ..plant
        });
        self.plants.extend(plants);
        self.sensitive.extend(&inner.sensitive);
    }
}
