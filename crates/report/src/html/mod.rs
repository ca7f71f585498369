//! One self-contained page: figures, pictures, lists and method. No scripts, no requests, bounded in size.
//!
//! The page is put together from views (plain strings and numbers) by a template, which escapes everything. Lists are
//! bounded by the summary and texts by `shorten`, so that a page stays under 5 MB whatever the scan.

mod charts;
mod coverage;
mod history;
mod page;
mod retention;
mod view;

use crate::error::ReportError;
use crate::messages::Messages;
use crate::output::Output;
use crate::summary::{Scope, Summary};
use askama::Template;
use sporhund_model::Records;
use std::io::Write;

/// What to write.
#[derive(Clone, Debug, Default)]
pub struct HtmlOptions {
    /// Which part of the results.
    pub scope: Scope,
}

/// Writes the report as one HTML file, in the language of `messages`.
///
/// # Errors
/// [`ReportError::Read`] when the results cannot be read, [`ReportError::Write`] when the output takes no more.
pub fn write_html(
    records: &dyn Records,
    messages: &Messages,
    options: &HtmlOptions,
    to: &mut dyn Write,
) -> Result<(), ReportError> {
    let summary = Summary::collect(records, &options.scope).map_err(ReportError::Read)?;
    let page = page::page(messages, &summary, &options.scope)?;
    let text = page.render()?;
    let mut output = Output::new(to);
    let result = output.write_all(text.as_bytes());
    output.finish(result)
}
