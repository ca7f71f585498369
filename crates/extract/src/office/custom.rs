//! XML of a customer's own within a package: case numbers, names and the like that a case system put there.

use sporhund_model::Part;

use super::flow::Flow;
use super::package::Package;
use super::xml::{Token, Xml};
use crate::decoder::{DecodeError, Sink};

/// Roots of parts that describe forms and columns, not this document.
const DESCRIPTIONS: [&str; 3] = ["contentTypeSchema", "FormTemplates", "datastoreItem"];

/// Sends all values of the customer's parts; a broken part gives what stands before the fault.
pub(crate) fn send(package: &mut Package<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    for name in package.names() {
        let own = name.starts_with("customXml/item") && !name.starts_with("customXml/itemProps");
        if !own || !is_xml(&name) {
            continue;
        }
        sink.budget().check_time()?;
        let Some(part) = package.part(&name)? else {
            continue;
        };
        match send_part(&mut Xml::new(part), sink) {
            Err(DecodeError::Broken { .. }) | Ok(()) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether the name is one of XML.
pub(crate) fn is_xml(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case("xml"))
}

fn send_part<R: std::io::Read>(xml: &mut Xml<R>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut flow = Flow::default();
    let mut text = String::new();
    let mut is_root = true;
    loop {
        match xml.next()? {
            Token::Start(start) => {
                if std::mem::take(&mut is_root) && DESCRIPTIONS.contains(&start.name()) {
                    return Ok(());
                }
                let before = std::mem::take(&mut text);
                let attributes = start.attributes();
                flow.send_aside(Part::Property, &before, sink)?;
                for (_, value) in attributes.iter().filter(|(_, value)| !is_address(value)) {
                    flow.send_aside(Part::Property, value, sink)?;
                }
            }
            Token::Text(more) => text.push_str(more),
            Token::End => flow.send_aside(Part::Property, &std::mem::take(&mut text), sink)?,
            Token::Comment(_) | Token::Skip => {}
            Token::Eof => return Ok(()),
        }
    }
}

/// Names of namespaces, which say nothing of the document.
fn is_address(value: &str) -> bool {
    value.starts_with("http://") || value.starts_with("urn:")
}
