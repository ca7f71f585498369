//! How each format is made. All writers are exact: the same document gives the same bytes.

pub(crate) mod archive;
pub(crate) mod compound;
mod docx;
mod html;
pub(crate) mod mail;
mod pdf;
pub(crate) mod text;
pub(crate) mod xlsx;

use crate::DemoError;
use crate::document::Document;
use crate::share::extension;

/// The document in the format that its path's extension names; plain text for all others.
pub(crate) fn document(path: &str, document: &Document) -> Result<Vec<u8>, DemoError> {
    match extension(path).as_str() {
        "docx" => docx::write(document),
        "xlsx" => xlsx::write(document),
        "pdf" => pdf::write(document),
        "html" => Ok(html::write(document)),
        "csv" => Ok(text::csv(document, ';').into_bytes()),
        "md" => Ok(text::markdown(document).into_bytes()),
        _ => Ok(text::plain(document).into_bytes()),
    }
}

/// Text with the characters escaped that XML and HTML keep for themselves.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
