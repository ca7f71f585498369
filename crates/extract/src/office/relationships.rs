//! Relationships between parts, and to the world outside.

use crate::decoder::DecodeError;
use crate::office::package::Package;
use crate::office::xml::{Token, Xml};

/// One relationship.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Relationship {
    /// The id by which the part names it.
    pub(crate) id: String,
    /// The last word of its type, such as `hyperlink`.
    pub(crate) kind: String,
    /// A part's name, or an address when external.
    pub(crate) target: String,
    /// Whether the target lies outside the package.
    pub(crate) external: bool,
}

/// The relationships of a part (`""`: of the package).
pub(crate) fn read(package: &mut Package<'_>, part: &str) -> Vec<Relationship> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() {
        format!("_rels/{file}.rels")
    } else {
        format!("{folder}/_rels/{file}.rels")
    };
    let bytes = package.read_small(&name).unwrap_or_default();
    parse(&bytes, folder).unwrap_or_default()
}

fn parse(bytes: &[u8], folder: &str) -> Result<Vec<Relationship>, DecodeError> {
    let mut xml = Xml::new(bytes);
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Token::Start(start) if start.name() == "Relationship" => {
                let value = |name| start.attribute(name).unwrap_or_default();
                let external = value("TargetMode").eq_ignore_ascii_case("external");
                let target = value("Target");
                let kind = value("Type");
                found.push(Relationship {
                    id: value("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: if external {
                        target
                    } else {
                        resolve(folder, &target)
                    },
                    external,
                });
            }
            Token::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The name of a part from a target relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    let absolute = target.starts_with('/');
    let mut steps: Vec<&str> = if absolute {
        Vec::new()
    } else {
        folder.split('/').filter(|step| !step.is_empty()).collect()
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_targets_against_the_folder() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "../docProps/core.xml"), "docProps/core.xml");
        assert_eq!(resolve("word", "/xl/a.xml"), "xl/a.xml");
    }
}
