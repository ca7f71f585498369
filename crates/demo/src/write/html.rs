//! Web pages.

use super::escaped;
use crate::document::Document;
use std::fmt::Write as _;

/// A page with header, footer, comment in its source and an attribute.
pub(crate) fn write(document: &Document) -> Vec<u8> {
    let title = escaped(&document.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n"
    );
    if let Some(header) = &document.header {
        let _ = writeln!(page, "<header>{}</header>", escaped(header));
    }
    let _ = writeln!(page, "<h1>{title}</h1>");
    for runs in &document.paragraphs {
        let runs: Vec<String> = runs.iter().map(|run| escaped(run)).collect();
        // What stands in bold and plain within one word is one word to a reader.
        let _ = writeln!(page, "<p>{}</p>", runs.join("<b></b>"));
    }
    if let Some(comment) = &document.comment {
        let _ = writeln!(page, "<!-- {} -->", comment.replace("--", "- "));
    }
    if let Some(attribute) = &document.attribute {
        let _ = writeln!(
            page,
            "<p><img src=\"bild.png\" alt=\"{}\"></p>",
            escaped(attribute)
        );
    }
    write_table(document, &mut page);
    if let Some(footer) = &document.footer {
        let _ = writeln!(page, "<footer>{}</footer>", escaped(footer));
    }
    page.push_str("</body></html>\n");
    page.into_bytes()
}

fn write_table(document: &Document, page: &mut String) {
    let Some(table) = &document.table else {
        return;
    };
    page.push_str("<table>\n");
    for (index, row) in table.all_rows().enumerate() {
        let tag = if index == 0 { "th" } else { "td" };
        page.push_str("<tr>");
        for cell in row {
            let _ = write!(page, "<{tag}>{}</{tag}>", escaped(cell));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table>\n");
}
