//! Plain text, Markdown and csv, and their encodings.

use crate::document::{Document, Table};
use std::fmt::Write as _;

/// How text becomes bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Encoding {
    Utf8WithMark,
    Utf16Le,
    Windows1252,
}

/// Text in an encoding.
pub(crate) fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8WithMark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Utf16Le => {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
    }
}

/// Title, paragraphs, and the table with tabs.
pub(crate) fn plain(document: &Document) -> String {
    let mut text = format!("{}\r\n\r\n", document.title);
    for runs in &document.paragraphs {
        let _ = write!(text, "{}\r\n\r\n", runs.concat());
    }
    for row in document.table.iter().flat_map(Table::all_rows) {
        let _ = write!(text, "{}\r\n", row.join("\t"));
    }
    text
}

/// The same as Markdown.
pub(crate) fn markdown(document: &Document) -> String {
    let mut text = format!("# {}\n\n", document.title);
    for runs in &document.paragraphs {
        let _ = write!(text, "{}\n\n", runs.concat());
    }
    let rows = document.table.iter().flat_map(Table::all_rows);
    for (index, row) in rows.enumerate() {
        let _ = writeln!(text, "| {} |", row.join(" | "));
        if index == 0 {
            let _ = writeln!(text, "|{}", " --- |".repeat(row.len()));
        }
    }
    text
}

/// The table with a separator; a document without one as a table with one column.
pub(crate) fn csv(document: &Document, separator: char) -> String {
    let quoted = |cell: &String| {
        if cell.contains([separator, '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(quoted).collect();
        cells.join(&separator.to_string()) + "\r\n"
    };
    if let Some(table) = &document.table {
        return table.all_rows().map(|row| line(row)).collect();
    }
    let paragraphs = document.paragraphs.iter().map(|runs| runs.concat());
    std::iter::once(document.title.clone())
        .chain(paragraphs)
        .map(|text| line(&[text]))
        .collect()
}
