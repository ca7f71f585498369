//! Word documents, written by hand so that every part is there: header, footer, footnote, comment, tracked deletion,
//! properties.

use super::archive::zipped;
use super::escaped;
use crate::DemoError;
use crate::document::{Document, Table};
use std::fmt::Write as _;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part beside the main one: its name, its root element and its text.
struct Side<'a> {
    name: &'static str,
    root: &'static str,
    text: Option<&'a String>,
}

/// A document with the parts that are filled.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, DemoError> {
    let sides = [
        side("header", "hdr", document.header.as_ref()),
        side("footer", "ftr", document.footer.as_ref()),
        side("footnotes", "footnotes", document.footnote.as_ref()),
        side("comments", "comments", document.comment.as_ref()),
    ];
    let present = || sides.iter().filter(|side| side.text.is_some());
    let mut members = vec![
        member("[Content_Types].xml", &content_types(present())),
        member("_rels/.rels", &package_relations()),
        member("word/document.xml", &body(document)),
        member(
            "word/_rels/document.xml.rels",
            &word_relations(present(), document.attribute.as_ref()),
        ),
        member("docProps/core.xml", &core_properties(document)),
        member("docProps/custom.xml", &custom_properties(document)),
    ];
    members.extend(present().map(|side| {
        let name = format!("word/{}.xml", side.name);
        (name, format!("{XML}{}", side_part(side)).into_bytes())
    }));
    zipped(&members)
}

fn side<'a>(name: &'static str, root: &'static str, text: Option<&'a String>) -> Side<'a> {
    Side { name, root, text }
}

fn member(name: &str, xml: &str) -> (String, Vec<u8>) {
    (name.to_owned(), format!("{XML}{xml}").into_bytes())
}

fn content_types<'a>(sides: impl Iterator<Item = &'a Side<'a>>) -> String {
    let mut xml = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{WORD_TYPE}.document.main+xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>"
    );
    for Side { name, .. } in sides {
        let _ = write!(
            xml,
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD_TYPE}.{name}+xml\"/>"
        );
    }
    xml + "</Types>"
}

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/><Relationship Id=\"r3\" Type=\"{OFFICE}/custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>"
    )
}

fn word_relations<'a>(sides: impl Iterator<Item = &'a Side<'a>>, link: Option<&String>) -> String {
    let mut xml = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for Side { name, .. } in sides {
        let _ = write!(
            xml,
            "<Relationship Id=\"{name}\" Type=\"{OFFICE}/{name}\" Target=\"{name}.xml\"/>"
        );
    }
    if let Some(link) = link {
        let _ = write!(
            xml,
            "<Relationship Id=\"link\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escaped(link)
        );
    }
    xml + "</Relationships>"
}

fn body(document: &Document) -> String {
    let mut xml = format!("<w:document {W}><w:body>");
    let title = run(&document.title);
    let _ = write!(
        xml,
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>{title}</w:p>"
    );
    for runs in &document.paragraphs {
        let runs: String = runs.iter().map(|text| run(text)).collect();
        let _ = write!(xml, "<w:p>{runs}</w:p>");
    }
    if document.footnote.is_some() {
        xml.push_str("<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>");
    }
    if document.comment.is_some() {
        xml.push_str("<w:p><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>");
    }
    if let Some(deletion) = &document.deletion {
        let _ = write!(
            xml,
            "<w:p><w:del w:id=\"9\" w:author=\"A\" w:date=\"2020-01-02T09:00:00Z\"><w:r><w:delText xml:space=\"preserve\">{}</w:delText></w:r></w:del></w:p>",
            escaped(deletion)
        );
    }
    if document.attribute.is_some() {
        xml.push_str(
            "<w:p><w:hyperlink r:id=\"link\"><w:r><w:t>Kontakt</w:t></w:r></w:hyperlink></w:p>",
        );
    }
    if let Some(table) = &document.table {
        write_table(table, &mut xml);
    }
    xml.push_str("<w:sectPr>");
    if document.header.is_some() {
        xml.push_str("<w:headerReference w:type=\"default\" r:id=\"header\"/>");
    }
    if document.footer.is_some() {
        xml.push_str("<w:footerReference w:type=\"default\" r:id=\"footer\"/>");
    }
    xml + "</w:sectPr></w:body></w:document>"
}

fn run(text: &str) -> String {
    format!(
        "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(text)
    )
}

fn write_table(table: &Table, xml: &mut String) {
    xml.push_str("<w:tbl><w:tblPr/>");
    for row in table.all_rows() {
        xml.push_str("<w:tr>");
        for cell in row {
            let _ = write!(xml, "<w:tc><w:p>{}</w:p></w:tc>", run(cell));
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl><w:p/>");
}

fn side_part(side: &Side<'_>) -> String {
    let root = side.root;
    let text = run(side.text.map_or("", String::as_str));
    let inner = match root {
        "footnotes" => format!("<w:footnote w:id=\"2\"><w:p>{text}</w:p></w:footnote>"),
        "comments" => {
            format!(
                "<w:comment w:id=\"0\" w:author=\"A\" w:initials=\"A\"><w:p>{text}</w:p></w:comment>"
            )
        }
        _ => format!("<w:p>{text}</w:p>"),
    };
    format!("<w:{root} {W}>{inner}</w:{root}>")
}

fn core_properties(document: &Document) -> String {
    let mut dates = String::new();
    if let Some(day) = document.created {
        for tag in ["created", "modified"] {
            let _ = write!(
                dates,
                "<dcterms:{tag} xsi:type=\"dcterms:W3CDTF\">{day}T09:30:00Z</dcterms:{tag}>"
            );
        }
    }
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>{dates}</cp:coreProperties>",
        escaped(&document.title)
    )
}

fn custom_properties(document: &Document) -> String {
    let mut xml = String::from(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">",
    );
    for (index, (name, value)) in document.properties.iter().enumerate() {
        let _ = write!(
            xml,
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{}\" name=\"{}\"><vt:lpwstr>{}</vt:lpwstr></property>",
            index + 2,
            escaped(name),
            escaped(value)
        );
    }
    xml + "</Properties>"
}
